//! Who has the floor, or has it next. The clock gets the largest digits on the wall.

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect, Size};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::fit_text::{Column, MARKED, Set, percent};
use super::paint::Paint;
use super::row;
use crate::domain::text;
use crate::tui::projector::scene::{ClockView, Tone, TurnView, Upcoming};
use crate::tui::widgets::digits::Digits;

/// From this width on, those who come next stand beside the clock and not under it.
const BESIDE: u16 = 100;
/// The columns of a number before a name.
const INDENT: u16 = 4;

pub(super) fn draw(turn: &TurnView, column: Column, buf: &mut Buffer, paint: Paint<'_>) {
    let mut column = column;
    let area = column.rest();
    let gap = gap(area);
    let texts = Texts::of(turn, area);
    texts.heading.draw(
        column.take(texts.heading.rows()),
        buf,
        paint.accent(),
        Alignment::Left,
    );
    column.skip(gap);
    for (set, ink) in [
        (Some(&texts.who), paint.strong()),
        (texts.from.as_ref(), paint.ink(paint.theme.text())),
        (texts.topic.as_ref(), paint.accent()),
    ] {
        if let Some(set) = set {
            set.draw(column.take(set.rows()), buf, ink, Alignment::Left);
            column.skip(gap);
        }
    }
    matters(&turn.on, column.take(texts.on), buf, paint);
    column.skip(gap);
    match &turn.clock {
        None => upcoming(turn, column, buf, paint),
        Some(clock) if area.width >= BESIDE => {
            let rest = column.rest();
            let beside = rest.width / 3;
            let left = Rect {
                width: rest.width - beside - 2,
                ..rest
            };
            draw_clock(clock, left, buf, paint);
            let mut right = Column::all_of(Rect {
                x: rest.x + rest.width - beside,
                width: beside,
                ..rest
            });
            let word = Set::of(&clock.word, percent(right.rest(), 40), 1);
            let ink = paint.ink(paint.tone(clock.tone));
            word.draw(right.take(word.rows()), buf, ink, Alignment::Left);
            right.skip(1);
            upcoming(turn, right, buf, paint);
        }
        Some(clock) => {
            let named = u16::try_from(turn.next.len()).unwrap_or(0);
            if named > 0 {
                let rows = (named + 1).min(area.height / 4);
                upcoming(turn, Column::all_of(column.take_bottom(rows)), buf, paint);
            }
            draw_worded(clock, column, buf, paint);
        }
    }
}

/// What stands over the clock, each text at its size.
struct Texts {
    heading: Set,
    who: Set,
    from: Option<Set>,
    topic: Option<Set>,
    /// Rows for the matters as registered.
    on: u16,
}

impl Texts {
    fn of(turn: &TurnView, area: Rect) -> Self {
        // The clock keeps its part of the window; what stands over it has to do with the rest.
        let (share, kept) = match turn.clock {
            Some(_) => (24, 42),
            None => (34, 20),
        };
        let kept = percent(area, kept).height;
        let who = Set::even_or(&turn.who, [size(area, share), size(area, 40)], 2);
        let mut taken = who.rows() + gap(area);
        let mut line = |text: &String| {
            let size = size(area, share * 2 / 3);
            let free = area.height.saturating_sub(taken + kept + 1);
            // Nothing under a name is larger than the name.
            let set = match who {
                Set::Large(_) => Set::even(text, size, 1),
                Set::Plain { .. } => Set::plain(text, size),
            };
            let set = if set.rows() > free {
                Set::plain(text, size)
            } else {
                set
            };
            taken += set.rows() + gap(area);
            set
        };
        let from = turn.from.as_ref().map(&mut line);
        let topic = turn.topic.as_ref().map(&mut line);
        let free = area.height.saturating_sub(taken + kept + 2 * gap(area) + 1);
        let on = matter_rows(&turn.on, area).min(free.max(u16::from(topic.is_none())));
        let free = (free + 1).saturating_sub(on);
        let heading = match Set::even(&turn.heading, size(area, 0), 1) {
            large if large.rows() <= free => large,
            Set::Large(_) | Set::Plain { .. } => {
                Set::plain(&turn.heading, Size::new(area.width, 1))
            }
        };
        Self {
            heading,
            who,
            from,
            topic,
            on,
        }
    }
}

/// A share of the rows, or what the smallest large letters take.
fn size(area: Rect, share: u16) -> Size {
    let rows = percent(area, share).height;
    Size::new(area.width, rows.max(MARKED.min(area.height / 4)))
}

/// A blank row between texts, where there are rows enough.
fn gap(area: Rect) -> u16 {
    u16::from(area.height >= 60)
}

/// How many rows the matters as registered take.
fn matter_rows(on: &[String], area: Rect) -> u16 {
    let width = usize::from(area.width).saturating_sub(2);
    let lines: usize = on
        .iter()
        .map(|matter| text::wrap(matter, width).len())
        .sum();
    u16::try_from(lines).unwrap_or(u16::MAX)
}

fn matters(on: &[String], area: Rect, buf: &mut Buffer, paint: Paint<'_>) {
    let width = usize::from(area.width).saturating_sub(2);
    let lines = on.iter().flat_map(|matter| {
        text::wrap(matter, width)
            .into_iter()
            .zip(["· "].into_iter().chain(std::iter::repeat("  ")))
    });
    for ((line, bullet), row) in lines.zip(area.rows()) {
        Line::from(vec![Span::raw(bullet), Span::raw(line)])
            .style(paint.theme.text())
            .render(row, buf);
    }
}

/// A clock with what it means over it.
pub(super) fn draw_worded(clock: &ClockView, column: Column, buf: &mut Buffer, paint: Paint<'_>) {
    let mut column = column;
    if column.rest().height > 3 {
        Line::from(clock.word.as_str())
            .style(paint.tone(clock.tone))
            .alignment(Alignment::Center)
            .render(column.take(1), buf);
    }
    draw_clock(clock, column.rest(), buf, paint);
}

/// A clock with what is left under it.
fn draw_clock(clock: &ClockView, area: Rect, buf: &mut Buffer, paint: Paint<'_>) {
    let mut column = Column::all_of(area);
    if let Some(left) = clock.left
        && area.height > 5
    {
        let bar = column.take_bottom(1);
        draw_bar(left, bar, buf, paint.tone(clock.tone));
    }
    let mut digits = column.rest();
    if clock.tone == Tone::Over {
        let ink = paint.clock(clock.tone).plain();
        buf.set_style(digits, ink);
        let edge = u16::from(digits.height > 8);
        digits.y += edge;
        digits.height -= 2 * edge;
    }
    Digits::new(&clock.figures, paint.clock(clock.tone))
        .reserving("+00:00")
        .render(digits, buf);
}

/// What is left of the limit, as a length.
fn draw_bar(thousandths: u16, area: Rect, buf: &mut Buffer, style: Style) {
    let cells = u32::from(area.width) * u32::from(thousandths) / 1000;
    let filled = usize::try_from(cells).unwrap_or(0);
    let empty = usize::from(area.width).saturating_sub(filled);
    Line::from(format!("{}{}", "━".repeat(filled), "·".repeat(empty)))
        .style(style)
        .render(area, buf);
}

/// Those who come next.
fn upcoming(turn: &TurnView, column: Column, buf: &mut Buffer, paint: Paint<'_>) {
    if turn.next.is_empty() {
        return;
    }
    let mut column = column;
    let area = column.rest();
    let roomy = usize::from(area.height) >= turn.next.len() * 3 + 2;
    row(
        &turn.next_heading,
        paint.theme.accent(),
        column.take(1),
        buf,
    );
    for Upcoming { number, who, from } in &turn.next {
        if roomy {
            column.skip(1);
        }
        let known = if roomy || from.is_empty() {
            who.clone()
        } else {
            format!("{who}, {from}")
        };
        let mut line = column.take(1);
        row(&format!("{number:>2}"), paint.theme.accent(), line, buf);
        line.x += INDENT.min(line.width);
        line.width = line.width.saturating_sub(INDENT);
        row(&known, paint.theme.strong(), line, buf);
        if roomy {
            let mut line = column.take(1);
            line.x += INDENT.min(line.width);
            line.width = line.width.saturating_sub(INDENT);
            row(from, paint.theme.text(), line, buf);
        }
    }
}
