//! What is due around the session, as it stands in the record: the regulation's own list, or that list counted on a
//! calendar by `deadlines`. Nothing is counted here.

use super::{DeadlineRecord, SessionRecord};
use crate::domain::deadlines::explain::Explainer;
use crate::domain::deadlines::{DueDate, Entry};
use crate::domain::regulation::{
    Article, Deadline, DeadlineId, Regulation, RegulationId, Scope, Text,
};

impl SessionRecord {
    /// The record with what is due counted out: every due date, and how it was counted. `sources` are the regulation and
    /// the floor that the due dates come from, for their names.
    #[must_use]
    pub fn with_deadlines(
        mut self,
        due_dates: &[DueDate],
        sources: &[&Regulation],
        explainer: &Explainer,
    ) -> Self {
        self.deadlines = due_dates
            .iter()
            .map(|due_date| counted(due_date, sources, explainer))
            .collect();
        self
    }

    /// The record with a line that says that nothing was counted under the floor, since its file cannot be used: a list
    /// that lacks it must not be taken for the whole.
    #[must_use]
    pub fn without_floor(
        mut self,
        floor: &RegulationId,
        title: &Text,
        explainer: &Explainer,
    ) -> Self {
        self.deadlines.push(DeadlineRecord {
            id: DeadlineId(floor.0.clone()),
            title: title.clone(),
            article: Article(String::new()),
            kind: None,
            scope: Scope::Floor,
            source: floor.clone(),
            source_title: title.clone(),
            limit: None,
            anchor: None,
            condition: None,
            items: Vec::new(),
            on: None,
            counting: vec![explainer.not_counted(title)],
        });
        self
    }
}

/// The regulation's deadlines without a day.
pub(super) fn uncounted(regulation: &Regulation) -> Vec<DeadlineRecord> {
    regulation
        .deadlines
        .iter()
        .map(|deadline| {
            of_deadline(
                deadline,
                regulation.scope,
                &regulation.id,
                &regulation.short,
            )
        })
        .collect()
}

fn of_deadline(
    deadline: &Deadline,
    scope: Scope,
    source: &RegulationId,
    source_title: &Text,
) -> DeadlineRecord {
    DeadlineRecord {
        id: deadline.id.clone(),
        title: deadline.title.clone(),
        article: deadline.article.clone(),
        kind: Some(deadline.kind),
        scope,
        source: source.clone(),
        source_title: source_title.clone(),
        limit: deadline.limit,
        anchor: Some(deadline.anchor),
        condition: deadline.condition.clone(),
        items: deadline.items.clone(),
        on: None,
        counting: Vec::new(),
    }
}

fn counted(due_date: &DueDate, sources: &[&Regulation], explainer: &Explainer) -> DeadlineRecord {
    let (scope, source) = (due_date.scope, &due_date.source);
    let title = sources
        .iter()
        .find(|known| &known.id == source)
        .map_or_else(Text::default, |known| known.short.clone());
    let plain = match &due_date.entry {
        Entry::Deadline(deadline) => of_deadline(deadline, scope, source, &title),
        Entry::Report(report) => DeadlineRecord {
            id: DeadlineId(report.id.clone()),
            title: report.title.clone(),
            article: report.article.clone(),
            kind: None,
            scope,
            source: source.clone(),
            source_title: title,
            limit: None,
            anchor: None,
            condition: report.owed_by.clone(),
            items: Vec::new(),
            on: None,
            counting: Vec::new(),
        },
    };
    // A document says the name of a regulation where a screen says its id.
    let named = |line: String| {
        sources.iter().fold(line, |line, known| {
            line.replace(&known.id.0, &known.short.vi)
        })
    };
    DeadlineRecord {
        on: due_date.on(),
        counting: explainer.lines(due_date).into_iter().map(named).collect(),
        ..plain
    }
}
