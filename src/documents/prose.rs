//! How things are said in official Vietnamese: times, names, articles, classes, due dates. Every document says them
//! alike. Knows the record and the sentences, and nothing of layout.

mod cite;
mod outcome;
mod people;
mod text;

use chrono::{Datelike, NaiveDate, Timelike};

pub(super) use text::{inside, lower_first, numbers, plain, tidy, two_digits, upper_first};

use super::words::DocumentWords;
use crate::documents::words::LayoutMessage;
use crate::documents::words::SayMessage;
use crate::domain::record::{ClassRecord, DeadlineRecord, ItemRecord, SessionRecord, TurnRecord};
use crate::domain::regulation::{
    Addressee, Article, DeadlineId, DeadlineKind, DocumentKind, Grade, PaperRule, Recipient, Scope,
    StepKind,
};
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

    /// The same with its seconds, where a minute would not tell two times apart.
    pub(super) fn exact_time(&self, at: Wall) -> String {
        self.words.say[SayMessage::ExactTime].render(&[
            ("time", &self.time(at)),
            ("second", &format!("{:02}", at.second())),
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

    /// The days on which it was held, in a sentence: one, unless it was suspended and went on on another.
    pub(super) fn held_on(&self) -> String {
        let mut days = vec![self.held()];
        let suspended = self.record.breaks.iter().filter(|rest| rest.adjourned);
        for went_on in suspended.filter_map(|rest| rest.span.ended) {
            let day = went_on.date_naive();
            if days.last().is_some_and(|last| *last < day) {
                days.push(day);
            }
        }
        let said: Vec<String> = days.into_iter().map(|day| self.date(day)).collect();
        match said.split_last() {
            Some((last, before)) if !before.is_empty() => format!(
                "{}{}{last}",
                before.join(", "),
                self.words.say[SayMessage::And]
            ),
            _ => said.concat(),
        }
    }

    /// *08 giờ 05 phút*, with its day where that is not the day the session began.
    pub(super) fn moment(&self, at: Wall) -> String {
        let day = at.date_naive();
        if day == self.held() {
            return self.time(at);
        }
        self.words.say[SayMessage::TimeOfDay]
            .render(&[("time", &self.time(at)), ("date", &self.date(day))])
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
        // The title stands there where no citation is written down; it says neither number nor issuer.
        if !cited.citation.vi.is_empty() && cited.citation.vi != *title {
            return cited.citation.vi.clone();
        }
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

    /// A time that somebody had the floor. Turns are numbered from 1 in order.
    pub(super) fn turn(&self, id: u32) -> Option<&'a TurnRecord> {
        let turns = &self.record.turns;
        let place = turns.binary_search_by_key(&id, |turn| turn.id).ok()?;
        turns.get(place)
    }

    pub(super) fn item(&self, id: u32) -> Option<&'a ItemRecord> {
        self.record.items.iter().find(|item| item.id == id)
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

    /// What the regulation says of a paper in the circumstances of this session.
    pub(super) fn paper_rule(&self, paper: DocumentKind) -> Option<&'a PaperRule> {
        let rules = self.record.papers.iter();
        rules.clone().find(|rule| rule.paper == paper)
    }

    /// Where the regulation orders a paper; `None` where it lists it only, may have it, or is silent.
    pub(super) fn ordered(&self, paper: DocumentKind) -> Option<&'a Article> {
        self.paper_rule(paper)
            .filter(|rule| rule.grade == Grade::Orders)
            .map(|rule| &rule.article)
    }

    /// Those a paper goes to, line by line, as the regulation names them. Where the program knows who that is, the names
    /// stand there; `agencies` are those that have to settle something.
    pub(super) fn recipients(&self, paper: DocumentKind, agencies: &[String]) -> Vec<String> {
        self.paper_rule(paper)
            .into_iter()
            .flat_map(|rule| &rule.to)
            .flat_map(|addressee| self.recipient(addressee, agencies))
            .collect()
    }

    /// The lines for one addressee.
    pub(super) fn recipient(&self, addressee: &Addressee, agencies: &[String]) -> Vec<String> {
        let layout = &self.words.layout;
        let names: Vec<String> = match addressee.who {
            Recipient::Agencies if !agencies.is_empty() => agencies.to_vec(),
            Recipient::Superior => vec![
                self.record
                    .superior_body
                    .clone()
                    .unwrap_or_else(|| addressee.name.vi.clone()),
            ],
            Recipient::LeadAgency => vec![self.record.lead_agency.clone()],
            Recipient::Agencies
            | Recipient::Petitioners
            | Recipient::Participants
            | Recipient::Chair
            | Recipient::Organiser
            | Recipient::Public
            | Recipient::Named => vec![upper_first(&addressee.name.vi)],
        };
        names
            .iter()
            .map(|name| match &addressee.purpose {
                Some(purpose) => layout[LayoutMessage::RecipientFor]
                    .render(&[("name", name), ("purpose", &purpose.vi)]),
                None => layout[LayoutMessage::Recipient].render(&[("name", name)]),
            })
            .collect()
    }

    /// Whether the chair concluded anything: an act of a conclusion was ticked.
    pub(super) fn concluded(&self) -> bool {
        self.record
            .steps
            .iter()
            .filter(|step| step.kind == StepKind::Conclusion)
            .flat_map(|step| &step.acts)
            .any(|act| act.done.is_some())
    }

    /// The regulation's own duties of a kind, in these circumstances; not those of accompanying laws.
    pub(super) fn duties(
        &self,
        kind: DeadlineKind,
    ) -> impl Iterator<Item = &'a DeadlineRecord> + use<'a> {
        self.record
            .deadlines
            .iter()
            .filter(move |duty| duty.kind == Some(kind) && duty.scope == Scope::Session)
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

/// The name of the session for the middle of a sentence; what is called a dialogue is a conference.
pub(super) fn session_name(prose: Prose<'_>) -> String {
    let title = lower_first(plain(&prose.record.title).as_str());
    let is_bare = ["đối thoại", "tiếp xúc"]
        .iter()
        .any(|word| title.starts_with(word));
    if is_bare {
        prose.words.say[SayMessage::Conference].render(&[("title", &title)])
    } else {
        title
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_have_two_digits_below_ten_and_in_january_and_february() {
        let words = DocumentWords::load(None).unwrap();
        let record = crate::documents::tests::empty_record();
        let prose = Prose {
            record: &record,
            words: &words,
        };
        let date = |y, m, d| prose.date(NaiveDate::from_ymd_opt(y, m, d).unwrap());
        assert_eq!(date(2026, 1, 5), "ngày 05 tháng 01 năm 2026");
        assert_eq!(date(2026, 9, 15), "ngày 15 tháng 9 năm 2026");
    }
}
