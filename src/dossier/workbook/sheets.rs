//! What stands in the sheets of the workbook. Knows the record and nothing of cells and formats.

use super::super::conclusion::kind_of;
use super::super::ics::due_day;
use super::super::scribe::{Scribe, numbers, upper_first};
use super::super::slip;
use super::{Column, Grid, Value};
use crate::moment::Millis;
use crate::record::{
    ClassRecord, DeadlineRecord, Edition, HolderRecord, ItemRecord, RaisedBy, SpanRecord,
    StepOutcome, StepRecord, TurnRecord,
};
use crate::regulation::{ClassKind, Phase};

pub(super) fn all(scribe: Scribe<'_>) -> Vec<Grid> {
    vec![
        items(scribe),
        by_class(scribe),
        by_agency(scribe),
        speaking(scribe),
        agenda(scribe),
        deadlines(scribe),
    ]
}

fn column(title: &impl ToString, width: u16) -> Column {
    Column {
        title: title.to_string(),
        width,
    }
}

fn text(text: impl Into<String>) -> Value {
    let text = text.into();
    if text.is_empty() {
        Value::Nothing
    } else {
        Value::Text(text)
    }
}

fn maybe(given: Option<&str>) -> Value {
    given.map_or(Value::Nothing, text)
}

/// The columns that regulations name, then those that help. What is private is no column of the public version.
fn items(scribe: Scribe<'_>) -> Grid {
    let words = &scribe.words.workbook;
    let is_office = matches!(scribe.record.edition, Edition::Office { .. });
    let mut columns = vec![
        column(&words.number, 6),
        column(&words.name, 18),
        column(&words.village, 13),
        column(&words.text, 32),
        column(&words.answer, 32),
        column(&words.result, 26),
        column(&words.time, 14),
        column(&words.level, 16),
        column(&words.class, 16),
        column(&words.topic, 16),
        column(&words.answered_by, 22),
        column(&words.raised, 12),
        column(&words.spoken, 12),
        column(&words.answering, 12),
    ];
    if is_office {
        columns.push(column(&words.phone, 14));
        columns.push(column(&words.prepared, 40));
    }
    let rows = scribe
        .record
        .items
        .iter()
        .map(|item| {
            let mut row = six(scribe, item);
            row.extend(more(scribe, item));
            if is_office {
                row.push(phone(scribe, item));
                row.push(maybe(item.prepared_answer.as_deref()));
            }
            row
        })
        .collect();
    Grid {
        name: words.sheet_items.to_string(),
        columns,
        rows,
        frozen: 2,
        printed: 8,
    }
}

/// Number, who, whence, what, the answer, the result, by when, by whom; class and topic.
fn six(scribe: Scribe<'_>, item: &ItemRecord) -> Vec<Value> {
    let name = match &item.by {
        RaisedBy::Citizen { number } => upper_first(&scribe.citizen(*number)),
        RaisedBy::Collected { .. } => item.name.clone(),
    };
    vec![
        Value::Number(item.id),
        text(name),
        text(&item.village),
        text(&item.text),
        maybe(item.answer.as_deref()),
        text(upper_first(&scribe.result(item))),
        when(scribe, item),
        text(level(scribe, item)),
        text(scribe.class(item.class.as_ref())),
        maybe(item.topic.as_deref()),
    ]
}

fn more(scribe: Scribe<'_>, item: &ItemRecord) -> Vec<Value> {
    let mut answered: Vec<String> = item
        .answered_by
        .iter()
        .map(|holder| upper_first(&scribe.holder(holder)))
        .collect();
    answered.dedup();
    vec![
        text(answered.join("; ")),
        Value::At(item.raised),
        length(scribe, item, &[Phase::Speech, Phase::FollowUp]),
        length(scribe, item, &[Phase::Answer]),
    ]
}

/// The time of settlement: a day where there is one.
fn when(scribe: Scribe<'_>, item: &ItemRecord) -> Value {
    match &item.class {
        Some(ClassRecord::AnsweredNow) => text(scribe.words.workbook.at_session.as_str()),
        class @ Some(ClassRecord::VerifyLater { due, under, .. }) => {
            due_day(scribe, class.as_ref()).map_or_else(
                || text(upper_first(&scribe.due(*due, under.as_ref()))),
                Value::On,
            )
        }
        Some(ClassRecord::ReportUpward { .. }) | None => Value::Nothing,
    }
}

/// The level or agency that settles an item.
fn level(scribe: Scribe<'_>, item: &ItemRecord) -> String {
    match &item.class {
        Some(ClassRecord::VerifyLater { agency_name, .. }) => {
            agency_name.clone().unwrap_or_default()
        }
        Some(ClassRecord::ReportUpward { authority }) => authority.clone().unwrap_or_default(),
        Some(ClassRecord::AnsweredNow) => item
            .answered_by
            .iter()
            .find_map(|holder| match holder {
                HolderRecord::Agency { name, .. } => Some(name.clone()),
                HolderRecord::Chair { .. } | HolderRecord::Citizen { .. } => None,
            })
            .unwrap_or_else(|| scribe.words.workbook.chair.to_string()),
        None => String::new(),
    }
}

/// How long an item was spoken of, in turns of these phases.
fn length(scribe: Scribe<'_>, item: &ItemRecord, phases: &[Phase]) -> Value {
    let total: Millis = scribe
        .record
        .turns
        .iter()
        .filter(|turn| item.turns.contains(&turn.id) && phases.contains(&turn.phase))
        .filter_map(|turn| turn.span.as_ref().map(|span| span.actual_ms))
        .sum();
    if total == Millis::ZERO {
        Value::Nothing
    } else {
        Value::Length(total)
    }
}

fn phone(scribe: Scribe<'_>, item: &ItemRecord) -> Value {
    match &item.by {
        RaisedBy::Citizen { number } => maybe(
            scribe
                .speaker(*number)
                .and_then(|speaker| speaker.phone.as_deref()),
        ),
        RaisedBy::Collected { .. } => Value::Nothing,
    }
}

fn by_class(scribe: Scribe<'_>) -> Grid {
    let words = &scribe.words.workbook;
    let mut sorted: Vec<&ItemRecord> = scribe.record.items.iter().collect();
    // What has no class yet stands last.
    sorted.sort_by_key(|item| {
        let kind = item.class.as_ref().map(kind_of);
        ClassKind::ALL
            .iter()
            .position(|known| Some(*known) == kind)
            .unwrap_or(usize::MAX)
    });
    sorted_grid(scribe, words.sheet_classes.to_string(), &sorted)
}

fn by_agency(scribe: Scribe<'_>) -> Grid {
    let words = &scribe.words.workbook;
    let mut sorted: Vec<&ItemRecord> = scribe.record.items.iter().collect();
    sorted.sort_by_cached_key(|item| {
        let level = level(scribe, item);
        let place = scribe
            .record
            .agencies
            .iter()
            .position(|agency| agency.name == level)
            .unwrap_or(usize::MAX);
        (level.is_empty(), place, level)
    });
    let mut grid = sorted_grid(scribe, words.sheet_agencies.to_string(), &sorted);
    for (row, item) in grid.rows.iter_mut().zip(&sorted) {
        let level = level(scribe, item);
        let named = if level.is_empty() {
            words.nobody.to_string()
        } else {
            level
        };
        // The agency comes first here, in the place of the class.
        if let Some(first) = row.first_mut() {
            *first = text(named);
        }
    }
    if let Some(first) = grid.columns.first_mut() {
        *first = column(&words.level, 24);
    }
    grid
}

/// Items in another order, told shortly, with what they are sorted by first.
fn sorted_grid(scribe: Scribe<'_>, name: String, items: &[&ItemRecord]) -> Grid {
    let words = &scribe.words.workbook;
    Grid {
        name,
        columns: vec![
            column(&words.class, 22),
            column(&words.number, 6),
            column(&words.topic, 14),
            column(&words.name, 22),
            column(&words.text, 36),
            column(&words.answer, 36),
            column(&words.result, 28),
            column(&words.time, 16),
        ],
        rows: items
            .iter()
            .map(|item| {
                vec![
                    text(scribe.class(item.class.as_ref())),
                    Value::Number(item.id),
                    maybe(item.topic.as_deref()),
                    text(upper_first(&scribe.raiser(item))),
                    text(&item.text),
                    maybe(item.answer.as_deref()),
                    text(upper_first(&scribe.result(item))),
                    when(scribe, item),
                ]
            })
            .collect(),
        frozen: 2,
        printed: 8,
    }
}

fn speaking(scribe: Scribe<'_>) -> Grid {
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

fn turn_row(scribe: Scribe<'_>, turn: &TurnRecord) -> Vec<Value> {
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

fn agenda(scribe: Scribe<'_>) -> Grid {
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

fn step_row(scribe: Scribe<'_>, number: u32, step: &StepRecord) -> Vec<Value> {
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
    let minutes = actual.signed_less(planned) / 60_000;
    i32::try_from(minutes).map_or(Value::Nothing, Value::Minutes)
}

fn deadlines(scribe: Scribe<'_>) -> Grid {
    let words = &scribe.words.workbook;
    let mut rows: Vec<Vec<Value>> = scribe
        .record
        .deadlines
        .iter()
        .map(|deadline| deadline_row(scribe, deadline))
        .collect();
    for slip in slip::all(scribe) {
        for item in &slip.items {
            rows.push(vec![
                text(
                    scribe
                        .words
                        .calendar
                        .item
                        .fill(&[("agency", &slip.name), ("items", &scribe.items(&[item.id]))]),
                ),
                text(item_article(scribe, item)),
                text(&scribe.record.regulation.title.vi),
                when(scribe, item),
                Value::Nothing,
                text(item.id.to_string()),
                text(upper_first(&slip::due(scribe, item))),
            ]);
        }
    }
    Grid {
        name: words.sheet_deadlines.to_string(),
        columns: vec![
            column(&words.what, 44),
            column(&words.article, 18),
            column(&words.source, 26),
            column(&words.due, 14),
            column(&words.condition, 24),
            column(&words.items, 12),
            column(&words.counting, 70),
        ],
        rows,
        frozen: 1,
        printed: 7,
    }
}

fn deadline_row(scribe: Scribe<'_>, deadline: &DeadlineRecord) -> Vec<Value> {
    let record = scribe.record;
    let source = if deadline.source == record.regulation.id {
        record.regulation.title.vi.clone()
    } else {
        scribe
            .words
            .workbook
            .floor
            .fill(&[("source", &deadline.source.0)])
    };
    let ids: Vec<u32> = record
        .items
        .iter()
        .filter(|item| {
            item.class
                .as_ref()
                .is_some_and(|class| deadline.items.contains(&kind_of(class)))
        })
        .map(|item| item.id)
        .collect();
    vec![
        text(&deadline.title.vi),
        text(scribe.cite(&deadline.article)),
        text(source),
        deadline.on.map_or(Value::Nothing, Value::On),
        maybe(
            deadline
                .condition
                .as_ref()
                .map(|condition| condition.vi.as_str()),
        ),
        text(numbers(&ids)),
        text(deadline.counting.join("\n")),
    ]
}

fn item_article(scribe: Scribe<'_>, item: &ItemRecord) -> String {
    match &item.class {
        Some(ClassRecord::VerifyLater {
            under: Some(under), ..
        }) => scribe.cite(&under.article),
        Some(
            ClassRecord::VerifyLater { under: None, .. }
            | ClassRecord::AnsweredNow
            | ClassRecord::ReportUpward { .. },
        )
        | None => String::new(),
    }
}
