//! Files that are no plan: each is told with its line and its cure, and none does harm.

use std::fs;
use std::path::Path;

use doithoai::documents::plan_import::{self, IntakeError, PlanProblem, words};
use doithoai::documents::ron_file::MAX_BYTES;
use doithoai::domain::i18n::Explain as _;
use doithoai::domain::i18n::Lang;
use doithoai::domain::source_text::SyntaxError;
use proptest::prelude::*;

use crate::plan_import::{SAMPLE, damage, line_of, small};

const NONE: plan_import::Catalogue<'static> = plan_import::Catalogue {
    regulations: &[],
    regulation: None,
};

/// What is wrong with the sample after one replacement, and on which line.
fn after(from: &str, to: &str) -> (PlanProblem, usize) {
    assert!(SAMPLE.contains(from), "{from} is not in the sample");
    let fault = damage(SAMPLE.replacen(from, to, 1).as_bytes());
    let line = fault.line().unwrap();
    (fault.what, line)
}

#[test]
fn a_missing_field_is_named_where_its_brackets_open() {
    let (problem, line) = after("            name: \"Lường Văn Ẩn\",\n", "");
    let field = "name".to_owned();
    assert_eq!(
        problem,
        PlanProblem::Damaged(SyntaxError::MissingField { field })
    );
    assert_eq!(line, line_of(SAMPLE, "number: 5,") - 1);
}

#[test]
fn an_unknown_field_is_told_with_those_there_are() {
    let (problem, line) = after("village: \"bản Pá Hốc\"", "thon: \"bản Pá Hốc\"");
    assert_eq!(line, line_of(SAMPLE, "bản Pá Hốc"));
    let PlanProblem::Damaged(SyntaxError::UnknownField { found, expected }) = problem else {
        panic!("{problem:?}");
    };
    assert_eq!(found, "thon");
    assert!(expected.contains(&"village".to_owned()));
}

#[test]
fn a_value_of_the_wrong_kind_is_told_on_its_line() {
    for (from, to, expected) in [
        ("number: 5,", "number: \"năm\",", SyntaxError::Number),
        ("number: 5,", "number: -5,", SyntaxError::Number),
        ("name: \"Lường Văn Ẩn\"", "name: 5", SyntaxError::Text),
        (
            "fictional: true",
            "fictional: \"có\"",
            SyntaxError::TruthValue,
        ),
    ] {
        let (problem, line) = after(from, to);
        assert_eq!(problem, PlanProblem::Damaged(expected), "{to}");
        assert_eq!(line, line_of(SAMPLE, from), "{to}");
    }
    let (problem, line) = after("taking: OneByOne", "taking: Together");
    assert!(matches!(
        problem,
        PlanProblem::Damaged(SyntaxError::UnknownName { .. })
    ));
    assert_eq!(line, line_of(SAMPLE, "taking:"));
}

#[test]
fn a_day_that_is_none_is_told_with_an_example() {
    for day in ["25/11/2026", "2026-02-30T08:00:00", ""] {
        let (problem, line) = after("2026-11-25T08:00:00", day);
        assert_eq!(problem, PlanProblem::NotADay, "{day}");
        assert_eq!(line, line_of(SAMPLE, "held:"), "{day}");
    }
    // but a file that breaks off before the day has another fault
    let fault = damage(b"#![enable(implicit");
    assert!(matches!(fault.what, PlanProblem::Damaged(_)));
}

#[test]
fn a_forgotten_comma_or_quote_is_told_near_its_line() {
    let (problem, line) = after(
        "place: \"Hội trường UBND xã Phiêng Mây\",",
        "place: \"Hội trường\"",
    );
    assert_eq!(problem, PlanProblem::Damaged(SyntaxError::Sign(",")));
    let comma = line_of(SAMPLE, "place:");
    assert!((comma..=comma + 1).contains(&line), "{line}");
    let (_, line) = after(
        "place: \"Hội trường UBND xã Phiêng Mây\",",
        "place: \"Hội trường,",
    );
    assert!((comma..=comma + 2).contains(&line), "{line}");
}

#[test]
fn bytes_that_are_not_utf_8_are_told_with_their_line() {
    // given a file saved by an old editor
    let mut bytes = small("").into_bytes();
    let at = small("").find("Hội").unwrap();
    bytes[at + 1] = 0xf4;
    let fault = damage(&bytes);
    assert_eq!(fault.what, PlanProblem::Damaged(SyntaxError::NotUtf8));
    assert_eq!(fault.line().unwrap(), line_of(&small(""), "place:"));
}

#[test]
fn what_is_no_data_at_all_does_no_harm() {
    for (bytes, name) in [
        (String::new(), "nothing"),
        (" \n\n".to_owned(), "blank lines"),
        ("PK\u{3}\u{4}".to_owned(), "a workbook"),
        ("\0".repeat(1000), "zeros"),
        ("(".repeat(100_000), "a hundred thousand brackets"),
        ("[".repeat(100_000), "a hundred thousand lists"),
        (
            small(&format!("contents: {}", "[".repeat(100_000))),
            "lists in a field",
        ),
        (
            small(&format!("nothing: {}", "(a:".repeat(100_000))),
            "brackets in a field",
        ),
        ("/*".repeat(100_000), "comments in comments"),
        ("Some(".repeat(100_000), "a hundred thousand names"),
        ("\"".to_owned() + &"a".repeat(500_000), "one long text"),
    ] {
        let fault = damage(bytes.as_bytes());
        assert!(fault.at.is_some(), "{name}");
        for lang in [Lang::Vi, Lang::En] {
            assert!(words::fault(&fault, lang).len() > 30, "{name}");
        }
    }
}

#[test]
fn a_file_too_large_is_not_read_to_its_end() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ron");
    let bytes = usize::try_from(MAX_BYTES).unwrap() * 3;
    fs::write(&path, " ".repeat(bytes)).unwrap();
    match plan_import::read(&path, &NONE) {
        Err(IntakeError::Damaged {
            path: Some(_),
            fault,
        }) => {
            assert_eq!(fault.what, PlanProblem::Damaged(SyntaxError::TooLarge));
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_file_is_read_by_its_ending_and_told_by_its_path() {
    let folder = tempfile::tempdir().unwrap();
    let (good, bad) = (
        folder.path().join("Kế hoạch.RON"),
        folder.path().join("x.ron"),
    );
    // a mark that some editors put before the text does not matter
    fs::write(&good, format!("\u{feff}{}", small(""))).unwrap();
    fs::write(&bad, small("").replacen("\"Đối thoại thử\"", "1", 1)).unwrap();
    assert!(plan_import::read(&good, &NONE).is_ok());
    let told = |path: &Path| {
        plan_import::read(path, &NONE)
            .unwrap_err()
            .explained(Lang::Vi)
            .in_one_line()
    };
    assert!(told(&bad).contains("x.ron: dòng 3, cột"), "{}", told(&bad));
    assert!(told(&folder.path().join("none.ron")).contains("không mở được tệp"));
    assert!(told(&folder.path().join("plan.pdf")).contains(".ron"));
    assert!(told(folder.path()).contains("không nhận ra"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn the_sample_cut_anywhere_is_told_with_a_line(
        cut in 0..SAMPLE.trim_end().len(),
    ) {
        let fault = damage(&SAMPLE.as_bytes()[..cut]);
        let line = fault.line().unwrap();
        prop_assert!(line <= 1 + SAMPLE.lines().count());
        prop_assert!(!words::fault(&fault, Lang::Vi).is_empty());
    }

    #[test]
    fn the_sample_with_any_byte_changed_does_no_harm(
        at in 0..SAMPLE.len(),
        byte in any::<u8>(),
    ) {
        let mut bytes = SAMPLE.as_bytes().to_vec();
        bytes[at] = byte;
        if let Ok(draft) = plan_import::parse(&bytes) {
            let findings = draft.check(None);
            prop_assert!(findings.faults.iter().all(|fault| fault.at.is_some()));
        }
    }
}
