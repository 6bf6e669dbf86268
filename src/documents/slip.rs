//! The transfer slips: for every agency that owes an answer, what it owes, by when, on which article. Knows the record and
//! nothing of other documents.

use super::layout::{Heading, Sheet};
use super::model::Paper;
use super::prose::session_name;
use super::prose::{Prose, answer_of, lower_first, plain, two_digits, upper_first};
use crate::documents::words::ConclusionNoticeMessage;
use crate::documents::words::LayoutMessage;
use crate::documents::words::PetitionMessage;
use crate::documents::words::SlipMessage;
use crate::domain::record::{ClassRecord, DeadlineRecord, DueUnder, ItemRecord, RaisedBy};
use crate::domain::regulation::{DeadlineKind, DocumentKind, Grade, Recipient};
use crate::domain::session::plan::{AgencyId, Layout};
use crate::domain::text::fold;

/// What one agency owes.
#[derive(Debug, Clone)]
pub(super) struct Slip<'a> {
    pub id: &'a AgencyId,
    pub name: String,
    pub items: Vec<&'a ItemRecord>,
}

/// A slip for every agency that owes an answer, in the order of the agencies.
pub(super) fn all<'a>(prose: Prose<'a>) -> Vec<Slip<'a>> {
    let mut slips: Vec<Slip<'a>> = Vec::new();
    for item in &prose.record.items {
        let Some(ClassRecord::VerifyLater {
            agency: Some(id),
            agency_name,
            ..
        }) = &item.class
        else {
            continue;
        };
        match slips.iter_mut().find(|slip| slip.id == id) {
            Some(slip) => slip.items.push(item),
            None => slips.push(Slip {
                id,
                name: prose.text(agency_name.as_deref()),
                items: vec![item],
            }),
        }
    }
    slips.sort_by_key(|slip| {
        prose
            .record
            .agencies
            .iter()
            .position(|agency| &agency.id == slip.id)
    });
    slips
}

/// The name of the file of a slip.
pub(super) fn file_name(slip: &Slip<'_>, number: usize) -> String {
    format!("phieu-chuyen/{number:02}-{}.docx", plain_name(&slip.id.0))
}

/// A name that every file system takes.
pub(super) fn plain_name(name: &str) -> String {
    let mut plain = String::new();
    for letter in fold(name).chars() {
        if letter.is_ascii_alphanumeric() {
            plain.push(letter);
        } else if !plain.ends_with('-') && !plain.is_empty() {
            plain.push('-');
        }
        if plain.len() >= 40 {
            break;
        }
    }
    plain.trim_end_matches('-').to_owned()
}

/// By when an item is to be answered.
pub(super) fn due(prose: Prose<'_>, item: &ItemRecord) -> String {
    match &item.class {
        Some(ClassRecord::VerifyLater { due, under, .. }) => prose.due(*due, under.as_ref()),
        Some(ClassRecord::AnsweredNow | ClassRecord::ReportUpward { .. }) | None => String::new(),
    }
}

/// What the regulation has the agency do; the usual where it orders nothing of it.
pub(super) fn task(prose: Prose<'_>, slip: &Slip<'_>) -> String {
    let tasks: Vec<String> = ordered_of(prose, slip)
        .map(|duty| act_of(&duty.title.vi))
        .collect();
    match tasks.split_first() {
        None => prose.words.notice[ConclusionNoticeMessage::DefaultTask].to_string(),
        Some((first, more)) => more.iter().fold(first.clone(), |said, task| {
            prose.words.notice[ConclusionNoticeMessage::Also]
                .render(&[("first", &said), ("then", task)])
        }),
    }
}

/// The duty by itself: the text speaks of agencies in general, here it is one agency that is spoken to.
fn act_of(title: &str) -> String {
    let act = ["Cơ quan có thẩm quyền ", "Các cơ quan "]
        .iter()
        .find_map(|who| title.strip_prefix(who))
        .unwrap_or(title);
    lower_first(&plain(act))
}

/// What the regulation orders of an agency that is to settle something: its report, and what else the same are to do. What
/// it only allows, and what somebody else is to do, is none of its duties.
fn ordered_of<'a>(prose: Prose<'a>, slip: &Slip<'a>) -> impl Iterator<Item = &'a DeadlineRecord> {
    let report = under(slip)
        .and_then(|under| prose.deadline(&under.deadline))
        .filter(|duty| duty.kind == Some(DeadlineKind::AgencyReport))
        .filter(|duty| duty.grade == Grade::Orders);
    let others = prose
        .duties(DeadlineKind::Publication)
        .filter(move |duty| duty.grade == Grade::Orders)
        .filter(move |duty| {
            report.is_some_and(|report| duty.owed_by.is_some() && duty.owed_by == report.owed_by)
        });
    report.into_iter().chain(others)
}

fn under<'a>(slip: &Slip<'a>) -> Option<&'a DueUnder> {
    slip.items.iter().find_map(|item| match &item.class {
        Some(ClassRecord::VerifyLater { under, .. }) => under.as_ref(),
        Some(ClassRecord::AnsweredNow | ClassRecord::ReportUpward { .. }) | None => None,
    })
}

pub(super) fn paper(prose: Prose<'_>, slip: &Slip<'_>) -> Paper {
    let (record, words) = (prose.record, &prose.words.slip);
    let mut sheet = Sheet::headed(
        prose,
        &Heading::Kind {
            code: words[SlipMessage::Code].to_string(),
            kind: words[SlipMessage::Kind].to_string(),
            subject: match record.layout {
                Layout::State => &words[SlipMessage::Subject],
                Layout::Party => &words[SlipMessage::SubjectParty],
            }
            .render(&[("title", &session_name(prose))]),
            dated: true,
        },
    );
    sheet.addressed(
        words[SlipMessage::To].render(&[("agency", &slip.name)]),
        Vec::new(),
    );
    let by = if prose.concluded() {
        words[SlipMessage::ByConclusion].to_string()
    } else {
        words[SlipMessage::BySession].to_string()
    };
    sheet.text(words[SlipMessage::Opening].render(&[
        ("date", &upper_first(&prose.held_on())),
        ("place", &plain(&record.place)),
        ("chair", &prose.presiding()),
        ("by", &by),
        ("title", &session_name(prose)),
        ("body", &record.body),
        ("agency", &slip.name),
        ("count", &two_digits(slip.items.len())),
    ]));
    put_items(prose, slip, &mut sheet);
    let duty = ordered_of(prose, slip).next();
    sheet.text(match duty {
        Some(duty) => words[SlipMessage::TaskArticle].render(&[
            ("agency", &slip.name),
            ("task", &task(prose, slip)),
            ("article", &prose.cite(&duty.article)),
            ("regulation", &prose.regulation()),
        ]),
        None => words[SlipMessage::TaskPlain].render(&[("agency", &slip.name)]),
    });
    sheet.closing(&words[SlipMessage::Closing].render(&[("lead_agency", &record.lead_agency)]));
    sheet.signed(&recipients(prose));
    sheet.paper(&format!("{} – {}", words[SlipMessage::Kind], slip.name))
}

/// What is passed on to the agency.
fn put_items(prose: Prose<'_>, slip: &Slip<'_>, sheet: &mut Sheet<'_>) {
    let words = &prose.words.slip;
    let rows = slip
        .items
        .iter()
        .enumerate()
        .map(|(index, item)| row(prose, index + 1, item))
        .collect();
    sheet.table(
        &[10, 47, 36, 34, 40],
        &[
            words[SlipMessage::HeadNumber].as_str(),
            words[SlipMessage::HeadItem].as_str(),
            words[SlipMessage::HeadFrom].as_str(),
            words[SlipMessage::HeadSaid].as_str(),
            words[SlipMessage::HeadDue].as_str(),
        ],
        rows,
    );
}

/// Who gets the slip, besides the agency.
fn recipients(prose: Prose<'_>) -> Vec<String> {
    let record = prose.record;
    let mut to = vec![prose.words.layout[LayoutMessage::AsAddressed].to_string()];
    // The agency itself stands above; the text may want others told that it was passed on.
    let rule = prose.paper_rule(DocumentKind::TransferSlip);
    let others = rule.into_iter().flat_map(|rule| &rule.to);
    to.extend(
        others
            .filter(|addressee| addressee.who == Recipient::Petitioners)
            .flat_map(|addressee| prose.recipient(addressee, &[])),
    );
    to.push(
        prose.words.petition[PetitionMessage::ToLead]
            .render(&[("lead_agency", &record.lead_agency)]),
    );
    to
}

fn row(prose: Prose<'_>, number: usize, item: &ItemRecord) -> Vec<String> {
    let text = format!(
        "{} {}",
        prose.text(Some(&item.text)),
        prose.words.slip[SlipMessage::ItemNumber].render(&[("number", &item.id)])
    );
    vec![
        number.to_string(),
        text,
        whence(prose, item),
        answer_of(item).unwrap_or_default().to_owned(),
        upper_first(&due(prose, item)),
    ]
}

/// Whom the agency has to answer: the person with address and telephone, where the office knows them.
fn whence(prose: Prose<'_>, item: &ItemRecord) -> String {
    let mut lines = vec![prose.raiser_first(item)];
    if let RaisedBy::Citizen { number } = &item.by
        && let Some(speaker) = prose.speaker(*number)
    {
        // An address that names the village says it once.
        let address = speaker.address.as_deref().map(fold).unwrap_or_default();
        if !speaker.village.is_empty() && address.contains(&fold(&speaker.village)) {
            lines = vec![upper_first(&prose.citizen(*number))];
        }
        lines.extend(speaker.address.clone());
        lines.extend(
            speaker
                .phone
                .as_ref()
                .map(|phone| prose.words.slip[SlipMessage::Phone].render(&[("phone", phone)])),
        );
    }
    lines.join("\n")
}
