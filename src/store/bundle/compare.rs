//! A folder of documents held against its own manifest: what is as it was written, what was edited, added, taken away.
//! Follows no link and opens nothing but plain files.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use sha2::{Digest as _, Sha256};

use crate::documents::{MANIFEST, MadeBy};
use crate::store::journal::hex;
use crate::store::private_fs;

/// What became of a file since it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FileState {
    Edited,
    Added,
    Missing,
}

/// A file that is not as it was written; the path is relative to the folder, with `/` between names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Difference {
    pub path: String,
    pub state: FileState,
}

/// Something in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum FolderEntry {
    /// A plain file, and the sum of what is in it.
    File(String),
    /// A folder with nothing in it.
    EmptyFolder,
    /// A link, a device: nothing that the program ever writes.
    Other,
}

/// The lines of a manifest.
#[derive(Debug, Default)]
pub(super) struct Manifest {
    /// The sum of each file, by its path.
    pub sums: BTreeMap<String, String>,
    /// The paths in the order in which they stand there.
    pub order: Vec<String>,
    /// What the `#` lines say.
    pub remarks: Vec<String>,
    /// Lines that no manifest of the program has, by their numbers from 1.
    pub strange: Vec<(usize, String)>,
}

impl Manifest {
    pub(super) fn read(folder: &Path) -> io::Result<Self> {
        let path = folder.join(MANIFEST);
        if !fs::symlink_metadata(&path)?.is_file() {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        Ok(Self::of(&String::from_utf8_lossy(&private_fs::read(
            &path,
        )?)))
    }

    /// Whether the program wrote it: other programs' sums have the same name.
    pub(super) fn is_ours(&self) -> bool {
        self.made().is_some()
            || ["record.json", "record.ron"]
                .iter()
                .all(|path| self.sums.contains_key(*path))
    }

    /// What it says of how the documents were made; nothing in the first released version.
    pub(super) fn made(&self) -> Option<MadeBy> {
        self.remarks.iter().find_map(|remark| remark.parse().ok())
    }

    pub(super) fn of(text: &str) -> Self {
        let mut manifest = Self::default();
        // A tool that puts its mark before the first line changes nothing that is said.
        let text = text.trim_start_matches('\u{feff}');
        for (number, line) in (1..).zip(text.lines()) {
            if let Some(remark) = line.strip_prefix('#') {
                // A second one would say of the same papers that they were made otherwise.
                if manifest.made().is_some() && remark.parse::<MadeBy>().is_ok() {
                    manifest.strange.push((number, line.to_owned()));
                } else {
                    manifest.remarks.push(remark.trim().to_owned());
                }
                continue;
            }
            let parts = sum_and_path(line).filter(|(sum, path)| {
                is_sum(sum) && is_plain(path) && !manifest.sums.contains_key(*path)
            });
            match parts {
                Some((sum, path)) => {
                    manifest
                        .sums
                        .insert(path.to_owned(), sum.to_ascii_lowercase());
                    manifest.order.push(path.to_owned());
                }
                None => manifest.strange.push((number, line.to_owned())),
            }
        }
        manifest
    }
}

/// A line as the tools for it write and read it: a star says that the file was read as it is.
fn sum_and_path(line: &str) -> Option<(&str, &str)> {
    let (sum, path) = line.split_once(' ')?;
    Some((sum, path.strip_prefix([' ', '*'])?))
}

/// Some tools write the figures as capitals.
fn is_sum(sum: &str) -> bool {
    sum.len() == 64 && sum.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Whether a path stays inside the folder and can be written on one line.
fn is_plain(path: &str) -> bool {
    !path.is_empty()
        && !path.contains(['\\', ':'])
        && !path.chars().any(char::is_control)
        && path.split('/').all(|name| !matches!(name, "" | "." | ".."))
}

/// Everything in a folder but the manifest, by its path.
pub(super) fn contents(folder: &Path) -> io::Result<BTreeMap<String, FolderEntry>> {
    let mut found = BTreeMap::new();
    collect(folder, "", &mut found)?;
    found.remove(MANIFEST);
    Ok(found)
}

fn collect(
    folder: &Path,
    prefix: &str,
    found: &mut BTreeMap<String, FolderEntry>,
) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        let kind = entry.file_type()?;
        if kind.is_dir() {
            let before = found.len();
            collect(&entry.path(), &format!("{path}/"), found)?;
            if found.len() == before {
                found.insert(path, FolderEntry::EmptyFolder);
            }
        } else if kind.is_file() {
            found.insert(
                path,
                FolderEntry::File(sum(&private_fs::read(&entry.path())?)),
            );
        } else {
            found.insert(path, FolderEntry::Other);
        }
    }
    Ok(())
}

/// Whether a folder was made for one of these paths.
pub(super) fn is_folder_of<'a>(folder: &str, mut paths: impl Iterator<Item = &'a String>) -> bool {
    paths.any(|path| {
        path.strip_prefix(folder)
            .is_some_and(|rest| rest.starts_with('/'))
    })
}

pub(super) fn sum(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// How the folder differs from what its manifest says was written; `None` when it has no manifest that can be read. A
/// manifest with lines of another hand is itself edited.
pub(super) fn differences(folder: &Path) -> io::Result<Option<Vec<Difference>>> {
    let Some(manifest) = Manifest::read(folder).ok().filter(Manifest::is_ours) else {
        return Ok(None);
    };
    let found = contents(folder)?;
    let mut all: Vec<Difference> = found
        .iter()
        .filter_map(|(path, found)| {
            let state = match (found, manifest.sums.get(path)) {
                (FolderEntry::File(sum), Some(written)) if sum == written => return None,
                // What was in it is missing, and nothing was added.
                (FolderEntry::EmptyFolder, None) if is_folder_of(path, manifest.sums.keys()) => {
                    return None;
                }
                (FolderEntry::File(_) | FolderEntry::Other, Some(_)) => FileState::Edited,
                (FolderEntry::EmptyFolder, _) | (_, None) => FileState::Added,
            };
            Some((path.clone(), state))
        })
        .chain(
            manifest
                .sums
                .keys()
                .filter(|path| !found.contains_key(*path))
                .map(|path| (path.clone(), FileState::Missing)),
        )
        .chain((!manifest.strange.is_empty()).then(|| (MANIFEST.to_owned(), FileState::Edited)))
        .map(|(path, state)| Difference { path, state })
        .collect();
    all.sort();
    Ok(Some(all))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_has_sums_of_plain_paths_and_remarks_and_what_else_it_has_is_strange() {
        let sum = "0".repeat(64);
        let text = format!(
            "# doithoai\n{sum}  a.docx\n{sum}  phieu-chuyen/01 b.docx\n{sum}  /etc/passwd\n{sum}  ../a\n{sum}  a.docx\nxyz\n"
        );
        let manifest = Manifest::of(&text);
        assert_eq!(manifest.remarks, ["doithoai"]);
        assert_eq!(manifest.sums.len(), 2);
        let strange: Vec<usize> = manifest.strange.iter().map(|(number, _)| *number).collect();
        assert_eq!(strange, [4, 5, 6, 7]);
    }
}
