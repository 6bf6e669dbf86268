//! Dates for each unit and direction of counting, a line per session.

use super::{day, find, of};

/// Held, notice → prepared answers, notice, extended, agencies' report after the notice.
const UNDER_1573: &[[&str; 6]] = &[
    // Tết 2025: 27–31/1 off.
    [
        "2025-01-22",
        "2025-01-24",
        "2025-01-15",
        "2025-02-05",
        "2025-02-12",
        "2025-02-11",
    ],
    // Saturday 26/4/2025 worked for 2/5.
    [
        "2025-04-24",
        "2025-04-25",
        "2025-04-17",
        "2025-05-05",
        "2025-05-12",
        "2025-05-08",
    ],
    // Saturday 22/8/2026 worked for 31/8; 1 and 2/9 off.
    [
        "2026-08-20",
        "2026-08-21",
        "2026-08-13",
        "2026-08-26",
        "2026-09-07",
        "2026-09-03",
    ],
    // Tết 2026: 16–20/2 off.
    [
        "2026-02-11",
        "2026-02-13",
        "2026-02-04",
        "2026-02-25",
        "2026-03-04",
        "2026-03-03",
    ],
    // 24/11/2026 off, a Tuesday.
    [
        "2026-11-20",
        "2026-11-23",
        "2026-11-13",
        "2026-11-30",
        "2026-12-07",
        "2026-12-03",
    ],
    // Over the year end: 1 and 2/1/2026 off, Saturday 10/1 worked.
    [
        "2025-12-29",
        "2025-12-31",
        "2025-12-22",
        "2026-01-07",
        "2026-01-13",
        "2026-01-12",
    ],
];

#[test]
fn the_five_day_rule_of_1573_goes_around_every_holiday() {
    for [held, notice, prepared, conclusion, extended, report] in UNDER_1573.iter().copied() {
        let all = of("qd-1573-2025", held, Some(notice));
        for (id, due) in [
            ("prepared-answers", prepared),
            ("conclusion-notice", conclusion),
            ("conclusion-notice-extended", extended),
            ("agency-report", report),
        ] {
            assert_eq!(find(&all, id).on(), Some(day(due)), "{held} {id}");
            assert!(!find(&all, id).leans_on_expected());
        }
    }
}

#[test]
fn working_days_are_counted_back_and_far_forward_in_dan_tien() {
    for [held, notice, public, conclusion, extended, report] in [
        [
            "2025-02-06",
            "2025-02-10",
            "2025-01-21",
            "2025-02-20",
            "2025-02-27",
            "2025-03-24",
        ],
        [
            "2026-09-08",
            "2026-09-10",
            "2026-08-25",
            "2026-09-22",
            "2026-09-29",
            "2026-10-22",
        ],
        [
            "2025-05-08",
            "2025-05-09",
            "2025-04-25",
            "2025-05-22",
            "2025-05-29",
            "2025-06-20",
        ],
        [
            "2026-01-12",
            "2026-01-20",
            "2025-12-31",
            "2026-01-26",
            "2026-02-02",
            "2026-03-10",
        ],
    ] {
        let all = of("dan-tien-2025", held, Some(notice));
        for (id, due) in [
            ("public-notice", public),
            ("conclusion-notice", conclusion),
            ("conclusion-notice-extended", extended),
            ("agency-report", report),
        ] {
            assert_eq!(find(&all, id).on(), Some(day(due)), "{held} {id}");
        }
    }
}

#[test]
fn calendar_days_roll_at_the_end_only_and_never_when_counted_back() {
    for [held, public, conclusion, report] in [
        ["2025-01-17", "2025-01-10", "2025-02-03", "2025-03-03"],
        ["2025-12-20", "2025-12-13", "2025-12-30", "2026-02-03"],
        // 24/11/2026 is off: the tenth day rolls to 25/11. Counted back, Saturday 7/11 stays.
        ["2026-11-14", "2026-11-07", "2026-11-25", "2026-12-29"],
        // The tenth day is a Saturday that is worked, and stays.
        ["2025-04-16", "2025-04-09", "2025-04-26", "2025-06-02"],
        ["2026-08-12", "2026-08-05", "2026-08-22", "2026-09-28"],
        ["2025-08-23", "2025-08-16", "2025-09-03", "2025-10-07"],
        ["2024-12-22", "2024-12-15", "2025-01-02", "2025-02-05"],
    ] {
        let all = of("lao-cai-7-qc-tu-2025", held, None);
        for (id, due) in [
            ("public-notice", public),
            ("conclusion-notice", conclusion),
            ("agency-report", report),
        ] {
            assert_eq!(find(&all, id).on(), Some(day(due)), "{held} {id}");
        }
    }
}
