//! What a clerk gets wrong in a file of regulations, and what the check tells: every fault of structure and content in
//! one run, each with its line, in words of the office and never in the parser's.

mod unusual;

use std::fs;

use doithoai::cli::print::regulations as print;
use doithoai::domain::i18n::Lang;

/// A small profile as a clerk would write it, without a word of English.
const PLAIN: &str = r#"(
    id: "xa-moi-2027",
    title: (vi: "Quy chế đối thoại xã Mới"),
    short: (vi: "Quy chế xã Mới"),
    number: "01-QC/ĐU",
    issued: On("2027-03-01"),
    issuer: (vi: "Đảng ủy xã Mới"),
    modes: [(id: "periodic", title: (vi: "Định kỳ"), article: "Đ5.2a")],
    steps: [
        (
            id: "opening",
            kind: Opening,
            title: (vi: "Khai mạc"),
            article: "Đ8.1",
            acts: [(id: "delegates", title: (vi: "Giới thiệu đại biểu"))],
        ),
        (
            id: "dialogue",
            kind: Dialogue([Speech, Answer]),
            title: (vi: "Đối thoại"),
            article: "Đ8.2",
        ),
        (
            id: "conclusion",
            kind: Conclusion,
            title: (vi: "Kết luận"),
            article: "Đ8.3",
            acts: [
                (id: "all", title: (vi: "Những nội dung đã đối thoại"), items: [AnsweredNow, VerifyLater, ReportUpward]),
            ],
        ),
    ],
    deadlines: [
        (
            id: "notice",
            kind: PublicNotice,
            title: (vi: "Thông báo công khai"),
            article: "Đ7.1",
            limit: (days: 7, unit: Working),
            anchor: BeforeSession,
        ),
        (
            id: "conclusion-notice",
            kind: ConclusionNotice,
            title: (vi: "Ban hành thông báo kết luận"),
            article: "Đ9.1",
            limit: (days: 10, unit: Working),
            anchor: Session,
        ),
    ],
)
"#;

/// What the check says of the file with this in it, line by line; nothing where it finds no fault.
fn check(source: &str, lang: Lang) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("xa-moi-2027.ron");
    fs::write(&path, source).unwrap();
    match print::check(&path, lang) {
        Ok(_) => Vec::new(),
        Err(explained) => explained.because,
    }
}

fn changed(from: &str, to: &str) -> String {
    assert!(PLAIN.contains(from), "{from}");
    PLAIN.replacen(from, to, 1)
}

fn line_of(source: &str, text: &str) -> usize {
    let (before, _) = source.split_once(text).unwrap();
    1 + before.matches('\n').count()
}

#[test]
fn a_profile_without_english_planned_minutes_or_lead_is_without_fault() {
    assert_eq!(check(PLAIN, Lang::Vi), Vec::<String>::new());
}

/// What stands in the text, what is written instead, where the slip is, and what is told of it.
const SLIPS_OF_A_CLERK: &[(&str, &str, &str, &str)] = &[
    (
        "\"Quy chế xã Mới\"",
        "“Quy chế xã Mới”",
        "short:",
        "nháy kép thẳng",
    ),
    (
        "short: (vi",
        "short:\u{a0}(vi",
        "short:",
        "khoảng trắng không ngắt",
    ),
    (
        "On(\"2027-03-01\")",
        "On(2027-03-01)",
        "issued:",
        "dấu nháy kép",
    ),
    (
        "On(\"2027-03-01\")",
        "On(01/03/2027)",
        "issued:",
        "năm-tháng-ngày",
    ),
    (
        "\"Quy chế đối thoại xã Mới\"",
        "\"Quy chế \"đối thoại\" xã Mới\"",
        "title:",
        "trong câu chữ có dấu nháy kép",
    ),
    (
        "(days: 7, unit: Working)",
        "7 ngày",
        "limit: 7 ngày",
        "(days: 7, unit: Working)",
    ),
    ("\"Đ7.1\"", "\"D99.x\"", "D99.x", "Đ10.2"),
    (
        "(vi: \"Khai mạc\")",
        "\"Khai mạc\"",
        "title: \"Khai mạc\"",
        "(vi:",
    ),
    (
        "(vi: \"Khai mạc\")",
        "(vi: Khai mạc)",
        "vi: Khai mạc",
        "dấu nháy kép",
    ),
    (
        "anchor: BeforeSession",
        "anchor: Session",
        "anchor: Session",
        "BeforeSession",
    ),
    (
        "days: 10",
        "days: 1000",
        "days: 1000",
        "1000 ngày là quá dài",
    ),
    (
        "kind: ConclusionNotice",
        "kind: PublicNotice",
        "kind: PublicNotice,\n            title: (vi: \"Ban",
        "cùng loại",
    ),
    (
        "items: [AnsweredNow, VerifyLater, ReportUpward]",
        "items: [VerifyLater]",
        "acts: [\n                (id: \"all\"",
        "bỏ sót AnsweredNow, ReportUpward",
    ),
    ("kind: Opening,", "kind: Openning,", "Openning", "Opening"),
    (
        "            kind: Opening,\n",
        "",
        "(\n            id: \"opening\"",
        "thiếu mục kind",
    ),
    (
        "issuer: (vi: \"Đảng ủy xã Mới\"),",
        "issuer: (vi: \"Đảng ủy xã Mới),",
        "issuer:",
        "chưa đóng",
    ),
    ("issued: On", "issued = On", "issued =", "dấu :"),
    (
        "id: \"opening\",",
        "id: \"opening\"",
        "kind: Opening",
        "dấu ,",
    ),
];

#[test]
fn each_slip_of_a_clerk_is_told_on_its_line_with_what_to_write_instead() {
    for (from, to, at, told) in SLIPS_OF_A_CLERK.iter().copied() {
        let source = changed(from, to);
        let lines = check(&source, Lang::Vi);
        let line = line_of(&source, at);
        let expected = format!("dòng {line},");
        assert!(
            lines
                .iter()
                .any(|said| said.starts_with(&expected) && said.contains(told)),
            "{to}: line {line}, {told:?} in {lines:#?}"
        );
    }
    let before = changed("anchor: Session,", "anchor: BeforeSession,");
    assert!(check(&before, Lang::Vi)[0].contains("sau hội nghị"));
}

#[test]
fn everything_that_is_wrong_is_told_in_one_run() {
    let source = PLAIN
        .replace("\"Quy chế xã Mới\"", "“Quy chế xã Mới”")
        .replace("On(\"2027-03-01\")", "On(2027-03-01)")
        .replace("modes: [", "loai_hinh: [")
        .replace("            kind: Opening,\n", "")
        .replace("limit: (days: 7, unit: Working)", "limit: 7 ngày")
        .replace("\"Đ9.1\"", "\"D9.1\"")
        .replace("id: \"conclusion-notice\"", "id: \"notice\"");
    let lines = check(&source, Lang::Vi);
    for told in [
        "nháy kép thẳng",
        "năm-tháng-ngày",
        "loai_hinh",
        "thiếu mục kind",
        "7 ngày",
        "D9.1",
        "dùng hai lần",
    ] {
        assert!(
            lines.iter().any(|line| line.contains(told)),
            "{told}: {lines:#?}"
        );
    }
    assert!(lines.len() <= 8, "{lines:#?}");
}

#[test]
fn no_word_of_the_parser_reaches_the_clerk() {
    const PARSER: [&str; 9] = [
        "expected", "Expected", "struct", "found", "invalid", "unknown", "missing", "type:", "EOF",
    ];
    let breaks: [(&str, &str); 12] = [
        ("(", "["),
        (")", ""),
        (",", ";"),
        ("kind: Opening", "kind: 5"),
        ("[Speech, Answer]", "Speech"),
        ("Dialogue([Speech, Answer])", "Dialogue"),
        ("7, unit", "bảy, unit"),
        ("\"Đ8.1\"", "8.1"),
        ("steps: [", "steps: {"),
        ("number: \"01-QC/ĐU\"", "number: Some("),
        ("BeforeSession", "Before"),
        ("id: \"xa-moi-2027\"", "id: \"xa-moi-2027"),
    ];
    for (from, to) in breaks {
        let lines = check(&changed(from, to), Lang::Vi);
        assert!(!lines.is_empty(), "{from} → {to}");
        for line in &lines {
            for word in PARSER {
                assert!(!line.contains(word), "{from} → {to}: {line}");
            }
        }
    }
}

#[test]
fn what_is_only_doubtful_keeps_no_profile_from_being_used() {
    let source = changed("\"Đ7.1\"", "\"D7.1\"");
    assert!(!check(&source, Lang::En).is_empty());
    let regulation = doithoai::store::profiles::parse(source.as_bytes(), Some("xa-moi-2027"));
    assert_eq!(regulation.unwrap().deadlines.len(), 2);
}

#[test]
fn what_cannot_be_read_brings_no_fault_that_nobody_made() {
    for (from, to, wrong, never) in [
        // An anchor of no name is not one before the session.
        (
            "unit: Working),\n            anchor: Session,",
            "unit: Working),\n            items: [VerifyLater],\n            anchor: TuNgayHop,",
            "TuNgayHop",
            "trước hội nghị",
        ),
        // A class that cannot be read was not left out.
        (
            "[AnsweredNow, VerifyLater, ReportUpward]",
            "[AnsweredNow VerifyLater, ReportUpward]",
            "AnsweredNow VerifyLater",
            "bỏ sót",
        ),
        // A kind of no name is not the kind of the next.
        (
            "kind: PublicNotice,",
            "kind: ThongBao,",
            "ThongBao",
            "cùng loại",
        ),
        ("kind: Opening,", "kind: KhaiMac,", "KhaiMac", "phải đứng"),
    ] {
        let source = changed(from, to);
        let (before, _) = source.split_once(wrong).unwrap();
        let line = format!("dòng {},", before.matches('\n').count() + 1);
        let told = check(&source, Lang::Vi);
        assert!(
            told.iter()
                .any(|one| one.starts_with(&line) && one.contains(wrong)),
            "{line} {told:#?}"
        );
        assert!(!told.join("\n").contains(never), "{told:#?}");
    }
    // where a bracket is missing nobody can tell what belongs to what
    let torn = check(
        &changed("title: (vi: \"Đối thoại\"),", "title: (vi: \"Đối thoại\","),
        Lang::Vi,
    );
    let told = torn.join("\n");
    assert!(told.contains("ở đây cần dấu"), "{told}");
    for never in ["cho Nhân dân phát biểu", "chưa có việc nào", "bỏ sót"] {
        assert!(!told.contains(never), "{told}");
    }
}

#[test]
fn what_has_nothing_to_do_with_the_unreadable_is_told_in_the_same_run() {
    // given a day without quotes, an empty title, no days, and two duties of one kind
    let source = PLAIN
        .replacen("On(\"2027-03-01\")", "On(01/03/2027)", 1)
        .replacen("(vi: \"Khai mạc\")", "(vi: \"\")", 1)
        .replacen("days: 10", "days: 0", 1)
        .replacen("kind: PublicNotice", "kind: ConclusionNotice", 1);
    let told = check(&source, Lang::Vi).join("\n");
    // then one run tells them all
    for said in ["01/03/2027", "để trống", "0 ngày", "cùng loại"] {
        assert!(told.contains(said), "{said}: {told}");
    }
}
