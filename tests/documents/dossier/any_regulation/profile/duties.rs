//! What a profile written by chance has people do: duties with their days and addressees, and reports.

use super::Dice;

impl Dice {
    pub(super) fn when(&mut self) -> &'static str {
        match self.roll(6) {
            0 => "when: (kinds: [\"periodic\"]),",
            1 => "when: (levels: [Commune]),",
            2 => "when: (levels: [Province], kinds: [\"ad-hoc\"]),",
            3 => "when: (chairs: [PartySecretary, GovernmentChair]),",
            _ => "",
        }
    }

    pub(super) fn addressees(&mut self) -> String {
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

    pub(super) fn deadline(&mut self, number: u64) -> String {
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

    pub(super) fn report(&mut self, number: u64) -> String {
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
}
