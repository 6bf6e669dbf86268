//! `follow-up`: the screen of what was promised, and what the other commands of following up share – causes in words, the
//! counting, what is owed as a calendar.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use chrono::{Days, NaiveDate};

use super::Place;
use crate::cli::error::{self, Error};
use crate::documents::{AfterPaper, AfterSession, DossierFile, make_after};
use crate::domain::deadlines::explain::Explainer;
use crate::domain::follow_up::words::FollowUpTeller;
use crate::domain::follow_up::{
    self, DEFAULT_WINDOW, LedgerCommand, LedgerEntry, OwedRow, OwedThing, SessionPromises, amended,
};
use crate::domain::i18n::Lang;
use crate::domain::record::SessionRecord;
use crate::domain::time::ClockReading;
use crate::store::clock::Clock;
use crate::store::journal::{self, LockError};
use crate::store::private_fs;
use crate::store::sessions::SessionStore;
use crate::store::sessions::follow_up::{
    EnterError, FollowedSession, IndexError, LedgerError, LedgerFile, attach, followed,
    promises_at, promises_of, remember_place, with_ledger,
};
use crate::tui::office::follow_up::run::{self, NotEntered, OfficeEnv};
use crate::tui::office::follow_up::{FollowUpScreen, FollowedCase, OfficePaper, OfficeTone};
use crate::tui::office::words::OfficeWords;
use crate::tui::terminal::Screen;
use crate::tui::vn_input::{ToneStyle, Typing};

use super::due::CountingBasis;

type Variable<'a> = &'a dyn Fn(&str) -> Option<String>;

/// Why a ledger cannot be read, in words.
pub(super) fn ledger_cause(error: &LedgerError, teller: &FollowUpTeller, place: &Place) -> String {
    match error {
        LedgerError::Io(error) => error::cause(error, place.lang),
        LedgerError::Damaged(damage) => teller.words.damaged.render(&[("line", &damage.line)]),
    }
}

/// Why a session cannot be followed up, in words.
pub(super) fn index_cause(error: &IndexError, teller: &FollowUpTeller, place: &Place) -> String {
    match error {
        IndexError::Io(error) => error::cause(error, place.lang),
        IndexError::Damaged(damage) => teller
            .words
            .session_damaged
            .render(&[("line", &damage.line)]),
        IndexError::Empty => teller.words.session_empty.to_string(),
    }
}

/// The office at work: what carries out what the screen asks for.
struct Office<'a> {
    place: &'a Place,
    store: SessionStore,
    counted: CountingBasis,
    teller: FollowUpTeller,
    clock: Clock,
}

/// Shows the screen, over all sessions or one; a folder may be a dossier that came from elsewhere.
pub(super) fn run(
    place: &Place,
    session: Option<&str>,
    variable: Variable<'_>,
) -> Result<(), Error> {
    let office = Office {
        place,
        store: SessionStore::at(&place.data),
        counted: CountingBasis::of(place),
        teller: FollowUpTeller::new(place.lang).map_err(Error::Words)?,
        clock: Clock::system(),
    };
    let words = OfficeWords::load(place.lang).map_err(Error::Words)?;
    let explainer = Explainer::new(place.lang).map_err(Error::Words)?;
    let theme = super::desk::theme(place, variable)?;
    let (cases, troubles) = office.cases(session)?;
    let folder = directories::UserDirs::new()
        .and_then(|dirs| dirs.document_dir().map(Path::to_owned))
        .unwrap_or_else(|| place.data.clone());
    let mut screen = FollowUpScreen::new(
        words,
        (office.teller.clone(), explainer),
        Typing::new(place.typing, ToneStyle::default()),
        office.today(),
        cases,
    )
    .with_folder(folder.display().to_string());
    if !troubles.is_empty() {
        screen.tell(OfficeTone::Alarm, troubles.join("  ·  "));
    }
    let mut terminal = Screen::take().map_err(Error::Terminal)?;
    run::run(
        &mut terminal,
        &mut screen,
        &OfficeEnv {
            theme: &theme,
            now: &|| office.now(),
            enter: &|case, command| office.enter(case, command),
            attach: &|case, path, item| office.attach(case, path, item),
            place: &|case, parent| office.place_ledger(case, parent),
            write: &|case, paper, to| office.write(case, paper, to),
            export: &|case| office.export(case),
        },
    )
    .map_err(Error::Terminal)
}

impl Office<'_> {
    fn now(&self) -> ClockReading {
        self.clock.now()
    }

    fn today(&self) -> NaiveDate {
        self.now().wall.date_naive()
    }

    fn cases(&self, session: Option<&str>) -> Result<(Vec<FollowedCase>, Vec<String>), Error> {
        let Some(name) = session else {
            let (sessions, unreadable) = followed(&self.store);
            let troubles = unreadable.iter().map(|one| {
                let cause = index_cause(&one.cause, &self.teller, self.place);
                self.teller
                    .words
                    .due_unreadable
                    .render(&[("session", &one.id), ("cause", &cause)])
            });
            let troubles = troubles.collect();
            let cases = sessions.into_iter().map(|one| self.case(one)).collect();
            return Ok((cases, troubles));
        };
        let found = self.store.find(name).map_err(Error::Find)?;
        let folder = self.store.moved_from(&found).unwrap_or(found);
        let tried = || {
            let words = &self.teller.words.follow_up_failed;
            words.render(&[("path", &folder.display())])
        };
        let indexed = promises_of(&folder).map_err(|cause| {
            Error::Misused(crate::documents::ron_file::Explained {
                tried: tried(),
                because: vec![index_cause(&cause, &self.teller, self.place)],
                hint: None,
            })
        })?;
        if !indexed.promises.closed {
            return Err(Error::Misused(crate::documents::ron_file::Explained {
                tried: tried(),
                because: vec![self.teller.words.reject_session_open.to_string()],
                hint: None,
            }));
        }
        let id = crate::store::sessions::id_of(&folder);
        let one = with_ledger(&self.store, id, folder.clone(), indexed);
        let troubles = self.other_branch(&one).into_iter().collect();
        Ok((vec![self.case(one)], troubles))
    }

    /// The same session lies on this computer too, and its ledger went another way.
    fn other_branch(&self, one: &FollowedSession) -> Option<String> {
        use crate::store::sessions::follow_up::{FILE_NAME, LedgerRelation, relation};
        let first = first_line(&one.folder)?;
        let read = |folder: &Path| std::fs::read(folder.join(FILE_NAME)).ok();
        let mine = read(&one.ledger_folder)?;
        let others = self.store.session_folders().into_iter();
        let told = others
            .filter(|folder| !same_folder(folder, &one.folder))
            .filter(|folder| first_line(folder).as_ref() == Some(&first))
            .find_map(|folder| {
                let other = read(&folder)?;
                match relation(&mine, &other) {
                    LedgerRelation::Branched { common } => Some((folder, common)),
                    LedgerRelation::Unrelated => Some((folder, 0)),
                    LedgerRelation::Same
                    | LedgerRelation::FirstLonger
                    | LedgerRelation::SecondLonger => None,
                }
            });
        told.map(|(folder, common)| {
            self.teller
                .words
                .branched
                .render(&[("path", &folder.display()), ("common", &common)])
        })
    }

    fn case(&self, one: FollowedSession) -> FollowedCase {
        let overview = self.counted.overview(&one, self.today(), DEFAULT_WINDOW);
        let accepted = one.ledger.state().journal.clone();
        let changed = accepted.filter(|known| *known != one.anchor);
        let amended = changed
            .and_then(|known| promises_at(&one.folder, Some(known.entries)).ok())
            .map_or_else(Vec::new, |before| amended(&before.promises, &one.promises));
        FollowedCase {
            trouble: one
                .trouble
                .as_ref()
                .map(|error| ledger_cause(error, &self.teller, self.place)),
            id: one.id,
            folder: one.folder,
            ledger_folder: one.ledger_folder,
            promises: one.promises,
            anchor: one.anchor,
            ledger: one.ledger,
            overview,
            amended,
        }
    }

    /// The session as it lies on disk now.
    fn again(&self, case: &FollowedCase) -> Result<FollowedCase, NotEntered> {
        let indexed = promises_of(&case.folder)
            .map_err(|error| NotEntered::Failed(index_cause(&error, &self.teller, self.place)))?;
        let one = with_ledger(&self.store, case.id.clone(), case.folder.clone(), indexed);
        Ok(self.case(one))
    }

    fn enter(
        &self,
        case: &FollowedCase,
        command: LedgerCommand,
    ) -> Result<(FollowedCase, LedgerEntry), NotEntered> {
        let entered = LedgerFile::open(&case.ledger_folder, self.clock.clone())
            .map_err(EnterError::from)
            .and_then(|mut file| file.enter(&case.promises, &case.anchor, command));
        match entered {
            Ok(entry) => Ok((self.again(case)?, entry)),
            Err(error) => Err(self.not_entered(error)),
        }
    }

    fn not_entered(&self, error: EnterError) -> NotEntered {
        let words = &self.teller.words;
        if error.is_read_only() {
            return NotEntered::ReadOnly;
        }
        match error {
            EnterError::Rejected(rejection) => NotEntered::Rejected(rejection),
            EnterError::Lock(LockError::Held(holder)) => {
                let who = holder.map_or_else(String::new, |holder| {
                    format!(
                        "{}, {}",
                        holder.process,
                        crate::domain::format::time(holder.since)
                    )
                });
                NotEntered::Failed(words.locked.render(&[("who", &who)]))
            }
            EnterError::Ledger(error) => {
                NotEntered::Failed(ledger_cause(&error, &self.teller, self.place))
            }
            EnterError::NotWritten(error) | EnterError::Lock(LockError::Io(error)) => {
                let cause = error::cause(&error, self.place.lang);
                NotEntered::Failed(words.not_written.render(&[("cause", &cause)]))
            }
        }
    }

    fn attach(
        &self,
        case: &FollowedCase,
        path: &Path,
        item: Option<u32>,
    ) -> Result<(FollowedCase, LedgerEntry), NotEntered> {
        let attachment = attach(&case.ledger_folder, path, item).map_err(|error| {
            let cause = error::cause(&error, self.place.lang);
            let path = path.display().to_string();
            let words = &self.teller.words.not_attached;
            NotEntered::Failed(words.render(&[("path", &path), ("cause", &cause)]))
        })?;
        self.enter(case, LedgerCommand::Attach { attachment })
    }

    fn place_ledger(&self, case: &FollowedCase, parent: &Path) -> Result<FollowedCase, String> {
        remember_place(&self.store, &case.folder, parent)
            .map_err(|error| error::cause(&error, self.place.lang))?;
        self.again(case).map_err(|error| match error {
            NotEntered::Failed(text) => text,
            NotEntered::Rejected(_) | NotEntered::ReadOnly => String::new(),
        })
    }

    /// The record of a session, with its days counted from the notice where that was issued.
    fn record(&self, case: &FollowedCase) -> Result<SessionRecord, String> {
        record_of(
            &case.folder,
            &case.promises,
            case.ledger.state(),
            &self.counted,
            self.place,
        )
    }

    fn write(
        &self,
        case: &FollowedCase,
        paper: &OfficePaper,
        to: &Path,
    ) -> Result<PathBuf, String> {
        let record = self.record(case)?;
        let session = AfterSession {
            record: &record,
            promises: &case.promises,
            ledger: case.ledger.state(),
            overview: &case.overview,
            today: self.today(),
        };
        let paper = match paper {
            OfficePaper::Reminder { agency, items } => AfterPaper::Reminder {
                agency: agency.clone(),
                items: items.clone(),
            },
            OfficePaper::ResultLetter { item } => AfterPaper::ResultLetter { item: *item },
            OfficePaper::Dated => AfterPaper::Dated,
            OfficePaper::Settlement => AfterPaper::Settlement,
            OfficePaper::Opening => AfterPaper::Opening,
        };
        let files = make_after(session, &paper, self.place.documents().as_deref())
            .map_err(|error| error::brief(&Error::Dossier(error), self.place.lang))?;
        write_files(to, &files).map_err(|error| error::cause(&error, self.place.lang))
    }

    fn export(&self, case: &FollowedCase) -> Result<PathBuf, String> {
        let record = self.record(case)?;
        super::export::from_office(self.place, &case.folder, &case.ledger_folder, &record)
            .map_err(|error| error::brief(&error, self.place.lang))
    }
}

/// The record of the session in a folder, with its days counted on the calendar.
pub(super) fn record_of(
    folder: &Path,
    promises: &SessionPromises,
    ledger: &follow_up::LedgerState,
    counted: &CountingBasis,
    place: &Place,
) -> Result<SessionRecord, String> {
    let reading = journal::read(&folder.join(journal::FILE_NAME))
        .map_err(|error| error::cause(&error, place.lang))?;
    let session =
        crate::store::sessions::session_of(&reading).map_err(|error| error.to_string())?;
    // The documents are in Vietnamese, whatever the program speaks.
    let explainer = Explainer::new(Lang::Vi).map_err(|error| error.to_string())?;
    Ok(counted.with_deadlines(
        SessionRecord::as_left(&session),
        session.regulation(),
        promises,
        ledger,
        &explainer,
    ))
}

/// Writes files into a folder, none over another that was there; the path of the first comes back.
pub(super) fn write_files(to: &Path, files: &[DossierFile]) -> std::io::Result<PathBuf> {
    private_fs::folder(to)?;
    let mut first = None;
    for file in files {
        let wanted = to.join(&file.path);
        if let Some(parent) = wanted.parent() {
            private_fs::folder(parent)?;
        }
        let path = free_path(&wanted)?;
        let mut written = private_fs::new_file(&path)?;
        std::io::Write::write_all(&mut written, &file.bytes)?;
        written.sync_all()?;
        first.get_or_insert(path);
    }
    first.ok_or_else(|| std::io::ErrorKind::InvalidInput.into())
}

/// The path, or with a number behind its name where that is taken.
fn free_path(wanted: &Path) -> std::io::Result<PathBuf> {
    let stem = wanted
        .file_stem()
        .map(|stem| stem.to_string_lossy().into_owned())
        .unwrap_or_default();
    let extension = wanted
        .extension()
        .map(|extension| format!(".{}", extension.to_string_lossy()))
        .unwrap_or_default();
    std::iter::once(wanted.to_owned())
        .chain(
            (2..10_000).map(|number| wanted.with_file_name(format!("{stem}-{number}{extension}"))),
        )
        .find(|path| !path.exists())
        .ok_or_else(|| std::io::ErrorKind::AlreadyExists.into())
}

/// A session is known by the first line of its journal.
fn first_line(folder: &Path) -> Option<Vec<u8>> {
    use std::io::BufRead as _;
    let file = std::fs::File::open(folder.join(journal::FILE_NAME)).ok()?;
    let mut line = Vec::new();
    std::io::BufReader::new(file)
        .read_until(b'\n', &mut line)
        .ok()?;
    Some(line.trim_ascii_end().to_vec())
}

fn same_folder(one: &Path, other: &Path) -> bool {
    let canonical = |path: &Path| std::fs::canonicalize(path).ok();
    canonical(one).is_some() && canonical(one) == canonical(other)
}
/// What is owed, as an iCalendar of whole days. The ids follow from session and thing alone, so that a calendar that reads
/// it a second time changes its entries instead of doubling them.
pub(super) fn ics(rows: &[OwedRow], teller: &FollowUpTeller, today: NaiveDate) -> String {
    let mut file = String::new();
    line(&mut file, "BEGIN:VCALENDAR");
    line(&mut file, "VERSION:2.0");
    line(&mut file, "PRODID:-//doithoai//doithoai//VI");
    line(&mut file, "CALSCALE:GREGORIAN");
    line(&mut file, "METHOD:PUBLISH");
    for row in rows {
        let Some(day) = row.day else { continue };
        let key = match &row.what {
            OwedThing::Promise(promise) => format!("item-{}", promise.item.id),
            OwedThing::Duty(duty) => format!("{}-{}", duty.duty.source.0, duty.duty.id.0),
        };
        let mut told = Vec::new();
        if let OwedThing::Promise(promise) = &row.what {
            told.extend(promise.agency.clone());
            told.push(promise.item.text.clone());
        }
        told.push(
            teller
                .words
                .due_session
                .render(&[("session", &row.session), ("title", &row.title)]),
        );
        line(&mut file, "BEGIN:VEVENT");
        line(&mut file, &format!("UID:{}-{key}@doithoai", row.session));
        line(
            &mut file,
            &format!("DTSTAMP:{}T000000Z", today.format("%Y%m%d")),
        );
        line(
            &mut file,
            &format!("DTSTART;VALUE=DATE:{}", day.format("%Y%m%d")),
        );
        if let Some(next) = day.checked_add_days(Days::new(1)) {
            line(
                &mut file,
                &format!("DTEND;VALUE=DATE:{}", next.format("%Y%m%d")),
            );
        }
        let summary = escaped(&teller.thing(&row.what));
        line(&mut file, &format!("SUMMARY:{summary}"));
        let told = escaped(&told.join("\n"));
        line(&mut file, &format!("DESCRIPTION:{told}"));
        line(&mut file, "TRANSP:TRANSPARENT");
        line(&mut file, "END:VEVENT");
    }
    line(&mut file, "END:VCALENDAR");
    file
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\n' => out.push_str("\\n"),
            ';' | ',' | '\\' => {
                out.push('\\');
                out.push(letter);
            }
            other => out.push(other),
        }
    }
    out
}

/// One line of at most 75 bytes, gone on in the next where it is longer.
fn line(file: &mut String, text: &str) {
    let mut width = 0;
    for letter in text.chars() {
        if width + letter.len_utf8() > 75 {
            file.push_str("\r\n ");
            width = 1;
        }
        let _ = write!(file, "{letter}");
        width += letter.len_utf8();
    }
    file.push_str("\r\n");
}
