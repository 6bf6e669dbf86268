//! Pictures of the hall and of the first screen from real cells, in three themes and three sizes, and a check that nothing
//! in them is cut or lies over something else.
//!
//! `cargo run --example screens -- DIR` writes one SVG for each; `examples/screens.sh DIR` turns them into PNG.

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

/// Where the stories find each other.
mod projector {
    pub use crate::stage;
}

use std::path::Path;

use doithoai::tui::theme::{Depth, Theme, ThemeName};

const SIZES: [(u16, u16); 3] = [(120, 40), (160, 45), (240, 67)];
const THEMES: [(&str, ThemeName); 3] = [
    ("dark", ThemeName::Dark),
    ("light", ThemeName::Light),
    ("contrast", ThemeName::Contrast),
];

fn main() {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "screens".into());
    let only = std::env::args().nth(2);
    let folder = Path::new(&folder);
    std::fs::create_dir_all(folder).unwrap();
    for (name, stage) in scenes::all() {
        for (theme_name, theme) in THEMES {
            let theme = Theme::named(theme, Depth::TrueColour);
            for (width, height) in SIZES {
                let name = format!("hall-{name}-{theme_name}-{width}x{height}");
                if only
                    .as_ref()
                    .is_some_and(|only| !name.contains(only.as_str()))
                {
                    continue;
                }
                let buf = stage.drawn(width, height, &theme);
                std::fs::write(folder.join(format!("{name}.svg")), svg::of(&buf)).unwrap();
                println!("{name}");
            }
        }
    }
}
