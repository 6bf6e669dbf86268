//! The sentences of following up, and how states, remarks and acts are told in them. Decides nothing.

use chrono::{Datelike, NaiveDate};
use serde::Deserialize;

use super::{
    AnswerOutcome, DueRemark, DueState, FollowUpEvent, LedgerRejection, LetterDate, OwedRow,
    OwedThing,
};
use crate::regulation::{ClassKind, Scope};
use crate::words::{Lang, Sentence, Sources};

pub(super) const WORDS: Sources = crate::word_sources!("follow_up");

/// The sentences of following up.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FollowUpWords {
    pub overdue: Sentence,
    pub due_today: Sentence,
    pub due_in: Sentence,
    pub awaits_notice: Sentence,
    pub with_superior: Sentence,
    pub no_limit: Sentence,
    pub uncounted: Sentence,
    pub answered_on: Sentence,
    pub answered_late: Sentence,
    pub done_on: Sentence,
    pub done_late: Sentence,
    pub group_overdue: Sentence,
    pub group_due: Sentence,
    pub group_running: Sentence,
    pub group_uncounted: Sentence,
    pub group_awaits_notice: Sentence,
    pub group_with_superior: Sentence,
    pub group_no_limit: Sentence,
    pub group_done: Sentence,
    pub promise: Sentence,
    pub promise_of: Sentence,
    pub duty: Sentence,
    pub duty_law: Sentence,
    pub no_agency: Sentence,
    pub class_later: Sentence,
    pub class_upward: Sentence,
    pub class_now: Sentence,
    pub class_none: Sentence,
    pub outcome_settled: Sentence,
    pub outcome_partly: Sentence,
    pub outcome_timetable: Sentence,
    pub outcome_timetable_until: Sentence,
    pub outcome_refused: Sentence,
    pub outcome_refused_short: Sentence,
    pub outcome_passed_on: Sentence,
    pub outcome_passed_on_short: Sentence,
    pub remark_calendar: Sentence,
    pub remark_by_chair: Sentence,
    pub remark_afterwards: Sentence,
    pub remark_later: Sentence,
    pub remark_timetable: Sentence,
    pub remark_extended: Sentence,
    pub due_head: Sentence,
    pub due_none: Sentence,
    pub due_rest: Sentence,
    pub due_session: Sentence,
    pub due_unreadable: Sentence,
    pub bad_window: Sentence,
    pub find_none: Sentence,
    pub find_count: Sentence,
    pub find_item: Sentence,
    pub find_answer: Sentence,
    pub find_more: Sentence,
    pub reject_session_open: Sentence,
    pub reject_already_opened: Sentence,
    pub reject_not_opened: Sentence,
    pub reject_in_future: Sentence,
    pub reject_before_session: Sentence,
    pub reject_day_past: Sentence,
    pub reject_no_item: Sentence,
    pub reject_not_promised: Sentence,
    pub reject_answered: Sentence,
    pub reject_not_answered: Sentence,
    pub reject_notice_issued: Sentence,
    pub reject_no_duty: Sentence,
    pub reject_no_extension: Sentence,
    pub reject_reason: Sentence,
    pub reject_addressee: Sentence,
    pub reject_ground: Sentence,
    pub reject_text: Sentence,
    pub reject_told_before: Sentence,
    pub reject_same_agency: Sentence,
    pub reject_nothing_to_undo: Sentence,
    pub reject_nothing_to_redo: Sentence,
    pub act_opened: Sentence,
    pub act_amendment: Sentence,
    pub act_notice: Sentence,
    pub act_notice_corrected: Sentence,
    pub act_extended: Sentence,
    pub act_extension_withdrawn: Sentence,
    pub act_sent: Sentence,
    pub act_published: Sentence,
    pub act_duty: Sentence,
    pub act_assigned: Sentence,
    pub act_day: Sentence,
    pub act_answered: Sentence,
    pub act_answer_corrected: Sentence,
    pub act_told: Sentence,
    pub act_submitted: Sentence,
    pub act_reminded: Sentence,
    pub act_reopened: Sentence,
    pub act_attached: Sentence,
    pub act_noted: Sentence,
    pub act_undone: Sentence,
    pub act_redone: Sentence,
    pub letter: Sentence,
    pub letter_no_number: Sentence,
    pub items_list: Sentence,
    pub not_written: Sentence,
    pub locked: Sentence,
    pub damaged: Sentence,
    pub session_damaged: Sentence,
    pub session_empty: Sentence,
}

/// The sentences of following up, in the language they are told in.
#[derive(Debug, Clone)]
pub struct FollowUpTeller {
    pub words: FollowUpWords,
    pub lang: Lang,
}

impl FollowUpWords {
    /// # Errors
    /// When the words are not as the program expects them, which a test rules out.
    pub fn load(lang: Lang) -> Result<Self, ron::error::SpannedError> {
        WORDS.read(lang)
    }
}

fn day(date: NaiveDate) -> String {
    format!("{:02}/{:02}/{}", date.day(), date.month(), date.year())
}

impl FollowUpTeller {
    /// # Errors
    /// When the words are not as the program expects them, which a test rules out.
    pub fn new(lang: Lang) -> Result<Self, ron::error::SpannedError> {
        let words = FollowUpWords::load(lang)?;
        Ok(Self { words, lang })
    }

    /// How a promise stands, in a few words.
    #[must_use]
    pub fn promise_state(&self, state: DueState) -> String {
        let words = &self.words;
        match state {
            DueState::Done { on } => words.answered_on.fill(&[("date", &day(on))]),
            DueState::DoneLate { on, days } => words
                .answered_late
                .fill(&[("date", &day(on)), ("days", &days)]),
            DueState::Overdue { .. }
            | DueState::Due { .. }
            | DueState::Running { .. }
            | DueState::AwaitsNotice
            | DueState::WithSuperior
            | DueState::NoLimit
            | DueState::Uncounted { .. } => self.open_state(state),
        }
    }

    /// How a duty stands, in a few words.
    #[must_use]
    pub fn duty_state(&self, state: DueState) -> String {
        let words = &self.words;
        match state {
            DueState::Done { on } => words.done_on.fill(&[("date", &day(on))]),
            DueState::DoneLate { on, days } => {
                words.done_late.fill(&[("date", &day(on)), ("days", &days)])
            }
            DueState::Overdue { .. }
            | DueState::Due { .. }
            | DueState::Running { .. }
            | DueState::AwaitsNotice
            | DueState::WithSuperior
            | DueState::NoLimit
            | DueState::Uncounted { .. } => self.open_state(state),
        }
    }

    fn open_state(&self, state: DueState) -> String {
        let words = &self.words;
        match state {
            DueState::Overdue { days } => words.overdue.fill(&[("days", &days)]),
            DueState::Due { days: 0 } => words.due_today.to_string(),
            DueState::Due { days } | DueState::Running { days } => {
                words.due_in.fill(&[("days", &days)])
            }
            DueState::AwaitsNotice => words.awaits_notice.to_string(),
            DueState::WithSuperior => words.with_superior.to_string(),
            DueState::NoLimit => words.no_limit.to_string(),
            DueState::Uncounted { year } => words.uncounted.fill(&[("year", &year)]),
            DueState::Done { .. } | DueState::DoneLate { .. } => String::new(),
        }
    }

    /// The heading of the group that a state belongs to.
    #[must_use]
    pub fn group(&self, state: DueState, window: u16) -> String {
        let words = &self.words;
        match state {
            DueState::Overdue { .. } => words.group_overdue.to_string(),
            DueState::Due { .. } => words.group_due.fill(&[("days", &window)]),
            DueState::Running { .. } => words.group_running.to_string(),
            DueState::Uncounted { .. } => words.group_uncounted.to_string(),
            DueState::AwaitsNotice => words.group_awaits_notice.to_string(),
            DueState::WithSuperior => words.group_with_superior.to_string(),
            DueState::NoLimit => words.group_no_limit.to_string(),
            DueState::Done { .. } | DueState::DoneLate { .. } => words.group_done.to_string(),
        }
    }

    /// A class in a few words.
    #[must_use]
    pub fn class(&self, class: Option<ClassKind>) -> String {
        let words = &self.words;
        match class {
            Some(ClassKind::AnsweredNow) => &words.class_now,
            Some(ClassKind::VerifyLater) => &words.class_later,
            Some(ClassKind::ReportUpward) => &words.class_upward,
            None => &words.class_none,
        }
        .to_string()
    }

    /// What an answer came to.
    #[must_use]
    pub fn outcome(&self, outcome: &AnswerOutcome) -> String {
        let words = &self.words;
        match outcome {
            AnswerOutcome::Settled => words.outcome_settled.to_string(),
            AnswerOutcome::Partly => words.outcome_partly.to_string(),
            AnswerOutcome::Timetable { until: None } => words.outcome_timetable.to_string(),
            AnswerOutcome::Timetable { until: Some(until) } => words
                .outcome_timetable_until
                .fill(&[("date", &day(*until))]),
            AnswerOutcome::Refused { ground } => words.outcome_refused.fill(&[("ground", ground)]),
            AnswerOutcome::PassedOn { to } => words.outcome_passed_on.fill(&[("to", to)]),
        }
    }

    /// A letter by its number and day.
    #[must_use]
    pub fn letter(&self, letter: &LetterDate) -> String {
        let on = day(letter.on);
        match &letter.number {
            Some(number) => self.words.letter.fill(&[("number", number), ("date", &on)]),
            None => self.words.letter_no_number.fill(&[("date", &on)]),
        }
    }

    /// What an office has to know about a day.
    #[must_use]
    pub fn remark(&self, remark: &DueRemark) -> String {
        let words = &self.words;
        match remark {
            DueRemark::CalendarMoved { then, now } => words
                .remark_calendar
                .fill(&[("then", &day(*then)), ("now", &day(*now))]),
            DueRemark::SetByChair => words.remark_by_chair.to_string(),
            DueRemark::SetAfterwards { reason } => {
                words.remark_afterwards.fill(&[("reason", reason)])
            }
            DueRemark::LaterThanAllowed { set } => words.remark_later.fill(&[("date", &day(*set))]),
            DueRemark::Timetable { until } => {
                words.remark_timetable.fill(&[("date", &day(*until))])
            }
        }
    }

    /// What is owed, in one line: the item and the person, or the duty and its article.
    #[must_use]
    pub fn thing(&self, thing: &OwedThing) -> String {
        let words = &self.words;
        match thing {
            OwedThing::Promise(promise) => {
                let (person, village) = (promise.item.person(), &promise.item.village);
                let person = if village.is_empty() {
                    person
                } else {
                    words
                        .promise_of
                        .fill(&[("person", &person), ("village", village)])
                };
                words
                    .promise
                    .fill(&[("item", &promise.item.id), ("person", &person)])
            }
            OwedThing::Duty(duty) => {
                let title = duty.due.title().in_lang(self.lang);
                let article = duty.due.article();
                if duty.due.scope == Scope::Floor {
                    let source = duty.due.source_title.in_lang(self.lang);
                    words.duty_law.fill(&[
                        ("title", &title),
                        ("source", &source),
                        ("article", article),
                    ])
                } else {
                    words.duty.fill(&[("title", &title), ("article", article)])
                }
            }
        }
    }

    /// How a row of a list stands.
    #[must_use]
    pub fn row_state(&self, row: &OwedRow) -> String {
        match row.what {
            OwedThing::Promise(_) => self.promise_state(row.state),
            OwedThing::Duty(_) => self.duty_state(row.state),
        }
    }

    /// Why something cannot be entered.
    #[must_use]
    pub fn rejection(&self, rejection: &LedgerRejection) -> String {
        let words = &self.words;
        match rejection {
            LedgerRejection::SessionOpen => words.reject_session_open.to_string(),
            LedgerRejection::AlreadyOpened => words.reject_already_opened.to_string(),
            LedgerRejection::NotOpened => words.reject_not_opened.to_string(),
            LedgerRejection::InFuture { day: on, today } => words
                .reject_in_future
                .fill(&[("date", &day(*on)), ("today", &day(*today))]),
            LedgerRejection::BeforeSession { day: on, ended } => words
                .reject_before_session
                .fill(&[("date", &day(*on)), ("ended", &day(*ended))]),
            LedgerRejection::DayPast { day: on, .. } => {
                words.reject_day_past.fill(&[("date", &day(*on))])
            }
            LedgerRejection::NoItem(item) => words.reject_no_item.fill(&[("item", item)]),
            LedgerRejection::NotPromised(item) => words.reject_not_promised.fill(&[("item", item)]),
            LedgerRejection::Answered { item, on } => words
                .reject_answered
                .fill(&[("item", item), ("date", &day(*on))]),
            LedgerRejection::NotAnswered(item) => words.reject_not_answered.fill(&[("item", item)]),
            LedgerRejection::NoticeIssued { on } => {
                words.reject_notice_issued.fill(&[("date", &day(*on))])
            }
            LedgerRejection::NoDuty => words.reject_no_duty.to_string(),
            LedgerRejection::NoExtension => words.reject_no_extension.to_string(),
            LedgerRejection::ReasonMissing => words.reject_reason.to_string(),
            LedgerRejection::AddresseeMissing => words.reject_addressee.to_string(),
            LedgerRejection::GroundMissing => words.reject_ground.to_string(),
            LedgerRejection::TextMissing => words.reject_text.to_string(),
            LedgerRejection::ToldBeforeAnswer { told, answered } => words
                .reject_told_before
                .fill(&[("told", &day(*told)), ("answered", &day(*answered))]),
            LedgerRejection::SameAgency => words.reject_same_agency.to_string(),
            LedgerRejection::NothingToUndo => words.reject_nothing_to_undo.to_string(),
            LedgerRejection::NothingToRedo => words.reject_nothing_to_redo.to_string(),
        }
    }

    /// What an event did, in one line. `duty` tells what a duty is called.
    #[must_use]
    pub fn act(&self, event: &FollowUpEvent, duty: &dyn Fn(&super::DutyRef) -> String) -> String {
        let words = &self.words;
        match event {
            FollowUpEvent::LedgerOpened { .. } => words.act_opened.to_string(),
            FollowUpEvent::AmendmentAccepted { .. } => words.act_amendment.to_string(),
            FollowUpEvent::NoticeIssued { letter, correction } => {
                let letter = self.letter(letter);
                match correction {
                    None => words.act_notice.fill(&[("letter", &letter)]),
                    Some(reason) => words
                        .act_notice_corrected
                        .fill(&[("letter", &letter), ("reason", reason)]),
                }
            }
            FollowUpEvent::Extended { reason, .. } => {
                words.act_extended.fill(&[("reason", reason)])
            }
            FollowUpEvent::ExtensionWithdrawn { .. } => words.act_extension_withdrawn.to_string(),
            FollowUpEvent::Sent { to, on, .. } => {
                words.act_sent.fill(&[("to", to), ("date", &day(*on))])
            }
            FollowUpEvent::Published { channel, on, .. } => words
                .act_published
                .fill(&[("channel", channel), ("date", &day(*on))]),
            FollowUpEvent::DutyDone { duty: done, on, .. } => words
                .act_duty
                .fill(&[("date", &day(*on)), ("duty", &duty(done))]),
            FollowUpEvent::Reminded { agency, items, on } => words.act_reminded.fill(&[
                ("agency", agency),
                ("date", &day(*on)),
                ("items", &self.items(items)),
            ]),
            FollowUpEvent::FileAttached { attachment } => {
                words.act_attached.fill(&[("file", &attachment.original)])
            }
            FollowUpEvent::Noted { text, .. } => words.act_noted.fill(&[("text", text)]),
            FollowUpEvent::Undone { entry } => words.act_undone.fill(&[("what", &entry.0)]),
            FollowUpEvent::Redone { entry } => words.act_redone.fill(&[("what", &entry.0)]),
            FollowUpEvent::Assigned { .. }
            | FollowUpEvent::DayAgreed { .. }
            | FollowUpEvent::Answered { .. }
            | FollowUpEvent::PetitionerTold { .. }
            | FollowUpEvent::SubmittedUpward { .. }
            | FollowUpEvent::Reopened { .. } => self.act_about_promise(event),
        }
    }

    /// The numbers of several items.
    #[must_use]
    pub fn items(&self, items: &[u32]) -> String {
        let numbers: Vec<String> = items.iter().map(u32::to_string).collect();
        self.words
            .items_list
            .fill(&[("numbers", &numbers.join(", "))])
    }

    fn act_about_promise(&self, event: &FollowUpEvent) -> String {
        let words = &self.words;
        match event {
            FollowUpEvent::Assigned { agency, on, .. } => words
                .act_assigned
                .fill(&[("agency", agency), ("date", &day(*on))]),
            FollowUpEvent::DayAgreed {
                day: agreed,
                reason,
                ..
            } => words
                .act_day
                .fill(&[("date", &day(*agreed)), ("reason", reason)]),
            FollowUpEvent::Answered {
                item,
                letter,
                outcome,
                correction,
                ..
            } => {
                let (letter, outcome) = (self.letter(letter), self.outcome(outcome));
                match correction {
                    None => words.act_answered.fill(&[
                        ("item", item),
                        ("outcome", &outcome),
                        ("letter", &letter),
                    ]),
                    Some(reason) => words.act_answer_corrected.fill(&[
                        ("item", item),
                        ("reason", reason),
                        ("outcome", &outcome),
                        ("letter", &letter),
                    ]),
                }
            }
            FollowUpEvent::PetitionerTold { item, on } => {
                words.act_told.fill(&[("item", item), ("date", &day(*on))])
            }
            FollowUpEvent::SubmittedUpward { item, to, letter } => words.act_submitted.fill(&[
                ("item", item),
                ("to", to),
                ("letter", &self.letter(letter)),
            ]),
            FollowUpEvent::Reopened { item, reason } => words
                .act_reopened
                .fill(&[("item", item), ("reason", reason)]),
            FollowUpEvent::LedgerOpened { .. }
            | FollowUpEvent::AmendmentAccepted { .. }
            | FollowUpEvent::NoticeIssued { .. }
            | FollowUpEvent::Extended { .. }
            | FollowUpEvent::ExtensionWithdrawn { .. }
            | FollowUpEvent::Sent { .. }
            | FollowUpEvent::Published { .. }
            | FollowUpEvent::DutyDone { .. }
            | FollowUpEvent::Reminded { .. }
            | FollowUpEvent::FileAttached { .. }
            | FollowUpEvent::Noted { .. }
            | FollowUpEvent::Undone { .. }
            | FollowUpEvent::Redone { .. } => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::places_that_differ;

    #[test]
    fn both_languages_tell_everything() {
        for lang in [Lang::Vi, Lang::En] {
            assert!(FollowUpWords::load(lang).is_ok());
        }
        assert_eq!(places_that_differ(WORDS), Vec::<String>::new());
    }
}
