//! What others than the desk asked for, as the aide is told of it: quietly, who did what. She is never made to do something else
//! than the screen said by what came in between.

use crate::domain::request::{AnswerWords, Request, RequestRefusal, StationKind};
use crate::domain::session::Session;
use crate::domain::session::event::{Event, JournalEntry, StationId};
use crate::domain::session::item::ItemId;
use crate::domain::time::ClockReading;
use crate::store::inbox::JunkLine;
use crate::tui::desk::action::Action;
use crate::tui::desk::station_name::station_name;
use crate::tui::desk::words::StationMessage;
use crate::tui::desk::{Desk, Severity, messages};

impl Desk {
    /// The answer in words, in both languages, to a request that became this record or was refused.
    pub fn answer_words(
        &mut self,
        outcome: Result<&JournalEntry, &RequestRefusal>,
        session: &Session,
    ) -> AnswerWords {
        self.stations
            .answer_words(outcome, session, &self.words, self.lang)
    }

    /// A station asked for something; whatever becomes of it, the aide can shut it out. A name that no station has is refused
    /// anyway.
    pub fn station_asked(&mut self, station: &StationId) {
        if StationKind::of(station).is_some() {
            self.stations.note_asked(station);
        }
    }

    /// A request was carried out: who did what is said beside what is said already. `changed_next` says whether the one key
    /// does something else now.
    pub fn station_did(
        &mut self,
        request: &Request,
        record: &JournalEntry,
        session: &Session,
        now: ClockReading,
        changed_next: bool,
    ) {
        // It is on disk, so whatever failed before does no more.
        self.disk.took_all();
        let act = messages::of_record(record, session, &self.words, self.lang).unwrap_or_default();
        let station = station_name(&request.station, &self.words);
        let did = self.words.stations[StationMessage::Did]
            .render(&[("station", &station), ("act", &act)]);
        if changed_next {
            self.stations.note_changed_next(&request.station, now);
        }
        let about = self.form_about_item();
        if about.is_some_and(|item| record.events.iter().any(|event| is_about(event, item))) {
            self.dialogs.complain(&did);
        }
        self.stations.note_did(&did);
    }

    /// What lies in the inbox and is no request.
    pub fn junk_in_inbox(&mut self, junk: &[JunkLine]) {
        if let Some(text) = messages::of_junk(junk, &self.words) {
            self.notify_if_calm(text);
        }
    }

    /// The requests could not be read, or an answer not be written; it is tried again.
    pub fn stations_unreachable(&mut self, message: StationMessage, cause: &str) {
        let text = self.words.stations[message].render(&[("cause", &cause)]);
        self.stations.note_unreachable(text.clone());
        self.notify_if_calm(text);
    }

    /// What failed works again; unless something else was said since, that is said.
    pub fn stations_reachable(&mut self) {
        let said = self.stations.reachable();
        if said.is_some() && said.as_deref() == self.notice_text() {
            let text = self.words.stations[StationMessage::Reachable].to_string();
            self.notify(Severity::Good, text);
        }
    }

    /// Whether the one key was pressed so soon after a station changed what it does that it was meant for what stood there
    /// before; that is said.
    pub(super) fn next_has_just_changed(&mut self, action: Action, now: ClockReading) -> bool {
        if action != Action::Next {
            return false;
        }
        let Some(station) = self.stations.has_just_changed_next(now) else {
            return false;
        };
        let station = station_name(&station, &self.words);
        let text =
            self.words.stations[StationMessage::JustChanged].render(&[("station", &station)]);
        self.notify(Severity::Warning, text);
        true
    }
}

/// Whether an event changes an item.
fn is_about(event: &Event, asked: ItemId) -> bool {
    if let Event::ItemEdited { item, .. }
    | Event::ItemTopicSet { item, .. }
    | Event::ItemLinked { item, .. }
    | Event::ItemSummarised { item, .. }
    | Event::AnsweredAsPrepared { item, .. } = event
    {
        *item == asked
    } else {
        false
    }
}
