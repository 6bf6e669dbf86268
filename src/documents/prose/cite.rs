//! Articles as official documents cite them.

use super::Prose;
use crate::documents::words::SayMessage;
use crate::domain::regulation::Article;

impl Prose<'_> {
    /// `Đ10.2` as an official document cites it: *khoản 2 Điều 10*; a plan in parts has its headings, *mục 4 Phần II*. What
    /// has another shape stays as it is.
    pub(in crate::documents) fn cite(&self, article: &Article) -> String {
        let cited: Vec<String> = article
            .0
            .split(',')
            .map(|one| self.cite_one(one.trim()))
            .collect();
        listed(&cited)
    }

    /// Articles of several steps, each once, as one citation.
    pub(in crate::documents) fn cite_all<'t>(
        &self,
        articles: impl Iterator<Item = &'t Article>,
    ) -> String {
        let mut cited: Vec<String> = Vec::new();
        for article in articles {
            for one in article.0.split(',') {
                let one = self.cite_one(one.trim());
                if !cited.contains(&one) {
                    cited.push(one);
                }
            }
        }
        listed(&cited)
    }

    fn cite_one(&self, article: &str) -> String {
        let say = &self.words.say;
        let mut parts = article.strip_prefix('Đ').unwrap_or(article).split('.');
        let first = parts.next().unwrap_or_default();
        let (number, point) = split_point(first);
        let mut said = if article.starts_with('Đ') && !number.is_empty() {
            say[SayMessage::Article].render(&[("number", &number)])
        } else if !first.is_empty() && first.chars().all(|c| "IVXLC".contains(c)) {
            say[SayMessage::Part].render(&[("number", &first)])
        } else {
            return article.to_owned();
        };
        let is_part = !article.starts_with('Đ');
        if !is_part && !point.is_empty() {
            said = say[SayMessage::Point].render(&[("number", &point), ("rest", &said)]);
        }
        for (depth, part) in parts.enumerate() {
            let (number, point) = split_point(part);
            // Under a part stand its headings, under an article its clauses; under both of them the points.
            let level = match (is_part, depth) {
                (true, 0) => &say[SayMessage::Heading],
                (false, 0) => &say[SayMessage::Clause],
                _ => &say[SayMessage::Point],
            };
            said = level.render(&[("number", &number), ("rest", &said)]);
            if !point.is_empty() {
                said = say[SayMessage::Point].render(&[("number", &point), ("rest", &said)]);
            }
        }
        said
    }
}

/// Citations one after the other; what neighbours share at their end stands once, behind the last: *khoản 4, khoản 5 Điều
/// 8*.
fn listed(cited: &[String]) -> String {
    let split = |one: &'_ str| {
        let at = [" Điều ", " Phần "].iter().find_map(|word| one.rfind(word));
        at.map(|at| {
            (
                one.get(..at).unwrap_or_default().to_owned(),
                one.get(at..).unwrap_or_default().to_owned(),
            )
        })
    };
    let mut said: Vec<String> = Vec::new();
    for (place, one) in cited.iter().enumerate() {
        let next = cited.get(place + 1).and_then(|next| split(next));
        said.push(match (split(one), next) {
            (Some((head, tail)), Some((_, next))) if tail == next => head,
            _ => one.clone(),
        });
    }
    said.join(", ")
}

/// The number of an article or clause, and the letter of a point behind it: `2a` is point a of clause 2.
fn split_point(part: &str) -> (&str, &str) {
    let at = part
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(part.len());
    part.split_at(at)
}

#[cfg(test)]
mod tests {
    use super::super::super::words::DocumentWords;
    use super::*;

    #[test]
    fn articles_are_cited_as_in_official_documents() {
        let words = DocumentWords::load(None).unwrap();
        let record = crate::documents::tests::empty_record();
        let prose = Prose {
            record: &record,
            words: &words,
        };
        let cite = |article: &str| prose.cite(&Article(article.to_owned()));
        assert_eq!(cite("Đ10.2"), "khoản 2 Điều 10");
        assert_eq!(cite("Đ6.2a"), "điểm a khoản 2 Điều 6");
        assert_eq!(cite("Đ15.2.2"), "điểm 2 khoản 2 Điều 15");
        assert_eq!(cite("Đ8"), "Điều 8");
        assert_eq!(cite("II.4"), "mục 4 Phần II");
        assert_eq!(cite("II.3a"), "điểm a mục 3 Phần II");
        assert_eq!(cite("III"), "Phần III");
        assert_eq!(cite("II.2, IV.1"), "mục 2 Phần II, mục 1 Phần IV");
        assert_eq!(cite("Đ8.4, Đ8.5, Đ9"), "khoản 4, khoản 5 Điều 8, Điều 9");
        assert_eq!(
            cite("Đ8.4a, Đ8.4b"),
            "điểm a khoản 4, điểm b khoản 4 Điều 8"
        );
        assert_eq!(cite("Đ15.4, Đ10.1"), "khoản 4 Điều 15, khoản 1 Điều 10");
        assert_eq!(cite("Phụ lục"), "Phụ lục");
    }
}
