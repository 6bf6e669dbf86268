//! The conclusion, as the regulation's own conclusion step groups it: under every act the chair's words and the items of
//! its classes. The minutes and the notice say it alike. Knows the record, and of layout that
//! there are headings and paragraphs.

use super::layout::Sheet;
use super::prose::{Prose, answer_of, numbers, plain, two_digits};
use crate::documents::words::ConcludedMessage;
use crate::domain::record::{ActRecord, ClassRecord, ItemRecord, StepRecord};
use crate::domain::regulation::{ClassKind, DocumentKind, StepKind};
use crate::domain::time::Millis;

/// What is concluded under one act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ConcludedGroup {
    pub title: String,
    /// The paper that the act orders.
    pub paper: Option<DocumentKind>,
    pub lines: Vec<String>,
}

/// The groups of a conclusion step: the acts that were done. `until` is when the step was left for the last time, so that
/// nothing is concluded that had not been raised yet; without it everything is told.
pub(super) fn groups(
    prose: Prose<'_>,
    step: &StepRecord,
    until: Option<Millis>,
) -> Vec<ConcludedGroup> {
    done(step)
        .map(|(index, act)| ConcludedGroup {
            title: act.title.vi.clone(),
            paper: act.paper,
            lines: lines(prose, step, act, index, until),
        })
        .collect()
}

/// The acts of a step that were done, with their places.
fn done(step: &StepRecord) -> impl Iterator<Item = (usize, &ActRecord)> {
    let acts = step.acts.iter().enumerate();
    acts.filter(|(_, act)| act.done.is_some())
}

/// A group under its title; an act without items or words is a sentence of its own.
pub(super) fn write(prose: Prose<'_>, sheet: &mut Sheet<'_>, title: &str, lines: Vec<String>) {
    if lines.is_empty() {
        let alone = &prose.words.conclusion[ConcludedMessage::ActAlone];
        sheet.text(alone.render(&[("title", &title)]));
        return;
    }
    sheet.heading(title);
    for line in lines {
        sheet.text(line);
    }
}

/// The conclusion steps of the regulation.
pub(super) fn steps(prose: Prose<'_>) -> impl Iterator<Item = &StepRecord> {
    prose
        .record
        .steps
        .iter()
        .filter(|step| step.kind == StepKind::Conclusion)
}

pub(super) fn kind_of(class: &ClassRecord) -> ClassKind {
    match class {
        ClassRecord::AnsweredNow => ClassKind::AnsweredNow,
        ClassRecord::VerifyLater { .. } => ClassKind::VerifyLater,
        ClassRecord::ReportUpward { .. } => ClassKind::ReportUpward,
    }
}

/// The items of one class.
pub(super) fn of_class(prose: Prose<'_>, kind: ClassKind) -> Vec<&ItemRecord> {
    prose
        .record
        .items
        .iter()
        .filter(|item| item.class.as_ref().map(kind_of) == Some(kind))
        .collect()
}

fn lines(
    prose: Prose<'_>,
    step: &StepRecord,
    act: &ActRecord,
    index: usize,
    until: Option<Millis>,
) -> Vec<String> {
    let words = &prose.words.conclusion;
    let mut lines = Vec::new();
    if let Some(own) = prose.record.conclusion.get(&act.id) {
        lines.extend(
            own.lines()
                .map(plain)
                .filter(|line| !line.is_empty())
                .map(|line| words[ConcludedMessage::OwnWords].render(&[("text", &line)])),
        );
    }
    if act.items.is_empty() {
        return lines;
    }
    let (here, elsewhere): (Vec<ClassKind>, Vec<ClassKind>) = act
        .items
        .iter()
        .partition(|kind| told_at(step, **kind) == Some(index));
    let raised = |kind: ClassKind| {
        let mut items = of_class(prose, kind);
        items.retain(|item| until.is_none_or(|until| item.raised_line_ms <= until));
        items
    };
    let told = || {
        here.iter()
            .map(|kind| raised(*kind))
            .filter(|items| !items.is_empty())
    };
    // What a narrower act tells item by item is only named here.
    let named: Vec<&ItemRecord> = elsewhere.iter().flat_map(|kind| raised(*kind)).collect();
    let is_mixed = here.len() > 1;
    if !named.is_empty() && here.is_empty() {
        lines.push(count(prose, named));
    } else if !named.is_empty() && told().next().is_some() {
        let mut ids: Vec<u32> = named.iter().map(|item| item.id).collect();
        ids.sort_unstable();
        let items = prose.items(&ids);
        lines.push(words[ConcludedMessage::CountedElsewhere].render(&[("items", &items)]));
    }
    for items in told() {
        if is_mixed {
            let class = items.first().and_then(|item| item.class.as_ref());
            lines.push(words[ConcludedMessage::Class].render(&[
                ("class", &prose.class(class)),
                ("count", &two_digits(items.len())),
            ]));
        }
        lines.extend(items.into_iter().map(|item| conclusion_lines(prose, item)));
    }
    if lines.is_empty() {
        lines.push(words[ConcludedMessage::None].to_string());
    }
    lines
}

/// The act under which items of a class are told one by one: the one for the fewest classes, the first among equals.
fn told_at(step: &StepRecord, kind: ClassKind) -> Option<usize> {
    done(step)
        .filter(|(_, act)| act.items.contains(&kind))
        .min_by_key(|(index, act)| (act.items.len(), *index))
        .map(|(index, _)| index)
}

fn count(prose: Prose<'_>, mut items: Vec<&ItemRecord>) -> String {
    let words = &prose.words.conclusion;
    items.sort_by_key(|item| item.id);
    let mut topics: Vec<(&str, Vec<u32>)> = Vec::new();
    for item in &items {
        let topic = item.topic.as_deref().unwrap_or_default();
        match topics.iter_mut().find(|(known, _)| *known == topic) {
            Some((_, ids)) => ids.push(item.id),
            None => topics.push((topic, vec![item.id])),
        }
    }
    if topics.iter().any(|(topic, _)| topic.is_empty()) {
        let ids: Vec<u32> = items.iter().map(|item| item.id).collect();
        return words[ConcludedMessage::Counted].render(&[
            ("count", &two_digits(ids.len())),
            ("numbers", &numbers(&ids)),
        ]);
    }
    let said: Vec<String> = topics
        .iter()
        .map(|(topic, ids)| {
            words[ConcludedMessage::Topic].render(&[("topic", topic), ("numbers", &numbers(ids))])
        })
        .collect();
    words[ConcludedMessage::CountedTopic].render(&[
        ("count", &two_digits(items.len())),
        ("topics", &said.join("; ")),
    ])
}

fn conclusion_lines(prose: Prose<'_>, item: &ItemRecord) -> String {
    let words = &prose.words.conclusion;
    let answer = answer_of(item)
        .map(plain)
        .filter(|answer| !answer.is_empty());
    let is_settled = item.class == Some(ClassRecord::AnsweredNow);
    let sentence = match (&answer, is_settled) {
        (Some(_), true) => &words[ConcludedMessage::ItemAnswer],
        (Some(_), false) => &words[ConcludedMessage::ItemBoth],
        (None, true) => &words[ConcludedMessage::Item],
        (None, false) => &words[ConcludedMessage::ItemResult],
    };
    sentence.render(&[
        ("number", &item.id),
        ("person", &prose.raiser(item)),
        ("text", &prose.text(Some(&item.text))),
        ("answer", &answer.unwrap_or_default()),
        ("result", &prose.result(item)),
    ])
}
