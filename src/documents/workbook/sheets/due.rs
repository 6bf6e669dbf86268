//! The sheet of what is due, with how each day was counted.

use super::super::super::conclusion::kind_of;
use super::super::super::prose::{Prose, numbers, upper_first};
use super::super::super::slip;
use super::super::{CellValue, ColumnSpec, SheetGrid};
use super::items::when;
use super::{maybe, text};
use crate::documents::words::DueCalendarMessage;
use crate::documents::words::WorkbookMessage;
use crate::domain::record::{ClassRecord, DeadlineRecord, ItemRecord};

/// A duty of the regulation, or an item that an agency owes an answer to.
enum DueRow<'a> {
    Duty(&'a DeadlineRecord),
    Item(String, &'a ItemRecord),
}

pub(super) fn deadlines(scribe: Prose<'_>) -> SheetGrid {
    let words = &scribe.words.workbook;
    let mut rows: Vec<DueRow<'_>> = scribe.record.deadlines.iter().map(DueRow::Duty).collect();
    for slip in slip::all(scribe) {
        let owed = slip.items.iter();
        rows.extend(owed.map(|item| DueRow::Item(slip.name.clone(), item)));
    }
    SheetGrid::of(
        scribe,
        &words[WorkbookMessage::SheetDeadlines],
        1,
        vec![
            ColumnSpec::new(&words[WorkbookMessage::What], 44, what),
            ColumnSpec::new(&words[WorkbookMessage::Article], 18, article),
            ColumnSpec::new(&words[WorkbookMessage::Source], 26, source),
            ColumnSpec::new(&words[WorkbookMessage::Due], 14, |scribe, row| match row {
                DueRow::Duty(duty) => duty.on.map_or(CellValue::Nothing, CellValue::On),
                DueRow::Item(_, item) => when(scribe, item),
            }),
            ColumnSpec::new(&words[WorkbookMessage::Condition], 24, |_, row| match row {
                DueRow::Duty(duty) => {
                    let waived = duty.waived.as_ref().map(|rule| rule.text.vi.as_str());
                    maybe(
                        waived.or(duty
                            .condition
                            .as_ref()
                            .map(|condition| condition.vi.as_str())),
                    )
                }
                DueRow::Item(..) => CellValue::Nothing,
            }),
            ColumnSpec::new(
                &words[WorkbookMessage::Items],
                12,
                |scribe, row| match row {
                    DueRow::Duty(duty) => text(numbers(&items_under(scribe, duty))),
                    DueRow::Item(_, item) => text(item.id.to_string()),
                },
            ),
            ColumnSpec::new(
                &words[WorkbookMessage::Counting],
                70,
                |scribe, row| match row {
                    DueRow::Duty(duty) => text(duty.counting.join("\n")),
                    DueRow::Item(_, item) => text(upper_first(&slip::due(scribe, item))),
                },
            ),
        ],
        &rows,
    )
}

fn what(scribe: Prose<'_>, row: &DueRow<'_>) -> CellValue {
    match row {
        DueRow::Duty(duty) => text(&duty.title.vi),
        DueRow::Item(agency, item) => text(
            scribe.words.calendar[DueCalendarMessage::Item]
                .render(&[("agency", agency), ("items", &scribe.items(&[item.id]))]),
        ),
    }
}

fn source(scribe: Prose<'_>, row: &DueRow<'_>) -> CellValue {
    match row {
        DueRow::Duty(duty) => text(&duty.source_title.vi),
        DueRow::Item(..) => text(&scribe.record.regulation.title.vi),
    }
}

fn article(scribe: Prose<'_>, row: &DueRow<'_>) -> CellValue {
    match row {
        DueRow::Duty(duty) => text(scribe.cite(&duty.article)),
        DueRow::Item(_, item) => match &item.class {
            Some(ClassRecord::VerifyLater {
                under: Some(under), ..
            }) => text(scribe.cite(&under.article)),
            Some(
                ClassRecord::VerifyLater { under: None, .. }
                | ClassRecord::AnsweredNow
                | ClassRecord::ReportUpward { .. },
            )
            | None => CellValue::Nothing,
        },
    }
}

fn items_under(scribe: Prose<'_>, duty: &DeadlineRecord) -> Vec<u32> {
    let items = scribe.record.items.iter();
    items
        .filter(|item| {
            let class = item.class.as_ref();
            class.is_some_and(|class| duty.items.contains(&kind_of(class)))
        })
        .map(|item| item.id)
        .collect()
}
