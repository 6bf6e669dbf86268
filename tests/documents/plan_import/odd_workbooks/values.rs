//! What a spreadsheet made of a value: days, telephone numbers, letters, formulas.

use super::super::books::{
    C, agencies, by_hand, secretary, session, session_with, sheet_xml, speakers, t,
};
use super::{NO_SPEAKER, book, read, with_session};

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
