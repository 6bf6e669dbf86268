//! `han-xu-ly.ics` (RFC 5545): every day something is due, with the article and how it was counted. The ids follow from
//! the session alone, so a calendar that imports the file a second time changes its entries instead of doubling them.
//! Knows the record and nothing of documents.

use std::fmt::Write as _;

use chrono::{Days, NaiveDate};

use sha2::{Digest, Sha256};

use super::prose::{Prose, plain};
use super::slip;
use crate::documents::words::DueCalendarMessage;
use crate::domain::record::{ClassRecord, DeadlineRecord};
use crate::domain::regulation::{Anchor, Grade};
use crate::domain::text::{is_hidden, visible};
use crate::domain::time::Wall;

/// The longest a line may be, in bytes, without its end.
const LINE: usize = 75;

/// One whole day in the calendar.
struct CalendarEntry {
    /// What makes the id unique within the session.
    key: String,
    on: NaiveDate,
    summary: String,
    description: Vec<String>,
}

pub(super) fn bytes(prose: Prose<'_>) -> Vec<u8> {
    let record = prose.record;
    let words = &prose.words.calendar;
    let mut file = File(String::new());
    file.line("BEGIN:VCALENDAR");
    file.line("VERSION:2.0");
    file.line("PRODID:-//doithoai//doithoai//VI");
    file.line("CALSCALE:GREGORIAN");
    file.line("METHOD:PUBLISH");
    file.text(
        "X-WR-CALNAME",
        &words[DueCalendarMessage::Name].render(&[("title", &record.title)]),
    );
    let session = session_key(prose);
    // The last act of the session: a later export of the same session, mended since, is the newer one.
    let stamp = record
        .acts
        .last()
        .map(|act| utc(act.at))
        .unwrap_or_default();
    for entry in entries(prose) {
        file.line("BEGIN:VEVENT");
        file.line(&format!("UID:{session}-{}@doithoai", entry.key));
        file.line(&format!("DTSTAMP:{stamp}"));
        file.line(&format!("LAST-MODIFIED:{stamp}"));
        file.line(&format!("DTSTART;VALUE=DATE:{}", entry.on.format("%Y%m%d")));
        if let Some(next) = entry.on.checked_add_days(Days::new(1)) {
            file.line(&format!("DTEND;VALUE=DATE:{}", next.format("%Y%m%d")));
        }
        file.text("SUMMARY", &entry.summary);
        file.text("DESCRIPTION", &entry.description.join("\n"));
        file.line("TRANSP:TRANSPARENT");
        file.line("STATUS:CONFIRMED");
        file.line("END:VEVENT");
    }
    file.line("END:VCALENDAR");
    file.0.into_bytes()
}

/// What follows the session: deadlines of the regulation first, then what each agency owes. What was due before it, what
/// the text waives, and a paper that it only lists are no entries.
fn entries(prose: Prose<'_>) -> Vec<CalendarEntry> {
    let words = &prose.words.calendar;
    let mut entries: Vec<CalendarEntry> = prose
        .record
        .deadlines
        .iter()
        .filter(|deadline| {
            deadline.waived.is_none()
                && deadline.grade != Grade::Lists
                && deadline.on.is_some_and(|on| on >= prose.held())
                && deadline.anchor != Some(Anchor::BeforeSession)
        })
        .filter_map(|deadline| of_deadline(prose, deadline))
        .collect();
    for slip in slip::all(prose) {
        let mut days: Vec<(NaiveDate, Vec<u32>)> = Vec::new();
        for item in &slip.items {
            let Some(on) = due_day(prose, item.class.as_ref()) else {
                continue;
            };
            match days.iter_mut().find(|(known, _)| *known == on) {
                Some((_, ids)) => ids.push(item.id),
                None => days.push((on, vec![item.id])),
            }
        }
        for (on, ids) in days {
            let mut description: Vec<String> = ids
                .iter()
                .filter_map(|id| prose.item(*id))
                .map(|item| {
                    words[DueCalendarMessage::ItemAbout]
                        .render(&[("number", &item.id), ("text", &plain(&item.text))])
                })
                .collect();
            description.push(slip::task(prose, &slip));
            let first = ids.first().copied().unwrap_or_default();
            entries.push(CalendarEntry {
                key: format!("{}-{first}", slip::plain_name(&slip.id.0)),
                on,
                summary: words[DueCalendarMessage::Item]
                    .render(&[("agency", &slip.name), ("items", &prose.items(&ids))]),
                description,
            });
        }
    }
    entries
}

fn of_deadline(prose: Prose<'_>, deadline: &DeadlineRecord) -> Option<CalendarEntry> {
    let words = &prose.words.calendar;
    let article = prose.cite(&deadline.article);
    let mut description = vec![basis(prose, deadline)];
    description.extend(
        deadline
            .condition
            .as_ref()
            .map(|condition| condition.vi.clone()),
    );
    description.extend(deadline.counting.iter().cloned());
    Some(CalendarEntry {
        key: format!("{}-{}", slip::plain_name(&deadline.source.0), deadline.id.0),
        on: deadline.on?,
        summary: words[DueCalendarMessage::Deadline]
            .render(&[("title", &deadline.title.vi), ("article", &article)]),
        description,
    })
}

fn basis(prose: Prose<'_>, deadline: &DeadlineRecord) -> String {
    prose.words.calendar[DueCalendarMessage::Basis].render(&[
        ("article", &prose.cite(&deadline.article)),
        ("regulation", &deadline.source_title.vi),
    ])
}

/// The day on which an answer is due, where there is one.
pub(super) fn due_day(prose: Prose<'_>, class: Option<&ClassRecord>) -> Option<NaiveDate> {
    match class {
        Some(ClassRecord::VerifyLater { due, under, .. }) => due.or_else(|| {
            under
                .as_ref()
                .and_then(|under| prose.deadline(&under.deadline)?.on)
        }),
        Some(ClassRecord::AnsweredNow | ClassRecord::ReportUpward { .. }) | None => None,
    }
}

/// What is the same for a session however often it is exported, and differs between sessions.
fn session_key(prose: Prose<'_>) -> String {
    let record = prose.record;
    let digest = Sha256::digest(
        format!(
            "{}\n{}\n{}\n{}",
            record.regulation.id.0, record.planned_begin, record.body, record.title
        )
        .as_bytes(),
    );
    digest.iter().take(8).fold(String::new(), |mut hex, byte| {
        // Writing to a string does not fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

fn utc(at: Wall) -> String {
    at.to_utc().format("%Y%m%dT%H%M%SZ").to_string()
}

/// The file being written: lines that end and fold as the format wants.
struct File(String);

impl File {
    /// A property whose value is text: what has a meaning of its own in the format is escaped.
    fn text(&mut self, name: &str, value: &str) {
        let mut line = format!("{name}:");
        for letter in value.chars() {
            match letter {
                '\\' | ';' | ',' => {
                    line.push('\\');
                    line.push(letter);
                }
                '\n' => line.push_str("\\n"),
                letter if is_hidden(letter) => {
                    line.push_str(&visible(letter.encode_utf8(&mut [0; 4])));
                }
                letter => line.push(letter),
            }
        }
        self.line(&line);
    }

    /// A line, folded after at most 75 bytes and never inside a letter.
    fn line(&mut self, line: &str) {
        let mut room = LINE;
        for letter in line.chars() {
            if letter.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = LINE - 1;
            }
            self.0.push(letter);
            room -= letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_fold_at_letters_and_unfold_to_what_they_were() {
        let mut file = File(String::new());
        let value = "Trả lời ý kiến; đường sá, cầu cống\nvà ".repeat(6);
        file.text("SUMMARY", &value);
        assert!(file.0.split("\r\n").all(|line| line.len() <= LINE));
        let unfolded = file.0.replace("\r\n ", "");
        assert_eq!(
            unfolded.trim_end(),
            format!(
                "SUMMARY:{}",
                value
                    .replace(';', "\\;")
                    .replace(',', "\\,")
                    .replace('\n', "\\n")
            )
            .trim_end()
        );
    }
}
