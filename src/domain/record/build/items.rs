//! The items of a record, each with what was answered and the classes it had.

use super::floor::holder_record;
use crate::domain::record::{ClassRecord, ClassedRecord, DueUnder, ItemRecord, RaisedBy};
use crate::domain::regulation::Phase;
use crate::domain::session::Session;
use crate::domain::session::floor::{Holder, TurnId};
use crate::domain::session::item::{Class, Item, Raiser};
use crate::domain::session::plan::{Opinion, OpinionId};

pub(super) fn item_record(session: &Session, item: &Item) -> ItemRecord {
    let state = session.state();
    let (by, name, village) = raised_by(session, item);
    ItemRecord {
        id: item.id.0,
        by,
        name,
        village,
        venue: match item.by {
            Raiser::Citizen(number) => session.venue_of(number).map(str::to_owned),
            Raiser::Collected(_) => None,
        },
        text: item.text.clone(),
        topic: item.topic.clone(),
        opinion: item.opinion,
        prepared_answer: item
            .opinion
            .and_then(|id| opinion_of(session, id))
            .and_then(|opinion| opinion.prepared_answer.clone()),
        raised: item.raised.wall,
        round: item.round,
        turns: item.turns.iter().map(|turn| turn.0).collect(),
        answered_by: item
            .turns
            .iter()
            .filter_map(|id| state.turn(*id))
            .filter(|turn| turn.phase == Phase::Answer)
            .map(|turn| holder_record(session, &turn.holder, turn.called))
            .collect(),
        answer: item.answer.clone(),
        as_prepared: item.as_prepared || (item.answer.is_none() && session.was_read_out(item)),
        within_scope: item.within_scope,
        said_in: said_in(session, item).map(|turn| turn.0),
        raised_line_ms: item.raised.line,
        class: item
            .class
            .as_ref()
            .map(|class| class_record(session, class)),
        classed: item
            .classed
            .iter()
            .map(|(until, class)| ClassedRecord {
                until: until.wall,
                class: class.as_ref().map(|class| class_record(session, class)),
            })
            .collect(),
    }
}

/// Who raised an item: the name and the village as they stand in the list or in what was collected.
fn raised_by(session: &Session, item: &Item) -> (RaisedBy, String, String) {
    match item.by {
        Raiser::Citizen(number) => {
            let registration = session
                .state()
                .queue
                .person(number)
                .map(|person| &person.registration);
            (
                RaisedBy::Citizen { number },
                registration.map_or_else(String::new, |known| known.name.clone()),
                registration.map_or_else(String::new, |known| known.village.clone()),
            )
        }
        Raiser::Collected(opinion) => {
            let known = opinion_of(session, opinion);
            (
                RaisedBy::Collected { opinion },
                known.map_or_else(String::new, |known| known.from.clone()),
                known.map_or_else(String::new, |known| known.village.clone()),
            )
        }
    }
}

fn opinion_of(session: &Session, id: OpinionId) -> Option<&Opinion> {
    let opinions = &session.plan().opinions;
    opinions.iter().find(|opinion| opinion.id == id)
}

/// The turn in which an item was said aloud: the first in which its citizen spoke of it; for one that was noted after they
/// had ended, the last they had before.
fn said_in(session: &Session, item: &Item) -> Option<TurnId> {
    let Raiser::Citizen(number) = item.by else {
        return None;
    };
    let turns = &session.state().turns;
    let mut own = turns
        .iter()
        .filter(|turn| turn.holder == Holder::Citizen(number));
    let named = own.clone().find(|turn| item.turns.contains(&turn.id));
    let before = || own.rfind(|turn| turn.called.line <= item.raised.line);
    named.or_else(before).map(|turn| turn.id)
}

fn class_record(session: &Session, class: &Class) -> ClassRecord {
    match class {
        Class::AnsweredNow => ClassRecord::AnsweredNow,
        Class::VerifyLater { agency, due } => ClassRecord::VerifyLater {
            agency: agency.clone(),
            agency_name: agency.as_ref().map(|id| session.agency_name(id).to_owned()),
            due: due.on,
            under: due
                .under
                .as_ref()
                .and_then(|id| session.regulation().deadline(id))
                .map(|deadline| DueUnder {
                    deadline: deadline.id.clone(),
                    title: deadline.title.clone(),
                    article: deadline.article.clone(),
                }),
        },
        Class::ReportUpward { authority, due } => ClassRecord::ReportUpward {
            authority: authority.clone(),
            due: *due,
        },
    }
}
