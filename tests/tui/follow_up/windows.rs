//! Every size of the window: nothing is cut, nothing overlaps, no key is named that is not there.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use doithoai::tui::desk::input::Press;

use super::Clerk;

#[test]
fn nothing_in_the_list_is_cut_with_a_form_open_or_without() {
    for (columns, rows) in [(80, 24), (100, 30), (120, 40), (150, 45), (200, 60)] {
        for is_form_open in [false, true] {
            let mut clerk = Clerk::on_monday();
            if is_form_open {
                clerk.key(KeyCode::Enter);
            }
            let picture = clerk.picture(columns, rows);
            assert!(!picture.contains('…'), "{columns}x{rows}:\n{picture}");
            // the row that the form is about is whole, agency and all
            assert!(picture.contains("ý kiến 3"), "{columns}x{rows}:\n{picture}");
        }
    }
}

#[test]
fn nothing_overlaps_or_panics_at_any_size() {
    let mut clerk = Clerk::on_monday();
    for form in [None, Some(KeyCode::Enter), Some(KeyCode::F(8))] {
        if let Some(key) = form {
            clerk.key(KeyCode::Esc);
            clerk.key(key);
        }
        for columns in [1, 20, 40, 60, 80, 100, 120, 150, 200, 250] {
            for rows in [1, 5, 10, 16, 24, 40, 70] {
                clerk.picture(columns, rows);
            }
        }
    }
}

#[test]
fn the_page_of_keys_names_every_key_or_says_how_many_are_left() {
    let mut clerk = Clerk::on_monday();
    clerk.key(KeyCode::F(1));
    for (columns, rows) in [(80, 24), (120, 40), (200, 60)] {
        let picture = clerk.picture(columns, rows);
        for (key, does) in &clerk.sees().panel.unwrap().lines {
            assert!(
                picture.contains(key.as_str()) && picture.contains(does.as_str()),
                "{key} {does}\n{picture}"
            );
        }
        // The way out is the last of them.
        assert!(picture.contains("thoát"), "{picture}");
    }
    let picture = clerk.picture(60, 16);
    assert!(picture.contains("↓ còn"), "{picture}");
}

#[test]
fn every_form_is_told_whole_in_a_narrow_window_and_only_its_own_keys_are_named() {
    let ctrl = |letter| KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL);
    let keys = (2..=9).map(|number| KeyEvent::from(KeyCode::F(number)));
    let mut opened = 0;
    for key in keys.chain(['o', 'p', 's', 'e', 'd', 't', 'n'].map(ctrl)) {
        let mut clerk = Clerk::on_monday();
        let now = clerk.clock.now();
        clerk.screen.press(Press::alone(key), now);
        let Some(panel) = clerk.sees().panel else {
            continue;
        };
        opened += 1;
        for (columns, rows) in [(60, 20), (80, 24)] {
            let picture = clerk.picture(columns, rows);
            assert!(!picture.contains('…'), "{columns}x{rows}:\n{picture}");
            let words: Vec<&str> = picture
                .split(['┃', '\n', ' ', '━', '┏', '┓'])
                .filter(|word| !word.is_empty())
                .collect();
            assert!(words.join(" ").contains(&panel.title), "{picture}");
            assert!(!picture.contains("F1 các phím"), "{picture}");
        }
    }
    assert!(opened > 8, "{opened}");
}
