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

/// So many delegates that the opening's list of people fills the pane by itself.
fn with_a_full_roster(regulation: &str) -> Aide {
    let mut plan = plan(regulation);
    for number in 0..14 {
        plan.delegates.push(official(
            "Ông",
            &format!("Đại Biểu Thứ {number}"),
            "Phó Chủ tịch Hội Cựu chiến binh và Hội Người cao tuổi xã",
        ));
    }
    Aide::of(plan)
}

#[test]
fn at_the_house_rules_the_text_to_be_read_out_comes_before_the_people_however_many_they_are() {
    for regulation in [QD_1573, DIEN_BIEN, DAN_TIEN, TANG_TIEN] {
        let mut aide = with_a_full_roster(regulation);
        aide.space();
        for (width, height) in [(120, 40), (200, 60)] {
            let read = unwrapped(&aide.screen(width, height));
            let rules = read.find("ĐỌC TRƯỚC HỘI TRƯỜNG").unwrap_or(usize::MAX);
            assert!(read.find("Phó Chủ tịch Hội").unwrap() < rules, "{read}");
        }
        // when the house rules are the next act
        while !aide.screen(120, 40).contains("xong: Giới thiệu nội quy") {
            aide.passes(1);
            aide.space();
        }
        // then what is to be read stands whole on the screen, and is no ban of a ban
        let read = unwrapped(&aide.screen(120, 40));
        for now in aide.session.rules_now() {
            let text = now.rule.text.in_lang(doithoai::domain::i18n::Lang::Vi);
            assert!(
                read.contains(text),
                "{regulation}: «{text}» is not on {read}"
            );
        }
        assert!(!read.contains("Không được ("), "{read}");
    }
}

#[test]
fn once_every_act_of_the_opening_is_done_its_title_stands_once_and_the_text_is_at_hand() {
    for regulation in ALL {
        let mut aide = with_a_full_roster(regulation);
        aide.space();
        let title = aide.session.present_step().unwrap().title.vi.clone();
        while !aide.screen(120, 40).contains("[Space] sang bước 2") {
            aide.passes(1);
            aide.space();
        }
        let screen = aide.screen(200, 60);
        let pane: Vec<&str> = screen
            .lines()
            .filter_map(|line| line.split('│').nth(1))
            .collect();
        let whole = pane.concat();
        assert_eq!(whole.matches(&title).count(), 1, "{regulation}\n{screen}");
        assert!(
            whole.contains("ĐỌC TRƯỚC HỘI TRƯỜNG"),
            "{regulation}\n{screen}"
        );
    }
}

#[test]
fn where_there_is_room_every_rule_of_the_moment_is_told() {
    let aide = Aide::with_number_one_speaking(LAO_CAI);
    let read = unwrapped(&aide.screen(200, 60));
    let rules = aide.session.rules_now();
    assert!(rules.len() > 2);
    for now in rules {
        let text = now.rule.text.in_lang(doithoai::domain::i18n::Lang::Vi);
        assert!(read.contains(text), "«{text}» is not on {read}");
    }
}

#[test]
fn the_page_tells_a_rule_once_that_two_entries_of_a_text_hold() {
    let mut aide = Aide::under(DAN_TIEN);
    aide.ctrl('p');
    aide.types("quy dinh luc nay");
    aide.enter();
    let read = unwrapped(&aide.screen(200, 60));
    assert_eq!(read.matches("theo thứ tự đã đăng ký").count(), 1, "{read}");
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
