//! Slips in a form that nobody expects, and files that are no text.

use std::fs;

use doithoai::cli::print::regulations as print;
use doithoai::domain::i18n::Lang;

use super::{PLAIN, changed, check, line_of};

/// What the check says of a file with these bytes.
fn check_bytes(bytes: &[u8]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("xa-moi-2027.ron");
    fs::write(&path, bytes).unwrap();
    match print::check(&path, Lang::Vi) {
        Ok(_) => Vec::new(),
        Err(explained) => explained.because,
    }
}

/// What stands in the text, what is written instead, where the slip is, and what is told of it.
const UNUSUAL_SLIPS: &[(&str, &str, &str, &str)] = &[
    // names in quotes, bent or straight
    (
        "    id: \"xa-moi-2027\"",
        "    “id”: \"xa-moi-2027\"",
        "“id”",
        "tên mục “id” không đặt trong dấu nháy",
    ),
    (
        "kind: Opening",
        "\"kind\": Opening",
        "\"kind\"",
        "tên mục “kind”",
    ),
    // what nobody can see inside a name, and before the colon
    (
        "short: (",
        "sho\u{a0}rt: (",
        "sho\u{a0}rt",
        "ký tự không nhìn thấy",
    ),
    (
        "issuer: (",
        "issu\u{200b}er: (",
        "issu\u{200b}er",
        "ký tự không nhìn thấy",
    ),
    (
        "number: \"",
        "number\u{2009}: \"",
        "number\u{2009}",
        "ký tự không nhìn thấy",
    ),
    // full width
    ("days: 10", "days: １０", "days: １０", "gõ lại thành 10"),
    ("days: 10", "days: 1０", "days: 1０", "gõ lại thành 0"),
    (
        "anchor: Session",
        "anchor： Session",
        "anchor：",
        "gõ lại thành :",
    ),
    (
        "id: \"opening\",",
        "id: \"opening\"，",
        "\"opening\"，",
        "gõ lại thành ,",
    ),
    // letters of another alphabet
    (
        "    id: \"xa-moi",
        "    \u{456}d: \"xa-moi",
        "\u{456}d",
        "bảng chữ khác",
    ),
    // a number, a limit, a day, a sign
    (
        "days: 10",
        "days: \"10\"",
        "\"10\"",
        "số 10 không đặt trong dấu nháy",
    ),
    (
        "limit: (days: 7, unit: Working)",
        "limit: \"7 days\"",
        "7 days",
        "thời hạn ghi “7 days”",
    ),
    (
        "On(\"2027-03-01\")",
        "On(01/3/2027)",
        "01/3/2027",
        "theo năm-tháng-ngày: \"2027-03-01\"",
    ),
    (
        "On(\"2027-03-01\")",
        "1-3-2027",
        "1-3-2027",
        "hãy viết On(\"2027-03-01\")",
    ),
    (
        "issued: On(\"2027-03-01\")",
        "issued: On(\"2027-02-30\")",
        "2027-02-30",
        "không có ngày này",
    ),
    ("\"Đ8.1\",", "\"Đ8.1\";", "\"Đ8.1\";", "ở đây cần dấu ,"),
    (
        "(vi: \"Khai mạc\")",
        "(vi: \"Khai mạc, en: \"Opening\")",
        "Khai mạc, en",
        "chưa đóng",
    ),
    (
        "\"Đ7.1\"",
        "\"Đ 7.1\"",
        "Đ 7.1",
        "“Đ 7.1” không đúng cách viết",
    ),
    (
        "\"Đ7.1\"",
        "\"7.1\"",
        "\"7.1\"",
        "“7.1” không đúng cách viết",
    ),
    ("days: 10", "days: -10", "days: -10", "số nguyên không âm"),
    // choices, nothing, comments, signs too many or too few
    (
        "unit: Working),\n            anchor: Session",
        "unit: \"Working\"),\n            anchor: Session",
        "\"Working\"",
        "lựa chọn Working không đặt trong dấu nháy",
    ),
    (
        "kind: Opening",
        "kind: \"Opening\"",
        "\"Opening\"",
        "hãy viết Opening",
    ),
    (
        "number: \"01-QC/ĐU\"",
        "number: none",
        "none",
        "hãy viết None",
    ),
    (
        "number: \"01-QC/ĐU\"",
        "number: null",
        "null",
        "hãy viết None",
    ),
    (
        "    number:",
        "    # số do văn phòng ghi\n    number:",
        "# số",
        "lời chú phải bắt đầu bằng //",
    ),
    (
        "    number:",
        "    -- số do văn phòng ghi\n    number:",
        "-- số",
        "lời chú phải bắt đầu bằng //",
    ),
    ("\"01-QC/ĐU\",", "\"01-QC/ĐU\",,", ",,", "thừa dấu ,"),
    (
        "number: \"01",
        "number \"01",
        "number \"01",
        "ở đây cần dấu :",
    ),
    ("days: 10", "days 10", "days 10", "ở đây cần dấu :"),
    (
        "anchor: Session",
        "anchor Session",
        "anchor Session",
        "ở đây cần dấu :",
    ),
    (
        "limit: (days: 10, unit: Working)",
        "limit: Some(days: 10, unit: Working)",
        "Some(days",
        "hai lần ngoặc tròn",
    ),
    (
        "            article: \"Đ7.1\",\n            limit: (days: 7, unit: Working),\n            anchor: BeforeSession,\n        ),",
        "            article: \"Đ7.1\",\n            limit: (days: 7, unit: Working),\n            anchor: BeforeSession,\n        )),",
        "        )),",
        "thừa dấu )",
    ),
];

#[test]
fn a_slip_in_an_unusual_form_is_told_once_and_nothing_that_follows_from_it() {
    for (from, to, at, told) in UNUSUAL_SLIPS.iter().copied() {
        let source = changed(from, to);
        let line = line_of(&source, at);
        let lines = check(&source, Lang::Vi);
        assert_eq!(lines.len(), 1, "{to}: {lines:#?}");
        assert!(
            lines[0].starts_with(&format!("dòng {line},")) && lines[0].contains(told),
            "{to}: line {line}, {told:?} in {lines:#?}"
        );
    }
}

#[test]
fn a_file_that_is_no_text_of_ours_is_told_as_what_it_is() {
    let utf16 = |source: &str, big: bool, mark: bool| {
        let marked = if mark {
            format!("\u{feff}{source}")
        } else {
            source.to_owned()
        };
        marked
            .encode_utf16()
            .flat_map(|unit| {
                if big {
                    unit.to_be_bytes()
                } else {
                    unit.to_le_bytes()
                }
            })
            .collect::<Vec<u8>>()
    };
    for bytes in [
        utf16(PLAIN, false, true),
        utf16(PLAIN, true, true),
        utf16(PLAIN, false, false),
    ] {
        let told = check_bytes(&bytes);
        assert_eq!(told.len(), 1, "{told:#?}");
        assert!(told[0].contains("UTF-16"), "{told:#?}");
    }
    // what is wrong in it besides is told in the same run
    let wrong = changed("limit: (days: 7, unit: Working)", "limit: 7 ngày");
    let told = check_bytes(&utf16(&wrong, false, true)).join("\n");
    assert!(told.contains("UTF-16") && told.contains("7 ngày"), "{told}");
    for (begin, said) in [
        (b"PK\x03\x04rest of a docx".as_slice(), "tệp Word, Excel"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "tệp Word, Excel"),
        (b"%PDF-1.7\n", "PDF"),
        (b"", "tệp trống"),
        (b"\n\n", "tệp trống"),
        (b"// nothing yet\n", "tệp trống"),
        (
            "Quy chế đối thoại\nĐiều 1. Phạm vi".as_bytes(),
            "không viết theo cách của chương trình",
        ),
        (
            br#"{"id": "x", "steps": []}"#,
            "không viết theo cách của chương trình",
        ),
    ] {
        let told = check_bytes(begin);
        assert_eq!(told.len(), 1, "{said}: {told:#?}");
        assert!(told[0].contains(said), "{said}: {told:#?}");
    }
    // a mark before the text, tabs and the line ends of another system are nobody's fault
    for source in [
        format!("\u{feff}{PLAIN}"),
        PLAIN.replace("\n    ", "\n\t"),
        PLAIN.replace('\n', "\r\n"),
    ] {
        assert_eq!(check(&source, Lang::Vi), Vec::<String>::new());
    }
}
