//! The ledger cannot be written where it lies – a stick that is write-protected – and goes to a folder that the clerk names.

use std::path::PathBuf;

use super::{FieldFault, OfficeContext, OfficeForm, form};
use crate::domain::follow_up::LedgerCommand;
use crate::tui::desk::form::{Field, Form, FormFields};
use crate::tui::office::follow_up::OfficeEffect;

#[derive(Debug)]
struct PlaceForm {
    session: usize,
    command: LedgerCommand,
    folder: Field,
}

pub(super) fn open(context: OfficeContext<'_>, command: LedgerCommand) -> Form<dyn OfficeForm> {
    let words = context.words;
    let path = context.case.ledger_folder.display();
    form(
        words.form_place.render(&[("path", &path)]),
        PlaceForm {
            session: context.session,
            command,
            folder: Field::proposing(words.field_folder.to_string(), context.folder),
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

impl OfficeForm for PlaceForm {
    fn accept(&self, _: OfficeContext<'_>) -> Result<OfficeEffect, FieldFault> {
        Ok(OfficeEffect::PlaceLedger {
            session: self.session,
            parent: PathBuf::from(self.folder.content()),
            command: self.command.clone(),
        })
    }

    fn session(&self) -> usize {
        self.session
    }
}
