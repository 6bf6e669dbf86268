//! Putting a dossier in its place: complete or not at all. Knows folders, and nothing of what is in the files.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::{DossierError, DossierFile, IoAction, MANIFEST};
use crate::store::journal;
use crate::store::private_fs;

/// What a folder that is being built is called.
const PREFIX: &str = ".dossier-";

/// Writes the files into a folder of their own.
///
/// They are written into a temporary folder beside it, which takes its name when everything is on disk. With `force` an
/// older dossier is moved aside first and deleted last.
///
/// # Errors
/// When the folder exists and may not be replaced, or cannot be written; then everything is as it was.
pub fn write(files: &[DossierFile], to: &Path, force: bool) -> Result<(), DossierError> {
    let to = std::path::absolute(to).map_err(failed(IoAction::Prepare, to))?;
    check_place(&to, force)?;
    let parent = to.parent().unwrap_or(&to);
    let made_parents = make_parents(parent)?;
    let outcome = build(files, parent).and_then(|building| put(building, parent, &to));
    if outcome.is_err() {
        // Only folders that this call made, and only while they are empty.
        for folder in made_parents {
            let _ = fs::remove_dir(folder);
        }
    }
    outcome
}

/// Whether the place is free, or holds an older dossier that may be replaced.
fn check_place(to: &Path, force: bool) -> Result<(), DossierError> {
    // A link that leads nowhere is in the way as well.
    if fs::symlink_metadata(to).is_err() {
        return Ok(());
    }
    if !force {
        return Err(DossierError::Exists { to: to.to_owned() });
    }
    let is_empty = fs::read_dir(to).is_ok_and(|mut entries| entries.next().is_none());
    if to.is_dir() && !to.is_symlink() && (is_empty || to.join(MANIFEST).is_file()) {
        Ok(())
    } else {
        Err(DossierError::NoDossier { to: to.to_owned() })
    }
}

/// Makes the folders above, and tells which were made, the innermost first.
fn make_parents(parent: &Path) -> Result<Vec<PathBuf>, DossierError> {
    let made: Vec<PathBuf> = parent
        .ancestors()
        .take_while(|folder| !folder.exists())
        .map(Path::to_owned)
        .collect();
    if let Err(cause) = fs::create_dir_all(parent) {
        for folder in &made {
            let _ = fs::remove_dir(folder);
        }
        return Err(failed(IoAction::Prepare, parent)(cause));
    }
    Ok(made)
}

/// All files in a temporary folder; it vanishes again when one of them fails. A dossier that holds the journal is the
/// office's own, and only the user may read it; the version for public notice may be read by whoever the computer lets.
fn build(files: &[DossierFile], parent: &Path) -> Result<TempDir, DossierError> {
    let is_private = files.iter().any(|file| file.path == journal::FILE_NAME);
    let building = if is_private {
        private_fs::passing_folder(PREFIX, parent)
    } else {
        tempfile::Builder::new().prefix(PREFIX).tempdir_in(parent)
    }
    .map_err(failed(IoAction::Prepare, parent))?;
    for file in files {
        let path = file
            .path
            .split('/')
            .fold(building.path().to_owned(), |path, name| path.join(name));
        save(&path, &file.bytes, is_private)
            .map_err(failed(IoAction::Write, Path::new(&file.path)))?;
    }
    Ok(building)
}

fn save(path: &Path, bytes: &[u8], is_private: bool) -> io::Result<()> {
    let folder = path.parent().unwrap_or(path);
    let mut file = if is_private {
        private_fs::folder(folder)?;
        private_fs::new_file(path)?
    } else {
        fs::create_dir_all(folder)?;
        File::create_new(path)?
    };
    file.write_all(bytes)?;
    file.sync_all()
}

/// Gives the built folder its name.
fn put(building: TempDir, parent: &Path, to: &Path) -> Result<(), DossierError> {
    let older = if to.exists() {
        let aside = tempfile::Builder::new()
            .prefix(".dossier-old-")
            .tempdir_in(parent)
            .map_err(failed(IoAction::Prepare, parent))?;
        let kept = aside.path().join("dossier");
        fs::rename(to, &kept).map_err(failed(IoAction::Replace, to))?;
        Some((aside, kept))
    } else {
        None
    };
    if let Err(cause) = fs::rename(building.path(), to) {
        if let Some((aside, kept)) = older
            && fs::rename(&kept, to).is_err()
        {
            // It could not go back, so at least it is not deleted with the temporary folder.
            let _ = aside.keep();
        }
        return Err(failed(IoAction::Replace, to)(cause));
    }
    // It has its name; there is nothing left to clean up.
    let _ = building.keep();
    sync(parent);
    Ok(())
}

/// Makes the new name durable, where the system lets a folder be synced. The files already are.
fn sync(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

fn failed(doing: IoAction, path: &Path) -> impl FnOnce(io::Error) -> DossierError + use<> {
    let path = path.to_owned();
    move |cause| DossierError::Io { doing, path, cause }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(content: &str) -> Vec<DossierFile> {
        ["a.txt", "phieu-chuyen/b.txt", MANIFEST]
            .map(|path| DossierFile {
                path: path.to_owned(),
                bytes: content.as_bytes().to_vec(),
            })
            .to_vec()
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_dossier_is_written_whole_and_an_existing_one_only_replaced_by_force() {
        // given a place whose folders do not exist yet
        let home = tempfile::tempdir().unwrap();
        let to = home.path().join("ho-so/2026");
        // when it is written twice
        write(&files("one"), &to, false).unwrap();
        let refused = write(&files("two"), &to, false).unwrap_err();
        // then the second is refused and the first unchanged
        assert!(matches!(refused, DossierError::Exists { .. }));
        assert_eq!(fs::read(to.join("phieu-chuyen/b.txt")).unwrap(), b"one");
        // when by force, then it is replaced whole, and nothing lies beside it
        fs::write(to.join("stray"), "x").unwrap();
        write(&files("two"), &to, true).unwrap();
        assert_eq!(names(&to), [MANIFEST, "a.txt", "phieu-chuyen"]);
        assert_eq!(names(to.parent().unwrap()), ["2026"]);
    }

    #[test]
    fn force_does_not_replace_a_folder_that_is_no_dossier() {
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join("thesis.txt"), "years of work").unwrap();
        let refused = write(&files("one"), home.path(), true).unwrap_err();
        assert!(matches!(refused, DossierError::NoDossier { .. }));
        assert_eq!(names(home.path()), ["thesis.txt"]);
    }

    #[test]
    fn when_a_file_cannot_be_written_nothing_is_left() {
        // given a file whose name is taken by another of the same dossier
        let home = tempfile::tempdir().unwrap();
        let mut all = files("one");
        all.push(all[0].clone());
        // when it is written into folders that do not exist, then neither it nor they are there afterwards
        let to = home.path().join("x/y/dossier");
        assert!(matches!(
            write(&all, &to, false).unwrap_err(),
            DossierError::Io {
                doing: IoAction::Write,
                ..
            }
        ));
        assert_eq!(names(home.path()), Vec::<String>::new());
    }
}
