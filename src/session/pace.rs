//! How the session goes against its plan: elapsed, forecast end, ahead or behind, and what is left for each speaker. It
//! reckons from what is left to do, not from what should have been.

use super::Session;
use super::agenda::Block;
use crate::moment::{Millis, Stamp, Wall};
use crate::regulation::{Phase, Step, StepKind};

/// From how many speakers on the session's own measure replaces the plan's.
const ENOUGH_TO_MEASURE: u64 = 2;

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
    pub fn pace(&self, now: Stamp) -> Option<Pace> {
        let began = self.state().agenda.began()?;
        let now = self.state().ended().unwrap_or(now);
        let elapsed = now.since(began);
        let remaining = self.remaining(now);
        let planned: Millis = self
            .regulation()
            .steps
            .iter()
            .filter(|step| self.has_occasion(step))
            .map(|step| self.planned(step))
            .sum();
        let whole = elapsed.plus(remaining);
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
            behind: whole.signed_less(planned),
            past_length: allowed
                .map(|allowed| whole.less(allowed))
                .filter(|past| *past > Millis::ZERO),
        })
    }

    /// How long a speech may take if everybody who waits is to be heard within what is allowed, or planned where nothing
    /// is said; `None` while nobody waits or nothing is left.
    #[must_use]
    pub fn equal_share(&self, now: Stamp) -> Option<Millis> {
        let waiting = u64::try_from(self.state().queue.waiting().count()).ok()?;
        let pace = self.pace(now).filter(|_| waiting > 0)?;
        let whole = pace.allowed.unwrap_or_else(|| {
            self.regulation()
                .steps
                .iter()
                .filter(|step| self.has_occasion(step))
                .map(|step| self.planned(step))
                .sum()
        });
        let after: Millis = self
            .steps_ahead()
            .filter(|step| step.phases().is_empty())
            .map(|step| self.planned(step))
            .sum();
        let left = whole.less(pace.elapsed).less(after);
        let (speech, others) = self.usual_exchange(now);
        let one = speech.plus(others).0.max(1);
        // What is left for one speaker, of which the speech gets the part it usually has.
        let each = left.0 / waiting;
        Some(Millis(each * speech.0 / one / 1000 * 1000)).filter(|share| share.seconds() > 0)
    }

    /// What one speaker usually takes: the speech, and the answer and further exchange that belong to it.
    fn usual_exchange(&self, now: Stamp) -> (Millis, Millis) {
        let state = self.state();
        let total = |phase: Phase| -> (Millis, u64) {
            let turns: Vec<_> = state
                .turns
                .iter()
                .filter(|turn| turn.phase == phase)
                .collect();
            (
                turns.iter().map(|turn| turn.lasted(now)).sum(),
                u64::try_from(turns.len()).unwrap_or(u64::MAX),
            )
        };
        let (speeches, heard) = total(Phase::Speech);
        if heard >= ENOUGH_TO_MEASURE {
            let others = total(Phase::Answer).0.plus(total(Phase::FollowUp).0);
            return (Millis(speeches.0 / heard), Millis(others.0 / heard));
        }
        let limit = |phase: Phase| state.limits.of(phase).unwrap_or(Millis::of_minutes(3));
        (limit(Phase::Speech), limit(Phase::Answer))
    }

    /// What is left to do from `now` on.
    fn remaining(&self, now: Stamp) -> Millis {
        if self.state().closed.is_some() {
            return Millis::ZERO;
        }
        let rest_of_break = self.state().present_break().map_or(Millis::ZERO, |rest| {
            rest.planned
                .map_or(Millis::ZERO, |planned| planned.less(rest.span.lasted(now)))
        });
        let here = self
            .present_step()
            .map_or(Millis::ZERO, |step| self.rest_of(step, now));
        let ahead = self.steps_ahead().map(|step| self.planned(step)).sum();
        rest_of_break.plus(here).plus(ahead)
    }

    fn rest_of(&self, step: &Step, now: Stamp) -> Millis {
        let state = self.state();
        match (&step.kind, Block::around(self.regulation(), &step.id)) {
            (StepKind::Dialogue(_), Some(block)) => {
                let spent: Millis = block
                    .steps()
                    .iter()
                    .map(|step| state.agenda.lasted(&step.id, now))
                    .sum();
                let heard = u64::try_from(
                    state
                        .turns
                        .iter()
                        .filter(|turn| turn.phase == Phase::Speech)
                        .count(),
                )
                .unwrap_or(u64::MAX);
                let waiting = u64::try_from(state.queue.waiting().count()).unwrap_or(u64::MAX);
                if heard >= ENOUGH_TO_MEASURE {
                    return Millis((spent.0 / heard).saturating_mul(waiting));
                }
                let planned: Millis = block.steps().iter().map(|step| self.planned(step)).sum();
                if waiting == 0 && state.floor().is_none() {
                    return Millis::ZERO;
                }
                planned.less(spent)
            }
            _ => self.planned(step).less(state.agenda.lasted(&step.id, now)),
        }
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

    fn planned(&self, step: &Step) -> Millis {
        Millis::of_minutes(u64::from(self.planned_minutes(step)))
    }
}
