//! The annex of the minutes, behind the signatures: the times of every turn where the minutes are short, and the notes
//! that somebody wanted there. Knows the record and the sentences.

use super::super::layout::Sheet;
use super::super::prose::{Prose, plain, upper_first};
use super::turns;
use crate::domain::record::TurnRecord;
use crate::domain::regulation::Phase;
use crate::domain::session::event::NotePlace;

pub(super) fn write(scribe: Prose<'_>, sheet: &mut Sheet<'_>) {
    let words = &scribe.words.minutes;
    let notes: Vec<String> = scribe
        .record
        .notes
        .iter()
        .filter(|note| note.place == NotePlace::Annex)
        .map(|note| {
            words.note.render(&[
                ("time", &scribe.time(note.at)),
                ("text", &plain(&note.text)),
            ])
        })
        .collect();
    let has_times = scribe.record.short_minutes && !scribe.record.turns.is_empty();
    if notes.is_empty() && !has_times {
        return;
    }
    sheet.annex(words.annex.as_str());
    if !notes.is_empty() {
        sheet.heading(words.annex_notes.as_str());
        for note in notes {
            sheet.text(note);
        }
    }
    if has_times {
        sheet.heading(words.annex_times.as_str());
        let rows = scribe.record.turns.iter().map(|turn| row(scribe, turn));
        sheet.table(
            &[9, 26, 84, 26, 22],
            &[
                words.annex_number.as_str(),
                words.annex_phase.as_str(),
                words.annex_who.as_str(),
                words.annex_began.as_str(),
                words.annex_length.as_str(),
            ],
            rows.collect(),
        );
    }
}

fn row(scribe: Prose<'_>, turn: &TurnRecord) -> Vec<String> {
    let words = &scribe.words.workbook;
    let phase = match turn.phase {
        Phase::Speech => &words.speech,
        Phase::Answer => &words.reply,
        Phase::FollowUp => &words.follow_up,
    };
    let length = turn
        .span
        .as_ref()
        .map_or_else(String::new, |span| scribe.length(span.actual_ms));
    vec![
        turn.id.to_string(),
        phase.to_string(),
        upper_first(&scribe.holder(&turn.holder)),
        turns::began(scribe, turn),
        length,
    ]
}
