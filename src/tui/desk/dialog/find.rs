//! Everything that can be looked for: people, villages, items with their answers, notes.

use super::context::DialogContext;
use super::items;
use super::kind::{DialogKind, PickerAction};
use super::panel::{Dialog, Panel, hinted};
use crate::domain::format;
use crate::domain::session::queue::{Registrant, Standing};
use crate::tui::desk::phrases;
use crate::tui::desk::picker::PickerLine;
use crate::tui::desk::words::FormMessage;

pub(super) fn open(context: DialogContext<'_>) -> Dialog {
    Dialog {
        kind: DialogKind::Find,
        panel: Panel::list(
            context.words.forms[FormMessage::Find].to_string(),
            lines(context),
        ),
    }
}

fn lines(context: DialogContext<'_>) -> Vec<PickerLine<PickerAction>> {
    let state = context.session.state();
    let people = state.queue.people().iter().map(|person| {
        let registration = &person.registration;
        hinted(
            format!("{} {}", registration.number.0, registration.called()),
            person_hint(context, person),
            PickerAction::SelectPerson(registration.number),
        )
    });
    let notes = state.notes.iter().map(|note| {
        hinted(
            note.text.clone(),
            format::time(note.at.wall),
            PickerAction::Nothing,
        )
    });
    people.chain(items::lines(context)).chain(notes).collect()
}

/// Where a person is from, and what became of them. That somebody waits needs no word, so that nobody is found by it.
fn person_hint(context: DialogContext<'_>, person: &Registrant) -> String {
    let village = person.registration.village.clone();
    let standing = if person.standing == Standing::Waiting {
        String::new()
    } else {
        phrases::standing_word(person.standing, context.words).to_string()
    };
    [village, standing]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}
