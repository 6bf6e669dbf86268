//! The sheets of items: all of them with the opinions collected beforehand, by class, by agency.

use super::super::super::conclusion::kind_of;
use super::super::super::ics::due_day;
use super::super::super::prose::{Prose, answer_of, upper_first};
use super::super::{CellValue, ColumnSpec, SheetGrid};
use super::{maybe, text};
use crate::documents::words::WorkbookMessage;
use crate::domain::record::{ClassRecord, Edition, HolderRecord, ItemRecord, RaisedBy};
use crate::domain::regulation::{ClassKind, Phase};
use crate::domain::session::plan::Opinion;
use crate::domain::time::Millis;

/// A row of the table: what was raised, or an opinion collected beforehand that nobody took up.
enum WorkbookItem<'a> {
    Item(&'a ItemRecord),
    Opinion(&'a Opinion),
}

/// A column for the screen that says something of items only.
macro_rules! of_item {
    ($title:expr, $width:expr, $value:expr) => {
        ColumnSpec::new($title, $width, |prose, entry| match entry {
            WorkbookItem::Item(item) => {
                let value: fn(Prose<'_>, &ItemRecord) -> CellValue = $value;
                value(prose, item)
            }
            WorkbookItem::Opinion(_) => CellValue::Nothing,
        })
        .on_screen()
    };
}

/// The columns that regulations name, then those that help. What is private is no column of the public version.
pub(super) fn all(prose: Prose<'_>) -> SheetGrid {
    let words = &prose.words.workbook;
    let mut columns = vec![
        ColumnSpec::new(&words[WorkbookMessage::Number], 6, number),
        ColumnSpec::new(&words[WorkbookMessage::Name], 18, name),
        ColumnSpec::new(&words[WorkbookMessage::Village], 13, village),
        ColumnSpec::new(&words[WorkbookMessage::Text], 32, raised_text),
        ColumnSpec::new(&words[WorkbookMessage::Answer], 32, answer),
        ColumnSpec::new(&words[WorkbookMessage::Result], 26, result),
        ColumnSpec::new(
            &words[WorkbookMessage::Time],
            14,
            |prose, entry| match entry {
                WorkbookItem::Item(item) => when(prose, item),
                WorkbookItem::Opinion(_) => CellValue::Nothing,
            },
        ),
        ColumnSpec::new(&words[WorkbookMessage::Level], 16, settles),
        ColumnSpec::new(&words[WorkbookMessage::Class], 16, class).on_screen(),
        ColumnSpec::new(&words[WorkbookMessage::Topic], 16, topic).on_screen(),
        of_item!(&words[WorkbookMessage::AnsweredBy], 22, answered_by),
        of_item!(
            &words[WorkbookMessage::Raised],
            12,
            |_, item| CellValue::At(item.raised)
        ),
        of_item!(&words[WorkbookMessage::Spoken], 12, |prose, item| {
            length(prose, item, &[Phase::Speech, Phase::Exchange])
        }),
        of_item!(&words[WorkbookMessage::Answering], 12, |prose, item| {
            length(prose, item, &[Phase::Answer])
        }),
        of_item!(&words[WorkbookMessage::Phone], 14, phone).for_the_office(),
        ColumnSpec::new(&words[WorkbookMessage::Prepared], 40, prepared)
            .on_screen()
            .for_the_office(),
    ];
    if !prose.record.venues.is_empty() {
        // Beside where somebody is from; elsewhere there is no such column.
        let venue = ColumnSpec::new(&words[WorkbookMessage::Venue], 13, |_, entry| match entry {
            WorkbookItem::Item(item) => maybe(item.venue.as_deref()),
            WorkbookItem::Opinion(_) => CellValue::Nothing,
        });
        columns.insert(3, venue);
    }
    SheetGrid::of(
        prose,
        &words[WorkbookMessage::SheetItems],
        2,
        columns,
        &entries(prose),
    )
}

/// Everything that was raised, then what had been collected and nobody took up. What was never said in public is no part
/// of the public version.
fn entries(prose: Prose<'_>) -> Vec<WorkbookItem<'_>> {
    let record = prose.record;
    let mut entries: Vec<WorkbookItem<'_>> = record.items.iter().map(WorkbookItem::Item).collect();
    let is_office = matches!(record.edition, Edition::Office { .. });
    let taken_up = |opinion: &&Opinion| {
        let mut items = record.items.iter();
        items.any(|item| item.opinion == Some(opinion.id))
    };
    entries.extend(
        record
            .opinions
            .iter()
            .filter(|opinion| is_office && !taken_up(opinion))
            .map(WorkbookItem::Opinion),
    );
    entries
}

fn number(prose: Prose<'_>, entry: &WorkbookItem<'_>) -> CellValue {
    match entry {
        WorkbookItem::Item(item) => CellValue::Number(item.id),
        WorkbookItem::Opinion(opinion) => text(
            prose.words.workbook[WorkbookMessage::CollectedNumber]
                .render(&[("number", &opinion.id.0)]),
        ),
    }
}

fn name(prose: Prose<'_>, entry: &WorkbookItem<'_>) -> CellValue {
    match entry {
        WorkbookItem::Item(item) => match &item.by {
            RaisedBy::Citizen { number } => text(upper_first(&prose.citizen(*number))),
            RaisedBy::Collected { .. } => text(&item.name),
        },
        WorkbookItem::Opinion(opinion) => text(&opinion.from),
    }
}

fn village(_: Prose<'_>, entry: &WorkbookItem<'_>) -> CellValue {
    match entry {
        WorkbookItem::Item(item) => text(&item.village),
        WorkbookItem::Opinion(opinion) => text(&opinion.village),
    }
}

fn raised_text(_: Prose<'_>, entry: &WorkbookItem<'_>) -> CellValue {
    match entry {
        WorkbookItem::Item(item) => text(&item.text),
        WorkbookItem::Opinion(opinion) => text(&opinion.text),
    }
}

fn answer(_: Prose<'_>, entry: &WorkbookItem<'_>) -> CellValue {
    match entry {
        WorkbookItem::Item(item) => maybe(answer_of(item)),
        WorkbookItem::Opinion(opinion) => maybe(opinion.written_answer()),
    }
}

fn class(prose: Prose<'_>, entry: &WorkbookItem<'_>) -> CellValue {
    match entry {
        WorkbookItem::Item(item) => text(prose.class(item.class.as_ref())),
        WorkbookItem::Opinion(_) => text(prose.words.workbook[WorkbookMessage::Collected].as_str()),
    }
}

fn topic(_: Prose<'_>, entry: &WorkbookItem<'_>) -> CellValue {
    match entry {
        WorkbookItem::Item(item) => maybe(item.topic.as_deref()),
        WorkbookItem::Opinion(opinion) => maybe(opinion.topic.as_deref()),
    }
}

fn prepared(_: Prose<'_>, entry: &WorkbookItem<'_>) -> CellValue {
    match entry {
        WorkbookItem::Item(item) => maybe(item.prepared_answer.as_deref()),
        WorkbookItem::Opinion(opinion) => maybe(opinion.prepared_answer.as_deref()),
    }
}

fn result(prose: Prose<'_>, entry: &WorkbookItem<'_>) -> CellValue {
    let words = &prose.words.workbook;
    match entry {
        WorkbookItem::Item(item) => text(upper_first(&prose.result(item))),
        WorkbookItem::Opinion(opinion) if opinion.written_answer().is_some() => {
            text(words[WorkbookMessage::AnswerPrepared].as_str())
        }
        WorkbookItem::Opinion(_) => text(words[WorkbookMessage::AnswerOpen].as_str()),
    }
}

fn settles(prose: Prose<'_>, entry: &WorkbookItem<'_>) -> CellValue {
    match entry {
        WorkbookItem::Item(item) => text(level(prose, item)),
        WorkbookItem::Opinion(opinion) => {
            let mut agencies = prose.record.agencies.iter();
            let agency = agencies.find(|agency| Some(&agency.id) == opinion.agency.as_ref());
            maybe(agency.map(|agency| agency.name.as_str()))
        }
    }
}

fn answered_by(prose: Prose<'_>, item: &ItemRecord) -> CellValue {
    let mut answered: Vec<String> = item
        .answered_by
        .iter()
        .map(|holder| upper_first(&prose.holder(holder)))
        .collect();
    answered.dedup();
    text(answered.join("; "))
}

/// The time of settlement: a day where there is one; what goes upward is settled when the answer from there comes.
pub(super) fn when(prose: Prose<'_>, item: &ItemRecord) -> CellValue {
    match &item.class {
        Some(ClassRecord::AnsweredNow) => {
            text(prose.words.workbook[WorkbookMessage::AtSession].as_str())
        }
        class @ Some(ClassRecord::VerifyLater { due, under, .. }) => due_day(prose, class.as_ref())
            .map_or_else(
                || text(upper_first(&prose.due(*due, under.as_ref()))),
                CellValue::On,
            ),
        Some(ClassRecord::ReportUpward { due: Some(on), .. }) => CellValue::On(*on),
        Some(ClassRecord::ReportUpward { authority, .. }) => {
            text(prose.words.workbook[WorkbookMessage::UpwardTime].render(&[
                ("authority", &prose.text(authority.as_deref())),
                ("due", &prose.upward_by()),
            ]))
        }
        None => CellValue::Nothing,
    }
}

/// The level or agency that settles an item.
fn level(prose: Prose<'_>, item: &ItemRecord) -> String {
    match &item.class {
        Some(ClassRecord::VerifyLater { agency_name, .. }) => {
            agency_name.clone().unwrap_or_default()
        }
        Some(ClassRecord::ReportUpward { authority, .. }) => authority.clone().unwrap_or_default(),
        Some(ClassRecord::AnsweredNow) => item
            .answered_by
            .iter()
            .find_map(|holder| match holder {
                HolderRecord::Agency { name, .. } => Some(name.clone()),
                HolderRecord::Chair { .. } | HolderRecord::Citizen { .. } => None,
            })
            .unwrap_or_else(|| prose.words.workbook[WorkbookMessage::Chair].to_string()),
        None => String::new(),
    }
}

/// How long an item was spoken of, in turns of these phases.
fn length(prose: Prose<'_>, item: &ItemRecord, phases: &[Phase]) -> CellValue {
    let total: Millis = item
        .turns
        .iter()
        .filter_map(|id| prose.turn(*id))
        .filter(|turn| phases.contains(&turn.phase))
        .filter_map(|turn| turn.span.as_ref().map(|span| span.actual_ms))
        .sum();
    if total == Millis::ZERO {
        CellValue::Nothing
    } else {
        CellValue::Length(total)
    }
}

fn phone(prose: Prose<'_>, item: &ItemRecord) -> CellValue {
    match &item.by {
        RaisedBy::Citizen { number } => maybe(
            prose
                .speaker(*number)
                .and_then(|speaker| speaker.phone.as_deref()),
        ),
        RaisedBy::Collected { .. } => CellValue::Nothing,
    }
}

pub(super) fn by_class(prose: Prose<'_>) -> SheetGrid {
    let words = &prose.words.workbook;
    let mut sorted: Vec<&ItemRecord> = prose.record.items.iter().collect();
    // What has no class yet stands last.
    sorted.sort_by_key(|item| {
        let kind = item.class.as_ref().map(kind_of);
        ClassKind::ALL
            .iter()
            .position(|known| Some(*known) == kind)
            .unwrap_or(usize::MAX)
    });
    let first = ColumnSpec::new(
        &words[WorkbookMessage::Class],
        22,
        |prose, item: &&ItemRecord| text(prose.class(item.class.as_ref())),
    );
    sorted_grid(prose, &words[WorkbookMessage::SheetClasses], first, &sorted)
}

pub(super) fn by_agency(prose: Prose<'_>) -> SheetGrid {
    let words = &prose.words.workbook;
    let mut sorted: Vec<&ItemRecord> = prose.record.items.iter().collect();
    sorted.sort_by_cached_key(|item| {
        let level = level(prose, item);
        let place = prose
            .record
            .agencies
            .iter()
            .position(|agency| agency.name == level)
            .unwrap_or(usize::MAX);
        (level.is_empty(), place, level)
    });
    let first = ColumnSpec::new(
        &words[WorkbookMessage::Level],
        24,
        |prose, item: &&ItemRecord| {
            let level = level(prose, item);
            if level.is_empty() {
                text(prose.words.workbook[WorkbookMessage::Nobody].as_str())
            } else {
                text(level)
            }
        },
    );
    sorted_grid(
        prose,
        &words[WorkbookMessage::SheetAgencies],
        first,
        &sorted,
    )
}

/// Items in another order, told shortly, with what they are sorted by first.
fn sorted_grid<'a>(
    prose: Prose<'_>,
    name: &impl ToString,
    first: ColumnSpec<&'a ItemRecord>,
    items: &[&'a ItemRecord],
) -> SheetGrid {
    let words = &prose.words.workbook;
    SheetGrid::of(
        prose,
        name,
        2,
        vec![
            first,
            ColumnSpec::new(&words[WorkbookMessage::Number], 6, |_, item| {
                CellValue::Number(item.id)
            }),
            ColumnSpec::new(&words[WorkbookMessage::Topic], 14, |_, item| {
                maybe(item.topic.as_deref())
            }),
            ColumnSpec::new(&words[WorkbookMessage::Name], 22, |prose, item| {
                text(prose.raiser_first(item))
            }),
            ColumnSpec::new(&words[WorkbookMessage::Text], 36, |_, item| {
                text(&item.text)
            }),
            ColumnSpec::new(&words[WorkbookMessage::Answer], 36, |_, item| {
                maybe(answer_of(item))
            }),
            ColumnSpec::new(&words[WorkbookMessage::Result], 28, |prose, item| {
                text(upper_first(&prose.result(item)))
            }),
            ColumnSpec::new(&words[WorkbookMessage::Time], 16, |prose, item| {
                when(prose, item)
            }),
        ],
        items,
    )
}
