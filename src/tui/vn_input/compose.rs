//! What becomes of the word before the cursor when a key is pressed.
//!
//! It is decided from the letters that are seen and not from the keys that made them, so that it stays right after the
//! cursor was moved or a letter deleted. A key does one of three things: it changes the word, it takes back the change
//! it made before (and then also stands for itself), or it is only itself.

use super::stroke::{Stroke, ToneMark, unmarked};
use super::syllable::{BaseLetter, Syllable, is_nucleus, is_vowel, spelt};
use super::{Method, ToneStyle, stroke};
use crate::domain::text::letter::Tone;
use crate::domain::text::nfc;

/// The word after the key. `word` is what stands before the cursor since the last character that is no letter.
#[must_use]
pub fn compose(method: Method, style: ToneStyle, word: &str, key: char) -> String {
    if method == Method::Off {
        return with_key(word, key);
    }
    let changed = match stroke::stroke(method, key) {
        Some(Stroke::Tone(tone)) => toned(style, word, key, tone),
        Some(Stroke::NoTone) => toneless(style, word),
        Some(Stroke::Mark(mark)) => marked(style, word, key, mark),
        Some(Stroke::Cross) => crossed(style, word, key),
        None => None,
    };
    changed.unwrap_or_else(|| appended(style, word, key))
}

/// The key as a letter of the word: the tone may move and a horn may be missing (`tóa` + `n`, `giưo` + `n`).
fn appended(style: ToneStyle, word: &str, key: char) -> String {
    let longer = with_key(word, key);
    if !key.is_alphabetic() {
        return longer;
    }
    match Syllable::read(&longer) {
        Some(syllable) => syllable.with_both_horns().written(style),
        None => longer,
    }
}

fn toned(style: ToneStyle, word: &str, key: char, tone: Tone) -> Option<String> {
    let mut syllable = Syllable::read(word)?;
    if syllable.tone == Some(tone) {
        syllable.tone = None;
        return Some(with_key(&syllable.written(style), key));
    }
    syllable.takes(tone).then(|| {
        syllable.tone = Some(tone);
        syllable.written(style)
    })
}

fn toneless(style: ToneStyle, word: &str) -> Option<String> {
    let mut syllable = Syllable::read(word)?;
    syllable.tone.take()?;
    Some(syllable.written(style))
}

fn marked(style: ToneStyle, word: &str, key: char, mark: ToneMark) -> Option<String> {
    let by_mark = Syllable::read(word).and_then(|mut syllable| {
        let nucleus = marked_nucleus(&syllable, mark)?;
        if nucleus != syllable.nucleus {
            syllable.nucleus = nucleus;
            return Some(syllable.written(style));
        }
        for glyph in &mut syllable.nucleus {
            if mark.on(glyph.letter) == Some(glyph.letter) {
                glyph.letter = unmarked(glyph.letter);
            }
        }
        Some(with_key(&syllable.written(style), key))
    });
    match (by_mark, mark) {
        (Some(word), _) => Some(word),
        (None, ToneMark::HornOrBreve) => lone_w(style, word, key),
        (
            None,
            ToneMark::Circumflex | ToneMark::CircumflexOn(_) | ToneMark::Horn | ToneMark::Breve,
        ) => None,
    }
}

/// The vowels with the mark, on the letter where it makes a spelling that exists; the same vowels if they have it.
fn marked_nucleus(syllable: &Syllable, mark: ToneMark) -> Option<Vec<BaseLetter>> {
    let nucleus = &syllable.nucleus;
    if let [first, second, rest @ ..] = nucleus.as_slice()
        && let Some((u, o)) = marked_pair(syllable, mark)
    {
        let mut pair = vec![
            BaseLetter {
                letter: u,
                ..*first
            },
            BaseLetter {
                letter: o,
                ..*second
            },
        ];
        pair.extend(rest);
        if is_nucleus(&pair) {
            return Some(pair);
        }
    }
    (0..nucleus.len()).rev().find_map(|place| {
        let mut marked = nucleus.clone();
        let glyph = marked.get_mut(place)?;
        glyph.letter = mark.on(glyph.letter)?;
        is_nucleus(&marked).then_some(marked)
    })
}

/// `uo` takes its marks together: `ươ` or `uô`. Only `huơ` and `thuở` have a plain `u`; they show it by having no end,
/// and get the second horn when one comes (`thuơ` + `n`).
fn marked_pair(syllable: &Syllable, mark: ToneMark) -> Option<(char, char)> {
    let [first, second, rest @ ..] = syllable.nucleus.as_slice() else {
        return None;
    };
    if (unmarked(first.letter), unmarked(second.letter)) != ('u', 'o') {
        return None;
    }
    match mark {
        ToneMark::Horn | ToneMark::HornOrBreve => {
            let open = rest.is_empty() && syllable.coda.is_empty();
            let plain = open
                && first.letter == 'u'
                && matches!(spelt(&syllable.onset).as_str(), "h" | "kh" | "th");
            Some((if plain { 'u' } else { 'ư' }, 'ơ'))
        }
        ToneMark::Circumflex | ToneMark::CircumflexOn('o') => Some(('u', 'ô')),
        ToneMark::CircumflexOn(_) | ToneMark::Breve => None,
    }
}

/// `w` where a vowel is missing is `ư`: `tw`, `nhwng`.
fn lone_w(style: ToneStyle, word: &str, key: char) -> Option<String> {
    let BaseLetter { upper, .. } = BaseLetter::new(key);
    let u = BaseLetter {
        letter: 'ư', upper
    };
    let syllable = Syllable::read(&with_key(word, u.written(None)))?;
    let alone = syllable.nucleus == [u] && spelt(&syllable.onset) != "qu";
    (alone && syllable.coda.is_empty()).then(|| syllable.written(style))
}

/// `d` to `đ` and back: at the beginning of a syllable from anywhere in it, elsewhere only right before the cursor,
/// where abbreviations have it (`HĐND`, `BĐBP`), and not in a foreign word such as `add`.
fn crossed(style: ToneStyle, word: &str, key: char) -> Option<String> {
    if let Some(mut syllable) = Syllable::read(word) {
        let first = syllable.onset.first_mut()?;
        first.letter = match first.letter {
            'd' => 'đ',
            'đ' => {
                first.letter = 'd';
                return Some(with_key(&syllable.written(style), key));
            }
            _ => return None,
        };
        return Some(syllable.written(style));
    }
    let word = nfc(word);
    let mut glyphs: Vec<BaseLetter> = word.chars().map(BaseLetter::new).collect();
    let abbreviation = glyphs.iter().all(|glyph| glyph.upper)
        || !glyphs.iter().any(|glyph| is_vowel(unmarked(glyph.letter)));
    let last = glyphs.last_mut()?;
    let back = match last.letter {
        'd' if abbreviation => {
            last.letter = 'đ';
            None
        }
        'đ' => {
            last.letter = 'd';
            Some(key)
        }
        _ => return None,
    };
    let written = glyphs.iter().map(|glyph| glyph.written(None));
    Some(written.chain(back).collect())
}

fn with_key(word: &str, key: char) -> String {
    let mut longer = String::with_capacity(word.len() + key.len_utf8());
    longer.push_str(word);
    longer.push(key);
    longer
}
