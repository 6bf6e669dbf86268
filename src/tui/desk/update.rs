//! What comes in, and what it does to the desk: a key, what became of a command, what the disk, the hall and the stations
//! answer. The only place where the desk changes. It asks the session what is possible, and changes no session.

mod accept;
mod actions;
mod after_command;
mod at_station;
mod classes;
mod dialogs;
mod disk;
mod export;
mod floor;
mod hall;
mod import;
mod notices;
mod resume;
mod stations;

use crossterm::event::KeyModifiers;

use super::action::Action;
use super::dialog::panel::Dialog;
use super::disk::DiskState;
use super::hall::HallWindow;
use super::input::{Press, StrayTyping};
use super::keymap::{self, Key, Mode};
use super::open_dialogs::OpenDialogs;
use super::repeat::{self, Repeats};
use super::selection::Selection;
use super::stations::StationActivity;
use super::words::{DeskWords, NoticeMessage};
use super::{Desk, Effect};
use crate::domain::deadlines::Basis;
use crate::domain::i18n::Lang;
use crate::domain::session::Session;
use crate::domain::time::{ClockReading, Millis};
use crate::tui::vn_input::Typing;

impl Desk {
    #[must_use]
    pub fn new(words: DeskWords, lang: Lang, typing: Typing, basis: Basis) -> Self {
        Self {
            words,
            lang,
            selection: Selection::default(),
            dialogs: OpenDialogs::default(),
            notice: None,
            basis,
            typing,
            stray: StrayTyping::default(),
            repeats: Repeats::default(),
            disk: DiskState::default(),
            hall: HallWindow::of(lang),
            hall_addresses: Vec::new(),
            exported: None,
            at: Mode::Desk,
            stations: StationActivity::default(),
        }
    }

    /// What a key asks for, if anything.
    pub fn press(&mut self, press: Press, session: &Session, now: ClockReading) -> Option<Effect> {
        let mode = self.dialogs.top().map_or(self.at, Dialog::mode);
        let key = Key {
            code: press.key.code,
            modifiers: press.key.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT),
        };
        let since_same = self.repeats.pressed(key, now);
        match mode {
            Mode::Desk | Mode::Registration | Mode::Secretary => {
                if self.stray.is_typing(&press.key, press.among_letters, now) {
                    self.notify_sentence(|words| &words.notices[NoticeMessage::Stray]);
                    return None;
                }
                let action = keymap::action(mode, key)?;
                self.act(action, since_same, session, now)
            }
            Mode::Picker | Mode::Gate | Mode::Form | Mode::Page => {
                // The key that opened the dialog is still held down.
                if self.repeats.is_held(key, since_same) {
                    self.notify_swallowed();
                    return None;
                }
                self.press_in_dialog(mode, press, key, since_same, session, now)
            }
        }
    }

    /// An act of the desk, unless it was pressed twice or meant for what stood there before.
    fn act(
        &mut self,
        action: Action,
        since_same: Option<Millis>,
        session: &Session,
        now: ClockReading,
    ) -> Option<Effect> {
        let at = session.stamp(now);
        if repeat::is_swallowed(action, since_same, session, at) {
            self.notify_swallowed();
            return None;
        }
        if self.next_has_just_changed(action, now) {
            return None;
        }
        self.notice = None;
        self.stations.seen();
        self.on_action(action, session, at)
    }

    /// A key while something lies open: an act, or text.
    fn press_in_dialog(
        &mut self,
        mode: Mode,
        press: Press,
        key: Key,
        since_same: Option<Millis>,
        session: &Session,
        now: ClockReading,
    ) -> Option<Effect> {
        let at = session.stamp(now);
        // In a burst on a terminal without bracketed paste, line breaks and tabs are part of the text.
        let pasted = press.is_pasted();
        let action = keymap::action(mode, key).filter(|_| !pasted);
        let here = action.filter(|act| leaves_page(*act) && !self.is_at_station());
        if let (Mode::Page, Some(act)) = (mode, here) {
            if repeat::is_swallowed(act, since_same, session, at) {
                self.notify_swallowed();
                return None;
            }
            // What was read is put away, and the act is done as at the desk.
            self.dialogs.show(None);
            self.notice = None;
            return self.on_action(act, session, at);
        }
        if let Some(action) = action.or_else(|| self.habit(key)) {
            self.on_action_in_dialog(action, session, at)
        } else {
            self.type_in_dialog(press.key, pasted);
            None
        }
    }
}

/// Whether an act that is pressed while a page is read is an act of the desk.
const fn leaves_page(act: Action) -> bool {
    !matches!(act, Action::Go(_) | Action::Mirror)
}
