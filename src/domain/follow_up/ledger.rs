//! All entries of a ledger in order, which of them count, and what they amount to. Undo takes an act out of force, redo
//! puts it back; nothing is ever deleted. Knows no due dates.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::event::{
    AnswerOutcome, Attachment, DutyRef, FollowUpEvent, IssuedPaper, JournalAnchor, LedgerEntry,
    LetterDate,
};
use crate::domain::regulation::DocumentKind;
use crate::domain::session::event::Seq;
use crate::domain::time::ClockReading;

/// An entry and whether it counts.
#[derive(Debug, Clone, PartialEq)]
pub struct LedgerEntryState {
    pub entry: LedgerEntry,
    pub in_force: bool,
}

/// A ledger: its entries, and what those in force amount to.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Ledger {
    entries: Vec<LedgerEntryState>,
    redo: Vec<Seq>,
    state: LedgerState,
}

/// The conclusion notice as it was issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeIssue {
    pub letter: LetterDate,
    /// The numbers and days that were entered before, with why they were corrected.
    pub corrected: Vec<(LetterDate, String)>,
}

/// Everything that the entries in force amount to.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LedgerState {
    /// How the journal stood when somebody last looked at it; `None` before the ledger is opened.
    pub journal: Option<JournalAnchor>,
    pub notice: Option<NoticeIssue>,
    /// The extensions that hold, with the reason for each.
    pub extended: BTreeMap<DutyRef, String>,
    pub promises: BTreeMap<u32, PromiseProgress>,
    /// The duties that are done, with every day for each, in order.
    pub done: BTreeMap<DutyRef, Vec<NaiveDate>>,
    pub sent: Vec<(String, NaiveDate)>,
    pub published: Vec<(String, NaiveDate)>,
    /// Reminder letters: the agency, the promises, the day.
    pub reminded: Vec<(String, Vec<u32>, NaiveDate)>,
    pub attached: Vec<Attachment>,
    /// The papers that went out, with the number and day that were entered last.
    pub papers: BTreeMap<IssuedPaper, LetterDate>,
    /// The papers of which a copy was attached: its file and the day.
    pub copies: Vec<(DocumentKind, String, NaiveDate)>,
    pub notes: Vec<(Option<u32>, String)>,
}

/// What became of one promise.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PromiseProgress {
    /// Who has to answer now, when not the agency of the session.
    pub agency: Option<String>,
    /// The day the office set, and why.
    pub agreed: Option<(NaiveDate, String)>,
    /// The body above it went to, and when.
    pub submitted: Option<(String, LetterDate)>,
    /// Every answer, the last one in force unless the promise was opened again.
    pub answers: Vec<AnswerGiven>,
    /// Whether the last answer stands.
    pub is_answered: bool,
    pub told: Option<NaiveDate>,
    /// The days of the reminder letters.
    pub reminded: Vec<NaiveDate>,
    /// Why it was opened again, each time.
    pub reopened: Vec<String>,
    pub notes: Vec<String>,
}

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerGiven {
    pub letter: LetterDate,
    pub outcome: AnswerOutcome,
    pub text: Option<String>,
    /// Why it stands in the place of the one before it.
    pub correction: Option<String>,
}

impl PromiseProgress {
    /// The answer that stands.
    #[must_use]
    pub fn answer(&self) -> Option<&AnswerGiven> {
        self.answers.last().filter(|_| self.is_answered)
    }
}

impl LedgerState {
    /// The day a duty was done. A duty that was done is not done later by being done again.
    #[must_use]
    pub fn done_on(&self, duty: &DutyRef) -> Option<NaiveDate> {
        self.done.get(duty).and_then(|days| days.first()).copied()
    }
}

impl Ledger {
    /// The ledger that these entries amount to.
    #[must_use]
    pub fn replay(entries: impl IntoIterator<Item = LedgerEntry>) -> Self {
        let mut ledger = Self::default();
        for entry in entries {
            ledger.push(entry);
        }
        ledger.state = LedgerState::of(&ledger.entries);
        ledger
    }

    #[must_use]
    pub fn entries(&self) -> &[LedgerEntryState] {
        &self.entries
    }

    #[must_use]
    pub const fn state(&self) -> &LedgerState {
        &self.state
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The entry that these events would make now.
    #[must_use]
    pub fn entry(&self, events: Vec<FollowUpEvent>, at: ClockReading) -> LedgerEntry {
        LedgerEntry::new(Seq(self.last_seq().0 + 1), at, events)
    }

    /// Takes up an entry that is on disk.
    pub fn apply(&mut self, entry: LedgerEntry) {
        self.push(entry);
        // A ledger has hundreds of entries, not millions: what counts is folded anew.
        self.state = LedgerState::of(&self.entries);
    }

    /// The number of the last entry; 0 when there is none.
    #[must_use]
    pub fn last_seq(&self) -> Seq {
        self.entries.last().map_or(Seq(0), |last| last.entry.seq)
    }

    /// The act that undo would take back: the last one in force.
    #[must_use]
    pub fn to_undo(&self) -> Option<&LedgerEntry> {
        self.entries
            .iter()
            .rev()
            .find(|state| state.in_force && is_act(&state.entry.events))
            .map(|state| &state.entry)
    }

    /// The act that redo would put back.
    #[must_use]
    pub fn to_redo(&self) -> Option<&LedgerEntry> {
        let seq = *self.redo.last()?;
        self.entries
            .iter()
            .map(|state| &state.entry)
            .find(|entry| entry.seq == seq)
    }

    /// The acts in force that are about one promise, in order.
    pub fn about(&self, item: u32) -> impl Iterator<Item = (&LedgerEntry, &FollowUpEvent)> {
        self.entries
            .iter()
            .filter(|state| state.in_force)
            .flat_map(|state| state.entry.events.iter().map(|event| (&state.entry, event)))
            .filter(move |(_, event)| {
                let reminded =
                    matches!(event, FollowUpEvent::Reminded { items, .. } if items.contains(&item));
                reminded || event.item() == Some(item)
            })
    }

    fn push(&mut self, entry: LedgerEntry) {
        match entry.events.as_slice() {
            [FollowUpEvent::Undone { entry: taken_back }] => {
                self.set_in_force(*taken_back, false);
                self.redo.push(*taken_back);
            }
            [FollowUpEvent::Redone { entry: put_back }] => {
                self.set_in_force(*put_back, true);
                self.redo.retain(|known| known != put_back);
            }
            events if is_act(events) => self.redo.clear(),
            _ => {}
        }
        self.entries.push(LedgerEntryState {
            entry,
            in_force: true,
        });
    }

    fn set_in_force(&mut self, seq: Seq, in_force: bool) {
        for state in &mut self.entries {
            if state.entry.seq == seq && is_act(&state.entry.events) {
                state.in_force = in_force;
            }
        }
    }
}

/// Whether the clerk did this, so that she can take it back.
fn is_act(events: &[FollowUpEvent]) -> bool {
    !events.iter().any(|event| {
        matches!(
            event,
            FollowUpEvent::LedgerOpened { .. }
                | FollowUpEvent::AmendmentAccepted { .. }
                | FollowUpEvent::Undone { .. }
                | FollowUpEvent::Redone { .. }
        )
    })
}

impl LedgerState {
    fn of(entries: &[LedgerEntryState]) -> Self {
        let mut state = Self::default();
        for known in entries.iter().filter(|known| known.in_force) {
            let on = known.entry.at.wall.date_naive();
            for event in &known.entry.events {
                state.take_up(event, on);
            }
        }
        state
    }

    fn promise(&mut self, item: u32) -> &mut PromiseProgress {
        self.promises.entry(item).or_default()
    }

    fn take_up(&mut self, event: &FollowUpEvent, entered: NaiveDate) {
        match event {
            FollowUpEvent::LedgerOpened { journal, .. }
            | FollowUpEvent::AmendmentAccepted { journal } => self.journal = Some(journal.clone()),
            FollowUpEvent::NoticeIssued { letter, correction } => {
                self.take_up_notice(letter, correction.as_deref());
            }
            FollowUpEvent::Extended { duty, reason } => {
                self.extended.insert(duty.clone(), reason.clone());
            }
            FollowUpEvent::ExtensionWithdrawn { duty } => {
                self.extended.remove(duty);
            }
            FollowUpEvent::Sent { duty, to, on } => {
                self.sent.push((to.clone(), *on));
                self.duty_done(duty.as_ref(), *on);
            }
            FollowUpEvent::Published { duty, channel, on } => {
                self.published.push((channel.clone(), *on));
                self.duty_done(duty.as_ref(), *on);
            }
            FollowUpEvent::DutyDone { duty, on, .. } => self.duty_done(Some(duty), *on),
            FollowUpEvent::Reminded { agency, items, on } => {
                for item in items {
                    self.promise(*item).reminded.push(*on);
                }
                self.reminded.push((agency.clone(), items.clone(), *on));
            }
            FollowUpEvent::FileAttached { attachment } => {
                if let Some(paper) = attachment.paper {
                    self.copies.push((paper, attachment.file.clone(), entered));
                }
                self.attached.push(attachment.clone());
            }
            FollowUpEvent::PaperIssued { paper, letter } => {
                self.papers.insert(paper.clone(), letter.clone());
            }
            FollowUpEvent::Noted { item, text } => {
                if let Some(item) = item {
                    self.promise(*item).notes.push(text.clone());
                }
                self.notes.push((*item, text.clone()));
            }
            FollowUpEvent::Assigned { .. }
            | FollowUpEvent::DayAgreed { .. }
            | FollowUpEvent::Answered { .. }
            | FollowUpEvent::PetitionerTold { .. }
            | FollowUpEvent::SubmittedUpward { .. }
            | FollowUpEvent::Reopened { .. } => self.take_up_promise(event),
            // What they take back is out of force already.
            FollowUpEvent::Undone { .. } | FollowUpEvent::Redone { .. } => {}
        }
    }

    /// The notice that counts from now on; those before it stay, each with why it was corrected.
    fn take_up_notice(&mut self, letter: &LetterDate, correction: Option<&str>) {
        let mut corrected = Vec::new();
        if let Some(before) = self.notice.take() {
            corrected = before.corrected;
            corrected.push((before.letter, correction.unwrap_or_default().to_owned()));
        }
        self.notice = Some(NoticeIssue {
            letter: letter.clone(),
            corrected,
        });
    }

    fn take_up_promise(&mut self, event: &FollowUpEvent) {
        let Some(item) = event.item() else { return };
        let promise = self.promise(item);
        match event {
            FollowUpEvent::Assigned { agency, .. } => promise.agency = Some(agency.clone()),
            FollowUpEvent::DayAgreed { day, reason, .. } => {
                promise.agreed = Some((*day, reason.clone()));
            }
            FollowUpEvent::Answered {
                letter,
                outcome,
                text,
                told,
                correction,
                ..
            } => {
                promise.answers.push(AnswerGiven {
                    letter: letter.clone(),
                    outcome: outcome.clone(),
                    text: text.clone(),
                    correction: correction.clone(),
                });
                promise.is_answered = true;
                promise.told = *told;
            }
            FollowUpEvent::PetitionerTold { on, .. } => promise.told = Some(*on),
            FollowUpEvent::SubmittedUpward { to, letter, .. } => {
                promise.submitted = Some((to.clone(), letter.clone()));
            }
            FollowUpEvent::Reopened { reason, .. } => {
                promise.is_answered = false;
                promise.told = None;
                promise.reopened.push(reason.clone());
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
            | FollowUpEvent::Redone { .. } => {}
        }
    }

    fn duty_done(&mut self, duty: Option<&DutyRef>, on: NaiveDate) {
        if let Some(duty) = duty {
            let days = self.done.entry(duty.clone()).or_default();
            days.push(on);
            days.sort_unstable();
        }
    }
}
