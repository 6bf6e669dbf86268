//! A further item of somebody.

use super::context::DialogContext;
use super::kind::DialogKind;
use super::panel::{Complaint, Dialog, DialogForm, Panel};
use crate::domain::session::command::Command;
use crate::domain::session::item::Raiser;
use crate::tui::desk::effect::Effect;
use crate::tui::desk::form::{Field, FormFields};
use crate::tui::desk::words::FormMessage;

#[derive(Debug)]
struct NewItem {
    by: Raiser,
    text: Field,
}

pub(super) fn open(context: DialogContext<'_>, by: Raiser) -> Dialog {
    let forms = &context.words.forms;
    // What somebody said in the hall everybody heard.
    let text = Field::long(forms[FormMessage::Text].to_string(), "")
        .public_if(context.session.was_heard(by));
    let name = context.raiser_name(by);
    Dialog {
        kind: DialogKind::NewItem(by),
        panel: Panel::form(
            forms[FormMessage::NewItem].render(&[("name", &name)]),
            NewItem { by, text },
        ),
    }
}

impl FormFields for NewItem {
    fn fields(&self) -> Vec<&Field> {
        vec![&self.text]
    }

    fn fields_mut(&mut self) -> Vec<&mut Field> {
        vec![&mut self.text]
    }
}

impl DialogForm for NewItem {
    fn accept(&self, _: DialogContext<'_>) -> Result<Effect, Complaint> {
        Ok(Effect::Perform(Command::RaiseItem {
            by: self.by,
            text: self.text.content(),
            opinion: None,
        }))
    }
}
