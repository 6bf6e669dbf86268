//! How things are said in official Vietnamese: times, names, articles, classes, due dates. Every document says them
//! alike. Knows the record and the sentences, and nothing of layout.

mod cite;

use chrono::{Datelike, NaiveDate, Timelike};

use super::words::DocumentWords;
use crate::documents::words::SayMessage;
use crate::domain::record::{
    ClassRecord, DeadlineRecord, DueUnder, HolderRecord, ItemRecord, SessionRecord, SpeakerRecord,
};
use crate::domain::regulation::{Anchor, DayUnit, DeadlineId};
use crate::domain::session::plan::{AgencyId, Number, Official};
use crate::domain::time::{Millis, Wall};

/// The record and the sentences it is told in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Prose<'a> {
    pub record: &'a SessionRecord,
    pub words: &'a DocumentWords,
}

impl<'a> Prose<'a> {
    /// *08 giờ 05 phút*.
    pub(super) fn time(&self, at: Wall) -> String {
        self.words.say[SayMessage::Time].render(&[
            ("hour", &format!("{:02}", at.hour())),
            ("minute", &format!("{:02}", at.minute())),
        ])
    }

    /// *ngày 05 tháng 01 năm 2026*: two digits for days below 10 and for January and February.
    pub(super) fn date(&self, date: NaiveDate) -> String {
        let month = if date.month() <= 2 {
            format!("{:02}", date.month())
        } else {
            date.month().to_string()
        };
        self.words.say[SayMessage::Date].render(&[
            ("day", &format!("{:02}", date.day())),
            ("month", &month),
            ("year", &date.year()),
        ])
    }

    /// The day of the session: when it began, else when it was planned.
    pub(super) fn held(&self) -> NaiveDate {
        self.record.began.map_or_else(
            || self.record.planned_begin.date(),
            |began| began.date_naive(),
        )
    }

    /// *2 phút 05 giây*.
    pub(super) fn length(&self, length: Millis) -> String {
        let seconds = length.seconds();
        let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
        let rest = format!("{:02}", seconds % 60);
        let say = &self.words.say;
        if hours > 0 {
            say[SayMessage::LengthHours]
                .render(&[("hours", &hours), ("minutes", &format!("{minutes:02}"))])
        } else if minutes > 0 {
            say[SayMessage::LengthMinutes].render(&[("minutes", &minutes), ("seconds", &rest)])
        } else {
            say[SayMessage::LengthSeconds].render(&[("seconds", &seconds)])
        }
    }

    /// The regulation with its number and issuer, for a sentence.
    pub(super) fn regulation(&self) -> String {
        let cited = &self.record.regulation;
        let say = &self.words.say;
        let title = &cited.title.vi;
        let named = match &cited.number {
            // Some titles hold the number already.
            Some(number) if !title.contains(number.as_str()) => {
                say[SayMessage::RegulationNumbered].render(&[("title", title), ("number", number)])
            }
            Some(_) | None => say[SayMessage::Regulation].render(&[("title", title)]),
        };
        say[SayMessage::RegulationIssued]
            .render(&[("regulation", &named), ("issuer", &cited.issuer.vi)])
    }

    /// *ông Hoàng Văn Đức, Chủ tịch UBND xã*, for the middle of a sentence.
    pub(super) fn official(&self, official: &Official) -> String {
        let name = person(&official.honorific, &official.name);
        if official.office.is_empty() {
            return name;
        }
        self.words.say[SayMessage::Official]
            .render(&[("name", &name), ("office", &official.office)])
    }

    pub(super) fn officials(&self, officials: &[Official]) -> String {
        let said: Vec<String> = officials
            .iter()
            .map(|official| self.official(official))
            .collect();
        said.join("; ")
    }

    /// Who presided at the end.
    pub(super) fn chair(&self) -> &'a Official {
        self.record
            .chair_changes
            .last()
            .map_or(&self.record.chair, |change| &change.by)
    }

    pub(super) fn speaker(&self, number: Number) -> Option<&'a SpeakerRecord> {
        self.record
            .speakers
            .iter()
            .find(|speaker| speaker.number == number)
    }

    /// Whether a person had the floor, whatever became of them afterwards.
    pub(super) fn spoke(&self, person: Number) -> bool {
        self.record.turns.iter().any(|turn| match &turn.holder {
            HolderRecord::Citizen { number, .. } => *number == person,
            HolderRecord::Chair { .. } | HolderRecord::Agency { .. } => false,
        })
    }

    pub(super) fn item(&self, id: u32) -> Option<&'a ItemRecord> {
        self.record.items.iter().find(|item| item.id == id)
    }

    /// *bà Nguyễn Thị Ước*.
    pub(super) fn citizen(&self, number: Number) -> String {
        self.speaker(number)
            .map_or_else(String::new, |known| person(&known.honorific, &known.name))
    }

    /// Whoever raised an item, with the village: *bà Nguyễn Thị Ước, thôn Nà Hỏi*.
    pub(super) fn raiser(&self, item: &ItemRecord) -> String {
        use crate::domain::record::RaisedBy;
        let name = match &item.by {
            RaisedBy::Citizen { number } => self.citizen(*number),
            RaisedBy::Collected { .. } => lower_first(&item.name),
        };
        if item.village.is_empty() || name.contains(&item.village) {
            return name;
        }
        self.words.say[SayMessage::FromVillage]
            .render(&[("name", &name), ("village", &item.village)])
    }

    /// An agency with whoever spoke for it; the one the plan names where the record does not tell.
    pub(super) fn agency(&self, id: &AgencyId, name: &str, spoke: Option<&Official>) -> String {
        let planned = || {
            let mut agencies = self.record.agencies.iter();
            agencies
                .find(|agency| &agency.id == id)?
                .spoken_for_by
                .as_ref()
        };
        match spoke.or_else(planned) {
            Some(speaker) => self.words.say[SayMessage::Agency]
                .render(&[("name", &name), ("speaker", &self.official(speaker))]),
            None => name.to_owned(),
        }
    }

    /// Who had the floor, for the middle of a sentence.
    pub(super) fn holder(&self, holder: &HolderRecord) -> String {
        match holder {
            HolderRecord::Citizen { number, .. } => self.citizen(*number),
            HolderRecord::Chair { name } => self.official(
                std::iter::once(&self.record.chair)
                    .chain(self.record.chair_changes.iter().map(|change| &change.by))
                    .find(|official| &official.name == name)
                    .unwrap_or(&self.record.chair),
            ),
            HolderRecord::Agency { id, name, speaker } => self.agency(id, name, speaker.as_ref()),
        }
    }

    /// *ý kiến số 4*, or *các ý kiến số 4, 5*.
    pub(super) fn items(&self, ids: &[u32]) -> String {
        let say = &self.words.say;
        match ids {
            [one] => say[SayMessage::Item].render(&[("number", one)]),
            several => say[SayMessage::Items].render(&[("numbers", &numbers(several))]),
        }
    }

    /// What people wrote, or a dotted blank where nothing was written.
    pub(super) fn text(&self, text: Option<&str>) -> String {
        match text.map(plain).filter(|text| !text.is_empty()) {
            Some(text) => text,
            None => self.words.say[SayMessage::Blank].to_string(),
        }
    }

    pub(super) fn class(&self, class: Option<&ClassRecord>) -> &'a str {
        let say = &self.words.say;
        match class {
            Some(ClassRecord::AnsweredNow) => &say[SayMessage::AnsweredNow],
            Some(ClassRecord::VerifyLater { .. }) => &say[SayMessage::VerifyLater],
            Some(ClassRecord::ReportUpward { .. }) => &say[SayMessage::ReportUpward],
            None => &say[SayMessage::NoClass],
        }
        .as_str()
    }

    /// What becomes of an item.
    pub(super) fn result(&self, item: &ItemRecord) -> String {
        let say = &self.words.say;
        match &item.class {
            None => say[SayMessage::ResultNone].to_string(),
            Some(ClassRecord::AnsweredNow) => say[SayMessage::ResultNow].to_string(),
            Some(ClassRecord::VerifyLater {
                agency_name,
                due,
                under,
                ..
            }) => say[SayMessage::ResultLater].render(&[
                ("agency", &self.text(agency_name.as_deref())),
                ("due", &self.due(*due, under.as_ref())),
            ]),
            Some(ClassRecord::ReportUpward { authority }) => say[SayMessage::ResultUpward]
                .render(&[("authority", &self.text(authority.as_deref()))]),
        }
    }

    /// By when an answer is due, with the article where it follows from one.
    pub(super) fn due(&self, on: Option<NaiveDate>, under: Option<&DueUnder>) -> String {
        let say = &self.words.say;
        let deadline = under.and_then(|under| self.deadline(&under.deadline));
        let due = if let Some(date) = on.or_else(|| deadline.and_then(|deadline| deadline.on)) {
            say[SayMessage::DueOn].render(&[("date", &self.date(date))])
        } else if let Some(period) = deadline.and_then(|deadline| self.period(deadline)) {
            period
        } else {
            return say[SayMessage::DueOpen].to_string();
        };
        match under {
            Some(under) => say[SayMessage::DueByArticle]
                .render(&[("due", &due), ("article", &self.cite(&under.article))]),
            None => due,
        }
    }

    /// *trong thời hạn 30 ngày làm việc kể từ ngày ban hành thông báo kết luận*.
    fn period(&self, deadline: &DeadlineRecord) -> Option<String> {
        let say = &self.words.say;
        let limit = deadline.limit?;
        let anchor = match deadline.anchor.as_ref()? {
            Anchor::BeforeSession => &say[SayMessage::BeforeSession],
            Anchor::Session => &say[SayMessage::AfterSession],
            Anchor::Notice => &say[SayMessage::AfterNotice],
            // The day is told by its date, or it is open.
            Anchor::Event(_) | Anchor::Limit(_) | Anchor::EveryYear(_) | Anchor::On(_) => {
                return None;
            }
        };
        let sentence = match limit.unit {
            DayUnit::Working => &say[SayMessage::DueLimitWorking],
            DayUnit::Calendar => &say[SayMessage::DueLimitDays],
        };
        Some(sentence.render(&[("days", &format!("{:02}", limit.days)), ("anchor", anchor)]))
    }

    pub(super) fn deadline(&self, id: &DeadlineId) -> Option<&'a DeadlineRecord> {
        self.record
            .deadlines
            .iter()
            .find(|deadline| &deadline.id == id && deadline.kind.is_some())
    }
}

/// What was answered to an item: as somebody wrote it down, or as it was prepared and read out.
pub(super) fn answer_of(item: &ItemRecord) -> Option<&str> {
    let prepared = || item.prepared_answer.as_deref().filter(|_| item.as_prepared);
    let answer = item.answer.as_deref().or_else(prepared)?;
    (!answer.trim().is_empty()).then_some(answer)
}

/// *bà Nguyễn Thị Ước*: the honorific in small letters.
pub(super) fn person(honorific: &str, name: &str) -> String {
    if honorific.is_empty() {
        name.to_owned()
    } else {
        format!("{} {name}", honorific.to_lowercase())
    }
}

pub(super) fn upper_first(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

pub(super) fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        // Capitals at the beginning, as in *UBND*, are a name.
        (Some(_), Some(second)) if second.is_uppercase() => text.to_owned(),
        (Some(first), _) => first.to_lowercase().chain(letters).collect(),
        (None, _) => String::new(),
    }
}

/// *1, 4, 5*.
pub(super) fn numbers(ids: &[u32]) -> String {
    let said: Vec<String> = ids.iter().map(u32::to_string).collect();
    said.join(", ")
}

/// A text for the middle of a sentence: in one line, without the stop at its end, which the sentence sets itself.
pub(super) fn plain(text: &str) -> String {
    let mut line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    while line.ends_with(['.', ';', ',']) {
        line.pop();
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_have_two_digits_below_ten_and_in_january_and_february() {
        let words = DocumentWords::load(None).unwrap();
        let record = crate::documents::tests::empty_record();
        let scribe = Prose {
            record: &record,
            words: &words,
        };
        let date = |y, m, d| scribe.date(NaiveDate::from_ymd_opt(y, m, d).unwrap());
        assert_eq!(date(2026, 1, 5), "ngày 05 tháng 01 năm 2026");
        assert_eq!(date(2026, 9, 15), "ngày 15 tháng 9 năm 2026");
    }
}
