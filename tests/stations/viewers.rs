//! What a viewer is sent, and when.

use std::io::Write as _;

use doithoai::domain::hall_view::{HallWords, view};
use doithoai::domain::i18n::Lang;
use doithoai::domain::session::command::Command;
use doithoai::domain::session::scene::Scene;
use serde_json::Value;

use crate::client::{Viewer, get};
use crate::hall::{Desk, Hall};

fn kind(frame: &Value) -> String {
    let scene = &frame["view"]["scene"];
    let of_parts = || scene.as_object().unwrap().keys().next().unwrap();
    scene
        .as_str()
        .map_or_else(|| of_parts().clone(), ToOwned::to_owned)
}

#[test]
fn a_viewer_sees_what_the_hall_sees_and_every_act_as_it_happens() {
    // given a session that somebody looks at, over a stream and without one
    let mut desk = Desk::of_sample();
    let hall = Hall::of(&desk, &[]);
    let mut viewer = Viewer::of(hall.address);
    let first = viewer.next_with(|frame| kind(frame) == "Agenda");
    // when the aide acts
    for text in ["Mời bà con ổn định chỗ ngồi", "Bãi xe ở sân sau"] {
        desk.does(Command::ShowHall {
            message: Some(text.into()),
        });
        // then both see it
        let frame = viewer.next_with(|frame| frame["view"]["scene"]["Message"] == text);
        let polled = get(hall.address, &format!("/view/{}", first["seq"])).json();
        assert_eq!(polled["view"], frame["view"]);
    }
    // and it is the value that the window of the hall is drawn from
    let (_, stamp) = desk.open.now();
    let drawn = view(
        desk.open.session(),
        stamp,
        &HallWords::of(Lang::Vi),
        Lang::Vi,
    );
    let polled = get(hall.address, "/view/0").json();
    assert_eq!(
        polled["view"]["scene"],
        serde_json::to_value(&drawn.scene).unwrap()
    );
    assert_eq!(polled["view"]["title"], drawn.title);
}

#[test]
fn a_viewer_can_count_the_clock_by_itself() {
    let mut desk = Desk::of_sample();
    let hall = Hall::of(&desk, &[]);
    desk.goes_on_until(|session| session.state().floor().is_some());
    desk.goes_on_until(|session| {
        let clock = session.state().floor().and_then(|turn| turn.clock.as_ref());
        clock.is_some_and(|clock| !clock.is_paused())
    });
    let mut viewer = Viewer::of(hall.address);
    let counted = |frame: &Value| {
        let clock = &frame["view"]["scene"]["Floor"]["clock"];
        let zero = clock["counting"]["zero"].as_i64()?;
        let limit = clock["counting"]["limit"].as_i64()?;
        Some((zero, limit, clock["figures"].as_str()?.to_owned()))
    };
    let frame = viewer.next_with(|frame| counted(frame).is_some());
    let (zero, limit, figures) = counted(&frame).unwrap();
    // The figures that were sent are those that are counted from the same numbers.
    let left = zero - frame["at"].as_i64().unwrap();
    assert!(left <= limit && left > limit - 30_000, "{left} of {limit}");
    let seconds = (left + 999) / 1000;
    assert_eq!(figures, format!("{:02}:{:02}", seconds / 60, seconds % 60));
    // The next picture that comes by itself leads to the same end, though nobody did anything.
    let (again, _, _) = counted(&viewer.next()).unwrap();
    assert_eq!(again, zero);
    // While the clock stands there is nothing to count.
    desk.does(Command::PauseClock);
    let paused = viewer.next_with(|frame| counted(frame).is_none());
    assert!(paused["view"]["scene"]["Floor"]["clock"]["counting"].is_null());
}

#[test]
fn a_session_that_is_not_there_yet_is_waited_for_and_no_path_is_told() {
    let data = tempfile::tempdir().unwrap();
    let folder = data.path().join("elsewhere").join("2026-11-25-01");
    let hall = Hall::named(data.path(), folder.to_str().unwrap(), &[]);
    let mut viewer = Viewer::of(hall.address);
    let waiting = viewer.next();
    assert_eq!(
        waiting["view"]["scene"]["Waiting"],
        "Đang chờ buổi đối thoại 2026-11-25-01"
    );
    assert!(!waiting.to_string().contains("elsewhere"));
    // when it is laid down there
    let made = Desk::of_sample();
    std::fs::create_dir_all(&folder).unwrap();
    for entry in std::fs::read_dir(&made.folder).unwrap() {
        let path = entry.unwrap().path();
        std::fs::copy(&path, folder.join(path.file_name().unwrap())).unwrap();
    }
    viewer.next_with(|frame| kind(frame) == "Agenda");
}

#[test]
fn a_session_that_went_elsewhere_is_followed_there() {
    let mut desk = Desk::of_sample();
    let hall = Hall::of(&desk, &[]);
    let mut viewer = Viewer::of(hall.address);
    viewer.next_with(|frame| kind(frame) == "Agenda");
    let stick = tempfile::tempdir().unwrap();
    desk.open.move_to(stick.path()).unwrap();
    desk.does(Command::SetScene {
        scene: Some(Scene::Blank),
    });
    viewer.next_with(|frame| kind(frame) == "Blank");
    assert!(
        hall.says("chuyển sang")
            .contains(stick.path().to_str().unwrap())
    );
}

#[test]
fn a_damaged_journal_is_told_to_who_looks_and_to_who_offers_it() {
    let desk = Desk::of_sample();
    let hall = Hall::of(&desk, &[]);
    let mut viewer = Viewer::of(hall.address);
    assert!(viewer.next_with(|frame| kind(frame) == "Agenda")["notice"].is_null());
    // when a whole line is written that is none
    let journal = desk.folder.join("journal.ron");
    let mut file = std::fs::OpenOptions::new()
        .append(true)
        .open(journal)
        .unwrap();
    file.write_all(b"(seq:2,nothing)\n").unwrap();
    // then what can be read stays, and that it is not all is said
    let told = viewer.next_with(|frame| !frame["notice"].is_null());
    assert_eq!(kind(&told), "Agenda");
    hall.says("Nhật ký bị hỏng");
}

#[test]
fn a_picture_is_the_same_without_its_figures_as_long_as_nothing_happens() {
    // given a speech, a break and an answer, each looked at twice within the same minute and the same urgency
    let mut desk = Desk::of_sample();
    desk.goes_on_until(|session| {
        let clock = session.state().floor().and_then(|turn| turn.clock.as_ref());
        clock.is_some_and(|clock| !clock.is_paused())
    });
    let words = HallWords::of(Lang::Vi);
    let (_, stamp) = desk.open.now();
    let seen = |by: i64| view(desk.open.session(), stamp.shifted(by), &words, Lang::Vi);
    let (now, later) = (seen(0), seen(3_000));
    assert_ne!(now.scene, later.scene);
    let steady = |mut picture: doithoai::domain::hall_view::ProjectorView| {
        picture.time.clear();
        picture.without_figures()
    };
    assert_eq!(steady(now), steady(later.clone()));
    // and another one when the time is nearly over
    assert_ne!(steady(later), steady(seen(130_000)));
}
