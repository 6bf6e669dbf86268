//! Workbooks of programs that keep to the letter of the format and not to its habits, and of people in a hurry: each ends in
//! the plan that was meant, or in findings that name the cell.

use std::path::Path;

use doithoai::documents::plan_import::table::{self, TableFault};
use doithoai::documents::plan_import::{Catalogue, Findings, Location, from_workbook};
use doithoai::domain::session::plan::Plan;
use unicode_normalization::UnicodeNormalization as _;

use super::books::{
    C, agencies, by_hand, packed, row, secretary, session, session_with, sheet, sheet_xml,
    speakers, t, xlsx,
};
use super::regulation;

fn read_as(bytes: &[u8], name: &str) -> Result<(Plan, Vec<String>), TableFault> {
    let regulations = [regulation()];
    let catalogue = Catalogue {
        regulations: &regulations,
        regulation: None,
    };
    let draft = from_workbook(table::read(bytes, Path::new(name))?, &catalogue);
    let findings = draft.check(Some(&regulations[0]));
    Ok((draft.plan, told(&findings)))
}

fn read(bytes: &[u8]) -> (Plan, Vec<String>) {
    read_as(bytes, "ke-hoach.xlsx").unwrap()
}

fn told(findings: &Findings) -> Vec<String> {
    let place = |at: &Option<Location>| match at {
        Some(Location::Cell(place)) => {
            let cell = place.cell().unwrap_or_else(|| "-".to_owned());
            format!("{} {cell}", place.sheet)
        }
        Some(other) => format!("{other:?}"),
        None => "None".to_owned(),
    };
    let faults = findings
        .faults
        .iter()
        .map(|fault| format!("! {} {}", fault.what.kind(), place(&fault.at)));
    let warnings = findings
        .warnings
        .iter()
        .map(|warning| format!("? {} {}", warning.what.kind(), place(&warning.at)));
    faults.chain(warnings).collect()
}

/// The sheets that every session needs, by the writer by hand.
fn needed() -> Vec<(&'static str, String)> {
    vec![
        ("Phiên", sheet_xml(&session().rows, "")),
        ("Cơ quan", sheet_xml(&agencies().rows, "")),
        ("Đại biểu", sheet_xml(&secretary().rows, "")),
    ]
}

fn with_list(xml: String) -> Vec<u8> {
    let mut sheets = needed();
    sheets.push(("Người phát biểu", xml));
    by_hand(&sheets, "")
}

const HEADS: &str = r#"<row><c t="inlineStr"><is><t>Số</t></is></c><c t="inlineStr"><is><t>Họ và tên</t></is></c><c t="inlineStr"><is><t>Nội dung phát biểu</t></is></c></row>"#;

fn names(plan: &Plan) -> Vec<&str> {
    plan.speakers.iter().map(|one| one.name.as_str()).collect()
}

fn subject(plan: &Plan, person: usize) -> &str {
    &plan.speakers[person].subjects[0].text
}

#[test]
fn letters_in_several_runs_are_one_text_and_how_they_are_spoken_is_none_of_it() {
    let xml = format!(
        r#"<worksheet><sheetData>{HEADS}<row><c><v>1</v></c><c t="inlineStr"><is><r><rPr><b/></rPr><t xml:space="preserve">Lý Thị </t></r><r><t>Mẩy</t></r><rPh sb="0" eb="2"><t>ly thi</t></rPh></is></c><c t="inlineStr"><is><t>Nước</t></is></c></row></sheetData></worksheet>"#
    );
    let (plan, found) = read(&with_list(xml));
    assert_eq!(names(&plan), ["Lý Thị Mẩy"]);
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn cells_that_do_not_say_where_they_are_stand_behind_each_other() {
    let xml = format!(
        r#"<worksheet><sheetData>{HEADS}<row><c><v>7</v></c><c t="inlineStr"><is><t>Lý Thị Mẩy</t></is></c><c/></row><row><c/><c t="inlineStr"><is><t>Giàng A Chớ</t></is></c><c t="inlineStr"><is><t>Sóng</t></is></c></row></sheetData></worksheet>"#
    );
    let (plan, _) = read(&with_list(xml));
    assert_eq!(names(&plan), ["Lý Thị Mẩy", "Giàng A Chớ"]);
    assert_eq!(plan.speakers[0].number.0, 7);
    assert_eq!(subject(&plan, 1), "Sóng");
}

#[test]
fn a_program_that_puts_a_prefix_before_every_name_is_understood() {
    let usual = sheet_xml(
        &speakers(&[&["1", "Lý Thị Mẩy", "", "", "Nước", ""]]).rows,
        "",
    );
    let xml = usual
        .replace("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "")
        .replace("</", "\u{1}")
        .replace('<', "<x:")
        .replace('\u{1}', "</x:")
        .replace("<x:worksheet xmlns=", "<x:worksheet xmlns:x=");
    let (plan, found) = read(&with_list(xml));
    assert_eq!(names(&plan), ["Lý Thị Mẩy"]);
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn the_strict_form_of_the_format_is_read_too() {
    let strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    let usual = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let sheets: Vec<(&str, String)> = needed()
        .into_iter()
        .map(|(name, xml)| (name, xml.replace(usual, strict)))
        .collect();
    let (plan, found) = read(&by_hand(&sheets, ""));
    assert_eq!(plan.title, "Đối thoại thử");
    assert_eq!(found, ["? no_speaker Người phát biểu -"]);
}

/// The same package with its parts under other names.
fn renamed(
    bytes: &[u8],
    name: impl Fn(&str) -> String,
    text: impl Fn(String) -> String,
) -> Vec<u8> {
    let parts: Vec<(String, String)> = crate::dossier::readers::parts(bytes)
        .into_iter()
        .map(|(path, xml)| (name(&path), text(xml)))
        .collect();
    packed(&parts)
}

#[test]
fn parts_named_from_the_root_or_with_the_strokes_of_another_system_are_found() {
    let usual = by_hand(&needed(), "");
    let from_root = renamed(&usual, str::to_owned, |xml| {
        xml.replace("Target=\"worksheets/", "Target=\"/xl/worksheets/")
    });
    let backslashes = renamed(&usual, |path| path.replace('/', "\\"), |xml| xml);
    let capitals = renamed(
        &usual,
        |path| path.replace("xl/worksheets/sheet", "xl/worksheets/Sheet"),
        |xml| xml,
    );
    for bytes in [from_root, backslashes, capitals] {
        let (plan, found) = read(&bytes);
        assert_eq!(plan.title, "Đối thoại thử");
        assert_eq!(found, ["? no_speaker Người phát biểu -"]);
    }
}

#[test]
fn a_text_that_the_table_of_texts_does_not_have_is_a_damaged_file_and_no_panic() {
    let xml = r#"<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>4000000000</v></c><c r="B1" t="s"><v>-1</v></c><c r="C1" t="s"><v>x</v></c></row></sheetData></worksheet>"#;
    let fault = read_as(&with_list(xml.to_owned()), "x.xlsx");
    match fault {
        Err(fault) => assert!(matches!(fault, TableFault::Damaged { .. }), "{fault:?}"),
        Ok((_, found)) => assert!(
            found.iter().any(|one| one.contains("Người phát biểu")),
            "{found:?}"
        ),
    }
}

#[test]
fn signs_that_spreadsheets_write_in_numbers_of_letters_are_the_signs_themselves() {
    let list = speakers(&[&[
        "1",
        "Lý Thị Mẩy",
        "",
        "",
        "Đường hỏng_x000D_\nCầu yếu_x0009_lắm",
        "",
    ]]);
    let mut sheets = needed();
    sheets.push(("Người phát biểu", sheet_xml(&list.rows, "")));
    let (plan, found) = read(&by_hand(&sheets, ""));
    assert!(
        !subject(&plan, 0).contains("_x0"),
        "{:?}",
        subject(&plan, 0)
    );
    assert!(
        subject(&plan, 0).starts_with("Đường hỏng"),
        "{:?}",
        subject(&plan, 0)
    );
    assert_eq!(found, Vec::<String>::new());
    // what somebody wrote with such signs around it stays
    let list = speakers(&[&["1", "Lý Thị Mẩy", "", "", "Mã hồ sơ a_x_b_2026_", ""]]);
    let (plan, _) = read(&xlsx(&[session(), agencies(), secretary(), list]));
    assert_eq!(subject(&plan, 0), "Mã hồ sơ a_x_b_2026_");
}

#[test]
fn headings_broken_over_lines_in_capitals_taken_apart_and_marked_are_the_same_headings() {
    let taken_apart: String = "HỌ VÀ TÊN".nfd().collect();
    let list = sheet(
        " NGƯỜI PHÁT BIỂU ",
        vec![
            row(&[
                "S T T",
                &taken_apart,
                "Thôn,\nđơn vị (*)",
                "Số  điện\nthoại:",
                "NỘI DUNG PHÁT BIỂU (tóm tắt)",
            ]),
            row(&["01", "Lý Thị Mẩy", "Nà Hỏi", "0900 000 001", "Nước"]),
            row(&["2.", "Giàng A Chớ", "Pá Hốc", "", "Sóng"]),
        ],
    );
    let (plan, found) = read(&xlsx(&[session(), agencies(), secretary(), list]));
    assert_eq!(names(&plan), ["Lý Thị Mẩy", "Giàng A Chớ"], "{found:?}");
    assert_eq!(plan.speakers[0].village, "Nà Hỏi", "{found:?}");
    assert_eq!(plan.speakers[0].phone.as_deref(), Some("0900 000 001"));
    assert_eq!(
        plan.speakers
            .iter()
            .map(|one| one.number.0)
            .collect::<Vec<_>>(),
        [1, 2]
    );
    assert_eq!(subject(&plan, 0), "Nước");
}

#[test]
fn sheets_named_without_marks_with_numbers_or_blanks_are_known() {
    for name in [
        "Nguoi phat bieu",
        "5. Người phát biểu",
        "Người  phát biểu ",
        "NGƯỜI PHÁT BIỂU",
        "DS người phát biểu",
    ] {
        let mut list = speakers(&[&["1", "Lý Thị Mẩy", "", "", "Nước", ""]]);
        list.name = name.to_owned();
        let (plan, found) = read(&xlsx(&[session(), agencies(), secretary(), list]));
        assert_eq!(names(&plan), ["Lý Thị Mẩy"], "{name}: {found:?}");
    }
}

#[test]
fn a_day_and_its_hour_in_one_cell_are_both_read() {
    for day in [
        C::N(46_351.354_166_67),
        t("25/11/2026 08:30"),
        t("8h30 ngày 25/11/2026"),
        t("2026-11-25T08:30:00"),
    ] {
        let mut session = session_with("Ngày tổ chức", day);
        session
            .rows
            .retain(|row| !matches!(row.first(), Some(C::T(label)) if label == "Giờ bắt đầu"));
        let (plan, found) = read(&xlsx(&[session, agencies(), secretary()]));
        assert_eq!(plan.held.to_string(), "2026-11-25 08:30:00", "{found:?}");
        assert_eq!(found, ["? no_speaker Người phát biểu -"]);
    }
}

#[test]
fn a_phone_that_became_a_power_of_ten_is_the_number_it_was() {
    let mut list = speakers(&[&["1", "Lý Thị Mẩy", "", "", "Nước", ""]]);
    list.rows[1][3] = C::N(9.120_001_01e8);
    let (plan, found) = read(&xlsx(&[session(), agencies(), secretary(), list]));
    assert_eq!(
        plan.speakers[0]
            .phone
            .as_deref()
            .map(|phone| phone.replace(' ', "")),
        Some("0912000101".to_owned()),
        "{found:?}"
    );
}

#[test]
fn a_page_of_a_browser_that_calls_itself_a_workbook_is_told_and_a_workbook_under_another_name_is_read()
 {
    let page = b"<html><head><meta charset=\"utf-8\"></head><body><table><tr><td>1</td></tr></table></body></html>";
    for name in ["danh-sach.xls", "danh-sach.xlsx"] {
        assert_eq!(
            read_as(page, name).unwrap_err(),
            TableFault::NotATable,
            "{name}"
        );
    }
    // what portals hand out as .xls is often a workbook of today
    let bytes = xlsx(&[session(), agencies(), secretary()]);
    for name in [
        "ke-hoach.xls",
        "ke-hoach.XLSX",
        "ke-hoach.xlsm",
        "ke-hoach.ods",
    ] {
        let (plan, _) = read_as(&bytes, name).unwrap();
        assert_eq!(plan.title, "Đối thoại thử", "{name}");
    }
}

#[test]
fn two_thousand_empty_rows_between_two_people_hide_nobody() {
    let mut list = speakers(&[&["1", "Lý Thị Mẩy", "", "", "Nước", ""]]);
    list.rows.extend(std::iter::repeat_n(Vec::new(), 2000));
    list.rows
        .push(row(&["2", "Giàng A Chớ", "", "", "Sóng", ""]));
    let (plan, found) = read(&xlsx(&[session(), agencies(), secretary(), list]));
    assert_eq!(names(&plan), ["Lý Thị Mẩy", "Giàng A Chớ"], "{found:?}");
}

#[test]
fn a_list_with_a_total_of_formulas_and_a_signature_below_has_only_its_people() {
    let mut list = speakers(&[
        &["1", "Lý Thị Mẩy", "Nà Hỏi", "", "Nước", ""],
        &["2", "Giàng A Chớ", "Pá Hốc", "", "Sóng", ""],
    ]);
    list.rows
        .push(vec![t("Tổng số"), C::F("COUNTA(B2:B3)", "2")]);
    list.rows.push(Vec::new());
    list.rows.push(row(&[
        "",
        "",
        "",
        "",
        "Phiêng Mây, ngày 20 tháng 11 năm 2026",
        "",
    ]));
    list.rows.push(row(&["", "", "", "", "NGƯỜI LẬP BIỂU", ""]));
    let (plan, found) = read(&xlsx(&[session(), agencies(), secretary(), list]));
    assert_eq!(names(&plan), ["Lý Thị Mẩy", "Giàng A Chớ"], "{found:?}");
    let matters: Vec<usize> = plan.speakers.iter().map(|one| one.subjects.len()).collect();
    assert_eq!(
        matters,
        [1, 1],
        "what was signed below is no matter of the last person: {:?} {found:?}",
        plan.speakers[1].subjects
    );
}

#[test]
fn where_a_list_has_addresses_only_a_village_is_a_village_and_a_house_stays_private() {
    let list = sheet(
        "Người phát biểu",
        vec![
            row(&["TT", "Họ và tên", "Địa chỉ", "Nội dung"]),
            row(&["1", "Lý Thị Mẩy", "thôn Nà Hỏi", "Nước"]),
            row(&["2", "Giàng A Chớ", "Số nhà 4, thôn Nà Hỏi", "Sóng"]),
            row(&["3", "Hoàng Đình Khuê", "Bản Pá Hốc", "Đường"]),
        ],
    );
    let (plan, found) = read(&xlsx(&[session(), agencies(), secretary(), list]));
    let places: Vec<(&str, Option<&str>)> = plan
        .speakers
        .iter()
        .map(|one| (one.village.as_str(), one.address.as_deref()))
        .collect();
    assert_eq!(
        places,
        [
            ("thôn Nà Hỏi", None),
            ("", Some("Số nhà 4, thôn Nà Hỏi")),
            ("Bản Pá Hốc", None)
        ],
        "{found:?}"
    );
}

#[test]
fn a_telephone_number_with_too_few_digits_is_told_and_taken() {
    let list = speakers(&[
        &["1", "Lý Thị Mẩy", "Nà Hỏi", "12 000 10", "Nước", ""],
        &["2", "Giàng A Chớ", "Pá Hốc", "máy lẻ 12", "Sóng", ""],
        &["3", "Vàng Thị Dợ", "Pá Hốc", "02143 840 034", "Đường", ""],
    ]);
    let (plan, found) = read(&xlsx(&[session(), agencies(), secretary(), list]));
    assert_eq!(plan.speakers[0].phone.as_deref(), Some("12 000 10"));
    assert_eq!(found, ["? phone_length Người phát biểu D2"]);
}
