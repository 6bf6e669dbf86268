//! What a session left behind that somebody has to see to: its items with their classes, and the duties of its regulation,
//! taken from the session's record. Small enough to be kept beside a journal, so that a list of what is owed reads no
//! journal at all.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::deadlines::Dates;
use crate::domain::record::{ClassRecord, ItemRecord, RaisedBy, SessionRecord};
use crate::domain::regulation::{
    ClassKind, DeadlineId, Level, Occasion, Post, Regulation, RegulationId, Rules,
};
use crate::domain::session::Session;
use crate::domain::session::plan::{Layout, Official};

/// One session, as far as what comes after it needs it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionPromises {
    pub title: String,
    pub fictional: bool,
    pub closed: bool,
    /// The day it began, or was planned to begin.
    pub held: NaiveDate,
    /// The day on which it ended: what is due afterwards is counted from here.
    pub ended: NaiveDate,
    pub level: Level,
    pub layout: Layout,
    pub body: String,
    pub superior_body: Option<String>,
    pub place: String,
    pub chair: Official,
    /// Somebody else presided in the chair's place when it ended.
    #[serde(default)]
    pub stood_in: bool,
    pub lead_agency: String,
    /// The regulation's kind of session (periodic, ad hoc …), by its title.
    pub mode: Option<String>,
    /// The same by its id.
    pub kind: Option<String>,
    /// The office that the chair holds.
    pub post: Option<Post>,
    /// The accompanying laws that the plan names; those that bind such a session where it names none.
    pub laws: Option<Vec<RegulationId>>,
    /// The days of events that the regulation counts from.
    pub events: BTreeMap<String, NaiveDate>,
    /// The agencies of the session, by name.
    pub agencies: Vec<String>,
    /// How many people had the floor.
    pub spoke: u32,
    /// Only what the regulation says of deadlines, reports, the file and how often; its steps are left out.
    pub regulation: Regulation,
    pub items: Vec<ItemSummary>,
}

/// One thing that was raised, and how it was classed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemSummary {
    pub id: u32,
    pub honorific: String,
    pub name: String,
    pub village: String,
    pub text: String,
    /// The field it belongs to.
    pub topic: Option<String>,
    pub class: Option<ClassKind>,
    /// The agency that is to answer, by name.
    pub agency: Option<String>,
    /// The body that can settle it, for what is reported upward.
    pub authority: Option<String>,
    /// The day that was written down in the session.
    pub day: Option<NaiveDate>,
    /// The deadline that day follows from; without one, the chair set it.
    pub under: Option<DeadlineId>,
    /// What was said in the session.
    pub answer: Option<String>,
}

impl ItemSummary {
    /// Whether somebody went home with the promise of an answer.
    #[must_use]
    pub const fn is_promise(&self) -> bool {
        matches!(
            self.class,
            Some(ClassKind::VerifyLater | ClassKind::ReportUpward)
        )
    }

    /// Who asked, as the person is addressed.
    #[must_use]
    pub fn person(&self) -> String {
        if self.honorific.is_empty() {
            self.name.clone()
        } else {
            format!("{} {}", self.honorific, self.name)
        }
    }

    /// Where the person is from, unless the name says it already: *Chi hội Phụ nữ thôn Phiêng Đồn*.
    #[must_use]
    pub fn from(&self) -> Option<&str> {
        let village = self.village.as_str();
        let is_said = self.name.to_lowercase().contains(&village.to_lowercase());
        (!is_said).then_some(village)
    }
}

impl SessionPromises {
    /// What a session amounts to.
    #[must_use]
    pub fn of(session: &Session) -> Self {
        let record = &SessionRecord::as_left(session);
        let (plan, dates) = (session.plan(), session.dates());
        let held = record
            .began
            .map_or_else(|| record.planned_begin.date(), |began| began.date_naive());
        let mut spoke: Vec<u32> = record
            .turns
            .iter()
            .filter_map(|turn| match &turn.holder {
                crate::domain::record::HolderRecord::Citizen { number, .. }
                    if turn.span.is_some() =>
                {
                    Some(number.0)
                }
                crate::domain::record::HolderRecord::Citizen { .. }
                | crate::domain::record::HolderRecord::Chair { .. }
                | crate::domain::record::HolderRecord::Agency { .. } => None,
            })
            .collect();
        spoke.sort_unstable();
        spoke.dedup();
        Self {
            title: record.title.clone(),
            fictional: record.fictional,
            closed: record.closed,
            held,
            ended: record.ended.map_or(held, |ended| ended.date_naive()),
            level: record.level,
            layout: record.layout,
            body: record.body.clone(),
            superior_body: record.superior_body.clone(),
            place: record.place.clone(),
            chair: record.chair.clone(),
            stood_in: record
                .chair_changes
                .last()
                .is_some_and(|change| change.by.name != record.chair.name),
            lead_agency: record.lead_agency.clone(),
            mode: record.mode.as_ref().map(|mode| mode.title.vi.clone()),
            kind: plan.mode.clone(),
            post: dates.occasion.chair,
            laws: plan.laws.clone(),
            events: dates.events,
            agencies: record
                .agencies
                .iter()
                .map(|agency| agency.name.clone())
                .collect(),
            spoke: u32::try_from(spoke.len()).unwrap_or(u32::MAX),
            regulation: without_steps(session.regulation()),
            items: record
                .items
                .iter()
                .map(|item| summary(item, record))
                .collect(),
        }
    }

    #[must_use]
    pub fn item(&self, id: u32) -> Option<&ItemSummary> {
        self.items.iter().find(|item| item.id == id)
    }

    /// What is known of the session for rules that hold only in some circumstances.
    #[must_use]
    pub fn occasion(&self) -> Occasion {
        Occasion {
            level: Some(self.level),
            kind: self.kind.clone(),
            chair: self.post,
        }
    }

    /// The days that its deadlines are counted from; what follows a session is counted from the day it ended.
    #[must_use]
    pub fn dates(&self, notice: Option<NaiveDate>) -> Dates {
        Dates {
            events: self.events.clone(),
            occasion: self.occasion(),
            ..Dates::of(self.ended)
        }
        .with_notice(notice)
    }

    #[must_use]
    pub const fn regulation_id(&self) -> &RegulationId {
        &self.regulation.id
    }
}

fn summary(item: &ItemRecord, record: &SessionRecord) -> ItemSummary {
    let honorific = match &item.by {
        RaisedBy::Citizen { number } => record
            .speakers
            .iter()
            .find(|speaker| speaker.number == *number)
            .map(|speaker| speaker.honorific.clone()),
        RaisedBy::Collected { .. } => None,
    };
    let mut summary = ItemSummary {
        id: item.id,
        honorific: honorific.unwrap_or_default(),
        name: item.name.clone(),
        village: item.village.clone(),
        text: item.text.clone(),
        topic: item.topic.clone(),
        class: None,
        agency: None,
        authority: None,
        day: None,
        under: None,
        answer: item.answer.clone(),
    };
    match &item.class {
        None => {}
        Some(ClassRecord::AnsweredNow) => summary.class = Some(ClassKind::AnsweredNow),
        Some(ClassRecord::VerifyLater {
            agency_name,
            due,
            under,
            ..
        }) => {
            summary.class = Some(ClassKind::VerifyLater);
            summary.agency.clone_from(agency_name);
            summary.day = *due;
            summary.under = under.as_ref().map(|under| under.deadline.clone());
        }
        Some(ClassRecord::ReportUpward { authority, due }) => {
            summary.class = Some(ClassKind::ReportUpward);
            summary.authority.clone_from(authority);
            summary.day = *due;
        }
    }
    summary
}

/// The regulation without what only a running session needs.
fn without_steps(regulation: &Regulation) -> Regulation {
    Regulation {
        steps: Vec::new(),
        rules: Rules::default(),
        refusal: None,
        forms: Vec::new(),
        plan_states: None,
        plan_elements: Vec::new(),
        notes: Vec::new(),
        record: None,
        contents: Vec::new(),
        preparers: Vec::new(),
        chairs: Vec::new(),
        participants: Vec::new(),
        papers: Vec::new(),
        ..regulation.clone()
    }
}
