//! A profile that cannot be used, in words: what is wrong, on which line, and how to mend it. Decides nothing.

use super::ProfileError;
use crate::documents::ron_file;
use crate::domain::i18n::{Explained, Lang};
use crate::domain::io_messages;
use crate::domain::regulation::ClassKind;
use crate::domain::regulation::check::{Fault, Problem};
use crate::domain::regulation::words::{FaultMessage, FaultWords, RegulationWords, TroubleMessage};

/// Why a profile cannot be used, every fault in a line of its own, and what to do.
#[must_use]
pub fn profile_error(error: &ProfileError, lang: Lang) -> Explained {
    let words = RegulationWords::new(lang);
    let trouble = &words.trouble;
    match error {
        ProfileError::Unknown { id, known } => {
            let known: Vec<&str> = known.iter().map(|id| id.0.as_str()).collect();
            Explained {
                tried: trouble[TroubleMessage::CannotUse].render(&[("id", id)]),
                because: vec![trouble[TroubleMessage::Unknown].to_string()],
                hint: Some(
                    trouble[TroubleMessage::UnknownHint].render(&[("known", &known.join(", "))]),
                ),
            }
        }
        ProfileError::Unreadable { path, cause } => Explained {
            tried: trouble[TroubleMessage::CannotUseFile].render(&[("path", &path.display())]),
            because: vec![io_messages::sentence(cause, lang)],
            hint: Some(trouble[TroubleMessage::UnreadableHint].to_string()),
        },
        ProfileError::Faulty { id, path, faults } => Explained {
            tried: match path {
                Some(path) if faults.iter().all(super::is_doubt) => {
                    trouble[TroubleMessage::Doubtful].render(&[("path", &path.display())])
                }
                Some(path) => {
                    trouble[TroubleMessage::CannotUseFile].render(&[("path", &path.display())])
                }
                None => trouble[TroubleMessage::CannotUse].render(&[("id", id)]),
            },
            because: faults
                .iter()
                .map(|fault| sentence(fault, &words.faults, lang))
                .collect(),
            hint: Some(match path {
                Some(path) if faults.iter().all(super::is_doubt) => {
                    trouble[TroubleMessage::DoubtfulHint].render(&[("path", &path.display())])
                }
                Some(path) => {
                    trouble[TroubleMessage::FaultyHint].render(&[("path", &path.display())])
                }
                None => trouble[TroubleMessage::ShippedFaultyHint].to_string(),
            }),
        },
    }
}

fn sentence(fault: &Fault, words: &FaultWords, lang: Lang) -> String {
    let problem = problem(&fault.problem, words, lang);
    match fault.at {
        Some(at) => words[FaultMessage::At].render(&[
            ("line", &at.line),
            ("column", &at.column),
            ("problem", &problem),
        ]),
        None => problem,
    }
}

fn problem(problem: &Problem, words: &FaultWords, lang: Lang) -> String {
    match problem {
        Problem::Damaged(damage) => ron_file::sentence(damage, lang),
        Problem::IdIsNotFileName { id, file_name } => {
            words[FaultMessage::IdIsNotFileName].render(&[("id", id), ("file_name", file_name)])
        }
        Problem::IdSigns { id } => {
            words[FaultMessage::IdSigns].render(&[("id", &format!("{id:?}"))])
        }
        Problem::IdDevice { id } => words[FaultMessage::IdDevice].render(&[("id", id)]),
        Problem::Twice { id } => words[FaultMessage::Twice].render(&[("id", id)]),
        Problem::Empty => words[FaultMessage::Empty].to_string(),
        Problem::EmptyList => words[FaultMessage::EmptyList].to_string(),
        Problem::NoSteps => words[FaultMessage::NoSteps].to_string(),
        Problem::LawWithSteps => words[FaultMessage::FloorWithSteps].to_string(),
        Problem::OpeningNotFirst => words[FaultMessage::OpeningNotFirst].to_string(),
        Problem::ConclusionNotLast => words[FaultMessage::ConclusionNotLast].to_string(),
        Problem::NoSpeech => words[FaultMessage::NoSpeech].to_string(),
        Problem::NoPhases => words[FaultMessage::NoPhases].to_string(),
        Problem::BlockWithoutSpeech => words[FaultMessage::BlockWithoutSpeech].to_string(),
        // The names of the file's own notation, as they are written there.
        Problem::PhaseTwice { phase } => {
            words[FaultMessage::PhaseTwice].render(&[("phase", &format!("{phase:?}"))])
        }
        Problem::PhaseTooLate { phase, after } => words[FaultMessage::PhaseTooLate].render(&[
            ("phase", &format!("{phase:?}")),
            ("after", &format!("{after:?}")),
        ]),
        Problem::NoActs => words[FaultMessage::NoActs].to_string(),
        Problem::NotAlwaysHeld => words[FaultMessage::NotAlwaysHeld].to_string(),
        Problem::ClassTwice => words[FaultMessage::ClassTwice].to_string(),
        Problem::ZeroDays => words[FaultMessage::ZeroDays].to_string(),
        Problem::ZeroMinutes => words[FaultMessage::ZeroMinutes].to_string(),
        Problem::ExtendsUnknown { id, known } => {
            words[FaultMessage::ExtendsUnknown].render(&[("id", id), ("known", &known.join(", "))])
        }
        Problem::ExtendsInACircle => words[FaultMessage::ExtendsInACircle].to_string(),
        Problem::ItemsBeforeSession => words[FaultMessage::ItemsBeforeSession].to_string(),
        Problem::Unknown { id, known } => {
            words[FaultMessage::Unknown].render(&[("id", id), ("known", &known.join(", "))])
        }
        Problem::AnchorsInACircle => words[FaultMessage::AnchorsInACircle].to_string(),
        Problem::EndsBeforeItBegins => words[FaultMessage::EndsBeforeItBegins].to_string(),
        Problem::ArticleShape { article } => {
            words[FaultMessage::ArticleShape].render(&[("article", article)])
        }
        Problem::NotBeforeSession => words[FaultMessage::NotBeforeSession].to_string(),
        Problem::NotAfterSession => words[FaultMessage::NotAfterSession].to_string(),
        Problem::SameKind { other } => words[FaultMessage::SameKind].render(&[("other", other)]),
        Problem::ManyDays { days } => words[FaultMessage::ManyDays].render(&[("days", days)]),
        Problem::ConclusionLeavesOut { classes } => {
            words[FaultMessage::ConclusionLeavesOut].render(&[("classes", &names(classes))])
        }
        Problem::NoSuchDay { day, month } => {
            words[FaultMessage::NoSuchDay].render(&[("day", day), ("month", month)])
        }
    }
}

/// The classes by the names of the file's own notation.
fn names(classes: &[ClassKind]) -> String {
    classes
        .iter()
        .map(|class| format!("{class:?}"))
        .collect::<Vec<_>>()
        .join(", ")
}
