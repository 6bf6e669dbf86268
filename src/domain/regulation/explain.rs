//! A profile that cannot be used, in words: what is wrong, on which line, and how to mend it. Decides nothing.

use super::check::{Fault, Problem};
use super::profiles::ProfileError;
use super::words::{FaultWords, Words};
use crate::documents::ron_file::{self, Explained};
use crate::domain::i18n::Lang;
use crate::domain::io_messages;

/// Why a profile cannot be used, every fault in a line of its own, and what to do.
#[must_use]
pub fn profile_error(error: &ProfileError, lang: Lang) -> Explained {
    let words = match Words::new(lang) {
        Ok(words) => words,
        Err(broken) => return Explained::bare(&broken),
    };
    let trouble = &words.trouble;
    match error {
        ProfileError::Unknown { id, known } => {
            let known: Vec<&str> = known.iter().map(|id| id.0.as_str()).collect();
            Explained {
                tried: trouble.cannot_use.render(&[("id", id)]),
                because: vec![trouble.unknown.to_string()],
                hint: Some(trouble.unknown_hint.render(&[("known", &known.join(", "))])),
            }
        }
        ProfileError::Unreadable { path, cause } => Explained {
            tried: trouble.cannot_use_file.render(&[("path", &path.display())]),
            because: vec![io_messages::sentence(cause, lang)],
            hint: Some(trouble.unreadable_hint.to_string()),
        },
        ProfileError::Faulty { id, path, faults } => Explained {
            tried: match path {
                Some(path) => trouble.cannot_use_file.render(&[("path", &path.display())]),
                None => trouble.cannot_use.render(&[("id", id)]),
            },
            because: faults
                .iter()
                .map(|fault| sentence(fault, &words.faults, lang))
                .collect(),
            hint: Some(match path {
                Some(path) => trouble.faulty_hint.render(&[("path", &path.display())]),
                None => trouble.shipped_faulty_hint.to_string(),
            }),
        },
    }
}

fn sentence(fault: &Fault, words: &FaultWords, lang: Lang) -> String {
    let problem = problem(&fault.problem, words, lang);
    match fault.at {
        Some(at) => words.at.render(&[
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
        Problem::IdIsNotFileName { id, file_name } => words
            .id_is_not_file_name
            .render(&[("id", id), ("file_name", file_name)]),
        Problem::IdSigns { id } => words.id_signs.render(&[("id", &format!("{id:?}"))]),
        Problem::Twice { id } => words.twice.render(&[("id", id)]),
        Problem::Empty => words.empty.to_string(),
        Problem::EmptyList => words.empty_list.to_string(),
        Problem::NoSteps => words.no_steps.to_string(),
        Problem::LawWithSteps => words.floor_with_steps.to_string(),
        Problem::OpeningNotFirst => words.opening_not_first.to_string(),
        Problem::NoConclusion => words.no_conclusion.to_string(),
        Problem::ConclusionNotLast => words.conclusion_not_last.to_string(),
        Problem::NoSpeech => words.no_speech.to_string(),
        Problem::NoPhases => words.no_phases.to_string(),
        Problem::BlockWithoutSpeech => words.block_without_speech.to_string(),
        // The names of the file's own notation, as they are written there.
        Problem::PhaseTwice { phase } => words
            .phase_twice
            .render(&[("phase", &format!("{phase:?}"))]),
        Problem::PhaseTooLate { phase, after } => words.phase_too_late.render(&[
            ("phase", &format!("{phase:?}")),
            ("after", &format!("{after:?}")),
        ]),
        Problem::NoActs => words.no_acts.to_string(),
        Problem::NotAlwaysHeld => words.not_always_held.to_string(),
        Problem::ClassTwice => words.class_twice.to_string(),
        Problem::ZeroDays => words.zero_days.to_string(),
        Problem::ZeroMinutes => words.zero_minutes.to_string(),
        Problem::ExtendsUnknown { id, known } => words
            .extends_unknown
            .render(&[("id", id), ("known", &known.join(", "))]),
        Problem::ExtendsInACircle => words.extends_in_a_circle.to_string(),
        Problem::ItemsBeforeSession => words.items_before_session.to_string(),
        Problem::NoSuchDay { day, month } => {
            words.no_such_day.render(&[("day", day), ("month", month)])
        }
    }
}
