//! A line for the screen of the hall; an empty one takes it down.

use super::context::DialogContext;
use super::kind::DialogKind;
use super::panel::{Complaint, Dialog, DialogForm, Panel};
use crate::domain::session::command::Command;
use crate::tui::desk::effect::Effect;
use crate::tui::desk::form::{Field, FormFields};
use crate::tui::desk::words::FormMessage;

#[derive(Debug)]
struct HallMessageForm {
    text: Field,
}

pub(super) fn open(context: DialogContext<'_>) -> Dialog {
    let forms = &context.words.forms;
    let message = context.session.state().message.as_deref();
    let text = Field::long(
        forms[FormMessage::Text].to_string(),
        message.unwrap_or_default(),
    )
    .public();
    Dialog {
        kind: DialogKind::Hall,
        panel: Panel::form(
            forms[FormMessage::Hall].to_string(),
            HallMessageForm { text },
        ),
    }
}

impl FormFields for HallMessageForm {
    fn fields(&self) -> Vec<&Field> {
        vec![&self.text]
    }

    fn fields_mut(&mut self) -> Vec<&mut Field> {
        vec![&mut self.text]
    }
}

impl DialogForm for HallMessageForm {
    fn accept(&self, _: DialogContext<'_>) -> Result<Effect, Complaint> {
        Ok(Effect::Perform(Command::ShowHall {
            message: Some(self.text.content()).filter(|text| !text.is_empty()),
        }))
    }
}
