//! The large clock of the floor: what is left of a turn or a break, with a sign, a word and a colour.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget as _;

use crate::domain::format;
use crate::domain::session::Session;
use crate::domain::session::floor::Turn;
use crate::domain::session::timing::Break;
use crate::domain::text;
use crate::domain::time::SessionTime;
use crate::tui::desk::Desk;
use crate::tui::desk::words::PaneMessage;
use crate::tui::theme::Theme;
use crate::tui::widgets::digits::Digits;
use crate::tui::widgets::letters::Ink;
use crate::tui::widgets::lines;

/// The large clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClockView {
    pub digits: String,
    pub word: String,
    /// The limit in words; empty without one.
    pub limit: String,
    pub state: ClockState,
}

/// How pressing the clock is; it has a word besides its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockState {
    Running,
    /// Past the first warning mark.
    Warning,
    /// Past the second.
    LastCall,
    Over,
    Standing,
}

/// The clock of a turn.
#[must_use]
pub fn of_turn(session: &Session, desk: &Desk, turn: &Turn, now: SessionTime) -> ClockView {
    let words = &desk.words.panes;
    let (first, second) = session.plan().settings.warnings;
    let millis = |seconds: u32| i64::from(seconds) * 1000;
    let left = turn.left(now);
    let limit = turn.limit.map_or_else(String::new, |limit| {
        words[PaneMessage::Limit].render(&[("limit", &format::duration(limit))])
    });
    let (word, state) = match (&turn.clock, left) {
        (None, _) => (&words[PaneMessage::NotStarted], ClockState::Standing),
        (Some(span), _) if span.is_paused() => (&words[PaneMessage::Paused], ClockState::Standing),
        (Some(_), None) => (&words[PaneMessage::Running], ClockState::Running),
        (Some(_), Some(left)) if left < 0 => (&words[PaneMessage::Over], ClockState::Over),
        (Some(_), Some(left)) if left <= millis(second) => {
            (&words[PaneMessage::Left], ClockState::LastCall)
        }
        (Some(_), Some(left)) if left <= millis(first) => {
            (&words[PaneMessage::Left], ClockState::Warning)
        }
        (Some(_), Some(_)) => (&words[PaneMessage::Left], ClockState::Running),
    };
    ClockView {
        digits: left.map_or_else(|| format::running(turn.lasted(now)), format::left),
        word: word.to_string(),
        limit,
        state,
    }
}

/// The clock of a break.
#[must_use]
pub fn of_break(desk: &Desk, rest: &Break, now: SessionTime) -> ClockView {
    let words = &desk.words.panes;
    let spent = rest.span.lasted(now);
    let over = rest.planned.is_some_and(|planned| spent > planned);
    let word = match rest.planned {
        Some(_) if over => &words[PaneMessage::Over],
        Some(_) => &words[PaneMessage::Left],
        None => &words[PaneMessage::Rested],
    };
    ClockView {
        digits: rest.planned.map_or_else(
            || format::running(spent),
            |planned| format::left(planned.signed_sub(spent)),
        ),
        word: word.to_string(),
        limit: String::new(),
        state: if over {
            ClockState::Over
        } else {
            ClockState::Running
        },
    }
}

/// How large the clock is drawn in a floor of this height: columns and rows.
#[must_use]
pub const fn size(height: u16) -> (u16, u16) {
    if height >= 16 { (37, 5) } else { (29, 3) }
}

/// Draws the clock with its word beside it, and returns the rows it took.
pub fn draw(clock: &ClockView, area: Rect, row: u16, buf: &mut Buffer, theme: &Theme) -> u16 {
    let style = match clock.state {
        ClockState::Running => theme.good(),
        ClockState::Warning => theme.warning(),
        ClockState::LastCall | ClockState::Over => theme.over(),
        ClockState::Standing => theme.faint(),
    };
    let (width, height) = size(area.height);
    if row + height > area.height || width > area.width {
        let column = lines::put(buf, area, row, &clock.digits, style) + 1;
        lines::put_at(buf, area, column, row, &clock.word, style);
        return 1;
    }
    let digits = Rect {
        y: area.y + row,
        width,
        height,
        ..area
    };
    Digits::new(&clock.digits, Ink::Sharp(theme.text().patch(style)))
        .reserving("+00:00")
        .render(digits, buf);
    let beside = Rect {
        x: digits.right() + 1,
        width: area.width.saturating_sub(width + 1),
        ..area
    };
    if usize::from(beside.width) >= text::width(&clock.limit) && height < 5 {
        for (line, text) in (0..).zip([&clock.word, &clock.limit]) {
            lines::put_wrapped(buf, beside, row + line, text, 1, style);
        }
    } else {
        // The digits leave their last row free.
        let column = lines::put_at(buf, area, 4, row + height - 1, &clock.word, style) + 4;
        let limit = if clock.limit.is_empty() {
            String::new()
        } else {
            format!(" · {}", clock.limit)
        };
        lines::put_at(buf, area, column, row + height - 1, &limit, style);
    }
    height
}
