//! Any further regulation runs: profiles over the whole schema – anchors, periods, addressees, several accompanying laws,
//! no known order, no conclusion, no English – are written by a generator, checked, held to the end and exported.

#![expect(
    clippy::format_push_string,
    clippy::wildcard_enum_match_arm,
    clippy::case_sensitive_file_extension_comparisons,
    reason = "a generator that reads like what it writes, and files of our own making"
)]

use doithoai::documents::{Options, make, plan_import};
use doithoai::domain::deadlines::explain::Explainer;
use doithoai::domain::deadlines::{Basis, DueWhen};
use doithoai::domain::i18n::Lang;
use doithoai::domain::record::SessionRecord;
use doithoai::domain::regulation::{ClassKind, Regulation};
use doithoai::domain::session::Session;
use doithoai::domain::session::command::Command;
use doithoai::domain::session::event::{JournalEntry, Seq};
use doithoai::domain::session::next::Next;
use doithoai::domain::session::plan::Layout;
use doithoai::domain::time::Millis;
use doithoai::store::clock::Clock;
use doithoai::store::{calendars, profiles};

use crate::dossier::readers::Docx;

/// Chance that is the same every time: the story fails alike for everybody.
struct Dice(u64);

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

    fn when(&mut self) -> &'static str {
        match self.roll(6) {
            0 => "when: (kinds: [\"periodic\"]),",
            1 => "when: (levels: [Commune]),",
            2 => "when: (levels: [Province], kinds: [\"ad-hoc\"]),",
            3 => "when: (chairs: [PartySecretary, GovernmentChair]),",
            _ => "",
        }
    }

    fn addressees(&mut self) -> String {
        let mut out = String::from("to: [");
        for number in 0..self.roll(4) {
            let name = self.text(&format!("Nơi nhận {number}"));
            let who = self.one_of(&[
                "Agencies",
                "Petitioners",
                "Participants",
                "Superior",
                "Chair",
                "LeadAgency",
                "Organiser",
                "Public",
                "Named",
            ]);
            let purpose = if self.maybe() {
                format!("purpose: {},", self.text("để biết"))
            } else {
                String::new()
            };
            let when = self.when();
            out.push_str(&format!("(name: {name}, who: {who}, {purpose} {when}),"));
        }
        out + "],"
    }

    fn deadline(&mut self, number: u64) -> String {
        let (title, article) = (self.text(&format!("Việc {number}")), self.article());
        let limit = if self.roll(4) == 0 {
            String::new()
        } else {
            let (days, unit) = (
                1 + self.roll(12),
                self.one_of(&["Working", "Calendar", "Month"]),
            );
            format!("limit: (days: {days}, unit: {unit}),")
        };
        let anchor = match self.roll(7) {
            0 => "BeforeSession".to_owned(),
            1 => "Session".to_owned(),
            2 => "Notice".to_owned(),
            3 => "Event(\"petition\")".to_owned(),
            4 => "EveryYear((day: 15, month: 6))".to_owned(),
            5 => "On(\"2027-03-15\")".to_owned(),
            _ if number > 0 => format!("Limit(\"duty-{}\")", number - 1),
            _ => "Session".to_owned(),
        };
        let before = if self.maybe() { "before: true," } else { "" };
        let grade = self.one_of(&["Orders", "May", "Lists"]);
        let extra = match self.roll(4) {
            0 => format!("remark: {},", self.text("lưu ý")),
            1 => format!("condition: {},", self.text("khi phức tạp")),
            2 => format!("owed_by: {},", self.text("cơ quan")),
            _ => String::new(),
        };
        let (when, to) = (self.when(), self.addressees());
        // What a paper or an answer is belongs on its own side of the session.
        let follows = before.is_empty() && ["Session", "Notice"].contains(&anchor.as_str());
        let kind = match self.roll(6) {
            number if anchor == "BeforeSession" => [
                "kind: PublicNotice,",
                "kind: Invitations,",
                "kind: PreparedAnswers,",
            ][usize::try_from(number % 3).unwrap()],
            _ if !follows => "",
            0 => "kind: ConclusionNotice,",
            1 => "kind: SendNotice,",
            2 => "kind: AgencyReport, items: [VerifyLater],",
            3 => "kind: HigherLevel, items: [ReportUpward],",
            4 => "kind: Publication,",
            _ => "kind: AnswerPetitioner,",
        };
        let extends = if number > 0 && self.roll(4) == 0 {
            format!(
                "extends: \"duty-{}\", cases: [(id: \"complex\", title: {})],",
                number - 1,
                self.text("phức tạp")
            )
        } else {
            String::new()
        };
        format!(
            "(id: \"duty-{number}\", title: {title}, article: {article}, {limit} anchor: {anchor}, {before} \
             grade: {grade}, {extra} {when} {to} {kind} {extends} paper: ConclusionNotice),"
        )
    }

    fn report(&mut self, number: u64) -> String {
        let (title, article) = (self.text(&format!("Báo cáo {number}")), self.article());
        let period = self.one_of(&[
            "HalfYear",
            "Year",
            "Quarter",
            "Month",
            "Months(4)",
            "EachSession",
            "OnRequest",
        ]);
        let day = match self.roll(3) {
            0 => "before: (day: 30, month: 11),",
            1 => "before: (day: 15, month: 3), also_before: [(day: 15, month: 9)],",
            _ => "limit: (days: 5, unit: Working),",
        };
        let (when, to) = (self.when(), self.addressees());
        let through = if self.maybe() {
            format!("through: {},", self.text("một cơ quan"))
        } else {
            String::new()
        };
        format!(
            "(id: \"report-{number}\", title: {title}, article: {article}, period: {period}, {day} {when} {to} {through}),"
        )
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
    fn profile(&mut self, id: &str) -> String {
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
        if !ordered {
            out += "order: Unknown,";
        }
        out += &format!("steps: [{}],", self.steps(ordered));
        out += &format!("rules: ({}),", self.rules());
        if self.maybe() {
            let grade = self.one_of(&["Orders", "May"]);
            let article = self.article();
            out += &format!(
                "refusal: (article: {article}, grade: {grade}, grounds: [(id: \"drunk\", text: (vi: \"say\"), article: \"Đ4.6\", grade: May)]),"
            );
        }
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
    fn law(&mut self, id: &str) -> Regulation {
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

/// The session from its opening to its end, by nothing but the one key, classes and steps as they come.
fn held(regulation: &Regulation, layout: Layout) -> Session {
    let mut plan = plan_import::sample_under(regulation).unwrap();
    plan.layout = layout;
    let mut clock = Clock::by_hand("2026-11-25T08:00:00+07:00".parse().unwrap());
    let mut session = Session::open(JournalEntry {
        by: None,
        request: None,
        seq: Seq(1),
        at: clock.now(),
        events: Session::opening(plan, regulation.clone()),
    })
    .unwrap();
    let mut classes = ClassKind::ALL.into_iter().cycle();
    for _ in 0..2000 {
        clock.pass(Millis::of_seconds(20));
        let next = session.next();
        // Where the text has no answers nobody is asked for a class before the gate.
        let unclassed = session
            .state()
            .items
            .iter()
            .find(|item| item.class.is_none());
        let at_the_end = match &next {
            Next::Close => true,
            Next::ChooseStep => regulation
                .steps
                .iter()
                .all(|step| session.state().agenda.was_held(&step.id)),
            _ => false,
        };
        let next = match unclassed {
            Some(item) if at_the_end => Next::Class(item.id),
            Some(_) | None => next,
        };
        let command = match next {
            Next::Class(item) => {
                let class = session.proposal(item, classes.next().unwrap());
                Command::ClassItem { item, class }
            }
            Next::ChooseStep => {
                let not_held = regulation
                    .steps
                    .iter()
                    .find(|step| !session.state().agenda.was_held(&step.id));
                match not_held {
                    Some(step) => Command::EnterStep {
                        step: step.id.clone(),
                        reason: None,
                    },
                    None => Command::Close { reason: None },
                }
            }
            other => match other.command(&session) {
                Some(command) => command,
                None => break,
            },
        };
        let events = session
            .decide(command.clone(), clock.now())
            .unwrap_or_else(|why| panic!("{command:?}: {why:?}"));
        let entry = session.record(events, clock.now());
        session.apply(entry);
    }
    session
}

#[test]
fn every_profile_the_schema_allows_is_checked_held_and_exported() {
    let calendar = calendars::load(None).unwrap();
    for seed in 0..60 {
        // given a profile over the whole schema and two accompanying laws
        let mut dice = Dice(seed);
        let source = dice.profile("xa-thu");
        let regulation = profiles::parse(source.as_bytes(), Some("xa-thu"))
            .unwrap_or_else(|faults| panic!("seed {seed}: {faults:?}\n{source}"));
        let laws = [dice.law("luat-mot"), dice.law("nghi-dinh-hai")];
        // then it survives a journal, and is laid out for reading in both languages
        let written = ron::to_string(&regulation).unwrap();
        assert_eq!(
            ron::from_str(&written).ok(),
            Some(regulation.clone()),
            "seed {seed}"
        );
        for lang in [Lang::Vi, Lang::En] {
            let page = doithoai::cli::print::regulations::profile(&regulation, lang);
            assert!(page.contains("Quy chế thử"), "seed {seed}");
        }
        // when a session is held under it, then it comes to its end with everybody heard and departs from nothing
        let layout = if seed % 2 == 0 {
            Layout::State
        } else {
            Layout::Party
        };
        let session = held(&regulation, layout);
        assert!(session.state().closed.is_some(), "seed {seed}\n{source}");
        assert!(session.state().deviations.is_empty(), "seed {seed}");
        assert_eq!(session.state().queue.waiting().count(), 0, "seed {seed}");
        // and what is due is counted, each duty once, and none in a circle
        let basis = Basis::of(calendar.clone()).with_laws(laws.clone());
        let due = session.due_dates(&basis);
        for due in &due {
            let circles = matches!(&due.due, DueWhen::NoYear(missing) if missing.year < 2024);
            assert!(!circles, "seed {seed}: {:?}", due.entry);
        }
        // and its dossier is made, without empty brackets where a text has no article or names nobody
        let sources: Vec<&Regulation> = std::iter::once(&regulation).chain(&laws).collect();
        let record = SessionRecord::as_left(&session).with_deadlines(
            &due,
            &sources,
            &Explainer::new(Lang::Vi),
        );
        let files = make(&record, b"journal\n", &Options::default()).unwrap();
        for file in &files {
            if file.path.ends_with(".docx") {
                let text = Docx::read(&file.bytes).text();
                for blank in [
                    "()",
                    "(theo )",
                    "Thực hiện: .",
                    " ,",
                    "( ",
                    "  ",
                    "?.",
                    "..",
                    "in English",
                    "{",
                    "}",
                ] {
                    assert!(
                        !text.contains(blank),
                        "seed {seed} {}: {blank:?} in\n{text}\n{source}",
                        file.path
                    );
                }
            }
        }
    }
}
