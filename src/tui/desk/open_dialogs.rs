//! What lies open over the desk, the forms below it whose act is not on disk yet, and what was typed in forms that were
//! left. Knows no session: what a dialog is made from is handed in by whoever opens it.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::dialog::kind::{DialogKind, PickerAction};
use super::dialog::panel::{Dialog, DialogForm, Panel};
use super::draft::{Draft, Drafts};
use super::form::Form;
use crate::domain::session::item::ItemId;
use crate::tui::vn_input::Typing;

/// The dialog that lies open, and the drafts of all others.
#[derive(Debug, Default)]
pub(super) struct OpenDialogs {
    top: Option<Dialog>,
    /// Forms whose act is not on disk yet, the last on top: what was typed comes back if it cannot be done.
    waiting: Vec<Dialog>,
    /// The gate led to what is being done, and comes back after it.
    from_gate: bool,
    /// What was being typed when the program went away, until it is offered again.
    left_behind: Option<Draft>,
    /// What was typed in forms that were left without being accepted.
    set_aside: Vec<Draft>,
}

impl OpenDialogs {
    /// What was typed when the program ended comes back.
    pub(super) fn take_up(&mut self, left_behind: Drafts) {
        self.left_behind = left_behind.open;
        self.set_aside = left_behind.set_aside;
    }

    /// What was left behind, as soon as nothing else is asked.
    pub(super) fn next_left_behind(&mut self) -> Option<Draft> {
        self.top.is_none().then(|| self.left_behind.take())?
    }

    /// What is being typed now, or waits to be on disk, when it is worth keeping.
    pub(super) fn draft(&self) -> Option<Draft> {
        self.top
            .iter()
            .chain(self.waiting.iter().rev())
            .find_map(typed_in)
            .filter(Draft::can_be_kept)
            .or_else(|| self.left_behind.clone())
    }

    /// What was typed in forms that were left, to be there again when the session is continued.
    pub(super) fn set_aside_drafts(&self) -> Vec<Draft> {
        let kept = self.set_aside.iter().filter(|draft| draft.can_be_kept());
        kept.cloned().collect()
    }

    /// What was typed in a form of this kind that was left.
    pub(super) fn texts_kept_for(&self, kind: &DialogKind) -> Option<Vec<String>> {
        let mut kept = self.set_aside.iter();
        let kept = kept.find(|draft| draft.kind.shares_draft_with(kind));
        kept.map(|draft| draft.texts.clone())
    }

    pub(super) const fn top(&self) -> Option<&Dialog> {
        self.top.as_ref()
    }

    pub(super) fn kind(&self) -> Option<&DialogKind> {
        self.top.as_ref().map(|dialog| &dialog.kind)
    }

    pub(super) fn panel_mut(&mut self) -> Option<&mut Panel> {
        self.top.as_mut().map(|dialog| &mut dialog.panel)
    }

    pub(super) fn form(&self) -> Option<&Form<dyn DialogForm>> {
        self.top.as_ref()?.form()
    }

    pub(super) fn form_mut(&mut self) -> Option<&mut Form<dyn DialogForm>> {
        self.top.as_mut()?.form_mut()
    }

    /// Says in the form that lies open what is wrong or came in between; `false` where none does.
    pub(super) fn complain(&mut self, text: &str) -> bool {
        let form = self.form_mut();
        let is_form = form.is_some();
        if let Some(form) = form {
            form.complaint = Some(text.to_owned());
        }
        is_form
    }

    /// Lays a dialog open, or nothing, in the place of what lies there.
    pub(super) fn show(&mut self, dialog: Option<Dialog>) {
        self.top = dialog;
    }

    /// Takes away what lies open.
    pub(super) const fn take(&mut self) -> Option<Dialog> {
        self.top.take()
    }

    /// A form waits below until what it asked for is on disk.
    pub(super) fn wait(&mut self, form: Dialog) {
        self.waiting.push(form);
    }

    /// What lies open waits below what is opened next.
    pub(super) fn wait_below(&mut self) {
        self.waiting.extend(self.top.take());
    }

    /// The form that waits on top waits no longer.
    pub(super) fn drop_waiting(&mut self) -> Option<Dialog> {
        self.waiting.pop()
    }

    /// Opens the form that waits again, with what is wrong; `false` where none waits.
    pub(super) fn reopen(&mut self, complaint: &str) -> bool {
        let Some(mut form) = self.waiting.pop() else {
            return false;
        };
        if let Some(form) = form.form_mut() {
            form.complaint = Some(complaint.to_owned());
        }
        self.top = Some(form);
        true
    }

    /// What the waiting forms asked for is on disk, so nothing of them is a draft any more.
    pub(super) fn forget_waiting(&mut self) {
        for done in std::mem::take(&mut self.waiting) {
            self.forget_draft_of(&done.kind);
        }
    }

    pub(super) fn forget_draft_of(&mut self, kind: &DialogKind) {
        self.set_aside
            .retain(|draft| !draft.kind.shares_draft_with(kind));
    }

    /// Back to the form that led here; true where something typed was set aside.
    pub(super) fn leave(&mut self) -> bool {
        if self.is_gate() {
            self.from_gate = false;
        }
        let left = self.top.take();
        let is_set_aside = left.is_some_and(|left| self.set_aside(&left));
        self.top = self.waiting.pop();
        is_set_aside
    }

    fn set_aside(&mut self, left: &Dialog) -> bool {
        if !left.form().is_some_and(Form::is_touched) {
            return false;
        }
        self.forget_draft_of(&left.kind);
        let typed = typed_in(left);
        let is_typed = typed.is_some();
        self.set_aside.extend(typed);
        is_typed
    }

    /// Whether the gate led to what is being done.
    pub(super) const fn comes_from_gate(&self) -> bool {
        self.from_gate
    }

    pub(super) const fn note_gate(&mut self, from_gate: bool) {
        self.from_gate = from_gate;
    }

    pub(super) fn is_gate(&self) -> bool {
        matches!(
            self.top,
            Some(Dialog {
                panel: Panel::Gate(_),
                ..
            })
        )
    }

    /// Whether something was typed to narrow the gate's list.
    pub(super) fn is_gate_searched(&self) -> bool {
        match self.top.as_ref().map(|dialog| &dialog.panel) {
            Some(Panel::Gate(picker)) => !picker.typed().is_empty(),
            Some(Panel::List(_) | Panel::Form(_) | Panel::Page(_)) | None => false,
        }
    }

    /// The item without a class under the bar of the gate.
    pub(super) fn item_at_gate(&self) -> Option<ItemId> {
        let Panel::Gate(picker) = &self.top.as_ref()?.panel else {
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

    /// The item whose answer line lies open as it was opened.
    pub(super) fn untouched_answer(&self) -> Option<ItemId> {
        let Some(DialogKind::AnswerNow(item)) = self.kind() else {
            return None;
        };
        (!self.form()?.is_touched()).then_some(*item)
    }

    /// The program whose pages of the hall are shown.
    pub(super) fn hall_shown(&self) -> Option<usize> {
        match self.kind() {
            Some(DialogKind::HallAddress(at)) => Some(*at),
            Some(_) | None => None,
        }
    }

    /// A key that is text, or moves in it. `pasted`: a line break or tab that came along with text. True where that was a
    /// line break in a form.
    pub(super) fn type_key(&mut self, key: KeyEvent, pasted: bool, typing: &mut Typing) -> bool {
        let is_enter = key.code == KeyCode::Enter;
        let key = if pasted {
            KeyEvent::new(KeyCode::Char(' '), KeyModifiers::NONE)
        } else {
            key
        };
        match self.panel_mut() {
            Some(Panel::Form(form)) => {
                form.press(key, typing);
                pasted && is_enter
            }
            Some(Panel::List(picker) | Panel::Gate(picker)) => {
                picker.press(key, typing);
                false
            }
            Some(Panel::Page(_)) | None => false,
        }
    }

    pub(super) fn next_field(&mut self) {
        if let Some(form) = self.form_mut() {
            form.next_field();
        }
    }

    pub(super) fn previous_field(&mut self) {
        if let Some(form) = self.form_mut() {
            form.previous_field();
        }
    }

    /// A palette shows only what can be done, or everything; the help what can be done now, or every key; any other list its
    /// next line.
    pub(super) fn turn_to_other_part(&mut self) {
        match self.panel_mut() {
            Some(Panel::List(picker)) if picker.is_grouped() => picker.toggle_possible_only(),
            Some(Panel::List(picker) | Panel::Gate(picker)) => picker.step(1),
            Some(Panel::Page(page)) => page.turn_to_other_part(),
            Some(Panel::Form(form)) => form.next_field(),
            None => {}
        }
    }

    pub(super) fn step(&mut self, by: isize) {
        match self.panel_mut() {
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
