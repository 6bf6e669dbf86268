//! Putting a dossier in its place: complete or not at all, and never over what somebody else wrote. Knows folders, and
//! nothing of what is in the files.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::compare::{self, Difference, FileState};
use super::leftovers;
use crate::documents::{DossierError, DossierFile, IoAction};
use crate::store::clock::Clock;
use crate::store::journal;
use crate::store::private_fs;

/// What a folder that is being built is called.
const PREFIX: &str = ".dossier-";
/// So many folders of one name are tried.
const MOST: u32 = 1000;

/// Where a dossier was put.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    pub folder: PathBuf,
    /// The folder that was asked for and kept as it is, and why.
    pub kept: Option<(PathBuf, KeptBecause)>,
}

/// Why a folder was kept as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeptBecause {
    /// Somebody else's work is in it.
    Differs(Vec<Difference>),
    /// It is no dossier at all.
    Foreign,
    /// The computer did not let it be moved aside, and what it said; mostly a document in it is open.
    Stuck(Option<i32>),
}

/// Writes the files into a folder of their own.
///
/// They are written into a temporary folder beside it, which takes its name when everything is on disk. An older dossier
/// of that name is replaced only when every file in it is as it was written; otherwise the next name that is free, or
/// taken by such a dossier, is used.
///
/// # Errors
/// When it cannot be written; then everything is as it was.
pub fn write(files: &[DossierFile], to: &Path) -> Result<Placed, DossierError> {
    private_fs::check_name(to).map_err(failed(IoAction::Prepare, to))?;
    let to = named(to).map_err(failed(IoAction::Prepare, to))?;
    let parent = to.parent().unwrap_or(&to);
    let made_parents = make_parents(parent)?;
    leftovers::sweep(parent, Clock::system().now().wall);
    let outcome = build(files, parent).and_then(|building| put(building, parent, &to));
    if outcome.is_err() {
        // Only folders that this call made, and only while they are empty.
        for folder in made_parents {
            let _ = fs::remove_dir(folder);
        }
    }
    outcome
}

/// The place by a path that ends with its name, by which its neighbours can be named: `..` is a folder with one.
fn named(to: &Path) -> io::Result<PathBuf> {
    let to = std::path::absolute(to)?;
    let to = match to.file_name() {
        Some(_) => to,
        None => fs::canonicalize(&to)?,
    };
    // All of a disk is no dossier, and nothing stands beside it.
    to.file_name()
        .is_some()
        .then_some(to)
        .ok_or_else(|| io::ErrorKind::InvalidFilename.into())
}

/// What stands in the way at a place.
enum Occupant {
    Nobody,
    /// A dossier that is as it was written, or an empty folder.
    OurOwn,
    SomebodyElse(KeptBecause),
}

fn occupant(place: &Path) -> Occupant {
    // A link that leads nowhere is in the way as well.
    let Ok(metadata) = fs::symlink_metadata(place) else {
        return Occupant::Nobody;
    };
    if !metadata.is_dir() {
        return Occupant::SomebodyElse(KeptBecause::Foreign);
    }
    if fs::read_dir(place).is_ok_and(|mut entries| entries.next().is_none()) {
        return Occupant::OurOwn;
    }
    match compare::differences(place) {
        // What was taken away comes back; nothing is lost by that.
        Ok(Some(differences))
            if differences
                .iter()
                .all(|difference| difference.state == FileState::Missing) =>
        {
            Occupant::OurOwn
        }
        Ok(Some(differences)) => Occupant::SomebodyElse(KeptBecause::Differs(differences)),
        // No manifest, or something in it that may not be read.
        Ok(None) | Err(_) => Occupant::SomebodyElse(KeptBecause::Foreign),
    }
}

/// The folders that are tried: the one that was asked for, and the same with a number behind it.
fn places(to: &Path) -> impl Iterator<Item = PathBuf> + '_ {
    let numbered = |number: u32| {
        let mut name = to.file_name().unwrap_or_default().to_owned();
        name.push(format!("-{number}"));
        to.with_file_name(name)
    };
    std::iter::once(to.to_owned()).chain((2..MOST).map(numbered))
}

/// Makes the folders above, and tells which were made, the innermost first.
fn make_parents(parent: &Path) -> Result<Vec<PathBuf>, DossierError> {
    let made: Vec<PathBuf> = parent
        .ancestors()
        .take_while(|folder| !folder.exists())
        .map(Path::to_owned)
        .collect();
    if let Err(cause) = fs::create_dir_all(parent) {
        for folder in &made {
            let _ = fs::remove_dir(folder);
        }
        return Err(failed(IoAction::Prepare, parent)(cause));
    }
    Ok(made)
}

/// All files in a temporary folder; it vanishes again when one of them fails. A dossier that holds the journal is the
/// office's own, and only the user may read it; the version for public notice may be read by whoever the computer lets.
fn build(files: &[DossierFile], parent: &Path) -> Result<TempDir, DossierError> {
    let is_private = files.iter().any(|file| file.path == journal::FILE_NAME);
    let building = if is_private {
        private_fs::passing_folder(PREFIX, parent)
    } else {
        tempfile::Builder::new().prefix(PREFIX).tempdir_in(parent)
    }
    .map_err(failed(IoAction::Prepare, parent))?;
    for file in files {
        let path = file
            .path
            .split('/')
            .fold(building.path().to_owned(), |path, name| path.join(name));
        save(&path, &file.bytes, is_private)
            .map_err(failed(IoAction::Write, Path::new(&file.path)))?;
    }
    Ok(building)
}

fn save(path: &Path, bytes: &[u8], is_private: bool) -> io::Result<()> {
    let folder = path.parent().unwrap_or(path);
    let mut file = if is_private {
        private_fs::folder(folder)?;
        private_fs::new_file(path)?
    } else {
        fs::create_dir_all(folder)?;
        File::create_new(path)?
    };
    file.write_all(bytes)?;
    file.sync_all()
}

/// Gives the built folder the first name that may be taken.
fn put(building: TempDir, parent: &Path, to: &Path) -> Result<Placed, DossierError> {
    let mut kept = None;
    for place in places(to) {
        let is_put = match occupant(&place) {
            Occupant::Nobody => put_at_free(building.path(), &place)?,
            Occupant::OurOwn => match replace(building.path(), parent, &place)? {
                ReplaceOutcome::Done => true,
                ReplaceOutcome::Not(why) => {
                    kept.get_or_insert((place.clone(), why));
                    false
                }
            },
            Occupant::SomebodyElse(why) => {
                kept.get_or_insert((place.clone(), why));
                false
            }
        };
        if is_put {
            // It has its name; there is nothing left to clean up.
            let _ = building.keep();
            sync(parent);
            let folder = place;
            return Ok(Placed { folder, kept });
        }
    }
    Err(DossierError::Exists { to: to.to_owned() })
}

/// Gives the folder a name that nobody has; false when somebody took it meanwhile.
fn put_at_free(building: &Path, place: &Path) -> Result<bool, DossierError> {
    match private_fs::rename(building, place) {
        Ok(()) => Ok(true),
        Err(_) if fs::symlink_metadata(place).is_ok() => Ok(false),
        Err(cause) => Err(failed(IoAction::Replace, place)(cause)),
    }
}

/// What became of an older dossier.
enum ReplaceOutcome {
    Done,
    Not(KeptBecause),
}

/// Puts the folder in the place of an older dossier, which is moved aside first and deleted last; not when it turns out to
/// be somebody's work, or cannot be moved because a document in it is open.
fn replace(building: &Path, parent: &Path, place: &Path) -> Result<ReplaceOutcome, DossierError> {
    let aside = tempfile::Builder::new()
        .prefix(".dossier-old-")
        .tempdir_in(parent)
        .map_err(failed(IoAction::Prepare, parent))?;
    let older = aside.path().join("dossier");
    if let Err(stuck) = private_fs::rename(place, &older) {
        return Ok(ReplaceOutcome::Not(KeptBecause::Stuck(
            stuck.raw_os_error(),
        )));
    }
    // It may have been changed between the look and the move.
    let outcome = match occupant(&older) {
        Occupant::OurOwn => private_fs::rename(building, place)
            .map(|()| ReplaceOutcome::Done)
            .map_err(failed(IoAction::Replace, place)),
        Occupant::SomebodyElse(why) => Ok(ReplaceOutcome::Not(why)),
        Occupant::Nobody => Ok(ReplaceOutcome::Not(KeptBecause::Foreign)),
    };
    let is_done = matches!(outcome, Ok(ReplaceOutcome::Done));
    if !is_done && private_fs::rename(&older, place).is_err() {
        // It could not go back, so at least it is not deleted with the temporary folder.
        let _ = aside.keep();
    }
    outcome
}

/// Makes the new name durable, where the system lets a folder be synced. The files already are.
fn sync(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

fn failed(doing: IoAction, path: &Path) -> impl FnOnce(io::Error) -> DossierError + use<> {
    let path = path.to_owned();
    move |cause| DossierError::Io { doing, path, cause }
}

#[cfg(test)]
mod tests;
