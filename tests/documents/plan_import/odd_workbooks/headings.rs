//! Where headings stand and what they are called, and whose words are no headings.

use super::super::books::{C, agencies, row, secretary, session, sheet, speakers, t, xlsx};
use super::{NO_SPEAKER, book, read};

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
