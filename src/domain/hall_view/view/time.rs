//! What the clocks show. Every figure comes from recorded times alone, and is rounded as on the desk, so that both show
//! the same second.

use super::Looking;
use crate::domain::format;
use crate::domain::hall_view::scene::{ClockView, Urgency};
use crate::domain::hall_view::words::{BreakMessage, ClockMessage};
use crate::domain::i18n::Message;
use crate::domain::session::floor::Turn;
use crate::domain::session::timing::Break;
use crate::domain::time::Millis;

impl Looking<'_> {
    pub(super) fn clock_of_turn(self, turn: &Turn) -> ClockView {
        let words = &self.words.clock;
        let Some(left) = turn.left(self.now) else {
            let word = match &turn.clock {
                None => &words[ClockMessage::Ready],
                Some(clock) if clock.is_paused() => &words[ClockMessage::Paused],
                Some(_) => &words[ClockMessage::Running],
            };
            return unlimited(turn.lasted(self.now), word);
        };
        let tone = self.tone(left);
        let word = match &turn.clock {
            None => &words[ClockMessage::Ready],
            Some(clock) if clock.is_paused() => &words[ClockMessage::Paused],
            Some(_) => match tone {
                Urgency::Calm => &words[ClockMessage::Left],
                Urgency::Warning => &words[ClockMessage::Warning],
                Urgency::Last => &words[ClockMessage::Last],
                Urgency::Over => &words[ClockMessage::Over],
            },
        };
        self.limited(left, turn.limit.unwrap_or_default(), tone, word)
    }

    pub(super) fn clock_of_break(self, rest: &Break) -> ClockView {
        let words = &self.words.clock;
        let lasted = rest.span.lasted(self.now);
        match rest.planned {
            None => unlimited(lasted, &self.words.rest[BreakMessage::Heading]),
            Some(planned) => {
                let left = planned.signed_sub(lasted);
                let (tone, word) = if left < 0 {
                    (Urgency::Over, &words[ClockMessage::Over])
                } else {
                    (Urgency::Calm, &words[ClockMessage::Left])
                };
                self.limited(left, planned, tone, word)
            }
        }
    }

    fn limited(self, left: i64, limit: Millis, tone: Urgency, word: &Message) -> ClockView {
        let remaining = u64::try_from(left).unwrap_or(0);
        // Shortened second by second, like the figures, so that one look at the wall never shows two times.
        let share = remaining.div_ceil(1000) * 1_000_000 / limit.0.max(1);
        let duration = format::duration(limit);
        ClockView {
            figures: format::left(left),
            word: word.to_string(),
            limit: Some(self.words.clock[ClockMessage::Limit].render(&[("limit", &duration)])),
            tone,
            left: Some(u16::try_from(share.min(1000)).unwrap_or(1000)),
        }
    }

    fn tone(self, left: i64) -> Urgency {
        let (first, second) = self.session.plan().settings.warnings;
        let within = |seconds: u32| left <= i64::from(seconds) * 1000;
        if left < 0 {
            Urgency::Over
        } else if within(second) {
            Urgency::Last
        } else if within(first) {
            Urgency::Warning
        } else {
            Urgency::Calm
        }
    }
}

fn unlimited(lasted: Millis, word: &Message) -> ClockView {
    ClockView {
        figures: format::running(lasted),
        word: word.to_string(),
        tone: Urgency::Calm,
        left: None,
        limit: None,
    }
}
