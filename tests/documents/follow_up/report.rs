//! Every figure of a report counted again: from the raw rows of the workbook as another program reads them, and from what
//! was entered, with days of its own counting.

mod addressed;
mod book;

use chrono::{Datelike as _, Days, NaiveDate, Weekday};
use doithoai::documents::{DossierFile, PeriodOffice, period_papers};
use doithoai::domain::deadlines::Basis;
use doithoai::domain::follow_up::{
    ReportFigures, ReportPeriod, ReportedSession, figures, overview,
};
use doithoai::domain::record::SessionRecord;
use doithoai::domain::regulation::ClassKind;
use doithoai::domain::session::Session;
use doithoai::store::calendars;

use self::book::sheets;
use crate::support::closed_sessions::{closed_of, plan, promises};
use crate::support::days::{day, letter};
use crate::support::ledger_office::Office;

const TODAY: &str = "20/12/2026";

const ITEMS: u32 = 30;

/// What was entered about one item, as the test knows it.
struct Known {
    body: String,
    field: String,
    class: ClassKind,
    held: NaiveDate,
    answered: Option<NaiveDate>,
}

fn class_of(session: u32, number: u32) -> ClassKind {
    ClassKind::ALL[((session + number * 7) % 3) as usize]
}

/// Ends 45 days after the session, on a day that is worked: only weekends and 1/1 lie in the way of these sessions.
fn due_of(held: NaiveDate) -> NaiveDate {
    let mut on = held + Days::new(45);
    while matches!(on.weekday(), Weekday::Sat | Weekday::Sun) || (on.day(), on.month()) == (1, 1) {
        on = on + Days::new(1);
    }
    on
}

/// A small province: sessions of two years in four communes, some answered in time, some late, some not.
fn province() -> (Vec<ReportedSession>, Vec<Known>, Session) {
    let helds = [
        "10/06/2025",
        "15/09/2025",
        "05/06/2026",
        "06/07/2026",
        "15/09/2026",
        "16/11/2026",
    ];
    let basis = Basis::of(calendars::load(None).unwrap());
    let (mut sessions, mut known, mut last) = (Vec::new(), Vec::new(), None);
    for (number, held) in (0_u32..).zip(helds) {
        for commune in 1..=4 {
            let body = format!("Ủy ban nhân dân xã Mẫu {commune}");
            let plan = plan("lao-cai-7-qc-tu-2025", day(held), &body, ITEMS);
            let fields: Vec<String> = plan
                .speakers
                .iter()
                .map(|one| one.subjects[0].topic.clone().unwrap())
                .collect();
            let session = closed_of(plan, |item| class_of(number + commune, item));
            let mut office = Office::of(promises(&session), held);
            let due = due_of(day(held));
            for item in 1..=ITEMS {
                let class = class_of(number + commune, item);
                let shift = [Some(-5), Some(3), None][(item % 3) as usize];
                let on = shift
                    .map(|shift| due + chrono::TimeDelta::days(shift))
                    .filter(|on| class == ClassKind::VerifyLater && *on <= day(TODAY));
                if let Some(on) = on {
                    let typed = on.format("%d/%m/%Y").to_string();
                    office.is_on(&typed);
                    office.enters(Office::answer(item, letter("1/KT", &typed)));
                }
                known.push(Known {
                    body: body.clone(),
                    field: fields[item as usize - 1].clone(),
                    class,
                    held: day(held),
                    answered: on,
                });
            }
            sessions.push(ReportedSession {
                key: format!("P{number}{commune}"),
                overview: overview(
                    &office.promises,
                    office.ledger.state(),
                    &basis,
                    day(TODAY),
                    7,
                ),
                promises: office.promises,
            });
            last = Some(session);
        }
    }
    (sessions, known, last.unwrap())
}

fn made(period: &ReportPeriod) -> (ReportFigures, Vec<DossierFile>, Vec<Known>) {
    let (sessions, known, last) = province();
    let counts = figures(period, &sessions);
    let record = SessionRecord::as_left(&last);
    let office = PeriodOffice {
        record: &record,
        orders: vec![],
        left_out: vec![],
    };
    let files = period_papers(period, &counts, &office, day(TODAY), None).unwrap();
    (counts, files, known)
}

fn year() -> ReportPeriod {
    ReportPeriod::parse("2026", |day| day.parse().ok()).unwrap()
}

#[test]
fn every_figure_is_what_was_entered_with_days_counted_otherwise() {
    let (counts, _, known) = made(&year());
    let of_year = |year: i32| known.iter().filter(move |one| one.held.year() == year);
    for (totals, year) in [(&counts.this, 2026), (&counts.previous, 2025)] {
        let count = |fits: &dyn Fn(&Known) -> bool| -> u32 {
            of_year(year)
                .filter(|one| fits(one))
                .count()
                .try_into()
                .unwrap()
        };
        let later = |one: &Known| one.class == ClassKind::VerifyLater;
        let late = |one: &Known| one.answered.is_some_and(|on| on > due_of(one.held));
        assert_eq!(totals.items.items, count(&|_| true), "{year}");
        assert_eq!(
            totals.items.answered_now,
            count(&|one| one.class == ClassKind::AnsweredNow)
        );
        assert_eq!(totals.items.verify_later, count(&later));
        assert_eq!(
            totals.items.report_upward,
            count(&|one| one.class == ClassKind::ReportUpward)
        );
        assert_eq!(totals.items.late, count(&|one| later(one) && late(one)));
        assert_eq!(
            totals.items.on_time,
            count(&|one| later(one) && one.answered.is_some() && !late(one))
        );
        assert_eq!(
            totals.items.overdue,
            count(&|one| later(one) && one.answered.is_none() && due_of(one.held) < day(TODAY))
        );
    }
    assert_eq!((counts.this.sessions, counts.previous.sessions), (16, 8));
    // By field and body, the same way.
    for (field, counted) in &counts.fields {
        let expected = of_year(2026).filter(|one| Some(&one.field) == field.as_ref());
        assert_eq!(counted.items as usize, expected.count(), "{field:?}");
    }
    for (body, (sessions, counted)) in &counts.bodies {
        let expected = of_year(2026).filter(|one| &one.body == body);
        assert_eq!((*sessions, counted.items as usize), (4, expected.count()));
    }
    // Promised before the year and not answered when it began.
    let begins = day("01/01/2026");
    let carried = known.iter().filter(|one| {
        one.held < begins
            && one.class != ClassKind::AnsweredNow
            && one.answered.is_none_or(|on| on >= begins)
    });
    assert_eq!(counts.carried.items as usize, carried.count());
}

#[test]
fn the_same_figures_make_the_same_bytes_and_a_year_without_sessions_is_no_fault() {
    let (_, first, _) = made(&year());
    let (_, second, _) = made(&year());
    assert!(first == second);
    let empty = ReportPeriod::parse("2020-H1", |day| day.parse().ok()).unwrap();
    let (counts, files, _) = made(&empty);
    assert_eq!(counts.this.sessions, 0);
    assert_eq!(files.len(), 2);
    sheets(&files);
}
