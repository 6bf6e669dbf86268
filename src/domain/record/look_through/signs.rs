//! By which signs a text seems to name or place somebody: names, houses, pieces of land, mail, long numbers, vehicles.

use super::SuspicionKind;
use crate::domain::text::fold;

/// Words before a name.
const HONORIFICS: [&str; 19] = [
    "ông", "bà", "anh", "chị", "em", "cô", "chú", "bác", "cụ", "cháu", "thầy", "dì", "cậu", "mợ",
    "thím", "mẹ", "bố", "hộ", "con",
];

/// Family names, with those of the peoples of the highlands; without those that begin well-known places, too.
const FAMILIES: [&str; 60] = [
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ",
    "Ngô", "Dương", "Lý", "Đinh", "Trịnh", "Mai", "Đoàn", "Trương", "Lương", "Lưu", "Tạ", "Phùng",
    "Giàng", "Vàng", "Sùng", "Thào", "Hạng", "Mùa", "Cứ", "Lầu", "Chang", "Tráng", "Lò", "Lường",
    "Quàng", "Cà", "Tòng", "Vì", "Cầm", "Điêu", "Chảo", "Tẩn", "Lù", "Phàn", "Triệu", "Bàn",
    "Nông", "Hứa", "Ma", "Vi", "Lộc", "Lục", "Hầu", "Ly", "Vừ", "Lèng", "Pờ", "Khoàng",
];

/// Words before the number of a house or of a piece of land, folded.
const HOUSES: [&str; 14] = [
    "so nha",
    "nha so",
    "nha toi so",
    "ngo",
    "ngach",
    "hem",
    "kiet",
    "to",
    "can ho",
    "thua dat so",
    "thua so",
    "thua",
    "to ban do so",
    "to ban do",
];

/// So many digits together are more than a measure or a year.
const LONG: usize = 7;

/// Names that the record knows, folded.
pub(super) struct KnownNames {
    /// Of those who held the session, of bodies and villages: no matter.
    pub public: Vec<String>,
    /// What people are called by who registered.
    pub given: Vec<String>,
}

pub(super) fn suspicions_in(text: &str, known: &KnownNames) -> Vec<(SuspicionKind, String)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut found = Vec::new();
    let mut place = 0;
    while let Some(word) = words.get(place) {
        let here = words.get(place..).unwrap_or_default();
        let (kind, taken) = if word.contains('@') {
            (SuspicionKind::Mail, 1)
        } else if is_of_a_vehicle(bare(word)) {
            (SuspicionKind::Number, 1)
        } else if let Some(taken) = long_number(here) {
            (SuspicionKind::Number, taken)
        } else if let Some(taken) = address(here) {
            (SuspicionKind::Address, taken)
        } else if let Some(taken) = name(here, place == 0 || ends_sentence(&words, place), known) {
            (SuspicionKind::Name, taken)
        } else {
            place += 1;
            continue;
        };
        let said = here.get(..taken).unwrap_or_default().join(" ");
        found.push((kind, bare(&said).to_owned()));
        place += taken.max(1);
    }
    found
}

/// Whether the word before ends a sentence, so that a capital here says nothing.
fn ends_sentence(words: &[&str], place: usize) -> bool {
    place
        .checked_sub(1)
        .and_then(|before| words.get(before))
        .is_some_and(|word| word.ends_with(['.', '!', '?', ':', ';', '–', '-']))
}

fn bare(word: &str) -> &str {
    word.trim_matches(|letter: char| !letter.is_alphanumeric())
}

/// So many words are one long number; amounts in thousands and dates are none.
fn long_number(words: &[&str]) -> Option<usize> {
    let mut digits = String::new();
    let mut taken = 0;
    for word in words {
        let inner = bare(word);
        let is_number = !inner.is_empty()
            && inner
                .chars()
                .all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | '-' | '+'));
        if !is_number {
            break;
        }
        digits.push_str(inner);
        digits.push(' ');
        taken += 1;
        if word.ends_with([',', ';']) {
            break;
        }
    }
    let groups: Vec<&str> = digits
        .split(|letter: char| !letter.is_ascii_digit())
        .filter(|group| !group.is_empty())
        .collect();
    let count: usize = groups.iter().map(|group| group.len()).sum();
    let (first, rest) = groups.split_first()?;
    let is_amount = !rest.is_empty()
        && first.len() <= 3
        && !first.starts_with('0')
        && rest.iter().all(|group| group.len() == 3);
    let is_date = groups.len() == 3 && count <= 8 && first.len() <= 2;
    (count >= LONG && !is_amount && !is_date).then_some(taken)
}

/// *24A-123.45*, *24-B1 1234* written together: two digits, a letter, then four digits or more.
fn is_of_a_vehicle(word: &str) -> bool {
    let signs: Vec<char> = word.chars().filter(char::is_ascii_alphanumeric).collect();
    let [first, second, series, rest @ ..] = signs.as_slice() else {
        return false;
    };
    let rest = rest.strip_prefix(&['A']).unwrap_or(rest);
    let is_other = |letter: char| !(letter.is_ascii_alphanumeric() || matches!(letter, '-' | '.'));
    // No province has a number below 11.
    matches!(first, '1'..='9')
        && second.is_ascii_digit()
        && series.is_ascii_uppercase()
        && (4..=6).contains(&rest.len())
        && rest.iter().all(char::is_ascii_digit)
        && !word.contains(is_other)
}

/// *T.V.K*: what the version without names leaves of one.
fn is_masked(word: &str) -> bool {
    word.contains('.') && word.split('.').all(|part| part.chars().count() <= 1)
}

/// *số nhà 17*, *tổ 4*, *ngõ 12*: so many words. A *tổ dân phố* is what a village is in a commune.
fn address(words: &[&str]) -> Option<usize> {
    let folded: Vec<String> = words.iter().take(5).map(|word| fold(bare(word))).collect();
    let is_number = |word: &String| word.starts_with(|letter: char| letter.is_ascii_digit());
    HOUSES.iter().find_map(|house| {
        let parts: Vec<&str> = house.split(' ').collect();
        let number = folded.get(parts.len())?;
        let fits = folded.iter().zip(&parts).all(|(word, part)| word == part);
        (fits && is_number(number)).then_some(parts.len() + 1)
    })
}

/// A name: what follows *ông* or *bà* with a capital, or is called as somebody who registered; a family name with another
/// capital; or three words with capitals in a row. None of them where a public name holds it.
fn name(words: &[&str], begins: bool, known: &KnownNames) -> Option<usize> {
    let first = words.first()?;
    let capitals = |words: &[&str]| {
        let mut count = 0;
        for word in words {
            let inner = bare(word);
            let is_capital = inner.chars().next().is_some_and(char::is_uppercase);
            if !is_capital {
                break;
            }
            count += 1;
            // A sign behind a word ends the name.
            if !word.ends_with(char::is_alphanumeric) {
                break;
            }
        }
        count
    };
    let is_public = |words: &[&str]| {
        let joined = words.join(" ");
        let said = fold(bare(&joined));
        is_masked(bare(&joined)) || known.public.iter().any(|name| name.contains(&said))
    };
    if HONORIFICS.contains(&first.to_lowercase().as_str()) {
        let rest = words.get(1..).unwrap_or_default();
        let count = capitals(rest);
        let named = rest.get(..count).unwrap_or_default();
        if count == 0 {
            let called = fold(bare(rest.first()?));
            let is_known = called.len() > 1 && known.given.contains(&called);
            return (is_known && !is_public(rest.get(..1)?)).then_some(2);
        }
        return (!is_public(named)).then_some(count + 1);
    }
    let count = capitals(words);
    // The capital that begins a sentence is none of a name's; a family name with one behind it is a name.
    let enough = if FAMILIES.contains(&bare(first)) {
        2
    } else if begins {
        4
    } else {
        3
    };
    let named = words.get(..count).unwrap_or_default();
    (count >= enough && !is_public(named)).then_some(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(SuspicionKind, String)> {
        let known = KnownNames {
            public: vec![fold("Hoàng Văn Đức"), fold("thôn Nà Hỏi")],
            given: vec![fold("Ước"), fold("Chớ"), fold("Ý")],
        };
        suspicions_in(text, &known)
    }

    #[test]
    fn what_may_name_or_place_somebody_is_found() {
        for (text, kind, said) in [
            ("Nhờ anh Chớ xem lại", SuspicionKind::Name, "anh Chớ"),
            (
                "Con tôi là Lường Văn Ẩn, học lớp 9",
                SuspicionKind::Name,
                "Lường Văn Ẩn",
            ),
            ("Hỏi chị uoc ở đầu ngõ", SuspicionKind::Name, "chị uoc"),
            ("Đất của Vàng Dợ bị lấn", SuspicionKind::Name, "Vàng Dợ"),
            ("Sùng Mỵ chưa có thẻ", SuspicionKind::Name, "Sùng Mỵ"),
            ("Đất của hộ Kẻo bị lấn", SuspicionKind::Name, "hộ Kẻo"),
            ("Cạnh số nhà 17 có hố", SuspicionKind::Address, "số nhà 17"),
            ("Ở tổ 4 chưa có đèn", SuspicionKind::Address, "tổ 4"),
            (
                "Lấn sang thửa đất số 123, khu dưới",
                SuspicionKind::Address,
                "thửa đất số 123",
            ),
            (
                "Nhà tôi số 15 bị ngập",
                SuspicionKind::Address,
                "Nhà tôi số 15",
            ),
            (
                "Xe biển 24A-123.45 chạy đêm",
                SuspicionKind::Number,
                "24A-123.45",
            ),
            (
                "Gửi về na.hoi@example.vn nhé",
                SuspicionKind::Mail,
                "na.hoi@example.vn",
            ),
            (
                "Chuyển vào tài khoản 8600 2051 23456, ngân hàng",
                SuspicionKind::Number,
                "8600 2051 23456",
            ),
        ] {
            assert_eq!(found(text), [(kind, said.to_owned())], "{text}");
        }
    }

    #[test]
    fn what_is_public_or_a_measure_is_not() {
        for text in [
            "Ông Hoàng Văn Đức đã trả lời ở thôn Nà Hỏi",
            "Hỗ trợ 15.000.000 đồng cho 12 hộ từ ngày 25-11-2026",
            "Đề nghị sửa 1,2 km đường trong năm 2026",
            "Tổ dân phố 3 chưa có nước",
            "Các cháu đi học, anh em trong bản chờ, có ý kiến",
            "Bà con có ý gì thì nêu, hộ nghèo được ưu tiên",
            "Vàng bạc để ở nhà",
            "Như ông T.V.K. đã nói",
            "Quyết định 15/2024/QĐ-UBND, mẫu 01A-2026",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
