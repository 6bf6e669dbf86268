//! The names of people: their order in a Vietnamese list, and how they are masked for the public.
//!
//! A Vietnamese list goes by the given name, which stands last. This module takes a bare name, without `ông` or `bà`, and
//! knows nothing of whose it is.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::fold::is_crossed_d;
use super::letter::{Tone, part};
use super::nfc;

/// The letters of the alphabet in their order; `f j w z` of foreign names stand where Latin has them.
const ALPHABET: &str = "0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

/// By what a name is sorted: given name, then the middle names, then the family name; each by its letters in the order
/// of the Vietnamese alphabet, and by its tone where the letters are the same.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct NameKey {
    given: WordKey,
    middle: Vec<WordKey>,
    family: WordKey,
}

impl NameKey {
    #[must_use]
    pub fn new(name: &str) -> Self {
        let mut words = name.split_whitespace().map(WordKey::new);
        let given = words.next_back().unwrap_or_default();
        let family = words.next().unwrap_or_default();
        Self {
            given,
            middle: words.collect(),
            family,
        }
    }
}

/// By what anything else is sorted: word by word in the order of the Vietnamese alphabet, so that *Đất đai* stands
/// behind *Dịch vụ số* and before *Giáo dục*.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct AlphabetKey(Vec<WordKey>);

impl AlphabetKey {
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(text.split_whitespace().map(WordKey::new).collect())
    }
}

/// A word by its letters, then by its tones. A syllable has one tone; foreign words may have more.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
struct WordKey {
    letters: Vec<NameLetter>,
    tones: Vec<Tone>,
}

impl WordKey {
    fn new(word: &str) -> Self {
        let mut key = Self::default();
        for c in nfc(word).chars().flat_map(char::to_lowercase) {
            let (letter, tone) = part(c);
            key.letters.extend(NameLetter::of(letter));
            key.tones.extend(tone);
        }
        key
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum NameLetter {
    Vietnamese(usize),
    Foreign(char),
}

impl NameLetter {
    fn of(c: char) -> Option<Self> {
        let c = if is_crossed_d(c) { 'đ' } else { c };
        match ALPHABET.chars().position(|letter| letter == c) {
            Some(place) => Some(Self::Vietnamese(place)),
            None if c.is_alphanumeric() => Some(Self::Foreign(c)),
            // an apostrophe or a hyphen inside a name does not move it in the list
            None => None,
        }
    }
}

/// The initials of a name, without marks: `Nguyễn Thị Ước` becomes `N.T.U.`, and `Đặng` `Đ.`, because `Đ` is a letter
/// of its own and not a marked `D`.
#[must_use]
pub fn mask_name(name: &str) -> String {
    let mut masked = String::new();
    for word in name.split_whitespace() {
        let Some(initial) = word
            .nfd()
            .find(|c| c.is_alphanumeric() && !is_combining_mark(*c))
        else {
            continue;
        };
        masked.extend(initial.to_uppercase());
        masked.push('.');
    }
    masked
}

/// Words before a name that say it is a person's and not an organisation's. Inside a sentence they are written small.
pub const HONORIFICS: [&str; 10] = [
    "Ông", "Bà", "Anh", "Chị", "Em", "Cô", "Chú", "Bác", "Cụ", "Thầy",
];

/// The text with a capital at its beginning.
#[must_use]
pub fn upper_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(names: &[&str]) -> Vec<String> {
        let mut names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        names.sort_by_cached_key(|name| NameKey::new(name));
        names
    }

    #[test]
    fn a_list_goes_by_given_name_then_middle_then_family() {
        assert_eq!(
            sorted(&[
                "Nguyễn Thị Ước",
                "Lường Văn Ẩn",
                "Vì Văn An",
                "Lò Thị An",
                "Lò Văn An",
                "An",
            ]),
            [
                "An",
                "Lò Thị An",
                "Lò Văn An",
                "Vì Văn An",
                "Lường Văn Ẩn",
                "Nguyễn Thị Ước",
            ]
        );
    }

    #[test]
    fn letters_go_by_the_vietnamese_alphabet() {
        let order = [
            "Xa", "Xă", "Xâ", "Xb", "Xd", "Xđ", "Xe", "Xê", "Xi", "Xo", "Xô", "Xơ", "Xu", "Xư",
            "Xy",
        ];
        let mut mixed = order;
        mixed.reverse();
        assert_eq!(sorted(&mixed), order);
    }

    #[test]
    fn the_tone_decides_only_between_equal_letters() {
        let order = ["Ma", "Mà", "Mả", "Mã", "Má", "Mạ", "Mai", "Mái"];
        let mut mixed = order;
        mixed.reverse();
        assert_eq!(sorted(&mixed), order);
    }

    #[test]
    fn case_encoding_and_apostrophes_do_not_move_a_name() {
        let apart: String = "H'HEN NIÊ".nfd().collect();
        assert_eq!(NameKey::new(&apart), NameKey::new("Hhen  niê"));
    }

    #[test]
    fn a_masked_name_is_its_initials() {
        assert_eq!(mask_name("Nguyễn Thị Ước"), "N.T.U.");
        assert_eq!(mask_name("đặng văn  Ẩn"), "Đ.V.A.");
        assert_eq!(mask_name("H'Hen (Niê)"), "H.N.");
        assert_eq!(mask_name(""), "");
    }
}
