//! Files that are no workbook, or another kind of one.

use std::path::Path;

use doithoai::documents::plan_import::table::TableFault;
use doithoai::documents::plan_import::{Catalogue, table};
use doithoai::domain::regulation::Regulation;

use super::super::books::{C, by_hand, packed, session, sheet_xml};
use super::super::regulation;
use super::{book, draft_of, read_named};

#[test]
fn text_with_separators_is_a_sheet_each() {
    let regulations = [regulation()];
    let mut session_text = String::new();
    for row in session().rows {
        let cells: Vec<String> = row
            .iter()
            .map(|cell| match cell {
                C::T(text) => format!("\"{text}\""),
                _ => String::new(),
            })
            .collect();
        session_text.push_str(&cells.join(";"));
        session_text.push_str("\r\n");
    }
    let (plan, _) = read_named(session_text.as_bytes(), "phien.csv");
    assert_eq!(plan.title, "Đối thoại thử");
    let people = "sep=,\nSố,Họ và tên,Nội dung phát biểu\n1,\"Mẩy, Lý Thị\",\"Nước\nsạch\"\n";
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("phien.csv"), &session_text).unwrap();
    std::fs::write(folder.path().join("Người phát biểu.csv"), people).unwrap();
    std::fs::write(folder.path().join("ghi chu.docx"), "không đọc").unwrap();
    let catalogue = Catalogue {
        regulations: &regulations,
        regulation: None,
    };
    let draft = doithoai::documents::plan_import::read(folder.path(), &catalogue).unwrap();
    assert_eq!(draft.plan.speakers[0].name, "Mẩy, Lý Thị");
    assert_eq!(draft.plan.speakers[0].subjects[0].text, "Nước sạch");
    assert_eq!(draft.plan.place, "Hội trường");
}

#[test]
fn files_that_are_no_workbooks_end_in_a_clear_fault() {
    let fault = |bytes: &[u8]| table::read(bytes, Path::new("x.xlsx")).unwrap_err();
    let plain = book(&[]);
    // cut off
    assert!(matches!(
        fault(&plain[..plain.len() / 2]),
        TableFault::Damaged { .. }
    ));
    // a text document in the same kind of package
    let document = packed(&[
        ("[Content_Types].xml".into(), "<Types/>".into()),
        ("word/document.xml".into(), "<w/>".into()),
    ]);
    assert_eq!(fault(&document), TableFault::NotATable);
    // a picture
    assert_eq!(
        fault(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0"),
        TableFault::NotATable
    );
    assert_eq!(fault(b""), TableFault::NotATable);
    // with a password: a container that holds the encrypted package
    assert_eq!(fault(&locked()), TableFault::Protected);
}

/// An old container whose one stream has the name that encrypted workbooks have.
fn locked() -> Vec<u8> {
    let wide = |name: &str| -> Vec<u8> { name.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    let mut bytes = include_bytes!("../data/sample.xls").to_vec();
    let (old, new) = (wide("Workbook"), wide("EncryptedPackage"));
    let at = bytes
        .windows(old.len())
        .position(|window| window == old)
        .unwrap();
    bytes[at..at + new.len()].copy_from_slice(&new);
    bytes[at + 64] = u8::try_from(new.len() + 2).unwrap();
    bytes
}

#[test]
fn files_that_claim_more_than_they_are_end_in_a_clear_fault() {
    let fault = |bytes: &[u8]| table::read(bytes, Path::new("x.xlsx")).unwrap_err();
    // twenty-five megabytes of blanks, packed into a few kilobytes
    let blanks = sheet_xml(&[], &" ".repeat(25 * 1024 * 1024));
    let bomb = by_hand(&[("Phiên", blanks)], "");
    assert!(bomb.len() < 200_000);
    assert_eq!(fault(&bomb), TableFault::TooLarge);
    // the largest rectangle there is, with two cells
    let corners = "<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData></worksheet>";
    let book = by_hand(&[("Phiên", corners.to_owned())], "");
    let read = table::read(&book, Path::new("x.xlsx")).unwrap();
    assert_eq!(read.sheets[0].cells().len(), 2);
    // a million rows that repeat one cell
    let repeated = r#"<office:document-content><office:body><office:spreadsheet><table:table table:name="A"><table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="string" table:number-columns-repeated="1000"><text:p>x</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#;
    let ods = packed(&[
        (
            "mimetype".into(),
            "application/vnd.oasis.opendocument.spreadsheet".into(),
        ),
        ("content.xml".into(), repeated.into()),
    ]);
    assert_eq!(fault(&ods), TableFault::TooLarge);
    // beyond the last row
    let beyond = "<worksheet><sheetData><row r=\"4000000\"><c r=\"A4000000\"><v>1</v></c></row></sheetData></worksheet>";
    assert!(matches!(
        fault(&by_hand(&[("Phiên", beyond.to_owned())], "")),
        TableFault::Damaged { .. }
    ));
}

#[test]
fn what_libre_office_saved_is_the_same_plan_in_every_format() {
    let sample = doithoai::documents::plan_import::parse(include_bytes!("../data/sample.ron"))
        .unwrap()
        .plan;
    let regulations: Vec<Regulation> = doithoai::store::profiles::all(None)
        .into_iter()
        .filter_map(|listed| listed.profile.ok())
        .collect();
    for (name, bytes) in [
        ("sample.ods", &include_bytes!("../data/sample.ods")[..]),
        ("sample.xls", &include_bytes!("../data/sample.xls")[..]),
        ("sample.xlsx", &include_bytes!("../data/sample.xlsx")[..]),
    ] {
        let draft = draft_of(bytes, name, &regulations).unwrap();
        assert_eq!(draft.plan, sample, "{name}");
    }
}
