//! The list of sessions in print, and taking a finished one out of it.

use serde_json::json;

use super::{RunPlace, cli_words, print_result};
use crate::cli::error::Error;
use crate::cli::json::in_json;
use crate::cli::words::{SaidMessage, SaidWords};
use crate::domain::format;
use crate::domain::text::width;
use crate::store::sessions::ArchiveFailed;
use crate::store::sessions::{self, ListedSession, SessionSummary};

/// The sessions in the list, or those put away.
pub(super) fn list(place: &RunPlace, archived: bool, as_json: bool) {
    let listed: Vec<ListedSession> = sessions::list(&place.store())
        .into_iter()
        .filter(|session| session.is_archived == archived)
        .collect();
    if as_json {
        let sessions: Vec<serde_json::Value> =
            listed.iter().map(|one| session_json(one, place)).collect();
        print_result(&in_json(&json!({ "sessions": sessions })));
        return;
    }
    let words = cli_words(place.lang).said;
    if listed.is_empty() {
        print_result(words[SaidMessage::NoSessions].as_str());
        return;
    }
    let rows: Vec<[String; 4]> = listed.iter().map(|session| row(session, &words)).collect();
    let widest = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.map(|cell| width(cell)).max().unwrap_or(0)
    };
    let widths = [widest(0), widest(1), widest(2)];
    for row in &rows {
        let mut line = String::new();
        for (cell, width_of_column) in row.iter().zip(widths) {
            line.push_str(cell);
            line.push_str(&" ".repeat(width_of_column.saturating_sub(width(cell)) + 2));
        }
        if let Some(last) = row.last() {
            line.push_str(last);
        }
        print_result(line.trim_end());
    }
}

/// Id, day, state and title.
fn row(session: &ListedSession, words: &SaidWords) -> [String; 4] {
    match &session.standing {
        None => [
            session.id.clone(),
            String::new(),
            words[SaidMessage::StateUnknown].to_string(),
            String::new(),
        ],
        Some(standing) => {
            let state = match state(standing) {
                "closed" => &words[SaidMessage::StateClosed],
                "running" => &words[SaidMessage::StateRunning],
                _ => &words[SaidMessage::StatePrepared],
            };
            [
                session.id.clone(),
                format::date(standing.held.date()),
                state.to_string(),
                standing.title.clone(),
            ]
        }
    }
}

/// How far a session has come, as other programs read it.
const fn state(standing: &SessionSummary) -> &'static str {
    if standing.closed {
        "closed"
    } else if standing.step.is_some() {
        "running"
    } else {
        "prepared"
    }
}

/// A session as other programs read it; `docs/json.md` describes it.
fn session_json(session: &ListedSession, place: &RunPlace) -> serde_json::Value {
    let standing = session.standing.as_ref();
    json!({
        "id": session.id,
        "folder": session.folder.to_string_lossy(),
        "rehearsal": session.is_rehearsal,
        "archived": session.is_archived,
        "title": standing.map(|standing| &standing.title),
        "held": standing.map(|standing| standing.held.format("%Y-%m-%dT%H:%M").to_string()),
        "regulation": standing.map(|standing| standing.regulation.in_lang(place.lang)),
        "state": standing.map(state),
        "step": standing.and_then(|standing| standing.at).map(|(number, _)| number),
        "steps": standing.and_then(|standing| standing.at).map(|(_, count)| count),
    })
}

/// Takes a finished session out of the lists, or brings it back.
pub(super) fn archive(place: &RunPlace, name: &str, restore: bool) -> Result<(), Error> {
    let folder = place.store().find(name).map_err(Error::Find)?;
    let done = if restore {
        sessions::restore(&folder)
    } else {
        sessions::archive(&folder)
    };
    done.map_err(|cause| {
        Error::Archive(ArchiveFailed {
            path: folder.clone(),
            cause,
        })
    })?;
    let words = cli_words(place.lang).said;
    let sentence = if restore {
        &words[SaidMessage::Restored]
    } else {
        &words[SaidMessage::Archived]
    };
    print_result(&sentence.render(&[("id", &sessions::id_of(&folder))]));
    Ok(())
}
