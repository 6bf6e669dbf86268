//! Which of two deadlines for the same thing is the stricter, the local one or that of an accompanying law. Knows no
//! more of them than their kind, their anchor and their date.

use super::{DeadlineEntry, DueDate, DueWhen};
use crate::domain::regulation::{Deadline, DeadlineId, DeadlineKind, RegulationId, Text};

/// The deadline that stands beside this one in the other regulation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beside {
    pub id: DeadlineId,
    pub source: RegulationId,
    /// The other regulation in a few words.
    pub title: Text,
    /// How this one stands to that one.
    pub standing: Strictness,
}

/// How a deadline stands to the one beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strictness {
    /// It ends earlier; keeping it keeps the other too.
    Stricter,
    Same,
    Looser,
}

/// Marks each pair of a local deadline and one of a law that is about the same thing and counted from the same
/// event. An extension is not compared: it holds only where its condition does.
pub(super) fn mark(all: &mut [DueDate]) {
    let others = all.to_vec();
    for due_date in all {
        due_date.beside = others.iter().find_map(|other| beside(due_date, other));
    }
}

fn beside(this: &DueDate, other: &DueDate) -> Option<Beside> {
    let (mine, theirs) = (comparable(this)?, comparable(other)?);
    let is_pair =
        this.scope != other.scope && mine.kind == theirs.kind && mine.anchor == theirs.anchor;
    is_pair.then_some(())?;
    let standing = match (&this.due, &other.due) {
        (DueWhen::NoLimit, DueWhen::NoLimit) => Strictness::Same,
        (DueWhen::NoLimit, _) => Strictness::Looser,
        (_, DueWhen::NoLimit) => Strictness::Stricter,
        // To be done earlier is stricter, before the session as after it.
        (DueWhen::Counted(_), DueWhen::Counted(_)) => match this.on().cmp(&other.on()) {
            std::cmp::Ordering::Less => Strictness::Stricter,
            std::cmp::Ordering::Equal => Strictness::Same,
            std::cmp::Ordering::Greater => Strictness::Looser,
        },
        (
            DueWhen::Counted(_)
            | DueWhen::On(_)
            | DueWhen::Before(_)
            | DueWhen::AwaitsNotice
            | DueWhen::AwaitsEvent(_)
            | DueWhen::NoYear(_),
            _,
        ) => return None,
    };
    Some(Beside {
        id: theirs.id.clone(),
        source: other.source.clone(),
        title: other.source_title.clone(),
        standing,
    })
}

fn comparable(due_date: &DueDate) -> Option<&Deadline> {
    match &due_date.entry {
        DeadlineEntry::Deadline(deadline)
            if deadline.extends.is_none() && deadline.kind != DeadlineKind::Other =>
        {
            Some(deadline)
        }
        DeadlineEntry::Deadline(_) | DeadlineEntry::Report(_) => None,
    }
}
