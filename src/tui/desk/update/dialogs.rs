//! What keys do while a list, form or page lies open, and what becomes of a form: it is closed when its act is on disk,
//! and comes back with everything that was typed when it is not. What was typed in a form that was left is set aside,
//! and is there when it is opened again.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::domain::regulation::ClassKind;
use crate::domain::session::Session;
use crate::domain::session::command::Command;
use crate::domain::time::SessionTime;
use crate::tui::desk::action::{Action, Motion};
use crate::tui::desk::dialog;
use crate::tui::desk::dialog::kind::DialogKind;
use crate::tui::desk::keymap::{Key, Mode};
use crate::tui::desk::words::{FlowMessage, FormMessage, NoticeMessage};
use crate::tui::desk::{Desk, Effect, Severity, messages};
use crate::tui::terminal::Dropped;

impl Desk {
    /// Opens a dialog; where there is nothing to choose from, that is said.
    pub(super) fn open(&mut self, kind: DialogKind, session: &Session, now: SessionTime) {
        let regulation = session.regulation().short.in_lang(self.lang);
        let nothing = messages::of_nothing_to_open(&kind, regulation, &self.words);
        let kept = self.dialogs.texts_kept_for(&kind);
        if kind == DialogKind::Gate {
            self.dialogs.note_gate(true);
        }
        let act_now = |action: Action| self.act_now(action, session, now);
        let dialog = dialog::open(kind, self.context(session, now), &act_now);
        let is_open = dialog.is_some();
        self.dialogs.show(dialog);
        self.repeats.note_opening();
        match (is_open, kept, nothing) {
            (true, Some(texts), _) => {
                if let Some(form) = self.dialogs.form_mut() {
                    form.restore(&texts);
                    form.complaint = Some(self.words.flow[FlowMessage::DraftKept].to_string());
                }
            }
            (false, _, Some(text)) => self.notify(Severity::Good, text),
            (true, None, _) | (false, _, None) => {}
        }
    }

    /// The same, beside what is said already.
    pub(super) fn open_quietly(&mut self, kind: DialogKind, session: &Session, now: SessionTime) {
        let said = self.notice.take();
        self.open(kind, session, now);
        self.notice = said;
    }

    /// What was asked could not be done: the form comes back with what is wrong; without one it is said.
    pub(super) fn reopen_form(&mut self, tone: Severity, text: String) {
        if !self.dialogs.reopen(&text) {
            self.notify(tone, text);
        }
    }

    /// The gate led to something that is settled now: it comes back until nothing is missing.
    pub(super) fn return_to_gate(&mut self, session: &Session, now: SessionTime) {
        let is_busy = self.dialogs.top().is_some() || self.selection.has_card();
        if !self.dialogs.comes_from_gate() || is_busy {
            return;
        }
        if session.missing().is_empty() || session.state().closed.is_some() {
            self.dialogs.note_gate(false);
            return;
        }
        self.open_quietly(DialogKind::Gate, session, now);
    }

    /// A key that is text, or moves in it. `pasted`: a line break or tab that came along with text.
    pub(super) fn type_in_dialog(&mut self, key: KeyEvent, pasted: bool) {
        if self.dialogs.type_key(key, pasted, &mut self.typing) {
            self.dialogs
                .complain(&self.words.forms[FormMessage::EnterWasTyping].to_string());
        }
    }

    /// In the answer line, while nothing was typed: the habitual `Space` accepts it.
    pub(super) fn habit(&self, key: Key) -> Option<Action> {
        let is_space = key.code == KeyCode::Char(' ') && key.modifiers.is_empty();
        let untouched = self.dialogs.untouched_answer().is_some();
        (is_space && untouched).then_some(Action::Go(Motion::Accept))
    }

    /// What an act comes to while something lies open.
    pub(super) fn on_action_in_dialog(
        &mut self,
        action: Action,
        session: &Session,
        now: SessionTime,
    ) -> Option<Effect> {
        let Action::Go(motion) = action else {
            return self.act_in_dialog(action, session, now);
        };
        match motion {
            Motion::Accept => return self.accept(session, now),
            Motion::Cancel => self.leave_dialog(session, now),
            Motion::Up => self.dialogs.step(-1),
            Motion::Down => self.dialogs.step(1),
            Motion::PageUp => self.dialogs.step(-10),
            Motion::PageDown => self.dialogs.step(10),
            Motion::First => self.dialogs.step(isize::MIN),
            Motion::Last => self.dialogs.step(isize::MAX),
            Motion::NextPane => {
                if !self.turns_to_next_hall(session, now) {
                    self.dialogs.turn_to_other_part();
                }
            }
            Motion::NextField => self.dialogs.next_field(),
            Motion::PreviousField => self.dialogs.previous_field(),
        }
        None
    }

    /// An act while something lies open: those few that a dialog lets through.
    fn act_in_dialog(
        &mut self,
        action: Action,
        session: &Session,
        now: SessionTime,
    ) -> Option<Effect> {
        if action == Action::Undo {
            return self.undo_in_dialog();
        }
        if action == Action::Mirror && self.at != Mode::Desk {
            return None;
        }
        if action == Action::Mirror {
            // What lies open stays open: nothing of it that is private is in the hall's picture.
            self.hall.toggle_mirror();
            return None;
        }
        if action == Action::Next && self.dialogs.is_gate_searched() {
            // A blank between two words.
            let blank = KeyEvent::new(KeyCode::Char(' '), KeyModifiers::NONE);
            self.type_in_dialog(blank, false);
            return None;
        }
        if action == Action::Next && self.dialogs.is_gate() {
            let shut = self.words.flow[FlowMessage::GateIsShut].to_string();
            self.notify(Severity::Warning, shut);
            return None;
        }
        let classes = [
            (Action::ClassNow, ClassKind::AnsweredNow),
            (Action::ClassLater, ClassKind::VerifyLater),
            (Action::ClassUpward, ClassKind::ReportUpward),
        ];
        let Some((_, kind)) = classes.into_iter().find(|(of, _)| *of == action) else {
            self.save_elsewhere_first(action, session, now);
            return None;
        };
        if let Some(item) = self.dialogs.item_at_gate() {
            self.dialogs.show(None);
            return self.class_item(item, kind, session, now);
        }
        let nothing = self.words.flow[FlowMessage::NoItemHere].to_string();
        self.notify(Severity::Warning, nothing);
        None
    }

    /// Undo in an untouched answer line takes the class back; in a text it is no key.
    fn undo_in_dialog(&mut self) -> Option<Effect> {
        if self.dialogs.untouched_answer().is_some() || self.dialogs.is_gate() {
            self.dialogs.show(None);
            return Some(Effect::Perform(Command::Undo));
        }
        None
    }

    /// Back to the form that led here, with everything that was typed; what was typed here is set aside.
    fn leave_dialog(&mut self, session: &Session, now: SessionTime) {
        if self.dialogs.leave() {
            self.notify(
                Severity::Good,
                self.words.flow[FlowMessage::DraftSetAside].to_string(),
            );
        }
        self.return_to_gate(session, now);
        self.restore_draft(session, now);
    }

    /// The disk took nothing more while a form was filled in: another folder is asked for, and the form waits.
    fn save_elsewhere_first(&mut self, action: Action, session: &Session, now: SessionTime) {
        let is_open = self.dialogs.kind() == Some(&DialogKind::Folder);
        if action != Action::SaveElsewhere || !self.disk.is_unsaved() || is_open {
            return;
        }
        self.dialogs.wait_below();
        self.open(DialogKind::Folder, session, now);
    }

    /// Something that never became whole came from the terminal.
    pub fn dropped(&mut self, what: Dropped) {
        let says = &self.words.notices;
        let sentence = match what {
            Dropped::Key | Dropped::Letter => &says[NoticeMessage::HalfAKey],
            Dropped::Paste => &says[NoticeMessage::HalfAPaste],
            Dropped::LongPaste => &says[NoticeMessage::LongPaste],
        };
        let text = sentence.to_string();
        if !self.dialogs.complain(&text) {
            self.notify(Severity::Warning, text);
        }
    }
}
