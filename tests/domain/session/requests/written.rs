//! How requests and answers are written, and how much a field may hold.

use doithoai::domain::request::{
    Answer, AnswerWords, RegistrationForm, Request, RequestRefusal, StationCommand,
};
use doithoai::domain::session::event::Event;
use doithoai::domain::session::plan::Number;
use doithoai::domain::session::queue::PersonDetails;

use super::{door, register};
use crate::session::given::*;

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

/// A registration with one field of seven hundred letters, and how many it may have.
fn too_long() -> [(StationCommand, usize); 6] {
    let form = |form: RegistrationForm| {
        StationCommand::Register(RegistrationForm {
            name: "Lò Thị Mỷ".into(),
            ..form
        })
    };
    let long = || "ê".repeat(700);
    [
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
    ]
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
    for (asked, most) in too_long() {
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
        organisation: "ê".repeat(700),
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
