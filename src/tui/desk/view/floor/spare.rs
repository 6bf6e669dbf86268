//! What is told where rows are left over: the notes, and what was done last.

use super::super::paragraph::{FloorLine, ParagraphSection, Weight, line};
use crate::domain::format;
use crate::domain::session::Session;
use crate::tui::desk::words::FlowMessage;
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
    let entries = session.history().entries().iter().rev();
    let lines: Vec<FloorLine> = entries
        .filter(|entry| entry.in_force)
        .filter_map(|entry| {
            let events = &entry.record.events;
            let told = messages::in_words(events, session, &desk.words, desk.lang)?;
            Some(told_at(&format::time(entry.at.wall), &told))
        })
        .take(SPARE)
        .collect();
    if lines.is_empty() {
        return ParagraphSection::default();
    }
    let heading = desk.words.flow[FlowMessage::ActsHeading].to_string();
    ParagraphSection::under(heading, String::new(), lines)
}

fn told_at(time: &str, text: &str) -> FloorLine {
    FloorLine {
        indent: 6,
        ..line(format!("{time} {text}"), Weight::Faint)
    }
}
