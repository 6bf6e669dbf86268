//! Deciding on the way through the steps: entering, ticking, closing, and what leaves the prescribed order.

use super::Decision;
use crate::domain::regulation::{
    Article, ChecklistItemId, Grade, Order, Phase, Step, StepId, StepKind,
};
use crate::domain::session::Session;
use crate::domain::session::agenda::Block;
use crate::domain::session::deviation::{Departure, Deviation, Reason};
use crate::domain::session::event::Event;
use crate::domain::session::plan::{Official, OpinionId, SpeakingMode};
use crate::domain::session::queue::Standing;
use crate::domain::session::rejection::Rejection;

impl Session {
    pub(super) fn enter_step(&self, step: StepId, reason: Option<Reason>) -> Decision {
        let Some(target) = self.regulation().step(&step) else {
            return Err(Rejection::NoSuchStep(step));
        };
        if self.state().present_break().is_some() {
            return Err(Rejection::InBreak);
        }
        let mut events = self.reasoned(self.departures_to(target), reason)?;
        events.extend(self.yield_floor());
        events.push(Event::StepEntered { step });
        Ok(events)
    }

    pub(super) fn tick(&self, act: ChecklistItemId) -> Decision {
        let step = self.present_step().ok_or(Rejection::NotBegun)?;
        if !step.acts.iter().any(|known| known.id == act) {
            return Err(Rejection::NoSuchAct(act));
        }
        if self.state().agenda.is_ticked(&step.id, &act) {
            return Err(Rejection::AlreadyTicked(act));
        }
        Ok(vec![Event::ActTicked {
            step: step.id.clone(),
            act,
        }])
    }

    pub(super) fn set_speaking_mode(&self, mode: SpeakingMode) -> Decision {
        if self.state().taking == mode {
            return Err(Rejection::SameAsBefore);
        }
        Ok(vec![Event::TakingSet { taking: mode }])
    }

    pub(super) fn hold_speeches(&self) -> Decision {
        let block = self
            .present_step()
            .and_then(|step| Block::around(self.regulation(), &step.id));
        if !block.is_some_and(|block| block.has(Phase::Speech)) {
            return Err(Rejection::NoSuchPhase(Phase::Speech));
        }
        if self.state().turns_of_round(Phase::Speech).next().is_none()
            || self.state().round.speeches_held
        {
            return Err(Rejection::SameAsBefore);
        }
        let mut events = self.yield_floor();
        events.push(Event::SpeechesHeld);
        Ok(events)
    }

    pub(super) fn close(&self, reason: Option<Reason>) -> Decision {
        if self.state().agenda.began().is_none() {
            return Err(Rejection::NotBegun);
        }
        if let Some(turn) = self.state().floor() {
            return Err(Rejection::FloorTaken {
                by: turn.holder.clone(),
            });
        }
        if self.state().present_break().is_some() {
            return Err(Rejection::InBreak);
        }
        let missing = self.missing();
        if !missing.is_empty() {
            return Err(Rejection::GateShut(missing));
        }
        let mut departures = Vec::new();
        if self.regulation().order == Order::Prescribed {
            departures.extend(self.left_behind(None));
            departures.extend(self.unfinished_before(self.regulation().steps.len()));
            departures.extend(self.unheard(None));
            departures.extend(self.skipped_before(self.regulation().steps.len()));
        }
        // What the text wants in one sitting was held in several, and nobody gave a reason when it was suspended.
        let adjourned = Departure::Adjourned;
        let is_told = |told: &Deviation| told.departure == adjourned;
        if self.is_one_sitting()
            && self.nights_away().next().is_some()
            && !self.state().deviations.iter().any(is_told)
        {
            departures.push(adjourned);
        }
        let mut events = self.reasoned(departures, reason)?;
        events.push(Event::Closed);
        Ok(events)
    }

    pub(super) fn replace_chair(
        &self,
        by: Official,
        case: Option<String>,
        reason: Reason,
    ) -> Decision {
        if by.name.trim().is_empty() || reason.why.trim().is_empty() {
            return Err(Rejection::EmptyText);
        }
        let rule = self.regulation().rules.deputy.as_ref();
        let known =
            |id: &String| rule.is_some_and(|rule| rule.cases.iter().any(|case| &case.id == id));
        if let Some(unknown) = case.as_ref().filter(|id| !known(id)) {
            return Err(Rejection::NoSuchCase(unknown.clone()));
        }
        Ok(vec![Event::ChairReplaced {
            by,
            // The text lets somebody else preside in its own cases only; without one there is nothing to cite.
            article: rule
                .filter(|_| case.is_some())
                .map(|rule| rule.article.clone()),
            case,
            reason,
        }])
    }

    /// What going to this step departs from: nothing, where no order is prescribed.
    fn departures_to(&self, target: &Step) -> Vec<Departure> {
        if self.regulation().order == Order::Unknown {
            return Vec::new();
        }
        let Some(position) = self.regulation().position(&target.id) else {
            return Vec::new();
        };
        let Some(present) = self.present_step() else {
            return self.skipped_before(position);
        };
        if present.id == target.id {
            return vec![Departure::StepRepeated {
                step: target.id.clone(),
            }];
        }
        let here = self.regulation().position(&present.id).unwrap_or(0);
        if position > here {
            let mut departures = self.left_behind(Some(target));
            departures.extend(self.unfinished_before(position));
            departures.extend(self.unheard(Some(target)));
            departures.extend(self.skipped_before(position));
            return departures;
        }
        // The steps of a block come again with every round; to any other this is the way back. What is not done yet in the
        // step that is left is not left out by it: the session may come to it once more.
        if self.in_one_block(present, target) {
            return Vec::new();
        }
        vec![Departure::WentBack {
            from: present.id.clone(),
            to: target.id.clone(),
        }]
    }

    /// What is still to be done in steps before this position that were left on the way back and never taken up again.
    fn unfinished_before(&self, position: usize) -> Vec<Departure> {
        let present = self.present_step().map(|step| &step.id);
        let steps = self.regulation().steps.iter().take(position);
        steps
            .filter(|step| Some(&step.id) != present && self.state().agenda.was_held(&step.id))
            .flat_map(|step| self.undone_in(step))
            .filter(|departure| !self.is_told(departure))
            .collect()
    }

    /// Whether a departure was given its reason before, together with others or alone.
    fn is_told(&self, departure: &Departure) -> bool {
        let told = self.state().deviations.iter().map(|told| &told.departure);
        told.into_iter().any(|told| match (told, departure) {
            (
                Departure::ActsLeftOut {
                    step: known,
                    acts: all,
                },
                Departure::ActsLeftOut { step, acts },
            ) => known == step && acts.iter().all(|act| all.contains(act)),
            (
                Departure::OpinionsLeftUnread {
                    step: known,
                    opinions: all,
                },
                Departure::OpinionsLeftUnread { step, opinions },
            ) => known == step && opinions.iter().all(|one| all.contains(one)),
            _ => false,
        })
    }

    /// Steps before this position that had occasion and were not held. What *may* be held may be left out; of a dialogue
    /// that has begun the text's *may* says who answers and who may go on, and breaking it off is said by somebody.
    fn skipped_before(&self, position: usize) -> Vec<Departure> {
        self.regulation()
            .steps
            .iter()
            .take(position)
            .filter(|step| step.grade == Grade::Orders || !step.phases().is_empty())
            .filter(|step| !self.state().agenda.was_held(&step.id) && self.was_called_for(step))
            .filter(|step| !self.already_excused(step))
            .map(|step| Departure::StepSkipped {
                step: step.id.clone(),
            })
            .collect()
    }

    /// The speeches of a dialogue that was opened and is left before anybody spoke, though somebody would have: opening it
    /// is not holding it. Once one person was heard, ending it is the chair's to say, and whoever still waits is asked
    /// about before closing.
    fn unheard(&self, target: Option<&Step>) -> Option<Departure> {
        let present = self.present_step()?;
        if target.is_some_and(|target| self.in_one_block(present, target)) {
            return None;
        }
        let speeches = Block::around(self.regulation(), &present.id)?.step_for(Phase::Speech)?;
        let state = self.state();
        let anybody_spoke = state.turns.iter().any(|turn| turn.phase == Phase::Speech);
        let would_have_spoken = state
            .queue
            .people()
            .iter()
            .any(|person| matches!(person.standing, Standing::Waiting | Standing::NoTimeLeft));
        let is_left = !anybody_spoke
            && would_have_spoken
            && state.agenda.was_held(&speeches.id)
            && !self.already_excused(speeches);
        is_left.then(|| Departure::StepSkipped {
            step: speeches.id.clone(),
        })
    }

    /// Whether a step that was not held should have been: answers are called for once something was raised, a further
    /// exchange once something was answered, other steps always when they have occasion.
    fn was_called_for(&self, step: &Step) -> bool {
        let state = self.state();
        let called_for = |phase: Phase| match phase {
            Phase::Speech => true,
            Phase::Answer => state.turns.iter().any(|turn| turn.phase == Phase::Speech),
            Phase::Exchange => state
                .turns
                .iter()
                .any(|turn| turn.phase == Phase::Answer && self.is_dialogue(&turn.step)),
        };
        self.has_occasion(step)
            && (step.phases().is_empty() || step.phases().iter().any(|phase| called_for(*phase)))
    }

    /// Whether citizens speak or are answered in this step.
    pub(in crate::domain::session) fn is_dialogue(&self, step: &StepId) -> bool {
        self.regulation()
            .step(step)
            .is_some_and(|step| !step.phases().is_empty())
    }

    /// The skipping of this step was given a reason before.
    fn already_excused(&self, step: &Step) -> bool {
        self.state().deviations.iter().any(|deviation| {
            deviation.departure
                == Departure::StepSkipped {
                    step: step.id.clone(),
                }
        })
    }

    /// The acts and opinions of the present step that leaving it would leave out. Moving inside a dialogue block leaves
    /// nothing.
    fn left_behind(&self, target: Option<&Step>) -> Vec<Departure> {
        let Some(present) = self.present_step() else {
            return Vec::new();
        };
        if target.is_some_and(|target| self.in_one_block(present, target)) {
            return Vec::new();
        }
        self.undone_in(present)
    }

    /// The acts of a step that were not done, and the opinions that were not taken up in it.
    fn undone_in(&self, left: &Step) -> Vec<Departure> {
        let acts: Vec<ChecklistItemId> = self
            .state()
            .agenda
            .unticked(left)
            .map(|act| act.id.clone())
            .collect();
        let step = || left.id.clone();
        let mut departures = Vec::new();
        if !acts.is_empty() {
            departures.push(Departure::ActsLeftOut { step: step(), acts });
        }
        let opinions = self.unread_in(left);
        if !opinions.is_empty() {
            departures.push(Departure::OpinionsLeftUnread {
                step: step(),
                opinions,
            });
        }
        departures
    }

    /// The opinions collected beforehand that a step of prepared answers still has to take up.
    fn unread_in(&self, step: &Step) -> Vec<OpinionId> {
        let is_for_them = step.kind == StepKind::PreparedAnswers;
        self.plan()
            .opinions
            .iter()
            .map(|opinion| opinion.id)
            .filter(|id| is_for_them && self.taken_up(*id).is_none())
            .collect()
    }

    fn in_one_block(&self, one: &Step, other: &Step) -> bool {
        Block::around(self.regulation(), &one.id)
            .is_some_and(|block| block.steps().iter().any(|step| step.id == other.id))
    }

    /// The deviations that come of departing, or the refusal that asks for a reason.
    pub(super) fn reasoned(&self, departures: Vec<Departure>, reason: Option<Reason>) -> Decision {
        if departures.is_empty() {
            return Ok(Vec::new());
        }
        let Some(reason) = reason
            .filter(|reason| !reason.why.trim().is_empty() && !reason.ordered_by.trim().is_empty())
        else {
            return Err(Rejection::NeedsReason(departures));
        };
        Ok(departures
            .into_iter()
            .map(|departure| Event::Deviated {
                article: self.article_departed_from(&departure),
                departure,
                reason: reason.clone(),
            })
            .collect())
    }

    /// The article that a departure leaves.
    #[must_use]
    pub fn article_departed_from(&self, departure: &Departure) -> Article {
        let of_step = |id: &StepId| self.regulation().step(id).map(|step| step.article.clone());
        match departure {
            Departure::StepSkipped { step }
            | Departure::ActsLeftOut { step, .. }
            | Departure::OpinionsLeftUnread { step, .. }
            | Departure::StepRepeated { step } => of_step(step),
            Departure::WentBack { from, .. } => of_step(from),
            Departure::Adjourned => self
                .regulation()
                .length
                .as_ref()
                .map(|length| length.article.clone()),
            Departure::UnregisteredSpeaker { .. } | Departure::OpinionOutOfScope { .. } => {
                self.article_on_unregistered()
            }
        }
        .unwrap_or_else(|| Article(String::new()))
    }

    /// Where the regulation speaks of who may speak: its rule on the unregistered, else the step of the speeches.
    fn article_on_unregistered(&self) -> Option<Article> {
        let regulation = self.regulation();
        let of_speeches = || {
            let mut steps = regulation.steps.iter();
            let step = steps.find(|step| step.phases().contains(&Phase::Speech));
            step.map(|step| step.article.clone())
        };
        regulation
            .rules
            .unregistered
            .rule()
            .map(|rule| rule.article.clone())
            .or_else(of_speeches)
    }
}
