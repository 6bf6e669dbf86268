//! A path that somebody typed, pasted or dropped into a form: one that is not clear is told there, before anything is made.
//! Knows no file.

use super::context::DialogContext;
use super::panel::{Complaint, DialogForm};
use super::reason_fields::needed;
use crate::store::sessions::{UnclearPath, unclear_path};
use crate::tui::desk::form::Field;
use crate::tui::desk::words::FormMessage;

/// The path as it was typed, where it is certain which one is meant.
pub(super) fn clear_path<F: DialogForm + ?Sized>(
    form: &F,
    field: &Field,
    context: DialogContext<'_>,
) -> Result<String, Complaint> {
    let typed = needed(form, field, context)?;
    let says = &context.words.forms;
    let fault = match unclear_path(&typed) {
        None => return Ok(typed),
        Some(UnclearPath::Quote) => says[FormMessage::PathQuote].to_string(),
        Some(UnclearPath::Computer(name)) => {
            says[FormMessage::PathComputer].render(&[("name", &name)])
        }
        Some(UnclearPath::Beginning(name)) => {
            says[FormMessage::PathBeginning].render(&[("name", &name)])
        }
        Some(UnclearPath::Sign) => says[FormMessage::PathSign].to_string(),
    };
    Err(Complaint::about(form, field, fault))
}
