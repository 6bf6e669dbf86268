//! The sheets of items: all of them, by class, by agency.

use super::super::super::conclusion::kind_of;
use super::super::super::ics::due_day;
use super::super::super::prose::{Prose, answer_of, upper_first};
use super::super::{Grid, Value};
use super::{column, maybe, text};
use crate::documents::words::WorkbookMessage;
use crate::domain::record::{ClassRecord, Edition, HolderRecord, ItemRecord, RaisedBy};
use crate::domain::regulation::{ClassKind, Phase};
use crate::domain::time::Millis;

/// The columns that regulations name, then those that help. What is private is no column of the public version.
pub(super) fn all(scribe: Prose<'_>) -> Grid {
    let words = &scribe.words.workbook;
    let is_office = matches!(scribe.record.edition, Edition::Office { .. });
    let mut columns = vec![
        column(&words[WorkbookMessage::Number], 6),
        column(&words[WorkbookMessage::Name], 18),
        column(&words[WorkbookMessage::Village], 13),
        column(&words[WorkbookMessage::Text], 32),
        column(&words[WorkbookMessage::Answer], 32),
        column(&words[WorkbookMessage::Result], 26),
        column(&words[WorkbookMessage::Time], 14),
        column(&words[WorkbookMessage::Level], 16),
        column(&words[WorkbookMessage::Class], 16),
        column(&words[WorkbookMessage::Topic], 16),
        column(&words[WorkbookMessage::AnsweredBy], 22),
        column(&words[WorkbookMessage::Raised], 12),
        column(&words[WorkbookMessage::Spoken], 12),
        column(&words[WorkbookMessage::Answering], 12),
    ];
    if is_office {
        columns.push(column(&words[WorkbookMessage::Phone], 14));
        columns.push(column(&words[WorkbookMessage::Prepared], 40));
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
        name: words[WorkbookMessage::SheetItems].to_string(),
        columns,
        rows,
        frozen: 2,
        printed: 8,
    }
}

/// Number, who, whence, what, the answer, the result, by when, by whom; class and topic.
fn six(scribe: Prose<'_>, item: &ItemRecord) -> Vec<Value> {
    let name = match &item.by {
        RaisedBy::Citizen { number } => upper_first(&scribe.citizen(*number)),
        RaisedBy::Collected { .. } => item.name.clone(),
    };
    vec![
        Value::Number(item.id),
        text(name),
        text(&item.village),
        text(&item.text),
        maybe(answer_of(item)),
        text(upper_first(&scribe.result(item))),
        when(scribe, item),
        text(level(scribe, item)),
        text(scribe.class(item.class.as_ref())),
        maybe(item.topic.as_deref()),
    ]
}

fn more(scribe: Prose<'_>, item: &ItemRecord) -> Vec<Value> {
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
pub(super) fn when(scribe: Prose<'_>, item: &ItemRecord) -> Value {
    match &item.class {
        Some(ClassRecord::AnsweredNow) => {
            text(scribe.words.workbook[WorkbookMessage::AtSession].as_str())
        }
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
fn level(scribe: Prose<'_>, item: &ItemRecord) -> String {
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
            .unwrap_or_else(|| scribe.words.workbook[WorkbookMessage::Chair].to_string()),
        None => String::new(),
    }
}

/// How long an item was spoken of, in turns of these phases.
fn length(scribe: Prose<'_>, item: &ItemRecord, phases: &[Phase]) -> Value {
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

fn phone(scribe: Prose<'_>, item: &ItemRecord) -> Value {
    match &item.by {
        RaisedBy::Citizen { number } => maybe(
            scribe
                .speaker(*number)
                .and_then(|speaker| speaker.phone.as_deref()),
        ),
        RaisedBy::Collected { .. } => Value::Nothing,
    }
}

pub(super) fn by_class(scribe: Prose<'_>) -> Grid {
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
    sorted_grid(
        scribe,
        words[WorkbookMessage::SheetClasses].to_string(),
        &sorted,
    )
}

pub(super) fn by_agency(scribe: Prose<'_>) -> Grid {
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
    let mut grid = sorted_grid(
        scribe,
        words[WorkbookMessage::SheetAgencies].to_string(),
        &sorted,
    );
    for (row, item) in grid.rows.iter_mut().zip(&sorted) {
        let level = level(scribe, item);
        let named = if level.is_empty() {
            words[WorkbookMessage::Nobody].to_string()
        } else {
            level
        };
        // The agency comes first here, in the place of the class.
        if let Some(first) = row.first_mut() {
            *first = text(named);
        }
    }
    if let Some(first) = grid.columns.first_mut() {
        *first = column(&words[WorkbookMessage::Level], 24);
    }
    grid
}

/// Items in another order, told shortly, with what they are sorted by first.
fn sorted_grid(scribe: Prose<'_>, name: String, items: &[&ItemRecord]) -> Grid {
    let words = &scribe.words.workbook;
    Grid {
        name,
        columns: vec![
            column(&words[WorkbookMessage::Class], 22),
            column(&words[WorkbookMessage::Number], 6),
            column(&words[WorkbookMessage::Topic], 14),
            column(&words[WorkbookMessage::Name], 22),
            column(&words[WorkbookMessage::Text], 36),
            column(&words[WorkbookMessage::Answer], 36),
            column(&words[WorkbookMessage::Result], 28),
            column(&words[WorkbookMessage::Time], 16),
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
                    maybe(answer_of(item)),
                    text(upper_first(&scribe.result(item))),
                    when(scribe, item),
                ]
            })
            .collect(),
        frozen: 2,
        printed: 8,
    }
}
