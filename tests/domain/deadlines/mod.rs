//! What is due when, around the days on which counting goes wrong: Tết, 30/4–1/5, 2/9, swapped Saturdays, year ends.

mod calendar_files;
mod printed;
mod tables;
mod walk;

use chrono::NaiveDate;
use doithoai::domain::calendar::{self, Calendar, Counting, NoYear, Why};
use doithoai::domain::deadlines::{Basis, Dates, DueDate, DueWhen, Proposal, Strictness};
use doithoai::domain::regulation::{ClassKind, DayUnit, DeadlineId, Regulation};
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
