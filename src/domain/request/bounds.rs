//! How many letters what is written down of a person may have, wherever a station asks for it: one table for every door.

use super::{RegistrationForm, StationCommand};
use crate::domain::session::queue::PersonDetails;

pub const HONORIFIC: usize = 30;
pub const NAME: usize = 120;
pub const VILLAGE: usize = 120;
pub const ORGANISATION: usize = 200;
pub const SUBJECT: usize = 600;
pub const PHONE: usize = 40;
pub const ADDRESS: usize = 200;
/// The name of another hall, and of what an item is about.
const TITLE: usize = 200;

/// How many letters the first field may have that has more; `None` where none has. What stood there before is not held to it.
pub(super) fn too_long(command: &StationCommand) -> Option<usize> {
    match command {
        StationCommand::Register(form) => first_beyond(&of_form(form)),
        StationCommand::CorrectPerson { was, details, .. } => {
            let (was, now) = (of_person(was), of_person(details));
            let changed: Vec<(&str, usize)> = now
                .into_iter()
                .zip(was)
                .filter(|(now, was)| now != was)
                .map(|(now, _)| now)
                .collect();
            first_beyond(&changed)
        }
        StationCommand::SetTopic { topic, .. } => {
            first_beyond(&[(topic.as_deref().unwrap_or_default(), TITLE)])
        }
        StationCommand::LinkVenue { venue, .. } => first_beyond(&[(venue, TITLE)]),
        // What is said and answered may be long; a line of the file bounds it.
        StationCommand::EditItem { .. }
        | StationCommand::SummariseAnswer { .. }
        | StationCommand::Note { .. }
        | StationCommand::WordConclusion { .. }
        | StationCommand::MarkPerson { .. }
        | StationCommand::AnswerAsPrepared { .. }
        | StationCommand::LinkItem { .. }
        | StationCommand::Undo
        | StationCommand::Redo => None,
    }
}

fn of_form(form: &RegistrationForm) -> [(&str, usize); 7] {
    let [subject, phone, address, venue] = [&form.subject, &form.phone, &form.address, &form.venue]
        .map(|text| text.as_deref().unwrap_or_default());
    [
        (form.honorific.as_str(), HONORIFIC),
        (form.name.as_str(), NAME),
        (form.village.as_str(), VILLAGE),
        (subject, SUBJECT),
        (phone, PHONE),
        (address, ADDRESS),
        (venue, TITLE),
    ]
}

fn of_person(details: &PersonDetails) -> [(&str, usize); 4] {
    [
        (details.honorific.as_str(), HONORIFIC),
        (details.name.as_str(), NAME),
        (details.village.as_str(), VILLAGE),
        (details.organisation.as_str(), ORGANISATION),
    ]
}

fn first_beyond(fields: &[(&str, usize)]) -> Option<usize> {
    fields
        .iter()
        .find(|(text, most)| text.chars().count() > *most)
        .map(|(_, most)| *most)
}
