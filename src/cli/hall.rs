//! The command that offers a session's hall view, and the registration, to devices on a network.

use super::RunPlace;
use crate::cli::error::Error;
use crate::cli::task::HallTask;

/// A session that is not there yet is waited for; only a name that fits several is an error.
#[cfg(feature = "hall")]
pub(super) fn run(place: &RunPlace, asked: HallTask) -> Result<(), Error> {
    use std::io::IsTerminal as _;
    use std::path::PathBuf;

    use crate::stations::hall::{self, HallOptions};
    use crate::store::sessions::FindError;

    let store = place.store();
    if let Err(ambiguous @ FindError::Ambiguous(..)) = store.find(&asked.session) {
        return Err(Error::Find(ambiguous));
    }
    // The old console of Windows shows the signs for colours instead.
    let options = HallOptions {
        listen: asked.listen,
        registers: asked.register,
        asks_contacts: asked.contacts,
        venue: asked.venue,
        names: asked.host,
        tls: <[PathBuf; 2]>::try_from(asked.tls).ok().map(Into::into),
        in_colour: std::io::stdout().is_terminal() && !cfg!(windows),
    };
    hall::offer(
        store,
        &asked.session,
        &options,
        place.lang,
        super::print_result,
    )
    .map_err(Error::Hall)
}

/// What was built without the pages says so.
#[cfg(not(feature = "hall"))]
pub(super) fn run(_: &RunPlace, _: HallTask) -> Result<(), Error> {
    Err(Error::HallNotBuilt)
}
