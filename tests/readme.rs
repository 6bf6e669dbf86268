//! The README says what the program does: its list of keys is the table of keys.

use doithoai::domain::i18n::Lang;
use doithoai::tui::desk::keymap::{KEYS, Mode, PALETTE_ONLY};
use doithoai::tui::desk::words::{DeskWords, SOURCES};

const README: &str = include_str!("../README.md");

#[test]
fn every_key_of_the_desk_stands_in_the_readme_in_both_languages() {
    for lang in [Lang::Vi, Lang::En] {
        let words: DeskWords = SOURCES.read(lang);
        for binding in KEYS.iter().filter(|binding| binding.mode == Mode::Desk) {
            let act = &words.acts[&binding.intent];
            let row = format!("| `{}` | {} | {} |", binding.key.name(), act.name, act.help);
            assert!(README.contains(&row), "missing in the README: {row}");
        }
    }
}

#[test]
fn every_act_that_stands_only_in_the_palette_is_in_the_readme_in_both_languages() {
    for lang in [Lang::Vi, Lang::En] {
        let words: DeskWords = SOURCES.read(lang);
        for action in PALETTE_ONLY {
            let act = &words.acts[action];
            let row = format!("| `Ctrl+P` | {} | {} |", act.name, act.help);
            assert!(README.contains(&row), "missing in the README: {row}");
        }
    }
}

#[test]
fn the_readme_lists_no_key_that_does_nothing() {
    let names: Vec<String> = KEYS
        .iter()
        .filter(|binding| binding.mode == Mode::Desk)
        .map(|binding| format!("| `{}` |", binding.key.name()))
        .collect();
    for row in README
        .lines()
        .filter(|line| line.starts_with("| `") && !line.contains("~/"))
    {
        assert!(
            names.iter().any(|name| row.starts_with(name)),
            "no such key: {row}"
        );
    }
}

#[test]
fn the_test_command_is_one_command() {
    let after = README.split_once("<!-- test command -->").unwrap().1;
    let block = after.split("```").nth(1).unwrap();
    assert_eq!(block.trim_start_matches("sh").trim(), "cargo test --locked");
}
