//! Why the order is left, and on whose direction: the two fields that several forms end with.

use super::context::DialogContext;
use super::panel::{Complaint, DialogForm};
use crate::domain::session::deviation::Reason;
use crate::tui::desk::form::{ChoiceField, Field, FieldAnswer};
use crate::tui::desk::words::FormMessage;

/// The two fields.
#[derive(Debug)]
pub(super) struct ReasonFields {
    pub(super) why: Field,
    pub(super) directed_by: ChoiceField<String>,
}

impl ReasonFields {
    /// The presiding chair is proposed.
    pub(super) fn of(context: DialogContext<'_>) -> Self {
        let forms = &context.words.forms;
        let chair = context.session.chair().called();
        Self {
            why: Field::long(forms[FormMessage::Why].to_string(), ""),
            directed_by: ChoiceField::or_typed(
                forms[FormMessage::OrderedBy].to_string(),
                vec![(chair.clone(), chair)],
            )
            .complete_when(is_full_name),
        }
    }

    /// What was given.
    pub(super) fn read<F: DialogForm + ?Sized>(
        &self,
        form: &F,
        context: DialogContext<'_>,
    ) -> Result<Reason, Complaint> {
        Ok(Reason {
            why: needed(form, &self.why, context)?,
            ordered_by: match self.directed_by.answer() {
                FieldAnswer::Chosen(name) | FieldAnswer::Typed(name) => name,
                FieldAnswer::Nothing => context.session.chair().called(),
            },
        })
    }
}

/// One word narrows the list of names; more are somebody's own name.
pub(super) fn is_full_name(typed: &str) -> bool {
    typed.split_whitespace().nth(1).is_some()
}

/// A text that may not be missing.
pub(super) fn needed<F: DialogForm + ?Sized>(
    form: &F,
    field: &Field,
    context: DialogContext<'_>,
) -> Result<String, Complaint> {
    let typed = field.content();
    if typed.is_empty() {
        return Err(Complaint::about(form, field, missing(field, context)));
    }
    Ok(typed)
}

/// A name that may not be missing.
pub(super) fn needed_name<F: DialogForm + ?Sized>(
    form: &F,
    field: &Field,
    context: DialogContext<'_>,
) -> Result<String, Complaint> {
    as_name(form, field, needed(form, field, context)?, context)
}

/// What was typed, if it can be a name: without a letter it is something else, such as a day that was typed one field too
/// early.
pub(super) fn as_name<F: DialogForm + ?Sized>(
    form: &F,
    field: &Field,
    typed: String,
    context: DialogContext<'_>,
) -> Result<String, Complaint> {
    if typed.chars().any(char::is_alphabetic) {
        return Ok(typed);
    }
    let no_name = &context.words.forms[FormMessage::NoName];
    let text = no_name.render(&[("field", &field.label), ("typed", &typed)]);
    Err(Complaint::about(form, field, text))
}

/// That a field may not be empty.
pub(super) fn missing(field: &Field, context: DialogContext<'_>) -> String {
    let needed = &context.words.forms[FormMessage::Needed];
    needed.render(&[("field", &field.label)])
}
