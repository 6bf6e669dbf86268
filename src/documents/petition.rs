//! The petition to the higher level: a letter with every item that is beyond the chair's competence. Made only when there
//! is one. Knows the record and nothing of other documents.

use super::conclusion::of_class;
use super::layout::{Heading, Sheet};
use super::model::Paper;
use super::notice::authorities;
use super::prose::{Prose, answer_of, plain, session_name, two_digits, upper_first};
use crate::documents::words::LayoutMessage;
use crate::documents::words::PetitionMessage;
use crate::domain::record::{ClassRecord, ItemRecord};
use crate::domain::regulation::{ClassKind, DocumentKind};
use crate::domain::session::plan::Layout;
use crate::domain::text::fold;

/// Whether there is anything to petition.
pub(super) fn is_called_for(prose: Prose<'_>) -> bool {
    !of_class(prose, ClassKind::ReportUpward).is_empty()
}

pub(super) fn paper(prose: Prose<'_>) -> Paper {
    let (record, words) = (prose.record, &prose.words.petition);
    let mut sheet = Sheet::headed(
        prose,
        &Heading::Letter {
            subject: words[PetitionMessage::Subject].to_string(),
        },
    );
    let authorities = authorities(prose);
    let addressed = addressees(prose, &authorities);
    put_addressees(prose, &addressed, &mut sheet);
    let items = of_class(prose, ClassKind::ReportUpward);
    let basis = basis(prose);
    let opening = words[PetitionMessage::Opening].render(&[
        ("date", &upper_first(&prose.held_on())),
        ("place", &plain(&record.place)),
        ("chair", &prose.presiding()),
        ("title", &session_name(prose)),
        ("count", &two_digits(items.len())),
        ("body", &record.body),
        ("basis", &basis),
        (
            "article",
            &prose
                .ordered(DocumentKind::HigherLevelPetition)
                .map_or_else(String::new, |article| prose.cite(article)),
        ),
        ("regulation", &prose.regulation()),
    ]);
    // An office's sentence of before leaves a gap where no article orders the letter.
    sheet.text(opening.split_whitespace().collect::<Vec<_>>().join(" "));
    // Whoever is to settle it stands in the table, unless the letter goes to that one alone.
    let is_many =
        authorities.len() > 1 || authorities.iter().any(|(one, _)| !addressed.contains(one));
    put_items(prose, &items, is_many, &mut sheet);
    sheet.closing(&words[PetitionMessage::Closing].render(&[("body", &record.body)]));
    sheet.signed(&[
        prose.words.layout[LayoutMessage::AsAddressed].to_string(),
        words[PetitionMessage::ToChair].to_string(),
        words[PetitionMessage::ToLead].render(&[("lead_agency", &record.lead_agency)]),
    ]);
    sheet.paper(&format!(
        "{} – {}",
        words[PetitionMessage::Subject],
        record.title
    ))
}

/// The one whom the letter goes to, or each of them in a line.
fn put_addressees(prose: Prose<'_>, addressed: &[String], sheet: &mut Sheet<'_>) {
    let words = &prose.words.petition;
    match addressed {
        [one] => sheet.addressed(
            words[PetitionMessage::To].render(&[("authority", one)]),
            Vec::new(),
        ),
        several => {
            let mut each: Vec<String> = several
                .iter()
                .map(|authority| words[PetitionMessage::ToOne].render(&[("authority", authority)]))
                .collect();
            if let Some(last) = each.last_mut() {
                last.pop();
                last.push('.');
            }
            sheet.addressed(words[PetitionMessage::ToMany].as_str(), each);
        }
    }
}

/// What is petitioned; with whoever is to settle it where that is not the addressee alone.
fn put_items(prose: Prose<'_>, items: &[&ItemRecord], is_many: bool, sheet: &mut Sheet<'_>) {
    let words = &prose.words.petition;
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
        .map(|(index, item)| row(prose, index + 1, item, is_many))
        .collect();
    sheet.table(&widths, &head, rows);
}

/// On what the petition rests: the regulation's order where there is one, else the chair's conclusion. A paper that is only
/// listed is ordered by nobody.
fn basis(prose: Prose<'_>) -> String {
    let words = &prose.words.petition;
    match prose.ordered(DocumentKind::HigherLevelPetition) {
        Some(article) => words[PetitionMessage::ByOrder].render(&[
            ("article", &prose.cite(article)),
            ("regulation", &prose.regulation()),
        ]),
        None if prose.concluded() => words[PetitionMessage::ByConclusion].to_string(),
        None => String::new(),
    }
}

/// Whom the letter is addressed to: those who can settle it; a Party committee writes to the committee above it, which
/// passes on what is for others.
fn addressees(prose: Prose<'_>, authorities: &[(String, Vec<u32>)]) -> Vec<String> {
    let record = prose.record;
    let names = || authorities.iter().map(|(authority, _)| authority.clone());
    match record.layout {
        Layout::State => names().collect(),
        Layout::Party if names().all(|name| is_of_party(&name)) => names().collect(),
        Layout::Party => vec![prose.text(record.superior_body.as_deref())],
    }
}

fn is_of_party(body: &str) -> bool {
    let folded = fold(body);
    [
        "tinh uy",
        "thanh uy",
        "dang uy",
        "ban thuong vu",
        "huyen uy",
    ]
    .iter()
    .any(|word| folded.contains(word))
}

fn row(prose: Prose<'_>, number: usize, item: &ItemRecord, is_many: bool) -> Vec<String> {
    let mut cells = vec![
        number.to_string(),
        prose.text(Some(&item.text)),
        prose.raiser_first(item),
        answer_of(item).unwrap_or_default().to_owned(),
    ];
    if is_many && let Some(ClassRecord::ReportUpward { authority, .. }) = &item.class {
        cells.push(prose.text(authority.as_deref()));
    }
    cells
}
