//! What an item says.

use super::context::DialogContext;
use super::kind::DialogKind;
use super::panel::{Complaint, Dialog, DialogForm, Panel};
use crate::domain::session::command::Command;
use crate::domain::session::item::ItemId;
use crate::tui::desk::effect::Effect;
use crate::tui::desk::form::{Field, FormFields};
use crate::tui::desk::words::FormMessage;

#[derive(Debug)]
struct ItemText {
    item: ItemId,
    text: Field,
}

pub(super) fn open(context: DialogContext<'_>, item: ItemId) -> Option<Dialog> {
    let forms = &context.words.forms;
    let known = context.session.state().item(item)?;
    let text = Field::long(forms[FormMessage::Text].to_string(), &known.text)
        .public_if(context.session.was_heard(known.by));
    Some(Dialog {
        kind: DialogKind::Item(item),
        panel: Panel::form(
            forms[FormMessage::Item].render(&[("item", &item.0)]),
            ItemText { item, text },
        ),
    })
}

impl FormFields for ItemText {
    fn fields(&self) -> Vec<&Field> {
        vec![&self.text]
    }

    fn fields_mut(&mut self) -> Vec<&mut Field> {
        vec![&mut self.text]
    }
}

impl DialogForm for ItemText {
    fn accept(&self, _: DialogContext<'_>) -> Result<Effect, Complaint> {
        Ok(Effect::Perform(Command::EditItem {
            item: self.item,
            text: self.text.content(),
        }))
    }
}
