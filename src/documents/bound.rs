//! Where a line of a document may not break: between a word of a citation and its number, and before a dash inside a
//! name. It knows letters, and nothing of what is written.

/// A blank at which no line breaks.
const BOUND: char = '\u{a0}';

/// The text with bound blanks in its citations: *khoản 2 Điều 10* breaks before *Điều* alone.
pub(super) fn bound(text: &str) -> String {
    let mut bound = String::with_capacity(text.len());
    let mut before = "";
    for (place, word) in text.split(' ').enumerate() {
        if place > 0 {
            bound.push(if holds(before, word) { BOUND } else { ' ' });
        }
        bound.push_str(word);
        before = word;
    }
    bound
}

/// Whether the blank between two words holds them together.
fn holds(before: &str, word: &str) -> bool {
    let head = before.trim_start_matches(|c: char| !c.is_alphanumeric());
    let number = word.trim_end_matches(|c: char| !c.is_alphanumeric());
    let is_cited = match head.to_lowercase().as_str() {
        "điều" | "khoản" | "mục" => is_number(number),
        "điểm" => is_point(number),
        "phần" => is_roman(number),
        _ => false,
    };
    // A dash at the beginning of a line is that of a list.
    let is_dash = word == "-" && before.chars().any(char::is_alphanumeric);
    is_dash || is_cited
}

/// *10*, *2.1*, *2a*.
fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

/// *a*, *đ*, *2*.
fn is_point(word: &str) -> bool {
    let mut letters = word.chars();
    let is_letter = matches!((letters.next(), letters.next()), (Some(c), None) if c.is_lowercase());
    is_letter || is_number(word)
}

/// *II*, *IV*.
fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| "IVXLC".contains(c))
}

#[cfg(test)]
mod tests {
    use super::bound;

    #[test]
    fn a_citation_breaks_between_its_parts_and_nowhere_else() {
        let shown = |text: &str| bound(text).replace('\u{a0}', "_");
        assert_eq!(shown("(khoản 2 Điều 10)"), "(khoản_2 Điều_10)");
        assert_eq!(
            shown("Điểm đ khoản 1 Điều 4, mục 2.2 Điều 15."),
            "Điểm_đ khoản_1 Điều_4, mục_2.2 Điều_15."
        );
        assert_eq!(shown("mục 4 Phần II"), "mục_4 Phần_II");
        assert_eq!(shown("khoản 3, khoản 4 Điều 8"), "khoản_3, khoản_4 Điều_8");
        assert_eq!(
            shown("các tổ chức chính trị - xã hội"),
            "các tổ chức chính trị_- xã hội"
        );
        // no citation
        assert_eq!(
            shown("điểm cầu, mục sau, phần trả lời"),
            "điểm cầu, mục sau, phần trả lời"
        );
        assert_eq!(shown("- Như trên;  hai  dấu"), "- Như trên;  hai  dấu");
        assert_eq!(shown(""), "");
    }
}
