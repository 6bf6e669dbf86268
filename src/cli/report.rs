//! `report`: the report on a period – a draft in official layout and the workbook behind it – over the sessions of this
//! computer and, with `--from`, the dossiers of others, each verified first.

mod dossiers;
mod fetched;

use crate::domain::follow_up::words::FollowUpMessage;
use std::path::PathBuf;

use super::counting_basis::CountingBasis;
use super::follow_up::{record_of, write_files};
use super::task::ReportEngine;
use super::{RunPlace, print_result, warn};
use crate::cli::error::Error;
use crate::documents::{PeriodOffice, period_papers};
use crate::domain::follow_up::teller::FollowUpTeller;
use crate::domain::follow_up::{
    DEFAULT_WINDOW, NoPeriod, PeriodKind, ReportPeriod, ReportedSession, SessionPromises, figures,
};
use crate::domain::format;
use crate::domain::i18n::Explained;
use crate::domain::record::SessionRecord;
use crate::domain::regulation::{Period, PeriodicReport};
use crate::store::clock::Clock;
use crate::store::sessions::follow_up::FollowedSession;
use dossiers::Collecting;

/// What is asked for.
pub(super) struct ReportAsked {
    pub period: String,
    pub from: Vec<PathBuf>,
    /// Dossiers that an engine holds.
    pub engine: ReportEngine,
    pub to: PathBuf,
}

/// A report that was written.
pub(super) struct ReportMade {
    pub path: PathBuf,
    /// What was left out of the figures, and why.
    pub left_out: Vec<String>,
}

/// Writes the report and says where it is.
pub(super) fn report(place: &RunPlace, asked: &ReportAsked) -> Result<(), Error> {
    let made = make(place, asked)?;
    for what in &made.left_out {
        warn(what);
    }
    let teller = FollowUpTeller::new(place.lang);
    print_result(
        &teller.words[FollowUpMessage::ReportWritten].render(&[("path", &made.path.display())]),
    );
    Ok(())
}

/// Writes the report.
pub(super) fn make(place: &RunPlace, asked: &ReportAsked) -> Result<ReportMade, Error> {
    let teller = FollowUpTeller::new(place.lang);
    let today = Clock::system().now().wall.date_naive();
    let counted = CountingBasis::of(place);
    let mut collecting = Collecting::new(place, &teller);
    collecting.own();
    let own = collecting.sessions.len();
    collecting.from(&asked.from);
    // Kept until the report is made of it.
    let fetched = fetched::fetched(place, &asked.engine)?;
    if let Some(fetched) = &fetched {
        collecting.from(&[fetched.path().to_owned()]);
    }
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
    let nothing = || teller.words[FollowUpMessage::NothingToReport].to_string();
    let Some(office) = office_of(&period, &sessions, own) else {
        return Err(misused(nothing(), left_out));
    };
    let mut record = record_of(
        &office.folder,
        &office.promises,
        office.ledger.state(),
        &counted,
        place,
    )
    .map_err(|cause| misused(nothing(), vec![cause.into_sentence()]))?;
    if own == 0 {
        name_this_office(&mut record, place);
    }
    let papers = PeriodOffice {
        record: &record,
        orders: orders_of(&period, &office.promises),
        left_out: left_out.clone(),
    };
    let files = period_papers(
        &period,
        &figures(&period, &reported),
        &papers,
        today,
        place.documents().as_deref(),
    )
    .map_err(Error::Dossier)?;
    let path = write_files(&asked.to, &files).map_err(|cause| Error::Write {
        path: asked.to.clone(),
        cause,
    })?;
    Ok(ReportMade { path, left_out })
}

/// Where only others' sessions are reported on, it is the office of this computer that reports on them.
fn name_this_office(record: &mut SessionRecord, place: &RunPlace) {
    let set = &place.settings.office;
    if let Some(body) = &set.body {
        record.body.clone_from(body);
        record.superior_body.clone_from(&set.superior_body);
        record.signatory.clone_from(&set.signatory);
    }
}

/// The session whose office reports: the one that is reported on; of a period the last of this computer's own in it, else
/// the last of its own, else the last of all.
fn office_of<'a>(
    period: &ReportPeriod,
    sessions: &'a [FollowedSession],
    own: usize,
) -> Option<&'a FollowedSession> {
    let held = |one: &&FollowedSession| one.promises.held;
    if let PeriodKind::AfterSession(id) = &period.kind {
        return sessions.iter().find(|one| one.id == *id);
    }
    let ours = || sessions.iter().take(own);
    ours()
        .filter(|one| period.contains(one.promises.held))
        .max_by_key(held)
        .or_else(|| ours().max_by_key(held))
        .or_else(|| sessions.iter().max_by_key(held))
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
        let whole = sessions.iter().find(|one| one.id == name);
        let found = whole.or_else(|| fitting.next().filter(|_| fitting.next().is_none()));
        return match found {
            Some(one) => Ok(ReportPeriod::after_session(
                one.id.clone(),
                one.promises.held,
            )),
            None => Err(wrong(&words[FollowUpMessage::NoSuchSession])),
        };
    }
    let day = |typed: &str| format::read_date(typed).or_else(|| typed.parse().ok());
    ReportPeriod::parse(typed, day).map_err(|error| match error {
        NoPeriod::Unreadable => wrong(&words[FollowUpMessage::BadPeriod]),
        NoPeriod::Backwards => wrong(&words[FollowUpMessage::PeriodBackwards]),
    })
}

/// The reports of the regulation that cover such a period: several bodies may owe one each.
fn orders_of(period: &ReportPeriod, promises: &SessionPromises) -> Vec<PeriodicReport> {
    let wanted = match period.kind {
        PeriodKind::Year(_) => Period::Year,
        PeriodKind::Half(..) => Period::HalfYear,
        PeriodKind::Quarter(..) => Period::Quarter,
        PeriodKind::AfterSession(_) => Period::EachSession,
        PeriodKind::Days => Period::OnRequest,
    };
    let occasion = promises.occasion();
    let reports = promises.regulation.reports.iter();
    reports
        .filter(|report| report.period == wanted && report.when.hold(&occasion))
        .cloned()
        .collect()
}
