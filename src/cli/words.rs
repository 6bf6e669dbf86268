//! The sentences of the command line and of its errors.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::words::{Sentence, Sources};

/// The files of this room.
pub const SOURCES: Sources = crate::word_sources!("cli");

/// Everything the command line says.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// What each command does, by its name.
    pub commands: BTreeMap<String, Sentence>,
    /// What each argument means, by its id.
    pub args: BTreeMap<String, Sentence>,
    pub said: SaidWords,
    pub errors: ErrorWords,
    pub causes: CauseWords,
}

/// What is said of success.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SaidWords {
    pub created: Sentence,
    pub exported: Sentence,
    pub draft: Sentence,
    pub whole: Sentence,
    pub dossier_whole: Sentence,
    pub torn: Sentence,
    pub repaired: Sentence,
    pub nothing_to_repair: Sentence,
    pub warning: Sentence,
}

/// What was tried and failed, and what to do.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ErrorWords {
    pub error: Sentence,
    pub because: Sentence,
    pub hint: Sentence,
    pub no_data_folder: Sentence,
    pub no_data_folder_hint: Sentence,
    pub create: Sentence,
    pub create_hint: Sentence,
    pub plan: Sentence,
    pub plan_hint: Sentence,
    pub sample: Sentence,
    pub find: Sentence,
    pub find_hint: Sentence,
    pub ambiguous: Sentence,
    pub ambiguous_hint: Sentence,
    pub open: Sentence,
    pub locked: Sentence,
    pub locked_by_somebody: Sentence,
    pub locked_hint: Sentence,
    pub damaged: Sentence,
    pub damage_unreadable: Sentence,
    pub damage_changed: Sentence,
    pub damage_out_of_order: Sentence,
    pub damaged_hint: Sentence,
    pub empty: Sentence,
    pub empty_hint: Sentence,
    pub terminal: Sentence,
    pub terminal_hint: Sentence,
    pub not_a_session: Sentence,
    pub read: Sentence,
    pub write: Sentence,
    pub dossier_changed: Sentence,
    pub file_changed: Sentence,
    pub file_missing: Sentence,
    pub dossier_changed_hint: Sentence,
    pub export: Sentence,
    pub words: Sentence,
    pub attach: Sentence,
}

/// What the computer said, in words.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CauseWords {
    pub not_found: Sentence,
    pub permission: Sentence,
    pub full: Sentence,
    pub read_only: Sentence,
    pub exists: Sentence,
    pub busy: Sentence,
    pub other: Sentence,
}
