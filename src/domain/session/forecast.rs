//! How the session goes against its plan: elapsed, forecast end, ahead or behind, and what is left for each speaker. It
//! reckons from what is left to do, not from what should have been.

use super::Session;
use super::agenda::Block;
use super::next::Next;
use crate::domain::regulation::{Phase, Step, StepKind};
use crate::domain::time::{Millis, SessionTime, Wall};

/// Seconds.
const HALF_MINUTE: u64 = 30;
/// As many speakers as have to be heard until the session's own measure counts as much as the plan's: two short speeches
/// do not make a short session.
const PLAN_WEIGHS: u64 = 4;

/// How the session goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// Since the first step.
    pub elapsed: Millis,
    /// What the office or the regulation allows.
    pub allowed: Option<Millis>,
    /// When it will end, from what is left.
    pub forecast_end: Wall,
    /// Milliseconds later than planned; negative when ahead.
    pub behind: i64,
    /// By how much it will run past what is allowed.
    pub past_length: Option<Millis>,
}

impl Session {
    /// How the session goes at `now`; `None` before it began.
    #[must_use]
    pub fn pace(&self, now: SessionTime) -> Option<Pace> {
        let now = self.state().ended().unwrap_or(now);
        let elapsed = self.held_time(now)?;
        let remaining = self.remaining(now);
        let planned = self.planned_whole();
        let whole = elapsed.saturating_add(remaining);
        let allowed = self
            .allowed_minutes()
            .map(|minutes| Millis::of_minutes(u64::from(minutes)));
        Some(Pace {
            elapsed,
            allowed,
            forecast_end: now
                .wall
                .checked_add_signed(remaining.delta())
                .unwrap_or(now.wall),
            behind: whole.signed_sub(planned),
            past_length: allowed
                .map(|allowed| whole.saturating_sub(allowed))
                .filter(|past| *past > Millis::ZERO),
        })
    }

    /// How long a speech may take if everybody who waits is to be heard within what is allowed, or planned where nothing
    /// is said: in half minutes, as a chair announces it, in seconds only below that. `None` while nobody waits or nothing
    /// is left.
    #[must_use]
    pub fn equal_share(&self, now: SessionTime) -> Option<Millis> {
        let waiting = self.count_waiting();
        let each = self.left_for_speakers(now)?.0.checked_div(waiting)?;
        // What is left for one speaker, of which the speech gets the part it usually has.
        let (speech, others) = self.usual_exchange(now);
        let share = each * speech.0 / speech.saturating_add(others).0.max(1) / 1000;
        let announced = if share < HALF_MINUTE {
            share
        } else {
            share / HALF_MINUTE * HALF_MINUTE
        };
        Some(Millis::of_seconds(announced)).filter(|share| *share > Millis::ZERO)
    }

    /// Whether those who wait cannot all be heard in what is left, at the pace that is usual.
    #[must_use]
    pub fn is_too_short_for_all(&self, now: SessionTime) -> bool {
        let (speech, others) = self.usual_exchange(now);
        let needed = speech
            .saturating_add(others)
            .0
            .saturating_mul(self.count_waiting());
        self.left_for_speakers(now)
            .is_some_and(|left| left.0 < needed)
    }

    fn count_waiting(&self) -> u64 {
        u64::try_from(self.state().queue.waiting().count()).unwrap_or(u64::MAX)
    }

    /// What is allowed or planned, without what has gone by and what the steps after the dialogue take; `None` before the
    /// session began.
    fn left_for_speakers(&self, now: SessionTime) -> Option<Millis> {
        let pace = self.pace(now)?;
        let whole = pace.allowed.unwrap_or_else(|| self.planned_whole());
        let after: Millis = self
            .steps_ahead()
            .filter(|step| step.phases().is_empty())
            .map(|step| self.planned(step))
            .sum();
        Some(whole.saturating_sub(pace.elapsed).saturating_sub(after))
    }

    /// What one speaker usually takes: the speech, and the answer and further exchange that belong to it.
    fn usual_exchange(&self, now: SessionTime) -> (Millis, Millis) {
        let state = self.state();
        let total = |phase: Phase| -> Millis {
            // Answers prepared beforehand are read in a step of their own, and belong to no speaker.
            let turns = state
                .turns
                .iter()
                .filter(|turn| turn.phase == phase && self.is_dialogue(&turn.step));
            turns.map(|turn| turn.lasted(now)).sum()
        };
        let limit = |phase: Phase| state.limits.of(phase).unwrap_or(Millis::of_minutes(3));
        let heard = self.count_heard();
        let answers = total(Phase::Answer).saturating_add(total(Phase::Exchange));
        (
            weighed(limit(Phase::Speech), total(Phase::Speech), heard),
            weighed(limit(Phase::Answer), answers, heard),
        )
    }

    fn count_heard(&self) -> u64 {
        let turns = self.state().turns.iter();
        let heard = turns.filter(|turn| turn.phase == Phase::Speech).count();
        u64::try_from(heard).unwrap_or(u64::MAX)
    }

    /// What is left to do from `now` on.
    fn remaining(&self, now: SessionTime) -> Millis {
        if self.state().closed.is_some() {
            return Millis::ZERO;
        }
        let rest_of_break = self.state().present_break().map_or(Millis::ZERO, |rest| {
            rest.planned.map_or(Millis::ZERO, |planned| {
                planned.saturating_sub(rest.span.lasted(now))
            })
        });
        let here = self
            .present_step()
            .map_or(Millis::ZERO, |step| self.rest_of(step, now));
        let ahead = self.steps_ahead().map(|step| self.planned(step)).sum();
        rest_of_break.saturating_add(here).saturating_add(ahead)
    }

    fn rest_of(&self, step: &Step, now: SessionTime) -> Millis {
        let state = self.state();
        match (&step.kind, Block::around(self.regulation(), &step.id)) {
            (StepKind::Dialogue(_), Some(block)) => {
                let spent: Millis = block
                    .steps()
                    .iter()
                    .map(|step| state.agenda.lasted(&step.id, now))
                    .sum();
                let planned: Millis = block.steps().iter().map(|step| self.planned(step)).sum();
                self.rest_of_dialogue(planned, spent, now)
            }
            _ => self
                .planned(step)
                .saturating_sub(state.agenda.lasted(&step.id, now)),
        }
    }

    /// What is left of a dialogue: for all who wait, and for those whose exchange is going on.
    fn rest_of_dialogue(&self, planned: Millis, spent: Millis, now: SessionTime) -> Millis {
        let state = self.state();
        let waiting = self.count_waiting();
        let all_heard = waiting == 0 && state.floor().is_none();
        if all_heard && matches!(self.next(), Next::EnterStep(_) | Next::ChooseStep) {
            return Millis::ZERO;
        }
        let speeches = |now_on: bool| {
            let turns = state.turns.iter().filter(|turn| {
                turn.phase == Phase::Speech && (turn.round == state.round.number) == now_on
            });
            u64::try_from(turns.count()).unwrap_or(u64::MAX)
        };
        let (heard, on) = (speeches(false), speeches(true));
        let of_this_round: Millis = state
            .turns
            .iter()
            .filter(|turn| turn.round == state.round.number && on > 0)
            .map(|turn| turn.lasted(now))
            .sum();
        // The plan's time is for all who came to speak.
        let all = heard.saturating_add(on).saturating_add(waiting);
        let Some(planned_each) = planned.0.checked_div(all) else {
            return Millis::ZERO;
        };
        let each = weighed(
            Millis(planned_each),
            spent.saturating_sub(of_this_round),
            heard,
        )
        .0;
        let to_come = Millis(each.saturating_mul(waiting));
        to_come.saturating_add(Millis(each.saturating_mul(on)).saturating_sub(of_this_round))
    }

    /// The steps that come after the present one (after its block), as far as they have occasion.
    fn steps_ahead(&self) -> impl Iterator<Item = &Step> {
        let following = self
            .following_step()
            .and_then(|step| self.regulation().position(&step.id))
            .unwrap_or(self.regulation().steps.len());
        self.regulation()
            .steps
            .iter()
            .skip(following)
            .filter(|step| self.has_occasion(step))
    }

    fn planned_whole(&self) -> Millis {
        self.regulation()
            .steps
            .iter()
            .filter(|step| self.has_occasion(step))
            .map(|step| self.planned(step))
            .sum()
    }

    fn planned(&self, step: &Step) -> Millis {
        Millis::of_minutes(u64::from(self.planned_minutes(step)))
    }
}

/// What one of several takes: the plan's measure and what the first of them took together, the plan as if it were the
/// measure of [`PLAN_WEIGHS`] more.
fn weighed(planned_each: Millis, took: Millis, count: u64) -> Millis {
    let together = planned_each
        .0
        .saturating_mul(PLAN_WEIGHS)
        .saturating_add(took.0);
    Millis(together / PLAN_WEIGHS.saturating_add(count))
}
