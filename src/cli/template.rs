//! `template`: the workbook that a clerk fills in, blank or from a session or plan that there is.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use super::{RunPlace, cli_words, new, print_result};
use crate::cli::error::Error;
use crate::cli::words::SaidMessage;
use crate::documents::plan_import::template::{self, OfficeNames, Wanted};
use crate::domain::regulation::{Regulation, RegulationId};
use crate::domain::session::plan::Plan;
use crate::store::journal;
use crate::store::private_fs;
use crate::store::sessions::OpenFailed;
use crate::store::sessions::{self};
use crate::store::settings::UserSettings;

pub(super) fn run(
    place: &RunPlace,
    file: &Path,
    regulation: Option<String>,
    from: Option<&str>,
) -> Result<(), Error> {
    // A workbook under another name would be refused when it comes back filled in.
    let is_workbook = |ending: &std::ffi::OsStr| ending.eq_ignore_ascii_case("xlsx");
    if !file.extension().is_some_and(is_workbook) {
        return Err(Error::NotAWorkbook(file.to_owned()));
    }
    let regulations = new::regulations(place);
    let (plan, mut of_plan) = match from {
        Some(from) => {
            let (plan, regulation) = plan_of(place, from)?;
            (Some(plan), regulation)
        }
        None => (None, None),
    };
    // What a session is usually held under, where nobody says otherwise and that profile can be read.
    let usual = || match (&plan, &place.settings.regulation) {
        (None, Some(id)) => place.regulation(id).ok(),
        _ => None,
    };
    match regulation {
        Some(id) => of_plan = Some(place.regulation(&RegulationId(id))?),
        None => of_plan = of_plan.or_else(usual),
    }
    let bytes = template::bytes(&Wanted {
        regulations: &regulations,
        regulation: of_plan.as_ref(),
        plan: plan.as_ref(),
        office: office_names(&place.settings),
    })
    .map_err(std::io::Error::other);
    write_new(file, bytes)?;
    print_result(
        &cli_words(place.lang).said[SaidMessage::TemplateWritten]
            .render(&[("path", &file.display())]),
    );
    Ok(())
}

/// Writes a workbook where there is no file yet: what somebody filled in already is not written over.
pub(super) fn write_new(file: &Path, bytes: std::io::Result<Vec<u8>>) -> Result<(), Error> {
    let written = bytes.and_then(|bytes| {
        private_fs::check_name(file)?;
        std::fs::File::create_new(file)?.write_all(&bytes)
    });
    written.map_err(|cause| {
        if cause.kind() == std::io::ErrorKind::AlreadyExists {
            Error::Exists(file.to_owned())
        } else {
            Error::Write {
                path: file.to_owned(),
                cause,
            }
        }
    })
}

/// What the office set for every session.
fn office_names(settings: &UserSettings) -> OfficeNames<'_> {
    let office = &settings.office;
    OfficeNames {
        body: office.body.as_deref(),
        superior_body: office.superior_body.as_deref(),
        lead_agency: office.lead_agency.as_deref(),
        chair: office.chair.as_ref(),
        secretary: office.secretary.as_ref(),
        signatory: office.signatory.as_ref(),
        bell: settings.bell,
    }
}

/// The plan of a session, or the one in a file, with its regulation where there is one.
pub(super) fn plan_of(place: &RunPlace, from: &str) -> Result<(Plan, Option<Regulation>), Error> {
    if is_plan(from) {
        let checked = new::read(place, Path::new(from), None)?;
        return Ok((checked.draft.plan, checked.regulation));
    }
    let folder = place.store().find(from).map_err(Error::Find)?;
    let session = session_in(&folder)?;
    Ok((session.plan().clone(), Some(session.regulation().clone())))
}

/// Whether a plan in a file is meant, and not a session.
fn is_plan(from: &str) -> bool {
    let path = Path::new(from);
    path.exists() && !path.join(journal::FILE_NAME).is_file()
}

/// The folder of a session; `None` for a plan in a file.
pub(super) fn folder_of(place: &RunPlace, from: &str) -> Option<PathBuf> {
    (!is_plan(from))
        .then(|| place.store().find(from).ok())
        .flatten()
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
