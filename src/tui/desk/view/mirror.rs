//! The desk's window as a mirrored display: the hall's own view, and one row for the aide in which nothing private can
//! stand, so that she does not write blind. All keys of the desk go on working.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::hall_view::ProjectorView;
use crate::domain::session::Session;
use crate::domain::session::command::Command;
use crate::domain::session::next::Next;
use crate::domain::time::SessionTime;
use crate::tui::desk::Desk;
use crate::tui::desk::action::Action;
use crate::tui::desk::dialog::{Chosen, Dialog};
use crate::tui::desk::form::{Field, Form, Value};
use crate::tui::desk::keymap::{Key, Mode, key_for};
use crate::tui::desk::words::{MirrorMessage, NextMessage};
use crate::tui::projector;
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
    if !desk.mirror {
        return None;
    }
    Some(MirrorView {
        hall: desk.hall_view(session, now),
        line: line(session, desk),
    })
}

fn line(session: &Session, desk: &Desk) -> String {
    let words = &desk.words.mirror;
    let name = |intent: Action| key_for(Mode::Desk, intent).map_or_else(String::new, Key::name);
    if let Some(dialog) = &desk.dialog {
        return open(dialog, desk);
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

/// What lies open: the field being typed where the hall may see it, else how much was typed; of a list the line that would
/// be chosen, where it is about what the hall sees anyway.
fn open(dialog: &Dialog, desk: &Desk) -> String {
    let words = &desk.words.mirror;
    match dialog {
        Dialog::Form(form, _) => field(form, desk),
        Dialog::Picker(picker) => match picker.fitting().get(picker.selected()) {
            Some(line) if is_public(&line.value) => words[MirrorMessage::Chosen].render(&[
                ("title", &picker.title),
                ("line", &line.text),
                ("place", &(picker.selected() + 1)),
                ("count", &picker.fitting().len()),
            ]),
            Some(_) | None => words[MirrorMessage::Open].to_string(),
        },
        Dialog::Page(_) => words[MirrorMessage::Open].to_string(),
    }
}

fn field(form: &Form, desk: &Desk) -> String {
    let words = &desk.words.mirror;
    let Some(field) = form.fields().get(form.focus()) else {
        return words[MirrorMessage::Open].to_string();
    };
    let what = if field.is_public() {
        let text = shown(field);
        words[MirrorMessage::Field].render(&[("field", &field.label), ("text", &text)])
    } else {
        let count = field.typed().chars().count();
        words[MirrorMessage::Hidden].render(&[("field", &field.label), ("count", &count)])
    };
    let complaint = form.complaint.as_deref().filter(|_| field.is_public());
    let answers = complaint.unwrap_or(words[MirrorMessage::Answers].as_str());
    format!("{what}  ·  {answers}")
}

/// What a field would hold, and what was typed to find it.
fn shown(field: &Field) -> String {
    let typed = field.typed();
    let choices = field.choices();
    match choices.get(field.selected()) {
        Some(Value::Option(option)) => {
            let chosen = field.options.get(*option).map_or("", String::as_str);
            if typed.is_empty() {
                format!("{chosen}  ({}/{})", field.selected() + 1, choices.len())
            } else {
                format!("{typed} → {chosen}")
            }
        }
        Some(Value::Text(_) | Value::Nothing) | None => typed.to_owned(),
    }
}

/// Whether a line is about what the hall sees anyway: an act by its name, somebody who registered, a picture.
const fn is_public(chosen: &Chosen) -> bool {
    matches!(
        chosen,
        Chosen::Mean(_)
            | Chosen::SelectPerson(_)
            | Chosen::Perform(Command::SetScene { .. } | Command::GiveFloor { .. })
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
