//! A calendar that cannot be used, or does not reach, in words. Decides nothing.

use super::{CalendarError, YearFault, YearProblem};
use crate::documents::ron_file;
use crate::domain::calendar::NoYear;
use crate::domain::i18n::{Explain, Explained, Group, Lang, Sources};
use crate::domain::io_messages;

pub(crate) const WORDS: Sources = crate::word_sources!("calendar");

crate::messages! {
    pub(crate) enum CalendarMessage {
        At,
        YearIsNotFileName,
        OutsideYear,
        DayTwice,
        NoDays,
        Empty,
        CannotUse,
        UnreadableHint,
        FaultyHint,
        ShippedFaultyHint,
        CannotCount,
        NoYear,
        NoYearHint,
    }
}

pub(crate) type CalendarWords = Group<CalendarMessage>;

impl Explain for CalendarError {
    fn explained(&self, lang: Lang) -> Explained {
        let words: CalendarWords = WORDS.read(lang);
        match self {
            CalendarError::Unreadable { path, cause } => Explained {
                tried: words[CalendarMessage::CannotUse].render(&[("name", &path.display())]),
                because: vec![io_messages::sentence(cause, lang)],
                hint: Some(words[CalendarMessage::UnreadableHint].to_string()),
            },
            CalendarError::Faulty { name, path, faults } => Explained {
                tried: match path {
                    Some(path) => {
                        words[CalendarMessage::CannotUse].render(&[("name", &path.display())])
                    }
                    None => words[CalendarMessage::CannotUse].render(&[("name", name)]),
                },
                because: faults
                    .iter()
                    .map(|fault| words.sentence(fault, lang))
                    .collect(),
                hint: Some(match path {
                    Some(_) => words[CalendarMessage::FaultyHint].to_string(),
                    None => words[CalendarMessage::ShippedFaultyHint].to_string(),
                }),
            },
        }
    }
}

/// Why nothing can be counted through a year, and what to do.
#[must_use]
pub fn no_year(missing: &NoYear, lang: Lang) -> Explained {
    let words: CalendarWords = WORDS.read(lang);
    let known: Vec<String> = missing.known.iter().map(ToString::to_string).collect();
    let year = missing.year;
    Explained {
        tried: words[CalendarMessage::CannotCount].render(&[("year", &year)]),
        because: vec![
            words[CalendarMessage::NoYear].render(&[("year", &year), ("known", &known.join(", "))]),
        ],
        hint: Some(words[CalendarMessage::NoYearHint].render(&[("year", &year)])),
    }
}

impl CalendarWords {
    fn sentence(&self, fault: &YearFault, lang: Lang) -> String {
        let day = |day: &chrono::NaiveDate| day.format("%d/%m/%Y").to_string();
        let problem = match &fault.problem {
            YearProblem::Damaged(damage) => ron_file::sentence(damage, lang),
            YearProblem::YearIsNotFileName { year, file_name } => self
                [CalendarMessage::YearIsNotFileName]
                .render(&[("year", year), ("file_name", file_name)]),
            YearProblem::OutsideYear { day: date, year } => {
                self[CalendarMessage::OutsideYear].render(&[("day", &day(date)), ("year", year)])
            }
            YearProblem::DayTwice { day: date } => {
                self[CalendarMessage::DayTwice].render(&[("day", &day(date))])
            }
            YearProblem::NoDays => self[CalendarMessage::NoDays].to_string(),
            YearProblem::Empty => self[CalendarMessage::Empty].to_string(),
        };
        match fault.at {
            Some(at) => self[CalendarMessage::At].render(&[
                ("line", &at.line),
                ("column", &at.column),
                ("problem", &problem),
            ]),
            None => problem,
        }
    }
}
