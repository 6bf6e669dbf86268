//! What was promised in a session and what became of it: the promises, taken from the session's record; the ledger of
//! what the office did about them, event by event; and when each is due, counted anew from the calendar every time.
//!
//! Pure: it knows the record, the regulation and the calendar, and no file, clock, screen or language.

mod amended;
mod command;
mod decide;
mod due_list;
mod event;
mod figures;
mod find;
mod frequency;
mod issued;
mod ledger;
mod owed;
mod paper;
mod period;
mod promise;
mod report_turn;
mod standing;
pub mod teller;
pub mod words;

pub use amended::{AmendedItem, amended};
pub use command::{LedgerCommand, LedgerRejection};
pub use due_list::{OwedRow, OwedThing, counts_of, due_list};
pub use event::{
    AnswerOutcome, Attachment, DutyRef, FollowUpEvent, IssuedPaper, JournalAnchor, LedgerEntry,
    LetterDate,
};
pub use figures::{
    ItemCounts, ItemRow, PeriodTotals, ReportFigures, ReportedSession, RowPeriod, RowState,
    SessionRow, figures,
};
pub use find::{FoundItem, find};
pub use frequency::ChairFrequency;
pub use ledger::{
    AnswerGiven, Ledger, LedgerEntryState, LedgerState, NoticeIssue, PromiseProgress,
};
pub use owed::{
    DueRemark, DutyStanding, Overview, OwedCounts, PromiseDue, PromiseStanding, overview,
};
pub use paper::FollowUpPaper;
pub use period::{NoPeriod, PeriodKind, ReportPeriod};
pub use promise::{ItemSummary, SessionPromises};
pub use standing::{DEFAULT_WINDOW, DueState};
