//! The sentences about plans: what is wrong, and what to do about it. Knows nothing of where they are shown.

use std::fmt::Display;

use serde::Deserialize;

use super::{Diagnostic, Fault, IntakeError, Problem, Remark, Warning};
use crate::documents::ron_file;
use crate::domain::i18n::{Lang, Message, Sources};
use crate::domain::io_messages;

const WORDS: Sources = crate::word_sources!("intake");

/// So many choices are named in a sentence; the rest is dots.
const CHOICES_NAMED: usize = 12;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    at: Message,
    about: Message,
    unknown_kind: Message,
    unreadable: Message,
    damaged: Message,
    not_a_day: Message,
    empty: Message,
    id_signs: Message,
    number_twice: Message,
    number_zero: Message,
    agency_twice: Message,
    opinion_twice: Message,
    unknown_agency: Message,
    no_agencies: Message,
    unknown_opinion: Message,
    no_opinions: Message,
    zero_limit: Message,
    zero_minutes: Message,
    zero_batch: Message,
    warnings_order: Message,
    other_regulation: Message,
    no_session: Message,
    unknown_mode: Message,
    no_modes: Message,
    unknown_form: Message,
    no_forms: Message,
    unknown_step: Message,
    unknown_deadline: Message,
    no_prepared_answer: Message,
    opinion_without_agency: Message,
    same_person: Message,
    no_higher_level: Message,
    no_secretary: Message,
    no_agency: Message,
    no_speaker: Message,
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

/// Why there is no plan, in one sentence.
#[must_use]
pub fn error(error: &IntakeError, lang: Lang) -> String {
    let Ok(words) = WORDS.read::<Words>(lang) else {
        return format!("{error:?}");
    };
    match error {
        IntakeError::UnknownKind { path } => {
            words.unknown_kind.render(&[("path", &path.display())])
        }
        IntakeError::Unreadable { path, cause } => words.unreadable.render(&[
            ("path", &path.display()),
            ("cause", &io_messages::sentence(cause, lang)),
        ]),
        IntakeError::Damaged { path, fault: found } => {
            let told = fault(found, lang);
            match path {
                Some(path) => words
                    .damaged
                    .render(&[("path", &path.display()), ("fault", &told)]),
                None => told,
            }
        }
    }
}

fn say<What: std::fmt::Debug>(
    finding: &Diagnostic<What>,
    lang: Lang,
    sentence: impl Fn(&Words) -> String,
) -> String {
    // The words are read by a test; should they fail all the same, the data itself is better than nothing.
    let Ok(words) = WORDS.read::<Words>(lang) else {
        return format!("{finding:?}");
    };
    let sentence = sentence(&words);
    match finding.at {
        Some(place) => words.at.render(&[
            ("line", &place.line),
            ("column", &place.column),
            ("sentence", &sentence),
        ]),
        None if finding.path.is_empty() => sentence,
        None => words.about.render(&[
            ("path", &counted_from_one(&finding.path)),
            ("sentence", &sentence),
        ]),
    }
}

impl Words {
    fn problem(&self, fault: &Fault, lang: Lang) -> String {
        match &fault.what {
            Problem::Damaged(damage) => ron_file::sentence(damage, lang),
            Problem::NotADay => self.not_a_day.to_string(),
            Problem::Empty => self.empty.render(&[("field", &field(&fault.path))]),
            Problem::IdSigns { id } => self.id_signs.render(&[("id", id)]),
            Problem::NumberTwice { number, holder } => self
                .number_twice
                .render(&[("number", number), ("holder", holder)]),
            Problem::NumberZero => self.number_zero.to_string(),
            Problem::AgencyTwice { id, holder } => {
                self.agency_twice.render(&[("id", id), ("holder", holder)])
            }
            Problem::OpinionTwice { id, holder } => {
                self.opinion_twice.render(&[("id", id), ("holder", holder)])
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
                .render(&[("first", first), ("second", second)]),
            Problem::OtherRegulation { plan, given } => self
                .other_regulation
                .render(&[("plan", plan), ("given", given)]),
            Problem::NoSession { id } => self.no_session.render(&[("id", id)]),
            Problem::UnknownMode { id, known } => {
                choice(&self.unknown_mode, &self.no_modes, id, known)
            }
            Problem::UnknownForm { id, known } => {
                choice(&self.unknown_form, &self.no_forms, id, known)
            }
            Problem::UnknownDeadline { id, known } => self
                .unknown_deadline
                .render(&[("id", id), ("known", &known.join(", "))]),
            Problem::UnknownStep { id, known } => self
                .unknown_step
                .render(&[("id", id), ("known", &listed(known))]),
        }
    }

    fn remark(&self, remark: &Remark) -> String {
        match remark {
            Remark::NoPreparedAnswer { number, opinion } => self
                .no_prepared_answer
                .render(&[("number", number), ("opinion", opinion)]),
            Remark::OpinionWithoutAgency { id } => {
                self.opinion_without_agency.render(&[("id", id)])
            }
            Remark::SamePerson { number, first } => self
                .same_person
                .render(&[("number", number), ("first", first)]),
            Remark::NoHigherLevel => self.no_higher_level.to_string(),
            Remark::NoSecretary => self.no_secretary.to_string(),
            Remark::NoAgency => self.no_agency.to_string(),
            Remark::NoSpeaker => self.no_speaker.to_string(),
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
    use crate::domain::i18n::places_that_differ;

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
