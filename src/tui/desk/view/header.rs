//! The top: session, regulation, elapsed and allowed time, forecast, and whether everything is on disk.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::format;
use crate::domain::session::Session;
use crate::domain::session::forecast::Pace;
use crate::domain::session::scene::Scene;
use crate::domain::text;
use crate::domain::time::{Millis, SessionTime};
use crate::tui::desk::Desk;
use crate::tui::desk::words::HeaderMessage;
use crate::tui::theme::Theme;
use crate::tui::widgets::lines;

/// What the header shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeaderView {
    pub title: String,
    pub fictional: Option<String>,
    pub regulation: String,
    pub saved: String,
    pub is_saved: bool,
    pub clock: String,
    pub elapsed: String,
    pub pace: String,
    pub is_late: bool,
    pub forecast: String,
    /// What stands on the hall's screen instead of what happens, and who presides instead of the planned chair.
    pub signs: Vec<String>,
    /// How much of the allowed time is over, in thousandths.
    pub gauge: u16,
}

impl HeaderView {
    /// The rows of the header: a title that one row does not hold has a second one in a window with room for it.
    #[must_use]
    pub fn rows(&self, area: Rect) -> u16 {
        let room = usize::from(area.width.saturating_sub(2));
        let needed = self.before_title() + text::width(&self.title);
        if area.height >= ROOMY && needed > room {
            4
        } else {
            3
        }
    }

    /// The columns of what stands before the title.
    fn before_title(&self) -> usize {
        self.fictional
            .as_deref()
            .map_or(0, |tag| text::width(tag) + 2)
    }

    /// How many columns of the gauge are over.
    #[must_use]
    pub fn gauge_columns(&self, width: u16) -> u16 {
        let columns = u32::from(width) * u32::from(self.gauge.min(1000)) / 1000;
        u16::try_from(columns).unwrap_or(width)
    }
}

/// The header's data.
#[must_use]
pub fn view(session: &Session, desk: &Desk, now: SessionTime) -> HeaderView {
    let words = &desk.words.header;
    let pace = session.pace(now);
    let ended = session.state().ended();
    let is_late = ended.is_none() && pace.is_some_and(|pace| minutes(pace) > 0);
    HeaderView {
        title: session.plan().title.clone(),
        fictional: session
            .plan()
            .fictional
            .then(|| words[HeaderMessage::Fictional].to_string()),
        regulation: session.regulation().short.in_lang(desk.lang).to_owned(),
        saved: if desk.disk.is_unsaved() {
            words[HeaderMessage::NotSaved].to_string()
        } else {
            words[HeaderMessage::Saved].render(&[("seq", &session.history().last_seq().0)])
        },
        is_saved: !desk.disk.is_unsaved(),
        clock: format::time_with_seconds(now.wall),
        elapsed: elapsed(pace, desk),
        pace: match (pace, ended) {
            (Some(_), Some(ended)) => {
                words[HeaderMessage::ClosedAt].render(&[("time", &format::time(ended.wall))])
            }
            (Some(pace), None) => speed(pace, desk),
            (None, _) => String::new(),
        },
        is_late,
        forecast: pace
            .filter(|_| ended.is_none())
            .map_or_else(String::new, |pace| {
                words[HeaderMessage::Forecast].render(&[("time", &format::time(pace.forecast_end))])
            }),
        signs: signs(session, desk, now),
        gauge: pace.map_or(0, gauge),
    }
}

/// The thousandths of the allowed time that are over.
fn gauge(pace: Pace) -> u16 {
    let Some(allowed) = pace.allowed.filter(|allowed| *allowed > Millis::ZERO) else {
        return 0;
    };
    u16::try_from(pace.elapsed.0.saturating_mul(1000) / allowed.0).unwrap_or(1000)
}

fn signs(session: &Session, desk: &Desk, now: SessionTime) -> Vec<String> {
    let words = &desk.words.header;
    let state = session.state();
    // As on the screen of the hall: what is pinned hides a message.
    let hall = match (state.scene, &state.message) {
        (Some(Scene::Blank), _) => Some(&words[HeaderMessage::HallBlank]),
        (Some(Scene::Dark), _) => Some(&words[HeaderMessage::HallDark]),
        (Some(Scene::Agenda | Scene::Floor | Scene::Conclusion(_)), _) => {
            Some(&words[HeaderMessage::HallPinned])
        }
        (None, Some(_)) => Some(&words[HeaderMessage::HallMessage]),
        (None, None) => None,
    };
    let chair = state
        .chair_changes
        .last()
        .filter(|change| change.by != session.plan().chair)
        .map(|change| words[HeaderMessage::Chair].render(&[("name", &change.by.called())]));
    let page = desk.hall.page(session, now).map(|(number, count)| {
        words[HeaderMessage::HallPage].render(&[("number", &number), ("count", &count)])
    });
    hall.map(ToString::to_string)
        .into_iter()
        .chain(page)
        .chain(chair)
        .collect()
}

fn elapsed(pace: Option<Pace>, desk: &Desk) -> String {
    let words = &desk.words.header;
    let Some(pace) = pace else {
        return words[HeaderMessage::NotBegun].to_string();
    };
    let elapsed = format::hours(pace.elapsed);
    match pace.allowed {
        Some(allowed) => words[HeaderMessage::ElapsedOf]
            .render(&[("elapsed", &elapsed), ("allowed", &format::hours(allowed))]),
        None => words[HeaderMessage::Elapsed].render(&[("elapsed", &elapsed)]),
    }
}

fn speed(pace: Pace, desk: &Desk) -> String {
    let words = &desk.words.header;
    match minutes(pace) {
        0 => words[HeaderMessage::OnPlan].to_string(),
        late if late > 0 => words[HeaderMessage::Behind].render(&[("minutes", &late)]),
        early => words[HeaderMessage::Ahead].render(&[("minutes", &-early)]),
    }
}

/// Whole minutes behind the plan; negative when ahead.
fn minutes(pace: Pace) -> i64 {
    pace.behind / i64::try_from(Millis::of_minutes(1).0).unwrap_or(i64::MAX)
}

/// The columns of the mark that all is saved, with the time: `✓ đã lưu 1234  09:06:41`, and the blanks before it.
const MARK: usize = 25;

/// In a window of so many rows the header may have one more.
const ROOMY: u16 = 30;

/// Draws the header: the session, its times, and a gauge of the time that is over.
pub fn draw(view: &HeaderView, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let inner = Rect {
        x: area.x + 1,
        width: area.width.saturating_sub(2),
        ..area
    };
    let saved = if view.is_saved {
        theme.good()
    } else {
        theme.over()
    };
    // A title that is not whole beside the mark has its row to itself; so the mark keeps its place while the window does.
    let tag = view.fictional.as_deref().unwrap_or_default();
    let whole = view.before_title() + text::width(&view.title) + MARK <= usize::from(inner.width);
    // The row of the times, under the title.
    let times = area.height.saturating_sub(2).max(1);
    let row = if whole { 0 } else { times };
    let right = lines::put_right(buf, inner, row, &view.clock, theme.strong());
    let before_clock = less(inner, right + 2);
    let right = right + 2 + lines::put_right(buf, before_clock, row, &view.saved, saved);
    let before_mark = less(inner, right + 2);
    let (titled, left) = if whole {
        (before_mark, inner)
    } else {
        (inner, before_mark)
    };
    let mut column = 0;
    if !tag.is_empty() {
        column += lines::put_at(buf, titled, column, 0, tag, theme.warning()) + 2;
    }
    put_title(buf, titled, (column, times), &view.title, theme.strong());

    let signs = signs_within(&view.signs, usize::from(left.width));
    let right = lines::put_right(buf, left, times, &signs, theme.warning());
    let left = less(left, right + 2 * u16::from(right > 0));
    let pace = if view.is_late {
        theme.warning()
    } else {
        theme.good()
    };
    let mut column = 0;
    let parts = [
        (&view.elapsed, theme.strong()),
        (&view.pace, pace),
        (&view.forecast, theme.text()),
        (&view.regulation, theme.faint()),
    ];
    for (text, style) in parts {
        let between = if column > 0 { " · " } else { "" };
        let width = place(text::width(between) + text::width(text));
        // Whole parts go where there is no room, the least important first.
        if text.is_empty() || column + width > left.width {
            continue;
        }
        column += lines::put_at(buf, left, column, times, between, theme.faint());
        column += lines::put_at(buf, left, column, times, text, style);
    }

    let done = view.gauge_columns(area.width);
    for column in 0..area.width {
        let (symbol, style) = if column < done {
            ("━", theme.accent())
        } else {
            ("─", theme.faint())
        };
        if let Some(cell) = buf.cell_mut((area.x + column, area.y + times + 1)) {
            cell.set_symbol(symbol).set_style(style);
        }
    }
}

/// As many signs as are whole in so many columns, the first at any rate.
fn signs_within(signs: &[String], columns: usize) -> String {
    let mut told = signs.first().cloned().unwrap_or_default();
    for sign in signs.iter().skip(1) {
        let longer = format!("{told} · {sign}");
        if text::width(&longer) > columns {
            break;
        }
        told = longer;
    }
    told
}

/// A title from a column on, in so many rows: the longest beginning of it that they hold and that reads as a whole, else
/// as many words as they hold.
fn put_title(buf: &mut Buffer, area: Rect, (column, rows): (u16, u16), title: &str, style: Style) {
    let place = Rect {
        x: area.x + column,
        width: area.width.saturating_sub(column),
        ..area
    };
    let room = usize::from(place.width).max(1);
    let fits = |title: &&str| text::wrap(title, room).len() <= usize::from(rows);
    let title = text::whole_beginnings(title).find(fits).unwrap_or(title);
    for (row, line) in (0..rows).zip(text::wrap(title, room)) {
        lines::put(buf, place, row, line, style);
    }
}

fn less(area: Rect, columns: u16) -> Rect {
    Rect {
        width: area.width.saturating_sub(columns),
        ..area
    }
}

fn place(columns: usize) -> u16 {
    u16::try_from(columns).unwrap_or(u16::MAX)
}
