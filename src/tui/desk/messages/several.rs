//! What is said of one act that is about several people or texts at once: how many, instead of the first of them.

use std::collections::BTreeSet;

use crate::domain::session::event::Event;
use crate::domain::session::item::{ItemId, Raiser};
use crate::tui::desk::words::{DeskWords, FlowMessage, ImportMessage};

/// What was added from a list: more than one person, or opinions.
pub(super) fn imported(events: &[Event], words: &DeskWords) -> Option<String> {
    let of = |telling: fn(&Event) -> bool| events.iter().filter(|event| telling(event)).count();
    let people = of(|event| matches!(event, Event::Registered { .. }));
    let opinions = of(|event| matches!(event, Event::OpinionAdded { .. }));
    (people > 1 || opinions > 0).then(|| {
        words.import[ImportMessage::Did].render(&[("people", &people), ("opinions", &opinions)])
    })
}

/// What several people announced, taken as items in one act.
pub(super) fn raised_many(events: &[Event], words: &DeskWords) -> Option<String> {
    let raised: Vec<(ItemId, Raiser)> = events
        .iter()
        .filter_map(|event| {
            if let Event::ItemRaised { item, by, .. } = event {
                Some((*item, *by))
            } else {
                None
            }
        })
        .collect();
    let people: BTreeSet<Raiser> = raised.iter().map(|(_, by)| *by).collect();
    let (first, last) = (raised.first()?.0, raised.last()?.0);
    (people.len() > 1).then(|| {
        words.flow[FlowMessage::DidRaiseMany].render(&[
            ("count", &raised.len()),
            ("first", &first.0),
            ("last", &last.0),
            ("people", &people.len()),
        ])
    })
}
