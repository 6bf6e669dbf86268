//! Papers that the office has already: plan, invitations, opinion slips … Each is named by the entry of the regulation's
//! list that it fills, read once, and copied as it is. The only place of making a dossier that reads the office's files.

use std::path::PathBuf;

use super::slip::plain_name;
use super::words::DocumentWords;
use super::{DossierError, IoAction};
use crate::domain::record::SessionRecord;

/// One paper of the office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Attached {
    /// The entry of the regulation's list, or one of the papers that may always be attached.
    pub kind: String,
    /// Where it lies in the dossier.
    pub path: String,
    pub bytes: Vec<u8>,
}

pub(super) fn read(
    asked: &[(String, PathBuf)],
    record: &SessionRecord,
    words: &DocumentWords,
) -> Result<Vec<Attached>, DossierError> {
    let known = kinds(record, words);
    let mut all: Vec<Attached> = Vec::new();
    for (kind, path) in asked {
        if !known.contains(kind) {
            return Err(DossierError::UnknownPaper {
                kind: kind.clone(),
                known,
            });
        }
        let bytes = std::fs::read(path).map_err(|cause| DossierError::Io {
            doing: IoAction::Read,
            path: path.clone(),
            cause,
        })?;
        let of_kind = all.iter().filter(|attached| &attached.kind == kind).count() + 1;
        let part = |part: Option<&std::ffi::OsStr>| {
            plain_name(&part.map(|part| part.to_string_lossy()).unwrap_or_default())
        };
        let (stem, extension) = (part(path.file_stem()), part(path.extension()));
        let dot = if extension.is_empty() { "" } else { "." };
        all.push(Attached {
            kind: kind.clone(),
            path: format!(
                "{}{kind}-{of_kind:02}-{stem}{dot}{extension}",
                super::ATTACHED
            ),
            bytes,
        });
    }
    Ok(all)
}

/// The papers that lie in a dossier, by their paths; what is in them is not asked for.
pub(super) fn from_paths(
    paths: &[String],
    record: &SessionRecord,
    words: &DocumentWords,
) -> Vec<Attached> {
    let known = kinds(record, words);
    paths
        .iter()
        .filter_map(|path| {
            let name = path.strip_prefix(super::ATTACHED)?;
            // A kind may be the beginning of another.
            let kind = known
                .iter()
                .filter(|kind| {
                    name.strip_prefix(kind.as_str())
                        .is_some_and(|rest| rest.starts_with('-'))
                })
                .max_by_key(|kind| kind.len())?;
            Some(Attached {
                kind: kind.clone(),
                path: path.clone(),
                bytes: Vec::new(),
            })
        })
        .collect()
}

/// What may be attached: the regulation's entries, then the usual papers.
fn kinds(record: &SessionRecord, words: &DocumentWords) -> Vec<String> {
    let mut known: Vec<String> = record
        .dossier
        .iter()
        .flat_map(|list| &list.entries)
        .map(|entry| entry.id.clone())
        .collect();
    for (kind, _) in &words.papers {
        if !known.contains(kind) {
            known.push(kind.clone());
        }
    }
    known
}
