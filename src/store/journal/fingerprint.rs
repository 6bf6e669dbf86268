//! Whether a file at a path is still the one that is open: what it looks like from outside, and how it can differ. Knows
//! nothing of what is in it.

use std::fs::File;
#[cfg(unix)]
use std::fs::Metadata;
use std::io;
use std::path::Path;
use std::time::SystemTime;

/// How what lies at the path differs from what was written there; the cause inside an [`io::Error`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Mismatch {
    #[error("the file is gone")]
    Gone,
    #[error("the folder is gone")]
    FolderGone,
    #[error("another file lies in its place")]
    Replaced,
    #[error("the file was changed by another program")]
    Changed,
    #[error("the lock is gone or is no longer this program's")]
    LockLost,
    /// Another desk had the session and went on with it in another folder.
    #[error("the session goes on in another folder")]
    MovedOn,
}

impl From<Mismatch> for io::Error {
    fn from(mismatch: Mismatch) -> Self {
        Self::other(mismatch)
    }
}

impl Mismatch {
    /// The mismatch for which a journal was not written, if it was for one.
    #[must_use]
    pub fn in_error(error: &io::Error) -> Option<Self> {
        error.get_ref()?.downcast_ref().copied()
    }

    /// Why nothing can be seen at the path.
    pub(super) fn of_unseen(path: &Path) -> Self {
        match path.parent() {
            Some(folder) if !folder.is_dir() => Self::FolderGone,
            Some(_) | None => Self::Gone,
        }
    }
}

/// What a file looks like from outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FileFingerprint {
    id: FileId,
    pub length: u64,
    modified: Option<SystemTime>,
    /// When anything of it was last changed, also its time of change.
    changed: (i64, i64),
}

/// Which file it is, whatever it is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct FileId {
    device: u64,
    number: u64,
}

impl FileFingerprint {
    pub(super) fn is_same_file(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

#[cfg(unix)]
impl FileFingerprint {
    pub(super) fn of(file: &File) -> io::Result<Self> {
        Ok(Self::from(&file.metadata()?))
    }

    /// What lies at the path itself, not where a link there leads; `None` when it is no ordinary file.
    pub(super) fn at(path: &Path) -> io::Result<Option<Self>> {
        let metadata = std::fs::symlink_metadata(path)?;
        Ok(metadata.is_file().then(|| Self::from(&metadata)))
    }
}

#[cfg(unix)]
impl From<&Metadata> for FileFingerprint {
    fn from(metadata: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt as _;
        Self {
            id: FileId {
                device: metadata.dev(),
                number: metadata.ino(),
            },
            length: metadata.len(),
            modified: metadata.modified().ok(),
            changed: (metadata.ctime(), metadata.ctime_nsec()),
        }
    }
}

#[cfg(windows)]
impl FileFingerprint {
    pub(super) fn of(file: &File) -> io::Result<Self> {
        let known = winapi_util::file::information(file)?;
        Ok(Self {
            id: FileId {
                device: known.volume_serial_number(),
                number: known.file_index(),
            },
            length: known.file_size(),
            modified: file.metadata()?.modified().ok(),
            // Windows tells none; a file that is open for writing here lets nobody else write.
            changed: (0, 0),
        })
    }

    /// What lies at the path itself, not where a link there leads; `None` when it is no ordinary file.
    pub(super) fn at(path: &Path) -> io::Result<Option<Self>> {
        use std::os::windows::fs::OpenOptionsExt as _;
        /// To be told about it, which no other program's way of opening it forbids.
        const READ_ATTRIBUTES: u32 = 0x80;
        if !std::fs::symlink_metadata(path)?.is_file() {
            return Ok(None);
        }
        let file = std::fs::OpenOptions::new()
            .access_mode(READ_ATTRIBUTES)
            .open(path)?;
        Self::of(&file).map(Some)
    }
}
