//! The commands that open the aide's desk, and those that lay down a session for it.

mod import;

use std::path::{Path, PathBuf};

use super::plan_pages::{self, PlanEdited};
use super::{RunPlace, cli_words, export, lay_down, print_result};
use crate::cli::error::Error;
use crate::cli::words::SaidMessage;
use crate::domain::regulation::RegulationId;
use crate::domain::text::is_hidden;
use crate::store::clock::Clock;
use crate::store::explain;
use crate::store::explain::io_cause;
use crate::store::journal::LockError;
use crate::store::sessions::OpenFailed;
use crate::store::sessions::{self, OpenError, OpenSession, Purpose};
use crate::tui::desk::Desk;
use crate::tui::desk::run::{self, Env};
use crate::tui::desk::words::SOURCES;
use crate::tui::terminal::Screen;
use crate::tui::theme::Theme;
use crate::tui::vn_input::{ToneStyle, Typing};

/// What the environment says, by name.
pub(super) type Variable<'a> = &'a dyn Fn(&str) -> Option<String>;

pub(super) fn rehearse(
    place: &RunPlace,
    regulation: Option<String>,
    variable: Variable<'_>,
) -> Result<(), Error> {
    let id = match regulation {
        Some(id) => RegulationId(id),
        None => match &place.settings.regulation {
            Some(usual) => usual.clone(),
            None => sample_regulation()?,
        },
    };
    // The terminal first: without one no rehearsal is to be left behind.
    let screen = Screen::take(place.terminal).map_err(Error::Terminal)?;
    let folder = rehearsal(place, &id)?;
    let (opened, screen) = DeskOpening::of(&folder)?.settled(place, screen)?;
    let home = home_folder(variable);
    sit_down(place, opened, &theme(place), screen, home.as_deref())
}

pub(super) fn run(place: &RunPlace, session: &str, variable: Variable<'_>) -> Result<(), Error> {
    let folder = place.store().find(session).map_err(Error::Find)?;
    let screen = Screen::take(place.terminal).map_err(Error::Terminal)?;
    let (opened, screen) = DeskOpening::of(&folder)?.settled(place, screen)?;
    let home = home_folder(variable);
    sit_down(place, opened, &theme(place), screen, home.as_deref())
}

/// The pages of a new plan; its id when a session was laid down.
pub(super) fn write_plan(place: &RunPlace) -> Result<(), Error> {
    let theme = theme(place);
    let mut screen = Screen::take(place.terminal).map_err(Error::Terminal)?;
    let from = plan_pages::usual_beginning(place);
    let folder = plan_pages::new_session(place, &mut screen, &theme, &from)?;
    drop(screen);
    let words = cli_words(place.lang);
    print_result(&match folder {
        Some(folder) => {
            words.said[SaidMessage::Created].render(&[("id", &sessions::id_of(&folder))])
        }
        None => words.said[SaidMessage::DraftKept].to_string(),
    });
    Ok(())
}

/// The pages of the plan of a session that has not begun.
pub(super) fn edit_plan(place: &RunPlace, session: &str) -> Result<(), Error> {
    let folder = place.store().find(session).map_err(Error::Find)?;
    let theme = theme(place);
    let mut screen = Screen::take(place.terminal).map_err(Error::Terminal)?;
    let edited = plan_pages::of_session(place, &folder, &mut screen, &theme)?;
    drop(screen);
    let words = cli_words(place.lang);
    let id = sessions::id_of(&folder);
    print_result(&match edited {
        PlanEdited::Replaced => words.said[SaidMessage::PlanReplaced].render(&[("id", &id)]),
        PlanEdited::Left => words.said[SaidMessage::UpdateKept].to_string(),
        PlanEdited::Added {
            people,
            opinions,
            refused,
        } => words.said[SaidMessage::PlanAdded].render(&[
            ("id", &id),
            ("people", &people),
            ("opinions", &opinions),
            ("refused", &refused),
        ]),
    });
    Ok(())
}

pub(super) fn rehearsal(place: &RunPlace, id: &RegulationId) -> Result<PathBuf, Error> {
    let regulation = place.regulation(id)?;
    let plan = crate::documents::plan_import::sample_under(&regulation).map_err(Error::Sample)?;
    lay_down::create(place, plan, regulation, Purpose::Rehearsal)
}

pub(super) fn sit_down(
    place: &RunPlace,
    opened: OpenSession,
    theme: &Theme,
    mut screen: Screen,
    home: Option<&Path>,
) -> Result<(), Error> {
    let mut opened = opened.on_computer(&place.store());
    let typing = Typing::new(place.typing, ToneStyle::default());
    // A file of the user's with a fault is told when the desk opens, while there is time to mend it; the session goes on
    // without what stands in it.
    let (basis, _) = place.basis(opened.session().plan());
    let words = SOURCES.read(place.lang);
    let mut desk = Desk::new(words, place.lang, typing, basis);
    let around = Env {
        theme,
        export: &|opened, to, progress| export::from_desk(place, opened, to, progress),
        import: &|session, from| import::lists(place, session, from),
        cause: &|error| io_cause(error, place.lang),
        home,
        bell: place.settings.bell,
        papers: place.papers.as_deref(),
        held: &|holder| explain::held(holder, place.lang),
    };
    run::run(&mut screen, &mut desk, &mut opened, &around).map_err(Error::Terminal)?;
    drop(screen);
    tell_where(place, &opened);
    Ok(())
}

/// A session on its way to the desk.
pub(super) enum DeskOpening {
    Opened(Box<OpenSession>),
    /// The folder knows no locks, and one of a desk lies there.
    Unclear(PathBuf, LockError),
}

impl DeskOpening {
    pub(super) fn of(folder: &Path) -> Result<Self, Error> {
        match OpenSession::open(folder, Clock::system()) {
            Ok(opened) => Ok(Self::Opened(Box::new(opened))),
            Err(OpenError::Lock(unclear @ LockError::Unclear(_))) => {
                Ok(Self::Unclear(folder.to_owned(), unclear))
            }
            Err(cause) => Err(not_opened(folder, cause)),
        }
    }

    /// A lock that is unclear is watched until it is certain whether its desk lives; the terminal is the shell's meanwhile.
    pub(super) fn settled(
        self,
        place: &RunPlace,
        screen: Screen,
    ) -> Result<(OpenSession, Screen), Error> {
        let (folder, unclear) = match self {
            Self::Opened(opened) => return Ok((*opened, screen)),
            Self::Unclear(folder, unclear) => (folder, unclear),
        };
        drop(screen);
        super::warn(&cli_words(place.lang).said[SaidMessage::WatchingLock].to_string());
        unclear
            .wait(&Clock::system())
            .map_err(|cause| not_opened(&folder, cause.into()))?;
        let opened = OpenSession::open(&folder, Clock::system())
            .map_err(|cause| not_opened(&folder, cause))?;
        Ok((
            opened,
            Screen::take(place.terminal).map_err(Error::Terminal)?,
        ))
    }
}

fn not_opened(folder: &Path, cause: OpenError) -> Error {
    Error::Open(OpenFailed {
        path: folder.to_owned(),
        cause,
    })
}

/// Where the session lies and how to come back to it, once the terminal is the shell's again.
fn tell_where(place: &RunPlace, opened: &OpenSession) {
    let folder = opened.folder();
    let id = sessions::id_of(folder);
    let path = folder.display().to_string();
    let is_found_by_id = !place.data_is_named && folder.parent() == Some(place.store().folder());
    let name = if is_found_by_id {
        id.clone()
    } else {
        quoted(&path)
    };
    print_result(&cli_words(place.lang).said[SaidMessage::Left].render(&[
        ("id", &id),
        ("path", &path),
        ("name", &name),
    ]));
    if let Some(left) = opened.without_redirect() {
        print_result(
            &cli_words(place.lang).said[SaidMessage::LeftUntold]
                .render(&[("left", &left.display())]),
        );
    }
}

pub(super) fn home_folder(variable: Variable<'_>) -> Option<PathBuf> {
    ["HOME", "USERPROFILE"]
        .into_iter()
        .find_map(variable)
        .filter(|path| !path.is_empty())
        .map(PathBuf::from)
}

/// A path as the shell takes it when the line is copied.
fn quoted(path: &str) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || "/\\:._-+@%,".contains(letter);
    if cfg!(windows) {
        return if path.chars().all(is_plain) {
            path.to_owned()
        } else {
            format!("\"{path}\"")
        };
    }
    if path
        .chars()
        .any(|letter| is_hidden(letter) || letter == '\n')
    {
        let escaped: String = path
            .chars()
            .map(|letter| match letter {
                '\'' => "\\'".to_owned(),
                '\\' => "\\\\".to_owned(),
                letter if is_hidden(letter) || letter == '\n' => {
                    format!("\\u{:04x}", u32::from(letter))
                }
                letter => letter.to_string(),
            })
            .collect();
        return format!("$'{escaped}'");
    }
    if path
        .chars()
        .all(|letter| is_plain(letter) && letter != '\\')
    {
        path.to_owned()
    } else {
        format!("'{}'", path.replace('\'', "'\\''"))
    }
}

pub(super) fn theme(place: &RunPlace) -> Theme {
    Theme::named(place.theme, place.terminal.depth)
}

pub(super) fn sample_regulation() -> Result<RegulationId, Error> {
    crate::documents::plan_import::sample()
        .map(|plan| plan.regulation)
        .map_err(Error::Sample)
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::quoted;

    #[test]
    fn a_shell_reads_back_every_path_that_is_told() {
        for path in [
            "/a/b-1",
            "/a b/ước",
            "/a'b",
            "/a\"$HOME`x`!",
            "/a\\b",
            "/a\nb",
            "/a\u{202e}b",
            "/a\u{1b}[31m'b\\c",
            "/a;b&c|d*e?",
        ] {
            let line = format!("printf %s {}", quoted(path));
            let ran = std::process::Command::new("bash")
                .env("LC_ALL", "C.UTF-8")
                .args(["-c", &line])
                .output()
                .unwrap();
            assert_eq!(String::from_utf8_lossy(&ran.stdout), path, "{line}");
        }
    }
}
