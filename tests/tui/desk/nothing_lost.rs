//! What was typed is not lost when it cannot be done, and nothing is taken for what it was not meant to be.

use std::path::Path;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use doithoai::domain::regulation::Phase;
use doithoai::domain::session::item::Class;
use doithoai::domain::session::next::Next;
use doithoai::domain::session::plan::AgencyId;
use doithoai::tui::desk::Effect;
use doithoai::tui::desk::input::Press;

use crate::desk::aide::Aide;
use crate::desk::given::*;

const TEXT: &str = "Đường lên bản Huổi Cáy sạt từ tháng 7, xe không vào được";

#[test]
fn a_text_the_disk_does_not_take_stays_and_is_written_in_another_folder() {
    // given a full disk, and a text in the form
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    let items = aide.state().items.len();
    aide.press(KeyCode::F(4));
    aide.types(TEXT);
    aide.disk_is_full = true;
    // when it is accepted
    aide.enter();
    // then it is still on the screen, said not to be written, and kept in case of a crash
    aide.shows("Đường lên bản Huổi Cáy");
    aide.shows("KHÔNG GHI ĐƯỢC");
    assert_eq!(aide.desk.draft().unwrap().texts, [TEXT]);
    // when she goes on in another folder
    aide.press(KeyCode::F(10));
    aide.shows("Thư mục");
    assert_eq!(aide.desk.draft().unwrap().texts, [TEXT]);
    aide.types("/mnt/usb");
    aide.enter();
    assert!(matches!(aide.asked.as_slice(), [Effect::SaveTo(_)]));
    aide.desk
        .not_saved_elsewhere(Path::new("/mnt/usb"), "không có");
    aide.shows("/mnt/usb: không có");
    aide.enter();
    aide.disk_is_full = false;
    aide.desk.saved_elsewhere(Path::new("/mnt/usb/buoi-1"));
    // then the text is there again, and Enter writes it
    aide.shows("Đường lên bản Huổi Cáy");
    aide.enter();
    assert_eq!(aide.state().items.len(), items + 1);
    assert_eq!(aide.state().items.last().unwrap().text, TEXT);
    assert_eq!(aide.desk.draft(), None);
    aide.hides("Thư mục");
}

#[test]
fn what_a_closed_session_does_not_take_is_not_asked_for() {
    let mut aide = Aide::under(LAO_CAI);
    aide.goes_on_until(|next| *next == Next::Nothing);
    let keys = [
        KeyEvent::from(KeyCode::F(9)),
        KeyEvent::from(KeyCode::F(4)),
        KeyEvent::new(KeyCode::Char('b'), KeyModifiers::CONTROL),
        KeyEvent::new(KeyCode::Char('d'), KeyModifiers::CONTROL),
        KeyEvent::new(KeyCode::Char('s'), KeyModifiers::CONTROL),
        KeyEvent::new(KeyCode::Char('k'), KeyModifiers::CONTROL),
        KeyEvent::new(KeyCode::Char('o'), KeyModifiers::CONTROL),
        KeyEvent::new(KeyCode::Char('t'), KeyModifiers::CONTROL),
        KeyEvent::new(KeyCode::Char('f'), KeyModifiers::CONTROL),
    ];
    for key in keys {
        aide.passes(2);
        aide.presses(Press::alone(key));
        aide.hides("[Enter]");
        aide.shows("chỉ còn hoàn tác và sửa chữ");
    }
    // a note is kept with the session, though
    aide.ctrl('n');
    aide.types("Trả chìa khóa hội trường");
    aide.enter();
    aide.shows("ghi chú");
}

#[test]
fn going_back_from_the_reason_leads_to_the_form_it_was_asked_for() {
    // given an unregistered speaker whose opinion is outside what was announced
    let mut aide = Aide::with_number_one_speaking(QD_1573);
    aide.press(KeyCode::F(9));
    aide.types("Lường Thị Mẩy");
    aide.enter();
    aide.press(KeyCode::Down);
    aide.enter();
    aide.shows("Khác trình tự");
    aide.press(KeyCode::Esc);
    aide.shows("Lường Thị Mẩy");
    aide.shows("Thôn, đơn vị");
    aide.press(KeyCode::Esc);
    aide.hides("Lường Thị Mẩy");
}

#[test]
fn an_item_looked_at_during_the_answer_is_not_classed_instead_of_the_one_that_was_answered() {
    // given item 1 put off with its agency, and item 2 being answered
    let mut aide = Aide::asked_for_the_first_class(LAO_CAI);
    aide.press(KeyCode::Char('2'));
    aide.enter();
    let of_the_first = aide.item(1).class.clone();
    aide.goes_on_until(|next| matches!(next, Next::Answer { .. }));
    aide.space();
    let answered = *aide.floor().items.first().unwrap();
    // when she looks at item 1 meanwhile, and the answer ends
    aide.press(KeyCode::Tab);
    aide.press(KeyCode::Home);
    aide.passes(20);
    aide.space();
    // then the key classes what was answered, and says so
    aide.shows(&format!("ý kiến {}", answered.0));
    aide.classes_now();
    assert_eq!(aide.item(1).class, of_the_first);
    assert_eq!(
        aide.state().item(answered).unwrap().class,
        Some(Class::AnsweredNow)
    );
    aide.shows(&format!("ý kiến {}: trả lời ngay", answered.0));
}

#[test]
fn the_bottom_names_the_item_that_the_class_keys_are_about() {
    let mut aide = Aide::asked_for_the_first_class(LAO_CAI);
    aide.classes_now();
    aide.goes_on_until(|next| matches!(next, Next::Class(_)));
    let Next::Class(due) = aide.session.next() else {
        panic!("a class is due");
    };
    // Looking at another item changes nothing of it.
    aide.press(KeyCode::Tab);
    aide.press(KeyCode::Home);
    aide.shows(&format!("Phân loại ý kiến {}", due.0));
    aide.space();
    aide.shows(&format!("để phân loại ý kiến {}", due.0));
    // Its card does, and only after Enter.
    aide.enter();
    aide.shows("Phân loại ý kiến 1");
    aide.space();
    aide.shows("để phân loại ý kiến 1");
    aide.press(KeyCode::Esc);
    aide.shows(&format!("Phân loại ý kiến {}", due.0));
}

#[test]
fn a_day_that_is_typed_is_not_taken_for_the_proposed_one_it_resembles() {
    let due = |typed: &str| {
        let mut aide = Aide::asked_for_the_first_class(LAO_CAI);
        aide.press(KeyCode::Char('2'));
        aide.shows("11/01/2027");
        aide.press(KeyCode::Tab);
        aide.types(typed);
        aide.enter();
        match aide.item(1).class.clone() {
            Some(Class::VerifyLater { due, .. }) => due,
            other => panic!("{other:?}"),
        }
    };
    let typed = due("1/1/2027");
    assert_eq!(typed.on.unwrap().to_string(), "2027-01-01");
    assert_eq!(typed.under, None);
    // and the proposed day, typed out in another way, is the proposed day
    let proposed = due("11/1/2027");
    assert_eq!(proposed.on.unwrap().to_string(), "2027-01-11");
    assert!(proposed.under.is_some());
}

#[test]
fn a_full_name_is_not_taken_for_the_chair_whose_name_it_resembles() {
    let mut aide = Aide::with_number_one_speaking(QD_1573);
    let chair = aide.session.chair().called();
    let part: String = chair.chars().take(chair.chars().count() - 1).collect();
    aide.press(KeyCode::F(9));
    aide.types("Lường Thị Mẩy");
    aide.enter();
    aide.press(KeyCode::Down);
    aide.enter();
    aide.types("Dân đề nghị");
    aide.press(KeyCode::Tab);
    aide.types(&part);
    aide.shows(&format!("● + {part}"));
    aide.enter();
    let deviation = aide.state().deviations.last().unwrap();
    assert_eq!(deviation.reason.ordered_by, part);
}

#[test]
fn an_agency_named_with_the_class_is_taken_back_with_it() {
    let mut aide = Aide::asked_for_the_first_class(LAO_CAI);
    let agencies = aide.state().agencies.clone();
    aide.press(KeyCode::Char('2'));
    aide.types("Ban Quản lý rừng Mường Phăng");
    aide.enter();
    assert_eq!(aide.state().agencies.len(), agencies.len() + 1);
    aide.ctrl('z');
    assert_eq!(aide.state().agencies, agencies);
    assert_eq!(aide.item(1).class, None);
}

#[test]
fn an_item_nobody_was_asked_to_answer_is_given_to_no_agency_by_enter_alone() {
    let mut plan = plan(LAO_CAI);
    let first = std::sync::Arc::make_mut(&mut plan.speakers[0]);
    first.subjects[0].agency = None;
    let mut aide = Aide::of(plan);
    aide.goes_on_until(|next| matches!(next, Next::Class(_)));
    aide.press(KeyCode::Char('2'));
    aide.shows("● để trống, phân công sau");
    aide.enter();
    let Some(Class::VerifyLater { agency, .. }) = &aide.item(1).class else {
        panic!("not class 2");
    };
    assert_eq!(*agency, None::<AgencyId>);
    // and the gate asks for it
    aide.goes_on_until(|next| *next == Next::Close);
    aide.ctrl('g');
    aide.shows("– chưa có cơ quan");
}

#[test]
fn a_case_of_the_deputy_is_recorded_only_when_it_was_chosen() {
    let mut aide = Aide::with_number_one_speaking(DAN_TIEN);
    aide.ctrl('d');
    aide.types("Vi Thị Ngọc");
    aide.times(3, KeyCode::Tab);
    aide.types("Chủ tọa được mời ra ngoài");
    aide.enter();
    assert_eq!(aide.state().chair_changes.last().unwrap().case, None);
}

#[test]
fn the_present_topic_is_proposed_and_can_be_taken_off() {
    let mut aide = Aide::asked_for_the_first_class(LAO_CAI);
    assert_eq!(aide.item(1).topic.as_deref(), Some("Giao thông"));
    let topic = |aide: &mut Aide| {
        aide.ctrl('p');
        aide.types("linh vuc");
        aide.enter();
    };
    topic(&mut aide);
    aide.shows("● Giao thông");
    aide.enter();
    assert_eq!(aide.item(1).topic.as_deref(), Some("Giao thông"));
    topic(&mut aide);
    aide.press(KeyCode::Down);
    aide.shows("● (không ghi lĩnh vực)");
    aide.enter();
    assert_eq!(aide.item(1).topic, None);
}

#[test]
fn a_text_that_is_no_line_of_a_closed_list_is_not_taken_for_the_first() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    aide.ctrl('p');
    aide.types("doi gioi han");
    aide.enter();
    aide.types("2");
    aide.press(KeyCode::Tab);
    aide.types("xyz");
    let before = aide.acts();
    aide.enter();
    aide.shows("Không có dòng này");
    assert_eq!(aide.acts(), before);
}

#[test]
fn what_is_typed_over_a_proposed_number_takes_its_place() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    aide.space();
    aide.ctrl('b');
    aide.types("5");
    aide.enter();
    let planned = aide.state().present_break().unwrap().planned.unwrap();
    assert_eq!(planned.seconds(), 300);
}

#[test]
fn digits_pasted_with_a_line_break_do_not_submit_a_form() {
    // given a terminal without bracketed paste
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    aide.ctrl('n');
    let before = aide.acts();
    let mut keys: Vec<KeyEvent> = "0912345678"
        .chars()
        .map(|digit| KeyEvent::from(KeyCode::Char(digit)))
        .collect();
    keys.push(KeyEvent::from(KeyCode::Enter));
    // when a telephone number is pasted with its line break
    aide.burst(&keys);
    // then nothing is written yet, and she is told why
    assert_eq!(aide.acts(), before);
    aide.shows("0912345678");
    aide.shows("bấm Enter lần nữa để nhận");
    aide.enter();
    assert_eq!(aide.state().notes.last().unwrap().text, "0912345678");
}

#[test]
fn the_share_that_is_proposed_is_the_one_the_key_sets() {
    let mut plan = plan(LAO_CAI);
    plan.settings.allowed_minutes = Some(40);
    let mut aide = Aide::of(plan);
    aide.goes_on_until(|next| matches!(next, Next::Call(_)));
    let mut shares = 0;
    for _ in 0..30 {
        aide.passes(37);
        let Some(share) = aide.session.equal_share(aide.now()) else {
            break;
        };
        shares += 1;
        aide.ctrl_with(KeyCode::F(8));
        let set = aide.state().limits.of(Phase::Speech).unwrap();
        assert_eq!(set, share);
        assert!(share.seconds() < 30 || share.seconds().is_multiple_of(30));
    }
    assert!(shares > 3, "{shares}");
}

#[test]
fn an_agency_that_is_typed_is_not_taken_for_the_line_that_leaves_it_open() {
    // «để trống, phân công sau» has both `cong` and `an` in it.
    let mut aide = Aide::asked_for_the_first_class(LAO_CAI);
    aide.press(KeyCode::Char('2'));
    aide.types("cong san");
    aide.hides("để trống, phân công sau");
    aide.shows("● + cong san");
}

#[test]
fn a_village_with_a_number_is_not_taken_for_one_whose_number_begins_alike() {
    let mut plan = plan(LAO_CAI);
    std::sync::Arc::make_mut(&mut plan.speakers[0]).village = "Thôn 10".into();
    let mut aide = Aide::of(plan);
    aide.press(KeyCode::F(9));
    aide.types("Giàng A Súa");
    aide.press(KeyCode::Tab);
    aide.types("Thôn 1");
    aide.enter();
    assert_eq!(
        aide.state().queue.people()[3].registration.village,
        "Thôn 1"
    );
}

#[test]
fn pressing_for_another_folder_twice_asks_once() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    aide.ctrl('n');
    aide.types("Ghi chú");
    aide.disk_is_full = true;
    aide.enter();
    aide.shows("F10");
    aide.press(KeyCode::F(10));
    aide.press(KeyCode::F(10));
    aide.disk_is_full = false;
    aide.types("/mnt/usb");
    aide.enter();
    aide.desk.saved_elsewhere(Path::new("/mnt/usb/buoi-1"));
    aide.enter();
    assert_eq!(aide.state().notes.last().unwrap().text, "Ghi chú");
    aide.hides("Thư mục");
}

#[test]
fn an_answer_left_in_the_flow_is_there_with_the_answers_own_key() {
    for leave in [
        KeyEvent::from(KeyCode::Esc),
        KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL),
    ] {
        let mut aide = Aide::asked_for_the_first_class(LAO_CAI);
        aide.press(KeyCode::Char('1'));
        aide.types("sửa trong quý I");
        aide.presses(Press::alone(leave));
        // the class is on disk, the answer is not
        assert!(aide.item(1).class.is_some() && aide.item(1).answer.is_none());
        aide.ctrl('a');
        aide.shows("sửa trong quý I");
        aide.enter();
        assert_eq!(aide.item(1).answer.as_deref(), Some("sửa trong quý I"));
        // and what was accepted is no draft any more, in neither of the two
        aide.ctrl('a');
        aide.types(" năm 2027");
        aide.press(KeyCode::Esc);
        aide.ctrl('z');
        aide.ctrl('z');
        aide.press(KeyCode::Char('1'));
        aide.shows("năm 2027");
    }
}
