//! What others than the desk ask for: what each may, what it is held against, and that nobody takes back what others did.

use doithoai::domain::request::{
    Answer, AnswerWords, RegistrationForm, Request, RequestOutcome, RequestRefusal, StationCommand,
    StationKind,
};
use doithoai::domain::session::command::Command;
use doithoai::domain::session::event::{Event, RequestId, Seq, StationId};
use doithoai::domain::session::item::{ItemId, Raiser};
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
fn everybody_takes_back_their_own_acts_and_nobody_else_s() {
    let mut hall = Hall::with_number_one_speaking(LAO_CAI);
    let desk = hall.session.history().to_undo();
    hall.station(&door(), register("Lò Thị Mỷ")).unwrap();
    hall.station(&secretary(), answer(1, "", "xã sửa")).unwrap();
    // The desk's undo passes over both.
    assert_eq!(hall.session.history().to_undo(), desk);
    hall.does(Command::PauseClock);
    hall.does(Command::Undo);
    assert_eq!(hall.session.history().to_undo(), desk);
    assert_eq!(hall.name_of(4), "Lò Thị Mỷ");
    // The secretary takes back her answer, not who was registered; then she has nothing left.
    hall.station(&secretary(), StationCommand::Undo).unwrap();
    assert_eq!(hall.state().item(ItemId(1)).unwrap().answer, None);
    assert_eq!(
        hall.station(&secretary(), StationCommand::Undo),
        Err(RequestRefusal::Rejected(Rejection::NothingToUndo))
    );
    // What others do does not end her redo; what she does herself ends it.
    hall.does(Command::Redo);
    hall.station(&door(), mark(2, Standing::Waiting, Standing::Absent))
        .unwrap();
    hall.station(&secretary(), StationCommand::Redo).unwrap();
    assert_eq!(
        hall.state().item(ItemId(1)).unwrap().answer.as_deref(),
        Some("xã sửa")
    );
    assert_eq!(hall.replayed(), hall.session);
}

#[test]
fn an_undo_that_a_later_act_of_somebody_else_stands_on_is_refused_and_names_it() {
    let mut hall = Hall::before_the_first_speech(LAO_CAI);
    let registered = hall.station(&door(), register("Lò Thị Mỷ")).unwrap();
    hall.does(call(4));
    let called = hall.session.history().last_seq();
    assert_eq!(
        hall.station(&door(), StationCommand::Undo),
        Err(RequestRefusal::Rejected(Rejection::StoodOn {
            act: registered,
            later: called,
        }))
    );
    // It goes both ways: the desk cannot take back the item that the secretary wrote on.
    let raised = hall.session.history().to_undo().unwrap();
    let wrote = hall.station(&secretary(), answer(1, "", "xã sửa")).unwrap();
    assert_eq!(
        hall.refuses(Command::Undo),
        Rejection::StoodOn {
            act: raised,
            later: wrote
        }
    );
    // Once she has taken that back, the aide can go on, and then so can the door.
    hall.station(&secretary(), StationCommand::Undo).unwrap();
    hall.does(Command::Undo);
    hall.station(&door(), StationCommand::Undo).unwrap();
    assert!(hall.state().queue.person(Number(4)).is_none());
    // And what would stand on what is gone is not put back.
    assert_eq!(
        hall.station(&secretary(), StationCommand::Redo),
        Err(RequestRefusal::Rejected(Rejection::StoodOn {
            act: wrote,
            later: wrote,
        }))
    );
}

#[test]
fn two_who_write_about_the_same_thing_stand_on_each_other_and_about_different_ones_do_not() {
    let mut hall = Hall::with_number_one_speaking(LAO_CAI);
    hall.does(Command::RaiseItem {
        by: Raiser::Citizen(Number(1)),
        text: "nước sinh hoạt".into(),
        opinion: None,
    });
    let edit = |item: u32, was: &str, text: &str| StationCommand::EditItem {
        item: ItemId(item),
        was: was.into(),
        text: text.into(),
    };
    let first = hall.state().item(ItemId(1)).unwrap().text.clone();
    let own = hall
        .station(&secretary(), edit(1, &first, "đường thôn"))
        .unwrap();
    let second = StationKind::Secretary.station(Some("2"));
    hall.station(&second, edit(2, "nước sinh hoạt", "nước sạch"))
        .unwrap();
    // Another item: no matter.
    hall.station(&secretary(), StationCommand::Undo).unwrap();
    hall.station(&secretary(), StationCommand::Redo).unwrap();
    let over = hall
        .station(&second, edit(1, "đường thôn", "đường thôn Nà Hỏi"))
        .unwrap();
    assert_eq!(
        hall.station(&secretary(), StationCommand::Undo),
        Err(RequestRefusal::Rejected(Rejection::StoodOn {
            act: own,
            later: over
        }))
    );
}

#[test]
fn taking_back_who_was_registered_changes_the_order_of_nobody_else() {
    // given three of the plan, one from the door, and the aide who moves the first behind them
    let mut hall = Hall::before_the_first_speech(LAO_CAI);
    let registered = hall.station(&door(), register("Lò Thị Mỷ")).unwrap();
    hall.does(Command::Register {
        newcomer: newcomer(),
        within_scope: None,
        reason: None,
    });
    hall.does(Command::MoveInQueue {
        number: Number(5),
        to: 2,
    });
    // A place before the one who came from the door stays the same without them.
    hall.station(&door(), StationCommand::Undo).unwrap();
    hall.station(&door(), StationCommand::Redo).unwrap();
    hall.does(Command::MoveInQueue {
        number: Number(1),
        to: 3,
    });
    hall.does(Command::MoveInQueue {
        number: Number(2),
        to: 4,
    });
    let order = |hall: &Hall| -> Vec<u32> {
        let people = hall.state().queue.people().iter();
        people.map(|person| person.registration.number.0).collect()
    };
    let before = order(&hall);
    match hall.station(&door(), StationCommand::Undo) {
        Ok(_) => {
            let kept: Vec<u32> = before.into_iter().filter(|number| *number != 4).collect();
            assert_eq!(order(&hall), kept);
        }
        Err(refused) => {
            let RequestRefusal::Rejected(Rejection::StoodOn { act, later }) = refused else {
                panic!("{refused:?}");
            };
            assert_eq!(
                (act, later),
                (registered, hall.session.history().last_seq())
            );
        }
    }
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

/// Files that people have hold these lines.
#[test]
fn requests_and_answers_are_written_in_names_that_never_change() {
    let lines = [
        r#"(id:"registration-1",station:"registration",at:"2026-11-25T08:15:02.123+07:00",based_on:41,command:Register((name:"Lò Thị Mỷ",honorific:"bà",village:"bản Nậm Cưởm",subject:Some("đường"),phone:Some("0912"),address:Some("số 4"),venue:Some("Bản Lếch"),within_scope:Some(true))))"#,
        r#"(id:"registration-2",station:"registration-2",at:"2026-11-25T08:15:02+07:00",based_on:41,command:CorrectPerson(number:19,was:(honorific:"bà",name:"Mỵ",village:"",organisation:""),details:(honorific:"bà",name:"Mỷ",village:"",organisation:"")))"#,
        r#"(id:"r3",station:"registration",at:"2026-11-25T08:15:02+07:00",based_on:41,command:MarkPerson(number:19,was:Waiting,standing:WrittenSlip))"#,
        r#"(id:"s1",station:"secretary",at:"2026-11-25T08:15:02+07:00",based_on:41,command:EditItem(item:7,was:"a",text:"b"))"#,
        r#"(id:"s2",station:"secretary",at:"2026-11-25T08:15:02+07:00",based_on:41,command:SummariseAnswer(item:7,was:"",answer:"b"))"#,
        r#"(id:"s3",station:"secretary",at:"2026-11-25T08:15:02+07:00",based_on:41,command:AnswerAsPrepared(item:7,was:""))"#,
        r#"(id:"s4",station:"secretary",at:"2026-11-25T08:15:02+07:00",based_on:41,command:SetTopic(item:7,was:None,topic:Some("đất đai")))"#,
        r#"(id:"s5",station:"secretary",at:"2026-11-25T08:15:02+07:00",based_on:41,command:LinkItem(item:7,was:Some(2),opinion:None))"#,
        r#"(id:"s6",station:"secretary",at:"2026-11-25T08:15:02+07:00",based_on:41,command:Note(text:"hẹn khảo sát",item:None,place:Minutes))"#,
        r#"(id:"s7",station:"secretary",at:"2026-11-25T08:15:02+07:00",based_on:41,command:WordConclusion(act:"now",was:"",text:"kết luận"))"#,
        r#"(id:"v1",station:"venue-Bản Lếch",at:"2026-11-25T08:15:02+07:00",based_on:41,command:LinkVenue(venue:"Bản Lếch",link:Lost))"#,
        r#"(id:"v2",station:"venue-Bản Lếch",at:"2026-11-25T08:15:02+07:00",based_on:41,command:Undo)"#,
        r#"(id:"v3",station:"venue-Bản Lếch",at:"2026-11-25T08:15:02+07:00",based_on:41,command:Redo)"#,
    ];
    for line in lines {
        let request: Request =
            ron::from_str(line).unwrap_or_else(|error| panic!("{line}: {error}"));
        assert_eq!(ron::to_string(&request).unwrap(), line);
    }
    // The name alone is enough.
    let least = r#"(id:"1",station:"registration",at:"2026-11-25T08:15:02+07:00",based_on:1,command:Register((name:"Mỷ")))"#;
    ron::from_str::<Request>(least).unwrap();
    let answers = [
        r#"(request:"registration-1",at:"2026-11-25T08:15:03+07:00",outcome:Taken(seq:42,number:Some(19)),says:(vi:"Bà con là số 19",en:"Number 19"))"#,
        r#"(request:"s1",at:"2026-11-25T08:15:03+07:00",outcome:Taken(seq:43),says:(vi:"a",en:"b"))"#,
        r#"(request:"s2",at:"2026-11-25T08:15:03+07:00",outcome:Refused,says:(vi:"a",en:"b"))"#,
    ];
    for line in answers {
        let answer: Answer = ron::from_str(line).unwrap_or_else(|error| panic!("{line}: {error}"));
        assert_eq!(ron::to_string(&answer).unwrap(), line);
    }
    // And the events that came with them.
    for event in [
        r#"VenueLinked(venue:"Bản Lếch",link:Ready)"#,
        r#"StationShutOut(station:"registration")"#,
        r#"StationLetIn(station:"registration")"#,
    ] {
        let read: Event = ron::from_str(event).unwrap();
        assert_eq!(ron::to_string(&read).unwrap(), event);
    }
    assert_eq!(AnswerWords::default().vi, "");
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

#[test]
fn a_field_of_a_person_has_a_bound_that_nobody_needs_and_a_flood_of_letters_exceeds() {
    let mut hall = Hall::under(LAO_CAI);
    hall.station(&door(), register("Mỷ ".repeat(40).trim_end()))
        .unwrap();
    for name in ["Ê".repeat(121), "Ê".repeat(10_000)] {
        let refused = hall.station(&door(), register(&name));
        assert_eq!(refused, Err(RequestRefusal::TooLong(120)));
    }
    let form = |form: RegistrationForm| {
        StationCommand::Register(RegistrationForm {
            name: "Lò Thị Mỷ".into(),
            ..form
        })
    };
    let long = || "ê".repeat(700);
    for (asked, most) in [
        (
            form(RegistrationForm {
                honorific: long(),
                ..RegistrationForm::default()
            }),
            30,
        ),
        (
            form(RegistrationForm {
                village: long(),
                ..RegistrationForm::default()
            }),
            120,
        ),
        (
            form(RegistrationForm {
                subject: Some(long()),
                ..RegistrationForm::default()
            }),
            600,
        ),
        (
            form(RegistrationForm {
                phone: Some(long()),
                ..RegistrationForm::default()
            }),
            40,
        ),
        (
            form(RegistrationForm {
                address: Some(long()),
                ..RegistrationForm::default()
            }),
            200,
        ),
        (
            form(RegistrationForm {
                venue: Some(long()),
                ..RegistrationForm::default()
            }),
            200,
        ),
    ] {
        assert_eq!(
            hall.station(&door(), asked),
            Err(RequestRefusal::TooLong(most))
        );
    }
    // What is not seen does not count.
    hall.station(
        &door(),
        register(&format!("Lò{} Thị Mỷ", "\u{200b}".repeat(500))),
    )
    .unwrap();
    // And a correction is held to it, too, in what it changes.
    let was = hall.state().queue.person(Number(4)).unwrap().details();
    let details = PersonDetails {
        organisation: long(),
        ..was.clone()
    };
    let correct = StationCommand::CorrectPerson {
        number: Number(4),
        was,
        details,
    };
    assert_eq!(
        hall.station(&door(), correct),
        Err(RequestRefusal::TooLong(200))
    );
}
