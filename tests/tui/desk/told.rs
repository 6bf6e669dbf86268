//! What the desk says of an act, of what cannot be done, and of choices that are out of sight.

use crossterm::event::KeyCode;
use doithoai::domain::i18n::Lang;
use doithoai::domain::session::event::Event;
use doithoai::domain::session::next::Next;
use doithoai::tui::vn_input::Typing;

use super::aide::Aide;
use super::given::*;

#[test]
fn what_is_chosen_for_the_hall_takes_down_a_message_also_under_a_picture() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    let shows = |aide: &mut Aide, scene: &str| {
        aide.press(KeyCode::Insert);
        aide.types(scene);
        aide.enter();
    };
    let writes = |aide: &mut Aide| {
        aide.press(KeyCode::Insert);
        aide.enter();
        aide.types("Mất điện, xin chờ");
        aide.enter();
        assert!(aide.state().message.is_some());
    };
    writes(&mut aide);
    shows(&mut aide, "theo dien bien");
    assert_eq!(aide.state().message, None);
    // and one that lies under a picture does not come back with what happens
    writes(&mut aide);
    shows(&mut aide, "chuong trinh");
    shows(&mut aide, "theo dien bien");
    let told = aide.desk.notice_text().unwrap_or_default().to_owned();
    assert!(
        told.contains("theo diễn biến") && told.contains("bỏ thông báo"),
        "{told}"
    );
    assert_eq!(aide.state().message, None);
    assert_eq!(aide.state().scene, None);
    // what is undone is both
    aide.ctrl('z');
    assert!(aide.state().message.is_some() && aide.state().scene.is_some());
}

#[test]
fn a_dialogue_that_nobody_spoke_in_is_shown_as_skipped() {
    let mut aide = Aide::before_the_first_speech(DAN_TIEN);
    aide.ctrl('s');
    aide.types("ket luan");
    aide.enter();
    aide.types("Mất điện");
    aide.enter();
    let screen = aide.screen(120, 40);
    for number in [3, 4, 5] {
        assert!(
            screen.contains(&format!("⊘ {number}")),
            "{number}\n{screen}"
        );
    }
    assert!(screen.contains("▶ 6"), "{screen}");
    assert_eq!(aide.state().deviations.len(), 1);
}

#[test]
fn taking_time_away_stops_at_one_minute() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    for _ in 0..6 {
        aide.press(KeyCode::F(7));
        aide.passes(2);
    }
    let limit = aide.floor().limit.unwrap();
    assert_eq!(limit.seconds(), 60);
}

#[test]
fn the_picture_of_the_hall_answers_the_key_and_says_why_it_has_no_room() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    let toggles = |aide: &mut Aide| {
        aide.ctrl('p');
        aide.types("hinh hoi truong");
        aide.enter();
        aide.desk.notice_text().unwrap_or_default().to_owned()
    };
    aide.desk.stands_in((200, 60));
    assert!(toggles(&mut aide).contains("ẩn"));
    assert!(toggles(&mut aide).contains("hiện"));
    aide.desk.stands_in((120, 40));
    let told = toggles(&mut aide);
    assert!(told.contains("160") && told.contains("120"), "{told}");
}

#[test]
fn undoing_an_answer_as_prepared_names_whose_it_was() {
    let aide = Aide::asked_for_the_first_class(LAO_CAI);
    let item = aide.item(1).id;
    let words = &aide.desk.words;
    let told = doithoai::tui::desk::messages::in_words(
        &[Event::AnsweredAsPrepared {
            item,
            answer: "Đã làm".into(),
        }],
        None,
        &aide.session,
        words,
        Lang::Vi,
    )
    .unwrap();
    assert!(told.contains("Nguyễn Thị Ước"), "{told}");
}

#[test]
fn a_suspended_session_is_not_told_as_a_break() {
    let mut aide = Aide::before_the_first_speech(LAO_CAI);
    aide.happens(vec![Event::Adjourned]);
    let screen = aide.screen(120, 40);
    assert!(screen.contains("PHIÊN TẠM DỪNG"), "{screen}");
    assert!(!screen.contains("GIẢI LAO"), "{screen}");
    aide.space();
    let told = aide.desk.notice_text().unwrap_or_default();
    assert!(!told.contains("giải lao") && !told.is_empty(), "{told}");
}

#[test]
fn choices_out_of_sight_are_counted() {
    let mut aide = Aide::asked_for_the_first_class(LAO_CAI);
    aide.press(KeyCode::Char('2'));
    aide.press(KeyCode::Tab);
    aide.shows(" · Tab");
}

#[test]
fn a_search_without_a_hit_offers_nothing_and_says_so() {
    let mut aide = Aide::before_the_first_speech(LAO_CAI);
    aide.press(KeyCode::F(3));
    aide.types("zzzz");
    let screen = aide.screen(120, 40);
    assert!(!screen.contains("[Enter]"), "{screen}");
    aide.enter();
    assert!(aide.desk.notice_text().is_some());
    // and the list of the chair's words has a title without a loose end
    let mut aide = Aide::before_the_first_speech(LAO_CAI);
    aide.ctrl('w');
    assert!(!aide.screen(120, 40).contains("Lời kết luận:"));
}

#[test]
fn in_a_small_window_items_and_headings_are_cut_at_no_letter() {
    for (width, height) in [(60, 16), (80, 24), (120, 40)] {
        let mut aide = Aide::before_the_first_speech(LAO_CAI);
        for _ in 0..40 {
            let screen = aide.screen(width, height);
            assert!(!screen.contains("BI…"), "{width}\n{screen}");
            assert!(!screen.contains("hạ…"), "{width}\n{screen}");
            assert!(!screen.contains(" …"), "{width}\n{screen}");
            if aide.session.state().closed.is_some() {
                break;
            }
            aide.space();
            aide.passes(3);
        }
    }
}

#[test]
fn a_long_prepared_answer_on_the_card_says_how_much_is_left() {
    let mut plan = plan(DIEN_BIEN);
    let long = "Xã đã kiểm tra thực địa và xác nhận nội dung phản ánh là đúng. ".repeat(40);
    plan.opinions[0].prepared_answer = Some(long);
    let mut aide = Aide::of(plan);
    aide.goes_on_until(|next| matches!(next, doithoai::domain::session::next::Next::Class(_)));
    let screen = aide.screen(120, 40);
    let card = screen.lines().find(|line| line.contains("▼ còn"));
    assert!(card.is_some(), "{screen}");
    assert!(!screen.contains('…'), "{screen}");
}

#[test]
fn an_item_that_nobody_prepared_an_answer_for_says_so_while_it_is_spoken_of() {
    let aide = Aide::with_number_one_speaking(LAO_CAI);
    let screen = aide.screen(120, 40);
    assert!(screen.contains("Phòng Kinh tế trả lời"), "{screen}");
    assert!(screen.contains('∅'), "{screen}");
}

#[test]
fn in_english_what_space_does_is_an_act_and_a_turn_that_ended_is_not_over_time() {
    let mut aide = Aide::reading(plan(DAN_TIEN), Typing::default(), Lang::En);
    aide.goes_on_until(|next| matches!(next, Next::EndFloor));
    aide.shows("[Space] bà Nguyễn Thị Ước finished speaking");
    aide.goes_on_until(|next| matches!(next, Next::Class(_)));
    aide.shows("ended · limit 5′00″");
    aide.hides("over · limit");
}
