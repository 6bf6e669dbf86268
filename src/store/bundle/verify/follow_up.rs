//! What was entered after the session, judged by its own chain: the ledger may have grown since the dossier was written, and
//! nothing of what was in it then may be gone; the files that it names are those it names.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest as _, Sha256};

use crate::domain::follow_up::{FollowUpEvent, Ledger};
use crate::store::bundle::compare::FolderEntry;
use crate::store::bundle::verdict::RecordFault;
use crate::store::journal::{self, JournalReading, hex};
use crate::store::sessions::follow_up::{ATTACHMENTS, FILE_NAME, is_opened_over};

/// What was found of a ledger.
#[derive(Debug, Default)]
pub(super) struct LedgerLook {
    /// The files that it names, by their paths.
    pub files: BTreeSet<String>,
    pub faults: Vec<RecordFault>,
}

/// Looks at the ledger in these bytes. `written` is its sum when the manifest was written, `journal` what the session's
/// journal holds, where that can be read.
pub(super) fn look(
    bytes: Option<&[u8]>,
    written: Option<&str>,
    found: &BTreeMap<String, FolderEntry>,
    journal: Option<&JournalReading>,
) -> LedgerLook {
    let Some(bytes) = bytes else {
        let faults = written.map(|_| RecordFault::Missing(FILE_NAME.to_owned()));
        return LedgerLook {
            faults: faults.into_iter().collect(),
            ..LedgerLook::default()
        };
    };
    let mut faults = Vec::new();
    let reading: JournalReading<FollowUpEvent> = journal::reading_of(bytes);
    let is_readable = reading
        .damage
        .as_ref()
        .is_none_or(|damage| damage.kind.is_lossless());
    if let Some(damage) = reading.damage {
        faults.push(RecordFault::FollowUpDamaged(damage));
    } else if written.is_some_and(|written| !began_as(bytes, written)) {
        faults.push(RecordFault::FollowUpCut);
    }
    let ledger = if is_readable {
        Ledger::replay(reading.records)
    } else {
        Ledger::default()
    };
    let is_of_another = journal.is_some_and(|journal| !is_opened_over(&ledger, journal));
    faults.extend(is_of_another.then_some(RecordFault::FollowUpOfAnother));
    let mut files = BTreeSet::new();
    for attachment in &ledger.state().attached {
        let path = format!("{ATTACHMENTS}/{}", attachment.file);
        files.insert(path.clone());
        let is_as_entered = matches!(
            found.get(&path),
            Some(FolderEntry::File(sum)) if *sum == attachment.sum
        );
        if !is_as_entered {
            faults.push(RecordFault::FollowUpFile(path));
        }
    }
    LedgerLook { files, faults }
}

/// Whether the file once was the one with this sum: it is now, or it was when it had fewer lines.
fn began_as(bytes: &[u8], written: &str) -> bool {
    let mut so_far = Sha256::new();
    bytes.split_inclusive(|byte| *byte == b'\n').any(|line| {
        so_far.update(line);
        hex(&so_far.clone().finalize()) == written
    })
}
