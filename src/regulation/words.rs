//! The sentences of this room.

use serde::Deserialize;

use super::Phrases;
use crate::words::{Lang, Sentence, Sources};

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
    pub(super) at: Sentence,
    pub(super) id_is_not_file_name: Sentence,
    pub(super) id_signs: Sentence,
    pub(super) twice: Sentence,
    pub(super) empty: Sentence,
    pub(super) empty_list: Sentence,
    pub(super) no_steps: Sentence,
    pub(super) floor_with_steps: Sentence,
    pub(super) opening_not_first: Sentence,
    pub(super) no_conclusion: Sentence,
    pub(super) conclusion_not_last: Sentence,
    pub(super) no_speech: Sentence,
    pub(super) no_phases: Sentence,
    pub(super) block_without_speech: Sentence,
    pub(super) phase_twice: Sentence,
    pub(super) phase_too_late: Sentence,
    pub(super) no_acts: Sentence,
    pub(super) not_always_held: Sentence,
    pub(super) class_twice: Sentence,
    pub(super) zero_days: Sentence,
    pub(super) zero_minutes: Sentence,
    pub(super) extends_unknown: Sentence,
    pub(super) extends_in_a_circle: Sentence,
    pub(super) items_before_session: Sentence,
    pub(super) no_such_day: Sentence,
}

/// Why a profile cannot be used.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TroubleWords {
    pub(super) cannot_use: Sentence,
    pub(super) cannot_use_file: Sentence,
    pub(super) unknown: Sentence,
    pub(super) unknown_hint: Sentence,
    pub(super) unreadable_hint: Sentence,
    pub(super) faulty_hint: Sentence,
    pub(super) shipped_faulty_hint: Sentence,
    pub(super) no_fault: Sentence,
    pub(super) rename: Sentence,
}

/// The list of profiles.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ListWords {
    pub(super) of_user: Sentence,
    pub(super) unusable: Sentence,
    pub(super) listed_floor: Sentence,
}

/// The table of one regulation.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PageWords {
    pub(super) issued_by: Sentence,
    pub(super) no_number: Sentence,
    pub(super) issued_on: Sentence,
    pub(super) issued_after: Sentence,
    pub(super) issued_in: Sentence,
    pub(super) issued_unknown: Sentence,
    pub(super) cited: Sentence,
    pub(super) frequency: Sentence,
    pub(super) modes: Sentence,
    pub(super) forms: Sentence,
    pub(super) length: Sentence,
    pub(super) record: Sentence,
    pub(super) notes: Sentence,
    pub(super) steps: Sentence,
    pub(super) step: Sentence,
    pub(super) lead: Sentence,
    pub(super) only_if_opinions: Sentence,
    pub(super) act: Sentence,
    pub(super) rules: Sentence,
    pub(super) kept_out: Sentence,
    pub(super) off_topic: Sentence,
    pub(super) classes: Sentence,
    pub(super) delegated: Sentence,
    pub(super) presentation: Sentence,
    pub(super) item_table: Sentence,
    pub(super) deputy: Sentence,
    pub(super) unregistered: Sentence,
    pub(super) unregistered_silent: Sentence,
    pub(super) deputy_case: Sentence,
    pub(super) refusal: Sentence,
    pub(super) no_refusal: Sentence,
    pub(super) plan_states: Sentence,
    pub(super) deadlines: Sentence,
    pub(super) deadline: Sentence,
    pub(super) deadline_no_limit: Sentence,
    pub(super) reports: Sentence,
    pub(super) report_before: Sentence,
    pub(super) report_no_date: Sentence,
    pub(super) report_owed: Sentence,
    pub(super) dossier: Sentence,
    pub(super) no_dossier: Sentence,
    pub(super) entry: Sentence,
    pub(super) entry_if_any: Sentence,
    pub(super) kept: Sentence,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::places_that_differ;

    #[test]
    fn both_languages_have_the_same_sentences_with_the_same_places() {
        assert_eq!(places_that_differ(WORDS), Vec::<String>::new());
        for lang in [Lang::Vi, Lang::En] {
            Words::new(lang).unwrap();
        }
    }
}
