//! Drawing the middle: the head with the clock, then what is told under it.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::clock;
use super::super::paragraph::{self, ParagraphSection, Weight};
use super::FloorView;
use crate::domain::text;
use crate::tui::theme::Theme;
use crate::tui::widgets::clock_digits::DigitSize;
use crate::tui::widgets::lines;

impl FloorView {
    /// The rows of the floor in a window of two columns: who speaks beside a small clock, and what it is about.
    #[must_use]
    pub fn rows(&self, width: u16, at_most: u16) -> u16 {
        let head = self.narrow_head(width).1;
        // The card takes the place of what it is about.
        let about = if self.card.is_some() {
            0
        } else {
            paragraph::rows(&self.sections, width)
        };
        let wanted = head + u16::from(about > 0) + about + self.rule_rows(width);
        wanted.clamp(3, at_most.max(3))
    }

    /// The rules that are told under the clock: the first, and those that fit whole beside it in so many rows.
    fn rules_for(&self, width: u16, most: usize) -> Vec<&str> {
        if self.card.is_some() {
            return Vec::new();
        }
        let mut left = most;
        let mut told = Vec::new();
        for rule in &self.rules {
            let rows = text::wrap(rule, usize::from(width).max(1)).len();
            if told.is_empty() || rows <= left {
                told.push(rule.as_str());
                left = left.saturating_sub(rows);
            }
        }
        told
    }

    /// The rows of the rules, with the blank before them.
    fn rule_rows(&self, width: u16) -> u16 {
        let rows: usize = self
            .rules_for(width, RULE_ROWS)
            .into_iter()
            .map(|rule| text::wrap(rule, usize::from(width).max(1)).len())
            .sum();
        let rows = u16::try_from(rows).unwrap_or(u16::MAX);
        rows + u16::from(rows > 0)
    }

    /// The size of the clock in a narrow window, and the rows of the head.
    fn narrow_head(&self, width: u16) -> (DigitSize, u16) {
        let size = self.clock.as_ref().map_or(DigitSize::Text, |clock| {
            let beside = width.saturating_sub(BESIDE_CLOCK);
            match clock.size(beside, 3) {
                DigitSize::Small => DigitSize::Small,
                DigitSize::Text | DigitSize::Large(_) => DigitSize::Text,
            }
        });
        let left = match size {
            DigitSize::Text => width,
            DigitSize::Small | DigitSize::Large(_) => {
                width.saturating_sub(size.width("+00:00") + 2)
            }
        };
        let rows = self.head_lines(left, size).len();
        let rows = u16::try_from(rows).unwrap_or(u16::MAX).max(size.rows());
        (size, rows)
    }

    /// The rows beside a small clock: what happens, who, from where, the time in words.
    fn head_lines(&self, width: u16, size: DigitSize) -> Vec<(String, HeadPart)> {
        let wide = usize::from(width).max(8);
        let heading = if self.aside.is_empty() {
            self.heading.clone()
        } else {
            format!("{} · {}", self.heading, self.aside)
        };
        let mut rows = Vec::new();
        let mut push = |text: &str, part: HeadPart| {
            let wrapped = text::wrap_parts(text, wide).into_iter();
            let told = wrapped.filter(|line| !line.is_empty());
            rows.extend(told.map(|line| (line.to_owned(), part)));
        };
        push(&heading, HeadPart::Heading);
        push(&self.title, HeadPart::Title);
        push(&self.subtitle, HeadPart::Subtitle);
        if let Some(clock) = &self.clock {
            // The limit goes where both do not fit in one row, so that nothing below moves when the clock is stopped.
            let words = if text::width(&clock.words()) <= wide {
                clock.words()
            } else {
                clock.word.clone()
            };
            let text = match size {
                DigitSize::Text => format!("{} {words}", clock.digits),
                DigitSize::Small | DigitSize::Large(_) => words,
            };
            push(&text, HeadPart::Clock);
        }
        rows
    }
}

/// The rows that rules may take under the clock, if the first does not need more.
const RULE_ROWS: usize = 2;

/// The rows they may take where everything else is whole beside them.
const ROOMY_RULE_ROWS: usize = 8;

/// From so many rows under the clock on, a rule keeps its place whatever else is told there.
const ROOMY: u16 = 14;

/// The columns that names keep beside a small clock.
const BESIDE_CLOCK: u16 = 16;

/// Fewer rows than that stay free.
const SPARE_ROWS: u16 = 6;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum HeadPart {
    Heading,
    Title,
    Subtitle,
    Clock,
}

/// Draws the floor, and returns what lies under its clock, where a card or a form has its place. Under a panel that lies
/// there nothing is drawn: what would look out below it says nothing.
pub fn draw(view: &FloorView, area: Rect, covered: bool, buf: &mut Buffer, theme: &Theme) -> Rect {
    let wide = area.height >= 18 && area.width >= 42;
    let head = if wide {
        draw_wide_head(view, area, buf, theme)
    } else {
        draw_narrow_head(view, area, buf, theme)
    };
    let under = below(area, head + u16::from(wide));
    if covered || wide && view.card.is_some() {
        return under;
    }
    if view.card.is_none() || !wide {
        let under_head = below(area, head + 1);
        let (taken, sections) = draw_rules(view, under_head, buf, theme);
        let told = below(under_head, taken);
        let rows = paragraph::draw(&sections, view.scrolled, &view.more, told, buf, theme);
        let spare = below(told, rows + u16::from(rows > 0));
        if wide && spare.height >= SPARE_ROWS {
            draw_spare(view, spare, buf, theme);
        }
    }
    under
}

/// What the regulation says of this moment: under the clock where everything else is whole beside it, else behind what is
/// spoken of. Returns the rows it took, and the sections that follow.
fn draw_rules<'a>(
    view: &'a FloorView,
    area: Rect,
    buf: &mut Buffer,
    theme: &Theme,
) -> (u16, Cow<'a, [ParagraphSection]>) {
    let mut sections = Cow::Borrowed(view.sections.as_slice());
    if view.rules.is_empty() {
        return (0, sections);
    }
    let others = paragraph::rows(&sections, area.width);
    let mut rules = view.rules_for(area.width, ROOMY_RULE_ROWS);
    let rows_of = |rules: &[&str]| -> u16 {
        let rows: usize = rules
            .iter()
            .map(|rule| text::wrap(rule, usize::from(area.width).max(1)).len())
            .sum();
        u16::try_from(rows).unwrap_or(u16::MAX)
    };
    let room = |rules: &[&str]| rows_of(rules) + u16::from(!rules.is_empty());
    // Where a long answer is scrolled anyway, the rule that matters most keeps its place.
    while rules.len() > 1 && room(&rules).saturating_add(others) > area.height {
        rules.pop();
    }
    let needed = room(&rules);
    if area.height < ROOMY && needed.saturating_add(others) > area.height {
        let lines = rules
            .into_iter()
            .map(|rule| paragraph::line(rule.to_owned(), Weight::Faint));
        let told = ParagraphSection::of(lines.collect());
        sections.to_mut().push(told);
        return (0, sections);
    }
    let mut row = 0;
    for rule in rules {
        row += lines::put_wrapped(buf, area, row, rule, area.height, theme.faint());
    }
    (needed, sections)
}

/// What a large window tells besides, under the card of an item.
pub fn draw_under_card(
    view: &FloorView,
    under_clock: Rect,
    card: Rect,
    buf: &mut Buffer,
    theme: &Theme,
) {
    let taken = card.bottom().saturating_sub(under_clock.y) + 1;
    let spare = below(under_clock, taken);
    if spare.height >= SPARE_ROWS {
        draw_spare(view, spare, buf, theme);
    }
}

/// Sections that fit whole where rows are left over.
fn draw_spare(view: &FloorView, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let mut rest = area;
    for section in &view.spare {
        if section.lines.is_empty() {
            continue;
        }
        let kept = section.fitting(rest.width, rest.height);
        if kept.lines.is_empty() {
            return;
        }
        let rows = paragraph::draw(&[kept], 0, &view.more, rest, buf, theme);
        rest = below(rest, rows + 1);
        if rest.height < 3 {
            return;
        }
    }
}

fn draw_wide_head(view: &FloorView, area: Rect, buf: &mut Buffer, theme: &Theme) -> u16 {
    let heading = if view.has_keys {
        theme.strong()
    } else {
        theme.accent()
    };
    let mut row = lines::put_wrapped(buf, area, 0, &view.heading, area.height, heading).max(1);
    lines::put_right(buf, area, 0, &view.aside, theme.faint());
    let beside = text::width(&view.title) + 2 + text::width(&view.subtitle);
    if beside <= usize::from(area.width) {
        lines::put(buf, area, row, &view.title, theme.strong());
        lines::put_right(buf, area, row, &view.subtitle, theme.text());
        row += u16::from(!view.title.is_empty());
    } else {
        row += lines::put_wrapped(buf, area, row, &view.title, area.height, theme.strong());
        row += lines::put_wrapped(buf, area, row, &view.subtitle, area.height, theme.text());
    }
    let Some(clock) = &view.clock else {
        return row;
    };
    let size = clock.size(area.width, area.height * 2 / 5);
    row += u16::from(area.height >= 24);
    row + clock::draw(clock, size, area, row, buf, theme)
}

/// The head in so many rows: where it does not fit, whence somebody comes goes first, then the rest of a long name; the
/// time stays.
fn within(mut head: Vec<(String, HeadPart)>, rows: usize) -> Vec<(String, HeadPart)> {
    for gives_way in [HeadPart::Subtitle, HeadPart::Title, HeadPart::Heading] {
        if head.len() > rows && gives_way == HeadPart::Subtitle {
            head.retain(|(_, part)| *part != gives_way);
        }
        while head.len() > rows
            && let Some(last) = head.iter().rposition(|(_, part)| *part == gives_way)
        {
            head.remove(last);
        }
    }
    head
}

fn draw_narrow_head(view: &FloorView, area: Rect, buf: &mut Buffer, theme: &Theme) -> u16 {
    let (size, rows) = view.narrow_head(area.width);
    let taken = match size {
        DigitSize::Text => 0,
        DigitSize::Small | DigitSize::Large(_) => size.width("+00:00"),
    };
    if let (Some(clock), true) = (&view.clock, taken > 0) {
        let digits = Rect {
            x: area.right().saturating_sub(size.width(&clock.digits)),
            width: size.width(&clock.digits),
            height: size.rows().min(area.height),
            ..area
        };
        clock::draw_digits(clock, size, digits, buf, theme);
    }
    let left = Rect {
        width: area.width.saturating_sub(taken + u16::from(taken > 0) * 2),
        ..area
    };
    let told = within(view.head_lines(left.width, size), usize::from(area.height));
    for (row, (text, part)) in (0..).zip(told) {
        let style = match part {
            HeadPart::Heading => theme.accent(),
            HeadPart::Title => theme.strong(),
            HeadPart::Subtitle => theme.text(),
            HeadPart::Clock => view
                .clock
                .as_ref()
                .map_or_else(|| theme.text(), |clock| clock.word_style(theme)),
        };
        lines::put(buf, left, row, &text, style);
    }
    rows.min(area.height)
}

fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect {
        y: area.y + rows,
        height: area.height - rows,
        ..area
    }
}
