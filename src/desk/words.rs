//! The sentences of the aide's desk. One field for each, so that a missing one is a failing test.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::intent::Intent;
use super::keymap::Mode;
use crate::words::{Sentence, Sources};

/// The files of this room.
pub const SOURCES: Sources = crate::word_sources!("desk");

/// Everything the desk says.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// What each act is called, and what it does.
    pub acts: BTreeMap<Intent, ActWords>,
    pub home: HomeWords,
    pub header: HeaderWords,
    pub next: NextWords,
    pub panes: PaneWords,
    pub classes: ClassWords,
    pub standings: StandingWords,
    pub prompts: PromptWords,
    pub forms: FormWords,
    pub refusals: RefusalWords,
    pub departures: DepartureWords,
    pub notices: NoticeWords,
    /// What an act is called when nothing in it tells more, by the name of its event.
    pub events: BTreeMap<String, Sentence>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActWords {
    /// A few words, for the palette and the help.
    pub name: Sentence,
    /// One or two, for the last line of the screen; the name where left out.
    #[serde(default)]
    pub short: Option<Sentence>,
    /// A sentence for the help.
    pub help: Sentence,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HomeWords {
    pub name: Sentence,
    pub about: Sentence,
    pub rehearse: Sentence,
    pub rehearse_hint: Sentence,
    pub resume: Sentence,
    pub closed: Sentence,
    pub not_begun: Sentence,
    pub unknown: Sentence,
    pub new_hint: Sentence,
    pub choose_regulation: Sentence,
    pub keys: Sentence,
    pub fictional: Sentence,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeaderWords {
    pub product: Sentence,
    pub fictional: Sentence,
    pub saved: Sentence,
    pub not_saved: Sentence,
    pub elapsed: Sentence,
    pub elapsed_of: Sentence,
    pub not_begun: Sentence,
    pub on_plan: Sentence,
    pub ahead: Sentence,
    pub behind: Sentence,
    pub forecast: Sentence,
    pub closed_at: Sentence,
    pub too_small: Sentence,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NextWords {
    pub begin: Sentence,
    pub enter_step: Sentence,
    pub tick: Sentence,
    pub call: Sentence,
    pub start_clock: Sentence,
    pub resume_clock: Sentence,
    pub end_speech: Sentence,
    pub end_answer: Sentence,
    pub end_follow_up: Sentence,
    pub answer: Sentence,
    pub answer_many: Sentence,
    pub read_prepared: Sentence,
    pub answer_collected: Sentence,
    pub class: Sentence,
    pub follow_up: Sentence,
    pub hold_speeches: Sentence,
    pub end_break: Sentence,
    pub close: Sentence,
    pub gate: Sentence,
    pub nothing: Sentence,
    pub chair: Sentence,
    pub number: Sentence,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaneWords {
    pub agenda: Sentence,
    pub floor: Sentence,
    pub queue: Sentence,
    pub items: Sentence,
    pub speech: Sentence,
    pub answer: Sentence,
    pub follow_up: Sentence,
    pub paused: Sentence,
    pub not_started: Sentence,
    pub left: Sentence,
    pub over: Sentence,
    pub running: Sentence,
    pub free: Sentence,
    pub in_break: Sentence,
    pub limit: Sentence,
    pub prepared: Sentence,
    pub no_prepared: Sentence,
    pub collected: Sentence,
    pub assigned: Sentence,
    pub nobody_waits: Sentence,
    pub no_items: Sentence,
    pub no_text: Sentence,
    pub lead: Sentence,
    pub newcomer: Sentence,
    pub optional: Sentence,
    pub counts: Sentence,
    pub one_by_one: Sentence,
    pub batch: Sentence,
    pub more_above: Sentence,
    pub more_below: Sentence,
    pub due: Sentence,
    pub due_under: Sentence,
    pub no_due: Sentence,
    pub no_agency: Sentence,
    pub no_authority: Sentence,
    pub follow_up_offered: Sentence,
    pub closed: Sentence,
    pub next_speaker: Sentence,
    pub to_read: Sentence,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClassWords {
    pub answered_now: Sentence,
    pub verify_later: Sentence,
    pub report_upward: Sentence,
    pub none: Sentence,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StandingWords {
    pub waiting: Sentence,
    pub spoke: Sentence,
    pub absent: Sentence,
    pub withdrew: Sentence,
    pub slip: Sentence,
    pub no_time: Sentence,
    pub refused: Sentence,
}

/// Prompts to the aide only.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PromptWords {
    pub clock_not_started: Sentence,
    pub over_limit: Sentence,
    pub no_class: Sentence,
    pub past_length: Sentence,
    pub equal_share: Sentence,
    pub away: Sentence,
    pub torn: Sentence,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormWords {
    pub keys_form: Sentence,
    pub keys_picker: Sentence,
    pub keys_page: Sentence,
    pub type_to_narrow: Sentence,
    pub nothing_found: Sentence,

    pub help: Sentence,
    pub modes: BTreeMap<Mode, Sentence>,
    pub palette: Sentence,
    pub find: Sentence,
    pub person: Sentence,
    pub grounds: Sentence,
    pub class_later: Sentence,
    pub class_upward: Sentence,
    pub reason: Sentence,
    pub scope: Sentence,
    pub gate: Sentence,
    pub register: Sentence,
    pub item: Sentence,
    pub new_item: Sentence,
    pub answer: Sentence,
    pub topic: Sentence,
    pub note: Sentence,
    pub hall: Sentence,
    pub opinion: Sentence,
    pub move_item: Sentence,
    pub answerer: Sentence,
    pub follow_up_by: Sentence,
    pub steps: Sentence,
    pub deputy: Sentence,
    pub rest: Sentence,
    pub limit: Sentence,
    pub taking: Sentence,
    pub segments: Sentence,
    pub correct: Sentence,
    pub items: Sentence,
    pub conclusion_words: Sentence,
    pub away: Sentence,
    pub folder: Sentence,
    pub quit: Sentence,

    pub agency: Sentence,
    pub due: Sentence,
    pub due_under: Sentence,
    pub working_days: Sentence,
    pub calendar_days: Sentence,
    pub after_notice: Sentence,
    pub after_session: Sentence,
    pub before_session: Sentence,
    pub due_open: Sentence,
    pub authority: Sentence,
    pub why: Sentence,
    pub ordered_by: Sentence,
    pub honorific: Sentence,
    pub name: Sentence,
    pub office: Sentence,
    pub village: Sentence,
    pub subject: Sentence,
    pub text: Sentence,
    pub case: Sentence,
    pub no_case: Sentence,
    pub minutes: Sentence,
    pub minutes_or_none: Sentence,
    pub phase: Sentence,
    pub edge: Sentence,
    pub edge_begin: Sentence,
    pub edge_end: Sentence,
    pub shift: Sentence,
    pub path: Sentence,

    pub in_scope: Sentence,
    pub out_of_scope: Sentence,
    pub went_on: Sentence,
    pub stood_still: Sentence,
    pub leave: Sentence,
    pub stay: Sentence,
    pub one_by_one: Sentence,
    pub batch: Sentence,
    pub no_link: Sentence,
    pub give_floor: Sentence,
    pub wait_again: Sentence,
    pub mark_absent: Sentence,
    pub mark_withdrew: Sentence,
    pub mark_slip: Sentence,
    pub mark_no_time: Sentence,
    pub refuse: Sentence,
    pub add_item: Sentence,
    pub no_time_for_rest: Sentence,

    pub missing_class: Sentence,
    pub missing_agency: Sentence,
    pub missing_due: Sentence,
    pub missing_authority: Sentence,
    pub missing_waiting: Sentence,

    pub bad_date: Sentence,
    pub bad_time: Sentence,
    pub bad_minutes: Sentence,
    pub needed: Sentence,
    pub segment: Sentence,
    pub step_segment: Sentence,
    pub break_segment: Sentence,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RefusalWords {
    pub closed: Sentence,
    pub not_begun: Sentence,
    pub floor_taken: Sentence,
    pub floor_free: Sentence,
    pub clock_runs: Sentence,
    pub clock_stands: Sentence,
    pub in_break: Sentence,
    pub not_in_break: Sentence,
    pub no_such_phase: Sentence,
    pub already_ticked: Sentence,
    pub not_waiting: Sentence,
    pub already_spoke: Sentence,
    pub has_the_floor: Sentence,
    pub nobody_waits: Sentence,
    pub opinion_taken_up: Sentence,
    pub no_grounds: Sentence,
    pub empty_text: Sentence,
    pub no_limit: Sentence,
    pub not_classed: Sentence,
    pub times_out_of_order: Sentence,
    pub not_away: Sentence,
    pub same_as_before: Sentence,
    pub nothing_to_undo: Sentence,
    pub nothing_to_redo: Sentence,
    pub agency_known: Sentence,
    pub unknown: Sentence,
    pub needs_more: Sentence,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DepartureWords {
    pub step_skipped: Sentence,
    pub acts_left_out: Sentence,
    pub went_back: Sentence,
    pub step_repeated: Sentence,
    pub unregistered: Sentence,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoticeWords {
    pub undone: Sentence,
    pub redone: Sentence,
    pub choose_class: Sentence,
    pub no_alternative: Sentence,
    pub no_item: Sentence,
    pub no_person: Sentence,
    pub stray: Sentence,
    pub not_written: Sentence,
    pub moved: Sentence,
    pub not_moved: Sentence,
    pub draft: Sentence,
    pub exported: Sentence,
    pub not_exported: Sentence,
    pub disk_is_fine: Sentence,
    pub nothing_missing: Sentence,
    pub no_conclusion_words: Sentence,
    pub no_opinions: Sentence,
    pub nobody_spoke: Sentence,
    pub no_share: Sentence,
    pub done: Sentence,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::keymap::{KEYS, PALETTE_ONLY};
    use crate::words::{Lang, places_that_differ};

    #[test]
    fn both_languages_say_everything_with_the_same_places() {
        for lang in [Lang::Vi, Lang::En] {
            let words: Words = SOURCES.read(lang).unwrap();
            for binding in KEYS {
                assert!(
                    words.acts.contains_key(&binding.intent),
                    "{:?}",
                    binding.intent
                );
                assert!(
                    words.forms.modes.contains_key(&binding.mode),
                    "{:?}",
                    binding.mode
                );
            }
            for intent in PALETTE_ONLY {
                assert!(words.acts.contains_key(intent), "{intent:?}");
            }
        }
        assert_eq!(places_that_differ(SOURCES), Vec::<String>::new());
    }
}
