//! The annex of the minutes, behind the signatures: the times of every turn where the minutes are short, and the notes
//! that somebody wanted there. Knows the record and the sentences.

use super::super::layout::Sheet;
use super::super::prose::{Prose, plain, upper_first};
use super::turns;
use crate::documents::words::MinutesMessage;
use crate::documents::words::WorkbookMessage;
use crate::domain::record::TurnRecord;
use crate::domain::regulation::Phase;
use crate::domain::session::event::NotePlace;

pub(super) fn write(prose: Prose<'_>, sheet: &mut Sheet<'_>) {
    let words = &prose.words.minutes;
    let notes: Vec<String> = prose
        .record
        .notes
        .iter()
        .filter(|note| note.place == NotePlace::Annex)
        .map(|note| {
            words[MinutesMessage::Note]
                .render(&[("time", &prose.time(note.at)), ("text", &plain(&note.text))])
        })
        .collect();
    let has_times = prose.record.short_minutes && !prose.record.turns.is_empty();
    if notes.is_empty() && !has_times {
        return;
    }
    sheet.annex(words[MinutesMessage::Annex].as_str());
    if !notes.is_empty() {
        sheet.heading(words[MinutesMessage::AnnexNotes].as_str());
        for note in notes {
            sheet.text(note);
        }
    }
    if has_times {
        sheet.heading(words[MinutesMessage::AnnexTimes].as_str());
        let rows = prose.record.turns.iter().map(|turn| row(prose, turn));
        sheet.table(
            &[9, 26, 84, 26, 22],
            &[
                words[MinutesMessage::AnnexNumber].as_str(),
                words[MinutesMessage::AnnexPhase].as_str(),
                words[MinutesMessage::AnnexWho].as_str(),
                words[MinutesMessage::AnnexBegan].as_str(),
                words[MinutesMessage::AnnexLength].as_str(),
            ],
            rows.collect(),
        );
    }
}

fn row(prose: Prose<'_>, turn: &TurnRecord) -> Vec<String> {
    let words = &prose.words.workbook;
    let phase = match turn.phase {
        Phase::Speech => &words[WorkbookMessage::Speech],
        Phase::Answer => &words[WorkbookMessage::Reply],
        Phase::Exchange => &words[WorkbookMessage::FollowUp],
    };
    let length = turn
        .span
        .as_ref()
        .map_or_else(String::new, |span| prose.length(span.actual_ms));
    vec![
        turn.id.to_string(),
        phase.to_string(),
        upper_first(&prose.holder(&turn.holder)),
        turns::began(prose, turn),
        length,
    ]
}
