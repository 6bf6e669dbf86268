//! The papers that the file of a session has to hold. Knows nothing of how any of them is written.

use serde::{Deserialize, Serialize};

use super::{Article, Rule, Text};

/// What the file of a session has to hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DossierList {
    pub article: Article,
    pub entries: Vec<DossierEntry>,
    /// Where it is kept.
    #[serde(default)]
    pub kept: Option<Rule>,
}

/// One paper in the file of a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DossierEntry {
    pub id: String,
    pub title: Text,
    /// Prescribed only when there is occasion for it.
    #[serde(default)]
    pub if_any: bool,
    /// The document of this program that fills the entry; `None` where the office adds it.
    #[serde(default)]
    pub document: Option<DocumentKind>,
}

/// The documents this program writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum DocumentKind {
    Minutes,
    ItemTable,
    ConclusionNotice,
    HigherLevelPetition,
    TransferSlip,
}
