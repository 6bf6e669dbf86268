//! Letters and stops: how a text that somebody typed goes into a sentence. Knows nothing of what is said.

use crate::domain::text::HONORIFICS;
pub(in crate::documents) use crate::domain::text::upper_first;

/// What is written small inside a sentence besides the words by which people are called.
const ADDRESSES: [&str; 1] = ["Đồng chí"];

pub(in crate::documents) fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        // Capitals at the beginning, as in *UBND*, are a name.
        (Some(_), Some(second)) if second.is_uppercase() => text.to_owned(),
        (Some(first), _) => first.to_lowercase().chain(letters).collect(),
        (None, _) => String::new(),
    }
}

/// A name for the middle of a sentence: *Bà Lý Thị Mẩy* begins small, *Chi hội Phụ nữ* keeps its capital.
pub(in crate::documents) fn inside(name: &str) -> String {
    let is_person = HONORIFICS.iter().chain(&ADDRESSES).any(|word| {
        name.strip_prefix(word)
            .is_some_and(|rest| rest.starts_with(' '))
    });
    if is_person {
        lower_first(name)
    } else {
        name.to_owned()
    }
}

/// *1, 4, 5*.
pub(in crate::documents) fn numbers(ids: &[u32]) -> String {
    let said: Vec<String> = ids.iter().map(u32::to_string).collect();
    said.join(", ")
}

/// Counts below ten are written with a leading nought, so that nothing can be added before them.
pub(in crate::documents) fn two_digits(count: usize) -> String {
    format!("{count:02}")
}

/// A text for the middle of a sentence: in one line, without the stop at its end, which the sentence sets itself.
pub(in crate::documents) fn plain(text: &str) -> String {
    let mut line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    while line.ends_with(['.', ';', ',']) && !line.ends_with("...") {
        line.pop();
    }
    line
}

/// A sentence with the stops that belong: none after a question mark or dots that are left out, never two.
pub(in crate::documents) fn tidy(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let at = |place: usize| letters.get(place).copied();
    let mut out = String::with_capacity(text.len());
    let mut place = 0;
    while let Some(letter) = at(place) {
        let before = out.chars().next_back();
        // *./.* ends a document and stays whole.
        let ends = letter == '.' && at(place + 1) == Some('/') && at(place + 2) == Some('.');
        let dots = letters
            .iter()
            .skip(place)
            .take_while(|one| **one == '.')
            .count();
        if letter == '.' && !ends {
            let is_stopped = matches!(before, Some('?' | '!' | '…' | ':' | ';'));
            // Three and more are dots somebody meant; two are a stop too many.
            let kept = match dots {
                1 | 2 if is_stopped => 0,
                1 | 2 => 1,
                many => many,
            };
            out.extend(std::iter::repeat_n('.', kept));
            place += dots;
            continue;
        }
        if letter == ';' && matches!(before, Some(';' | '.')) {
            // The sign of the list takes the place of the stop.
            out.pop();
        }
        out.push(letter);
        place += 1;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_has_one_stop_whatever_was_typed() {
        assert_eq!(
            tidy("Khi nào làm đường?. Trả lời: Quý I.."),
            "Khi nào làm đường? Trả lời: Quý I."
        );
        assert_eq!(tidy("Tại: ……………."), "Tại: ……………");
        assert_eq!(
            tidy("ngày 05 tháng 01 năm 2026./."),
            "ngày 05 tháng 01 năm 2026./."
        );
        assert_eq!(tidy("trường, trạm... cần sửa."), "trường, trạm... cần sửa.");
        assert_eq!(tidy("xã.;"), "xã;");
        assert_eq!(tidy("dài 1.200 m"), "dài 1.200 m");
    }

    #[test]
    fn a_person_begins_small_and_an_organisation_keeps_its_capital() {
        assert_eq!(
            inside("Bà Lý Thị Mẩy và 14 hộ dân"),
            "bà Lý Thị Mẩy và 14 hộ dân"
        );
        assert_eq!(
            inside("Chi hội Phụ nữ thôn Phiêng Đồn"),
            "Chi hội Phụ nữ thôn Phiêng Đồn"
        );
        assert_eq!(inside("Bàn Phúc Vượng"), "Bàn Phúc Vượng");
    }
}
