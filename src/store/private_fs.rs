//! Files and folders that only the user may read: everything below the data folder, and every dossier, since citizens'
//! words, telephone numbers and addresses are in them. The one place that makes them. Knows nothing of what is in them.
//!
//! On Unix a file is made with the mode 0600 and a folder with 0700; elsewhere the user's own folder is private by its
//! place.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::domain::io_messages::{self, NotAFile};
use crate::domain::text;

/// So often what a virus scanner may hold for a moment is tried.
const TRIES: u32 = 10;
/// And so long is waited between; in all, as long as somebody waits for a key without wondering.
const BETWEEN_TRIES: Duration = Duration::from_millis(50);

/// So often a lock is tried that is held only as long as a line is written.
const LOCK_TRIES: u32 = 150;
const BETWEEN_LOCK_TRIES: Duration = Duration::from_millis(20);

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

/// A file that is made if it is not there, locked to the exclusion of other programs, which are waited for a little; `None`
/// where they do not end. Where the folder knows no locks, it is not locked.
///
/// # Errors
/// When it cannot be opened.
pub fn locked(path: &Path) -> io::Result<Option<File>> {
    let file = file(path)?;
    for _ in 0..LOCK_TRIES {
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => std::thread::sleep(BETWEEN_LOCK_TRIES),
            Ok(()) | Err(TryLockError::Error(_)) => return Ok(Some(file)),
        }
    }
    Ok(None)
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
    let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    // Never made empty first: some systems take that for a file that is replaced, and write it to disk at once.
    if file.metadata()?.len() > length {
        file.set_len(length)?;
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
    let is_new = |folder: &&Path| !folder.as_os_str().is_empty() && !folder.exists();
    let made: Vec<PathBuf> = path
        .ancestors()
        .take_while(is_new)
        .map(Path::to_owned)
        .collect();
    builder.create(path)?;
    // What is written inside would be lost with the name of a folder that the disk does not have yet.
    for folder in made {
        sync_folder_of(&folder)?;
    }
    Ok(())
}

/// Makes the name of a new file or folder durable; the bytes in it are so already.
///
/// # Errors
/// When the disk refuses. Where it cannot do that at all, nothing is done.
pub fn sync_folder_of(path: &Path) -> io::Result<()> {
    #[cfg(unix)]
    {
        let folder = match path.parent() {
            Some(folder) if folder.as_os_str().is_empty() => Path::new("."),
            Some(folder) => folder,
            None => return Ok(()),
        };
        // Some systems open no folder, or write none by itself.
        match File::open(folder).and_then(|folder| folder.sync_all()) {
            Err(error) if error.kind() == io::ErrorKind::StorageFull || is_io_error(&error) => {
                Err(error)
            }
            Ok(()) | Err(_) => Ok(()),
        }
    }
    #[cfg(not(unix))]
    {
        let _ = path;
        Ok(())
    }
}

#[cfg(unix)]
fn is_io_error(error: &io::Error) -> bool {
    error.raw_os_error() == Some(rustix::io::Errno::IO.raw_os_error())
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
mod tests;
