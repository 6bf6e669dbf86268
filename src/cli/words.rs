//! The sentences of the command line.

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
