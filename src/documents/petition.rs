//! The petition to the higher level: a letter with every item that is beyond the chair's competence. Made only when there
//! is one. Knows the record and nothing of other documents.

use super::conclusion::of_class;
use super::layout::{Heading, Sheet};
use super::model::Paper;
use super::notice::{authorities, named};
use super::prose::{Prose, answer_of, upper_first};
use crate::documents::words::LayoutMessage;
use crate::documents::words::PetitionMessage;
use crate::domain::record::{ClassRecord, ItemRecord};
use crate::domain::regulation::ClassKind;

/// Whether there is anything to petition.
pub(super) fn is_called_for(scribe: Prose<'_>) -> bool {
    !of_class(scribe, ClassKind::ReportUpward).is_empty()
}

pub(super) fn paper(scribe: Prose<'_>) -> Paper {
    let (record, words) = (scribe.record, &scribe.words.petition);
    let mut sheet = Sheet::headed(
        scribe,
        &Heading::Letter {
            subject: words[PetitionMessage::Subject].to_string(),
        },
    );
    let authorities = authorities(scribe);
    match authorities.as_slice() {
        [(one, _)] => sheet.addressed(
            words[PetitionMessage::To].render(&[("authority", one)]),
            Vec::new(),
        ),
        several => {
            let mut each: Vec<String> = several
                .iter()
                .map(|(authority, _)| {
                    words[PetitionMessage::ToOne].render(&[("authority", authority)])
                })
                .collect();
            if let Some(last) = each.last_mut() {
                last.pop();
                last.push('.');
            }
            sheet.addressed(words[PetitionMessage::ToMany].as_str(), each);
        }
    }
    let items = of_class(scribe, ClassKind::ReportUpward);
    sheet.text(words[PetitionMessage::Opening].render(&[
        ("date", &upper_first(&scribe.date(scribe.held()))),
        ("place", &record.place),
        ("chair", &scribe.official(scribe.chair())),
        ("title", &named(scribe)),
        ("count", &format!("{:02}", items.len())),
        ("body", &record.body),
        ("article", &article(scribe)),
        ("regulation", &scribe.regulation()),
    ]));
    let is_many = authorities.len() > 1;
    let mut head = vec![
        words[PetitionMessage::HeadNumber].as_str(),
        words[PetitionMessage::HeadItem].as_str(),
        words[PetitionMessage::HeadFrom].as_str(),
        words[PetitionMessage::HeadAnswer].as_str(),
    ];
    let mut widths = vec![10, 62, 42, 52];
    if is_many {
        head.push(words[PetitionMessage::HeadAuthority].as_str());
        widths.push(36);
    }
    let rows = items
        .iter()
        .enumerate()
        .map(|(index, item)| row(scribe, index + 1, item, is_many))
        .collect();
    sheet.table(&widths, &head, rows);
    sheet.closing(&words[PetitionMessage::Closing].render(&[("body", &record.body)]));
    sheet.signed(&[
        scribe.words.layout[LayoutMessage::AsAddressed].to_string(),
        words[PetitionMessage::ToChair].to_string(),
        words[PetitionMessage::ToLead].render(&[("lead_agency", &record.lead_agency)]),
    ]);
    sheet.paper(&format!(
        "{} – {}",
        words[PetitionMessage::Subject],
        record.title
    ))
}

/// Where the regulation sends such items upward; the article of the conclusion where it has no rule of its own.
fn article(scribe: Prose<'_>) -> String {
    use crate::domain::regulation::DeadlineKind;
    scribe
        .record
        .deadlines
        .iter()
        .find(|deadline| deadline.kind == Some(DeadlineKind::HigherLevel))
        .map(|deadline| scribe.cite(&deadline.article))
        .or_else(|| {
            super::conclusion::steps(scribe)
                .next()
                .map(|step| scribe.cite(&step.article))
        })
        .unwrap_or_default()
}

fn row(scribe: Prose<'_>, number: usize, item: &ItemRecord, is_many: bool) -> Vec<String> {
    let mut cells = vec![
        number.to_string(),
        scribe.text(Some(&item.text)),
        upper_first(&scribe.raiser(item)),
        answer_of(item).unwrap_or_default().to_owned(),
    ];
    if is_many && let Some(ClassRecord::ReportUpward { authority }) = &item.class {
        cells.push(scribe.text(authority.as_deref()));
    }
    cells
}
