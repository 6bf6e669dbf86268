//! `due` and `find`: what is owed over all sessions of this computer, and finding an item by a few words. Both read the small
//! index beside each journal and no journal.

use chrono::NaiveDate;
use serde::Serialize;

use super::basis::Loaded;
use super::{Ended, Place, said, say};
use crate::cli::error::Error;
use crate::domain::deadlines::Basis;
use crate::domain::deadlines::explain::Explainer;
use crate::domain::follow_up::words::FollowUpTeller;
use crate::domain::follow_up::{
    self, DEFAULT_WINDOW, DueState, FoundItem, LedgerState, Overview, OwedRow, OwedThing,
    PromiseStanding, SessionPromises, counts_of, due_list,
};
use crate::domain::record::SessionRecord;
use crate::domain::regulation::{Regulation, RegulationId};
use crate::domain::text::Search;
use crate::store::clock::Clock;
use crate::store::sessions::SessionStore;
use crate::store::sessions::follow_up::{FollowedSession, UnreadableSession, followed};

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

/// What counting needs: the calendar, and every accompanying law, of which each session takes its own.
pub(super) struct CountingBasis {
    loaded: Loaded,
    /// By the laws that run beside a session.
    known: std::cell::RefCell<Vec<(Vec<RegulationId>, Basis)>>,
}

impl CountingBasis {
    pub(super) fn of(place: &Place) -> Self {
        Self {
            loaded: Loaded::with_all_laws(place),
            known: std::cell::RefCell::default(),
        }
    }

    pub(super) fn warn(&self, place: &Place) -> Result<(), Error> {
        super::basis::warn(place, &self.loaded, &said(place.lang)?);
        Ok(())
    }

    /// What the days of a session are counted on.
    pub(super) fn basis(&self, promises: &SessionPromises) -> Basis {
        let occasion = promises.occasion();
        let runs = |law: &&Regulation| match &promises.laws {
            Some(chosen) => chosen.contains(&law.id),
            None => law.binds(&occasion),
        };
        let laws: Vec<&Regulation> = self.loaded.basis.laws.iter().filter(runs).collect();
        let ids: Vec<RegulationId> = laws.iter().map(|law| law.id.clone()).collect();
        let mut known = self.known.borrow_mut();
        if let Some((_, basis)) = known.iter().find(|(known, _)| *known == ids) {
            return basis.clone();
        }
        let basis =
            Basis::of(self.loaded.basis.calendar.clone()).with_laws(laws.into_iter().cloned());
        known.push((ids, basis.clone()));
        basis
    }

    /// The record with its days counted: from the notice too, where that was issued.
    pub(super) fn with_deadlines(
        &self,
        record: SessionRecord,
        regulation: &Regulation,
        promises: &SessionPromises,
        ledger: &LedgerState,
        explainer: &Explainer,
    ) -> SessionRecord {
        let basis = self.basis(promises);
        let notice = ledger.notice.as_ref().map(|notice| notice.letter.on);
        let due = basis.due_dates(regulation, &promises.dates(notice));
        let sources: Vec<&Regulation> = basis.sources(regulation).collect();
        record.with_deadlines(&due, &sources, explainer)
    }

    pub(super) fn overview(
        &self,
        session: &FollowedSession,
        today: NaiveDate,
        window: u16,
    ) -> Overview {
        follow_up::overview(
            &session.promises,
            session.ledger.state(),
            &self.basis(&session.promises),
            today,
            window,
        )
    }
}

/// Prints what is due.
pub(super) fn due(place: &Place, asked: &DueAsked) -> Result<Ended, Error> {
    let teller = FollowUpTeller::new(place.lang).map_err(Error::Words)?;
    let window = window(asked.within.as_deref(), &teller)?;
    let today = Clock::system().now().wall.date_naive();
    let (sessions, unreadable) = followed(&SessionStore::at(&place.data));
    let ground = CountingBasis::of(place);
    ground.warn(place)?;
    let overviews: Vec<Overview> = sessions
        .iter()
        .map(|session| ground.overview(session, today, window))
        .collect();
    let rows = due_list(
        sessions
            .iter()
            .zip(&overviews)
            .map(|(session, overview)| (session.id.as_str(), &session.promises, overview)),
    );
    let counts = counts_of(&rows);
    let troubles: Vec<(String, String)> = unreadable
        .iter()
        .map(|one| (one.id.clone(), cause(one, &teller, place)))
        .chain(sessions.iter().filter_map(|session| {
            let error = session.trouble.as_ref()?;
            Some((
                session.id.clone(),
                super::follow_up::ledger_cause(error, &teller, place),
            ))
        }))
        .collect();
    if asked.ics {
        say(&super::follow_up::ics(&rows, &teller, today));
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
        say(&serde_json::to_string_pretty(&json).unwrap_or_default());
    } else {
        say(&in_words(&rows, &teller, today, window));
    }
    for (session, cause) in &troubles {
        super::warn(
            &teller
                .words
                .due_unreadable
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
            Error::Misused(crate::documents::ron_file::Explained {
                tried: teller.words.bad_window.render(&[("typed", &typed)]),
                because: Vec::new(),
                hint: None,
            })
        })
}

fn cause(session: &UnreadableSession, teller: &FollowUpTeller, place: &Place) -> String {
    super::follow_up::index_cause(&session.cause, teller, place)
}

fn in_words(rows: &[OwedRow], teller: &FollowUpTeller, today: NaiveDate, window: u16) -> String {
    let words = &teller.words;
    let counts = counts_of(rows);
    let mut lines = vec![words.due_head.render(&[
        ("date", &crate::domain::format::date(today)),
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
        lines.push(words.due_none.render(&[("days", &window)]));
    }
    let rest = counts.open - counts.overdue - counts.due;
    if rest > 0 {
        lines.push(String::new());
        lines.push(words.due_rest.render(&[("count", &rest)]));
    }
    lines.join("\n")
}

fn row_in_words(row: &OwedRow, teller: &FollowUpTeller) -> Vec<String> {
    let day = row
        .day
        .map_or_else(|| "–".to_owned(), crate::domain::format::date);
    let mut lines = vec![format!(
        "  {day}  {}  ·  {}",
        teller.row_state(row),
        teller.thing(&row.what)
    )];
    if let OwedThing::Promise(promise) = &row.what {
        let agency = promise
            .agency
            .as_deref()
            .unwrap_or(teller.words.no_agency.as_str());
        lines.push(format!("              {agency}: {}", promise.item.text));
    }
    let session = teller
        .words
        .due_session
        .render(&[("session", &row.session), ("title", &row.title)]);
    lines.push(format!("              {session}"));
    lines
}

fn state_name(state: DueState) -> (&'static str, Option<i64>) {
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

/// One item that was found.
#[derive(Serialize)]
struct FoundJson<'a> {
    session: &'a str,
    title: &'a str,
    held: NaiveDate,
    item: u32,
    person: String,
    village: &'a str,
    text: &'a str,
    field: Option<&'a str>,
    class: Option<crate::domain::regulation::ClassKind>,
    agency: Option<&'a str>,
    said_in_session: Option<&'a str>,
    answer: Option<&'a str>,
    state: &'static str,
    due: Option<NaiveDate>,
}

/// So many items are printed; the rest are counted.
const MOST_FOUND: usize = 200;

/// Prints every item in which the words occur, the best first.
pub(super) fn find(place: &Place, words: &[String], json: bool) -> Result<Ended, Error> {
    let teller = FollowUpTeller::new(place.lang).map_err(Error::Words)?;
    let typed = words.join(" ");
    let search = Search::new(&typed);
    let today = Clock::system().now().wall.date_naive();
    let (sessions, unreadable) = followed(&SessionStore::at(&place.data));
    let ground = CountingBasis::of(place);
    let mut found: Vec<FoundStanding<'_>> = Vec::new();
    for session in &sessions {
        let items = follow_up::find(&search, &session.promises, session.ledger.state());
        if items.is_empty() {
            continue;
        }
        let overview = ground.overview(session, today, DEFAULT_WINDOW);
        for item in items {
            let standing = overview
                .promises
                .iter()
                .find(|promise| promise.item.id == item.item.id)
                .cloned();
            found.push((session, item, standing));
        }
    }
    found.sort_by(|(left_session, left, _), (right_session, right, _)| {
        (right.score, right_session.promises.held, left.item.id).cmp(&(
            left.score,
            left_session.promises.held,
            right.item.id,
        ))
    });
    if json {
        let all: Vec<FoundJson<'_>> = found.iter().map(found_json).collect();
        say(&serde_json::to_string_pretty(&all).unwrap_or_default());
    } else {
        say(&found_in_words(&found, &typed, &teller));
    }
    for one in &unreadable {
        super::warn(
            &teller
                .words
                .due_unreadable
                .render(&[("session", &one.id), ("cause", &cause(one, &teller, place))]),
        );
    }
    Ok(if unreadable.is_empty() {
        Ended::Done
    } else {
        Ended::Failed
    })
}

/// An item, its session, and how it stands where something was promised.
type FoundStanding<'a> = (&'a FollowedSession, FoundItem, Option<PromiseStanding>);

fn found_json<'a>((session, item, standing): &'a FoundStanding<'a>) -> FoundJson<'a> {
    let standing = standing.as_ref();
    FoundJson {
        session: &session.id,
        title: &session.promises.title,
        held: session.promises.held,
        item: item.item.id,
        person: item.item.person(),
        village: &item.item.village,
        text: &item.item.text,
        field: item.item.topic.as_deref(),
        class: item.item.class,
        agency: standing
            .and_then(|standing| standing.agency.as_deref())
            .or(item.item.agency.as_deref()),
        said_in_session: item.item.answer.as_deref(),
        answer: item.answer.as_deref(),
        state: standing.map_or("answered_in_session", |standing| {
            state_name(standing.state).0
        }),
        due: standing.and_then(|standing| standing.due.day),
    }
}

fn found_in_words(found: &[FoundStanding<'_>], typed: &str, teller: &FollowUpTeller) -> String {
    let words = &teller.words;
    if found.is_empty() {
        return words.find_none.render(&[("words", &typed)]);
    }
    let mut lines = vec![
        words
            .find_count
            .render(&[("count", &found.len()), ("words", &typed)]),
    ];
    for (session, item, standing) in found.iter().take(MOST_FOUND) {
        lines.push(String::new());
        lines.push(format!(
            "{}  {}  {}",
            crate::domain::format::date(session.promises.held),
            session.id,
            session.promises.title
        ));
        let state = standing.as_ref().map_or_else(
            || teller.class(item.item.class),
            |standing| teller.promise_state(standing.state),
        );
        lines.push(words.find_item.render(&[
            ("item", &item.item.id),
            ("person", &item.item.person()),
            ("state", &state),
        ]));
        lines.push(format!("  {}", item.item.text));
        for answer in [&item.item.answer, &item.answer].into_iter().flatten() {
            let told = words.find_answer.render(&[("text", answer)]);
            lines.push(format!("  {told}"));
        }
    }
    if found.len() > MOST_FOUND {
        let count = found.len() - MOST_FOUND;
        lines.push(words.find_more.render(&[("count", &count)]));
    }
    lines.join("\n")
}
