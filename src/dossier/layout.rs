//! The two official layouts: of the state (Decree 30/2020/NĐ-CP) and of the Party (Regulation 399-QĐ/TW, Guidance
//! 05-HD/VPTW). Measures, heads, kinds and subjects, signatures, recipients; one table of measures for both. Knows what a
//! document looks like, and nothing of what it says.

use super::paper::{Align, Block, Line, Margins, Paper, Paragraph, Run, Table, Twips, mm, pt};
use super::scribe::{Scribe, lower_first, upper_first};
use crate::session::plan::{Layout, Official};

/// The measures of one layout. Sizes in points.
#[derive(Debug, Clone, Copy)]
pub(super) struct Measures {
    pub margins: Margins,
    body: u32,
    line: Line,
    first_line: Twips,
    /// Left and right block of the head.
    head: (Twips, Twips),
    superior: u32,
    issuer: u32,
    number: u32,
    kind: u32,
    subject: u32,
    recipients: u32,
    list: u32,
}

const STATE: Measures = Measures {
    margins: Margins {
        top: mm(20),
        bottom: mm(20),
        left: mm(30),
        right: mm(15),
    },
    body: 14,
    line: Line::Single,
    first_line: mm(10),
    head: (mm(66), mm(99)),
    superior: 12,
    issuer: 12,
    number: 13,
    kind: 14,
    subject: 14,
    recipients: 12,
    list: 11,
};

const PARTY: Measures = Measures {
    margins: Margins {
        top: mm(20),
        bottom: mm(20),
        left: mm(30),
        right: mm(15),
    },
    body: 14,
    line: Line::Exactly(pt(20)),
    first_line: mm(10),
    head: (mm(74), mm(91)),
    superior: 14,
    issuer: 14,
    number: 14,
    kind: 16,
    subject: 14,
    recipients: 14,
    list: 12,
};

/// How a document is headed.
#[derive(Debug, Clone)]
pub(super) enum Heading {
    /// A document of a kind, with its code and subject; with place and date except on minutes.
    Kind {
        code: String,
        kind: String,
        subject: String,
        dated: bool,
    },
    /// An official letter: no kind, its subject stands under the number.
    Letter { subject: String },
}

/// One document being laid out.
pub(super) struct Sheet<'a> {
    scribe: Scribe<'a>,
    pub(super) measures: Measures,
    blocks: Vec<Block>,
}

impl<'a> Sheet<'a> {
    /// A document with its head.
    pub(super) fn headed(scribe: Scribe<'a>, heading: &Heading) -> Self {
        let mut sheet = Self {
            scribe,
            measures: match scribe.record.layout {
                Layout::State => STATE,
                Layout::Party => PARTY,
            },
            blocks: Vec::new(),
        };
        sheet.head(heading);
        sheet
    }

    pub(super) fn is_state(&self) -> bool {
        self.scribe.record.layout == Layout::State
    }

    /// The finished document.
    pub(super) fn paper(self, title: &str) -> Paper {
        let layout = &self.scribe.words.layout;
        Paper {
            title: title.to_owned(),
            margins: self.measures.margins,
            size: self.measures.body,
            mark: (!self.scribe.record.closed).then(|| layout.draft.to_string()),
            foot: self
                .scribe
                .record
                .fictional
                .then(|| layout.fictional.to_string()),
            blocks: self.blocks,
        }
    }

    /// A paragraph of the body.
    /// What announces others stays with the first of them.
    pub(super) fn text(&mut self, text: impl Into<String>) {
        let text = text.into();
        let announces = text.ends_with(':');
        let body = self.body(Run::new(text));
        self.add(if announces { body.with_next() } else { body });
    }

    /// A heading inside the body.
    pub(super) fn heading(&mut self, text: impl Into<String>) {
        self.add(self.body(Run::new(text).bold()).with_next());
    }

    /// The last paragraph, which ends as the layout wants and stays with the signatures.
    pub(super) fn closing(&mut self, text: &str) {
        let layout = &self.scribe.words.layout;
        let end = if self.is_state() {
            &layout.end_state
        } else {
            &layout.end_party
        };
        self.add(self.body(Run::new(format!("{text}{end}"))).with_next());
    }

    pub(super) fn add(&mut self, block: impl Into<Block>) {
        self.blocks.push(block.into());
    }

    /// Whom a letter is for: in one line in the middle, or a line each.
    pub(super) fn addressed(&mut self, text: impl Into<String>, each: Vec<String>) {
        if each.is_empty() {
            self.add(Paragraph::centred(Run::new(text)).spaced(pt(6), pt(6)));
            return;
        }
        let indented = |text: String, left| Paragraph {
            indent: (left, 0),
            ..Paragraph::of(Run::new(text)).spaced(pt(3), 0).with_next()
        };
        self.add(indented(text.into(), mm(35)));
        for line in each {
            self.add(indented(line, mm(50)));
        }
        self.add(Paragraph::default());
    }

    /// A table with lines, the first row its head, in letters one size smaller.
    pub(super) fn table(&mut self, widths: &[u32], head: &[&str], rows: Vec<Vec<String>>) {
        let size = self.measures.body - 2;
        let whole: u32 = widths.iter().sum();
        let columns: Vec<Twips> = widths
            .iter()
            .map(|width| self.measures.margins.text_width() * width / whole.max(1))
            .collect();
        let head = head
            .iter()
            .map(|title| vec![Paragraph::centred(Run::new(*title).size(size).bold()).with_next()])
            .collect();
        let body = rows.into_iter().map(|cells| {
            cells
                .into_iter()
                .enumerate()
                .map(|(index, text)| {
                    let mut cell = Paragraph::of(Run::new(text).size(size)).spaced(pt(1), pt(1));
                    if index == 0 {
                        cell.align = Align::Centre;
                    }
                    vec![cell]
                })
                .collect()
        });
        self.add(Table {
            columns,
            lines: true,
            heads: 1,
            rows: std::iter::once(head).chain(body).collect(),
        });
        self.add(Paragraph {
            line: Line::Exactly(pt(6)),
            ..Paragraph::default()
        });
    }

    fn body(&self, run: Run) -> Paragraph {
        Paragraph {
            align: Align::Justified,
            line: self.measures.line,
            first_line: self.measures.first_line,
            ..Paragraph::of(run).spaced(0, pt(6))
        }
    }

    fn head(&mut self, heading: &Heading) {
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
        self.add(
            Paragraph::centred(Run::new(kind.as_str()).size(measures.kind).bold())
                .spaced(pt(18), 0)
                .with_next(),
        );
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
            let dashes = self.scribe.words.layout.dashes.as_str();
            self.add(Paragraph::centred(Run::new(dashes)).spaced(0, pt(6)));
        }
    }

    /// The superior body, the issuing body with its rule, the number, for a letter its subject.
    fn state_left(&self, heading: &Heading, width: Twips) -> Vec<Paragraph> {
        let (record, layout) = (self.scribe.record, &self.scribe.words.layout);
        let measures = self.measures;
        let mut left = Vec::new();
        if let Some(superior) = &record.superior_body {
            let name = self.broken(superior);
            left.push(Paragraph::centred(Run::new(name).size(measures.superior)));
        }
        let name = self.broken(&record.body);
        left.push(Paragraph::centred(
            Run::new(name).size(measures.issuer).bold(),
        ));
        left.push(Paragraph::rule_of(width * 2 / 5, width));
        let number = match heading {
            // What only lists the others has no number of its own.
            Heading::Kind { code, .. } if code.is_empty() => String::new(),
            Heading::Kind { code, .. } => layout
                .number_state
                .fill(&[("kind", code), ("code", &self.code())]),
            Heading::Letter { .. } => layout.number_letter_state.fill(&[("code", &self.code())]),
        };
        left.push(Paragraph::centred(Run::new(number).size(measures.number)).spaced(pt(6), 0));
        left.extend(self.about(heading));
        left
    }

    fn state_right(&self, heading: &Heading, width: Twips) -> Vec<Paragraph> {
        let layout = &self.scribe.words.layout;
        let mut right = vec![
            Paragraph::centred(Run::new(layout.country.as_str()).size(12).bold()),
            Paragraph::centred(Run::new(layout.motto.as_str()).size(13).bold()),
            // As long as the motto above it.
            Paragraph::rule_of(mm(58), width),
        ];
        right.extend(self.place_date(heading));
        right
    }

    fn party_left(&self, heading: &Heading, _width: Twips) -> Vec<Paragraph> {
        let (record, layout) = (self.scribe.record, &self.scribe.words.layout);
        let measures = self.measures;
        let mut left = Vec::new();
        if let Some(superior) = &record.superior_body {
            let name = self.broken(superior);
            left.push(Paragraph::centred(Run::new(name).size(measures.superior)));
        }
        let name = self.broken(&record.body);
        left.push(Paragraph::centred(
            Run::new(name).size(measures.issuer).bold(),
        ));
        left.push(Paragraph::centred(Run::new(layout.star.as_str())));
        let number = match heading {
            // What only lists the others has no number of its own.
            Heading::Kind { code, .. } if code.is_empty() => String::new(),
            Heading::Kind { code, .. } => layout
                .number_party
                .fill(&[("kind", code), ("code", &self.code())]),
            Heading::Letter { .. } => layout.number_letter_party.fill(&[("code", &self.code())]),
        };
        left.push(Paragraph::centred(Run::new(number).size(measures.number)));
        left.extend(self.about(heading));
        left
    }

    fn party_right(&self, heading: &Heading, width: Twips) -> Vec<Paragraph> {
        let layout = &self.scribe.words.layout;
        let mut right = vec![
            Paragraph::centred(Run::new(layout.party.as_str()).size(15).bold()),
            Paragraph::rule_of(mm(72), width),
        ];
        right.extend(self.place_date(heading));
        right
    }

    /// The subject of a letter, under its number.
    fn about(&self, heading: &Heading) -> Option<Paragraph> {
        match heading {
            Heading::Letter { subject } => {
                let about = self.scribe.words.layout.about.fill(&[("subject", subject)]);
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
                let words = self.scribe.words;
                let place = self.place_name();
                let place = place.as_deref().unwrap_or(words.say.blank.as_str());
                let text = words.layout.place_date.fill(&[("place", &place)]);
                let run = Run::new(text).size(14).italic();
                Some(Paragraph::centred(run).spaced(pt(6), 0))
            }
        }
    }

    /// Signatures of the minutes: who wrote them left, who presided right; then the recipients.
    pub(super) fn minutes_signatures(&mut self, secretary: Option<&Official>, to: &[String]) {
        let layout = &self.scribe.words.layout;
        let (left, right, file) = if self.is_state() {
            (
                &layout.minutes_secretary_state,
                &layout.minutes_chair_state,
                &layout.file_minutes_state,
            )
        } else {
            (
                &layout.minutes_secretary_party,
                &layout.minutes_chair_party,
                &layout.file_party,
            )
        };
        let (left, right, file) = (left.to_string(), right.to_string(), file.to_string());
        let name = |official: Option<&Official>| official.map(|official| official.name.clone());
        let half = self.measures.margins.text_width() / 2;
        // In one row, which is never torn apart: the recipients do not go on to a page of their own.
        let mut left = signature(&[(left, true)], name(secretary).as_deref());
        left.extend(self.recipients(to, &file));
        let right = signature(&[(right, true)], name(Some(self.scribe.chair())).as_deref());
        self.add(Table {
            columns: vec![half, half],
            rows: vec![vec![left, right]],
            ..Table::default()
        });
    }

    /// Recipients left, the signature of whoever presided right.
    pub(super) fn signed(&mut self, to: &[String]) {
        let layout = &self.scribe.words.layout;
        let chair = self.scribe.chair();
        let file = if self.is_state() {
            &layout.file_state
        } else {
            &layout.file_party
        };
        let recipients = self.recipients(to, &file.to_string());
        let office = self.short_office(&chair.office);
        let mut lines: Vec<(String, bool)> = Vec::new();
        if !self.is_state() {
            lines.push((layout.for_board.to_string(), true));
        } else if let Some(head) = office.strip_prefix("PHÓ ") {
            // A deputy signs for the head.
            lines.push((layout.for_head.fill(&[("head", &head)]), true));
        }
        lines.push((office, self.is_state()));
        let half = self.measures.margins.text_width() / 2;
        self.add(Table {
            columns: vec![half, half],
            rows: vec![vec![recipients, signature(&lines, Some(&chair.name))]],
            ..Table::default()
        });
    }

    fn recipients(&self, to: &[String], file: &str) -> Vec<Paragraph> {
        let measures = self.measures;
        let title =
            Run::new(self.scribe.words.layout.recipients.as_str()).size(measures.recipients);
        let title = if self.is_state() {
            title.bold().italic()
        } else {
            title.underline()
        };
        std::iter::once(Paragraph::of(title).spaced(pt(6), 0))
            .chain(
                to.iter()
                    .map(String::as_str)
                    .chain([file])
                    .map(|line| Paragraph::of(Run::new(line).size(measures.list))),
            )
            .collect()
    }

    /// The code of the issuing body; dots where its name tells none.
    fn code(&self) -> String {
        let body = self.scribe.record.body.to_lowercase();
        self.scribe
            .words
            .codes
            .iter()
            .find(|(name, _)| body.starts_with(&name.to_lowercase()))
            .map_or_else(
                || self.scribe.words.say.blank_short.to_string(),
                |(_, code)| code.clone(),
            )
    }

    /// The place in the name of the issuing body: *Phiêng Mây* of *Ủy ban nhân dân xã Phiêng Mây*.
    fn place_name(&self) -> Option<String> {
        let body = self.scribe.record.body.as_str();
        self.place_at(body).and_then(|(_, after)| {
            let name = after.split(',').next().unwrap_or_default().trim();
            (!name.is_empty()).then(|| name.to_owned())
        })
    }

    /// The name of a body up to the word before its place, and what follows that word.
    fn place_at<'t>(&self, body: &'t str) -> Option<(&'t str, &'t str)> {
        self.scribe
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

    /// An office as it is signed: *CHỦ TỊCH* of *Chủ tịch UBND xã*.
    fn short_office(&self, office: &str) -> String {
        let first = office.split(',').next().unwrap_or_default();
        let end = self
            .scribe
            .words
            .office_ends
            .iter()
            .filter_map(|word| first.find(&format!(" {word}")))
            .min()
            .unwrap_or(first.len());
        let (short, _) = first.split_at_checked(end).unwrap_or((first, ""));
        short.to_uppercase()
    }
}

/// A title in lines of about the same length, where it needs more than one.
fn balanced(title: &str, longest: usize) -> String {
    let length = title.chars().count();
    let lines = length.div_ceil(longest.max(1));
    if lines < 2 {
        return title.to_owned();
    }
    // A name of two words is not torn apart at the end of a line.
    let joined = title.replace("Nhân dân", "Nhân\u{a0}dân");
    let wanted = length.div_ceil(lines);
    let mut out = String::new();
    let mut here = 0;
    for word in joined.split(' ') {
        let width = word.chars().count();
        if here > 0 && here + 1 + width / 2 > wanted {
            out.push('\n');
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

/// Lines of capacity and office, room for the hand, the name.
fn signature(lines: &[(String, bool)], name: Option<&str>) -> Vec<Paragraph> {
    let mut cell: Vec<Paragraph> = lines
        .iter()
        .map(|(text, bold)| {
            let run = Run::new(text.as_str()).size(14);
            Paragraph::centred(if *bold { run.bold() } else { run }).with_next()
        })
        .collect();
    let name = Run::new(name.unwrap_or_default()).size(14).bold();
    cell.push(Paragraph::centred(name).spaced(pt(64), pt(12)));
    cell
}
