//! Dossiers that an engine holds, fetched into a folder that goes when the report is made.

use crate::cli::RunPlace;
use crate::cli::error::Error;
use crate::cli::task::ReportEngine;
use crate::store::bundle::PassingDossiers;

/// The dossiers of the engine that was named; `None` where none was.
#[cfg(feature = "nats")]
pub(super) fn fetched(
    place: &RunPlace,
    asked: &ReportEngine,
) -> Result<Option<PassingDossiers>, Error> {
    use crate::stations::share::{DossierEngine, fetch_dossiers};

    let Some(engine) = &asked.engine else {
        return Ok(None);
    };
    let failed = |cause| Error::Write {
        path: place.data.clone(),
        cause,
    };
    let passing = PassingDossiers::below(&place.data).map_err(failed)?;
    let at = DossierEngine {
        engine: engine.clone(),
        authority: asked.authority.clone(),
    };
    fetch_dossiers(&at, &asked.gather, passing.path())?;
    Ok(Some(passing))
}

/// What was built without it says so.
#[cfg(not(feature = "nats"))]
pub(super) fn fetched(
    _: &RunPlace,
    asked: &ReportEngine,
) -> Result<Option<PassingDossiers>, Error> {
    let ReportEngine {
        engine,
        gather: _,
        authority: _,
    } = asked;
    match engine {
        None => Ok(None),
        Some(_) => Err(Error::ShareNotBuilt),
    }
}
