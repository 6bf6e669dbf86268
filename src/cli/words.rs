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
    pub usage: UsageWords,
    pub said: SaidWords,
}

/// How the command line is used, and what is wrong with what was asked for.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UsageWords {
    pub usage: Sentence,
    pub commands: Sentence,
    pub arguments: Sentence,
    pub options: Sentence,
    pub options_place: Sentence,
    pub command_place: Sentence,
    pub choices: Sentence,
    pub usual: Sentence,
    /// What stands for a value, by the name the program has for it.
    pub values: BTreeMap<String, Sentence>,
    pub unknown_command: Sentence,
    pub unknown_option: Sentence,
    pub one_too_many: Sentence,
    pub missing: Sentence,
    pub no_value: Sentence,
    pub wrong_value: Sentence,
    pub wrong_day: Sentence,
    pub takes_no_value: Sentence,
    pub repeated: Sentence,
    pub not_together: Sentence,
    pub not_text: Sentence,
    pub choose: Sentence,
    pub did_you_mean: Sentence,
    pub see: Sentence,
}

/// What is said of success.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SaidWords {
    pub created: Sentence,
    pub left: Sentence,
    pub exported: Sentence,
    pub draft: Sentence,
    pub whole: Sentence,
    pub dossier_whole: Sentence,
    pub torn: Sentence,
    pub repaired: Sentence,
    pub nothing_to_repair: Sentence,
    pub warning: Sentence,
}
