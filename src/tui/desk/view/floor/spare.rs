//! What is told where rows are left over: the notes, and what was done last.

use super::super::paragraph::{FloorLine, ParagraphSection, Weight, line};
use crate::domain::format;
use crate::domain::session::Session;
use crate::domain::session::event::Event;
use crate::domain::session::floor::Turn;
use crate::domain::session::history::HistoryEntry;
use crate::tui::desk::station_name::station_name;
use crate::tui::desk::words::{FlowMessage, StationMessage};
use crate::tui::desk::{Desk, messages};

/// How many notes and acts a large window tells.
const SPARE: usize = 8;

pub(super) fn notes(session: &Session, desk: &Desk) -> ParagraphSection {
    let notes = session.state().notes.iter().rev().take(SPARE);
    let lines: Vec<FloorLine> = notes
        .map(|note| told_at(&format::time(note.at.wall), &note.text))
        .collect();
    if lines.is_empty() {
        return ParagraphSection::default();
    }
    let heading = desk.words.flow[FlowMessage::NotesHeading].to_string();
    ParagraphSection::under(heading, String::new(), lines)
}

/// What was done last, the latest first.
pub(super) fn last_acts(session: &Session, desk: &Desk) -> ParagraphSection {
    let turns = &session.state().turns;
    let mut given = 0_usize;
    let mut told: Vec<(String, &HistoryEntry, Option<&Turn>)> = Vec::new();
    for entry in session.history().entries() {
        if !entry.in_force {
            continue;
        }
        // An act is about the turn that had the floor when it began.
        let turn = given.checked_sub(1).and_then(|at| turns.get(at));
        let events = entry.record.events.as_slice();
        given += events
            .iter()
            .filter(|event| matches!(event, Event::FloorGiven { .. }))
            .count();
        told.push((format::time(entry.at.wall), entry, turn));
    }
    let lines: Vec<FloorLine> = told
        .into_iter()
        .rev()
        .filter_map(|(time, entry, turn)| {
            let events = &entry.record.events;
            let text = messages::in_words(events, turn, session, &desk.words, desk.lang)?;
            Some(told_at(&time, &by_whom(entry, text, desk)))
        })
        .take(SPARE)
        .collect();
    if lines.is_empty() {
        return ParagraphSection::default();
    }
    let heading = desk.words.flow[FlowMessage::ActsHeading].to_string();
    ParagraphSection::under(heading, String::new(), lines)
}

/// What somebody else than the desk did is told with who it was.
fn by_whom(entry: &HistoryEntry, act: String, desk: &Desk) -> String {
    match &entry.record.by {
        None => act,
        Some(station) => {
            let station = station_name(station, &desk.words);
            desk.words.stations[StationMessage::Did].render(&[("station", &station), ("act", &act)])
        }
    }
}

fn told_at(time: &str, text: &str) -> FloorLine {
    FloorLine {
        indent: 6,
        ..line(format!("{time} {text}"), Weight::Faint)
    }
}
