//! `report`: the report on a period – a draft in official layout and the workbook behind it – over the sessions of this
//! computer and, with `--from`, the dossiers of others, each verified first.

use crate::domain::follow_up::words::FollowUpMessage;
use crate::domain::i18n::Explain as _;
use std::collections::HashMap;
use std::io::{IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};

use super::counting_basis::CountingBasis;
use super::follow_up::{record_of, write_files};
use super::{RunPlace, say, warn};
use crate::cli::error::Error;
use crate::documents::{PeriodOffice, period_papers};
use crate::domain::follow_up::teller::FollowUpTeller;
use crate::domain::follow_up::{
    DEFAULT_WINDOW, NoPeriod, PeriodKind, ReportPeriod, ReportedSession, SessionPromises, figures,
};
use crate::domain::format;
use crate::domain::i18n::Explained;
use crate::domain::regulation::{Period, PeriodicReport};
use crate::store::clock::Clock;
use crate::store::journal;
use crate::store::sessions::follow_up::{
    FollowedSession, IndexedSession, LedgerRelation, find_dossiers, first_line, followed,
    promises_at, relation_of, with_ledger,
};
use crate::store::sessions::{SessionStore, id_of};

/// What is asked for.
pub(super) struct ReportAsked {
    pub period: String,
    pub from: Vec<PathBuf>,
    pub to: PathBuf,
}

/// How deep below a folder dossiers are looked for: a province, its communes, their years.
const DEEP: usize = 5;

/// Writes the report.
pub(super) fn report(place: &RunPlace, asked: &ReportAsked) -> Result<(), Error> {
    let teller = FollowUpTeller::new(place.lang);
    let today = Clock::system().now().wall.date_naive();
    let store = SessionStore::at(&place.data);
    let counted = CountingBasis::of(place);
    let mut collecting = Collecting {
        place,
        teller: &teller,
        store: &store,
        sessions: Vec::new(),
        known: HashMap::new(),
        left_out: Vec::new(),
    };
    collecting.own();
    collecting.from(&asked.from);
    let Collecting {
        sessions, left_out, ..
    } = collecting;
    let period = period_of(&asked.period, &sessions, &teller)?;
    let reported: Vec<ReportedSession> = sessions
        .iter()
        .map(|session| ReportedSession {
            key: session.id.clone(),
            overview: counted.overview(session, today, DEFAULT_WINDOW),
            promises: session.promises.clone(),
        })
        .collect();
    let Some(office) = sessions.iter().max_by_key(|one| one.promises.held) else {
        return Err(misused(
            teller.words[FollowUpMessage::NothingToReport].to_string(),
            left_out,
        ));
    };
    let record = record_of(
        &office.folder,
        &office.promises,
        office.ledger.state(),
        &counted,
        place,
    )
    .map_err(|cause| {
        misused(
            teller.words[FollowUpMessage::NothingToReport].to_string(),
            vec![cause],
        )
    })?;
    let duty = duty_of(&period, &office.promises);
    let counts = figures(&period, &reported);
    let papers = PeriodOffice {
        record: &record,
        article: duty.map(|duty| duty.article.clone()),
        to: duty.and_then(addressee),
        left_out: left_out.clone(),
    };
    let files = period_papers(
        &period,
        &counts,
        &papers,
        today,
        place.documents().as_deref(),
    )
    .map_err(Error::Dossier)?;
    let first = write_files(&asked.to, &files).map_err(|cause| Error::Write {
        path: asked.to.clone(),
        cause,
    })?;
    for what in &left_out {
        warn(what);
    }
    say(&teller.words[FollowUpMessage::ReportWritten].render(&[("path", &first.display())]));
    Ok(())
}

fn misused(tried: String, because: Vec<String>) -> Error {
    Error::Misused(Explained {
        tried,
        because,
        hint: None,
    })
}

fn period_of(
    typed: &str,
    sessions: &[FollowedSession],
    teller: &FollowUpTeller,
) -> Result<ReportPeriod, Error> {
    let words = &teller.words;
    let wrong = |sentence: &crate::domain::i18n::Message| {
        Error::Misused(Explained {
            tried: sentence.render(&[("typed", &typed)]),
            because: Vec::new(),
            hint: Some(words[FollowUpMessage::PeriodHint].to_string()),
        })
    };
    if let Some(name) = typed.strip_prefix("after:") {
        let mut fitting = sessions.iter().filter(|one| one.id.starts_with(name));
        return match (fitting.next(), fitting.next()) {
            (Some(one), None) => Ok(ReportPeriod::after_session(
                one.id.clone(),
                one.promises.held,
            )),
            _ => Err(wrong(&words[FollowUpMessage::BadPeriod])),
        };
    }
    let day = |typed: &str| format::read_date(typed).or_else(|| typed.parse().ok());
    ReportPeriod::parse(typed, day).map_err(|error| match error {
        NoPeriod::Unreadable => wrong(&words[FollowUpMessage::BadPeriod]),
        NoPeriod::Backwards => wrong(&words[FollowUpMessage::PeriodBackwards]),
    })
}

/// The report of the regulation that covers such a period.
fn duty_of<'a>(period: &ReportPeriod, promises: &'a SessionPromises) -> Option<&'a PeriodicReport> {
    let wanted = match period.kind {
        PeriodKind::Year(_) => Period::Year,
        PeriodKind::Half(..) => Period::HalfYear,
        PeriodKind::Quarter(..) => Period::Quarter,
        PeriodKind::AfterSession(_) => Period::EachSession,
        PeriodKind::Days => Period::OnRequest,
    };
    let occasion = promises.occasion();
    let mut reports = promises.regulation.reports.iter();
    reports.find(|report| report.period == wanted && report.when.hold(&occasion))
}

/// Whom a report goes to, and through whose hands, as the text says.
fn addressee(report: &PeriodicReport) -> Option<String> {
    let names: Vec<&str> = report.to.iter().map(|to| to.name.vi.as_str()).collect();
    let through = report.through.as_ref().map(|through| through.vi.as_str());
    match (names.is_empty(), through) {
        (true, _) => None,
        (false, None) => Some(names.join(", ")),
        (false, Some(through)) => Some(format!("{} (qua {through})", names.join(", "))),
    }
}

/// The sessions that are reported on, each once.
struct Collecting<'a> {
    place: &'a RunPlace,
    teller: &'a FollowUpTeller,
    store: &'a SessionStore,
    sessions: Vec<FollowedSession>,
    /// By the first line of the journal: the place in `sessions`.
    known: HashMap<Vec<u8>, usize>,
    left_out: Vec<String>,
}

impl Collecting<'_> {
    /// The sessions of this computer.
    fn own(&mut self) {
        let (sessions, unreadable) = followed(self.store);
        for session in sessions {
            self.take(session);
        }
        for one in unreadable {
            let cause = one.cause.explained(self.place.lang).in_one_line();
            self.leave_out(&one.folder, &cause);
        }
    }

    /// The dossiers below these folders.
    fn from(&mut self, folders: &[PathBuf]) {
        let mut dossiers = Vec::new();
        for folder in folders {
            find_dossiers(folder, DEEP, &mut dossiers);
            if dossiers.is_empty() {
                let cause = self.teller.words[FollowUpMessage::SessionEmpty].to_string();
                self.leave_out(folder, &cause);
            }
        }
        dossiers.sort();
        dossiers.dedup();
        let total = dossiers.len();
        for (count, dossier) in dossiers.into_iter().enumerate() {
            self.dossier(&dossier, count + 1);
            self.progress(count + 1, total);
        }
    }

    fn dossier(&mut self, folder: &Path, number: usize) {
        let words = &self.teller.words;
        if !folder.join(journal::FILE_NAME).is_file() {
            let text = words[FollowUpMessage::LeftPublic].render(&[("path", &folder.display())]);
            self.left_out.push(text);
            return;
        }
        // The index of somebody else is not believed: the journal is read, and every line of it verified.
        let indexed: IndexedSession = match promises_at(folder, None) {
            Ok(indexed) => indexed,
            Err(error) => {
                let cause = error.explained(self.place.lang).in_one_line();
                self.leave_out(folder, &cause);
                return;
            }
        };
        if !indexed.promises.closed {
            let text = words[FollowUpMessage::LeftOpen].render(&[("path", &folder.display())]);
            self.left_out.push(text);
            return;
        }
        let id = format!("H{number:03}-{}", id_of(folder));
        let session = with_ledger(self.store, id, folder.to_owned(), indexed);
        if let Some(trouble) = &session.trouble {
            let cause = trouble.explained(self.place.lang).in_one_line();
            self.leave_out(folder, &cause);
            return;
        }
        self.take(session);
    }

    fn leave_out(&mut self, folder: &Path, cause: &str) {
        let words = &self.teller.words[FollowUpMessage::LeftBroken];
        let text = words.render(&[("path", &folder.display()), ("cause", &cause)]);
        self.left_out.push(text);
    }

    /// Takes a session, unless it is there already: then the longer one counts, and two branches are told.
    fn take(&mut self, session: FollowedSession) {
        let Ok(key) = first_line(&session.folder) else {
            return;
        };
        let Some(place) = self.known.get(&key).copied() else {
            self.known.insert(key, self.sessions.len());
            self.sessions.push(session);
            return;
        };
        let Some(known) = self.sessions.get_mut(place) else {
            return;
        };
        let words = &self.teller.words;
        let (mine, other) = (known.folder.clone(), session.folder.clone());
        let is_longer = match (
            relation_of(&mine, &other, journal::FILE_NAME),
            relation_of(
                &known.ledger_folder,
                &session.ledger_folder,
                crate::store::sessions::follow_up::FILE_NAME,
            ),
        ) {
            (LedgerRelation::Same, LedgerRelation::SecondLonger)
            | (LedgerRelation::SecondLonger, LedgerRelation::Same | LedgerRelation::SecondLonger) => {
                Some(true)
            }
            (
                LedgerRelation::Same | LedgerRelation::FirstLonger,
                LedgerRelation::Same | LedgerRelation::FirstLonger,
            ) => Some(false),
            _ => None,
        };
        let text = match is_longer {
            Some(_) => words[FollowUpMessage::LeftTwice]
                .render(&[("path", &other.display()), ("other", &mine.display())]),
            None => words[FollowUpMessage::LeftBranch]
                .render(&[("path", &other.display()), ("other", &mine.display())]),
        };
        let entries = |one: &FollowedSession| (one.anchor.entries, one.ledger.entries().len());
        if is_longer.unwrap_or_else(|| entries(&session) > entries(known)) {
            let id = known.id.clone();
            *known = FollowedSession { id, ..session };
        }
        self.left_out.push(text);
    }

    fn progress(&self, count: usize, total: usize) {
        let mut out = std::io::stderr();
        let told = self.teller.words[FollowUpMessage::ReportProgress]
            .render(&[("count", &count), ("total", &total)]);
        // A reader that went away is no error of ours.
        if out.is_terminal() {
            let end = if count == total { "\n" } else { "" };
            let _ = write!(out, "\r{told}{end}");
        } else if count == total || count.is_multiple_of(100) {
            let _ = writeln!(out, "{told}");
        }
    }
}
