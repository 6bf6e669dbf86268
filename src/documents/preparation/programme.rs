//! The programme: the steps of the regulation in their order, with the times that were planned. Knows nothing of the other
//! papers.

use chrono::TimeDelta;

use super::Papers;
use crate::documents::model::Paper;
use crate::domain::record::StepRecord;
use crate::domain::regulation::StepKind;

pub(super) fn paper(papers: Papers<'_>) -> Paper {
    let (record, words) = (papers.record(), &papers.words.programme);
    let title = record.title.clone();
    let mut sheet = papers.sheet(
        words.code.as_str(),
        words.kind.as_str(),
        words.subject_state.render(&[("title", &title)]),
        words.subject_party.render(&[("title", &papers.title())]),
    );
    sheet.text(words.opening.render(&[
        ("time", &papers.time()),
        ("date", &papers.date()),
        ("place", &record.place),
    ]));
    let mut from = record.planned_begin;
    let mut rows = Vec::new();
    let mut joined = Vec::new();
    for steps in together(&record.steps) {
        let minutes: i64 = steps
            .iter()
            .map(|step| i64::from(step.planned_minutes))
            .sum();
        let to = from + TimeDelta::minutes(minutes);
        let span = words
            .span
            .render(&[("from", &from.format("%H:%M")), ("to", &to.format("%H:%M"))]);
        // A row for each step, so that each stands beside who conducts it; their time is one cell.
        for (index, step) in steps.iter().enumerate() {
            let time = if index == 0 {
                span.clone()
            } else {
                joined.push(rows.len());
                String::new()
            };
            rows.push(vec![time, step.title.vi.clone(), step.lead.vi.clone()]);
        }
        from = to;
    }
    let heads = [
        words.head_time.as_str(),
        words.head_step.as_str(),
        words.head_lead.as_str(),
    ];
    sheet.joined_table(&[30, 90, 48], &heads, rows, &joined);
    sheet.closing(words.closing.as_str());
    sheet.signed(&[words.to.to_string()]);
    papers.finished(sheet, words.kind.as_str())
}

/// The steps that have a time of their own; speaking, answering and further exchange come again with every round and share
/// theirs.
fn together(steps: &[StepRecord]) -> Vec<&[StepRecord]> {
    let is_dialogue = |step: &StepRecord| matches!(step.kind, StepKind::Dialogue(_));
    steps
        .chunk_by(|one, next| is_dialogue(one) && is_dialogue(next))
        .collect()
}
