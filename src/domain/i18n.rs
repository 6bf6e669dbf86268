//! Every sentence a person reads, in Vietnamese and English, from `config/words`.
//!
//! One file per room and language, so that only what is needed is read at start-up; the room's struct names every
//! sentence, so a missing or misspelt one is a failing test and not a blank on the screen. This module knows how
//! sentences are filled in and counted out, and nothing of what they are about.

use std::fmt;

use serde::Deserialize;
use serde::de::DeserializeOwned;

/// The language a person reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub enum Lang {
    #[default]
    Vi,
    En,
}

/// A sentence with places to fill, written `{name}`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Message(String);

impl Message {
    /// The sentence with every `{name}` replaced by its value. A place without a value stays as it is, and the test of
    /// the words would have found it.
    #[must_use]
    pub fn render(&self, values: &[(&str, &dyn fmt::Display)]) -> String {
        let mut out = String::with_capacity(self.0.len() + 16);
        let mut rest = self.0.as_str();
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            let Some((name, tail)) = after.split_once('}') else {
                out.push('{');
                rest = after;
                continue;
            };
            if let Some((_, value)) = values.iter().find(|(key, _)| *key == name) {
                out.push_str(&value.to_string());
            } else {
                out.push('{');
                out.push_str(name);
                out.push('}');
            }
            rest = tail;
        }
        out.push_str(rest);
        out
    }

    /// The sentence as it stands, for one without places.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The files of one room, in both languages.
#[derive(Debug, Clone, Copy)]
pub struct Sources {
    pub vi: &'static str,
    pub en: &'static str,
}

impl Sources {
    /// The room's words in one language.
    ///
    /// # Errors
    /// When the file does not hold exactly the room's sentences. The files are built into the program and read by a
    /// test, so a reader of the released program does not meet this.
    pub fn read<W: DeserializeOwned>(&self, lang: Lang) -> Result<W, ron::error::SpannedError> {
        ron::from_str(match lang {
            Lang::Vi => self.vi,
            Lang::En => self.en,
        })
    }
}

/// The two files of a room: `sources!("desk")` is `config/words/{vi,en}/desk.ron`.
#[macro_export]
macro_rules! word_sources {
    ($room:literal) => {
        $crate::domain::i18n::Sources {
            vi: include_str!(concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/config/words/vi/",
                $room,
                ".ron"
            )),
            en: include_str!(concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/config/words/en/",
                $room,
                ".ron"
            )),
        }
    };
}

/// What a test of a room's words asks: both languages have the same sentences with the same places to fill.
///
/// Returns the lines of the two files whose places differ; empty when all is well. It compares the files as text, line
/// by line, so the two have to be laid out alike, which also makes them easy to hold side by side.
#[must_use]
pub fn places_that_differ(sources: Sources) -> Vec<String> {
    fn places(line: &str) -> Vec<&str> {
        let mut found: Vec<&str> = line
            .split('{')
            .skip(1)
            .filter_map(|part| part.split_once('}').map(|(name, _)| name))
            .collect();
        found.sort_unstable();
        found
    }
    let (vi, en): (Vec<&str>, Vec<&str>) =
        (sources.vi.lines().collect(), sources.en.lines().collect());
    let mut differ: Vec<String> = vi
        .iter()
        .zip(&en)
        .filter(|(vi, en)| places(vi) != places(en))
        .map(|(vi, en)| format!("vi: {vi}\nen: {en}"))
        .collect();
    if vi.len() != en.len() {
        differ.push(format!("vi has {} lines, en has {}", vi.len(), en.len()));
    }
    differ
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_filled_by_name_and_leaves_unknown_places_alone() {
        let sentence = Message("mời số {number}: {name} {then".into());
        assert_eq!(
            sentence.render(&[("name", &"bà Ước"), ("number", &4)]),
            "mời số 4: bà Ước {then"
        );
        assert_eq!(sentence.render(&[]), "mời số {number}: {name} {then");
    }

    #[test]
    fn a_place_missing_in_one_language_is_found() {
        let sources = Sources {
            vi: "(\n a: \"{x} và {y}\",\n)",
            en: "(\n a: \"{x} and\",\n)",
        };
        assert_eq!(places_that_differ(sources).len(), 1);
    }
}
