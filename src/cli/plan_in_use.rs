//! A session that is opened to change its plan: nobody else may have it open, and a refusal means that it has begun or
//! ended. Knows nothing of how the plan was changed.

use std::path::Path;

use super::RunPlace;
use crate::cli::error::Error;
use crate::domain::session::command::Command;
use crate::domain::session::rejection::Rejection;
use crate::domain::time::ClockReading;
use crate::store::clock::Clock;
use crate::store::journal::LockError;
use crate::store::sessions::{self, OpenError, OpenFailed, OpenSession, PerformError};

/// Why the plan of a session cannot be changed: it has `began`, or a desk has it open.
pub(super) fn in_use(folder: &Path, began: bool) -> Error {
    Error::PlanInUse {
        name: sessions::id_of(folder),
        began,
    }
}

pub(super) fn open_plan(place: &RunPlace, folder: &Path) -> Result<OpenSession, Error> {
    let open = OpenSession::open(folder, Clock::system()).map_err(|cause| {
        if matches!(cause, OpenError::Lock(LockError::Held(_))) {
            return in_use(folder, false);
        }
        Error::Open(OpenFailed {
            path: folder.to_owned(),
            cause,
        })
    })?;
    Ok(open.on_computer(&place.store()))
}

/// Performs what changes the plan; that nothing is another is no failure.
pub(super) fn change_plan(
    open: &mut OpenSession,
    command: Command,
    now: ClockReading,
    folder: &Path,
) -> Result<(), Error> {
    match open.perform(command, now) {
        Ok(()) | Err(PerformError::Refused(Rejection::SameAsBefore | Rejection::NothingNew)) => {
            Ok(())
        }
        Err(PerformError::Refused(_)) => Err(in_use(folder, true)),
        Err(PerformError::NotWritten(cause)) => Err(Error::Write {
            path: folder.to_owned(),
            cause,
        }),
    }
}
