//! Vietnamese written for the fonts of the nineties: TCVN3 (`.VnTime`) and VNI (`VNI-Times`). Such a text is not in Unicode
//! though it is stored as if it were; it is known by its font, or by its words, which are syllables only when read as what
//! they are. Whole sheets are judged, since a single word proves little. Knows letters and syllables, no cells.

use unicode_normalization::UnicodeNormalization as _;

use crate::domain::text::fold;

/// Which letters a font draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OldLetters {
    Tcvn3,
    /// A font that draws capitals for small letters.
    Tcvn3Capitals,
    Vni,
}

impl OldLetters {
    /// The name that offices know it by.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Tcvn3 | Self::Tcvn3Capitals => "TCVN3 (ABC)",
            Self::Vni => "VNI",
        }
    }
}

/// What a font's name proves.
#[must_use]
pub fn of_font(name: &str) -> Option<OldLetters> {
    let name = name.trim().trim_matches(['\'', '"']);
    let lower = name.to_ascii_lowercase();
    if lower.starts_with(".vn") {
        Some(if name.ends_with('H') {
            OldLetters::Tcvn3Capitals
        } else {
            OldLetters::Tcvn3
        })
    } else if lower.starts_with("vni-") || lower.starts_with("vni ") {
        Some(OldLetters::Vni)
    } else {
        None
    }
}

/// TCVN3: one byte for each letter, in the places of Western letters and signs.
const TCVN3: &[(char, char)] = &[
    ('\u{a1}', 'Ă'),
    ('\u{a2}', 'Â'),
    ('\u{a3}', 'Ê'),
    ('\u{a4}', 'Ô'),
    ('\u{a5}', 'Ơ'),
    ('\u{a6}', 'Ư'),
    ('\u{a7}', 'Đ'),
    ('\u{a8}', 'ă'),
    ('\u{a9}', 'â'),
    ('\u{aa}', 'ê'),
    ('\u{ab}', 'ô'),
    ('\u{ac}', 'ơ'),
    ('\u{ad}', 'ư'),
    ('\u{ae}', 'đ'),
    ('\u{b5}', 'à'),
    ('\u{b6}', 'ả'),
    ('\u{b7}', 'ã'),
    ('\u{b8}', 'á'),
    ('\u{b9}', 'ạ'),
    ('\u{bb}', 'ằ'),
    ('\u{bc}', 'ẳ'),
    ('\u{bd}', 'ẵ'),
    ('\u{be}', 'ắ'),
    ('\u{c6}', 'ặ'),
    ('\u{c7}', 'ầ'),
    ('\u{c8}', 'ẩ'),
    ('\u{c9}', 'ẫ'),
    ('\u{ca}', 'ấ'),
    ('\u{cb}', 'ậ'),
    ('\u{cc}', 'è'),
    ('\u{ce}', 'ẻ'),
    ('\u{cf}', 'ẽ'),
    ('\u{d0}', 'é'),
    ('\u{d1}', 'ẹ'),
    ('\u{d2}', 'ề'),
    ('\u{d3}', 'ể'),
    ('\u{d4}', 'ễ'),
    ('\u{d5}', 'ế'),
    ('\u{d6}', 'ệ'),
    ('\u{d7}', 'ì'),
    ('\u{d8}', 'ỉ'),
    ('\u{dc}', 'ĩ'),
    ('\u{dd}', 'í'),
    ('\u{de}', 'ị'),
    ('\u{df}', 'ò'),
    ('\u{e1}', 'ỏ'),
    ('\u{e2}', 'õ'),
    ('\u{e3}', 'ó'),
    ('\u{e4}', 'ọ'),
    ('\u{e5}', 'ồ'),
    ('\u{e6}', 'ổ'),
    ('\u{e7}', 'ỗ'),
    ('\u{e8}', 'ố'),
    ('\u{e9}', 'ộ'),
    ('\u{ea}', 'ờ'),
    ('\u{eb}', 'ở'),
    ('\u{ec}', 'ỡ'),
    ('\u{ed}', 'ớ'),
    ('\u{ee}', 'ợ'),
    ('\u{ef}', 'ù'),
    ('\u{f1}', 'ủ'),
    ('\u{f2}', 'ũ'),
    ('\u{f3}', 'ú'),
    ('\u{f4}', 'ụ'),
    ('\u{f5}', 'ừ'),
    ('\u{f6}', 'ử'),
    ('\u{f7}', 'ữ'),
    ('\u{f8}', 'ứ'),
    ('\u{f9}', 'ự'),
    ('\u{fa}', 'ỳ'),
    ('\u{fb}', 'ỷ'),
    ('\u{fc}', 'ỹ'),
    ('\u{fd}', 'ý'),
    ('\u{fe}', 'ỵ'),
];

/// VNI: letters that stand alone.
const VNI_ALONE: &[(char, char)] = &[
    ('ñ', 'đ'),
    ('Ñ', 'Đ'),
    ('ö', 'ư'),
    ('Ö', 'Ư'),
    ('ô', 'ơ'),
    ('Ô', 'Ơ'),
    ('í', 'í'),
    ('Í', 'Í'),
    ('ì', 'ì'),
    ('Ì', 'Ì'),
    ('æ', 'ỉ'),
    ('Æ', 'Ỉ'),
    ('ó', 'ĩ'),
    ('Ó', 'Ĩ'),
    ('ò', 'ị'),
    ('Ò', 'Ị'),
    ('î', 'ỵ'),
    ('Î', 'Ỵ'),
];

const ACUTE: &str = "\u{301}";
const GRAVE: &str = "\u{300}";
const HOOK: &str = "\u{309}";
const TILDE: &str = "\u{303}";
const BELOW: &str = "\u{323}";

/// VNI: what a sign after a vowel adds to it, and to which vowels it may be added.
const VNI_ADDED: &[(char, &str, &str, &str)] = &[
    ('ù', "", ACUTE, "aeouyơư"),
    ('ø', "", GRAVE, "aeouyơư"),
    ('û', "", HOOK, "aeouyơư"),
    ('õ', "", TILDE, "aeouyơư"),
    ('ï', "", BELOW, "aeouyơư"),
    ('â', "\u{302}", "", "aeo"),
    ('á', "\u{302}", ACUTE, "aeo"),
    ('à', "\u{302}", GRAVE, "aeo"),
    ('å', "\u{302}", HOOK, "aeo"),
    ('ã', "\u{302}", TILDE, "aeo"),
    ('ä', "\u{302}", BELOW, "aeo"),
    ('ê', "\u{306}", "", "a"),
    ('é', "\u{306}", ACUTE, "a"),
    ('è', "\u{306}", GRAVE, "a"),
    ('ú', "\u{306}", HOOK, "a"),
    ('ü', "\u{306}", TILDE, "a"),
    ('ë', "\u{306}", BELOW, "a"),
];

/// The text in Unicode. A text with letters that only Unicode has is left as it is, whatever its font.
#[must_use]
pub fn convert(text: &str, letters: OldLetters) -> String {
    if has_unicode_letters(text) {
        return text.to_owned();
    }
    match letters {
        OldLetters::Tcvn3 => from_tcvn3(text),
        OldLetters::Tcvn3Capitals => from_tcvn3(text).to_uppercase(),
        OldLetters::Vni => from_vni(text),
    }
}

/// Which old letters the texts of one sheet are in, judged by all of their words together.
#[must_use]
pub fn judge<'a>(texts: impl Iterator<Item = &'a str>) -> Option<OldLetters> {
    // Words that can only be Unicode speak against it, like those that are right as they stand.
    let (mut as_is, mut tcvn3, mut vni) = (0_usize, 0_usize, 0_usize);
    for text in texts {
        for word in text.split_whitespace() {
            let word = word.trim_matches(|c: char| c.is_ascii_punctuation());
            if word.is_ascii() {
                continue;
            }
            if has_unicode_letters(word) {
                as_is += 1;
                continue;
            }
            as_is += usize::from(is_syllable(word));
            tcvn3 += usize::from(is_syllable(&from_tcvn3(word)));
            vni += usize::from(is_syllable(&from_vni(word)));
        }
    }
    let best = tcvn3.max(vni);
    if best < LEAST_WORDS || best <= as_is {
        None
    } else if tcvn3 >= vni {
        Some(OldLetters::Tcvn3)
    } else {
        Some(OldLetters::Vni)
    }
}

/// Whether a text has letters that no old font has a place for.
fn has_unicode_letters(text: &str) -> bool {
    text.chars().any(
        |c| matches!(c, '\u{100}'..='\u{24f}' | '\u{300}'..='\u{36f}' | '\u{1e00}'..='\u{1eff}'),
    )
}

fn from_tcvn3(text: &str) -> String {
    text.chars()
        .map(|c| {
            TCVN3
                .iter()
                .find(|(old, _)| *old == c)
                .map_or(c, |(_, letter)| *letter)
        })
        .collect()
}

fn from_vni(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        let base = VNI_ALONE
            .iter()
            .find(|(old, _)| *old == sign)
            .map_or(sign, |(_, letter)| *letter);
        let lower = base.to_lowercase().next().unwrap_or(base);
        let added = signs.peek().and_then(|next| {
            let next = next.to_lowercase().next().unwrap_or(*next);
            VNI_ADDED
                .iter()
                .find(|(old, _, _, to)| *old == next && to.contains(lower))
        });
        out.push(base);
        if let Some((_, shape, tone, _)) = added {
            out.push_str(shape);
            out.push_str(tone);
            signs.next();
        }
    }
    out.nfc().collect()
}

/// Fewer words prove nothing.
const LEAST_WORDS: usize = 3;

const ONSETS: &[&str] = &[
    "", "b", "c", "ch", "d", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh",
    "p", "ph", "q", "qu", "r", "s", "t", "th", "tr", "v", "x",
];

const NUCLEI: &[&str] = &[
    "a", "e", "i", "o", "u", "y", "ai", "ao", "au", "ay", "eo", "eu", "ia", "ie", "iu", "oa", "oe",
    "oi", "oo", "ua", "ue", "ui", "uo", "uu", "uy", "ye", "ieu", "yeu", "oai", "oay", "oeo", "uay",
    "uoi", "uou", "uya", "uye", "uyu",
];

const CODAS: &[&str] = &["", "c", "ch", "m", "n", "ng", "nh", "p", "t"];

/// Whether a word could be a Vietnamese syllable: as it is spelt, with one tone at most, in one case.
fn is_syllable(word: &str) -> bool {
    let word: String = word.nfc().collect();
    let folded = fold(&word);
    if folded.len() < 2 || !folded.chars().all(|c| c.is_ascii_lowercase()) {
        return false;
    }
    // A capital in the middle of small letters is a sign of letters that are not what they seem.
    let is_small = |c: char| c.is_lowercase();
    let rest_small = word.chars().skip(1).any(is_small);
    let rest_large = word.chars().skip(1).any(char::is_uppercase);
    if rest_small && rest_large || tones(&word) > 1 {
        return false;
    }
    ONSETS.iter().any(|onset| {
        folded.strip_prefix(onset).is_some_and(|rest| {
            CODAS.iter().any(|coda| {
                rest.strip_suffix(coda)
                    .is_some_and(|nucleus| NUCLEI.contains(&nucleus))
            })
        })
    })
}

fn tones(word: &str) -> usize {
    word.nfd()
        .filter(|c| {
            let mut one = [0; 4];
            [ACUTE, GRAVE, HOOK, TILDE, BELOW].contains(&&*c.encode_utf8(&mut one))
        })
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_written_for_old_fonts_are_read_as_they_were_meant() {
        assert_eq!(convert("Hoµng V¨n §øc", OldLetters::Tcvn3), "Hoàng Văn Đức");
        assert_eq!(
            convert("NguyÔn ThÞ ¦íc", OldLetters::Tcvn3),
            "Nguyễn Thị Ước"
        );
        assert_eq!(convert("§øc", OldLetters::Tcvn3Capitals), "ĐỨC");
        assert_eq!(
            convert("Nguyeãn Thò Öôùc", OldLetters::Vni),
            "Nguyễn Thị Ước"
        );
        assert_eq!(convert("ÑOÁI THOAÏI", OldLetters::Vni), "ĐỐI THOẠI");
        assert_eq!(
            convert("ñaát ñai, nöôùc saïch", OldLetters::Vni),
            "đất đai, nước sạch"
        );
    }

    #[test]
    fn a_sheet_is_judged_by_its_words() {
        let judged = |texts: &[&str]| judge(texts.iter().copied());
        assert_eq!(
            judged(&["Hoµng V¨n §øc", "NguyÔn ThÞ ¦íc", "th«n Nµ Hái"]),
            Some(OldLetters::Tcvn3)
        );
        assert_eq!(
            judged(&["Nguyeãn Thò Öôùc", "Lyù Thò Maåy", "thoân Naø Hoûi"]),
            Some(OldLetters::Vni)
        );
        // real Unicode, also where all its letters are Western ones
        assert_eq!(judged(&["Bà Hà", "xã Tô", "thôn Cà", "ông Lò"]), None);
        assert_eq!(judged(&["Nguyễn Thị Ước", "Điện Biên"]), None);
        assert_eq!(judged(&["§1", "3×4", "© 2026", "café"]), None);
    }

    #[test]
    fn what_is_unicode_already_is_left_alone_whatever_its_font() {
        assert_eq!(
            convert("Nguyễn Thị Ước", OldLetters::Tcvn3),
            "Nguyễn Thị Ước"
        );
        assert_eq!(convert("Ha Noi 2026", OldLetters::Vni), "Ha Noi 2026");
        assert_eq!(of_font(".VnTimeH"), Some(OldLetters::Tcvn3Capitals));
        assert_eq!(of_font("'VNI-Times'"), Some(OldLetters::Vni));
        assert_eq!(of_font("Times New Roman"), None);
    }
}
