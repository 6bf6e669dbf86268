//! The folder in which the session goes on when the disk takes nothing more.

use super::context::DialogContext;
use super::kind::DialogKind;
use super::panel::{Complaint, Dialog, DialogForm, Panel};
use super::path_typed::clear_path;
use crate::tui::desk::effect::Effect;
use crate::tui::desk::form::{Field, FormFields};
use crate::tui::desk::words::FormMessage;

#[derive(Debug)]
struct Folder {
    path: Field,
}

pub(super) fn open(context: DialogContext<'_>) -> Dialog {
    let forms = &context.words.forms;
    let path = Field::text(forms[FormMessage::Path].to_string(), "");
    Dialog {
        kind: DialogKind::Folder,
        panel: Panel::form(forms[FormMessage::Folder].to_string(), Folder { path }),
    }
}

impl FormFields for Folder {
    fn fields(&self) -> Vec<&Field> {
        vec![&self.path]
    }

    fn fields_mut(&mut self) -> Vec<&mut Field> {
        vec![&mut self.path]
    }
}

impl DialogForm for Folder {
    fn accept(&self, context: DialogContext<'_>) -> Result<Effect, Complaint> {
        Ok(Effect::SaveTo(
            clear_path(self, &self.path, context)?.into(),
        ))
    }
}
