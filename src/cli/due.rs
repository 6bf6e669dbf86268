//! `due`: what is owed over all sessions of this computer, for a person, a scheduled task or a calendar. It reads the small
//! index beside each journal and no journal.

use crate::cli::json::in_json;
use crate::domain::follow_up::words::FollowUpMessage;
use crate::domain::i18n::{Explain as _, Lang};
use chrono::NaiveDate;
use serde::Serialize;

use super::follow_up::ics;
use super::follow_up::owed::OwedHere;
use super::{Ended, RunPlace, print_result};
use crate::cli::error::Error;
use crate::domain::follow_up::teller::FollowUpTeller;
use crate::domain::follow_up::{DEFAULT_WINDOW, DueState, OwedRow, OwedThing, counts_of};
use crate::domain::format;
use crate::domain::time::is_likely;
use crate::store::clock::Clock;

/// What `due` was asked.
pub(super) struct DueAsked {
    pub within: Option<String>,
    pub json: bool,
    pub ics: bool,
}

/// What is due, in JSON. Fields are only ever added.
#[derive(Serialize)]
struct DueJson<'a> {
    schema: &'static str,
    today: NaiveDate,
    within_days: u16,
    overdue: usize,
    due: usize,
    open: usize,
    items: Vec<DueItemJson<'a>>,
    unreadable: Vec<UnreadableJson>,
}

/// One thing that is owed.
#[derive(Serialize)]
struct DueItemJson<'a> {
    session: &'a str,
    title: &'a str,
    held: NaiveDate,
    /// `promise`, `duty` or `report`.
    kind: &'static str,
    /// `overdue`, `due`, `running`, `awaits_notice`, `with_superior`, `no_limit` or `uncounted`.
    state: &'static str,
    due: Option<NaiveDate>,
    /// Days to its day; negative when that is past.
    days: Option<i64>,
    item: Option<u32>,
    class: Option<crate::domain::regulation::ClassKind>,
    person: Option<String>,
    village: Option<&'a str>,
    text: Option<&'a str>,
    agency: Option<&'a str>,
    duty: Option<&'a str>,
    what: Option<&'a str>,
    source: Option<&'a str>,
    article: Option<String>,
}

#[derive(Serialize)]
struct UnreadableJson {
    session: String,
    cause: String,
}

/// Prints what is due.
pub(super) fn due(place: &RunPlace, asked: &DueAsked) -> Result<Ended, Error> {
    let teller = FollowUpTeller::new(place.lang);
    let window = window(asked.within.as_deref(), &teller)?;
    let now = Clock::system().now().wall;
    if !is_likely(now) {
        return Err(Error::WrongClock(now));
    }
    let today = now.date_naive();
    let owed = OwedHere::of(place, today, window);
    owed.counted.warn();
    let rows = owed.rows();
    let counts = counts_of(&rows);
    let troubles = troubles_of(&owed, place.lang);
    if asked.ics {
        print_result(&ics(&rows, &teller, today));
    } else if asked.json {
        let json = DueJson {
            schema: "doithoai-due/1",
            today,
            within_days: window,
            overdue: counts.overdue,
            due: counts.due,
            open: counts.open,
            items: rows.iter().map(item_json).collect(),
            unreadable: troubles
                .iter()
                .map(|(session, cause)| UnreadableJson {
                    session: session.clone(),
                    cause: cause.clone(),
                })
                .collect(),
        };
        print_result(&in_json(&json));
    } else {
        print_result(&in_words(&rows, &teller, today, window));
    }
    for (session, cause) in &troubles {
        super::warn(
            &teller.words[FollowUpMessage::DueUnreadable]
                .render(&[("session", session), ("cause", cause)]),
        );
    }
    Ok(if counts.overdue > 0 {
        Ended::Overdue
    } else if troubles.is_empty() {
        Ended::Done
    } else {
        Ended::Failed
    })
}

/// Sessions whose journal, ledger or day of promise could not be read, and why.
fn troubles_of(owed: &OwedHere, lang: Lang) -> Vec<(String, String)> {
    let unreadable = owed
        .unreadable
        .iter()
        .map(|one| (one.id.clone(), one.cause.explained(lang).in_one_line()));
    let troubled = owed.sessions.iter().filter_map(|session| {
        let error = session.trouble.as_ref()?;
        Some((session.id.clone(), error.explained(lang).in_one_line()))
    });
    unreadable.chain(troubled).collect()
}

fn window(typed: Option<&str>, teller: &FollowUpTeller) -> Result<u16, Error> {
    let Some(typed) = typed else {
        return Ok(DEFAULT_WINDOW);
    };
    let days = typed.trim().to_ascii_lowercase();
    let (days, times) = match days.strip_suffix('w') {
        Some(weeks) => (weeks.to_owned(), 7),
        None => (days.trim_end_matches('d').to_owned(), 1),
    };
    days.parse::<u16>()
        .ok()
        .and_then(|days| days.checked_mul(times))
        .ok_or_else(|| {
            Error::Misused(crate::domain::i18n::Explained {
                tried: teller.words[FollowUpMessage::BadWindow].render(&[("typed", &typed)]),
                because: Vec::new(),
                hint: None,
            })
        })
}

fn in_words(rows: &[OwedRow], teller: &FollowUpTeller, today: NaiveDate, window: u16) -> String {
    let words = &teller.words;
    let counts = counts_of(rows);
    let mut lines = vec![words[FollowUpMessage::DueHead].render(&[
        ("date", &format::date(today)),
        ("overdue", &counts.overdue),
        ("due", &counts.due),
        ("days", &window),
        ("open", &counts.open),
    ])];
    let mut group = String::new();
    let urgent = rows
        .iter()
        .filter(|row| matches!(row.state, DueState::Overdue { .. } | DueState::Due { .. }));
    for row in urgent {
        let heading = teller.group(row.state, window);
        if heading != group {
            lines.push(String::new());
            lines.push(heading.clone());
            group = heading;
        }
        lines.extend(row_in_words(row, teller));
    }
    if group.is_empty() {
        lines.push(words[FollowUpMessage::DueNone].render(&[("days", &window)]));
    }
    let rest = counts.open - counts.overdue - counts.due;
    if rest > 0 {
        lines.push(String::new());
        lines.push(words[FollowUpMessage::DueRest].render(&[("count", &rest)]));
    }
    lines.join("\n")
}

fn row_in_words(row: &OwedRow, teller: &FollowUpTeller) -> Vec<String> {
    let day = row.day.map_or_else(|| "–".to_owned(), format::date);
    let mut lines = vec![format!(
        "  {day}  {}  ·  {}",
        teller.row_state(row),
        teller.thing(&row.what)
    )];
    if let OwedThing::Promise(promise) = &row.what {
        let agency = promise
            .agency
            .as_deref()
            .unwrap_or(teller.words[FollowUpMessage::NoAgency].as_str());
        lines.push(format!("              {agency}: {}", promise.item.text));
    }
    let session = teller.words[FollowUpMessage::DueSession]
        .render(&[("session", &row.session), ("title", &row.title)]);
    lines.push(format!("              {session}"));
    lines
}

pub(super) fn state_name(state: DueState) -> (&'static str, Option<i64>) {
    match state {
        DueState::Overdue { days } => ("overdue", Some(-days)),
        DueState::Due { days } => ("due", Some(days)),
        DueState::Running { days } => ("running", Some(days)),
        DueState::AwaitsNotice => ("awaits_notice", None),
        DueState::WithSuperior => ("with_superior", None),
        DueState::NoLimit => ("no_limit", None),
        DueState::Uncounted { .. } => ("uncounted", None),
        DueState::Done { .. } => ("done", None),
        DueState::DoneLate { .. } => ("done_late", None),
    }
}

fn item_json(row: &OwedRow) -> DueItemJson<'_> {
    let (state, days) = state_name(row.state);
    let mut json = DueItemJson {
        session: &row.session,
        title: &row.title,
        held: row.held,
        kind: "promise",
        state,
        due: row.day,
        days,
        item: None,
        class: None,
        person: None,
        village: None,
        text: None,
        agency: None,
        duty: None,
        what: None,
        source: None,
        article: None,
    };
    match &row.what {
        OwedThing::Promise(promise) => {
            json.item = Some(promise.item.id);
            json.class = Some(promise.class);
            json.person = Some(promise.item.person());
            json.village = Some(&promise.item.village);
            json.text = Some(&promise.item.text);
            json.agency = promise.agency.as_deref();
            if let Some(counted) = &promise.due.counted {
                json.duty = Some(counted.id());
                json.source = Some(&counted.source.0);
                json.article = Some(counted.article().to_string());
            }
        }
        OwedThing::Duty(duty) => {
            json.kind = if duty.kind.is_some() {
                "duty"
            } else {
                "report"
            };
            json.duty = Some(&duty.duty.id.0);
            json.what = Some(&duty.due.title().vi);
            json.source = Some(&duty.duty.source.0);
            json.article = Some(duty.due.article().to_string());
        }
    }
    json
}
