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
    for steps in together(&record.steps) {
        let minutes: i64 = steps
            .iter()
            .map(|step| i64::from(step.planned_minutes))
            .sum();
        let to = from + TimeDelta::minutes(minutes);
        let mut leads: Vec<&str> = steps.iter().map(|step| step.lead.vi.as_str()).collect();
        leads.dedup();
        let titles: Vec<&str> = steps.iter().map(|step| step.title.vi.as_str()).collect();
        rows.push(vec![
            words
                .span
                .render(&[("from", &from.format("%H:%M")), ("to", &to.format("%H:%M"))]),
            titles.join("\n"),
            leads.join("\n"),
        ]);
        from = to;
    }
    let heads = [
        words.head_time.as_str(),
        words.head_step.as_str(),
        words.head_lead.as_str(),
    ];
    sheet.table(&[30, 90, 48], &heads, rows);
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
