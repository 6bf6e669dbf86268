//! The workbook, read back with calamine and as XML.

use std::io::Cursor;

use calamine::{Data, DataType, Range, Reader, Xlsx};
use doithoai::documents::Options;
use doithoai::domain::session::command::Command;
use doithoai::domain::session::item::ItemId;
use doithoai::domain::session::plan::Layout;
use doithoai::domain::text::{is_hidden, visible};

use crate::dossier::readers::{bytes, dossier, parts};
use crate::dossier::stage::{REGULATIONS, everything};

const HEAD: usize = 3;

fn sheet(files: &[doithoai::documents::DossierFile], name: &str) -> Range<Data> {
    let mut book: Xlsx<_> =
        Xlsx::new(Cursor::new(bytes(files, "bang-tong-hop.xlsx").to_vec())).unwrap();
    book.worksheet_range(name).unwrap()
}

/// Every text of the workbook, sheet by sheet.
pub fn texts(bytes: &[u8]) -> Vec<String> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.to_vec())).unwrap();
    let mut texts = Vec::new();
    for name in book.sheet_names() {
        let sheet = book.worksheet_range(&name).unwrap();
        let cells = sheet.used_cells().map(|(_, _, cell)| cell);
        texts.extend(
            cells
                .filter(|cell| cell.is_string())
                .map(ToString::to_string),
        );
    }
    texts
}

/// The column with this title.
fn column(range: &Range<Data>, title: &str) -> usize {
    range
        .rows()
        .nth(HEAD)
        .unwrap()
        .iter()
        .position(|cell| cell == &Data::String(title.into()))
        .unwrap_or_else(|| panic!("no column {title}"))
}

#[test]
fn every_item_stands_in_the_table_with_the_six_columns_and_more() {
    for id in REGULATIONS {
        let stage = everything(id, Layout::State);
        let record = stage.record();
        let files = dossier(&stage, &Options::default());
        let all = sheet(&files, "Tổng hợp");
        let rows: Vec<&[Data]> = all.rows().skip(HEAD + 1).collect();
        // What was collected before and nobody took up stands below, with the answer that was prepared.
        let collected: Vec<_> = record
            .opinions
            .iter()
            .filter(|opinion| {
                record
                    .items
                    .iter()
                    .all(|item| item.opinion != Some(opinion.id))
            })
            .collect();
        assert_eq!(rows.len(), record.items.len() + collected.len(), "{id}");
        for (row, opinion) in rows.iter().skip(record.items.len()).zip(&collected) {
            let cell = |title: &str| row[column(&all, title)].to_string();
            assert_eq!(cell("Nội dung kiến nghị"), opinion.text);
            assert_eq!(
                cell("Nội dung trả lời"),
                opinion.prepared_answer.clone().unwrap()
            );
            assert_eq!(cell("Cấp, cơ quan giải quyết"), "Phòng Kinh tế xã");
        }
        for (row, item) in rows.iter().zip(&record.items) {
            let cell = |title: &str| row[column(&all, title)].to_string();
            assert!(cell("Tên tổ chức, cá nhân").contains(&item.name), "{id}");
            assert_eq!(cell("Nội dung kiến nghị"), item.text);
            assert_eq!(
                cell("Nội dung trả lời"),
                item.answer.clone().unwrap_or_default()
            );
            for title in [
                "Kết quả hoặc hướng giải quyết",
                "Thời gian giải quyết",
                "Cấp, cơ quan giải quyết",
                "Phân loại",
            ] {
                assert!(!cell(title).is_empty(), "{id}: {title}");
            }
        }
        for name in ["Theo phân loại", "Theo cơ quan"] {
            assert_eq!(
                sheet(&files, name).rows().count() - HEAD - 1,
                record.items.len()
            );
        }
        let speaking = sheet(&files, "Thời gian phát biểu");
        assert_eq!(speaking.rows().count() - HEAD - 1, record.turns.len());
        let due = sheet(&files, "Hạn xử lý");
        assert!(due.rows().count() - HEAD > record.deadlines.len());
    }
}

#[test]
fn dates_and_durations_are_real_ones() {
    let stage = everything("lao-cai-7-qc-tu-2025", Layout::State);
    let files = dossier(&stage, &Options::default());
    let all = sheet(&files, "Tổng hợp");
    let due = column(&all, "Thời gian giải quyết");
    let dates: Vec<String> = all
        .rows()
        .skip(HEAD + 1)
        .filter_map(|row| match &row[due] {
            // Spreadsheets count days from here.
            Data::DateTime(date) => chrono::NaiveDate::from_ymd_opt(1899, 12, 30)
                .and_then(|first| first.checked_add_days(chrono::Days::new(date.as_f64() as u64)))
                .map(|date| date.to_string()),

            Data::Int(_)
            | Data::Float(_)
            | Data::String(_)
            | Data::Bool(_)
            | Data::DateTimeIso(_)
            | Data::DurationIso(_)
            | Data::Error(_)
            | Data::Empty => None,
        })
        .collect();
    // 45 days after the session is a Saturday, so it rolls on; and the day the chair named
    assert_eq!(dates, ["2027-01-11", "2026-12-18"]);
    let speaking = sheet(&files, "Thời gian phát biểu");
    let lasted = column(&speaking, "Thực tế");
    let turns = stage.record().turns;
    for (row, turn) in speaking.rows().skip(HEAD + 1).zip(&turns) {
        let Data::DateTime(length) = &row[lasted] else {
            panic!("{:?}", row[lasted]);
        };
        let seconds = (length.as_f64() * 86_400.0).round() as u64;
        assert_eq!(seconds, turn.span.as_ref().unwrap().actual_ms.seconds());
    }
}

#[test]
fn sheets_have_a_frozen_head_a_filter_and_print_on_a4_across() {
    let files = dossier(&everything("dien-bien", Layout::Party), &Options::default());
    let parts = parts(bytes(&files, "bang-tong-hop.xlsx"));
    let mut sheets = 0;
    for (name, part) in &parts {
        if name.starts_with("xl/worksheets/sheet") {
            sheets += 1;
            assert!(part.contains(r#"state="frozen""#), "{name}");
            assert!(part.contains("<autoFilter"), "{name}");
            assert!(part.contains(r#"paperSize="9""#), "{name}");
            assert!(part.contains(r#"orientation="landscape""#), "{name}");
            assert!(part.contains("<cols>"), "{name}");
        }
    }
    assert_eq!(sheets, 6);
    assert_eq!(
        parts["xl/workbook.xml"]
            .matches("_xlnm.Print_Titles")
            .count(),
        6
    );
    assert!(parts["xl/styles.xml"].contains(r#"wrapText="1""#));
}

#[test]
fn what_a_citizen_wrote_is_never_a_formula() {
    let mut stage = everything("dien-bien", Layout::State);
    let item = stage.session.state().items[0].id;
    stage.act(doithoai::domain::session::command::Command::EditItem {
        item,
        text: "=HYPERLINK(\"http://x\")".into(),
    });
    let files = dossier(&stage, &Options::default());
    let parts = parts(bytes(&files, "bang-tong-hop.xlsx"));
    assert!(
        parts
            .iter()
            .all(|(name, part)| !name.starts_with("xl/worksheets/sheet") || !part.contains("<f>"))
    );
}

#[test]
fn signs_that_steer_are_shown_in_every_cell_and_every_calendar_entry() {
    let mut stage = everything(REGULATIONS[0], Layout::State);
    let item = stage.record().items[0].id;
    let text = "Đường\u{202e}gnohk\u{1b}[31m đỏ\u{9b}";
    stage.act(Command::EditItem {
        item: ItemId(item),
        text: text.into(),
    });
    let files = dossier(&stage, &Options::default());
    let shown = visible(text);
    let cells = texts(bytes(&files, "bang-tong-hop.xlsx"));
    assert!(cells.iter().any(|cell| cell.contains(&*shown)), "{shown}");
    for file in &files {
        // The record says what was said, sign by sign.
        let (_, end) = file.path.rsplit_once('.').unwrap();
        let parts: Vec<String> = match end {
            "json" | "ron" => continue,
            "docx" | "xlsx" => parts(&file.bytes).into_values().collect(),
            _ => vec![String::from_utf8(file.bytes.clone()).unwrap()],
        };
        for part in parts {
            let part = part.replace("\r\n", "\n");
            let hidden = part.chars().find(|letter| is_hidden(*letter));
            assert_eq!(hidden, None, "{}", file.path);
        }
    }
}
