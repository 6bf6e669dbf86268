//! A profile written by chance over the whole schema, and an accompanying law. Knows no session.

mod duties;

use doithoai::domain::regulation::Regulation;
use doithoai::store::profiles;

/// Chance that is the same every time: the story fails alike for everybody.
pub struct Dice(pub u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn maybe(&mut self) -> bool {
        self.roll(2) == 0
    }

    fn one_of<'a>(&mut self, all: &[&'a str]) -> &'a str {
        let index = usize::try_from(self.roll(all.len() as u64)).unwrap();
        all[index]
    }

    /// A text, sometimes with English.
    fn text(&mut self, vi: &str) -> String {
        if self.maybe() {
            format!("(vi: \"{vi}\", en: \"{vi} in English\")")
        } else {
            format!("(vi: \"{vi}\")")
        }
    }

    fn article(&mut self) -> String {
        let all = [
            "Đ1.1",
            "Đ6.2a",
            "II.4",
            "mục 2.2 Điều 15",
            "Điều 9",
            "Đ8.3, Đ10.1",
        ];
        format!("\"{}\"", self.one_of(&all))
    }

    fn rule(&mut self, what: &str) -> String {
        let (article, text) = (self.article(), self.text(what));
        format!("(article: {article}, text: {text})")
    }

    fn steps(&mut self, ordered: bool) -> String {
        let mut steps = String::new();
        let mut step = |dice: &mut Self, id: &str, kind: &str, acts: &str| {
            let (title, article) = (dice.text(&format!("Bước {id}")), dice.article());
            let minutes = if dice.maybe() {
                "usual_minutes: 20,"
            } else {
                ""
            };
            let lead = if dice.maybe() {
                format!("lead: {},", dice.text("người điều hành"))
            } else {
                String::new()
            };
            steps.push_str(&format!(
                "(id: \"{id}\", kind: {kind}, title: {title}, article: {article}, {minutes} {lead} acts: [{acts}]),"
            ));
        };
        let act = "(id: \"first\", title: (vi: \"Việc thứ nhất\")), (id: \"second\", title: (vi: \"Việc thứ hai\"), article: \"Đ5.1\"),";
        if !ordered && self.roll(3) == 0 {
            return steps;
        }
        if self.maybe() {
            step(self, "opening", "Opening", act);
        }
        if self.maybe() {
            step(self, "announcement", "Announcement", act);
        }
        if self.maybe() {
            step(self, "prepared", "PreparedAnswers", "");
        }
        if self.maybe() {
            step(self, "dialogue", "Dialogue([Speech, Answer, FollowUp])", "");
        } else {
            step(self, "speeches", "Dialogue([Speech])", "");
            if self.maybe() {
                step(self, "answers", "Dialogue([Answer])", "");
            }
        }
        if self.maybe() {
            step(self, "music", "Other", act);
        }
        if self.maybe() {
            let all = "(id: \"all\", title: (vi: \"Những nội dung đã đối thoại\"), items: [AnsweredNow, VerifyLater, ReportUpward]),";
            step(self, "conclusion", "Conclusion", all);
        }
        steps
    }

    /// A profile over the whole schema.
    pub fn profile(&mut self, id: &str) -> String {
        let ordered = self.roll(3) > 0;
        let mut out = format!("(id: \"{id}\", title: {},", self.text("Quy chế thử"));
        out += &format!(
            "short: {}, issuer: {},",
            self.text("Quy chế"),
            self.text("Nơi ban hành")
        );
        out += &format!(
            "issued: {},",
            self.one_of(&[
                "Unknown",
                "On(\"2026-01-05\")",
                "After(\"2025-01-05\")",
                "In(2026)"
            ])
        );
        if self.maybe() {
            out += &format!(
                "number: \"01-QC/ĐU\", citation: {},",
                self.text("Quy chế số 01")
            );
        }
        if self.maybe() {
            out += &format!(
                "validity: (text: {}, from: \"2026-01-01\", until: \"2027-12-31\"),",
                self.text("hai năm")
            );
        }
        out += "modes: [(id: \"periodic\", title: (vi: \"Định kỳ\")), (id: \"ad-hoc\", title: (vi: \"Đột xuất\"))],";
        out += "forms: [(id: \"in-person\", title: (vi: \"Trực tiếp\"))],";
        out += "events: [(id: \"petition\", title: (vi: \"Ngày nhận kiến nghị\"))],";
        out += &self.who_and_how_often();
        if !ordered {
            out += "order: Unknown,";
        }
        out += &format!("steps: [{}],", self.steps(ordered));
        out += &format!("rules: ({}),", self.rules());
        out += &self.refusal();
        out += "deadlines: [";
        for number in 0..self.roll(7) {
            out += &self.deadline(number);
        }
        out += "], reports: [";
        for number in 0..self.roll(4) {
            out += &self.report(number);
        }
        out += "],";
        if self.maybe() {
            out += &format!(
                "waivers: [(article: {}, text: {}, when: (kinds: [\"ad-hoc\"]))],",
                self.article(),
                self.text("không nhất thiết đủ các bước")
            );
        }
        out += &self.papers();
        if self.maybe() {
            out += &format!("plan_states: {},", self.rule("thời gian, địa điểm"));
        }
        if self.maybe() {
            let (article, kept) = (self.article(), self.rule("lưu ở văn phòng"));
            out += &format!(
                "dossier: (article: {article}, entries: [(id: \"minutes\", title: (vi: \"Biên bản\"), document: Minutes), (id: \"photos\", title: (vi: \"Ảnh\"), if_any: true)], kept: {kept}),"
            );
        }
        out + ")"
    }

    /// Who presides and prepares, how often and before how many.
    fn who_and_how_often(&mut self) -> String {
        let mut out = String::new();
        if self.maybe() {
            let (article, text, when) = (self.article(), self.text("ai chủ trì"), self.when());
            out += &format!(
                "chairs: [(article: {article}, text: {text}, {when} posts: [PartySecretary, GovernmentChair], with: [CouncilChair])],"
            );
        }
        if self.maybe() {
            let (article, lead, when) = (self.article(), self.text("văn phòng"), self.when());
            out += &format!("preparers: [(article: {article}, lead: {lead}, {when})],");
        }
        if self.maybe() {
            let (article, text) = (self.article(), self.text("mỗi quý"));
            out += &format!(
                "frequency: [(article: {article}, text: {text}, often: (times: 2, months: 3))],"
            );
        }
        if self.maybe() {
            out += &format!(
                "size: (article: {}, text: {}, at_least: 20, at_most: 300),",
                self.article(),
                self.text("từ 20 đến 300 người")
            );
        }
        out
    }

    fn refusal(&mut self) -> String {
        let mut out = String::new();
        if self.maybe() {
            let grade = self.one_of(&["Orders", "May"]);
            let article = self.article();
            out += &format!(
                "refusal: (article: {article}, grade: {grade}, grounds: [(id: \"drunk\", text: (vi: \"say\"), article: \"Đ4.6\", grade: May)]),"
            );
        }
        out
    }

    fn papers(&mut self) -> String {
        let mut out = String::from("papers: [");
        for paper in [
            "ConclusionNotice",
            "HigherLevelPetition",
            "TransferSlip",
            "PetitionerLetter",
            "PublicResult",
        ] {
            if self.maybe() {
                let (article, title) = (self.article(), self.text("Thông báo"));
                let (to, when) = (self.addressees(), self.when());
                let grade = self.one_of(&["Orders", "May", "Lists"]);
                out += &format!(
                    "(paper: {paper}, article: {article}, grade: {grade}, title: {title}, {when} {to} states: [(vi: \"nội dung\")]),"
                );
            }
        }
        out + "],"
    }

    fn rules(&mut self) -> String {
        let mut out = String::new();
        let rule = self.rule("người chưa đăng ký");
        out += match self.roll(4) {
            0 => "",
            1 => "unregistered: Accepted(",
            2 => "unregistered: WithinScope(",
            _ => "unregistered: ByLeave(",
        };
        if !out.is_empty() {
            out += &format!("{rule}),");
        }
        for name in [
            "speaking_order",
            "off_topic",
            "classes",
            "delegated_answers",
            "presentation",
            "brevity",
            "chair_decides",
            "item_table",
        ] {
            if self.maybe() {
                out += &format!("{name}: {},", self.rule(name));
            }
        }
        for name in [
            "kept_out",
            "outside_scope",
            "prohibited",
            "rights",
            "duties",
        ] {
            if self.maybe() {
                out += &format!("{name}: [{}, {}],", self.rule(name), self.rule(name));
            }
        }
        if self.maybe() {
            out += &format!(
                "deputy: (article: {}, text: {}, cases: []),",
                self.article(),
                self.text("cấp phó")
            );
        }
        out
    }

    /// An accompanying law.
    pub fn law(&mut self, id: &str) -> Regulation {
        let deadline = self.deadline(0).replace("Event(\"petition\")", "Session");
        let source = format!(
            "(id: \"{id}\", title: (vi: \"Luật {id}\"), short: (vi: \"Luật {id}\"), issued: In(2026), \
             issuer: (vi: \"Quốc hội\"), scope: Accompanying, for: (levels: [Commune], chairs: [PartySecretary, GovernmentChair]), \
             deadlines: [{deadline}])"
        )
        .replace("kinds: [\"periodic\"]", "kinds: []");
        profiles::parse(source.as_bytes(), Some(id))
            .unwrap_or_else(|faults| panic!("{faults:?}\n{source}"))
    }
}
