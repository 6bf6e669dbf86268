//! The workbook of a report, read by another library: each figure is a count of its raw rows.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};
use doithoai::documents::DossierFile;

use super::{made, year};
use crate::dossier::readers::{bytes, parts};

type Rows = Vec<Vec<Data>>;

pub(super) fn sheets(files: &[DossierFile]) -> BTreeMap<String, Rows> {
    let book = files
        .iter()
        .find(|file| file.path == "so-lieu.xlsx")
        .unwrap();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(book.bytes.clone())).unwrap();
    let names = book.sheet_names();
    names
        .into_iter()
        .map(|name| {
            let range = book.worksheet_range(&name).unwrap();
            let rows = range.rows().map(<[Data]>::to_vec).collect();
            (name, rows)
        })
        .collect()
}

pub(super) fn text(cell: &Data) -> String {
    match cell {
        Data::String(text) => text.clone(),
        Data::Float(number) => number.to_string(),
        Data::Int(number) => number.to_string(),
        Data::Bool(_)
        | Data::DateTime(_)
        | Data::DateTimeIso(_)
        | Data::DurationIso(_)
        | Data::Error(_)
        | Data::Empty => String::new(),
    }
}

pub(super) fn number(cell: &Data) -> usize {
    text(cell).parse().unwrap_or_else(|_| panic!("{cell:?}"))
}

#[test]
fn every_figure_of_the_workbook_is_a_count_of_its_raw_rows() {
    let (_, files, _) = made(&year());
    let sheets = sheets(&files);
    let raw = &sheets["DL ý kiến"];
    let column = |row: &[Data], letter: char| text(&row[letter as usize - 'A' as usize]);
    let count = |wanted: &[(char, &str)]| {
        raw.iter()
            .skip(1)
            .filter(|row| wanted.iter().all(|(at, what)| column(row, *at) == *what))
            .count()
    };
    let mut counted = 0;
    for (sheet, label) in [
        ("Theo lĩnh vực", 'H'),
        ("Theo cơ quan", 'J'),
        ("Theo đơn vị", 'C'),
    ] {
        let rows = &sheets[sheet];
        let heads: Vec<String> = rows[3].iter().map(text).collect();
        for row in rows.iter().skip(4).filter(|row| !text(&row[0]).is_empty()) {
            let name = text(&row[0]);
            for (head, cell) in heads.iter().zip(row).skip(1) {
                let of = |at, what| count(&[('B', "Kỳ này"), (label, &name), (at, what)]);
                let expected = match head.as_str() {
                    "Hội nghị" => continue,
                    "Ý kiến" => count(&[('B', "Kỳ này"), (label, &name)]),
                    "Đã hẹn" => of('I', "Trả lời sau") + of('I', "Báo cáo cấp trên"),
                    "Trả lời ngay" | "Trả lời sau" | "Báo cáo cấp trên" | "Chưa phân loại" => {
                        of('I', head)
                    }
                    state => of('M', state),
                };
                assert_eq!(number(cell), expected, "{sheet}: {name}: {head}");
                counted += 1;
            }
        }
    }
    for row in sheets["Tổng hợp"]
        .iter()
        .skip(4)
        .filter(|row| row.len() > 2)
    {
        let (label, this, before) = (text(&row[0]), &row[1], &row[2]);
        for (period, cell) in [("Kỳ này", this), ("Kỳ trước", before)] {
            let expected = match label.as_str() {
                "Ý kiến" => count(&[('B', period)]),
                "Trả lời ngay" | "Trả lời sau" | "Báo cáo cấp trên" | "Chưa phân loại" => {
                    count(&[('B', period), ('I', &label)])
                }
                "Đúng hạn" | "Muộn" | "Quá hạn" | "Chưa đến hạn" | "Ở cấp trên" => {
                    count(&[('B', period), ('M', &label)])
                }
                _ => continue,
            };
            assert_eq!(number(cell), expected, "{label}");
            counted += 1;
        }
    }
    assert!(counted > 100, "{counted}");
    // Every table figure is a formula over these rows, so whoever opens the workbook can count again.
    let book = files
        .iter()
        .find(|file| file.path == "so-lieu.xlsx")
        .unwrap();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(book.bytes.clone())).unwrap();
    let formulas = book.worksheet_formula("Theo lĩnh vực").unwrap();
    assert!(
        formulas
            .used_cells()
            .all(|(_, _, formula)| formula.contains("SUMPRODUCT"))
    );
    assert!(formulas.used_cells().count() > 20);
}

#[test]
fn the_raw_rows_can_be_read_and_printed_in_whole_columns() {
    let (_, files, _) = made(&year());
    let parts = parts(bytes(&files, "so-lieu.xlsx"));
    let sheets = parts
        .iter()
        .filter(|(path, _)| path.starts_with("xl/worksheets/sheet"));
    let mut raw = 0;
    for (path, xml) in sheets {
        assert!(xml.contains(r#"orientation="landscape""#), "{path}");
        assert!(xml.contains(r#"<pageSetUpPr fitToPage="1"/>"#), "{path}");
        // A text that goes on below has its height: no row of a raw sheet is left to whoever opens it.
        let is_raw = xml.contains(r#"<pane ySplit="1""#);
        let rows = xml.matches("<row ").count();
        let high = xml.matches(r#"customHeight="1""#).count();
        assert!(!is_raw || rows == high, "{path}: {rows} {high}");
        raw += usize::from(is_raw);
    }
    assert_eq!(raw, 2);
}
