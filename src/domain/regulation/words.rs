//! The sentences of this room.

use serde::Deserialize;

use super::Phrases;
use crate::domain::i18n::{Lang, Message, Sources};

const WORDS: Sources = crate::word_sources!("regulations");

/// Every sentence of this room, by what it is for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub(super) faults: FaultWords,
    pub(super) trouble: TroubleWords,
    pub(super) list: ListWords,
    pub(super) page: PageWords,
    pub(super) phrases: Phrases,
}

impl Words {
    pub(super) fn new(lang: Lang) -> Result<Self, ron::error::SpannedError> {
        WORDS.read(lang)
    }
}

/// What is wrong with a profile.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FaultWords {
    pub(super) at: Message,
    pub(super) id_is_not_file_name: Message,
    pub(super) id_signs: Message,
    pub(super) twice: Message,
    pub(super) empty: Message,
    pub(super) empty_list: Message,
    pub(super) no_steps: Message,
    pub(super) floor_with_steps: Message,
    pub(super) opening_not_first: Message,
    pub(super) no_conclusion: Message,
    pub(super) conclusion_not_last: Message,
    pub(super) no_speech: Message,
    pub(super) no_phases: Message,
    pub(super) block_without_speech: Message,
    pub(super) phase_twice: Message,
    pub(super) phase_too_late: Message,
    pub(super) no_acts: Message,
    pub(super) not_always_held: Message,
    pub(super) class_twice: Message,
    pub(super) zero_days: Message,
    pub(super) zero_minutes: Message,
    pub(super) extends_unknown: Message,
    pub(super) extends_in_a_circle: Message,
    pub(super) items_before_session: Message,
    pub(super) no_such_day: Message,
}

/// Why a profile cannot be used.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TroubleWords {
    pub(super) cannot_use: Message,
    pub(super) cannot_use_file: Message,
    pub(super) unknown: Message,
    pub(super) unknown_hint: Message,
    pub(super) unreadable_hint: Message,
    pub(super) faulty_hint: Message,
    pub(super) shipped_faulty_hint: Message,
    pub(super) no_fault: Message,
    pub(super) rename: Message,
}

/// The list of profiles.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ListWords {
    pub(super) of_user: Message,
    pub(super) unusable: Message,
    pub(super) listed_floor: Message,
}

/// The table of one regulation.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PageWords {
    pub(super) issued_by: Message,
    pub(super) no_number: Message,
    pub(super) issued_on: Message,
    pub(super) issued_after: Message,
    pub(super) issued_in: Message,
    pub(super) issued_unknown: Message,
    pub(super) cited: Message,
    pub(super) frequency: Message,
    pub(super) modes: Message,
    pub(super) forms: Message,
    pub(super) length: Message,
    pub(super) record: Message,
    pub(super) notes: Message,
    pub(super) steps: Message,
    pub(super) step: Message,
    pub(super) lead: Message,
    pub(super) only_if_opinions: Message,
    pub(super) act: Message,
    pub(super) rules: Message,
    pub(super) kept_out: Message,
    pub(super) off_topic: Message,
    pub(super) classes: Message,
    pub(super) delegated: Message,
    pub(super) presentation: Message,
    pub(super) item_table: Message,
    pub(super) deputy: Message,
    pub(super) unregistered: Message,
    pub(super) unregistered_silent: Message,
    pub(super) deputy_case: Message,
    pub(super) refusal: Message,
    pub(super) no_refusal: Message,
    pub(super) plan_states: Message,
    pub(super) deadlines: Message,
    pub(super) deadline: Message,
    pub(super) deadline_no_limit: Message,
    pub(super) reports: Message,
    pub(super) report_before: Message,
    pub(super) report_no_date: Message,
    pub(super) report_owed: Message,
    pub(super) dossier: Message,
    pub(super) no_dossier: Message,
    pub(super) entry: Message,
    pub(super) entry_if_any: Message,
    pub(super) kept: Message,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::i18n::places_that_differ;

    #[test]
    fn both_languages_have_the_same_sentences_with_the_same_places() {
        assert_eq!(places_that_differ(WORDS), Vec::<String>::new());
        for lang in [Lang::Vi, Lang::En] {
            Words::new(lang).unwrap();
        }
    }
}
