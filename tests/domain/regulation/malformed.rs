//! Files that are no profile: each is refused with the line and what to do, and none does harm.

use doithoai::domain::i18n::Explain as _;
use std::fs;

use doithoai::cli::print::regulations as print;
use doithoai::domain::i18n::Lang;
use doithoai::domain::regulation::Phase;
use doithoai::domain::regulation::check::{RegulationFault, RegulationProblem};
use doithoai::domain::source_text::SyntaxError;
use doithoai::store::profiles;
use proptest::prelude::*;

const SOUND: &str = include_str!("../../data/regulations/tang-tien-2024-of-0.1.0.ron");

fn faults(source: impl AsRef<[u8]>) -> Vec<RegulationFault> {
    profiles::parse(source.as_ref(), Some("tang-tien-2024")).unwrap_err()
}

/// The one fault of the sound file after a change, with its line.
fn fault(from: &str, to: &str) -> (usize, RegulationProblem) {
    assert!(SOUND.contains(from), "{from}");
    let changed = SOUND.replacen(from, to, 1);
    let faults = faults(&changed);
    assert_eq!(faults.len(), 1, "{faults:?}");
    let fault = faults.into_iter().next().unwrap();
    (fault.at.unwrap().line, fault.problem)
}

fn line_of(text: &str) -> usize {
    let (before, _) = SOUND.split_once(text).unwrap();
    1 + before.matches('\n').count()
}

#[test]
fn what_is_missing_is_shown_where_its_entry_begins() {
    let (line, problem) = fault("            kind: Announcement,\n", "");
    assert_eq!(line, line_of("id: \"announcement\"") - 1);
    let field = "kind".to_owned();
    assert_eq!(
        problem,
        RegulationProblem::Damaged(SyntaxError::MissingField { field })
    );

    let (line, problem) = fault("            anchor: BeforeSession,\n", "");
    assert_eq!(line, line_of("id: \"opinions-sent-ahead\"") - 1);
    let field = "anchor".to_owned();
    assert_eq!(
        problem,
        RegulationProblem::Damaged(SyntaxError::MissingField { field })
    );
}

#[test]
fn a_name_that_is_not_known_is_answered_with_those_that_are() {
    let (line, problem) = fault("frequency: [", "frequenzy: [");
    assert_eq!(line, line_of("frequency: ["));
    let RegulationProblem::Damaged(SyntaxError::UnknownField { found, expected }) = problem else {
        panic!("{problem:?}");
    };
    assert_eq!(found, "frequenzy");
    assert!(expected.contains(&"frequency".to_owned()));

    let (line, problem) = fault("kind: Announcement", "kind: Anouncement");
    assert_eq!(line, line_of("kind: Announcement"));
    let RegulationProblem::Damaged(SyntaxError::UnknownName { expected, .. }) = problem else {
        panic!("{problem:?}");
    };
    assert!(expected.contains(&"Announcement".to_owned()));
}

#[test]
fn a_value_of_another_kind_is_refused_on_its_line() {
    for (from, to, damage) in [
        (
            "usual_minutes: 15",
            "usual_minutes: \"15\"",
            SyntaxError::QuotedNumber("15".into()),
        ),
        (
            "usual_minutes: 15",
            "usual_minutes: -15",
            SyntaxError::Number,
        ),
        (
            "usual_minutes: 15",
            "usual_minutes: 99999999",
            SyntaxError::Number,
        ),
        ("id: \"opening\"", "id: 7", SyntaxError::Text),
        (
            "issued: In(2024)",
            "issued: On(\"2024-02-30\")",
            SyntaxError::Date,
        ),
        (
            "article: \"II.4\",\n            acts",
            "article: \"II.4\"\n            acts",
            SyntaxError::Sign(","),
        ),
        ("steps: [", "steps: (", SyntaxError::Sign("[")),
    ] {
        let changed = SOUND.replacen(from, to, 1);
        let told: Vec<(usize, RegulationProblem)> = faults(&changed)
            .into_iter()
            .map(|fault| (fault.at.unwrap().line, fault.problem))
            .collect();
        let wanted = RegulationProblem::Damaged(damage);
        assert!(
            told.iter()
                .any(|(line, problem)| *problem == wanted && line.abs_diff(line_of(from)) <= 1),
            "{to}: {told:?}"
        );
    }
}

#[test]
fn all_faults_of_the_content_are_told_at_once_in_the_order_of_the_file() {
    let changed = SOUND
        .replace("kind: Conclusion,", "kind: Opening,")
        .replace(
            "kind: Dialogue([Speech])",
            "kind: Dialogue([Answer, Speech])",
        )
        .replace("id: \"reason\"", "id: \"delegates\"")
        .replace("id: \"internal-review\"", "id: \"Rút kinh nghiệm\"")
        .replace("vi: \"Khi cần thiết\"", "vi: \" \"")
        .replace("before: None", "before: (day: 31, month: 6)");
    let found: Vec<(usize, RegulationProblem)> = faults(&changed)
        .into_iter()
        .map(|fault| (fault.at.unwrap().line, fault.problem))
        .collect();
    let expected: Vec<(usize, RegulationProblem)> = vec![
        (
            line_of("id: \"delegates\""),
            RegulationProblem::Twice {
                id: "delegates".into(),
            },
        ),
        (
            line_of("kind: Dialogue([Speech])"),
            RegulationProblem::PhaseTooLate {
                phase: Phase::Speech,
                after: Phase::Answer,
            },
        ),
        (
            line_of("kind: Dialogue([Answer])"),
            RegulationProblem::PhaseTwice {
                phase: Phase::Answer,
            },
        ),
        (
            line_of("kind: Conclusion,"),
            RegulationProblem::OpeningNotFirst,
        ),
        (line_of("vi: \"Khi cần thiết\""), RegulationProblem::Empty),
        (
            line_of("id: \"internal-review\""),
            RegulationProblem::IdSigns {
                id: "Rút kinh nghiệm".into(),
            },
        ),
        (
            line_of("before: None"),
            RegulationProblem::NoSuchDay { day: 31, month: 6 },
        ),
        (
            line_of("before: None") + 7,
            RegulationProblem::NoSuchDay { day: 31, month: 6 },
        ),
    ];
    assert_eq!(found, expected);
}

#[test]
fn steps_that_no_session_can_go_through_are_refused() {
    let (_, problem) = fault("kind: Dialogue([Answer])", "kind: Dialogue([])");
    assert_eq!(problem, RegulationProblem::NoPhases);
    let (_, problem) = fault(
        "kind: Announcement",
        "kind: PreparedAnswers, held: Sometimes",
    );
    assert!(matches!(
        problem,
        RegulationProblem::Damaged(SyntaxError::UnknownName { .. })
    ));
    let (_, problem) = fault(
        "kind: Announcement",
        "kind: Announcement, held: OpinionsCollected",
    );
    assert_eq!(problem, RegulationProblem::NotAlwaysHeld);
    let (_, problem) = fault("kind: Announcement", "kind: Conclusion");
    assert_eq!(problem, RegulationProblem::ConclusionNotLast);
    let (_, problem) = fault("kind: Dialogue([Speech])", "kind: PreparedAnswers");
    assert_eq!(problem, RegulationProblem::NoSpeech);
    let (_, problem) = fault("number: None", "number: None, scope: Floor");
    assert_eq!(problem, RegulationProblem::LawWithSteps);

    let no_steps = SOUND.split("    steps: [").next().unwrap().to_owned() + "steps: [])";
    assert_eq!(faults(&no_steps)[0].problem, RegulationProblem::NoSteps);
    let only_act = SOUND
        .lines()
        .find(|line| line.contains("id: \"content\""))
        .unwrap();
    let (_, problem) = fault(only_act, "");
    assert_eq!(problem, RegulationProblem::NoActs);
}

#[test]
fn deadlines_that_cannot_be_counted_are_refused() {
    let limit = "limit: None,\n            anchor: BeforeSession,";
    let (_, problem) = fault(limit, "limit: (days: 0, unit: Working), anchor: Session,");
    assert_eq!(problem, RegulationProblem::ZeroDays);
    let (_, problem) = fault(
        limit,
        "limit: None, anchor: BeforeSession, items: [VerifyLater],",
    );
    assert_eq!(problem, RegulationProblem::ItemsBeforeSession);
    let (_, problem) = fault(limit, "limit: None, anchor: Session, extends: \"nothing\",");
    assert!(
        matches!(problem, RegulationProblem::ExtendsUnknown { id, known } if id == "nothing" && known.len() == 6)
    );

    let circle = SOUND.replacen(
        "limit: None,",
        "limit: None, extends: \"agency-report\",",
        3,
    );
    let found: Vec<RegulationProblem> = faults(&circle)
        .into_iter()
        .map(|fault| fault.problem)
        .collect();
    assert_eq!(found, [RegulationProblem::ExtendsInACircle]);
    let (line, problem) = fault(
        "items: [VerifyLater],",
        "items: [VerifyLater], extends: \"agency-report\",",
    );
    assert_eq!(problem, RegulationProblem::ExtendsInACircle);
    assert_eq!(line, line_of("items: [VerifyLater],"));
}

#[test]
fn the_id_is_the_name_of_the_file() {
    let found = profiles::parse(SOUND.as_bytes(), Some("xa-khac")).unwrap_err();
    assert!(
        matches!(&found[0].problem, RegulationProblem::IdIsNotFileName { file_name, .. } if file_name == "xa-khac")
    );
    assert_eq!(found[0].at.unwrap().line, line_of("id: \"tang-tien-2024\""));
}

#[test]
fn files_that_are_made_to_do_harm_do_none() {
    let utf8 = [SOUND.as_bytes(), b"\n// \xff"].concat();
    let fault = &faults(utf8)[0];
    assert_eq!(
        fault.problem,
        RegulationProblem::Damaged(SyntaxError::NotUtf8)
    );
    assert_eq!(fault.at.unwrap().line, SOUND.lines().count() + 2);

    let large = format!("{SOUND}//{}", "x".repeat(10 * 1024 * 1024));
    assert_eq!(
        faults(large)[0].problem,
        RegulationProblem::Damaged(SyntaxError::TooLarge)
    );

    for bomb in [
        "(",
        "[",
        "(steps: [",
        "{",
        "Some(",
        "(id: (",
        "/*",
        "((((\"",
        "r#\"",
        "\\",
        "\u{feff}",
    ] {
        let told = faults(bomb.repeat(50_000)).len();
        assert!((1..=1000).contains(&told), "{bomb}: {told}");
    }
    let hidden = SOUND.replacen("kind: Announcement,\n", "", 1) + &"[".repeat(200_000);
    assert!(!faults(hidden).is_empty());
}

#[test]
fn a_file_cut_anywhere_is_refused_and_never_panics() {
    let whole = SOUND.trim_end();
    for end in (0..whole.len()).step_by(7) {
        assert!(!faults(&whole.as_bytes()[..end]).is_empty(), "{end}");
    }
    for text in ["(", "(id: \"x\","] {
        let truncated = RegulationProblem::Damaged(SyntaxError::Truncated);
        let told = faults(text);
        assert!(
            told.iter().any(|fault| fault.problem == truncated),
            "{text}: {told:?}"
        );
    }
    // in a file with nothing in it that is all that is wrong
    for text in ["", "  \n", "// chỉ có lời chú\n"] {
        let told: Vec<RegulationProblem> = faults(text)
            .into_iter()
            .map(|fault| fault.problem)
            .collect();
        assert_eq!(
            told,
            [RegulationProblem::Damaged(SyntaxError::EmptyFile)],
            "{text}"
        );
    }
}

proptest! {
    #[test]
    fn a_file_with_any_letter_changed_is_read_or_refused_and_never_panics(
        at in 0..SOUND.len(),
        to in prop::sample::select(b"()[]{}\"',:/*#rx0\\\xff\n".to_vec()),
        more in 0_usize..3,
    ) {
        let mut bytes = SOUND.as_bytes().to_vec();
        bytes.splice(at..=at, std::iter::repeat_n(to, more));
        if let Err(faults) = profiles::parse(&bytes, Some("tang-tien-2024")) {
            prop_assert!(faults.iter().all(|fault| fault.at.is_some()));
        }
    }
}

#[test]
fn the_report_of_a_check_names_file_line_and_cure_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("tang-tien-2024.ron");
    let line = line_of("id: \"delegates\"");
    fs::write(&path, SOUND.replace("id: \"delegates\"", "id: \"reason\"")).unwrap();
    let report = print::check(&path, Lang::En).unwrap_err();
    assert!(report.tried.contains("tang-tien-2024.ron"));
    assert_eq!(
        report.because,
        [format!(
            "line {line}, column 22: the id reason is used twice; change one of the two"
        )]
    );
    assert!(report.hint.unwrap().contains("--check"));
    let report = print::check(&path, Lang::Vi).unwrap_err();
    assert!(report.because[0].starts_with(&format!("dòng {line}, cột 22: id reason dùng hai lần")));

    let missing = profiles::check_file(&folder.path().join("khong-co.ron")).unwrap_err();
    assert!(missing.explained(Lang::Vi).hint.is_some());
}
