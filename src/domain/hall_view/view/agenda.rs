//! The prescribed order and where the session stands in it.

use super::Looking;
use crate::domain::hall_view::scene::{AgendaLine, AgendaView, PresentStep, StepState, StepView};
use crate::domain::hall_view::words::AgendaMessage;
use crate::domain::regulation::{Step, StepKind};
use crate::domain::session::agenda::Block;

impl Looking<'_> {
    pub(super) fn agenda_view(self, whole: bool) -> AgendaView {
        let steps = self.steps();
        AgendaView {
            whole,
            begins: self.begins(),
            present: self.present(),
            steps: steps
                .iter()
                .zip(1..)
                .map(|(step, number)| self.step(step, number, &steps))
                .collect(),
        }
    }

    /// Where the session stands, in one line.
    pub(super) fn agenda_line(self) -> AgendaLine {
        let words = &self.words.agenda;
        let steps = self.steps();
        let states = steps
            .iter()
            .zip(1..)
            .map(|(step, number)| self.standing(step, number, &steps))
            .collect();
        let present = self.present_of(&steps);
        let place = present.map(|(number, _)| format!("{number}/{}", steps.len()));
        let titles = match present {
            Some((_, step)) => self.titles(step),
            None => vec![
                self.begins()
                    .unwrap_or_else(|| words[AgendaMessage::Over].to_string()),
            ],
        };
        AgendaLine {
            place: place.unwrap_or_default(),
            titles,
            steps: states,
        }
    }

    /// A step in all its words, then in fewer: by its name, then a dialogue by what is done in it, any other by the beginning
    /// of its title, up to a word that begins an addition.
    fn titles(self, step: &Step) -> Vec<String> {
        let title = step.title.in_lang(self.lang);
        let mut titles = vec![title.to_owned()];
        let name = step.name().in_lang(self.lang);
        if name != title {
            titles.push(name.to_owned());
        }
        if let StepKind::Dialogue(phases) = &step.kind
            && let [phase] = phases.as_slice()
        {
            titles.push(self.words.turn.of(*phase).to_string());
            return titles;
        }
        let mut ends: Vec<usize> = self.words.agenda[AgendaMessage::Additions]
            .as_str()
            .split('|')
            .flat_map(|addition| title.match_indices(addition))
            .map(|(end, _)| end)
            .collect();
        ends.sort_unstable();
        let shorter = ends.into_iter().rev().filter_map(|end| title.get(..end));
        titles.extend(
            shorter
                .filter(|text| text.contains(' '))
                .map(ToOwned::to_owned),
        );
        titles
    }

    fn begins(self) -> Option<String> {
        let held = self.session.plan().held;
        self.session.state().agenda.began().is_none().then(|| {
            let time = held.format("%H:%M");
            self.words.agenda[AgendaMessage::Begins].render(&[("time", &time)])
        })
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

    /// The present step with its number among these, while the session goes on.
    fn present_of<'s>(self, steps: &[&'s Step]) -> Option<(usize, &'s Step)> {
        let present = self.session.state().agenda.present()?;
        let goes_on = self.session.state().closed.is_none();
        (1..)
            .zip(steps)
            .find(|(_, step)| goes_on && &step.id == present)
            .map(|(number, step)| (number, *step))
    }

    fn present(self) -> Option<PresentStep> {
        let state = self.session.state();
        let step = self
            .session
            .present_step()
            .filter(|_| state.closed.is_none())?;
        let act = state.agenda.unticked(step).next().map(|act| {
            self.words.agenda[AgendaMessage::Act].render(&[("act", &act.title.in_lang(self.lang))])
        });
        Some(PresentStep {
            title: step.title.in_lang(self.lang).to_owned(),
            act,
        })
    }

    fn standing(self, step: &Step, number: usize, steps: &[&Step]) -> StepState {
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
        if is_present {
            StepState::Present
        } else if held && self.comes_again(step) {
            StepState::Ongoing
        } else if held {
            StepState::Done
        } else if later_was_held() {
            StepState::LeftOut
        } else {
            StepState::Ahead
        }
    }

    fn step(self, step: &Step, number: usize, steps: &[&Step]) -> StepView {
        let standing = self.standing(step, number, steps);
        StepView {
            state: standing,
            number: number.to_string(),
            title: step.title.in_lang(self.lang).to_owned(),
            name: step.name().in_lang(self.lang).to_owned(),
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
