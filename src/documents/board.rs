//! The notice of the outcome for the notice board and the loudspeaker: one page, nobody's name but those who held the
//! session. Knows the record and nothing of other documents.

use super::conclusion::of_class;
use super::layout::{Heading, Sheet};
use super::model::Paper;
use super::notice::{counts, named};
use super::prose::{Prose, plain, upper_first};
use crate::documents::words::BoardMessage;
use crate::documents::words::ConclusionNoticeMessage;
use crate::domain::record::{ClassRecord, ItemRecord};
use crate::domain::regulation::ClassKind;

/// So many lines of each class; more would not fit one page.
const LINES: usize = 5;

/// The most letters of a line; what is longer is cut at a word.
const LETTERS: usize = 110;

pub(super) fn paper(scribe: Prose<'_>) -> Paper {
    let (record, words) = (scribe.record, &scribe.words.board);
    let mut sheet = Sheet::headed(
        scribe,
        &Heading::Kind {
            code: scribe.words.notice[ConclusionNoticeMessage::Code].to_string(),
            kind: scribe.words.notice[ConclusionNoticeMessage::Kind].to_string(),
            subject: words[BoardMessage::Subject].render(&[("title", &named(scribe))]),
            dated: true,
        },
    );
    sheet.text(words[BoardMessage::Opening].render(&[
        ("date", &upper_first(&scribe.date(scribe.held()))),
        ("place", &plain(&record.place)),
        ("chair", &scribe.presiding()),
        ("title", &named(scribe)),
        ("counts", &counts(scribe)),
    ]));
    for (title, kind) in [
        (&words[BoardMessage::Answered], ClassKind::AnsweredNow),
        (&words[BoardMessage::Later], ClassKind::VerifyLater),
        (&words[BoardMessage::Upward], ClassKind::ReportUpward),
    ] {
        let lines = matters(scribe, &of_class(scribe, kind));
        if lines.is_empty() {
            continue;
        }
        sheet.section(title.as_str());
        let more = lines.len().saturating_sub(LINES);
        for line in lines.into_iter().take(LINES) {
            sheet.text(words[BoardMessage::Matter].render(&[("text", &line)]));
        }
        if more > 0 {
            sheet.text(words[BoardMessage::More].render(&[("count", &format!("{more:02}"))]));
        }
    }
    sheet.closing(&words[BoardMessage::Closing].render(&[("lead_agency", &record.lead_agency)]));
    sheet.signed(&[
        words[BoardMessage::ToBoard].to_string(),
        words[BoardMessage::ToLoudspeaker].to_string(),
    ]);
    sheet.paper(&format!(
        "{} – {}",
        scribe.words.notice[ConclusionNoticeMessage::Kind],
        record.title
    ))
}

/// What was raised, in a few words each, alike ones once: the topic, else the beginning of the text; who settles it.
fn matters(scribe: Prose<'_>, items: &[&ItemRecord]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for item in items {
        let topic = item
            .topic
            .as_deref()
            .filter(|topic| !topic.trim().is_empty());
        let matter = short(&plain(topic.unwrap_or(&item.text)));
        let who = match &item.class {
            Some(ClassRecord::VerifyLater { agency_name, .. }) => agency_name.as_deref(),
            Some(ClassRecord::ReportUpward { authority }) => authority.as_deref(),
            Some(ClassRecord::AnsweredNow) | None => None,
        };
        let line = match who {
            Some(who) => scribe.words.board[BoardMessage::MatterBy]
                .render(&[("text", &matter), ("who", &who)]),
            None => matter,
        };
        if !line.is_empty() && !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

fn short(text: &str) -> String {
    if text.chars().count() <= LETTERS {
        return text.to_owned();
    }
    let mut kept = String::new();
    for word in text.split(' ') {
        if kept.chars().count() + word.chars().count() + 1 > LETTERS {
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
