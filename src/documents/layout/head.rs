//! The head of a document: the bodies and the number left, state or Party right, the kind and the subject below. What the
//! name of a body tells – its code, its place, where to break it – is found here too.

use super::super::model::{Paragraph, Run, Style, Table, Twips, mm, pt};
use super::super::prose::{lower_first, upper_first};
use super::titles::{as_a_name, as_spelled_today, balanced, halved};
use super::{Heading, Sheet};
use crate::documents::words::LayoutMessage;
use crate::documents::words::SayMessage;
use crate::domain::text::fold;

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
        let measures = self.measures;
        let superior = self.superior().map(|superior| {
            Paragraph::centred(Run::new(self.broken(superior)).size(measures.superior))
        });
        let issuer = Run::new(self.broken(self.issuer())).size(measures.issuer);
        superior
            .into_iter()
            .chain([Paragraph::centred(issuer.bold())])
            .collect()
    }

    /// Who issues the paper: the body, or the agency that prepares the session.
    fn issuer(&self) -> &str {
        let record = self.prose.record;
        if self.by_lead {
            &record.lead_agency
        } else {
            &record.body
        }
    }

    /// The body above the one that issues the paper.
    fn superior(&self) -> Option<&str> {
        let record = self.prose.record;
        if self.by_lead {
            return Some(record.body.as_str()).filter(|body| !body.is_empty());
        }
        record.superior_body.as_deref()
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
        let name = self.issuer();
        // Several agencies have no code in common.
        if self.by_lead && name.contains(',') {
            return self.prose.words.say[SayMessage::BlankShort].to_string();
        }
        let body = fold(name);
        let mut codes = self.prose.words.codes.iter();
        let known = codes
            .find(|(name, _)| body.starts_with(&fold(name)))
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
        let body = as_spelled_today(&self.prose.record.body);
        let body = body.as_str();
        // The committee of a province or city has its place in its own name: *Tỉnh ủy Đông Lĩnh*.
        let seat = || {
            let seats = self.prose.words.seats.iter();
            seats
                .filter_map(|seat| body.split_once(&format!("{seat} ")))
                .next_back()
        };
        let (_, after) = self.place_at(body).or_else(seat)?;
        let name = after.split(',').next().unwrap_or_default().trim();
        (!name.is_empty()).then(|| as_a_name(name))
    }

    /// The name of a body up to the word before its place, and what follows that word.
    fn place_at<'t>(&self, body: &'t str) -> Option<(&'t str, &'t str)> {
        let places = self.prose.words.places.iter();
        places
            .flat_map(|word| [format!(" {word} "), format!(" {} ", word.to_uppercase())])
            .filter_map(|word| {
                let at = body.find(&word)?;
                Some((body.get(..at)?, body.get(at + word.len()..)?))
            })
            .max_by_key(|(_, after)| after.len())
    }

    /// A long name in capitals, broken before the word of its place.
    fn broken(&self, body: &str) -> String {
        const ONE_LINE: usize = 26;
        // A head has the names in full.
        for (short, whole) in [
            ("UBND ", "Ủy ban nhân dân "),
            ("HĐND ", "Hội đồng nhân dân "),
        ] {
            if let Some(rest) = body.strip_prefix(short) {
                return self.broken(&format!("{whole}{rest}"));
            }
        }
        // Several bodies stand below each other.
        if let Some((first, more)) = body.split_once(", ") {
            return format!("{},\n{}", self.broken(first), self.broken(more));
        }
        if body.chars().count() <= ONE_LINE {
            return body.to_uppercase();
        }
        match self.place_at(body) {
            Some((before, _)) => {
                let rest = body.strip_prefix(before).unwrap_or_default().trim();
                format!("{before}\n{rest}").to_uppercase()
            }
            None => halved(body).to_uppercase(),
        }
    }
}
