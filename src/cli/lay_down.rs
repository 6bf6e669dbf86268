//! Lays a session down among the sessions of this computer.

use std::path::PathBuf;

use super::RunPlace;
use crate::cli::error::Error;
use crate::domain::regulation::Regulation;
use crate::domain::session::plan::Plan;
use crate::store::clock::Clock;
use crate::store::sessions::Purpose;

/// The folder of a new session.
pub(super) fn create(
    place: &RunPlace,
    plan: Plan,
    regulation: Regulation,
    purpose: Purpose,
) -> Result<PathBuf, Error> {
    place
        .store()
        .create(plan, regulation, purpose, &Clock::system())
        .map_err(|cause| Error::Create {
            path: place.data.clone(),
            cause,
        })
}
