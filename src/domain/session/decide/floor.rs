//! Deciding on the floor: giving it, its clock, giving it up, and the round that follows from it.

use std::collections::BTreeSet;

use super::Decision;
use crate::domain::regulation::{Phase, Step, StepKind};
use crate::domain::session::Session;
use crate::domain::session::agenda::Block;
use crate::domain::session::event::Event;
use crate::domain::session::floor::{Holder, Turn, TurnId};
use crate::domain::session::item::{Item, ItemId, Raiser};
use crate::domain::session::plan::{ClockStart, Number, OpinionId, Subject};
use crate::domain::session::queue::{Registrant, Standing};
use crate::domain::session::rejection::Rejection;
use crate::domain::time::Millis;

/// The act after which nothing of a round may be open any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Settling {
    /// An answer ends.
    Answer,
    /// An item gets its class.
    Class(ItemId),
    /// A break ends.
    Break,
}

impl Session {
    pub(super) fn give_floor(&self, phase: Phase, to: Holder, mut items: Vec<ItemId>) -> Decision {
        if self.state().present_break().is_some() {
            return Err(Rejection::InBreak);
        }
        self.check_holder(phase, &to)?;
        for item in &items {
            self.known_item(*item)?;
        }
        let step = self.step_of_phase(phase)?;
        let mut events = self.yield_floor();
        if let (Phase::Speech, Holder::Citizen(number)) = (phase, &to) {
            items.extend(self.noted_before(*number));
            if self.begins_round() {
                events.push(Event::RoundBegan {
                    round: self.state().round.number.saturating_add(1),
                });
            }
            let raised = self.raised_by_calling(*number, &items);
            items.extend(raised.iter().map(|(item, _)| *item));
            events.extend(self.entering(step));
            events.extend(raised.into_iter().map(|(_, event)| event));
        } else {
            events.extend(self.entering(step));
        }
        let mut named = BTreeSet::new();
        items.retain(|item| named.insert(*item));
        events.extend(self.floor_events(phase, to, items));
        Ok(events)
    }

    pub(super) fn read_prepared(&self, id: OpinionId) -> Decision {
        if self.state().present_break().is_some() {
            return Err(Rejection::InBreak);
        }
        let step = self.present_step().ok_or(Rejection::NotBegun)?;
        if step.kind != StepKind::PreparedAnswers {
            return Err(Rejection::NoSuchPhase(Phase::Answer));
        }
        let Some(opinion) = self.plan().opinions.iter().find(|opinion| opinion.id == id) else {
            return Err(Rejection::NoSuchOpinion(id));
        };
        if self.taken_up(id).is_some() {
            return Err(Rejection::OpinionTakenUp(id));
        }
        let mut events = self.yield_floor();
        let item = self.state().next_item();
        events.push(Event::ItemRaised {
            item,
            by: Raiser::Collected(id),
            text: opinion.text.clone(),
            topic: opinion.topic.clone(),
            agency: opinion.agency.clone(),
            opinion: Some(id),
        });
        // What is read out is the answer.
        events.extend(
            opinion
                .written_answer()
                .map(|answer| Event::AnsweredAsPrepared {
                    item,
                    answer: answer.to_owned(),
                }),
        );
        let by = opinion
            .agency
            .as_ref()
            .filter(|agency| self.state().agency(agency).is_some())
            .map_or(Holder::Chair, |agency| Holder::Agency(agency.clone()));
        events.extend(self.floor_events(Phase::Answer, by, vec![item]));
        Ok(events)
    }

    pub(super) fn start_clock(&self) -> Decision {
        match &self.floor()?.clock {
            None => Ok(vec![Event::ClockStarted]),
            Some(_) => Err(Rejection::ClockRuns),
        }
    }

    pub(super) fn pause_clock(&self) -> Decision {
        match &self.floor()?.clock {
            Some(clock) if !clock.is_paused() => Ok(vec![Event::ClockPaused]),
            Some(_) | None => Err(Rejection::ClockStands),
        }
    }

    pub(super) fn resume_clock(&self) -> Decision {
        match &self.floor()?.clock {
            Some(clock) if clock.is_paused() => Ok(vec![Event::ClockResumed]),
            Some(_) | None => Err(Rejection::ClockRuns),
        }
    }

    pub(super) fn end_floor(&self) -> Decision {
        let turn = self.floor()?;
        let mut events = vec![Event::FloorEnded];
        if turn.phase == Phase::Answer {
            events.extend(self.offer_follow_up(Settling::Answer));
        }
        Ok(events)
    }

    pub(super) fn shift_limit(&self, seconds: i64) -> Decision {
        let turn = self.floor()?;
        let limit = turn.limit.ok_or(Rejection::NoLimit)?;
        self.set_limit(turn.id, Some(limit.shifted(seconds.saturating_mul(1000))))
    }

    pub(super) fn set_limit(&self, turn: TurnId, limit: Option<Millis>) -> Decision {
        match self.state().turn(turn) {
            None => Err(Rejection::NoSuchTurn(turn)),
            Some(known) if known.limit == limit => Err(Rejection::SameAsBefore),
            Some(_) => Ok(vec![Event::LimitSet { turn, limit }]),
        }
    }

    /// Whoever has the floor gives it up.
    pub(super) fn yield_floor(&self) -> Vec<Event> {
        self.state()
            .floor()
            .map(|_| Event::FloorEnded)
            .into_iter()
            .collect()
    }

    /// The citizens who spoke are asked whether they want to go on, once every item of a full round has its class and
    /// nothing else is going on.
    pub(super) fn offer_follow_up(&self, after: Settling) -> Vec<Event> {
        let state = self.state();
        let Some(step) = self
            .present_step()
            .and_then(|present| Block::around(self.regulation(), &present.id))
            .and_then(|block| block.step_for(Phase::Exchange))
        else {
            return Vec::new();
        };
        let anybody_answered = state.turns_of_round(Phase::Answer).next().is_some();
        let settled = state
            .items_of_round()
            .all(|item| item.class.is_some() || after == Settling::Class(item.id));
        let busy = (state.floor().is_some() && after != Settling::Answer)
            || (state.present_break().is_some() && after != Settling::Break);
        if state.round.follow_up_offered
            || !anybody_answered
            || !settled
            || busy
            || !self.round_is_full()
        {
            return Vec::new();
        }
        let mut events = self.entering(step);
        events.push(Event::FollowUpOffered);
        events
    }

    fn floor(&self) -> Result<&Turn, Rejection> {
        self.state().floor().ok_or(Rejection::FloorFree)
    }

    /// A speech after the answers, or after a full batch, begins a round; so does the first.
    fn begins_round(&self) -> bool {
        let state = self.state();
        state.round.number == 0
            || (self.round_is_full() && state.turns_of_round(Phase::Speech).next().is_some())
            || state.turns_of_round(Phase::Answer).next().is_some()
    }

    fn check_holder(&self, phase: Phase, to: &Holder) -> Result<(), Rejection> {
        match (phase, to) {
            (Phase::Speech | Phase::Exchange, Holder::Citizen(number)) => {
                let person = self.known_person(*number)?;
                if self.state().floor().is_some_and(|turn| &turn.holder == to) {
                    return Err(Rejection::HasTheFloor(*number));
                }
                match person.standing {
                    Standing::Waiting | Standing::Absent | Standing::NoTimeLeft => Ok(()),
                    Standing::Spoke if phase == Phase::Exchange => Ok(()),
                    Standing::Spoke => Err(Rejection::AlreadySpoke(*number)),
                    Standing::Withdrew | Standing::WrittenSlip | Standing::Refused => {
                        Err(Rejection::NotWaiting(*number))
                    }
                }
            }
            (Phase::Answer, Holder::Agency(id)) => match self.state().agency(id) {
                Some(_) => Ok(()),
                None => Err(Rejection::NoSuchAgency(id.clone())),
            },
            (Phase::Answer, Holder::Chair) => Ok(()),
            (Phase::Answer, Holder::Citizen(_))
            | (Phase::Speech | Phase::Exchange, Holder::Chair | Holder::Agency(_)) => {
                Err(Rejection::NoSuchPhase(phase))
            }
        }
    }

    /// The step in which a phase takes place now. Prepared answers may be added to while they are read.
    fn step_of_phase(&self, phase: Phase) -> Result<&Step, Rejection> {
        let present = self.present_step().ok_or(Rejection::NotBegun)?;
        if present.kind == StepKind::PreparedAnswers && phase == Phase::Answer {
            return Ok(present);
        }
        Block::around(self.regulation(), &present.id)
            .and_then(|block| block.step_for(phase))
            .ok_or(Rejection::NoSuchPhase(phase))
    }

    fn entering(&self, step: &Step) -> Vec<Event> {
        if self.state().agenda.present() == Some(&step.id) {
            return Vec::new();
        }
        vec![Event::StepEntered {
            step: step.id.clone(),
        }]
    }

    /// What was noted for a person before they were called, and is not settled.
    fn noted_before(&self, number: Number) -> impl Iterator<Item = ItemId> {
        self.state()
            .items
            .iter()
            .filter(move |item| item.by == Raiser::Citizen(number) && item.class.is_none())
            .map(|item| item.id)
    }

    /// What becomes an item when a person is called: each matter they registered that is not one yet, and something still
    /// unnamed where the speech would have nothing that an answer is due to.
    fn raised_by_calling(&self, number: Number, noted: &[ItemId]) -> Vec<(ItemId, Event)> {
        let state = self.state();
        let unnamed = Subject::default();
        let person = state.queue.person(number);
        let mut subjects: Vec<&Subject> = person
            .into_iter()
            .flat_map(Registrant::not_yet_raised)
            .collect();
        let is_due = |id: &ItemId| state.item(*id).is_some_and(Item::awaits_answer);
        if subjects.is_empty() && !noted.iter().any(is_due) {
            subjects.push(&unnamed);
        }
        (state.next_item().0..)
            .map(ItemId)
            .zip(subjects)
            .map(|(item, subject)| {
                let raised = Event::ItemRaised {
                    item,
                    by: Raiser::Citizen(number),
                    text: subject.text.clone(),
                    topic: subject.topic.clone(),
                    agency: subject.agency.clone(),
                    opinion: subject.opinion,
                };
                (item, raised)
            })
            .collect()
    }

    fn floor_events(&self, phase: Phase, holder: Holder, items: Vec<ItemId>) -> Vec<Event> {
        let mut events = vec![Event::FloorGiven {
            turn: self.state().next_turn(),
            phase,
            holder,
            items,
            limit: self.state().limits.of(phase),
        }];
        match self.plan().settings.clock_starts {
            ClockStart::WithTheFloor => events.push(Event::ClockStarted),
            ClockStart::ByHand => {}
        }
        events
    }
}
