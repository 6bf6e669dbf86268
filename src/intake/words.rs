//! The sentences about plans: what is wrong, and what to do about it. Knows nothing of where they are shown.

use std::fmt::Display;

use serde::Deserialize;

use super::table::TableFault;
use super::{CellPlace, Fault, Finding, IntakeError, Location, Problem, Remark, Warning};
use crate::causes;
use crate::data_file;
use crate::words::{Lang, Sentence, Sources};

const WORDS: Sources = crate::word_sources!("intake");

/// So many choices are named in a sentence; the rest is dots.
const CHOICES_NAMED: usize = 12;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    at: Sentence,
    about: Sentence,
    at_cell: Sentence,
    at_cell_under: Sentence,
    in_sheet: Sentence,
    in_sheet_under: Sentence,
    unknown_kind: Sentence,
    unreadable: Sentence,
    damaged: Sentence,
    not_a_day: Sentence,
    empty: Sentence,
    id_signs: Sentence,
    number_twice: Sentence,
    number_zero: Sentence,
    agency_twice: Sentence,
    opinion_twice: Sentence,
    unknown_agency: Sentence,
    no_agencies: Sentence,
    unknown_opinion: Sentence,
    no_opinions: Sentence,
    zero_limit: Sentence,
    zero_minutes: Sentence,
    zero_batch: Sentence,
    warnings_order: Sentence,
    other_regulation: Sentence,
    no_session: Sentence,
    unknown_mode: Sentence,
    no_modes: Sentence,
    unknown_form: Sentence,
    no_forms: Sentence,
    unknown_step: Sentence,
    unknown_deadline: Sentence,
    no_prepared_answer: Sentence,
    opinion_without_agency: Sentence,
    same_person: Sentence,
    no_higher_level: Sentence,
    no_secretary: Sentence,
    no_agency: Sentence,
    no_speaker: Sentence,
    no_tables_not_a_table: Sentence,
    no_tables_protected: Sentence,
    no_tables_too_large: Sentence,
    no_tables_too_old: Sentence,
    no_tables_damaged: Sentence,
    missing: Sentence,
    no_heading: Sentence,
    heading_twice: Sentence,
    example_changed: Sentence,
    cell_error: Sentence,
    uncomputed: Sentence,
    too_long: Sentence,
    not_a_date: Sentence,
    not_a_time: Sentence,
    not_a_number: Sentence,
    not_minutes: Sentence,
    not_two_numbers: Sentence,
    not_done: Sentence,
    not_a_choice: Sentence,
    unknown_regulation: Sentence,
    no_body: Sentence,
    no_lead_agency: Sentence,
    sheet_unread: Sentence,
    sheet_hidden: Sentence,
    rows_hidden: Sentence,
    column_unread: Sentence,
    row_unread: Sentence,
    old_letters: Sentence,
    phone_mended: Sentence,
    date_in_text: Sentence,
    agency_meant: Sentence,
    newer_workbook: Sentence,
}

/// A fault with its place: what is wrong and what is expected.
#[must_use]
pub fn fault(fault: &Fault, lang: Lang) -> String {
    say(fault, lang, |words| words.problem(fault, lang))
}

/// A warning with its place.
#[must_use]
pub fn warning(warning: &Warning, lang: Lang) -> String {
    say(warning, lang, |words| words.remark(&warning.what))
}

/// A fault without its place, for a note in the very cell.
#[must_use]
pub fn bare_fault(fault: &Fault, lang: Lang) -> String {
    WORDS
        .read::<Words>(lang)
        .map_or_else(|_| format!("{fault:?}"), |words| words.problem(fault, lang))
}

/// A warning without its place.
#[must_use]
pub fn bare_warning(warning: &Warning, lang: Lang) -> String {
    WORDS
        .read::<Words>(lang)
        .map_or_else(|_| format!("{warning:?}"), |words| words.remark(&warning.what))
}

/// Why there is no plan, in one sentence.
#[must_use]
pub fn error(error: &IntakeError, lang: Lang) -> String {
    let Ok(words) = WORDS.read::<Words>(lang) else {
        return format!("{error:?}");
    };
    match error {
        IntakeError::UnknownKind { path } => words.unknown_kind.fill(&[("path", &path.display())]),
        IntakeError::Unreadable { path, cause } => words.unreadable.fill(&[
            ("path", &path.display()),
            ("cause", &causes::sentence(cause, lang)),
        ]),
        IntakeError::Damaged { path, fault: found } => {
            let told = fault(found, lang);
            match path {
                Some(path) => words
                    .damaged
                    .fill(&[("path", &path.display()), ("fault", &told)]),
                None => told,
            }
        }
    }
}

fn say<What: std::fmt::Debug>(
    finding: &Finding<What>,
    lang: Lang,
    sentence: impl Fn(&Words) -> String,
) -> String {
    // The words are read by a test; should they fail all the same, the data itself is better than nothing.
    let Ok(words) = WORDS.read::<Words>(lang) else {
        return format!("{finding:?}");
    };
    let sentence = sentence(&words);
    match &finding.at {
        Some(Location::Line(place)) => words.at.fill(&[
            ("line", &place.line),
            ("column", &place.column),
            ("sentence", &sentence),
        ]),
        Some(Location::Cell(place)) => words.in_workbook(place, &sentence),
        None if finding.path.is_empty() => sentence,
        None => words.about.fill(&[
            ("path", &counted_from_one(&finding.path)),
            ("sentence", &sentence),
        ]),
    }
}

impl Words {
    fn in_workbook(&self, place: &CellPlace, sentence: &str) -> String {
        let (sheet, sentence): (&dyn Display, &dyn Display) = (&place.sheet, &sentence);
        match (place.cell(), &place.heading) {
            (Some(cell), Some(heading)) => self.at_cell_under.fill(&[
                ("sheet", sheet),
                ("cell", &cell),
                ("heading", heading),
                ("sentence", sentence),
            ]),
            (Some(cell), None) => {
                self.at_cell
                    .fill(&[("sheet", sheet), ("cell", &cell), ("sentence", sentence)])
            }
            (None, Some(heading)) => self.in_sheet_under.fill(&[
                ("sheet", sheet),
                ("heading", heading),
                ("sentence", sentence),
            ]),
            (None, None) => self
                .in_sheet
                .fill(&[("sheet", sheet), ("sentence", sentence)]),
        }
    }

    fn problem(&self, fault: &Fault, lang: Lang) -> String {
        match &fault.what {
            Problem::Damaged(damage) => data_file::sentence(damage, lang),
            Problem::NotADay => self.not_a_day.to_string(),
            Problem::Empty => match &fault.at {
                Some(Location::Cell(_)) => self.missing.to_string(),
                Some(Location::Line(_)) | None => {
                    self.empty.fill(&[("field", &field(&fault.path))])
                }
            },
            Problem::IdSigns { id } => self.id_signs.fill(&[("id", id)]),
            Problem::NumberTwice { number, holder } => self
                .number_twice
                .fill(&[("number", number), ("holder", holder)]),
            Problem::NumberZero => self.number_zero.to_string(),
            Problem::AgencyTwice { id, holder } => {
                self.agency_twice.fill(&[("id", id), ("holder", holder)])
            }
            Problem::OpinionTwice { id, holder } => {
                self.opinion_twice.fill(&[("id", id), ("holder", holder)])
            }
            Problem::UnknownAgency { id, known } => {
                choice(&self.unknown_agency, &self.no_agencies, id, known)
            }
            Problem::UnknownOpinion { id, known } => {
                choice(&self.unknown_opinion, &self.no_opinions, id, known)
            }
            Problem::ZeroLimit => self.zero_limit.to_string(),
            Problem::ZeroMinutes => self.zero_minutes.to_string(),
            Problem::ZeroBatch => self.zero_batch.to_string(),
            Problem::WarningsOrder { first, second } => self
                .warnings_order
                .fill(&[("first", first), ("second", second)]),
            Problem::OtherRegulation { plan, given } => self
                .other_regulation
                .fill(&[("plan", plan), ("given", given)]),
            Problem::NoSession { id } => self.no_session.fill(&[("id", id)]),
            Problem::UnknownMode { id, known } => {
                choice(&self.unknown_mode, &self.no_modes, id, known)
            }
            Problem::UnknownForm { id, known } => {
                choice(&self.unknown_form, &self.no_forms, id, known)
            }
            Problem::UnknownDeadline { id, known } => self
                .unknown_deadline
                .fill(&[("id", id), ("known", &known.join(", "))]),
            Problem::UnknownStep { id, known } => self
                .unknown_step
                .fill(&[("id", id), ("known", &listed(known))]),
            Problem::NoTables(fault) => self.no_tables(fault),
            Problem::Missing => self.missing.to_string(),
            Problem::NoHeading => self.no_heading.to_string(),
            Problem::HeadingTwice { first } => self.heading_twice.fill(&[("first", first)]),
            Problem::ExampleChanged => self.example_changed.to_string(),
            Problem::CellError { found } => self.cell_error.fill(&[("found", found)]),
            Problem::Uncomputed => self.uncomputed.to_string(),
            Problem::TooLong => self.too_long.to_string(),
            Problem::NotADate { found } => self.not_a_date.fill(&[("found", found)]),
            Problem::NotATime { found } => self.not_a_time.fill(&[("found", found)]),
            Problem::NotANumber { found } => self.not_a_number.fill(&[("found", found)]),
            Problem::NotMinutes { found } => self.not_minutes.fill(&[("found", found)]),
            Problem::NotTwoNumbers { found } => self.not_two_numbers.fill(&[("found", found)]),
            Problem::NotDone { found } => self.not_done.fill(&[("found", found)]),
            Problem::NotAChoice { found, known } => self
                .not_a_choice
                .fill(&[("found", found), ("known", &listed(known))]),
            Problem::UnknownRegulation { found, known } => self
                .unknown_regulation
                .fill(&[("found", found), ("known", &listed(known))]),
        }
    }

    fn remark(&self, remark: &Remark) -> String {
        match remark {
            Remark::NoPreparedAnswer { number, opinion } => self
                .no_prepared_answer
                .fill(&[("number", number), ("opinion", opinion)]),
            Remark::OpinionWithoutAgency { id } => self.opinion_without_agency.fill(&[("id", id)]),
            Remark::SamePerson { number, first } => self
                .same_person
                .fill(&[("number", number), ("first", first)]),
            Remark::NoHigherLevel => self.no_higher_level.to_string(),
            Remark::NoSecretary => self.no_secretary.to_string(),
            Remark::NoAgency => self.no_agency.to_string(),
            Remark::NoSpeaker => self.no_speaker.to_string(),
            Remark::NoBody => self.no_body.to_string(),
            Remark::NoLeadAgency => self.no_lead_agency.to_string(),
            Remark::SheetUnread => self.sheet_unread.to_string(),
            Remark::SheetHidden => self.sheet_hidden.to_string(),
            Remark::RowsHidden { rows, first } => self
                .rows_hidden
                .fill(&[("rows", rows), ("first", first)]),
            Remark::ColumnUnread => self.column_unread.to_string(),
            Remark::RowUnread { said } => self.row_unread.fill(&[("said", said)]),
            Remark::OldLetters { table, cells } => self
                .old_letters
                .fill(&[("table", table), ("cells", cells)]),
            Remark::PhoneMended { phone } => self.phone_mended.fill(&[("phone", phone)]),
            Remark::DateInText { found } => self.date_in_text.fill(&[("found", found)]),
            Remark::AgencyMeant { found, name } => self
                .agency_meant
                .fill(&[("found", found), ("name", name)]),
            Remark::NewerWorkbook { version } => self.newer_workbook.fill(&[("version", version)]),
        }
    }

    fn no_tables(&self, fault: &TableFault) -> String {
        match fault {
            TableFault::NotATable => self.no_tables_not_a_table.to_string(),
            TableFault::Protected => self.no_tables_protected.to_string(),
            TableFault::TooLarge => self.no_tables_too_large.to_string(),
            TableFault::TooOld => self.no_tables_too_old.to_string(),
            TableFault::Damaged { part } => self.no_tables_damaged.fill(&[("part", part)]),
        }
    }
}

/// The sentence about an unknown name: with the names there are, or another one when there are none.
fn choice<Name: Display>(
    some: &Sentence,
    none: &Sentence,
    id: &dyn Display,
    known: &[Name],
) -> String {
    if known.is_empty() {
        none.fill(&[("id", id)])
    } else {
        some.fill(&[("id", id), ("known", &listed(known))])
    }
}

fn listed<Name: Display>(names: &[Name]) -> String {
    let mut list: Vec<String> = names
        .iter()
        .take(CHOICES_NAMED)
        .map(ToString::to_string)
        .collect();
    if names.len() > CHOICES_NAMED {
        list.push("…".to_owned());
    }
    list.join(", ")
}

/// `speakers.3.number` as a person counts: `speakers.4.number`.
fn counted_from_one(path: &str) -> String {
    path.split('.')
        .map(|part| {
            part.parse::<usize>()
                .map_or_else(|_| part.to_owned(), |index| (index + 1).to_string())
        })
        .collect::<Vec<_>>()
        .join(".")
}

/// What the last part of a path is called; entries of a list go by the name of the list.
fn field(path: &str) -> &str {
    path.rsplit('.')
        .find(|part| part.parse::<usize>().is_err())
        .unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::places_that_differ;

    #[test]
    fn both_languages_have_the_same_sentences_with_the_same_places() {
        assert_eq!(places_that_differ(WORDS), Vec::<String>::new());
        for lang in [Lang::Vi, Lang::En] {
            WORDS.read::<Words>(lang).unwrap();
        }
    }

    #[test]
    fn a_path_is_told_as_people_count() {
        assert_eq!(counted_from_one("speakers.3.number"), "speakers.4.number");
        assert_eq!(field("higher_levels.2"), "higher_levels");
        assert_eq!(field("chair.name"), "name");
    }
}
