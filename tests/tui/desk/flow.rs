//! The flow of a session: keys act on what the screen asks about, one press is one act, every act says what it did, and
//! nothing typed is lost.

mod answers;
mod held_keys;
mod kept_forms;
mod people;

use crossterm::event::KeyCode;
use doithoai::domain::regulation::Phase;
use doithoai::domain::session::item::Class;
use doithoai::domain::session::next::Next;
use doithoai::domain::session::plan::{AgencyId, Number, OpinionId, SpeakingMode};

use super::aide::Aide;
use super::given::*;

/// The first speaker raised two items, for two agencies; the first has been answered.
fn with_two_items() -> Aide {
    let mut plan = plan(DAN_TIEN);
    let person = std::sync::Arc::make_mut(&mut plan.speakers[0]);
    let mut second = person.subjects[0].clone();
    second.text = "Đề nghị lắp gương cầu lồi".into();
    second.agency = Some(AgencyId("cong-an".into()));
    person.subjects.push(second);
    person.subjects[0].opinion = Some(OpinionId(1));
    let mut aide = Aide::of(plan);
    aide.goes_on_until(|next| matches!(next, Next::Class(_)));
    aide
}

#[test]
fn while_a_citizen_speaks_a_class_key_does_nothing_and_says_why() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    for key in ['1', '2', '3'] {
        let before = aide.acts();
        aide.press(KeyCode::Char(key));
        assert_eq!(aide.acts(), before);
        assert!(!aide.desk.is_writing());
        aide.shows("bà Nguyễn Thị Ước đang phát biểu – phân loại sau khi trả lời");
    }
    // Nor does it open the form of an item that has a class already.
    let mut aide = Aide::asked_for_the_first_class(DAN_TIEN);
    aide.classes_now();
    aide.goes_on_until(|next| matches!(next, Next::EndFloor));
    aide.press(KeyCode::Tab);
    aide.press(KeyCode::Home);
    aide.enter();
    let before = aide.acts();
    aide.press(KeyCode::Char('2'));
    assert_eq!(aide.acts(), before);
    assert!(!aide.desk.is_writing());
    aide.hides("Phân loại ý kiến");
}

#[test]
fn before_an_answer_a_class_key_does_not_open_an_item_that_was_classed() {
    let mut aide = Aide::asked_for_the_first_class(DAN_TIEN);
    aide.classes_now();
    aide.goes_on_until(|next| matches!(next, Next::Answer { .. }));
    for _ in 0..2 {
        aide.press(KeyCode::Char('2'));
        assert!(!aide.desk.is_writing());
        aide.shows("chưa hỏi phân loại ý kiến nào");
        // And while it is being answered neither.
        aide.space();
    }
    assert_eq!(aide.item(1).class, Some(Class::AnsweredNow));
}

#[test]
fn selection_and_question_move_together_to_the_next_item_without_a_class() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    aide.press(KeyCode::F(4));
    aide.types("Cầu treo hỏng");
    aide.enter();
    aide.space();
    aide.ctrl('t');
    aide.enter();
    aide.goes_on_until(|next| matches!(next, Next::Class(_)));
    aide.shows("Phân loại ý kiến 1");
    aide.classes_now();
    aide.goes_on_until(|next| matches!(next, Next::Class(_)));
    let Next::Class(asked) = aide.session.next() else {
        panic!("a class is asked");
    };
    aide.shows(&format!("Phân loại ý kiến {}", asked.0));
    assert_eq!(aide.desk.item_in_question(&aide.session), Some(asked));
}

#[test]
fn an_item_chosen_at_the_gate_is_the_one_that_is_classed() {
    // Given three items noted for people who are not there any more, none of them answered.
    let mut aide = Aide::under(LAO_CAI);
    aide.goes_on_until(|next| matches!(next, Next::Call(_)));
    for _ in 0..3 {
        aide.press(KeyCode::F(4));
        aide.types("Việc khác");
        aide.enter();
    }
    aide.ctrl('g');
    aide.times(2, KeyCode::Down);
    aide.shows("Phân loại ý kiến 3");
    // When the third is opened and classed, then the third alone has a class, and the gate comes back.
    aide.enter();
    aide.shows("Phân loại ý kiến 3");
    aide.classes_now();
    assert_eq!(aide.item(3).class, Some(Class::AnsweredNow));
    assert_eq!(aide.item(2).class, None);
    aide.shows("Còn thiếu trước khi kết thúc");
    // And in the gate itself the key is about the row under the bar.
    aide.press(KeyCode::Down);
    aide.shows("Phân loại ý kiến 2");
    aide.press(KeyCode::Char('3'));
    aide.shows("Ý kiến 2: báo cáo cấp trên");
    aide.enter();
    assert!(matches!(
        aide.item(2).class,
        Some(Class::ReportUpward { .. })
    ));
    assert_eq!(aide.item(1).class, None);
    aide.shows("Còn thiếu trước khi kết thúc");
    // Until it is left.
    aide.press(KeyCode::Esc);
    aide.hides("Còn thiếu trước khi kết thúc");
}

#[test]
fn changing_a_class_is_asked_first() {
    let mut aide = Aide::asked_for_the_first_class(LAO_CAI);
    aide.press(KeyCode::Char('3'));
    aide.enter();
    aide.goes_on_until(|next| matches!(next, Next::Call(_)));
    aide.press(KeyCode::Tab);
    aide.press(KeyCode::Home);
    aide.shows("[Enter] mở thẻ ý kiến 1");
    aide.enter();
    aide.shows("Phân loại ý kiến 1");
    aide.press(KeyCode::Char('1'));
    aide.shows("Đổi phân loại ý kiến 1");
    assert!(matches!(
        aide.item(1).class,
        Some(Class::ReportUpward { .. })
    ));
    aide.enter();
    assert_eq!(aide.item(1).class, Some(Class::AnsweredNow));
}

#[test]
fn a_due_date_that_is_over_is_refused_and_one_that_does_not_exist_is_told() {
    let mut aide = Aide::asked_for_the_first_class(QD_1573);
    aide.press(KeyCode::Char('2'));
    aide.press(KeyCode::Tab);
    aide.types("24/11/2026");
    aide.enter();
    aide.shows("24/11/2026 đã qua (hôm nay 25/11/2026)");
    assert_eq!(aide.item(1).class, None);
    aide.times(10, KeyCode::Backspace);
    aide.types("31/02");
    aide.enter();
    aide.shows("31/02 không có trong lịch");
    aide.times(5, KeyCode::Backspace);
    aide.types("25/11/2026");
    aide.enter();
    assert!(aide.item(1).class.is_some());
}

#[test]
fn every_act_says_what_it_did_and_to_whom() {
    let mut aide = Aide::before_the_first_speech(LAO_CAI);
    aide.press(KeyCode::F(6));
    aide.types("vang");
    aide.enter();
    aide.shows("đánh dấu vắng: số 1, bà Nguyễn Thị Ước");
    aide.ctrl('z');
    aide.shows("Đã hoàn tác: đánh dấu vắng: số 1, bà Nguyễn Thị Ước");
    aide.space();
    aide.shows("mời số 1, bà Nguyễn Thị Ước phát biểu");
    aide.passes(62);
    aide.press(KeyCode::F(8));
    aide.shows("giới hạn lượt của bà Nguyễn Thị Ước: 4′00″");
    aide.press(KeyCode::F(5));
    aide.shows("dừng giờ: bà Nguyễn Thị Ước");
    aide.press(KeyCode::F(5));
    aide.space();
    aide.shows("bà Nguyễn Thị Ước phát biểu xong · 1′02″");
    aide.space();
    aide.shows("mời Phòng Kinh tế trả lời ý kiến 1");
    aide.ctrl('e');
    aide.times(40, KeyCode::Backspace);
    aide.enter();
    aide.shows("ý kiến 1: bỏ nội dung");
    aide.ctrl('z');
    aide.shows("Đã hoàn tác: ý kiến 1: bỏ nội dung");
    aide.ctrl('n');
    aide.types("Micro hỏng");
    aide.enter();
    aide.shows("ghi chú: Micro hỏng");
}

#[test]
fn no_act_is_silent() {
    // Whatever the one key does in a whole session, a line says it.
    for regulation in ALL {
        let mut aide = Aide::under(regulation);
        for _ in 0..300 {
            if aide.session.next() == Next::Nothing {
                break;
            }
            let before = aide.acts();
            aide.passes(5);
            match aide.session.next() {
                Next::Class(_) => aide.press(KeyCode::Char('1')),
                Next::EnterStep(_)
                | Next::Tick(_)
                | Next::Call(_)
                | Next::ChooseStep
                | Next::StartClock
                | Next::ResumeClock
                | Next::EndFloor
                | Next::Answer { .. }
                | Next::ReadPrepared(_)
                | Next::Exchange(_)
                | Next::HoldSpeeches
                | Next::EndBreak
                | Next::Close
                | Next::Nothing => aide.space(),
            }
            if aide.acts() > before {
                let told = aide.desk.notice_text().unwrap_or_default();
                assert!(told.chars().count() > 5, "{:?}: «{told}»", aide.last());
            }
            if aide.desk.is_writing() {
                aide.press(KeyCode::Esc);
            }
        }
    }
}

#[test]
fn the_equal_share_says_which_limit_it_set() {
    let mut plan = plan(LAO_CAI);
    plan.settings.allowed_minutes = Some(40);
    let mut aide = Aide::of(plan);
    aide.goes_on_until(|next| matches!(next, Next::Call(_)));
    aide.passes(37);
    aide.ctrl_with(KeyCode::F(8));
    let limit = aide.state().limits.of(Phase::Speech).unwrap();
    let limit = doithoai::domain::format::duration(limit);
    aide.shows(&format!("giới hạn mỗi lượt phát biểu còn lại: {limit}"));
}

#[test]
fn the_selection_stays_where_it_was() {
    let mut aide = Aide::before_the_first_speech(LAO_CAI);
    aide.press(KeyCode::Down);
    assert_eq!(aide.desk.person_in_question(&aide.session), Some(Number(2)));
    aide.press(KeyCode::F(6));
    aide.types("vang");
    aide.enter();
    assert_eq!(aide.desk.person_in_question(&aide.session), Some(Number(2)));
}

#[test]
fn a_jump_to_the_conclusion_names_who_waits_and_what_has_no_class() {
    let told = [
        "Còn 2 người chờ: 2 ông Lường Văn Ẩn, 3 bà Đặng Thị Như Quỳnh",
        "Còn 1 ý kiến chưa phân loại: 1",
    ];
    let jumps = |regulation: &str| {
        let mut aide = Aide::asked_for_the_first_class(regulation);
        aide.ctrl('s');
        aide.types("ket luan");
        aide.enter();
        aide
    };
    // Where no reason is asked for, the notice names them.
    let aide = jumps(LAO_CAI);
    for told in told {
        assert!(aide.desk.notice_text().unwrap_or_default().contains(told));
    }
    // Else they stand before the reason.
    let aide = jumps(QD_1573);
    for told in told {
        aide.shows_unwrapped(told, 120, 40);
    }
}

#[test]
fn the_row_of_keys_shows_only_what_can_be_done() {
    let aide = Aide::under(LAO_CAI);
    aide.hides("F5 Dừng giờ");
    aide.hides("Ctrl+Z");
    let aide = Aide::with_number_one_speaking(LAO_CAI);
    aide.shows("F5 Dừng giờ");
    aide.shows_at("Ctrl+Z", 120, 40);
}

#[test]
fn steps_that_come_again_or_were_skipped_have_signs_of_their_own() {
    let mut aide = Aide::asked_for_the_first_class(QD_1573);
    let row = |aide: &Aide, text: &str| {
        let screen = aide.screen(120, 40);
        let row = screen.lines().find(|line| line.contains(text));
        row.unwrap_or_else(|| panic!("{text} is not on\n{screen}"))
            .to_owned()
    };
    let regulation = aide.session.regulation().clone();
    let speeches = regulation
        .steps
        .iter()
        .position(|step| step.id.0 == "speeches")
        .unwrap();
    assert!(row(&aide, &format!("↻ {}", speeches + 1)).contains('↻'));
    assert!(row(&aide, "✓ 1").contains('✓'));
    aide.goes_on_until(|next| *next == Next::Nothing);
    let mut aide = Aide::under(QD_1573);
    aide.goes_on_until(|next| matches!(next, Next::EnterStep(step) if step.0 == "announcement"));
    aide.ctrl('s');
    aide.types("phat bieu");
    aide.enter();
    aide.types("Mất điện");
    aide.enter();
    assert!(row(&aide, "⊘ 2").contains("bỏ qua"));
}

#[test]
fn batches_keep_working_with_the_exchange() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    aide.ctrl('k');
    aide.types("gop 2");
    aide.enter();
    assert_eq!(aide.state().taking, SpeakingMode::InBatches(2));
    aide.goes_on_until(|next| *next == Next::Nothing);
    assert!(aide.record().closed);
}

#[test]
fn on_a_mirrored_display_class_two_is_chosen_in_a_strip_and_nothing_private_is_in_it() {
    let mut aide = with_two_items();
    aide.press(KeyCode::F(12));
    aide.hides(PREPARED);
    // The line of the flow shows that it is open, and not what was prepared.
    aide.press(KeyCode::Char('1'));
    aide.hides("Đã bố trí");
    aide.types("Khởi công");
    aide.shows("Khởi công");
    aide.enter();
    aide.goes_on_until(|next| matches!(next, Next::Class(_)));
    // Agency and day are chosen there.
    aide.press(KeyCode::Char('2'));
    aide.shows("● Công an xã");
    aide.types("so nong");
    aide.shows("● Sở Nông nghiệp và Môi trường");
    aide.enter();
    assert!(matches!(
        aide.item(2).class,
        Some(Class::VerifyLater { .. })
    ));
    // A note is nobody's business.
    aide.ctrl('n');
    aide.types("Bà Ước nói gay gắt");
    aide.hides("gay gắt");
}
