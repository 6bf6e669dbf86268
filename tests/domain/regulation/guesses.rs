//! Slips of somebody who fills the template for the first time: each is told once, where it was made, whatever it makes of
//! the rest of the file. And the template names everything that may be written.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use doithoai::cli::print::regulations as print;
use doithoai::domain::i18n::Lang;

fn template() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("config/regulations-template.ron");
    fs::read_to_string(path)
        .unwrap()
        .replace("id: \"regulations-template\"", "id: \"xa-moi-2027\"")
}

/// What the check says of the file with this in it, line by line; nothing where it finds no fault.
fn check(source: &str) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("xa-moi-2027.ron");
    fs::write(&path, source).unwrap();
    match print::check(&path, Lang::Vi) {
        Ok(_) => Vec::new(),
        Err(explained) => explained.because,
    }
}

/// The line on which the words stand, from 1.
fn line_of(source: &str, words: &str) -> usize {
    let (before, _) = source
        .split_once(words)
        .unwrap_or_else(|| panic!("no {words} in it"));
    before.matches('\n').count() + 1
}

const DIALOGUE: &str = "title: (vi: \"Đối thoại\", en: \"Dialogue\"),";
const LIMIT: &str =
    "            limit: (days: 7, unit: Calendar),\n            anchor: BeforeSession";

/// What stands in the template, what is written instead, where the slip is, and what is told of it.
const SLIPS: &[(&str, &str, &str, &str)] = &[
    // comments as elsewhere
    (
        "    // Hiệu lực: từ ngày",
        "    / Hiệu lực: từ ngày",
        "/ Hiệu lực",
        "lời chú phải bắt đầu bằng //",
    ),
    (
        "    // Nội dung đối thoại,",
        "    –– Nội dung đối thoại,",
        "–– Nội",
        "lời chú phải bắt đầu bằng //",
    ),
    (
        "    // Nội dung đối thoại,",
        "    <!-- Nội dung đối thoại,",
        "<!-- Nội",
        "lời chú phải bắt đầu bằng //",
    ),
    (
        "    // Nội dung đối thoại,",
        "    * Nội dung đối thoại,",
        "* Nội",
        "lời chú phải bắt đầu bằng //",
    ),
    // a text left open before a comment
    (
        "đối thoại trực tiếp với Nhân dân\"),",
        "đối thoại trực tiếp với Nhân dân),",
        "citation:",
        "chưa đóng",
    ),
    // brackets
    (
        "title: (vi: \"Quy chế đối thoại (mẫu)\", en: \"Dialogue regulation (template)\")",
        "title: [vi: \"Quy chế đối thoại (mẫu)\", en: \"Dialogue regulation (template)\"]",
        "title: [",
        "phải viết trong ngoặc tròn",
    ),
    (
        DIALOGUE,
        "title: (vi: \"Đối thoại\", en: \"Dialogue\")),",
        "\"Dialogue\"))",
        "thừa dấu )",
    ),
    (
        DIALOGUE,
        "title: (vi: \"Đối thoại\", en: \"Dialogue\",",
        "en: \"Dialogue\",",
        "cần dấu )",
    ),
    (
        "issuer: (vi: \"Cơ quan ban hành\", en: \"The body that issued it\"),",
        "issuer: (vi: \"Cơ quan ban hành\", en: \"The body that issued it\")),",
        "issued it\"))",
        "thừa dấu )",
    ),
    (
        "issuer: (vi: \"Cơ quan ban hành\", en: \"The body that issued it\"),",
        "issuer: (vi: \"Cơ quan ban hành\", en: \"The body that issued it\",",
        "issued it\",",
        "cần dấu )",
    ),
    // yes and no
    (
        "reads_rules: true),\n                (id: \"chair\"",
        "reads_rules: có),\n                (id: \"chair\"",
        "reads_rules: có",
        "true (có)",
    ),
    (
        "reads_rules: true),\n                (id: \"chair\"",
        "reads_rules: \"true\"),\n                (id: \"chair\"",
        "reads_rules: \"true\"",
        "true (có)",
    ),
    // days that are none
    (
        "issued: Unknown,",
        "issued: On(\"2027-02-30\"),",
        "2027-02-30",
        "năm-tháng-ngày",
    ),
    (
        "issued: Unknown,",
        "issued: In(\"2027\"),",
        "In(\"2027\")",
        "bỏ dấu nháy",
    ),
    (
        "before: (day: 15, month: 12)",
        "before: (day: 31, month: 11)",
        "day: 31",
        "31/11",
    ),
    (
        "before: (day: 15, month: 12)",
        "before: \"15/12\"",
        "before: \"15/12\"",
        "(day: 15, month: 6)",
    ),
    // choices and names
    (
        "posts: [GovernmentChair]",
        "posts: [\"Chủ tịch UBND\"]",
        "posts: [\"",
        "PartySecretary, CouncilChair, GovernmentChair",
    ),
    (
        "posts: [GovernmentChair]",
        "posts: GovernmentChair",
        "posts: GovernmentChair",
        "cần dấu [",
    ),
    (
        "quan tâm\"), when: (kinds: [\"periodic\"])",
        "quan tâm\"), when: (kinds: [\"thuong-ky\"])",
        "thuong-ky",
        "periodic, ad-hoc",
    ),
    (
        "deadlines: [\"public-notice\"]",
        "deadlines: [\"thong-bao\"]",
        "thong-bao",
        "public-notice, conclusion-notice, agency-report",
    ),
    (
        "(name: (vi: \"Người chủ trì\"), who: Chair)",
        "(name: (vi: \"Người chủ trì\"), who: ChuTri)",
        "ChuTri",
        "Agencies, Petitioners",
    ),
    (
        "kind: Dialogue([Speech, Answer, FollowUp]),\n            title",
        "kind: Dialogue,\n            title",
        "kind: Dialogue,",
        "cần dấu (",
    ),
    (
        "text: (vi: \"Nhân dân trên địa bàn xã\")",
        "text: (en: \"The People\")",
        "text: (en:",
        "thiếu mục vi",
    ),
    (
        "text: (vi: \"Nhân dân trên địa bàn xã\")",
        "text: (vi: \"   \")",
        "(vi: \"   \")",
        "để trống",
    ),
    (
        "usual_minutes: 120",
        "usual_minutes: \"2 giờ\"",
        "\"2 giờ\"",
        "số nguyên",
    ),
    (
        "id: \"opening\",",
        "id: \"khai-mạc\",",
        "khai-mạc",
        "chữ thường không dấu",
    ),
    (
        "issued: Unknown,",
        "issued: Unknown,\n    issued: Unknown,",
        "issued: Unknown,\n    issuer",
        "ghi hai lần",
    ),
];

/// The same for what is written instead of the limit of a duty.
const LIMIT_SLIPS: &[(&str, &str, &str)] = &[
    // limits
    ("7", "limit: 7,", "thời hạn ghi “7”"),
    (
        "\"7 ngày làm việc\"",
        "limit: \"7",
        "(days: 7, unit: Working)",
    ),
    ("(7, Calendar)", "limit: (7", "(days: 7, unit: Working)"),
    ("(days: -7, unit: Calendar)", "days: -7", "số nguyên"),
    ("(days: 7.5, unit: Calendar)", "days: 7.5", "số nguyên"),
    ("(days: 0, unit: Calendar)", "days: 0,", "0 ngày"),
    ("(days: 7)", "(days: 7),", "thiếu mục unit"),
    (
        "(days: 7, unit: ngày lịch)",
        "unit: ngày lịch",
        "Working, Calendar, Month",
    ),
    (
        "(days: 7, unit: \"Calendar\")",
        "unit: \"Calendar\"",
        "không đặt trong dấu nháy",
    ),
];

#[test]
fn a_slip_on_the_template_is_told_once_and_where_it_was_made() {
    let limits = LIMIT_SLIPS.iter();
    let limits = limits.map(|(to, at, told)| {
        let to = LIMIT.replace("(days: 7, unit: Calendar)", to);
        (LIMIT, to, *at, *told)
    });
    let others = SLIPS.iter();
    let others = others.map(|(from, to, at, told)| (*from, (*to).to_owned(), *at, *told));
    let cases: Vec<_> = others.chain(limits).collect();
    assert!(cases.len() > 30);
    assert_eq!(check(&template()), Vec::<String>::new());
    for (from, to, at, told) in cases {
        let source = template();
        assert!(source.contains(from), "{from}");
        let source = source.replacen(from, &to, 1);
        let lines = check(&source);
        let expected = format!("dòng {},", line_of(&source, at));
        assert!(
            lines.len() == 1 && lines[0].starts_with(&expected) && lines[0].contains(told),
            "{to}: {expected} {told:?} in {lines:#?}"
        );
    }
}

#[test]
fn a_name_in_ones_own_language_is_one_name_that_is_not_known() {
    let source = template().replacen(
        "title: (vi: \"Quy chế đối thoại (mẫu)\"",
        "tiêu đề: (vi: \"Quy chế đối thoại (mẫu)\"",
        1,
    );
    let told = check(&source);
    // it is told what it is not, and that what it stands for is missing
    assert_eq!(told.len(), 2, "{told:#?}");
    assert!(
        told.iter()
            .any(|said| said.contains("không có mục nào tên là tiêu đề")),
        "{told:#?}"
    );
    assert!(
        told.iter().any(|said| said.contains("thiếu mục title")),
        "{told:#?}"
    );
}

#[test]
fn the_template_names_every_entry_that_may_be_written() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/domain/regulation");
    let mut entries = BTreeSet::new();
    for file in fs::read_dir(root).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_none_or(|end| end != "rs") {
            continue;
        }
        let source = fs::read_to_string(path).unwrap();
        let mut is_of_file = false;
        for line in source.lines() {
            if line.contains("deny_unknown_fields") {
                is_of_file = true;
            } else if line == "}" {
                is_of_file = false;
            } else if let Some(field) = line.strip_prefix("    pub ").filter(|_| is_of_file)
                && let Some((name, _)) = field.split_once(':')
            {
                entries.insert(name.to_owned());
            }
        }
    }
    assert!(entries.len() > 60, "{entries:?}");
    let template = template();
    let words: BTreeSet<&str> = template
        .split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))
        .collect();
    let unnamed: Vec<&String> = entries
        .iter()
        .filter(|name| !words.contains(name.as_str()))
        .collect();
    assert_eq!(unnamed, Vec::<&String>::new());
}
