//! What the clocks show. Every figure comes from recorded times alone, and is rounded as on the desk, so that both show
//! the same second.

use super::Looking;
use crate::domain::format;
use crate::domain::hall_view::scene::{ClockCounting, ClockView, Urgency};
use crate::domain::hall_view::words::{BreakMessage, ClockMessage};
use crate::domain::i18n::Message;
use crate::domain::session::floor::Turn;
use crate::domain::session::timing::Break;
use crate::domain::time::Millis;

impl Looking<'_> {
    pub(super) fn clock_of_turn(self, turn: &Turn) -> ClockView {
        let words = &self.words.clock;
        let runs = turn.clock.as_ref().is_some_and(|clock| !clock.is_paused());
        let Some(left) = turn.left(self.now) else {
            let word = match &turn.clock {
                None => &words[ClockMessage::Ready],
                Some(clock) if clock.is_paused() => &words[ClockMessage::Paused],
                Some(_) => &words[ClockMessage::Running],
            };
            return self.unlimited(turn.lasted(self.now), runs, word);
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
        let clock = self.limited(left, turn.limit.unwrap_or_default(), tone, word);
        ClockView {
            counting: clock.counting.filter(|_| runs),
            ..clock
        }
    }

    pub(super) fn clock_of_break(self, rest: &Break) -> ClockView {
        let words = &self.words.clock;
        let lasted = rest.span.lasted(self.now);
        match rest.planned {
            None => self.unlimited(lasted, true, &self.words.rest[BreakMessage::Heading]),
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
        // Shortened second by second, like the figures, so that one look at it never shows two times.
        let share = remaining.div_ceil(1000) * 1_000_000 / limit.0.max(1);
        let duration = format::duration(limit);
        ClockView {
            figures: format::left(left),
            word: word.to_string(),
            limit: Some(self.words.clock[ClockMessage::Limit].render(&[("limit", &duration)])),
            tone,
            left: Some(u16::try_from(share.min(1000)).unwrap_or(1000)),
            counting: Some(ClockCounting {
                zero: self.line().saturating_add(left),
                limit: Some(limit.0),
            }),
        }
    }

    fn unlimited(self, lasted: Millis, runs: bool, word: &Message) -> ClockView {
        ClockView {
            figures: format::running(lasted),
            word: word.to_string(),
            tone: Urgency::Calm,
            left: None,
            limit: None,
            counting: runs.then(|| ClockCounting {
                zero: self.line().saturating_sub_unsigned(lasted.0),
                limit: None,
            }),
        }
    }

    /// Where it is on the session's line of time, in milliseconds.
    fn line(self) -> i64 {
        i64::try_from(self.now.line.0).unwrap_or(i64::MAX)
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
