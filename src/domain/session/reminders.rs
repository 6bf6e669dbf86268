//! Which rules of the regulation are to be said, or borne in mind, at this moment: what is read out in the opening, what
//! bounds a speech, who answers for an answer. What is outside the scope of the text is no ban and is never among them.

use super::Session;
use super::floor::Holder;
use crate::domain::regulation::{Phase, Rule, StepKind};

/// What a rule is for the aide at this moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReminderKind {
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
pub struct Reminder<'a> {
    pub kind: ReminderKind,
    pub rule: &'a Rule,
}

impl ReminderKind {
    /// Whether it is text to be read out to the hall.
    #[must_use]
    pub fn is_read_out(self) -> bool {
        matches!(self, Self::Prohibited | Self::Right | Self::Duty)
    }
}

impl Session {
    /// The rules of this moment, those that matter most first; none before the session and after it.
    #[must_use]
    pub fn reminders(&self) -> Vec<Reminder<'_>> {
        let state = self.state();
        if state.closed.is_some() || state.present_break().is_some() {
            return Vec::new();
        }
        let Some(step) = self.present_step() else {
            return Vec::new();
        };
        let kinds: &[ReminderKind] = match &step.kind {
            StepKind::Opening => &[
                ReminderKind::Prohibited,
                ReminderKind::Duty,
                ReminderKind::Right,
            ],
            StepKind::Announcement | StepKind::Other | StepKind::Conclusion => &[],
            StepKind::PreparedAnswers => &[ReminderKind::Delegated],
            StepKind::Dialogue(_) => self.of_the_floor(),
        };
        kinds.iter().flat_map(|kind| self.rules_of(*kind)).collect()
    }

    fn of_the_floor(&self) -> &'static [ReminderKind] {
        match self.state().floor().map(|turn| (turn.phase, &turn.holder)) {
            Some((Phase::Speech | Phase::FollowUp, _)) => &[
                ReminderKind::KeptOut,
                ReminderKind::OffTopic,
                ReminderKind::Brevity,
                ReminderKind::Presentation,
            ],
            Some((Phase::Answer, Holder::Agency(_))) => &[
                ReminderKind::Delegated,
                ReminderKind::Brevity,
                ReminderKind::Presentation,
            ],
            Some((Phase::Answer, Holder::Chair | Holder::Citizen(_))) => {
                &[ReminderKind::Brevity, ReminderKind::Presentation]
            }
            None => &[
                ReminderKind::Order,
                ReminderKind::KeptOut,
                ReminderKind::OffTopic,
            ],
        }
    }

    fn rules_of(&self, kind: ReminderKind) -> Vec<Reminder<'_>> {
        let rules = &self.regulation().rules;
        let all: Vec<&Rule> = match kind {
            ReminderKind::Prohibited => rules.prohibited.iter().collect(),
            ReminderKind::Right => rules.rights.iter().collect(),
            ReminderKind::Duty => rules.duties.iter().collect(),
            ReminderKind::KeptOut => rules.kept_out.iter().collect(),
            ReminderKind::OffTopic => rules.off_topic.iter().collect(),
            ReminderKind::Presentation => rules.presentation.iter().collect(),
            ReminderKind::Brevity => rules.brevity.iter().collect(),
            ReminderKind::Order => rules
                .unregistered
                .rule()
                .or(rules.speaking_order.as_ref())
                .into_iter()
                .collect(),
            ReminderKind::Delegated => rules.delegated_answers.iter().collect(),
        };
        all.into_iter()
            .map(|rule| Reminder { kind, rule })
            .collect()
    }
}
