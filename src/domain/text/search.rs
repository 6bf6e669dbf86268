//! Finding things by a few typed letters, with or without diacritics: people, agencies, acts of the palette.
//!
//! A search looks at text only. What is searched, and how many results are shown, is the caller's business.

use std::cmp::Reverse;

use super::fold::{FoldedKey, Keys, fold_by_parts, is_in_word};
use super::{fold, nfc};
use memchr::memmem::Finder;

/// What somebody typed to find something.
///
/// Every word of it has to occur. Typed without marks it finds marked words (`so nong` finds `Sở Nông nghiệp`); typed
/// with marks it finds the same, those with the same marks first. `snn` finds it by its initials.
#[derive(Debug, Clone)]
pub struct Search {
    /// The search keys of all words, with a blank before each.
    phrase: Finder<'static>,
    words: Vec<Needle>,
}

#[derive(Debug, Clone)]
struct Needle {
    folded: String,
    /// The beginning of a word, prepared once for a long list.
    start: Finder<'static>,
    /// As typed, in lower case; only where it has marks.
    marked: Option<String>,
}

/// How well a text fits a search; the greater, the better. Its parts are compared in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Score {
    /// Typed words that were found with the marks they were typed with.
    with_marks: usize,
    /// The place the words were found in, of the one that fits worst.
    worst: Fit,
    /// The words stand side by side in the order they were typed.
    in_a_row: bool,
    /// The text begins with what was typed.
    at_start: bool,
    /// Typed words that are whole words of the text.
    whole: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Inside,
    Initials,
    Start,
    Whole,
}

/// Lower case letter by letter, as the keys are: some languages write a letter otherwise at the end of a word.
fn lowered(text: &str) -> String {
    nfc(text).chars().flat_map(char::to_lowercase).collect()
}

impl Search {
    #[must_use]
    pub fn new(typed: &str) -> Self {
        let lower = lowered(typed);
        let words: Vec<Needle> = words_of(&lower)
            .map(|(word, folded)| {
                let marked = (folded != word).then(|| word.to_owned());
                let start = Finder::new(&format!(" {folded}")).into_owned();
                Needle {
                    folded,
                    start,
                    marked,
                }
            })
            .collect();
        let phrase: String = words.iter().flat_map(|word| [" ", &word.folded]).collect();
        Self {
            phrase: Finder::new(&phrase).into_owned(),
            words,
        }
    }

    /// Whether nothing was typed yet that could be looked for; then everything is found, and all alike.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// How well the text fits, or `None` if it does not.
    #[must_use]
    pub fn score(&self, text: &str) -> Option<Score> {
        self.score_in([text], &mut Hay::default())
    }

    /// How well a text of several parts fits. `hay` is memory that was used before.
    fn score_in<const N: usize>(&self, text: [&str; N], hay: &mut Hay) -> Option<Score> {
        hay.take(text);
        let mut score = Score {
            with_marks: 0,
            // the last word may still be in typing, so that a whole word is no better than a beginning
            worst: Fit::Start,
            in_a_row: false,
            at_start: false,
            whole: 0,
        };
        for needle in &self.words {
            let fit = hay.fit(needle)?;
            score.worst = score.worst.min(fit);
            score.whole += usize::from(fit == Fit::Whole);
            score.with_marks += usize::from(
                needle
                    .marked
                    .as_ref()
                    .is_some_and(|marked| lowered(&text.join(" ")).contains(marked)),
            );
        }
        let phrase = self.phrase.find(hay.folded.as_bytes());
        score.at_start = phrase == Some(0);
        score.in_a_row = phrase.is_some();
        Some(score)
    }

    /// The items that fit, best first; those that fit alike stay in the order they came. The text of an item may come in
    /// several parts and is searched as if a blank stood between them.
    #[must_use]
    pub fn rank<T, const N: usize>(
        &self,
        items: impl IntoIterator<Item = T>,
        text: impl Fn(&T) -> [&str; N],
    ) -> Vec<T> {
        let mut hay = Hay::default();
        let mut found: Vec<(Score, T)> = items
            .into_iter()
            .filter_map(|item| Some((self.score_in(text(&item), &mut hay)?, item)))
            .collect();
        found.sort_by_key(|(score, _)| Reverse(*score));
        found.into_iter().map(|(_, item)| item).collect()
    }
}

/// A text made ready to be searched. A list is made ready anew with every key, so this is one pass over each text, in
/// the same memory.
#[derive(Default)]
struct Hay {
    /// The search keys of its words, with one blank before each.
    folded: String,
    /// The first letters of its words.
    initials: String,
}

impl Hay {
    fn take<const N: usize>(&mut self, text: [&str; N]) {
        self.folded.clear();
        self.initials.clear();
        for part in text {
            self.add(part);
        }
    }

    fn add(&mut self, part: &str) {
        let Self { folded, initials } = self;
        let keys = Keys::get();
        let mut between = true;
        let mut keep = |letter: char, between: &mut bool| {
            if *between {
                folded.push(' ');
                initials.push(letter);
                *between = false;
            }
            folded.push(letter);
        };
        for c in part.chars() {
            match keys.of(c) {
                FoldedKey::Letter(letter) => keep(letter, &mut between),
                FoldedKey::Between => between = true,
                FoldedKey::Parts => fold_by_parts(c, &mut |letter| keep(letter, &mut between)),
            }
        }
    }

    fn fit(&self, needle: &Needle) -> Option<Fit> {
        let hay = self.folded.as_bytes();
        let mut starts = false;
        for at in needle.start.find_iter(hay) {
            match hay.get(at + needle.start.needle().len()) {
                None | Some(b' ') => return Some(Fit::Whole),
                Some(_) => starts = true,
            }
        }
        if starts {
            Some(Fit::Start)
        } else if self.has_initials(&needle.folded) {
            Some(Fit::Initials)
        } else {
            self.folded.contains(&needle.folded).then_some(Fit::Inside)
        }
    }

    /// Whether it is the first letters of words in a row, counting `và` or leaving it out, as abbreviations do: `snnvmt`,
    /// `snnmt`.
    fn has_initials(&self, needle: &str) -> bool {
        let without_and = || -> String {
            let words = self.folded.split(' ').filter(|word| *word != "va");
            words.filter_map(|word| word.chars().next()).collect()
        };
        needle.chars().nth(1).is_some()
            && (self.initials.contains(needle)
                || (self.folded.contains(" va ") && without_and().contains(needle)))
    }
}

/// The words of a text, each as it stands and as its search key.
fn words_of(text: &str) -> impl Iterator<Item = (&str, String)> {
    text.split(|c| !is_in_word(c))
        .map(|word| (word, fold(word)))
        .filter(|(_, folded)| !folded.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const AGENCIES: [&str; 5] = [
        "Văn phòng Ủy ban nhân dân",
        "Sở Xây dựng",
        "Phòng Nội vụ",
        "Sở Nông nghiệp và Môi trường",
        "Hội Nông dân",
    ];

    fn find(typed: &str) -> Vec<&'static str> {
        Search::new(typed).rank(AGENCIES, |agency| [agency])
    }

    #[test]
    fn an_agency_is_found_by_the_beginnings_of_its_words_without_marks() {
        assert_eq!(find("so nong"), ["Sở Nông nghiệp và Môi trường"]);
        assert_eq!(find("nong so"), ["Sở Nông nghiệp và Môi trường"]);
        assert_eq!(find("so xyz"), [""; 0]);
    }

    #[test]
    fn an_agency_is_found_by_its_initials_with_or_without_the_and() {
        assert_eq!(find("snn"), ["Sở Nông nghiệp và Môi trường"]);
        assert_eq!(find("snnmt"), ["Sở Nông nghiệp và Môi trường"]);
        assert_eq!(find("Sở NN&MT"), ["Sở Nông nghiệp và Môi trường"]);
        assert_eq!(find("ubnd"), ["Văn phòng Ủy ban nhân dân"]);
    }

    #[test]
    fn the_beginning_of_the_text_comes_before_the_middle_and_inside_a_word_last() {
        assert_eq!(find("phong"), [AGENCIES[2], AGENCIES[0]]);
        assert_eq!(
            Search::new("an").rank(["Lan", "Vì An", "An", "Anh"], |name| [name]),
            ["An", "Anh", "Vì An", "Lan"]
        );
    }

    #[test]
    fn marks_that_were_typed_rank_first_and_exclude_nothing() {
        let names = ["Lo Van Hoi", "Lò Văn Hội", "Lò Văn Hỏi"];
        assert_eq!(
            Search::new("hỏi").rank(names, |name| [name]),
            ["Lò Văn Hỏi", "Lo Van Hoi", "Lò Văn Hội"]
        );
        assert_eq!(Search::new("hoi").rank(names, |name| [name]), names);
    }

    #[test]
    fn an_empty_search_finds_all_in_their_order() {
        assert!(Search::new(" - ").is_empty());
        assert_eq!(find(""), AGENCIES);
    }

    #[test]
    fn a_number_is_found_whole_before_it_is_found_inside_another() {
        assert_eq!(
            Search::new("4").rank(["Số 14", "Số 41", "Số 4"], |number| [number]),
            ["Số 4", "Số 41", "Số 14"]
        );
    }

    #[test]
    fn a_letter_that_looks_otherwise_at_the_end_of_a_word_is_the_same_letter() {
        assert!(Search::new("AΣ[").score("AΣ[").is_some());
        assert!(Search::new("ΝΑΣ").score("νας ΝΑΣ").is_some());
    }

    proptest! {
        #[test]
        fn every_text_is_found_by_itself_in_any_case_and_without_marks(text in any::<String>()) {
            prop_assert!(Search::new(&text).score(&text).is_some());
            prop_assert!(Search::new(&fold(&text)).score(&text).is_some());
        }
    }
}
