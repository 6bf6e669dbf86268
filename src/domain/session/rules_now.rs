//! Which rules of the regulation are to be said, or borne in mind, at this moment: what is read out in the opening, what
//! bounds a speech, who answers for an answer. What is outside the scope of the text is no ban and is never among them.

use super::Session;
use super::floor::Holder;
use crate::domain::regulation::{Phase, Rule, StepKind};

/// What a rule is for the aide at this moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RuleKind {
    /// What is prohibited, to be read out with the house rules.
    Prohibited,
    /// What those who take part have a right to, to be read out.
    Right,
    /// What they have to keep to, to be read out.
    Duty,
    /// What may not be brought up.
    KeptOut,
    OffTopic,
    /// One-way presentation is limited.
    Presentation,
    /// Short and to the point.
    Brevity,
    /// In which order people speak, and who may besides.
    Order,
    /// Who answers for an answer that was delegated.
    Delegated,
}

/// A rule to be said or borne in mind now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RuleNow<'a> {
    pub kind: RuleKind,
    pub rule: &'a Rule,
}

impl RuleKind {
    /// Whether it is text to be read out to the hall.
    #[must_use]
    pub fn is_read_out(self) -> bool {
        matches!(self, Self::Prohibited | Self::Right | Self::Duty)
    }
}

impl Session {
    /// The rules of this moment, those that matter most first; none before the session and after it.
    #[must_use]
    pub fn rules_now(&self) -> Vec<RuleNow<'_>> {
        let state = self.state();
        if state.closed.is_some() || state.present_break().is_some() {
            return Vec::new();
        }
        let Some(step) = self.present_step() else {
            return Vec::new();
        };
        let kinds: &[RuleKind] = match &step.kind {
            StepKind::Opening => &[RuleKind::Prohibited, RuleKind::Duty, RuleKind::Right],
            // The chair speaks, and nobody else yet.
            StepKind::Announcement => &[RuleKind::Presentation],
            StepKind::Other | StepKind::Conclusion => &[],
            StepKind::PreparedAnswers => &[RuleKind::Delegated],
            StepKind::Dialogue(_) => self.of_the_floor(),
        };
        let phase = state.floor().map(|turn| turn.phase);
        let matters = |now: &RuleNow<'_>| phase.is_none_or(|phase| now.rule.matters_in(phase));
        let all = kinds.iter().flat_map(|kind| self.rules_of(*kind));
        all.filter(matters).collect()
    }

    fn of_the_floor(&self) -> &'static [RuleKind] {
        match self.state().floor().map(|turn| (turn.phase, &turn.holder)) {
            Some((Phase::Speech | Phase::Exchange, _)) => &[
                RuleKind::OffTopic,
                RuleKind::KeptOut,
                RuleKind::Brevity,
                RuleKind::Presentation,
            ],
            Some((Phase::Answer, Holder::Agency(_))) => &[
                RuleKind::Delegated,
                RuleKind::Brevity,
                RuleKind::Presentation,
            ],
            Some((Phase::Answer, Holder::Chair | Holder::Citizen(_))) => {
                &[RuleKind::Presentation, RuleKind::Brevity]
            }
            None => &[RuleKind::Order, RuleKind::KeptOut, RuleKind::OffTopic],
        }
    }

    fn rules_of(&self, kind: RuleKind) -> Vec<RuleNow<'_>> {
        let rules = &self.regulation().rules;
        let all: Vec<&Rule> = match kind {
            RuleKind::Prohibited => rules.prohibited.iter().collect(),
            RuleKind::Right => rules.rights.iter().collect(),
            RuleKind::Duty => rules.duties.iter().collect(),
            RuleKind::KeptOut => rules.kept_out.iter().collect(),
            RuleKind::OffTopic => rules.off_topic.iter().collect(),
            RuleKind::Presentation => rules.presentation.iter().collect(),
            RuleKind::Brevity => rules.brevity.iter().collect(),
            RuleKind::Order => rules
                .unregistered
                .rule()
                .or(rules.speaking_order.as_ref())
                .into_iter()
                .collect(),
            RuleKind::Delegated => rules.delegated_answers.iter().collect(),
        };
        all.into_iter().map(|rule| RuleNow { kind, rule }).collect()
    }
}
