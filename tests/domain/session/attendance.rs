//! Who came: recorded or unknown, asked for at the gate and never in the way.

use doithoai::domain::session::attendance::{Attendee, Presence};
use doithoai::domain::session::closing_check::Reminder;
use doithoai::domain::session::command::Command;
use doithoai::domain::session::event::Event;
use doithoai::domain::session::next::Next;
use doithoai::domain::session::rejection::Rejection;

use crate::session::given::{self, *};

fn guests() -> Hall {
    let mut plan = given::plan(DAN_TIEN);
    plan.delegates = vec![official("Ma Văn Khách"), official("Lý Thị Khách")];
    Hall::of(plan)
}

fn record(marks: Vec<(Attendee, Option<Presence>)>, people: Option<u32>) -> Command {
    Command::RecordAttendance { marks, people }
}

#[test]
fn what_nobody_recorded_is_neither_present_nor_absent() {
    let hall = guests();
    let record = hall.record();
    assert_eq!(record.attendance.people, None);
    assert_eq!(record.attendance.expected.len(), 4);
    assert!(
        record
            .attendance
            .expected
            .iter()
            .all(|expected| expected.presence.is_none())
    );
    assert_eq!(
        hall.session.reminders(),
        [Reminder::Attendance {
            unrecorded: 4,
            counted: false
        }]
    );
}

#[test]
fn only_what_differs_is_written_down_and_all_of_it_is_one_act() {
    let mut hall = guests();
    let first = Attendee::Delegate(official("Ma Văn Khách"));
    let second = Attendee::Delegate(official("Lý Thị Khách"));
    let speaks = Attendee::Agency(agency("kinh-te"));
    let marks = vec![
        (first.clone(), Some(Presence::Present)),
        (second.clone(), Some(Presence::Absent)),
        (
            speaks.clone(),
            Some(Presence::Substituted {
                by: official("Đàm Văn Thay"),
            }),
        ),
    ];
    let events = hall.does(record(marks.clone(), Some(87)));
    assert_eq!(events.len(), 4);
    assert_eq!(
        hall.refuses(record(marks.clone(), Some(87))),
        Rejection::SameAsBefore
    );
    assert_eq!(
        hall.does(record(marks, Some(88))),
        [Event::PeopleCounted { people: Some(88) }]
    );
    let attendance = hall.record().attendance;
    assert_eq!(attendance.people, Some(88));
    assert_eq!(attendance.expected[0].presence, Some(Presence::Present));
    assert_eq!(attendance.expected[1].presence, Some(Presence::Absent));
    // Whoever came in the place of another speaks for the agency.
    let spoke = hall.session.speaks_for(&agency("kinh-te"));
    assert_eq!(
        spoke.map(|official| official.name.as_str()),
        Some("Đàm Văn Thay")
    );
    hall.does(Command::Undo);
    hall.does(Command::Undo);
    assert_eq!(hall.session.unrecorded_attendees().len(), 4);
    assert_eq!(hall.session, hall.replayed());
}

#[test]
fn nobody_comes_who_was_not_expected_and_a_substitute_has_a_name() {
    let hall = guests();
    let stranger = Attendee::Delegate(official("Người Lạ"));
    assert_eq!(
        hall.refuses(record(
            vec![(stranger.clone(), Some(Presence::Present))],
            None
        )),
        Rejection::NoSuchAttendee(Box::new(stranger))
    );
    let mut nameless = official("");
    nameless.office = String::new();
    let guest = Attendee::Delegate(official("Ma Văn Khách"));
    assert_eq!(
        hall.refuses(record(
            vec![(guest, Some(Presence::Substituted { by: nameless }))],
            None
        )),
        Rejection::EmptyText
    );
}

#[test]
fn it_bars_no_closing_and_can_be_recorded_afterwards() {
    let mut hall = guests();
    hall.spaces_until(|next| *next == Next::Nothing);
    assert!(hall.state().closed.is_some());
    hall.does(record(
        vec![(
            Attendee::Delegate(official("Ma Văn Khách")),
            Some(Presence::Present),
        )],
        Some(120),
    ));
    assert_eq!(hall.record().attendance.people, Some(120));
}
