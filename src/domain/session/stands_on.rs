//! Whether what somebody did can still be taken back, when others did something since: an act stands on an earlier one
//! when it needs what that brought about, or wrote over it. Acts of one and the same station never stand on each other,
//! since they are taken back from the last.

use std::collections::BTreeSet;

use super::Session;
use super::event::{Event, JournalEntry, Seq, StationId};
use super::floor::Holder;
use super::history::{HistoryEntry, is_act};
use super::item::{Class, ItemId, Raiser};
use super::plan::{AgencyId, Number, OpinionId};
use crate::domain::regulation::ChecklistItemId;

/// Something that an act brings about, writes or needs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Trace {
    Person(Number),
    Standing(Number),
    Details(Number),
    Item(ItemId),
    Text(ItemId),
    Topic(ItemId),
    Link(ItemId),
    Raiser(ItemId),
    Answer(ItemId),
    Class(ItemId),
    Agency(AgencyId),
    Opinion(OpinionId),
    Conclusion(ChecklistItemId),
    Venue(String),
    Station(StationId),
}

/// What the events of an act leave behind.
#[derive(Debug, Default)]
struct Traces {
    /// Brought about or written.
    writes: BTreeSet<Trace>,
    /// Needed to be as it was.
    needs: BTreeSet<Trace>,
    bearing: Bearing,
}

/// How an act bears upon the session as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Bearing {
    #[default]
    Nothing,
    /// It has brought another plan: whatever was done on the plan before, or since, is bound to it.
    ReplacesPlan,
    /// It ends the session: who was registered and waited is settled.
    Closes,
    /// It is settled when the session ends.
    SettledByClosing,
}

impl Session {
    /// The first act of somebody else, in force, that stands on this one.
    pub(super) fn stands_on(&self, act: Seq) -> Option<Seq> {
        let entry = self.history().entry(act)?;
        let own = Traces::of(&entry.record);
        self.done_by_others_since(entry)
            .find(|later| Traces::of(&later.record).stands_on(&own))
            .or_else(|| self.order_stands_on(entry))
            .map(|later| later.record.seq)
    }

    /// The first act of somebody else, in force, that one that was taken back does not go together with any more; the act
    /// itself where what it needs is gone.
    pub(super) fn in_the_way_of(&self, act: Seq) -> Option<Seq> {
        let entry = self.history().entry(act)?;
        let own = Traces::of(&entry.record);
        let since = self.done_by_others_since(entry).find(|later| {
            let later = Traces::of(&later.record);
            later.stands_on(&own) || own.needs_any(&later)
        });
        let lacks = || {
            let mut needed = own.needs.difference(&own.writes);
            needed.any(|trace| !self.is_there(trace)).then_some(act)
        };
        since.map(|later| later.record.seq).or_else(lacks)
    }

    fn done_by_others_since<'a>(
        &'a self,
        entry: &'a HistoryEntry,
    ) -> impl Iterator<Item = &'a HistoryEntry> {
        let entries = self.history().entries();
        let since = entries.partition_point(|later| later.record.seq <= entry.record.seq);
        entries
            .iter()
            .skip(since)
            .filter(|later| later.in_force && is_act(&later.record.events))
            .filter(|later| later.record.by != entry.record.by)
    }

    /// Whether the order in which the others are called would be another one without this act: somebody moved people
    /// about since. Then the last such move.
    fn order_stands_on<'a>(&'a self, entry: &'a HistoryEntry) -> Option<&'a HistoryEntry> {
        let is_move = |event: &Event| matches!(event, Event::QueueMoved { .. });
        let moved = self
            .done_by_others_since(entry)
            .filter(|later| later.record.events.iter().any(is_move))
            .last()?;
        let adds = |event: &Event| matches!(event, Event::Registered { .. });
        if !entry.record.events.iter().any(adds) {
            return None;
        }
        let mut without = self.clone();
        without.apply(self.record(
            vec![Event::Undone {
                act: entry.record.seq,
            }],
            self.history().last_moment(),
        ));
        let numbers = |session: &Self| -> Vec<Number> {
            let people = session.state().queue.people().iter();
            people.map(|person| person.registration.number).collect()
        };
        let (now, then) = (numbers(self), numbers(&without));
        let kept = now.into_iter().filter(|number| then.contains(number));
        (!kept.eq(then.iter().copied())).then_some(moved)
    }

    /// Whether what an act needs exists now.
    fn is_there(&self, trace: &Trace) -> bool {
        let state = self.state();
        match trace {
            Trace::Person(number) => state.queue.person(*number).is_some(),
            Trace::Item(item) => state.item(*item).is_some(),
            Trace::Agency(id) => state.agency(id).is_some(),
            Trace::Opinion(id) => self.plan().opinions.iter().any(|known| known.id == *id),
            Trace::Standing(_)
            | Trace::Details(_)
            | Trace::Text(_)
            | Trace::Topic(_)
            | Trace::Link(_)
            | Trace::Raiser(_)
            | Trace::Answer(_)
            | Trace::Class(_)
            | Trace::Conclusion(_)
            | Trace::Venue(_)
            | Trace::Station(_) => true,
        }
    }
}

impl Traces {
    fn of(record: &JournalEntry) -> Self {
        let mut traces = Self::default();
        for event in &record.events {
            traces.add(event);
        }
        traces
    }

    /// Whether an act with these traces stands on an earlier one with those.
    fn stands_on(&self, earlier: &Self) -> bool {
        let bearings = (earlier.bearing, self.bearing);
        self.needs_any(earlier)
            || !self.writes.is_disjoint(&earlier.writes)
            || matches!(
                bearings,
                (Bearing::ReplacesPlan, _)
                    | (_, Bearing::ReplacesPlan)
                    | (Bearing::SettledByClosing, Bearing::Closes)
            )
    }

    fn needs_any(&self, other: &Self) -> bool {
        !self.needs.is_disjoint(&other.writes)
    }

    fn writes(&mut self, traces: impl IntoIterator<Item = Trace>) {
        self.writes.extend(traces);
    }

    fn needs(&mut self, traces: impl IntoIterator<Item = Trace>) {
        self.needs.extend(traces);
    }

    /// What is done about a person who has to be there.
    fn of_person(&mut self, number: Number, written: Trace) {
        self.needs([Trace::Person(number)]);
        self.writes([written]);
    }

    /// What is done about an item that has to be there.
    fn of_item(&mut self, item: ItemId, written: Trace) {
        self.needs([Trace::Item(item)]);
        self.writes([written]);
    }

    #[expect(
        clippy::too_many_lines,
        reason = "one table, one short arm for each event"
    )]
    fn add(&mut self, event: &Event) {
        match event {
            Event::Opened { .. } | Event::PlanReplaced { .. } => {
                self.bearing = Bearing::ReplacesPlan;
            }
            Event::Closed => self.bearing = Bearing::Closes,
            Event::OpinionAdded { opinion } => self.writes([Trace::Opinion(opinion.id)]),
            Event::AgencyAdded { id, .. } => self.writes([Trace::Agency(id.clone())]),

            Event::Registered { registration, .. } => {
                self.bearing = Bearing::SettledByClosing;
                self.writes([Trace::Person(registration.number)]);
                let about = registration.subjects.iter();
                self.needs(about.filter_map(|subject| subject.opinion.map(Trace::Opinion)));
            }
            Event::StandingSet { number, .. } => {
                self.bearing = Bearing::SettledByClosing;
                self.of_person(*number, Trace::Standing(*number));
            }
            Event::PersonRefused { number, .. } => {
                self.of_person(*number, Trace::Standing(*number));
            }
            Event::PersonCorrected { number, .. } => {
                self.of_person(*number, Trace::Details(*number));
            }
            Event::QueueMoved { number, .. } => self.needs([Trace::Person(*number)]),
            Event::SubjectsSetAside { number, .. } => {
                self.needs([Trace::Person(*number), Trace::Standing(*number)]);
            }
            Event::FloorGiven { holder, items, .. } => {
                if let Holder::Citizen(number) = holder {
                    self.of_person(*number, Trace::Standing(*number));
                    self.needs([Trace::Standing(*number)]);
                }
                self.needs(items.iter().map(|item| Trace::Item(*item)));
            }

            Event::ItemRaised {
                item,
                by,
                agency,
                opinion,
                ..
            } => {
                self.writes([Trace::Item(*item)]);
                self.needs([Trace::of_raiser(*by)]);
                self.needs(agency.clone().map(Trace::Agency));
                self.needs(opinion.map(Trace::Opinion));
            }
            Event::ItemEdited { item, .. } => self.of_item(*item, Trace::Text(*item)),
            Event::ItemTopicSet { item, .. } => self.of_item(*item, Trace::Topic(*item)),
            Event::ItemLinked { item, opinion } => {
                self.of_item(*item, Trace::Link(*item));
                self.needs(opinion.map(Trace::Opinion));
            }
            Event::ItemMoved { item, to } => {
                self.of_item(*item, Trace::Raiser(*item));
                self.needs([Trace::of_raiser(*to)]);
            }
            Event::ItemSummarised { item, .. } => self.of_item(*item, Trace::Answer(*item)),
            Event::AnsweredAsPrepared { item, .. } => {
                self.of_item(*item, Trace::Answer(*item));
                self.needs([Trace::Link(*item)]);
            }
            Event::ItemClassed { item, class } => {
                self.of_item(*item, Trace::Class(*item));
                if let Class::VerifyLater { agency, .. } = class {
                    self.needs(agency.clone().map(Trace::Agency));
                }
            }
            Event::ItemReopened { item } => self.of_item(*item, Trace::Class(*item)),
            Event::ItemScoped { item, .. } => self.needs([Trace::Item(*item)]),
            Event::Noted { item, .. } => self.needs(item.map(Trace::Item)),
            Event::PageTurned { to } => self.needs([Trace::Item(*to)]),
            Event::ConclusionWorded { act, .. } => self.writes([Trace::Conclusion(act.clone())]),
            Event::VenueLinked { venue, .. } => self.writes([Trace::Venue(venue.clone())]),
            Event::StationShutOut { station } | Event::StationLetIn { station } => {
                self.writes([Trace::Station(station.clone())]);
            }

            // Only the desk does these, and nothing that a station may ask for stands on them or is stood on by them.
            Event::Resumed { .. }
            | Event::ClockCorrected { .. }
            | Event::AwayJudged { .. }
            | Event::StepEntered { .. }
            | Event::ActTicked { .. }
            | Event::RoundBegan { .. }
            | Event::TakingSet { .. }
            | Event::SpeechesHeld
            | Event::FollowUpOffered
            | Event::Deviated { .. }
            | Event::ClockStarted
            | Event::ClockPaused
            | Event::ClockResumed
            | Event::FloorEnded
            | Event::LimitSet { .. }
            | Event::LimitForRestSet { .. }
            | Event::AttendanceSet { .. }
            | Event::PeopleCounted { .. }
            | Event::BreakBegan { .. }
            | Event::BreakEnded
            | Event::Adjourned
            | Event::TimeCorrected { .. }
            | Event::ChairReplaced { .. }
            | Event::HallShown { .. }
            | Event::SceneSet { .. }
            | Event::Undone { .. }
            | Event::Redone { .. } => {}
        }
    }
}

impl Trace {
    const fn of_raiser(by: Raiser) -> Self {
        match by {
            Raiser::Citizen(number) => Self::Person(number),
            Raiser::Collected(id) => Self::Opinion(id),
        }
    }
}
