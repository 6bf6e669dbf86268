//! Puts a station's screen into cells. It decides nothing but places.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{SentLine, SentTone, StationList, StationView};
use crate::domain::text;
use crate::tui::desk::view::places::Places;
use crate::tui::desk::view::{SMALLEST, footer, items, overlay, queue};
use crate::tui::theme::Theme;
use crate::tui::widgets::lines;

/// Title, state, facts.
const HEADER: u16 = 3;
/// A rule, the notice, the act, the keys.
const BOTTOM: u16 = 4;
/// From this width on the list and what was sent stand side by side.
const SIDE_BY_SIDE: u16 = 100;
/// The columns that a form needs at most.
const FORM: u16 = 100;

/// Draws the whole screen and returns where the cursor of a field stands.
pub fn draw(view: &StationView, area: Rect, buf: &mut Buffer, theme: &Theme) -> Option<(u16, u16)> {
    buf.set_style(area, theme.text());
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        lines::put_wrapped(buf, area, 0, &view.title, area.height, theme.warning());
        return None;
    }
    draw_header(view, area, buf, theme);
    let bottom = Rect {
        y: area.bottom().saturating_sub(BOTTOM),
        height: BOTTOM,
        ..area
    };
    let body = Rect {
        x: area.x + 1,
        y: area.y + HEADER,
        width: area.width.saturating_sub(2),
        height: area.height.saturating_sub(HEADER + BOTTOM),
    };
    let (list, sent) = split(body);
    match &view.list {
        Some(StationList::People(people)) => queue::draw(people, list, buf, theme),
        Some(StationList::Items(all)) => {
            items::draw(all, list, false, buf, theme);
        }
        None => {}
    }
    let (sent, written) = with_written(view, sent);
    draw_sent(view, sent, buf, theme);
    if let Some(written) = written {
        draw_written(view, written, buf, theme);
    }
    footer::draw(&view.bottom, bottom, buf, theme);
    let overlay = view.overlay.as_ref()?;
    let form = Rect {
        width: body.width.min(FORM),
        ..body
    };
    let places = Places {
        wide: false,
        header: Rect {
            height: HEADER,
            ..area
        },
        agenda: form,
        queue: form,
        floor: form,
        items: form,
        bottom,
        body,
        rules: [None, None],
    };
    let frame = overlay::frame(overlay, &places, body);
    // What would look out from under the panel says nothing without its heading.
    places.below(frame, form, buf, theme);
    overlay::draw(overlay, frame, false, buf, theme).cursor
}

fn draw_header(view: &StationView, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let inner = Rect {
        x: area.x + 1,
        width: area.width.saturating_sub(2),
        ..area
    };
    let bar = Rect { height: 1, ..area };
    lines::shade(buf, bar, theme.bar());
    let clock = lines::put_right(buf, inner, 0, &view.clock, theme.bar());
    let station = view.station.to_uppercase();
    let told = lines::put(buf, inner, 0, &station, theme.bar());
    let title = Rect {
        x: inner.x + told + 2,
        width: inner.width.saturating_sub(told + clock + 4),
        ..inner
    };
    lines::put(buf, title, 0, &view.title, theme.bar());
    let (state, warns) = &view.state;
    let style = if *warns {
        theme.warning()
    } else {
        theme.faint()
    };
    lines::put(buf, inner, 1, state, style);
    lines::put(buf, inner, 2, &view.facts.join("  ·  "), theme.strong());
}

/// The list, and what was sent: beside each other where there is room, else below each other.
fn split(body: Rect) -> (Rect, Rect) {
    if body.width >= SIDE_BY_SIDE {
        let left = body.width * 11 / 20;
        let list = Rect {
            width: left,
            ..body
        };
        let sent = Rect {
            x: body.x + left + 3,
            width: body.width.saturating_sub(left + 3),
            ..body
        };
        return (list, sent);
    }
    let below = (body.height / 3).max(3);
    let list = Rect {
        height: body.height.saturating_sub(below + 1),
        ..body
    };
    let sent = Rect {
        y: body.bottom().saturating_sub(below),
        height: below,
        ..body
    };
    (list, sent)
}

/// Where something was written down and there is room, it takes half of it.
fn with_written(view: &StationView, area: Rect) -> (Rect, Option<Rect>) {
    let half = area.height / 2;
    if view.written.is_empty() || half < 2 {
        return (area, None);
    }
    let above = Rect {
        height: area.height - half,
        ..area
    };
    let below = Rect {
        y: above.bottom(),
        height: half,
        ..area
    };
    (above, Some(below))
}

fn draw_written(view: &StationView, area: Rect, buf: &mut Buffer, theme: &Theme) {
    lines::heading(
        buf,
        area,
        0,
        &view.written_title,
        theme.faint(),
        theme.faint(),
    );
    let mut row = 1;
    for line in &view.written {
        if row >= area.height {
            return;
        }
        row += lines::put_wrapped(buf, area, row, line, 3, theme.text());
    }
}

fn draw_sent(view: &StationView, area: Rect, buf: &mut Buffer, theme: &Theme) {
    lines::heading(buf, area, 0, &view.sent_title, theme.faint(), theme.faint());
    if view.sent.is_empty() {
        lines::put(buf, area, 1, &view.nothing_sent, theme.faint());
        return;
    }
    let mut row = 1;
    for line in &view.sent {
        if row >= area.height {
            return;
        }
        row += draw_line(line, row, area, buf, theme);
    }
}

/// One request: when and what, what became of it, and why under it.
fn draw_line(line: &SentLine, row: u16, area: Rect, buf: &mut Buffer, theme: &Theme) -> u16 {
    let (sign, style) = match line.tone {
        SentTone::Waiting => ("…", theme.warning()),
        SentTone::Taken => ("✓", theme.good()),
        SentTone::Refused => ("✗", theme.over()),
    };
    let state = format!("{sign} {}", line.state);
    let taken = lines::put_right(buf, area, row, &state, style);
    let room = Rect {
        width: area.width.saturating_sub(taken + 2),
        ..area
    };
    let told = format!("{} {}", line.time, line.what);
    lines::put(buf, room, row, &told, theme.text());
    let Some(answer) = &line.answer else {
        return 1;
    };
    let indent = u16::try_from(text::width(&line.time) + 1).unwrap_or(0);
    let under = Rect {
        x: area.x + indent,
        width: area.width.saturating_sub(indent),
        ..area
    };
    let style = if line.tone == SentTone::Refused {
        theme.warning()
    } else {
        theme.faint()
    };
    1 + lines::put_wrapped(buf, under, row + 1, answer, 3, style)
}
