//! `find`: an item in all sessions of this computer by a few words, without diacritics, with what became of it.

use crate::cli::json::in_json;
use crate::domain::follow_up::words::FollowUpMessage;
use crate::domain::i18n::Explain as _;
use chrono::NaiveDate;
use serde::Serialize;

use super::counting_basis::CountingBasis;
use super::due::state_name;
use super::{Ended, RunPlace, print_result};
use crate::domain::follow_up::teller::FollowUpTeller;
use crate::domain::follow_up::{self, DEFAULT_WINDOW, FoundItem, PromiseStanding};
use crate::domain::format;
use crate::domain::text::Search;
use crate::store::clock::Clock;
use crate::store::sessions::follow_up::{FollowedSession, every_session};

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
pub(super) fn find(place: &RunPlace, words: &[String], json: bool) -> Ended {
    let teller = FollowUpTeller::new(place.lang);
    let typed = words.join(" ");
    let search = Search::new(&typed);
    let today = Clock::system().now().wall.date_naive();
    let (sessions, unreadable) = every_session(&place.store());
    let ground = CountingBasis::of(place);
    let mut found: Vec<FoundStanding<'_>> = Vec::new();
    for session in &sessions {
        let items = follow_up::find(&search, &session.promises, session.ledger.state());
        if items.is_empty() {
            continue;
        }
        if !session.promises.closed {
            // Nothing is promised yet.
            found.extend(items.into_iter().map(|item| (session, item, None)));
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
        print_result(&in_json(&all));
    } else {
        print_result(&found_in_words(&found, &typed, &teller));
    }
    for one in &unreadable {
        super::warn(&teller.words[FollowUpMessage::DueUnreadable].render(&[
            ("session", &one.id),
            ("cause", &one.cause.explained(place.lang).in_one_line()),
        ]));
    }
    if unreadable.is_empty() {
        Ended::Done
    } else {
        Ended::Failed
    }
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
        state: match standing {
            Some(standing) => state_name(standing.state).0,
            None if session.promises.closed => "answered_in_session",
            None => "session_open",
        },
        due: standing.and_then(|standing| standing.due.day),
    }
}

fn found_in_words(found: &[FoundStanding<'_>], typed: &str, teller: &FollowUpTeller) -> String {
    let words = &teller.words;
    if found.is_empty() {
        return words[FollowUpMessage::FindNone].render(&[("words", &typed)]);
    }
    let mut lines = vec![
        words[FollowUpMessage::FindCount].render(&[("count", &found.len()), ("words", &typed)]),
    ];
    for (session, item, standing) in found.iter().take(MOST_FOUND) {
        lines.push(String::new());
        lines.push(format!(
            "{}  {}  {}",
            format::date(session.promises.held),
            session.id,
            session.promises.title
        ));
        let state = match standing {
            Some(standing) => teller.promise_state(standing.state),
            None if session.promises.closed => teller.class(item.item.class),
            None => words[FollowUpMessage::FindOpen]
                .render(&[("class", &teller.class(item.item.class))]),
        };
        lines.push(words[FollowUpMessage::FindItem].render(&[
            ("item", &item.item.id),
            ("person", &item.item.person()),
            ("state", &state),
        ]));
        lines.push(format!("  {}", item.item.text));
        for answer in [&item.item.answer, &item.answer].into_iter().flatten() {
            let told = words[FollowUpMessage::FindAnswer].render(&[("text", answer)]);
            lines.push(format!("  {told}"));
        }
    }
    if found.len() > MOST_FOUND {
        let count = found.len() - MOST_FOUND;
        lines.push(words[FollowUpMessage::FindMore].render(&[("count", &count)]));
    }
    lines.join("\n")
}
