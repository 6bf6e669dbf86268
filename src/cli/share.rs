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
    let folder = store.find(&asked.session).map_err(Error::Find)?;
    if let (Some(commune), Some(engine)) = (&asked.dossier, &asked.engine) {
        let at = share::DossierEngine {
            engine: engine.clone(),
            authority: asked.authority.clone(),
        };
        return hand_over_dossier(place, &folder, commune, &at);
    }
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
    share::share(
        &store,
        &asked.session,
        &options,
        place.lang,
        super::print_result,
    )
    .map_err(Error::Share)
}

/// Hands the dossier of a closed session over to the commune's subject, from where the province has it.
#[cfg(feature = "nats")]
fn hand_over_dossier(
    place: &RunPlace,
    folder: &std::path::Path,
    commune: &str,
    at: &crate::stations::share::DossierEngine,
) -> Result<(), Error> {
    use crate::stations::share::words::{self, ShareTerminalMessage};
    use crate::stations::share::{DossierStored, ShareError, store_dossier};
    use crate::store::bundle;
    use crate::store::sessions::id_of;

    let name = id_of(folder);
    let files = super::export::files_of(place, folder)?
        .ok_or_else(|| ShareError::NotClosed(name.clone()))?;
    let pieces = bundle::pieces_of(&files).map_err(|cause| Error::Read {
        path: folder.to_owned(),
        cause,
    })?;
    let says = &words::words_in(place.lang).terminal;
    let text = match store_dossier(at, commune, &name, &pieces)? {
        DossierStored::Anew(count) => says[ShareTerminalMessage::DossierStored].render(&[
            ("name", &name),
            ("commune", &commune),
            ("count", &count),
        ]),
        DossierStored::Already => {
            says[ShareTerminalMessage::DossierHeld].render(&[("name", &name)])
        }
    };
    super::print_result(&text);
    Ok(())
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
