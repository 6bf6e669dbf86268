//! The desk's window as a mirrored display: the hall's own view, and one row for the aide in which nothing private can
//! stand. All keys of the desk go on working.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::session::Session;
use crate::domain::session::next::Next;
use crate::domain::time::SessionTime;
use crate::tui::desk::Desk;
use crate::tui::desk::action::Action;
use crate::tui::desk::keymap::{Key, Mode, key_for};
use crate::tui::desk::words::MirrorMessage;
use crate::tui::desk::words::NextMessage;
use crate::tui::projector::{self, ProjectorView};
use crate::tui::theme::Theme;
use crate::tui::widgets::lines;

/// What the mirrored display shows.
#[derive(Debug, Clone, PartialEq)]
pub struct MirrorView {
    pub hall: ProjectorView,
    /// For the aide: which kind of act comes next, or that something lies open. No names, no texts.
    pub line: String,
}

/// The mirrored display's data; `None` while the window is the aide's own.
#[must_use]
pub fn view(session: &Session, desk: &Desk, now: SessionTime) -> Option<MirrorView> {
    let words = desk.mirror.as_ref()?;
    Some(MirrorView {
        hall: projector::view(session, now, words, desk.lang),
        line: line(session, desk),
    })
}

fn line(session: &Session, desk: &Desk) -> String {
    let words = &desk.words.mirror;
    let name = |intent: Action| key_for(Mode::Desk, intent).map_or_else(String::new, Key::name);
    if desk.dialog.is_some() {
        return words[MirrorMessage::Open].to_string();
    }
    if desk.unsaved {
        return words[MirrorMessage::NotSaved].to_string();
    }
    let act = match session.next() {
        Next::EnterStep(_) | Next::ChooseStep => &words[MirrorMessage::Step],
        Next::Tick(_) => &words[MirrorMessage::Tick],
        Next::Call(_) => &words[MirrorMessage::Call],
        Next::StartClock | Next::ResumeClock => &words[MirrorMessage::Clock],
        Next::EndFloor => &words[MirrorMessage::End],
        Next::Answer { .. } | Next::ReadPrepared(_) | Next::HoldSpeeches => {
            &words[MirrorMessage::Answer]
        }
        Next::Class(_) => &words[MirrorMessage::Class],
        Next::FollowUp(_) => &words[MirrorMessage::FollowUp],
        Next::EndBreak => &words[MirrorMessage::EndBreak],
        Next::Close => &words[MirrorMessage::Close],
        Next::Nothing => {
            // No key performs anything any more.
            let closed = &desk.words.next[NextMessage::Nothing];
            return format!(
                "{closed}  ·  {} {}",
                name(Action::Mirror),
                words[MirrorMessage::Back]
            );
        }
    };
    format!(
        "{} {act}  ·  {} {}",
        name(Action::Next),
        name(Action::Mirror),
        words[MirrorMessage::Back]
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
