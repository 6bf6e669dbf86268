//! The prescribed order and where the session stands in it.

use super::Looking;
use crate::domain::format;
use crate::domain::regulation::Step;
use crate::domain::session::agenda::Block;
use crate::tui::projector::scene::{AgendaView, PresentStep, StepState, StepView};
use crate::tui::projector::words::AgendaMessage;

impl Looking<'_> {
    pub(super) fn agenda_view(self) -> AgendaView {
        let plan = self.session.plan();
        let steps = self.steps();
        let begins = self.session.state().agenda.began().is_none().then(|| {
            self.words.agenda[AgendaMessage::Begins].render(&[("time", &plan.held.format("%H:%M"))])
        });
        AgendaView {
            begins,
            present: self.present(&steps),
            steps: steps
                .iter()
                .zip(1..)
                .map(|(step, number)| self.step(step, number, &steps))
                .collect(),
        }
    }

    /// The steps there is an occasion for, and those that were held all the same.
    fn steps(&self) -> Vec<&Step> {
        self.session
            .regulation()
            .steps
            .iter()
            .filter(|step| {
                self.session.has_occasion(step) || self.session.state().agenda.was_held(&step.id)
            })
            .collect()
    }

    fn present(self, steps: &[&Step]) -> Option<PresentStep> {
        let state = self.session.state();
        let step = self
            .session
            .present_step()
            .filter(|_| state.closed.is_none())?;
        let number = steps
            .iter()
            .zip(1..)
            .find(|(known, _)| known.id == step.id)?
            .1;
        let number: usize = number;
        let act = state.agenda.unticked(step).next().map(|act| {
            self.words.agenda[AgendaMessage::Act].render(&[("act", &act.title.in_lang(self.lang))])
        });
        Some(PresentStep {
            heading: self.words.agenda[AgendaMessage::Heading].render(&[
                ("number", &number),
                ("count", &steps.len()),
                ("article", &step.article),
            ]),
            title: step.title.in_lang(self.lang).to_owned(),
            act,
        })
    }

    fn step(self, step: &Step, number: usize, steps: &[&Step]) -> StepView {
        let state = self.session.state();
        let agenda = &state.agenda;
        let is_present = state.closed.is_none() && agenda.present() == Some(&step.id);
        let later_was_held = || {
            steps
                .iter()
                .skip(number)
                .any(|later| agenda.was_held(&later.id))
        };
        let held = agenda.was_held(&step.id);
        let standing = if is_present {
            StepState::Present
        } else if held && self.comes_again(step) {
            StepState::Ongoing
        } else if held {
            StepState::Done
        } else if later_was_held() {
            StepState::LeftOut
        } else {
            StepState::Ahead
        };
        let minutes = self.session.planned_minutes(step);
        StepView {
            state: standing,
            number: number.to_string(),
            title: step.title.in_lang(self.lang).to_owned(),
            article: step.article.to_string(),
            planned: self.words.agenda[AgendaMessage::Planned].render(&[("minutes", &minutes)]),
            actual: held.then(|| format::duration(agenda.lasted(&step.id, self.now))),
        }
    }
    /// Whether the session is in the block of dialogue that the step belongs to: it is held again in the next round.
    fn comes_again(self, step: &Step) -> bool {
        let regulation = self.session.regulation();
        self.session.state().closed.is_none()
            && Block::around(regulation, &step.id).is_some_and(|block| {
                let present = self.session.state().agenda.present();
                block.steps().iter().any(|step| Some(&step.id) == present)
            })
    }
}
