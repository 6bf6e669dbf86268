//! The sheets of times: every turn at the floor, and the agenda as planned and as it went.

use super::super::super::prose::{Prose, numbers, upper_first};
use super::super::{Grid, Value};
use super::{column, text};
use crate::domain::record::{HolderRecord, SpanRecord, StepOutcome, StepRecord, TurnRecord};
use crate::domain::regulation::Phase;
use crate::domain::time::Millis;

pub(super) fn speaking(scribe: Prose<'_>) -> Grid {
    let words = &scribe.words.workbook;
    Grid {
        name: words.sheet_speaking.to_string(),
        columns: vec![
            column(&words.order, 6),
            column(&words.phase, 14),
            column(&words.who, 42),
            column(&words.registration, 9),
            column(&words.about, 14),
            column(&words.called, 11),
            column(&words.began, 11),
            column(&words.ended, 11),
            column(&words.limit, 10),
            column(&words.lasted, 10),
            column(&words.over, 10),
            column(&words.corrected, 10),
        ],
        rows: scribe
            .record
            .turns
            .iter()
            .map(|turn| turn_row(scribe, turn))
            .collect(),
        frozen: 3,
        printed: 12,
    }
}

fn turn_row(scribe: Prose<'_>, turn: &TurnRecord) -> Vec<Value> {
    let words = &scribe.words.workbook;
    let phase = match turn.phase {
        Phase::Speech => &words.speech,
        Phase::Answer => &words.reply,
        Phase::FollowUp => &words.follow_up,
    };
    let number = match &turn.holder {
        HolderRecord::Citizen { number, .. } => Value::Number(number.0),
        HolderRecord::Chair { .. } | HolderRecord::Agency { .. } => Value::Nothing,
    };
    let over = turn.over_ms.and_then(|over| u64::try_from(over).ok());
    let is_corrected = |span: &SpanRecord| !span.corrections.is_empty();
    vec![
        Value::Number(turn.id),
        text(phase.as_str()),
        text(upper_first(&scribe.holder(&turn.holder))),
        number,
        text(numbers(&turn.items)),
        Value::At(turn.called),
        turn.span
            .as_ref()
            .map_or(Value::Nothing, |span| Value::At(span.began)),
        turn.span
            .as_ref()
            .and_then(|span| span.ended)
            .map_or(Value::Nothing, Value::At),
        turn.limit_ms.map_or(Value::Nothing, Value::Length),
        turn.span
            .as_ref()
            .map_or(Value::Nothing, |span| Value::Length(span.actual_ms)),
        over.filter(|over| *over > 0)
            .map_or(Value::Nothing, |over| Value::Length(Millis(over))),
        if turn.span.as_ref().is_some_and(is_corrected) {
            text(words.yes.as_str())
        } else {
            Value::Nothing
        },
    ]
}

pub(super) fn agenda(scribe: Prose<'_>) -> Grid {
    let words = &scribe.words.workbook;
    let record = scribe.record;
    let mut rows: Vec<Vec<Value>> = (1..)
        .zip(&record.steps)
        .map(|(number, step)| step_row(scribe, number, step))
        .collect();
    for rest in &record.breaks {
        rows.push(vec![
            Value::Nothing,
            text(words.breaks.as_str()),
            Value::Nothing,
            Value::Nothing,
            Value::Nothing,
            Value::At(rest.span.began),
            rest.span.ended.map_or(Value::Nothing, Value::At),
            rest.planned_ms.map_or(Value::Nothing, Value::Length),
            Value::Length(rest.span.actual_ms),
            rest.planned_ms.map_or(Value::Nothing, |planned| {
                difference(rest.span.actual_ms, planned)
            }),
        ]);
    }
    let allowed = record
        .allowed_minutes
        .map(|minutes| Millis::of_minutes(u64::from(minutes)));
    rows.push(vec![
        Value::Nothing,
        text(words.total.as_str()),
        Value::Nothing,
        Value::Nothing,
        Value::Nothing,
        record.began.map_or(Value::Nothing, Value::At),
        record.ended.map_or(Value::Nothing, Value::At),
        allowed.map_or(Value::Nothing, Value::Length),
        Value::Length(record.lasted_ms),
        allowed.map_or(Value::Nothing, |allowed| {
            difference(record.lasted_ms, allowed)
        }),
    ]);
    Grid {
        name: words.sheet_agenda.to_string(),
        columns: vec![
            column(&words.step, 7),
            column(&words.step_title, 46),
            column(&words.lead, 30),
            column(&words.article, 18),
            column(&words.outcome, 16),
            column(&words.began, 11),
            column(&words.ended, 11),
            column(&words.planned, 11),
            column(&words.actual, 11),
            column(&words.difference, 12),
        ],
        rows,
        frozen: 2,
        printed: 10,
    }
}

fn step_row(scribe: Prose<'_>, number: u32, step: &StepRecord) -> Vec<Value> {
    let words = &scribe.words.workbook;
    let planned = Millis::of_minutes(u64::from(step.planned_minutes));
    let outcome = match step.outcome {
        StepOutcome::Held => &words.held_step,
        StepOutcome::NotHeld => &words.not_held,
        StepOutcome::NoOccasion => &words.no_occasion,
    };
    vec![
        Value::Number(number),
        text(&step.title.vi),
        text(&step.lead.vi),
        text(scribe.cite(&step.article)),
        text(outcome.as_str()),
        step.began.map_or(Value::Nothing, Value::At),
        step.ended.map_or(Value::Nothing, Value::At),
        Value::Length(planned),
        Value::Length(step.actual_ms),
        if step.outcome == StepOutcome::Held {
            difference(step.actual_ms, planned)
        } else {
            Value::Nothing
        },
    ]
}

/// Whole minutes longer than planned; negative for shorter. Spreadsheets cannot show a negative time.
fn difference(actual: Millis, planned: Millis) -> Value {
    let minutes = actual.signed_sub(planned) / 60_000;
    i32::try_from(minutes).map_or(Value::Nothing, Value::Minutes)
}
