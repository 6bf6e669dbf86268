//! The people in a record: who came, who presided, who registered and what became of them, who had the floor. Plain data.

use serde::{Deserialize, Serialize};

use super::Cited;
use crate::domain::regulation::{Article, GroundId, Text};
use crate::domain::session::Session;
use crate::domain::session::attendance::{Attendee, Presence};
use crate::domain::session::deviation::Reason;
use crate::domain::session::plan::{AgencyId, Number, Official, Subject};
use crate::domain::session::queue::{PersonDetails, Standing};
use crate::domain::session::venue::VenueLink;
use crate::domain::time::{Millis, Wall};

/// Who came, as it was recorded.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct AttendanceRecord {
    /// All the people in the hall; `None` where nobody counted.
    pub people: Option<u32>,
    /// Everybody who was expected, in the order of the plan.
    pub expected: Vec<ExpectedRecord>,
}

/// One who was expected, and whether they came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExpectedRecord {
    pub who: Attendee,
    /// `None` where nothing was recorded.
    pub presence: Option<Presence>,
}

/// Somebody else took the chair.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChairChangeRecord {
    pub at: Wall,
    /// Milliseconds since the session was opened: the order of things, whatever the wall clock was set to.
    pub line_ms: Millis,
    pub by: Official,
    /// The regulation's case, where one was named.
    pub case: Option<Cited>,
    pub article: Option<Article>,
    pub reason: Reason,
}

/// A person in the speaking order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SpeakerRecord {
    pub number: Number,
    pub honorific: String,
    pub name: String,
    pub village: String,
    /// The hall in which the person sat, where the session was held in several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub venue: Option<String>,
    pub phone: Option<String>,
    pub address: Option<String>,
    pub newcomer: bool,
    pub within_scope: Option<bool>,
    /// The last mark in the speaking order. It does not say who spoke: somebody heard before may have been refused since,
    /// or have waited once more in vain.
    pub standing: Standing,
    pub refused: Option<RefusedRecord>,
    /// What the person registered to speak about, or wrote down instead of speaking.
    pub subjects: Vec<Subject>,
    /// Those of the subjects that no item was raised for.
    #[serde(default)]
    pub not_raised: Vec<Subject>,
    /// Why those were left aside, where somebody said.
    #[serde(default)]
    pub set_aside: Option<String>,
    /// Came once the speeches had begun and needed the chair's leave: where that stands.
    #[serde(default)]
    pub by_leave: Option<Article>,
    /// The body the person speaks for, where one was named.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub organisation: String,
    /// How the person was written down before each correction, the earliest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrected: Vec<PersonCorrectionRecord>,
}

/// How a person was written down until a correction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonCorrectionRecord {
    /// When it was corrected.
    pub at: Wall,
    pub was: PersonDetails,
}

/// The chair refused dialogue with a person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RefusedRecord {
    pub at: Wall,
    /// Milliseconds since the session was opened: the order of things, whatever the wall clock was set to.
    pub line_ms: Millis,
    pub ground: GroundId,
    pub text: Text,
    pub article: Article,
}

/// Another hall was there from here on, or was lost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VenueLinkRecord {
    pub at: Wall,
    /// Milliseconds since the session was opened: the order of things, whatever the wall clock was set to.
    pub line_ms: Millis,
    pub venue: String,
    pub link: VenueLink,
}

/// Who had the floor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum HolderRecord {
    Citizen {
        number: Number,
        name: String,
        village: String,
    },
    Chair {
        name: String,
    },
    Agency {
        id: AgencyId,
        name: String,
        /// Who spoke for it.
        #[serde(default)]
        speaker: Option<Official>,
    },
}

/// The halls, where the session is held in several.
pub(super) fn venues(session: &Session) -> Vec<String> {
    if session.has_several_venues() {
        session.venues().into_iter().map(str::to_owned).collect()
    } else {
        Vec::new()
    }
}

/// Each time another hall was there, or was lost.
pub(super) fn venue_links(session: &Session) -> Vec<VenueLinkRecord> {
    let changes = session.state().venue_changes.iter();
    changes
        .map(|change| VenueLinkRecord {
            at: change.at.wall,
            line_ms: change.at.line,
            venue: change.venue.clone(),
            link: change.link,
        })
        .collect()
}
