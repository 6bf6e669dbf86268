//! The sentences of the office's screens.

use serde::Deserialize;

use crate::domain::i18n::{Lang, Message, Sources};

const WORDS: Sources = crate::word_sources!("office");

/// The sentences of the follow-up screen.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficeWords {
    pub title: Message,
    pub counts: Message,
    pub sessions: Message,
    pub all_sessions: Message,
    pub session_counts: Message,
    pub session_clear: Message,
    pub owed: Message,
    pub filter_hint: Message,
    pub nothing_owed: Message,
    pub nothing_found: Message,
    pub detail_item: Message,
    pub detail_agency: Message,
    pub detail_class: Message,
    pub detail_due: Message,
    pub detail_said: Message,
    pub detail_session: Message,
    pub detail_notice: Message,
    pub detail_no_notice: Message,
    pub detail_answer: Message,
    pub detail_history: Message,
    pub detail_corrected: Message,
    pub amended: Message,
    pub amended_before: Message,
    pub amended_gone: Message,
    pub amended_new: Message,
    pub entered: Message,
    pub undone: Message,
    pub redone: Message,
    pub choose_promise: Message,
    pub choose_one: Message,
    pub no_session: Message,
    pub attached: Message,
    pub not_attached: Message,
    pub written: Message,
    pub not_made: Message,
    pub exported: Message,
    pub not_exported: Message,
    pub placed: Message,
    pub not_placed: Message,
    pub trouble: Message,
    pub bad_date: Message,
    pub form_notice: Message,
    pub form_notice_again: Message,
    pub form_answer: Message,
    pub form_answer_again: Message,
    pub form_submit: Message,
    pub form_assign: Message,
    pub form_remind: Message,
    pub form_publish: Message,
    pub form_extend: Message,
    pub form_attach: Message,
    pub form_note: Message,
    pub form_reopen: Message,
    pub form_duty: Message,
    pub form_told: Message,
    pub form_day: Message,
    pub form_place: Message,
    pub form_paper: Message,
    pub field_number: Message,
    pub field_day: Message,
    pub field_extended: Message,
    pub field_not_extended: Message,
    pub field_reason: Message,
    pub field_correction: Message,
    pub field_outcome: Message,
    pub field_detail: Message,
    pub field_text: Message,
    pub field_told: Message,
    pub field_to: Message,
    pub field_agency: Message,
    pub field_channel: Message,
    pub field_duty: Message,
    pub field_path: Message,
    pub field_folder: Message,
    pub field_note: Message,
    pub field_paper: Message,
    pub channel_media: Message,
    pub channel_posting: Message,
    pub channel_villages: Message,
    pub channel_loudspeaker: Message,
    pub paper_letter: Message,
    pub paper_reminder: Message,
    pub paper_dated: Message,
    pub paper_settlement: Message,
    pub paper_opening: Message,
    pub keys_form: Message,
    pub keys_page: Message,
    pub help_title: Message,
    pub key_answer: Message,
    pub key_help: Message,
    pub key_notice: Message,
    pub key_answer_again: Message,
    pub key_pass_on: Message,
    pub key_remind: Message,
    pub key_publish: Message,
    pub key_extend: Message,
    pub key_attach: Message,
    pub key_paper: Message,
    pub key_export: Message,
    pub key_correct: Message,
    pub key_reopen: Message,
    pub key_day: Message,
    pub key_told: Message,
    pub key_note: Message,
    pub key_undo: Message,
    pub key_redo: Message,
    pub key_amended: Message,
    pub key_pane: Message,
    pub key_move: Message,
    pub key_quit: Message,
    pub more_above: Message,
    pub more_below: Message,
}

impl OfficeWords {
    /// # Errors
    /// When the words are not as the program expects them, which a test rules out.
    pub fn load(lang: Lang) -> Result<Self, ron::error::SpannedError> {
        WORDS.read(lang)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::i18n::places_that_differ;

    #[test]
    fn both_languages_have_every_sentence() {
        for lang in [Lang::Vi, Lang::En] {
            assert!(OfficeWords::load(lang).is_ok());
        }
        assert_eq!(places_that_differ(WORDS), Vec::<String>::new());
    }
}
