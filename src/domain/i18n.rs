//! Every sentence a person reads, in Vietnamese and English, from `config/words`.
//!
//! A file of sentences is read once into a `Catalog`; the ids of the sentences are enums made by `messages!`, so that
//! the compiler knows every id, and one test holds the ids and both languages against each other. This module knows how
//! sentences are found, filled in and counted out, and nothing of what they are about.

mod catalog;
mod explained;
mod group;

use std::borrow::Cow;
use std::fmt;

use crate::domain::text::visible;

pub use catalog::{Catalog, CatalogFault, CatalogText, place_of};
pub use explained::{Explain, Explained, WordedError};
pub use group::{FromCatalog, Group, MessageId};

/// The language a person reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub enum Lang {
    #[default]
    Vi,
    En,
}

/// A sentence with places to fill, written `{name}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message(Cow<'static, str>);

impl Message {
    #[must_use]
    pub fn new(text: String) -> Self {
        Self(Cow::Owned(text))
    }

    /// One that is built into the program, which is not copied.
    #[must_use]
    pub const fn shipped(text: &'static str) -> Self {
        Self(Cow::Borrowed(text))
    }

    /// The sentence with every `{name}` replaced by its value. A place without a value stays as it is, and the test of
    /// the words would have found it.
    #[must_use]
    pub fn render(&self, values: &[(&str, &dyn fmt::Display)]) -> String {
        let mut out = String::with_capacity(self.0.len() + 16);
        let mut rest = self.as_str();
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            let Some((name, tail)) = after.split_once('}') else {
                out.push('{');
                rest = after;
                continue;
            };
            if let Some((_, value)) = values.iter().find(|(key, _)| *key == name) {
                out.push_str(&visible(&value.to_string()));
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

    /// The names of the places to fill, in the order of the sentence.
    #[must_use]
    pub fn places(&self) -> Vec<&str> {
        self.0
            .split('{')
            .skip(1)
            .filter_map(|part| part.split_once('}').map(|(name, _)| name))
            .collect()
    }
}

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A file of sentences, in both languages.
#[derive(Debug, Clone, Copy)]
pub struct Sources {
    pub vi: &'static str,
    pub en: &'static str,
}

impl Sources {
    /// The sentences in one language. The files are built into the program and held against the ids by a test, so
    /// nobody who runs the program meets a sentence that is missing; its id would stand in its place.
    #[must_use]
    pub fn read<W: FromCatalog>(&self, lang: Lang) -> W {
        W::from_catalog(&self.catalog(lang))
    }

    /// All sentences of one language.
    #[must_use]
    pub fn catalog(&self, lang: Lang) -> Catalog {
        Catalog::shipped(match lang {
            Lang::Vi => self.vi,
            Lang::En => self.en,
        })
    }
}

/// The two files of sentences: `word_sources!("desk")` is `config/words/{vi,en}/desk.ron`.
#[macro_export]
macro_rules! word_sources {
    ($name:literal) => {
        $crate::domain::i18n::Sources {
            vi: include_str!(concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/config/words/vi/",
                $name,
                ".ron"
            )),
            en: include_str!(concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/config/words/en/",
                $name,
                ".ron"
            )),
        }
    };
}

/// What is wrong between the two files of sentences and the ids that are taken from them; empty when all is well.
///
/// Asked by a test for every file: each language has every id, no sentence that nothing takes, and the same places to
/// fill as the other.
#[must_use]
pub fn faults_of<W: FromCatalog>(sources: Sources) -> Vec<String> {
    let mut faults = Vec::new();
    let (vi, en) = (sources.catalog(Lang::Vi), sources.catalog(Lang::En));
    for (name, catalog) in [("vi", &vi), ("en", &en)] {
        let _ = W::from_catalog(catalog);
        faults.extend(
            catalog
                .missing()
                .into_iter()
                .map(|path| format!("{name} lacks {path}")),
        );
        faults.extend(
            catalog
                .untaken()
                .into_iter()
                .map(|path| format!("nothing takes {path} of {name}")),
        );
    }
    for (path, message) in vi.texts() {
        let Some(other) = en.text(path) else {
            faults.push(format!("en lacks {path}"));
            continue;
        };
        let (mut vi, mut en) = (message.places(), other.places());
        vi.sort_unstable();
        en.sort_unstable();
        vi.dedup();
        en.dedup();
        if vi != en {
            faults.push(format!("{path}: vi fills {vi:?}, en {en:?}"));
        }
    }
    for (path, _) in en.texts() {
        if vi.text(path).is_none() {
            faults.push(format!("vi lacks {path}"));
        }
    }
    faults
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

    crate::messages! {
        /// Two sentences.
        enum Pair { Both, OnlyOne }
    }

    #[test]
    fn what_differs_between_the_languages_or_from_the_ids_is_found() {
        let sources = Sources {
            vi: "(both: \"{x} và {y}\", only_one: \"một\")",
            en: "(both: \"{x} and\", nobody: \"none\")",
        };
        let faults = faults_of::<Group<Pair>>(sources);
        for expected in [
            "en lacks only_one",
            "nothing takes nobody of en",
            "both: vi fills [\"x\", \"y\"], en [\"x\"]",
            "vi lacks nobody",
        ] {
            assert!(
                faults.iter().any(|fault| fault == expected),
                "{expected}: {faults:?}"
            );
        }
    }
}
