//! The public notice: when, where, on what, with whom, in which order, and how to take part. Knows nothing of the other
//! papers.

use super::{Papers, ended};
use crate::documents::model::Paper;

pub(super) fn paper(papers: Papers<'_>) -> Paper {
    let (record, words) = (papers.record(), &papers.words.notice);
    let title = papers.title();
    let mut sheet = papers.sheet(
        words.code.as_str(),
        words.kind.as_str(),
        words.subject_state.render(&[("title", &title)]),
        words.subject_party.render(&[("title", &title)]),
    );
    let regulation = papers.prose.regulation();
    let opening = if record.body.is_empty() {
        &words.opening_no_body
    } else {
        &words.opening
    };
    sheet.text(opening.render(&[
        ("regulation", &regulation),
        ("body", &record.body),
        ("title", &title),
    ]));
    sheet.text(
        words
            .time
            .render(&[("time", &papers.time()), ("date", &papers.date())]),
    );
    sheet.text(words.place.render(&[("place", &record.place)]));
    sheet.text(
        words
            .chair
            .render(&[("chair", &papers.prose.official(&record.chair))]),
    );
    if record.contents.is_empty() {
        sheet.text(words.contents_open.render(&[("blank", &papers.blank())]));
    } else {
        sheet.text(words.contents.to_string());
        let lines = record
            .contents
            .iter()
            .map(|content| words.content.render(&[("content", content)]))
            .collect();
        for line in ended(lines) {
            sheet.text(line);
        }
    }
    sheet.text(words.attendance.to_string());
    if !record.delegates.is_empty() {
        let delegates = papers.prose.officials(&record.delegates);
        sheet.text(words.delegates.render(&[("delegates", &delegates)]));
    }
    if !record.agencies.is_empty() {
        let names: Vec<&str> = record
            .agencies
            .iter()
            .map(|agency| agency.name.as_str())
            .collect();
        sheet.text(words.agencies.render(&[("agencies", &names.join(", "))]));
    }
    sheet.text(words.people.to_string());
    sheet.text(words.programme.to_string());
    let steps = record
        .steps
        .iter()
        .map(|step| words.step.render(&[("step", &step.title.vi)]))
        .collect();
    for line in ended(steps) {
        sheet.text(line);
    }
    sheet.text(words.taking_part.to_string());
    sheet.text(words.register.render(&[
        ("lead_agency", &papers.or_blank(&record.lead_agency)),
        ("blank", &papers.blank()),
    ]));
    sheet.text(words.at_the_hall.to_string());
    sheet.closing(words.closing.as_str());
    sheet.signed(&[words.to_public.to_string()]);
    papers.finished(sheet, words.kind.as_str())
}
