//! The sentences about plans: what is wrong, and what to do about it. Knows nothing of where they are shown.

use std::fmt::Display;

use super::{Diagnostic, Fault, IntakeError, Problem, Remark, Warning};
use crate::documents::ron_file;
use crate::domain::i18n::{Group, Lang, Message, Sources};
use crate::domain::io_messages;

pub(crate) const WORDS: Sources = crate::word_sources!("intake");

/// So many choices are named in a sentence; the rest is dots.
const CHOICES_NAMED: usize = 12;

crate::messages! {
    pub(crate) enum PlanImportMessage {
        At,
        About,
        UnknownKind,
        Unreadable,
        Damaged,
        NotADay,
        Empty,
        IdSigns,
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
    }
}

pub(crate) type PlanWords = Group<PlanImportMessage>;

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

/// Why there is no plan, in one sentence.
#[must_use]
pub fn error(error: &IntakeError, lang: Lang) -> String {
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

fn say<What>(
    finding: &Diagnostic<What>,
    lang: Lang,
    sentence: impl Fn(&PlanWords) -> String,
) -> String {
    let words: PlanWords = WORDS.read(lang);
    let sentence = sentence(&words);
    match finding.at {
        Some(place) => words[PlanImportMessage::At].render(&[
            ("line", &place.line),
            ("column", &place.column),
            ("sentence", &sentence),
        ]),
        None if finding.path.is_empty() => sentence,
        None => words[PlanImportMessage::About].render(&[
            ("path", &counted_from_one(&finding.path)),
            ("sentence", &sentence),
        ]),
    }
}

impl PlanWords {
    fn problem(&self, fault: &Fault, lang: Lang) -> String {
        match &fault.what {
            Problem::Damaged(damage) => ron_file::sentence(damage, lang),
            Problem::NotADay => self[PlanImportMessage::NotADay].to_string(),
            Problem::Empty => {
                self[PlanImportMessage::Empty].render(&[("field", &field(&fault.path))])
            }
            Problem::IdSigns { id } => self[PlanImportMessage::IdSigns].render(&[("id", id)]),
            Problem::NumberTwice { number, holder } => self[PlanImportMessage::NumberTwice]
                .render(&[("number", number), ("holder", holder)]),
            Problem::NumberZero => self[PlanImportMessage::NumberZero].to_string(),
            Problem::AgencyTwice { id, holder } => {
                self[PlanImportMessage::AgencyTwice].render(&[("id", id), ("holder", holder)])
            }
            Problem::OpinionTwice { id, holder } => {
                self[PlanImportMessage::OpinionTwice].render(&[("id", id), ("holder", holder)])
            }
            Problem::UnknownAgency { id, known } => choice(
                &self[PlanImportMessage::UnknownAgency],
                &self[PlanImportMessage::NoAgencies],
                id,
                known,
            ),
            Problem::UnknownOpinion { id, known } => choice(
                &self[PlanImportMessage::UnknownOpinion],
                &self[PlanImportMessage::NoOpinions],
                id,
                known,
            ),
            Problem::ZeroLimit => self[PlanImportMessage::ZeroLimit].to_string(),
            Problem::ZeroMinutes => self[PlanImportMessage::ZeroMinutes].to_string(),
            Problem::ZeroBatch => self[PlanImportMessage::ZeroBatch].to_string(),
            Problem::WarningsOrder { first, second } => self[PlanImportMessage::WarningsOrder]
                .render(&[("first", first), ("second", second)]),
            Problem::OtherRegulation { plan, given } => {
                self[PlanImportMessage::OtherRegulation].render(&[("plan", plan), ("given", given)])
            }
            Problem::NoSession { id } => self[PlanImportMessage::NoSession].render(&[("id", id)]),
            Problem::UnknownMode { id, known } => choice(
                &self[PlanImportMessage::UnknownMode],
                &self[PlanImportMessage::NoModes],
                id,
                known,
            ),
            Problem::UnknownForm { id, known } => choice(
                &self[PlanImportMessage::UnknownForm],
                &self[PlanImportMessage::NoForms],
                id,
                known,
            ),
            Problem::UnknownDeadline { id, known } => self[PlanImportMessage::UnknownDeadline]
                .render(&[("id", id), ("known", &known.join(", "))]),
            Problem::UnknownStep { id, known } => self[PlanImportMessage::UnknownStep]
                .render(&[("id", id), ("known", &listed(known))]),
        }
    }

    fn remark(&self, remark: &Remark) -> String {
        match remark {
            Remark::NoPreparedAnswer { number, opinion } => self
                [PlanImportMessage::NoPreparedAnswer]
                .render(&[("number", number), ("opinion", opinion)]),
            Remark::OpinionWithoutAgency { id } => {
                self[PlanImportMessage::OpinionWithoutAgency].render(&[("id", id)])
            }
            Remark::SamePerson { number, first } => {
                self[PlanImportMessage::SamePerson].render(&[("number", number), ("first", first)])
            }
            Remark::NoHigherLevel => self[PlanImportMessage::NoHigherLevel].to_string(),
            Remark::NoSecretary => self[PlanImportMessage::NoSecretary].to_string(),
            Remark::NoAgency => self[PlanImportMessage::NoAgency].to_string(),
            Remark::NoSpeaker => self[PlanImportMessage::NoSpeaker].to_string(),
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
