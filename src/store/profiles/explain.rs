//! A profile that cannot be used, in words: what is wrong, on which line, and how to mend it. Decides nothing.

use super::ProfileError;
use crate::documents::ron_file;
use crate::domain::i18n::{Explain, Explained, Lang};
use crate::domain::io_messages;
use crate::domain::regulation::ClassKind;
use crate::domain::regulation::check::{RegulationFault, RegulationProblem};
use crate::domain::regulation::words::{FaultMessage, FaultWords, RegulationWords, TroubleMessage};

impl Explain for ProfileError {
    fn explained(&self, lang: Lang) -> Explained {
        let words = RegulationWords::new(lang);
        let trouble = &words.trouble;
        match self {
            ProfileError::Unknown { id, known } => {
                let known: Vec<&str> = known.iter().map(|id| id.0.as_str()).collect();
                Explained {
                    tried: trouble[TroubleMessage::CannotUse].render(&[("id", id)]),
                    because: vec![trouble[TroubleMessage::Unknown].to_string()],
                    hint: Some(
                        trouble[TroubleMessage::UnknownHint]
                            .render(&[("known", &known.join(", "))]),
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
}

fn sentence(fault: &RegulationFault, words: &FaultWords, lang: Lang) -> String {
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

fn problem(problem: &RegulationProblem, words: &FaultWords, lang: Lang) -> String {
    match problem {
        RegulationProblem::Damaged(damage) => ron_file::sentence(damage, lang),
        RegulationProblem::IdIsNotFileName { id, file_name } => {
            words[FaultMessage::IdIsNotFileName].render(&[("id", id), ("file_name", file_name)])
        }
        RegulationProblem::IdSigns { id } => {
            words[FaultMessage::IdSigns].render(&[("id", &format!("{id:?}"))])
        }
        RegulationProblem::IdDevice { id } => words[FaultMessage::IdDevice].render(&[("id", id)]),
        RegulationProblem::Twice { id } => words[FaultMessage::Twice].render(&[("id", id)]),
        RegulationProblem::Empty => words[FaultMessage::Empty].to_string(),
        RegulationProblem::EmptyList => words[FaultMessage::EmptyList].to_string(),
        RegulationProblem::NoSteps => words[FaultMessage::NoSteps].to_string(),
        RegulationProblem::LawWithSteps => words[FaultMessage::FloorWithSteps].to_string(),
        RegulationProblem::OpeningNotFirst => words[FaultMessage::OpeningNotFirst].to_string(),
        RegulationProblem::ConclusionNotLast => words[FaultMessage::ConclusionNotLast].to_string(),
        RegulationProblem::NoSpeech => words[FaultMessage::NoSpeech].to_string(),
        RegulationProblem::NoPhases => words[FaultMessage::NoPhases].to_string(),
        RegulationProblem::BlockWithoutSpeech => {
            words[FaultMessage::BlockWithoutSpeech].to_string()
        }
        // The names of the file's own notation, as they are written there.
        RegulationProblem::PhaseTwice { phase } => {
            words[FaultMessage::PhaseTwice].render(&[("phase", &format!("{phase:?}"))])
        }
        RegulationProblem::PhaseTooLate { phase, after } => words[FaultMessage::PhaseTooLate]
            .render(&[
                ("phase", &format!("{phase:?}")),
                ("after", &format!("{after:?}")),
            ]),
        RegulationProblem::NoActs => words[FaultMessage::NoActs].to_string(),
        RegulationProblem::NotAlwaysHeld => words[FaultMessage::NotAlwaysHeld].to_string(),
        RegulationProblem::ClassTwice => words[FaultMessage::ClassTwice].to_string(),
        RegulationProblem::ZeroDays => words[FaultMessage::ZeroDays].to_string(),
        RegulationProblem::ZeroMinutes => words[FaultMessage::ZeroMinutes].to_string(),
        RegulationProblem::ExtendsUnknown { id, known } => {
            words[FaultMessage::ExtendsUnknown].render(&[("id", id), ("known", &known.join(", "))])
        }
        RegulationProblem::ExtendsInACircle => words[FaultMessage::ExtendsInACircle].to_string(),
        RegulationProblem::ItemsBeforeSession => {
            words[FaultMessage::ItemsBeforeSession].to_string()
        }
        RegulationProblem::Unknown { id, known } => {
            words[FaultMessage::Unknown].render(&[("id", id), ("known", &known.join(", "))])
        }
        RegulationProblem::AnchorsInACircle => words[FaultMessage::AnchorsInACircle].to_string(),
        RegulationProblem::EndsBeforeItBegins => {
            words[FaultMessage::EndsBeforeItBegins].to_string()
        }
        RegulationProblem::ArticleShape { article } => {
            words[FaultMessage::ArticleShape].render(&[("article", article)])
        }
        RegulationProblem::NotBeforeSession => words[FaultMessage::NotBeforeSession].to_string(),
        RegulationProblem::NotAfterSession => words[FaultMessage::NotAfterSession].to_string(),
        RegulationProblem::SameKind { other } => {
            words[FaultMessage::SameKind].render(&[("other", other)])
        }
        RegulationProblem::ManyDays { days } => {
            words[FaultMessage::ManyDays].render(&[("days", days)])
        }
        RegulationProblem::ConclusionLeavesOut { classes } => {
            words[FaultMessage::ConclusionLeavesOut].render(&[("classes", &names(classes))])
        }
        RegulationProblem::NoSuchDay { day, month } => {
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
