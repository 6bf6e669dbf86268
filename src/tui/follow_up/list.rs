//! The list of what is owed in cells: sign and state, day, what and by whom. A text that is longer than its column goes on
//! below; nothing is cut. Decides nothing but where things stand.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::view::{FollowUpView, OwedRowView};
use crate::domain::follow_up::DueState;
use crate::domain::text;
use crate::tui::theme::Theme;
use crate::tui::widgets::lines;

/// The columns of a day.
const DAY: u16 = 10;

pub(super) fn filter_cursor(view: &FollowUpView, area: Rect) -> (u16, u16) {
    let typed = u16::try_from(text::width(&view.filter)).unwrap_or(0);
    let column = (3 + typed).min(area.width.saturating_sub(1));
    (area.x + column, area.y)
}

pub(super) fn owed(view: &FollowUpView, area: Rect, buf: &mut Buffer, theme: &Theme) {
    lines::put_at(buf, area, 1, 0, "›", theme.accent());
    if view.filter.is_empty() {
        lines::put_at(buf, area, 3, 0, &view.filter_hint, theme.faint());
    } else {
        lines::put_at(buf, area, 3, 0, &view.filter, theme.strong());
    }
    let list = Rect {
        y: area.y + 1,
        height: area.height.saturating_sub(1),
        ..area
    };
    if view.rows.is_empty() {
        lines::put_at(buf, list, 1, 0, &view.empty, theme.faint());
        return;
    }
    let columns = ListColumns::of(view, list.width);
    let laid = laid_out(view, &columns);
    let first = first_laid(&laid, list.height);
    let mut row = 0;
    for part in laid.iter().skip(first) {
        // A row is in sight whole, or not at all.
        if row > 0 && row + part.height > list.height {
            break;
        }
        match part.what {
            LaidPart::Heading(heading) => {
                lines::heading(buf, list, row, heading, theme.accent(), theme.faint());
            }
            LaidPart::Row(line) => {
                let place = Rect {
                    y: list.y + row,
                    height: part.height.min(list.height - row),
                    ..list
                };
                owed_row(line, place, &columns, buf, theme);
            }
        }
        row += part.height;
    }
}

/// A heading or a row, with the rows of cells it takes.
struct LaidOut<'a> {
    what: LaidPart<'a>,
    height: u16,
    selected: bool,
}

enum LaidPart<'a> {
    Heading(&'a str),
    Row(&'a OwedRowView),
}

fn laid_out<'a>(view: &'a FollowUpView, columns: &ListColumns) -> Vec<LaidOut<'a>> {
    let mut laid = Vec::new();
    for row in &view.rows {
        if let Some(heading) = &row.heading {
            laid.push(LaidOut {
                what: LaidPart::Heading(heading),
                height: 1,
                selected: false,
            });
        }
        laid.push(LaidOut {
            what: LaidPart::Row(row),
            height: columns.height(row),
            selected: row.selected,
        });
    }
    laid
}

/// The first part in sight, so that what is selected stands whole in the window, with about as much before it as behind.
fn first_laid(laid: &[LaidOut<'_>], room: u16) -> usize {
    let at = laid.iter().position(|part| part.selected).unwrap_or(0);
    let heights: Vec<u16> = laid.iter().map(|part| part.height).collect();
    first_in_room(&heights, at, room)
}

/// The same for parts of these heights.
pub(super) fn first_in_room(heights: &[u16], at: usize, room: u16) -> usize {
    let height = |from: usize, to: usize| -> u16 {
        let parts = heights.iter().take(to).skip(from);
        parts.copied().fold(0, u16::saturating_add)
    };
    if height(0, heights.len()) <= room {
        return 0;
    }
    let own = height(at, at + 1);
    let mut first = at;
    // Half of the room before it; more where there is not so much behind.
    let behind = height(at + 1, heights.len());
    let before =
        (room.saturating_sub(own) / 2).max(room.saturating_sub(own.saturating_add(behind)));
    while first > 0 && height(first - 1, at) <= before {
        first -= 1;
    }
    // A heading alone is not left out above.
    if first == 1 && height(0, at + 1) <= room {
        first = 0;
    }
    first
}

/// Where the columns of the list begin, and how wide they are.
struct ListColumns {
    state: u16,
    what: u16,
    agency: u16,
    width: u16,
}

impl ListColumns {
    fn of(view: &FollowUpView, width: u16) -> Self {
        let longest = |of: fn(&OwedRowView) -> &str| {
            let widths = view.rows.iter().map(|row| text::width(of(row)));
            u16::try_from(widths.max().unwrap_or(0)).unwrap_or(u16::MAX)
        };
        let state = longest(|row| &row.state_text).min(width / 3);
        // The sign, the day, and a blank after each column.
        let rest = width.saturating_sub(3 + state + 1 + DAY + 2);
        let agency = longest(|row| &row.agency);
        let of_promises = view.rows.iter().filter(|row| !row.agency.is_empty());
        let what = of_promises.map(|row| text::width(&row.what)).max();
        let what = u16::try_from(what.unwrap_or(0)).unwrap_or(u16::MAX);
        // Each has what it needs where both fit; else they share the room as they need it.
        let what = if what.saturating_add(1).saturating_add(agency) <= rest {
            what
        } else {
            let needed = u32::from(what) + u32::from(agency);
            let share = u32::from(rest.saturating_sub(1)) * u32::from(what) / needed.max(1);
            u16::try_from(share).unwrap_or(rest).max(rest / 3)
        };
        Self {
            state,
            what,
            agency: rest.saturating_sub(what + 1),
            width,
        }
    }

    const fn day_at(&self) -> u16 {
        3 + self.state + 1
    }

    const fn what_at(&self) -> u16 {
        self.day_at() + DAY + 2
    }

    const fn agency_at(&self) -> u16 {
        self.what_at() + self.what + 1
    }

    /// The columns that a duty, which has nobody to name beside it, goes across.
    const fn whole(&self) -> u16 {
        self.width.saturating_sub(self.what_at())
    }

    fn height(&self, row: &OwedRowView) -> u16 {
        let rows = |text: &str, width: u16| text::wrap(text, usize::from(width.max(1))).len();
        let what = if row.agency.is_empty() {
            rows(&row.what, self.whole())
        } else {
            rows(&row.what, self.what).max(rows(&row.agency, self.agency))
        };
        let highest = what.max(rows(&row.state_text, self.state)).max(1);
        u16::try_from(highest).unwrap_or(1)
    }
}

fn owed_row(
    line: &OwedRowView,
    area: Rect,
    columns: &ListColumns,
    buf: &mut Buffer,
    theme: &Theme,
) {
    let style = style_of(line.state, theme);
    lines::put_at(buf, area, 0, 0, line.sign, style);
    let cell = |column: u16, width: u16| Rect {
        x: area.x + column.min(area.width),
        width: width.min(area.width.saturating_sub(column)),
        ..area
    };
    let put = |buf: &mut Buffer, place: Rect, text: &str, style: Style| {
        lines::put_wrapped(buf, place, 0, text, place.height, style);
    };
    put(buf, cell(3, columns.state), &line.state_text, style);
    put(buf, cell(columns.day_at(), DAY), &line.day, theme.text());
    if line.agency.is_empty() {
        let whole = cell(columns.what_at(), columns.whole());
        put(buf, whole, &line.what, theme.text());
    } else {
        let what = cell(columns.what_at(), columns.what);
        put(buf, what, &line.what, theme.strong());
        let agency = cell(columns.agency_at(), columns.agency);
        put(buf, agency, &line.agency, theme.faint());
    }
    if line.selected {
        lines::shade(buf, area, theme.selected());
    }
}

fn style_of(state: DueState, theme: &Theme) -> Style {
    match state {
        DueState::Overdue { .. } => theme.over(),
        DueState::Due { .. } | DueState::Uncounted { .. } | DueState::DoneLate { .. } => {
            theme.warning()
        }
        DueState::Done { .. } => theme.good(),
        DueState::Running { .. }
        | DueState::AwaitsNotice
        | DueState::WithSuperior
        | DueState::NoLimit => theme.text(),
    }
}
