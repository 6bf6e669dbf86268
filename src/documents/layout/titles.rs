//! Where a long title or name is broken into lines: in about the same lengths, and never inside a name, an office or a word of
//! two syllables. Knows letters alone.

/// *Uỷ ban*, as it was spelled before, as *Ủy ban*.
pub(super) fn as_spelled_today(text: &str) -> String {
    [("uỷ", "ủy"), ("Uỷ", "Ủy"), ("UỶ", "ỦY")]
        .iter()
        .fold(text.to_owned(), |text, (before, today)| {
            text.replace(before, today)
        })
}

/// The name of a place as names are written, also where it was typed in capitals.
pub(super) fn as_a_name(name: &str) -> String {
    if name.chars().any(char::is_lowercase) {
        return name.to_owned();
    }
    let words = name.split_whitespace().map(|word| {
        let mut letters = word.chars();
        let first = letters.next();
        first
            .into_iter()
            .chain(letters.flat_map(char::to_lowercase))
            .collect::<String>()
    });
    words.collect::<Vec<_>>().join(" ")
}

/// A long name in two lines, broken at the blank nearest to its middle.
pub(super) fn halved(name: &str) -> String {
    let middle = name.chars().count() / 2;
    let blanks = name.char_indices().enumerate();
    let blanks = blanks.filter(|(_, (_, letter))| *letter == ' ');
    let nearest = blanks.min_by_key(|(count, _)| count.abs_diff(middle));
    match nearest.and_then(|(_, (at, _))| name.split_at_checked(at)) {
        Some((first, second)) => format!("{first}\n{}", second.trim_start()),
        None => name.to_owned(),
    }
}

/// Words of two syllables that titles are full of: a line does not end in the middle of one.
const PAIRS: [(&str, &str); 26] = [
    ("nhân", "dân"),
    ("bí", "thư"),
    ("thư", "đảng"),
    ("thư", "tỉnh"),
    ("thư", "thành"),
    ("chủ", "tịch"),
    ("tịch", "ubnd"),
    ("tịch", "hđnd"),
    ("tịch", "ủy"),
    ("đảng", "ủy"),
    ("đảng", "uỷ"),
    ("tỉnh", "ủy"),
    ("thành", "ủy"),
    ("ủy", "ban"),
    ("ủy", "xã"),
    ("ủy", "phường"),
    ("uỷ", "xã"),
    ("uỷ", "phường"),
    ("dân", "xã"),
    ("dân", "phường"),
    ("uỷ", "ban"),
    ("hội", "nghị"),
    ("hội", "đồng"),
    ("đối", "thoại"),
    ("định", "kỳ"),
    ("trực", "tiếp"),
];

/// Words that stand before the name of a place and belong to it.
const BEFORE_PLACES: [&str; 10] = [
    "xã",
    "phường",
    "tỉnh",
    "thôn",
    "bản",
    "huyện",
    "thị",
    "trấn",
    "phố",
    "khu",
];

/// The title with its names in one piece: a hard blank between words that both begin with a capital, in a pair, and around
/// the word before a place, as in *UBND xã Phiêng Mây*.
fn names_joined(title: &str) -> String {
    // What is capitals throughout, as *UBND*, stands for itself.
    let is_name =
        |word: &str| word.starts_with(char::is_uppercase) && word.chars().any(char::is_lowercase);
    let mut joined = String::new();
    let mut before = "";
    for word in title.split(' ') {
        if !before.is_empty() {
            let first = before.to_lowercase();
            let second = word
                .trim_end_matches([',', ';', '.', ':', ')'])
                .to_lowercase();
            let is_pair = PAIRS.contains(&(first.as_str(), second.as_str()));
            let is_capitals = before.chars().all(char::is_uppercase);
            let is_of_place = (BEFORE_PLACES.contains(&before) && is_name(word))
                || (is_capitals && BEFORE_PLACES.contains(&word));
            let is_one = (is_name(before) && is_name(word)) || is_pair || is_of_place;
            joined.push(if is_one { '\u{a0}' } else { ' ' });
        }
        joined.push_str(word);
        before = word;
    }
    joined
}

/// A title in lines of about the same length, where it needs more than one.
pub(super) fn balanced(title: &str, longest: usize) -> String {
    let length = title.chars().count();
    let lines = length.div_ceil(longest.max(1));
    if lines < 2 {
        return title.to_owned();
    }
    let joined = names_joined(title);
    let wanted = length.div_ceil(lines);
    let mut out = String::new();
    let mut here = 0;
    let mut begun = 1;
    for word in joined.split(' ') {
        let width = word.chars().count();
        // What is left of the last line is no line of its own.
        if here > 0 && begun < lines && here + 1 + width / 2 > wanted {
            out.push('\n');
            begun += 1;
            here = 0;
        } else if here > 0 {
            out.push(' ');
            here += 1;
        }
        out.push_str(word);
        here += width;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_has_two_lines_of_about_the_same_length() {
        assert_eq!(
            halved("Văn phòng HĐND và UBND xã"),
            "Văn phòng HĐND\nvà UBND xã"
        );
        assert_eq!(halved("Thanh"), "Thanh");
    }

    #[test]
    fn a_title_breaks_in_about_the_middle_and_never_inside_a_name() {
        let title = "Đối thoại trực tiếp giữa Chủ tịch UBND xã Phiêng Mây với Nhân dân năm 2026";
        assert_eq!(
            balanced(title, 62),
            "Đối\u{a0}thoại trực\u{a0}tiếp giữa\nChủ\u{a0}tịch\u{a0}UBND\u{a0}xã\u{a0}Phiêng\u{a0}Mây với Nhân\u{a0}dân năm 2026"
        );
        assert_eq!(balanced("Hội nghị đối thoại", 62), "Hội nghị đối thoại");
        let title = "Hội nghị đối thoại định kỳ giữa Bí thư Đảng ủy, Chủ tịch UBND xã Phiêng Mây với Nhân dân năm 2026";
        assert_eq!(balanced(title, 62).split('\n').count(), 2);
        // nor inside an office, whatever stands behind it
        for title in [
            "Dự hội nghị đối thoại định kỳ giữa Bí thư Đảng ủy, Chủ tịch HĐND, Chủ tịch UBND xã Phiêng Mây với Nhân dân năm 2026",
            "tổng hợp ý kiến, kiến nghị trước hội nghị đối thoại trực tiếp giữa Bí thư Đảng uỷ xã Phiêng Mây với Nhân dân năm 2026",
            "kết luận của đồng chí Bí thư Tỉnh ủy tại hội nghị đối thoại giữa Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh với Nhân dân",
        ] {
            for line in balanced(title, 62).split('\n') {
                for torn in [
                    "Bí", "thư", "Đảng", "Chủ", "tịch", "Tỉnh", "uỷ", "ủy", "xã", "Nhân",
                ] {
                    assert!(!line.ends_with(torn), "{line}");
                }
            }
        }
        for line in balanced(title, 62).split('\n') {
            assert!(!line.ends_with("Bí") && !line.ends_with("Đảng"), "{line}");
        }
    }
}
