//! The desk's window as a mirrored display: the hall's own view, and one row for the aide in which nothing private can
//! stand. All keys of the desk go on working.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::desk::Desk;
use crate::desk::intent::Intent;
use crate::desk::keymap::{Key, Mode, key_for};
use crate::moment::Stamp;
use crate::hall_view::{self, ProjectorView};
use crate::projector;
use crate::session::Session;
use crate::session::next::Next;
use crate::theme::Theme;
use crate::widgets::lines;

/// What the mirrored display shows.
#[derive(Debug, Clone, PartialEq)]
pub struct MirrorView {
    pub hall: ProjectorView,
    /// For the aide: which kind of act comes next, or that something lies open. No names, no texts.
    pub line: String,
}

/// The mirrored display's data; `None` while the window is the aide's own.
#[must_use]
pub fn view(session: &Session, desk: &Desk, now: Stamp) -> Option<MirrorView> {
    let words = desk.mirror.as_ref()?;
    Some(MirrorView {
        hall: hall_view::view(session, now, words, desk.lang),
        line: line(session, desk),
    })
}

fn line(session: &Session, desk: &Desk) -> String {
    let words = &desk.words.mirror;
    let name = |intent: Intent| key_for(Mode::Desk, intent).map_or_else(String::new, Key::name);
    if desk.dialog.is_some() {
        return words.open.to_string();
    }
    if desk.unsaved {
        return words.not_saved.to_string();
    }
    let act = match session.next() {
        Next::EnterStep(_) => &words.step,
        Next::Tick(_) => &words.tick,
        Next::Call(_) => &words.call,
        Next::StartClock | Next::ResumeClock => &words.clock,
        Next::EndFloor => &words.end,
        Next::Answer { .. } | Next::ReadPrepared(_) | Next::HoldSpeeches => &words.answer,
        Next::Class(_) => &words.class,
        Next::FollowUp(_) => &words.follow_up,
        Next::EndBreak => &words.end_break,
        Next::Close => &words.close,
        Next::Nothing => {
            // No key performs anything any more.
            let closed = &desk.words.next.nothing;
            return format!("{closed}  ·  {} {}", name(Intent::Mirror), words.back);
        }
    };
    format!(
        "{} {act}  ·  {} {}",
        name(Intent::Next),
        name(Intent::Mirror),
        words.back
    )
}

/// Draws the mirrored display.
pub fn draw(view: &MirrorView, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let rows = area.height.saturating_sub(1);
    let hall = Rect {
        height: rows,
        ..area
    };
    projector::draw(&view.hall, hall, buf, theme);
    let row = Rect {
        y: area.y + rows,
        height: area.height - rows,
        ..area
    };
    buf.set_style(row, theme.text());
    lines::put(buf, row, 0, &view.line, theme.faint());
}
