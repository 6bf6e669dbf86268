//! A document as data: paragraphs and tables with their measures, before it becomes a file. It knows lengths and letters,
//! and nothing of sessions or of the format on disk.

/// A length in twentieths of a point, the unit of the format.
pub(super) type Twips = u32;

/// Millimetres as twips.
pub(super) const fn mm(millimetres: u32) -> Twips {
    (millimetres * 567 + 5) / 10
}

/// Points as twips.
pub(super) const fn pt(points: u32) -> Twips {
    points * 20
}

/// A whole document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Paper {
    /// For the properties of the file.
    pub title: String,
    pub margins: Margins,
    /// The letters of a paragraph that says nothing else, in points.
    pub size: u32,
    /// Stands at the right of the top margin of every page, for example that it is a draft.
    pub mark: Option<String>,
    /// Stands in the bottom margin of every page.
    pub foot: Option<String>,
    pub blocks: Vec<DocumentBlock>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Margins {
    pub top: Twips,
    pub bottom: Twips,
    pub left: Twips,
    pub right: Twips,
}

/// The width of A4.
const PAGE_WIDTH: Twips = mm(210);

impl Margins {
    /// The width that is left for text.
    pub(super) const fn text_width(self) -> Twips {
        PAGE_WIDTH - self.left - self.right
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum DocumentBlock {
    Paragraph(Paragraph),
    Table(Table),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Align {
    #[default]
    Left,
    Centre,
    Justified,
}

/// The distance between the lines of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum DocumentLine {
    #[default]
    Single,
    Exactly(Twips),
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Paragraph {
    pub runs: Vec<Run>,
    pub align: Align,
    pub line: DocumentLine,
    pub first_line: Twips,
    /// Indents of the whole paragraph, left and right.
    pub indent: (Twips, Twips),
    pub before: Twips,
    pub after: Twips,
    /// A line is drawn below, as long as the paragraph is wide.
    pub rule: bool,
    /// Dots fill the line behind the text, up to here.
    pub dotted: Option<Twips>,
    /// Stays on one page with the next paragraph.
    pub keep_next: bool,
    /// Begins on a new page.
    pub new_page: bool,
    /// The style by which Word finds headings; what it looks like is said above.
    pub style: Option<Style>,
}

/// The styles that a paragraph can have beside the plain one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Title,
    Heading1,
    Heading2,
}

/// Letters of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Run {
    pub text: String,
    /// In points; that of the document when `None`.
    pub size: Option<u32>,
    pub bold: bool,
    pub italic: bool,
    pub underline: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Table {
    pub columns: Vec<Twips>,
    pub lines: bool,
    /// So many rows at the top are repeated on every page.
    pub heads: usize,
    pub rows: Vec<Vec<Cell>>,
    /// Rows whose first cell is one with that of the row above.
    pub joined: Vec<usize>,
}

/// A cell is its paragraphs.
pub(super) type Cell = Vec<Paragraph>;

impl Run {
    pub(super) fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }

    pub(super) fn size(mut self, points: u32) -> Self {
        self.size = Some(points);
        self
    }

    pub(super) fn bold(mut self) -> Self {
        self.bold = true;
        self
    }

    pub(super) fn italic(mut self) -> Self {
        self.italic = true;
        self
    }

    pub(super) fn underline(mut self) -> Self {
        self.underline = true;
        self
    }
}

impl Paragraph {
    pub(super) fn of(run: Run) -> Self {
        Self {
            runs: vec![run],
            ..Self::default()
        }
    }

    pub(super) fn centred(run: Run) -> Self {
        Self {
            align: Align::Centre,
            ..Self::of(run)
        }
    }

    pub(super) fn with_next(mut self) -> Self {
        self.keep_next = true;
        self
    }

    pub(super) fn spaced(mut self, before: Twips, after: Twips) -> Self {
        (self.before, self.after) = (before, after);
        self
    }

    /// An empty paragraph with a line of this length in the middle of the given width.
    pub(super) fn rule_of(length: Twips, width: Twips) -> Self {
        let side = width.saturating_sub(length) / 2;
        Self {
            runs: vec![Run::new("").size(2)],
            line: DocumentLine::Exactly(pt(3)),
            indent: (side, side),
            rule: true,
            ..Self::default()
        }
    }
}

impl From<Paragraph> for DocumentBlock {
    fn from(paragraph: Paragraph) -> Self {
        Self::Paragraph(paragraph)
    }
}

impl From<Table> for DocumentBlock {
    fn from(table: Table) -> Self {
        Self::Table(table)
    }
}
