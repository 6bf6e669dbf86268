//! Who may do what in an engine, tried with the bare protocol, and what the hall's subject holds.

use doithoai::domain::session::command::{Command as DeskCommand, Newcomer, NewcomerContact};

use crate::bare::BareClient;
use crate::engines::engine;
use crate::hall::Desk;
use crate::program::{Share, notes};

#[test]
fn nobody_but_the_desk_writes_and_nobody_deletes() {
    let Some(engine) = engine() else { return };
    let desk = Desk::of_sample();
    let share = Share::of(&desk, &engine);
    share.says("Đã chuyển đủ");
    let journal = format!("PUB doithoai.session.{}.journal 1\r\nx", share.name);
    let answers = format!("PUB doithoai.session.{}.answers 1\r\nx", share.name);
    let other = format!(
        "PUB doithoai.session.{}.requests.secretary 1\r\nx",
        share.name
    );
    let deletes = [
        "PUB $JS.API.STREAM.DELETE.DOITHOAI 0\r\n",
        "PUB $JS.API.STREAM.PURGE.DOITHOAI 0\r\n",
        "PUB $JS.API.STREAM.MSG.DELETE.DOITHOAI 9\r\n{\"seq\":1}",
        "PUB $JS.API.STREAM.UPDATE.DOITHOAI 0\r\n",
    ];
    let desk_url = share.desk_url();
    for delete in deletes {
        for url in [
            &desk_url,
            share.url("venue"),
            share.url("hall"),
            share.url("province"),
        ] {
            let said = BareClient::of(url).tries(delete);
            assert!(
                said.contains("Permissions Violation"),
                "{url} {delete}: {said}"
            );
        }
    }
    for user in ["registration", "venue", "hall", "province"] {
        for attempt in [&journal, &answers, &other] {
            let said = BareClient::of(share.url(user)).tries(attempt);
            assert!(
                said.contains("Permissions Violation"),
                "{user} {attempt}: {said}"
            );
        }
    }
    // and nobody hears what is not theirs
    for (user, subject) in [
        ("hall", "doithoai.session.>"),
        ("hall", "_INBOX_desk.>"),
        ("hall", ">"),
        ("province", "doithoai.session.>"),
        ("venue", "_INBOX_secretary.>"),
        ("registration", "doithoai.session.>"),
    ] {
        let said = BareClient::of(share.url(user)).tries(&format!("SUB {subject} 1"));
        assert!(
            said.contains("Permissions Violation"),
            "{user} {subject}: {said}"
        );
    }
}

#[test]
fn nothing_private_stands_on_the_subject_of_the_hall() {
    const MARK: &str = "RIÊNG-TƯ-0912";
    let Some(engine) = engine() else { return };
    let mut desk = Desk::of_sample();
    desk.does(DeskCommand::RegisterInFull {
        newcomer: Newcomer {
            name: "Bà Lò Thị Mỷ".into(),
            ..Newcomer::default()
        },
        contact: NewcomerContact {
            phone: Some(MARK.into()),
            address: Some(MARK.into()),
            ..NewcomerContact::default()
        },
        within_scope: None,
        reason: None,
    });
    notes(&mut desk, MARK);
    let share = Share::of(&desk, &engine);
    let mut hall = BareClient::of(share.url("hall"));
    hall.says("SUB doithoai.hall.> 1");
    let mut pictures = Vec::new();
    for round in 0..3 {
        pictures.push(String::from_utf8(hall.hears()).unwrap());
        desk.goes_on_until(|session| session.history().last_seq().0 > 10 + 10 * round);
    }
    for picture in pictures {
        assert!(!picture.contains(MARK), "{picture}");
        let told: serde_json::Value = serde_json::from_str(&picture).unwrap();
        let parts: Vec<&String> = told.as_object().unwrap().keys().collect();
        assert_eq!(parts, ["at", "view"]);
    }
}
