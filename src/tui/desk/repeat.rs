//! One press, one act: telling a key that is held down, or was pressed twice by a trembling hand, from one that is meant.
//! Every swallowed press begins the window anew, since a keyboard may begin to repeat late.

use crossterm::event::KeyCode;

use super::action::Action;
use super::keymap::Key;
use crate::domain::session::Session;
use crate::domain::session::next::Next;
use crate::domain::time::{ClockReading, Millis, SessionTime};

/// The same key this soon after its last press is the same press.
const WINDOW: Millis = Millis(400);
/// Between two ticks of a step: they are ticked one after the other by whoever presides.
const BETWEEN_TICKS: Millis = Millis(150);

/// When a key was last pressed, and which one opened what lies on top.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Repeats {
    last: Option<(Key, ClockReading)>,
    opened_with: Option<Key>,
}

impl Repeats {
    /// A key was pressed: how long after the last press, if that was of the same key.
    pub(super) fn pressed(&mut self, key: Key, now: ClockReading) -> Option<Millis> {
        let before = self.last.replace((key, now));
        before
            .filter(|(last, at)| *last == key && at.run == now.run)
            .map(|(_, at)| now.up.saturating_sub(at.up))
    }

    /// A dialog was opened with the last key.
    pub(super) fn note_opening(&mut self) {
        self.opened_with = self.last.map(|(key, _)| key);
    }

    /// Whether the key that opened the dialog is still held down.
    pub(super) fn is_held(&mut self, key: Key, since_same: Option<Millis>) -> bool {
        let is_held = self.opened_with == Some(key)
            && since_same.is_some_and(|since| since < WINDOW)
            && matches!(key.code, KeyCode::Enter | KeyCode::Char(_));
        if !is_held {
            self.opened_with = None;
        }
        is_held
    }
}

/// Whether a key of the desk does not count: the same key came within the window, or the floor was given only now.
pub(super) fn is_swallowed(
    action: Action,
    since_same: Option<Millis>,
    session: &Session,
    now: SessionTime,
) -> bool {
    let acts = matches!(
        action,
        Action::Next
            | Action::Alternative
            | Action::ClassNow
            | Action::ClassLater
            | Action::ClassUpward
    );
    if !acts {
        return false;
    }
    let next = session.next();
    let window = match (action, &next) {
        (Action::Next, Next::Tick(_)) => BETWEEN_TICKS,
        _ => WINDOW,
    };
    if since_same.is_some_and(|since| since < window) {
        return true;
    }
    // A turn that was given just now is not ended by a key that was meant for something else.
    let began = session.state().floor().map(|turn| turn.called);
    action == Action::Next
        && next == Next::EndFloor
        && began.is_some_and(|began| now.since(began) < WINDOW)
}
