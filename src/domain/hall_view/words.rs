//! The sentences of the hall. One field for each, so that a missing one is a failing test.

use serde::Deserialize;

use crate::domain::i18n::{Lang, Message, Sources};
use crate::domain::regulation::{ClassKind, Phase};

/// The files of this room.
pub const SOURCES: Sources = crate::word_sources!("projector");

/// Everything the wall says.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    pub waiting: Message,
    pub sample: Message,
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
    pub begins: Message,
    pub over: Message,
    pub act: Message,
    /// What begins an addition in the title of a step, which may be left out.
    pub additions: Vec<Message>,
    pub planned: Message,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TurnWords {
    pub speech: Message,
    pub follow_up: Message,
    pub answer: Message,
    pub answered: Message,
    pub answer_to: Message,
    pub answer_collected: Message,
    pub answer_collected_from: Message,
    pub called_next: Message,
    pub answers_next: Message,
    pub then_citizen: Message,
    pub then_number: Message,
    pub then_answer: Message,
    pub then_step: Message,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClockWords {
    pub ready: Message,
    pub left: Message,
    pub warning: Message,
    pub last: Message,
    pub over: Message,
    pub running: Message,
    pub paused: Message,
    pub limit: Message,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BreakWords {
    pub heading: Message,
    pub back: Message,
    pub over: Message,
    pub waiting: Message,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConclusionWords {
    pub sections: ClassWords,
    pub page: Message,
    pub by_agency: Message,
    pub by_agency_until: Message,
    pub until: Message,
    pub to_authority: Message,
    pub unnamed: Message,
}

/// One sentence for each class.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClassWords {
    pub answered_now: Message,
    pub verify_later: Message,
    pub report_upward: Message,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndedWords {
    pub heading: Message,
    pub thanks: Message,
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
    pub const fn of(&self, class: ClassKind) -> &Message {
        match class {
            ClassKind::AnsweredNow => &self.answered_now,
            ClassKind::VerifyLater => &self.verify_later,
            ClassKind::ReportUpward => &self.report_upward,
        }
    }
}

impl TurnWords {
    #[must_use]
    pub const fn of(&self, phase: Phase) -> &Message {
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
    use crate::domain::i18n::places_that_differ;

    #[test]
    fn both_languages_say_everything_with_the_same_places() {
        for lang in [Lang::Vi, Lang::En] {
            Words::of(lang).unwrap();
        }
        assert_eq!(places_that_differ(SOURCES), Vec::<String>::new());
    }
}
