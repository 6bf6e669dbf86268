//! Files and folders that only the user may read: everything below the data folder, and every dossier, since citizens'
//! words, telephone numbers and addresses are in them. The one place that makes them. Knows nothing of what is in them.
//!
//! On Unix a file is made with the mode 0600 and a folder with 0700; elsewhere the user's own folder is private by its
//! place.

use std::fs::{File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// A new file, open for writing.
///
/// # Errors
/// When it exists, or cannot be made.
pub fn new_file(path: &Path) -> io::Result<File> {
    made(OpenOptions::new().write(true).create_new(true), path)
}

/// A file that is made if it is not there, and otherwise opened as it is.
///
/// # Errors
/// When it cannot be opened for writing.
pub fn file(path: &Path) -> io::Result<File> {
    made(
        OpenOptions::new().write(true).create(true).truncate(false),
        path,
    )
}

/// Writes a file anew. A power cut may leave half of it; for what is only a courtesy.
///
/// # Errors
/// When the disk refuses.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = file(path)?;
    // A share or stick that knows no owners is written all the same.
    let _ = make_private(&file);
    file.set_len(0)?;
    file.write_all(bytes)
}

/// Writes a file in the place of an older one, whole or not at all. What a kill leaves half-written bears one fixed name,
/// so there is never more than one of it; [`sweep`] takes it away.
///
/// # Errors
/// When the disk refuses; the older file is then as it was.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let half = half_of(path);
    let replaced = write(&half, bytes).and_then(|()| std::fs::rename(&half, path));
    if replaced.is_err() {
        sweep(path);
    }
    replaced
}

/// Takes away what [`replace`] was writing when the program was killed.
pub fn sweep(path: &Path) {
    // Mostly there is none, and one that cannot be deleted is written over next time.
    let _ = std::fs::remove_file(half_of(path));
}

/// A folder, with those above it.
///
/// # Errors
/// When it cannot be made.
pub fn folder(path: &Path) -> io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt as _;
        builder.mode(0o700);
    }
    builder.create(path)
}

/// A folder of its own that vanishes when it is dropped; its name begins with `prefix`.
///
/// # Errors
/// When it cannot be made.
pub fn passing_folder(prefix: &str, parent: &Path) -> io::Result<tempfile::TempDir> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(prefix);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
    builder.tempdir_in(parent)
}

fn half_of(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".new");
    PathBuf::from(name)
}

fn made(options: &mut OpenOptions, path: &Path) -> io::Result<File> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    options.open(path)
}

/// A file that was made before, by whomever.
fn make_private(file: &File) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        file.set_permissions(std::fs::Permissions::from_mode(0o600))?;
    }
    #[cfg(not(unix))]
    {
        let _ = file;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect()
    }

    #[test]
    fn what_a_kill_left_half_written_is_written_over_and_swept_away() {
        // given a file, and the half of a newer one
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("draft");
        replace(&path, b"older").unwrap();
        std::fs::write(half_of(&path), "half of a much longer one").unwrap();
        // when a shorter one is written, then it is whole and alone
        replace(&path, b"newer").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"newer");
        assert_eq!(names(folder.path()), ["draft"]);
        // and when nothing is written any more, the half goes all the same
        std::fs::write(half_of(&path), "half").unwrap();
        sweep(&path);
        assert_eq!(names(folder.path()), ["draft"]);
    }

    #[test]
    fn a_file_that_cannot_be_replaced_leaves_no_half_behind() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("draft");
        std::fs::create_dir_all(path.join("in the way")).unwrap();
        assert!(replace(&path, b"newer").is_err());
        assert_eq!(names(folder.path()), ["draft"]);
    }
}
