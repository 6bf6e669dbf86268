//! The public notice: when, where, on what, with whom, in which order, and how to take part. Knows nothing of the other
//! papers.

use super::{Papers, ended};
use crate::documents::model::Paper;
use crate::domain::regulation::AttendingAs;

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
    for line in ended(attending(papers)) {
        sheet.text(line);
    }
    // What the steps are about is told by the programme; here a few words each, so that the whole stays one page.
    let steps: Vec<&str> = record
        .steps
        .iter()
        .map(|step| step.name.as_ref().unwrap_or(&step.title).vi.as_str())
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

/// Who takes part: whoever the plan names, told by office, and with whom the dialogue is held, as the regulation says it.
fn attending(papers: Papers<'_>) -> Vec<String> {
    let (record, words) = (papers.record(), &papers.words.notice);
    let of_the_text = |who| {
        record
            .participants
            .iter()
            .filter(move |rule| rule.who == who)
            .map(|rule| rule.text.vi.as_str())
    };
    let mut lines = Vec::new();
    if !record.delegates.is_empty() {
        // On the board and in the loudspeaker who comes is told by office, so that the whole stays short.
        let mut offices: Vec<&str> = Vec::new();
        for delegate in &record.delegates {
            if !offices.contains(&delegate.office.as_str()) {
                offices.push(&delegate.office);
            }
        }
        lines.push(
            words
                .delegates
                .render(&[("delegates", &offices.join("; "))]),
        );
    }
    if record.agencies.is_empty() {
        lines.extend(
            of_the_text(AttendingAs::Agencies)
                .map(|who| words.agencies_open.render(&[("who", &who)])),
        );
    } else {
        let names: Vec<&str> = record
            .agencies
            .iter()
            .map(|agency| agency.name.as_str())
            .collect();
        lines.push(words.agencies.render(&[("agencies", &names.join(", "))]));
    }
    let mut people: Vec<&str> = of_the_text(AttendingAs::People).collect();
    if people.is_empty() {
        people.push(words.people_silent.as_str());
    }
    lines.extend(
        people
            .iter()
            .map(|who| words.people.render(&[("who", who)])),
    );
    lines
}
