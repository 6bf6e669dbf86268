//! What an act of the office did, in one line, and what its papers are called. Decides nothing.

use super::{FollowUpTeller, day};
use crate::domain::follow_up::words::FollowUpMessage;
use crate::domain::follow_up::{Attachment, DutyRef, FollowUpEvent, IssuedPaper};
use crate::domain::regulation::DocumentKind;

impl FollowUpTeller {
    /// What an event did, in one line. `duty` tells what a duty is called.
    #[must_use]
    pub fn act(&self, event: &FollowUpEvent, duty: &dyn Fn(&DutyRef) -> String) -> String {
        let words = &self.words;
        match event {
            FollowUpEvent::LedgerOpened { .. } => words[FollowUpMessage::ActOpened].to_string(),
            FollowUpEvent::AmendmentAccepted { .. } => {
                words[FollowUpMessage::ActAmendment].to_string()
            }
            FollowUpEvent::NoticeIssued { letter, correction } => {
                let letter = self.letter(letter);
                match correction {
                    None => words[FollowUpMessage::ActNotice].render(&[("letter", &letter)]),
                    Some(reason) => words[FollowUpMessage::ActNoticeCorrected]
                        .render(&[("letter", &letter), ("reason", reason)]),
                }
            }
            FollowUpEvent::Extended { reason, .. } => {
                words[FollowUpMessage::ActExtended].render(&[("reason", reason)])
            }
            FollowUpEvent::ExtensionWithdrawn { .. } => {
                words[FollowUpMessage::ActExtensionWithdrawn].to_string()
            }
            FollowUpEvent::Sent { to, on, .. } => {
                words[FollowUpMessage::ActSent].render(&[("to", to), ("date", &day(*on))])
            }
            FollowUpEvent::Published { channel, on, .. } => words[FollowUpMessage::ActPublished]
                .render(&[("channel", channel), ("date", &day(*on))]),
            FollowUpEvent::DutyDone { duty: done, on, .. } => words[FollowUpMessage::ActDuty]
                .render(&[("date", &day(*on)), ("duty", &duty(done))]),
            FollowUpEvent::Reminded { agency, items, on } => words[FollowUpMessage::ActReminded]
                .render(&[
                    ("agency", agency),
                    ("date", &day(*on)),
                    ("items", &self.items(items)),
                ]),
            FollowUpEvent::FileAttached { attachment } => self.act_attached(attachment),
            FollowUpEvent::PaperIssued { paper, letter } => words[FollowUpMessage::ActPaper]
                .render(&[
                    ("paper", &self.paper(paper)),
                    ("letter", &self.letter(letter)),
                ]),
            FollowUpEvent::Noted { text, .. } => {
                words[FollowUpMessage::ActNoted].render(&[("text", text)])
            }
            FollowUpEvent::Undone { entry } => {
                words[FollowUpMessage::ActUndone].render(&[("what", &entry.0)])
            }
            FollowUpEvent::Redone { entry } => {
                words[FollowUpMessage::ActRedone].render(&[("what", &entry.0)])
            }
            FollowUpEvent::Assigned { .. }
            | FollowUpEvent::DayAgreed { .. }
            | FollowUpEvent::Answered { .. }
            | FollowUpEvent::PetitionerTold { .. }
            | FollowUpEvent::SubmittedUpward { .. }
            | FollowUpEvent::Reopened { .. } => self.act_about_promise(event),
        }
    }

    fn act_attached(&self, attachment: &Attachment) -> String {
        let (words, file) = (&self.words, &attachment.original);
        match attachment.paper {
            None => words[FollowUpMessage::ActAttached].render(&[("file", file)]),
            Some(kind) => words[FollowUpMessage::ActAttachedPaper]
                .render(&[("file", file), ("paper", &self.paper_kind(kind))]),
        }
    }

    /// The numbers of several items.
    #[must_use]
    pub fn items(&self, items: &[u32]) -> String {
        let numbers: Vec<String> = items.iter().map(u32::to_string).collect();
        self.words[FollowUpMessage::ItemsList].render(&[("numbers", &numbers.join(", "))])
    }

    fn act_about_promise(&self, event: &FollowUpEvent) -> String {
        let words = &self.words;
        match event {
            FollowUpEvent::Assigned { agency, on, .. } => words[FollowUpMessage::ActAssigned]
                .render(&[("agency", agency), ("date", &day(*on))]),
            FollowUpEvent::DayAgreed {
                day: agreed,
                reason,
                ..
            } => words[FollowUpMessage::ActDay]
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
                    None => words[FollowUpMessage::ActAnswered].render(&[
                        ("item", item),
                        ("outcome", &outcome),
                        ("letter", &letter),
                    ]),
                    Some(reason) => words[FollowUpMessage::ActAnswerCorrected].render(&[
                        ("item", item),
                        ("reason", reason),
                        ("outcome", &outcome),
                        ("letter", &letter),
                    ]),
                }
            }
            FollowUpEvent::PetitionerTold { item, on } => {
                words[FollowUpMessage::ActTold].render(&[("item", item), ("date", &day(*on))])
            }
            FollowUpEvent::SubmittedUpward { item, to, letter } => words
                [FollowUpMessage::ActSubmitted]
                .render(&[("item", item), ("to", to), ("letter", &self.letter(letter))]),
            FollowUpEvent::Reopened { item, reason } => {
                words[FollowUpMessage::ActReopened].render(&[("item", item), ("reason", reason)])
            }
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
            | FollowUpEvent::PaperIssued { .. }
            | FollowUpEvent::Noted { .. }
            | FollowUpEvent::Undone { .. }
            | FollowUpEvent::Redone { .. } => String::new(),
        }
    }

    /// What a paper is called, with the agency it goes to or the item it is about.
    #[must_use]
    pub fn paper(&self, paper: &IssuedPaper) -> String {
        let name = self.paper_kind(paper.kind);
        match (&paper.agency, paper.item) {
            (Some(agency), _) => {
                self.words[FollowUpMessage::PaperTo].render(&[("paper", &name), ("agency", agency)])
            }
            (None, Some(item)) => {
                self.words[FollowUpMessage::PaperAbout].render(&[("paper", &name), ("item", &item)])
            }
            (None, None) => name,
        }
    }

    /// The same as the beginning of a line.
    #[must_use]
    pub fn paper_line(&self, paper: &IssuedPaper) -> String {
        let name = self.paper(paper);
        let mut letters = name.chars();
        let first = letters
            .next()
            .map(|letter| letter.to_uppercase().to_string());
        first.unwrap_or_default() + letters.as_str()
    }

    /// What papers of a kind are called.
    #[must_use]
    pub fn paper_kind(&self, kind: DocumentKind) -> String {
        let id = match kind {
            DocumentKind::Minutes => FollowUpMessage::PaperMinutes,
            DocumentKind::ItemTable => FollowUpMessage::PaperItemTable,
            DocumentKind::ConclusionNotice => FollowUpMessage::PaperConclusionNotice,
            DocumentKind::HigherLevelPetition => FollowUpMessage::PaperHigherLevelPetition,
            DocumentKind::TransferSlip => FollowUpMessage::PaperTransferSlip,
            DocumentKind::Plan => FollowUpMessage::PaperPlan,
            DocumentKind::Assignment => FollowUpMessage::PaperAssignment,
            DocumentKind::OpinionSlip => FollowUpMessage::PaperOpinionSlip,
            DocumentKind::OpinionSummary => FollowUpMessage::PaperOpinionSummary,
            DocumentKind::AnsweringReport => FollowUpMessage::PaperAnsweringReport,
            DocumentKind::Invitation => FollowUpMessage::PaperInvitation,
            DocumentKind::Programme => FollowUpMessage::PaperProgramme,
            DocumentKind::PublicNotice => FollowUpMessage::PaperPublicNotice,
            DocumentKind::PublicResult => FollowUpMessage::PaperPublicResult,
            DocumentKind::PetitionerLetter => FollowUpMessage::PaperPetitionerLetter,
            DocumentKind::SettlementReport => FollowUpMessage::PaperSettlementReport,
            DocumentKind::SessionReport => FollowUpMessage::PaperSessionReport,
            DocumentKind::PeriodicReport => FollowUpMessage::PaperPeriodicReport,
            DocumentKind::Reminder => FollowUpMessage::PaperReminder,
        };
        self.words[id].to_string()
    }
}
