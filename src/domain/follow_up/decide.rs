//! Whether what the clerk enters can be so. Decides and changes nothing; events come back, or why not.

use chrono::NaiveDate;

use super::event::{AnswerOutcome, Attachment, DutyRef, FollowUpEvent, JournalAnchor, LetterDate};
use super::ledger::Ledger;
use super::promise::SessionPromises;
use crate::domain::text;

/// What the clerk enters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LedgerCommand {
    /// Opens the ledger of a session; only as its first entry.
    Open {
        journal: JournalAnchor,
    },
    /// Says that what changed in the journal was looked at.
    AcceptAmendment {
        journal: JournalAnchor,
    },
    IssueNotice {
        letter: LetterDate,
        /// The extending deadlines that hold, with the reason.
        extended: Vec<(DutyRef, String)>,
        /// Why the number or day that stands is wrong.
        correction: Option<String>,
    },
    Extend {
        duty: DutyRef,
        reason: String,
    },
    WithdrawExtension {
        duty: DutyRef,
    },
    Send {
        duty: Option<DutyRef>,
        to: String,
        on: NaiveDate,
    },
    Publish {
        duty: Option<DutyRef>,
        channel: String,
        on: NaiveDate,
    },
    MarkDone {
        duty: DutyRef,
        on: NaiveDate,
        note: Option<String>,
    },
    Assign {
        item: u32,
        agency: String,
        on: NaiveDate,
    },
    AgreeDay {
        item: u32,
        day: NaiveDate,
        reason: String,
    },
    Answer {
        item: u32,
        letter: LetterDate,
        outcome: AnswerOutcome,
        text: Option<String>,
        told: Option<NaiveDate>,
        correction: Option<String>,
    },
    Tell {
        item: u32,
        on: NaiveDate,
    },
    SubmitUpward {
        item: u32,
        to: String,
        letter: LetterDate,
    },
    Remind {
        agency: String,
        items: Vec<u32>,
        on: NaiveDate,
    },
    Reopen {
        item: u32,
        reason: String,
    },
    Attach {
        attachment: Attachment,
    },
    Note {
        item: Option<u32>,
        text: String,
    },
    Undo,
    Redo,
}

/// Why something cannot be entered. Nothing has changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LedgerRejection {
    #[error("the session is not closed")]
    SessionOpen,
    #[error("the ledger is open already")]
    AlreadyOpened,
    #[error("the ledger was not opened")]
    NotOpened,
    #[error("{day} lies after today")]
    InFuture { day: NaiveDate, today: NaiveDate },
    #[error("{day} lies before the session")]
    BeforeSession { day: NaiveDate, ended: NaiveDate },
    #[error("the day {day} is past")]
    DayPast { day: NaiveDate, today: NaiveDate },
    #[error("no item {0}")]
    NoItem(u32),
    #[error("item {0} was answered in the session")]
    NotPromised(u32),
    #[error("item {item} was answered already")]
    Answered { item: u32, on: NaiveDate },
    #[error("item {0} has no answer yet")]
    NotAnswered(u32),
    #[error("the notice was issued already")]
    NoticeIssued { on: NaiveDate },
    #[error("the regulation has no such duty")]
    NoDuty,
    #[error("the regulation extends nothing like this")]
    NoExtension,
    #[error("a reason is missing")]
    ReasonMissing,
    #[error("whom it goes to is missing")]
    AddresseeMissing,
    #[error("the ground of the refusal is missing")]
    GroundMissing,
    #[error("the text is missing")]
    TextMissing,
    #[error("the petitioner cannot have been told before the answer")]
    ToldBeforeAnswer {
        told: NaiveDate,
        answered: NaiveDate,
    },
    #[error("that agency has it already")]
    SameAgency,
    #[error("nothing to take back")]
    NothingToUndo,
    #[error("nothing to put back")]
    NothingToRedo,
}

type Decided = Result<Vec<FollowUpEvent>, LedgerRejection>;

impl Ledger {
    /// The events that a command comes to today, or why it cannot be.
    ///
    /// # Errors
    /// When what is entered cannot be so.
    pub fn decide(
        &self,
        promises: &SessionPromises,
        command: LedgerCommand,
        today: NaiveDate,
    ) -> Decided {
        let desk = Deciding {
            ledger: self,
            promises,
            today,
        };
        if !promises.closed {
            return Err(LedgerRejection::SessionOpen);
        }
        match command {
            LedgerCommand::Open { journal } => desk.open(journal),
            _ if self.is_empty() => Err(LedgerRejection::NotOpened),
            LedgerCommand::AcceptAmendment { journal } => {
                Ok(vec![FollowUpEvent::AmendmentAccepted { journal }])
            }
            LedgerCommand::IssueNotice {
                letter,
                extended,
                correction,
            } => desk.notice(letter, extended, correction.as_deref()),
            LedgerCommand::Extend { duty, reason } => {
                desk.extension(duty, &reason).map(|event| vec![event])
            }
            LedgerCommand::WithdrawExtension { duty } => {
                if self.state().extended.contains_key(&duty) {
                    Ok(vec![FollowUpEvent::ExtensionWithdrawn { duty }])
                } else {
                    Err(LedgerRejection::NoExtension)
                }
            }
            LedgerCommand::Send { duty, to, on } => desk.sent(duty, &to, on),
            LedgerCommand::Publish { duty, channel, on } => desk.published(duty, &channel, on),
            LedgerCommand::MarkDone { duty, on, note } => {
                desk.day(on)?;
                desk.known(&duty)?;
                let note = optional(note.as_deref());
                Ok(vec![FollowUpEvent::DutyDone { duty, on, note }])
            }
            about @ (LedgerCommand::Assign { .. }
            | LedgerCommand::AgreeDay { .. }
            | LedgerCommand::Answer { .. }
            | LedgerCommand::Tell { .. }
            | LedgerCommand::SubmitUpward { .. }
            | LedgerCommand::Remind { .. }
            | LedgerCommand::Reopen { .. }
            | LedgerCommand::Attach { .. }
            | LedgerCommand::Note { .. }) => desk.about_promise(about),
            LedgerCommand::Undo => self
                .to_undo()
                .map(|entry| vec![FollowUpEvent::Undone { entry: entry.seq }])
                .ok_or(LedgerRejection::NothingToUndo),
            LedgerCommand::Redo => self
                .to_redo()
                .map(|entry| vec![FollowUpEvent::Redone { entry: entry.seq }])
                .ok_or(LedgerRejection::NothingToRedo),
        }
    }
}

struct Deciding<'a> {
    ledger: &'a Ledger,
    promises: &'a SessionPromises,
    today: NaiveDate,
}

impl Deciding<'_> {
    fn open(&self, journal: JournalAnchor) -> Decided {
        if !self.ledger.is_empty() {
            return Err(LedgerRejection::AlreadyOpened);
        }
        Ok(vec![FollowUpEvent::LedgerOpened {
            title: self.promises.title.clone(),
            held: self.promises.held,
            journal,
        }])
    }

    /// A day on which something can have happened: between the session and today.
    fn day(&self, day: NaiveDate) -> Result<(), LedgerRejection> {
        let ended = self.promises.ended;
        if day > self.today {
            Err(LedgerRejection::InFuture {
                day,
                today: self.today,
            })
        } else if day < ended {
            Err(LedgerRejection::BeforeSession { day, ended })
        } else {
            Ok(())
        }
    }

    fn notice(
        &self,
        letter: LetterDate,
        extended: Vec<(DutyRef, String)>,
        correction: Option<&str>,
    ) -> Decided {
        self.day(letter.on)?;
        let correction = optional(correction);
        if let (Some(notice), None) = (&self.ledger.state().notice, &correction) {
            return Err(LedgerRejection::NoticeIssued {
                on: notice.letter.on,
            });
        }
        let letter = cleaned(letter);
        let mut events = vec![FollowUpEvent::NoticeIssued { letter, correction }];
        for (duty, reason) in extended {
            events.push(self.extension(duty, &reason)?);
        }
        Ok(events)
    }

    fn extension(&self, duty: DutyRef, reason: &str) -> Result<FollowUpEvent, LedgerRejection> {
        let regulation = &self.promises.regulation;
        let extends = duty.source == regulation.id
            && regulation
                .deadline(&duty.id)
                .is_some_and(|deadline| deadline.extends.is_some());
        if !extends {
            return Err(LedgerRejection::NoExtension);
        }
        let reason = required(reason, LedgerRejection::ReasonMissing)?;
        Ok(FollowUpEvent::Extended { duty, reason })
    }

    /// A duty of another source stands in a law beside the regulation, which is not part of the session.
    fn known(&self, duty: &DutyRef) -> Result<(), LedgerRejection> {
        let regulation = &self.promises.regulation;
        let is_known = duty.source != regulation.id
            || regulation.deadline(&duty.id).is_some()
            || regulation
                .reports
                .iter()
                .any(|report| report.id == duty.id.0);
        is_known.then_some(()).ok_or(LedgerRejection::NoDuty)
    }

    fn sent(&self, duty: Option<DutyRef>, to: &str, on: NaiveDate) -> Decided {
        self.day(on)?;
        duty.as_ref().map_or(Ok(()), |duty| self.known(duty))?;
        let to = required(to, LedgerRejection::AddresseeMissing)?;
        Ok(vec![FollowUpEvent::Sent { duty, to, on }])
    }

    fn published(&self, duty: Option<DutyRef>, channel: &str, on: NaiveDate) -> Decided {
        self.day(on)?;
        duty.as_ref().map_or(Ok(()), |duty| self.known(duty))?;
        let channel = required(channel, LedgerRejection::AddresseeMissing)?;
        Ok(vec![FollowUpEvent::Published { duty, channel, on }])
    }

    /// The item, when an answer to it is owed.
    fn promised(&self, item: u32) -> Result<(), LedgerRejection> {
        let summary = self
            .promises
            .item(item)
            .ok_or(LedgerRejection::NoItem(item))?;
        let reopened = self
            .ledger
            .state()
            .promises
            .get(&item)
            .is_some_and(|known| !known.reopened.is_empty());
        if summary.is_promise() || reopened {
            Ok(())
        } else {
            Err(LedgerRejection::NotPromised(item))
        }
    }

    fn about_promise(&self, command: LedgerCommand) -> Decided {
        let one = |event| Ok(vec![event]);
        match command {
            LedgerCommand::Assign { item, agency, on } => self.assigned(item, &agency, on),
            LedgerCommand::AgreeDay { item, day, reason } => {
                self.promised(item)?;
                if day < self.today {
                    let today = self.today;
                    return Err(LedgerRejection::DayPast { day, today });
                }
                let reason = required(&reason, LedgerRejection::ReasonMissing)?;
                one(FollowUpEvent::DayAgreed { item, day, reason })
            }
            LedgerCommand::Answer {
                item,
                letter,
                outcome,
                text,
                told,
                correction,
            } => self.answered(
                item,
                letter,
                outcome,
                text.as_deref(),
                told,
                correction.as_deref(),
            ),
            LedgerCommand::Tell { item, on } => self.told(item, on),
            LedgerCommand::SubmitUpward { item, to, letter } => {
                self.promised(item)?;
                self.day(letter.on)?;
                let to = required(&to, LedgerRejection::AddresseeMissing)?;
                let letter = cleaned(letter);
                one(FollowUpEvent::SubmittedUpward { item, to, letter })
            }
            LedgerCommand::Remind { agency, items, on } => {
                self.day(on)?;
                for item in &items {
                    self.promised(*item)?;
                }
                let agency = required(&agency, LedgerRejection::AddresseeMissing)?;
                one(FollowUpEvent::Reminded { agency, items, on })
            }
            LedgerCommand::Reopen { item, reason } => self.reopened(item, &reason),
            LedgerCommand::Attach { attachment } => {
                attachment.item.map_or(Ok(()), |item| self.exists(item))?;
                one(FollowUpEvent::FileAttached { attachment })
            }
            LedgerCommand::Note { item, text } => {
                item.map_or(Ok(()), |item| self.exists(item))?;
                let text = required(&text, LedgerRejection::TextMissing)?;
                one(FollowUpEvent::Noted { item, text })
            }
            LedgerCommand::Open { .. }
            | LedgerCommand::Undo
            | LedgerCommand::Redo
            | LedgerCommand::AcceptAmendment { .. }
            | LedgerCommand::IssueNotice { .. }
            | LedgerCommand::Extend { .. }
            | LedgerCommand::WithdrawExtension { .. }
            | LedgerCommand::Send { .. }
            | LedgerCommand::Publish { .. }
            | LedgerCommand::MarkDone { .. } => Err(LedgerRejection::NoDuty),
        }
    }

    fn exists(&self, item: u32) -> Result<(), LedgerRejection> {
        self.promises
            .item(item)
            .map(|_| ())
            .ok_or(LedgerRejection::NoItem(item))
    }

    fn assigned(&self, item: u32, agency: &str, on: NaiveDate) -> Decided {
        self.promised(item)?;
        self.day(on)?;
        let agency = required(agency, LedgerRejection::AddresseeMissing)?;
        let assigned = self
            .ledger
            .state()
            .promises
            .get(&item)
            .and_then(|known| known.agency.as_ref());
        let session = self.promises.item(item).and_then(|one| one.agency.as_ref());
        if assigned.or(session) == Some(&agency) {
            return Err(LedgerRejection::SameAgency);
        }
        Ok(vec![FollowUpEvent::Assigned { item, agency, on }])
    }

    fn answered(
        &self,
        item: u32,
        letter: LetterDate,
        outcome: AnswerOutcome,
        text: Option<&str>,
        told: Option<NaiveDate>,
        correction: Option<&str>,
    ) -> Decided {
        self.promised(item)?;
        self.day(letter.on)?;
        let correction = optional(correction);
        let before = self
            .ledger
            .state()
            .promises
            .get(&item)
            .and_then(super::PromiseProgress::answer);
        if let (Some(before), None) = (before, &correction) {
            let on = before.letter.on;
            return Err(LedgerRejection::Answered { item, on });
        }
        if let Some(told) = told {
            self.after_answer(told, letter.on)?;
        }
        let outcome = match outcome {
            AnswerOutcome::Refused { ground } => AnswerOutcome::Refused {
                ground: required(&ground, LedgerRejection::GroundMissing)?,
            },
            AnswerOutcome::PassedOn { to } => AnswerOutcome::PassedOn {
                to: required(&to, LedgerRejection::AddresseeMissing)?,
            },
            AnswerOutcome::Timetable { until: Some(day) } if day < letter.on => {
                let today = letter.on;
                return Err(LedgerRejection::DayPast { day, today });
            }
            kept @ (AnswerOutcome::Settled
            | AnswerOutcome::Partly
            | AnswerOutcome::Timetable { .. }) => kept,
        };
        Ok(vec![FollowUpEvent::Answered {
            item,
            letter: cleaned(letter),
            outcome,
            text: optional(text),
            told,
            correction,
        }])
    }

    fn after_answer(&self, told: NaiveDate, answered: NaiveDate) -> Result<(), LedgerRejection> {
        self.day(told)?;
        if told < answered {
            return Err(LedgerRejection::ToldBeforeAnswer { told, answered });
        }
        Ok(())
    }

    fn told(&self, item: u32, on: NaiveDate) -> Decided {
        self.exists(item)?;
        let answered = self
            .ledger
            .state()
            .promises
            .get(&item)
            .and_then(super::PromiseProgress::answer)
            .ok_or(LedgerRejection::NotAnswered(item))?;
        self.after_answer(on, answered.letter.on)?;
        Ok(vec![FollowUpEvent::PetitionerTold { item, on }])
    }

    fn reopened(&self, item: u32, reason: &str) -> Decided {
        self.exists(item)?;
        let is_answered = self
            .ledger
            .state()
            .promises
            .get(&item)
            .is_some_and(|known| known.is_answered);
        let was_answered_there = self.promised(item).is_err();
        if !is_answered && !was_answered_there {
            return Err(LedgerRejection::NotAnswered(item));
        }
        let reason = required(reason, LedgerRejection::ReasonMissing)?;
        Ok(vec![FollowUpEvent::Reopened { item, reason }])
    }
}

fn required(typed: &str, missing: LedgerRejection) -> Result<String, LedgerRejection> {
    let clean = text::clean_text(typed);
    if clean.is_empty() {
        Err(missing)
    } else {
        Ok(clean)
    }
}

fn optional(typed: Option<&str>) -> Option<String> {
    typed
        .map(text::clean_text)
        .filter(|clean| !clean.is_empty())
}

fn cleaned(letter: LetterDate) -> LetterDate {
    LetterDate {
        number: letter
            .number
            .map(|number| text::clean_line(&number))
            .filter(|number| !number.is_empty()),
        on: letter.on,
    }
}
