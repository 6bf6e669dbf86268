//! The sentences of this room.

use serde::Deserialize;

use super::Phrases;
use crate::domain::i18n::{Lang, Message, Sources};

const WORDS: Sources = crate::word_sources!("regulations");

/// Every sentence of this room, by what it is for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Words {
    pub(crate) faults: FaultWords,
    pub(crate) trouble: TroubleWords,
    pub(crate) list: ListWords,
    pub(crate) page: PageWords,
    pub(crate) phrases: Phrases,
}

impl Words {
    pub(crate) fn new(lang: Lang) -> Result<Self, ron::error::SpannedError> {
        WORDS.read(lang)
    }
}

/// What is wrong with a profile.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FaultWords {
    pub(crate) at: Message,
    pub(crate) id_is_not_file_name: Message,
    pub(crate) id_signs: Message,
    pub(crate) twice: Message,
    pub(crate) empty: Message,
    pub(crate) empty_list: Message,
    pub(crate) no_steps: Message,
    pub(crate) floor_with_steps: Message,
    pub(crate) opening_not_first: Message,
    pub(crate) conclusion_not_last: Message,
    pub(crate) no_speech: Message,
    pub(crate) no_phases: Message,
    pub(crate) block_without_speech: Message,
    pub(crate) phase_twice: Message,
    pub(crate) phase_too_late: Message,
    pub(crate) no_acts: Message,
    pub(crate) not_always_held: Message,
    pub(crate) class_twice: Message,
    pub(crate) zero_days: Message,
    pub(crate) zero_minutes: Message,
    pub(crate) extends_unknown: Message,
    pub(crate) extends_in_a_circle: Message,
    pub(crate) items_before_session: Message,
    pub(crate) no_such_day: Message,
    pub(crate) unknown: Message,
    pub(crate) anchors_in_a_circle: Message,
    pub(crate) ends_before_it_begins: Message,
    pub(crate) article_shape: Message,
    pub(crate) not_before_session: Message,
    pub(crate) not_after_session: Message,
    pub(crate) same_kind: Message,
    pub(crate) many_days: Message,
    pub(crate) conclusion_leaves_out: Message,
}

/// Why a profile cannot be used.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TroubleWords {
    pub(crate) cannot_use: Message,
    pub(crate) cannot_use_file: Message,
    pub(crate) unknown: Message,
    pub(crate) unknown_hint: Message,
    pub(crate) unreadable_hint: Message,
    pub(crate) faulty_hint: Message,
    pub(crate) doubtful: Message,
    pub(crate) doubtful_hint: Message,
    pub(crate) shipped_faulty_hint: Message,
    pub(crate) no_fault: Message,
    pub(crate) rename: Message,
}

/// The list of profiles.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ListWords {
    pub(crate) of_user: Message,
    pub(crate) unusable: Message,
    pub(crate) listed_floor: Message,
}

/// The table of one regulation.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PageWords {
    pub(crate) issued_by: Message,
    pub(crate) no_number: Message,
    pub(crate) issued_on: Message,
    pub(crate) issued_after: Message,
    pub(crate) issued_in: Message,
    pub(crate) issued_unknown: Message,
    pub(crate) cited: Message,
    pub(crate) frequency: Message,
    pub(crate) modes: Message,
    pub(crate) forms: Message,
    pub(crate) length: Message,
    pub(crate) record: Message,
    pub(crate) notes: Message,
    pub(crate) steps: Message,
    pub(crate) step: Message,
    pub(crate) lead: Message,
    pub(crate) only_if_opinions: Message,
    pub(crate) act: Message,
    pub(crate) rules: Message,
    pub(crate) kept_out: Message,
    pub(crate) off_topic: Message,
    pub(crate) classes: Message,
    pub(crate) delegated: Message,
    pub(crate) presentation: Message,
    pub(crate) item_table: Message,
    pub(crate) deputy: Message,
    pub(crate) unregistered: Message,
    pub(crate) unregistered_silent: Message,
    pub(crate) deputy_case: Message,
    pub(crate) refusal: Message,
    pub(crate) no_refusal: Message,
    pub(crate) plan_states: Message,
    pub(crate) deadlines: Message,
    pub(crate) deadline: Message,
    pub(crate) deadline_no_limit: Message,
    pub(crate) reports: Message,
    pub(crate) report_before: Message,
    pub(crate) report_no_date: Message,
    pub(crate) report_owed: Message,
    pub(crate) dossier: Message,
    pub(crate) no_dossier: Message,
    pub(crate) entry: Message,
    pub(crate) entry_if_any: Message,
    pub(crate) kept: Message,
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
