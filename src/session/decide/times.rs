//! Deciding on breaks, on the time the program was away, and on correcting what was measured.

use super::Decision;
use super::floor::Settling;
use crate::moment::{Millis, Stamp};
use crate::session::Session;
use crate::session::deviation::Reason;
use crate::session::event::Event;
use crate::session::refusal::Refusal;
use crate::session::timing::{Edge, SegmentId};

impl Session {
    pub(super) fn begin_break(&self, planned: Option<Millis>) -> Decision {
        if self.state().agenda.began().is_none() {
            return Err(Refusal::NotBegun);
        }
        if self.state().present_break().is_some() {
            return Err(Refusal::InBreak);
        }
        let mut events = self.yield_floor();
        events.push(Event::BreakBegan { planned });
        Ok(events)
    }

    pub(super) fn end_break(&self) -> Decision {
        match self.state().present_break() {
            Some(_) => {
                let mut events = vec![Event::BreakEnded];
                events.extend(self.offer_follow_up(Settling::Break));
                Ok(events)
            }
            None => Err(Refusal::NotInBreak),
        }
    }

    pub(super) fn judge_away(&self, went_on: bool) -> Decision {
        match self.state().open_away() {
            Some(_) => Ok(vec![Event::AwayJudged { went_on }]),
            None => Err(Refusal::NotAway),
        }
    }

    pub(super) fn correct_time(
        &self,
        segment: SegmentId,
        edge: Edge,
        by: i64,
        reason: Reason,
        now: Stamp,
    ) -> Decision {
        if reason.why.trim().is_empty() {
            return Err(Refusal::EmptyText);
        }
        let span = self.span(segment)?;
        let (measured_begin, measured_end) = span.measured();
        let (begin, end) = match edge {
            Edge::Begin => (moved(measured_begin, by)?, span.ended()),
            Edge::End => {
                let measured_end = measured_end.ok_or(Refusal::TimesOutOfOrder)?;
                (span.began(), Some(moved(measured_end, by)?))
            }
        };
        let last = end.unwrap_or(now);
        if begin.line > last.line || last.line > now.line {
            return Err(Refusal::TimesOutOfOrder);
        }
        Ok(vec![Event::TimeCorrected {
            segment,
            edge,
            by,
            reason,
        }])
    }
}

/// A point moved by so many milliseconds, unless that would lie before the session was opened.
fn moved(stamp: Stamp, by: i64) -> Result<Stamp, Refusal> {
    let to = stamp.shifted(by);
    if to.line.signed_less(stamp.line) == by {
        Ok(to)
    } else {
        Err(Refusal::TimesOutOfOrder)
    }
}
