//! A picture of the hall in the desk: the hall's own view in plain letters, in a frame that says when it shows something
//! else than the session.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Block, BorderType, Widget as _};

use crate::domain::hall_view::ProjectorView;
use crate::domain::session::Session;
use crate::domain::time::SessionTime;
use crate::tui::desk::Desk;
use crate::tui::desk::action::Action;
use crate::tui::desk::keymap::{Key, Mode, key_for};
use crate::tui::desk::words::PaneMessage;
use crate::tui::projector::{Lettering, draw_in};
use crate::tui::theme::Theme;
use crate::tui::widgets::lines;

/// From this width on the desk has room for it.
pub const FROM_COLUMNS: u16 = 160;
/// Rows of the items over it that it leaves alone.
const LEFT_OVER: u16 = 12;
/// The frame and the heading.
const AROUND: u16 = 3;

/// The picture's data.
#[derive(Debug, Clone, PartialEq)]
pub struct HallView {
    pub hall: ProjectorView,
    pub title: String,
    /// The keys that change it.
    pub keys: String,
    /// The hall is shown something else than what happens.
    pub is_other: bool,
}

/// The picture's data; `None` where the window is too narrow for it, or it is not wanted.
#[must_use]
pub fn view(session: &Session, desk: &Desk, now: SessionTime, area: Rect) -> Option<HallView> {
    if area.width < FROM_COLUMNS || !desk.hall.has_preview() || desk.hall.is_mirrored() {
        return None;
    }
    let key = |action| key_for(Mode::Desk, action).map_or_else(String::new, Key::name);
    let state = session.state();
    Some(HallView {
        hall: desk.hall_view(session, now),
        title: desk.words.panes[PaneMessage::Hall].to_string(),
        keys: format!("{} · {}", key(Action::HallScene), key(Action::Mirror)),
        is_other: state.scene.is_some() || state.message.is_some(),
    })
}

/// Parts a column into what stays and the picture under it, as wide as the column and sixteen to nine; `None` where too
/// little would stay.
#[must_use]
pub fn part(column: Rect) -> Option<(Rect, Rect)> {
    let inner = column.width.checked_sub(4)?;
    let rows = inner * 9 / 32 + AROUND;
    let left = column.height.checked_sub(rows + 1)?;
    (left >= LEFT_OVER).then_some((
        Rect {
            height: left,
            ..column
        },
        Rect {
            y: column.y + left + 1,
            height: rows,
            ..column
        },
    ))
}

/// Draws the picture in its frame.
pub fn draw(view: &HallView, area: Rect, buf: &mut Buffer, theme: &Theme) {
    lines::heading(buf, area, 0, &view.title, theme.accent(), theme.faint());
    let room = Rect {
        width: area.width.saturating_sub(1),
        ..area
    };
    lines::put_right(buf, room, 0, &format!(" {} ", view.keys), theme.faint());
    let frame = Rect {
        y: area.y + 1,
        height: area.height.saturating_sub(1),
        ..area
    };
    let style = if view.is_other {
        theme.warning()
    } else {
        theme.faint()
    };
    let block = Block::bordered()
        .border_type(BorderType::Plain)
        .border_style(style);
    let inner = block.inner(frame);
    block.render(frame, buf);
    // A blank at either side, so that no letter touches the frame.
    let inner = Rect {
        x: inner.x + 1,
        width: inner.width.saturating_sub(2),
        ..inner
    };
    draw_in(&view.hall, inner, buf, theme, Lettering::Preview);
}
