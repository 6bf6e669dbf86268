//! Puts the table of sessions into cells, with the chosen line always in sight. How wide its columns are is beside it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::columns::{self, BETWEEN, BesideTitle, DATE, MARK, TableColumns};
use super::detail::{OfficeLine, OwedMark};
use super::view::OfficeView;
use crate::domain::text::{self, Search, width, wrap};
use crate::tui::theme::Theme;
use crate::tui::widgets::lines;

/// A line of the table as rows of cells.
struct Laid<'a> {
    line: &'a OfficeLine,
    title: Vec<&'a str>,
    owed: Vec<String>,
    height: usize,
}

impl<'a> Laid<'a> {
    fn of(line: &'a OfficeLine, columns: &TableColumns) -> Self {
        let OfficeLine::Session {
            title, state, owed, ..
        } = line
        else {
            return Self {
                line,
                title: Vec::new(),
                owed: Vec::new(),
                height: 1,
            };
        };
        let title = wrap(title, usize::from(columns.title.max(8)));
        let (owed, height) = match columns.beside {
            BesideTitle::Own { owed: room, .. } => {
                let owed = columns::in_rows(owed, room);
                let height = title.len().max(owed.len()).max(1);
                (owed, height)
            }
            BesideTitle::Below => {
                let owed = columns::below(state, owed, columns.title);
                let height = title.len() + owed.len();
                (owed, height)
            }
        };
        Self {
            line,
            title,
            owed,
            height,
        }
    }
}

/// Draws as much of the table as fits, the chosen line in sight.
pub(super) fn draw_table(view: &OfficeView, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let columns = TableColumns::of(view, area.width);
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
        .map(|line| Laid::of(line, &columns))
        .collect();
    let rows = |laid: &[Laid<'_>]| -> usize { laid.iter().map(|laid| laid.height).sum() };
    let selected = view
        .lines
        .iter()
        .position(OfficeLine::is_selected)
        .unwrap_or(0);
    let room = usize::from(body.height);
    // The chosen line is in sight, with as many before it as there is room for, and a row for each sign that there are more.
    let signs =
        |first: usize| usize::from(first > 0) + usize::from(selected + 1 < view.lines.len());
    let mut first = 0;
    while first < selected
        && rows(laid.get(first..=selected).unwrap_or_default()) + signs(first) > room
    {
        first += 1;
    }
    let search = Search::new(&view.typed);
    let sessions = |laid: &[Laid<'_>]| {
        let lines = laid.iter();
        lines
            .filter(|laid| matches!(laid.line, OfficeLine::Session { .. }))
            .count()
    };
    let mut row = 0;
    let before = sessions(laid.get(..first).unwrap_or_default());
    // A sign stands there only where the chosen line leaves room for it.
    if before > 0 && laid.get(selected).is_none_or(|own| own.height < room) {
        let told = view.above.render(&[("count", &before)]);
        lines::put_right(buf, body, 0, &told, theme.accent());
        row = 1;
    }
    for (place, one) in laid.iter().enumerate().skip(first) {
        let height = u16::try_from(one.height).unwrap_or(1);
        let rest = rows(laid.get(place..).unwrap_or_default());
        let keeps_sign = usize::from(row) + rest > room;
        let is_there = row + height + u16::from(keeps_sign) <= body.height;
        if row >= body.height {
            return;
        }
        if !is_there && place != selected {
            let left = sessions(laid.get(place..).unwrap_or_default());
            let told = view.below.render(&[("count", &left)]);
            let last = body.height.saturating_sub(1);
            lines::put_right(buf, body, last, &told, theme.accent());
            return;
        }
        let place = Rect {
            y: body.y + row,
            height: height.min(body.height - row),
            ..body
        };
        draw_line(one, &columns, &search, place, buf, theme);
        row += height;
    }
}

fn draw_heads(
    view: &OfficeView,
    columns: &TableColumns,
    area: Rect,
    buf: &mut Buffer,
    theme: &Theme,
) {
    let [date, title, regulation, state, owed] = &view.columns;
    let mut x = MARK;
    lines::put_at(buf, area, x, 0, date, theme.faint());
    x += DATE + BETWEEN;
    let title = lines::put_at(buf, area, x, 0, title, theme.faint());
    match columns.beside {
        BesideTitle::Own {
            regulation: of_regulation,
            state: of_state,
            owed: of_owed,
        } => {
            x += columns.title + BETWEEN;
            for (text, width) in [(regulation, of_regulation), (state, of_state)] {
                if width > 0 {
                    lines::put_at(buf, area, x, 0, text, theme.faint());
                    x += width + BETWEEN;
                }
            }
            if of_owed > 0 {
                lines::put_right(buf, area, 0, owed, theme.faint());
            }
        }
        BesideTitle::Below => {
            let both = format!("{state} · {owed}");
            let left = columns.title.saturating_sub(title + BETWEEN);
            if width(&both) <= usize::from(left) {
                lines::put_right(buf, area, 0, &both, theme.faint());
            }
        }
    }
}

fn draw_line(
    laid: &Laid<'_>,
    columns: &TableColumns,
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
            owed_mark,
            ..
        } => {
            let sign = if *is_selected { " ▸ " } else { "   " };
            lines::put(buf, area, 0, sign, theme.accent());
            lines::put_at(buf, area, MARK, 0, date, theme.text());
            let x = MARK + DATE + BETWEEN;
            for (row, text) in (0..).zip(&laid.title) {
                put_found(buf, (area, x, row), text, search, theme);
            }
            let style = match owed_mark {
                OwedMark::Overdue => theme.over(),
                OwedMark::Soon => theme.warning(),
                OwedMark::Running => theme.faint(),
                OwedMark::Done => theme.good(),
            };
            draw_beside(
                laid,
                columns,
                (regulation, state),
                area,
                buf,
                (theme, style),
            );
            if *is_selected {
                lines::shade(buf, area, theme.selected());
            }
        }
    }
}

/// How far a session has come and what is owed of it: in columns of their own, or below the title.
fn draw_beside(
    laid: &Laid<'_>,
    columns: &TableColumns,
    (regulation, state): (&str, &str),
    area: Rect,
    buf: &mut Buffer,
    (theme, style): (&Theme, Style),
) {
    let mut x = MARK + DATE + BETWEEN;
    match columns.beside {
        BesideTitle::Own {
            regulation: of_regulation,
            state: of_state,
            ..
        } => {
            x += columns.title + BETWEEN;
            for (text, width) in [(regulation, of_regulation), (state, of_state)] {
                if width > 0 {
                    lines::put_at(buf, area, x, 0, text, theme.text());
                    x += width + BETWEEN;
                }
            }
            for (row, text) in (0..).zip(&laid.owed) {
                lines::put_right(buf, area, row, text, style);
            }
        }
        BesideTitle::Below => {
            let first = u16::try_from(laid.title.len()).unwrap_or(u16::MAX);
            for (row, text) in (first..).zip(&laid.owed) {
                lines::put_at(buf, area, x, row, text, style);
            }
            lines::put_at(buf, area, x, first, state, theme.text());
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
