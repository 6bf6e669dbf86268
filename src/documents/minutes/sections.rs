//! The parts of the course: each stay in a step, and the stays in dialogue steps that follow each other as one. Knows the
//! record, and nothing of what is said.

use super::super::prose::Prose;
use crate::domain::record::{SpanRecord, StepRecord};
use crate::domain::regulation::StepKind;
use crate::domain::time::{Millis, Wall};

/// One stay in a step, or in a block of dialogue steps, round after round.
pub(super) struct CourseSection<'a> {
    pub steps: Vec<&'a StepRecord>,
    pub from: Millis,
    pub began: Wall,
    pub ended: Option<Wall>,
    /// The visit, for a step that stands alone: what was done in it is told here.
    pub visit: &'a SpanRecord,
    /// The last stay in the step: what was never done is told here, and what was concluded.
    pub last: bool,
    /// The first block of dialogue steps: the order that the text has for it is told here.
    pub first_block: bool,
}

impl CourseSection<'_> {
    fn is_dialogue(&self) -> bool {
        self.steps.iter().any(|step| is_dialogue(step))
    }
}

pub(super) fn is_dialogue(step: &StepRecord) -> bool {
    matches!(step.kind, StepKind::Dialogue(_))
}

/// The stays in steps in order; neighbouring stays in dialogue steps are one.
pub(super) fn sections(prose: Prose<'_>) -> Vec<CourseSection<'_>> {
    let mut visits: Vec<(&StepRecord, usize, &SpanRecord)> = prose
        .record
        .steps
        .iter()
        .flat_map(|step| {
            step.visits
                .iter()
                .enumerate()
                .map(move |(index, visit)| (step, index, visit))
        })
        .collect();
    visits.sort_by_key(|(_, _, visit)| visit.line_ms);
    let mut sections: Vec<CourseSection<'_>> = Vec::new();
    for (step, index, visit) in visits {
        if let Some(last) = sections.last_mut()
            && is_dialogue(step)
            && last.steps.iter().all(|step| is_dialogue(step))
        {
            last.ended = visit.ended;
            if !last.steps.iter().any(|known| known.id == step.id) {
                last.steps.push(step);
            }
            continue;
        }
        sections.push(CourseSection {
            steps: vec![step],
            from: visit.line_ms,
            began: visit.began,
            ended: visit.ended,
            visit,
            last: index + 1 == step.visits.len(),
            first_block: is_dialogue(step) && !sections.iter().any(CourseSection::is_dialogue),
        });
    }
    sections
}
