//! How states, remarks, acts and rejections are told, in the language of whoever reads. Decides nothing.

use chrono::{Datelike, NaiveDate};

use super::words::FollowUpWords;
use super::{
    AnswerOutcome, DueRemark, DueState, FollowUpEvent, LedgerRejection, LetterDate, OwedRow,
    OwedThing,
};
use crate::domain::i18n::Lang;
use crate::domain::regulation::{ClassKind, Scope};

/// The sentences of following up, in the language they are told in.
#[derive(Debug, Clone)]
pub struct FollowUpTeller {
    pub words: FollowUpWords,
    pub lang: Lang,
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
