//! Where the session stands in the prescribed order: steps visited, acts ticked, and what leaving the order would depart
//! from. Knows the regulation's order and nothing of who speaks.

use super::timing::Span;
use crate::domain::regulation::{
    ChecklistItem, ChecklistItemId, Phase, Regulation, Step, StepId, StepKind,
};
use crate::domain::time::{Millis, SessionTime};

/// One stay in a step. Inside a dialogue block a step is visited once a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    pub step: StepId,
    pub round: u32,
    pub span: Span,
}

/// An act that was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ticked {
    pub step: StepId,
    pub act: ChecklistItemId,
    pub at: SessionTime,
}

/// The way through the steps so far.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Agenda {
    visits: Vec<Visit>,
    ticked: Vec<Ticked>,
}

impl Agenda {
    /// The step the session is in; `None` before it began.
    #[must_use]
    pub fn present(&self) -> Option<&StepId> {
        self.visits.last().map(|visit| &visit.step)
    }

    #[must_use]
    pub fn visits(&self) -> &[Visit] {
        &self.visits
    }

    #[must_use]
    pub fn ticked(&self) -> &[Ticked] {
        &self.ticked
    }

    #[must_use]
    pub fn was_held(&self, step: &StepId) -> bool {
        self.visits.iter().any(|visit| &visit.step == step)
    }

    #[must_use]
    pub fn is_ticked(&self, step: &StepId, act: &ChecklistItemId) -> bool {
        self.ticked
            .iter()
            .any(|ticked| &ticked.step == step && &ticked.act == act)
    }

    /// The acts of a step that are still to be done, in order.
    pub fn unticked<'a>(&'a self, step: &'a Step) -> impl Iterator<Item = &'a ChecklistItem> {
        step.acts
            .iter()
            .filter(|act| !self.is_ticked(&step.id, &act.id))
    }

    /// When the session began: when its first step was entered.
    #[must_use]
    pub fn began(&self) -> Option<SessionTime> {
        self.visits.first().map(|visit| visit.span.began())
    }

    /// All the time spent in a step, over all visits.
    #[must_use]
    pub fn lasted(&self, step: &StepId, now: SessionTime) -> Millis {
        self.visits
            .iter()
            .filter(|visit| &visit.step == step)
            .map(|visit| visit.span.lasted(now))
            .sum()
    }

    pub(super) fn enter(&mut self, step: StepId, round: u32, at: SessionTime) {
        self.leave(at);
        self.visits.push(Visit {
            step,
            round,
            span: Span::beginning(at),
        });
    }

    pub(super) fn leave(&mut self, at: SessionTime) {
        if let Some(visit) = self.visits.last_mut() {
            visit.span.end(at);
        }
    }

    pub(super) fn tick(&mut self, step: StepId, act: ChecklistItemId, at: SessionTime) {
        if !self.is_ticked(&step, &act) {
            self.ticked.push(Ticked { step, act, at });
        }
    }

    pub(super) fn present_span(&mut self) -> Option<&mut Span> {
        self.visits.last_mut().map(|visit| &mut visit.span)
    }

    pub(super) fn spans_mut(&mut self) -> impl Iterator<Item = &mut Span> {
        self.visits.iter_mut().map(|visit| &mut visit.span)
    }

    pub(super) fn span_mut(&mut self, visit: usize) -> Option<&mut Span> {
        self.visits.get_mut(visit).map(|visit| &mut visit.span)
    }
}

/// Neighbouring dialogue steps: a round goes through their phases in order, then comes the next round.
#[derive(Debug, Clone, Copy)]
pub struct Block<'a> {
    steps: &'a [Step],
}

impl<'a> Block<'a> {
    /// The block a step belongs to; `None` when it is no dialogue step.
    #[must_use]
    pub fn around(regulation: &'a Regulation, step: &StepId) -> Option<Self> {
        let position = regulation.position(step)?;
        regulation
            .steps
            .get(position)
            .filter(|step| is_dialogue(step))?;
        let (before, after) = regulation.steps.split_at_checked(position)?;
        let first = before
            .iter()
            .rposition(|step| !is_dialogue(step))
            .map_or(0, |outside| outside + 1);
        let beyond = after
            .iter()
            .position(|step| !is_dialogue(step))
            .map_or(regulation.steps.len(), |outside| position + outside);
        regulation
            .steps
            .get(first..beyond)
            .map(|steps| Self { steps })
    }

    #[must_use]
    pub fn steps(&self) -> &'a [Step] {
        self.steps
    }

    /// The step of the block in which this phase takes place.
    #[must_use]
    pub fn step_for(&self, phase: Phase) -> Option<&'a Step> {
        self.steps
            .iter()
            .find(|step| step.phases().contains(&phase))
    }

    #[must_use]
    pub fn has(&self, phase: Phase) -> bool {
        self.step_for(phase).is_some()
    }
}

fn is_dialogue(step: &Step) -> bool {
    matches!(step.kind, StepKind::Dialogue(_))
}
