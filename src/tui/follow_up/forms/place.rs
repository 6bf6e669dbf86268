//! The ledger cannot be written where it lies – a stick that is write-protected – and goes to a folder that the clerk names.

use crate::tui::follow_up::words::FollowUpScreenMessage;
use std::path::PathBuf;

use super::{FieldFault, FollowUpContext, FollowUpForm, form};
use crate::domain::follow_up::LedgerCommand;
use crate::tui::desk::form::{Field, Form, FormFields};
use crate::tui::follow_up::FollowUpEffect;

#[derive(Debug)]
struct PlaceForm {
    session: usize,
    command: LedgerCommand,
    folder: Field,
}

pub(super) fn open(context: FollowUpContext<'_>, command: LedgerCommand) -> Form<dyn FollowUpForm> {
    let words = context.words;
    let path = context.case.ledger_folder.display();
    form(
        words[FollowUpScreenMessage::FormPlace].render(&[("path", &path)]),
        PlaceForm {
            session: context.session,
            command,
            folder: Field::proposing(
                words[FollowUpScreenMessage::FieldFolder].to_string(),
                context.folder,
            ),
        },
    )
}

impl FormFields for PlaceForm {
    fn fields(&self) -> Vec<&Field> {
        vec![&self.folder]
    }

    fn fields_mut(&mut self) -> Vec<&mut Field> {
        vec![&mut self.folder]
    }
}

impl FollowUpForm for PlaceForm {
    fn accept(&self, _: FollowUpContext<'_>) -> Result<FollowUpEffect, FieldFault> {
        Ok(FollowUpEffect::PlaceLedger {
            session: self.session,
            parent: PathBuf::from(self.folder.content()),
            command: self.command.clone(),
        })
    }

    fn session(&self) -> usize {
        self.session
    }
}
