//! The transfer slips: for every agency that owes an answer, what it owes, by when, on which article. Knows the record and
//! nothing of other documents.

use super::layout::{Heading, Sheet};
use super::model::Paper;
use super::notice::named;
use super::prose::{Prose, answer_of, lower_first, upper_first};
use crate::documents::words::ConclusionNoticeMessage;
use crate::documents::words::LayoutMessage;
use crate::documents::words::PetitionMessage;
use crate::documents::words::SlipMessage;
use crate::domain::record::{ClassRecord, DueUnder, ItemRecord, RaisedBy};
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
pub(super) fn all<'a>(scribe: Prose<'a>) -> Vec<Slip<'a>> {
    let mut slips: Vec<Slip<'a>> = Vec::new();
    for item in &scribe.record.items {
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
                name: scribe.text(agency_name.as_deref()),
                items: vec![item],
            }),
        }
    }
    slips.sort_by_key(|slip| {
        scribe
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
pub(super) fn due(scribe: Prose<'_>, item: &ItemRecord) -> String {
    match &item.class {
        Some(ClassRecord::VerifyLater { due, under, .. }) => scribe.due(*due, under.as_ref()),
        Some(ClassRecord::AnsweredNow | ClassRecord::ReportUpward { .. }) | None => String::new(),
    }
}

/// What the regulation has the agency do; the usual where it says nothing.
pub(super) fn task(scribe: Prose<'_>, slip: &Slip<'_>) -> String {
    match under(slip) {
        Some(under) => {
            // The text speaks of agencies in general; here it is one agency that is spoken to.
            let title = &under.title.vi;
            let act = title
                .strip_prefix("Cơ quan có thẩm quyền ")
                .unwrap_or(title.as_str());
            lower_first(act)
        }
        None => scribe.words.notice[ConclusionNoticeMessage::DefaultTask].to_string(),
    }
}

fn under<'a>(slip: &Slip<'a>) -> Option<&'a DueUnder> {
    slip.items.iter().find_map(|item| match &item.class {
        Some(ClassRecord::VerifyLater { under, .. }) => under.as_ref(),
        Some(ClassRecord::AnsweredNow | ClassRecord::ReportUpward { .. }) | None => None,
    })
}

pub(super) fn paper(scribe: Prose<'_>, slip: &Slip<'_>) -> Paper {
    let (record, words) = (scribe.record, &scribe.words.slip);
    let mut sheet = Sheet::headed(
        scribe,
        &Heading::Kind {
            code: words[SlipMessage::Code].to_string(),
            kind: words[SlipMessage::Kind].to_string(),
            subject: match record.layout {
                Layout::State => &words[SlipMessage::Subject],
                Layout::Party => &words[SlipMessage::SubjectParty],
            }
            .render(&[("title", &named(scribe))]),
            dated: true,
        },
    );
    sheet.addressed(
        words[SlipMessage::To].render(&[("agency", &slip.name)]),
        Vec::new(),
    );
    sheet.text(words[SlipMessage::Opening].render(&[
        ("date", &upper_first(&scribe.date(scribe.held()))),
        ("place", &record.place),
        ("chair", &scribe.official(scribe.chair())),
        ("title", &named(scribe)),
        ("body", &record.body),
        ("agency", &slip.name),
        ("count", &format!("{:02}", slip.items.len())),
    ]));
    let rows = slip
        .items
        .iter()
        .enumerate()
        .map(|(index, item)| row(scribe, index + 1, item))
        .collect();
    sheet.table(
        &[10, 49, 40, 36, 32],
        &[
            words[SlipMessage::HeadNumber].as_str(),
            words[SlipMessage::HeadItem].as_str(),
            words[SlipMessage::HeadFrom].as_str(),
            words[SlipMessage::HeadSaid].as_str(),
            words[SlipMessage::HeadDue].as_str(),
        ],
        rows,
    );
    let task = task(scribe, slip);
    sheet.text(match under(slip) {
        Some(under) => words[SlipMessage::TaskArticle].render(&[
            ("agency", &slip.name),
            ("task", &task),
            ("article", &scribe.cite(&under.article)),
            ("regulation", &scribe.regulation()),
        ]),
        None => words[SlipMessage::Task].render(&[("agency", &slip.name), ("task", &task)]),
    });
    sheet.closing(&words[SlipMessage::Closing].render(&[("lead_agency", &record.lead_agency)]));
    let to_lead = scribe.words.petition[PetitionMessage::ToLead]
        .render(&[("lead_agency", &record.lead_agency)]);
    sheet.signed(&[
        scribe.words.layout[LayoutMessage::AsAddressed].to_string(),
        to_lead,
    ]);
    sheet.paper(&format!("{} – {}", words[SlipMessage::Kind], slip.name))
}

fn row(scribe: Prose<'_>, number: usize, item: &ItemRecord) -> Vec<String> {
    let text = format!(
        "{} {}",
        scribe.text(Some(&item.text)),
        scribe.words.slip[SlipMessage::ItemNumber].render(&[("number", &item.id)])
    );
    vec![
        number.to_string(),
        text,
        whence(scribe, item),
        answer_of(item).unwrap_or_default().to_owned(),
        upper_first(&due(scribe, item)),
    ]
}

/// Whom the agency has to answer: the person with address and telephone, where the office knows them.
fn whence(scribe: Prose<'_>, item: &ItemRecord) -> String {
    let mut lines = vec![upper_first(&scribe.raiser(item))];
    if let RaisedBy::Citizen { number } = &item.by
        && let Some(speaker) = scribe.speaker(*number)
    {
        lines.extend(speaker.address.clone());
        lines.extend(
            speaker
                .phone
                .as_ref()
                .map(|phone| scribe.words.slip[SlipMessage::Phone].render(&[("phone", phone)])),
        );
    }
    lines.join("\n")
}
