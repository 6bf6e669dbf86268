//! The minutes: who was there, what happened step by step, what was concluded. Sentences come from the table of words,
//! facts from the record; what neither knows is a dotted blank. The course of the session is `course`'s.

mod course;
mod events;
mod turns;

use super::layout::{Heading, Sheet};
use super::model::Paper;
use super::prose::{Prose, plain, upper_first};
use crate::documents::words::MinutesMessage;
use crate::domain::regulation::Text;
use crate::domain::session::queue::Standing;

/// The minutes of a session.
pub(super) fn paper(scribe: Prose<'_>) -> Paper {
    let words = &scribe.words.minutes;
    let mut sheet = Sheet::headed(
        scribe,
        &Heading::Kind {
            code: words[MinutesMessage::Code].to_string(),
            kind: words[MinutesMessage::Kind].to_string(),
            subject: scribe.record.title.clone(),
            dated: false,
        },
    );
    opening(scribe, &mut sheet);
    attendance(scribe, &mut sheet);
    course::write(scribe, &mut sheet);
    closing(scribe, &mut sheet);
    sheet.paper(&format!(
        "{} – {}",
        words[MinutesMessage::Kind],
        scribe.record.title
    ))
}

fn opening(scribe: Prose<'_>, sheet: &mut Sheet<'_>) {
    let (record, words) = (scribe.record, &scribe.words.minutes);
    let date = scribe.date(scribe.held());
    sheet.text(match record.began {
        Some(began) => {
            words[MinutesMessage::Began].render(&[("time", &scribe.time(began)), ("date", &date)])
        }
        None => words[MinutesMessage::NotBegun].render(&[("date", &date)]),
    });
    sheet.text(words[MinutesMessage::Place].render(&[("place", &plain(&record.place))]));
    let cited = |title: &Text, article: Option<&crate::domain::regulation::Article>| match article {
        Some(article) => format!("{} ({})", title.vi, scribe.cite(article)),
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
    sheet.text(words[MinutesMessage::Basis].render(&[("regulation", &scribe.regulation())]));
    if !record.contents.is_empty() {
        sheet.text(words[MinutesMessage::Contents].as_str());
        for content in &record.contents {
            sheet.text(words[MinutesMessage::Content].render(&[("content", &plain(content))]));
        }
    }
}

fn attendance(scribe: Prose<'_>, sheet: &mut Sheet<'_>) {
    let (record, words) = (scribe.record, &scribe.words.minutes);
    sheet.heading(words[MinutesMessage::Attendance].as_str());
    sheet.text(chair(scribe));
    sheet.text(if record.co_chairs.is_empty() {
        words[MinutesMessage::NoCoChairs].to_string()
    } else {
        words[MinutesMessage::CoChairs].render(&[("people", &scribe.officials(&record.co_chairs))])
    });
    sheet.text(if record.secretaries.is_empty() {
        words[MinutesMessage::NoSecretaries].to_string()
    } else {
        words[MinutesMessage::Secretaries]
            .render(&[("people", &scribe.officials(&record.secretaries))])
    });
    if record.delegates.is_empty() {
        sheet.text(words[MinutesMessage::NoDelegates].as_str());
    } else {
        sheet.text(
            words[MinutesMessage::Delegates]
                .render(&[("count", &two_digits(record.delegates.len()))]),
        );
        let lines = record.delegates.iter().map(|delegate| {
            words[MinutesMessage::Delegate]
                .render(&[("person", &upper_first(&scribe.official(delegate)))])
        });
        list(sheet, lines);
    }
    if !record.agencies.is_empty() {
        sheet.text(
            words[MinutesMessage::Agencies]
                .render(&[("count", &two_digits(record.agencies.len()))]),
        );
        let lines = record
            .agencies
            .iter()
            .map(|agency| match &agency.spoken_for_by {
                Some(speaker) => words[MinutesMessage::Agency].render(&[
                    ("name", &agency.name),
                    ("person", &scribe.official(speaker)),
                ]),
                None => words[MinutesMessage::AgencyUnnamed].render(&[("name", &agency.name)]),
            });
        list(sheet, lines);
    }
    sheet.text(citizens(scribe));
}

/// Who presides; when a deputy took over, also for whom, since when and why.
fn chair(scribe: Prose<'_>) -> String {
    let (record, words) = (scribe.record, &scribe.words.minutes);
    match record.chair_changes.last() {
        None => words[MinutesMessage::Chair].render(&[("chair", &scribe.official(&record.chair))]),
        Some(change) => words[MinutesMessage::ChairReplaced].render(&[
            ("chair", &scribe.official(&change.by)),
            ("planned", &scribe.official(&record.chair)),
            ("time", &scribe.time(change.at)),
            ("why", &events::why_replaced(scribe, change)),
        ]),
    }
}

fn citizens(scribe: Prose<'_>) -> String {
    let (record, words) = (scribe.record, &scribe.words.minutes);
    if record.speakers.is_empty() {
        return words[MinutesMessage::NoCitizens].to_string();
    }
    let newcomers = record
        .speakers
        .iter()
        .filter(|known| known.newcomer)
        .count();
    let counts: Vec<String> = [
        (Standing::Spoke, &words[MinutesMessage::CountSpoke]),
        (Standing::Absent, &words[MinutesMessage::CountAbsent]),
        (Standing::Withdrew, &words[MinutesMessage::CountWithdrew]),
        (Standing::WrittenSlip, &words[MinutesMessage::CountWritten]),
        (Standing::NoTimeLeft, &words[MinutesMessage::CountNoTime]),
        (Standing::Refused, &words[MinutesMessage::CountRefused]),
        (Standing::Waiting, &words[MinutesMessage::CountWaiting]),
    ]
    .into_iter()
    .filter_map(|(standing, sentence)| {
        // Everybody counts once, and whoever was heard counts as heard.
        let count = record
            .speakers
            .iter()
            .filter(|known| {
                if scribe.spoke(known.number) {
                    standing == Standing::Spoke
                } else {
                    known.standing == standing
                }
            })
            .count();
        (count > 0).then(|| sentence.render(&[("count", &two_digits(count))]))
    })
    .collect();
    let came = if newcomers > 0 {
        words[MinutesMessage::Newcomers].render(&[("count", &two_digits(newcomers))])
    } else {
        String::new()
    };
    words[MinutesMessage::Citizens].render(&[
        ("registered", &two_digits(record.speakers.len())),
        ("newcomers", &came),
        ("counts", &counts.join(", ")),
    ])
}

fn closing(scribe: Prose<'_>, sheet: &mut Sheet<'_>) {
    let (record, words) = (scribe.record, &scribe.words.minutes);
    sheet.closing(&match record.ended {
        Some(ended) => words[MinutesMessage::Ended].render(&[
            ("time", &scribe.time(ended)),
            ("date", &scribe.date(ended.date_naive())),
        ]),
        None => words[MinutesMessage::NotEnded].to_string(),
    });
    let to = [
        words[MinutesMessage::ToChair].to_string(),
        words[MinutesMessage::ToLead].render(&[("lead_agency", &record.lead_agency)]),
        words[MinutesMessage::ToAgencies].to_string(),
    ];
    sheet.minutes_signatures(record.secretaries.first(), &to);
    if let Some((entries, code)) = record.journal.as_deref().and_then(|at| at.split_once(':')) {
        let text = words[MinutesMessage::Journal].render(&[("count", &entries), ("code", &code)]);
        sheet.small_print(&text);
    }
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

/// Counts below ten are written with a leading nought, so that nothing can be added before them.
fn two_digits(count: usize) -> String {
    format!("{count:02}")
}
