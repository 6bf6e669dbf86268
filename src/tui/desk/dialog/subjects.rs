//! What somebody announced and could not say: taken as items, or set aside with a word why. Nobody's question disappears.

use super::context::DialogContext;
use super::kind::{DialogKind, PickerAction};
use super::panel::{Complaint, Dialog, DialogForm, Panel, plain};
use super::reason_fields::needed;
use crate::domain::session::command::Command;
use crate::domain::session::plan::Number;
use crate::tui::desk::effect::Effect;
use crate::tui::desk::form::{Field, FormFields};
use crate::tui::desk::words::FlowMessage;
use crate::tui::desk::words::FormMessage;

pub(super) fn open(context: DialogContext<'_>, number: Number) -> Option<Dialog> {
    let flow = &context.words.flow;
    let person = context.session.state().queue.person(number)?;
    let left: Vec<String> = person
        .subjects_left()
        .map(|subject| format!("– {}", subject.text))
        .collect();
    if left.is_empty() {
        return None;
    }
    let numbers = vec![number];
    let lines = vec![
        plain(
            flow[FlowMessage::TakeUpSubjects].render(&[("count", &left.len())]),
            PickerAction::Perform(Command::TakeUpSubjects { numbers }),
        ),
        plain(
            flow[FlowMessage::SetAsideSubjects].to_string(),
            PickerAction::Open(DialogKind::SetAside(number)),
        ),
    ];
    let title = flow[FlowMessage::SubjectsOf].render(&[
        ("number", &number.0),
        ("name", &person.registration.called()),
    ]);
    Some(Dialog {
        kind: DialogKind::Subjects(number),
        panel: Panel::list(title, lines).with_intro(left),
    })
}

#[derive(Debug)]
struct SetAsideForm {
    number: Number,
    why: Field,
}

pub(super) fn open_set_aside(context: DialogContext<'_>, number: Number) -> Dialog {
    let title = context.words.flow[FlowMessage::SetAsideTitle].render(&[
        ("number", &number.0),
        ("name", &context.person_name(number)),
    ]);
    let why = Field::long(context.words.forms[FormMessage::Why].to_string(), "");
    Dialog {
        kind: DialogKind::SetAside(number),
        panel: Panel::form(title, SetAsideForm { number, why }),
    }
}

impl FormFields for SetAsideForm {
    fn fields(&self) -> Vec<&Field> {
        vec![&self.why]
    }

    fn fields_mut(&mut self) -> Vec<&mut Field> {
        vec![&mut self.why]
    }
}

impl DialogForm for SetAsideForm {
    fn accept(&self, context: DialogContext<'_>) -> Result<Effect, Complaint> {
        Ok(Effect::Perform(Command::SetAsideSubjects {
            numbers: vec![self.number],
            why: needed(self, &self.why, context)?,
        }))
    }
}
