//! The program was away, after a crash, a power cut or a night: from when to when, and whether what was running then had
//! gone on. It knows nothing of how the aide is asked.

use super::Session;
use super::event::Event;
use super::floor::Turn;
use super::state::State;
use super::timing::Away;
use crate::domain::time::{ClockReading, Millis, SessionTime, Wall, between_walls};

/// Whoever spoke has gone on through an absence shorter than this; nobody is asked.
const ASKED_FROM: Millis = Millis::of_seconds(10);

impl Session {
    /// What is to be written down when the program comes back. `alive` is the last time the run before is known to have
    /// lived.
    #[must_use]
    pub fn coming_back(&self, alive: Option<Wall>, now: ClockReading) -> Event {
        let at = self.stamp(now);
        let before = self.history().entries().last().map_or(at, |last| last.at);
        let from = left_at(alive, at, before);
        Event::Resumed {
            alive,
            went_on: (at.since(from) < ASKED_FROM).then_some(true),
        }
    }

    /// The same, where the computer knows by how many milliseconds its clock was set meanwhile.
    #[must_use]
    pub fn coming_back_corrected(
        &self,
        alive: Option<Wall>,
        set_by: i64,
        now: ClockReading,
    ) -> Vec<Event> {
        // The sign of life is told in the session's own times, as the records are.
        let alive = alive.map(|alive| self.history().timeline().session_wall(alive));
        if set_by == 0 {
            return vec![self.coming_back(alive, now)];
        }
        let mut timeline = *self.history().timeline();
        timeline.clock_was_set(set_by);
        let before = self.history().entries().last().map(|last| last.at);
        let at = timeline.stamp(now);
        let from = left_at(alive, at, before.unwrap_or(at));
        let went_on = (at.since(from) < ASKED_FROM).then_some(true);
        vec![
            Event::ClockCorrected { by: set_by },
            Event::Resumed { alive, went_on },
        ]
    }

    /// The absences over a night in which nobody said that the session went on: it was suspended, though nobody adjourned it.
    pub fn nights_away(&self) -> impl Iterator<Item = &Away> {
        let began = self.state().agenda.began();
        self.state()
            .aways
            .iter()
            .filter(move |away| began.is_some_and(|began| away.from.line >= began.line))
            .filter(|away| away.went_on != Some(true))
            .filter(|away| away.from.wall.date_naive() != away.to.wall.date_naive())
            .filter(|away| !self.is_adjourned_at(away.from))
    }

    fn is_adjourned_at(&self, at: SessionTime) -> bool {
        let mut adjourned = self.state().breaks.iter().filter(|rest| rest.adjourned);
        adjourned.any(|rest| {
            let ended = rest.span.ended();
            rest.span.began().line <= at.line && ended.is_none_or(|ended| at.line < ended.line)
        })
    }
}

impl State {
    /// The first absence of the program that the aide has not yet spoken to.
    #[must_use]
    pub fn open_away(&self) -> Option<&Away> {
        self.aways.iter().find(|away| away.went_on.is_none())
    }

    /// The first absence that the aide has to speak to, because somebody's clock ran through it, and whose.
    #[must_use]
    pub fn away_to_judge(&self) -> Option<(&Away, &Turn)> {
        self.aways
            .iter()
            .filter(|away| away.went_on.is_none())
            .find_map(|away| {
                let speaking = |turn: &&Turn| {
                    let clock = turn.clock.as_ref();
                    clock.is_some_and(|clock| clock.covers(away.from, away.to))
                };
                self.turns.iter().find(speaking).map(|turn| (away, turn))
            })
    }

    pub(super) fn came_back(
        &mut self,
        alive: Option<Wall>,
        went_on: Option<bool>,
        at: SessionTime,
        before: SessionTime,
    ) {
        if self.agenda.began().is_none() || self.closed.is_some() {
            return;
        }
        let from = left_at(alive, at, before);
        self.aways.push(Away {
            from,
            to: at,
            went_on,
        });
        let asks = self.away_to_judge().is_some();
        if went_on.is_none() && !asks && from.wall.date_naive() != at.wall.date_naive() {
            // Nobody is asked, and nobody sat there through the night: the step went on no more than the session did.
            for span in self.agenda.spans_mut() {
                span.leave_out(from, at);
            }
        }
    }

    pub(super) fn judge_away(&mut self, went_on: bool) {
        // An absence through which nobody's clock ran asks nothing, so the word is about the next one.
        let asked = self.away_to_judge().map(|(away, _)| *away);
        let Some(away) = self
            .aways
            .iter_mut()
            .find(|away| asked.map_or(away.went_on.is_none(), |asked| **away == asked))
        else {
            return;
        };
        away.went_on = Some(went_on);
        let (from, to) = (away.from, away.to);
        if went_on {
            return;
        }
        // Whoever spoke then may have given up the floor before the aide said so, and the step may have been left. A break
        // is over when the hall says so, whether the program was there or not, and has the step paused already.
        let clocks = self.turns.iter_mut().filter_map(|turn| turn.clock.as_mut());
        for span in clocks.chain(self.agenda.spans_mut()) {
            span.leave_out(from, to);
        }
    }
}

/// The run before lived at least to its last record, and longer if it left a sign of life after it.
fn left_at(alive: Option<Wall>, at: SessionTime, before: SessionTime) -> SessionTime {
    let lived_on = alive.map_or(Millis::ZERO, |alive| between_walls(before.wall, alive));
    before.shifted(i64::try_from(lived_on.0.min(at.since(before).0)).unwrap_or(0))
}
