//! A speaker who comes to the desk. The name alone is enough; villages and forms of address are those of the others.

use super::context::DialogContext;
use super::kind::DialogKind;
use super::panel::{Complaint, Dialog, DialogForm, Panel};
use super::reason_fields::needed_name;
use crate::domain::session::command::{Command, Newcomer, NewcomerContact};
use crate::tui::desk::effect::Effect;
use crate::tui::desk::form::{Field, FormFields};
use crate::tui::desk::words::{FormMessage, StationMessage};

#[derive(Debug)]
struct Register {
    name: Field,
    village: Field,
    subject: Field,
    honorific: Field,
    /// Where the session is held in several halls.
    venue: Option<Field>,
}

pub(super) fn open(context: DialogContext<'_>) -> Dialog {
    let forms = &context.words.forms;
    let form = Register {
        name: Field::text(forms[FormMessage::Name].to_string(), "")
            .public_if(context.shows_names()),
        village: Field::suggesting(
            forms[FormMessage::Village].to_string(),
            context.known_before(|registration| &registration.village),
        )
        .public(),
        subject: Field::text(forms[FormMessage::Subject].to_string(), ""),
        honorific: Field::suggesting(
            forms[FormMessage::Honorific].to_string(),
            context.known_before(|registration| &registration.honorific),
        )
        .public(),
        venue: context.session.has_several_venues().then(|| {
            let label = context.words.stations[StationMessage::VenueField].to_string();
            let known = context.session.venues().into_iter().map(str::to_owned);
            Field::suggesting(label, known.collect()).public()
        }),
    };
    Dialog {
        kind: DialogKind::Register,
        panel: Panel::form(forms[FormMessage::Register].to_string(), form),
    }
}

impl FormFields for Register {
    fn fields(&self) -> Vec<&Field> {
        let mut fields = vec![&self.name, &self.village, &self.subject, &self.honorific];
        fields.extend(&self.venue);
        fields
    }

    fn fields_mut(&mut self) -> Vec<&mut Field> {
        let mut fields = vec![
            &mut self.name,
            &mut self.village,
            &mut self.subject,
            &mut self.honorific,
        ];
        fields.extend(&mut self.venue);
        fields
    }
}

impl DialogForm for Register {
    fn accept(&self, context: DialogContext<'_>) -> Result<Effect, Complaint> {
        let newcomer = Newcomer {
            name: needed_name(self, &self.name, context)?,
            village: self.village.suggested(),
            subject: Some(self.subject.content()).filter(|subject| !subject.is_empty()),
            honorific: self.honorific.suggested(),
        };
        let venue = self.venue.as_ref().map(Field::suggested);
        Ok(Effect::Perform(
            match venue.filter(|venue| !venue.is_empty()) {
                Some(venue) => Command::RegisterInFull {
                    newcomer,
                    contact: NewcomerContact {
                        venue: Some(venue),
                        ..NewcomerContact::default()
                    },
                    within_scope: None,
                    reason: None,
                },
                None => Command::Register {
                    newcomer,
                    within_scope: None,
                    reason: None,
                },
            },
        ))
    }
}
