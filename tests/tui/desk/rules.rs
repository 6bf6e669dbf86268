//! Stories of the rule of the moment: said beside the floor, with the text at hand to read; what is outside the scope of a
//! text is no ban.

use crossterm::event::KeyCode;
use doithoai::domain::session::next::Next;

use super::aide::{Aide, unwrapped};
use super::given::*;

#[test]
fn while_somebody_speaks_the_rule_stands_under_the_clock_and_goes_with_the_floor() {
    let aide = Aide::with_number_one_speaking(LAO_CAI);
    let rules = aide.session.rules_now();
    let first = rules.first().unwrap();
    let article = first.rule.article.to_string();
    for (width, height) in [(120, 40), (200, 60)] {
        let read = unwrapped(&aide.screen(width, height));
        assert!(read.contains(&article), "{read}");
        assert!(
            read.contains(first.rule.text.in_lang(doithoai::domain::i18n::Lang::Vi)),
            "{read}"
        );
    }
}

#[test]
fn while_an_agency_answers_it_is_said_who_answers_for_the_answer() {
    let mut aide = Aide::with_number_one_speaking(QD_1573);
    aide.goes_on_until(|next| matches!(next, Next::Answer { .. }));
    aide.passes(1);
    aide.space();
    let rule = aide.session.rules_now()[0].rule.clone();
    let read = unwrapped(&aide.screen(120, 40));
    assert!(read.contains("Giao trả lời"), "{read}");
    assert!(
        read.contains(rule.text.in_lang(doithoai::domain::i18n::Lang::Vi)),
        "{read}"
    );
    // and with the end of the answer it goes
    aide.passes(1);
    aide.space();
    assert!(!unwrapped(&aide.screen(120, 40)).contains("Giao trả lời"));
}

#[test]
fn in_the_opening_the_text_to_be_read_out_is_at_hand() {
    let mut aide = Aide::under(DAN_TIEN);
    aide.space();
    let read = unwrapped(&aide.screen(120, 40));
    assert!(read.contains("ĐỌC TRƯỚC HỘI TRƯỜNG"), "{read}");
    for now in aide.session.rules_now() {
        let text = now.rule.text.in_lang(doithoai::domain::i18n::Lang::Vi);
        assert!(read.contains(text), "«{text}» is not on {read}");
    }
}

#[test]
fn the_page_of_rules_has_them_all_and_names_what_is_outside_the_scope_no_ban() {
    for regulation in ALL {
        let mut aide = Aide::under(regulation);
        aide.ctrl('p');
        aide.types("quy dinh luc nay");
        aide.enter();
        let mut read = String::new();
        for _ in 0..12 {
            read.push_str(&unwrapped(&aide.screen(120, 40)));
            aide.press(KeyCode::PageDown);
        }
        let rules = aide.session.regulation().rules.clone();
        for (name, list) in rules.lists() {
            for rule in list {
                let text = rule.text.in_lang(doithoai::domain::i18n::Lang::Vi);
                assert!(
                    read.contains(text),
                    "{regulation} {name}: «{text}» is not on {read}"
                );
            }
        }
        if let Some(first) = rules.outside_scope.first() {
            let (_, behind) = read.split_once("không phải điều cấm").unwrap();
            assert!(behind.contains(first.text.in_lang(doithoai::domain::i18n::Lang::Vi)));
        }
        aide.press(KeyCode::Esc);
    }
}
