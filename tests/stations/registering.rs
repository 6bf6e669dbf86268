//! Registering a speaker from a device: who is let in, what is taken, and what the desk answers.

mod devices;

use doithoai::store::inbox::INBOX_NAME;
use serde_json::{Value, json};

use crate::client::{Ask, Reply};
use crate::hall::{Desk, Hall};

/// A telephone with what it remembers.
struct Phone<'a> {
    hall: &'a Hall,
    cookie: String,
}

impl<'a> Phone<'a> {
    fn of(hall: &'a Hall) -> Self {
        Self {
            hall,
            cookie: String::new(),
        }
    }

    fn enters(&mut self, pin: &str) -> Reply {
        let ask = Ask::new(self.hall.address, "POST", "/register/pin");
        let reply = ask.sent_by_page(&json!({ "pin": pin }).to_string()).done();
        let cookie = reply.header("set-cookie").split(';').next().unwrap();
        if !cookie.is_empty() {
            cookie.clone_into(&mut self.cookie);
        }
        reply
    }

    fn sends(&self, body: &str) -> Reply {
        let ask = Ask::new(self.hall.address, "POST", "/register");
        ask.with("Cookie", &self.cookie).sent_by_page(body).done()
    }

    fn registers(&self, name: &str) -> Reply {
        self.sends(
            &json!({ "name": name, "village": "thôn Nà Hỏi", "subject": "Đường thôn" }).to_string(),
        )
    }

    fn looks(&self) -> Reply {
        let ask = Ask::new(self.hall.address, "GET", "/register/asked");
        ask.with("Cookie", &self.cookie).done()
    }

    /// What became of what was asked last, once the desk has answered.
    fn is_answered(&self) -> Value {
        for _ in 0..500 {
            let asked = self.looks().json()["asked"][0].clone();
            if asked["state"] != "waiting" {
                return asked;
            }
            std::thread::yield_now();
        }
        panic!("no answer came");
    }
}

fn asked_in(desk: &Desk) -> String {
    std::fs::read_to_string(desk.folder.join(INBOX_NAME)).unwrap_or_default()
}

#[test]
fn from_the_number_to_you_are_number_so_and_so() {
    let mut desk = Desk::of_sample();
    let hall = Hall::of(&desk, &["--register"]);
    let mut phone = Phone::of(&hall);
    // given a telephone that came in by the number on the terminal
    let entered = phone.enters(&hall.pin());
    assert_eq!(entered.status, 200);
    let cookie = entered.header("set-cookie");
    for kept in ["HttpOnly", "SameSite=Strict", "Path=/register"] {
        assert!(cookie.contains(kept), "{cookie}");
    }
    // when somebody registers on it
    let sent = phone.sends(&json!({
        "honorific": "Bà", "name": "  Nguyễn Thị Ươ\u{301}c ", "village": "thôn Nà Hỏi", "subject": "Đường\nthôn",
    }).to_string());
    assert_eq!(sent.status, 200);
    let asked = &sent.json()["asked"][0];
    assert_eq!(
        (&asked["state"], &asked["who"]),
        (&json!("waiting"), &json!("Bà Nguyễn Thị Ước"))
    );
    // then it lies there as a request, and nothing is decided yet
    let inbox = asked_in(&desk);
    assert!(
        inbox.contains("Nguyễn Thị Ước") && inbox.contains("Đường thôn"),
        "{inbox}"
    );
    let before = desk.open.session().state().queue.people().len();
    desk.takes_requests();
    assert_eq!(desk.open.session().state().queue.people().len(), before + 1);
    // and the telephone is told what the desk answered
    let people = desk.open.session().state().queue.people();
    let number = people.last().unwrap().registration.number.0;
    let answered = phone.is_answered();
    assert_eq!(answered["state"], "done");
    assert_eq!(answered["say"], format!("Bà con là số {number}"));
}

#[test]
fn a_refusal_of_the_desk_is_told_in_its_words() {
    let mut desk = Desk::of_sample();
    let hall = Hall::of(&desk, &["--register"]);
    let mut phone = Phone::of(&hall);
    phone.enters(&hall.pin());
    assert_eq!(phone.registers("Lò Văn Ẩn").status, 200);
    // when the session is over before the desk takes it
    desk.goes_on_until(|session| session.state().closed.is_some());
    desk.takes_requests();
    let answered = phone.is_answered();
    assert_eq!(answered["state"], "refused");
    assert_eq!(answered["say"], "lời của bàn điều hành");
}

#[test]
fn a_number_is_for_one_device_and_a_device_knows_only_its_own() {
    let desk = Desk::of_sample();
    let hall = Hall::of(&desk, &["--register"]);
    let pin = hall.pin();
    let (mut first, mut second) = (Phone::of(&hall), Phone::of(&hall));
    assert_eq!(first.enters(&pin).status, 200);
    let spent = second.enters(&pin);
    assert_eq!(spent.status, 403);
    assert!(spent.header("set-cookie").is_empty());
    assert_eq!(second.registers("Lò Văn Ẩn").status, 401);
    let next = hall.pin();
    assert_ne!(next, pin);
    // after the wait that the wrong number brought
    let entered = (0..100_000).find_map(|_| {
        let reply = second.enters(&next);
        (reply.status != 429).then_some(reply.status)
    });
    assert_eq!(entered, Some(200));
    assert_ne!(first.cookie, second.cookie);
    assert_eq!(first.registers("Lò Văn Ẩn").status, 200);
    assert_eq!(second.looks().json()["asked"], json!([]));
    assert_eq!(first.looks().json()["asked"].as_array().unwrap().len(), 1);
}

#[test]
fn guessing_is_slowed_down_and_tells_nothing() {
    let desk = Desk::of_sample();
    let hall = Hall::of(&desk, &["--register"]);
    let pin = hall.pin();
    let wrong = if pin == "000000" { "000001" } else { "000000" };
    let mut phone = Phone::of(&hall);
    let first = phone.enters(wrong);
    assert_eq!(
        (first.status, first.say()),
        (403, "Mã không đúng.".to_owned())
    );
    // At once even the right one is not looked at.
    let waits = phone.enters(&pin);
    assert_eq!((waits.status, waits.header("retry-after")), (429, "1"));
    for strange in ["", "12345", "1234567", "１２３４５６", "000000'--"] {
        assert!(
            [403, 429].contains(&phone.enters(strange).status),
            "{strange}"
        );
    }
    assert_eq!(phone.looks().status, 401);
    assert_eq!(asked_in(&desk), "");
}

#[test]
fn what_is_not_asked_for_too_much_or_nothing_is_not_taken() {
    let desk = Desk::of_sample();
    let hall = Hall::of(&desk, &["--register"]);
    let mut phone = Phone::of(&hall);
    // An unknown device is not even listened to.
    assert_eq!(phone.registers("Lò Văn Ẩn").status, 401);
    phone.cookie = "doithoai=00000000000000000000000000000000".into();
    assert_eq!(phone.registers("Lò Văn Ẩn").status, 401);
    phone.enters(&hall.pin());
    let status = |body: Value| phone.sends(&body.to_string()).status;
    // Not encrypted, so telephone and address are not taken, however they come.
    assert_eq!(phone.looks().json()["contacts"], false);
    assert_eq!(
        status(json!({ "name": "Lò Văn Ẩn", "phone": "0912345678" })),
        400
    );
    assert_eq!(
        status(json!({ "name": "Lò Văn Ẩn", "address": "số 1" })),
        400
    );
    assert_eq!(status(json!({ "name": "Lò Văn Ẩn", "number": 1 })), 400);
    assert_eq!(status(json!([1, 2])), 400);
    assert_eq!(phone.sends("{").status, 400);
    assert_eq!(status(json!({ "name": " \u{200b} " })), 422);
    assert_eq!(status(json!({ "name": "...." })), 422);
    assert_eq!(status(json!({ "name": "a".repeat(121) })), 422);
    assert_eq!(
        status(json!({ "name": "Lò", "subject": "a".repeat(601) })),
        422
    );
    assert_eq!(status(json!({ "name": "a".repeat(9000) })), 413);
    // Announced smaller than it is, or not announced at all.
    let chunked = Ask::new(hall.address, "POST", "/register")
        .with("Cookie", &phone.cookie)
        .with("Origin", &format!("http://{}", hall.address))
        .with("Content-Type", "application/json")
        .with("Transfer-Encoding", "chunked");
    let mut stream = chunked.open();
    let piece = format!("2000\r\n{}\r\n", "a".repeat(0x2000));
    let _ = std::io::Write::write_all(
        stream.get_mut(),
        format!("{piece}{piece}0\r\n\r\n").as_bytes(),
    );
    assert_eq!(crate::client::head(&mut stream).0, 413);
    assert_eq!(asked_in(&desk), "");
}

#[test]
fn a_form_that_is_sent_again_is_one_request() {
    let mut desk = Desk::of_sample();
    let hall = Hall::of(&desk, &["--register", "--venue", "Nậm Cưởm"]);
    let mut phone = Phone::of(&hall);
    phone.enters(&hall.pin());
    let form = json!({ "name": "Lò Văn Ẩn", "key": "k3y0f0neform" }).to_string();
    for _ in 0..3 {
        assert_eq!(phone.sends(&form).status, 200);
    }
    assert_eq!(asked_in(&desk).lines().count(), 1);
    let before = desk.open.session().state().queue.people().len();
    desk.takes_requests();
    assert_eq!(phone.is_answered()["state"], "done");
    assert_eq!(
        phone.sends(&form).json()["asked"].as_array().unwrap().len(),
        1
    );
    desk.takes_requests();
    let people = desk.open.session().state().queue.people();
    assert_eq!(people.len(), before + 1);
    // and it says in which hall
    assert_eq!(
        people.last().unwrap().registration.venue.as_deref(),
        Some("Nậm Cưởm")
    );
    for strange in ["", "short", "a-b-c-d-e-f", &"k".repeat(41)] {
        let form = json!({ "name": "Lò Văn Ẩn", "key": strange }).to_string();
        assert_eq!(phone.sends(&form).status, 400, "{strange}");
    }
}

#[test]
fn what_a_camera_reads_leads_to_the_registration() {
    let desk = Desk::of_sample();
    let hall = Hall::of(&desk, &["--register"]);
    let reply = crate::client::get(hall.address, "/R");
    assert_eq!((reply.status, reply.header("location")), (303, "/register"));
}

#[test]
fn telephone_and_address_are_taken_where_that_was_asked_for() {
    let desk = Desk::of_sample();
    let hall = Hall::of(&desk, &["--register", "--contacts"]);
    let mut phone = Phone::of(&hall);
    assert_eq!(phone.enters(&hall.pin()).json()["contacts"], true);
    let body = json!({ "name": "Lò Văn Ẩn", "phone": "0912 345 678", "address": "số 1" });
    assert_eq!(phone.sends(&body.to_string()).status, 200);
    let inbox = asked_in(&desk);
    assert!(inbox.contains("0912 345 678") && inbox.contains("số 1"));
}

#[test]
fn one_device_does_not_flood_the_desk() {
    let desk = Desk::of_sample();
    let hall = Hall::of(&desk, &["--register"]);
    let mut phone = Phone::of(&hall);
    phone.enters(&hall.pin());
    let statuses: Vec<u16> = (0..15)
        .map(|_| phone.registers("Lò Văn Ẩn").status)
        .collect();
    let taken = statuses.iter().filter(|status| **status == 200).count();
    assert!((10..=12).contains(&taken), "{statuses:?}");
    assert!(statuses.contains(&429), "{statuses:?}");
    assert_eq!(asked_in(&desk).lines().count(), taken);
}

#[test]
fn before_there_is_a_session_nobody_registers() {
    let data = tempfile::tempdir().unwrap();
    let hall = Hall::named(data.path(), "2026-11-25-01", &["--register"]);
    let mut phone = Phone::of(&hall);
    phone.enters(&hall.pin());
    let reply = phone.registers("Lò Văn Ẩn");
    assert_eq!(reply.status, 409);
    assert!(reply.say().contains("chưa được lập"));
}
