//! The minutes: who was there, what happened step by step, what was concluded. Sentences come from the table of words,
//! facts from the record; what neither knows is a dotted blank. The course of the session is `course`'s.

mod annex;
mod attendance;
mod course;
mod events;
mod happening;
mod sections;
mod turns;

use super::layout::{Heading, Sheet};
use super::model::Paper;
use super::prose::session_name;
use super::prose::{Prose, plain};
use crate::documents::words::MinutesMessage;
use crate::domain::regulation::Text;

/// The minutes of a session.
pub(super) fn paper(prose: Prose<'_>) -> Paper {
    let words = &prose.words.minutes;
    let mut sheet = Sheet::headed(
        prose,
        &Heading::Kind {
            code: words[MinutesMessage::Code].to_string(),
            kind: words[MinutesMessage::Kind].to_string(),
            subject: session_name(prose),
            dated: false,
        },
    );
    opening(prose, &mut sheet);
    attendance::write(prose, &mut sheet);
    course::write(prose, &mut sheet);
    closing(prose, &mut sheet);
    annex::write(prose, &mut sheet);
    sheet.paper(&format!(
        "{} – {}",
        words[MinutesMessage::Kind],
        prose.record.title
    ))
}

fn opening(prose: Prose<'_>, sheet: &mut Sheet<'_>) {
    let (record, words) = (prose.record, &prose.words.minutes);
    let date = prose.date(prose.held());
    sheet.text(match record.began {
        Some(began) => {
            words[MinutesMessage::Began].render(&[("time", &prose.time(began)), ("date", &date)])
        }
        None => words[MinutesMessage::NotBegun].render(&[("date", &date)]),
    });
    sheet.text(words[MinutesMessage::Place].render(&[("place", &plain(&record.place))]));
    if !record.venues.is_empty() {
        let venues: Vec<String> = record
            .venues
            .iter()
            .map(|venue| prose.venue(venue))
            .collect();
        sheet.text(words[MinutesMessage::Venues].render(&[("venues", &venues.join("; "))]));
    }
    let cited = |title: &Text, article: Option<&crate::domain::regulation::Article>| match article {
        Some(article) => format!("{} ({})", title.vi, prose.cite(article)),
        None => title.vi.clone(),
    };
    if let Some(mode) = &record.mode {
        sheet.text(
            words[MinutesMessage::Mode]
                .render(&[("mode", &cited(&mode.title, mode.article.as_ref()))]),
        );
    }
    if let Some(form) = &record.form {
        sheet.text(
            words[MinutesMessage::Form]
                .render(&[("form", &cited(&form.title, form.article.as_ref()))]),
        );
    }
    sheet.text(words[MinutesMessage::Basis].render(&[("regulation", &prose.regulation())]));
    if !record.contents.is_empty() {
        sheet.text(words[MinutesMessage::Contents].as_str());
        for content in &record.contents {
            sheet.text(words[MinutesMessage::Content].render(&[("content", &plain(content))]));
        }
    }
}

fn closing(prose: Prose<'_>, sheet: &mut Sheet<'_>) {
    let (record, words) = (prose.record, &prose.words.minutes);
    sheet.closing(&match record.ended {
        Some(ended) => words[MinutesMessage::Ended].render(&[
            ("time", &prose.time(ended)),
            ("date", &prose.date(ended.date_naive())),
        ]),
        None => words[MinutesMessage::NotEnded].to_string(),
    });
    let to = [
        words[MinutesMessage::ToChair].to_string(),
        words[MinutesMessage::ToLead].render(&[("lead_agency", &record.lead_agency)]),
        words[MinutesMessage::ToAgencies].to_string(),
    ];
    sheet.minutes_signatures(record.secretaries.first(), &to);
}

/// Lines of a list: each ends with a semicolon, the last with a full stop.
fn list(sheet: &mut Sheet<'_>, lines: impl Iterator<Item = String>) {
    let mut lines: Vec<String> = lines.collect();
    if let Some(last) = lines.last_mut()
        && last.ends_with(';')
    {
        last.pop();
        last.push('.');
    }
    for line in lines {
        sheet.text(line);
    }
}

/// *a, b, c, d, đ, e*: the letters of a Vietnamese enumeration.
fn letter(index: usize) -> String {
    "abcdđeghiklmnopqrstuvxy"
        .chars()
        .nth(index)
        .map_or_else(|| (index + 1).to_string(), String::from)
}
