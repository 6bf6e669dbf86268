//! The sheets of times: every turn at the floor, and the agenda as planned and as it went.

use super::super::super::prose::{Prose, numbers, upper_first};
use super::super::{CellValue, ColumnSpec, SheetGrid};
use super::text;
use crate::documents::words::WorkbookMessage;
use crate::domain::record::{
    BreakRecord, HolderRecord, SpanRecord, StepOutcome, StepRecord, TurnRecord,
};
use crate::domain::regulation::Phase;
use crate::domain::time::Millis;

pub(super) fn speaking(prose: Prose<'_>) -> SheetGrid {
    let words = &prose.words.workbook;
    SheetGrid::of(
        prose,
        &words[WorkbookMessage::SheetSpeaking],
        3,
        vec![
            ColumnSpec::new(&words[WorkbookMessage::Order], 6, |_, turn: &TurnRecord| {
                CellValue::Number(turn.id)
            }),
            ColumnSpec::new(&words[WorkbookMessage::Phase], 14, phase),
            ColumnSpec::new(&words[WorkbookMessage::Who], 42, |prose, turn| {
                text(upper_first(&prose.holder(&turn.holder)))
            }),
            ColumnSpec::new(
                &words[WorkbookMessage::Registration],
                9,
                |_, turn| match &turn.holder {
                    HolderRecord::Citizen { number, .. } => CellValue::Number(number.0),
                    HolderRecord::Chair { .. } | HolderRecord::Agency { .. } => CellValue::Nothing,
                },
            ),
            ColumnSpec::new(&words[WorkbookMessage::About], 14, |_, turn| {
                text(numbers(&turn.items))
            }),
            ColumnSpec::new(&words[WorkbookMessage::Called], 11, |_, turn| {
                CellValue::At(turn.called)
            }),
            ColumnSpec::new(&words[WorkbookMessage::Began], 11, |_, turn| {
                of_span(turn, |span| CellValue::At(span.began))
            }),
            ColumnSpec::new(&words[WorkbookMessage::Ended], 11, |_, turn| {
                of_span(turn, |span| {
                    span.ended.map_or(CellValue::Nothing, CellValue::At)
                })
            }),
            ColumnSpec::new(&words[WorkbookMessage::Limit], 10, |_, turn| {
                turn.limit_ms.map_or(CellValue::Nothing, CellValue::Length)
            }),
            ColumnSpec::new(&words[WorkbookMessage::Lasted], 10, |_, turn| {
                of_span(turn, |span| CellValue::Length(span.actual_ms))
            }),
            ColumnSpec::new(&words[WorkbookMessage::Over], 10, over_limit),
            ColumnSpec::new(&words[WorkbookMessage::Corrected], 10, |prose, turn| {
                of_span(turn, |span| {
                    if span.corrections.is_empty() {
                        CellValue::Nothing
                    } else {
                        text(prose.words.workbook[WorkbookMessage::Yes].as_str())
                    }
                })
            }),
        ],
        &prose.record.turns,
    )
}

fn over_limit(_: Prose<'_>, turn: &TurnRecord) -> CellValue {
    turn.over_ms
        .and_then(|over| u64::try_from(over).ok())
        .filter(|over| *over > 0)
        .map_or(CellValue::Nothing, |over| CellValue::Length(Millis(over)))
}

fn phase(prose: Prose<'_>, turn: &TurnRecord) -> CellValue {
    let words = &prose.words.workbook;
    let phase = match turn.phase {
        Phase::Speech => &words[WorkbookMessage::Speech],
        Phase::Answer => &words[WorkbookMessage::Reply],
        Phase::Exchange => &words[WorkbookMessage::FollowUp],
    };
    text(phase.as_str())
}

fn of_span(turn: &TurnRecord, value: impl Fn(&SpanRecord) -> CellValue) -> CellValue {
    turn.span.as_ref().map_or(CellValue::Nothing, value)
}

/// A column that says something of steps only.
macro_rules! of_step {
    ($title:expr, $width:expr, $value:expr) => {
        ColumnSpec::new($title, $width, |prose, row| match row {
            Stretch::Step(number, step) => {
                let value: fn(Prose<'_>, u32, &StepRecord) -> CellValue = $value;
                value(prose, *number, step)
            }
            Stretch::Break(_) | Stretch::Whole => CellValue::Nothing,
        })
    };
}

/// A row of the agenda: a step, a break, the whole session.
enum Stretch<'a> {
    Step(u32, &'a StepRecord),
    Break(&'a BreakRecord),
    Whole,
}

pub(super) fn agenda(prose: Prose<'_>) -> SheetGrid {
    let words = &prose.words.workbook;
    let record = prose.record;
    let mut rows: Vec<Stretch<'_>> = (1..)
        .zip(&record.steps)
        .map(|(number, step)| Stretch::Step(number, step))
        .collect();
    rows.extend(record.breaks.iter().map(Stretch::Break));
    rows.push(Stretch::Whole);
    SheetGrid::of(
        prose,
        &words[WorkbookMessage::SheetAgenda],
        2,
        vec![
            of_step!(&words[WorkbookMessage::Step], 7, |_, number, _| {
                CellValue::Number(number)
            }),
            ColumnSpec::new(&words[WorkbookMessage::StepTitle], 46, title),
            of_step!(&words[WorkbookMessage::Lead], 30, |_, _, step| text(
                &step.lead.vi
            )),
            of_step!(&words[WorkbookMessage::Article], 18, |prose, _, step| text(
                prose.cite(&step.article)
            )),
            of_step!(&words[WorkbookMessage::Outcome], 16, outcome),
            ColumnSpec::new(&words[WorkbookMessage::Began], 11, |prose, row| {
                let began = match row {
                    Stretch::Step(_, step) => step.began,
                    Stretch::Break(rest) => Some(rest.span.began),
                    Stretch::Whole => prose.record.began,
                };
                began.map_or(CellValue::Nothing, CellValue::At)
            }),
            ColumnSpec::new(&words[WorkbookMessage::Ended], 11, |prose, row| {
                let ended = match row {
                    Stretch::Step(_, step) => step.ended,
                    Stretch::Break(rest) => rest.span.ended,
                    Stretch::Whole => prose.record.ended,
                };
                ended.map_or(CellValue::Nothing, CellValue::At)
            }),
            ColumnSpec::new(&words[WorkbookMessage::Planned], 11, |prose, row| {
                planned(prose, row).map_or(CellValue::Nothing, CellValue::Length)
            }),
            ColumnSpec::new(&words[WorkbookMessage::Actual], 11, |prose, row| {
                CellValue::Length(actual(prose, row))
            }),
            ColumnSpec::new(&words[WorkbookMessage::Difference], 12, from_plan),
        ],
        &rows,
    )
}

/// How far what was held took longer or shorter than planned; what was not held differs from nothing.
fn from_plan(prose: Prose<'_>, row: &Stretch<'_>) -> CellValue {
    match row {
        Stretch::Step(_, step) if step.outcome != StepOutcome::Held => CellValue::Nothing,
        Stretch::Step(..) | Stretch::Break(_) | Stretch::Whole => planned(prose, row)
            .map_or(CellValue::Nothing, |planned| {
                difference(actual(prose, row), planned)
            }),
    }
}

fn title(prose: Prose<'_>, row: &Stretch<'_>) -> CellValue {
    let words = &prose.words.workbook;
    match row {
        Stretch::Step(_, step) => text(&step.title.vi),
        Stretch::Break(_) => text(words[WorkbookMessage::Breaks].as_str()),
        Stretch::Whole => text(words[WorkbookMessage::Total].as_str()),
    }
}

fn outcome(prose: Prose<'_>, _: u32, step: &StepRecord) -> CellValue {
    let words = &prose.words.workbook;
    let outcome = match step.outcome {
        StepOutcome::Held => &words[WorkbookMessage::HeldStep],
        StepOutcome::NotHeld => &words[WorkbookMessage::NotHeld],
        StepOutcome::NoOccasion => &words[WorkbookMessage::NoOccasion],
    };
    text(outcome.as_str())
}

fn planned(prose: Prose<'_>, row: &Stretch<'_>) -> Option<Millis> {
    let minutes = |minutes: u16| Millis::of_minutes(u64::from(minutes));
    match row {
        // A step for which nobody planned a time has none.
        Stretch::Step(_, step) => Some(minutes(step.planned_minutes)).filter(|time| time.0 > 0),
        Stretch::Break(rest) => rest.planned_ms,
        Stretch::Whole => prose.record.allowed_minutes.map(minutes),
    }
}

fn actual(prose: Prose<'_>, row: &Stretch<'_>) -> Millis {
    match row {
        Stretch::Step(_, step) => step.actual_ms,
        Stretch::Break(rest) => rest.span.actual_ms,
        Stretch::Whole => prose.record.lasted_ms,
    }
}

/// Whole minutes longer than planned; negative for shorter. Spreadsheets cannot show a negative time.
fn difference(actual: Millis, planned: Millis) -> CellValue {
    let minutes = actual.signed_sub(planned) / 60_000;
    i32::try_from(minutes).map_or(CellValue::Nothing, CellValue::Minutes)
}
