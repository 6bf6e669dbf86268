//! Who takes the chair, in which case of the regulation, and why.

use super::context::DialogContext;
use super::kind::DialogKind;
use super::panel::{Complaint, Dialog, DialogForm, Panel};
use super::reason_fields::{ReasonFields, as_name, is_full_name, missing};
use crate::domain::session::command::Command;
use crate::domain::session::plan::Official;
use crate::tui::desk::effect::Effect;
use crate::tui::desk::form::{ChoiceField, Field, FieldAnswer, FormFields};
use crate::tui::desk::words::FormMessage;

#[derive(Debug)]
struct Deputy {
    name: ChoiceField<Official>,
    office: Field,
    /// The record cites a case only when somebody chose it.
    case: ChoiceField<Option<String>>,
    reason: ReasonFields,
}

pub(super) fn open(context: DialogContext<'_>) -> Dialog {
    let (session, forms) = (context.session, &context.words.forms);
    let co_chairs = session.plan().co_chairs.iter();
    let rule = session.regulation().rules.deputy.as_ref();
    let cases = rule.iter().flat_map(|rule| &rule.cases).map(|case| {
        let title = case.title.in_lang(context.lang).to_owned();
        (title, Some(case.id.clone()))
    });
    let no_case = (forms[FormMessage::NoCase].to_string(), None);
    let form = Deputy {
        name: ChoiceField::or_typed(
            forms[FormMessage::Name].to_string(),
            co_chairs
                .map(|official| (official.name.clone(), official.clone()))
                .collect(),
        )
        .complete_when(is_full_name)
        .public(),
        office: Field::text(forms[FormMessage::Office].to_string(), "").public(),
        case: ChoiceField::closed(
            forms[FormMessage::Case].to_string(),
            cases.chain(std::iter::once(no_case)).collect(),
        )
        .proposing(Option::is_none),
        reason: ReasonFields::of(context),
    };
    let stated = rule.map(|rule| {
        format!(
            "{} ({})",
            rule.text.in_lang(context.lang),
            rule.article.in_lang(context.lang)
        )
    });
    Dialog {
        kind: DialogKind::Deputy,
        panel: Panel::form(forms[FormMessage::Deputy].to_string(), form)
            .with_intro(stated.into_iter().collect()),
    }
}

impl FormFields for Deputy {
    fn fields(&self) -> Vec<&Field> {
        vec![
            self.name.field(),
            &self.office,
            self.case.field(),
            &self.reason.why,
            self.reason.directed_by.field(),
        ]
    }

    fn fields_mut(&mut self) -> Vec<&mut Field> {
        vec![
            self.name.field_mut(),
            &mut self.office,
            self.case.field_mut(),
            &mut self.reason.why,
            self.reason.directed_by.field_mut(),
        ]
    }
}

impl DialogForm for Deputy {
    fn accept(&self, context: DialogContext<'_>) -> Result<Effect, Complaint> {
        let by = match self.name.answer() {
            FieldAnswer::Chosen(official) => official,
            FieldAnswer::Typed(typed) => Official {
                honorific: String::new(),
                name: as_name(self, self.name.field(), typed, context)?,
                office: self.office.content(),
            },
            FieldAnswer::Nothing => {
                let text = missing(self.name.field(), context);
                return Err(Complaint::about(self, self.name.field(), text));
            }
        };
        let FieldAnswer::Chosen(case) = self.case.answer() else {
            let text = context.words.forms[FormMessage::NotInList].to_string();
            return Err(Complaint::about(self, self.case.field(), text));
        };
        Ok(Effect::Perform(Command::ReplaceChair {
            by,
            case,
            reason: self.reason.read(self, context)?,
        }))
    }
}
