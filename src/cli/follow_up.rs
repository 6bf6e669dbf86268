//! What the commands of following up share: causes in words, and what is owed as a calendar.

use std::fmt::Write as _;

use chrono::{Days, NaiveDate};

use super::Place;
use crate::domain::follow_up::words::FollowUpTeller;
use crate::domain::follow_up::{OwedRow, OwedThing};
use crate::store::sessions::follow_up::LedgerError;

/// Why a ledger cannot be read, in words.
pub(super) fn ledger_cause(error: &LedgerError, teller: &FollowUpTeller, place: &Place) -> String {
    match error {
        LedgerError::Io(error) => crate::cli::error::cause(error, place.lang),
        LedgerError::Damaged(damage) => teller.words.damaged.render(&[("line", &damage.line)]),
    }
}

/// What is owed, as an iCalendar of whole days. The ids follow from session and thing alone, so that a calendar that reads
/// it a second time changes its entries instead of doubling them.
pub(super) fn ics(rows: &[OwedRow], teller: &FollowUpTeller, today: NaiveDate) -> String {
    let mut file = String::new();
    line(&mut file, "BEGIN:VCALENDAR");
    line(&mut file, "VERSION:2.0");
    line(&mut file, "PRODID:-//doithoai//doithoai//VI");
    line(&mut file, "CALSCALE:GREGORIAN");
    line(&mut file, "METHOD:PUBLISH");
    for row in rows {
        let Some(day) = row.day else { continue };
        let key = match &row.what {
            OwedThing::Promise(promise) => format!("item-{}", promise.item.id),
            OwedThing::Duty(duty) => format!("{}-{}", duty.duty.source.0, duty.duty.id.0),
        };
        let mut told = Vec::new();
        if let OwedThing::Promise(promise) = &row.what {
            told.extend(promise.agency.clone());
            told.push(promise.item.text.clone());
        }
        told.push(
            teller
                .words
                .due_session
                .render(&[("session", &row.session), ("title", &row.title)]),
        );
        line(&mut file, "BEGIN:VEVENT");
        line(&mut file, &format!("UID:{}-{key}@doithoai", row.session));
        line(
            &mut file,
            &format!("DTSTAMP:{}T000000Z", today.format("%Y%m%d")),
        );
        line(
            &mut file,
            &format!("DTSTART;VALUE=DATE:{}", day.format("%Y%m%d")),
        );
        if let Some(next) = day.checked_add_days(Days::new(1)) {
            line(
                &mut file,
                &format!("DTEND;VALUE=DATE:{}", next.format("%Y%m%d")),
            );
        }
        let summary = escaped(&teller.thing(&row.what));
        line(&mut file, &format!("SUMMARY:{summary}"));
        let told = escaped(&told.join("\n"));
        line(&mut file, &format!("DESCRIPTION:{told}"));
        line(&mut file, "TRANSP:TRANSPARENT");
        line(&mut file, "END:VEVENT");
    }
    line(&mut file, "END:VCALENDAR");
    file
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\n' => out.push_str("\\n"),
            ';' | ',' | '\\' => {
                out.push('\\');
                out.push(letter);
            }
            other => out.push(other),
        }
    }
    out
}

/// One line of at most 75 bytes, gone on in the next where it is longer.
fn line(file: &mut String, text: &str) {
    let mut width = 0;
    for letter in text.chars() {
        if width + letter.len_utf8() > 75 {
            file.push_str("\r\n ");
            width = 1;
        }
        let _ = write!(file, "{letter}");
        width += letter.len_utf8();
    }
    file.push_str("\r\n");
}
