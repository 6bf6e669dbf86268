//! A day that is typed in a form of the desk: read, and judged against today. Knows days, and nothing of what they are for.

use chrono::NaiveDate;

use super::context::DialogContext;
use crate::domain::format;
use crate::domain::i18n::WordedError;
use crate::tui::desk::words::FlowMessage;
use crate::tui::desk::words::FormMessage;

/// What is wrong with a day that is over.
pub(super) fn not_past(on: NaiveDate, context: DialogContext<'_>) -> Result<(), WordedError> {
    let today = context.now.wall.date_naive();
    if on >= today {
        return Ok(());
    }
    let is_past = &context.words.flow[FlowMessage::DayIsPast];
    Err(WordedError::of_sentence(is_past.render(&[
        ("date", &format::date(on)),
        ("today", &format::date(today)),
    ])))
}

/// A typed day, or what is wrong with it: not written as a day, or not in the calendar.
pub(super) fn read(typed: &str, context: DialogContext<'_>) -> Result<NaiveDate, WordedError> {
    if let Some(day) = format::read_date(typed) {
        return Ok(day);
    }
    let parts: Vec<&str> = typed.split(['/', '-', '.']).map(str::trim).collect();
    let is_day = |part: &&str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
    let is_written_as_day = (2..=3).contains(&parts.len()) && parts.iter().all(is_day);
    let has_year = parts.get(2).is_some_and(|year| year.len() == 4);
    let never = parts.len() == 2 && !exists_in_some_year(&parts);
    Err(WordedError::of_sentence(
        if is_written_as_day && (has_year || never) {
            context.words.flow[FlowMessage::NoSuchDay].render(&[("date", &typed)])
        } else {
            context.words.forms[FormMessage::BadDate].to_string()
        },
    ))
}

fn exists_in_some_year(parts: &[&str]) -> bool {
    let number = |place: usize| parts.get(place).and_then(|part| part.parse::<u32>().ok());
    match (number(0), number(1)) {
        (Some(day), Some(month)) => NaiveDate::from_ymd_opt(2024, month, day).is_some(),
        _ => false,
    }
}
