//! What was typed into a form is there again.

use crossterm::event::KeyCode;

use super::super::aide::Aide;
use super::super::given::*;

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
