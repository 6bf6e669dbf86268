//! Items in the dialogue: one by one or in batches, several to a speaker, several answers, reopened, moved, linked.

use crossterm::event::KeyCode;
use doithoai::domain::regulation::Phase;
use doithoai::domain::session::event::Event;
use doithoai::domain::session::floor::Holder;
use doithoai::domain::session::item::{Class, Raiser};
use doithoai::domain::session::next::Next;
use doithoai::domain::session::plan::{Number, SpeakingMode};

use crate::desk::aide::Aide;
use crate::desk::given::*;

#[test]
fn one_by_one_and_batches_are_switched_while_the_session_runs() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    aide.shows("từng người");
    aide.ctrl('k');
    aide.types("gop 2");
    aide.enter();
    assert_eq!(aide.state().taking, SpeakingMode::InBatches(2));
    aide.shows("gộp 2");
    // The second is called before anybody answers, then both are answered.
    aide.space();
    aide.shows("mời số 2: ông Lường Văn Ẩn");
    aide.space();
    aide.space();
    aide.shows("mời Phòng Kinh tế trả lời");
    // And back again.
    aide.ctrl('k');
    aide.types("tung nguoi");
    aide.enter();
    assert_eq!(aide.state().taking, SpeakingMode::OneByOne);
    aide.shows("từng người");
    aide.shows("mời Phòng Kinh tế trả lời");
}

#[test]
fn a_batch_can_be_cut_short() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    aide.ctrl('k');
    aide.types("gop 3");
    aide.enter();
    aide.space();
    aide.shows("[Enter] mời trả lời");
    aide.enter();
    assert!(matches!(aide.last(), [Event::SpeechesHeld]));
    aide.shows("mời Phòng Kinh tế trả lời");
}

#[test]
fn a_speaker_raises_several_items_and_one_answer_takes_them_all() {
    let mut plan = plan(LAO_CAI);
    std::sync::Arc::make_mut(&mut plan.speakers[0]).subjects[0].agency = None;
    let mut aide = Aide::of(plan);
    aide.goes_on_until(|next| matches!(next, Next::EndFloor));
    aide.press(KeyCode::F(4));
    aide.shows("Ý kiến mới của bà Nguyễn Thị Ước");
    aide.types("Điện yếu vào giờ cao điểm");
    aide.enter();
    aide.shows_at("Điện yếu vào giờ cao điểm", 120, 40);
    aide.press(KeyCode::F(4));
    aide.types("Cầu treo hỏng");
    aide.enter();
    assert_eq!(aide.floor().items.len(), 3);
    aide.space();
    aide.shows("mời người chủ trì trả lời ý kiến 1, 2, 3");
    aide.space();
    assert_eq!(aide.floor().phase, Phase::Answer);
    // One answer for all of them; each gets its own class.
    let answered = aide.floor().items.clone();
    assert_eq!(answered.len(), 3, "{answered:?}");
    aide.space();
    for number in ["1", "2", "3"] {
        assert!(matches!(aide.session.next(), Next::Class(item) if item.0.to_string() == number));
        aide.classes_now();
    }
    assert!(
        aide.state()
            .items
            .iter()
            .all(|item| item.class == Some(Class::AnsweredNow))
    );
}

#[test]
fn whoever_is_chosen_to_answer_answers_all_that_is_due_together() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    aide.press(KeyCode::F(4));
    aide.types("Cầu treo hỏng");
    aide.enter();
    aide.space();
    // Each is due from somebody else, so the first is answered alone, and the other by its number.
    aide.ctrl('t');
    aide.shows("Ai trả lời ý kiến 1?");
    aide.press(KeyCode::Esc);
    aide.space();
    aide.space();
    aide.classes_now();
    aide.shows("mời người chủ trì trả lời");

    // Given three matters for the chair, when an agency is chosen instead, then it answers all three, and so does the
    // next one.
    let mut plan = plan(LAO_CAI);
    let mut subject = plan.speakers[0].subjects[0].clone();
    subject.agency = None;
    std::sync::Arc::make_mut(&mut plan.speakers[0]).subjects =
        vec![subject.clone(), subject.clone(), subject];
    let mut aide = Aide::of(plan);
    aide.goes_on_until(|next| matches!(next, Next::Answer { .. }));
    aide.ctrl('t');
    aide.shows("Ai trả lời ý kiến 1, 2, 3?");
    aide.types("cong an");
    aide.enter();
    assert_eq!(aide.floor().items.len(), 3);
    aide.ctrl('t');
    aide.types("phong kinh te");
    aide.enter();
    assert_eq!(aide.floor().items.len(), 3);
    aide.space();
    assert!(
        aide.record()
            .items
            .iter()
            .all(|item| item.answered_by.len() == 2)
    );
}

#[test]
fn one_item_is_answered_by_the_chair_and_then_by_an_agency() {
    let mut aide = Aide::with_number_one_speaking(QD_1573);
    aide.space();
    aide.ctrl('t');
    aide.types("nguoi chu tri");
    aide.enter();
    assert_eq!(aide.floor().holder, Holder::Chair);
    aide.shows("ĐANG TRẢ LỜI");
    aide.shows("ông Hoàng Đức Thắng");
    aide.ctrl('t');
    aide.types("so nong");
    aide.enter();
    aide.shows("Sở Nông nghiệp và Môi trường");
    let answers: Vec<&Holder> = aide
        .state()
        .turns
        .iter()
        .filter(|turn| turn.phase == Phase::Answer)
        .map(|turn| &turn.holder)
        .collect();
    assert_eq!(answers.len(), 2);
    assert_eq!(aide.record().items[0].answered_by.len(), 2);
    aide.space();
    assert!(matches!(aide.session.next(), Next::Class(_)));
}

#[test]
fn an_item_is_reopened_after_a_follow_up_and_answered_again() {
    for regulation in [LAO_CAI, QD_1573, DIEN_BIEN, DAN_TIEN] {
        let mut aide = Aide::asked_for_the_first_class(regulation);
        if regulation == DIEN_BIEN {
            // The collected opinions are read before anybody speaks.
            aide.goes_on_until(|next| matches!(next, Next::Call(_)));
            aide.space();
            aide.goes_on_until(|next| matches!(next, Next::Class(_)));
        }
        let Next::Class(item) = aide.session.next() else {
            panic!("{:?}", aide.session.next());
        };
        aide.classes_now();
        aide.shows("Có ai trao đổi thêm không?");
        aide.shows("[Enter] bà Nguyễn Thị Ước trao đổi thêm");
        aide.enter();
        aide.shows("TRAO ĐỔI THÊM · số 1");
        aide.space();
        aide.ctrl('r');
        assert!(matches!(aide.last(), [Event::ItemReopened { .. }]));
        aide.shows("mời Phòng Kinh tế trả lời");
        aide.space();
        assert_eq!(aide.floor().items, [item]);
        aide.space();
        aide.press(KeyCode::Char('2'));
        aide.enter();
        let record = aide.record();
        let item = record
            .items
            .iter()
            .find(|known| known.id == item.0)
            .unwrap();
        assert_eq!(item.answered_by.len(), 2);
        assert!(!item.classed.is_empty());
    }
}

#[test]
fn somebody_else_goes_on_where_the_regulation_has_a_further_exchange() {
    let mut aide = Aide::asked_for_the_first_class(QD_1573);
    aide.classes_now();
    aide.goes_on_until(|next| matches!(next, Next::Call(number) if number.0 == 3));
    aide.ctrl('f');
    aide.types("uoc");
    aide.enter();
    assert_eq!(aide.floor().phase, Phase::Exchange);
    assert_eq!(aide.floor().holder, Holder::Citizen(Number(1)));

    let mut aide = Aide::asked_for_the_first_class(TANG_TIEN);
    aide.classes_now();
    aide.hides("[Enter]");
    aide.ctrl('f');
    aide.enter();
    aide.shows("Bước này không có phần đó");
}

#[test]
fn an_item_is_moved_to_somebody_else() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    aide.ctrl('p');
    aide.types("chuyen y kien");
    aide.enter();
    aide.types("quynh");
    aide.enter();
    assert_eq!(aide.item(1).by, Raiser::Citizen(Number(3)));
    aide.shows_at("số 3 · đang nêu", 120, 40);
}

#[test]
fn linking_shows_the_prepared_answer_at_once() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    aide.hides("Đã bố trí");
    aide.ctrl('o');
    aide.types("sat lo");
    aide.enter();
    assert!(matches!(aide.last(), [Event::ItemLinked { .. }]));
    aide.shows_at(PREPARED, 250, 70);
    aide.shows_at("TRẢ LỜI ĐÃ CHUẨN BỊ", 120, 40);
    aide.shows("Đã bố trí");
    assert_eq!(
        aide.record().items[0].prepared_answer.as_deref(),
        Some(PREPARED)
    );
    // And taken off again.
    aide.ctrl('o');
    aide.types("khong gan");
    aide.enter();
    assert_eq!(aide.item(1).opinion, None);
    aide.hides("Đã bố trí");
}

#[test]
fn the_agency_that_prepared_the_answer_gives_it_where_no_other_is_assigned() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    aide.press(KeyCode::F(4));
    aide.types("Đường sạt lở");
    aide.enter();
    aide.press(KeyCode::Tab);
    aide.press(KeyCode::End);
    aide.ctrl('o');
    aide.types("sat lo");
    aide.enter();
    aide.shows_at("Trả lời: Sở Nông nghiệp và Môi trường", 120, 40);
    // The one assigned to the first matter answers it; then the other is due.
    aide.space();
    aide.shows("mời Phòng Kinh tế trả lời");
    aide.space();
    aide.space();
    aide.press(KeyCode::Esc);
    aide.classes_now();
    aide.shows("mời Sở Nông nghiệp và Môi trường trả lời");
    aide.shows_at("Đã bố trí", 120, 40);
    aide.space();
    aide.space();
    aide.press(KeyCode::Char('2'));
    aide.shows("● Sở Nông nghiệp và Môi trường");
}

#[test]
fn an_opinion_without_a_prepared_answer_says_so() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    aide.ctrl('o');
    aide.types("nuoc sinh hoat");
    aide.enter();
    aide.shows("chưa có trả lời chuẩn bị");
}

#[test]
fn prepared_answers_are_read_one_by_one_timed_and_classed() {
    let mut aide = Aide::under(DIEN_BIEN);
    aide.goes_on_until(|next| matches!(next, Next::ReadPrepared(_)));
    aide.shows("đọc trả lời ý kiến 1: Tổ đại biểu số 1");
    aide.shows("Đường vào thôn Nà Hỏi");
    aide.space();
    aide.shows("ĐANG TRẢ LỜI");
    aide.shows_at(PREPARED, 250, 70);
    aide.shows("Đã bố trí 2,4 tỷ đồng");
    aide.passes(75);
    aide.space();
    aide.shows("Phân loại ý kiến 1");
    aide.classes_now();
    aide.shows("đọc trả lời ý kiến 2: Tổ đại biểu số 2");
    aide.space();
    aide.space();
    aide.press(KeyCode::Char('2'));
    aide.enter();
    let record = aide.record();
    assert_eq!(
        record.turns[0].span.as_ref().unwrap().actual_ms.seconds(),
        75
    );
    assert!(record.items.iter().all(|item| item.class.is_some()));
    aide.goes_on_until(|next| matches!(next, Next::Call(_)));
    aide.shows("mời số 1: bà Nguyễn Thị Ước");
}
