//! The state of a session: what all records together amount to. It is only ever changed by `apply`, and
//! two sessions with the same records in force have equal states.

use std::collections::{BTreeMap, BTreeSet};

use super::agenda::Agenda;
use super::attendance::Attendance;
use super::deviation::{Deviation, Reason};
use super::event::{NotePlace, StationId};
use super::floor::{Turn, TurnId};
use super::item::{Item, ItemId};
use super::plan::{Agency, AgencyId, Limits, Official, Plan, SpeakingMode};
use super::queue::Queue;
use super::scene::Scene;
use super::timing::{Away, Break};
use super::venue::VenueChange;
use crate::domain::regulation::{Article, ChecklistItemId, Phase};
use crate::domain::time::SessionTime;

/// What all records in force amount to.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    pub agenda: Agenda,
    pub queue: Queue,
    pub taking: SpeakingMode,
    pub limits: Limits,
    pub round: Round,
    pub turns: Vec<Turn>,
    pub items: Vec<Item>,
    /// The agencies of the plan, and those added since.
    pub agencies: Vec<Agency>,
    pub breaks: Vec<Break>,
    pub aways: Vec<Away>,
    pub deviations: Vec<Deviation>,
    /// Who presides now, when not the chair of the plan; the last is in force.
    pub chair_changes: Vec<ChairChange>,
    pub notes: Vec<Note>,
    pub attendance: Attendance,
    /// The chair's own words under an act of the conclusion.
    pub conclusion: BTreeMap<ChecklistItemId, String>,
    /// What the aide wrote to the hall.
    pub message: Option<String>,
    /// What the aide pinned to the screen of the hall; `None` lets what is happening decide.
    pub scene: Option<Scene>,
    /// The item whose page of the conclusion the hall is shown; the first page without one.
    pub page: Option<ItemId>,
    /// The other halls, each time one was there or was lost.
    pub venue_changes: Vec<VenueChange>,
    /// Stations that are not listened to.
    pub shut_out: BTreeSet<StationId>,
    /// When the session was closed, by the clock; when it ended, [`State::ended`] tells.
    pub closed: Option<SessionTime>,
}

/// Where the present round of the dialogue stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Round {
    /// From 1; 0 before the first.
    pub number: u32,
    /// The aide said that the answers come now, though the batch is not full.
    pub speeches_held: bool,
    pub follow_up_offered: bool,
}

/// Somebody else took the chair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChairChange {
    pub by: Official,
    /// One of the regulation's cases, by id.
    pub case: Option<String>,
    pub article: Option<Article>,
    pub reason: Reason,
    pub at: SessionTime,
}

/// Something the aide wrote down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    pub text: String,
    pub item: Option<ItemId>,
    pub place: NotePlace,
    pub at: SessionTime,
}

impl State {
    /// The state before anything happened.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        Self {
            agenda: Agenda::default(),
            queue: Queue::of(&plan.speakers),
            taking: plan.settings.taking,
            limits: plan.settings.limits,
            round: Round::default(),
            turns: Vec::new(),
            items: Vec::new(),
            agencies: plan.agencies.clone(),
            breaks: Vec::new(),
            aways: Vec::new(),
            deviations: Vec::new(),
            chair_changes: Vec::new(),
            notes: Vec::new(),
            attendance: Attendance::default(),
            conclusion: BTreeMap::new(),
            message: None,
            scene: None,
            page: None,
            venue_changes: Vec::new(),
            shut_out: BTreeSet::new(),
            closed: None,
        }
    }

    /// When the session ended: with its last step, corrected. `None` while it is not closed.
    #[must_use]
    pub fn ended(&self) -> Option<SessionTime> {
        let closed = self.closed?;
        let last = self.agenda.visits().last();
        Some(last.and_then(|visit| visit.span.ended()).unwrap_or(closed))
    }

    /// The turn that has the floor.
    #[must_use]
    pub fn floor(&self) -> Option<&Turn> {
        self.turns.last().filter(|turn| turn.ended.is_none())
    }

    #[must_use]
    pub fn turn(&self, id: TurnId) -> Option<&Turn> {
        // Turns and items are only ever added at the end, under a higher id.
        let place = self.turns.binary_search_by_key(&id, |turn| turn.id).ok()?;
        self.turns.get(place)
    }

    #[must_use]
    pub fn item(&self, id: ItemId) -> Option<&Item> {
        let place = self.items.binary_search_by_key(&id, |item| item.id).ok()?;
        self.items.get(place)
    }

    #[must_use]
    pub fn agency(&self, id: &AgencyId) -> Option<&Agency> {
        self.agencies.iter().find(|agency| &agency.id == id)
    }

    /// The break that is running.
    #[must_use]
    pub fn present_break(&self) -> Option<&Break> {
        self.breaks.last().filter(|rest| rest.span.is_open())
    }

    /// The turns of the present round in one phase, the latest first.
    pub fn turns_of_round(&self, phase: Phase) -> impl Iterator<Item = &Turn> {
        let round = self.round.number;
        self.turns
            .iter()
            .rev()
            .take_while(move |turn| turn.round == round)
            .filter(move |turn| turn.phase == phase)
    }

    /// The items raised in the present round, in order.
    pub fn items_of_round(&self) -> impl Iterator<Item = &Item> {
        let round = self.round.number;
        self.items.iter().filter(move |item| item.round == round)
    }

    #[must_use]
    pub fn next_turn(&self) -> TurnId {
        TurnId(
            self.turns
                .last()
                .map_or(1, |turn| turn.id.0.saturating_add(1)),
        )
    }

    #[must_use]
    pub fn next_item(&self) -> ItemId {
        ItemId(
            self.items
                .last()
                .map_or(1, |item| item.id.0.saturating_add(1)),
        )
    }
}
