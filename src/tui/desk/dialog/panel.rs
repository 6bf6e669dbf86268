//! What lies on top of the desk: a list, a form or a page, each carrying its own input.

use super::context::DialogContext;
use super::kind::{DialogKind, PickerAction};
use crate::domain::session::item::ItemId;
use crate::tui::desk::effect::Effect;
use crate::tui::desk::form::{Field, Form, FormFields, place_of};
use crate::tui::desk::keymap::Mode;
use crate::tui::desk::picker::{Picker, PickerLine};

/// The fields of one dialog, and what becomes of them.
pub trait DialogForm: FormFields {
    /// What the form asks for when it is accepted.
    ///
    /// # Errors
    /// The first field that is not right.
    fn accept(&self, context: DialogContext<'_>) -> Result<Effect, Complaint>;

    /// What accepting it will record, in words; `None` while it cannot be accepted, or where the title says it.
    fn outcome(&self, context: DialogContext<'_>) -> Option<String> {
        let _ = context;
        None
    }

    /// The item it is about, when it stands in the place of the item's card.
    fn about_item(&self) -> Option<ItemId> {
        None
    }
}

/// The number of a field, and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    pub field: usize,
    pub text: String,
}

impl Complaint {
    pub(super) fn about<F: FormFields + ?Sized>(form: &F, field: &Field, text: String) -> Self {
        Self {
            field: place_of(form, field),
            text,
        }
    }
}

/// What lies on top of the desk.
#[derive(Debug)]
pub struct Dialog {
    pub kind: DialogKind,
    pub panel: Panel,
}

/// How it is shown, and which keys it has.
#[derive(Debug)]
pub enum Panel {
    List(Box<Picker<PickerAction>>),
    /// A list whose lines are grouped and not searched: the digits class the item of the line.
    Gate(Box<Picker<PickerAction>>),
    Form(Box<Form<dyn DialogForm>>),
    Page(PanelPage),
}

impl Dialog {
    #[must_use]
    pub const fn mode(&self) -> Mode {
        match &self.panel {
            Panel::List(_) => Mode::Picker,
            Panel::Gate(_) => Mode::Gate,
            Panel::Form(_) => Mode::Form,
            Panel::Page(_) => Mode::Page,
        }
    }

    /// The form, if it is one.
    #[must_use]
    pub fn form(&self) -> Option<&Form<dyn DialogForm>> {
        match &self.panel {
            Panel::Form(form) => Some(form),
            Panel::List(_) | Panel::Gate(_) | Panel::Page(_) => None,
        }
    }

    pub fn form_mut(&mut self) -> Option<&mut Form<dyn DialogForm>> {
        match &mut self.panel {
            Panel::Form(form) => Some(form),
            Panel::List(_) | Panel::Gate(_) | Panel::Page(_) => None,
        }
    }
}

/// Something to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PanelPage {
    pub title: String,
    /// Pairs of a key and what it does; a heading has no key.
    pub lines: Vec<(String, String)>,
    /// So many lines stand beside the others where there is room for two columns; none in most pages.
    pub beside: usize,
    pub scrolled: usize,
    /// What a camera reads, in rows of squares; none in most pages.
    pub squares: Option<PageSquares>,
}

/// Squares for a camera.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageSquares {
    /// A line of `#` for black and `.` for white squares for each row.
    pub rows: Vec<String>,
    /// Said where the window has no room for them.
    pub no_room: String,
}

impl PanelPage {
    /// Goes to what stands beside the rest, or back to the beginning.
    pub(in crate::tui::desk) fn turn_to_other_part(&mut self) {
        self.scrolled = if self.scrolled < self.beside {
            self.beside
        } else {
            0
        };
    }
}

impl Panel {
    /// A list to choose from.
    pub(super) fn list(title: String, lines: Vec<PickerLine<PickerAction>>) -> Self {
        Self::List(Box::new(Picker::new(title, lines)))
    }

    /// A list, when there is anything to choose from.
    pub(super) fn list_of_some(
        title: String,
        lines: Vec<PickerLine<PickerAction>>,
    ) -> Option<Self> {
        (!lines.is_empty()).then(|| Self::list(title, lines))
    }

    pub(super) fn form(title: String, fields: impl DialogForm + 'static) -> Self {
        let content: Box<dyn DialogForm> = Box::new(fields);
        Self::Form(Box::new(Form::new(title, content)))
    }

    /// Puts before it what is to be known.
    pub(super) fn with_intro(mut self, intro: Vec<String>) -> Self {
        match &mut self {
            Self::List(picker) | Self::Gate(picker) => picker.intro = intro,
            Self::Form(form) => form.intro = intro,
            Self::Page(_) => {}
        }
        self
    }
}

/// A line without a hint.
pub(super) fn plain(text: String, value: PickerAction) -> PickerLine<PickerAction> {
    hinted(text, String::new(), value)
}

/// A line with a hint.
pub(super) fn hinted(text: String, hint: String, value: PickerAction) -> PickerLine<PickerAction> {
    PickerLine {
        text,
        key: String::new(),
        hint,
        also: String::new(),
        dimmed: false,
        group: String::new(),
        value,
    }
}
