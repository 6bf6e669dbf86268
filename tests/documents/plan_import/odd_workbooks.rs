//! Workbooks as they really come: each of them ends in a plan, or in findings that name the cell.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a story looks at the cells that it made"
)]

mod files;
mod headings;
mod tables;
mod values;

use std::path::Path;

use doithoai::documents::plan_import::table::TableFault;
use doithoai::documents::plan_import::{
    Catalogue, Findings, Location, PlanDraft, from_workbook, table,
};
use doithoai::domain::regulation::Regulation;
use doithoai::domain::session::plan::Plan;

use super::books::{
    C, S, agencies, row, secretary, session, session_with, sheet, speakers, t, xlsx,
};
use super::regulation;

fn draft_of(bytes: &[u8], name: &str, regulations: &[Regulation]) -> Result<PlanDraft, TableFault> {
    let catalogue = Catalogue {
        regulations,
        regulation: None,
    };
    table::read(bytes, Path::new(name)).map(|book| from_workbook(book, &catalogue))
}

/// Each finding as `kind cell`, faults first.
fn told(findings: &Findings) -> Vec<String> {
    let place = |at: &Option<Location>| match at {
        Some(Location::Cell(place)) => {
            let cell = place.cell().unwrap_or_else(|| "-".to_owned());
            format!("{} {cell}", place.sheet)
        }
        other => format!("{other:?}"),
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

/// Reads a workbook and tells its plan and what was found.
fn read(bytes: &[u8]) -> (Plan, Vec<String>) {
    read_named(bytes, "ke-hoach.xlsx")
}

fn read_named(bytes: &[u8], name: &str) -> (Plan, Vec<String>) {
    let regulations = [regulation()];
    let draft = draft_of(bytes, name, &regulations).unwrap();
    let findings = draft.check(Some(&regulations[0]));
    (draft.plan, told(&findings))
}

fn book(more: &[S]) -> Vec<u8> {
    let mut sheets = vec![session(), agencies(), secretary()];
    sheets.extend(more.iter().cloned());
    xlsx(&sheets)
}

fn with_session(session: S) -> Vec<u8> {
    xlsx(&[session, agencies(), secretary()])
}

const NO_SPEAKER: &str = "? no_speaker Người phát biểu -";

#[test]
fn a_plain_workbook_is_a_plan() {
    let (plan, found) = read(&book(&[speakers(&[&[
        "1",
        "Nguyễn Thị Ước",
        "thôn Nà Hỏi",
        "0900 000 001",
        "Đường hỏng",
        "Phòng Kinh tế xã",
    ]])]));
    assert_eq!(found, Vec::<String>::new());
    assert_eq!(plan.held.to_string(), "2026-11-25 08:30:00");
    assert_eq!(plan.regulation.0, "small");
    assert_eq!(plan.speakers.len(), 1);
    assert_eq!(plan.speakers[0].number.0, 1);
    assert_eq!(
        plan.speakers[0].subjects[0].agency.as_ref().unwrap().0,
        "phong-kinh-te-xa"
    );
    assert_eq!(plan.secretaries.len(), 1);
}

#[test]
fn every_fault_is_told_at_once_with_its_cell() {
    let sheets = [
        session_with("Ngày tổ chức", t("hôm nào rảnh")),
        sheet(
            "Cơ quan",
            vec![row(&["Tên cơ quan"]), row(&["Phòng Kinh tế xã"])],
        ),
        speakers(&[
            &["1", "Nguyễn Thị Ước", "", "", "Đường hỏng", "Sở Ngoại vụ"],
            &["hai", "Lý Thị Mẩy", "", "", "Nước", ""],
            &["1", "Giàng A Chớ", "", "", "", ""],
            &["4", "", "thôn A", "", "Điện", ""],
        ]),
    ];
    let (_, found) = read(&xlsx(&sheets));
    assert_eq!(
        found,
        [
            "! not_a_date Phiên B4",
            "! unknown_agency Người phát biểu F2",
            "! not_a_number Người phát biểu A3",
            "! number_twice Người phát biểu A4",
            "! empty Người phát biểu B5",
            "? no_secretary Đại biểu -",
        ]
    );
}

#[test]
fn what_is_needed_and_missing_is_asked_for_by_name() {
    let mut sheet = session();
    sheet.rows.remove(2);
    sheet.rows[4][1] = C::E;
    let (_, found) = read(&with_session(sheet));
    assert_eq!(
        found,
        ["! missing Phiên -", "! missing Phiên B5", NO_SPEAKER]
    );
    // and a workbook without the sheet is asked for all of it
    let (_, found) = read(&xlsx(&[speakers(&[&["1", "Lý Thị Mẩy", "", "", "", ""]])]));
    assert_eq!(
        found.iter().filter(|f| f.starts_with("! missing")).count(),
        6
    );
}

#[test]
fn examples_are_never_people_unless_somebody_made_them_so() {
    let example = [
        "Ví dụ",
        "Nguyễn Thị Ví Dụ",
        "thôn Ví Dụ",
        "0900 000 000",
        "Đề nghị sửa đường trục thôn",
        "",
    ];
    let mut list = speakers(&[&example]);
    list.rows[0].push(t("Lĩnh vực"));
    list.rows[0].push(t("Xưng hô"));
    list.rows[1].push(t("Đường giao thông"));
    list.rows[1].push(t("Bà"));
    let (plan, found) = read(&book(std::slice::from_ref(&list)));
    assert_eq!(
        (plan.speakers.len(), found),
        (0, vec![NO_SPEAKER.to_owned()])
    );
    // changed, and still marked: nothing is lost silently
    list.rows[1][1] = t("Nguyễn Thị Ước");
    let (_, found) = read(&book(std::slice::from_ref(&list)));
    assert_eq!(found, ["! example_changed Người phát biểu A2", NO_SPEAKER]);
    list.rows[1][0] = t("1");
    let (plan, found) = read(&book(&[list]));
    assert_eq!((plan.speakers.len(), found), (1, vec![]));
}

#[test]
fn agencies_are_found_by_part_of_their_name_and_made_where_there_is_no_list() {
    let list = speakers(&[&["1", "Lý Thị Mẩy", "", "", "Nước", "Phòng Kinh tế"]]);
    let (plan, found) = read(&book(std::slice::from_ref(&list)));
    assert_eq!(found, ["? agency_meant Người phát biểu F2"]);
    assert!(plan.speakers[0].subjects[0].agency.is_some());
    let (plan, found) = read(&xlsx(&[session(), secretary(), list]));
    assert_eq!(found, ["? agency_made Người phát biểu F2"]);
    assert_eq!(plan.agencies[0].name, "Phòng Kinh tế");
}

#[test]
fn an_unknown_regulation_or_choice_names_what_there_is() {
    let (_, found) = read(&with_session(session_with(
        "Văn bản áp dụng",
        t("Quy chế lạ"),
    )));
    assert_eq!(found[0], "! unknown_regulation Phiên B2");
    let (_, found) = read(&with_session(session_with(
        "Loại hình đối thoại",
        t("hằng tuần"),
    )));
    assert_eq!(found[0], "! unknown_mode Phiên B12");
    let (_, found) = read(&with_session(session_with("Cấp", t("cấp huyện"))));
    assert_eq!(found[0], "! not_a_choice Phiên B12");
    let (_, found) = read(&with_session(session_with(
        "Thời gian mỗi lượt phát biểu (phút)",
        t("ba phút"),
    )));
    assert_eq!(found[0], "! not_minutes Phiên B12");
    let (plan, found) = read(&with_session(session_with(
        "Cách lấy ý kiến",
        t("theo lượt 3 người"),
    )));
    assert_eq!(found, [NO_SPEAKER]);
    assert_eq!(format!("{:?}", plan.settings.taking), "InBatches(3)");
}
