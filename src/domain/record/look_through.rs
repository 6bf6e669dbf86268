//! Places in the version for public notice that still seem to name or place somebody: what people typed is free text, and
//! no program knows every name. Somebody looks them through before it goes up. Knows the record and no document.

mod signs;

use signs::{KnownNames, suspicions_in};

use super::{ClassRecord, Edition, SessionRecord, SpanRecord};
use crate::domain::session::attendance::{Attendee, Presence};
use crate::domain::session::plan::Official;
use crate::domain::text::fold;

/// A place to look through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suspicion {
    pub place: TextPlace,
    pub kind: SuspicionKind,
    /// The words themselves.
    pub found: String,
}

/// Where a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TextPlace {
    /// What somebody raised: minutes, table of items, notice, record.
    Item(u32),
    /// What was answered: the same.
    Answer(u32),
    /// What a speaker announced: record only.
    Subject(u32),
    /// An opinion collected beforehand: table of items, record.
    Opinion(u32),
    /// The chair's own words: minutes, notice, record.
    Conclusion,
    /// A reason that was given for something: minutes, record.
    Reason,
}

/// What a text seems to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SuspicionKind {
    /// A name after *ông*, *bà*, or several words with capitals.
    Name,
    /// A house, an alley, a group of houses, a piece of land.
    Address,
    Mail,
    /// A long number: a telephone, an identity card, an account; the number of a vehicle.
    Number,
}

impl SessionRecord {
    /// The texts of this record that still seem to name or place somebody, in the order of the record. Names of those who
    /// held the session or answered in it are public and no matter.
    #[must_use]
    pub fn suspicions(&self) -> Vec<Suspicion> {
        let known = KnownNames {
            public: self.public_names(),
            given: self.given_names(),
        };
        let mut all = Vec::new();
        let mut look = |place, text: &str| {
            all.extend(
                suspicions_in(text, &known)
                    .into_iter()
                    .map(|(kind, found)| Suspicion { place, kind, found }),
            );
        };
        let masked = matches!(self.edition, Edition::Public { names_masked: true });
        for item in &self.items {
            if masked {
                look(TextPlace::Item(item.id), &item.name);
            }
            if let Some(ClassRecord::ReportUpward { authority, .. }) = &item.class {
                let authority = authority.as_deref().unwrap_or_default();
                look(TextPlace::Answer(item.id), authority);
            }
            look(TextPlace::Item(item.id), &item.text);
            look(
                TextPlace::Item(item.id),
                item.topic.as_deref().unwrap_or_default(),
            );
            look(
                TextPlace::Answer(item.id),
                item.answer.as_deref().unwrap_or_default(),
            );
        }
        for speaker in &self.speakers {
            for subject in &speaker.subjects {
                look(TextPlace::Subject(speaker.number.0), &subject.text);
                let topic = subject.topic.as_deref().unwrap_or_default();
                look(TextPlace::Subject(speaker.number.0), topic);
            }
            let aside = speaker.set_aside.as_deref().unwrap_or_default();
            look(TextPlace::Subject(speaker.number.0), aside);
        }
        for opinion in &self.opinions {
            if masked {
                look(TextPlace::Opinion(opinion.id.0), &opinion.from);
            }
            look(TextPlace::Opinion(opinion.id.0), &opinion.text);
            let topic = opinion.topic.as_deref().unwrap_or_default();
            look(TextPlace::Opinion(opinion.id.0), topic);
        }
        for text in self.conclusion.values() {
            look(TextPlace::Conclusion, text);
        }
        let reasons = self.deviations.iter().map(|deviation| &deviation.reason);
        let changes = self.chair_changes.iter().map(|change| &change.reason);
        let corrections = self.spans().flat_map(|span| &span.corrections);
        let corrections = corrections.map(|correction| &correction.reason);
        for reason in reasons.chain(changes).chain(corrections) {
            look(TextPlace::Reason, &reason.why);
            look(TextPlace::Reason, &reason.ordered_by);
        }
        all
    }

    /// Every stretch of time that somebody may have corrected.
    fn spans(&self) -> impl Iterator<Item = &SpanRecord> {
        let turns = self.turns.iter().filter_map(|turn| turn.span.as_ref());
        let visits = self.steps.iter().flat_map(|step| &step.visits);
        let breaks = self.breaks.iter().map(|rest| &rest.span);
        turns.chain(visits).chain(breaks)
    }

    /// What people are called by who registered: the last part of their names, folded.
    fn given_names(&self) -> Vec<String> {
        let speakers = self.speakers.iter();
        let given = speakers.filter_map(|speaker| speaker.name.split_whitespace().next_back());
        given.map(fold).collect()
    }

    /// Names that are public, folded: officials, agencies, bodies, villages.
    fn public_names(&self) -> Vec<String> {
        let officials = std::iter::once(&self.chair)
            .chain(self.chair_changes.iter().map(|change| &change.by))
            .chain(&self.co_chairs)
            .chain(&self.secretaries)
            .chain(&self.delegates)
            .chain(&self.signatory)
            .chain(
                self.agencies
                    .iter()
                    .filter_map(|agency| agency.spoken_for_by.as_ref()),
            );
        let came = self.attendance.expected.iter().filter_map(|expected| {
            match (&expected.presence, &expected.who) {
                (Some(Presence::Substituted { by }), _) => Some(by),
                (
                    Some(Presence::Present | Presence::Absent) | None,
                    Attendee::CoChair(_)
                    | Attendee::Secretary(_)
                    | Attendee::Delegate(_)
                    | Attendee::Agency(_),
                ) => None,
            }
        });
        let of = |official: &Official| [official.name.clone(), official.office.clone()];
        officials
            .chain(came)
            .flat_map(of)
            .chain(self.agencies.iter().map(|agency| agency.name.clone()))
            .chain([
                self.body.clone(),
                self.lead_agency.clone(),
                self.place.clone(),
            ])
            .chain(self.superior_body.clone())
            .chain(self.speakers.iter().map(|speaker| speaker.village.clone()))
            .chain(self.opinions.iter().map(|opinion| opinion.village.clone()))
            .map(|name| fold(&name))
            .collect()
    }
}
