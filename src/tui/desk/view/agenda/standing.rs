//! Where a step stands: to come, present, coming round again, held, skipped. Draws nothing.

use super::StepMark;
use crate::domain::regulation::{Phase, Step, StepKind};
use crate::domain::session::Session;
use crate::domain::session::agenda::Block;
use crate::domain::session::deviation::Departure;

pub(super) fn mark(session: &Session, step: &Step) -> StepMark {
    let state = session.state();
    let agenda = &state.agenda;
    let present = agenda.present();
    if present == Some(&step.id) && state.closed.is_none() {
        return StepMark::Present;
    }
    let in_block = present
        .and_then(|present| Block::around(session.regulation(), present))
        .is_some_and(|block| block.steps().iter().any(|known| known.id == step.id));
    let skipped = |step: &Step| {
        state.deviations.iter().any(
            |deviation| matches!(&deviation.departure, Departure::StepSkipped { step: left } if left == &step.id),
        )
    };
    // A dialogue that was opened, and left before anybody spoke, was not held.
    let has_turns = state.turns.iter().any(|turn| turn.step == step.id);
    let was_opened_only = matches!(step.kind, StepKind::Dialogue(_)) && skipped(step) && !has_turns;
    if agenda.was_held(&step.id) && (in_block || !was_opened_only) {
        let comes_again =
            state.closed.is_none() && in_block && matches!(step.kind, StepKind::Dialogue(_));
        return if comes_again {
            StepMark::ComesAgain
        } else {
            StepMark::Held
        };
    }
    // With the speeches goes what answers them.
    let block = Block::around(session.regulation(), &step.id);
    let with_its_block = !in_block
        && block.is_some_and(|block| {
            block
                .step_for(Phase::Speech)
                .is_some_and(|speeches| skipped(speeches) && !has_turns)
        })
        && !state.turns.iter().any(|turn| turn.phase == Phase::Speech);
    if skipped(step) || with_its_block {
        StepMark::Skipped
    } else if session.has_occasion(step) {
        StepMark::Ahead
    } else {
        StepMark::NoOccasion
    }
}
