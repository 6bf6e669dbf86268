//! The calendar as data: replaced, added to, and refused when it is not right.

use doithoai::domain::i18n::Explain as _;
use std::fs;

use super::{day, shipped};
use doithoai::domain::deadlines::{Basis, Dates};
use doithoai::domain::i18n::Lang;
use doithoai::domain::source_text::SyntaxError;
use doithoai::store::calendars::{CalendarError, YearProblem, parse};

const YEAR: &str = r#"(
    year: 2028,
    off: [
        (
            days: ["2028-01-26", "2028-01-27"],
            what: (vi: "Tết Nguyên đán", en: "Lunar New Year"),
            status: Announced,
            source: "1/TB",
        ),
    ],
    worked: [],
)"#;

#[test]
fn given_a_year_of_the_users_then_deadlines_run_into_it_and_a_replaced_year_moves_them() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("2028.ron"), YEAR).unwrap();
    let moved =
        include_str!("../../../config/calendar/2026.ron").replace("2026-11-24", "2026-11-23");
    fs::write(folder.path().join("2026.ron"), moved).unwrap();

    let calendar = doithoai::store::calendars::load(Some(folder.path())).unwrap();

    assert_eq!(calendar.is_working(day("2028-01-27")), Ok(false));
    assert_eq!(calendar.is_working(day("2026-11-24")), Ok(true));
    let due = |held| {
        let lao_cai = shipped("lao-cai-7-qc-tu-2025");
        let basis = Basis::of(calendar.clone());
        let all = basis.due_dates(&lao_cai, &Dates::of(day(held)));
        super::find(&all, "conclusion-notice").on()
    };
    assert_eq!(due("2028-01-16"), Some(day("2028-01-28")));
    assert_eq!(due("2026-11-13"), Some(day("2026-11-24")));
}

#[test]
fn every_fault_of_a_year_is_told_with_its_line() {
    let changed = YEAR
        .replace("\"2028-01-27\"", "\"2028-01-26\", \"2027-01-01\"")
        .replace("\"1/TB\"", "\"\"")
        .replace(
            "worked: []",
            "worked: [(days: [], what: (vi: \"a\", en: \"b\"), status: Expected, source: \"c\")]",
        );
    let faults: Vec<(usize, YearProblem)> = parse(changed.as_bytes(), "2029")
        .unwrap_err()
        .into_iter()
        .map(|fault| (fault.at.unwrap().line, fault.problem))
        .collect();
    assert_eq!(
        faults,
        [
            (
                2,
                YearProblem::YearIsNotFileName {
                    year: 2028,
                    file_name: "2029".into()
                }
            ),
            (
                5,
                YearProblem::DayTwice {
                    day: day("2028-01-26")
                }
            ),
            (
                5,
                YearProblem::OutsideYear {
                    day: day("2027-01-01"),
                    year: 2028
                }
            ),
            (8, YearProblem::Empty),
            (11, YearProblem::NoDays),
        ]
    );
}

#[test]
fn a_damaged_file_of_a_year_is_refused_with_its_name_and_a_hint() {
    for (text, damage) in [
        (YEAR.replace("2028-01-27", "2028-02-30"), SyntaxError::Date),
        (
            YEAR.replace("Announced", "Sure"),
            SyntaxError::UnknownName {
                found: "Sure".into(),
                expected: vec!["Announced".into(), "Expected".into()],
            },
        ),
        (YEAR.replace("worked: [],\n)", ""), SyntaxError::Truncated),
        (
            YEAR.replace("    worked: [],\n", ""),
            SyntaxError::MissingField {
                field: "worked".into(),
            },
        ),
    ] {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("2028.ron"), text).unwrap();
        let error = doithoai::store::calendars::load(Some(folder.path())).unwrap_err();
        let CalendarError::Faulty { faults, .. } = &error else {
            panic!("{error:?}");
        };
        assert_eq!(faults.last().unwrap().problem, YearProblem::Damaged(damage));
        for lang in [Lang::Vi, Lang::En] {
            let explained = error.explained(lang);
            assert!(explained.tried.contains("2028.ron"));
            assert!(explained.hint.is_some());
        }
    }
}

#[test]
fn a_year_with_a_fault_takes_itself_away_and_no_other() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("2028.ron"), YEAR).unwrap();
    fs::write(folder.path().join("2026.ron"), YEAR).unwrap();

    let (calendar, faulty) = doithoai::store::calendars::usable(Some(folder.path()));

    // The shipped year is not put back: the office had replaced it.
    assert!(calendar.is_working(day("2026-11-24")).is_err());
    assert_eq!(calendar.is_working(day("2028-01-27")), Ok(false));
    assert_eq!(calendar.is_working(day("2027-03-02")), Ok(true));
    assert!(matches!(
        faulty.as_slice(),
        [CalendarError::Faulty { name, .. }] if name == "2026"
    ));
}
