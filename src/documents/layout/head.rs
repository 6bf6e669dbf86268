//! The head of a document: the bodies and the number left, state or Party right, the kind and the subject below. What the
//! name of a body tells – its code, its place, where to break it – is found here too.

use super::super::model::{Paragraph, Run, Style, Table, Twips, mm, pt};
use super::super::prose::{lower_first, upper_first};
use super::{Heading, Sheet};
use crate::documents::words::LayoutMessage;
use crate::documents::words::SayMessage;

impl Sheet<'_> {
    pub(super) fn head(&mut self, heading: &Heading) {
        let (left, right) = self.measures.head;
        let cells = if self.is_state() {
            (
                self.state_left(heading, left),
                self.state_right(heading, right),
            )
        } else {
            (
                self.party_left(heading, left),
                self.party_right(heading, right),
            )
        };
        self.add(Table {
            columns: vec![left, right],
            rows: vec![vec![cells.0, cells.1]],
            ..Table::default()
        });
        let (Heading::Kind { kind, subject, .. }, measures) = (heading, self.measures) else {
            self.add(Paragraph::default().spaced(0, pt(6)));
            return;
        };
        let mut title = Paragraph::centred(Run::new(kind.as_str()).size(measures.kind).bold())
            .spaced(pt(18), 0)
            .with_next();
        title.style = Some(Style::Title);
        self.add(title);
        let subject = if self.is_state() {
            upper_first(subject)
        } else {
            lower_first(subject)
        };
        let subject = balanced(&subject, 62);
        self.add(Paragraph::centred(Run::new(subject).size(measures.subject).bold()).with_next());
        if self.is_state() {
            let width = measures.margins.text_width();
            self.add(Paragraph::rule_of(mm(55), width).spaced(0, pt(12)));
        } else {
            let dashes = self.prose.words.layout[LayoutMessage::Dashes].as_str();
            self.add(Paragraph::centred(Run::new(dashes)).spaced(0, pt(6)));
        }
    }

    /// The superior body and the issuing body.
    fn bodies(&self) -> Vec<Paragraph> {
        let (record, measures) = (self.prose.record, self.measures);
        let superior = record.superior_body.iter().map(|superior| {
            Paragraph::centred(Run::new(self.broken(superior)).size(measures.superior))
        });
        let issuer = Run::new(self.broken(&record.body)).size(measures.issuer);
        superior
            .chain([Paragraph::centred(issuer.bold())])
            .collect()
    }

    /// The superior body, the issuing body with its rule, the number, for a letter its subject.
    fn state_left(&self, heading: &Heading, width: Twips) -> Vec<Paragraph> {
        let layout = &self.prose.words.layout;
        let measures = self.measures;
        let mut left = self.bodies();
        left.push(Paragraph::rule_of(width * 2 / 5, width));
        let number = match heading {
            // What only lists the others has no number of its own.
            Heading::Kind { code, .. } if code.is_empty() => String::new(),
            Heading::Kind { code, .. } => {
                layout[LayoutMessage::NumberState].render(&[("kind", code), ("code", &self.code())])
            }
            Heading::Letter { .. } => {
                layout[LayoutMessage::NumberLetterState].render(&[("code", &self.code())])
            }
        };
        left.push(Paragraph::centred(Run::new(number).size(measures.number)).spaced(pt(6), 0));
        left.extend(self.about(heading));
        left
    }

    fn state_right(&self, heading: &Heading, width: Twips) -> Vec<Paragraph> {
        let layout = &self.prose.words.layout;
        let mut right = vec![
            Paragraph::centred(
                Run::new(layout[LayoutMessage::Country].as_str())
                    .size(12)
                    .bold(),
            ),
            Paragraph::centred(
                Run::new(layout[LayoutMessage::Motto].as_str())
                    .size(13)
                    .bold(),
            ),
            // As long as the motto above it.
            Paragraph::rule_of(mm(58), width),
        ];
        right.extend(self.place_date(heading));
        right
    }

    fn party_left(&self, heading: &Heading, _width: Twips) -> Vec<Paragraph> {
        let layout = &self.prose.words.layout;
        let measures = self.measures;
        let mut left = self.bodies();
        left.push(Paragraph::centred(Run::new(
            layout[LayoutMessage::Star].as_str(),
        )));
        let number = match heading {
            // What only lists the others has no number of its own.
            Heading::Kind { code, .. } if code.is_empty() => String::new(),
            Heading::Kind { code, .. } => {
                layout[LayoutMessage::NumberParty].render(&[("kind", code), ("code", &self.code())])
            }
            Heading::Letter { .. } => {
                layout[LayoutMessage::NumberLetterParty].render(&[("code", &self.code())])
            }
        };
        left.push(Paragraph::centred(Run::new(number).size(measures.number)));
        left.extend(self.about(heading));
        left
    }

    fn party_right(&self, heading: &Heading, width: Twips) -> Vec<Paragraph> {
        let layout = &self.prose.words.layout;
        let mut right = vec![
            Paragraph::centred(
                Run::new(layout[LayoutMessage::Party].as_str())
                    .size(15)
                    .bold(),
            ),
            Paragraph::rule_of(mm(72), width),
        ];
        right.extend(self.place_date(heading));
        right
    }

    /// The subject of a letter, under its number.
    fn about(&self, heading: &Heading) -> Option<Paragraph> {
        match heading {
            Heading::Letter { subject } => {
                let layout = &self.prose.words.layout;
                let sentence = if self.is_state() {
                    &layout[LayoutMessage::About]
                } else {
                    &layout[LayoutMessage::AboutParty]
                };
                let about = sentence.render(&[("subject", subject)]);
                let run = Run::new(about).size(12);
                let run = if self.is_state() { run } else { run.italic() };
                Some(Paragraph::centred(run))
            }
            Heading::Kind { .. } => None,
        }
    }

    /// Place and date, with the numbers of the date left to the office.
    fn place_date(&self, heading: &Heading) -> Option<Paragraph> {
        match heading {
            Heading::Kind { dated: false, .. } => None,
            Heading::Kind { .. } | Heading::Letter { .. } => {
                let words = self.prose.words;
                let place = self.place_name();
                let place = place
                    .as_deref()
                    .unwrap_or(words.say[SayMessage::Blank].as_str());
                let text = words.layout[LayoutMessage::PlaceDate].render(&[("place", &place)]);
                let run = Run::new(text).size(14).italic();
                Some(Paragraph::centred(run).spaced(pt(6), 0))
            }
        }
    }

    /// The code of the issuing body; dots where its name tells none.
    fn code(&self) -> String {
        let name = &self.prose.record.body;
        let body = name.to_lowercase();
        let known = self
            .prose
            .words
            .codes
            .iter()
            .find(|(name, _)| body.starts_with(&name.to_lowercase()))
            .map(|(_, code)| code.clone());
        known
            .or_else(|| self.initials(name))
            .unwrap_or_else(|| self.prose.words.say[SayMessage::BlankShort].to_string())
    }

    /// A department is coded by its initials: *SNNMT* of *Sở Nông nghiệp và Môi trường tỉnh Đông Lĩnh*.
    fn initials(&self, name: &str) -> Option<String> {
        let is_department = name.split_whitespace().next()?.to_lowercase() == "sở";
        let own = self.place_at(name).map_or(name, |(before, _)| before);
        is_department.then(|| {
            own.split([' ', ',', '-'])
                .filter(|word| !word.is_empty() && *word != "và")
                .filter_map(|word| word.chars().next())
                .flat_map(char::to_uppercase)
                .collect()
        })
    }

    /// The place in the name of the issuing body: *Phiêng Mây* of *Ủy ban nhân dân xã Phiêng Mây*.
    fn place_name(&self) -> Option<String> {
        let body = self.prose.record.body.as_str();
        // The committee of a province or city has its place in its own name: *Tỉnh ủy Đông Lĩnh*.
        let seat = || {
            let seats = self.prose.words.seats.iter();
            seats
                .filter_map(|seat| body.split_once(&format!("{seat} ")))
                .next_back()
        };
        let (_, after) = self.place_at(body).or_else(seat)?;
        let name = after.split(',').next().unwrap_or_default().trim();
        (!name.is_empty()).then(|| name.to_owned())
    }

    /// The name of a body up to the word before its place, and what follows that word.
    fn place_at<'t>(&self, body: &'t str) -> Option<(&'t str, &'t str)> {
        self.prose
            .words
            .places
            .iter()
            .filter_map(|word| body.split_once(&format!(" {word} ")))
            .max_by_key(|(_, after)| after.len())
    }

    /// A long name in capitals, broken before the word of its place.
    fn broken(&self, body: &str) -> String {
        const ONE_LINE: usize = 26;
        if body.chars().count() <= ONE_LINE {
            return body.to_uppercase();
        }
        match self.place_at(body) {
            Some((before, _)) => {
                let rest = body.strip_prefix(before).unwrap_or_default().trim();
                format!("{before}\n{rest}").to_uppercase()
            }
            None => body.to_uppercase(),
        }
    }
}

/// Words of two syllables that titles are full of: a line does not end in the middle of one.
const PAIRS: [(&str, &str); 10] = [
    ("nhân", "dân"),
    ("bí", "thư"),
    ("chủ", "tịch"),
    ("đảng", "ủy"),
    ("ủy", "ban"),
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
            let (first, second) = (before.to_lowercase(), word.to_lowercase());
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
fn balanced(title: &str, longest: usize) -> String {
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
    fn a_title_breaks_in_about_the_middle_and_never_inside_a_name() {
        let title = "Đối thoại trực tiếp giữa Chủ tịch UBND xã Phiêng Mây với Nhân dân năm 2026";
        assert_eq!(
            balanced(title, 62),
            "Đối\u{a0}thoại trực\u{a0}tiếp giữa Chủ\u{a0}tịch\nUBND\u{a0}xã\u{a0}Phiêng\u{a0}Mây với Nhân\u{a0}dân năm 2026"
        );
        assert_eq!(balanced("Hội nghị đối thoại", 62), "Hội nghị đối thoại");
        let title = "Hội nghị đối thoại định kỳ giữa Bí thư Đảng ủy, Chủ tịch UBND xã Phiêng Mây với Nhân dân năm 2026";
        assert_eq!(balanced(title, 62).split('\n').count(), 2);
        for line in balanced(title, 62).split('\n') {
            assert!(!line.ends_with("Bí") && !line.ends_with("Đảng"), "{line}");
        }
    }
}
