//! What others than the desk asked for: who asked, what was done of it last, and what failed. Knows no dialog, no key and
//! no disk.

use std::collections::BTreeSet;

use super::messages;
use super::words::{DeskWords, SOURCES};
use crate::domain::i18n::Lang;
use crate::domain::request::{AnswerWords, RequestRefusal};
use crate::domain::session::Session;
use crate::domain::session::event::{JournalEntry, StationId};
use crate::domain::text;
use crate::domain::time::{ClockReading, Millis};

/// So long after a station changed what the one key does, the key was meant for what it did before.
const READING: Millis = Millis(400);
/// The columns in which it is said who did what.
const DID_COLUMNS: usize = 90;

/// What others asked for since the desk was opened.
#[derive(Debug, Default)]
pub(super) struct StationActivity {
    /// The last thing that a station did, until the next key.
    did: Option<String>,
    /// That requests or answers could not be reached, as it was said.
    unreachable: Option<String>,
    /// Every station that asked for anything, also in vain.
    asked: BTreeSet<StationId>,
    /// When a station changed what comes next, and which.
    changed_next: Option<(Millis, StationId)>,
    /// The sentences of the other language, from the first answer on.
    other_words: Option<Box<DeskWords>>,
}

impl StationActivity {
    pub(super) const fn asked(&self) -> &BTreeSet<StationId> {
        &self.asked
    }

    pub(super) fn note_asked(&mut self, station: &StationId) {
        self.asked.insert(station.clone());
    }

    /// What the last station did, until the next key.
    pub(super) fn did(&self) -> Option<&str> {
        self.did.as_deref()
    }

    pub(super) fn note_did(&mut self, did: &str) {
        self.did = Some(text::shorten(did, DID_COLUMNS).into_owned());
    }

    /// A key was pressed: what was done has been seen.
    pub(super) fn seen(&mut self) {
        self.did = None;
    }

    /// A station changed what comes next.
    pub(super) fn note_changed_next(&mut self, station: &StationId, now: ClockReading) {
        self.changed_next = Some((now.up, station.clone()));
    }

    /// The station that changed what comes next so shortly ago that it cannot have been read; asked once.
    pub(super) fn has_just_changed_next(&mut self, now: ClockReading) -> Option<StationId> {
        let (at, station) = self.changed_next.take()?;
        (now.up.saturating_sub(at) <= READING).then_some(station)
    }

    pub(super) fn note_unreachable(&mut self, said: String) {
        self.unreachable = Some(said);
    }

    /// What failed works again: what was said when it failed.
    pub(super) const fn reachable(&mut self) -> Option<String> {
        self.unreachable.take()
    }

    /// The answer in words, in both languages, to a request that became this record or was refused.
    pub(super) fn answer_words(
        &mut self,
        outcome: Result<&JournalEntry, &RequestRefusal>,
        session: &Session,
        words: &DeskWords,
        lang: Lang,
    ) -> AnswerWords {
        let other = match lang {
            Lang::Vi => Lang::En,
            Lang::En => Lang::Vi,
        };
        let others = self
            .other_words
            .get_or_insert_with(|| Box::new(SOURCES.read(other)));
        let says = |words: &DeskWords, lang: Lang| match outcome {
            Ok(record) => messages::of_taken(record, session, words, lang),
            Err(refusal) => messages::of_request_refusal(refusal, session, words, lang),
        };
        let (own, foreign) = (says(words, lang), says(others, other));
        match lang {
            Lang::Vi => AnswerWords {
                vi: own,
                en: foreign,
            },
            Lang::En => AnswerWords {
                vi: foreign,
                en: own,
            },
        }
    }
}
