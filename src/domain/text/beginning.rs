//! What may be left out at the end of a title, so that what is left still reads as a whole: no list is ended before its last
//! link, no *between* without its *and*, no bracket left open, no word left that only joins what follows. Knows words, and
//! nothing of who has how much room.

/// With these words something begins that a title can do without.
const ADDING: &[&str] = &[
    "với", "của", "về", "tại", "ở", "cho", "do", "theo", "năm", "ngày", "tháng", "quý", "lần",
    "giữa", "trong", "nhân", "từ", "đến", "trên", "with", "of", "on", "about", "at", "in", "for",
    "by", "between", "from",
];

/// These join links of equal weight, none of which may be missing.
const LINKING: &[&str] = &["và", "hoặc", "cùng", "and", "or"];

/// Words that want a second part: what may begin it.
const PAIRS: &[(&str, &[&str])] = &[("giữa", &["với"]), ("between", &["and", "with"])];

/// Signs behind which something is added.
const SIGNS: &[char] = &[',', '(', ';', '–', '—', ':'];

/// The title, and what is left of it when more and more is left out at its end; each reads as a whole.
pub fn whole_beginnings(title: &str) -> impl Iterator<Item = &str> {
    let title = title.trim();
    let mut ends: Vec<usize> = title.match_indices(SIGNS).map(|(end, _)| end).collect();
    ends.extend(
        words(title)
            .filter(|(_, word)| is_in(ADDING, word))
            .map(|(begin, _)| begin),
    );
    ends.sort_unstable_by(|one, other| other.cmp(one));
    let is_loose = |c: char| c.is_whitespace() || c == '-' || SIGNS.contains(&c);
    let mut last = title.len();
    let shorter = ends.into_iter().filter_map(move |end| {
        let end = title.get(..end)?.trim_end_matches(is_loose).len();
        let (before, behind) = title.split_at_checked(end)?;
        let is_next = end < last && is_whole(before, behind.trim_start());
        is_next.then(|| {
            last = end;
            before
        })
    });
    std::iter::once(title).chain(shorter)
}

/// The words of a text with where they begin, in small letters and without the signs around them.
fn words(text: &str) -> impl Iterator<Item = (usize, String)> {
    let mut next = 0;
    let placed = text.split(' ').map(move |word| {
        let begin = next;
        next += word.len() + 1;
        let name = word.trim_matches(|c: char| !c.is_alphanumeric());
        (begin, name.to_lowercase())
    });
    placed.filter(|(_, name)| !name.is_empty())
}

fn is_in(list: &[&str], word: &str) -> bool {
    list.contains(&word)
}

fn is_whole(before: &str, behind: &str) -> bool {
    let is_closed = before.matches('(').count() <= before.matches(')').count();
    let ends_open = words(before)
        .last()
        .is_none_or(|(_, word)| is_in(ADDING, &word) || is_in(LINKING, &word));
    is_closed && !ends_open && !is_half_a_pair(before, behind) && !is_within_a_list(behind)
}

/// Whether it speaks of what is between two, and names one of them.
fn is_half_a_pair(before: &str, behind: &str) -> bool {
    let said: Vec<String> = words(before).map(|(_, word)| word).collect();
    PAIRS.iter().any(|(first, seconds)| {
        let Some(at) = said.iter().rposition(|word| word == first) else {
            return false;
        };
        let has_second = |words: &[String]| words.iter().any(|word| is_in(seconds, word));
        let rest: Vec<String> = words(behind).map(|(_, word)| word).collect();
        // Without any such word behind, the pair is joined by one that also joins lists.
        let after = said.get(at..).unwrap_or_default();
        !has_second(after) && (has_second(&rest) || !after.iter().any(|word| is_in(LINKING, word)))
    })
}

/// Whether what is left out goes on with links of a list: behind a comma, up to where something else is added.
fn is_within_a_list(behind: &str) -> bool {
    let Some(rest) = behind.strip_prefix(',') else {
        return false;
    };
    let is_linked = |text: &str| {
        words(text)
            .take_while(|(_, word)| !is_in(ADDING, word))
            .any(|(_, word)| is_in(LINKING, &word))
    };
    let end = rest.find(['(', ';', '–', '—', ':']).unwrap_or(rest.len());
    rest.get(..end).is_some_and(is_linked)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn all(title: &str) -> Vec<&str> {
        whole_beginnings(title).collect()
    }

    #[test]
    fn a_title_is_shortened_where_something_was_added() {
        assert_eq!(
            all(
                "Hội nghị đối thoại định kỳ giữa Bí thư Đảng ủy, Chủ tịch HĐND, Chủ tịch UBND xã Nà Hỏi với Nhân dân năm 2026 (mẫu, hư cấu)"
            ),
            [
                "Hội nghị đối thoại định kỳ giữa Bí thư Đảng ủy, Chủ tịch HĐND, Chủ tịch UBND xã Nà Hỏi với Nhân dân năm 2026 (mẫu, hư cấu)",
                "Hội nghị đối thoại định kỳ giữa Bí thư Đảng ủy, Chủ tịch HĐND, Chủ tịch UBND xã Nà Hỏi với Nhân dân năm 2026",
                "Hội nghị đối thoại định kỳ giữa Bí thư Đảng ủy, Chủ tịch HĐND, Chủ tịch UBND xã Nà Hỏi với Nhân dân",
                "Hội nghị đối thoại định kỳ",
            ]
        );
        assert_eq!(
            all("Đối thoại của Bí thư Đảng ủy, Chủ tịch HĐND và Chủ tịch UBND với Nhân dân"),
            [
                "Đối thoại của Bí thư Đảng ủy, Chủ tịch HĐND và Chủ tịch UBND với Nhân dân",
                "Đối thoại của Bí thư Đảng ủy, Chủ tịch HĐND và Chủ tịch UBND",
                "Đối thoại",
            ]
        );
        assert_eq!(
            all("A dialogue between the secretary and the people on land, 2026"),
            [
                "A dialogue between the secretary and the people on land, 2026",
                "A dialogue between the secretary and the people on land",
                "A dialogue between the secretary and the people",
                "A dialogue",
            ]
        );
        assert_eq!(all("Đối thoại"), ["Đối thoại"]);
        assert_eq!(all(""), [""]);
    }

    proptest! {
        #[test]
        fn no_beginning_ends_open(
            picked in proptest::collection::vec(
                proptest::sample::select(vec![
                    "Đối thoại", "với", "Nhân dân", "giữa", "Bí thư,", "Chủ tịch", "và", "(lần 2", "2026)", "năm", "–", "về", "đất đai,", "xã",
                ]),
                0..14,
            )
        ) {
            let title = picked.join(" ");
            let beginnings = all(&title);
            for pair in beginnings.windows(2) {
                prop_assert!(pair[1].len() < pair[0].len(), "{beginnings:?}");
            }
            for short in beginnings.iter().skip(1) {
                prop_assert!(title.starts_with(short));
                prop_assert!(short.matches('(').count() <= short.matches(')').count(), "{short}");
                let last = short.rsplit(' ').next().unwrap();
                prop_assert!(!["với", "giữa", "và", "năm", "về", "–"].contains(&last), "{short}");
                prop_assert!(!last.ends_with(','), "{short}");
                if short.contains("giữa") {
                    let pair = short.rsplit("giữa").next().unwrap();
                    prop_assert!(pair.contains("với") || pair.contains("và"), "{short}");
                }
            }
        }
    }
}
