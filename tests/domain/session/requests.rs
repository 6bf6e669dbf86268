//! What others than the desk ask for: what each may, what it is held against, and that nobody takes back what others did.

mod taking_back;
mod written;

use doithoai::domain::request::{
    RegistrationForm, Request, RequestOutcome, RequestRefusal, StationCommand, StationKind,
};
use doithoai::domain::session::command::Command;
use doithoai::domain::session::event::{RequestId, Seq, StationId};
use doithoai::domain::session::item::ItemId;
use doithoai::domain::session::plan::Number;
use doithoai::domain::session::queue::{PersonDetails, Standing};
use doithoai::domain::session::rejection::Rejection;
use doithoai::domain::session::venue::VenueLink;

use crate::session::given::*;

fn door() -> StationId {
    StationKind::Registration.station(None)
}

fn secretary() -> StationId {
    StationKind::Secretary.station(None)
}

fn register(name: &str) -> StationCommand {
    StationCommand::Register(RegistrationForm {
        name: name.into(),
        village: "bản Nậm Cưởm".into(),
        subject: Some("đường liên thôn".into()),
        ..RegistrationForm::default()
    })
}

fn mark(number: u32, was: Standing, standing: Standing) -> StationCommand {
    StationCommand::MarkPerson {
        number: Number(number),
        was,
        standing,
    }
}

fn answer(item: u32, was: &str, text: &str) -> StationCommand {
    StationCommand::SummariseAnswer {
        item: ItemId(item),
        was: was.into(),
        answer: text.into(),
    }
}

impl Hall {
    fn request(&self, station: &StationId, command: StationCommand) -> Request {
        let last = self.session.history().last_seq();
        Request {
            id: RequestId(format!("{}-{}", station.0, last.0)),
            station: station.clone(),
            at: self.clock.now().wall,
            based_on: last,
            command,
        }
    }

    fn carries_out(&mut self, request: &Request) -> Result<Seq, RequestRefusal> {
        let events = request.decide(&self.session, self.clock.now())?;
        let record = self.session.record_of(
            events,
            self.clock.now(),
            request.station.clone(),
            request.id.clone(),
        );
        let seq = record.seq;
        self.session.apply(record);
        Ok(seq)
    }

    fn station(
        &mut self,
        station: &StationId,
        command: StationCommand,
    ) -> Result<Seq, RequestRefusal> {
        let request = self.request(station, command);
        self.carries_out(&request)
    }

    fn name_of(&self, number: u32) -> &str {
        let person = self.state().queue.person(Number(number)).unwrap();
        &person.registration.name
    }
}

#[test]
fn whoever_registers_at_the_door_has_a_number_and_the_record_says_who_asked() {
    let mut hall = Hall::under(LAO_CAI);
    let seq = hall.station(&door(), register("  Lò  Thị Mỷ ")).unwrap();
    let entry = hall.session.history().entry(seq).unwrap();
    assert_eq!(entry.record.by, Some(door()));
    assert_eq!(
        RequestOutcome::of_record(&entry.record),
        RequestOutcome::Taken {
            seq,
            number: Some(Number(4))
        }
    );
    // In one spelling, however it came.
    assert_eq!(hall.name_of(4), "Lò Thị Mỷ");
    let id = entry.record.request.clone().unwrap();
    assert_eq!(
        hall.session.history().of_request(&id).unwrap().record.seq,
        seq
    );
    assert_eq!(hall.replayed(), hall.session);
}

#[test]
fn each_kind_of_station_may_what_the_table_says_and_nothing_else() {
    let mut hall = Hall::with_number_one_speaking(LAO_CAI);
    let refused = RequestRefusal::NotForThisStation;
    let item = answer(1, "", "xã sẽ sửa");
    assert_eq!(hall.station(&door(), item.clone()), Err(refused.clone()));
    assert_eq!(
        hall.station(&secretary(), register("Lý A Sùng")),
        Err(refused.clone())
    );
    let venue = StationCommand::LinkVenue {
        venue: "Bản Lếch".into(),
        link: VenueLink::Lost,
    };
    assert_eq!(hall.station(&door(), venue.clone()), Err(refused.clone()));
    let other = StationKind::Venue.station(Some("Bản Lếch"));
    hall.station(&other, venue).unwrap();
    assert_eq!(hall.session.venues(), ["Bản Lếch"]);
    // Calling back whom the chair refused, or saying that time is up, is the desk's.
    let no_time = mark(2, Standing::Waiting, Standing::NoTimeLeft);
    assert_eq!(hall.station(&door(), no_time), Err(refused));
    let nobody = StationId("kitchen".into());
    assert_eq!(
        hall.station(&nobody, item),
        Err(RequestRefusal::UnknownStation(nobody.clone()))
    );
}

#[test]
fn the_door_corrects_whom_it_registered_until_they_are_called() {
    let mut hall = Hall::before_the_first_speech(LAO_CAI);
    hall.station(&door(), register("Lò Thị Mỵ")).unwrap();
    let correct = |hall: &Hall, number: u32, name: &str| {
        let was = hall.state().queue.person(Number(number)).unwrap().details();
        StationCommand::CorrectPerson {
            number: Number(number),
            details: PersonDetails {
                name: name.into(),
                ..was.clone()
            },
            was,
        }
    };
    let own = correct(&hall, 4, "Lò Thị Mỷ");
    hall.station(&door(), own).unwrap();
    assert_eq!(hall.name_of(4), "Lò Thị Mỷ");
    // Not whom somebody else registered, be it the plan, the desk or another door.
    let planned = correct(&hall, 2, "Ai đó");
    assert_eq!(
        hall.station(&door(), planned),
        Err(RequestRefusal::NotItsOwn(Number(2)))
    );
    let second = StationKind::Registration.station(Some("2"));
    let others = correct(&hall, 4, "Ai đó");
    assert_eq!(
        hall.station(&second, others),
        Err(RequestRefusal::NotItsOwn(Number(4)))
    );
    hall.does(call(4));
    let late = correct(&hall, 4, "Lò Thị Mai");
    assert_eq!(
        hall.station(&door(), late),
        Err(RequestRefusal::AlreadyCalled(Number(4)))
    );
}

#[test]
fn what_somebody_changed_meanwhile_is_refused_with_both_texts() {
    let mut hall = Hall::with_number_one_speaking(LAO_CAI);
    // given a secretary who began while nothing stood there
    let began = hall.request(&secretary(), answer(1, "", "xã sửa trong quý I"));
    // when the aide writes something first
    hall.does(Command::SummariseAnswer {
        item: ItemId(1),
        answer: "giao phòng Kinh tế".into(),
    });
    let refused = hall.carries_out(&began).unwrap_err();
    let RequestRefusal::TextChanged(both) = refused else {
        panic!("{refused:?}");
    };
    assert_eq!(
        (both.was.as_str(), both.now.as_str()),
        ("", "giao phòng Kinh tế")
    );
    // then, having seen it, she may write over it
    hall.station(
        &secretary(),
        answer(1, "giao phòng Kinh tế", "giao phòng Kinh tế, quý I"),
    )
    .unwrap();
    // And likewise for where a person stands.
    let began = hall.request(&door(), mark(2, Standing::Waiting, Standing::Absent));
    hall.does(stands(2, Standing::Withdrew));
    assert_eq!(
        hall.carries_out(&began),
        Err(RequestRefusal::StandingChanged {
            number: Number(2),
            was: Standing::Waiting,
            now: Standing::Withdrew,
        })
    );
}

#[test]
fn a_number_that_is_somebody_else_s_by_now_is_not_who_was_meant() {
    let mut hall = Hall::before_the_first_speech(LAO_CAI);
    hall.station(&door(), register("Lò Thị Mỷ")).unwrap();
    let meant = hall.request(&door(), mark(4, Standing::Waiting, Standing::Absent));
    hall.station(&door(), StationCommand::Undo).unwrap();
    hall.does(Command::Register {
        newcomer: newcomer(),
        within_scope: None,
        reason: None,
    });
    assert_eq!(
        hall.carries_out(&meant),
        Err(RequestRefusal::AnotherPerson(Number(4)))
    );
    // Nor is an item that was raised again under its number.
    hall.space();
    let meant = hall.request(&secretary(), answer(1, "", "đã trả lời"));
    let text = hall.state().item(ItemId(1)).unwrap().text.clone();
    hall.does(Command::Undo);
    hall.does(call(2));
    let again = hall.state().item(ItemId(1)).unwrap();
    assert_ne!(again.text, text);
    assert_eq!(
        hall.carries_out(&meant),
        Err(RequestRefusal::AnotherItem(ItemId(1)))
    );
}

#[test]
fn a_station_that_is_shut_out_asks_in_vain_until_it_is_let_in_again() {
    let mut hall = Hall::under(LAO_CAI);
    hall.station(&door(), register("Lò Thị Mỷ")).unwrap();
    hall.does(Command::ShutOut { station: door() });
    assert_eq!(
        hall.station(&door(), register("Lý A Sùng")),
        Err(RequestRefusal::ShutOut)
    );
    assert_eq!(
        hall.station(&door(), StationCommand::Undo),
        Err(RequestRefusal::ShutOut)
    );
    let other = StationKind::Registration.station(Some("2"));
    hall.station(&other, register("Lý A Sùng")).unwrap();
    hall.does(Command::LetIn { station: door() });
    hall.station(&door(), register("Giàng A Chớ")).unwrap();
    assert_eq!(
        hall.refuses(Command::LetIn { station: door() }),
        Rejection::NoSuchStation
    );
    assert_eq!(hall.replayed(), hall.session);
}

#[test]
fn a_departure_from_the_order_is_only_the_desk_s() {
    let mut hall = Hall::with_number_one_speaking(QD_1573);
    assert_eq!(
        hall.station(&door(), register("Lò Thị Mỷ")),
        Err(RequestRefusal::Rejected(Rejection::NeedsScope))
    );
    let scoped = |within: bool| {
        let StationCommand::Register(form) = register("Lò Thị Mỷ") else {
            unreachable!()
        };
        StationCommand::Register(RegistrationForm {
            within_scope: Some(within),
            ..form
        })
    };
    assert_eq!(
        hall.station(&door(), scoped(false)),
        Err(RequestRefusal::OnlyTheDesk)
    );
    hall.station(&door(), scoped(true)).unwrap();
    let person = hall.state().queue.person(Number(4)).unwrap();
    assert_eq!(person.within_scope, Some(true));
}

#[test]
fn after_closing_who_came_is_settled_and_words_can_still_be_mended() {
    let mut hall = Hall::with_number_one_speaking(LAO_CAI);
    hall.station(&door(), register("Lò Thị Mỷ")).unwrap();
    hall.station(&door(), mark(4, Standing::Waiting, Standing::Withdrew))
        .unwrap();
    hall.station(&secretary(), answer(1, "", "xã sửa")).unwrap();
    hall.sets_aside_what_is_left();
    while hall.state().closed.is_none() {
        hall.sets_aside_what_is_left();
        hall.space();
    }
    assert!(matches!(
        hall.station(&door(), StationCommand::Undo),
        Err(RequestRefusal::Rejected(Rejection::StoodOn { .. }))
    ));
    assert_eq!(
        hall.station(&door(), register("Lý A Sùng")),
        Err(RequestRefusal::Rejected(Rejection::Closed))
    );
    hall.station(&secretary(), answer(1, "xã sửa", "xã sửa trong quý I"))
        .unwrap();
    hall.station(&secretary(), StationCommand::Undo).unwrap();
    hall.station(&secretary(), StationCommand::Undo).unwrap();
}

#[test]
fn a_request_rests_on_records_that_are_there() {
    let mut hall = Hall::under(LAO_CAI);
    let mut ahead = hall.request(&door(), register("Lò Thị Mỷ"));
    ahead.based_on = Seq(99);
    assert_eq!(
        hall.carries_out(&ahead),
        Err(RequestRefusal::AnotherJournal)
    );
}

#[test]
fn where_nobody_said_a_person_sits_in_this_hall_and_one_hall_is_no_matter() {
    let mut plan = plan(LAO_CAI);
    assert_eq!(Hall::of(plan.clone()).session.venue_of(Number(1)), None);
    plan.venue = Some("Hội trường xã".into());
    let mut hall = Hall::of(plan);
    assert!(!hall.session.has_several_venues());
    let other = StationKind::Venue.station(Some("Bản Lếch"));
    let StationCommand::Register(form) = register("Lò Thị Mỷ") else {
        unreachable!()
    };
    let there = RegistrationForm {
        venue: Some("Bản Lếch".into()),
        phone: Some("0912 000 111".into()),
        ..form
    };
    hall.station(&other, StationCommand::Register(there))
        .unwrap();
    assert_eq!(hall.session.venues(), ["Hội trường xã", "Bản Lếch"]);
    assert_eq!(hall.session.venue_of(Number(1)), Some("Hội trường xã"));
    assert_eq!(hall.session.venue_of(Number(4)), Some("Bản Lếch"));
    let person = hall.state().queue.person(Number(4)).unwrap();
    assert_eq!(person.registration.phone.as_deref(), Some("0912 000 111"));
}
