//! Correcting a person: name, form of address, village, organisation; what stood there before is kept in the record.

use super::context::DialogContext;
use super::kind::DialogKind;
use super::panel::{Complaint, Dialog, DialogForm, Panel};
use super::reason_fields::needed_name;
use crate::domain::session::command::Command;
use crate::domain::session::plan::Number;
use crate::domain::session::queue::PersonDetails;
use crate::tui::desk::effect::Effect;
use crate::tui::desk::form::{Field, FormFields};
use crate::tui::desk::words::FlowMessage;
use crate::tui::desk::words::FormMessage;

#[derive(Debug)]
struct Details {
    number: Number,
    name: Field,
    honorific: Field,
    village: Field,
    organisation: Field,
}

pub(super) fn open(context: DialogContext<'_>, number: Number) -> Option<Dialog> {
    let (forms, flow) = (&context.words.forms, &context.words.flow);
    let person = context.session.state().queue.person(number)?;
    let details = person.details();
    let title = flow[FlowMessage::PersonDetails].render(&[
        ("number", &number.0),
        ("name", &person.registration.called()),
    ]);
    let form = Details {
        number,
        name: Field::text(forms[FormMessage::Name].to_string(), &details.name)
            .public_if(context.shows_names()),
        honorific: Field::text(
            forms[FormMessage::Honorific].to_string(),
            &details.honorific,
        )
        .public(),
        village: Field::text(forms[FormMessage::Village].to_string(), &details.village).public(),
        organisation: Field::text(
            flow[FlowMessage::Organisation].to_string(),
            &details.organisation,
        ),
    };
    Some(Dialog {
        kind: DialogKind::PersonDetails(number),
        panel: Panel::form(title, form),
    })
}

impl FormFields for Details {
    /// In the order in which somebody is registered.
    fn fields(&self) -> Vec<&Field> {
        vec![
            &self.name,
            &self.village,
            &self.organisation,
            &self.honorific,
        ]
    }

    fn fields_mut(&mut self) -> Vec<&mut Field> {
        vec![
            &mut self.name,
            &mut self.village,
            &mut self.organisation,
            &mut self.honorific,
        ]
    }
}

impl DialogForm for Details {
    fn accept(&self, context: DialogContext<'_>) -> Result<Effect, Complaint> {
        Ok(Effect::Perform(Command::CorrectPerson {
            number: self.number,
            details: PersonDetails {
                name: needed_name(self, &self.name, context)?,
                honorific: self.honorific.content(),
                village: self.village.content(),
                organisation: self.organisation.content(),
            },
        }))
    }
}
