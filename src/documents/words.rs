//! The sentences of the documents, from `config/words/documents.ron`. Documents are in Vietnamese whatever the program
//! speaks, so there is one file; an office's copy of it may hold only the sentences it changes. Knows what the sentences
//! are called, and nothing of when they are said.

use std::path::Path;

use serde::Deserialize;

use super::{DossierError, IoAction};
use crate::documents::ron_file::{self, Damage, Place};
use crate::domain::i18n::Message;

/// The name of the file in the user's configuration folder.
pub const FILE_NAME: &str = "documents.ron";

const SHIPPED: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/config/words/documents.ron"
));

/// What is wrong with an office's copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WordsFault {
    Damaged(Option<Place>, Damage),
    /// A sentence has a place to fill that nothing fills.
    UnknownPlace {
        sentence: &'static str,
        place: String,
        known: Vec<String>,
    },
}

/// A group of sentences, and the same group as an office may change it.
macro_rules! sentences {
    ($(#[$about:meta])* $room:ident, $changes:ident { $($name:ident),* $(,)? }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(super) struct $room {
            $(pub(super) $name: Message,)*
        }

        #[derive(Default, Deserialize)]
        #[serde(deny_unknown_fields, default)]
        struct $changes {
            $($name: Option<Message>,)*
        }

        impl $room {
            fn changed(mut self, changes: $changes) -> Result<Self, WordsFault> {
                $(if let Some(sentence) = changes.$name {
                    self.$name = fitting(stringify!($name), &self.$name, sentence)?;
                })*
                Ok(self)
            }
        }
    };
}

/// The group that holds the groups, and its lists.
macro_rules! rooms {
    (groups { $($name:ident: $room:ident, $changes:ident;)* } lists { $($list:ident: $entry:ty;)* }) => {
        /// All sentences of the documents.
        #[derive(Debug, Clone, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(super) struct Words {
            $(pub(super) $name: $room,)*
            $(pub(super) $list: Vec<$entry>,)*
        }

        #[derive(Default, Deserialize)]
        #[serde(deny_unknown_fields, default)]
        struct Changes {
            $($name: $changes,)*
            $($list: Option<Vec<$entry>>,)*
        }

        impl Words {
            fn changed(self, changes: Changes) -> Result<Self, WordsFault> {
                Ok(Self {
                    $($name: self.$name.changed(changes.$name)?,)*
                    $($list: changes.$list.unwrap_or(self.$list),)*
                })
            }
        }
    };
}

rooms! {
    groups {
    say: Say, SayChanges;
    layout: Layout, LayoutChanges;
    minutes: Minutes, MinutesChanges;
    conclusion: Conclusion, ConclusionChanges;
    notice: Notice, NoticeChanges;
    petition: Petition, PetitionChanges;
    slip: Slip, SlipChanges;
    contents: Contents, ContentsChanges;
    workbook: Workbook, WorkbookChanges;
    calendar: Calendar, CalendarChanges;
    }
    lists {
    codes: (String, String);
    places: String;
    office_ends: String;
    papers: (String, String);
    }
}

sentences! {
    /// Blanks, times, citations, names.
    Say, SayChanges {
        blank, blank_short, time, date, length_hours, length_minutes, length_seconds, article,
        clause, point, part, official, agency, and, item, items, from_village, answered_now,
        verify_later, report_upward, no_class, result_now, result_later, result_upward,
        result_none, due_on, due_limit_days, due_limit_working, due_by_article, due_open,
        after_session, after_notice, before_session, regulation, regulation_numbered,
        regulation_issued,
    }
}

sentences! {
    /// Heads, signatures and marks.
    Layout, LayoutChanges {
        country, motto, party, star, number_state, number_party, number_letter_state,
        number_letter_party, about, place_date, dashes, draft, fictional, recipients,
        as_addressed, file_state, file_minutes_state, file_party, minutes_secretary_state,
        minutes_chair_state, minutes_secretary_party, minutes_chair_party, for_board, for_head,
        end_state, end_party,
    }
}

sentences! {
    /// The minutes.
    Minutes, MinutesChanges {
        code, kind, began, not_begun, place, form, mode, basis, contents, content, attendance,
        chair, chair_replaced, chair_case, chair_article, co_chairs, no_co_chairs, secretaries,
        no_secretaries, delegates, no_delegates, delegate, agencies, agency, agency_unnamed,
        citizens, no_citizens, newcomers, count_spoke, count_absent, count_withdrew,
        count_written, count_no_time, count_refused, count_waiting, course, step, dialogue,
        dialogue_step, span, span_block, span_open, acts, act, act_article, speech,
        speech_no_village, registered, newcomer, newcomer_in_scope, newcomer_out_of_scope,
        length, raised, raised_topic, answer, answer_more, whom, prepared, answered, follow_up,
        follow_up_plain, rest, rest_open, away, went_on, stood_still, unknown, chair_change,
        refused, refused_public, deviation, step_skipped, acts_left_out, opinions_left_unread, went_back,
        step_repeated, unregistered, out_of_scope, not_speaking, not_speaking_one, absent, withdrew, written,
        no_time, waiting, refused_one, spoke_then, again_absent, again_withdrew, again_written,
        again_no_time, again_waiting, again_refused, other_items, other_item, other_answer, corrected,
        corrected_began, corrected_ended, turn_speech, turn_answer, turn_follow_up, turn_step,
        turn_break, concluded, ended, not_ended, to_chair, to_lead, to_agencies,
    }
}

sentences! {
    /// The conclusion, in minutes and notice.
    Conclusion, ConclusionChanges {
        act, act_lettered, act_alone, class, own_words, counted, counted_topic, counted_elsewhere, topic, item, item_answer, item_result,
        item_both, none,
    }
}

sentences! {
    /// The conclusion notice.
    Notice, NoticeChanges {
        code, kind, subject_state, subject_party, opening, attended, counts, unclassed,
        concludes, tasks, task, default_task, upward, lead, closing, to_superior, to_chairs,
        to_agency, to_petitioners,
    }
}

sentences! {
    /// The petition to the higher level.
    Petition, PetitionChanges {
        subject, to, to_many, to_one, opening, head_number, head_item, head_from, head_answer,
        head_authority, closing, to_chair, to_lead,
    }
}

sentences! {
    /// A transfer slip.
    Slip, SlipChanges {
        code, kind, subject, subject_party, to, opening, head_number, head_item, head_from,
        head_said, head_due, phone, item_number, task, task_article, closing,
    }
}

sentences! {
    /// The contents of the dossier.
    Contents, ContentsChanges {
        kind, subject, basis, no_list, kept, head_number, head_title, head_basis, head_state,
        head_file, present, to_add, not_needed, not_prescribed, minutes, item_table, notice,
        petition, slip, calendar, record, journal, drafts,
    }
}

sentences! {
    /// The workbook of items.
    Workbook, WorkbookChanges {
        title, held, page, sheet_items, sheet_classes, sheet_agencies, sheet_speaking,
        sheet_agenda, sheet_deadlines, number, name, village, text, answer, result, time, level,
        class, topic, prepared, raised, spoken, answering, answered_by, phone, at_session,
        order, phase, speech, reply, follow_up, who, registration, about, called, began, ended,
        limit, lasted, over, corrected, yes, step, step_title, lead, article, outcome,
        held_step, not_held, no_occasion, planned, actual, difference, breaks, total, what,
        source, due, counting, condition, items, chair, nobody,
    }
}

sentences! {
    /// The calendar of due dates.
    Calendar, CalendarChanges {
        name, deadline, item, item_about, basis,
    }
}

impl Words {
    /// The sentences of the program, with those that the office changed.
    ///
    /// # Errors
    /// When the office's file is there and cannot be used.
    pub(super) fn load(user: Option<&Path>) -> Result<Self, DossierError> {
        let shipped: Self = ron_file::parse(SHIPPED).map_err(|(at, damage)| {
            // A test reads the shipped file, so a reader of the released program does not meet this.
            DossierError::Words {
                path: FILE_NAME.into(),
                fault: WordsFault::Damaged(at, damage),
            }
        })?;
        let Some(path) = user.filter(|path| path.exists()) else {
            return Ok(shipped);
        };
        let fault = |fault| DossierError::Words {
            path: path.to_owned(),
            fault,
        };
        let bytes = ron_file::read(path).map_err(|cause| DossierError::Io {
            doing: IoAction::Read,
            path: path.to_owned(),
            cause,
        })?;
        let changes: Changes = ron_file::source(&bytes)
            .and_then(|source| ron_file::parse(&source))
            .map_err(|(at, damage)| fault(WordsFault::Damaged(at, damage)))?;
        shipped.changed(changes).map_err(fault)
    }
}

/// The office's sentence, if every place in it is one that the shipped sentence has.
fn fitting(name: &'static str, shipped: &Message, own: Message) -> Result<Message, WordsFault> {
    let known = places(shipped.as_str());
    match places(own.as_str())
        .into_iter()
        .find(|place| !known.contains(place))
    {
        None => Ok(own),
        Some(place) => Err(WordsFault::UnknownPlace {
            sentence: name,
            place: place.to_owned(),
            known: known.into_iter().map(str::to_owned).collect(),
        }),
    }
}

fn places(text: &str) -> Vec<&str> {
    text.split('{')
        .skip(1)
        .filter_map(|part| part.split_once('}').map(|(name, _)| name))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(own: &str) -> Result<Words, DossierError> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(FILE_NAME);
        std::fs::write(&path, own).unwrap();
        Words::load(Some(&path))
    }

    #[test]
    fn an_office_changes_one_sentence_and_keeps_the_others() {
        let words = with("(minutes: (place: \"Tại: {place}.\"))").unwrap();
        assert_eq!(words.minutes.place.as_str(), "Tại: {place}.");
        assert_eq!(words.minutes.kind.as_str(), "BIÊN BẢN");
    }

    #[test]
    fn a_place_that_nothing_fills_is_told_before_it_stands_in_a_document() {
        let error = with("(minutes: (place: \"Tại: {plaec}.\"))").unwrap_err();
        assert!(
            matches!(&error, DossierError::Words { fault: WordsFault::UnknownPlace { place, .. }, .. } if place == "plaec"),
            "{error:?}"
        );
    }

    #[test]
    fn a_file_that_cannot_be_read_says_where() {
        let error = with("(\n minutes: (plaec: \"\"),\n)").unwrap_err();
        assert!(matches!(
            &error,
            DossierError::Words { fault: WordsFault::Damaged(Some(place), _), .. } if place.line == 2
        ));
    }
}
