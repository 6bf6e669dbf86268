//! Whether what the clerk enters can be so. Decides and changes nothing; events come back, or why not. What is about one
//! promise is decided in its own file.

mod promise;

use chrono::NaiveDate;

use super::command::{LedgerCommand, LedgerRejection};
use super::event::{DutyRef, FollowUpEvent, IssuedPaper, JournalAnchor, LetterDate};
use super::ledger::Ledger;
use super::promise::SessionPromises;
use crate::domain::regulation::DocumentKind;
use crate::domain::text;

pub(super) type Decided = Result<Vec<FollowUpEvent>, LedgerRejection>;

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
            LedgerCommand::WithdrawExtension { duty } => desk.withdrawal(duty),
            LedgerCommand::Send { duty, to, on } => desk.sent(duty, &to, on),
            LedgerCommand::Publish { duty, channel, on } => desk.published(duty, &channel, on),
            LedgerCommand::MarkDone { duty, on, note } => {
                desk.day(on)?;
                desk.known(&duty)?;
                let note = optional(note.as_deref());
                Ok(vec![FollowUpEvent::DutyDone { duty, on, note }])
            }
            LedgerCommand::IssuePaper { paper, letter } => desk.paper(paper, letter),
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

pub(super) struct Deciding<'a> {
    pub ledger: &'a Ledger,
    pub promises: &'a SessionPromises,
    pub today: NaiveDate,
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

    fn withdrawal(&self, duty: DutyRef) -> Decided {
        if self.ledger.state().extended.contains_key(&duty) {
            Ok(vec![FollowUpEvent::ExtensionWithdrawn { duty }])
        } else {
            Err(LedgerRejection::NoExtension)
        }
    }

    /// A day on which something can have happened: between the session and today.
    pub(super) fn day(&self, day: NaiveDate) -> Result<(), LedgerRejection> {
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

    /// The notice has an act of its own, from which days are counted. A letter with the result tells the petitioner of it.
    fn paper(&self, paper: IssuedPaper, letter: LetterDate) -> Decided {
        if paper.kind == DocumentKind::ConclusionNotice {
            return self.notice(letter, Vec::new(), None);
        }
        self.day(letter.on)?;
        let letter = cleaned(letter);
        let mut told = None;
        if let Some(item) = paper.item {
            self.exists(item)?;
            let progress = self.ledger.state().promises.get(&item);
            told = progress
                .filter(|_| paper.kind == DocumentKind::PetitionerLetter)
                .filter(|known| known.told.is_none())
                .and_then(|known| known.answer())
                .filter(|answer| answer.letter.on <= letter.on)
                .map(|_| FollowUpEvent::PetitionerTold {
                    item,
                    on: letter.on,
                });
        }
        let issued = FollowUpEvent::PaperIssued { paper, letter };
        Ok(std::iter::once(issued).chain(told).collect())
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
}

pub(super) fn required(typed: &str, missing: LedgerRejection) -> Result<String, LedgerRejection> {
    let clean = text::clean_text(typed);
    if clean.is_empty() {
        Err(missing)
    } else {
        Ok(clean)
    }
}

pub(super) fn optional(typed: Option<&str>) -> Option<String> {
    typed
        .map(text::clean_text)
        .filter(|clean| !clean.is_empty())
}

pub(super) fn cleaned(letter: LetterDate) -> LetterDate {
    LetterDate {
        number: letter
            .number
            .map(|number| text::clean_line(&number))
            .filter(|number| !number.is_empty()),
        on: letter.on,
    }
}
