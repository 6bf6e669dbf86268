//! The sentences of the first screen. One field for each, so that a missing one is a failing test.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::acts::OfficeAct;
use crate::domain::i18n::{Message, Sources};

/// The files of the first screen.
pub const SOURCES: Sources = crate::word_sources!("office");

/// Everything the first screen says.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficeWords {
    pub name: Message,
    pub about: Message,
    pub sessions: Message,
    pub none: Message,
    pub search: Message,
    pub search_hint: Message,
    pub found: Message,
    pub not_found: Message,
    pub columns: ColumnWords,
    pub groups: GroupWords,
    pub states: StateWords,
    pub owed: OwedWords,
    pub detail: DetailWords,
    pub enter: EnterWords,
    pub choose_regulation: Message,
    pub delete: Message,
    pub more: Message,
    pub help: Vec<(Message, Message)>,
    pub acts: BTreeMap<OfficeAct, ActName>,
    pub notices: OfficeNotices,
}

/// An act by its name in the line of keys, and what it does.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActName {
    pub name: Message,
    pub help: Message,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ColumnWords {
    pub date: Message,
    pub title: Message,
    pub regulation: Message,
    pub state: Message,
    pub owed: Message,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupWords {
    pub coming: Message,
    pub owing: Message,
    pub done: Message,
    pub rehearsals: Message,
    pub rehearsal_count: Message,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StateWords {
    pub running: Message,
    pub running_in: Message,
    pub in_days: Message,
    pub today: Message,
    pub passed: Message,
    pub closed: Message,
    pub unknown: Message,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwedWords {
    pub overdue: Message,
    pub soon: Message,
    pub running: Message,
    pub all_overdue: Message,
    pub all_soon: Message,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DetailWords {
    pub chair: Message,
    pub heard: Message,
    pub step: Message,
    pub items: Message,
    pub folder: Message,
    pub fictional: Message,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EnterWords {
    pub resume: Message,
    pub begin: Message,
    pub look: Message,
    pub open: Message,
    pub unfold: Message,
    pub fold: Message,
    pub rehearse: Message,
    pub rehearse_under: Message,
    pub delete: Message,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficeNotices {
    pub archived: Message,
    pub deleted: Message,
    pub exported: Message,
    pub exported_open: Message,
    pub failed: Message,
    pub only_closed: Message,
    pub nothing_selected: Message,
}

#[cfg(test)]
mod tests {
    use super::super::acts::OFFICE_KEYS;
    use super::*;
    use crate::domain::i18n::{Lang, places_that_differ};

    #[test]
    fn both_languages_say_everything_and_name_every_act() {
        for lang in [Lang::Vi, Lang::En] {
            let words: OfficeWords = SOURCES.read(lang).unwrap();
            for (_, act) in OFFICE_KEYS {
                assert!(words.acts.contains_key(act), "{act:?}");
            }
            assert_eq!(words.acts.len(), OFFICE_KEYS.len());
        }
        assert_eq!(places_that_differ(SOURCES), Vec::<String>::new());
    }
}
