//! What breaks and the program's own absences make of the clocks. Like all of applying it cannot fail.

use crate::domain::session::state::State;
use crate::domain::session::timing::{Away, Break, Span};
use crate::domain::time::{Millis, SessionTime, Wall, between_walls};

impl State {
    pub(super) fn rest(&mut self, planned: Option<Millis>, adjourned: bool, at: SessionTime) {
        if let Some(span) = self.agenda.present_span() {
            span.pause(at);
        }
        self.breaks.push(Break {
            planned,
            span: Span::beginning(at),
            adjourned,
        });
    }

    pub(super) fn came_back(&mut self, alive: Option<Wall>, at: SessionTime, before: SessionTime) {
        if self.agenda.began().is_none() || self.closed.is_some() {
            return;
        }
        // The run before lived at least to its last record, and longer if it left a sign of life after it.
        let lived_on = alive.map_or(Millis::ZERO, |alive| between_walls(before.wall, alive));
        let from = before.shifted(i64::try_from(lived_on.0.min(at.since(before).0)).unwrap_or(0));
        self.aways.push(Away {
            from,
            to: at,
            went_on: None,
        });
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
