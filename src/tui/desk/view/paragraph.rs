//! Paragraphs of running text in a pane, in sections with headings: wrapped, never cut, and scrolled where they need more
//! rows than there are.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::i18n::Message;
use crate::domain::regulation::ClassKind;
use crate::domain::text;
use crate::tui::theme::Theme;
use crate::tui::widgets::lines;

/// Running text is at most so wide.
const MEASURE: u16 = 76;

/// How a paragraph is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    Strong,
    Plain,
    Faint,
    /// Worth a look.
    Warning,
    /// An item of this class.
    Class(ClassKind),
}

/// One paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FloorLine {
    pub text: String,
    pub weight: Weight,
    /// What stands at the right of its last row, where there is room.
    pub aside: String,
    /// The column its rows begin in after the first.
    pub indent: u16,
}

/// A paragraph.
#[must_use]
pub fn line(text: String, weight: Weight) -> FloorLine {
    FloorLine {
        text,
        weight,
        aside: String::new(),
        indent: 0,
    }
}

/// Paragraphs under a heading.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ParagraphSection {
    /// Nothing for paragraphs that need none.
    pub heading: String,
    pub aside: String,
    pub lines: Vec<FloorLine>,
}

impl ParagraphSection {
    #[must_use]
    pub fn of(lines: Vec<FloorLine>) -> Self {
        Self {
            lines,
            ..Self::default()
        }
    }

    #[must_use]
    pub fn under(heading: String, aside: String, lines: Vec<FloorLine>) -> Self {
        Self {
            heading,
            aside,
            lines,
        }
    }

    /// The same with the first of its paragraphs, as many as so many rows hold whole.
    #[must_use]
    pub fn fitting(&self, width: u16, rows: u16) -> Self {
        let mut left = usize::from(rows).saturating_sub(usize::from(!self.heading.is_empty()));
        let fits = |paragraph: &&FloorLine| {
            let mut own = Vec::new();
            push_paragraph(&mut own, paragraph, width.min(MEASURE));
            let is_held = own.len() <= left;
            left = left.saturating_sub(own.len());
            is_held
        };
        Self {
            heading: self.heading.clone(),
            aside: self.aside.clone(),
            lines: self.lines.iter().take_while(fits).cloned().collect(),
        }
    }
}

/// One row, ready to be drawn.
enum ParagraphRow<'a> {
    Blank,
    Heading(&'a ParagraphSection),
    Text {
        text: &'a str,
        at: u16,
        weight: Weight,
        aside: &'a str,
    },
}

fn rows_of(sections: &[ParagraphSection], width: u16) -> Vec<ParagraphRow<'_>> {
    let width = width.min(MEASURE);
    let mut rows = Vec::new();
    for section in sections {
        if section.lines.is_empty() && section.heading.is_empty() {
            continue;
        }
        if !rows.is_empty() {
            rows.push(ParagraphRow::Blank);
        }
        if !section.heading.is_empty() {
            rows.push(ParagraphRow::Heading(section));
        }
        for paragraph in &section.lines {
            push_paragraph(&mut rows, paragraph, width);
        }
    }
    rows
}

fn push_paragraph<'a>(rows: &mut Vec<ParagraphRow<'a>>, paragraph: &'a FloorLine, width: u16) {
    let own = usize::from(width.saturating_sub(paragraph.indent)).max(1);
    let wrapped = text::wrap_parts(&paragraph.text, own);
    let count = wrapped.len();
    for (at, line) in wrapped.into_iter().enumerate() {
        let is_last = at + 1 == count;
        let fits = text::width(line) + text::width(&paragraph.aside) + 2 <= own;
        rows.push(ParagraphRow::Text {
            text: line,
            at: if at == 0 { 0 } else { paragraph.indent },
            weight: paragraph.weight,
            aside: if is_last && fits {
                &paragraph.aside
            } else {
                ""
            },
        });
        if is_last && !fits && !paragraph.aside.is_empty() {
            rows.push(ParagraphRow::Text {
                text: "",
                at: 0,
                weight: paragraph.weight,
                aside: &paragraph.aside,
            });
        }
    }
}

/// The rows all sections take.
#[must_use]
pub fn rows(sections: &[ParagraphSection], width: u16) -> u16 {
    u16::try_from(rows_of(sections, width).len()).unwrap_or(u16::MAX)
}

/// How a weight is drawn.
#[must_use]
pub fn style(weight: Weight, theme: &Theme) -> Style {
    match weight {
        Weight::Strong => theme.strong(),
        Weight::Plain => theme.text(),
        Weight::Faint => theme.faint(),
        Weight::Warning => theme.warning(),
        Weight::Class(class) => theme.class(class),
    }
}

/// Draws the sections from the row that was scrolled to; the last row tells how many are out of sight.
pub fn draw(
    sections: &[ParagraphSection],
    scrolled: usize,
    more: &Message,
    area: Rect,
    buf: &mut Buffer,
    theme: &Theme,
) -> u16 {
    let rows = rows_of(sections, area.width);
    let room = usize::from(area.height);
    if room == 0 {
        return 0;
    }
    let first = scrolled.min(rows.len().saturating_sub(room));
    let is_cut = rows.len() > first + room;
    let shown = if is_cut { room - 1 } else { room };
    let mut at = 0;
    for row in rows.iter().skip(first).take(shown) {
        match row {
            ParagraphRow::Blank => {}
            ParagraphRow::Heading(section) => draw_heading(section, at, area, buf, theme),
            ParagraphRow::Text {
                text,
                at: column,
                weight,
                aside,
            } => {
                lines::put_at(buf, area, *column, at, text, style(*weight, theme));
                let measure = Rect {
                    width: area.width.min(MEASURE),
                    ..area
                };
                lines::put_right(buf, measure, at, aside, theme.faint());
            }
        }
        at += 1;
    }
    if is_cut {
        let left = rows.len() - first - shown;
        lines::put(
            buf,
            area,
            at,
            &more.render(&[("count", &left)]),
            theme.faint(),
        );
        at += 1;
    }
    at
}

fn draw_heading(section: &ParagraphSection, row: u16, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let faint = theme.faint();
    let aside = lines::put_right(buf, area, row, &section.aside, faint);
    let beside = Rect {
        width: area.width.saturating_sub(aside + u16::from(aside > 0) * 2),
        ..area
    };
    lines::heading(buf, beside, row, &section.heading, faint, faint);
}
