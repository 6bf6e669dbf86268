//! Files and folders that only the user may read: everything below the data folder, and every dossier, since citizens'
//! words, telephone numbers and addresses are in them. The one place that makes them. Knows nothing of what is in them.
//!
//! On Unix a file is made with the mode 0600 and a folder with 0700; elsewhere the user's own folder is private by its
//! place.

use std::fs::{File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::domain::io_messages::{self, NotAFile};
use crate::domain::text;

/// So often what a virus scanner may hold for a moment is tried.
const TRIES: u32 = 10;
/// And so long is waited between; in all, as long as somebody waits for a key without wondering.
const BETWEEN_TRIES: Duration = Duration::from_millis(50);

/// A new file, open for writing.
///
/// # Errors
/// When it exists, or cannot be made.
pub fn new_file(path: &Path) -> io::Result<File> {
    check_name(path)?;
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

/// A file that is there, open for reading and writing, to the exclusion of other writers where the system can do that.
///
/// # Errors
/// When it is no ordinary file, or cannot be written.
pub fn writable(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true);
    #[cfg(windows)]
    {
        use std::os::windows::fs::OpenOptionsExt as _;
        /// Others may read it meanwhile.
        const SHARE_READ: u32 = 1;
        options.share_mode(SHARE_READ);
    }
    patiently(|| made(&mut options, path))
}

/// A file to read from.
///
/// # Errors
/// When it cannot be read, or is no ordinary file: a pipe would be waited for, and a device may never end.
pub fn readable(path: &Path) -> io::Result<File> {
    ordinary(OpenOptions::new().read(true), path, Links::Followed)
}

/// What is in a file.
///
/// # Errors
/// When it cannot be read, or is no ordinary file: a pipe would be waited for, and a device may never end.
pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut file = readable(path)?;
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// What is in a file of text.
///
/// # Errors
/// When it cannot be read, is no ordinary file, or holds no text in UTF-8.
pub fn read_text(path: &Path) -> io::Result<String> {
    String::from_utf8(read(path)?)
        .map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}

/// Writes a file anew. A power cut may leave half of it; for what is only a courtesy.
///
/// # Errors
/// When the disk refuses.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = file(path)?;
    make_private(&file);
    if file.metadata()?.len() > 0 {
        file.set_len(0)?;
    }
    file.write_all(bytes)
}

/// Writes a file anew, and returns when it is on disk.
///
/// # Errors
/// When the disk refuses.
pub fn write_durably(path: &Path, bytes: &[u8]) -> io::Result<()> {
    write(path, bytes)?;
    // Not a file opened to be read: Windows syncs only what may be written.
    file(path)?.sync_all()
}

/// Gives a file or folder another name, in the place of a file that has it.
///
/// # Errors
/// When that cannot be done, on Windows also when another program has the file open, or a file in the folder.
pub fn rename(from: &Path, to: &Path) -> io::Result<()> {
    patiently(|| std::fs::rename(from, to))
}

/// Makes sure that a file or folder of this name can be made on every computer.
///
/// # Errors
/// When Windows keeps the name for a device, or would drop the end of it.
pub fn check_name(path: &Path) -> io::Result<()> {
    match path.file_name().map(std::ffi::OsStr::to_string_lossy) {
        Some(name) if !text::is_name_everywhere(&name) => {
            Err(io::ErrorKind::InvalidFilename.into())
        }
        Some(_) | None => Ok(()),
    }
}

/// Does what a virus scanner, an indexer or a cloud folder on Windows can be in the way of for a moment, since each looks
/// into every file that was just written.
fn patiently<T>(act: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    let may_pass =
        |error: &io::Error| io_messages::windows_code(error).is_some_and(io_messages::may_pass);
    tried(act, may_pass, || std::thread::sleep(BETWEEN_TRIES))
}

fn tried<T>(
    mut act: impl FnMut() -> io::Result<T>,
    may_pass: impl Fn(&io::Error) -> bool,
    mut wait: impl FnMut(),
) -> io::Result<T> {
    for _ in 1..TRIES {
        match act() {
            Err(error) if may_pass(&error) => wait(),
            done => return done,
        }
    }
    act()
}

/// Writes a file in the place of an older one, whole or not at all. What a kill leaves half-written bears one fixed name,
/// so there is never more than one of it; [`sweep`] takes it away.
///
/// # Errors
/// When the disk refuses; the older file is then as it was.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let half = half_of(path);
    let replaced = write(&half, bytes).and_then(|()| rename(&half, path));
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
    if !path.exists() {
        check_name(path)?;
    }
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

/// A file to write into. A link in its place is not followed: in a folder that came from elsewhere it may lead anywhere.
fn made(options: &mut OpenOptions, path: &Path) -> io::Result<File> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    ordinary(options, path, Links::Refused)
}

/// What becomes of a link in the place of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Links {
    Followed,
    Refused,
}

/// Opens an ordinary file, and neither waits for a pipe nor reads a device.
fn ordinary(options: &mut OpenOptions, path: &Path, links: Links) -> io::Result<File> {
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt as _;
        let flags = match links {
            Links::Followed => OFlags::NONBLOCK,
            Links::Refused => OFlags::NONBLOCK | OFlags::NOFOLLOW,
        };
        options.custom_flags(flags.bits().cast_signed());
    }
    let is_link = || std::fs::symlink_metadata(path).is_ok_and(|found| found.is_symlink());
    // Elsewhere the system has no sign for opening that says so.
    if cfg!(not(unix)) && links == Links::Refused && is_link() {
        return Err(io::Error::other(NotAFile));
    }
    let opened = match options.open(path) {
        // The system has a different word for it everywhere.
        Err(_) if links == Links::Refused && is_link() => return Err(io::Error::other(NotAFile)),
        opened => opened?,
    };
    let kind = opened.metadata()?.file_type();
    // Reading a folder has an error of its own.
    if kind.is_file() || kind.is_dir() {
        Ok(opened)
    } else {
        Err(io::Error::other(NotAFile))
    }
}

/// A file that was made before, by whomever. A share or stick that knows no owners is written all the same.
fn make_private(file: &File) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let _ = file.set_permissions(std::fs::Permissions::from_mode(0o600));
    }
    #[cfg(not(unix))]
    {
        let _ = file;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn nothing_is_written_through_a_link_or_read_from_a_pipe_or_a_device() {
        let folder = tempfile::tempdir().unwrap();
        let (other, link) = (folder.path().join("other"), folder.path().join("link"));
        std::fs::write(&other, "not ours").unwrap();
        std::os::unix::fs::symlink(&other, &link).unwrap();
        assert!(write(&link, b"ours").is_err());
        assert!(writable(&link).is_err());
        assert!(new_file(&link).is_err());
        // A file that takes the place of the link does so without touching where it leads.
        replace(&link, b"ours").unwrap();
        assert_eq!(std::fs::read(&other).unwrap(), b"not ours");
        let pipe = folder.path().join("pipe");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        assert!(made.unwrap().success());
        for path in [pipe.as_path(), Path::new("/dev/zero")] {
            let error = read(path).unwrap_err();
            assert!(error.get_ref().unwrap().is::<NotAFile>(), "{path:?}");
            assert!(writable(path).is_err());
        }
    }

    #[test]
    fn what_a_virus_scanner_holds_for_a_moment_is_tried_again_and_nothing_else_is() {
        let passes = |error: &io::Error| error.kind() == io::ErrorKind::ResourceBusy;
        // given a file that is free at the third try
        let (mut tries, mut waits) = (0, 0);
        let done = tried(
            || {
                tries += 1;
                if tries < 3 {
                    return Err(io::ErrorKind::ResourceBusy.into());
                }
                Ok(tries)
            },
            passes,
            || waits += 1,
        );
        assert_eq!((done.unwrap(), waits), (3, 2));
        // and one that stays open, which is told in the end
        for (kind, expected) in [
            (io::ErrorKind::ResourceBusy, TRIES),
            (io::ErrorKind::NotFound, 1),
        ] {
            let mut tries = 0;
            let failed = tried(
                || -> io::Result<()> {
                    tries += 1;
                    Err(kind.into())
                },
                passes,
                || (),
            );
            assert_eq!((failed.unwrap_err().kind(), tries), (kind, expected));
        }
    }

    #[test]
    fn a_name_that_windows_keeps_for_a_device_is_refused_on_every_system() {
        for name in ["aux", "a/con", "b/COM1.docx", "ho-so.", "c/nul.xlsx"] {
            let error = check_name(Path::new(name)).unwrap_err();
            assert_eq!(error.kind(), io::ErrorKind::InvalidFilename, "{name}");
        }
        for name in ["ho-so", "/", "..", ".", "con/ho-so", "ho so.xlsx"] {
            assert!(check_name(Path::new(name)).is_ok(), "{name}");
        }
    }

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
