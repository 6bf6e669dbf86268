//! A key that is held down, pressed twice or pressed too early does no second act.

use crossterm::event::KeyCode;
use doithoai::domain::time::Millis;

use super::super::aide::Aide;
use super::super::given::*;

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
