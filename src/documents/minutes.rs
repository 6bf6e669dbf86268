//! The minutes: who was there, what happened step by step, what was concluded. Sentences come from the table of words,
//! facts from the record; what neither knows is a dotted blank. The course of the session is [`course`]'s.

mod annex;
mod attendance;
mod course;
mod events;
mod turns;

use super::layout::{Heading, Sheet};
use super::model::Paper;
use super::notice::named;
use super::prose::{Prose, plain};
use crate::domain::regulation::Text;

/// The minutes of a session.
pub(super) fn paper(scribe: Prose<'_>) -> Paper {
    let words = &scribe.words.minutes;
    let mut sheet = Sheet::headed(
        scribe,
        &Heading::Kind {
            code: words.code.to_string(),
            kind: words.kind.to_string(),
            subject: named(scribe),
            dated: false,
        },
    );
    opening(scribe, &mut sheet);
    attendance::write(scribe, &mut sheet);
    course::write(scribe, &mut sheet);
    closing(scribe, &mut sheet);
    annex::write(scribe, &mut sheet);
    sheet.paper(&format!("{} – {}", words.kind, scribe.record.title))
}

fn opening(scribe: Prose<'_>, sheet: &mut Sheet<'_>) {
    let (record, words) = (scribe.record, &scribe.words.minutes);
    let date = scribe.date(scribe.held());
    sheet.text(match record.began {
        Some(began) => words
            .began
            .render(&[("time", &scribe.time(began)), ("date", &date)]),
        None => words.not_begun.render(&[("date", &date)]),
    });
    sheet.text(words.place.render(&[("place", &plain(&record.place))]));
    let cited = |title: &Text, article: Option<&crate::domain::regulation::Article>| match article {
        Some(article) => format!("{} ({})", title.vi, scribe.cite(article)),
        None => title.vi.clone(),
    };
    if let Some(mode) = &record.mode {
        sheet.text(
            words
                .mode
                .render(&[("mode", &cited(&mode.title, mode.article.as_ref()))]),
        );
    }
    if let Some(form) = &record.form {
        sheet.text(
            words
                .form
                .render(&[("form", &cited(&form.title, form.article.as_ref()))]),
        );
    }
    sheet.text(words.basis.render(&[("regulation", &scribe.regulation())]));
    if !record.contents.is_empty() {
        sheet.text(words.contents.as_str());
        for content in &record.contents {
            sheet.text(words.content.render(&[("content", &plain(content))]));
        }
    }
}

fn closing(scribe: Prose<'_>, sheet: &mut Sheet<'_>) {
    let (record, words) = (scribe.record, &scribe.words.minutes);
    sheet.closing(&match record.ended {
        Some(ended) => words.ended.render(&[
            ("time", &scribe.time(ended)),
            ("date", &scribe.date(ended.date_naive())),
        ]),
        None => words.not_ended.to_string(),
    });
    let to = [
        words.to_chair.to_string(),
        words
            .to_lead
            .render(&[("lead_agency", &record.lead_agency)]),
        words.to_agencies.to_string(),
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
