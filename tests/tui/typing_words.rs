//! Every word of a list is typed in every way a person may type it, and has to come out as it is in the list.
//!
//! The keystrokes are made here, from the decomposed letters and two small tables, and share no code with the module
//! they test.

use doithoai::tui::vn_input::{Method, ToneStyle, Typing};
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

const WORDS: &str = include_str!("../data/typing/words.txt");

/// When the keys of the marks and of the tone are pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Manner {
    /// Each right after its letter: `nguyeexn`.
    AtOnce,
    /// Marks after their letter, the tone after the word: `nguyeenx`.
    ToneLast,
    /// As before, with one key for both horns of `ươ`: `truowngf`.
    OneHorn,
    /// Everything after the word: `nguyenex`.
    AllLast,
    /// Everything after the word, the tone first: `nguyenxe`.
    ToneThenMarks,
}

const MANNERS: [Manner; 5] = [
    Manner::AtOnce,
    Manner::ToneLast,
    Manner::OneHorn,
    Manner::AllLast,
    Manner::ToneThenMarks,
];

/// The letter without marks, the key of its mark, the key of its tone.
fn keys_of(method: Method, letter: char) -> (char, Option<char>, Option<char>) {
    let (mut base, mut mark, mut tone) = (letter, None, None);
    let telex = method == Method::Telex;
    for part in std::iter::once(letter).nfd() {
        match part {
            '\u{302}' => mark = Some(if telex { base } else { '6' }),
            '\u{31b}' => mark = Some(if telex { 'w' } else { '7' }),
            '\u{306}' => mark = Some(if telex { 'w' } else { '8' }),
            '\u{301}' => tone = Some(if telex { 's' } else { '1' }),
            '\u{300}' => tone = Some(if telex { 'f' } else { '2' }),
            '\u{309}' => tone = Some(if telex { 'r' } else { '3' }),
            '\u{303}' => tone = Some(if telex { 'x' } else { '4' }),
            '\u{323}' => tone = Some(if telex { 'j' } else { '5' }),
            'đ' => (base, mark) = ('d', Some(if telex { 'd' } else { '9' })),
            'Đ' => (base, mark) = ('D', Some(if telex { 'D' } else { '9' })),
            plain => base = plain,
        }
    }
    (base, mark, tone)
}

fn keystrokes(method: Method, manner: Manner, word: &str) -> String {
    let upper = word.chars().all(|c| !c.is_lowercase());
    let (mut keys, mut marks, mut tones) = (String::new(), String::new(), String::new());
    let letters: Vec<char> = word.chars().collect();
    for (at, letter) in letters.iter().enumerate() {
        let (base, mark, tone) = keys_of(method, *letter);
        let next = letters.get(at + 1).map(|next| keys_of(method, *next));
        keys.push(base);
        // Telex makes `ô` of `oo`, so that a plain pair takes a third
        if method == Method::Telex
            && mark.is_none()
            && "oO".contains(base)
            && next.is_some_and(|(next, mark, _)| next == base && mark.is_none())
        {
            keys.push(base);
        }
        let horn_follows = mark.is_some()
            && "uU".contains(base)
            && next.is_some_and(|(base, mark, _)| "oO".contains(base) && mark.is_some());
        match manner {
            Manner::OneHorn | Manner::AllLast | Manner::ToneThenMarks if horn_follows => {}
            Manner::AtOnce | Manner::ToneLast | Manner::OneHorn => keys.extend(mark),
            Manner::AllLast | Manner::ToneThenMarks => marks.extend(mark),
        }
        match manner {
            Manner::AtOnce => keys.extend(tone),
            Manner::ToneLast | Manner::OneHorn | Manner::AllLast | Manner::ToneThenMarks => {
                tones.extend(tone);
            }
        }
    }
    let all = match manner {
        Manner::ToneThenMarks => keys + &tones + &marks,
        Manner::AtOnce | Manner::ToneLast | Manner::OneHorn | Manner::AllLast => {
            keys + &marks + &tones
        }
    };
    if upper && word.chars().nth(1).is_some() {
        all.to_uppercase()
    } else {
        all
    }
}

fn typed(method: Method, style: ToneStyle, keys: &str) -> String {
    let mut typing = Typing::new(method, style);
    let mut text = String::new();
    for key in keys.chars() {
        let edit = typing.press(&text, key);
        let keep = text.graphemes(true).count() - edit.erase;
        text = text.graphemes(true).take(keep).collect::<String>() + &edit.insert;
    }
    text
}

/// The words of the list, NFC, in lower, title and upper case.
fn phrases() -> Vec<String> {
    let title = |phrase: &str| -> String {
        phrase
            .split(' ')
            .map(|word| {
                let mut letters = word.chars();
                let first: String = letters
                    .next()
                    .into_iter()
                    .flat_map(char::to_uppercase)
                    .collect();
                first + letters.as_str()
            })
            .collect::<Vec<_>>()
            .join(" ")
    };
    WORDS
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.nfc().collect::<String>().to_lowercase())
        .flat_map(|phrase| [title(&phrase), phrase.to_uppercase(), phrase])
        .collect()
}

fn modern(word: &str) -> String {
    let pairs = [
        ("òa", "oà"),
        ("óa", "oá"),
        ("ỏa", "oả"),
        ("õa", "oã"),
        ("ọa", "oạ"),
    ]
    .into_iter()
    .chain([
        ("òe", "oè"),
        ("óe", "oé"),
        ("ỏe", "oẻ"),
        ("õe", "oẽ"),
        ("ọe", "oẹ"),
    ])
    .chain([
        ("ùy", "uỳ"),
        ("úy", "uý"),
        ("ủy", "uỷ"),
        ("ũy", "uỹ"),
        ("ụy", "uỵ"),
    ]);
    let mut word = word.to_owned();
    for (old, new) in pairs {
        if let Some(stem) = word.strip_suffix(old) {
            word = stem.to_owned() + new;
        }
    }
    word
}

fn words_that_come_out_wrong(style: ToneStyle, spelling: impl Fn(&str) -> String) -> Vec<String> {
    let mut wrong = Vec::new();
    for phrase in phrases() {
        let phrase = phrase
            .split(' ')
            .map(&spelling)
            .collect::<Vec<_>>()
            .join(" ");
        for method in [Method::Telex, Method::Vni] {
            for manner in MANNERS {
                let keys: Vec<String> = phrase
                    .split(' ')
                    .map(|word| keystrokes(method, manner, word))
                    .collect();
                let keys = keys.join(" ");
                let text = typed(method, style, &keys);
                if text != phrase {
                    wrong.push(format!(
                        "{method:?} {manner:?} {keys}: {text} and not {phrase}"
                    ));
                }
            }
        }
    }
    wrong
}

#[test]
fn the_list_is_long_enough_to_mean_something() {
    let mut words: Vec<&str> = WORDS
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(str::split_whitespace)
        .collect();
    words.sort_unstable();
    words.dedup();
    assert!(words.len() >= 300, "{} words", words.len());
}

#[test]
fn the_generator_types_as_a_person_does() {
    use Manner::{AllLast, AtOnce, OneHorn, ToneLast, ToneThenMarks};
    let telex = |manner, word| keystrokes(Method::Telex, manner, word);
    let vni = |manner, word| keystrokes(Method::Vni, manner, word);
    assert_eq!(telex(AtOnce, "nguyễn"), "nguyeexn");
    assert_eq!(telex(ToneLast, "đường"), "dduwowngf");
    assert_eq!(telex(OneHorn, "đường"), "dduowngf");
    assert_eq!(telex(AllLast, "ĐƯỜNG"), "DUONGDWF");
    assert_eq!(telex(ToneThenMarks, "nguyễn"), "nguyenxe");
    assert_eq!(vni(AtOnce, "Đặng"), "D9a85ng");
    assert_eq!(vni(ToneLast, "Ước"), "U7o7c1");
}

#[test]
fn every_word_comes_out_as_it_is_written_in_documents_of_the_state() {
    let wrong = words_that_come_out_wrong(ToneStyle::Traditional, str::to_owned);
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn every_word_comes_out_as_it_is_written_in_schoolbooks() {
    let wrong = words_that_come_out_wrong(ToneStyle::Modern, |word| {
        let upper = word.chars().all(|c| !c.is_lowercase());
        let title = word.chars().next().is_some_and(char::is_uppercase);
        let lower = if word.to_lowercase().starts_with("qu") {
            word.to_lowercase()
        } else {
            modern(&word.to_lowercase())
        };
        let mut letters = lower.chars();
        match (upper, title, letters.next()) {
            (true, _, _) => lower.to_uppercase(),
            (false, true, Some(first)) => {
                first.to_uppercase().collect::<String>() + letters.as_str()
            }
            _ => lower,
        }
    });
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
