//! Pictures of the desk and of the hall from real cells, in three themes and three sizes.
//!
//! `cargo run --example screens -- DIR [PART-OF-A-NAME]` writes one SVG for each, or only twelve to look at one by one where
//! the part is `twelve`; `examples/screens.sh DIR [PART]` turns them into PNG. A screen that is not whole – a frame left open
//! or written over, a text that runs into a line – is named, and ends it with 1.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a tool for developers: what cannot be prepared or written is to be seen at once"
)]

#[allow(
    clippy::pedantic,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    dead_code,
    reason = "what the stories share, under the lints of tests"
)]
#[path = "../tests/support/stage.rs"]
pub mod driven;
#[allow(
    clippy::pedantic,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "what the stories share, under the lints of tests"
)]
#[path = "../tests/tui/projector/scenes.rs"]
#[expect(dead_code, reason = "the stories use more of it")]
mod scenes;
#[allow(
    clippy::pedantic,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "what the stories share, under the lints of tests"
)]
#[path = "../tests/tui/projector/stage.rs"]
pub mod stage;
#[path = "screens/svg.rs"]
mod svg;

/// Where the stories of the desk find each other.
#[allow(
    clippy::pedantic,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    dead_code,
    reason = "what the stories share, under the lints of tests"
)]
#[path = "screens/desk.rs"]
mod desk;

/// Where the stories find each other.
mod projector {
    pub use crate::stage;
}

/// Where the stories find what they share.
mod support {
    pub use crate::driven as stage;
}

use std::path::Path;

use crossterm::event::KeyCode;
use desk::aide::Aide;
use doithoai::domain::regulation::RegulationId;
use doithoai::domain::session::next::Next;
use doithoai::tui::desk::view;
use doithoai::tui::theme::{Depth, Theme, ThemeName};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const SIZES: [(u16, u16); 4] = [(80, 24), (120, 40), (160, 45), (240, 67)];
const THEMES: [(&str, ThemeName); 3] = [
    ("dark", ThemeName::Dark),
    ("light", ThemeName::Light),
    ("contrast", ThemeName::Contrast),
];

const DESK_SIZES: [(u16, u16); 5] = [(80, 24), (120, 40), (160, 45), (200, 60), (240, 67)];

/// The desk at the moments an aide sees most, of the sample under a regulation with long texts.
fn desks() -> Vec<(&'static str, Aide)> {
    let fresh = || {
        let mut plan = doithoai::documents::plan_import::sample().unwrap();
        plan.regulation = RegulationId("dan-tien-2025".into());
        Aide::of(plan)
    };
    let until = |reached: fn(&Next) -> bool| {
        let mut aide = fresh();
        aide.goes_on_until(reached);
        aide
    };
    let mut opening = fresh();
    for _ in 0..4 {
        opening.passes(20);
        opening.space();
    }
    let mut speech = until(|next| matches!(next, Next::Call(number) if number.0 == 4));
    speech.passes(2);
    speech.space();
    speech.passes(95);
    let class = until(|next| matches!(next, Next::Class(item) if item.0 == 5));
    let mut later = until(|next| matches!(next, Next::Class(item) if item.0 == 5));
    later.passes(2);
    later.press(KeyCode::Char('2'));
    let mut palette = until(|next| matches!(next, Next::Class(item) if item.0 == 5));
    palette.ctrl('p');
    let mut help = until(|next| matches!(next, Next::Class(item) if item.0 == 5));
    help.press(KeyCode::F(1));
    vec![
        ("before", fresh()),
        ("opening", opening),
        ("speech", speech),
        ("class", class),
        ("later", later),
        ("palette", palette),
        ("help", help),
    ]
}

/// To look at one by one: each theme at each size, and every kind of screen.
const TWELVE: [&str; 12] = [
    "desk-speech-dark-80x24",
    "desk-class-dark-120x40",
    "desk-later-dark-200x60",
    "desk-palette-light-80x24",
    "desk-help-light-120x40",
    "desk-speech-light-200x60",
    "desk-class-contrast-80x24",
    "desk-opening-contrast-120x40",
    "desk-palette-contrast-200x60",
    "hall-floor-dark-120x40",
    "hall-conclusion-light-160x45",
    "hall-answer-contrast-80x24",
];

fn is_asked_for(name: &str, only: Option<&str>) -> bool {
    match only {
        None => true,
        Some("twelve") => TWELVE.contains(&name),
        Some(part) => name.contains(part),
    }
}

fn main() {
    let mut not_whole = 0;
    let folder = std::env::args().nth(1).unwrap_or_else(|| "screens".into());
    let only = std::env::args().nth(2);
    let folder = Path::new(&folder);
    std::fs::create_dir_all(folder).unwrap();
    let mut keep =
        |name: String, draw: &dyn Fn(u16, u16, &Theme) -> Buffer, sizes: &[(u16, u16)]| {
            for (theme_name, theme) in THEMES {
                let theme = Theme::named(theme, Depth::TrueColour);
                for &(width, height) in sizes {
                    let name = format!("{name}-{theme_name}-{width}x{height}");
                    if !is_asked_for(&name, only.as_deref()) {
                        continue;
                    }
                    let buf = draw(width, height, &theme);
                    for fault in desk::whole::faults(&buf) {
                        not_whole += 1;
                        println!("{name}: {fault}");
                    }
                    std::fs::write(folder.join(format!("{name}.svg")), svg::of(&buf)).unwrap();
                    println!("{name}");
                }
            }
        };
    for (name, aide) in desks() {
        let draw = |width, height, theme: &Theme| {
            let area = Rect::new(0, 0, width, height);
            let mut buf = Buffer::empty(area);
            let view = view::view(&aide.session, &aide.desk, aide.now(), area);
            view::draw(&view, area, &mut buf, theme);
            buf
        };
        keep(format!("desk-{name}"), &draw, &DESK_SIZES);
    }
    for (name, stage) in scenes::all() {
        let draw = |width, height, theme: &Theme| stage.drawn(width, height, theme);
        keep(format!("hall-{name}"), &draw, &SIZES);
    }
    if not_whole > 0 {
        std::process::exit(1);
    }
}
