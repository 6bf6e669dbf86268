//! Errors at the edge of the program: what was tried and on what, why it failed, what to do. Data until it is told; the
//! sentences are in `config/words`.

pub mod words;

use std::io;
use std::path::PathBuf;

use crate::cli::error::words::ErrorMessage;
use crate::documents::DossierError;
use crate::documents::plan_import::{Diagnostic, IntakeError, PlanProblem};
use crate::domain::i18n::Explained;
use crate::domain::i18n::{Lang, Message};
use crate::domain::time::Wall;
use crate::store::calendars::CalendarError;
use crate::store::journal::{DamageKind, LockError, LockHolder};
use crate::store::profiles::ProfileError;
use crate::store::sessions::{ArchiveError, FindError, OpenError};
use words::{ErrorTexts, SOURCES};

/// What ends a command.
#[derive(Debug)]
pub enum Error {
    NoDataFolder,
    Create {
        path: PathBuf,
        cause: io::Error,
    },
    Plan {
        path: PathBuf,
        cause: IntakeError,
    },
    PlanFaults {
        path: PathBuf,
        faults: Vec<Diagnostic<PlanProblem>>,
    },
    /// A plan is to be replaced while its desk is open, or after the session began.
    PlanInUse {
        name: String,
        began: bool,
    },
    /// Nobody is there to be asked, and `--yes` was not given.
    NotConfirmed,
    /// Something new was to be written in place of a file that is there.
    Exists(PathBuf),
    Sample(IntakeError),
    Profile(ProfileError),
    /// The command line was used wrongly.
    Misused(Explained),
    /// A check of a profile file found faults.
    Checked(Explained),
    Find(FindError),
    Open {
        path: PathBuf,
        cause: OpenError,
    },
    NotASession(PathBuf),
    Read {
        path: PathBuf,
        cause: io::Error,
    },
    Write {
        path: PathBuf,
        cause: io::Error,
    },
    /// A dossier whose record or manifest cannot be relied on, with every reason in words.
    DossierChanged {
        path: PathBuf,
        faults: Vec<String>,
    },
    /// A text that names no state of a journal.
    Digest(String),
    /// The journal is not the one that was named.
    OtherJournal {
        path: PathBuf,
        asked: String,
        found: String,
    },
    Dossier(DossierError),
    Attach(String),
    /// A session was not put away, brought back or deleted.
    Archive {
        path: PathBuf,
        cause: ArchiveError,
    },
    /// The clock shows a time in which nothing can be written that holds one.
    WrongClock(Wall),
    Calendar(CalendarError),
    Terminal(io::Error),
}

impl Error {
    /// The error as people read it.
    #[must_use]
    pub fn explained(&self, lang: Lang) -> Explained {
        self.told(&SOURCES.read(lang), lang)
    }

    #[expect(
        clippy::too_many_lines,
        reason = "one table, one short arm for each error"
    )]
    fn told(&self, words: &ErrorTexts, lang: Lang) -> Explained {
        let says = &words.errors;
        let with_hint = |tried: String, because: Vec<String>, hint: &Message| Explained {
            tried,
            because,
            hint: Some(hint.to_string()),
        };
        let io = |error: &io::Error| vec![words::told_cause(error, words, lang)];
        match self {
            Self::NoDataFolder => with_hint(
                says[ErrorMessage::NoDataFolder].to_string(),
                Vec::new(),
                &says[ErrorMessage::NoDataFolderHint],
            ),
            Self::Create { path, cause } => with_hint(
                says[ErrorMessage::Create].render(&[("path", &path.display())]),
                io(cause),
                &says[ErrorMessage::CreateHint],
            ),
            Self::Plan { path, cause } => with_hint(
                says[ErrorMessage::Plan].render(&[("path", &path.display())]),
                vec![crate::documents::plan_import::words::error(cause, lang)],
                &says[ErrorMessage::PlanHint],
            ),
            Self::PlanFaults { path, faults } => with_hint(
                says[ErrorMessage::Plan].render(&[("path", &path.display())]),
                faults
                    .iter()
                    .map(|fault| crate::documents::plan_import::words::fault(fault, lang))
                    .collect(),
                &says[ErrorMessage::PlanHint],
            ),
            Self::PlanInUse { name, began } => with_hint(
                says[ErrorMessage::PlanInUse].render(&[("name", name)]),
                vec![
                    if *began {
                        &says[ErrorMessage::PlanInUseBegan]
                    } else {
                        &says[ErrorMessage::PlanInUseOpen]
                    }
                    .to_string(),
                ],
                &says[ErrorMessage::PlanInUseHint],
            ),
            Self::NotConfirmed => with_hint(
                says[ErrorMessage::NotConfirmed].to_string(),
                Vec::new(),
                &says[ErrorMessage::NotConfirmedHint],
            ),
            Self::Exists(path) => with_hint(
                says[ErrorMessage::Exists].render(&[("path", &path.display())]),
                Vec::new(),
                &says[ErrorMessage::ExistsHint],
            ),
            Self::Sample(cause) => Explained {
                tried: says[ErrorMessage::Sample].to_string(),
                because: vec![crate::documents::plan_import::words::error(cause, lang)],
                hint: None,
            },
            Self::Profile(error) => crate::store::profiles::explain::profile_error(error, lang),
            Self::Misused(explained) | Self::Checked(explained) => explained.clone(),
            Self::Find(FindError::Unknown(name)) => with_hint(
                says[ErrorMessage::Find].render(&[("name", name)]),
                Vec::new(),
                &says[ErrorMessage::FindHint],
            ),
            Self::Find(FindError::Ambiguous(name, all)) => with_hint(
                says[ErrorMessage::Ambiguous].render(&[("name", name), ("all", &all.join(", "))]),
                Vec::new(),
                &says[ErrorMessage::AmbiguousHint],
            ),
            Self::Find(FindError::Away(name, away)) => Explained {
                tried: says[ErrorMessage::Away]
                    .render(&[("name", name), ("path", &away.to.display())]),
                because: Vec::new(),
                hint: Some(
                    says[ErrorMessage::AwayHint].render(&[("file", &away.told_by.display())]),
                ),
            },
            Self::Open { path, cause } => {
                let (because, hint) = open_trouble(path, cause, words, lang);
                Explained {
                    tried: says[ErrorMessage::Open].render(&[("path", &path.display())]),
                    because: vec![because],
                    hint: hint.map(ToString::to_string),
                }
            }
            Self::NotASession(path) => with_hint(
                says[ErrorMessage::NotASession].render(&[("path", &path.display())]),
                Vec::new(),
                &says[ErrorMessage::FindHint],
            ),
            Self::Read { path, cause } => Explained {
                tried: says[ErrorMessage::Read].render(&[("path", &path.display())]),
                because: io(cause),
                hint: None,
            },
            Self::Write { path, cause } => Explained {
                tried: says[ErrorMessage::Write].render(&[("path", &path.display())]),
                because: io(cause),
                hint: None,
            },
            Self::DossierChanged { path, faults } => with_hint(
                says[ErrorMessage::DossierChanged].render(&[("path", &path.display())]),
                faults.clone(),
                &says[ErrorMessage::DossierChangedHint],
            ),
            Self::Digest(typed) => with_hint(
                says[ErrorMessage::Digest].render(&[("typed", typed)]),
                Vec::new(),
                &says[ErrorMessage::DigestHint],
            ),
            Self::OtherJournal { path, asked, found } => with_hint(
                says[ErrorMessage::OtherJournal].render(&[("path", &path.display())]),
                vec![
                    says[ErrorMessage::OtherJournalWhy]
                        .render(&[("asked", asked), ("found", found)]),
                ],
                &says[ErrorMessage::OtherJournalHint],
            ),
            Self::Dossier(error) => {
                let said = error.said(lang);
                Explained {
                    tried: said.what,
                    because: said.because.into_iter().collect(),
                    hint: said.hint,
                }
            }
            Self::WrongClock(shown) => with_hint(
                says[ErrorMessage::WrongClock].render(&[("time", &shown.format("%H:%M %d/%m/%Y"))]),
                Vec::new(),
                &says[ErrorMessage::WrongClockHint],
            ),
            Self::Attach(given) => Explained {
                tried: says[ErrorMessage::Attach].render(&[("given", given)]),
                because: Vec::new(),
                hint: None,
            },
            Self::Archive { path, cause } => {
                let because = match cause {
                    ArchiveError::NotClosed => says[ErrorMessage::ArchiveOpen].to_string(),
                    ArchiveError::Already => says[ErrorMessage::ArchiveAlready].to_string(),
                    ArchiveError::NotArchived => says[ErrorMessage::ArchiveNot].to_string(),
                    ArchiveError::NoRehearsal => says[ErrorMessage::ArchiveHeld].to_string(),
                    ArchiveError::InUse => says[ErrorMessage::ArchiveInUse].to_string(),
                    ArchiveError::Io(error) => words::told_cause(error, words, lang),
                };
                Explained {
                    tried: says[ErrorMessage::Archive].render(&[("path", &path.display())]),
                    because: vec![because],
                    hint: None,
                }
            }
            Self::Calendar(error) => crate::store::calendars::explain::calendar_error(error, lang),
            Self::Terminal(cause) => with_hint(
                says[ErrorMessage::Terminal].to_string(),
                io(cause),
                &says[ErrorMessage::TerminalHint],
            ),
        }
    }
}

/// The whole error as it goes to the user, with its causes and its hint.
#[must_use]
pub fn message(error: &Error, lang: Lang) -> String {
    let explained = error.explained(lang);
    let words: ErrorTexts = SOURCES.read(lang);
    let says = &words.errors;
    // A line break in a name would pass for a line of ours.
    let one_line = |text: &str| text.replace('\n', "⟨U+000A⟩");
    let explained = Explained {
        tried: one_line(&explained.tried),
        because: explained.because.iter().map(|why| one_line(why)).collect(),
        hint: explained.hint.as_deref().map(one_line),
    };
    let mut lines = vec![says[ErrorMessage::Error].render(&[("what", &explained.tried)])];
    lines.extend(
        explained
            .because
            .iter()
            .map(|why| says[ErrorMessage::Because].render(&[("why", why)])),
    );
    lines.extend(
        explained
            .hint
            .iter()
            .map(|hint| says[ErrorMessage::Hint].render(&[("hint", hint)])),
    );
    lines.join("\n")
}

/// Where a journal is damaged, and how, in the user's language.
#[must_use]
pub fn damage(path: &std::path::Path, found: &crate::store::journal::Damage, lang: Lang) -> String {
    words::told_damage(path, found, &SOURCES.read(lang))
}

/// The error in one line, for a screen that has no more.
#[must_use]
pub fn brief(error: &Error, lang: Lang) -> String {
    let explained = error.explained(lang);
    let mut parts = vec![explained.tried];
    parts.extend(explained.because);
    parts.join(": ")
}

/// What the computer said of a failure, in the user's language.
#[must_use]
pub fn cause(error: &io::Error, lang: Lang) -> String {
    words::told_cause(error, &SOURCES.read(lang), lang)
}

/// That another desk has a session, and which.
#[must_use]
pub fn held(holder: Option<&LockHolder>, lang: Lang) -> String {
    told_holder(holder, &SOURCES.read(lang))
}

fn told_holder(holder: Option<&LockHolder>, words: &ErrorTexts) -> String {
    let says = &words.errors;
    holder.map_or_else(
        || says[ErrorMessage::LockedBySomebody].to_string(),
        |LockHolder { process, since }| {
            says[ErrorMessage::Locked].render(&[
                ("process", process),
                ("since", &crate::domain::format::time(*since)),
            ])
        },
    )
}

fn open_trouble<'a>(
    path: &std::path::Path,
    cause: &OpenError,
    words: &'a ErrorTexts,
    lang: Lang,
) -> (String, Option<&'a Message>) {
    let says = &words.errors;
    match cause {
        OpenError::Lock(LockError::Held(holder)) => (
            told_holder(holder.as_ref(), words),
            Some(&says[ErrorMessage::LockedHint]),
        ),
        OpenError::Lock(LockError::Io(error)) | OpenError::Io(error) => {
            (words::told_cause(error, words, lang), None)
        }
        OpenError::Lock(LockError::Unclear(_)) => (
            says[ErrorMessage::LockUnclear].to_string(),
            Some(&says[ErrorMessage::LockUnclearHint]),
        ),
        OpenError::Damaged(found) => {
            let hint = match found.kind {
                DamageKind::Newer { .. } => &says[ErrorMessage::NewerHint],
                DamageKind::LineEnds | DamageKind::OpeningKept => &says[ErrorMessage::LosslessHint],
                // Nothing stands before it that could be kept.
                DamageKind::Unreadable(_)
                | DamageKind::Changed
                | DamageKind::OutOfOrder { .. }
                | DamageKind::Unsealed
                    if found.line == 1 =>
                {
                    &says[ErrorMessage::EmptyHint]
                }
                DamageKind::Unreadable(_)
                | DamageKind::Changed
                | DamageKind::OutOfOrder { .. }
                | DamageKind::Unsealed => &says[ErrorMessage::DamagedHint],
            };
            (words::told_damage(path, found, words), Some(hint))
        }
        OpenError::Moved(to) => (
            says[ErrorMessage::MovedTo].render(&[("path", &to.display())]),
            Some(&says[ErrorMessage::MovedHint]),
        ),
        OpenError::Empty(_) => (
            says[ErrorMessage::Empty].to_string(),
            Some(&says[ErrorMessage::EmptyHint]),
        ),
    }
}
