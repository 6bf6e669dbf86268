//! The draft of the conclusion notice: what the session was, what the chair concluded under each act of the regulation's
//! conclusion, and who has to do what by when. Knows the record and nothing of the minutes.

use super::conclusion::{self, of_class};
use super::layout::{Heading, Sheet};
use super::model::Paper;
use super::prose::session_name;
use super::prose::{Prose, plain, two_digits, upper_first};
use super::slip;
use crate::documents::words::ConcludedMessage;
use crate::documents::words::ConclusionNoticeMessage;
use crate::domain::record::ClassRecord;
use crate::domain::regulation::{ClassKind, DocumentKind};
use crate::domain::session::plan::Layout;

pub(super) fn paper(scribe: Prose<'_>) -> Paper {
    let words = &scribe.words.notice;
    let record = scribe.record;
    let chair = scribe.official(scribe.chair());
    let mut sheet = Sheet::headed(
        scribe,
        &Heading::Kind {
            code: words[ConclusionNoticeMessage::Code].to_string(),
            kind: words[ConclusionNoticeMessage::Kind].to_string(),
            subject: match record.layout {
                Layout::State => &words[ConclusionNoticeMessage::SubjectState],
                Layout::Party => &words[ConclusionNoticeMessage::SubjectParty],
            }
            .render(&[("chair", &chair), ("title", &session_name(scribe))]),
            dated: true,
        },
    );
    sheet.text(words[ConclusionNoticeMessage::Opening].render(&[
        ("date", &upper_first(&scribe.held_on())),
        ("place", &plain(&record.place)),
        ("chair", &scribe.presiding()),
        ("title", &session_name(scribe)),
        ("regulation", &scribe.regulation()),
    ]));
    let co_chairs = scribe.co_chairs();
    if !co_chairs.is_empty() {
        sheet.text(
            words[ConclusionNoticeMessage::Attended]
                .render(&[("people", &scribe.officials(co_chairs))]),
        );
    }
    sheet.text(counts(scribe));
    let number = concluded(scribe, &mut sheet, &chair);
    sheet.section(words[ConclusionNoticeMessage::Tasks].render(&[("number", &(number + 1))]));
    tasks(scribe, &mut sheet);
    sheet.closing(
        &words[ConclusionNoticeMessage::Closing]
            .render(&[("chair", &chair), ("title", &session_name(scribe))]),
    );
    sheet.signed(&recipients(scribe));
    sheet.paper(&format!(
        "{} – {}",
        words[ConclusionNoticeMessage::Kind],
        record.title
    ))
}

/// What was concluded, group by group; how many groups there are. The act that orders this notice is not told in it.
fn concluded(scribe: Prose<'_>, sheet: &mut Sheet<'_>, chair: &str) -> usize {
    let words = &scribe.words.notice;
    if !scribe.concluded() {
        sheet.text(words[ConclusionNoticeMessage::NoConclusion].as_str());
        return 0;
    }
    sheet.text(words[ConclusionNoticeMessage::Concludes].render(&[("chair", &chair)]));
    let mut number = 0;
    for step in conclusion::steps(scribe) {
        for group in conclusion::groups(scribe, step, None) {
            if group.paper == Some(DocumentKind::ConclusionNotice) {
                continue;
            }
            number += 1;
            let title = scribe.words.conclusion[ConcludedMessage::Act]
                .render(&[("number", &number), ("title", &group.title)]);
            conclusion::write(scribe, sheet, &title, group.lines);
        }
    }
    number
}

/// How many spoke, what they raised, and what became of it.
pub(super) fn counts(scribe: Prose<'_>) -> String {
    let words = &scribe.words.notice;
    let of = |kind| two_digits(of_class(scribe, kind).len());
    let spoke = scribe
        .record
        .speakers
        .iter()
        .filter(|speaker| scribe.spoke(speaker.number))
        .count();
    let counts = words[ConclusionNoticeMessage::Counts].render(&[
        ("spoke", &two_digits(spoke)),
        ("items", &two_digits(scribe.record.items.len())),
        ("now", &of(ClassKind::AnsweredNow)),
        ("later", &of(ClassKind::VerifyLater)),
        ("upward", &of(ClassKind::ReportUpward)),
    ]);
    let items = scribe.record.items.iter();
    let open = items.filter(|item| item.class.is_none()).count();
    if open == 0 {
        return counts;
    }
    let unclassed =
        words[ConclusionNoticeMessage::Unclassed].render(&[("count", &two_digits(open))]);
    format!("{counts} {unclassed}")
}

/// Who does what by when: one line per agency and due date, one per authority, and whoever follows it all up.
fn tasks(scribe: Prose<'_>, sheet: &mut Sheet<'_>) {
    let words = &scribe.words.notice;
    for slip in slip::all(scribe) {
        let mut by_due: Vec<(String, Vec<u32>)> = Vec::new();
        for item in &slip.items {
            let due = slip::due(scribe, item);
            match by_due.iter_mut().find(|(known, _)| *known == due) {
                Some((_, ids)) => ids.push(item.id),
                None => by_due.push((due, vec![item.id])),
            }
        }
        for (due, ids) in by_due {
            sheet.text(words[ConclusionNoticeMessage::Task].render(&[
                ("agency", &slip.name),
                ("items", &scribe.items(&ids)),
                ("task", &slip::task(scribe, &slip)),
                ("due", &due),
            ]));
        }
    }
    for (authority, ids) in authorities(scribe) {
        sheet.text(words[ConclusionNoticeMessage::Upward].render(&[
            ("lead_agency", &scribe.record.lead_agency),
            ("authority", &authority),
            ("items", &scribe.items(&ids)),
        ]));
    }
    sheet.text(
        words[ConclusionNoticeMessage::Lead].render(&[("lead_agency", &scribe.record.lead_agency)]),
    );
}

/// The items for each authority above.
pub(super) fn authorities(scribe: Prose<'_>) -> Vec<(String, Vec<u32>)> {
    let mut all: Vec<(String, Vec<u32>)> = Vec::new();
    for item in &scribe.record.items {
        if let Some(ClassRecord::ReportUpward { authority, .. }) = &item.class {
            let authority = scribe.text(authority.as_deref());
            match all.iter_mut().find(|(known, _)| *known == authority) {
                Some((_, ids)) => ids.push(item.id),
                None => all.push((authority, vec![item.id])),
            }
        }
    }
    all
}

/// Whom the regulation has the notice sent to; where it names nobody, those whom it concerns.
fn recipients(scribe: Prose<'_>) -> Vec<String> {
    let words = &scribe.words.notice;
    let agencies: Vec<String> = slip::all(scribe)
        .into_iter()
        .map(|slip| slip.name)
        .collect();
    let mut to = scribe.recipients(DocumentKind::ConclusionNotice, &agencies);
    if to.is_empty() {
        to.push(words[ConclusionNoticeMessage::ToChairs].to_string());
        to.extend(
            agencies.iter().map(|agency| {
                words[ConclusionNoticeMessage::ToAgency].render(&[("agency", agency)])
            }),
        );
        to.push(words[ConclusionNoticeMessage::ToPetitioners].to_string());
    }
    to
}
