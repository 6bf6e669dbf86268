//! The door by which RON is read takes what the crate `ron` takes, to the same values, and refuses what that refuses, at the
//! same place: for every kind of value that is written, for what older versions wrote, and for both when they are damaged.

use std::fmt::Debug;
use std::path::{Path, PathBuf};

use doithoai::documents::ron_file;
use doithoai::domain::follow_up::FollowUpEvent;
use doithoai::domain::record::SessionRecord;
use doithoai::domain::regulation::Regulation;
use doithoai::domain::request::{Answer, Request, StationCommand};
use doithoai::domain::session::event::{Event, JournalEntry};
use doithoai::domain::session::plan::Plan;
use doithoai::store::settings::UserSettings;
use doithoai::tui::desk::draft::Drafts;
use proptest::prelude::*;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde::{Deserialize, Serialize};
use strum::VariantNames as _;

use crate::support::made_up::made_up;

/// A line of a journal, as far as it is the same in all versions.
#[derive(Debug, PartialEq, Deserialize)]
struct Line {
    seq: u64,
    events: Vec<Event>,
}

/// Where `ron` refuses a text, in bytes.
fn refused_at(text: &str, error: &ron::error::SpannedError) -> usize {
    let start = error.span.start;
    let line = text
        .split_inclusive('\n')
        .take(start.line - 1)
        .map(str::len);
    let before: usize = line.sum();
    let letters = text.get(before..).unwrap_or_default().chars();
    before
        + letters
            .take(start.col - 1)
            .map(char::len_utf8)
            .sum::<usize>()
}

/// The value, where both take the text.
fn both<T: DeserializeOwned + PartialEq + Debug>(text: &str) -> Option<T> {
    let by_ron = ron::from_str::<T>(text);
    let by_us = ron_file::read_back::<T>(text);
    match (by_ron, by_us) {
        (Ok(theirs), Ok(ours)) => {
            assert_eq!(theirs, ours, "{text}");
            Some(ours)
        }
        (Err(theirs), Err(ours)) => {
            assert_eq!(
                refused_at(text, &theirs),
                ours.begins,
                "{text}\n{theirs} / {ours:?}"
            );
            None
        }
        (theirs, ours) => panic!("{text}\nron: {theirs:?}\nhere: {ours:?}"),
    }
}

/// The same for what people write, who may leave out `Some(…)`.
fn both_of_people<T: DeserializeOwned + PartialEq + Debug>(text: &str) {
    let options =
        ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    match (options.from_str::<T>(text), ron_file::parse::<T>(text)) {
        (Ok(theirs), Ok(ours)) => assert_eq!(theirs, ours, "{text}"),
        (Err(_), Err(_)) => {}
        (theirs, ours) => panic!("{text}\nron: {theirs:?}\nhere: {ours:?}"),
    }
}

/// The text of a value as it is written, which both read back.
fn written<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) -> String {
    let text = ron::to_string(value).unwrap();
    both::<T>(&text);
    let pretty = ron::ser::to_string_pretty(value, ron::ser::PrettyConfig::default()).unwrap();
    both::<T>(&pretty);
    both_of_people::<T>(&pretty);
    text
}

fn every_kind<T: Serialize + DeserializeOwned + PartialEq + Debug>(seeds: u64) -> Vec<String> {
    let values = (1..=seeds).filter_map(|seed| made_up::<T>(seed, None));
    let texts: Vec<String> = values.map(|value| written(&value)).collect();
    assert!(!texts.is_empty(), "the dice make none");
    texts
}

#[test]
fn every_kind_of_event_is_read_back_as_ron_reads_it() {
    for (number, name) in Event::VARIANTS.iter().enumerate() {
        let made = (1..40).filter_map(|seed| made_up::<Event>(seed, Some(number)));
        let texts: Vec<String> = made.map(|event| written(&event)).collect();
        assert!(!texts.is_empty(), "{name}");
    }
}

#[test]
fn whatever_the_program_writes_is_read_back_as_ron_reads_it() {
    every_kind::<JournalEntry<FollowUpEvent>>(60);
    every_kind::<StationCommand>(200);
    every_kind::<Request>(60);
    every_kind::<Answer>(60);
    every_kind::<Plan>(60);
    every_kind::<Regulation>(60);
    every_kind::<SessionRecord>(60);
    every_kind::<UserSettings>(60);
    every_kind::<Drafts>(60);
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let nested = paths.map(|path| {
        if path.is_dir() {
            files_below(&path)
        } else {
            vec![path]
        }
    });
    nested.flatten().collect()
}

/// The files of older versions, each with its name.
fn golden() -> Vec<(String, String)> {
    let files = files_below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden"));
    let texts = files.into_iter().filter_map(|path| {
        let is_ron = path.extension().is_some_and(|ending| ending == "ron");
        let text = std::fs::read_to_string(&path).ok().filter(|_| is_ron)?;
        Some((path.to_string_lossy().into_owned(), text))
    });
    texts.collect()
}

#[test]
fn what_older_versions_wrote_is_read_as_ron_reads_it() {
    let golden = golden();
    let mut lines = 0;
    for (path, text) in &golden {
        if path.ends_with("journal.ron") {
            lines += text.lines().filter_map(both::<Line>).count();
            continue;
        }
        both_of_people::<Plan>(text);
        both_of_people::<Regulation>(text);
        both_of_people::<SessionRecord>(text);
        both_of_people::<Drafts>(text);
        let passed_over = ron_file::read_back::<IgnoredAny>(text);
        assert!(passed_over.is_ok(), "{path}: {passed_over:?}");
    }
    assert!(lines > 300, "{lines} of {}", golden.len());
}

/// Signs that mean something to the notation, or look as if they did.
const SIGNS: [&str; 34] = [
    "(", ")", "[", "]", "{", "}", ",", ":", "\"", "'", "\\", "/", "//", "/*", "*/", "#", "-", "+",
    ".", "_", "0x", "1e3", "r\"", "r#", "None", "Some", "true", " ", "\n", "\u{200e}", "đ", "7",
    "u8", "a",
];

fn damaged(text: &str, at: usize, how: usize, length: usize) -> String {
    let letters: Vec<char> = text.chars().collect();
    let at = at % letters.len().max(1);
    let end = (at + length).min(letters.len());
    let begin: String = letters[..at].iter().collect();
    let piece: String = letters[at..end].iter().collect();
    let rest: String = letters[end..].iter().collect();
    match how % (SIGNS.len() + 4) {
        0 => format!("{begin}{rest}"),
        1 => begin,
        2 => format!("{begin}{piece}{piece}{rest}"),
        3 => format!("{begin}{rest}{piece}"),
        sign => format!("{begin}{}{rest}", SIGNS[sign - 4]),
    }
}

/// Whether newer versions of `ron` read more in a text than stands in any file of ours: a line break behind a backslash, a range
/// of numbers.
fn is_newer_notation(text: &str) -> bool {
    text.contains("\\\n") || text.contains("..")
}

/// What damage is tried on: one text of each kind.
fn texts() -> Vec<(&'static str, String)> {
    let small = |texts: Vec<String>| {
        texts
            .into_iter()
            .min_by_key(|text| text.len().abs_diff(600))
    };
    let all = [
        ("request", small(every_kind::<Request>(40))),
        ("answer", small(every_kind::<Answer>(40))),
        ("plan", small(every_kind::<Plan>(40))),
        ("regulation", small(every_kind::<Regulation>(40))),
        ("drafts", small(every_kind::<Drafts>(40))),
        ("event", small(every_kind::<Event>(400))),
        (
            "liberties",
            Some("#![enable(implicit_some, unwrap_newtypes)]\n(a: 1, b: [Foo(1.5e3, x: 2)], c: {\"k\": -0x1F}) // end".to_owned()),
        ),
    ];
    all.into_iter()
        .filter_map(|(kind, text)| Some((kind, text?)))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: std::env::var("DOITHOAI_CASES").map_or(2000, |cases| cases.parse().unwrap()), ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_text_is_judged_as_ron_judges_it(
        which in any::<prop::sample::Index>(),
        at in any::<usize>(),
        how in any::<usize>(),
        length in 0_usize..4,
        second in proptest::option::of((any::<usize>(), any::<usize>(), 0_usize..30)),
    ) {
        thread_local!(static TEXTS: Vec<(&'static str, String)> = texts());
        let (kind, text) = TEXTS.with(|texts| which.get(texts).clone());
        let mut text = damaged(&text, at, how, length);
        if let Some((at, how, length)) = second {
            text = damaged(&text, at, how, length);
        }
        prop_assume!(!is_newer_notation(&text));
        match kind {
            "request" => drop(both::<Request>(&text)),
            "answer" => drop(both::<Answer>(&text)),
            "plan" => {
                both::<Plan>(&text);
                both_of_people::<Plan>(&text);
            }
            "regulation" => {
                both::<Regulation>(&text);
                both_of_people::<Regulation>(&text);
            }
            "drafts" => drop(both::<Drafts>(&text)),
            "event" => drop(both::<Event>(&text)),
            _ => {}
        }
        // What nobody asks for is passed over as ron passes over it.
        let theirs = ron::from_str::<IgnoredAny>(&text).is_ok();
        let ours = ron_file::read_back::<IgnoredAny>(&text);
        prop_assert_eq!(theirs, ours.is_ok(), "{} {:?}", text, ours);
    }
}
