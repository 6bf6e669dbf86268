//! The sentences of following up, and how states, remarks and acts are told in them. Decides nothing.

use chrono::{Datelike, NaiveDate};
use serde::Deserialize;

use super::{
    AnswerOutcome, DueRemark, DueState, FollowUpEvent, LedgerRejection, LetterDate, OwedRow,
    OwedThing,
};
use crate::domain::i18n::{Lang, Message, Sources};
use crate::domain::regulation::{ClassKind, Scope};

pub(super) const WORDS: Sources = crate::word_sources!("follow_up");

/// The sentences of following up.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FollowUpWords {
    pub overdue: Message,
    pub due_today: Message,
    pub due_in: Message,
    pub awaits_notice: Message,
    pub with_superior: Message,
    pub no_limit: Message,
    pub uncounted: Message,
    pub answered_on: Message,
    pub answered_late: Message,
    pub done_on: Message,
    pub done_late: Message,
    pub group_overdue: Message,
    pub group_due: Message,
    pub group_running: Message,
    pub group_uncounted: Message,
    pub group_awaits_notice: Message,
    pub group_with_superior: Message,
    pub group_no_limit: Message,
    pub group_done: Message,
    pub promise: Message,
    pub promise_of: Message,
    pub duty: Message,
    pub duty_law: Message,
    pub no_agency: Message,
    pub class_later: Message,
    pub class_upward: Message,
    pub class_now: Message,
    pub class_none: Message,
    pub outcome_settled: Message,
    pub outcome_partly: Message,
    pub outcome_timetable: Message,
    pub outcome_timetable_until: Message,
    pub outcome_refused: Message,
    pub outcome_refused_short: Message,
    pub outcome_passed_on: Message,
    pub outcome_passed_on_short: Message,
    pub remark_calendar: Message,
    pub remark_by_chair: Message,
    pub remark_afterwards: Message,
    pub remark_later: Message,
    pub remark_timetable: Message,
    pub remark_extended: Message,
    pub due_head: Message,
    pub due_none: Message,
    pub due_rest: Message,
    pub due_session: Message,
    pub due_unreadable: Message,
    pub bad_window: Message,
    pub find_none: Message,
    pub find_count: Message,
    pub find_item: Message,
    pub find_answer: Message,
    pub find_more: Message,
    pub reject_session_open: Message,
    pub reject_already_opened: Message,
    pub reject_not_opened: Message,
    pub reject_in_future: Message,
    pub reject_before_session: Message,
    pub reject_day_past: Message,
    pub reject_no_item: Message,
    pub reject_not_promised: Message,
    pub reject_answered: Message,
    pub reject_not_answered: Message,
    pub reject_notice_issued: Message,
    pub reject_no_duty: Message,
    pub reject_no_extension: Message,
    pub reject_reason: Message,
    pub reject_addressee: Message,
    pub reject_ground: Message,
    pub reject_text: Message,
    pub reject_told_before: Message,
    pub reject_same_agency: Message,
    pub reject_nothing_to_undo: Message,
    pub reject_nothing_to_redo: Message,
    pub act_opened: Message,
    pub act_amendment: Message,
    pub act_notice: Message,
    pub act_notice_corrected: Message,
    pub act_extended: Message,
    pub act_extension_withdrawn: Message,
    pub act_sent: Message,
    pub act_published: Message,
    pub act_duty: Message,
    pub act_assigned: Message,
    pub act_day: Message,
    pub act_answered: Message,
    pub act_answer_corrected: Message,
    pub act_told: Message,
    pub act_submitted: Message,
    pub act_reminded: Message,
    pub act_reopened: Message,
    pub act_attached: Message,
    pub act_noted: Message,
    pub act_undone: Message,
    pub act_redone: Message,
    pub letter: Message,
    pub letter_no_number: Message,
    pub items_list: Message,
    pub not_written: Message,
    pub locked: Message,
    pub damaged: Message,
    pub session_damaged: Message,
    pub session_empty: Message,
    pub follow_up_failed: Message,
    pub branched: Message,
    pub not_attached: Message,
    pub bad_period: Message,
    pub period_backwards: Message,
    pub period_hint: Message,
    pub report_written: Message,
    pub report_progress: Message,
    pub left_public: Message,
    pub left_broken: Message,
    pub left_twice: Message,
    pub left_branch: Message,
    pub left_open: Message,
    pub nothing_to_report: Message,
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
            DueState::Done { on } => words.answered_on.render(&[("date", &day(on))]),
            DueState::DoneLate { on, days } => words
                .answered_late
                .render(&[("date", &day(on)), ("days", &days)]),
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
            DueState::Done { on } => words.done_on.render(&[("date", &day(on))]),
            DueState::DoneLate { on, days } => words
                .done_late
                .render(&[("date", &day(on)), ("days", &days)]),
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
            DueState::Overdue { days } => words.overdue.render(&[("days", &days)]),
            DueState::Due { days: 0 } => words.due_today.to_string(),
            DueState::Due { days } | DueState::Running { days } => {
                words.due_in.render(&[("days", &days)])
            }
            DueState::AwaitsNotice => words.awaits_notice.to_string(),
            DueState::WithSuperior => words.with_superior.to_string(),
            DueState::NoLimit => words.no_limit.to_string(),
            DueState::Uncounted { year } => words.uncounted.render(&[("year", &year)]),
            DueState::Done { .. } | DueState::DoneLate { .. } => String::new(),
        }
    }

    /// The heading of the group that a state belongs to.
    #[must_use]
    pub fn group(&self, state: DueState, window: u16) -> String {
        let words = &self.words;
        match state {
            DueState::Overdue { .. } => words.group_overdue.to_string(),
            DueState::Due { .. } => words.group_due.render(&[("days", &window)]),
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
                .render(&[("date", &day(*until))]),
            AnswerOutcome::Refused { ground } => {
                words.outcome_refused.render(&[("ground", ground)])
            }
            AnswerOutcome::PassedOn { to } => words.outcome_passed_on.render(&[("to", to)]),
        }
    }

    /// A letter by its number and day.
    #[must_use]
    pub fn letter(&self, letter: &LetterDate) -> String {
        let on = day(letter.on);
        match &letter.number {
            Some(number) => self
                .words
                .letter
                .render(&[("number", number), ("date", &on)]),
            None => self.words.letter_no_number.render(&[("date", &on)]),
        }
    }

    /// What an office has to know about a day.
    #[must_use]
    pub fn remark(&self, remark: &DueRemark) -> String {
        let words = &self.words;
        match remark {
            DueRemark::CalendarMoved { then, now } => words
                .remark_calendar
                .render(&[("then", &day(*then)), ("now", &day(*now))]),
            DueRemark::SetByChair => words.remark_by_chair.to_string(),
            DueRemark::SetAfterwards { reason } => {
                words.remark_afterwards.render(&[("reason", reason)])
            }
            DueRemark::LaterThanAllowed { set } => {
                words.remark_later.render(&[("date", &day(*set))])
            }
            DueRemark::Timetable { until } => {
                words.remark_timetable.render(&[("date", &day(*until))])
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
                        .render(&[("person", &person), ("village", village)])
                };
                words
                    .promise
                    .render(&[("item", &promise.item.id), ("person", &person)])
            }
            OwedThing::Duty(duty) => {
                let title = duty.due.title().in_lang(self.lang);
                let article = duty.due.article();
                if duty.due.scope == Scope::Accompanying {
                    let source = duty.due.source_title.in_lang(self.lang);
                    words.duty_law.render(&[
                        ("title", &title),
                        ("source", &source),
                        ("article", article),
                    ])
                } else {
                    words
                        .duty
                        .render(&[("title", &title), ("article", article)])
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
                .render(&[("date", &day(*on)), ("today", &day(*today))]),
            LedgerRejection::BeforeSession { day: on, ended } => words
                .reject_before_session
                .render(&[("date", &day(*on)), ("ended", &day(*ended))]),
            LedgerRejection::DayPast { day: on, .. } => {
                words.reject_day_past.render(&[("date", &day(*on))])
            }
            LedgerRejection::NoItem(item) => words.reject_no_item.render(&[("item", item)]),
            LedgerRejection::NotPromised(item) => {
                words.reject_not_promised.render(&[("item", item)])
            }
            LedgerRejection::Answered { item, on } => words
                .reject_answered
                .render(&[("item", item), ("date", &day(*on))]),
            LedgerRejection::NotAnswered(item) => {
                words.reject_not_answered.render(&[("item", item)])
            }
            LedgerRejection::NoticeIssued { on } => {
                words.reject_notice_issued.render(&[("date", &day(*on))])
            }
            LedgerRejection::NoDuty => words.reject_no_duty.to_string(),
            LedgerRejection::NoExtension => words.reject_no_extension.to_string(),
            LedgerRejection::ReasonMissing => words.reject_reason.to_string(),
            LedgerRejection::AddresseeMissing => words.reject_addressee.to_string(),
            LedgerRejection::GroundMissing => words.reject_ground.to_string(),
            LedgerRejection::TextMissing => words.reject_text.to_string(),
            LedgerRejection::ToldBeforeAnswer { told, answered } => words
                .reject_told_before
                .render(&[("told", &day(*told)), ("answered", &day(*answered))]),
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
                    None => words.act_notice.render(&[("letter", &letter)]),
                    Some(reason) => words
                        .act_notice_corrected
                        .render(&[("letter", &letter), ("reason", reason)]),
                }
            }
            FollowUpEvent::Extended { reason, .. } => {
                words.act_extended.render(&[("reason", reason)])
            }
            FollowUpEvent::ExtensionWithdrawn { .. } => words.act_extension_withdrawn.to_string(),
            FollowUpEvent::Sent { to, on, .. } => {
                words.act_sent.render(&[("to", to), ("date", &day(*on))])
            }
            FollowUpEvent::Published { channel, on, .. } => words
                .act_published
                .render(&[("channel", channel), ("date", &day(*on))]),
            FollowUpEvent::DutyDone { duty: done, on, .. } => words
                .act_duty
                .render(&[("date", &day(*on)), ("duty", &duty(done))]),
            FollowUpEvent::Reminded { agency, items, on } => words.act_reminded.render(&[
                ("agency", agency),
                ("date", &day(*on)),
                ("items", &self.items(items)),
            ]),
            FollowUpEvent::FileAttached { attachment } => {
                words.act_attached.render(&[("file", &attachment.original)])
            }
            FollowUpEvent::Noted { text, .. } => words.act_noted.render(&[("text", text)]),
            FollowUpEvent::Undone { entry } => words.act_undone.render(&[("what", &entry.0)]),
            FollowUpEvent::Redone { entry } => words.act_redone.render(&[("what", &entry.0)]),
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
            .render(&[("numbers", &numbers.join(", "))])
    }

    fn act_about_promise(&self, event: &FollowUpEvent) -> String {
        let words = &self.words;
        match event {
            FollowUpEvent::Assigned { agency, on, .. } => words
                .act_assigned
                .render(&[("agency", agency), ("date", &day(*on))]),
            FollowUpEvent::DayAgreed {
                day: agreed,
                reason,
                ..
            } => words
                .act_day
                .render(&[("date", &day(*agreed)), ("reason", reason)]),
            FollowUpEvent::Answered {
                item,
                letter,
                outcome,
                correction,
                ..
            } => {
                let (letter, outcome) = (self.letter(letter), self.outcome(outcome));
                match correction {
                    None => words.act_answered.render(&[
                        ("item", item),
                        ("outcome", &outcome),
                        ("letter", &letter),
                    ]),
                    Some(reason) => words.act_answer_corrected.render(&[
                        ("item", item),
                        ("reason", reason),
                        ("outcome", &outcome),
                        ("letter", &letter),
                    ]),
                }
            }
            FollowUpEvent::PetitionerTold { item, on } => words
                .act_told
                .render(&[("item", item), ("date", &day(*on))]),
            FollowUpEvent::SubmittedUpward { item, to, letter } => words.act_submitted.render(&[
                ("item", item),
                ("to", to),
                ("letter", &self.letter(letter)),
            ]),
            FollowUpEvent::Reopened { item, reason } => words
                .act_reopened
                .render(&[("item", item), ("reason", reason)]),
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
    use crate::domain::i18n::places_that_differ;

    #[test]
    fn both_languages_tell_everything() {
        for lang in [Lang::Vi, Lang::En] {
            assert!(FollowUpWords::load(lang).is_ok());
        }
        assert_eq!(places_that_differ(WORDS), Vec::<String>::new());
    }
}
