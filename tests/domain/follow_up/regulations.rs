//! One story for each regulation, from closing to the last answer: every day against a walk from day to day over lists of
//! days off that were typed from the notices, over Tết 2026, 30/4–1/5, 2/9 and the ends of years.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use doithoai::domain::follow_up::{
    AnswerOutcome, DueState, DutyRef, DutyStanding, LedgerCommand, PromiseStanding,
};
use doithoai::domain::regulation::{DeadlineKind, Regulation};

use crate::support::days::{day, letter, on};
use crate::support::ledger_office::Office;

const OFF: &[(i32, &str)] = &[
    (
        2024,
        "1/1 8/2 9/2 12/2 13/2 14/2 18/4 29/4 30/4 1/5 2/9 3/9",
    ),
    (
        2025,
        "1/1 27/1 28/1 29/1 30/1 31/1 7/4 30/4 1/5 2/5 1/9 2/9",
    ),
    (
        2026,
        "1/1 2/1 16/2 17/2 18/2 19/2 20/2 27/4 30/4 1/5 31/8 1/9 2/9 24/11",
    ),
];
const WORKED: &[(i32, &str)] = &[(2024, "4/5"), (2025, "26/4"), (2026, "10/1 22/8")];

fn is_listed(list: &[(i32, &str)], on: NaiveDate) -> bool {
    let name = format!("{}/{}", on.day(), on.month());
    list.iter()
        .filter(|(year, _)| *year == on.year())
        .any(|(_, days)| days.split(' ').any(|day| day == name))
}

fn is_worked(on: NaiveDate) -> bool {
    is_listed(WORKED, on)
        || !(matches!(on.weekday(), Weekday::Sat | Weekday::Sun) || is_listed(OFF, on))
}

/// So many working days after a day.
fn working(from: &str, days: u32) -> NaiveDate {
    let mut on = day(from);
    let mut left = days;
    while left > 0 {
        on = on + Days::new(1);
        left -= u32::from(is_worked(on));
    }
    on
}

/// So many days after a day; an end on a day off moves to the next that is worked.
fn calendar(from: &str, days: u64) -> NaiveDate {
    let mut on = day(from) + Days::new(days);
    while !is_worked(on) {
        on = on + Days::new(1);
    }
    on
}

fn typed(date: NaiveDate) -> String {
    date.format("%d/%m/%Y").to_string()
}

fn duty(office: &Office, kind: DeadlineKind) -> DutyStanding {
    let seen = office.sees();
    let regulation = &office.promises.regulation.id;
    let mut duties = seen.duties.iter();
    let found = duties.find(|duty| duty.kind == Some(kind) && duty.duty.source == *regulation);
    found.unwrap_or_else(|| panic!("no {kind:?}")).clone()
}

/// The longer limit of the regulation, and the duty that it extends.
fn extension(regulation: &Regulation) -> (DutyRef, DutyRef) {
    let mut deadlines = regulation.deadlines.iter();
    let longer = deadlines
        .find(|deadline| deadline.extends.is_some())
        .unwrap();
    let of = |id: &doithoai::domain::regulation::DeadlineId| DutyRef {
        source: regulation.id.clone(),
        id: id.clone(),
    };
    (of(&longer.id), of(longer.extends.as_ref().unwrap()))
}

fn extended_day(office: &Office, base: &DutyRef) -> (Option<NaiveDate>, Option<String>) {
    let seen = office.sees();
    let found = seen.duties.iter().find(|duty| duty.duty == *base).unwrap();
    (found.day, found.extended.clone())
}

fn item(office: &Office, id: u32) -> PromiseStanding {
    office.promise(id)
}

/// The yearly day of a report, the last day in time.
fn reported_by(office: &Office) -> Vec<NaiveDate> {
    let seen = office.sees();
    let reports = seen.duties.iter().filter(|duty| duty.kind.is_none());
    let mut days: Vec<NaiveDate> = reports.filter_map(|duty| duty.day).collect();
    days.sort_unstable();
    days
}

/// Dates of a working-day regulation: the notice, its extension, the answers after it, one late, an undo, one upward.
fn working_days_story(regulation: &str, held: &str, notice: u32, extended: u32, answers: u32) {
    let mut office = Office::after(regulation, held, 5);
    // The evening of the session: the notice runs, the answers wait for it.
    let issue = duty(&office, DeadlineKind::ConclusionNotice);
    assert_eq!(issue.day, Some(working(held, notice)), "notice of {held}");
    assert_eq!(item(&office, 3).state, DueState::AwaitsNotice);
    assert!(matches!(item(&office, 2).state, DueState::NoLimit));

    // A longer limit, with its reason, moves the day and is taken back.
    let (longer, base) = extension(&office.promises.regulation);
    office.enters(LedgerCommand::Extend {
        duty: longer.clone(),
        reason: "Nội dung liên quan nhiều cơ quan".into(),
    });
    let (moved, reason) = extended_day(&office, &base);
    assert_eq!(moved, Some(working(held, extended)), "extended of {held}");
    assert_eq!(reason.as_deref(), Some("Nội dung liên quan nhiều cơ quan"));
    office.enters(LedgerCommand::Undo);
    assert_eq!(extended_day(&office, &base).1, None);

    // The notice is issued on its last day, and every answer has a day.
    let issued = typed(working(held, notice));
    office.is_on(&issued);
    assert_eq!(
        duty(&office, DeadlineKind::ConclusionNotice).state,
        DueState::Due { days: 0 }
    );
    office.enters(Office::notice(letter("15/TB-UBND", &issued)));
    let issue = duty(&office, DeadlineKind::ConclusionNotice);
    assert_eq!(issue.state, DueState::Done { on: day(&issued) });
    let due = working(&issued, answers);
    assert_eq!(
        item(&office, 3).due.day,
        Some(due),
        "answers after {issued}"
    );

    // One in time on the last day, one late, one overdue.
    office.is_on(&typed(due));
    office.enters(Office::answer(3, on(&typed(due))));
    assert_eq!(item(&office, 3).state, DueState::Done { on: due });
    let late = working(&typed(due), 2);
    office.is_on(&typed(late));
    office.enters(Office::answer(4, on(&typed(late))));
    let days = (late - due).num_days();
    assert_eq!(
        item(&office, 4).state,
        DueState::DoneLate { on: late, days }
    );
    assert_eq!(item(&office, 5).state, DueState::Overdue { days });
    office.enters(LedgerCommand::Undo);
    assert_eq!(item(&office, 4).state, DueState::Overdue { days });
    office.enters(LedgerCommand::Redo);
    assert_eq!(
        item(&office, 4).state,
        DueState::DoneLate { on: late, days }
    );
    upward(&mut office, &typed(late));
}

/// A petition goes up, and its answer comes.
fn upward(office: &mut Office, date: &str) {
    office.enters(LedgerCommand::SubmitUpward {
        item: 2,
        to: "Ủy ban nhân dân tỉnh (mẫu)".into(),
        letter: letter("20/UBND-VP", date),
    });
    assert_eq!(item(office, 2).state, DueState::WithSuperior);
    office.enters(LedgerCommand::Answer {
        item: 2,
        letter: letter("300/UBND-TH", date),
        outcome: AnswerOutcome::Timetable {
            until: Some(day(date) + Days::new(400)),
        },
        text: Some("Đưa vào kế hoạch năm sau".into()),
        told: Some(day(date)),
        correction: None,
    });
    assert!(item(office, 2).state.is_done());
}

#[test]
fn qd_1573_over_tet_30_april_2_september_and_the_end_of_the_year() {
    // The Friday before Tết first.
    for held in ["13/02/2026", "26/12/2025", "24/04/2026", "27/08/2026"] {
        working_days_story("qd-1573-2025", held, 5, 10, 7);
    }
    let office = Office::after("qd-1573-2025", "13/02/2026", 5);
    assert!(
        reported_by(&office).contains(&day("29/11/2026")),
        "{:?}",
        reported_by(&office)
    );
}

#[test]
fn dien_bien_over_30_april_tet_2_september_and_the_end_of_the_year() {
    for held in ["24/04/2026", "22/12/2025", "11/02/2026", "20/08/2026"] {
        working_days_story("dien-bien", held, 10, 15, 7);
    }
    let office = Office::after("dien-bien", "24/04/2026", 5);
    assert!(!reported_by(&office).is_empty());
}

#[test]
fn dan_tien_over_2_september_tet_30_april_and_the_end_of_the_year() {
    // A worked Saturday stands before the days off in August, and one in January.
    for held in ["20/08/2026", "12/02/2026", "17/04/2026", "22/12/2025"] {
        working_days_story("dan-tien-2025", held, 10, 15, 30);
    }
}

#[test]
fn lao_cai_over_the_end_of_the_year() {
    for held in ["25/12/2025", "10/02/2026", "20/04/2026", "25/08/2026"] {
        let mut office = Office::after("lao-cai-7-qc-tu-2025", held, 5);
        let notice = calendar(held, 10);
        assert_eq!(
            duty(&office, DeadlineKind::ConclusionNotice).day,
            Some(notice)
        );
        // Answers are counted from the session: the notice moves nothing.
        let due = calendar(held, 45);
        assert_eq!(item(&office, 3).due.day, Some(due), "{held}");
        let issued = typed(notice);
        office.is_on(&issued);
        office.enters(Office::notice(on(&issued)));
        assert_eq!(item(&office, 3).due.day, Some(due));
        office.is_on(&typed(due));
        assert_eq!(item(&office, 3).state, DueState::Due { days: 0 });
        office.enters(Office::answer(3, on(&typed(due))));
        let late = due + Days::new(1);
        office.is_on(&typed(late));
        office.enters(Office::answer(4, on(&typed(late))));
        assert_eq!(
            item(&office, 4).state,
            DueState::DoneLate { on: late, days: 1 }
        );
        assert_eq!(item(&office, 5).state, DueState::Overdue { days: 1 });
        office.enters(LedgerCommand::Undo);
        assert_eq!(item(&office, 4).state, DueState::Overdue { days: 1 });
        office.enters(LedgerCommand::Redo);
        assert_eq!(
            item(&office, 4).state,
            DueState::DoneLate { on: late, days: 1 }
        );
        // The text knows no longer limit, so none can be entered.
        let mut deadlines = office.promises.regulation.deadlines.iter();
        assert!(deadlines.all(|deadline| deadline.extends.is_none()));
        upward(&mut office, &typed(late));
    }
}

#[test]
fn tang_tien_sets_no_days_and_nothing_is_ever_late() {
    let mut office = Office::after("tang-tien-2024", "05/09/2024", 5);
    let seen = office.sees();
    let regulation = &office.promises.regulation.id;
    let own = seen
        .duties
        .iter()
        .filter(|duty| duty.duty.source == *regulation);
    assert!(own.clone().all(|duty| duty.day.is_none()), "{seen:?}");
    assert_eq!(item(&office, 3).state, DueState::NoLimit);
    office.is_on("05/12/2024");
    assert_eq!(item(&office, 3).state, DueState::NoLimit);
    office.enters(Office::answer(3, on("05/12/2024")));
    assert_eq!(
        item(&office, 3).state,
        DueState::Done {
            on: day("05/12/2024")
        }
    );
    office.enters(LedgerCommand::Undo);
    assert_eq!(item(&office, 3).state, DueState::NoLimit);
    office.enters(LedgerCommand::Redo);
    assert!(item(&office, 3).state.is_done());
    // Where the chair named a day, that day holds.
    office.enters(LedgerCommand::AgreeDay {
        item: 4,
        day: day("10/12/2024"),
        reason: "Người chủ trì ấn định".into(),
    });
    office.is_on("12/12/2024");
    assert_eq!(item(&office, 4).state, DueState::Overdue { days: 2 });
    upward(&mut office, "12/12/2024");
}

#[test]
fn the_accompanying_law_runs_beside_the_local_rule() {
    let mut office = Office::after("qd-1573-2025", "13/02/2026", 5);
    let publication = |office: &Office| {
        let seen = office.sees();
        let mut duties = seen.duties.iter();
        let found = duties.find(|duty| duty.kind == Some(DeadlineKind::Publication));
        found.unwrap().clone()
    };
    // Ten days after the session end on the Monday after Tết.
    let law = publication(&office);
    assert_eq!(law.day, Some(calendar("13/02/2026", 10)));
    office.is_on("24/02/2026");
    assert_eq!(publication(&office).state, DueState::Overdue { days: 1 });
    office.enters(LedgerCommand::Publish {
        duty: Some(law.duty),
        channel: "Niêm yết tại trụ sở".into(),
        on: day("23/02/2026"),
    });
    assert!(publication(&office).state.is_done());
}

#[test]
fn a_change_of_the_calendar_moves_what_runs_and_is_told() {
    use doithoai::domain::calendar::{DayNotice, Status};
    use doithoai::domain::follow_up::DueRemark;
    use doithoai::domain::regulation::Text;
    let mut office = Office::after("lao-cai-7-qc-tu-2025", "25/11/2026", 5);
    // The session wrote a day down, as it was counted then: 45 days are the 9th of January, a Saturday.
    let then = day("11/01/2027");
    for item in &mut office.promises.items {
        item.day = item.under.as_ref().map(|_| then);
    }
    assert_eq!(item(&office, 3).due.day, Some(then));
    assert!(item(&office, 3).due.remarks.is_empty());
    // when that Monday becomes a day off
    let off = DayNotice {
        what: Text {
            vi: "Nghỉ bù".into(),
            en: "Day off in lieu".into(),
        },
        status: Status::Announced,
        source: "Thông báo mẫu".into(),
    };
    let year = office.calendar.years.get_mut(&2027).unwrap();
    year.off.insert(then, off);
    // then the answer is due a day later, and why is told
    let now = day("12/01/2027");
    let due = item(&office, 3).due;
    assert_eq!(due.day, Some(now));
    assert_eq!(due.remarks, [DueRemark::CalendarMoved { then, now }]);
}
