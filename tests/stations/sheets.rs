//! What the desk is told of the pages: there while they are offered, and gone with them.

use doithoai::store::clock::Clock;
use doithoai::store::hall_devices::DEVICES_NAME;
use doithoai::store::hall_sheet::{HallAddress, sheets};
use serde_json::json;

use crate::client::{Ask, BOUND};
use crate::hall::{Desk, Hall};

/// The sheets of a desk's session, once this is so.
fn lying(desk: &Desk, is_so: impl Fn(&[HallAddress]) -> bool) -> Vec<HallAddress> {
    let clock = Clock::system();
    let began = clock.now().up;
    loop {
        let found = sheets(&desk.folder);
        if is_so(&found) {
            return found;
        }
        let waited = clock.now().up.saturating_sub(began);
        assert!(u128::from(waited.0) < BOUND.as_millis(), "{found:?}");
        std::thread::yield_now();
    }
}

fn pin_of(found: &[HallAddress]) -> Option<&str> {
    Some(found.first()?.entry.as_ref()?.pin.as_str())
}

#[test]
fn the_desk_is_told_the_number_of_the_moment_and_nothing_once_the_pages_are_gone() {
    let desk = Desk::of_sample();
    let hall = Hall::of(&desk, &["--register"]);
    let pin = hall.pin();
    let found = lying(&desk, |found| pin_of(found) == Some(pin.as_str()));
    let entry = found[0].entry.as_ref().unwrap();
    assert_eq!(entry.url, format!("http://{}/register", hall.address));
    assert!(found[0].is_only_here);
    assert!(entry.squares.len() >= 25);
    // when a device comes in by it
    let ask = Ask::new(hall.address, "POST", "/register/pin");
    let entered = ask.sent_by_page(&json!({ "pin": pin }).to_string()).done();
    assert_eq!(entered.status, 200);
    let next = hall.pin();
    lying(&desk, |found| pin_of(found) == Some(next.as_str()));
    // A program that is killed takes nothing away, and is not shown all the same.
    drop(hall);
    lying(&desk, <[HallAddress]>::is_empty);
}

#[cfg(unix)]
#[test]
fn a_program_that_ends_when_told_takes_its_sheet_away_and_ends_well() {
    let desk = Desk::of_sample();
    let hall = Hall::of(&desk, &["--register"]);
    hall.pin();
    lying(&desk, |found| !found.is_empty());
    assert!(hall.ends_when_told().success());
    let left = std::fs::read_dir(&desk.folder).unwrap().flatten();
    let names: Vec<String> = left
        .map(|entry| entry.file_name().into_string().unwrap())
        .filter(|name| name.starts_with("hall-"))
        .filter(|name| {
            std::path::Path::new(name)
                .extension()
                .is_some_and(|kind| kind == "ron")
        })
        .collect();
    assert!(names.is_empty(), "{names:?}");
}

#[test]
fn what_somebody_takes_away_from_the_session_is_laid_down_again() {
    let desk = Desk::of_sample();
    let hall = Hall::of(&desk, &["--register"]);
    let pin = hall.pin();
    let ask = Ask::new(hall.address, "POST", "/register/pin");
    let entered = ask.sent_by_page(&json!({ "pin": pin }).to_string()).done();
    assert_eq!(entered.status, 200);
    let next = hall.pin();
    lying(&desk, |found| pin_of(found) == Some(next.as_str()));
    let devices = || std::fs::read_to_string(desk.folder.join(DEVICES_NAME)).unwrap_or_default();
    lying(&desk, |_| devices().ends_with('\n'));
    let kept = devices();
    // when the files that are not the journal's are cleared away
    for entry in std::fs::read_dir(&desk.folder).unwrap().flatten() {
        let name = entry.file_name().into_string().unwrap();
        if name.starts_with("hall-") || name == DEVICES_NAME {
            std::fs::remove_file(entry.path()).unwrap();
        }
    }
    // then the desk is told the number again, and the devices are known after the next start
    lying(&desk, |found| pin_of(found) == Some(next.as_str()));
    lying(&desk, |_| devices() == kept);
}
