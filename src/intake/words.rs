//! The sentences about plans: what is wrong, and what to do about it. Knows nothing of where they are shown.

use std::fmt::Display;

use serde::Deserialize;

use super::{Fault, Finding, IntakeError, Problem, Remark, Warning};
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
    match finding.at {
        Some(place) => words.at.fill(&[
            ("line", &place.line),
            ("column", &place.column),
            ("sentence", &sentence),
        ]),
        None if finding.path.is_empty() => sentence,
        None => words.about.fill(&[
            ("path", &counted_from_one(&finding.path)),
            ("sentence", &sentence),
        ]),
    }
}

impl Words {
    fn problem(&self, fault: &Fault, lang: Lang) -> String {
        match &fault.what {
            Problem::Damaged(damage) => data_file::sentence(damage, lang),
            Problem::NotADay => self.not_a_day.to_string(),
            Problem::Empty => self.empty.fill(&[("field", &field(&fault.path))]),
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
