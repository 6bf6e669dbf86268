//! The two official layouts: of the state (Decree 30/2020/NĐ-CP) and of the Party (Regulation 399-QĐ/TW, Guidance
//! 05-HD/VPTW). Measures, heads, kinds and subjects, signatures, recipients; one table of measures for both. Knows what a
//! document looks like, and nothing of what it says. Heads are `head`'s, signatures `foot`'s.

mod foot;
mod head;
mod titles;

use super::model::{
    Align, DocumentBlock, DocumentLine, Margins, Paper, Paragraph, Run, Style, Table, Twips, mm, pt,
};
use super::prose::{Prose, tidy};
use crate::documents::words::LayoutMessage;
use crate::domain::session::plan::Layout;

/// The measures of one layout. Sizes in points.
#[derive(Debug, Clone, Copy)]
pub(super) struct Measures {
    pub margins: Margins,
    body: u32,
    line: DocumentLine,
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
    /// Room for the hand above a name.
    hand: Twips,
}

const STATE: Measures = Measures {
    margins: Margins {
        top: mm(20),
        bottom: mm(20),
        left: mm(30),
        right: mm(15),
    },
    body: 14,
    line: DocumentLine::Single,
    first_line: mm(10),
    head: (mm(66), mm(99)),
    superior: 12,
    issuer: 12,
    number: 13,
    kind: 14,
    subject: 14,
    recipients: 12,
    list: 11,
    hand: pt(64),
};

const PARTY: Measures = Measures {
    margins: Margins {
        top: mm(20),
        bottom: mm(20),
        left: mm(30),
        right: mm(15),
    },
    body: 14,
    line: DocumentLine::Exactly(pt(20)),
    first_line: mm(10),
    head: (mm(74), mm(91)),
    superior: 14,
    issuer: 14,
    number: 14,
    kind: 16,
    subject: 14,
    recipients: 14,
    list: 12,
    hand: pt(64),
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
    prose: Prose<'a>,
    pub(super) measures: Measures,
    /// Issued by the agency that prepares the session, and not by the body itself.
    by_lead: bool,
    blocks: Vec<DocumentBlock>,
}

impl<'a> Sheet<'a> {
    /// A document with its head.
    pub(super) fn headed(prose: Prose<'a>, heading: &Heading) -> Self {
        Self::issued(prose, heading, false)
    }

    /// A document of the agency that prepares the session, where the plan names it.
    pub(super) fn headed_by_lead(prose: Prose<'a>, heading: &Heading) -> Self {
        Self::issued(prose, heading, !prose.record.lead_agency.is_empty())
    }

    fn issued(prose: Prose<'a>, heading: &Heading, by_lead: bool) -> Self {
        let mut sheet = Self {
            prose,
            measures: match prose.record.layout {
                Layout::State => STATE,
                Layout::Party => PARTY,
            },
            by_lead,
            blocks: Vec::new(),
        };
        sheet.head(heading);
        sheet
    }

    /// For what should stay short: the smallest letters and lines that the layout allows.
    pub(super) fn close_set(&mut self) {
        self.measures.hand = pt(40);
        if self.is_state() {
            self.measures.body = 13;
        } else {
            self.measures.line = DocumentLine::Exactly(pt(18));
        }
    }

    pub(super) fn is_state(&self) -> bool {
        self.prose.record.layout == Layout::State
    }

    /// The finished document.
    pub(super) fn paper(mut self, title: &str) -> Paper {
        // What parts a table from what follows would begin a page where nothing does.
        if let Some(DocumentBlock::Paragraph(last)) = self.blocks.last_mut()
            && last.runs.is_empty()
        {
            last.line = DocumentLine::Exactly(pt(1));
        }
        let layout = &self.prose.words.layout;
        Paper {
            title: title.to_owned(),
            margins: self.measures.margins,
            size: self.measures.body,
            mark: (!self.prose.record.closed).then(|| layout[LayoutMessage::Draft].to_string()),
            foot: self
                .prose
                .record
                .fictional
                .then(|| layout[LayoutMessage::Fictional].to_string()),
            blocks: self.blocks,
        }
    }

    /// A paragraph of the body.
    /// What announces others stays with the first of them.
    pub(super) fn text(&mut self, text: impl Into<String>) {
        let text = tidy(&text.into());
        let announces = text.ends_with(':');
        let body = self.body(Run::new(text));
        self.add(if announces { body.with_next() } else { body });
    }

    /// A short line that says little alone: it stays with what follows.
    pub(super) fn lead_in(&mut self, text: impl Into<String>) {
        let body = self.body(Run::new(tidy(&text.into())));
        self.add(body.with_next());
    }

    /// A part of the document, as Word's list of headings shows it.
    pub(super) fn section(&mut self, text: impl Into<String>) {
        self.headed_by(text.into(), Style::Heading1);
    }

    /// A heading inside a part.
    pub(super) fn heading(&mut self, text: impl Into<String>) {
        self.headed_by(text.into(), Style::Heading2);
    }

    /// What stands behind the signatures, on a page of its own.
    pub(super) fn annex(&mut self, title: &str) {
        let mut heading = Paragraph::centred(Run::new(title).bold()).spaced(0, pt(6));
        heading.style = Some(Style::Heading1);
        heading.new_page = true;
        self.add(heading);
    }

    fn headed_by(&mut self, text: String, style: Style) {
        let mut heading = self.body(Run::new(text).bold()).with_next();
        heading.style = Some(style);
        self.add(heading);
    }

    /// The last paragraph, which ends as the layout wants and stays with the signatures, as does the one before it.
    pub(super) fn closing(&mut self, text: &str) {
        let layout = &self.prose.words.layout;
        let end = if self.is_state() {
            &layout[LayoutMessage::EndState]
        } else {
            &layout[LayoutMessage::EndParty]
        };
        let closing = self
            .body(Run::new(tidy(&format!("{text}{end}"))))
            .with_next();
        if let Some(DocumentBlock::Paragraph(before)) = self.blocks.last_mut() {
            before.keep_next = true;
        }
        self.add(closing);
    }

    pub(super) fn add(&mut self, block: impl Into<DocumentBlock>) {
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
        self.lined(widths, head, rows, (&[], false));
    }

    /// The same with single marks in the middle of their cells; the first cell of some of its rows, counted without the
    /// head, is one with that above.
    pub(super) fn joined_table(
        &mut self,
        widths: &[u32],
        head: &[&str],
        rows: Vec<Vec<String>>,
        joined: &[usize],
    ) {
        self.lined(widths, head, rows, (joined, true));
    }

    fn lined(
        &mut self,
        widths: &[u32],
        head: &[&str],
        rows: Vec<Vec<String>>,
        (joined, centres_marks): (&[usize], bool),
    ) {
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
                    let is_mark = centres_marks && text.chars().count() == 1;
                    let mut cell = Paragraph::of(Run::new(text).size(size)).spaced(pt(1), pt(1));
                    if index == 0 || is_mark {
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
            joined: joined.iter().map(|row| row + 1).collect(),
        });
        self.add(Paragraph {
            line: DocumentLine::Exactly(pt(6)),
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
}
