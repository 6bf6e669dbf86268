//! What of a dossier goes to a province, in pieces that a message can hold: record, manifest, journal, and what was entered
//! afterwards – everything by which it is verified, and no paper. Pieces may come in any order, more than once, and of several
//! states of one dossier. It knows bytes, and nothing of how they travel.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::documents::{DossierFile, MANIFEST, RECORD_FILES};
use crate::domain::text;
use crate::store::journal::hex;
use crate::store::sessions::follow_up::{ATTACHMENTS, FILE_NAME as LEDGER};
use crate::store::{own_files, private_fs};

/// The bytes of a piece, at most, without what stands before them.
const PIECE: usize = 512 * 1024;
/// The most pieces of one dossier.
const MOST: u32 = 1024;
/// The most bytes of what stands before a piece.
const LABEL: usize = 4096;

/// What stands before the bytes of a piece, in a line of its own. The names of its parts are read elsewhere and never change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct PieceLabel {
    /// The sum over all files: which state of the dossier it is of.
    dossier: String,
    /// Which of all pieces it is, from 0, and how many there are.
    number: u32,
    count: u32,
    path: String,
    /// The sum of these bytes.
    sum: String,
}

/// A piece as it is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DossierPiece {
    /// Unlike that of every other piece.
    pub id: String,
    pub bytes: Vec<u8>,
}

/// Whether a file goes to a province.
fn travels(path: &str) -> bool {
    let is_attached = path
        .strip_prefix(ATTACHMENTS)
        .and_then(|rest| rest.strip_prefix('/'))
        .is_some_and(|name| {
            let is_plain =
                !name.is_empty() && !name.contains(['/', '\\', ':']) && !name.starts_with('.');
            is_plain && !name.chars().any(char::is_control) && text::is_name_everywhere(name)
        });
    path == MANIFEST || path == LEDGER || RECORD_FILES.contains(&path) || is_attached
}

/// The pieces of a dossier. The same dossier has the same pieces.
///
/// # Errors
/// When it is larger than everything that is taken.
pub fn pieces_of(files: &[DossierFile]) -> io::Result<Vec<DossierPiece>> {
    let mut whole = Sha256::new();
    let mut cut = Vec::new();
    for file in files.iter().filter(|file| travels(&file.path)) {
        whole.update(file.path.as_bytes());
        whole.update([0]);
        whole.update(Sha256::digest(&file.bytes));
        let pieces = file.bytes.chunks(PIECE);
        // An empty file is one as well.
        let pieces: Vec<&[u8]> = if file.bytes.is_empty() {
            vec![&[]]
        } else {
            pieces.collect()
        };
        cut.extend(pieces.into_iter().map(|piece| (&file.path, piece)));
    }
    let dossier = hex(&whole.finalize());
    let count = u32::try_from(cut.len()).unwrap_or(u32::MAX);
    if count > MOST {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    let labelled = cut.into_iter().zip(0..).map(|((path, bytes), number)| {
        let label = PieceLabel {
            dossier: dossier.clone(),
            number,
            count,
            path: path.clone(),
            sum: hex(&Sha256::digest(bytes)),
        };
        let mut text = own_files::text_of(&label)?;
        text.push('\n');
        Ok(DossierPiece {
            id: format!("{dossier}-{number}"),
            bytes: [text.as_bytes(), bytes].concat(),
        })
    });
    labelled.collect()
}

/// A dossier that comes in pieces.
#[derive(Debug, Default)]
pub struct IncomingDossier {
    states: BTreeMap<String, IncomingState>,
    came: usize,
}

/// One state of it.
#[derive(Debug, Default)]
struct IncomingState {
    pieces: BTreeMap<u32, (String, Vec<u8>)>,
    count: u32,
    /// When its last piece came, counted.
    last: usize,
}

/// What a piece says of itself in its first line.
fn label_in(line: &[u8]) -> Option<PieceLabel> {
    own_files::value_in(str::from_utf8(line).ok()?)
}

impl IncomingDossier {
    /// Takes a piece. What is none, or is not what was sent, is passed over: it comes again when the dossier is sent again.
    pub fn take(&mut self, bytes: &[u8]) {
        let end = bytes.iter().take(LABEL).position(|byte| *byte == b'\n');
        let Some((label, rest)) = end.and_then(|end| bytes.split_at_checked(end)) else {
            return;
        };
        let piece = rest.strip_prefix(b"\n").unwrap_or(rest);
        let Some(label) = label_in(label) else {
            return;
        };
        let is_sound = label.number < label.count
            && label.count <= MOST
            && travels(&label.path)
            && label.sum == hex(&Sha256::digest(piece));
        if !is_sound {
            return;
        }
        self.came += 1;
        let state = self.states.entry(label.dossier).or_default();
        state.count = label.count;
        state.last = self.came;
        state
            .pieces
            .insert(label.number, (label.path, piece.to_vec()));
    }

    /// The files of the state that came last and is whole.
    #[must_use]
    pub fn files(&self) -> Option<Vec<DossierFile>> {
        let whole = self.states.values().filter(|state| {
            usize::try_from(state.count).is_ok_and(|count| state.pieces.len() == count)
        });
        let last = whole.max_by_key(|state| state.last)?;
        let mut files: Vec<DossierFile> = Vec::new();
        for (path, bytes) in last.pieces.values() {
            match files.last_mut() {
                Some(file) if file.path == *path => file.bytes.extend_from_slice(bytes),
                Some(_) | None => files.push(DossierFile {
                    path: path.clone(),
                    bytes: bytes.clone(),
                }),
            }
        }
        Some(files)
    }
}

/// A folder for dossiers that came, which vanishes with this.
#[derive(Debug)]
pub struct PassingDossiers {
    folder: tempfile::TempDir,
}

impl PassingDossiers {
    /// A new one below this folder.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn below(parent: &Path) -> io::Result<Self> {
        private_fs::folder(parent)?;
        let folder = private_fs::passing_folder(".gathered-", parent)?;
        Ok(Self { folder })
    }

    #[must_use]
    pub fn path(&self) -> &Path {
        self.folder.path()
    }
}

/// Lays the files of a dossier that came down in a folder.
///
/// # Errors
/// When the disk refuses.
pub fn lay_down(files: &[DossierFile], folder: &Path) -> io::Result<()> {
    private_fs::folder(folder)?;
    for file in files.iter().filter(|file| travels(&file.path)) {
        let path = folder.join(&file.path);
        if let Some(parent) = path.parent() {
            private_fs::folder(parent)?;
        }
        private_fs::write(&path, &file.bytes)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, bytes: Vec<u8>) -> DossierFile {
        DossierFile {
            path: path.to_owned(),
            bytes,
        }
    }

    fn dossier(mark: u8) -> Vec<DossierFile> {
        vec![
            file("record.json", vec![mark; PIECE * 2 + 7]),
            file("record.ron", Vec::new()),
            file("journal.ron", vec![1, 2, b'\n', 3]),
            file(MANIFEST, vec![mark]),
            file(&format!("{ATTACHMENTS}/quyet-dinh.pdf"), vec![9; 10]),
            file("bien-ban.docx", vec![7; 100]),
        ]
    }

    fn without_papers(mark: u8) -> Vec<DossierFile> {
        let mut files = dossier(mark);
        files.pop();
        files
    }

    #[test]
    fn pieces_in_any_order_and_twice_are_the_dossier_without_its_papers() {
        let mut pieces = pieces_of(&dossier(1)).unwrap();
        assert_eq!(pieces, pieces_of(&dossier(1)).unwrap());
        pieces.reverse();
        let mut incoming = IncomingDossier::default();
        for (at, piece) in pieces.iter().enumerate() {
            assert_eq!(incoming.files(), None, "{at} pieces");
            incoming.take(&piece.bytes);
            incoming.take(&piece.bytes);
        }
        assert_eq!(incoming.files(), Some(without_papers(1)));
    }

    #[test]
    fn the_state_that_came_last_and_is_whole_counts() {
        let mut incoming = IncomingDossier::default();
        for piece in pieces_of(&dossier(1)).unwrap() {
            incoming.take(&piece.bytes);
        }
        let newer = pieces_of(&dossier(2)).unwrap();
        for piece in &newer[1..] {
            incoming.take(&piece.bytes);
        }
        assert_eq!(incoming.files(), Some(without_papers(1)));
        incoming.take(&newer[0].bytes);
        assert_eq!(incoming.files(), Some(without_papers(2)));
    }

    #[test]
    fn a_piece_that_was_changed_anywhere_or_leads_elsewhere_is_none() {
        let piece = &pieces_of(&[file("record.ron", b"abc".to_vec())]).unwrap()[0];
        for at in 0..piece.bytes.len() {
            let mut changed = piece.bytes.clone();
            changed[at] ^= 1;
            let mut incoming = IncomingDossier::default();
            incoming.take(&changed);
            // What stands before it may name another dossier, never other bytes or another place.
            if let Some(files) = incoming.files() {
                assert_eq!(files[0].bytes, b"abc", "{at}");
                assert!(travels(&files[0].path), "{at}");
            }
        }
        for path in [
            "../journal.ron",
            "/etc/passwd",
            "follow-up-files/../../x",
            "follow-up-files/.x",
            "follow-up-files/a\\b",
            "follow-up-files/",
            "bien-ban.docx",
        ] {
            assert!(!travels(path), "{path}");
        }
        IncomingDossier::default().take(b"");
        IncomingDossier::default().take(&[b'('; 9000]);
    }
}
