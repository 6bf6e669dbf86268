//! The sentences of the aide's desk. One field for each, so that a missing one is a failing test.

mod forms;

use std::collections::BTreeMap;

use serde::Deserialize;

use super::action::Action;
use crate::domain::i18n::{Message, Sources};

pub use forms::FormWords;

/// The files of this room.
pub const SOURCES: Sources = crate::word_sources!("desk");

/// Everything the desk says.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// What each act is called, and what it does.
    pub acts: BTreeMap<Action, ActWords>,
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
    pub events: BTreeMap<String, Message>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActWords {
    /// A few words, for the palette and the help.
    pub name: Message,
    /// One or two, for the last line of the screen; the name where left out.
    #[serde(default)]
    pub short: Option<Message>,
    /// A sentence for the help.
    pub help: Message,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeaderWords {
    pub product: Message,
    pub fictional: Message,
    pub saved: Message,
    pub not_saved: Message,
    pub hall_message: Message,
    pub hall_blank: Message,
    pub hall_dark: Message,
    pub hall_pinned: Message,
    pub chair: Message,
    pub elapsed: Message,
    pub elapsed_of: Message,
    pub not_begun: Message,
    pub on_plan: Message,
    pub ahead: Message,
    pub behind: Message,
    pub forecast: Message,
    pub closed_at: Message,
    pub too_small: Message,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NextWords {
    pub begin: Message,
    pub enter_step: Message,
    pub tick: Message,
    pub call: Message,
    pub start_clock: Message,
    pub resume_clock: Message,
    pub end_speech: Message,
    pub end_answer: Message,
    pub end_follow_up: Message,
    pub answer: Message,
    pub answer_many: Message,
    pub read_prepared: Message,
    pub answer_collected: Message,
    pub class: Message,
    pub follow_up: Message,
    pub choose_step: Message,
    pub hold_speeches: Message,
    pub end_break: Message,
    pub close: Message,
    pub gate: Message,
    pub nothing: Message,
    pub chair: Message,
    pub number: Message,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaneWords {
    pub hall: Message,
    pub agenda: Message,
    pub floor: Message,
    pub queue: Message,
    pub items: Message,
    pub speech: Message,
    pub answer: Message,
    pub follow_up: Message,
    pub paused: Message,
    pub not_started: Message,
    pub left: Message,
    pub over: Message,
    pub running: Message,
    pub rested: Message,
    pub free: Message,
    pub in_break: Message,
    pub limit: Message,
    pub prepared: Message,
    pub no_prepared: Message,
    pub collected: Message,
    pub assigned: Message,
    pub nobody_waits: Message,
    pub no_items: Message,
    pub no_text: Message,
    pub lead: Message,
    pub newcomer: Message,
    pub optional: Message,
    pub counts: Message,
    pub one_by_one: Message,
    pub batch: Message,
    pub more_above: Message,
    pub more_below: Message,
    pub due: Message,
    pub due_under: Message,
    pub no_due: Message,
    pub no_agency: Message,
    pub no_authority: Message,
    pub follow_up_offered: Message,
    pub closed: Message,
    pub next_speaker: Message,
    pub to_read: Message,
}

/// The aide's one row on a mirrored display: kinds of acts, no names.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MirrorWords {
    pub open: Message,
    pub not_saved: Message,
    pub step: Message,
    pub tick: Message,
    pub call: Message,
    pub clock: Message,
    pub end: Message,
    pub answer: Message,
    pub class: Message,
    pub follow_up: Message,
    pub end_break: Message,
    pub close: Message,
    pub back: Message,
    pub field: Message,
    pub hidden: Message,
    pub chosen: Message,
    pub answers: Message,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClassWords {
    pub answered_now: Message,
    pub verify_later: Message,
    pub report_upward: Message,
    pub none: Message,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StandingWords {
    pub waiting: Message,
    pub spoke: Message,
    pub absent: Message,
    pub withdrew: Message,
    pub slip: Message,
    pub no_time: Message,
    pub refused: Message,
}

/// Prompts to the aide only.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PromptWords {
    pub clock_not_started: Message,
    pub over_limit: Message,
    pub no_class: Message,
    pub past_length: Message,
    pub equal_share: Message,
    pub away: Message,
    pub away_asks: Message,
    pub torn: Message,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RefusalWords {
    pub closed: Message,
    pub not_begun: Message,
    pub floor_taken: Message,
    pub floor_free: Message,
    pub clock_runs: Message,
    pub clock_stands: Message,
    pub in_break: Message,
    pub not_in_break: Message,
    pub no_such_phase: Message,
    pub already_ticked: Message,
    pub not_waiting: Message,
    pub already_spoke: Message,
    pub has_the_floor: Message,
    pub nobody_waits: Message,
    pub opinion_taken_up: Message,
    pub no_grounds: Message,
    pub nothing_prepared: Message,
    pub nothing_announced: Message,
    pub empty_text: Message,
    pub no_limit: Message,
    pub not_classed: Message,
    pub times_out_of_order: Message,
    pub not_away: Message,
    pub same_as_before: Message,
    pub nothing_to_undo: Message,
    pub nothing_to_redo: Message,
    pub agency_known: Message,
    pub unknown: Message,
    pub needs_more: Message,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DepartureWords {
    pub step_skipped: Message,
    pub acts_left_out: Message,
    pub opinions_left_unread: Message,
    pub went_back: Message,
    pub step_repeated: Message,
    pub unregistered: Message,
    pub opinion_out_of_scope: Message,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoticeWords {
    pub last_page: Message,
    pub page: Message,
    pub undone: Message,
    pub redone: Message,
    pub choose_class: Message,
    pub no_alternative: Message,
    pub no_item: Message,
    pub no_person: Message,
    pub stray: Message,
    pub half_a_key: Message,
    pub half_a_paste: Message,
    pub long_paste: Message,
    pub not_written: Message,
    pub not_written_into: Message,
    pub mismatch_seen: Message,
    pub write_anew: Message,
    pub reopened: Message,
    pub written_anew: Message,
    pub written_anew_kept: Message,
    pub not_written_anew: Message,
    pub moved: Message,
    pub not_moved: Message,
    pub draft: Message,
    pub exporting: Message,
    pub exported: Message,
    pub exported_open: Message,
    pub registered: Message,
    pub namesake: Message,
    pub chair_replaced: Message,
    pub time_corrected: Message,
    pub not_exported: Message,
    pub disk_is_fine: Message,
    pub nothing_missing: Message,
    pub no_conclusion_words: Message,
    pub no_opinions: Message,
    pub nobody_spoke: Message,
    pub no_deadlines: Message,
    pub not_counted: Message,
    pub no_share: Message,
    pub classed: Message,
    pub done: Message,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::i18n::{Lang, places_that_differ};
    use crate::tui::desk::keymap::{KEYS, PALETTE_ONLY};

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
