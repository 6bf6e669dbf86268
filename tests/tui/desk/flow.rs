//! The flow of a session: keys act on what the screen asks about, one press is one act, every act says what it did, and
//! nothing typed is lost.

use crossterm::event::KeyCode;
use doithoai::domain::regulation::Phase;
use doithoai::domain::session::event::Event;
use doithoai::domain::session::floor::Holder;
use doithoai::domain::session::item::Class;
use doithoai::domain::session::next::Next;
use doithoai::domain::session::plan::{AgencyId, Number, OpinionId, SpeakingMode};
use doithoai::domain::session::queue::Standing;
use doithoai::domain::time::Millis;

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
fn a_held_key_does_at_most_two_acts_and_says_so() {
    for (regulation, ticks) in [(DAN_TIEN, true), (LAO_CAI, false)] {
        let mut aide = if ticks {
            Aide::under(regulation)
        } else {
            Aide::before_the_first_speech(regulation)
        };
        aide.passes(2);
        let before = aide.acts();
        // Held for three seconds on a keyboard that begins to repeat after half a second.
        aide.at_once(KeyCode::Char(' '));
        aide.clock.pass(Millis(500));
        for _ in 0..75 {
            aide.at_once(KeyCode::Char(' '));
            aide.clock.pass(Millis(33));
        }
        assert!(aide.acts() - before <= 2, "{}", aide.acts() - before);
        aide.shows_at("chỉ tính một lần", 120, 40);
        // Let go and pressed again, it acts.
        aide.clock.pass(Millis(500));
        aide.at_once(KeyCode::Char(' '));
        assert_eq!(aide.acts() - before, 3);
    }
}

#[test]
fn ticks_of_the_opening_may_follow_each_other_quickly() {
    let mut aide = Aide::under(DAN_TIEN);
    aide.space();
    let ticked = |aide: &Aide| aide.state().agenda.ticked().len();
    aide.clock.pass(Millis(200));
    let before = ticked(&aide);
    for _ in 0..2 {
        aide.at_once(KeyCode::Char(' '));
        aide.clock.pass(Millis(160));
    }
    assert_eq!(ticked(&aide) - before, 2);
}

#[test]
fn a_turn_is_not_ended_by_a_key_that_came_as_it_began() {
    let mut aide = Aide::before_the_first_speech(LAO_CAI);
    aide.press(KeyCode::F(2));
    let turn = aide.floor().id;
    aide.clock.pass(Millis(300));
    aide.at_once(KeyCode::Char(' '));
    assert_eq!(aide.floor().id, turn);
    aide.clock.pass(Millis(500));
    aide.at_once(KeyCode::Char(' '));
    assert!(aide.state().floor().is_none());
}

#[test]
fn a_held_class_key_neither_classes_twice_nor_writes_into_the_answer() {
    let mut aide = Aide::asked_for_the_first_class(LAO_CAI);
    let before = aide.acts();
    for _ in 0..20 {
        aide.at_once(KeyCode::Char('1'));
        aide.clock.pass(Millis(33));
    }
    assert_eq!(aide.acts() - before, 1);
    assert_eq!(aide.desk.draft(), None);
}

#[test]
fn the_prepared_answer_is_kept_with_one_key_and_replaced_by_typing() {
    for key in [KeyCode::Enter, KeyCode::Char(' ')] {
        let mut aide = with_two_items();
        aide.press(KeyCode::Char('1'));
        // The class is on disk before the line opens.
        assert_eq!(aide.item(1).class, Some(Class::AnsweredNow));
        aide.shows("Câu trả lời ghi vào biên bản");
        aide.shows_at("giữ câu đã chuẩn bị", 80, 24);
        aide.press(key);
        assert_eq!(aide.item(1).answer.as_deref(), Some(PREPARED));
        assert!(!aide.desk.is_writing());
    }
    let mut aide = with_two_items();
    aide.press(KeyCode::Char('1'));
    aide.types("Khởi công trong tháng 12");
    aide.enter();
    assert_eq!(
        aide.item(1).answer.as_deref(),
        Some("Khởi công trong tháng 12")
    );
}

#[test]
fn an_answer_that_nobody_prepared_stays_open_and_has_its_sign() {
    for key in [KeyCode::Enter, KeyCode::Char(' '), KeyCode::Esc] {
        let mut aide = Aide::asked_for_the_first_class(LAO_CAI);
        aide.press(KeyCode::Char('1'));
        assert!(aide.desk.is_writing());
        let before = aide.acts();
        aide.press(key);
        assert!(!aide.desk.is_writing());
        assert_eq!(aide.acts(), before);
        assert_eq!(aide.item(1).answer, None);
        aide.shows_at("∅ chưa ghi trả", 120, 40);
    }
    let mut aide = Aide::asked_for_the_first_class(LAO_CAI);
    aide.press(KeyCode::Char('1'));
    aide.types("Đã sửa xong tuần trước");
    aide.enter();
    aide.shows_at("✎ đã ghi trả", 120, 40);
    aide.press(KeyCode::F(3));
    aide.types("sua xong tuan truoc");
    aide.shows_at("1. Kiến nghị của số 1", 120, 40);
}

#[test]
fn undo_in_an_untouched_answer_line_takes_the_class_back() {
    let mut aide = Aide::asked_for_the_first_class(LAO_CAI);
    aide.press(KeyCode::Char('1'));
    aide.ctrl('z');
    assert_eq!(aide.item(1).class, None);
    aide.shows("Đã hoàn tác: ý kiến 1: trả lời ngay · bà Nguyễn Thị Ước");
    assert!(!aide.desk.is_writing());
}

#[test]
fn the_answer_key_begins_with_the_prepared_answer() {
    let mut aide = with_two_items();
    aide.ctrl('a');
    aide.shows_at("Đã bố trí 2,4 tỷ đồng", 120, 40);
    aide.enter();
    assert_eq!(aide.item(1).answer.as_deref(), Some(PREPARED));
}

#[test]
fn an_exchange_is_about_an_item_and_its_answer_goes_to_the_agency_of_that_item() {
    let mut aide = with_two_items();
    aide.classes_now();
    aide.goes_on_until(|next| matches!(next, Next::Class(_)));
    aide.classes_now();
    // Given both answered, by two agencies; when she goes on about the first,
    aide.shows("trao đổi thêm");
    aide.enter();
    aide.shows_at("trao đổi thêm về ý kiến nào?", 120, 40);
    aide.types("kien nghi");
    aide.enter();
    assert_eq!(aide.floor().phase, Phase::Exchange);
    assert_eq!(
        aide.floor()
            .items
            .iter()
            .map(|item| item.0)
            .collect::<Vec<_>>(),
        [1]
    );
    aide.space();
    // then the agency of the first is asked, about that item alone.
    aide.shows("mời Phòng Kinh tế trả lời");
    aide.enter();
    assert_eq!(
        aide.floor().holder,
        Holder::Agency(AgencyId("kinh-te".into()))
    );
    assert_eq!(aide.floor().items.len(), 1);
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
                let told = aide.desk.told().unwrap_or_default();
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
fn what_was_typed_is_there_again_after_leaving_the_form() {
    for leave in ["esc", "ctrl+c"] {
        let mut aide = Aide::with_number_one_speaking(LAO_CAI);
        aide.press(KeyCode::F(4));
        aide.types("Đường lên bản sạt lở");
        if leave == "esc" {
            aide.press(KeyCode::Esc);
        } else {
            aide.ctrl('c');
        }
        aide.hides("Đường lên bản sạt lở");
        aide.shows("Chữ đã gõ được giữ");
        // Another form is not touched by it.
        aide.ctrl('n');
        aide.hides("Đường lên bản sạt lở");
        aide.press(KeyCode::Esc);
        aide.press(KeyCode::F(4));
        aide.shows("Đường lên bản sạt lở");
        aide.enter();
        assert_eq!(
            aide.state().items.last().unwrap().text,
            "Đường lên bản sạt lở"
        );
        // Accepted, it is no draft any more.
        aide.press(KeyCode::F(4));
        assert_eq!(aide.desk.draft(), None);
    }
}

#[test]
fn every_form_keeps_what_was_typed() {
    for open in ["e", "a", "n", "d", "F9", "w"] {
        let mut aide = Aide::asked_for_the_first_class(DAN_TIEN);
        let opens = |aide: &mut Aide| match open {
            "F9" => aide.press(KeyCode::F(9)),
            "w" => {
                aide.ctrl('w');
                aide.enter();
            }
            letter => aide.ctrl(letter.chars().next().unwrap()),
        };
        opens(&mut aide);
        aide.types("Lường Thị Mẩy");
        aide.press(KeyCode::Esc);
        opens(&mut aide);
        aide.shows("Lường Thị Mẩy");
    }
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
        assert!(aide.desk.told().unwrap_or_default().contains(told));
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

#[test]
fn a_long_prepared_answer_says_which_rows_are_in_sight_and_is_read_on() {
    let sentence =
        |number| format!("Câu{number}. của phần trả lời đã được chuẩn bị trước hội nghị");
    let whole = (1..=14).map(sentence).collect::<Vec<_>>().join("; ");
    let mut plan = plan(DAN_TIEN);
    std::sync::Arc::make_mut(&mut plan.speakers[0]).subjects[0].opinion = Some(OpinionId(1));
    plan.opinions[0].prepared_answer = Some(whole.clone());
    let mut aide = Aide::of(plan);
    aide.goes_on_until(|next| matches!(next, Next::Class(_)));
    aide.passes(2);
    aide.press(KeyCode::Char('1'));
    // Which rows of how many: `1–4/7 ▼`.
    let extent = |aide: &Aide| {
        let screen = aide.screen(80, 24);
        let mut words = screen.split_whitespace();
        let rows = words.find(|word| word.contains('–') && word.contains('/'));
        let rows = rows.unwrap_or_else(|| panic!("{screen}")).to_owned();
        (rows, words.next().unwrap_or_default().to_owned())
    };
    let (first, more) = extent(&aide);
    assert!(first.starts_with("1–"), "{first}");
    assert_eq!(more, "▼");
    aide.shows_at("Câu1.", 80, 24);
    assert!(
        !aide.screen(80, 24).contains("Câu14."),
        "{}",
        aide.screen(80, 24)
    );
    // a row down, and both signs stand there
    aide.press(KeyCode::Down);
    let (second, more) = extent(&aide);
    assert!(second.starts_with("2–"), "{second}");
    assert_eq!(more, "▲▼");
    // to its end, and back to its beginning
    for _ in 0..60 {
        aide.press(KeyCode::Down);
    }
    aide.shows_at("Câu14.", 80, 24);
    assert_eq!(extent(&aide).1, "▲");
    for _ in 0..60 {
        aide.press(KeyCode::Up);
    }
    assert_eq!(extent(&aide), (first, "▼".to_owned()));
    // reading touches nothing: it is kept as prepared
    aide.enter();
    assert_eq!(aide.item(1).answer.as_deref(), Some(whole.as_str()));
}
