//! What the clerk enters, and why it cannot be entered. Data only; the sentences are found where people read.

use chrono::NaiveDate;

use super::event::{AnswerOutcome, Attachment, DutyRef, IssuedPaper, JournalAnchor, LetterDate};

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
    /// Marks a paper as sent or handed over.
    IssuePaper {
        paper: IssuedPaper,
        letter: LetterDate,
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
