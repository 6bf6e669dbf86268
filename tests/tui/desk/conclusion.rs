//! The conclusion, read from the screen; and the gate that stands before closing.

use crossterm::event::KeyCode;
use doithoai::domain::i18n::Lang;
use doithoai::domain::regulation::{ClassKind, StepKind};
use doithoai::domain::session::event::Event;
use doithoai::domain::session::item::Class;
use doithoai::domain::session::next::Next;

use crate::desk::aide::Aide;
use crate::desk::given::*;

/// A hall with one item of each class, about to conclude.
#[expect(clippy::wildcard_enum_match_arm, reason = "the one key does the rest")]
pub fn about_to_conclude(regulation: &str) -> Aide {
    let mut aide = Aide::under(regulation);
    let mut keys = ['1', '2', '3'].into_iter().cycle();
    for _ in 0..500 {
        aide.passes(10);
        match aide.session.next() {
            Next::Class(_) => {
                let key = keys.next().unwrap();
                aide.press(KeyCode::Char(key));
                match key {
                    '2' => {
                        aide.types("so nong");
                        aide.press(KeyCode::Tab);
                        aide.types("5/12/2026");
                        aide.enter();
                    }
                    '3' => aide.enter(),
                    _ => aide.leaves_answer_line(),
                }
            }
            Next::Tick(_) if present_kind(&aide) == Some(StepKind::Conclusion) => return aide,
            _ => aide.space(),
        }
    }
    panic!("never came to the conclusion");
}

fn present_kind(aide: &Aide) -> Option<StepKind> {
    aide.session.present_step().map(|step| step.kind.clone())
}

#[test]
fn the_conclusion_is_read_from_the_screen_in_the_regulations_own_groups() {
    for regulation in ALL {
        let mut aide = about_to_conclude(regulation);
        let step = aide.session.present_step().unwrap().clone();
        for act in &step.acts {
            aide.shows_at(act.title.in_lang(Lang::Vi), 250, 70);
            for item in &aide.state().items {
                let kind = item.class.as_ref().map(Class::kind).unwrap();
                let (sign, tail) = match kind {
                    ClassKind::AnsweredNow => ("✓", ""),
                    ClassKind::VerifyLater => {
                        ("◷", " – Sở Nông nghiệp và Môi trường · hạn 05/12/2026")
                    }
                    ClassKind::ReportUpward => ("↑", " – Ủy ban nhân dân tỉnh"),
                };
                let line = format!("{sign} {}. {}{tail}", item.id.0, item.text);
                if act.items.contains(&kind) {
                    aide.shows_unwrapped(&line, 250, 70);
                }
            }
            aide.space();
        }
        assert_eq!(aide.session.next(), Next::Close);
    }
}

#[test]
fn groups_of_one_class_show_no_item_of_another() {
    let mut aide = about_to_conclude(QD_1573);
    aide.space();
    // What was settled: only what was answered now.
    aide.shows_at("✓ 1. Kiến nghị của số 1", 120, 40);
    aide.hides("↑ 3. Kiến nghị");
    aide.space();
    aide.shows("↑ 3. Kiến nghị của số 3");
    aide.hides("✓ 1. Kiến nghị");
}

#[test]
fn a_list_too_long_for_the_window_says_so_and_is_read_on_with_the_arrows() {
    let mut plan = plan(QD_1573);
    let subject = plan.speakers[0].subjects[0].clone();
    std::sync::Arc::make_mut(&mut plan.speakers[0]).subjects = (1..=14)
        .map(|number| {
            let mut subject = subject.clone();
            subject.text = format!("Đoạn đường hỏng thứ {number}");
            subject
        })
        .collect();
    let mut aide = Aide::of(plan);
    aide.goes_on_until(|next| matches!(next, Next::Tick(act) if act.0 == "what-was-discussed"));
    aide.shows("✓ 1. Đoạn đường hỏng thứ 1");
    aide.shows("▼ còn");
    aide.press(KeyCode::Tab);
    aide.press(KeyCode::Home);
    aide.times(9, KeyCode::Down);
    aide.shows("✓ 10. Đoạn đường hỏng thứ 10");
    aide.shows("✓ 16. Kiến nghị của số 3");
    aide.hides("↓ còn");
    // The next group begins at its beginning when the choice is let go.
    aide.space();
    aide.press(KeyCode::Esc);
    aide.shows("✓ 1. Đoạn đường hỏng thứ 1");
}

#[test]
fn the_chairs_own_words_are_written_for_each_group() {
    for regulation in ALL {
        let mut aide = about_to_conclude(regulation);
        let acts = aide.session.present_step().unwrap().acts.clone();
        for (index, _) in acts.iter().enumerate() {
            aide.ctrl('w');
            aide.times(index, KeyCode::Down);
            aide.enter();
            aide.types(&format!("Lời kết {index}"));
            aide.enter();
            assert!(matches!(aide.last(), [Event::ConclusionWorded { .. }]));
        }
        for (index, act) in acts.iter().enumerate() {
            aide.shows(&format!("Lời kết {index}"));
            assert_eq!(
                aide.record().conclusion.get(&act.id).unwrap(),
                &format!("Lời kết {index}")
            );
            aide.space();
        }
    }
}

#[test]
fn the_gate_lists_what_is_missing_and_jumps_to_it() {
    let mut aide = Aide::asked_for_the_first_class(QD_1573);
    // The first is skipped over, the second gets an open due, the third an authority that is taken away.
    aide.press(KeyCode::F(2));
    aide.space();
    aide.ctrl('g');
    aide.shows("Còn thiếu trước khi kết thúc");
    aide.shows("✗ Ý kiến chưa phân loại · 2");
    aide.shows("1. Kiến nghị của số 1");
    aide.shows("✗ Người chờ chưa ghi tình trạng · 1");
    aide.shows("số 3, bà Đặng Thị Như Quỳnh");
    aide.shows("Ghi hết thời gian cho cả 1 người còn chờ");
    // Enter jumps to the item, which takes its class at once.
    aide.enter();
    aide.press(KeyCode::Char('2'));
    aide.shows("Ý kiến 1: kiểm tra, trả lời sau");
    aide.press(KeyCode::Tab);
    aide.types("de trong");
    aide.enter();
    aide.ctrl('g');
    aide.shows("– chưa có hạn");
    // Enter opens the form in which it is mended.
    aide.types("chua co han");
    aide.enter();
    aide.shows("Ý kiến 1: kiểm tra, trả lời sau");
    aide.enter();
    aide.ctrl('g');
    aide.hides("chưa có hạn");
    // Somebody who waits is marked from there.
    aide.types("so 3");
    aide.enter();
    aide.shows("Vắng mặt");
}

#[test]
fn closing_is_refused_until_nothing_is_missing() {
    let mut aide = Aide::under(QD_1573);
    aide.goes_on_until(|next| next == &Next::Close);
    // One more comes; a class is taken back.
    aide.press(KeyCode::F(9));
    aide.types("Giàng A Súa");
    aide.enter();
    aide.enter();
    aide.press(KeyCode::Tab);
    aide.press(KeyCode::Home);
    aide.ctrl('r');
    aide.shows("[Space] xem 2 điều còn thiếu trước khi kết thúc");
    aide.space();
    aide.shows("✗ Ý kiến chưa phân loại · 1");
    aide.shows("số 4, Giàng A Súa");
    assert!(aide.state().closed.is_none());
    aide.enter();
    aide.press(KeyCode::Char('3'));
    aide.enter();
    aide.space();
    aide.types("het thoi gian");
    aide.enter();
    aide.shows("[Space] kết thúc buổi đối thoại");
    aide.space();
    assert!(matches!(aide.last(), [Event::Closed]));
    aide.shows("Buổi đối thoại đã kết thúc");
}

#[test]
fn a_due_is_asked_for_only_where_the_regulation_sets_a_limit() {
    let mut aide = Aide::asked_for_the_first_class(TANG_TIEN);
    aide.press(KeyCode::Char('2'));
    aide.enter();
    aide.ctrl('g');
    aide.hides("chưa có hạn");
}

#[test]
fn after_closing_the_mirrored_window_offers_no_key_that_does_nothing() {
    let mut aide = Aide::under(LAO_CAI);
    aide.goes_on_until(|next| matches!(next, Next::Close));
    aide.press(KeyCode::F(12));
    aide.shows("Space kết thúc");
    aide.happens(vec![Event::Closed]);
    assert_eq!(aide.session.next(), Next::Nothing);
    aide.hides("Space");
    aide.shows("buổi đối thoại đã kết thúc  ·  F12 về bàn điều hành");
}
