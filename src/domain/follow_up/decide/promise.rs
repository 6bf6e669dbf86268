//! What can be entered about one promise: who has to answer, by when, the answer, that the petitioner was told.

use chrono::NaiveDate;

use super::{Decided, Deciding, cleaned, optional, required};
use crate::domain::follow_up::command::{LedgerCommand, LedgerRejection};
use crate::domain::follow_up::event::{AnswerOutcome, FollowUpEvent, LetterDate};
use crate::domain::follow_up::ledger::PromiseProgress;

impl Deciding<'_> {
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

    pub(super) fn about_promise(&self, command: LedgerCommand) -> Decided {
        let one = |event| Ok(vec![event]);
        match command {
            LedgerCommand::Assign { item, agency, on } => self.assigned(item, &agency, on),
            LedgerCommand::AgreeDay { item, day, reason } => self.day_agreed(item, day, &reason),
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
            LedgerCommand::Tell { item, on } => self.tell_petitioner(item, on),
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
            | LedgerCommand::IssuePaper { .. }
            | LedgerCommand::MarkDone { .. } => Err(LedgerRejection::NoDuty),
        }
    }

    fn day_agreed(&self, item: u32, day: NaiveDate, reason: &str) -> Decided {
        self.promised(item)?;
        if day < self.today {
            let today = self.today;
            return Err(LedgerRejection::DayPast { day, today });
        }
        let reason = required(reason, LedgerRejection::ReasonMissing)?;
        Ok(vec![FollowUpEvent::DayAgreed { item, day, reason }])
    }

    pub(super) fn exists(&self, item: u32) -> Result<(), LedgerRejection> {
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
            .and_then(PromiseProgress::answer);
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

    fn tell_petitioner(&self, item: u32, on: NaiveDate) -> Decided {
        self.exists(item)?;
        let answered = self
            .ledger
            .state()
            .promises
            .get(&item)
            .and_then(PromiseProgress::answer)
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
