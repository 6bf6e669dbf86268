//! What a file that somebody was sent may cost: whatever is in it, the program ends with an answer, within a hundred
//! megabytes beyond what it needs to start at all.
#![cfg(target_os = "linux")]

use std::fmt::Write as _;
use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::computer::Computer;
use crate::terminal;

const MEGABYTE: u64 = 1024;

/// Runs the program with so much memory, in kilobytes; how it ended and what it said.
fn within(computer: &Computer, kilobytes: u64, arguments: &[&str]) -> (Option<i32>, String) {
    let ran = Command::new("sh")
        .arg("-c")
        .arg(format!("ulimit -v {kilobytes} && exec \"$@\""))
        .arg("sh")
        .arg(terminal::program())
        .args(arguments)
        .env_clear()
        .envs(computer.environment())
        .current_dir(computer.folder())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&ran.stderr).into_owned();
    (ran.status.code(), said)
}

/// The least memory in which the program does anything, in kilobytes: looked for between too little and enough.
fn to_start(computer: &Computer) -> u64 {
    let starts = |kilobytes| within(computer, kilobytes, &["sessions"]).0 == Some(0);
    let (mut little, mut enough) = (0, 1024 * MEGABYTE);
    assert!(starts(enough));
    while enough - little > MEGABYTE {
        let middle = little.midpoint(enough);
        if starts(middle) {
            enough = middle;
        } else {
            little = middle;
        }
    }
    enough
}

/// The same numbers each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % (end.max(1) as u64)).unwrap()
    }
}

type Parts = Vec<(String, Vec<u8>)>;

fn unpacked(bytes: &[u8]) -> Parts {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..zip.len())
        .map(|index| {
            let mut file = zip.by_index(index).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

fn packed(parts: &Parts) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name.as_str(), SimpleFileOptions::default())
            .unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A few changes that keep most of it readable: other bytes, numbers that are far too large, pieces doubled or taken out.
fn changed(bytes: &mut Vec<u8>, dice: &mut Dice) {
    for _ in 0..=dice.below(6) {
        if bytes.is_empty() {
            return;
        }
        let at = dice.below(bytes.len());
        match dice.below(4) {
            0 => bytes[at] = u8::try_from(dice.below(256)).unwrap(),
            1 => {
                let digits = bytes.iter().skip(at).position(u8::is_ascii_digit);
                if let Some(digit) = digits.map(|digit| at + digit) {
                    let huge: &[u8] =
                        [&b"4294967295"[..], b"999999999999", b"-1", b"1e308"][dice.below(4)];
                    bytes.splice(digit..=digit, huge.iter().copied());
                }
            }
            2 => {
                let end = (at + dice.below(400)).min(bytes.len());
                let piece: Vec<u8> = bytes[at..end].to_vec();
                bytes.splice(at..at, piece);
            }
            _ => {
                let end = (at + dice.below(60)).min(bytes.len());
                bytes.drain(at..end);
            }
        }
    }
}

fn sheet(xml: String) -> Vec<u8> {
    let parts: Parts = [
        (
            "_rels/.rels",
            r#"<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#.to_owned(),
        ),
        (
            "xl/workbook.xml",
            r#"<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Phiên" sheetId="1" r:id="rId1"/></sheets></workbook>"#.to_owned(),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#.to_owned(),
        ),
        ("xl/worksheets/sheet1.xml", xml),
    ]
    .into_iter()
    .map(|(name, text)| (name.to_owned(), text.into_bytes()))
    .collect();
    packed(&parts)
}

/// An ODS workbook with one cell that stands in so many rows and columns.
fn repeated(rows: &str, columns: &str) -> Vec<u8> {
    let content = format!(
        r#"<office:document-content><office:body><office:spreadsheet><table:table table:name="A"><table:table-row table:number-rows-repeated="{rows}"><table:table-cell office:value-type="string" table:number-columns-repeated="{columns}"><text:p>x</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    packed(&vec![
        (
            "mimetype".to_owned(),
            b"application/vnd.oasis.opendocument.spreadsheet".to_vec(),
        ),
        ("content.xml".to_owned(), content.into_bytes()),
    ])
}

/// Files that were made to cost much.
fn greedy() -> Vec<(&'static str, Vec<u8>)> {
    let corner = r#"<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>"#;
    // just under what may be unpacked: cells of one letter, and one text of nothing else
    let mut small_cells = String::from("<worksheet><sheetData><row r=\"1\">");
    while small_cells.len() < 19_000_000 {
        small_cells.push_str("<c><v>1</v></c>");
    }
    small_cells.push_str("</row></sheetData></worksheet>");
    let mut rows = String::from("<worksheet><sheetData>");
    let mut number = 0;
    while rows.len() < 19_000_000 {
        number += 1;
        let _ = write!(
            rows,
            r#"<row r="{number}"><c t="inlineStr"><is><t>a</t></is></c></row>"#
        );
    }
    rows.push_str("</sheetData></worksheet>");
    let long = format!(
        r#"<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>{}</t></is></c></row></sheetData></worksheet>"#,
        "a".repeat(19_000_000)
    );
    let deep = format!("<worksheet>{}", "<a>".repeat(6_000_000));
    let merged = format!(
        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData><mergeCells>{}</mergeCells></worksheet>",
        r#"<mergeCell ref="A1:XFD1048576"/>"#.repeat(500_000)
    );
    vec![
        ("corner.xlsx", sheet(corner.to_owned())),
        ("cells.xlsx", sheet(small_cells)),
        ("rows.xlsx", sheet(rows)),
        ("long.xlsx", sheet(long)),
        ("deep.xlsx", sheet(deep)),
        ("merged.xlsx", sheet(merged)),
        ("blanks.xlsx", sheet(" ".repeat(25_000_000))),
        ("repeated.ods", repeated("1048576", "16384")),
        ("wide.ods", repeated("1", "4294967295")),
        ("high.ods", repeated("18446744073709551615", "1")),
        ("commas.csv", ",".repeat(19_000_000).into_bytes()),
        ("lines.csv", "a\n".repeat(9_000_000).into_bytes()),
        (
            "quote.csv",
            format!("\"{}", "a,\n".repeat(6_000_000)).into_bytes(),
        ),
        ("large.csv", "x".repeat(30_000_000).into_bytes()),
        ("brackets.ron", "(".repeat(19_000_000).into_bytes()),
    ]
}

/// Given to the program, a file has to end in an answer: taken, or refused in words.
fn answered(computer: &Computer, limit: u64, name: &str, bytes: &[u8]) {
    std::fs::write(computer.folder().join(name), bytes).unwrap();
    let (code, said) = within(computer, limit, &["new", name]);
    assert!(matches!(code, Some(0 | 1)), "{name}: {code:?} {said}");
    assert!(!said.contains("panicked"), "{name}: {said}");
    std::fs::remove_file(computer.folder().join(name)).unwrap();
}

#[test]
fn files_made_to_cost_much_are_answered_within_a_hundred_megabytes() {
    let computer = Computer::new();
    let limit = to_start(&computer) + 100 * MEGABYTE;
    for (name, bytes) in greedy() {
        answered(&computer, limit, name, &bytes);
    }
}

#[test]
fn random_and_changed_workbooks_and_tables_are_answered_within_a_hundred_megabytes() {
    let computer = Computer::new();
    let limit = to_start(&computer) + 100 * MEGABYTE;
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents/plan_import/data");
    let read = |name: &str| std::fs::read(data.join(name)).unwrap();
    let (xlsx, ods, xls) = (
        unpacked(&read("sample.xlsx")),
        unpacked(&read("sample.ods")),
        read("sample.xls"),
    );
    let csv = "Số,Họ và tên,Thôn,Nội dung phát biểu\n1,Lý Thị Mẩy,Nà Hỏi,\"Nước, đường\"\n"
        .repeat(40)
        .into_bytes();
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    for round in 0..12 {
        for (kind, parts) in [("xlsx", &xlsx), ("ods", &ods)] {
            let mut parts = parts.clone();
            let at = dice.below(parts.len());
            changed(&mut parts[at].1, &mut dice);
            let mut bytes = packed(&parts);
            if dice.below(4) == 0 {
                changed(&mut bytes, &mut dice);
            }
            answered(&computer, limit, &format!("{round}.{kind}"), &bytes);
        }
        for (kind, whole) in [("xls", &xls), ("csv", &csv)] {
            let mut bytes = whole.clone();
            changed(&mut bytes, &mut dice);
            answered(&computer, limit, &format!("{round}.{kind}"), &bytes);
        }
        let length = dice.below(4000);
        let noise: Vec<u8> = (0..length)
            .map(|_| u8::try_from(dice.below(256)).unwrap())
            .collect();
        for kind in ["xlsx", "csv"] {
            answered(&computer, limit, &format!("{round}-noise.{kind}"), &noise);
        }
    }
}
