//! The sentences of the hall. One field for each, so that a missing one is a failing test.

use serde::Deserialize;

use crate::regulation::{ClassKind, Phase};
use crate::words::{Lang, Sentence, Sources};

/// The files of this room.
pub const SOURCES: Sources = crate::word_sources!("projector");

/// Everything the wall says.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    pub waiting: Sentence,
    pub sample: Sentence,
    pub agenda: AgendaWords,
    pub turn: TurnWords,
    pub clock: ClockWords,
    pub rest: BreakWords,
    pub conclusion: ConclusionWords,
    pub counts: ClassWords,
    pub ended: EndedWords,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgendaWords {
    pub begins: Sentence,
    pub over: Sentence,
    pub act: Sentence,
    pub planned: Sentence,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TurnWords {
    pub speech: Sentence,
    pub follow_up: Sentence,
    pub answer: Sentence,
    pub answered: Sentence,
    pub answer_to: Sentence,
    pub answer_collected: Sentence,
    pub answer_collected_from: Sentence,
    pub called_next: Sentence,
    pub answers_next: Sentence,
    pub then_citizen: Sentence,
    pub then_number: Sentence,
    pub then_answer: Sentence,
    pub then_step: Sentence,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClockWords {
    pub ready: Sentence,
    pub left: Sentence,
    pub warning: Sentence,
    pub last: Sentence,
    pub over: Sentence,
    pub running: Sentence,
    pub paused: Sentence,
    pub limit: Sentence,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BreakWords {
    pub heading: Sentence,
    pub back: Sentence,
    pub over: Sentence,
    pub waiting: Sentence,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConclusionWords {
    pub sections: ClassWords,
    pub page: Sentence,
    pub by_agency: Sentence,
    pub by_agency_until: Sentence,
    pub until: Sentence,
    pub to_authority: Sentence,
    pub unnamed: Sentence,
}

/// One sentence for each class.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClassWords {
    pub answered_now: Sentence,
    pub verify_later: Sentence,
    pub report_upward: Sentence,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndedWords {
    pub heading: Sentence,
    pub thanks: Sentence,
}

impl Words {
    /// The words of the wall in one language.
    ///
    /// # Errors
    /// When the file is not what it should be; a test reads it.
    pub fn of(lang: Lang) -> Result<Self, ron::error::SpannedError> {
        SOURCES.read(lang)
    }
}

impl ClassWords {
    #[must_use]
    pub const fn of(&self, class: ClassKind) -> &Sentence {
        match class {
            ClassKind::AnsweredNow => &self.answered_now,
            ClassKind::VerifyLater => &self.verify_later,
            ClassKind::ReportUpward => &self.report_upward,
        }
    }
}

impl TurnWords {
    #[must_use]
    pub const fn of(&self, phase: Phase) -> &Sentence {
        match phase {
            Phase::Speech => &self.speech,
            Phase::Answer => &self.answer,
            Phase::FollowUp => &self.follow_up,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::places_that_differ;

    #[test]
    fn both_languages_say_everything_with_the_same_places() {
        for lang in [Lang::Vi, Lang::En] {
            Words::of(lang).unwrap();
        }
        assert_eq!(places_that_differ(SOURCES), Vec::<String>::new());
    }
}
