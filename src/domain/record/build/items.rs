//! The items of a record, each with what was answered and the classes it had.

use super::floor::holder_record;
use crate::domain::record::{ClassRecord, ClassedRecord, DueUnder, ItemRecord, RaisedBy};
use crate::domain::regulation::Phase;
use crate::domain::session::Session;
use crate::domain::session::floor::{Holder, TurnId};
use crate::domain::session::item::{Class, Item, Raiser};

pub(super) fn item_record(session: &Session, item: &Item) -> ItemRecord {
    let state = session.state();
    let opinion_of = |id| {
        session
            .plan()
            .opinions
            .iter()
            .find(|opinion| opinion.id == id)
    };
    let (by, name, village) = match item.by {
        Raiser::Citizen(number) => {
            let registration = state
                .queue
                .person(number)
                .map(|person| &person.registration);
            (
                RaisedBy::Citizen { number },
                registration.map(|known| known.name.clone()),
                registration.map(|known| known.village.clone()),
            )
        }
        Raiser::Collected(opinion) => {
            let known = opinion_of(opinion);
            (
                RaisedBy::Collected { opinion },
                known.map(|known| known.from.clone()),
                known.map(|known| known.village.clone()),
            )
        }
    };
    ItemRecord {
        id: item.id.0,
        by,
        name: name.unwrap_or_default(),
        village: village.unwrap_or_default(),
        venue: match item.by {
            Raiser::Citizen(number) => session.venue_of(number).map(str::to_owned),
            Raiser::Collected(_) => None,
        },
        text: item.text.clone(),
        topic: item.topic.clone(),
        opinion: item.opinion,
        prepared_answer: item
            .opinion
            .and_then(opinion_of)
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
