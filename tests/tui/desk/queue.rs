//! The queue: newcomers, the order, marks, and refusing dialogue on the regulation's own grounds.

use super::aide::unwrapped;
use crossterm::event::KeyCode;
use doithoai::domain::regulation::Phase;
use doithoai::domain::session::event::Event;
use doithoai::domain::session::floor::Holder;
use doithoai::domain::session::plan::Number;
use doithoai::domain::session::queue::Standing;

use crate::desk::aide::Aide;
use crate::desk::given::*;

#[test]
fn a_newcomer_is_registered_by_name_alone() {
    let mut aide = Aide::under(LAO_CAI);
    aide.press(KeyCode::F(9));
    aide.shows("Đăng ký thêm người");
    aide.types("Giàng A Súa");
    aide.enter();
    assert!(matches!(
        aide.last(),
        [Event::Registered { registration, .. }] if registration.name == "Giàng A Súa"
    ));
    assert_eq!(aide.waiting(), [1, 2, 3, 4]);
    aide.shows("4 Giàng A Súa");
    aide.shows("CHỜ PHÁT BIỂU ────── 4 người");
}

#[test]
fn a_newcomer_is_registered_with_village_and_subject() {
    let mut aide = Aide::under(LAO_CAI);
    aide.press(KeyCode::F(9));
    aide.types("Sùng Thị Ủng");
    aide.press(KeyCode::Tab);
    aide.types("bản Tả Ván");
    aide.press(KeyCode::Tab);
    aide.types("Điện lưới");
    aide.enter();
    let person = &aide.state().queue.people()[3].registration;
    assert_eq!(person.village, "bản Tả Ván");
    assert_eq!(person.subjects[0].text, "Điện lưới");
    aide.shows_at("bản Tả Ván · mới", 120, 40);
}

#[test]
fn a_newcomer_without_a_name_is_asked_for_it() {
    let mut aide = Aide::under(LAO_CAI);
    let before = aide.acts();
    aide.press(KeyCode::F(9));
    aide.enter();
    aide.shows("Cần ghi: ");
    assert_eq!(aide.acts(), before);
}

#[test]
fn the_order_is_changed_with_ctrl_and_the_arrows() {
    let mut aide = Aide::under(LAO_CAI);
    aide.times(2, KeyCode::Down);
    aide.ctrl_with(KeyCode::Up);
    aide.ctrl_with(KeyCode::Up);
    assert_eq!(aide.waiting(), [3, 1, 2]);
    aide.ctrl_with(KeyCode::Down);
    assert_eq!(aide.waiting(), [1, 3, 2]);
    assert!(matches!(aide.last(), [Event::QueueMoved { .. }]));
    // And back, with undo.
    aide.ctrl('z');
    assert_eq!(aide.waiting(), [3, 1, 2]);
    aide.shows("Đã hoàn tác");
}

#[test]
fn somebody_is_called_out_of_order() {
    let mut aide = Aide::before_the_first_speech(LAO_CAI);
    aide.times(2, KeyCode::Down);
    aide.press(KeyCode::F(2));
    assert_eq!(aide.floor().holder, Holder::Citizen(Number(3)));
    assert_eq!(aide.floor().phase, Phase::Speech);
    aide.shows("ĐANG PHÁT BIỂU · số 3");
    aide.shows("bà Đặng Thị Như Quỳnh phát biểu xong");
}

#[test]
fn somebody_absent_is_called_again_later() {
    let mut aide = Aide::before_the_first_speech(LAO_CAI);
    aide.press(KeyCode::F(6));
    aide.types("vang");
    aide.enter();
    assert_eq!(aide.standing(1), Standing::Absent);
    aide.shows("vắng");
    aide.shows("mời số 2: ông Lường Văn Ẩn");
    // She came: back in the list, and first again.
    aide.press(KeyCode::End);
    aide.press(KeyCode::F(6));
    aide.types("dua lai");
    aide.enter();
    assert_eq!(aide.standing(1), Standing::Waiting);
    aide.shows("mời số 1: bà Nguyễn Thị Ước");
    aide.space();
    assert_eq!(aide.floor().holder, Holder::Citizen(Number(1)));
}

#[test]
fn the_absent_can_also_be_given_the_floor_at_once() {
    let mut aide = Aide::before_the_first_speech(LAO_CAI);
    aide.press(KeyCode::F(6));
    aide.types("vang");
    aide.enter();
    aide.press(KeyCode::End);
    aide.press(KeyCode::F(2));
    assert_eq!(aide.floor().holder, Holder::Citizen(Number(1)));
}

#[test]
fn removing_somebody_who_waits_never_touches_the_running_clock() {
    for (typed, standing, word) in [
        ("vang", Standing::Absent, "vắng"),
        ("rut", Standing::Withdrew, "rút"),
        ("phieu", Standing::WrittenSlip, "gửi phiếu viết"),
        ("het thoi gian", Standing::NoTimeLeft, "hết thời gian"),
    ] {
        let mut aide = Aide::with_number_one_speaking(LAO_CAI);
        aide.passes(40);
        let turn = aide.floor().clone();
        aide.press(KeyCode::F(6));
        aide.passes(2);
        aide.types(typed);
        aide.enter();
        assert_eq!(aide.standing(2), standing);
        assert_eq!(aide.floor(), &turn);
        assert_eq!(aide.floor().lasted(aide.now()).seconds(), 42);
        aide.shows_at(word, 120, 40);
        aide.shows("ĐANG PHÁT BIỂU · số 1");
    }
}

#[test]
fn all_who_wait_are_marked_at_once_when_time_is_up() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    aide.ctrl('p');
    aide.types("het gio");
    // when it is found, the key asks first, and what is chosen already changes nothing
    aide.enter();
    aide.shows_at("[Enter] Để nguyên", 120, 40);
    aide.enter();
    assert_ne!(aide.waiting(), [0_u32; 0]);
    aide.ctrl('p');
    aide.types("het gio");
    aide.enter();
    aide.press(KeyCode::Down);
    aide.enter();
    assert_eq!(aide.waiting(), [0_u32; 0]);
    assert_eq!(aide.standing(3), Standing::NoTimeLeft);
    assert_eq!(aide.floor().holder, Holder::Citizen(Number(1)));
}

#[test]
fn dialogue_is_refused_on_the_regulations_own_grounds_with_their_article() {
    for (regulation, article, typed, ground) in [
        (LAO_CAI, "Đ15.7", "trat tu", "disorder"),
        (QD_1573, "Đ3.3", "de doa", "threatens"),
        (DIEN_BIEN, "Đ4.6", "noi quy", "breaks-house-rules"),
        (DAN_TIEN, "Đ10.5", "quy dinh cua phap luat", "other-by-law"),
    ] {
        let mut aide = Aide::with_number_one_speaking(regulation);
        aide.press(KeyCode::F(6));
        aide.types("tu choi");
        aide.enter();
        aide.shows_at(article, 120, 40);
        let stated = aide.session.regulation().refusal.clone().unwrap().grounds;
        for known in &stated {
            aide.shows_unwrapped(
                known.text.in_lang(doithoai::domain::i18n::Lang::Vi),
                120,
                40,
            );
        }
        aide.types(typed);
        aide.enter();
        let refused = aide.record().speakers[1].refused.clone().unwrap();
        assert_eq!(refused.article.0, article);
        assert_eq!(refused.ground.0, ground);
        assert_eq!(aide.standing(2), Standing::Refused);
        // The one who speaks goes on.
        assert_eq!(aide.floor().holder, Holder::Citizen(Number(1)));
        aide.shows_at("từ chối đối thoại", 120, 40);
    }
}

#[test]
fn a_regulation_that_states_no_grounds_offers_none() {
    let mut aide = Aide::with_number_one_speaking(TANG_TIEN);
    aide.press(KeyCode::F(6));
    aide.shows("Vắng mặt");
    aide.hides("Từ chối");
}

#[test]
fn a_village_that_is_known_is_found_without_marks_and_a_namesake_is_told() {
    let mut aide = Aide::before_the_first_speech(LAO_CAI);
    aide.press(KeyCode::F(9));
    aide.types("Nguyễn Thị Ước");
    aide.press(KeyCode::Tab);
    // Nothing is proposed before something is typed.
    aide.hides("● bản Huổi Cáy");
    aide.types("huoi");
    aide.shows("● bản Huổi Cáy");
    aide.enter();
    let registration = &aide.state().queue.people()[3].registration;
    assert_eq!(registration.village, "bản Huổi Cáy");
    assert_eq!(registration.honorific, "");
    aide.shows("Đăng ký số 4: Nguyễn Thị Ước – trùng tên với số 1");
    // And a village nobody comes from yet is taken as it stands.
    aide.press(KeyCode::F(9));
    aide.types("Giàng A Súa");
    aide.press(KeyCode::Tab);
    aide.types("bản Mới");
    aide.enter();
    assert_eq!(
        aide.state().queue.people()[4].registration.village,
        "bản Mới"
    );
    aide.shows("Đăng ký số 5: Giàng A Súa");
}

#[test]
fn the_menu_of_a_person_never_takes_the_floor_from_the_speaker_at_its_first_line() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    aide.press(KeyCode::F(6));
    aide.enter();
    assert_eq!(aide.standing(2), Standing::Absent);
    assert_eq!(aide.floor().holder, Holder::Citizen(Number(1)));
}

#[test]
fn who_has_spoken_stands_in_the_list_with_the_time_it_took() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    aide.passes(95);
    aide.space();
    for (width, height) in [(120, 40), (200, 60)] {
        let screen = aide.screen(width, height);
        let line = screen
            .lines()
            .find(|line| line.contains("1 bà Nguyễn Thị Ước"));
        assert!(line.unwrap().contains("đã nói 1′35″"), "{screen}");
    }
}

#[test]
fn the_last_acts_are_told_of_the_turn_they_were_about() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    aide.goes_on_until(
        |next| matches!(next, doithoai::domain::session::next::Next::Call(number) if number.0 == 2),
    );
    aide.passes(1);
    aide.space();
    let read = unwrapped(&aide.screen(200, 60));
    // The second speaker has the floor: what ended before is the first one's, and the agency's.
    assert!(read.contains("bà Nguyễn Thị Ước phát biểu xong"), "{read}");
    assert!(read.contains("Phòng Kinh tế trả lời xong"), "{read}");
    assert!(
        !read.contains("08:01 ông Lường Văn Ẩn phát biểu xong"),
        "{read}"
    );
}
