//! The papers around a session: who gets each, who writes it, and what the file of a session has to hold. Knows nothing
//! of how any of them is written.

use serde::{Deserialize, Serialize};

use super::{Article, Circumstances, Grade, Occasion, Regulation, Rule, RuleFor, Text};

/// What the file of a session has to hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DossierList {
    pub article: Article,
    pub entries: Vec<DossierEntry>,
    /// Where it is kept.
    #[serde(default)]
    pub kept: Option<Rule>,
    /// Where it is kept, when that depends on who chaired.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kept_by: Vec<RuleFor>,
}

/// One paper in the file of a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DossierEntry {
    pub id: String,
    /// The text's own name for it.
    pub title: Text,
    /// Prescribed only when there is occasion for it.
    #[serde(default)]
    pub if_any: bool,
    /// The document of this program that fills the entry; `None` where the office adds it.
    #[serde(default)]
    pub document: Option<DocumentKind>,
}

/// The papers around a session, by what they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum DocumentKind {
    Minutes,
    ItemTable,
    ConclusionNotice,
    HigherLevelPetition,
    TransferSlip,
    /// Kế hoạch tổ chức.
    Plan,
    /// Văn bản phân công nhiệm vụ.
    Assignment,
    /// Phiếu lấy ý kiến.
    OpinionSlip,
    /// Báo cáo tổng hợp ý kiến.
    OpinionSummary,
    /// Báo cáo trả lời ý kiến.
    AnsweringReport,
    /// Giấy mời.
    Invitation,
    /// Chương trình.
    Programme,
    /// Thông báo công khai trước hội nghị.
    PublicNotice,
    /// Thông báo công khai kết quả.
    PublicResult,
    /// Thư trả lời người kiến nghị.
    PetitionerLetter,
    /// Báo cáo kết quả giải quyết.
    SettlementReport,
    /// Báo cáo kết quả hội nghị.
    SessionReport,
    PeriodicReport,
    /// Văn bản đôn đốc.
    Reminder,
}

/// Who a paper goes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Addressee {
    /// As the list of recipients names it.
    pub name: Text,
    /// Whom the program can put in its place, where it knows them.
    #[serde(default)]
    pub who: Recipient,
    /// *để biết*, *để theo dõi, giám sát* …
    #[serde(default)]
    pub purpose: Option<Text>,
    #[serde(default)]
    pub when: Circumstances,
}

/// What a recipient is to the session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub enum Recipient {
    /// The agencies that have to settle something.
    Agencies,
    /// Those who raised something.
    Petitioners,
    /// Those who took part.
    Participants,
    Superior,
    Chair,
    LeadAgency,
    /// The unit that held the session.
    Organiser,
    Public,
    /// Named by the text; the program puts nobody in its place.
    #[default]
    Named,
}

/// What the text says of one paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaperRule {
    pub paper: DocumentKind,
    pub article: Article,
    #[serde(default)]
    pub grade: Grade,
    #[serde(default)]
    pub when: Circumstances,
    /// The text's own name for it.
    #[serde(default)]
    pub title: Option<Text>,
    /// Who drafts it.
    #[serde(default)]
    pub drafted_by: Option<Text>,
    /// Who issues it.
    #[serde(default)]
    pub issued_by: Option<Text>,
    #[serde(default)]
    pub to: Vec<Addressee>,
    /// What it has to state.
    #[serde(default)]
    pub states: Vec<Text>,
    /// What an office has to know about it.
    #[serde(default)]
    pub remark: Option<Text>,
}

impl Regulation {
    /// What the text says of a paper, in these circumstances.
    pub fn paper_rules(
        &self,
        paper: DocumentKind,
        occasion: &Occasion,
    ) -> impl Iterator<Item = &PaperRule> {
        self.papers
            .iter()
            .filter(move |rule| rule.paper == paper && rule.when.hold(occasion))
    }

    /// Who a paper goes to, in the order of the text; empty where it names nobody.
    #[must_use]
    pub fn addressees(&self, paper: DocumentKind, occasion: &Occasion) -> Vec<&Addressee> {
        self.paper_rules(paper, occasion)
            .flat_map(|rule| &rule.to)
            .filter(|addressee| addressee.when.hold(occasion))
            .collect()
    }

    /// Where the file of a session is kept, in these circumstances.
    #[must_use]
    pub fn kept(&self, occasion: &Occasion) -> Option<(&Article, &Text)> {
        let list = self.dossier.as_ref()?;
        list.kept_by
            .iter()
            .find(|rule| rule.when.hold(occasion))
            .map(|rule| (&rule.article, &rule.text))
            .or_else(|| list.kept.as_ref().map(|rule| (&rule.article, &rule.text)))
    }
}
