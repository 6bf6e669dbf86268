//! Closed dossiers on their way to a province: stored with the commune once they are whole, gathered from the communes' own
//! engines, and laid down in folders, where they are verified like those that came on a stick.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::engine::{Engine, EngineAddress, StoreOutcome};
use super::error::ShareError;
use super::subjects::{self, ALL_DOSSIERS, DOSSIERS};
use crate::store::bundle::{DossierPiece, IncomingDossier, lay_down};

/// Where the engine is that keeps the dossiers.
#[derive(Debug, Clone)]
pub struct DossierEngine {
    /// As it was typed.
    pub engine: String,
    /// The authority that vouches for it.
    pub authority: Option<PathBuf>,
}

/// What became of a dossier that was handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DossierStored {
    /// So many pieces of it are there now for the first time.
    Anew(usize),
    /// All of it was there.
    Already,
}

/// Stores the pieces of a dossier with a commune. Those that are there are not stored again.
///
/// # Errors
/// When the engine cannot be used, or refuses.
pub fn store_dossier(
    at: &DossierEngine,
    commune: &str,
    session: &str,
    pieces: &[DossierPiece],
) -> Result<DossierStored, ShareError> {
    let subject = subjects::dossier(commune, session);
    super::runtime()?.block_on(async {
        let engine = connected(at).await?;
        engine.check_it_syncs().await?;
        let made = engine.make_stream(DOSSIERS, ALL_DOSSIERS).await;
        made.map_err(ShareError::Refused)?;
        let held = held_of(&engine, &subject).await?;
        let mut count = 0;
        for piece in pieces {
            if held.iter().any(|(_, bytes)| *bytes == piece.bytes) {
                continue;
            }
            let payload = piece.bytes.clone();
            let storing = engine.store(subject.clone(), &piece.id, None, payload);
            match storing.await {
                StoreOutcome::Stored(_) | StoreOutcome::StoredBefore => count += 1,
                StoreOutcome::Refused(said) => return Err(ShareError::Refused(said)),
                StoreOutcome::Full => return Err(ShareError::Full),
                StoreOutcome::OtherLast(_) | StoreOutcome::Unknown => {
                    return Err(ShareError::Unreachable {
                        address: at.engine.rsplit('@').next().unwrap_or_default().to_owned(),
                        cause: String::new(),
                    });
                }
            }
        }
        Ok(match count {
            0 => DossierStored::Already,
            count => DossierStored::Anew(count),
        })
    })
}

/// Lays every whole dossier that an engine holds down below a folder, by commune and session. `communes` are the domains of
/// engines from which it gathers from now on.
///
/// # Errors
/// When the engine cannot be used, or the disk refuses.
pub fn fetch_dossiers(
    at: &DossierEngine,
    communes: &[String],
    folder: &Path,
) -> Result<usize, ShareError> {
    let held = super::runtime()?.block_on(async {
        let engine = connected(at).await?;
        if !communes.is_empty() {
            let gathered = engine.gather(DOSSIERS, communes).await;
            gathered.map_err(ShareError::Refused)?;
        }
        held_of(&engine, ALL_DOSSIERS).await
    })?;
    let mut dossiers: BTreeMap<String, IncomingDossier> = BTreeMap::new();
    for (subject, bytes) in held {
        dossiers.entry(subject).or_default().take(&bytes);
    }
    let mut count = 0;
    for (subject, dossier) in dossiers {
        let Some(files) = dossier.files() else {
            continue;
        };
        // Each part of a subject is a word that can be a name.
        let mut place = folder.to_owned();
        for part in subject.split('.').skip(2) {
            place.push(subjects::word(part));
        }
        lay_down(&files, &place).map_err(|cause| ShareError::Folder { path: place, cause })?;
        count += 1;
    }
    Ok(count)
}

async fn connected(at: &DossierEngine) -> Result<Engine, ShareError> {
    let address = EngineAddress::read(&at.engine, at.authority.as_deref())?;
    Ok(Engine::connect(&address).await?.0)
}

/// Every message that is held of these subjects now.
async fn held_of(engine: &Engine, subject: &str) -> Result<Vec<(String, Vec<u8>)>, ShareError> {
    let read = engine.read(DOSSIERS, subject).await;
    let mut reading = read.map_err(ShareError::Refused)?;
    let mut held = Vec::new();
    if reading.is_empty {
        return Ok(held);
    }
    while let Some(message) = reading.next().await {
        held.push((message.subject, message.payload));
        if message.is_last {
            return Ok(held);
        }
    }
    Err(ShareError::Refused(String::new()))
}
