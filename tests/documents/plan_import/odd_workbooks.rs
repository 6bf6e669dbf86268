//! Workbooks as they really come: each of them ends in a plan, or in findings that name the cell.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a story looks at the cells that it made"
)]

use std::path::Path;

use doithoai::documents::plan_import::table::{self, TableFault};
use doithoai::documents::plan_import::{
    Catalogue, Findings, Location, PlanDraft, from_workbook, words,
};
use doithoai::domain::i18n::Lang;
use doithoai::domain::regulation::Regulation;
use doithoai::domain::session::plan::Plan;

use super::books::{
    C, S, agencies, by_hand, packed, row, secretary, session, session_with, sheet, sheet_xml,
    speakers, t, xlsx,
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
fn every_way_to_write_the_day_is_the_same_day() {
    let ways: Vec<(C, &str)> = vec![
        (t("25/11/2026"), "08:30:00"),
        (t("25-11-26"), "08:30:00"),
        (t("2026-11-25"), "08:30:00"),
        (t("25.11.2026"), "08:30:00"),
        (t("ngày 25 tháng 11 năm 2026"), "08:30:00"),
        (t("Thứ tư, ngày 25/11/2026"), "08:30:00"),
        (C::D(2026, 11, 25), "08:30:00"),
        (C::N(46_351.0), "08:30:00"),
        (t("25\u{a0}/\u{a0}11/2026"), "08:30:00"),
    ];
    for (way, time) in ways {
        let (plan, found) = read(&with_session(session_with("Ngày tổ chức", way)));
        assert_eq!(found, [NO_SPEAKER]);
        assert_eq!(plan.held.to_string(), format!("2026-11-25 {time}"));
    }
    for (way, time) in [
        (t("13h30"), "13:30:00"),
        (t("1 giờ 30 chiều"), "13:30:00"),
        (C::N(0.5625), "13:30:00"),
        (C::N(9.0), "09:00:00"),
        (C::E, "08:00:00"),
    ] {
        let (plan, found) = read(&with_session(session_with("Giờ bắt đầu", way)));
        assert_eq!(found, [NO_SPEAKER]);
        assert_eq!(plan.held.to_string(), format!("2026-11-25 {time}"));
    }
}

#[test]
fn days_counted_from_1904_are_the_days_that_were_meant() {
    let mut rows = session().rows;
    rows[3][1] = C::N(46_351.0 - 1462.0);
    let bytes = by_hand(
        &[("Phiên", sheet_xml(&rows, ""))],
        r#"<workbookPr date1904="1"/>"#,
    );
    let (plan, _) = read(&bytes);
    assert_eq!(plan.held.to_string(), "2026-11-25 08:30:00");
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
fn headings_stand_anywhere_in_the_first_rows_in_any_order_and_by_other_names() {
    let mut rows = vec![row(&["UBND XÃ"]), row(&[]), row(&["DANH SÁCH ĐĂNG KÝ"])];
    rows.extend((0..8).map(|_| row(&[])));
    rows.push(row(&[
        "Nội dung kiến nghị",
        "SĐT",
        "HỌ TÊN NGƯỜI ĐĂNG KÝ",
        "Ghi chú",
        "Thôn/bản",
        "STT",
    ]));
    rows.push(row(&[
        "Đường hỏng",
        "",
        "Bà Lý Thị Mẩy",
        "đã gọi",
        "Nà Hỏi",
        "7",
    ]));
    let (plan, found) = read(&book(&[sheet("Sheet1", rows)]));
    assert_eq!(found, ["? column_unread Sheet1 D12"]);
    let person = &plan.speakers[0];
    assert_eq!((person.number.0, person.name.as_str()), (7, "Lý Thị Mẩy"));
    assert_eq!(person.honorific, "Bà");
    assert_eq!(person.village, "Nà Hỏi");
    assert_eq!(person.subjects[0].text, "Đường hỏng");
}

#[test]
fn merged_headings_and_numbers_under_them_are_no_people() {
    let mut list = sheet(
        "Đăng ký phát biểu",
        vec![
            row(&["STT", "Người phát biểu", "", "Nội dung"]),
            row(&["", "Họ và tên", "Thôn", ""]),
            row(&["(1)", "(2)", "(3)", "(4)"]),
            row(&["1", "Lý Thị Mẩy", "Nà Hỏi", "Nước"]),
        ],
    );
    list.merged = vec![(0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 1, 3)];
    let (plan, found) = read(&book(&[list]));
    assert_eq!(found, Vec::<String>::new());
    assert_eq!(plan.speakers.len(), 1);
    assert_eq!(plan.speakers[0].subjects[0].text, "Nước");
}

#[test]
fn a_second_subject_stands_on_the_next_row() {
    // blank, merged, or with the same number and name again
    let blank = speakers(&[
        &["1", "Lý Thị Mẩy", "Nà Hỏi", "", "Nước", ""],
        &["", "", "", "", "Đường", ""],
        &["2", "Giàng A Chớ", "", "", "Sóng", ""],
    ]);
    let mut merged = blank.clone();
    merged.merged = vec![(1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 2, 2)];
    let again = speakers(&[
        &["1", "Lý Thị Mẩy", "Nà Hỏi", "", "Nước", ""],
        &["1", "Lý Thị Mẩy", "Nà Hỏi", "", "Đường", ""],
        &["2", "Giàng A Chớ", "", "", "Sóng", ""],
    ]);
    for list in [blank, merged, again] {
        let (plan, found) = read(&book(&[list]));
        assert_eq!(found, Vec::<String>::new());
        assert_eq!(plan.speakers.len(), 2);
        assert_eq!(plan.speakers[0].subjects.len(), 2);
        assert_eq!(plan.speakers[0].subjects[1].text, "Đường");
    }
}

#[test]
fn a_village_merged_over_several_people_is_that_of_each() {
    let mut list = speakers(&[
        &["1", "Lý Thị Mẩy", "Nà Hỏi", "", "Nước", ""],
        &["2", "Giàng A Chớ", "", "", "Sóng", ""],
    ]);
    list.merged = vec![(1, 2, 2, 2)];
    let (plan, _) = read(&book(&[list]));
    assert_eq!(plan.speakers[1].village, "Nà Hỏi");
}

#[test]
fn titles_across_the_table_and_sums_are_passed_over_and_said() {
    let mut list = speakers(&[
        &["I. Thôn Nà Hỏi", "", "", "", "", ""],
        &["1", "Lý Thị Mẩy", "Nà Hỏi", "", "Nước", ""],
        &["Tổng cộng: 1 người", "", "", "", "", ""],
    ]);
    list.merged = vec![(1, 0, 1, 5)];
    let (plan, found) = read(&book(&[list]));
    assert_eq!(plan.speakers.len(), 1);
    assert_eq!(
        found,
        [
            "? row_unread Người phát biểu A2",
            "? row_unread Người phát biểu A4"
        ]
    );
}

#[test]
fn two_tables_under_each_other_are_both_read() {
    let list = speakers(&[
        &["1", "Lý Thị Mẩy", "", "", "Nước", ""],
        &[],
        &["Họ và tên", "Số", "Nội dung phát biểu", "", "", ""],
        &["Giàng A Chớ", "2", "Sóng", "", "", ""],
    ]);
    let (plan, found) = read(&book(&[list]));
    assert_eq!(found, Vec::<String>::new());
    assert_eq!(plan.speakers[1].name, "Giàng A Chớ");
    assert_eq!(plan.speakers[1].subjects[0].text, "Sóng");
}

#[test]
fn somebody_whose_words_are_those_of_headings_is_still_somebody() {
    // a name of one word, and places and matters that are called as columns are
    let list = speakers(&[
        &["1", "Nguyễn", "thôn", "", "Ý kiến", "Cơ quan"],
        &["", "Công dân", "Tổ dân phố", "", "Kiến nghị về đất", ""],
        &["3", "Lò Thị Số", "bản", "", "số điện thoại", ""],
    ]);
    let agencies = sheet(
        "Cơ quan",
        vec![
            row(&["Tên cơ quan"]),
            row(&["Cơ quan Thuế"]),
            row(&["Cơ quan"]),
        ],
    );
    let (plan, found) = read(&xlsx(&[session(), agencies, secretary(), list]));
    let names: Vec<&str> = plan.speakers.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["Nguyễn", "Công dân", "Lò Thị Số"], "{found:?}");
    assert_eq!(plan.speakers[0].subjects[0].text, "Ý kiến");
    assert_eq!(plan.speakers[2].subjects[0].text, "số điện thoại");
    assert_eq!(found, Vec::<String>::new());
    // an opinion of such words, where two columns are needed
    let opinions = sheet(
        "Ý kiến thu thập",
        vec![
            row(&[
                "Số",
                "Người, đơn vị nêu",
                "Thôn, đơn vị",
                "Nội dung ý kiến",
                "Lĩnh vực",
            ]),
            row(&["1", "Cử tri thôn Nà Hỏi", "thôn", "Ý kiến", "Chủ đề"]),
        ],
    );
    let (plan, _) = read(&book(&[opinions]));
    assert_eq!(plan.opinions[0].text, "Ý kiến");
}

#[test]
fn headings_that_come_again_on_a_further_page_are_no_person() {
    let list = speakers(&[
        &["1", "Lý Thị Mẩy", "", "", "Nước", ""],
        &[
            "Số",
            "Họ và tên",
            "Thôn, đơn vị",
            "Điện thoại",
            "Nội dung phát biểu",
            "Cơ quan trả lời",
        ],
        &["2", "Giàng A Chớ", "", "", "Sóng", ""],
    ]);
    let (plan, found) = read(&book(&[list]));
    assert_eq!(plan.speakers.len(), 2);
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn two_tables_side_by_side_are_refused_by_name() {
    let list = sheet(
        "Người phát biểu",
        vec![
            row(&["Số", "Họ và tên", "", "Số", "Họ và tên"]),
            row(&["1", "Lý Thị Mẩy", "", "2", "Giàng A Chớ"]),
        ],
    );
    let (_, found) = read(&book(&[list]));
    assert_eq!(
        found,
        [
            "! heading_twice Người phát biểu D1",
            "! heading_twice Người phát biểu E1"
        ]
    );
}

#[test]
fn telephone_numbers_get_back_what_a_spreadsheet_took() {
    let mut list = speakers(&[]);
    list.rows.push(vec![
        C::N(1.0),
        t("Lý Thị Mẩy"),
        C::E,
        C::N(912_345_678.0),
        t("Nước"),
    ]);
    list.rows.push(vec![
        C::N(2.0),
        t("Giàng A Chớ"),
        C::E,
        t("+84 912 345 679"),
    ]);
    let (plan, found) = read(&book(&[list]));
    assert_eq!(plan.speakers[0].phone.as_deref(), Some("0912345678"));
    assert_eq!(plan.speakers[1].phone.as_deref(), Some("0912 345 679"));
    assert_eq!(
        found,
        [
            "? phone_mended Người phát biểu D2",
            "? phone_mended Người phát biểu D3"
        ]
    );
}

#[test]
fn formulas_without_a_result_and_errors_name_their_cell() {
    let mut rows = session().rows;
    rows[5][1] = C::F("B3&\"x\"", "");
    rows[6][1] = C::F("VLOOKUP", "#N/A");
    let bytes = by_hand(&[("Phiên", sheet_xml(&rows, ""))], "");
    let (_, found) = read(&bytes);
    assert_eq!(
        found[..2],
        ["! uncomputed Phiên B6", "! cell_error Phiên B7"]
    );
    // and one that was computed is its result
    let computed = session_with("Địa điểm", C::F("=\"Hội \"&\"trường\"", "Hội trường"));
    let (plan, found) = read(&with_session(computed));
    assert_eq!(found, [NO_SPEAKER]);
    assert_eq!(plan.place, "Hội trường");
}

#[test]
fn letters_taken_apart_curly_quotes_and_hard_blanks_come_out_clean() {
    let apart = "Nguye\u{302}\u{303}n Thi\u{323} U\u{31b}o\u{31b}\u{301}c";
    let list = speakers(&[&[
        "1",
        apart,
        "thôn\u{a0}Nà\u{200b} Hỏi",
        "",
        "“Đường”\nhỏng",
        "phòng  KINH tế xã",
    ]]);
    let (plan, found) = read(&book(&[list]));
    assert_eq!(found, Vec::<String>::new());
    assert_eq!(plan.speakers[0].name, "Nguyễn Thị Ước");
    assert_eq!(plan.speakers[0].village, "thôn Nà Hỏi");
    assert_eq!(plan.speakers[0].subjects[0].text, "“Đường” hỏng");
    assert!(plan.speakers[0].subjects[0].agency.is_some());
}

#[test]
fn old_letters_are_converted_with_a_warning_whether_the_font_or_the_words_prove_them() {
    let tcvn3 = speakers(&[
        &[
            "1",
            "NguyÔn ThÞ ¦íc",
            "th«n Nµ Hái",
            "",
            "§\u{ad}êng háng",
            "",
        ],
        &["2", "Lý ThÞ MÈy", "b¶n Ph¸ng", "", "N\u{ad}íc s¹ch", ""],
    ]);
    let mut by_font = speakers(&[&["1", "Hoµng Hµ", "", "", "", ""]]);
    by_font.font = Some(".VnTime");
    let vni = speakers(&[
        &[
            "1",
            "Nguyeãn Thò Öôùc",
            "thoân Naø Hoûi",
            "",
            "Ñöôøng hoûng",
            "",
        ],
        &["2", "Lyù Thò Maåy", "", "", "Nöôùc saïch", ""],
    ]);
    let (plan, found) = read(&book(&[tcvn3]));
    assert_eq!(found, ["? old_letters Người phát biểu -"]);
    assert_eq!(plan.speakers[0].name, "Nguyễn Thị Ước");
    assert_eq!(plan.speakers[0].subjects[0].text, "Đường hỏng");
    assert_eq!(plan.speakers[1].subjects[0].text, "Nước sạch");
    let (plan, _) = read(&book(&[by_font]));
    assert_eq!(plan.speakers[0].name, "Hoàng Hà");
    let (plan, found) = read(&book(&[vni]));
    assert_eq!(found, ["? old_letters Người phát biểu -"]);
    assert_eq!(plan.speakers[0].name, "Nguyễn Thị Ước");
    assert_eq!(plan.speakers[0].village, "thôn Nà Hỏi");
}

#[test]
fn hidden_sheets_are_not_read_and_hidden_rows_are() {
    let mut hidden = speakers(&[&["9", "Người Ẩn", "", "", "", ""]]);
    hidden.name = "Đăng ký".into();
    hidden.hidden = true;
    let mut list = speakers(&[
        &["1", "Lý Thị Mẩy", "", "", "Nước", ""],
        &["2", "Giàng A Chớ", "", "", "Sóng", ""],
    ]);
    list.hidden_rows = vec![2];
    let (plan, found) = read(&book(&[hidden, list]));
    assert_eq!(plan.speakers.len(), 2);
    assert_eq!(
        found,
        [
            "? sheet_hidden Đăng ký -",
            "? rows_hidden Người phát biểu -"
        ]
    );
}

#[test]
fn hidden_columns_are_read_and_named_whoever_wrote_the_workbook() {
    // given columns C and D hidden, and one in which nothing stands, as three programs write it
    let written: [(&str, &[u8]); 2] = [
        ("an.ods", include_bytes!("data/hidden-columns.ods")),
        ("an.xls", include_bytes!("data/hidden-columns.xls")),
    ];
    let list = speakers(&[&["1", "Lý Thị Mẩy", "thôn Nà Hỏi", "0900000001", "Nước"]]);
    let narrow = |columns: &str| {
        let sheets = [session(), agencies(), secretary(), list.clone()];
        let sheets = sheets.map(|sheet| (sheet.name, sheet_xml(&sheet.rows, "")));
        let mut sheets: Vec<(&str, String)> = sheets
            .iter()
            .map(|(name, xml)| (name.as_str(), xml.clone()))
            .collect();
        let columns = format!("<cols>{columns}</cols><sheetData>");
        sheets[3].1 = sheets[3].1.replace("<sheetData>", &columns);
        by_hand(&sheets, "")
    };
    let hidden = narrow(
        r#"<col min="3" max="4" width="9" hidden="1"/><col min="9" max="16384" hidden="1"/>"#,
    );
    let drawn_together =
        narrow(r#"<col min="3" max="3" width="0"/><col min="4" max="4" width="0.0"/>"#);
    let by_us: [(&str, &[u8]); 2] = [("an.xlsx", &hidden), ("an.xlsx", &drawn_together)];
    for (name, bytes) in written.into_iter().chain(by_us) {
        let regulations = [regulation()];
        let draft = draft_of(bytes, name, &regulations).unwrap();
        // then what stands in them is in the plan
        assert_eq!(draft.plan.speakers[0].village, "thôn Nà Hỏi", "{name}");
        // and whoever does not see them is told that they are read
        let findings = draft.check(Some(&regulations[0]));
        assert_eq!(
            told(&findings),
            ["? columns_hidden Người phát biểu -"],
            "{name}"
        );
        let sentence = words::warning(&findings.warnings[0], Lang::Vi);
        assert!(sentence.contains("cột C, D bị ẩn"), "{sentence}");
    }
}

#[test]
fn a_sheet_that_is_no_part_of_a_plan_is_named_once() {
    let (_, found) = read(&book(&[sheet(
        "Dự toán",
        vec![row(&["Khoản", "Tiền"]), row(&["Nước uống", "200000"])],
    )]));
    assert_eq!(found, ["? sheet_unread Dự toán -", NO_SPEAKER]);
}

#[test]
fn the_first_sheet_may_lie_across_or_have_its_values_behind_a_colon() {
    let labels: Vec<String> = session().rows[1..]
        .iter()
        .map(|row| match &row[0] {
            C::T(text) => text.clone(),
            _ => String::new(),
        })
        .collect();
    let values: Vec<C> = session().rows[1..]
        .iter()
        .map(|row| row[1].clone())
        .collect();
    let across = sheet(
        "Kế hoạch",
        vec![
            labels.iter().map(|label| t(label)).collect(),
            values.clone(),
        ],
    );
    let (plan, found) = read(&xlsx(&[across, agencies(), secretary()]));
    assert_eq!(found, [NO_SPEAKER]);
    assert_eq!(plan.place, "Hội trường");
    let behind = labels
        .iter()
        .zip(&values)
        .map(|(label, value)| match value {
            C::T(value) => row(&[&format!("{label}: {value}")]),
            _ => row(&[]),
        })
        .collect();
    let (plan, found) = read(&xlsx(&[
        sheet("Thông tin chung", behind),
        agencies(),
        secretary(),
    ]));
    assert_eq!(found, [NO_SPEAKER]);
    assert_eq!(plan.chair.name, "Hoàng Văn Đức");
    assert_eq!(plan.held.to_string(), "2026-11-25 08:30:00");
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
fn a_number_in_a_name_a_day_in_a_village_and_an_endless_text_are_told() {
    let mut list = speakers(&[]);
    list.rows.push(vec![
        C::N(1.0),
        t("Lý Thị Mẩy"),
        C::D(2026, 5, 12),
        C::E,
        t(&"dài ".repeat(9000)),
    ]);
    let bytes = by_hand(
        &[
            ("Phiên", sheet_xml(&session().rows, "")),
            ("Cơ quan", sheet_xml(&agencies().rows, "")),
            ("Đại biểu", sheet_xml(&secretary().rows, "")),
            ("Người phát biểu", sheet_xml(&list.rows, "")),
        ],
        "",
    );
    let (_, found) = read(&bytes);
    assert_eq!(
        found,
        [
            "! too_long Người phát biểu E2",
            "? date_in_text Người phát biểu C2"
        ]
    );
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
    let mut bytes = include_bytes!("data/sample.xls").to_vec();
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
    let sample = doithoai::documents::plan_import::parse(include_bytes!("data/sample.ron"))
        .unwrap()
        .plan;
    let regulations: Vec<Regulation> = doithoai::store::profiles::all(None)
        .into_iter()
        .filter_map(|listed| listed.profile.ok())
        .collect();
    for (name, bytes) in [
        ("sample.ods", &include_bytes!("data/sample.ods")[..]),
        ("sample.xls", &include_bytes!("data/sample.xls")[..]),
        ("sample.xlsx", &include_bytes!("data/sample.xlsx")[..]),
    ] {
        let draft = draft_of(bytes, name, &regulations).unwrap();
        assert_eq!(draft.plan, sample, "{name}");
    }
}

#[test]
fn headings_too_far_down_are_told_with_their_cell() {
    let mut rows: Vec<_> = (0..20).map(|_| Vec::new()).collect();
    rows.push(row(&["TT", "Họ và tên", "Nội dung phát biểu"]));
    rows.push(row(&["1", "Lý Thị Mẩy", "Nước"]));
    let (plan, found) = read(&book(&[sheet("Người phát biểu", rows)]));
    assert!(plan.speakers.is_empty());
    assert_eq!(found[0], "! heading_too_low Người phát biểu B21");
}

#[test]
fn a_table_that_lies_across_makes_no_headings_into_people() {
    let across = sheet(
        "Người phát biểu",
        vec![
            row(&["Họ và tên", "Lý Thị Mẩy", "Giàng A Chớ"]),
            row(&["Thôn", "Nà Hỏi", "Pá Hốc"]),
            row(&["Điện thoại", "0900 000 001", ""]),
            row(&["Nội dung phát biểu", "Nước", "Rác"]),
        ],
    );
    let (plan, found) = read(&book(&[across]));
    assert!(plan.speakers.is_empty());
    assert_eq!(found[0], "! lying_across Người phát biểu A1");
    // somebody in a list of names alone may still be called as a heading is
    let names = sheet(
        "Người phát biểu",
        vec![row(&["Họ và tên"]), row(&["Lý Thị Mẩy"]), row(&["Thôn"])],
    );
    let (plan, _) = read(&book(&[names]));
    assert_eq!(plan.speakers.len(), 2);
}

#[test]
fn a_number_of_the_list_before_a_name_is_none_of_it() {
    let (plan, _) = read(&book(&[speakers(&[
        &["1", "1. Lý Thị Mẩy", "", "", "Nước", ""],
        &["2", "2/ Bà Giàng Thị Chớ", "", "", "Rác", ""],
        &["3", "3 hộ dân Nà Hỏi", "", "", "Điện", ""],
        &["4", "12-", "", "", "Đường", ""],
    ])]));
    let names: Vec<&str> = plan
        .speakers
        .iter()
        .map(|speaker| speaker.name.as_str())
        .collect();
    assert_eq!(names[0], "Lý Thị Mẩy");
    assert!(names[1].ends_with("Giàng Thị Chớ") && !names[1].contains('2'));
    assert_eq!(names[2..], ["3 hộ dân Nà Hỏi", "12-"]);
}

#[test]
fn what_a_sheet_has_no_line_for_is_told_by_the_lines_name_in_the_order_of_the_sheet() {
    let regulations = [regulation()];
    let only_people = xlsx(&[speakers(&[&["1", "Lý Thị Mẩy", "", "", "Nước", ""]])]);
    let draft = draft_of(&only_people, "ke-hoach.xlsx", &regulations).unwrap();
    let findings = draft.check(Some(&regulations[0]));
    let headings = |findings: &[Option<Location>]| -> Vec<String> {
        let heading = |at: &Option<Location>| match at {
            Some(Location::Cell(place)) => place.heading.clone().unwrap_or_default(),
            other => panic!("nobody finds {other:?}"),
        };
        findings.iter().map(heading).collect()
    };
    let faults: Vec<_> = findings.faults.iter().map(|one| one.at.clone()).collect();
    assert_eq!(
        headings(&faults),
        [
            "Văn bản áp dụng",
            "Tên buổi đối thoại",
            "Ngày tổ chức",
            "Địa điểm",
            "Người chủ trì",
            "Chức vụ người chủ trì",
        ]
    );
    let warnings: Vec<_> = findings.warnings.iter().map(|one| one.at.clone()).collect();
    assert!(headings(&warnings).contains(&"Cơ quan tổ chức".to_owned()));
}

#[test]
fn tables_of_several_kinds_below_each_other_are_each_read_as_what_they_are() {
    let people = |count: usize| -> Vec<Vec<C>> {
        let person = |number: usize| {
            let number = number.to_string();
            let name = format!("Người Thứ {number}");
            row(&[number.as_str(), name.as_str(), "Nà Hỏi", "Nước"])
        };
        (1..=count).map(person).collect()
    };
    // given people, and far below them what was collected, on a sheet that says nothing of what it holds
    for (name, count) in [("Danh sách", 2), ("Sheet1", 40), ("Người phát biểu", 3)] {
        let mut rows = vec![
            row(&["DANH SÁCH ĐĂNG KÝ"]),
            row(&["STT", "Họ và tên", "Thôn, đơn vị", "Nội dung phát biểu"]),
        ];
        rows.extend(people(count));
        rows.push(Vec::new());
        rows.push(row(&["Ý KIẾN GỬI TRƯỚC"]));
        rows.push(row(&[
            "STT",
            "Người, đơn vị nêu",
            "Thôn",
            "Nội dung ý kiến",
            "Cơ quan trả lời",
        ]));
        rows.push(row(&[
            "1",
            "Nhân dân thôn A",
            "A",
            "Đường hỏng",
            "Công an xã",
        ]));
        let (plan, found) = read(&book(&[sheet(name, rows)]));
        assert_eq!(plan.speakers.len(), count, "{name} {found:?}");
        assert_eq!(plan.opinions.len(), 1, "{name} {found:?}");
        assert_eq!(plan.opinions[0].from, "Nhân dân thôn A");
        // titles across a sheet are told where they are passed over, and nothing else is
        assert!(
            found.iter().all(|told| told.starts_with("? row_unread")),
            "{name} {found:?}"
        );
    }
    // a fault is told where it stands, in the second table, too
    let mut rows = vec![row(&["STT", "Họ và tên", "Nội dung phát biểu"])];
    rows.extend([row(&["1", "Lý Thị Mẩy", "Nước"]), Vec::new()]);
    rows.push(row(&[
        "STT",
        "Người, đơn vị nêu",
        "Nội dung ý kiến",
        "Cơ quan trả lời",
    ]));
    rows.push(row(&["1", "Thôn A", "Đường hỏng", "Sở Không Có"]));
    let (_, found) = read(&book(&[sheet("Tổng hợp", rows)]));
    assert_eq!(found[0], "! unknown_agency Tổng hợp D5", "{found:?}");
    // and a list that goes on below an empty row, with headings of its own or without, stays one list
    let mut rows = vec![row(&[
        "STT",
        "Họ và tên",
        "Thôn, đơn vị",
        "Nội dung phát biểu",
    ])];
    rows.extend([row(&["1", "Lý Thị Mẩy", "Nà Hỏi", "Nước"]), Vec::new()]);
    rows.push(row(&["STT", "Họ và tên", "Nội dung"]));
    rows.extend([
        row(&["2", "Giàng A Chớ", "Sóng"]),
        Vec::new(),
        row(&["3", "Vàng Thị Dợ", "Điện"]),
    ]);
    let (plan, found) = read(&book(&[sheet("Danh sách", rows)]));
    assert_eq!(found, Vec::<String>::new());
    assert_eq!(plan.speakers.len(), 3);
}

#[test]
fn a_session_and_its_lists_on_one_sheet_are_read() {
    let mut all = session().rows;
    all.push(Vec::new());
    all.extend(agencies().rows);
    all.push(Vec::new());
    all.extend(secretary().rows);
    all.push(Vec::new());
    all.extend(speakers(&[&["1", "Lý Thị Mẩy", "Nà Hỏi", "", "Nước", "Công an xã"]]).rows);
    for name in ["Sheet1", "Kế hoạch"] {
        let (plan, found) = read(&xlsx(&[sheet(name, all.clone())]));
        assert_eq!(found, Vec::<String>::new(), "{name} {plan:?}");
        assert_eq!(plan.title, "Đối thoại thử");
        assert_eq!(plan.agencies.len(), 2);
        assert_eq!(plan.secretaries.len(), 1);
        assert_eq!(plan.speakers[0].name, "Lý Thị Mẩy");
        assert!(plan.speakers[0].subjects[0].agency.is_some());
    }
}

#[test]
fn a_name_in_two_columns_is_one_name() {
    for heading in [
        "Họ và tên đệm",
        "Họ",
        "HỌ ĐỆM",
        "Họ và chữ lót",
        "Họ lót (*)",
    ] {
        let people = sheet(
            "Người phát biểu",
            vec![
                row(&["DANH SÁCH"]),
                row(&[
                    "STT",
                    "Xưng hô",
                    heading,
                    "Tên",
                    "Thôn",
                    "Nội dung phát biểu",
                ]),
                row(&["1", "bà", "Lý Thị", "Mẩy", "Nà Hỏi", "Nước"]),
                row(&["2", "", "", "Chớ", "Háng Chua", "Sóng"]),
                row(&["3", "", "Vàng Thị Dợ", "", "Lũng Mười", "Điện"]),
                row(&["4", "", "", "", "Suối Lê", "Đường"]),
            ],
        );
        let officials = sheet(
            "Đại biểu",
            vec![
                row(&["Họ đệm", "Tên", "Chức vụ", "Vai trò"]),
                row(&["Lò Văn", "Thưởng", "Công chức", "Thư ký"]),
            ],
        );
        let (plan, found) = read(&xlsx(&[session(), agencies(), officials, people]));
        let names: Vec<&str> = plan
            .speakers
            .iter()
            .map(|person| person.name.as_str())
            .collect();
        assert_eq!(
            names[..3],
            ["Lý Thị Mẩy", "Chớ", "Vàng Thị Dợ"],
            "{heading}"
        );
        assert_eq!(plan.secretaries[0].name, "Lò Văn Thưởng");
        // who has neither is missed at the column of names
        let faults: Vec<&String> = found.iter().filter(|told| told.starts_with('!')).collect();
        assert_eq!(faults, ["! empty Người phát biểu C6"], "{heading}");
    }
}
