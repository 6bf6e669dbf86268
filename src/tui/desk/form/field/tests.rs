//! What is typed into a field, and what it holds then.

use crossterm::event::KeyCode;

use super::*;

fn typed(field: &mut Field, text: &str) {
    let mut typing = Typing::default();
    for letter in text.chars() {
        field.press(KeyEvent::from(KeyCode::Char(letter)), &mut typing);
    }
}

#[test]
fn typing_without_diacritics_narrows_the_list_and_enter_takes_the_first() {
    let options = vec![
        "Phòng Kinh tế".into(),
        "Sở Nông nghiệp và Môi trường".into(),
    ];
    let mut field = Field::choice("Cơ quan".into(), options, 0, true);
    assert_eq!(field.value(), FieldValue::Option(0));
    typed(&mut field, "so nong");
    assert_eq!(field.value(), FieldValue::Option(1));
    typed(&mut field, " xyz");
    assert_eq!(field.value(), FieldValue::Text("so nong xyz".into()));
}

#[test]
fn what_is_complete_in_itself_is_not_taken_for_an_option_that_resembles_it() {
    let options = vec!["09/01/2027".into(), "để trống".into()];
    let is_day = |text: &str| crate::domain::format::read_date(text).is_some();
    let mut field = Field::choice("Hạn".into(), options, 0, true);
    field.is_complete = is_day;
    assert_eq!(field.value(), FieldValue::Option(0));
    typed(&mut field, "7/1/2027");
    assert_eq!(field.value(), FieldValue::Text("7/1/2027".into()));
    field.step(1);
    assert_eq!(field.value(), FieldValue::Option(0));
}

#[test]
fn a_proposed_text_stands_until_something_is_typed_over_it() {
    let proposed = || Field::proposing("Phút".into(), "15");
    assert_eq!(proposed().content(), "15");
    let mut field = proposed();
    typed(&mut field, "5");
    assert_eq!(field.content(), "5");
    let mut field = proposed();
    field.press(KeyEvent::from(KeyCode::Backspace), &mut Typing::default());
    typed(&mut field, "0");
    assert_eq!(field.content(), "10");
    let mut field = proposed();
    field.paste("20");
    assert_eq!(field.content(), "20");
}

#[test]
fn letters_that_arrive_decomposed_are_kept_composed_with_the_cursor_behind_them() {
    let mut field = Field::text("Tên".into(), "");
    typed(&mut field, "U\u{31b}o\u{31b}\u{301}c");
    assert_eq!(field.typed(), "Ước");
    assert_eq!(field.before_cursor(), "Ước");
}
