//! Who has the floor, or has it next. The clock gets the largest digits on the wall.

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::paint::Paint;
use super::set::{Column, Set, percent};
use crate::projector::scene::{ClockView, TurnView, Upcoming};
use crate::text;
use crate::widgets::digits::Digits;

/// From this width on, those who come next stand beside the clock and not under it.
const BESIDE: u16 = 100;

pub(super) fn draw(turn: &TurnView, column: Column, buf: &mut Buffer, paint: Paint<'_>) {
    let mut column = column;
    let area = column.rest();
    let roomy = area.height >= 30;
    Line::from(text::shorten(&turn.heading, usize::from(area.width)))
        .style(paint.theme.accent())
        .render(column.take(1), buf);
    if roomy {
        column.skip(1);
    }
    let share = if turn.clock.is_some() { 24 } else { 40 };
    let who = Set::of(&turn.who, percent(area, share), 2);
    who.draw(
        column.take(who.rows()),
        buf,
        paint.strong(),
        Alignment::Left,
    );
    if let Some(from) = &turn.from {
        let from = Set::of(from, percent(area, share * 6 / 10), 1);
        from.draw(
            column.take(from.rows()),
            buf,
            paint.ink(paint.theme.text()),
            Alignment::Left,
        );
    }
    if let Some(topic) = &turn.topic {
        let topic = Set::of(topic, percent(area, share * 6 / 10), 1);
        topic.draw(
            column.take(topic.rows()),
            buf,
            paint.accent(),
            Alignment::Left,
        );
    }
    matters(&turn.on, column.take(on_rows(turn, area)), buf, paint);
    if roomy {
        column.skip(1);
    }
    match &turn.clock {
        None => upcoming(turn, column, buf, paint),
        Some(clock) if area.width >= BESIDE && !turn.next.is_empty() => {
            let rest = column.rest();
            let beside = rest.width / 3;
            let left = Rect {
                width: rest.width - beside - 2,
                ..rest
            };
            let right = Rect {
                x: rest.x + rest.width - beside,
                width: beside,
                ..rest
            };
            draw_clock(clock, left, buf, paint);
            upcoming(turn, Column::all_of(right), buf, paint);
        }
        Some(clock) => {
            let named = u16::try_from(turn.next.len()).unwrap_or(0);
            if named > 0 {
                let rows = (named + 1).min(area.height / 4);
                upcoming(turn, Column::all_of(column.take_bottom(rows)), buf, paint);
            }
            draw_clock(clock, column.rest(), buf, paint);
        }
    }
}

/// How many rows the matters as registered may take.
fn on_rows(turn: &TurnView, area: Rect) -> u16 {
    let lines: usize = turn
        .on
        .iter()
        .map(|matter| text::wrap(matter, usize::from(area.width).saturating_sub(2)).len())
        .sum();
    let most = if turn.clock.is_some() {
        area.height / 8
    } else {
        area.height / 5
    };
    u16::try_from(lines).unwrap_or(u16::MAX).min(most.max(1))
}

fn matters(on: &[String], area: Rect, buf: &mut Buffer, paint: Paint<'_>) {
    let mut column = Column::all_of(area);
    for matter in on {
        let width = usize::from(area.width).saturating_sub(2);
        let rows = column.rest().height;
        for (number, line) in text::wrap(matter, width).into_iter().enumerate() {
            let bullet = if number == 0 { "· " } else { "  " };
            let row = column.take(1);
            Line::from(vec![Span::raw(bullet), Span::raw(line)])
                .style(paint.theme.text())
                .render(row, buf);
        }
        if rows == 0 {
            break;
        }
    }
}

/// A clock with what it means over it and what is left under it.
pub(super) fn draw_clock(clock: &ClockView, area: Rect, buf: &mut Buffer, paint: Paint<'_>) {
    let mut column = Column::all_of(area);
    if area.height > 3 {
        Line::from(clock.word.as_str())
            .style(paint.tone(clock.tone))
            .alignment(Alignment::Center)
            .render(column.take(1), buf);
    }
    if let Some(left) = clock.left
        && area.height > 6
    {
        let bar = column.take_bottom(1);
        draw_bar(left, bar, buf, paint.tone(clock.tone));
        column.take_bottom(1);
    }
    Digits::new(&clock.figures, paint.clock(clock.tone))
        .reserving("+00:00")
        .render(column.rest(), buf);
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
    Line::from(turn.next_heading.as_str())
        .style(paint.theme.accent())
        .render(column.take(1), buf);
    for Upcoming { number, who, from } in &turn.next {
        if roomy {
            column.skip(1);
        }
        let width = usize::from(area.width);
        let number = format!("{number:>2}  ");
        if roomy {
            Line::from(vec![
                Span::styled(number, paint.theme.accent()),
                Span::styled(
                    text::shorten(who, width.saturating_sub(4)),
                    paint.theme.strong(),
                ),
            ])
            .render(column.take(1), buf);
            Line::from(format!(
                "    {}",
                text::shorten(from, width.saturating_sub(4))
            ))
            .style(paint.theme.text())
            .render(column.take(1), buf);
        } else {
            let line = format!("{who}, {from}");
            Line::from(vec![
                Span::styled(number, paint.theme.accent()),
                Span::styled(
                    text::shorten(&line, width.saturating_sub(4)).into_owned(),
                    paint.theme.text(),
                ),
            ])
            .render(column.take(1), buf);
        }
    }
}
