//! A break: how long it is planned.

use super::context::DialogContext;
use super::kind::DialogKind;
use super::panel::{Complaint, Dialog, DialogForm, Panel};
use crate::domain::format;
use crate::domain::session::command::Command;
use crate::tui::desk::effect::Effect;
use crate::tui::desk::form::{Field, FormFields};
use crate::tui::desk::phrases;
use crate::tui::desk::words::FormMessage;

#[derive(Debug)]
struct Rest {
    minutes: Field,
}

pub(super) fn open(context: DialogContext<'_>) -> Dialog {
    let forms = &context.words.forms;
    let ends_turn = context.session.state().floor().map(|turn| {
        let name = phrases::holder_name(context.session, &turn.holder, context.words);
        forms[FormMessage::BreakEndsTurn].render(&[("name", &name)])
    });
    let minutes = Field::proposing(forms[FormMessage::Minutes].to_string(), "15").public();
    Dialog {
        kind: DialogKind::Break,
        panel: Panel::form(forms[FormMessage::Rest].to_string(), Rest { minutes })
            .with_intro(ends_turn.into_iter().collect()),
    }
}

impl FormFields for Rest {
    fn fields(&self) -> Vec<&Field> {
        vec![&self.minutes]
    }

    fn fields_mut(&mut self) -> Vec<&mut Field> {
        vec![&mut self.minutes]
    }
}

impl DialogForm for Rest {
    fn accept(&self, context: DialogContext<'_>) -> Result<Effect, Complaint> {
        let typed = self.minutes.content();
        let planned = if typed.is_empty() {
            None
        } else {
            let bad = context.words.forms[FormMessage::BadMinutes].to_string();
            let minutes = format::read_minutes(&typed)
                .ok_or_else(|| Complaint::about(self, &self.minutes, bad))?;
            Some(minutes)
        };
        Ok(Effect::Perform(Command::BeginBreak { planned }))
    }
}
