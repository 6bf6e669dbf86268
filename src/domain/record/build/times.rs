//! The times of a record: steps, breaks, and every span with its pauses and corrections.

use crate::domain::record::{
    ActRecord, BreakRecord, ClockSetRecord, CorrectionRecord, InterruptionRecord, PauseRecord,
    SpanRecord, StepOutcome, StepRecord,
};
use crate::domain::regulation::Step;
use crate::domain::session::Session;
use crate::domain::session::timing::Span;
use crate::domain::time::SessionTime;

pub(super) fn step_record(session: &Session, step: &Step, now: SessionTime) -> StepRecord {
    let agenda = &session.state().agenda;
    let visits: Vec<SpanRecord> = agenda
        .visits()
        .iter()
        .filter(|visit| visit.step == step.id)
        .map(|visit| span_record(&visit.span, visit.round, now))
        .collect();
    let outcome = if !visits.is_empty() {
        StepOutcome::Held
    } else if session.has_occasion(step) {
        StepOutcome::NotHeld
    } else {
        StepOutcome::NoOccasion
    };
    StepRecord {
        id: step.id.clone(),
        kind: step.kind.clone(),
        title: step.title.clone(),
        name: step.name.clone(),
        lead: step.lead.clone(),
        article: step.article.clone(),
        outcome,
        planned_minutes: session.planned_minutes(step),
        began: visits.first().map(|visit| visit.began),
        ended: visits.last().and_then(|visit| visit.ended),
        actual_ms: agenda.lasted(&step.id, now),
        visits,
        acts: step
            .acts
            .iter()
            .map(|act| ActRecord {
                id: act.id.clone(),
                title: act.title.clone(),
                article: act.article.clone().unwrap_or_else(|| step.article.clone()),
                done: agenda
                    .ticked()
                    .iter()
                    .find(|ticked| ticked.step == step.id && ticked.act == act.id)
                    .map(|ticked| ticked.at.wall),
                items: act.items.clone(),
                paper: act.paper,
            })
            .collect(),
    }
}

pub(super) fn breaks(session: &Session, now: SessionTime) -> Vec<BreakRecord> {
    session
        .state()
        .breaks
        .iter()
        .map(|rest| BreakRecord {
            planned_ms: rest.planned,
            adjourned: rest.adjourned,
            span: span_record(&rest.span, 0, now),
        })
        .collect()
}

pub(super) fn clock_sets(session: &Session) -> Vec<ClockSetRecord> {
    session
        .history()
        .clock_sets()
        .iter()
        .map(|set| ClockSetRecord {
            at: set.at.wall,
            line_ms: set.at.line,
            by_ms: set.by,
        })
        .collect()
}

pub(super) fn interruptions(session: &Session) -> Vec<InterruptionRecord> {
    session
        .state()
        .aways
        .iter()
        .map(|away| InterruptionRecord {
            from: away.from.wall,
            to: away.to.wall,
            line_ms: away.from.line,
            went_on: away.went_on,
        })
        .collect()
}

pub(super) fn span_record(span: &Span, round: u32, now: SessionTime) -> SpanRecord {
    let (measured_began, measured_ended) = span.measured();
    SpanRecord {
        round,
        began: span.began().wall,
        ended: span.ended().map(|end| end.wall),
        actual_ms: span.lasted(now),
        pauses: span
            .pauses()
            .iter()
            .map(|pause| PauseRecord {
                from: pause.from.wall,
                to: pause.to.map(|to| to.wall),
            })
            .collect(),
        corrections: span
            .corrections()
            .iter()
            .map(|correction| CorrectionRecord {
                at: correction.at.wall,
                edge: correction.edge,
                by_ms: correction.by,
                reason: correction.reason.clone(),
            })
            .collect(),
        measured_began: measured_began.wall,
        measured_ended: measured_ended.map(|end| end.wall),
        line_ms: measured_began.line,
        ended_line_ms: measured_ended.map(|end| end.line),
    }
}
