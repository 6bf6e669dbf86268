//! What becomes of an item, and by when: sentences and parts of sentences. Knows the class of an item and the duties of the
//! record, and nothing of where it is said.

use chrono::NaiveDate;

use super::{Prose, plain};
use crate::documents::words::SayMessage;
use crate::domain::record::{ClassRecord, DeadlineRecord, DueUnder, ItemRecord};
use crate::domain::regulation::{Anchor, DayUnit, DeadlineKind, DocumentKind};

impl Prose<'_> {
    /// What becomes of an item.
    pub(in crate::documents) fn result(&self, item: &ItemRecord) -> String {
        let say = &self.words.say;
        match &item.class {
            None => say[SayMessage::ResultNone].to_string(),
            Some(ClassRecord::AnsweredNow) => say[SayMessage::ResultNow].to_string(),
            Some(ClassRecord::VerifyLater {
                agency_name,
                due,
                under,
                ..
            }) => if self.is_reported_only(under.as_ref()) {
                &say[SayMessage::ResultReport]
            } else if self.is_under_report(under.as_ref()) {
                &say[SayMessage::ResultNotify]
            } else {
                &say[SayMessage::ResultLater]
            }
            .render(&[
                ("agency", &self.text(agency_name.as_deref())),
                ("due", &self.due(*due, under.as_ref())),
                ("outcome", &self.told_of(under.as_ref())),
            ]),
            Some(ClassRecord::ReportUpward { authority, due }) => {
                let set = due.map_or_else(String::new, |on| {
                    let due = say[SayMessage::DueOn].render(&[("date", &self.date(on))]);
                    say[SayMessage::UpwardSet].render(&[("due", &due)])
                });
                say[SayMessage::ResultUpward].render(&[
                    ("authority", &self.text(authority.as_deref())),
                    ("due", &format!("{set}{}", self.upward_by())),
                ])
            }
        }
    }

    /// The same in a few words, without days: those stand with the conclusion.
    pub(in crate::documents) fn result_in_short(&self, item: &ItemRecord) -> String {
        let say = &self.words.say;
        match &item.class {
            Some(ClassRecord::VerifyLater { agency_name, .. }) => say[SayMessage::ResultLaterShort]
                .render(&[("agency", &self.text(agency_name.as_deref()))]),
            Some(ClassRecord::ReportUpward { authority, .. }) => say[SayMessage::ResultUpward]
                .render(&[
                    ("authority", &self.text(authority.as_deref())),
                    ("due", &""),
                ]),
            Some(ClassRecord::AnsweredNow) | None => self.result(item),
        }
    }

    /// Whether the regulation has an agency report what became of an item, and nobody answer in writing whoever raised it.
    pub(in crate::documents) fn is_reported_only(&self, under: Option<&DueUnder>) -> bool {
        self.is_under_report(under) && self.paper_rule(DocumentKind::PetitionerLetter).is_none()
    }

    /// Whether the regulation has the agency itself answer in writing whoever raised an item.
    pub(in crate::documents) fn is_answered_in_writing(&self, under: Option<&DueUnder>) -> bool {
        self.is_under_report(under) && self.paper_rule(DocumentKind::PetitionerLetter).is_some()
    }

    /// Whether the day of an item is that of the report which the regulation has agencies make.
    fn is_under_report(&self, under: Option<&DueUnder>) -> bool {
        let duty = under.and_then(|under| self.deadline(&under.deadline));
        duty.is_some_and(|duty| duty.kind == Some(DeadlineKind::AgencyReport))
    }

    /// What whoever raised an item is told of in writing, in the regulation's own words: *kết quả tiếp nhận và chỉ đạo giải
    /// quyết*.
    fn told_of(&self, under: Option<&DueUnder>) -> String {
        const OUTCOME: &str = "kết quả ";
        let duty = under.and_then(|under| self.deadline(&under.deadline));
        duty.and_then(|duty| duty.title.vi.rfind(OUTCOME).map(|at| (duty, at)))
            .and_then(|(duty, at)| duty.title.vi.get(at..))
            .map_or_else(|| self.words.say[SayMessage::Outcome].to_string(), plain)
    }

    /// By when the regulation wants what is for others reported upward, behind what is reported; nothing where it sets no
    /// day.
    pub(in crate::documents) fn upward_by(&self) -> String {
        let say = &self.words.say;
        let mut days = self
            .duties(DeadlineKind::HigherLevel)
            .filter_map(|duty| Some((duty.on?, &duty.article)));
        days.next().map_or_else(String::new, |(on, article)| {
            let due = say[SayMessage::DueOn].render(&[("date", &self.date(on))]);
            say[SayMessage::UpwardBy].render(&[("due", &due), ("article", &self.cite(article))])
        })
    }

    /// By when an answer is due, with the article where it follows from one.
    pub(in crate::documents) fn due(
        &self,
        on: Option<NaiveDate>,
        under: Option<&DueUnder>,
    ) -> String {
        let say = &self.words.say;
        let deadline = under.and_then(|under| self.deadline(&under.deadline));
        let due = if let Some(date) = on.or_else(|| deadline.and_then(|deadline| deadline.on)) {
            let due = say[SayMessage::DueOn].render(&[("date", &self.date(date))]);
            let counted = deadline.filter(|deadline| deadline.on == Some(date));
            match counted.and_then(|deadline| deadline.limit) {
                // The clause gives the length of time, the day follows from it.
                Some(limit) => match limit.unit {
                    DayUnit::Working => &say[SayMessage::WithinWorking],
                    DayUnit::Calendar => &say[SayMessage::WithinDays],
                    DayUnit::Month => &say[SayMessage::WithinMonths],
                }
                .render(&[("days", &format!("{:02}", limit.days)), ("due", &due)]),
                None => due,
            }
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
            DayUnit::Month => &say[SayMessage::DueLimitMonths],
        };
        Some(sentence.render(&[("days", &format!("{:02}", limit.days)), ("anchor", anchor)]))
    }
}
