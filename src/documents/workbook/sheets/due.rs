//! The sheet of what is due, with how each day was counted.

use super::super::super::conclusion::kind_of;
use super::super::super::prose::{Prose, numbers, upper_first};
use super::super::super::slip;
use super::super::{Grid, Value};
use super::items::when;
use super::{column, maybe, text};
use crate::documents::words::DueCalendarMessage;
use crate::documents::words::WorkbookMessage;
use crate::domain::record::{ClassRecord, DeadlineRecord, ItemRecord};

pub(super) fn deadlines(scribe: Prose<'_>) -> Grid {
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
                    scribe.words.calendar[DueCalendarMessage::Item]
                        .render(&[("agency", &slip.name), ("items", &scribe.items(&[item.id]))]),
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
        name: words[WorkbookMessage::SheetDeadlines].to_string(),
        columns: vec![
            column(&words[WorkbookMessage::What], 44),
            column(&words[WorkbookMessage::Article], 18),
            column(&words[WorkbookMessage::Source], 26),
            column(&words[WorkbookMessage::Due], 14),
            column(&words[WorkbookMessage::Condition], 24),
            column(&words[WorkbookMessage::Items], 12),
            column(&words[WorkbookMessage::Counting], 70),
        ],
        rows,
        frozen: 1,
        printed: 7,
    }
}

fn deadline_row(scribe: Prose<'_>, deadline: &DeadlineRecord) -> Vec<Value> {
    let record = scribe.record;
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
        text(&deadline.source_title.vi),
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

fn item_article(scribe: Prose<'_>, item: &ItemRecord) -> String {
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
