//! Registering a speaker from a device: who is let in, what is taken, and what the desk answers.

use doithoai::domain::request::StationKind;
use doithoai::store::clock::Clock;
use doithoai::store::hall_devices::{DEVICES_NAME, HallDevice};
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

/// A telephone that registered somebody, and their number.
fn registered<'a>(desk: &mut Desk, hall: &'a Hall, name: &str) -> (Phone<'a>, u64) {
    let mut phone = Phone::of(hall);
    phone.enters(&hall.pin());
    assert_eq!(phone.registers(name).status, 200);
    desk.takes_requests();
    assert_eq!(phone.is_answered()["state"], "done");
    let number = phone.has(|people| people.as_array().unwrap().len() == 1)[0]["number"].clone();
    (phone, number.as_u64().unwrap())
}

impl Phone<'_> {
    fn posts(&self, path: &str, body: &Value) -> Reply {
        let ask = Ask::new(self.hall.address, "POST", path);
        ask.with("Cookie", &self.cookie)
            .sent_by_page(&body.to_string())
            .done()
    }

    /// Whom it registered, once this is so.
    fn has(&self, is_so: impl Fn(&Value) -> bool) -> Value {
        for _ in 0..500 {
            let people = self.looks().json()["people"].clone();
            if is_so(&people) {
                return people;
            }
            std::thread::yield_now();
        }
        panic!("{}", self.looks().body);
    }
}

#[test]
fn a_device_corrects_and_marks_whom_it_registered_until_they_are_called() {
    let mut desk = Desk::of_sample();
    let hall = Hall::of(&desk, &["--register"]);
    let (phone, number) = registered(&mut desk, &hall, "Lò Văn Ẩm");
    // when it corrects the name from what it saw
    let was = json!({ "name": "Lò Văn Ẩm", "village": "thôn Nà Hỏi" });
    let now = json!({ "honorific": "Ông", "name": "Lò Văn Ẩn", "village": "thôn Nà Hỏi" });
    let body = json!({ "key": "correction1", "number": number, "was": was, "now": now });
    assert_eq!(phone.posts("/register/correct", &body).status, 200);
    desk.takes_requests();
    let people = phone.has(|people| people[0]["name"] == "Lò Văn Ẩn");
    assert_eq!(people[0]["who"], "Ông Lò Văn Ẩn");
    assert_eq!(people[0]["corrects"], true);
    // then what it saw before is no ground for another correction
    let body = json!({ "number": number, "was": was, "now": now });
    assert_eq!(phone.posts("/register/correct", &body).status, 200);
    desk.takes_requests();
    assert_eq!(phone.is_answered()["state"], "refused");
    // and it withdraws them, and takes that back
    for (was, standing, stands) in [
        ("Waiting", "Withdrew", "thôi phát biểu"),
        ("Withdrew", "WrittenSlip", "nộp phiếu viết"),
        ("WrittenSlip", "Waiting", "đang chờ"),
    ] {
        let body = json!({ "number": number, "was": was, "standing": standing });
        assert_eq!(phone.posts("/register/mark", &body).status, 200);
        desk.takes_requests();
        let people = phone.has(|people| people[0]["standing"] == standing);
        assert_eq!(people[0]["stands"], format!("Số {number} · {stands}"));
        assert_eq!(people[0]["marks"].as_array().unwrap().len(), 3);
    }
    // but nobody marks themselves as heard
    let body = json!({ "number": number, "was": "Waiting", "standing": "Spoke" });
    assert_eq!(phone.posts("/register/mark", &body).status, 200);
    desk.takes_requests();
    assert_eq!(phone.is_answered()["state"], "refused");
}

#[test]
fn nobody_else_corrects_or_marks_them_and_no_other_page_does() {
    let mut desk = Desk::of_sample();
    let hall = Hall::of(&desk, &["--register"]);
    let (phone, number) = registered(&mut desk, &hall, "Lò Văn Ẩn");
    let mut other = Phone::of(&hall);
    let mark = json!({ "number": number, "was": "Waiting", "standing": "Withdrew" });
    let person = json!({ "name": "Lò Văn Ẩn", "village": "thôn Nà Hỏi" });
    let correct = json!({ "number": number, "was": person, "now": { "name": "Ai đó" } });
    // An unknown device
    assert_eq!(other.posts("/register/mark", &mark).status, 401);
    assert_eq!(other.posts("/register/correct", &correct).status, 401);
    // one that registered somebody else, or nobody
    other.enters(&hall.pin());
    assert_eq!(other.posts("/register/mark", &mark).status, 403);
    assert_eq!(other.posts("/register/correct", &correct).status, 403);
    assert_eq!(other.looks().json()["people"], json!([]));
    // nor does anybody touch a person of the plan
    let planned = json!({ "number": 1, "was": "Waiting", "standing": "Withdrew" });
    assert_eq!(phone.posts("/register/mark", &planned).status, 403);
    for (path, body) in [("/register/mark", &mark), ("/register/correct", &correct)] {
        let forged = Ask::new(hall.address, "POST", path)
            .with("Cookie", &phone.cookie)
            .with("Origin", "http://example.org")
            .with("Content-Type", "application/json")
            .sending(&body.to_string());
        assert_eq!(forged.done().status, 403, "{path}");
    }
    for strange in [json!({ "number": number }), json!({}), json!([1])] {
        assert_eq!(phone.posts("/register/mark", &strange).status, 400);
        assert_eq!(phone.posts("/register/correct", &strange).status, 400);
    }
    let nameless = json!({ "number": number, "was": person, "now": { "name": " " } });
    assert_eq!(phone.posts("/register/correct", &nameless).status, 422);
    assert_eq!(asked_in(&desk).lines().count(), 1);
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

/// What is sent in a browser's box to a hall that was started anew at another port; at the same one it is the same.
fn moved_to(hall: &Hall, cookie: &str) -> String {
    let token = cookie.split_once('=').unwrap().1;
    format!("doithoai-{}={token}", hall.address.port())
}

#[test]
fn a_device_is_known_again_after_the_pages_were_started_anew_and_corrects_whom_it_registered() {
    let mut desk = Desk::of_sample();
    let hall = Hall::of(&desk, &["--register"]);
    let (phone, number) = registered(&mut desk, &hall, "Lò Văn Ẩm");
    let (cookie, file) = (phone.cookie.clone(), desk.folder.join(DEVICES_NAME));
    let kept = (0..100_000).find_map(|_| {
        let text = std::fs::read_to_string(&file).unwrap_or_default();
        std::thread::yield_now();
        text.ends_with('\n').then_some(text)
    });
    // What lies beside the session lets nobody in.
    let token = cookie.split_once('=').unwrap().1;
    let kept = kept.unwrap();
    assert!(!kept.contains(token), "{kept}");
    // given the pages were killed, and are offered anew
    drop(hall);
    let hall = Hall::of(&desk, &["--register"]);
    let mut phone = Phone::of(&hall);
    for strange in [kept.split('"').nth(1).unwrap(), token.get(..4).unwrap(), ""] {
        phone.cookie = format!("doithoai-{}={strange}", hall.address.port());
        assert_eq!(phone.looks().status, 401, "{strange}");
    }
    phone.cookie = moved_to(&hall, &cookie);
    // then the telephone is in, under its name, and without a number
    let people = phone.has(|people| people[0]["name"] == "Lò Văn Ẩm");
    assert_eq!(
        (&people[0]["number"], &people[0]["corrects"]),
        (&json!(number), &json!(true))
    );
    let was = json!({ "name": "Lò Văn Ẩm", "village": "thôn Nà Hỏi" });
    let now = json!({ "name": "Lò Văn Ẩn", "village": "thôn Nà Hỏi" });
    let body = json!({ "key": "correction1", "number": number, "was": was, "now": now });
    assert_eq!(phone.posts("/register/correct", &body).status, 200);
    desk.takes_requests();
    phone.has(|people| people[0]["name"] == "Lò Văn Ẩn");
    // and a newcomer still needs the number, and sees nobody of it
    let mut other = Phone::of(&hall);
    assert_eq!(other.looks().status, 401);
    other.enters(&hall.pin());
    assert_eq!(other.looks().json()["people"], json!([]));
}

#[test]
fn whatever_lies_in_the_place_of_the_devices_the_pages_are_offered_and_old_ones_are_forgotten() {
    let desk = Desk::of_sample();
    let file = desk.folder.join(DEVICES_NAME);
    let token = "00112233445566778899aabbccddeeff";
    let station = StationKind::Registration.station(Some("0011"));
    let hours_ago = |hours| Clock::system().now().wall - chrono::TimeDelta::hours(hours);
    let device = |hours| HallDevice::with(token, station.clone(), hours_ago(hours));
    let status = || {
        let hall = Hall::of(&desk, &["--register"]);
        let mut phone = Phone::of(&hall);
        phone.cookie = format!("doithoai-{}={token}", hall.address.port());
        phone.looks().status
    };
    std::fs::write(&file, b"junk\n(((((\n\xff\n").unwrap();
    assert_eq!(status(), 401);
    for (hours, known) in [(13, 401), (-13, 401), (11, 200)] {
        std::fs::write(&file, ron::to_string(&device(hours)).unwrap() + "\n").unwrap();
        assert_eq!(status(), known, "{hours}");
    }
    std::fs::remove_file(&file).unwrap();
    std::fs::create_dir(&file).unwrap();
    assert_eq!(status(), 401);
}
