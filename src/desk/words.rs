//! The sentences of the aide's desk. One field for each, so that a missing one is a failing test.

mod forms;

use std::collections::BTreeMap;

use serde::Deserialize;

use super::intent::Intent;
use crate::words::{Sentence, Sources};

pub use forms::FormWords;

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
    pub mirror: MirrorWords,
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
    pub hall_message: Sentence,
    pub hall_blank: Sentence,
    pub hall_dark: Sentence,
    pub hall_pinned: Sentence,
    pub chair: Sentence,
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
    pub hall: Sentence,
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
    pub rested: Sentence,
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

/// The aide's one row on a mirrored display: kinds of acts, no names.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MirrorWords {
    pub open: Sentence,
    pub not_saved: Sentence,
    pub step: Sentence,
    pub tick: Sentence,
    pub call: Sentence,
    pub clock: Sentence,
    pub end: Sentence,
    pub answer: Sentence,
    pub class: Sentence,
    pub follow_up: Sentence,
    pub end_break: Sentence,
    pub close: Sentence,
    pub back: Sentence,
    pub field: Sentence,
    pub hidden: Sentence,
    pub chosen: Sentence,
    pub answers: Sentence,
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
    pub away_asks: Sentence,
    pub torn: Sentence,
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
    pub opinions_left_unread: Sentence,
    pub went_back: Sentence,
    pub step_repeated: Sentence,
    pub unregistered: Sentence,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoticeWords {
    pub last_page: Sentence,
    pub page: Sentence,
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
    pub exporting: Sentence,
    pub exported: Sentence,
    pub exported_open: Sentence,
    pub registered: Sentence,
    pub namesake: Sentence,
    pub chair_replaced: Sentence,
    pub time_corrected: Sentence,
    pub not_exported: Sentence,
    pub disk_is_fine: Sentence,
    pub nothing_missing: Sentence,
    pub no_conclusion_words: Sentence,
    pub no_opinions: Sentence,
    pub nobody_spoke: Sentence,
    pub no_deadlines: Sentence,
    pub not_counted: Sentence,
    pub no_share: Sentence,
    pub classed: Sentence,
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
