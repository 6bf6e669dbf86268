//! The sentences about plans: what is wrong, and what to do about it. Knows nothing of where they are shown.

mod remarks;

use std::fmt::Display;

use super::{CellPlace, Diagnostic, IntakeError, Location, PlanFault, PlanProblem, Warning};
use crate::documents::ron_file;
use crate::domain::i18n::{Explain, Explained, Group, Lang, Message, Sources};
use crate::domain::io_messages;

pub(crate) const WORDS: Sources = crate::word_sources!("intake");

/// So many choices are named in a sentence; the rest is dots.
const CHOICES_NAMED: usize = 12;

crate::messages! {
    pub(crate) enum PlanImportMessage {
        At,
        About,
        AtCell,
        AtCellUnder,
        InSheet,
        InSheetUnder,
        UnknownKind,
        Unreadable,
        Damaged,
        NotADay,
        Empty,
        IdSigns,
        IdDevice,
        NumberTwice,
        NumberZero,
        AgencyTwice,
        OpinionTwice,
        UnknownAgency,
        NoAgencies,
        UnknownOpinion,
        NoOpinions,
        ZeroLimit,
        ZeroMinutes,
        HeldOutOfRange,
        ZeroBatch,
        WarningsOrder,
        OtherRegulation,
        NoSession,
        UnknownMode,
        NoModes,
        UnknownForm,
        NoForms,
        UnknownStep,
        UnknownDeadline,
        NoPreparedAnswer,
        OpinionWithoutAgency,
        SamePerson,
        NoHigherLevel,
        NoSecretary,
        NoAgency,
        NoSpeaker,
        NoTablesNotATable,
        NoTablesProtected,
        NoTablesTooLarge,
        NoTablesTooOld,
        NoTablesDamaged,
        Missing,
        NoHeading,
        HeadingTooLow,
        LyingAcross,
        HeadingTwice,
        ExampleChanged,
        CellError,
        Uncomputed,
        TooLong,
        NotADate,
        NotATime,
        NotANumber,
        NotMinutes,
        NotTwoNumbers,
        NotDone,
        NotAChoice,
        UnknownRegulation,
        NoBody,
        NoLeadAgency,
        ChairNotNamed,
        OtherLayout,
        DutyLate,
        SheetUnread,
        SheetHidden,
        RowsHidden,
        ColumnsHidden,
        ColumnUnread,
        RowUnread,
        OldLetters,
        PhoneMended,
        PhoneLength,
        DateInText,
        AgencyMade,
        AgencyMeant,
        NewerWorkbook,
    }
}

pub(crate) type PlanWords = Group<PlanImportMessage>;

/// A fault with its place: what is wrong and what is expected.
#[must_use]
pub fn fault(fault: &PlanFault, lang: Lang) -> String {
    with_place(fault, lang, |words| words.problem(fault, lang))
}

/// A warning with its place.
#[must_use]
pub fn warning(warning: &Warning, lang: Lang) -> String {
    with_place(warning, lang, |words| words.remark(&warning.what, lang))
}

/// A fault without its place, for a note in the very cell.
#[must_use]
pub fn bare_fault(fault: &PlanFault, lang: Lang) -> String {
    let words: PlanWords = WORDS.read(lang);
    words.problem(fault, lang)
}

/// A warning without its place.
#[must_use]
pub fn bare_warning(warning: &Warning, lang: Lang) -> String {
    let words: PlanWords = WORDS.read(lang);
    words.remark(&warning.what, lang)
}

impl Explain for IntakeError {
    fn explained(&self, lang: Lang) -> Explained {
        Explained {
            tried: intake_sentence(self, lang),
            because: Vec::new(),
            hint: None,
        }
    }
}

fn intake_sentence(error: &IntakeError, lang: Lang) -> String {
    let words: PlanWords = WORDS.read(lang);
    match error {
        IntakeError::UnknownKind { path } => {
            words[PlanImportMessage::UnknownKind].render(&[("path", &path.display())])
        }
        IntakeError::Unreadable { path, cause } => words[PlanImportMessage::Unreadable].render(&[
            ("path", &path.display()),
            ("cause", &io_messages::sentence(cause, lang)),
        ]),
        IntakeError::Damaged { path, fault: found } => {
            let told = fault(found, lang);
            match path {
                Some(path) => words[PlanImportMessage::Damaged]
                    .render(&[("path", &path.display()), ("fault", &told)]),
                None => told,
            }
        }
    }
}

fn with_place<What>(
    finding: &Diagnostic<What>,
    lang: Lang,
    sentence: impl Fn(&PlanWords) -> String,
) -> String {
    let words: PlanWords = WORDS.read(lang);
    let sentence = sentence(&words);
    match &finding.at {
        Some(Location::Line(place)) => words[PlanImportMessage::At].render(&[
            ("line", &place.line),
            ("column", &place.column),
            ("sentence", &sentence),
        ]),
        Some(Location::Cell(place)) => words.in_workbook(place, &sentence),
        None if finding.path.is_empty() => sentence,
        None => words[PlanImportMessage::About].render(&[
            ("path", &counted_from_one(&finding.path)),
            ("sentence", &sentence),
        ]),
    }
}

impl PlanWords {
    fn in_workbook(&self, place: &CellPlace, sentence: &str) -> String {
        let (sheet, sentence): (&dyn Display, &dyn Display) = (&place.sheet, &sentence);
        match (place.cell(), &place.heading) {
            (Some(cell), Some(heading)) => self[PlanImportMessage::AtCellUnder].render(&[
                ("sheet", sheet),
                ("cell", &cell),
                ("heading", heading),
                ("sentence", sentence),
            ]),
            (Some(cell), None) => self[PlanImportMessage::AtCell].render(&[
                ("sheet", sheet),
                ("cell", &cell),
                ("sentence", sentence),
            ]),
            (None, Some(heading)) => self[PlanImportMessage::InSheetUnder].render(&[
                ("sheet", sheet),
                ("heading", heading),
                ("sentence", sentence),
            ]),
            (None, None) => {
                self[PlanImportMessage::InSheet].render(&[("sheet", sheet), ("sentence", sentence)])
            }
        }
    }

    fn problem(&self, fault: &PlanFault, lang: Lang) -> String {
        match &fault.what {
            PlanProblem::Damaged(damage) => ron_file::sentence(damage, lang),
            PlanProblem::NotADay => self[PlanImportMessage::NotADay].to_string(),
            PlanProblem::Empty => match &fault.at {
                Some(Location::Cell(_)) => self[PlanImportMessage::Missing].to_string(),
                Some(Location::Line(_)) | None => {
                    self[PlanImportMessage::Empty].render(&[("field", &field(&fault.path))])
                }
            },
            PlanProblem::IdSigns { id } => self[PlanImportMessage::IdSigns].render(&[("id", id)]),
            PlanProblem::IdDevice { id } => self[PlanImportMessage::IdDevice].render(&[("id", id)]),
            PlanProblem::NumberTwice { number, holder } => self[PlanImportMessage::NumberTwice]
                .render(&[("number", number), ("holder", holder)]),
            PlanProblem::NumberZero => self[PlanImportMessage::NumberZero].to_string(),
            PlanProblem::AgencyTwice { id, holder } => {
                self[PlanImportMessage::AgencyTwice].render(&[("id", id), ("holder", holder)])
            }
            PlanProblem::OpinionTwice { id, holder } => {
                self[PlanImportMessage::OpinionTwice].render(&[("id", id), ("holder", holder)])
            }
            PlanProblem::UnknownAgency { id, known } => choice(
                &self[PlanImportMessage::UnknownAgency],
                &self[PlanImportMessage::NoAgencies],
                id,
                known,
            ),
            PlanProblem::UnknownOpinion { id, known } => choice(
                &self[PlanImportMessage::UnknownOpinion],
                &self[PlanImportMessage::NoOpinions],
                id,
                known,
            ),
            PlanProblem::ZeroLimit => self[PlanImportMessage::ZeroLimit].to_string(),
            PlanProblem::ZeroMinutes => self[PlanImportMessage::ZeroMinutes].to_string(),
            PlanProblem::HeldOutOfRange { year } => {
                self[PlanImportMessage::HeldOutOfRange].render(&[("year", year)])
            }
            PlanProblem::ZeroBatch => self[PlanImportMessage::ZeroBatch].to_string(),
            PlanProblem::WarningsOrder { first, second } => self[PlanImportMessage::WarningsOrder]
                .render(&[("first", first), ("second", second)]),
            PlanProblem::OtherRegulation { plan, given } => {
                self[PlanImportMessage::OtherRegulation].render(&[("plan", plan), ("given", given)])
            }
            PlanProblem::NoSession { id } => {
                self[PlanImportMessage::NoSession].render(&[("id", id)])
            }
            PlanProblem::UnknownMode { id, known } => choice(
                &self[PlanImportMessage::UnknownMode],
                &self[PlanImportMessage::NoModes],
                id,
                known,
            ),
            PlanProblem::UnknownForm { id, known } => choice(
                &self[PlanImportMessage::UnknownForm],
                &self[PlanImportMessage::NoForms],
                id,
                known,
            ),
            PlanProblem::UnknownDeadline { id, known } => self[PlanImportMessage::UnknownDeadline]
                .render(&[("id", id), ("known", &known.join(", "))]),
            PlanProblem::UnknownStep { id, known } => self[PlanImportMessage::UnknownStep]
                .render(&[("id", id), ("known", &listed(known))]),
            PlanProblem::NoTables(fault) => self.no_tables(fault),
            PlanProblem::Missing => self[PlanImportMessage::Missing].to_string(),
            PlanProblem::NoHeading => self[PlanImportMessage::NoHeading].to_string(),
            PlanProblem::HeadingTooLow => self[PlanImportMessage::HeadingTooLow].to_string(),
            PlanProblem::LyingAcross => self[PlanImportMessage::LyingAcross].to_string(),
            PlanProblem::HeadingTwice { first } => {
                self[PlanImportMessage::HeadingTwice].render(&[("first", first)])
            }
            PlanProblem::ExampleChanged => self[PlanImportMessage::ExampleChanged].to_string(),
            PlanProblem::CellError { found } => {
                self[PlanImportMessage::CellError].render(&[("found", found)])
            }
            PlanProblem::Uncomputed => self[PlanImportMessage::Uncomputed].to_string(),
            PlanProblem::TooLong => self[PlanImportMessage::TooLong].to_string(),
            PlanProblem::NotADate { found } => {
                self[PlanImportMessage::NotADate].render(&[("found", found)])
            }
            PlanProblem::NotATime { found } => {
                self[PlanImportMessage::NotATime].render(&[("found", found)])
            }
            PlanProblem::NotANumber { found } => {
                self[PlanImportMessage::NotANumber].render(&[("found", found)])
            }
            PlanProblem::NotMinutes { found } => {
                self[PlanImportMessage::NotMinutes].render(&[("found", found)])
            }
            PlanProblem::NotTwoNumbers { found } => {
                self[PlanImportMessage::NotTwoNumbers].render(&[("found", found)])
            }
            PlanProblem::NotDone { found } => {
                self[PlanImportMessage::NotDone].render(&[("found", found)])
            }
            PlanProblem::NotAChoice { found, known } => self[PlanImportMessage::NotAChoice]
                .render(&[("found", found), ("known", &listed(known))]),
            PlanProblem::UnknownRegulation { found, known } => self
                [PlanImportMessage::UnknownRegulation]
                .render(&[("found", found), ("known", &listed(known))]),
        }
    }
}

/// The sentence about an unknown name: with the names there are, or another one when there are none.
fn choice<Name: Display>(
    some: &Message,
    none: &Message,
    id: &dyn Display,
    known: &[Name],
) -> String {
    if known.is_empty() {
        none.render(&[("id", id)])
    } else {
        some.render(&[("id", id), ("known", &listed(known))])
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

    #[test]
    fn a_path_is_told_as_people_count() {
        assert_eq!(counted_from_one("speakers.3.number"), "speakers.4.number");
        assert_eq!(field("higher_levels.2"), "higher_levels");
        assert_eq!(field("chair.name"), "name");
    }
}
