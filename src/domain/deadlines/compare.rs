//! Which of two deadlines for the same thing is the stricter, the local one or that of an accompanying law. Knows no
//! more of them than their kind, their anchor and their date.

use super::{Due, DueDate, Entry};
use crate::domain::regulation::{Deadline, DeadlineId, DeadlineKind, RegulationId, Text};

/// The deadline that stands beside this one in the other regulation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beside {
    pub id: DeadlineId,
    pub source: RegulationId,
    /// The other regulation in a few words.
    pub title: Text,
    /// How this one stands to that one.
    pub standing: Standing,
}

/// How a deadline stands to the one beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
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
        (Due::NoLimit, Due::NoLimit) => Standing::Same,
        (Due::NoLimit, _) => Standing::Looser,
        (_, Due::NoLimit) => Standing::Stricter,
        // To be done earlier is stricter, before the session as after it.
        (Due::Counted(_), Due::Counted(_)) => match this.on().cmp(&other.on()) {
            std::cmp::Ordering::Less => Standing::Stricter,
            std::cmp::Ordering::Equal => Standing::Same,
            std::cmp::Ordering::Greater => Standing::Looser,
        },
        (
            Due::Counted(_)
            | Due::On(_)
            | Due::Before(_)
            | Due::AwaitsNotice
            | Due::AwaitsEvent(_)
            | Due::NoYear(_),
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
        Entry::Deadline(deadline)
            if deadline.extends.is_none() && deadline.kind != DeadlineKind::Other =>
        {
            Some(deadline)
        }
        Entry::Deadline(_) | Entry::Report(_) => None,
    }
}
