//! Deciding on breaks, on the time the program was away, and on correcting what was measured.

use super::Decision;
use super::floor::Settling;
use crate::domain::session::Session;
use crate::domain::session::deviation::{Departure, Reason};
use crate::domain::session::event::Event;
use crate::domain::session::rejection::Rejection;
use crate::domain::session::timing::{Edge, SegmentId};
use crate::domain::time::{Millis, SessionTime};

impl Session {
    pub(super) fn begin_break(&self, planned: Option<Millis>) -> Decision {
        if self.state().agenda.began().is_none() {
            return Err(Rejection::NotBegun);
        }
        if self.state().present_break().is_some() {
            return Err(Rejection::InBreak);
        }
        let mut events = self.yield_floor();
        events.push(Event::BreakBegan { planned });
        Ok(events)
    }

    pub(super) fn adjourn(&self, reason: Option<Reason>) -> Decision {
        if self.state().agenda.began().is_none() {
            return Err(Rejection::NotBegun);
        }
        if self.state().present_break().is_some() {
            return Err(Rejection::InBreak);
        }
        let departures = if self.is_one_sitting() {
            vec![Departure::Adjourned]
        } else {
            Vec::new()
        };
        let mut events = self.reasoned(departures, reason)?;
        events.extend(self.yield_floor());
        events.push(Event::Adjourned);
        Ok(events)
    }

    pub(super) fn end_break(&self) -> Decision {
        match self.state().present_break() {
            Some(_) => {
                let mut events = vec![Event::BreakEnded];
                events.extend(self.offer_follow_up(Settling::Break));
                Ok(events)
            }
            None => Err(Rejection::NotInBreak),
        }
    }

    pub(super) fn judge_away(&self, went_on: bool) -> Decision {
        match self.state().open_away() {
            Some(_) => Ok(vec![Event::AwayJudged { went_on }]),
            None => Err(Rejection::NotAway),
        }
    }

    pub(super) fn correct_time(
        &self,
        segment: SegmentId,
        edge: Edge,
        by: i64,
        reason: Reason,
        now: SessionTime,
    ) -> Decision {
        if reason.why.trim().is_empty() {
            return Err(Rejection::EmptyText);
        }
        let span = self.span(segment)?;
        let (measured_begin, measured_end) = span.measured();
        let (begin, end) = match edge {
            Edge::Begin => (moved(measured_begin, by)?, span.ended()),
            Edge::End => {
                let measured_end = measured_end.ok_or(Rejection::TimesOutOfOrder)?;
                (span.began(), Some(moved(measured_end, by)?))
            }
        };
        let last = end.unwrap_or(now);
        if begin.line > last.line || last.line > now.line {
            return Err(Rejection::TimesOutOfOrder);
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
fn moved(stamp: SessionTime, by: i64) -> Result<SessionTime, Rejection> {
    let to = stamp.shifted(by);
    if to.line.signed_sub(stamp.line) == by {
        Ok(to)
    } else {
        Err(Rejection::TimesOutOfOrder)
    }
}
