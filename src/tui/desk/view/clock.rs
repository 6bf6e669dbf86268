//! The large clock of the floor: what is left of a turn or a break, with a sign, a word and a colour.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use crate::domain::format;
use crate::domain::session::Session;
use crate::domain::session::floor::Turn;
use crate::domain::session::timing::{Break, Span};
use crate::domain::text;
use crate::domain::time::{Millis, SessionTime};
use crate::tui::desk::Desk;
use crate::tui::desk::words::FlowMessage;
use crate::tui::desk::words::PaneMessage;
use crate::tui::theme::Theme;
use crate::tui::widgets::clock_digits::{self, DigitSize};
use crate::tui::widgets::lines;

/// The large clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClockPane {
    pub digits: String,
    pub word: String,
    /// The limit in words; empty without one.
    pub limit: String,
    /// What is left of the limit, in thousandths; nothing without one.
    pub left: u16,
    pub state: ClockState,
    /// It was stopped, and goes on from here. What is left is as pressing as before, so the digits keep their colour; the
    /// word stands out instead.
    pub is_stopped: bool,
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
pub fn of_turn(session: &Session, desk: &Desk, turn: &Turn, now: SessionTime) -> ClockPane {
    let words = &desk.words.panes;
    let (first, second) = session.plan().settings.warnings;
    let millis = |seconds: u32| i64::from(seconds) * 1000;
    let left = turn.left(now);
    let limit = turn.limit.map_or_else(String::new, |limit| {
        words[PaneMessage::Limit].render(&[("limit", &format::duration(limit))])
    });
    let (word, state) = match (&turn.clock, left) {
        (None, _) => (&words[PaneMessage::NotStarted], ClockState::Standing),
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
    let is_stopped = turn.clock.as_ref().is_some_and(Span::is_paused);
    let word = if is_stopped {
        &words[PaneMessage::Paused]
    } else {
        word
    };
    ClockPane {
        digits: left.map_or_else(|| format::running(turn.lasted(now)), format::left),
        word: word.to_string(),
        limit,
        left: thousandths(left, turn.limit),
        state,
        is_stopped,
    }
}

/// What is left of a limit, in thousandths.
fn thousandths(left: Option<i64>, limit: Option<Millis>) -> u16 {
    match (left.and_then(|left| u64::try_from(left).ok()), limit) {
        (Some(left), Some(limit)) if limit > Millis::ZERO => {
            u16::try_from(left.saturating_mul(1000) / limit.0).unwrap_or(1000)
        }
        (_, _) => 0,
    }
}

/// What a pause is called: a break, or a session that was suspended.
#[must_use]
pub const fn rest_word(rest: &Break) -> PaneMessage {
    if rest.adjourned {
        PaneMessage::Adjourned
    } else {
        PaneMessage::InBreak
    }
}

/// The clock of a break.
#[must_use]
pub fn of_break(desk: &Desk, rest: &Break, now: SessionTime) -> ClockPane {
    let words = &desk.words.panes;
    let spent = rest.span.lasted(now);
    let over = rest.planned.is_some_and(|planned| spent > planned);
    let word = match rest.planned {
        Some(_) if over => &words[PaneMessage::Over],
        Some(_) => &words[PaneMessage::Left],
        None => &words[PaneMessage::Rested],
    };
    ClockPane {
        digits: rest.planned.map_or_else(
            || format::running(spent),
            |planned| format::left(planned.signed_sub(spent)),
        ),
        word: word.to_string(),
        limit: String::new(),
        left: thousandths(
            rest.planned.map(|planned| planned.signed_sub(spent)),
            rest.planned,
        ),
        state: if over {
            ClockState::Over
        } else {
            ClockState::Running
        },
        is_stopped: false,
    }
}

/// The clock of a turn that is over: it stands at the time it took.
#[must_use]
pub fn of_ended(session: &Session, desk: &Desk, turn: &Turn) -> Option<ClockPane> {
    let ended = turn.ended?;
    let words = &desk.words;
    Some(ClockPane {
        digits: format::running(turn.lasted(ended)),
        word: words.flow[FlowMessage::TurnOver].to_string(),
        state: ClockState::Standing,
        is_stopped: false,
        ..of_turn(session, desk, turn, ended)
    })
}

impl ClockPane {
    /// How large it is drawn: a clock keeps its size when it passes from `00:00` to `+00:01`.
    #[must_use]
    pub fn size(&self, columns: u16, rows: u16) -> DigitSize {
        let longest = if self.digits.len() > LONGEST.len() {
            &self.digits
        } else {
            LONGEST
        };
        DigitSize::fitting(longest, columns, rows)
    }

    #[must_use]
    pub fn style(&self, theme: &Theme) -> Style {
        match self.state {
            ClockState::Running => theme.good(),
            ClockState::Warning => theme.warning(),
            ClockState::LastCall | ClockState::Over => theme.over(),
            ClockState::Standing => theme.faint(),
        }
    }

    /// The style of the words beside the digits.
    #[must_use]
    pub fn word_style(&self, theme: &Theme) -> Style {
        if self.is_stopped {
            theme.warning().add_modifier(Modifier::REVERSED)
        } else {
            self.style(theme)
        }
    }

    /// The digits' own style: colour and weight, never a ground of their own.
    fn ink(&self, theme: &Theme) -> Style {
        self.style(theme).remove_modifier(Modifier::REVERSED)
    }
}

/// Draws the digits alone.
pub fn draw_digits(
    clock: &ClockPane,
    size: DigitSize,
    area: Rect,
    buf: &mut Buffer,
    theme: &Theme,
) {
    clock_digits::draw(&clock.digits, size, area, buf, clock.ink(theme));
}

const LONGEST: &str = "+00:00";

/// Draws the digits with what is left of the limit as a gauge and in words below, and returns the rows it took.
pub fn draw(
    clock: &ClockPane,
    size: DigitSize,
    area: Rect,
    row: u16,
    buf: &mut Buffer,
    theme: &Theme,
) -> u16 {
    let style = clock.style(theme);
    let words = clock.words();
    if size == DigitSize::Text {
        let column = lines::put(buf, area, row, &clock.digits, style) + 1;
        lines::put_at(buf, area, column, row, &words, clock.word_style(theme));
        return 1;
    }
    // The signless digits stand where they stay when a sign comes before them.
    let digits = Rect {
        x: area.x + (area.width.saturating_sub(size.width(LONGEST)) / 2),
        y: area.y + row,
        width: size.width(LONGEST).max(size.width(&clock.digits)),
        height: size.rows().min(area.height.saturating_sub(row)),
    };
    let signed = clock.digits.starts_with('+');
    let shift = if signed {
        0
    } else {
        size.width(LONGEST)
            .saturating_sub(size.width(&clock.digits))
    };
    let digits = Rect {
        x: digits.x + shift,
        width: digits.width.saturating_sub(shift),
        ..digits
    };
    clock_digits::draw(&clock.digits, size, digits, buf, clock.ink(theme));
    let below = row + size.rows();
    let gauge = u16::try_from(u32::from(area.width) * u32::from(clock.left) / 1000);
    let gauge = gauge.unwrap_or(area.width);
    for column in 0..area.width {
        let (symbol, style) = if column < gauge {
            ("━", clock.ink(theme))
        } else {
            ("─", theme.faint())
        };
        if below < area.height
            && let Some(cell) = buf.cell_mut((area.x + column, area.y + below))
        {
            cell.set_symbol(symbol).set_style(style);
        }
    }
    lines::put(buf, area, below + 1, &clock.word, clock.word_style(theme));
    let beside = text::width(&clock.word) + text::width(&clock.limit) + 2;
    if beside <= usize::from(area.width) {
        lines::put_right(buf, area, below + 1, &clock.limit, theme.faint());
    }
    size.rows() + 2
}

impl ClockPane {
    /// The word and the limit in one row.
    #[must_use]
    pub fn words(&self) -> String {
        if self.limit.is_empty() {
            self.word.clone()
        } else {
            format!("{} · {}", self.word, self.limit)
        }
    }
}
