//! The sentences of the command line.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::domain::i18n::{Message, Sources};

/// The files of this room.
pub const SOURCES: Sources = crate::word_sources!("cli");

/// Everything the command line says.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// What each command does, by its name.
    pub commands: BTreeMap<String, Message>,
    /// What each argument means, by its id.
    pub args: BTreeMap<String, Message>,
    pub usage: UsageWords,
    pub said: SaidWords,
}

/// How the command line is used, and what is wrong with what was asked for.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UsageWords {
    pub usage: Message,
    pub commands: Message,
    pub arguments: Message,
    pub options: Message,
    pub options_place: Message,
    pub command_place: Message,
    pub choices: Message,
    pub usual: Message,
    /// What stands for a value, by the name the program has for it.
    pub values: BTreeMap<String, Message>,
    pub unknown_command: Message,
    pub unknown_option: Message,
    pub one_too_many: Message,
    pub missing: Message,
    pub no_value: Message,
    pub wrong_value: Message,
    pub wrong_day: Message,
    pub takes_no_value: Message,
    pub repeated: Message,
    pub not_together: Message,
    pub not_text: Message,
    pub choose: Message,
    pub did_you_mean: Message,
    pub see: Message,
}

/// What is said of success.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SaidWords {
    pub created: Message,
    pub left: Message,
    pub exported: Message,
    pub draft: Message,
    pub whole: Message,
    pub dossier_whole: Message,
    pub torn: Message,
    pub repaired: Message,
    pub nothing_to_repair: Message,
    pub warning: Message,
    pub no_sessions: Message,
    pub state_prepared: Message,
    pub state_running: Message,
    pub state_closed: Message,
    pub state_unknown: Message,
    pub archived: Message,
    pub restored: Message,
}
