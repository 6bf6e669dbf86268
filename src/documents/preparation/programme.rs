//! The programme: the steps of the regulation in their order, with the times that were planned. Knows nothing of the other
//! papers.

use chrono::TimeDelta;

use super::Papers;
use crate::documents::model::Paper;
use crate::documents::words::LayoutMessage;

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
    for step in &record.steps {
        let to = from + TimeDelta::minutes(i64::from(step.planned_minutes));
        rows.push(vec![
            words
                .span
                .render(&[("from", &from.format("%H:%M")), ("to", &to.format("%H:%M"))]),
            step.title.vi.clone(),
            step.lead.vi.clone(),
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
    sheet.signed(&[papers.prose.words.layout[LayoutMessage::AsAddressed].to_string()]);
    papers.finished(sheet, words.kind.as_str())
}
