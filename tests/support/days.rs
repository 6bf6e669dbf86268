//! Days and letters as people write them down.

use chrono::NaiveDate;
use doithoai::domain::follow_up::LetterDate;

pub fn day(text: &str) -> NaiveDate {
    let mut parts = text.split('/').rev().map(|part| part.parse().unwrap());
    let (year, month, day) = (parts.next().unwrap(), parts.next().unwrap(), parts.next());
    NaiveDate::from_ymd_opt(
        year,
        month.try_into().unwrap(),
        day.unwrap().try_into().unwrap(),
    )
    .unwrap()
}

pub fn on(text: &str) -> LetterDate {
    LetterDate {
        number: None,
        on: day(text),
    }
}

pub fn letter(number: &str, text: &str) -> LetterDate {
    LetterDate {
        number: Some(number.into()),
        on: day(text),
    }
}
