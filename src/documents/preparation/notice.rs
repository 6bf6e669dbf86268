//! The public notice: when, where, on what, with whom, in which order, and how to take part. Knows nothing of the other
//! papers.

use super::Papers;
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
    sheet.close_set();
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
        sheet.text(words.contents.render(&[("contents", &papers.contents())]));
    }
    sheet.text(words.attendance.to_string());
    if !record.delegates.is_empty() {
        // On the board and in the loudspeaker who comes is told by office, so that the whole stays short.
        let mut offices: Vec<&str> = Vec::new();
        for delegate in &record.delegates {
            if !offices.contains(&delegate.office.as_str()) {
                offices.push(&delegate.office);
            }
        }
        sheet.text(
            words
                .delegates
                .render(&[("delegates", &offices.join("; "))]),
        );
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
    let steps: Vec<&str> = record
        .steps
        .iter()
        .map(|step| step.title.vi.as_str())
        .collect();
    sheet.text(words.programme.render(&[("steps", &steps.join("; "))]));
    sheet.text(words.taking_part.render(&[
        ("lead_agency", &papers.or_blank(&record.lead_agency)),
        ("blank", &papers.blank()),
    ]));
    sheet.closing(words.closing.as_str());
    sheet.signed(&[words.to_public.to_string()]);
    papers.finished(sheet, words.kind.as_str())
}
