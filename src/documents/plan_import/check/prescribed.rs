//! Whether the plan names only what its regulation has. Knows nothing of what the regulation means by it.

use crate::documents::plan_import::diagnostic::Findings;
use crate::documents::plan_import::problem::{PlanProblem, Remark};
use crate::domain::regulation::{ChairVerdict, Choice, Regulation, Scope};
use crate::domain::session::plan::Plan;

pub(super) fn check(plan: &Plan, regulation: &Regulation, found: &mut Findings) {
    if plan.regulation != regulation.id {
        // Whatever else the plan names belongs to the other regulation and would only repeat this.
        found.fault(
            "regulation",
            PlanProblem::OtherRegulation {
                plan: plan.regulation.0.clone(),
                given: regulation.id.0.clone(),
            },
        );
        return;
    }
    match regulation.scope {
        Scope::Session => {}
        Scope::Accompanying => {
            let id = regulation.id.0.clone();
            found.fault("regulation", PlanProblem::NoSession { id });
            return;
        }
    }
    check_chair(plan, regulation, found);
    if let Some((id, known)) = unknown(plan.mode.as_ref(), &regulation.modes) {
        found.fault("mode", PlanProblem::UnknownMode { id, known });
    }
    if let Some((id, known)) = unknown(plan.form.as_ref(), &regulation.forms) {
        found.fault("form", PlanProblem::UnknownForm { id, known });
    }
    for deadline in plan.done.keys() {
        if regulation.deadline(deadline).is_none() {
            found.fault(
                format!("done.{}", deadline.0),
                PlanProblem::UnknownDeadline {
                    id: deadline.0.clone(),
                    known: regulation
                        .deadlines
                        .iter()
                        .map(|known| known.id.0.clone())
                        .collect(),
                },
            );
        }
    }
    for step in plan.settings.step_minutes.keys() {
        if regulation.step(step).is_none() {
            found.fault(
                format!("settings.step_minutes.{}", step.0),
                PlanProblem::UnknownStep {
                    id: step.0.clone(),
                    known: regulation
                        .steps
                        .iter()
                        .map(|step| step.id.0.clone())
                        .collect(),
                },
            );
        }
    }
}

fn check_chair(plan: &Plan, regulation: &Regulation, found: &mut Findings) {
    if let ChairVerdict::Others(rules) = plan.chair_verdict(regulation) {
        // A deputy is told, too, when the text lets a deputy chair.
        let deputy = regulation.rules.deputy.as_ref();
        let deputy = deputy.filter(|_| plan.is_chaired_by_a_deputy());
        let rules = rules.iter().map(|rule| (&rule.text, &rule.article));
        let rules = rules.chain(deputy.map(|rule| (&rule.text, &rule.article)));
        let (may, articles) = rules
            .map(|(text, article)| (text.clone(), article.clone()))
            .unzip();
        found.warn(
            "chair.office",
            Remark::ChairNotNamed {
                office: plan.chair.office.clone(),
                may,
                articles,
            },
        );
    }
}

/// What was chosen, and the choices there are, unless it is one of them.
fn unknown(chosen: Option<&String>, choices: &[Choice]) -> Option<(String, Vec<String>)> {
    let chosen = chosen?;
    let known: Vec<String> = choices.iter().map(|choice| choice.id.clone()).collect();
    (!known.contains(chosen)).then(|| (chosen.clone(), known))
}
