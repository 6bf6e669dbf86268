//! What is due when, around the days on which counting goes wrong: Tết, 30/4–1/5, 2/9, swapped Saturdays, year ends.

mod calendar_files;
mod printed;
mod tables;
mod walk;

use chrono::NaiveDate;
use doithoai::domain::calendar::{self, Calendar, Counting, NoYear, Why};
use doithoai::domain::deadlines::explain::Explainer;
use doithoai::domain::deadlines::{Basis, Dates, DueDate, DueWhen, Proposal, Strictness};
use doithoai::domain::i18n::Lang;
use doithoai::domain::regulation::{
    ClassKind, DayMonth, DayUnit, DeadlineId, Period, PeriodicReport, Regulation,
};
use doithoai::store::profiles;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn shipped(id: &str) -> Regulation {
    profiles::load(id, None).unwrap()
}

fn years() -> Calendar {
    doithoai::store::calendars::load(None).unwrap()
}

fn basis() -> Basis {
    Basis::of(years()).with_laws([shipped("luat-72-2025-dieu-43")])
}

fn of(regulation: &str, held: &str, notice: Option<&str>) -> Vec<DueDate> {
    let dates = Dates::of(day(held)).with_notice(notice.map(day));
    basis().due_dates(&shipped(regulation), &dates)
}

fn find<'a>(all: &'a [DueDate], id: &str) -> &'a DueDate {
    all.iter().find(|due_date| due_date.id() == id).unwrap()
}

fn counting(due_date: &DueDate) -> &Counting {
    let counted = match &due_date.due {
        DueWhen::Counted(counting) => Some(counting),
        DueWhen::On(_)
        | DueWhen::Before(_)
        | DueWhen::AwaitsNotice
        | DueWhen::AwaitsEvent(_)
        | DueWhen::NoLimit
        | DueWhen::NoYear(_) => None,
    };
    counted.unwrap()
}

#[test]
fn given_a_count_over_a_swapped_weekend_then_the_explanation_names_each_day_and_its_notice() {
    let all = of("qd-1573-2025", "2025-04-24", None);
    let counting = counting(find(&all, "conclusion-notice"));
    assert_eq!(counting.first, day("2025-04-25"));
    assert_eq!(counting.reached, day("2025-05-05"));
    let made_up: Vec<_> = counting.made_up.iter().map(|(on, _)| *on).collect();
    assert_eq!(made_up, [day("2025-04-26")]);
    let skipped: Vec<(NaiveDate, &str)> = counting
        .skipped
        .iter()
        .map(|skipped| match &skipped.why {
            Why::Weekend => (skipped.on, "weekend"),
            Why::DayOff(notice) => (skipped.on, notice.source.as_str()),
        })
        .collect();
    assert_eq!(
        skipped,
        [
            (day("2025-04-27"), "weekend"),
            (day("2025-04-30"), "6150/TB-BLĐTBXH"),
            (day("2025-05-01"), "6150/TB-BLĐTBXH"),
            (day("2025-05-02"), "6150/TB-BLĐTBXH"),
            (day("2025-05-03"), "weekend"),
            (day("2025-05-04"), "weekend"),
        ]
    );
    assert!(counting.rolled.is_empty());
}

#[test]
fn given_a_last_day_on_a_holiday_then_every_day_it_rolls_over_is_named() {
    // The tenth day after 21/8/2026 is Monday 31/8, off, as are 1 and 2/9.
    let all = of("lao-cai-7-qc-tu-2025", "2026-08-21", None);
    let counting = counting(find(&all, "conclusion-notice"));
    assert_eq!(counting.reached, day("2026-08-31"));
    assert_eq!(counting.rolled.len(), 3);
    assert_eq!(counting.due, day("2026-09-03"));
    assert!(counting.skipped.is_empty());
}

#[test]
fn what_is_counted_from_the_notice_awaits_its_date_and_what_has_no_limit_has_none() {
    let all = of("qd-1573-2025", "2026-11-20", None);
    assert_eq!(find(&all, "agency-report").due, DueWhen::AwaitsNotice);
    assert_eq!(find(&all, "agency-report").on(), None);
    assert_eq!(find(&all, "invitations").due, DueWhen::NoLimit);
    assert_eq!(find(&all, "higher-level").due, DueWhen::NoLimit);
}

#[test]
fn in_2027_a_deadline_says_when_it_leans_on_a_day_that_is_only_expected() {
    let all = of("qd-1573-2025", "2027-02-01", None);
    assert!(find(&all, "conclusion-notice").leans_on_expected());
    let all = of("qd-1573-2025", "2027-03-01", None);
    assert!(!find(&all, "conclusion-notice").leans_on_expected());
    // 1/9 is counted as worked, and a notice may lay it otherwise.
    let all = of("qd-1573-2025", "2027-08-25", None);
    assert!(find(&all, "conclusion-notice").leans_on_expected());
}

#[test]
fn a_year_without_data_is_an_error_and_not_a_guess() {
    let missing = NoYear {
        year: 2028,
        known: vec![2024, 2025, 2026, 2027],
    };
    let all = of("lao-cai-7-qc-tu-2025", "2027-12-20", None);
    assert_eq!(
        find(&all, "conclusion-notice").on(),
        Some(day("2027-12-30"))
    );
    assert_eq!(
        find(&all, "agency-report").due,
        DueWhen::NoYear(missing.clone())
    );
    // Calendar days counted back need no data of the year.
    let all = of("lao-cai-7-qc-tu-2025", "2031-05-10", None);
    assert_eq!(find(&all, "public-notice").on(), Some(day("2031-05-03")));
    let lao_cai = shipped("lao-cai-7-qc-tu-2025");
    assert_eq!(
        basis().proposal(
            &lao_cai,
            ClassKind::VerifyLater,
            &Dates::of(day("2027-12-20"))
        ),
        Proposal::Uncounted {
            deadline: DeadlineId("agency-report".into())
        }
    );
}

#[test]
fn the_floor_stands_beside_the_local_rule_and_the_stricter_is_marked() {
    let standing = |all: &[DueDate], id: &str| {
        let beside = find(all, id).beside.as_ref();
        beside.map(|beside| (beside.id.0.clone(), beside.standing))
    };
    let all = of("dan-tien-2025", "2026-11-20", None);
    assert_eq!(
        standing(&all, "public-notice"),
        Some(("media-notice".into(), Strictness::Stricter))
    );
    assert_eq!(
        standing(&all, "media-notice"),
        Some(("public-notice".into(), Strictness::Looser))
    );
    assert_eq!(standing(&all, "publication"), None);
    assert_eq!(standing(&all, "conclusion-notice"), None);

    let all = of("lao-cai-7-qc-tu-2025", "2026-11-20", None);
    let same = Some(("media-notice".into(), Strictness::Same));
    assert_eq!(standing(&all, "public-notice"), same);
    // The local rule sets no limit, so the law's is the one to keep.
    let looser = Some(("publication".into(), Strictness::Looser));
    assert_eq!(standing(&all, "publication"), looser);
}

#[test]
fn a_periodic_report_is_due_before_the_first_such_day_after_the_session() {
    let on = |held, id| find(&of("dien-bien", held, None), id).on();
    assert_eq!(on("2026-06-29", "half-year"), Some(day("2026-06-29")));
    assert_eq!(on("2026-06-30", "half-year"), Some(day("2027-06-29")));
    assert_eq!(on("2026-11-20", "year"), Some(day("2026-12-14")));
    assert_eq!(on("2026-11-20", "roll-up"), Some(day("2026-12-19")));
    assert_eq!(
        find(&of("dan-tien-2025", "2026-11-20", None), "year").on(),
        None
    );
}

#[test]
fn the_session_is_told_by_when_an_item_is_to_be_answered() {
    let dates = Dates::of(day("2026-11-20"));
    let propose = |id, class| basis().proposal(&shipped(id), class, &dates);
    let agency_report = || DeadlineId("agency-report".into());
    assert_eq!(
        propose("lao-cai-7-qc-tu-2025", ClassKind::VerifyLater),
        Proposal::On {
            date: day("2027-01-04"),
            deadline: agency_report()
        }
    );
    assert_eq!(
        propose("dien-bien", ClassKind::VerifyLater),
        Proposal::AfterNotice {
            deadline: agency_report()
        }
    );
    assert_eq!(
        propose("tang-tien-2024", ClassKind::VerifyLater),
        Proposal::None
    );
    assert_eq!(propose("dien-bien", ClassKind::AnsweredNow), Proposal::None);
    assert_eq!(
        propose("dien-bien", ClassKind::ReportUpward),
        Proposal::None
    );
}

#[test]
fn the_day_of_the_event_is_never_counted() {
    let calendar = years();
    // Friday: the first working day is Monday, the first day back is Thursday.
    let friday = day("2026-11-13");
    let after = calendar::after(&calendar, friday, 1, DayUnit::Working).unwrap();
    assert_eq!(
        (after.first, after.due),
        (day("2026-11-16"), day("2026-11-16"))
    );
    let before = calendar::before(&calendar, friday, 1, DayUnit::Working).unwrap();
    assert_eq!(before.due, day("2026-11-12"));
}

#[test]
fn months_are_counted_to_the_day_of_the_same_number_and_roll_over_days_off() {
    let calendar = years();
    for (from, months, reached, due) in [
        ("2026-03-16", 1, "2026-04-16", "2026-04-16"),
        // a month without a 31st ends on its last day; 28/2/2026 is a Saturday
        ("2026-01-31", 1, "2026-02-28", "2026-03-02"),
        // into the next year, on to a holiday
        ("2026-10-01", 3, "2027-01-01", "2027-01-04"),
    ] {
        let counted = calendar::after(&calendar, day(from), months, DayUnit::Month).unwrap();
        assert_eq!(
            (counted.reached, counted.due),
            (day(reached), day(due)),
            "{from}"
        );
        assert_eq!(counted.first, day(from).succ_opt().unwrap());
    }
    let back = calendar::before(&calendar, day("2026-03-31"), 1, DayUnit::Month).unwrap();
    assert_eq!(back.due, day("2026-02-28"));
    assert!(calendar::after(&calendar, day("2027-12-31"), 1, DayUnit::Month).is_err());
}

fn remarks(regulation: &str, held: &str, id: &str) -> Vec<String> {
    let all = of(regulation, held, None);
    Explainer::new(Lang::Vi).lines(find(&all, id))
}

#[test]
fn a_report_due_on_a_day_off_or_on_another_half_year_says_so() {
    // Lào Cai wants the half-year before 15/6: in 2026 the 14th is a Sunday
    let half = remarks("lao-cai-7-qc-tu-2025", "2026-05-20", "half-year");
    let off =
        "Ngày 14/06/2026 là ngày nghỉ và hạn này không chuyển sang ngày khác; hãy gửi trước đó";
    assert!(half.iter().any(|line| line == off), "{half:?}");
    assert!(
        half.iter().all(|line| !line.contains("không thuộc kỳ")),
        "{half:?}"
    );
    // a session in autumn: the next such report is on the first half of the next year
    let half = remarks("lao-cai-7-qc-tu-2025", "2026-11-20", "half-year");
    let other = "Báo cáo này là của 6 tháng đầu năm 2027; buổi đối thoại không thuộc kỳ ấy";
    assert!(half.iter().any(|line| line == other), "{half:?}");
    // and after the day of the year's report, the next one is on another year
    let year = remarks("lao-cai-7-qc-tu-2025", "2026-11-20", "year");
    let other = "Báo cáo này là của năm 2027; buổi đối thoại không thuộc kỳ ấy";
    assert!(year.iter().any(|line| line == other), "{year:?}");
}

#[test]
fn reports_of_quarters_and_months_say_which_they_are_of() {
    let mut regulation = shipped("lao-cai-7-qc-tu-2025");
    let first = regulation.reports[0].clone();
    for (period, before, held, told) in [
        (Period::Quarter, (5, 4), "2026-01-20", None),
        (
            Period::Quarter,
            (5, 4),
            "2026-04-01",
            Some("quý 1 năm 2026"),
        ),
        (Period::Month, (25, 3), "2026-03-02", None),
        (
            Period::Month,
            (5, 4),
            "2026-04-02",
            Some("tháng 3 năm 2026"),
        ),
        (
            Period::Months(4),
            (10, 5),
            "2026-05-04",
            Some("tháng 1 đến tháng 4 năm 2026"),
        ),
        (Period::Months(5), (10, 5), "2026-05-04", None),
    ] {
        let (day_of_month, month) = before;
        regulation.reports = vec![PeriodicReport {
            period,
            before: Some(DayMonth {
                day: day_of_month,
                month,
            }),
            also_before: Vec::new(),
            ..first.clone()
        }];
        let all = basis().due_dates(&regulation, &Dates::of(day(held)));
        let lines = Explainer::new(Lang::Vi).lines(find(&all, &first.id));
        let other = lines
            .iter()
            .find(|line| line.starts_with("Báo cáo này là của "));
        assert_eq!(
            other.is_some(),
            told.is_some(),
            "{period:?} {held}: {lines:?}"
        );
        if let Some(told) = told {
            assert!(other.unwrap().contains(told), "{other:?}");
        }
    }
}
