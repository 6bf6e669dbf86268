//! A Vietnamese syllable: consonants, vowels, consonants and one tone; how it is taken out of a word and written back.
//!
//! What is not a Vietnamese syllable, or the beginning of one, is `None`, and the keys then leave the word alone. This
//! module knows spelling; it knows nothing of keys.

use super::ToneStyle;
use crate::domain::text::letter::{Tone, part};
use crate::domain::text::nfc;

/// Beginnings of syllables, with those of place and family names of the highlands (`Krông`, `Kpă`, `Mnông`, `Plei`).
const ONSETS: &[&str] = &[
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh",
    "nh", "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x", // of the highlands
    "bl", "br", "dl", "dr", "đl", "đr", "gl", "gr", "hl", "hm", "hr", "kb", "kl", "kp", "kr", "ks",
    "ml", "mn", "pl", "pr", "rm", "xt",
];

/// Vowels as they are spelt, then vowels as they pass by while marks are still to come.
const NUCLEI: &[&str] = &[
    "a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y", "ai", "ao", "au", "ay", "âu", "ây",
    "eo", "êu", "ia", "iê", "iu", "oa", "oă", "oe", "oi", "ôi", "ơi", "oo", "ua", "uâ", "uê", "ui",
    "uô", "uơ", "uy", "ưa", "ưi", "ươ", "ưu", "yê", "iêu", "yêu", "oai", "oao", "oay", "oeo",
    "uây", "uêu", "uôi", "ươi", "ươu", "uya", "uyê", "uyu", // passing by
    "eu", "ie", "ue", "uo", "ưo", "ye", "ieu", "yeu", "uay", "ueu", "uoi", "ưoi", "uơi", "uou",
    "uu", "ưou", "uơu", "uye",
];

/// Ends of syllables; `k` for `Đắk Lắk`.
const CODAS: &[&str] = &["", "c", "ch", "k", "m", "n", "ng", "nh", "p", "t"];

/// A letter without its tone, in lower case, and the case it was written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct BaseLetter {
    pub letter: char,
    pub upper: bool,
}

impl BaseLetter {
    pub fn new(c: char) -> Self {
        let mut lower = c.to_lowercase();
        match (lower.next(), lower.next()) {
            (Some(letter), None) if letter != c => Self {
                letter,
                upper: true,
            },
            _ => Self {
                letter: c,
                upper: false,
            },
        }
    }

    pub fn written(self, tone: Option<Tone>) -> char {
        let toned = tone.map_or(self.letter, |tone| tone.on(self.letter));
        if self.upper {
            toned.to_uppercase().next().unwrap_or(toned)
        } else {
            toned
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Syllable {
    pub onset: Vec<BaseLetter>,
    /// Never empty.
    pub nucleus: Vec<BaseLetter>,
    pub coda: Vec<BaseLetter>,
    pub tone: Option<Tone>,
}

impl Syllable {
    pub fn read(word: &str) -> Option<Self> {
        let mut tone = None;
        let mut glyphs = Vec::new();
        for c in nfc(word).chars() {
            let BaseLetter { letter, upper } = BaseLetter::new(c);
            let (letter, own) = part(letter);
            if own.is_some() && (tone.is_some() || !is_vowel(letter)) {
                return None;
            }
            tone = tone.or(own);
            glyphs.push(BaseLetter { letter, upper });
        }
        let mut rest = glyphs.into_iter().peekable();
        let mut onset = Vec::new();
        while let Some(glyph) = rest.next_if(|glyph| !is_vowel(glyph.letter)) {
            onset.push(glyph);
        }
        let mut nucleus = Vec::new();
        while let Some(glyph) = rest.next_if(|glyph| is_vowel(glyph.letter)) {
            nucleus.push(glyph);
        }
        // `qu` and `gi` are consonants where a vowel follows: `quý`, `già`, but `gì`
        let borrowed = match (spelt(&onset).as_str(), nucleus.as_slice()) {
            ("q", [first, ..]) => first.letter == 'u',
            ("g", [first, _, ..]) => first.letter == 'i',
            _ => false,
        };
        if borrowed {
            onset.push(nucleus.remove(0));
        }
        let coda: Vec<BaseLetter> = rest.collect();
        let syllable = Self {
            onset,
            nucleus,
            coda,
            tone,
        };
        syllable.is_spelt_right().then_some(syllable)
    }

    pub fn is_spelt_right(&self) -> bool {
        is_nucleus(&self.nucleus)
            && ONSETS.contains(&spelt(&self.onset).as_str())
            && CODAS.contains(&spelt(&self.coda).as_str())
    }

    /// Whether the tone can be heard on this syllable: one that ends in a stop has only `sắc` and `nặng`.
    pub fn takes(&self, tone: Tone) -> bool {
        match tone {
            Tone::Sac | Tone::Nang => true,
            Tone::Huyen | Tone::Hoi | Tone::Nga => {
                !matches!(spelt(&self.coda).as_str(), "c" | "ch" | "k" | "p" | "t")
            }
        }
    }

    /// `ươ` is the only spelling once something follows, so one horn is enough: `giưong`, `thuơng`.
    pub fn with_both_horns(mut self) -> Self {
        if let [first, second, rest @ ..] = self.nucleus.as_mut_slice()
            && matches!((first.letter, second.letter), ('ư', 'o') | ('u', 'ơ'))
            && !(rest.is_empty() && self.coda.is_empty())
        {
            first.letter = 'ư';
            second.letter = 'ơ';
        }
        self
    }

    pub fn written(&self, style: ToneStyle) -> String {
        let place = self.tone_place(style);
        let vowels = self.nucleus.iter().enumerate().map(|(at, glyph)| {
            let tone = if at == place { self.tone } else { None };
            glyph.written(tone)
        });
        let onset = self.onset.iter().map(|glyph| glyph.written(None));
        let coda = self.coda.iter().map(|glyph| glyph.written(None));
        onset.chain(vowels).chain(coda).collect()
    }

    /// Which vowel carries the tone.
    fn tone_place(&self, style: ToneStyle) -> usize {
        if let Some(marked) = self.nucleus.iter().rposition(|g| !g.letter.is_ascii()) {
            return marked;
        }
        let last = self.nucleus.len().saturating_sub(1);
        if !self.coda.is_empty() {
            return last;
        }
        match (spelt(&self.nucleus).as_str(), style) {
            ("oa" | "oe" | "uy", ToneStyle::Modern) => 1,
            // the first of two, the middle one of three
            _ => last.saturating_sub(1),
        }
    }
}

pub(super) fn is_nucleus(glyphs: &[BaseLetter]) -> bool {
    NUCLEI.contains(&spelt(glyphs).as_str())
}

pub(super) fn is_vowel(letter: char) -> bool {
    "aăâeêioôơuưy".contains(letter)
}

pub(super) fn spelt(glyphs: &[BaseLetter]) -> String {
    glyphs.iter().map(|glyph| glyph.letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rewritten(word: &str, style: ToneStyle) -> Option<String> {
        Syllable::read(word).map(|syllable| syllable.written(style))
    }

    #[test]
    fn the_tone_goes_where_the_chosen_style_puts_it() {
        for (word, traditional, modern) in [
            ("hoà", "hòa", "hoà"),
            ("khỏe", "khỏe", "khoẻ"),
            ("thuỷ", "thủy", "thuỷ"),
            ("hoàn", "hoàn", "hoàn"),
            ("qúy", "quý", "quý"),
            ("gìa", "già", "già"),
            ("gì", "gì", "gì"),
            ("khủyu", "khuỷu", "khuỷu"),
            ("ngòeo", "ngoèo", "ngoèo"),
            ("cuả", "của", "của"),
            ("TÚYÊN", "TUYẾN", "TUYẾN"),
        ] {
            assert_eq!(
                rewritten(word, ToneStyle::Traditional).as_deref(),
                Some(traditional)
            );
            assert_eq!(rewritten(word, ToneStyle::Modern).as_deref(), Some(modern));
        }
    }

    #[test]
    fn every_vowel_can_be_typed_before_its_marks() {
        use crate::tui::vn_input::stroke::unmarked;
        for nucleus in NUCLEI {
            let plain: String = nucleus.chars().map(unmarked).collect();
            assert!(NUCLEI.contains(&plain.as_str()), "{plain}");
        }
    }

    #[test]
    fn what_is_not_a_syllable_is_left_alone() {
        for word in [
            "", "ng", "qu", "as", "aa", "wi", "street", "Nàhỏi", "hòà", "ñ", "a1",
        ] {
            assert_eq!(Syllable::read(word), None, "{word}");
        }
    }
}
