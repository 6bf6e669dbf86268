//! The notice of the outcome for the notice board and the loudspeaker: one page, nobody's name but those who held the
//! session. Knows the record and nothing of other documents.

use super::conclusion::of_class;
use super::height::fits_one_page;
use super::layout::{Heading, Sheet};
use super::model::Paper;
use super::notice::counts;
use super::prose::session_name;
use super::prose::{Prose, plain, two_digits, upper_first};
use crate::documents::words::BoardMessage;
use crate::documents::words::ConclusionNoticeMessage;
use crate::domain::record::{ClassRecord, ItemRecord};
use crate::domain::regulation::ClassKind;

/// So many letters of each class, from the most to the least: the first with which it fits one page is taken.
const LETTERS: [usize; 5] = [300, 230, 170, 110, 60];

/// So many letters of one matter.
const SHORT: usize = 90;

pub(super) fn paper(prose: Prose<'_>) -> Paper {
    let [most, less @ ..] = LETTERS;
    let mut paper = detailed(prose, most);
    for letters in less {
        if fits_one_page(&paper) {
            break;
        }
        paper = detailed(prose, letters);
    }
    paper
}

fn detailed(prose: Prose<'_>, letters: usize) -> Paper {
    let (record, words) = (prose.record, &prose.words.board);
    let mut sheet = Sheet::headed(
        prose,
        &Heading::Kind {
            code: prose.words.notice[ConclusionNoticeMessage::Code].to_string(),
            kind: prose.words.notice[ConclusionNoticeMessage::Kind].to_string(),
            subject: words[BoardMessage::Subject].render(&[("title", &session_name(prose))]),
            dated: true,
        },
    );
    sheet.close_set();
    sheet.text(words[BoardMessage::Opening].render(&[
        ("date", &upper_first(&prose.held_on())),
        ("place", &plain(&record.place)),
        ("chair", &prose.presiding()),
        ("title", &session_name(prose)),
        ("counts", &counts(prose)),
    ]));
    for (sentence, kind) in [
        (&words[BoardMessage::Answered], ClassKind::AnsweredNow),
        (&words[BoardMessage::Later], ClassKind::VerifyLater),
        (&words[BoardMessage::Upward], ClassKind::ReportUpward),
    ] {
        let lines = matters(prose, &of_class(prose, kind));
        if !lines.is_empty() {
            sheet.text(sentence.render(&[("matters", &joined(prose, &lines, letters))]));
        }
    }
    sheet.closing(&words[BoardMessage::Closing].render(&[("lead_agency", &record.lead_agency)]));
    sheet.signed(&[
        words[BoardMessage::ToBoard].to_string(),
        words[BoardMessage::ToLoudspeaker].to_string(),
    ]);
    sheet.paper(&format!(
        "{} – {}",
        prose.words.notice[ConclusionNoticeMessage::Kind],
        record.title
    ))
}

/// What was raised, in a few words each, alike ones once: the topic, else the beginning of the text; who settles it.
fn matters(prose: Prose<'_>, items: &[&ItemRecord]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for item in items {
        let topic = item
            .topic
            .as_deref()
            .filter(|topic| !topic.trim().is_empty());
        let matter = short(&plain(topic.unwrap_or(&item.text)));
        let who = match &item.class {
            Some(ClassRecord::VerifyLater { agency_name, .. }) => agency_name.as_deref(),
            Some(ClassRecord::ReportUpward { authority, .. }) => authority.as_deref(),
            Some(ClassRecord::AnsweredNow) | None => None,
        };
        let line = match who {
            Some(who) => prose.words.board[BoardMessage::MatterBy]
                .render(&[("text", &matter), ("who", &who)]),
            None => matter,
        };
        if !line.is_empty() && !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

/// The matters in one sentence, as many as there is place for.
fn joined(prose: Prose<'_>, matters: &[String], most: usize) -> String {
    let mut told: Vec<&str> = Vec::new();
    let mut letters = 0;
    for matter in matters {
        letters += matter.chars().count();
        if letters > most && !told.is_empty() {
            break;
        }
        told.push(matter);
    }
    let more = matters.len() - told.len();
    let said = told.join("; ");
    if more == 0 {
        return said;
    }
    prose.words.board[BoardMessage::More]
        .render(&[("matters", &said), ("count", &two_digits(more))])
}

/// The beginning of a long text, cut at a word.
fn short(text: &str) -> String {
    if text.chars().count() <= SHORT {
        return text.to_owned();
    }
    let mut kept = String::new();
    for word in text.split(' ') {
        if kept.chars().count() + word.chars().count() + 1 > SHORT {
            break;
        }
        if !kept.is_empty() {
            kept.push(' ');
        }
        kept.push_str(word);
    }
    kept.push('…');
    kept
}
