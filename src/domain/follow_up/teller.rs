//! How states, remarks, acts and rejections are told, in the language of whoever reads. Decides nothing.

mod acts;

use crate::domain::follow_up::words::FollowUpMessage;
use chrono::{Datelike, NaiveDate};

use super::words::{FollowUpWords, WORDS};
use super::{AnswerOutcome, DueRemark, DueState, LedgerRejection, LetterDate, OwedRow, OwedThing};
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
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        Self {
            words: WORDS.read(lang),
            lang,
        }
    }

    /// How a promise stands, in a few words.
    #[must_use]
    pub fn promise_state(&self, state: DueState) -> String {
        let in_time = FollowUpMessage::AnsweredOn;
        self.state(state, in_time, FollowUpMessage::AnsweredLate)
    }

    /// How a duty stands, in a few words.
    #[must_use]
    pub fn duty_state(&self, state: DueState) -> String {
        self.state(state, FollowUpMessage::DoneOn, FollowUpMessage::DoneLate)
    }

    fn state(&self, state: DueState, in_time: FollowUpMessage, late: FollowUpMessage) -> String {
        let words = &self.words;
        match state {
            DueState::Done { on } => words[in_time].render(&[("date", &day(on))]),
            DueState::DoneLate { on, days } => {
                words[late].render(&[("date", &day(on)), ("days", &days)])
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
            DueState::Overdue { days } => {
                words[FollowUpMessage::Overdue].render(&[("days", &days)])
            }
            DueState::Due { days: 0 } => words[FollowUpMessage::DueToday].to_string(),
            DueState::Due { days } | DueState::Running { days } => {
                words[FollowUpMessage::DueIn].render(&[("days", &days)])
            }
            DueState::AwaitsNotice => words[FollowUpMessage::AwaitsNotice].to_string(),
            DueState::WithSuperior => words[FollowUpMessage::WithSuperior].to_string(),
            DueState::NoLimit => words[FollowUpMessage::NoLimit].to_string(),
            DueState::Uncounted { year } => {
                words[FollowUpMessage::Uncounted].render(&[("year", &year)])
            }
            DueState::Done { .. } | DueState::DoneLate { .. } => String::new(),
        }
    }

    /// The heading of the group that a state belongs to.
    #[must_use]
    pub fn group(&self, state: DueState, window: u16) -> String {
        let words = &self.words;
        match state {
            DueState::Overdue { .. } => words[FollowUpMessage::GroupOverdue].to_string(),
            DueState::Due { .. } => words[FollowUpMessage::GroupDue].render(&[("days", &window)]),
            DueState::Running { .. } => words[FollowUpMessage::GroupRunning].to_string(),
            DueState::Uncounted { .. } => words[FollowUpMessage::GroupUncounted].to_string(),
            DueState::AwaitsNotice => words[FollowUpMessage::GroupAwaitsNotice].to_string(),
            DueState::WithSuperior => words[FollowUpMessage::GroupWithSuperior].to_string(),
            DueState::NoLimit => words[FollowUpMessage::GroupNoLimit].to_string(),
            DueState::Done { .. } | DueState::DoneLate { .. } => {
                words[FollowUpMessage::GroupDone].to_string()
            }
        }
    }

    /// A class in a few words.
    #[must_use]
    pub fn class(&self, class: Option<ClassKind>) -> String {
        let words = &self.words;
        match class {
            Some(ClassKind::AnsweredNow) => &words[FollowUpMessage::ClassNow],
            Some(ClassKind::VerifyLater) => &words[FollowUpMessage::ClassLater],
            Some(ClassKind::ReportUpward) => &words[FollowUpMessage::ClassUpward],
            None => &words[FollowUpMessage::ClassNone],
        }
        .to_string()
    }

    /// What an answer came to.
    #[must_use]
    pub fn outcome(&self, outcome: &AnswerOutcome) -> String {
        let words = &self.words;
        match outcome {
            AnswerOutcome::Settled => words[FollowUpMessage::OutcomeSettled].to_string(),
            AnswerOutcome::Partly => words[FollowUpMessage::OutcomePartly].to_string(),
            AnswerOutcome::Timetable { until: None } => {
                words[FollowUpMessage::OutcomeTimetable].to_string()
            }
            AnswerOutcome::Timetable { until: Some(until) } => {
                words[FollowUpMessage::OutcomeTimetableUntil].render(&[("date", &day(*until))])
            }
            AnswerOutcome::Refused { ground } => {
                words[FollowUpMessage::OutcomeRefused].render(&[("ground", ground)])
            }
            AnswerOutcome::PassedOn { to } => {
                words[FollowUpMessage::OutcomePassedOn].render(&[("to", to)])
            }
        }
    }

    /// A letter by its number and day.
    #[must_use]
    pub fn letter(&self, letter: &LetterDate) -> String {
        let on = day(letter.on);
        match &letter.number {
            Some(number) => {
                self.words[FollowUpMessage::Letter].render(&[("number", number), ("date", &on)])
            }
            None => self.words[FollowUpMessage::LetterNoNumber].render(&[("date", &on)]),
        }
    }

    /// What an office has to know about a day.
    #[must_use]
    pub fn remark(&self, remark: &DueRemark) -> String {
        let words = &self.words;
        match remark {
            DueRemark::CalendarMoved { then, now } => words[FollowUpMessage::RemarkCalendar]
                .render(&[("then", &day(*then)), ("now", &day(*now))]),
            DueRemark::SetByChair => words[FollowUpMessage::RemarkByChair].to_string(),
            DueRemark::SetAfterwards { reason } => {
                words[FollowUpMessage::RemarkAfterwards].render(&[("reason", reason)])
            }
            DueRemark::LaterThanAllowed { set } => {
                words[FollowUpMessage::RemarkLater].render(&[("date", &day(*set))])
            }
            DueRemark::Timetable { until } => {
                words[FollowUpMessage::RemarkTimetable].render(&[("date", &day(*until))])
            }
        }
    }

    /// What is owed, in one line: the item and the person, or the duty and its article.
    #[must_use]
    pub fn thing(&self, thing: &OwedThing) -> String {
        let words = &self.words;
        match thing {
            OwedThing::Promise(promise) => {
                let person = promise.item.person();
                let person = match promise.item.from() {
                    None => person,
                    Some(village) => words[FollowUpMessage::PromiseOf]
                        .render(&[("person", &person), ("village", &village)]),
                };
                words[FollowUpMessage::Promise]
                    .render(&[("item", &promise.item.id), ("person", &person)])
            }
            OwedThing::Duty(duty) => {
                let title = duty.due.title().in_lang(self.lang);
                let article = duty.due.article().in_lang(self.lang);
                if duty.due.scope == Scope::Accompanying {
                    let source = duty.due.source_title.in_lang(self.lang);
                    words[FollowUpMessage::DutyLaw].render(&[
                        ("title", &title),
                        ("source", &source),
                        ("article", &article),
                    ])
                } else {
                    words[FollowUpMessage::Duty].render(&[("title", &title), ("article", &article)])
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
            LedgerRejection::SessionOpen => words[FollowUpMessage::RejectSessionOpen].to_string(),
            LedgerRejection::AlreadyOpened => {
                words[FollowUpMessage::RejectAlreadyOpened].to_string()
            }
            LedgerRejection::NotOpened => words[FollowUpMessage::RejectNotOpened].to_string(),
            LedgerRejection::InFuture { day: on, today } => words[FollowUpMessage::RejectInFuture]
                .render(&[("date", &day(*on)), ("today", &day(*today))]),
            LedgerRejection::BeforeSession { day: on, ended } => words
                [FollowUpMessage::RejectBeforeSession]
                .render(&[("date", &day(*on)), ("ended", &day(*ended))]),
            LedgerRejection::DayPast { day: on, .. } => {
                words[FollowUpMessage::RejectDayPast].render(&[("date", &day(*on))])
            }
            LedgerRejection::NoItem(item) => {
                words[FollowUpMessage::RejectNoItem].render(&[("item", item)])
            }
            LedgerRejection::NotPromised(item) => {
                words[FollowUpMessage::RejectNotPromised].render(&[("item", item)])
            }
            LedgerRejection::Answered { item, on } => words[FollowUpMessage::RejectAnswered]
                .render(&[("item", item), ("date", &day(*on))]),
            LedgerRejection::NotAnswered(item) => {
                words[FollowUpMessage::RejectNotAnswered].render(&[("item", item)])
            }
            LedgerRejection::NoticeIssued { on } => {
                words[FollowUpMessage::RejectNoticeIssued].render(&[("date", &day(*on))])
            }
            LedgerRejection::NoDuty => words[FollowUpMessage::RejectNoDuty].to_string(),
            LedgerRejection::NoExtension => words[FollowUpMessage::RejectNoExtension].to_string(),
            LedgerRejection::ReasonMissing => words[FollowUpMessage::RejectReason].to_string(),
            LedgerRejection::AddresseeMissing => {
                words[FollowUpMessage::RejectAddressee].to_string()
            }
            LedgerRejection::GroundMissing => words[FollowUpMessage::RejectGround].to_string(),
            LedgerRejection::TextMissing => words[FollowUpMessage::RejectText].to_string(),
            LedgerRejection::ToldBeforeAnswer { told, answered } => words
                [FollowUpMessage::RejectToldBefore]
                .render(&[("told", &day(*told)), ("answered", &day(*answered))]),
            LedgerRejection::SameAgency => words[FollowUpMessage::RejectSameAgency].to_string(),
            LedgerRejection::NothingToUndo => {
                words[FollowUpMessage::RejectNothingToUndo].to_string()
            }
            LedgerRejection::NothingToRedo => {
                words[FollowUpMessage::RejectNothingToRedo].to_string()
            }
        }
    }
}
