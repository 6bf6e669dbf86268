//! The sentences of the pages of a plan.

use serde::Deserialize;

use crate::domain::i18n::{Message, Sources};

/// The files of these pages.
pub const SOURCES: Sources = crate::word_sources!("plan_pages");

/// Everything the pages say besides what comes from the plan's own table.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    pub title_new: Message,
    pub title_of: Message,
    pub duties: Message,
    pub duties_about: Message,
    pub check: Message,
    pub check_about: Message,
    pub all_right: Message,
    pub still_wrong: Message,
    pub choices: Message,
    pub row_out: Message,
    pub pasted: Message,
    pub paste_unknown: Message,
    pub marked: Message,
    pub import_title: Message,
    pub import_foot: Message,
    pub imported: Message,
    pub preview_title: Message,
    pub preview_foot: Message,
    pub draft_back: Message,
    pub kept: Message,
    pub who_chairs: Message,
    pub who_prepares: Message,
    pub plan_states: Message,
    pub duty_due: Message,
    pub duty_done: Message,
    pub duty_late: Message,
    pub duty_waived: Message,
    pub duty_open: Message,
    pub key_pages: Message,
    pub key_next: Message,
    pub key_choice: Message,
    pub key_break: Message,
    pub key_rows: Message,
    pub key_move: Message,
    pub key_import: Message,
    pub key_finish: Message,
    pub key_leave: Message,
    pub key_mark: Message,
    pub key_go: Message,
}

impl Words {
    /// The keys that matter on a page, with what they do.
    pub(super) fn keys_of(&self, is_list: bool, is_duties: bool) -> Vec<(String, String)> {
        let mut keys = vec![
            ("F10", &self.key_finish),
            ("Esc", &self.key_leave),
            ("PgUp/PgDn", &self.key_pages),
        ];
        if is_duties {
            keys.push(("F9", &self.key_mark));
        } else {
            keys.push((
                "Enter",
                if is_list {
                    &self.key_next
                } else {
                    &self.key_go
                },
            ));
            keys.push(("F4", &self.key_choice));
        }
        if is_list {
            keys.push(("F7/F8", &self.key_rows));
            keys.push(("Ctrl+↑↓", &self.key_move));
        }
        keys.push(("F2", &self.key_import));
        keys.push(("F3", &self.key_break));
        keys.into_iter()
            .map(|(key, words)| (key.to_owned(), words.to_string()))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::i18n::{Lang, places_that_differ};

    #[test]
    fn both_languages_have_the_same_sentences() {
        for lang in [Lang::Vi, Lang::En] {
            assert!(SOURCES.read::<Words>(lang).is_ok());
        }
        assert_eq!(places_that_differ(SOURCES), Vec::<String>::new());
    }
}
