//! What was found of a dossier, as values: the record, the papers and the manifest, each for itself. The sentences are
//! somebody else's.

use std::collections::BTreeMap;

use crate::documents::{ATTACHED, MadeBy};
use crate::store::journal::Damage;
use crate::store::sessions::follow_up::{ATTACHMENTS, FILE_NAME, INDEX};

/// What became of a dossier.
#[derive(Debug)]
pub struct DossierVerdict {
    /// How the documents were made; unknown for those of the first released version.
    pub made: Option<MadeBy>,
    pub record: RecordGrade,
    pub papers: PapersGrade,
    /// What in the manifest is not so.
    pub manifest: Vec<ManifestFault>,
}

/// The record: journal and structured record.
#[derive(Debug, Default)]
pub struct RecordGrade {
    /// How many entries the journal has; `None` in the version for public notice, which holds none.
    pub entries: Option<usize>,
    /// The number of entries and the code of the last.
    pub anchor: Option<String>,
    pub faults: Vec<RecordFault>,
    /// What is due was counted differently here; another calendar or a notice that was issued can be the reason.
    pub counts_differently: bool,
}

/// Why a record cannot be relied on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RecordFault {
    /// A file of the record is not there, or is none that can be read.
    Missing(String),
    /// A file of the record is not the one that was written.
    Changed(String),
    JournalDamaged(Damage),
    /// The journal breaks off in the middle of a line.
    JournalTorn,
    /// The journal opens no session.
    NoSession,
    /// Another journal, or a shorter or longer one, than the one that a file names.
    OtherJournal {
        says: String,
        by: String,
    },
    /// `record.json` says something that does not come of the journal, there.
    OtherThanJournal(String),
    /// The two forms of the record differ.
    TwoRecords,
    /// The journal of what was done afterwards is not what was written.
    FollowUpDamaged(Damage),
    /// It is whole in itself, and what was in it when the dossier was written is not there.
    FollowUpCut,
    /// It was kept over another journal.
    FollowUpOfAnother,
    /// A file that it names is not there, or not the one that was attached.
    FollowUpFile(String),
}

/// The papers, each with what became of it.
#[derive(Debug, Default)]
pub struct PapersGrade {
    /// Why they were not made once more and compared byte for byte, where they were not.
    pub not_compared: Option<NotCompared>,
    pub files: BTreeMap<String, PaperState>,
}

/// Why papers were held against their sums only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotCompared {
    /// Nobody asked for it.
    NotAsked,
    /// Another version of the program made them, in its own layout.
    OtherVersion,
    /// They were made with other sentences of an office than this computer has.
    OtherSentences,
    /// No form of the record can be relied on, so there is nothing to make them of.
    NoRecord,
    /// The manifest does not say which version made them. Those that are as this version makes them are known to be so.
    UnknownVersion,
}

/// What became of a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PaperState {
    /// Byte for byte what the program makes of the record.
    AsMade,
    /// As it was when the manifest was written.
    Unchanged,
    Edited,
    Added,
    Missing,
    /// Nothing that can be relied on says what it was.
    Unknown,
}

/// What in a manifest is not so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ManifestFault {
    /// There is none.
    Missing,
    /// A line, by its number, that no manifest of the program has: no sum, a path that leads out of the folder.
    Line(usize, String),
    /// The line that says how the documents were made is gone.
    NoRemark,
    /// A file of the dossier has no line.
    NotListed(String),
    /// The sum is not that of the file the program wrote.
    WrongSum(String),
    /// It is a link, a device: nothing that was ever written.
    NotPlain(String),
    /// A line for a file that the program did not write.
    NotMade(String),
}

impl DossierVerdict {
    /// Whether the record holds together and the manifest says nothing that is not so.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.record.faults.is_empty() && self.manifest.is_empty()
    }

    /// Whether besides every paper is as it was made.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        let is_as_made = |state: &PaperState| *state == PaperState::AsMade;
        self.is_sound()
            && self.papers.not_compared.is_none()
            && self.papers.files.iter().all(|(path, state)| {
                is_as_made(state) || (is_attached(path) && *state == PaperState::Unchanged)
            })
    }
}

pub(super) fn is_attached(path: &str) -> bool {
    path.starts_with(ATTACHED)
}

/// Files of the office that were entered after the session, with a ledger that knows them.
pub(super) fn is_entered_later(path: &str) -> bool {
    path.strip_prefix(ATTACHMENTS)
        .is_some_and(|rest| rest.starts_with('/'))
}

/// The ledger itself, and what lies beside it while it is written and read.
pub(super) fn is_of_ledger(path: &str) -> bool {
    let stem = FILE_NAME.trim_end_matches("ron");
    (path.starts_with(stem) && !path.contains('/')) || path == INDEX
}
