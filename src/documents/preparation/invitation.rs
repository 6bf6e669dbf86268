//! The invitations: one for each delegate and one for each agency, with what the agency has to prepare. Knows nothing of
//! the other papers.

use super::{Papers, ended};
use crate::documents::model::Paper;
use crate::documents::prose::upper_first;
use crate::documents::slip::plain_name;
use crate::documents::words::LayoutMessage;
use crate::domain::session::plan::{Agency, Official};
use crate::domain::text::fold;

/// Every invitation with the path of its file.
pub(super) fn all(papers: Papers<'_>) -> Vec<(String, Paper)> {
    let record = papers.record();
    let words = &papers.words.invitation;
    // Who is named twice, as co-chair and among the delegates, is invited once.
    let mut invited: Vec<&Official> = Vec::new();
    for person in record
        .co_chairs
        .iter()
        .chain(&record.secretaries)
        .chain(&record.delegates)
    {
        let is_same = |known: &&Official| {
            fold(&known.name) == fold(&person.name) && fold(&known.office) == fold(&person.office)
        };
        if !invited.iter().any(is_same) {
            invited.push(person);
        }
    }
    let people = invited
        .into_iter()
        .map(|person| (person.name.clone(), papers.prose.official(person), None));
    let agencies = record.agencies.iter().map(|agency| {
        let whom = agency.spoken_for_by.as_ref().map_or_else(
            || words.leader_of.render(&[("agency", &agency.name)]),
            |person| papers.prose.official_of(person, &agency.name),
        );
        (agency.name.clone(), whom, Some(agency))
    });
    (1..)
        .zip(people.chain(agencies))
        .map(|(number, (name, whom, agency)): (usize, _)| {
            let path = format!("giay-moi/{number:03}-{}.docx", plain_name(&name));
            (path, paper(papers, &upper_first(&whom), agency))
        })
        .collect()
}

fn paper(papers: Papers<'_>, whom: &str, agency: Option<&Agency>) -> Paper {
    let (record, words) = (papers.record(), &papers.words.invitation);
    let title = papers.title();
    let mut sheet = papers.sheet(
        words.code.as_str(),
        words.kind.as_str(),
        words.subject_state.render(&[("title", &title)]),
        words.subject_party.render(&[("title", &title)]),
    );
    sheet.addressed(words.to.render(&[("whom", &whom)]), Vec::new());
    let opening = if record.body.is_empty() {
        &words.opening_no_body
    } else {
        &words.opening
    };
    sheet.text(opening.render(&[("body", &record.body), ("title", &title)]));
    sheet.text(
        words
            .chair
            .render(&[("chair", &papers.prose.official(&record.chair))]),
    );
    sheet.text(
        words
            .time
            .render(&[("time", &papers.time()), ("date", &papers.date())]),
    );
    sheet.text(words.place.render(&[("place", &record.place)]));
    if !record.contents.is_empty() {
        sheet.text(words.contents.render(&[("contents", &papers.contents())]));
    }
    let tasks: Vec<String> = agency
        .map(|agency| {
            record
                .opinions
                .iter()
                .filter(|opinion| opinion.agency.as_ref() == Some(&agency.id))
                .map(|opinion| {
                    words.prepare_item.render(&[
                        ("text", &opinion.text.trim_end_matches(['.', ';'])),
                        ("from", &Papers::from(opinion)),
                    ])
                })
                .collect()
        })
        .unwrap_or_default();
    if !tasks.is_empty() {
        sheet.text(words.prepare.to_string());
        for line in ended(tasks) {
            sheet.text(line);
        }
    }
    sheet.closing(words.closing.as_str());
    sheet.signed(&[papers.prose.words.layout[LayoutMessage::AsAddressed].to_string()]);
    sheet.paper(&format!("{} – {whom}", words.kind))
}
