//! A picture with its figures counted on, for whoever shows it without the session.

use super::scene::{ClockView, ProjectorView, SceneView};
use crate::domain::format;
use crate::domain::time::Millis;

impl ProjectorView {
    /// The picture with its figures as they are at this point of the session's time, in milliseconds. Everything else stays:
    /// whoever made the picture makes another one when that changes.
    #[must_use]
    pub fn counted_on_to(&self, line: u64) -> Self {
        let mut view = self.clone();
        if let Some(clock) = view.scene.clock_mut() {
            clock.count_on_to(i64::try_from(line).unwrap_or(i64::MAX));
        }
        view
    }

    /// The same with a sentence in place of the scene.
    #[must_use]
    pub fn with_only(&self, text: String) -> Self {
        Self {
            scene: SceneView::Message(text),
            ..self.clone()
        }
    }
}

impl ClockView {
    fn count_on_to(&mut self, line: i64) {
        let Some(counting) = self.counting else {
            return;
        };
        let left = counting.zero.saturating_sub(line);
        let Some(limit) = counting.limit else {
            self.figures = format::running(Millis(left.min(0).unsigned_abs()));
            return;
        };
        self.figures = format::left(left);
        let remaining = u64::try_from(left).unwrap_or(0);
        // As where the picture is made: both show the same second.
        let share = remaining.div_ceil(1000) * 1_000_000 / limit.max(1);
        self.left = Some(u16::try_from(share.min(1000)).unwrap_or(1000));
    }
}
