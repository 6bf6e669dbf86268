//! What others than the desk asked for, as the aide sees it: quietly, who did what. She is never made to do something else than
//! the screen said by what came in between.

use std::collections::BTreeSet;

use super::action::Action;
use super::dialog::kind::DialogKind;
use super::dialog::panel::Dialog;
use super::keymap::Mode;
use super::{Desk, Effect, Severity, messages};
use crate::domain::i18n::Lang;
use crate::domain::request::{AnswerWords, Request, RequestRefusal, StationKind};
use crate::domain::session::Session;
use crate::domain::session::command::Command;
use crate::domain::session::event::{Event, JournalEntry, StationId};
use crate::domain::session::item::ItemId;
use crate::domain::session::plan::Number;
use crate::domain::session::queue::Standing;
use crate::domain::session::venue::VenueLink;
use crate::domain::text;
use crate::domain::time::{ClockReading, Millis};
use crate::store::hall_sheet::HallAddress;
use crate::store::inbox::JunkLine;
use crate::tui::desk::station_name::station_name;
use crate::tui::desk::words::{DeskWords, NoticeMessage, SOURCES, StationMessage};

/// So long after a station changed what the one key does, the key was meant for what it did before.
const READING: Millis = Millis(400);
/// The columns in which it is told who did what.
const TOLD: usize = 90;

/// What others asked for.
#[derive(Debug, Default)]
pub(super) struct Asked {
    /// The last thing that a station did, until the next key.
    pub told: Option<String>,
    /// That requests or answers could not be reached, as it was told.
    pub unreachable: Option<String>,
    /// Every station that asked for anything since the desk was opened, also in vain.
    pub stations: BTreeSet<StationId>,
    /// The programs that offer the pages of the hall, as they were last looked for.
    pub halls: Vec<HallAddress>,
    /// When a station changed what comes next, and which.
    changed_next: Option<(Millis, StationId)>,
    /// The sentences of the other language, from the first answer on.
    other_words: Option<Box<DeskWords>>,
}

impl Desk {
    /// The answer in words, in both languages, to a request that became this record or was refused.
    pub fn answer_words(
        &mut self,
        outcome: Result<&JournalEntry, &RequestRefusal>,
        session: &Session,
    ) -> AnswerWords {
        let other = match self.lang {
            Lang::Vi => Lang::En,
            Lang::En => Lang::Vi,
        };
        let (own_words, lang) = (&self.words, self.lang);
        let others = self
            .stations
            .other_words
            .get_or_insert_with(|| Box::new(SOURCES.read(other)));
        let told = |words: &DeskWords, lang: Lang| match outcome {
            Ok(record) => messages::of_taken(record, session, words, lang),
            Err(refusal) => messages::of_request_refusal(refusal, session, words, lang),
        };
        let (own, foreign) = (told(own_words, lang), told(others, other));
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

    /// A station asked for something; whatever becomes of it, the aide can shut it out. A name that no station has is refused
    /// anyway.
    pub fn station_asked(&mut self, station: &StationId) {
        if StationKind::of(station).is_none() {
            return;
        }
        self.stations.stations.insert(station.clone());
    }

    /// A request was carried out: who did what is told beside what is told already. `changed_next` says whether the one key
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
        self.unsaved = false;
        self.mismatched = None;
        let act = messages::of_record(record, session, &self.words, self.lang).unwrap_or_default();
        let station = station_name(&request.station, &self.words);
        let did = self.words.stations[StationMessage::Did]
            .render(&[("station", &station), ("act", &act)]);
        if changed_next {
            self.stations.changed_next = Some((now.up, request.station.clone()));
        }
        if let Some(form) = self.dialog.as_mut().and_then(Dialog::form_mut)
            && let Some(item) = form.content.about_item()
            && record.events.iter().any(|event| is_about(event, item))
        {
            form.complaint = Some(did.clone());
        }
        self.stations.told = Some(text::shorten(&did, TOLD).into_owned());
    }

    /// Whether anybody else ever asked for something, or there are other halls.
    pub(super) fn has_stations(&self, session: &Session) -> bool {
        let entries = session.history().entries();
        !self.stations.stations.is_empty()
            || entries.iter().any(|entry| entry.record.by.is_some())
            || !session.state().shut_out.is_empty()
            || session.has_several_venues()
    }

    /// What can be done with a person here.
    pub(super) fn menu_of(&self, number: Number) -> DialogKind {
        if self.at == Mode::Registration {
            DialogKind::PersonAtDoor(number)
        } else {
            DialogKind::Person(number)
        }
    }

    /// What only a station has keys for.
    pub(super) fn asked_at_station(&mut self, action: Action, session: &Session) -> Option<Effect> {
        if action == Action::MarkAbsent {
            return self.mark_absent(session);
        }
        // Which hall it is only the station knows.
        let is_there = action == Action::VenueReady;
        Some(Effect::LinkVenue(if is_there {
            VenueLink::Ready
        } else {
            VenueLink::Lost
        }))
    }

    /// The person in question is not there, or there again.
    fn mark_absent(&mut self, session: &Session) -> Option<Effect> {
        let number = self.person_in_question(session);
        let person = number.and_then(|number| session.state().queue.person(number));
        let Some(person) = person else {
            self.tell_sentence(|words| &words.notices[NoticeMessage::NoPerson]);
            return None;
        };
        let standing = if person.standing == Standing::Absent {
            Standing::Waiting
        } else {
            Standing::Absent
        };
        Some(Effect::Perform(Command::SetStanding {
            number: person.registration.number,
            standing,
        }))
    }

    /// What the last station did, until the next key.
    #[must_use]
    pub fn station_told(&self) -> Option<&str> {
        self.stations.told.as_deref()
    }

    /// What lies in the inbox and is no request.
    pub fn junk_in_inbox(&mut self, junk: &[JunkLine]) {
        if let Some(told) = messages::of_junk(junk, &self.words) {
            self.notify_if_calm(told);
        }
    }

    /// The requests could not be read, or an answer not be written; it is tried again.
    pub fn stations_unreachable(&mut self, message: StationMessage, cause: &str) {
        let told = self.words.stations[message].render(&[("cause", &cause)]);
        self.stations.unreachable = Some(told.clone());
        self.notify_if_calm(told);
    }

    /// What failed works again; unless something else was told since, that is told.
    pub fn stations_reachable(&mut self) {
        let told = self.words.stations[StationMessage::Reachable].to_string();
        if self.stations.unreachable.take().is_some_and(|was| {
            self.notice
                .as_ref()
                .is_some_and(|notice| notice.text == was)
        }) {
            self.notify(Severity::Good, told);
        }
    }

    /// Tells a warning, unless something graver is told.
    fn notify_if_calm(&mut self, told: String) {
        let is_grave = self
            .notice
            .as_ref()
            .is_some_and(|notice| notice.tone == Severity::Alarm);
        if !is_grave {
            self.notify(Severity::Warning, told);
        }
    }

    /// Whether the one key was pressed so soon after a station changed what it does that it was meant for what stood there
    /// before; that is told.
    pub(super) fn next_has_just_changed(&mut self, action: Action, now: ClockReading) -> bool {
        if action != Action::Next {
            return false;
        }
        let Some((at, station)) = self.stations.changed_next.take() else {
            return false;
        };
        if now.up.saturating_sub(at) > READING {
            return false;
        }
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
