//! The public notice: when, where, on what, with whom, in which order, and how to take part. Knows nothing of the other
//! papers.

use super::Papers;
use crate::documents::height::fits_one_page;
use crate::documents::model::Paper;
use crate::documents::prose::lower_first;
use crate::domain::regulation::{AttendingAs, DocumentKind};
use crate::domain::text::fold;

/// How much is told of who comes.
#[derive(Debug, Clone, Copy)]
struct NoticeDetail {
    /// So many letters of the offices of delegates.
    letters: usize,
    /// The agencies by their names.
    agencies: bool,
}

/// From the most to the least: the first that fits one page is taken.
const DETAILS: [NoticeDetail; 5] = [
    NoticeDetail {
        letters: 110,
        agencies: true,
    },
    NoticeDetail {
        letters: 60,
        agencies: true,
    },
    NoticeDetail {
        letters: 0,
        agencies: true,
    },
    NoticeDetail {
        letters: 60,
        agencies: false,
    },
    NoticeDetail {
        letters: 0,
        agencies: false,
    },
];

pub(super) fn paper(papers: Papers<'_>) -> Paper {
    let [most, less @ ..] = DETAILS;
    let mut paper = detailed(papers, most);
    for detail in less {
        if fits_one_page(&paper) {
            break;
        }
        paper = detailed(papers, detail);
    }
    paper
}

fn detailed(papers: Papers<'_>, detail: NoticeDetail) -> Paper {
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
    // A text that wants the topic told beside the content gets both.
    let rule = papers.prose.paper_rule(DocumentKind::PublicNotice);
    let mut told = rule.iter().flat_map(|rule| &rule.states);
    let by_topic = told.any(|state| fold(&state.vi).contains("chu de"));
    let blank = papers.blank();
    let contents = papers.contents();
    let (sentence, contents) = match (record.contents.is_empty(), by_topic) {
        (false, false) => (&words.contents, &contents),
        (false, true) => (&words.contents_topic, &contents),
        (true, false) => (&words.contents_open, &blank),
        (true, true) => (&words.contents_topic_open, &blank),
    };
    sheet.text(sentence.render(&[("contents", contents), ("blank", contents)]));
    let who = attending(papers, detail).join("; ");
    sheet.text(words.attendance.render(&[("who", &who)]));
    // What the steps are about is told by the programme; here a few words each, so that the whole stays one page.
    let steps: Vec<&str> = record
        .steps
        .iter()
        .map(|step| step.name.as_ref().unwrap_or(&step.title).vi.as_str())
        .collect();
    sheet.text(words.programme.render(&[("steps", &steps.join("; "))]));
    let lead_agency = papers.or_blank(&record.lead_agency);
    // Where an opinion that nobody registered has to keep to what is announced here, people are told so here.
    sheet.closing(&match &record.scope_rule {
        Some(article) => words.taking_part_scope.render(&[
            ("lead_agency", &lead_agency),
            ("article", &papers.prose.cite(article)),
        ]),
        None => words.taking_part.render(&[("lead_agency", &lead_agency)]),
    });
    sheet.signed(&[words.to_public.to_string()]);
    papers.finished(sheet, words.kind.as_str())
}

/// Who takes part: whoever the plan names, told by office, and with whom the dialogue is held, as the regulation says it.
fn attending(papers: Papers<'_>, detail: NoticeDetail) -> Vec<String> {
    let (record, words) = (papers.record(), &papers.words.notice);
    let of_the_text = |who| {
        let rules = record.participants.iter();
        rules
            .filter(move |rule| rule.who == who)
            .map(|rule| inside(&rule.text.vi))
    };
    let mut told: Vec<String> = delegates(papers, detail.letters).into_iter().collect();
    if record.agencies.is_empty() {
        told.extend(of_the_text(AttendingAs::Agencies));
    } else if !detail.agencies {
        told.push(words.agencies_assigned.to_string());
    } else {
        let names: Vec<&str> = record
            .agencies
            .iter()
            .map(|agency| agency.name.as_str())
            .collect();
        told.push(words.agencies.render(&[("agencies", &names.join(", "))]));
    }
    let named = told.len();
    told.extend(of_the_text(AttendingAs::People));
    if told.len() == named {
        told.push(words.people_silent.to_string());
    }
    told
}

/// A text for the middle of a sentence; *Nhân dân* keeps its capital.
fn inside(text: &str) -> String {
    if text.starts_with("Nhân dân") {
        text.to_owned()
    } else {
        lower_first(text)
    }
}

/// On the board and in the loudspeaker who comes is told by office, and not without end.
fn delegates(papers: Papers<'_>, most: usize) -> Option<String> {
    let words = &papers.words.notice;
    let mut offices: Vec<&str> = Vec::new();
    for delegate in &papers.record().delegates {
        if !offices.contains(&delegate.office.as_str()) {
            offices.push(&delegate.office);
        }
    }
    let mut letters = 0;
    let told: Vec<&str> = offices
        .iter()
        .copied()
        .take_while(|office| {
            letters += office.chars().count();
            letters <= most
        })
        .collect();
    if offices.is_empty() {
        None
    } else if most == 0 {
        Some(words.delegates_invited.to_string())
    } else if told.is_empty() || told.len() == offices.len() {
        Some(
            words
                .delegates
                .render(&[("delegates", &offices.join(", "))]),
        )
    } else {
        Some(
            words
                .delegates_more
                .render(&[("delegates", &told.join(", "))]),
        )
    }
}
