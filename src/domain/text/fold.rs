//! The key by which text is searched: no diacritics, `đ` as `d`, lower case; and which characters stand in words.
//! Knows letters, not what is searched.

use std::sync::LazyLock;

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// The key by which text is searched: no diacritics, `đ` as `d`, lower case. `Sở Nông nghiệp` becomes `so nong nghiep`.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        fold_by_parts(c, &mut |letter| folded.push(letter));
    }
    folded
}

/// What a character is to a search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FoldedKey {
    /// It stands between words.
    Between,
    /// It is part of a word, under this letter.
    Letter(char),
    /// It is part of a word, under letters (or none) that [`fold_by_parts`] tells.
    Parts,
}

/// The keys of all Latin letters, with and without marks. A long list is searched between a key press and its frame, and
/// the tables of all scripts are many times as slow as this one.
pub(super) struct Keys([FoldedKey; LATIN + LATIN_ADDITIONAL]);

/// How many characters the two blocks hold that cover Vietnamese, from U+0000 and from U+1E00.
const LATIN: usize = 0x250;
const LATIN_ADDITIONAL: usize = 0x100;

impl Keys {
    /// The one table, made when it is first asked for.
    pub(super) fn get() -> &'static Self {
        static KEYS: LazyLock<Keys> = LazyLock::new(|| {
            let characters = ('\0'..'\u{250}').chain('\u{1e00}'..'\u{1f00}');
            let mut keys = [FoldedKey::Between; LATIN + LATIN_ADDITIONAL];
            for (key, c) in keys.iter_mut().zip(characters) {
                *key = slow_key(c);
            }
            Keys(keys)
        });
        &KEYS
    }

    pub(super) fn of(&self, c: char) -> FoldedKey {
        let place = match c {
            '\0'..'\u{250}' => c as usize,
            '\u{1e00}'..'\u{1f00}' => c as usize - 0x1e00 + LATIN,
            _ => return slow_key(c),
        };
        self.0.get(place).copied().unwrap_or_else(|| slow_key(c))
    }
}

fn slow_key(c: char) -> FoldedKey {
    if !is_in_word(c) {
        return FoldedKey::Between;
    }
    let mut letters = (None, 0);
    fold_by_parts(c, &mut |letter| letters = (Some(letter), letters.1 + 1));
    match letters {
        (Some(letter), 1) => FoldedKey::Letter(letter),
        _ => FoldedKey::Parts,
    }
}

/// The letters under which a character is found. Marks are dropped wherever they stand, so their order does not matter,
/// and each character can be taken apart by itself.
pub(super) fn fold_by_parts(c: char, keep: &mut impl FnMut(char)) {
    if c.is_ascii() {
        keep(c.to_ascii_lowercase());
        return;
    }
    decompose_canonical(c, |part| {
        if is_combining_mark(part) {
            return;
        }
        for lower in part.to_lowercase() {
            // lower case of a Turkish dotted I brings a mark of its own
            if !is_combining_mark(lower) {
                keep(if is_crossed_d(lower) { 'd' } else { lower });
            }
        }
    });
}

/// A mark that has no composed letter is still inside its word. Composed Vietnamese is told by its place, before the
/// tables of all scripts are asked.
pub(super) fn is_in_word(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    let is_latin = matches!(c, 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='\u{24f}' | '\u{1e00}'..='\u{1eff}');
    is_latin || c.is_alphanumeric() || is_combining_mark(c)
}

/// Whether a lower-case letter is `đ`, or one of the two foreign letters that look like it.
pub(super) fn is_crossed_d(c: char) -> bool {
    matches!(c, 'đ' | 'ð' | 'ɖ')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization as _;

    #[test]
    fn the_search_key_has_no_marks() {
        assert_eq!(fold("Sở Nông nghiệp"), "so nong nghiep");
        assert_eq!(fold("ĐƯỜNG Đỏ ðó İ"), "duong do do i");
    }

    #[test]
    fn the_table_says_of_every_character_what_its_parts_say() {
        let keys = Keys::get();
        for c in '\0'..=char::MAX {
            assert_eq!(keys.of(c), slow_key(c), "U+{:04X}", u32::from(c));
        }
        assert_eq!(keys.of('Ệ'), FoldedKey::Letter('e'));
        assert_eq!(keys.of('Đ'), FoldedKey::Letter('d'));
        assert_eq!(keys.of('-'), FoldedKey::Between);
        assert_eq!(keys.of('\u{301}'), FoldedKey::Parts);
    }

    proptest! {
        #[test]
        fn the_search_key_does_not_depend_on_the_encoding(text in any::<String>()) {
            let apart: String = text.nfd().collect();
            prop_assert_eq!(fold(&apart), fold(&text));
        }
    }
}
