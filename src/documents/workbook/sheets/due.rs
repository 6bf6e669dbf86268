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
use crate::domain::regulation::Scope;

/// A duty of the regulation, or an item that an agency owes an answer to.
enum DueRow<'a> {
    Duty(&'a DeadlineRecord),
    Item(String, &'a ItemRecord),
}

pub(super) fn deadlines(prose: Prose<'_>) -> SheetGrid {
    let words = &prose.words.workbook;
    let mut rows: Vec<DueRow<'_>> = prose.record.deadlines.iter().map(DueRow::Duty).collect();
    for slip in slip::all(prose) {
        let owed = slip.items.iter();
        rows.extend(owed.map(|item| DueRow::Item(slip.name.clone(), item)));
    }
    SheetGrid::of(
        prose,
        &words[WorkbookMessage::SheetDeadlines],
        1,
        vec![
            ColumnSpec::new(&words[WorkbookMessage::What], 44, what),
            ColumnSpec::new(&words[WorkbookMessage::Article], 18, article),
            ColumnSpec::new(&words[WorkbookMessage::Source], 26, source),
            ColumnSpec::new(&words[WorkbookMessage::Due], 14, |prose, row| match row {
                DueRow::Duty(duty) => duty.on.map_or(CellValue::Nothing, CellValue::On),
                DueRow::Item(_, item) => when(prose, item),
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
            ColumnSpec::new(&words[WorkbookMessage::Items], 12, |prose, row| match row {
                DueRow::Duty(duty) => text(numbers(&items_under(prose, duty))),
                DueRow::Item(_, item) => text(item.id.to_string()),
            }),
            ColumnSpec::new(
                &words[WorkbookMessage::Counting],
                70,
                |prose, row| match row {
                    DueRow::Duty(duty) => text(duty.counting.join("\n")),
                    DueRow::Item(_, item) => text(upper_first(&slip::due(prose, item))),
                },
            ),
        ],
        &rows,
    )
}

fn what(prose: Prose<'_>, row: &DueRow<'_>) -> CellValue {
    match row {
        DueRow::Duty(duty) => text(&duty.title.vi),
        DueRow::Item(agency, item) => text(
            prose.words.calendar[DueCalendarMessage::Item]
                .render(&[("agency", agency), ("items", &prose.items(&[item.id]))]),
        ),
    }
}

fn source(prose: Prose<'_>, row: &DueRow<'_>) -> CellValue {
    match row {
        DueRow::Duty(duty) => text(&duty.source_title.vi),
        // As the duties of the same regulation are told.
        DueRow::Item(..) => {
            let mut duties = prose.record.deadlines.iter();
            let own = duties.find(|duty| duty.scope == Scope::Session);
            text(own.map_or(&prose.record.regulation.title.vi, |duty| {
                &duty.source_title.vi
            }))
        }
    }
}

fn article(prose: Prose<'_>, row: &DueRow<'_>) -> CellValue {
    match row {
        DueRow::Duty(duty) => text(prose.cite(&duty.article)),
        DueRow::Item(_, item) => match &item.class {
            Some(ClassRecord::VerifyLater {
                under: Some(under), ..
            }) => text(prose.cite(&under.article)),
            Some(
                ClassRecord::VerifyLater { under: None, .. }
                | ClassRecord::AnsweredNow
                | ClassRecord::ReportUpward { .. },
            )
            | None => CellValue::Nothing,
        },
    }
}

fn items_under(prose: Prose<'_>, duty: &DeadlineRecord) -> Vec<u32> {
    let items = prose.record.items.iter();
    items
        .filter(|item| {
            let class = item.class.as_ref();
            class.is_some_and(|class| duty.items.contains(&kind_of(class)))
        })
        .map(|item| item.id)
        .collect()
}
