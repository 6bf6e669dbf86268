//! A note, on a promise or on the session as a whole.

use super::{FieldFault, FollowUpContext, FollowUpForm, form};
use crate::domain::follow_up::LedgerCommand;
use crate::tui::desk::form::{Field, Form, FormFields};
use crate::tui::follow_up::FollowUpEffect;
use crate::tui::follow_up::words::FollowUpScreenMessage;

#[derive(Debug)]
struct NoteForm {
    session: usize,
    item: Option<u32>,
    text: Field,
}

pub(super) fn open(context: FollowUpContext<'_>, item: Option<u32>) -> Form<dyn FollowUpForm> {
    let words = context.words;
    form(
        words[FollowUpScreenMessage::FormNote].to_string(),
        NoteForm {
            session: context.session,
            item,
            text: Field::long(words[FollowUpScreenMessage::FieldNote].to_string(), ""),
        },
    )
}

impl FormFields for NoteForm {
    fn fields(&self) -> Vec<&Field> {
        vec![&self.text]
    }

    fn fields_mut(&mut self) -> Vec<&mut Field> {
        vec![&mut self.text]
    }
}

impl FollowUpForm for NoteForm {
    fn accept(&self, _: FollowUpContext<'_>) -> Result<FollowUpEffect, FieldFault> {
        Ok(FollowUpEffect::Enter {
            session: self.session,
            command: LedgerCommand::Note {
                item: self.item,
                text: self.text.content(),
            },
        })
    }

    fn session(&self) -> usize {
        self.session
    }
}
