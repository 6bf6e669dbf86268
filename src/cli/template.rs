//! `template`: the workbook that a clerk fills in, blank or from a session or plan that there is.

use std::io::Write as _;
use std::path::Path;

use super::{RunPlace, new, said, say};
use crate::cli::error::Error;
use crate::cli::words::SaidMessage;
use crate::documents::plan_import::template::{self, Wanted};
use crate::domain::regulation::{Regulation, RegulationId};
use crate::domain::session::plan::Plan;
use crate::store::journal;
use crate::store::private_fs;
use crate::store::sessions::OpenFailed;
use crate::store::sessions::{self, SessionStore};

pub(super) fn run(
    place: &RunPlace,
    file: &Path,
    regulation: Option<String>,
    from: Option<&str>,
) -> Result<(), Error> {
    let regulations = new::regulations(place);
    let (plan, mut of_plan) = match from {
        Some(from) => {
            let (plan, regulation) = plan_of(place, from)?;
            (Some(plan), regulation)
        }
        None => (None, None),
    };
    if let Some(id) = regulation {
        of_plan = Some(place.regulation(&RegulationId(id))?);
    }
    let write = |cause| Error::Write {
        path: file.to_owned(),
        cause,
    };
    let bytes = template::bytes(&Wanted {
        regulations: &regulations,
        regulation: of_plan.as_ref(),
        plan: plan.as_ref(),
    })
    .map_err(|error| write(std::io::Error::other(error)))?;
    // What somebody filled in already is not written over.
    private_fs::check_name(file)
        .and_then(|()| std::fs::File::create_new(file))
        .and_then(|mut new| new.write_all(&bytes))
        .map_err(|cause| {
            if cause.kind() == std::io::ErrorKind::AlreadyExists {
                Error::Exists(file.to_owned())
            } else {
                write(cause)
            }
        })?;
    say(&said(place.lang).said[SaidMessage::TemplateWritten].render(&[("path", &file.display())]));
    Ok(())
}

/// The plan of a session, or the one in a file, with its regulation where there is one.
pub(super) fn plan_of(place: &RunPlace, from: &str) -> Result<(Plan, Option<Regulation>), Error> {
    let path = Path::new(from);
    let is_session = path.join(journal::FILE_NAME).is_file();
    if path.exists() && !is_session {
        let checked = new::read(place, path, None)?;
        return Ok((checked.draft.plan, checked.regulation));
    }
    let folder = SessionStore::at(&place.data)
        .find(from)
        .map_err(Error::Find)?;
    let session = session_in(&folder)?;
    Ok((session.plan().clone(), Some(session.regulation().clone())))
}

/// A session as it stands on disk, for reading.
pub(super) fn session_in(folder: &Path) -> Result<crate::domain::session::Session, Error> {
    let path = folder.join(journal::FILE_NAME);
    let reading = journal::read(&path).map_err(|cause| Error::Read {
        path: path.clone(),
        cause,
    })?;
    sessions::session_of(&reading).map_err(|cause| {
        Error::Open(OpenFailed {
            path: folder.to_owned(),
            cause,
        })
    })
}
