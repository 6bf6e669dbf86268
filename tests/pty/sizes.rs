//! Windows of every size, and windows that change their size while the session runs.

use crate::aide::{Aide, words};
use crate::computer::{Computer, ROOMY};
use crate::faults::Faults;
use doithoai::tui::desk::words::FormMessage;
use doithoai::tui::desk::words::HeaderMessage;
use doithoai::tui::desk::words::PaneMessage;

const WHOLE: [(u16, u16); 3] = [(80, 24), ROOMY, (250, 70)];

/// Narrow and wide, low and high, one cell and more than any screen has.
const STRANGE: [(u16, u16); 24] = [
    (1, 1),
    (300, 100),
    (2, 50),
    (200, 1),
    (59, 16),
    (60, 15),
    (60, 16),
    (61, 17),
    (300, 2),
    (3, 100),
    (10, 10),
    (80, 24),
    (104, 16),
    (103, 40),
    (104, 40),
    (40, 10),
    (79, 23),
    (250, 16),
    (60, 100),
    (5, 5),
    (132, 43),
    (1, 100),
    (300, 1),
    (20, 60),
];

#[test]
fn the_whole_desk_is_there_in_every_usual_size() {
    let (mut computer, id) = Computer::with_session("dan-tien-2025");
    let mut faults = Faults::on(&mut computer);
    Aide::at(&computer, &id).go_on_until_somebody_speaks();
    for size in WHOLE {
        faults.time_passes(30);
        let mut terminal = computer.open(&["run", &id], size);
        let words = words();
        terminal.wait_for_text(words.forms[FormMessage::WentOn].as_str());
        terminal.press(crate::keys::ENTER);
        for text in everything() {
            terminal.wait_for_text(&text);
        }
    }
}

#[test]
fn a_window_that_is_too_small_says_what_it_needs() {
    let (computer, id) = Computer::with_session("dan-tien-2025");
    let mut terminal = computer.open(&["run", &id], (40, 10));
    let sentence = words().header[HeaderMessage::TooSmall].render(&[
        ("columns", &60),
        ("rows", &16),
        ("width", &40),
        ("height", &10),
    ]);
    terminal.wait_for(&sentence, |screen| one_line(&screen.contents()) == sentence);
}

#[test]
fn the_desk_comes_back_from_every_size() {
    let (computer, id) = Computer::with_session("dan-tien-2025");
    let mut aide = Aide::at(&computer, &id);
    aide.go_on_until_somebody_speaks();
    for dialog in [None, Some(crate::keys::F1), Some(crate::keys::F4)] {
        if let Some(key) = dialog {
            aide.press(key);
            aide.terminal.wait_for_frame();
        }
        for (columns, rows) in STRANGE {
            aide.terminal.resize(columns, rows);
            aide.terminal.wait_for_frame();
        }
        if dialog.is_some() {
            aide.press(crate::keys::ESC);
        }
        for size in WHOLE {
            aide.terminal.resize(size.0, size.1);
            for text in everything() {
                aide.terminal.wait_for_text(&text);
            }
        }
    }
    aide.act(crate::keys::SPACE);
}

#[test]
fn a_window_that_is_smaller_for_a_moment_loses_nothing() {
    let (computer, id) = Computer::with_session("dan-tien-2025");
    let mut terminal = computer.open(&["run", &id], (100, 30));
    let saved = one_line(crate::aide::before(&words().header[HeaderMessage::Saved]).as_str());
    terminal.wait_for_text(&saved);
    for _ in 0..5 {
        // given a terminal that drops what stands beyond its edge
        terminal.resize(80, 30);
        terminal.resize(100, 30);
        // then what stood there is there again
        terminal.wait_for_text(&saved);
    }
}

/// What stands on the desk while the first of the sample's citizens speaks.
fn everything() -> Vec<String> {
    let words = words();
    let act = |action| words.acts[&action].name.to_string();
    vec![
        words.header[HeaderMessage::Fictional].to_string(),
        crate::aide::before(&words.header[HeaderMessage::Saved]),
        words.panes[PaneMessage::Agenda].to_string(),
        words.panes[PaneMessage::Speech].to_string(),
        "Triệu Văn Kẻo".to_owned(),
        "Nguyễn Thị Ước".to_owned(),
        "thôn Nà Hỏi".to_owned(),
        heading(&words.panes[PaneMessage::Queue]),
        heading(&words.panes[PaneMessage::Items]),
        "[Space] ".to_owned(),
        act(doithoai::tui::desk::action::Action::Help),
        act(doithoai::tui::desk::action::Action::Palette),
    ]
}

/// The title of a list without its count, which stands at the end of the row.
fn heading(title: &doithoai::domain::i18n::Message) -> String {
    crate::aide::before(title)
        .trim_end_matches([' ', '('])
        .to_owned()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
