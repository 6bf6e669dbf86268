//! Whether a session can go through the steps: what it needs is a place to begin, a dialogue in which citizens have the
//! floor; a conclusion, where the text has one, comes last.

use super::super::{ClassKind, Condition, Phase, Step, StepKind};
use super::{Found, RegulationProblem};

pub(super) fn check(steps: &[Step], found: &mut Found) {
    if steps.is_empty() {
        found.push(("steps".to_owned(), RegulationProblem::NoSteps));
        return;
    }
    for (number, step) in steps.iter().enumerate() {
        let is_last = number + 1 == steps.len();
        check_one(step, number, is_last, found);
    }
    if steps
        .iter()
        .any(|step| step.phases().contains(&Phase::Speech))
    {
        check_blocks(steps, found);
    } else {
        found.push(("steps".to_owned(), RegulationProblem::NoSpeech));
    }
}

/// Steps in no order: each by itself, and the blocks of dialogue as they stand.
pub(super) fn check_without_order(steps: &[Step], found: &mut Found) {
    for (number, step) in steps.iter().enumerate() {
        if step.acts.is_empty()
            && !matches!(step.kind, StepKind::Dialogue(_) | StepKind::PreparedAnswers)
        {
            found.push((format!("steps.{number}.acts"), RegulationProblem::NoActs));
        }
        check_acts(step, number, found);
    }
    check_blocks(steps, found);
}

fn check_one(step: &Step, number: usize, is_last: bool, found: &mut Found) {
    let mut fault = |field: &str, problem| found.push((format!("steps.{number}.{field}"), problem));
    let (acts_needed, may_be_left_out) = match &step.kind {
        StepKind::Opening => {
            if number != 0 {
                fault("kind", RegulationProblem::OpeningNotFirst);
            }
            (true, false)
        }
        StepKind::Announcement => (true, false),
        StepKind::PreparedAnswers => (false, true),
        StepKind::Dialogue(phases) => {
            if phases.is_empty() {
                fault("kind", RegulationProblem::NoPhases);
            }
            (false, false)
        }
        StepKind::Conclusion => {
            if !is_last {
                fault("kind", RegulationProblem::ConclusionNotLast);
            }
            (true, false)
        }
        StepKind::Other => (true, true),
    };
    if acts_needed && step.acts.is_empty() {
        fault("acts", RegulationProblem::NoActs);
    }
    if step.held != Condition::Always && !may_be_left_out {
        fault("held", RegulationProblem::NotAlwaysHeld);
    }
    check_acts(step, number, found);
}

fn check_acts(step: &Step, number: usize, found: &mut Found) {
    for (place, act) in step.acts.iter().enumerate() {
        if ClassKind::ALL
            .iter()
            .any(|class| act.items.iter().filter(|item| *item == class).count() > 1)
        {
            let path = format!("steps.{number}.acts.{place}.items");
            found.push((path, RegulationProblem::ClassTwice));
        }
    }
}

/// Neighbouring dialogue steps form one block. A round goes through its phases once, so each stands in it at most once
/// and in the order of speaking: first the citizen, then the answer, then the follow-up.
fn check_blocks(steps: &[Step], found: &mut Found) {
    let is_dialogue = |step: &Step| matches!(step.kind, StepKind::Dialogue(_));
    let numbered: Vec<(usize, &Step)> = steps.iter().enumerate().collect();
    for block in numbered.chunk_by(|(_, a), (_, b)| is_dialogue(a) == is_dialogue(b)) {
        let Some((first, _)) = block.first().filter(|(_, step)| is_dialogue(step)) else {
            continue;
        };
        let mut seen: Vec<Phase> = Vec::new();
        for (number, step) in block {
            for phase in step.phases().iter().copied() {
                let place = format!("steps.{number}.kind");
                if seen.contains(&phase) {
                    found.push((place, RegulationProblem::PhaseTwice { phase }));
                } else if let Some(after) = seen.iter().copied().find(|seen| *seen > phase) {
                    found.push((place, RegulationProblem::PhaseTooLate { phase, after }));
                }
                seen.push(phase);
            }
        }
        if !seen.is_empty() && !seen.contains(&Phase::Speech) {
            found.push((
                format!("steps.{first}.kind"),
                RegulationProblem::BlockWithoutSpeech,
            ));
        }
    }
}
