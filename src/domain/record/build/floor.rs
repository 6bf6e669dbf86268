//! The turns of a record: who had the floor, for what and how long.

use super::times::span_record;
use crate::domain::record::{HolderRecord, TurnRecord};
use crate::domain::regulation::Article;
use crate::domain::session::Session;
use crate::domain::session::floor::{Holder, Turn};
use crate::domain::time::SessionTime;

pub(super) fn turn_record(session: &Session, turn: &Turn, now: SessionTime) -> TurnRecord {
    TurnRecord {
        id: turn.id.0,
        phase: turn.phase,
        step: turn.step.clone(),
        article: session
            .regulation()
            .step(&turn.step)
            .map_or_else(|| Article(String::new()), |step| step.article.clone()),
        round: turn.round,
        holder: holder_record(session, &turn.holder, turn.called),
        items: turn.items.iter().map(|item| item.0).collect(),
        limit_ms: turn.limit,
        called: turn.called.wall,
        line_ms: turn.called.line,
        span: turn
            .clock
            .as_ref()
            .map(|clock| span_record(clock, turn.round, now)),
        over_ms: turn.left(now).map(|left| -left),
    }
}

pub(super) fn holder_record(session: &Session, holder: &Holder, at: SessionTime) -> HolderRecord {
    match holder {
        Holder::Citizen(number) => {
            let person = session.state().queue.person(*number);
            HolderRecord::Citizen {
                number: *number,
                name: person.map_or_else(String::new, |person| person.registration.name.clone()),
                village: person
                    .map_or_else(String::new, |person| person.registration.village.clone()),
            }
        }
        Holder::Chair => HolderRecord::Chair {
            name: session.chair_at(at).name.clone(),
        },
        Holder::Agency(id) => HolderRecord::Agency {
            id: id.clone(),
            name: session.agency_name(id).to_owned(),
            speaker: session.speaks_for(id).cloned(),
        },
    }
}
