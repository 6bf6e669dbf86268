//! The README says what the program does: its list of keys is the table of keys.

#[path = "../examples/readme_keys/table.rs"]
mod table;

use doithoai::domain::i18n::Lang;

const README: &str = include_str!("../README.md");

#[test]
fn the_tables_of_keys_are_those_of_the_program_in_both_languages() {
    let written = table::with_tables(README).unwrap();
    let old: Vec<_> = README
        .lines()
        .zip(written.lines())
        .filter(|(is, ought)| is != ought)
        .collect();
    assert!(
        README == written,
        "the README's keys are old: cargo run --example readme_keys\n{old:#?}"
    );
}

#[test]
fn the_test_command_is_one_command() {
    let after = README.split_once("<!-- test command -->").unwrap().1;
    let block = after.split("```").nth(1).unwrap();
    assert_eq!(block.trim_start_matches("sh").trim(), "cargo test --locked");
}

/// The part of the README under a heading, up to the next of the same rank.
fn part(heading: &str) -> &'static str {
    let after = README.split_once(heading).map_or("", |(_, after)| after);
    after.split("\n## ").next().unwrap_or_default()
}

#[test]
fn three_readers_find_their_part_the_aide_first_and_on_windows_first() {
    let places = [
        "## Dành cho trợ lý, thư ký",
        "## For the office's IT",
        "## For engineers",
    ]
    .map(|heading| README.find(heading).unwrap());
    assert!(places.is_sorted());
    let aide = part("## Dành cho trợ lý, thư ký");
    assert!(aide.matches("](docs/pictures/").count() >= 4);
    assert!(aide.find("**Windows**").unwrap() < aide.find("**Linux**").unwrap());
}

#[test]
fn to_try_it_and_to_test_it_are_one_command_each() {
    let begin = part("## For engineers");
    let begin = begin.split("### A real session").next().unwrap();
    let commands: Vec<&str> = begin
        .split("```sh\n")
        .skip(1)
        .map(|block| block.split("```").next().unwrap().trim())
        .collect();
    assert_eq!(commands, ["cargo run --release", "cargo test --locked"]);
}

#[test]
fn every_command_that_is_named_is_one() {
    let words: doithoai::cli::words::CliWords = doithoai::cli::words::SOURCES.read(Lang::En);
    let named = README.match_indices("doithoai ").filter_map(|(at, found)| {
        let name: String = README
            .get(at + found.len()..)?
            .chars()
            .take_while(|sign| sign.is_ascii_lowercase() || *sign == '-')
            .collect();
        // Only what stands in a line of code: `doithoai …`, or at the beginning of a line of a block.
        let is_code = README.get(..at)?.ends_with(['`', '\n']);
        (is_code && !name.is_empty()).then_some(name)
    });
    let mut count = 0;
    for name in named {
        assert!(words.commands.contains_key(&name), "doithoai {name}");
        count += 1;
    }
    assert!(count > 10, "{count}");
}

#[test]
fn the_settings_that_are_shown_can_be_used() {
    let block = README.split_once("```ron\n").unwrap().1;
    let block = block.split("```").next().unwrap();
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("settings.ron"), block).unwrap();
    let loaded = doithoai::store::settings::load(Some(folder.path()), None);
    assert!(loaded.faults.is_empty(), "{:?}", loaded.faults);
    let settings = loaded.settings;
    assert_eq!(settings.bell, Some(false));
    assert!(settings.lang.is_some() && settings.theme.is_some() && settings.typing.is_some());
    let office = settings.office;
    assert!(office.chair.is_some() && office.secretary.is_some() && office.signatory.is_some());
    assert!(office.superior_body.is_some() && office.lead_agency.is_some());
    assert_eq!(office.papers.unwrap().to_str(), Some("D:\\Doi thoai"));
}
