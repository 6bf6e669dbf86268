//! The sentences of following up.

use serde::Deserialize;

use crate::domain::i18n::{Lang, Message, Sources};

pub(super) const WORDS: Sources = crate::word_sources!("follow_up");

/// The sentences of following up.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FollowUpWords {
    pub overdue: Message,
    pub due_today: Message,
    pub due_in: Message,
    pub awaits_notice: Message,
    pub with_superior: Message,
    pub no_limit: Message,
    pub uncounted: Message,
    pub answered_on: Message,
    pub answered_late: Message,
    pub done_on: Message,
    pub done_late: Message,
    pub group_overdue: Message,
    pub group_due: Message,
    pub group_running: Message,
    pub group_uncounted: Message,
    pub group_awaits_notice: Message,
    pub group_with_superior: Message,
    pub group_no_limit: Message,
    pub group_done: Message,
    pub promise: Message,
    pub promise_of: Message,
    pub duty: Message,
    pub duty_law: Message,
    pub no_agency: Message,
    pub class_later: Message,
    pub class_upward: Message,
    pub class_now: Message,
    pub class_none: Message,
    pub outcome_settled: Message,
    pub outcome_partly: Message,
    pub outcome_timetable: Message,
    pub outcome_timetable_until: Message,
    pub outcome_refused: Message,
    pub outcome_refused_short: Message,
    pub outcome_passed_on: Message,
    pub outcome_passed_on_short: Message,
    pub remark_calendar: Message,
    pub remark_by_chair: Message,
    pub remark_afterwards: Message,
    pub remark_later: Message,
    pub remark_timetable: Message,
    pub remark_extended: Message,
    pub due_head: Message,
    pub due_none: Message,
    pub due_rest: Message,
    pub due_session: Message,
    pub due_unreadable: Message,
    pub bad_window: Message,
    pub find_none: Message,
    pub find_count: Message,
    pub find_item: Message,
    pub find_answer: Message,
    pub find_more: Message,
    pub reject_session_open: Message,
    pub reject_already_opened: Message,
    pub reject_not_opened: Message,
    pub reject_in_future: Message,
    pub reject_before_session: Message,
    pub reject_day_past: Message,
    pub reject_no_item: Message,
    pub reject_not_promised: Message,
    pub reject_answered: Message,
    pub reject_not_answered: Message,
    pub reject_notice_issued: Message,
    pub reject_no_duty: Message,
    pub reject_no_extension: Message,
    pub reject_reason: Message,
    pub reject_addressee: Message,
    pub reject_ground: Message,
    pub reject_text: Message,
    pub reject_told_before: Message,
    pub reject_same_agency: Message,
    pub reject_nothing_to_undo: Message,
    pub reject_nothing_to_redo: Message,
    pub act_opened: Message,
    pub act_amendment: Message,
    pub act_notice: Message,
    pub act_notice_corrected: Message,
    pub act_extended: Message,
    pub act_extension_withdrawn: Message,
    pub act_sent: Message,
    pub act_published: Message,
    pub act_duty: Message,
    pub act_assigned: Message,
    pub act_day: Message,
    pub act_answered: Message,
    pub act_answer_corrected: Message,
    pub act_told: Message,
    pub act_submitted: Message,
    pub act_reminded: Message,
    pub act_reopened: Message,
    pub act_attached: Message,
    pub act_noted: Message,
    pub act_undone: Message,
    pub act_redone: Message,
    pub letter: Message,
    pub letter_no_number: Message,
    pub items_list: Message,
    pub not_written: Message,
    pub locked: Message,
    pub damaged: Message,
    pub session_damaged: Message,
    pub session_empty: Message,
    pub follow_up_failed: Message,
    pub branched: Message,
    pub not_attached: Message,
    pub bad_period: Message,
    pub period_backwards: Message,
    pub period_hint: Message,
    pub report_written: Message,
    pub report_progress: Message,
    pub left_public: Message,
    pub left_broken: Message,
    pub left_twice: Message,
    pub left_branch: Message,
    pub left_open: Message,
    pub nothing_to_report: Message,
}

impl FollowUpWords {
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
    fn both_languages_tell_everything() {
        for lang in [Lang::Vi, Lang::En] {
            assert!(FollowUpWords::load(lang).is_ok());
        }
        assert_eq!(places_that_differ(WORDS), Vec::<String>::new());
    }
}
