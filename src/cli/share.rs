//! The command that shares a session with other computers.

use super::RunPlace;
use crate::cli::error::Error;
use crate::cli::task::ShareTask;

/// A session that is not there is an error; whether the desk runs does not matter.
#[cfg(feature = "nats")]
pub(super) fn run(
    place: &RunPlace,
    asked: ShareTask,
    variable: &dyn Fn(&str) -> Option<String>,
) -> Result<(), Error> {
    use std::path::PathBuf;

    use crate::stations::share::{self, ShareOptions};

    let store = place.store();
    store.find(&asked.session).map_err(Error::Find)?;
    let program = variable("NATS_SERVER").filter(|program| !program.is_empty());
    let options = ShareOptions {
        engine: asked.engine,
        listen: asked.listen,
        name: asked.name,
        tls: <[PathBuf; 2]>::try_from(asked.tls).ok().map(Into::into),
        authority: asked.authority,
        host: asked.host,
        program: program.map(PathBuf::from),
        folder: place.data.join("engine"),
    };
    share::share(&store, &asked.session, &options, place.lang, super::say).map_err(Error::Share)
}

/// What was built without it says so.
#[cfg(not(feature = "nats"))]
pub(super) fn run(
    _: &RunPlace,
    _: ShareTask,
    _: &dyn Fn(&str) -> Option<String>,
) -> Result<(), Error> {
    Err(Error::ShareNotBuilt)
}
