//! What is told where rows are left over: the notes, and what was done last.

use super::super::paragraph::{FloorLine, ParagraphSection, Weight, line};
use crate::domain::format;
use crate::domain::session::Session;
use crate::domain::session::event::Event;
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

/// What was done last, the latest first, without the clock's stops: whether it stands is seen at the clock, and every stop is
/// undone by going on. From the end, since only the last few are told and this is made for every frame.
pub(super) fn last_acts(session: &Session, desk: &Desk) -> ParagraphSection {
    let turns = &session.state().turns;
    let mut given = turns.len();
    let lines: Vec<FloorLine> = session
        .history()
        .entries()
        .iter()
        .rev()
        .filter(|entry| entry.in_force)
        .filter_map(|entry| {
            let events = entry.record.events.as_slice();
            if matches!(events, [Event::ClockPaused | Event::ClockResumed]) {
                return None;
            }
            given = given.saturating_sub(floors_given(events));
            // An act is about the turn that had the floor when it began.
            let turn = given.checked_sub(1).and_then(|at| turns.get(at));
            let text = messages::in_words(events, turn, session, &desk.words, desk.lang)?;
            let time = format::time(entry.at.wall);
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

/// How often these events give the floor.
fn floors_given(events: &[Event]) -> usize {
    let gives = |event: &&Event| matches!(event, Event::FloorGiven { .. });
    events.iter().filter(gives).count()
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
