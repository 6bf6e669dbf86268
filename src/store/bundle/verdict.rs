//! What was found of a dossier, as values: the record, the papers and the manifest, each for itself. The sentences are
//! somebody else's.

use std::collections::BTreeMap;

use crate::documents::{ATTACHED, MadeBy};
use crate::store::journal::Damage;

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
    /// The journal of what was done afterwards is damaged in this line.
    FollowUpDamaged(usize),
}

/// The papers, each with what became of it.
#[derive(Debug, Default)]
pub struct PapersGrade {
    /// They were made once more and compared byte for byte; otherwise only with their sums.
    pub is_compared: bool,
    pub files: BTreeMap<String, PaperState>,
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
            && self.papers.is_compared
            && self.papers.files.iter().all(|(path, state)| {
                is_as_made(state) || (is_attached(path) && *state == PaperState::Unchanged)
            })
    }
}

pub(super) fn is_attached(path: &str) -> bool {
    path.starts_with(ATTACHED)
}
