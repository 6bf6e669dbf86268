//! What is due around the session, as it stands in the record: the regulation's own list, or that list counted on a
//! calendar by `deadlines`. Nothing is counted here.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::SessionRecord;
use crate::domain::deadlines::explain::Explainer;
use crate::domain::deadlines::{DeadlineEntry, DueDate};
use crate::domain::regulation::{
    Addressee, Anchor, Article, ClassKind, Deadline, DeadlineId, DeadlineKind, DocumentKind, Grade,
    Limit, Occasion, Regulation, RegulationId, Rule, Scope, Text,
};

/// Something that is due before or after the session, or every half-year or year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeadlineRecord {
    pub id: DeadlineId,
    pub title: Text,
    pub article: Article,
    /// `None` for a periodic report.
    pub kind: Option<DeadlineKind>,
    /// [`Scope::Accompanying`] when it comes from the national law and not from the regulation.
    pub scope: Scope,
    /// The regulation or law it comes from.
    pub source: RegulationId,
    /// What that is called, in a few words.
    pub source_title: Text,
    pub limit: Option<Limit>,
    pub anchor: Option<Anchor>,
    /// When this limit applies instead of the ordinary one.
    pub condition: Option<Text>,
    /// The classes of items whose answer is due by it.
    pub items: Vec<ClassKind>,
    /// Who owes it.
    #[serde(default)]
    pub owed_by: Option<Text>,
    /// Whom it is owed to.
    #[serde(default)]
    pub to: Vec<Addressee>,
    /// Whether the text orders it, allows it, or only lists a paper of that name.
    #[serde(default)]
    pub grade: Grade,
    /// The deadline that this one extends, and the cases in which it does.
    #[serde(default)]
    pub extends: Option<DeadlineId>,
    /// Whether the text waives it for a session of this kind.
    #[serde(default)]
    pub waived: Option<Rule>,
    /// The paper that discharges it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paper: Option<DocumentKind>,
    /// The day it was done, where the office marked that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<NaiveDate>,
    /// The last day in time; `None` where none can be told yet, or the regulation names none.
    pub on: Option<NaiveDate>,
    /// How the day was counted, sentence by sentence, in Vietnamese.
    pub counting: Vec<String>,
}

impl SessionRecord {
    /// The record with what is due counted out: every due date, and how it was counted. `sources` are the regulation and
    /// the laws that the due dates come from, for their names.
    #[must_use]
    pub fn with_deadlines(
        mut self,
        due_dates: &[DueDate],
        sources: &[&Regulation],
        explainer: &Explainer,
    ) -> Self {
        let own = std::mem::take(&mut self.deadlines);
        let done = |record: &DeadlineRecord| {
            let mut same = own.iter().filter(|known| known.source == record.source);
            same.find(|known| known.id == record.id)?.done
        };
        self.deadlines = due_dates
            .iter()
            .map(|due_date| counted(due_date, sources, explainer))
            .map(|record| DeadlineRecord {
                done: done(&record),
                ..record
            })
            .collect();
        self
    }

    /// The record with a line that says that nothing was counted under a law, since its file cannot be used: a list
    /// that lacks it must not be taken for the whole.
    #[must_use]
    pub fn without_law(mut self, law: &RegulationId, title: &Text, explainer: &Explainer) -> Self {
        let line = DeadlineRecord::named(law.0.clone(), Scope::Accompanying, law, title);
        self.deadlines.push(DeadlineRecord {
            title: title.clone(),
            counting: vec![explainer.not_counted(title)],
            ..line
        });
        self
    }
}

impl DeadlineRecord {
    /// One of which nothing is known but its name and where it stands.
    fn named(id: String, scope: Scope, source: &RegulationId, source_title: &Text) -> Self {
        Self {
            id: DeadlineId(id),
            title: Text::default(),
            article: Article(String::new()),
            kind: None,
            scope,
            source: source.clone(),
            source_title: source_title.clone(),
            limit: None,
            anchor: None,
            condition: None,
            items: Vec::new(),
            owed_by: None,
            to: Vec::new(),
            grade: Grade::Orders,
            extends: None,
            waived: None,
            paper: None,
            done: None,
            on: None,
            counting: Vec::new(),
        }
    }
}

/// The regulation's deadlines without a day, with when they were done as far as the office said.
pub(super) fn uncounted(
    regulation: &Regulation,
    occasion: &Occasion,
    done: &BTreeMap<DeadlineId, NaiveDate>,
) -> Vec<DeadlineRecord> {
    regulation
        .deadlines
        .iter()
        .filter(|deadline| deadline.when.hold(occasion))
        .map(|deadline| DeadlineRecord {
            done: done.get(&deadline.id).copied(),
            ..of_deadline(
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
        title: deadline.title.clone(),
        article: deadline.article.clone(),
        kind: Some(deadline.kind),
        limit: deadline.limit,
        anchor: Some(deadline.anchor.clone()),
        condition: deadline.condition.clone(),
        items: deadline.items.clone(),
        owed_by: deadline.owed_by.clone(),
        to: deadline.to.clone(),
        grade: deadline.grade,
        extends: deadline.extends.clone(),
        paper: deadline.discharged_by(),
        ..DeadlineRecord::named(deadline.id.0.clone(), scope, source, source_title)
    }
}

fn counted(due_date: &DueDate, sources: &[&Regulation], explainer: &Explainer) -> DeadlineRecord {
    let (scope, source) = (due_date.scope, &due_date.source);
    let title = sources
        .iter()
        .find(|known| &known.id == source)
        .map_or_else(Text::default, |known| known.short.clone());
    let plain = match &due_date.entry {
        DeadlineEntry::Deadline(deadline) => of_deadline(deadline, scope, source, &title),
        DeadlineEntry::Report(report) => DeadlineRecord {
            title: report.title.clone(),
            article: report.article.clone(),
            limit: report.limit,
            condition: report.owed_by.clone(),
            owed_by: report.owed_by.clone(),
            to: report.to.clone(),
            ..DeadlineRecord::named(report.id.clone(), scope, source, &title)
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
        waived: due_date
            .waived
            .as_ref()
            .map(|waiver| Rule::new(waiver.article.clone(), waiver.text.clone())),
        counting: explainer.lines(due_date).into_iter().map(named).collect(),
        ..plain
    }
}
