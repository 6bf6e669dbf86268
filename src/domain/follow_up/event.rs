//! What the office did after a session, in the past tense. Events are only ever added to: a ledger of any released version
//! must replay, so a serialised name never changes.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::regulation::{DeadlineId, DocumentKind, RegulationId};
use crate::domain::session::event::{JournalEntry, Seq};

/// Where a journal stood: how many entries it had and a code of the last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JournalAnchor {
    pub entries: u64,
    pub code: String,
}

/// One act of the clerk; on disk whole or not at all.
pub type LedgerEntry = JournalEntry<FollowUpEvent>;

/// Names a duty of a regulation or of a law that stands beside it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct DutyRef {
    pub source: RegulationId,
    pub id: DeadlineId,
}

/// A letter by its number and day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterDate {
    /// As it stands on the letter; `None` when it was not entered.
    pub number: Option<String>,
    pub on: NaiveDate,
}

/// What an answer came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum AnswerOutcome {
    /// What was asked for is done.
    Settled,
    /// A part of it is done.
    Partly,
    /// It will be done; by this day, where one was named.
    Timetable { until: Option<NaiveDate> },
    /// It will not be done, and why.
    Refused { ground: String },
    /// It was handed to the body that is competent.
    PassedOn { to: String },
}

/// A file of the office, copied beside the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// Its name in the folder of attachments.
    pub file: String,
    /// What it was called where it came from.
    pub original: String,
    /// SHA-256 of its bytes, in hexadecimal figures.
    pub sum: String,
    pub bytes: u64,
    /// The promise it belongs to; `None` for the session as a whole.
    pub item: Option<u32>,
    /// Which paper of the session it is a copy of, where it is of one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paper: Option<DocumentKind>,
}

/// A paper of the session by what it is: one to an agency, one about an item, else all there are of its kind.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct IssuedPaper {
    pub kind: DocumentKind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<u32>,
}

impl IssuedPaper {
    /// All there are of a kind.
    #[must_use]
    pub const fn every(kind: DocumentKind) -> Self {
        Self {
            kind,
            agency: None,
            item: None,
        }
    }
}

/// Something that happened after a session.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum FollowUpEvent {
    /// Always and only the first: which session this is about, and how its journal stood then.
    LedgerOpened {
        title: String,
        held: NaiveDate,
        journal: JournalAnchor,
    },
    /// The journal had been amended since, and somebody looked at what changed.
    AmendmentAccepted {
        journal: JournalAnchor,
    },
    /// The conclusion notice was issued. A second one corrects the first and says why.
    NoticeIssued {
        letter: LetterDate,
        correction: Option<String>,
    },
    /// A longer limit of the regulation holds, for the condition that it names.
    Extended {
        duty: DutyRef,
        reason: String,
    },
    ExtensionWithdrawn {
        duty: DutyRef,
    },
    /// The notice, or another paper, went out.
    Sent {
        duty: Option<DutyRef>,
        to: String,
        on: NaiveDate,
    },
    Published {
        duty: Option<DutyRef>,
        channel: String,
        on: NaiveDate,
    },
    /// Another duty of the regulation was done.
    DutyDone {
        duty: DutyRef,
        on: NaiveDate,
        note: Option<String>,
    },
    /// An agency has to answer from now on.
    Assigned {
        item: u32,
        agency: String,
        on: NaiveDate,
    },
    /// A day that the office set for an answer.
    DayAgreed {
        item: u32,
        day: NaiveDate,
        reason: String,
    },
    /// An answer came. A second one for the same promise corrects the first and says why.
    Answered {
        item: u32,
        letter: LetterDate,
        outcome: AnswerOutcome,
        text: Option<String>,
        /// The day the petitioner was told, where that is known.
        told: Option<NaiveDate>,
        correction: Option<String>,
    },
    PetitionerTold {
        item: u32,
        on: NaiveDate,
    },
    /// A petition went to the body above, which has to answer now.
    SubmittedUpward {
        item: u32,
        to: String,
        letter: LetterDate,
    },
    Reminded {
        agency: String,
        items: Vec<u32>,
        on: NaiveDate,
    },
    Reopened {
        item: u32,
        reason: String,
    },
    FileAttached {
        attachment: Attachment,
    },
    /// A paper was signed and sent or handed over, with the number and day on it. Another of the same takes its place.
    PaperIssued {
        paper: IssuedPaper,
        letter: LetterDate,
    },
    Noted {
        item: Option<u32>,
        text: String,
    },
    /// An act was taken back. Nothing is deleted: it only no longer counts.
    Undone {
        entry: Seq,
    },
    Redone {
        entry: Seq,
    },
}

impl FollowUpEvent {
    /// The event's name, as it stands in the ledger.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::LedgerOpened { .. } => "LedgerOpened",
            Self::AmendmentAccepted { .. } => "AmendmentAccepted",
            Self::NoticeIssued { .. } => "NoticeIssued",
            Self::Extended { .. } => "Extended",
            Self::ExtensionWithdrawn { .. } => "ExtensionWithdrawn",
            Self::Sent { .. } => "Sent",
            Self::Published { .. } => "Published",
            Self::DutyDone { .. } => "DutyDone",
            Self::Assigned { .. } => "Assigned",
            Self::DayAgreed { .. } => "DayAgreed",
            Self::Answered { .. } => "Answered",
            Self::PetitionerTold { .. } => "PetitionerTold",
            Self::SubmittedUpward { .. } => "SubmittedUpward",
            Self::Reminded { .. } => "Reminded",
            Self::Reopened { .. } => "Reopened",
            Self::FileAttached { .. } => "FileAttached",
            Self::PaperIssued { .. } => "PaperIssued",
            Self::Noted { .. } => "Noted",
            Self::Undone { .. } => "Undone",
            Self::Redone { .. } => "Redone",
        }
    }

    /// The promise it is about, where it is about one.
    #[must_use]
    pub const fn item(&self) -> Option<u32> {
        match self {
            Self::Assigned { item, .. }
            | Self::DayAgreed { item, .. }
            | Self::Answered { item, .. }
            | Self::PetitionerTold { item, .. }
            | Self::SubmittedUpward { item, .. }
            | Self::Reopened { item, .. } => Some(*item),
            Self::FileAttached { attachment } => attachment.item,
            Self::PaperIssued { paper, .. } => paper.item,
            Self::Noted { item, .. } => *item,
            Self::LedgerOpened { .. }
            | Self::AmendmentAccepted { .. }
            | Self::NoticeIssued { .. }
            | Self::Extended { .. }
            | Self::ExtensionWithdrawn { .. }
            | Self::Sent { .. }
            | Self::Published { .. }
            | Self::DutyDone { .. }
            | Self::Reminded { .. }
            | Self::Undone { .. }
            | Self::Redone { .. } => None,
        }
    }
}
