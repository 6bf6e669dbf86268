//! Whatever opens over the desk, in whatever state of the session and whatever size of window: it is told whole, it hides no
//! running clock, no list stands twice, and its keys are named.

use crossterm::event::KeyCode;
use doithoai::domain::i18n::Lang;
use doithoai::domain::session::next::Next;
use doithoai::tui::desk::view;
use doithoai::tui::vn_input::Typing;
use ratatui::layout::Rect;

use crate::desk::aide::{Aide, unwrapped};
use crate::desk::given::*;
use crate::desk::layout::{SIZES, Seen, long};

const SMALLEST: (u16, u16) = (60, 16);

/// The title of what lies open.
fn title(aide: &Aide) -> Option<String> {
    let area = Rect::new(0, 0, 120, 40);
    let view = view::view(&aide.session, &aide.desk, aide.now(), area);
    view.overlay.map(|overlay| overlay.title)
}

/// A session that came so far, twenty seconds ago.
fn at(lang: Lang, reached: impl Fn(&Next) -> bool) -> Aide {
    let mut aide = Aide::reading(long(DAN_TIEN), Typing::default(), lang);
    aide.goes_on_until(reached);
    aide.passes(20);
    aide
}

/// Everything that the list of acts opens now, each once.
fn all_that_opens(now: impl Fn() -> Aide) -> Vec<(String, Aide)> {
    let mut opened: Vec<(String, Aide)> = Vec::new();
    for place in 0..70 {
        let mut aide = now();
        aide.ctrl('p');
        aide.times(place, KeyCode::Down);
        let acts = title(&aide);
        aide.enter();
        if let Some(title) = title(&aide).filter(|title| Some(title) != acts.as_ref())
            && !opened.iter().any(|(known, _)| *known == title)
        {
            opened.push((title, aide));
        }
    }
    opened
}

pub fn in_every_state(lang: Lang) -> Vec<(String, Aide)> {
    let reached: [fn(&Next) -> bool; 6] = [
        |_| true,
        |next| matches!(next, Next::Call(_)),
        |next| matches!(next, Next::EndFloor),
        |next| matches!(next, Next::Class(_)),
        |next| matches!(next, Next::Close),
        |next| matches!(next, Next::Nothing),
    ];
    let opened = reached.map(|reached| all_that_opens(|| at(lang, reached)));
    opened.into_iter().flatten().collect()
}

#[test]
fn whatever_opens_is_told_whole_and_no_list_stands_twice() {
    for lang in [Lang::Vi, Lang::En] {
        let opened = in_every_state(lang);
        assert!(opened.len() > 100, "{}", opened.len());
        let items = if lang == Lang::Vi {
            "Ý KIẾN ──"
        } else {
            "ITEMS ──"
        };
        for (title, aide) in &opened {
            for size in SIZES {
                let seen = Seen::of(aide, size, title);
                seen.is_not_cut();
                seen.nothing_looks_out();
                let faults = crate::desk::whole::faults(&aide.cells(size.0, size.1));
                assert!(
                    faults.is_empty(),
                    "{title} {size:?} {faults:?}\n{}",
                    seen.what
                );
                let lists = seen.what.matches(items).count();
                assert!(lists <= 1, "{lists} lists of items\n{}", seen.what);
            }
        }
    }
}

#[test]
fn no_panel_hides_the_clock_of_who_speaks() {
    for lang in [Lang::Vi, Lang::En] {
        let opened = all_that_opens(|| at(lang, |next| matches!(next, Next::EndFloor)));
        for (title, aide) in &opened {
            for size in SIZES {
                let screen = aide.screen(size.0, size.1);
                let told = screen.contains("02:40");
                // The upper half of the zero, in the digits of a window of two or of three columns.
                let drawn = ["█▀█ ▀▀█", "▄████▄  ▄████▄", "████████        ████████"];
                let drawn = drawn.iter().any(|digits| screen.contains(digits));
                assert!(told || drawn, "{title} {size:?}\n{screen}");
            }
        }
    }
}

#[test]
fn a_question_shows_every_answer_in_the_smallest_window() {
    let mut aide = at(Lang::Vi, |next| matches!(next, Next::EndFloor));
    aide.press(KeyCode::F(2));
    for answer in [
        "đang có lượt nói. Mời số 2, ông Lường Văn Ẩn?",
        "Để bà Nguyễn Thị Ước nói tiếp",
        "Kết thúc lượt của bà Nguyễn Thị Ước, mời số 2, ông Lường Văn Ẩn",
    ] {
        aide.shows_unwrapped(answer, SMALLEST.0, SMALLEST.1);
    }
    // Two answers nobody narrows by typing, until somebody types.
    let screen = aide.screen(80, 24);
    assert!(!screen.contains("gõ để lọc"), "{screen}");
    aide.types("ket thuc");
    let screen = aide.screen(80, 24);
    assert!(screen.contains("› ket thuc"), "{screen}");
    let read = unwrapped(&screen);
    assert!(!read.contains("nói tiếp"), "{screen}");
}

#[test]
fn how_a_panel_is_left_stands_in_the_smallest_window() {
    for lang in [Lang::Vi, Lang::En] {
        for (title, aide) in in_every_state(lang) {
            let screen = aide.screen(SMALLEST.0, SMALLEST.1);
            let mut rows = screen.lines().rev();
            let (keys, act) = (rows.next().unwrap(), rows.next().unwrap());
            // What is said of the act may need the row of the keys.
            let is_taken = act.chars().count() > 40 || keys.contains('[');
            assert!(keys.contains("Esc") || is_taken, "{title}\n{screen}");
        }
    }
}
