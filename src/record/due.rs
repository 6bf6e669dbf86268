//! What is due around the session, as it stands in the record: the regulation's own list, or that list counted on a
//! calendar by `deadlines`. Nothing is counted here.

use super::{DeadlineRecord, SessionRecord};
use crate::deadlines::explain::Explainer;
use crate::deadlines::{DueDate, Entry};
use crate::regulation::{Deadline, DeadlineId, Regulation};

impl SessionRecord {
    /// The record with what is due counted out: every due date, and how it was counted.
    #[must_use]
    pub fn with_deadlines(mut self, due_dates: &[DueDate], explainer: &Explainer) -> Self {
        self.deadlines = due_dates
            .iter()
            .map(|due_date| counted(due_date, explainer))
            .collect();
        self
    }
}

/// The regulation's deadlines without a day.
pub(super) fn uncounted(regulation: &Regulation) -> Vec<DeadlineRecord> {
    regulation
        .deadlines
        .iter()
        .map(|deadline| DeadlineRecord {
            source: regulation.id.clone(),
            scope: regulation.scope,
            ..of_deadline(deadline)
        })
        .collect()
}

fn of_deadline(deadline: &Deadline) -> DeadlineRecord {
    DeadlineRecord {
        id: deadline.id.clone(),
        title: deadline.title.clone(),
        article: deadline.article.clone(),
        kind: Some(deadline.kind),
        scope: crate::regulation::Scope::Session,
        source: crate::regulation::RegulationId(String::new()),
        limit: deadline.limit,
        anchor: Some(deadline.anchor),
        condition: deadline.condition.clone(),
        items: deadline.items.clone(),
        on: None,
        counting: Vec::new(),
    }
}

fn counted(due_date: &DueDate, explainer: &Explainer) -> DeadlineRecord {
    let plain = match &due_date.entry {
        Entry::Deadline(deadline) => of_deadline(deadline),
        Entry::Report(report) => DeadlineRecord {
            id: DeadlineId(report.id.clone()),
            title: report.title.clone(),
            article: report.article.clone(),
            kind: None,
            scope: due_date.scope,
            source: due_date.source.clone(),
            limit: None,
            anchor: None,
            condition: report.owed_by.clone(),
            items: Vec::new(),
            on: None,
            counting: Vec::new(),
        },
    };
    DeadlineRecord {
        scope: due_date.scope,
        source: due_date.source.clone(),
        on: due_date.on(),
        counting: explainer.lines(due_date),
        ..plain
    }
}
