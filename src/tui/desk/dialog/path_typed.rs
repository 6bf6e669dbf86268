//! A path that somebody typed, pasted or dropped into a form: one that is not clear is told there, before anything is made.
//! Knows no file.

use super::context::DialogContext;
use super::panel::{Complaint, DialogForm};
use super::reason_fields::needed;
use crate::domain::i18n::Explain as _;
use crate::store::sessions::unclear_path;
use crate::tui::desk::form::Field;

/// The path as it was typed, where it is certain which one is meant.
pub(super) fn clear_path<F: DialogForm + ?Sized>(
    form: &F,
    field: &Field,
    context: DialogContext<'_>,
) -> Result<String, Complaint> {
    let typed = needed(form, field, context)?;
    match unclear_path(&typed) {
        None => Ok(typed),
        Some(unclear) => {
            let why = unclear.explained(context.lang).reasons();
            Err(Complaint::about(form, field, why))
        }
    }
}
