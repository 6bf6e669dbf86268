//! The cells of the bottom. Decides only what of a sentence there is room for.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::{Clear, Widget as _};

use super::BottomView;
use crate::domain::text;
use crate::tui::desk::Severity;
use crate::tui::theme::Theme;
use crate::tui::widgets::lines;

/// The rows that a notice, or what presses, may take: its own and those above.
const MOST_ROWS: u16 = 4;

/// Draws a text that one row does not hold over the rows above, too: a path that is cut leads nowhere. Returns the rows it
/// took besides its own.
fn draw_upwards(told: &str, inner: Rect, buf: &mut Buffer, style: Style, theme: &Theme) -> u16 {
    let count = text::wrap(told, usize::from(inner.width)).len();
    let rows = u16::try_from(count)
        .unwrap_or(MOST_ROWS)
        .clamp(1, MOST_ROWS);
    let over = Rect {
        y: inner.y.saturating_sub(rows - 1),
        height: rows,
        ..inner
    };
    if rows > 1 {
        let whole = Rect {
            x: over.x.saturating_sub(1),
            width: over.width + 2,
            ..over
        };
        Clear.render(whole, buf);
        buf.set_style(whole, theme.text());
    }
    lines::put_wrapped(buf, over, 0, told, rows, style);
    rows - 1
}

/// Draws the bottom's four rows: the rule with what presses, the notice, the act, the keys.
pub fn draw(view: &BottomView, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let inner = Rect {
        x: area.x + 1,
        width: area.width.saturating_sub(2),
        ..area
    };
    let style = match view.tone {
        Some(Severity::Good) => theme.text(),
        Some(Severity::Warning) | None => theme.warning(),
        Some(Severity::Alarm) => theme.over(),
    };
    let notice = Rect {
        y: inner.y + 1,
        height: 1,
        ..inner
    };
    let above = draw_upwards(&view.message, notice, buf, style, theme);
    draw_prompts(&view.prompts, inner, above, buf, theme);
    let bar = Rect {
        y: area.y + 2,
        height: 1,
        ..area
    };
    lines::shade(buf, bar, theme.bar());
    let acts = Rect {
        y: inner.y + 2,
        height: inner.height.saturating_sub(2),
        ..inner
    };
    let leaves = leaving(&view.keys);
    let kept = leaves.map_or(0, |(key, words)| width_of_key(key, words) + 2);
    let taken = draw_next(&view.next, acts, kept, buf, theme);
    let keys = Rect {
        x: inner.x + taken,
        width: inner.width.saturating_sub(taken),
        ..inner
    };
    let row = in_room(&view.keys, leaves, keys.width);
    lines::put_row_of_keys(buf, keys, 3, &row, theme.accent(), theme.faint());
}

/// The key by which something that lies open is left.
fn leaving(keys: &[(String, String)]) -> Option<&(String, String)> {
    let names = |(key, words): &&(String, String)| key == "Esc" || words.starts_with("Esc ");
    keys.iter().find(names)
}

fn width_of_key(key: &str, words: &str) -> u16 {
    let between = usize::from(!key.is_empty());
    u16::try_from(text::width(key) + between + text::width(words)).unwrap_or(u16::MAX)
}

/// The keys in their order; that of leaving before all others where it would not have room behind them.
fn in_room(
    keys: &[(String, String)],
    leaves: Option<&(String, String)>,
    width: u16,
) -> Vec<(String, String)> {
    let mut ordered = keys.to_vec();
    let Some(leaves) = leaves else {
        return ordered;
    };
    let before = ordered.iter().take_while(|key| *key != leaves);
    let needed: u16 = before
        .map(|(key, words)| width_of_key(key, words) + 2)
        .sum::<u16>()
        .saturating_add(width_of_key(&leaves.0, &leaves.1));
    if needed > width {
        ordered.retain(|key| key != leaves);
        ordered.insert(0, leaves.clone());
    }
    ordered
}

/// What presses, in the rule, or above a notice that covers it: the first whole, also where one row does not hold it, the
/// others as far as they fit whole.
fn draw_prompts(prompts: &[String], area: Rect, above: u16, buf: &mut Buffer, theme: &Theme) {
    let Some(first) = prompts.first() else {
        return;
    };
    let area = Rect {
        y: area.y.saturating_sub(above),
        height: 1,
        ..area
    };
    if above > 0 || text::width(first) + 3 > usize::from(area.width) {
        draw_upwards(first, area, buf, theme.warning(), theme);
        return;
    }
    let mut column = 1;
    for prompt in prompts {
        let shown = format!(" {prompt} ");
        let width = u16::try_from(text::width(&shown)).unwrap_or(u16::MAX);
        if column + width > area.width && column > 1 {
            return;
        }
        column += lines::put_at(buf, area, column, 0, &shown, theme.warning()) + 1;
    }
}

/// A sentence without its last parts, as many as it takes to stand in two rows and to leave so many columns of the second.
fn within_two_rows(told: &str, columns: usize, left: usize) -> &str {
    let mut kept = told;
    let fits = |told: &str| {
        let rows = text::wrap(told, columns);
        let last = rows.get(1).map_or(0, |row| text::width(row) + BETWEEN);
        rows.len() <= 2 && last + left <= columns
    };
    while !fits(kept) {
        let parts = [", ", " – ", " · "].into_iter();
        match parts.filter_map(|part| kept.rfind(part)).max() {
            Some(at) => kept = kept.get(..at).unwrap_or_default(),
            None => return kept,
        }
    }
    kept
}

/// The blanks between what stands beside each other.
const BETWEEN: usize = 3;

/// Draws the keys of the next acts, and returns the columns they took of the row below, of which so many are kept free. No
/// key is cut away.
fn draw_next(
    next: &[(String, String)],
    area: Rect,
    kept: u16,
    buf: &mut Buffer,
    theme: &Theme,
) -> u16 {
    let (mut column, mut row) = (0_u16, 0);
    for (key, text) in next {
        let told = if key.is_empty() {
            text.clone()
        } else {
            format!("[{key}] {text}")
        };
        let width = u16::try_from(text::width(&told)).unwrap_or(u16::MAX);
        // What comes of an act is told only where there is room for it beside the act itself.
        let (told, width) = match told.split_once("  →  ") {
            Some((act, _)) if column + width > area.width => {
                let width = u16::try_from(text::width(act)).unwrap_or(u16::MAX);
                (act.to_owned(), width)
            }
            Some(_) | None => (told, width),
        };
        // What does not fit whole beside the others goes on in the row of keys, before them.
        if column > 0 && row == 0 && column.saturating_add(width) > area.width {
            (column, row) = (0, 1);
        }
        // Behind an act of two rows there may be no room for another.
        if row == 1 && column > 0 && column.saturating_add(width) > area.width {
            continue;
        }
        if column == 0 && width > area.width {
            // One act in many words takes both rows; what it brings with it goes whole where even they are too few.
            let wide = usize::from(area.width);
            let told = within_two_rows(&told, wide, usize::from(kept));
            lines::put_wrapped(buf, area, row, told, 2, theme.bar());
            let second = text::wrap(told, wide)
                .get(1)
                .map_or(0, |row| text::width(row));
            let second = u16::try_from(second + BETWEEN).unwrap_or(u16::MAX);
            (column, row) = (second, 1);
            continue;
        }
        column += lines::put_at(buf, area, column, row, &told, theme.bar()) + 3;
    }
    if row == 1 { column.min(area.width) } else { 0 }
}
