//! A device and those whom it registered: what it may still change of them, and that nobody else may.

use doithoai::domain::request::StationKind;
use doithoai::store::clock::Clock;
use doithoai::store::hall_devices::{DEVICES_NAME, HallDevice};
use serde_json::{Value, json};

use super::{Phone, asked_in};
use crate::client::{Ask, Reply};
use crate::hall::{Desk, Hall};

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
