//! The sentences about the rules of the moment.

use crate::domain::i18n::Group;
use crate::domain::session::rules_now::RuleKind;

crate::messages! {
    /// What a rule is called at the desk.
    pub enum RuleMessage {
        Title,
        Now,
        WholeSession,
        ToReadOut,
        OutsideScope,
        None,
        Prohibited,
        Right,
        Duty,
        KeptOut,
        OffTopic,
        Presentation,
        Brevity,
        Order,
        Delegated,
        ChairDecides,
        Rule,
    }
}

pub type RuleWords = Group<RuleMessage>;

impl RuleMessage {
    /// What a kind of rule is called.
    #[must_use]
    pub const fn of(kind: RuleKind) -> Self {
        match kind {
            RuleKind::Prohibited => Self::Prohibited,
            RuleKind::Right => Self::Right,
            RuleKind::Duty => Self::Duty,
            RuleKind::KeptOut => Self::KeptOut,
            RuleKind::OffTopic => Self::OffTopic,
            RuleKind::Presentation => Self::Presentation,
            RuleKind::Brevity => Self::Brevity,
            RuleKind::Order => Self::Order,
            RuleKind::Delegated => Self::Delegated,
        }
    }
}
