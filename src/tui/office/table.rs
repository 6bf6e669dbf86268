//! Puts the table of sessions into cells: titles wrap, and columns share the width by their longest text.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::detail::{OfficeLine, OwedMark};
use super::view::OfficeView;
use crate::domain::text::{self, Search, width, wrap};
use crate::tui::theme::Theme;
use crate::tui::widgets::lines;

/// Columns between texts that are about different things.
pub(super) const BETWEEN: u16 = 2;
/// Columns of the mark of the chosen line.
const MARK: u16 = 3;
const DATE: u16 = 10;
/// The narrowest a title gets before another column goes.
const TITLE: u16 = 26;

/// How wide the columns of the table are; a column that is not shown has no width.
struct TableColumns {
    title: u16,
    regulation: u16,
    state: u16,
    owed: u16,
}

impl TableColumns {
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
    while first < selected && rows(laid.get(first..=selected).unwrap_or_default()) + 3 > room {
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
    if first > 0 {
        let before = sessions(laid.get(..first).unwrap_or_default());
        let told = view.above.render(&[("count", &before)]);
        lines::put_right(buf, body, 0, &told, theme.accent());
        row = 1;
    }
    for (place, one) in laid.iter().enumerate().skip(first) {
        let height = u16::try_from(one.title.len()).unwrap_or(1);
        let rest = rows(laid.get(place..).unwrap_or_default());
        let keeps_sign = usize::from(row) + rest > room;
        if row + height + u16::from(keeps_sign) > body.height {
            let left = sessions(laid.get(place..).unwrap_or_default());
            let told = view.below.render(&[("count", &left)]);
            let last = body.height.saturating_sub(1);
            lines::put_right(buf, body, last, &told, theme.accent());
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
            owed,
            owed_mark,
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
            let style = match owed_mark {
                OwedMark::Overdue => theme.over(),
                OwedMark::Soon => theme.warning(),
                OwedMark::Running => theme.faint(),
                OwedMark::Done => theme.good(),
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
