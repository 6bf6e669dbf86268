//! `papers`: what the office sends out before a session, from a plan or from a session that is laid down, and what was
//! promised in the session before, to be read out at the beginning.

use std::path::{Path, PathBuf};

use super::basis::{self, Loaded};
use super::follow_up::last_promises::LastPromises;
use super::{RunPlace, cli_words, print_result, template};
use crate::cli::error::Error;
use crate::cli::words::SaidMessage;
use crate::documents::preparation;
use crate::domain::follow_up::LedgerState;
use crate::domain::record::SessionRecord;
use crate::domain::regulation::{Regulation, RegulationId};
use crate::domain::session::Session;
use crate::domain::session::event::{JournalEntry, Seq};
use crate::domain::session::plan::Plan;
use crate::store::bundle;
use crate::store::clock::Clock;
use crate::store::sessions::FindError;

/// Papers that were written.
pub(super) struct WrittenPapers {
    pub folder: PathBuf,
    pub count: usize,
    /// Why the paper on what was promised before could not be written.
    pub trouble: Option<String>,
    loaded: Loaded,
}

pub(super) fn run(place: &RunPlace, from: &str, to: Option<PathBuf>) -> Result<(), Error> {
    let to = to.unwrap_or_else(|| match &place.papers {
        Some(papers) => papers.join(default_folder(from)),
        None => default_folder(from),
    });
    let written = write(place, from, &to)?;
    let words = cli_words(place.lang);
    basis::warn(place, &written.loaded, &words);
    if let Some(why) = &written.trouble {
        super::warn(&words.said[SaidMessage::Warning].render(&[("text", why)]));
    }
    print_result(&words.said[SaidMessage::PapersWritten].render(&[
        ("path", &written.folder.display()),
        ("count", &written.count),
    ]));
    Ok(())
}

/// Writes the papers of a plan, or of a session, into a folder.
pub(super) fn write(place: &RunPlace, from: &str, to: &Path) -> Result<WrittenPapers, Error> {
    let (plan, regulation) = template::plan_of(place, from)?;
    let regulation = match regulation {
        Some(regulation) => regulation,
        None => place.regulation(&RegulationId(plan.regulation.0.clone()))?,
    };
    let loaded = Loaded::for_plan(place, &plan);
    let record = record_of(plan, regulation, &loaded, Path::new(from))?;
    let files = preparation::make(&record, place.documents().as_deref()).map_err(Error::Dossier)?;
    let placed = bundle::write(&files, to).map_err(Error::Dossier)?;
    // A session begins with what the last one promised; a plan in a file comes after every session of this computer.
    let own = template::folder_of(place, from);
    let last = LastPromises::before(place, own.as_deref())?.write(&placed.folder);
    let (more, trouble) = match last {
        None => (0, None),
        Some(Ok(_)) => (1, None),
        Some(Err(why)) => (0, Some(why.into_sentence())),
    };
    Ok(WrittenPapers {
        folder: placed.folder,
        count: files.len() + more,
        trouble,
        loaded,
    })
}

/// The record that papers are told from: that of a session that has not begun, whatever happened since.
pub(super) fn record_of(
    plan: Plan,
    regulation: Regulation,
    loaded: &Loaded,
    from: &Path,
) -> Result<SessionRecord, Error> {
    let entry = JournalEntry::new(
        Seq(1),
        Clock::system().now(),
        Session::opening(plan, regulation),
    );
    let session =
        Session::open(entry).map_err(|_| Error::Find(FindError::NotASession(from.to_owned())))?;
    bundle::complete_record(&session, &loaded.basis, None, &LedgerState::default())
        .map_err(Error::Dossier)
}

/// Beside where the command was given, named after the plan.
fn default_folder(from: &str) -> PathBuf {
    let stem = Path::new(from)
        .file_stem()
        .map(|stem| stem.to_string_lossy().into_owned())
        .unwrap_or_default();
    PathBuf::from(format!("{stem}-giay-to"))
}
