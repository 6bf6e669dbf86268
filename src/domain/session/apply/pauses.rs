//! What breaks make of the clocks. Like all of applying it cannot fail.

use crate::domain::session::state::State;
use crate::domain::session::timing::{Break, Span};
use crate::domain::time::{Millis, SessionTime};

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
}
