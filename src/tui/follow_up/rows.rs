//! The rows of the list: what is owed of the sessions shown, the most urgent group first and each by its days, narrowed by
//! what is typed. Data only.

use crate::domain::follow_up::words::FollowUpMessage;
use chrono::{Datelike as _, NaiveDate};

use super::FollowUpScreen;
use crate::domain::follow_up::{DueState, DutyRef, DutyStanding, OwedThing, PromiseStanding};
use crate::domain::text::Search;

/// Names a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwedKey {
    pub session: usize,
    pub subject: OwedSubject,
}

/// What a row is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OwedSubject {
    Promise(u32),
    Duty(DutyRef),
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwedLine {
    pub key: OwedKey,
    pub state: DueState,
    pub state_text: String,
    pub day: Option<NaiveDate>,
    /// The item and the person, or the duty.
    pub what: String,
    pub agency: String,
    pub text: String,
    /// It is a report that is owed on a day of the year.
    pub is_report: bool,
    /// The heading above it, when it is the first of its group.
    pub heading: Option<String>,
}

impl OwedLine {
    /// The item, when it is a promise.
    #[must_use]
    pub const fn item(&self) -> Option<u32> {
        match self.key.subject {
            OwedSubject::Promise(item) => Some(item),
            OwedSubject::Duty(_) => None,
        }
    }
}

/// The rows of the screen.
pub(super) fn lines(screen: &FollowUpScreen) -> Vec<OwedLine> {
    let search = Search::new(screen.filter.typed());
    let mut all: Vec<OwedLine> = Vec::new();
    for (session, case) in screen.cases.iter().enumerate() {
        if screen.scope.is_some_and(|scope| scope != session) {
            continue;
        }
        let duties = case.overview.duties.iter();
        all.extend(duties.map(|duty| duty_line(screen, session, duty)));
        let promises = case.overview.promises.iter();
        all.extend(promises.map(|promise| promise_line(screen, session, promise)));
    }
    // Over all sessions only what is open is of use; a single one is shown whole.
    if screen.scope.is_none() {
        reports_once(screen, &mut all);
        all.retain(|line| !line.state.is_done());
    }
    all.retain(|line| {
        let hay = format!("{} · {} · {}", line.what, line.agency, line.text);
        search.is_empty() || search.score(&hay).is_some()
    });
    // By their days, as they are read; what is done, by when it was done.
    all.sort_by_key(|line| {
        let (group, days) = line.state.rank();
        let by_day = match line.day {
            Some(day) if !line.state.is_done() => i64::from(day.num_days_from_ce()),
            None if !line.state.is_done() => i64::MAX,
            Some(_) | None => days,
        };
        (group, by_day, line.key.session, line.item())
    });
    let mut group = String::new();
    for line in &mut all {
        let heading = screen.teller.group(line.state, screen.window);
        if heading != group {
            line.heading = Some(heading.clone());
            group = heading;
        }
    }
    all
}

/// The row that is chosen until somebody chooses: a person waits for an answer, a report for its day, so in the first group
/// what a person waits for is before a report.
pub(super) fn proposed(rows: &[OwedLine]) -> usize {
    let is_first_group = |(place, line): &(usize, &OwedLine)| *place == 0 || line.heading.is_none();
    rows.iter()
        .enumerate()
        .take_while(is_first_group)
        .find(|(_, line)| !line.is_report)
        .map_or(0, |(place, _)| place)
}

/// One office owes one report, however many sessions it held: it stands with the first of them, and nowhere once it is done.
fn reports_once(screen: &FollowUpScreen, all: &mut Vec<OwedLine>) {
    let key = |line: &OwedLine| {
        let case = screen.cases.get(line.key.session)?;
        Some((
            case.promises.body.clone(),
            line.key.subject.clone(),
            line.day,
        ))
    };
    let mut seen = Vec::new();
    let done: Vec<_> = all
        .iter()
        .filter(|line| line.is_report && line.state.is_done())
        .map(key)
        .collect();
    all.retain(|line| {
        if !line.is_report {
            return true;
        }
        let key = key(line);
        let is_first = !seen.contains(&key) && !done.contains(&key);
        seen.push(key);
        is_first
    });
}

fn duty_line(screen: &FollowUpScreen, session: usize, duty: &DutyStanding) -> OwedLine {
    OwedLine {
        key: OwedKey {
            session,
            subject: OwedSubject::Duty(duty.duty.clone()),
        },
        state: duty.state,
        state_text: screen.teller.duty_state(duty.state),
        day: duty.day,
        what: screen
            .teller
            .thing(&OwedThing::Duty(Box::new(duty.clone()))),
        agency: String::new(),
        text: String::new(),
        is_report: duty.kind.is_none(),
        heading: None,
    }
}

fn promise_line(screen: &FollowUpScreen, session: usize, promise: &PromiseStanding) -> OwedLine {
    let agency = promise.agency.clone();
    OwedLine {
        key: OwedKey {
            session,
            subject: OwedSubject::Promise(promise.item.id),
        },
        state: promise.state,
        state_text: screen.teller.promise_state(promise.state),
        day: promise.due.day,
        what: screen
            .teller
            .thing(&OwedThing::Promise(Box::new(promise.clone()))),
        agency: agency
            .unwrap_or_else(|| screen.teller.words[FollowUpMessage::NoAgency].to_string()),
        text: promise.item.text.clone(),
        is_report: false,
        heading: None,
    }
}
