//! A calendar that cannot be used, or does not reach, in words. Decides nothing.

use serde::Deserialize;

use super::NoYear;
use super::years::{CalendarError, YearFault, YearProblem};
use crate::documents::ron_file::{self, Explained};
use crate::domain::i18n::{Lang, Message, Sources};
use crate::domain::io_messages;

const WORDS: Sources = crate::word_sources!("calendar");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    at: Message,
    year_is_not_file_name: Message,
    outside_year: Message,
    day_twice: Message,
    no_days: Message,
    empty: Message,
    cannot_use: Message,
    unreadable_hint: Message,
    faulty_hint: Message,
    shipped_faulty_hint: Message,
    cannot_count: Message,
    no_year: Message,
    no_year_hint: Message,
}

/// Why the calendar cannot be used, and what to do.
#[must_use]
pub fn calendar_error(error: &CalendarError, lang: Lang) -> Explained {
    let words: Words = match WORDS.read(lang) {
        Ok(words) => words,
        Err(broken) => return Explained::bare(&broken),
    };
    match error {
        CalendarError::Unreadable { path, cause } => Explained {
            tried: words.cannot_use.render(&[("name", &path.display())]),
            because: vec![io_messages::sentence(cause, lang)],
            hint: Some(words.unreadable_hint.to_string()),
        },
        CalendarError::Faulty { name, path, faults } => Explained {
            tried: match path {
                Some(path) => words.cannot_use.render(&[("name", &path.display())]),
                None => words.cannot_use.render(&[("name", name)]),
            },
            because: faults
                .iter()
                .map(|fault| words.sentence(fault, lang))
                .collect(),
            hint: Some(match path {
                Some(_) => words.faulty_hint.to_string(),
                None => words.shipped_faulty_hint.to_string(),
            }),
        },
    }
}

/// Why nothing can be counted through a year, and what to do.
#[must_use]
pub fn no_year(missing: &NoYear, lang: Lang) -> Explained {
    let words: Words = match WORDS.read(lang) {
        Ok(words) => words,
        Err(broken) => return Explained::bare(&broken),
    };
    let known: Vec<String> = missing.known.iter().map(ToString::to_string).collect();
    let year = missing.year;
    Explained {
        tried: words.cannot_count.render(&[("year", &year)]),
        because: vec![
            words
                .no_year
                .render(&[("year", &year), ("known", &known.join(", "))]),
        ],
        hint: Some(words.no_year_hint.render(&[("year", &year)])),
    }
}

impl Words {
    fn sentence(&self, fault: &YearFault, lang: Lang) -> String {
        let day = |day: &chrono::NaiveDate| day.format("%d/%m/%Y").to_string();
        let problem = match &fault.problem {
            YearProblem::Damaged(damage) => ron_file::sentence(damage, lang),
            YearProblem::YearIsNotFileName { year, file_name } => self
                .year_is_not_file_name
                .render(&[("year", year), ("file_name", file_name)]),
            YearProblem::OutsideYear { day: date, year } => self
                .outside_year
                .render(&[("day", &day(date)), ("year", year)]),
            YearProblem::DayTwice { day: date } => self.day_twice.render(&[("day", &day(date))]),
            YearProblem::NoDays => self.no_days.to_string(),
            YearProblem::Empty => self.empty.to_string(),
        };
        match fault.at {
            Some(at) => self.at.render(&[
                ("line", &at.line),
                ("column", &at.column),
                ("problem", &problem),
            ]),
            None => problem,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::i18n::places_that_differ;

    #[test]
    fn both_languages_have_the_same_sentences_with_the_same_places() {
        assert_eq!(places_that_differ(WORDS), Vec::<String>::new());
        for lang in [Lang::Vi, Lang::En] {
            WORDS.read::<Words>(lang).unwrap();
        }
    }
}
