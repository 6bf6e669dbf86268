//! What is about the opinions that were collected: the slip they are written on, who prepares which answer by when, their
//! summary, and the report that answers them. Knows nothing of the other papers.

use std::collections::BTreeMap;

use super::Papers;
use crate::documents::layout::Sheet;
use crate::documents::model::{Paper, Paragraph, Run, pt};
use crate::documents::words::MinutesMessage;
use crate::domain::record::SessionRecord;
use crate::domain::regulation::{DeadlineKind, DocumentKind, Scope};
use crate::domain::session::plan::Opinion;
use crate::domain::text::AlphabetKey;

/// So many lines are there to write on.
const LINES: usize = 8;

pub(super) fn assignment(papers: Papers<'_>) -> Paper {
    let (record, words) = (papers.record(), &papers.words.assignment);
    let title = papers.title();
    let subject = |ours| papers.subject(DocumentKind::Assignment, &words.kind, &words.own, ours);
    let mut sheet = papers.sheet(
        words.code.as_str(),
        words.kind.as_str(),
        subject(&words.subject_state),
        subject(&words.subject_party),
    );
    sheet.text(words.opening.render(&[
        ("title", &title),
        ("date", &papers.date()),
        ("chair", &papers.prose.official(&record.chair)),
    ]));
    let rows = rows(record, |opinion| {
        let is_prepared = opinion.prepared_answer.is_some();
        [
            opinion.text.clone(),
            Papers::from(opinion),
            papers.agency(opinion.agency.as_ref()),
            if is_prepared {
                words.yes.to_string()
            } else {
                String::new()
            },
        ]
    });
    if rows.is_empty() {
        sheet.text(words.none.to_string());
    } else {
        let heads = [
            words.head_number.as_str(),
            words.head_text.as_str(),
            words.head_from.as_str(),
            words.head_agency.as_str(),
            words.head_state.as_str(),
        ];
        sheet.joined_table(&[10, 66, 36, 36, 18], &heads, rows, &[]);
    }
    sheet.text(due(papers));
    sheet.closing(words.closing.as_str());
    sheet.signed(&[papers.prose.words.minutes[MinutesMessage::ToAgencies].to_string()]);
    papers.finished(sheet, words.kind.as_str())
}

/// The prepared answer with the full stop it was written with: it stands for itself.
fn as_written(opinion: &Opinion) -> Option<String> {
    let answer = opinion.prepared_answer.as_deref().map(str::trim);
    answer
        .filter(|answer| !answer.is_empty())
        .map(str::to_owned)
}

/// A row for every opinion, numbered from 1.
fn rows(record: &SessionRecord, cells: impl Fn(&Opinion) -> [String; 4]) -> Vec<Vec<String>> {
    let numbered = (1_usize..).zip(&record.opinions);
    numbered
        .map(|(number, opinion)| {
            let number = number.to_string();
            std::iter::once(number).chain(cells(opinion)).collect()
        })
        .collect()
}

/// The day by which the answers are to be handed in, with the article that orders it; a blank where none does.
fn due(papers: Papers<'_>) -> String {
    let words = &papers.words.assignment;
    let record = papers.record();
    let lead_agency = papers.or_blank(&record.lead_agency);
    let ordered = record.deadlines.iter().find_map(|deadline| {
        let is_meant = deadline.kind == Some(DeadlineKind::PreparedAnswers);
        deadline.on.filter(|_| is_meant).map(|on| (deadline, on))
    });
    match ordered {
        Some((deadline, on)) if deadline.scope == Scope::Session => words.due.render(&[
            ("lead_agency", &lead_agency),
            ("date", &papers.prose.date(on)),
            ("article", &papers.prose.cite(&deadline.article)),
            ("regulation", &papers.prose.regulation()),
        ]),
        Some((_, on)) => words.due_law.render(&[
            ("lead_agency", &lead_agency),
            ("date", &papers.prose.date(on)),
        ]),
        None => words
            .due_open
            .render(&[("lead_agency", &lead_agency), ("blank", &papers.blank())]),
    }
}

pub(super) fn slip(papers: Papers<'_>) -> Paper {
    let (record, words) = (papers.record(), &papers.words.slip);
    let title = papers.title();
    let mut sheet = papers.form(
        words.kind.as_str(),
        words.subject_state.render(&[("title", &title)]),
        words.subject_party.render(&[("title", &title)]),
    );
    let about = if record.contents.is_empty() {
        &words.about_open
    } else {
        &words.about
    };
    sheet.text(about.render(&[
        ("date", &papers.date()),
        ("place", &record.place),
        ("contents", &papers.contents()),
    ]));
    for line in [&words.name, &words.village, &words.phone] {
        line_to_write_on(&mut sheet, line.as_str());
    }
    sheet.add(line(words.text.as_str()));
    for _ in 0..LINES {
        line_to_write_on(&mut sheet, "");
    }
    line_to_write_on(&mut sheet, words.agency.as_str());
    sheet.add(line(words.speak.as_str()));
    // From the left like what is asked above: lines that are stretched to the blank would fall apart.
    sheet.add(line(&words.closing.render(&[
        ("lead_agency", &papers.or_blank(&record.lead_agency)),
        ("blank", &papers.blank()),
    ])));
    papers.finished(sheet, words.kind.as_str())
}

/// A line from the left, with room above.
fn line(text: &str) -> Paragraph {
    Paragraph::of(Run::new(text)).spaced(pt(8), pt(2))
}

/// What is asked, and dots behind it to the end of the line.
fn line_to_write_on(sheet: &mut Sheet<'_>, asked: &str) {
    let dotted = Some(sheet.measures.margins.text_width());
    sheet.add(Paragraph {
        dotted,
        ..line(asked)
    });
}

pub(super) fn summary(papers: Papers<'_>) -> Paper {
    let (record, words) = (papers.record(), &papers.words.summary);
    let title = papers.title();
    let subject =
        |ours| papers.subject(DocumentKind::OpinionSummary, &words.kind, &words.own, ours);
    let mut sheet = papers.sheet_of_lead(
        words.code.as_str(),
        words.kind.as_str(),
        subject(&words.subject_state),
        subject(&words.subject_party),
    );
    if record.opinions.is_empty() {
        sheet.text(words.none.to_string());
    } else {
        sheet.text(words.opening.render(&[
            ("title", &title),
            ("date", &papers.date()),
            ("place", &record.place),
            ("count", &format!("{:02}", record.opinions.len())),
        ]));
        sheet.text(words.counts.render(&[("counts", &counts(papers))]));
        let rows = rows_with(papers, |opinion| opinion.topic.clone().unwrap_or_default());
        let heads = [
            words.head_number.as_str(),
            words.head_from.as_str(),
            words.head_text.as_str(),
            words.head_topic.as_str(),
            words.head_agency.as_str(),
        ];
        sheet.table(&[10, 36, 66, 26, 30], &heads, rows);
    }
    to_the_chair(papers, sheet, words.closing.as_str(), words.kind.as_str())
}

/// The end of a paper that the lead agency hands to the chair.
fn to_the_chair(papers: Papers<'_>, mut sheet: Sheet<'_>, closing: &str, kind: &str) -> Paper {
    sheet.closing(closing);
    sheet.signed_by_lead(&[papers.prose.words.minutes[MinutesMessage::ToChair].to_string()]);
    papers.finished(sheet, kind)
}

/// The rows of a paper about the opinions: from whom, what, what is said of it, and the agency.
fn rows_with(papers: Papers<'_>, said: impl Fn(&Opinion) -> String) -> Vec<Vec<String>> {
    rows(papers.record(), |opinion| {
        [
            Papers::from(opinion),
            opinion.text.clone(),
            said(opinion),
            papers.agency(opinion.agency.as_ref()),
        ]
    })
}

/// How many opinions each topic has, the most first.
fn counts(papers: Papers<'_>) -> String {
    let words = &papers.words.summary;
    let mut counted: BTreeMap<String, usize> = BTreeMap::new();
    for opinion in &papers.record().opinions {
        let topic = opinion
            .topic
            .clone()
            .unwrap_or_else(|| words.no_topic.to_string());
        *counted.entry(topic).or_default() += 1;
    }
    let mut counted: Vec<(String, usize)> = counted.into_iter().collect();
    counted
        .sort_by_cached_key(|(topic, count)| (std::cmp::Reverse(*count), AlphabetKey::new(topic)));
    let said: Vec<String> = counted
        .iter()
        .map(|(topic, count)| {
            words
                .counted
                .render(&[("topic", topic), ("count", &format!("{count:02}"))])
        })
        .collect();
    said.join("; ")
}

pub(super) fn report(papers: Papers<'_>) -> Paper {
    let (record, words) = (papers.record(), &papers.words.answers);
    let title = papers.title();
    let subject =
        |ours| papers.subject(DocumentKind::AnsweringReport, &words.kind, &words.own, ours);
    let mut sheet = papers.sheet_of_lead(
        words.code.as_str(),
        words.kind.as_str(),
        subject(&words.subject_state),
        subject(&words.subject_party),
    );
    if record.opinions.is_empty() {
        sheet.text(words.none.to_string());
    } else {
        let answered = record
            .opinions
            .iter()
            .filter(|opinion| opinion.prepared_answer.is_some())
            .count();
        sheet.text(words.opening.render(&[
            ("title", &title),
            ("date", &papers.date()),
            ("answered", &format!("{answered:02}")),
            ("count", &format!("{:02}", record.opinions.len())),
        ]));
        let rows = rows_with(papers, |opinion| {
            as_written(opinion).unwrap_or_else(|| papers.blank())
        });
        let heads = [
            words.head_number.as_str(),
            words.head_from.as_str(),
            words.head_text.as_str(),
            words.head_answer.as_str(),
            words.head_agency.as_str(),
        ];
        sheet.table(&[10, 30, 46, 60, 26], &heads, rows);
    }
    to_the_chair(papers, sheet, words.closing.as_str(), words.kind.as_str())
}
