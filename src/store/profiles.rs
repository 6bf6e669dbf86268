//! Where profiles come from: built into the program, or from the user's folder, where a file overrides a shipped
//! profile of the same id or adds a further one. The only place of the regulations that reads files. Only the profile
//! that is asked for is read, since a start of the program waits for it.

pub mod explain;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::documents::ron_file::{self, SourceMap};
use crate::domain::regulation::check::{self, JudgedBy, RegulationFault, RegulationProblem};
use crate::domain::regulation::{Order, Phase, Regulation, RegulationId, Scope, Step};
use crate::domain::source_text::{Place, SyntaxError};

/// A profile's id and the text of its file.
macro_rules! shipped {
    ($id:literal) => {
        (
            $id,
            include_str!(concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/config/regulations/",
                $id,
                ".ron"
            )),
        )
    };
}

/// The step that is added where a text names no dialogue.
const DIALOGUE: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/config/dialogue-step.ron"
));

/// A shipped profile per line; a further one is a further file in `config/regulations` and a further line here.
const SHIPPED: &[(&str, &str)] = &[
    shipped!("lao-cai-7-qc-tu-2025"),
    shipped!("qd-1573-2025"),
    shipped!("dien-bien"),
    shipped!("dan-tien-2025"),
    shipped!("tang-tien-2024"),
];

/// The same of the accompanying laws, so that no other profile has to be searched for the word.
const SHIPPED_LAWS: &[(&str, &str)] = &[shipped!("luat-72-2025-dieu-43")];

fn shipped() -> impl Iterator<Item = &'static (&'static str, &'static str)> {
    SHIPPED.iter().chain(SHIPPED_LAWS)
}

/// Why a profile cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ProfileError {
    /// No profile has this id; those that there are.
    #[error("no profile has the id {id}")]
    Unknown {
        id: String,
        known: Vec<RegulationId>,
    },
    #[error("{} cannot be read", .path.display())]
    Unreadable {
        path: PathBuf,
        #[source]
        cause: io::Error,
    },
    /// Everything that is wrong with it, in the order of the file. `path` is `None` for a shipped one.
    #[error("the profile {id} has faults")]
    Faulty {
        id: String,
        path: Option<PathBuf>,
        faults: Vec<RegulationFault>,
    },
}

/// Where a profile was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    Shipped,
    User(PathBuf),
}

/// A profile in the list of all, or why it cannot be used.
#[derive(Debug)]
pub struct ListedProfile {
    pub id: RegulationId,
    pub origin: Origin,
    pub profile: Result<Regulation, ProfileError>,
}

/// The ids of all profiles: the shipped ones first, then those the user added, by name. No profile is read.
#[must_use]
pub fn ids(user_folder: Option<&Path>) -> Vec<RegulationId> {
    let mut ids: Vec<RegulationId> = shipped()
        .map(|(id, _)| RegulationId((*id).to_owned()))
        .collect();
    let mut added: Vec<RegulationId> = user_folder
        .and_then(|folder| fs::read_dir(folder).ok())
        .into_iter()
        .flatten()
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            let is_profile = path.extension().is_some_and(|extension| extension == "ron");
            let stem = path.file_stem()?.to_str()?.to_owned();
            (is_profile && !stem.starts_with('.')).then_some(RegulationId(stem))
        })
        .filter(|id| !ids.contains(id))
        .collect();
    added.sort();
    ids.append(&mut added);
    ids
}

/// The profile with this id: the user's, where there is one, else the shipped one.
pub fn load(id: &str, user_folder: Option<&Path>) -> Result<Regulation, ProfileError> {
    match origin(id, user_folder) {
        Some(Origin::User(path)) => read_file(&path, Some(id)),
        Some(Origin::Shipped) | None => {
            let Some((_, source)) = shipped().find(|(shipped, _)| *shipped == id) else {
                return Err(ProfileError::Unknown {
                    id: id.to_owned(),
                    known: ids(user_folder),
                });
            };
            parse(source.as_bytes(), Some(id)).map_err(|faults| ProfileError::Faulty {
                id: id.to_owned(),
                path: None,
                faults,
            })
        }
    }
}

/// Every accompanying law, or why it cannot be used. A file is only read whole where it says that it is one.
#[must_use]
pub fn laws(user_folder: Option<&Path>) -> Vec<(RegulationId, Result<Regulation, ProfileError>)> {
    ids(user_folder)
        .into_iter()
        .filter(|id| says_it_is_a_law(&id.0, user_folder))
        .map(|id| {
            let law = load(&id.0, user_folder);
            (id, law)
        })
        .filter(|(_, law)| {
            law.as_ref()
                .map_or(true, |law| law.scope == Scope::Accompanying)
        })
        .collect()
}

fn says_it_is_a_law(id: &str, user_folder: Option<&Path>) -> bool {
    // A file that replaces a shipped law and lost the word to a fault is a law all the same.
    if SHIPPED_LAWS.iter().any(|(law, _)| *law == id) {
        return true;
    }
    let Some(Origin::User(path)) = origin(id, user_folder) else {
        return false;
    };
    let bytes = ron_file::read(&path).unwrap_or_default();
    let source = String::from_utf8_lossy(&bytes);
    source.contains("Accompanying") || source.contains("Floor")
}

/// Every profile, or why it cannot be used.
#[must_use]
pub fn all(user_folder: Option<&Path>) -> Vec<ListedProfile> {
    ids(user_folder)
        .into_iter()
        .map(|id| ListedProfile {
            origin: origin(&id.0, user_folder).unwrap_or(Origin::Shipped),
            profile: load(&id.0, user_folder),
            id,
        })
        .collect()
}

/// The profile in a file, wherever it lies and whatever the file is called.
///
/// # Errors
/// Every fault, and what is most likely a slip, though the profile could be used all the same.
pub fn check_file(path: &Path) -> Result<Regulation, ProfileError> {
    let bytes = bytes_of(path)?;
    let faulty = |faults| ProfileError::Faulty {
        id: String::new(),
        path: Some(path.to_owned()),
        faults,
    };
    let (regulation, doubts) = parse_all(&bytes, None).map_err(faulty)?;
    if doubts.is_empty() {
        Ok(regulation)
    } else {
        Err(faulty(doubts))
    }
}

fn bytes_of(path: &Path) -> Result<Vec<u8>, ProfileError> {
    ron_file::read(path).map_err(|cause| ProfileError::Unreadable {
        path: path.to_owned(),
        cause,
    })
}

/// With a file name, as in the user's folder, the id has to be that name.
fn read_file(path: &Path, file_name: Option<&str>) -> Result<Regulation, ProfileError> {
    let bytes = bytes_of(path)?;
    parse(&bytes, file_name).map_err(|faults| ProfileError::Faulty {
        id: file_name.unwrap_or_default().to_owned(),
        path: Some(path.to_owned()),
        faults,
    })
}

/// The profile in the bytes of a file, brought to NFC and checked. What is only doubtful does not keep it from being used.
///
/// # Errors
/// Every fault at once, in the order of the file.
pub fn parse(bytes: &[u8], file_name: Option<&str>) -> Result<Regulation, Vec<RegulationFault>> {
    parse_all(bytes, file_name).map(|(regulation, _)| regulation)
}

/// The profile, and what is doubtful about it.
fn parse_all(
    bytes: &[u8],
    file_name: Option<&str>,
) -> Result<(Regulation, Vec<RegulationFault>), Vec<RegulationFault>> {
    let source = ron_file::source(bytes).map_err(|damage| {
        // What was saved with other letters is looked through all the same.
        let text = ron_file::from_utf16(bytes);
        let content = text.map(|text| judged(&text, file_name));
        let mut faults = vec![damaged(damage)];
        faults.extend(content.map_or_else(Vec::new, |judged| match judged {
            Ok((_, found)) | Err(found) => found,
        }));
        faults
    })?;
    judged(&source, file_name)
}

/// The profile in a text, and what is doubtful about it.
fn judged(
    source: &str,
    file_name: Option<&str>,
) -> Result<(Regulation, Vec<RegulationFault>), Vec<RegulationFault>> {
    let read: Result<Regulation, _> = ron_file::parse(source);
    let regulation = read.map_err(|first| every_fault(source, file_name, damaged(first)))?;
    let found = located(check::problems(&regulation, file_name), source);
    if found.iter().all(is_doubt) {
        Ok((completed(regulation), found))
    } else {
        // Whoever mends the file mends the doubtful too.
        Err(found)
    }
}

fn damaged((at, damage): (Option<Place>, SyntaxError)) -> RegulationFault {
    RegulationFault {
        at,
        problem: RegulationProblem::Damaged(damage),
    }
}

fn is_doubt(fault: &RegulationFault) -> bool {
    fault.problem.is_doubt()
}

/// What is wrong with a file that does not read: its structure, and the content of what can be read all the same.
fn every_fault(
    source: &str,
    file_name: Option<&str>,
    first: RegulationFault,
) -> Vec<RegulationFault> {
    let diagnosis = ron_file::diagnose::<Regulation>(source);
    // Where brackets are missing nobody can tell what belongs to what.
    let is_torn = diagnosis.faults.iter().any(|(_, damage)| damage.tears());
    let mut faults: Vec<RegulationFault> = diagnosis
        .faults
        .into_iter()
        .map(|(at, damage)| damaged((Some(at), damage)))
        .collect();
    if faults.is_empty() {
        // Only the reader of the notation knows what it is.
        return vec![first];
    }
    if let Some(regulation) = diagnosis.value {
        let within = |path: &str, whole: &str| {
            let rest = path.strip_prefix(whole);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        let replaced = &diagnosis.replaced;
        let can_be_judged = |path: &str, problem: &RegulationProblem| {
            let mut parts = path.splitn(3, '.');
            let section = parts.next().unwrap_or_default();
            let entry = parts.next().filter(|part| part.parse::<usize>().is_ok());
            let whole = match (problem.judged_by(), entry) {
                (JudgedBy::Value, _) => return !replaced.iter().any(|one| within(path, one)),
                (JudgedBy::Entry, Some(entry)) => format!("{section}.{entry}"),
                (JudgedBy::Entry, None) | (JudgedBy::Section, _) => section.to_owned(),
            };
            let touches = |one: &String| within(one, &whole) || within(path, one);
            !is_torn && !replaced.iter().any(touches)
        };
        let content = check::problems(&regulation, file_name)
            .into_iter()
            .filter(|(path, problem)| can_be_judged(path, problem))
            .collect();
        faults.extend(located(content, source));
    }
    faults.sort_by_key(|fault| fault.at);
    faults
}

fn located(found: check::Found, source: &str) -> Vec<RegulationFault> {
    if found.is_empty() {
        return Vec::new();
    }
    let outline = SourceMap::of(source);
    let mut faults: Vec<RegulationFault> = found
        .into_iter()
        .map(|(path, problem)| RegulationFault {
            at: Some(outline.place(&path)),
            problem,
        })
        .collect();
    faults.sort_by_key(|fault| fault.at);
    faults
}

/// A dialogue for a text that prescribes no order and names none: without it nobody could be given the floor. It has no
/// article, since it is nobody's rule.
fn completed(mut regulation: Regulation) -> Regulation {
    let speaks = |step: &Step| step.phases().contains(&Phase::Speech);
    if regulation.scope == Scope::Session
        && regulation.order == Order::Unknown
        && !regulation.steps.iter().any(speaks)
        && let Ok(step) = ron_file::parse::<Step>(DIALOGUE)
    {
        regulation.steps.push(step);
    }
    regulation
}

/// Where the profile with this id comes from; `None` when there is none. An id is never taken for a path.
fn origin(id: &str, user_folder: Option<&Path>) -> Option<Origin> {
    if Path::new(id).file_name().is_none_or(|name| name != id) {
        return None;
    }
    let user = user_folder
        .map(|folder| folder.join(format!("{id}.ron")))
        .filter(|path| path.exists());
    match user {
        Some(path) => Some(Origin::User(path)),
        None => shipped()
            .any(|(shipped, _)| *shipped == id)
            .then_some(Origin::Shipped),
    }
}
