//! Puts the first screen into cells: titles wrap, columns share the width by their longest text, and what there is no room for
//! is left out whole.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::view::{OfficeLine, OfficeView};
use crate::domain::text::{self, Search, width, wrap};
use crate::tui::theme::Theme;
use crate::tui::widgets::lines;

/// Columns of the mark of the chosen line, and between columns of the table.
const MARK: u16 = 3;
const BETWEEN: u16 = 2;
const DATE: u16 = 10;
/// The narrowest a title gets before another column goes.
const TITLE: u16 = 26;

/// Draws the screen and returns where the cursor of the search stands.
pub fn draw(view: &OfficeView, area: Rect, buf: &mut Buffer, theme: &Theme) -> Option<(u16, u16)> {
    buf.set_style(area, theme.text());
    let inner = Rect {
        x: area.x + 1.min(area.width),
        width: area.width.saturating_sub(2),
        ..area
    };
    let mut bands = Bands::of(inner, view);
    let row = bands.take(1);
    let clock = lines::put_right(buf, row, 0, &view.clock, theme.faint());
    let left = Rect {
        width: row.width.saturating_sub(clock + BETWEEN),
        ..row
    };
    lines::put(buf, left, 0, &view.office, theme.accent());
    if bands.is_roomy {
        lines::put(buf, bands.take(1), 0, &view.summary, theme.strong());
        rule(buf, bands.take(1), theme.faint());
    }
    let at = draw_search(view, bands.take(1), buf, theme);
    if bands.is_roomy {
        bands.take(1);
    }
    draw_bottom(view, &mut bands, buf, theme);
    if view.question.is_some() {
        draw_over(view, bands.rest, buf, theme);
        return None;
    }
    match &view.empty {
        Some(text) => {
            lines::put_wrapped(buf, bands.rest, 1, text, bands.rest.height, theme.text());
        }
        None => draw_table(view, bands.rest, buf, theme),
    }
    Some(at)
}

/// What is still free between top and bottom.
struct Bands {
    rest: Rect,
    is_roomy: bool,
    detail_rows: u16,
}

impl Bands {
    fn of(area: Rect, view: &OfficeView) -> Self {
        let detail = u16::try_from(view.detail.len()).unwrap_or(0);
        let detail_rows = match area.height {
            0..20 => 0,
            20..30 => 2,
            _ => detail.max(3),
        };
        Self {
            rest: area,
            is_roomy: area.height >= 24,
            detail_rows,
        }
    }

    fn take(&mut self, rows: u16) -> Rect {
        let rows = rows.min(self.rest.height);
        let taken = Rect {
            height: rows,
            ..self.rest
        };
        self.rest.y += rows;
        self.rest.height -= rows;
        taken
    }

    fn take_bottom(&mut self, rows: u16) -> Rect {
        let rows = rows.min(self.rest.height);
        self.rest.height -= rows;
        Rect {
            y: self.rest.y + self.rest.height,
            height: rows,
            ..self.rest
        }
    }
}

fn rule(buf: &mut Buffer, row: Rect, style: Style) {
    let line = "─".repeat(usize::from(row.width));
    lines::put(buf, row, 0, &line, style);
}

/// What is typed to find a session; where the cursor stands.
fn draw_search(view: &OfficeView, row: Rect, buf: &mut Buffer, theme: &Theme) -> (u16, u16) {
    let count = lines::put_right(buf, row, 0, &view.count, theme.faint());
    let label = lines::put(buf, row, 0, &view.search, theme.accent()) + 1;
    let room = Rect {
        x: row.x + label,
        width: row.width.saturating_sub(label + count + BETWEEN),
        ..row
    };
    if view.typed.is_empty() {
        let hint = format!("  {}", view.hint);
        if width(&hint) <= usize::from(room.width) {
            lines::put(buf, room, 0, &hint, theme.faint());
        }
    } else {
        lines::put(buf, room, 0, &view.typed, theme.strong());
    }
    let before = u16::try_from(width(&view.before_cursor)).unwrap_or(0);
    (room.x + before.min(room.width.saturating_sub(1)), row.y)
}

/// From below: the keys, what Enter does, what was said, and the chosen session.
fn draw_bottom(view: &OfficeView, bands: &mut Bands, buf: &mut Buffer, theme: &Theme) {
    let keys = rows_of_keys(
        &view.keys,
        bands.rest.width,
        if bands.is_roomy { 2 } else { 1 },
    );
    let rows = u16::try_from(keys.len()).unwrap_or(0);
    let area = bands.take_bottom(rows);
    for (row, keys) in (0..).zip(&keys) {
        lines::put_row_of_keys(buf, area, row, keys, theme.strong(), theme.faint());
    }
    let bar = bands.take_bottom(1);
    if let Some(enter) = &view.enter {
        buf.set_style(bar, theme.bar());
        let key = " Enter ";
        let column = lines::put(buf, bar, 0, key, theme.bar()) + 1;
        let room = usize::from(bar.width.saturating_sub(column));
        // A long name of a step is left out whole, behind the colon.
        let text = if width(enter) <= room {
            enter.as_str()
        } else {
            enter.split(':').next().unwrap_or_default()
        };
        lines::put_at(buf, bar, column, 0, text, theme.bar());
    }
    let notice = bands.take_bottom(1);
    if let Some(text) = &view.notice {
        lines::put(buf, notice, 0, text, theme.warning());
    }
    if bands.detail_rows == 0 || view.question.is_some() {
        return;
    }
    let detail = bands.take_bottom(bands.detail_rows);
    for (row, text) in (0..bands.detail_rows).zip(&view.detail) {
        lines::put(buf, detail, row, text, theme.faint());
    }
    rule(buf, bands.take_bottom(1), theme.faint());
}

/// Keys in rows, each whole, as many as fit.
fn rows_of_keys(
    keys: &[(String, String)],
    columns: u16,
    most: usize,
) -> Vec<Vec<(String, String)>> {
    let mut rows: Vec<Vec<(String, String)>> = Vec::new();
    let mut free = 0_usize;
    for (key, name) in keys {
        let taken = width(key) + 1 + width(name) + 2;
        if taken > free + 2 {
            if rows.len() == most {
                break;
            }
            rows.push(Vec::new());
            free = usize::from(columns);
        }
        free = free.saturating_sub(taken);
        if let Some(row) = rows.last_mut() {
            row.push((key.clone(), name.clone()));
        }
    }
    rows
}

/// A question with what can be answered, in the place of the table.
fn draw_over(view: &OfficeView, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let question = view.question.as_deref().unwrap_or_default();
    let mut row = lines::put_wrapped(buf, area, 1, question, 3, theme.strong()) + 2;
    let keys = view.options.iter().map(|(text, ..)| width(text)).max();
    let indent = u16::try_from(keys.unwrap_or(0)).unwrap_or(0) + 5;
    for (text, about, is_selected) in &view.options {
        let (sign, style) = if *is_selected {
            (" ▸ ", theme.accent())
        } else {
            ("   ", theme.text())
        };
        lines::put(buf, area, row, &format!("{sign}{text}"), style);
        let room = Rect {
            x: area.x + indent.min(area.width),
            width: area.width.saturating_sub(indent),
            ..area
        };
        let left = area.height.saturating_sub(row);
        row += lines::put_wrapped(buf, room, row, about, left, theme.faint()).max(1);
    }
}

/// How wide the columns of the table are; a column that is not shown has no width.
struct Columns {
    title: u16,
    regulation: u16,
    state: u16,
    owed: u16,
}

impl Columns {
    fn of(view: &OfficeView, columns: u16) -> Self {
        let widest = |of: &dyn Fn(&OfficeLine) -> Option<String>, heading: &String| -> u16 {
            let texts = view.lines.iter().filter_map(of);
            let widest = texts.map(|text| width(&text)).max().unwrap_or(0);
            let widest = if widest == 0 {
                0
            } else {
                widest.max(width(heading))
            };
            u16::try_from(widest).unwrap_or(u16::MAX)
        };
        let session = |line: &OfficeLine, which: usize| match line {
            OfficeLine::Session {
                regulation,
                state,
                owed,
                ..
            } => Some(match which {
                0 => regulation.clone(),
                1 => state.clone(),
                _ => owed.clone(),
            }),
            OfficeLine::Heading(_) | OfficeLine::Rehearsals { .. } => None,
        };
        let [_, _, of_regulation, of_state, of_owed] = &view.columns;
        let mut own = Self {
            title: 0,
            regulation: widest(&|line| session(line, 0), of_regulation),
            state: widest(&|line| session(line, 1), of_state),
            owed: widest(&|line| session(line, 2), of_owed),
        };
        let taken = |own: &Self| {
            let beside = [own.regulation, own.state, own.owed];
            let shown = beside.iter().filter(|columns| **columns > 0);
            MARK + DATE + BETWEEN + shown.map(|columns| columns + BETWEEN).sum::<u16>()
        };
        // The same in every row, or no room for it.
        let first = view.lines.iter().find_map(|line| session(line, 0));
        let is_equal = view
            .lines
            .iter()
            .filter_map(|line| session(line, 0))
            .all(|text| Some(&text) == first.as_ref());
        let too_narrow = columns < 100 || taken(&own) + TITLE > columns;
        if is_equal && view.lines.len() > 3 || too_narrow {
            own.regulation = 0;
        }
        own.title = columns.saturating_sub(taken(&own));
        own
    }
}

/// A line of the table as rows of cells.
struct Laid<'a> {
    line: &'a OfficeLine,
    title: Vec<&'a str>,
}

fn draw_table(view: &OfficeView, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let columns = Columns::of(view, area.width);
    let mut body = area;
    let has_heads = area.height > 6;
    if has_heads {
        draw_heads(view, &columns, area, buf, theme);
        body.y += 1;
        body.height -= 1;
    }
    let laid: Vec<Laid<'_>> = view
        .lines
        .iter()
        .map(|line| Laid {
            title: match line {
                OfficeLine::Session { title, .. } => wrap(title, usize::from(columns.title.max(8))),
                OfficeLine::Heading(_) | OfficeLine::Rehearsals { .. } => vec![""],
            },
            line,
        })
        .collect();
    let rows = |laid: &[Laid<'_>]| -> usize { laid.iter().map(|laid| laid.title.len()).sum() };
    let selected = view
        .lines
        .iter()
        .position(OfficeLine::is_selected)
        .unwrap_or(0);
    let room = usize::from(body.height);
    // The chosen line, the heading over it and a few lines before it are in sight.
    let mut first = 0;
    while first < selected && rows(laid.get(first..=selected).unwrap_or_default()) + 2 > room {
        first += 1;
    }
    let search = Search::new(&view.typed);
    let mut row = 0;
    for (place, one) in laid.iter().enumerate().skip(first) {
        let height = u16::try_from(one.title.len()).unwrap_or(1);
        let rest = rows(laid.get(place..).unwrap_or_default());
        let keeps_sign = usize::from(row) + rest > room;
        if row + height + u16::from(keeps_sign) > body.height {
            let left = laid.iter().skip(place);
            let count = left
                .filter(|laid| matches!(laid.line, OfficeLine::Session { .. }))
                .count();
            let more = view.more.replace("{count}", &count.to_string());
            let last = body.height.saturating_sub(1);
            lines::put_right(buf, body, last, &more, theme.accent());
            return;
        }
        let place = Rect {
            y: body.y + row,
            height,
            ..body
        };
        draw_line(one, &columns, &search, place, buf, theme);
        row += height;
    }
}

fn draw_heads(view: &OfficeView, columns: &Columns, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let [date, title, regulation, state, owed] = &view.columns;
    let mut x = MARK;
    lines::put_at(buf, area, x, 0, date, theme.faint());
    x += DATE + BETWEEN;
    lines::put_at(buf, area, x, 0, title, theme.faint());
    x += columns.title + BETWEEN;
    for (text, width) in [(regulation, columns.regulation), (state, columns.state)] {
        if width > 0 {
            lines::put_at(buf, area, x, 0, text, theme.faint());
            x += width + BETWEEN;
        }
    }
    if columns.owed > 0 {
        lines::put_right(buf, area, 0, owed, theme.faint());
    }
}

fn draw_line(
    laid: &Laid<'_>,
    columns: &Columns,
    search: &Search,
    area: Rect,
    buf: &mut Buffer,
    theme: &Theme,
) {
    match laid.line {
        OfficeLine::Heading(title) => {
            lines::heading(buf, area, 0, title, theme.accent(), theme.faint());
        }
        OfficeLine::Rehearsals {
            title,
            count,
            is_selected,
            is_unfolded,
        } => {
            let sign = if *is_unfolded { "▾" } else { "▸" };
            let title = format!("{sign} {title}");
            lines::heading(buf, area, 0, &title, theme.accent(), theme.faint());
            lines::put_right(buf, area, 0, &format!(" {count}"), theme.faint());
            if *is_selected {
                lines::shade(buf, area, theme.selected());
            }
        }
        OfficeLine::Session {
            is_selected,
            date,
            regulation,
            state,
            owed,
            is_overdue,
            ..
        } => {
            let sign = if *is_selected { " ▸ " } else { "   " };
            lines::put(buf, area, 0, sign, theme.accent());
            lines::put_at(buf, area, MARK, 0, date, theme.text());
            let mut x = MARK + DATE + BETWEEN;
            for (row, text) in (0..).zip(&laid.title) {
                put_found(buf, (area, x, row), text, search, theme);
            }
            x += columns.title + BETWEEN;
            for (text, width) in [(regulation, columns.regulation), (state, columns.state)] {
                if width > 0 {
                    lines::put_at(buf, area, x, 0, text, theme.text());
                    x += width + BETWEEN;
                }
            }
            let style = if *is_overdue {
                theme.over()
            } else {
                theme.warning()
            };
            lines::put_right(buf, area, 0, owed, style);
            if *is_selected {
                lines::shade(buf, area, theme.selected());
            }
        }
    }
}

/// A title with the words that were looked for in the colour of what is asked.
fn put_found(
    buf: &mut Buffer,
    (area, x, row): (Rect, u16, u16),
    title: &str,
    search: &Search,
    theme: &Theme,
) {
    let mut x = x;
    for word in title.split_inclusive(' ') {
        let is_found = !search.is_empty() && has_a_word_of(search, word);
        let style = if is_found {
            theme.accent()
        } else {
            theme.text()
        };
        lines::put_at(buf, area, x, row, word, style);
        x += u16::try_from(text::width(word)).unwrap_or(0);
    }
}

fn has_a_word_of(search: &Search, word: &str) -> bool {
    search.score(word).is_some()
}
