//! Where the years of the calendar come from: built into the program, one file a year, or from the user's folder, where
//! a file replaces the year it is named after or adds one. The only place of the calendar that reads files.

pub mod explain;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{Datelike, NaiveDate};
use serde::Deserialize;

use crate::documents::ron_file::{self, SourceMap};
use crate::domain::calendar::{Calendar, DayNotice, Status, Year};
use crate::domain::regulation::Text;
use crate::domain::source_text::{Place, SyntaxError};

pub use explain::no_year;

macro_rules! shipped {
    ($year:literal) => {
        (
            stringify!($year),
            include_str!(concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/config/calendar/",
                stringify!($year),
                ".ron"
            )),
        )
    };
}

/// A shipped year per line; a further one is a further file in `config/calendar` and a further line here.
const SHIPPED: &[(&str, &str)] = &[
    shipped!(2024),
    shipped!(2025),
    shipped!(2026),
    shipped!(2027),
];

/// Why the calendar cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum CalendarError {
    #[error("{} cannot be read", .path.display())]
    Unreadable {
        path: PathBuf,
        #[source]
        cause: io::Error,
    },
    /// Everything that is wrong with one file, in its order. `path` is `None` for a shipped one.
    #[error("the calendar {name} has faults")]
    Faulty {
        name: String,
        path: Option<PathBuf>,
        faults: Vec<YearFault>,
    },
}

/// Something that is wrong with the file of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearFault {
    pub at: Option<Place>,
    pub problem: YearProblem,
}

/// What is wrong with the file of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum YearProblem {
    Damaged(SyntaxError),
    YearIsNotFileName { year: i32, file_name: String },
    OutsideYear { day: NaiveDate, year: i32 },
    DayTwice { day: NaiveDate },
    NoDays,
    Empty,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct YearFile {
    year: i32,
    off: Vec<DayGroup>,
    worked: Vec<DayGroup>,
}

/// Days that have the same reason.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DayGroup {
    days: Vec<NaiveDate>,
    what: Text,
    status: Status,
    source: String,
}

/// The calendar: the shipped years, with those of the user's folder in their place or beside them.
pub fn load(user_folder: Option<&Path>) -> Result<Calendar, CalendarError> {
    let (calendar, faulty) = usable(user_folder);
    faulty.into_iter().next().map_or(Ok(calendar), Err)
}

/// The calendar of the years that can be used, and why the others cannot. A file with a fault takes its year away, also
/// from the shipped ones: the user replaced that year, so counting on it would be a guess.
#[must_use]
pub fn usable(user_folder: Option<&Path>) -> (Calendar, Vec<CalendarError>) {
    let users = user_folder.map(year_files).unwrap_or_default();
    let is_replaced = |name: &str| {
        users
            .iter()
            .any(|path| path.file_stem().is_some_and(|stem| stem == name))
    };
    let shipped = SHIPPED
        .iter()
        .filter(|(name, _)| !is_replaced(name))
        .map(|(name, source)| parsed(source.as_bytes(), (*name).to_owned(), None));
    let mut calendar = Calendar::default();
    let mut faulty = Vec::new();
    for year in shipped.chain(users.iter().map(|path| read(path))) {
        match year {
            Ok((number, year)) => {
                calendar.years.insert(number, year);
            }
            Err(error) => faulty.push(error),
        }
    }
    (calendar, faulty)
}

fn read(path: &Path) -> Result<(i32, Year), CalendarError> {
    let name = path
        .file_stem()
        .map(|stem| stem.to_string_lossy().into_owned())
        .unwrap_or_default();
    let bytes = ron_file::read(path).map_err(|cause| CalendarError::Unreadable {
        path: path.to_owned(),
        cause,
    })?;
    parsed(&bytes, name, Some(path))
}

fn parsed(bytes: &[u8], name: String, path: Option<&Path>) -> Result<(i32, Year), CalendarError> {
    parse(bytes, &name).map_err(|faults| CalendarError::Faulty {
        name,
        path: path.map(Path::to_owned),
        faults,
    })
}

fn year_files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "ron"))
        .collect();
    files.sort();
    files
}

/// The year in the bytes of a file of this name.
///
/// # Errors
/// Every fault at once, in the order of the file.
pub fn parse(bytes: &[u8], file_name: &str) -> Result<(i32, Year), Vec<YearFault>> {
    let damaged = |(at, damage)| {
        vec![YearFault {
            at,
            problem: YearProblem::Damaged(damage),
        }]
    };
    let source = ron_file::source(bytes).map_err(damaged)?;
    let file: YearFile =
        ron_file::parse(&source).map_err(|first| every_fault(&source, damaged(first)))?;
    let mut found = Vec::new();
    if file.year.to_string() != file_name {
        found.push((
            "year".to_owned(),
            YearProblem::YearIsNotFileName {
                year: file.year,
                file_name: file_name.to_owned(),
            },
        ));
    }
    let mut year = Year::default();
    for (list, groups) in [("off", &file.off), ("worked", &file.worked)] {
        for (number, group) in groups.iter().enumerate() {
            let path = format!("{list}.{number}");
            group.check(&path, &mut found);
            for (number, day) in group.days.iter().copied().enumerate() {
                let path = format!("{path}.days.{number}");
                if day.year() != file.year {
                    let year = file.year;
                    found.push((path.clone(), YearProblem::OutsideYear { day, year }));
                }
                if year.off.contains_key(&day) || year.worked.contains_key(&day) {
                    found.push((path, YearProblem::DayTwice { day }));
                }
                let days = if list == "off" {
                    &mut year.off
                } else {
                    &mut year.worked
                };
                days.insert(day, group.notice());
            }
        }
    }
    if found.is_empty() {
        return Ok((file.year, year));
    }
    let outline = SourceMap::of(&source);
    let mut faults: Vec<YearFault> = found
        .into_iter()
        .map(|(path, problem)| YearFault {
            at: Some(outline.place(&path)),
            problem,
        })
        .collect();
    faults.sort_by_key(|fault| fault.at);
    Err(faults)
}

/// What is wrong with a file that does not read as a year.
fn every_fault(source: &str, first: Vec<YearFault>) -> Vec<YearFault> {
    let faults: Vec<YearFault> = ron_file::diagnose::<YearFile>(source)
        .faults
        .into_iter()
        .map(|(at, damage)| YearFault {
            at: Some(at),
            problem: YearProblem::Damaged(damage),
        })
        .collect();
    if faults.is_empty() { first } else { faults }
}

impl DayGroup {
    fn check(&self, path: &str, found: &mut Vec<(String, YearProblem)>) {
        if self.days.is_empty() {
            found.push((format!("{path}.days"), YearProblem::NoDays));
        }
        for (field, text) in [("what.vi", &self.what.vi), ("source", &self.source)] {
            if text.trim().is_empty() {
                found.push((format!("{path}.{field}"), YearProblem::Empty));
            }
        }
    }

    fn notice(&self) -> DayNotice {
        DayNotice {
            what: self.what.clone(),
            status: self.status,
            source: self.source.clone(),
        }
    }
}
