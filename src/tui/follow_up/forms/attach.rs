//! A file of the office – mostly the scan of a letter – is copied beside the ledger.

use crate::domain::follow_up::words::FollowUpMessage;
use crate::tui::follow_up::words::FollowUpScreenMessage;
use std::path::PathBuf;

use super::{FieldFault, FollowUpContext, FollowUpForm, form};
use crate::tui::desk::form::{Field, Form, FormFields};
use crate::tui::follow_up::FollowUpEffect;

#[derive(Debug)]
struct AttachForm {
    session: usize,
    item: Option<u32>,
    path: Field,
}

pub(super) fn open(context: FollowUpContext<'_>, item: Option<u32>) -> Form<dyn FollowUpForm> {
    let words = context.words;
    form(
        words[FollowUpScreenMessage::FormAttach].to_string(),
        AttachForm {
            session: context.session,
            item,
            path: Field::text(words[FollowUpScreenMessage::FieldPath].to_string(), ""),
        },
    )
}

impl FormFields for AttachForm {
    fn fields(&self) -> Vec<&Field> {
        vec![&self.path]
    }

    fn fields_mut(&mut self) -> Vec<&mut Field> {
        vec![&mut self.path]
    }
}

impl FollowUpForm for AttachForm {
    fn accept(&self, context: FollowUpContext<'_>) -> Result<FollowUpEffect, FieldFault> {
        // A path that is dropped into a terminal often comes in quotes.
        let typed = self.path.content();
        let path = typed.trim_matches(['"', '\'']);
        if path.is_empty() {
            return Err(FieldFault {
                field: 0,
                text: context.teller.words[FollowUpMessage::RejectText].to_string(),
            });
        }
        Ok(FollowUpEffect::Attach {
            session: self.session,
            item: self.item,
            path: PathBuf::from(path),
        })
    }

    fn session(&self) -> usize {
        self.session
    }
}
