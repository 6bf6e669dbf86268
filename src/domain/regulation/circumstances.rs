//! When a rule of a regulation holds: at which level, for which kind of session, under whose chair. Knows no session;
//! who asks says what is known of one.

use serde::{Deserialize, Serialize};

use super::{Article, Text};

/// The level of government that holds the session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Level {
    Province,
    Commune,
}

/// The office that the chair of a session holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Post {
    /// Bí thư Tỉnh ủy, Đảng ủy.
    PartySecretary,
    /// Chủ tịch Hội đồng nhân dân.
    CouncilChair,
    /// Chủ tịch Ủy ban nhân dân.
    GovernmentChair,
    /// Người đứng đầu ban, sở, ngành.
    DepartmentHead,
    /// Người đứng đầu Mặt trận Tổ quốc, tổ chức chính trị - xã hội.
    OrganisationHead,
}

/// When something holds. An empty list stands for all.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Circumstances {
    pub levels: Vec<Level>,
    /// Kinds of session by the ids that `modes` gives them, for example `periodic`.
    pub kinds: Vec<String>,
    pub chairs: Vec<Post>,
}

/// What is known of one session. What is not known rules nothing out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Occasion {
    pub level: Option<Level>,
    pub kind: Option<String>,
    pub chair: Option<Post>,
}

/// A sentence of the regulation in our words, with its article and when it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleFor {
    pub article: Article,
    pub text: Text,
    #[serde(default)]
    pub when: Circumstances,
}

/// Who takes part in a session, as the text says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attending {
    pub article: Article,
    pub text: Text,
    #[serde(default, skip_serializing_if = "AttendingAs::is_people")]
    pub who: AttendingAs,
    #[serde(default)]
    pub when: Circumstances,
}

/// In what part somebody takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum AttendingAs {
    /// With whom the dialogue is held.
    #[default]
    People,
    /// Heads of agencies and organisations, who come to answer and to hear.
    Agencies,
}

impl AttendingAs {
    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde passes what it writes by reference"
    )]
    const fn is_people(&self) -> bool {
        matches!(self, Self::People)
    }
}

/// How a text says a thing. Where it is silent the profile has no entry at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub enum Grade {
    /// It is to be done; it must not be done.
    #[default]
    Orders,
    /// It may be done.
    May,
    /// A paper of that name is listed, and nobody is told to write it: never cited as an order.
    Lists,
}

impl Circumstances {
    #[must_use]
    pub fn is_always(&self) -> bool {
        self.levels.is_empty() && self.kinds.is_empty() && self.chairs.is_empty()
    }

    /// Whether it holds for a session, as far as that is known.
    #[must_use]
    pub fn hold(&self, occasion: &Occasion) -> bool {
        fn fits<T: PartialEq>(list: &[T], known: Option<&T>) -> bool {
            list.is_empty() || known.is_none_or(|known| list.contains(known))
        }
        fits(&self.levels, occasion.level.as_ref())
            && fits(&self.kinds, occasion.kind.as_ref())
            && fits(&self.chairs, occasion.chair.as_ref())
    }

    /// Whether both can hold for one session.
    #[must_use]
    pub fn overlap(&self, other: &Self) -> bool {
        fn meet<T: PartialEq>(one: &[T], other: &[T]) -> bool {
            one.is_empty() || other.is_empty() || one.iter().any(|it| other.contains(it))
        }
        meet(&self.levels, &other.levels)
            && meet(&self.kinds, &other.kinds)
            && meet(&self.chairs, &other.chairs)
    }
}
