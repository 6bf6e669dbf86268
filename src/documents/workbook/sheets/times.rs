//! The sheets of times: every turn at the floor, and the agenda as planned and as it went.

use super::super::super::prose::{Prose, numbers, upper_first};
use super::super::{Grid, Value};
use super::{column, text};
use crate::documents::words::WorkbookMessage;
use crate::domain::record::{HolderRecord, SpanRecord, StepOutcome, StepRecord, TurnRecord};
use crate::domain::regulation::Phase;
use crate::domain::time::Millis;

pub(super) fn speaking(scribe: Prose<'_>) -> Grid {
    let words = &scribe.words.workbook;
    Grid {
        name: words[WorkbookMessage::SheetSpeaking].to_string(),
        columns: vec![
            column(&words[WorkbookMessage::Order], 6),
            column(&words[WorkbookMessage::Phase], 14),
            column(&words[WorkbookMessage::Who], 42),
            column(&words[WorkbookMessage::Registration], 9),
            column(&words[WorkbookMessage::About], 14),
            column(&words[WorkbookMessage::Called], 11),
            column(&words[WorkbookMessage::Began], 11),
            column(&words[WorkbookMessage::Ended], 11),
            column(&words[WorkbookMessage::Limit], 10),
            column(&words[WorkbookMessage::Lasted], 10),
            column(&words[WorkbookMessage::Over], 10),
            column(&words[WorkbookMessage::Corrected], 10),
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
        Phase::Speech => &words[WorkbookMessage::Speech],
        Phase::Answer => &words[WorkbookMessage::Reply],
        Phase::FollowUp => &words[WorkbookMessage::FollowUp],
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
            text(words[WorkbookMessage::Yes].as_str())
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
            text(words[WorkbookMessage::Breaks].as_str()),
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
        text(words[WorkbookMessage::Total].as_str()),
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
        name: words[WorkbookMessage::SheetAgenda].to_string(),
        columns: vec![
            column(&words[WorkbookMessage::Step], 7),
            column(&words[WorkbookMessage::StepTitle], 46),
            column(&words[WorkbookMessage::Lead], 30),
            column(&words[WorkbookMessage::Article], 18),
            column(&words[WorkbookMessage::Outcome], 16),
            column(&words[WorkbookMessage::Began], 11),
            column(&words[WorkbookMessage::Ended], 11),
            column(&words[WorkbookMessage::Planned], 11),
            column(&words[WorkbookMessage::Actual], 11),
            column(&words[WorkbookMessage::Difference], 12),
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
        StepOutcome::Held => &words[WorkbookMessage::HeldStep],
        StepOutcome::NotHeld => &words[WorkbookMessage::NotHeld],
        StepOutcome::NoOccasion => &words[WorkbookMessage::NoOccasion],
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
