//! People of the session: called, corrected, found, recorded as present.

use crossterm::event::KeyCode;
use doithoai::domain::session::event::Event;
use doithoai::domain::session::floor::Holder;
use doithoai::domain::session::next::Next;
use doithoai::domain::session::plan::Number;
use doithoai::domain::session::queue::Standing;

use super::super::aide::Aide;
use super::super::given::*;

#[test]
fn calling_somebody_while_another_speaks_is_asked_first() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    aide.passes(30);
    aide.press(KeyCode::F(2));
    aide.shows("bà Nguyễn Thị Ước đang có lượt nói");
    assert_eq!(aide.floor().holder, Holder::Citizen(Number(1)));
    // The first line leaves everything as it is.
    aide.enter();
    assert_eq!(aide.floor().holder, Holder::Citizen(Number(1)));
    aide.press(KeyCode::F(2));
    aide.press(KeyCode::Down);
    aide.enter();
    assert_eq!(aide.floor().holder, Holder::Citizen(Number(2)));
}

#[test]
fn somebody_who_withdrew_is_said_to_come_back_by_the_menu() {
    let mut aide = Aide::before_the_first_speech(LAO_CAI);
    aide.press(KeyCode::F(6));
    aide.types("rut");
    aide.enter();
    aide.press(KeyCode::End);
    let before = aide.acts();
    aide.press(KeyCode::F(2));
    assert_eq!(aide.acts(), before);
    aide.shows("số 1, bà Nguyễn Thị Ước: rút – F6");
    aide.press(KeyCode::F(6));
    aide.types("dua lai");
    aide.enter();
    assert_eq!(aide.standing(1), Standing::Waiting);
}

#[test]
fn a_person_is_corrected_before_and_after_speaking_and_after_closing() {
    let corrects = |aide: &mut Aide, number: &str, name: &str| {
        aide.press(KeyCode::F(3));
        aide.types(number);
        aide.enter();
        aide.press(KeyCode::F(6));
        aide.types("sua ten");
        aide.enter();
        aide.times(30, KeyCode::Backspace);
        aide.types(name);
        aide.enter();
    };
    let mut aide = Aide::before_the_first_speech(LAO_CAI);
    corrects(&mut aide, "luong van an", "Lường Văn Ân");
    aide.shows("sửa số 2, ông Lường Văn Ân");
    assert!(matches!(aide.last(), [Event::PersonCorrected { .. }]));
    // A newcomer, too.
    aide.press(KeyCode::F(9));
    aide.types("Giàng A Súa");
    aide.enter();
    corrects(&mut aide, "giang", "Giàng A Súa B");
    aide.goes_on_until(|next| *next == Next::Nothing);
    corrects(&mut aide, "quynh", "Đặng Thị Quỳnh");
    let record = aide.record();
    let speaker = |number: usize| &record.speakers[number - 1];
    assert_eq!(speaker(2).name, "Lường Văn Ân");
    assert_eq!(speaker(2).corrected[0].was.name, "Lường Văn Ẩn");
    assert_eq!(speaker(3).name, "Đặng Thị Quỳnh");
    assert_eq!(speaker(3).corrected[0].was.name, "Đặng Thị Như Quỳnh");
    assert_eq!(speaker(4).name, "Giàng A Súa B");
    // And taken back like any other act.
    aide.ctrl('z');
    assert_eq!(aide.record().speakers[2].name, "Đặng Thị Như Quỳnh");
    // What a closed session does not take is not offered.
    aide.press(KeyCode::F(6));
    aide.shows("Sửa tên, xưng hô, thôn");
    for barred in [
        "Đưa lại vào danh sách",
        "Ghi thêm ý kiến …",
        "Từ chối đối thoại",
    ] {
        aide.hides(barred);
    }
}

#[test]
fn village_and_organisation_are_corrected_and_seen() {
    let mut aide = Aide::before_the_first_speech(LAO_CAI);
    aide.press(KeyCode::F(6));
    aide.types("sua ten");
    aide.enter();
    aide.press(KeyCode::Tab);
    aide.times(20, KeyCode::Backspace);
    aide.types("bản Mới");
    aide.press(KeyCode::Tab);
    aide.types("Hội Nông dân");
    aide.enter();
    aide.space();
    aide.shows_at("bản Mới, Hội Nông dân", 120, 40);
    assert_eq!(aide.record().speakers[0].organisation, "Hội Nông dân");
}

#[test]
fn searching_finds_names_and_not_everybody_who_waits() {
    let mut plan = plan(LAO_CAI);
    std::sync::Arc::make_mut(&mut plan.speakers[1]).name = "Giàng A Chớ".into();
    let mut aide = Aide::of(plan);
    aide.press(KeyCode::F(3));
    aide.types("dang");
    let screen = aide.screen(120, 40);
    let found = |screen: &str, text: &str| {
        let list = screen.split("Tìm người").nth(1).unwrap_or_default();
        list.contains(text)
    };
    assert!(found(&screen, "Đặng Thị Như Quỳnh"), "{screen}");
    assert!(!found(&screen, "1 bà Nguyễn Thị Ước  thôn"), "{screen}");
    aide.times(4, KeyCode::Backspace);
    aide.types("cho");
    let screen = aide.screen(120, 40);
    assert!(found(&screen, "▸ 2 ông Giàng A Chớ"), "{screen}");
    aide.times(3, KeyCode::Backspace);
    aide.types("gac");
    let screen = aide.screen(120, 40);
    assert!(found(&screen, "▸ 2 ông Giàng A Chớ"), "{screen}");
}

#[test]
fn a_name_is_found_before_a_state_that_reads_alike() {
    let mut plan = plan(LAO_CAI);
    std::sync::Arc::make_mut(&mut plan.speakers[2]).name = "Vàng Thị Dợ".into();
    let mut aide = Aide::of(plan);
    aide.press(KeyCode::F(6));
    aide.types("vang mat");
    aide.enter();
    assert_eq!(aide.standing(1), Standing::Absent);
    aide.press(KeyCode::F(3));
    aide.types("vang");
    aide.shows_at("▸ 3 bà Vàng Thị Dợ", 120, 40);
    aide.shows_at("1 bà Nguyễn Thị Ước", 120, 40);
}

#[test]
fn what_somebody_announced_and_could_not_say_is_taken_up_or_set_aside_at_the_gate() {
    let mut aide = Aide::before_the_first_speech(LAO_CAI);
    aide.press(KeyCode::F(6));
    aide.types("vang mat");
    aide.enter();
    aide.ctrl('g');
    aide.types("da dang ky");
    aide.enter();
    aide.shows_at("Kiến nghị của số 1", 120, 40);
    aide.enter();
    assert_eq!(aide.state().items.len(), 1);
    let mut aide = Aide::before_the_first_speech(LAO_CAI);
    aide.press(KeyCode::F(6));
    aide.types("vang mat");
    aide.enter();
    aide.ctrl('g');
    aide.types("da dang ky");
    aide.enter();
    aide.press(KeyCode::Down);
    aide.enter();
    aide.types("Đã được trả lời bằng văn bản");
    aide.enter();
    assert!(matches!(aide.last(), [Event::SubjectsSetAside { .. }]));
}

#[test]
fn who_came_is_recorded_one_after_the_other() {
    let mut aide = Aide::under(LAO_CAI);
    aide.ctrl('p');
    aide.types("thanh phan co mat");
    aide.enter();
    aide.types("vi thi ngoc");
    aide.enter();
    aide.types("vang");
    aide.enter();
    aide.shows_at("Vi Thị Ngọc, Phó Chủ tịch: vắng", 120, 40);
    // The list is there again for the next.
    aide.types("co mat tat ca");
    aide.enter();
    assert!(aide.session.unrecorded_attendees().is_empty());
}
