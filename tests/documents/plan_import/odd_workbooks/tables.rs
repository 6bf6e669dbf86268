//! Several tables on a sheet, several rows for a person, several sheets in one.

use doithoai::documents::plan_import::{Location, words};
use doithoai::domain::i18n::Lang;

use super::super::books::{
    C, agencies, by_hand, row, secretary, session, sheet, sheet_xml, speakers, xlsx,
};
use super::super::regulation;
use super::{NO_SPEAKER, book, draft_of, read, told};

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
        ("an.ods", include_bytes!("../data/hidden-columns.ods")),
        ("an.xls", include_bytes!("../data/hidden-columns.xls")),
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
