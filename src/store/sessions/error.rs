//! Why a session was not opened, or an act not done: data, worded in [`explain`](crate::store::explain).

use std::io;
use std::path::PathBuf;

use crate::domain::request::RequestRefusal;
use crate::domain::session::rejection::Rejection;
use crate::store::journal::{Damage, LockError, Torn};

/// Why a session could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error(transparent)]
    Lock(#[from] LockError),
    #[error(transparent)]
    Io(#[from] io::Error),
    /// The journal is not what was written, and nothing before that can be shown.
    #[error("the journal is damaged in line {}", .0.line)]
    Damaged(Damage),
    /// There is no whole record, or the first opens no session.
    #[error("the journal opens no session")]
    Empty(Option<Torn>),
    /// The session goes on in another folder.
    #[error("the session went on in another folder")]
    Moved(PathBuf),
}

/// A session that could not be opened, and where it lies.
#[derive(Debug, thiserror::Error)]
#[error("the session {} cannot be opened", .path.display())]
pub struct OpenFailed {
    pub path: PathBuf,
    #[source]
    pub cause: OpenError,
}

/// A damaged journal is only read; the cause inside an [`io::Error`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the journal is damaged in line {}", .0.line)]
pub struct Damaged(pub Damage);

/// Why an act was not done. Nothing has changed.
#[derive(Debug, thiserror::Error)]
pub enum PerformError {
    #[error(transparent)]
    Refused(#[from] Rejection),
    /// The disk did not take the record.
    #[error(transparent)]
    NotWritten(#[from] io::Error),
}

/// Why a request of a station was not carried out. Nothing has changed.
#[derive(Debug, thiserror::Error)]
pub enum RequestError {
    #[error(transparent)]
    Refused(#[from] RequestRefusal),
    /// The disk did not take the record: the request waits.
    #[error(transparent)]
    NotWritten(#[from] io::Error),
}
