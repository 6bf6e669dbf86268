//! Who came of those expected, who came in whose place, and how many people there are.

use super::context::DialogContext;
use super::kind::{DialogKind, PickerAction};
use super::panel::{Complaint, Dialog, DialogForm, Panel, hinted, plain};
use super::reason_fields::needed_name;
use crate::domain::session::attendance::{Attendee, Presence};
use crate::domain::session::command::Command;
use crate::domain::session::plan::Official;
use crate::tui::desk::effect::Effect;
use crate::tui::desk::form::{Field, FormFields};
use crate::tui::desk::phrases;
use crate::tui::desk::words::FlowMessage;
use crate::tui::desk::words::FormMessage;

pub(super) fn open(context: DialogContext<'_>) -> Dialog {
    let (session, flow) = (context.session, &context.words.flow);
    let unrecorded = session.unrecorded_attendees();
    let count = unrecorded.len();
    let marks = unrecorded
        .into_iter()
        .map(|who| (who, Some(Presence::Present)))
        .collect();
    let all = (count > 0).then(|| {
        plain(
            flow[FlowMessage::AllPresent].render(&[("count", &count)]),
            PickerAction::Perform(recorded(context, marks)),
        )
    });
    let people = session.state().attendance.people;
    let counted = hinted(
        flow[FlowMessage::PeopleInHall].to_string(),
        people.map_or_else(
            || flow[FlowMessage::NotCountedYet].to_string(),
            |count| count.to_string(),
        ),
        PickerAction::Open(DialogKind::PeopleCount),
    );
    let each = session.attendees().into_iter().map(|who| {
        let presence = session.state().attendance.presence(&who);
        hinted(
            phrases::attendee_name(session, &who),
            phrases::presence_in_words(presence, context.words),
            PickerAction::Open(DialogKind::Presence(who)),
        )
    });
    Dialog {
        kind: DialogKind::Attendance,
        panel: Panel::list(
            flow[FlowMessage::Attendance].to_string(),
            all.into_iter()
                .chain(std::iter::once(counted))
                .chain(each)
                .collect(),
        ),
    }
}

/// Whether one who was expected came.
pub(super) fn open_presence(context: DialogContext<'_>, who: Attendee) -> Dialog {
    let words = context.words;
    let mark = |presence: Option<Presence>| {
        plain(
            phrases::presence_in_words(presence.as_ref(), words),
            PickerAction::Perform(recorded(context, vec![(who.clone(), presence)])),
        )
    };
    let lines = vec![
        mark(Some(Presence::Present)),
        mark(Some(Presence::Absent)),
        plain(
            words.flow[FlowMessage::SomebodyInstead].to_string(),
            PickerAction::Open(DialogKind::Substitute(who.clone())),
        ),
        mark(None),
    ];
    Dialog {
        panel: Panel::list(phrases::attendee_name(context.session, &who), lines),
        kind: DialogKind::Presence(who),
    }
}

/// What is recorded of some, with the count of people as it stands.
fn recorded(context: DialogContext<'_>, marks: Vec<(Attendee, Option<Presence>)>) -> Command {
    Command::RecordAttendance {
        marks,
        people: context.session.state().attendance.people,
    }
}

#[derive(Debug)]
struct Substitute {
    who: Attendee,
    name: Field,
    office: Field,
}

pub(super) fn open_substitute(context: DialogContext<'_>, who: Attendee) -> Dialog {
    let forms = &context.words.forms;
    let title = phrases::attendee_name(context.session, &who);
    Dialog {
        kind: DialogKind::Substitute(who.clone()),
        panel: Panel::form(
            context.words.flow[FlowMessage::SubstituteFor].render(&[("name", &title)]),
            Substitute {
                who,
                name: Field::text(forms[FormMessage::Name].to_string(), ""),
                office: Field::text(forms[FormMessage::Office].to_string(), ""),
            },
        ),
    }
}

impl FormFields for Substitute {
    fn fields(&self) -> Vec<&Field> {
        vec![&self.name, &self.office]
    }

    fn fields_mut(&mut self) -> Vec<&mut Field> {
        vec![&mut self.name, &mut self.office]
    }
}

impl DialogForm for Substitute {
    fn accept(&self, context: DialogContext<'_>) -> Result<Effect, Complaint> {
        let by = Official {
            honorific: String::new(),
            name: needed_name(self, &self.name, context)?,
            office: self.office.content(),
        };
        let presence = Some(Presence::Substituted { by });
        Ok(Effect::Perform(recorded(
            context,
            vec![(self.who.clone(), presence)],
        )))
    }
}

#[derive(Debug)]
struct PeopleCount {
    people: Field,
}

pub(super) fn open_people_count(context: DialogContext<'_>) -> Dialog {
    let label = context.words.flow[FlowMessage::PeopleInHall].to_string();
    let people = context.session.state().attendance.people;
    let shown = people.map_or_else(String::new, |count| count.to_string());
    Dialog {
        kind: DialogKind::PeopleCount,
        panel: Panel::form(
            label.clone(),
            PeopleCount {
                people: Field::proposing(label, &shown),
            },
        ),
    }
}

impl FormFields for PeopleCount {
    fn fields(&self) -> Vec<&Field> {
        vec![&self.people]
    }

    fn fields_mut(&mut self) -> Vec<&mut Field> {
        vec![&mut self.people]
    }
}

impl DialogForm for PeopleCount {
    fn accept(&self, context: DialogContext<'_>) -> Result<Effect, Complaint> {
        let typed = self.people.content();
        let people = if typed.is_empty() {
            None
        } else {
            let bad = context.words.flow[FlowMessage::BadCount].to_string();
            let count = typed.parse::<u32>();
            Some(count.map_err(|_| Complaint::about(self, &self.people, bad))?)
        };
        Ok(Effect::Perform(Command::RecordAttendance {
            marks: Vec::new(),
            people,
        }))
    }
}
