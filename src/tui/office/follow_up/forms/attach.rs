//! A file of the office – mostly the scan of a letter – is copied beside the ledger.

use std::path::PathBuf;

use super::{FieldFault, OfficeContext, OfficeForm, form};
use crate::tui::desk::form::{Field, Form, FormFields};
use crate::tui::office::follow_up::OfficeEffect;

#[derive(Debug)]
struct AttachForm {
    session: usize,
    item: Option<u32>,
    path: Field,
}

pub(super) fn open(context: OfficeContext<'_>, item: Option<u32>) -> Form<dyn OfficeForm> {
    let words = context.words;
    form(
        words.form_attach.to_string(),
        AttachForm {
            session: context.session,
            item,
            path: Field::text(words.field_path.to_string(), ""),
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

impl OfficeForm for AttachForm {
    fn accept(&self, context: OfficeContext<'_>) -> Result<OfficeEffect, FieldFault> {
        // A path that is dropped into a terminal often comes in quotes.
        let typed = self.path.content();
        let path = typed.trim_matches(['"', '\'']);
        if path.is_empty() {
            return Err(FieldFault {
                field: 0,
                text: context.teller.words.reject_text.to_string(),
            });
        }
        Ok(OfficeEffect::Attach {
            session: self.session,
            item: self.item,
            path: PathBuf::from(path),
        })
    }

    fn session(&self) -> usize {
        self.session
    }
}
