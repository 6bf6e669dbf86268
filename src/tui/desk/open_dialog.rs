//! What keys do while a list, form or page lies open, and what becomes of a form: it is closed when its act is on disk,
//! and comes back with everything that was typed when it is not. What was typed in a form that was left is set aside,
//! and is there when it is opened again.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::action::{Action, Motion};
use super::dialog::context::DialogContext;
use super::dialog::kind::{DialogKind, PickerAction};
use super::dialog::panel::{Dialog, DialogForm, Panel};
use super::dialog::{self};
use super::draft::{Draft, Drafts};
use super::form::Form;
use super::keymap::{Key, Mode};
use super::{Desk, Effect, Severity, messages};
use crate::domain::regulation::ClassKind;
use crate::domain::session::Session;
use crate::domain::session::command::Command;
use crate::domain::session::item::ItemId;
use crate::domain::time::SessionTime;
use crate::tui::desk::words::FlowMessage;
use crate::tui::desk::words::FormMessage;

impl Desk {
    /// What is being typed now, or waits to be on disk, when it is worth keeping.
    #[must_use]
    pub fn draft(&self) -> Option<Draft> {
        self.dialog
            .iter()
            .chain(self.under.iter().rev())
            .find_map(typed_in)
            .filter(Draft::can_be_kept)
            .or_else(|| self.left_behind.clone())
    }

    /// Everything typed that is not accepted yet: in the open form, and in those that were left.
    #[must_use]
    pub fn drafts(&self) -> Drafts {
        Drafts {
            open: self.draft(),
            set_aside: self.set_aside_drafts(),
        }
    }

    /// What was typed in forms that were left, to be there again when the session is continued.
    #[must_use]
    pub fn set_aside_drafts(&self) -> Vec<Draft> {
        let kept = self.set_aside.iter().filter(|draft| draft.can_be_kept());
        kept.cloned().collect()
    }

    /// What lies open over the desk.
    #[must_use]
    pub fn open_dialog(&self) -> Option<&Dialog> {
        self.dialog.as_ref()
    }

    /// Whether letters and digits are text now.
    #[must_use]
    pub fn is_writing(&self) -> bool {
        self.dialog
            .as_ref()
            .is_some_and(|dialog| dialog.form().is_some())
    }

    /// The card of an item that the class keys are about, or the form that takes its place.
    #[must_use]
    pub fn form_about_item(&self) -> Option<ItemId> {
        self.dialog.as_ref()?.form()?.content.about_item()
    }

    /// What was asked could not be done: the form comes back with what is wrong; without one it is told.
    pub(super) fn reopen_form(&mut self, tone: Severity, text: String) {
        match self.under.pop() {
            Some(mut waiting) => {
                if let Some(form) = waiting.form_mut() {
                    form.complaint = Some(text);
                }
                self.dialog = Some(waiting);
            }
            None => self.notify(tone, text),
        }
    }

    /// What the forms below asked for is on disk, so nothing of them is a draft any more.
    pub(super) fn forget_under(&mut self) {
        for done in std::mem::take(&mut self.under) {
            self.set_aside
                .retain(|draft| !draft.kind.shares_draft_with(&done.kind));
        }
    }

    pub(super) fn open(&mut self, kind: DialogKind, session: &Session, now: SessionTime) {
        let regulation = session.regulation().short.in_lang(self.lang);
        let nothing = messages::of_nothing_to_open(&kind, regulation, &self.words);
        let kept = self
            .set_aside
            .iter()
            .find(|draft| draft.kind.shares_draft_with(&kind));
        let kept = kept.map(|draft| draft.texts.clone());
        if kind == DialogKind::Gate {
            self.from_gate = true;
        }
        let why_not = |action: Action| self.why_not(action, session, now);
        self.dialog = dialog::open(kind, self.context(session, now), &why_not);
        self.repeats.note_opening();
        match (&mut self.dialog, kept, nothing) {
            (Some(dialog), Some(texts), _) => {
                if let Some(form) = dialog.form_mut() {
                    form.restore(&texts);
                    form.complaint = Some(self.words.flow[FlowMessage::DraftKept].to_string());
                }
            }
            (None, _, Some(text)) => self.notify(Severity::Good, text),
            (Some(_), None, _) | (None, _, None) => {}
        }
    }

    pub(super) fn context<'a>(
        &'a self,
        session: &'a Session,
        now: SessionTime,
    ) -> DialogContext<'a> {
        DialogContext {
            session,
            basis: &self.basis,
            words: &self.words,
            lang: self.lang,
            now,
            asked: &self.stations.stations,
            halls: &self.stations.halls,
            at: self.at,
        }
    }

    /// The gate led to something that is settled now: it comes back until nothing is missing.
    pub(super) fn return_to_gate(&mut self, session: &Session, now: SessionTime) {
        if !self.from_gate || self.dialog.is_some() || self.card.is_some() {
            return;
        }
        if session.missing().is_empty() || session.state().closed.is_some() {
            self.from_gate = false;
            return;
        }
        let told = self.notice.take();
        self.open(DialogKind::Gate, session, now);
        self.notice = told;
    }

    /// A key that is text, or moves in it. `pasted`: a line break or tab that came along with text.
    pub(super) fn type_in_dialog(&mut self, key: KeyEvent, pasted: bool) {
        let is_enter = key.code == KeyCode::Enter;
        let key = if pasted {
            KeyEvent::new(KeyCode::Char(' '), KeyModifiers::NONE)
        } else {
            key
        };
        match self.dialog.as_mut().map(|dialog| &mut dialog.panel) {
            Some(Panel::Form(form)) => {
                form.press(key, &mut self.typing);
                if pasted && is_enter {
                    form.complaint =
                        Some(self.words.forms[FormMessage::EnterWasTyping].to_string());
                }
            }
            Some(Panel::List(picker) | Panel::Gate(picker)) => {
                picker.press(key, &mut self.typing);
            }
            Some(Panel::Page(_)) | None => {}
        }
    }

    /// In the answer line, while nothing was typed: the habitual `Space` accepts it.
    pub(super) fn habit(&self, key: Key) -> Option<Action> {
        let is_space = key.code == KeyCode::Char(' ') && key.modifiers.is_empty();
        let untouched = self.untouched_answer().is_some();
        (is_space && untouched).then_some(Action::Go(Motion::Accept))
    }

    /// The item whose answer line lies open as it was opened.
    fn untouched_answer(&self) -> Option<ItemId> {
        let dialog = self.dialog.as_ref()?;
        let DialogKind::AnswerNow(item) = dialog.kind else {
            return None;
        };
        let form = dialog.form()?;
        (!form.is_touched()).then_some(item)
    }

    pub(super) fn mean_in_dialog(
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
            Motion::Up => self.step(-1),
            Motion::Down => self.step(1),
            Motion::PageUp => self.step(-10),
            Motion::PageDown => self.step(10),
            Motion::First => self.step(isize::MIN),
            Motion::Last => self.step(isize::MAX),
            Motion::NextPane => self.turn_to_other_part(session, now),
            Motion::NextField => self.on_form(Form::next_field),
            Motion::PreviousField => self.on_form(Form::previous_field),
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
            self.mirror = !self.mirror;
            return None;
        }
        if action == Action::Next && self.is_searched() {
            // A blank between two words.
            let blank = KeyEvent::new(KeyCode::Char(' '), KeyModifiers::NONE);
            self.type_in_dialog(blank, false);
            return None;
        }
        if action == Action::Next && self.is_gate() {
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
        if let Some(item) = self.item_at_gate() {
            self.dialog = None;
            return self.class_item(item, kind, session, now);
        }
        let nothing = self.words.flow[FlowMessage::NoItemHere].to_string();
        self.notify(Severity::Warning, nothing);
        None
    }

    fn is_gate(&self) -> bool {
        matches!(
            self.dialog.as_ref().map(|dialog| &dialog.panel),
            Some(Panel::Gate(_))
        )
    }

    /// Whether something was typed to narrow the gate's list.
    fn is_searched(&self) -> bool {
        match self.dialog.as_ref().map(|dialog| &dialog.panel) {
            Some(Panel::Gate(picker)) => !picker.typed().is_empty(),
            Some(Panel::List(_) | Panel::Form(_) | Panel::Page(_)) | None => false,
        }
    }

    /// The item without a class under the bar of the gate.
    #[must_use]
    pub(super) fn item_at_gate(&self) -> Option<ItemId> {
        let Panel::Gate(picker) = &self.dialog.as_ref()?.panel else {
            return None;
        };
        match picker.chosen()? {
            PickerAction::OpenCard(item) => Some(*item),
            PickerAction::Mean(_)
            | PickerAction::Perform(_)
            | PickerAction::Open(_)
            | PickerAction::SelectItem(_)
            | PickerAction::SelectPerson(_)
            | PickerAction::ExportTo(_)
            | PickerAction::Import(_)
            | PickerAction::Quit
            | PickerAction::Say(_)
            | PickerAction::Nothing => None,
        }
    }

    /// Undo in an untouched answer line takes the class back; in a text it is no key.
    fn undo_in_dialog(&mut self) -> Option<Effect> {
        if self.untouched_answer().is_some() || self.is_gate() {
            self.dialog = None;
            return Some(Effect::Perform(Command::Undo));
        }
        None
    }

    /// Back to the form that led here, with everything that was typed; what was typed here is set aside.
    fn leave_dialog(&mut self, session: &Session, now: SessionTime) {
        if self.is_gate() {
            self.from_gate = false;
        }
        if let Some(left) = self.dialog.take() {
            self.set_aside(&left);
        }
        self.dialog = self.under.pop();
        self.return_to_gate(session, now);
        self.restore_draft(session, now);
    }

    fn set_aside(&mut self, left: &Dialog) {
        if !left.form().is_some_and(Form::is_touched) {
            return;
        }
        self.set_aside
            .retain(|draft| !draft.kind.shares_draft_with(&left.kind));
        if let Some(draft) = typed_in(left) {
            self.notify(
                Severity::Good,
                self.words.flow[FlowMessage::DraftSetAside].to_string(),
            );
            self.set_aside.push(draft);
        }
    }

    /// The disk took nothing more while a form was filled in: another folder is asked for, and the form waits.
    fn save_elsewhere_first(&mut self, action: Action, session: &Session, now: SessionTime) {
        let is_open = self
            .dialog
            .as_ref()
            .is_some_and(|dialog| dialog.kind == DialogKind::Folder);
        if action != Action::SaveElsewhere || !self.unsaved || is_open {
            return;
        }
        self.under.extend(self.dialog.take());
        self.open(DialogKind::Folder, session, now);
    }

    fn on_form(&mut self, change: impl FnOnce(&mut Form<dyn DialogForm>)) {
        if let Some(form) = self.dialog.as_mut().and_then(Dialog::form_mut) {
            change(form);
        }
    }

    /// A palette shows only what can be done, or everything; the help what can be done now, or every key; any other list its
    /// next line.
    fn turn_to_other_part(&mut self, session: &Session, now: SessionTime) {
        if self.turns_to_next_hall(session, now) {
            return;
        }
        match self.dialog.as_mut().map(|dialog| &mut dialog.panel) {
            Some(Panel::List(picker)) if picker.is_grouped() => picker.toggle_possible_only(),
            Some(Panel::List(picker) | Panel::Gate(picker)) => picker.step(1),
            Some(Panel::Page(page)) => page.turn_to_other_part(),
            Some(Panel::Form(form)) => form.next_field(),
            None => {}
        }
    }

    fn step(&mut self, by: isize) {
        match self.dialog.as_mut().map(|dialog| &mut dialog.panel) {
            Some(Panel::Form(form)) => form.step(by),
            Some(Panel::List(picker) | Panel::Gate(picker)) => picker.step(by),
            Some(Panel::Page(page)) => {
                let last = page.lines.len().saturating_sub(1);
                page.scrolled = page.scrolled.saturating_add_signed(by).min(last);
            }
            None => {}
        }
    }
}

/// What was typed in a form, if anything.
fn typed_in(dialog: &Dialog) -> Option<Draft> {
    let texts = dialog.form()?.texts();
    let is_typed = texts.iter().any(|text| !text.is_empty());
    is_typed.then(|| Draft {
        kind: dialog.kind.clone(),
        texts,
    })
}
