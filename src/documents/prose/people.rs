//! How people, offices and bodies are named in official Vietnamese, and who presided when.

use super::text::{inside, plain};
use super::{Prose, upper_first};
use crate::documents::words::SayMessage;
use crate::domain::record::{HolderRecord, ItemRecord, RaisedBy, SpeakerRecord};
use crate::domain::session::attendance::{Attendee, Presence};
use crate::domain::session::plan::{AgencyId, Number, Official};
use crate::domain::text::fold;
use crate::domain::time::Millis;

impl<'a> Prose<'a> {
    /// *ông Hoàng Văn Đức, Chủ tịch UBND xã*, for the middle of a sentence.
    pub(in crate::documents) fn official(&self, official: &Official) -> String {
        let name = person(&official.honorific, &official.name);
        if official.office.is_empty() {
            return name;
        }
        self.words.say[SayMessage::Official]
            .render(&[("name", &name), ("office", &official.office)])
    }

    /// Somebody with the office and whose it is, without saying a word twice: *Trưởng phòng* of *Phòng Kinh tế xã* is
    /// *Trưởng phòng Kinh tế xã*.
    pub(in crate::documents) fn official_of(&self, official: &Official, agency: &str) -> String {
        self.official(&Official {
            office: office_of(&official.office, agency),
            ..official.clone()
        })
    }

    pub(in crate::documents) fn officials<'o>(
        &self,
        officials: impl IntoIterator<Item = &'o Official>,
    ) -> String {
        let said: Vec<String> = officials
            .into_iter()
            .map(|official| self.official(official))
            .collect();
        said.join("; ")
    }

    /// Who presided at the end.
    pub(in crate::documents) fn chair(&self) -> &'a Official {
        self.record
            .chair_changes
            .last()
            .map_or(&self.record.chair, |change| &change.by)
    }

    /// Who signs what the office issues: whom the plan names, else the chair of the plan.
    pub(in crate::documents) fn signatory(&self) -> &'a Official {
        self.record.signatory.as_ref().unwrap_or(&self.record.chair)
    }

    /// Who presided, and where that changed under way: since when who. *ông A; từ 09 giờ 15 phút là bà B*.
    pub(in crate::documents) fn presiding(&self) -> String {
        let record = self.record;
        let is_early = |line: Millis| self.is_before_beginning(line);
        let first = record
            .chair_changes
            .iter()
            .rev()
            .find(|change| is_early(change.line_ms))
            .map_or(&record.chair, |change| &change.by);
        let mut said = self.official(first);
        for change in record
            .chair_changes
            .iter()
            .filter(|change| !is_early(change.line_ms))
        {
            said = self.words.say[SayMessage::PresidedFrom].render(&[
                ("before", &said),
                ("time", &self.time(change.at)),
                ("by", &self.official(&change.by)),
            ]);
        }
        said
    }

    /// Whether something was before the first step began, or in the same moment.
    pub(in crate::documents) fn is_before_beginning(&self, line: Millis) -> bool {
        let visits = self.record.steps.iter().flat_map(|step| &step.visits);
        let began = visits.map(|visit| visit.line_ms).min();
        began.is_none_or(|began| line <= began)
    }

    /// The co-chairs, without whoever presides in the chair's place and those recorded as absent.
    pub(in crate::documents) fn co_chairs(&self) -> Vec<&'a Official> {
        let presided = |official: &Official| {
            let changes = self.record.chair_changes.iter();
            changes
                .map(|change| &change.by)
                .any(|by| by.name == official.name)
        };
        self.record
            .co_chairs
            .iter()
            .filter(|official| !presided(official))
            .filter_map(
                |official| match self.presence(&Attendee::CoChair(official.clone())) {
                    Some(Presence::Absent) => None,
                    Some(Presence::Substituted { by }) => Some(by),
                    Some(Presence::Present) | None => Some(official),
                },
            )
            .collect()
    }

    /// What was recorded of one who was expected.
    pub(in crate::documents) fn presence(&self, who: &Attendee) -> Option<&'a Presence> {
        self.record
            .attendance
            .expected
            .iter()
            .find(|expected| &expected.who == who)?
            .presence
            .as_ref()
    }

    pub(in crate::documents) fn speaker(&self, number: Number) -> Option<&'a SpeakerRecord> {
        self.record
            .speakers
            .iter()
            .find(|speaker| speaker.number == number)
    }

    /// Whether a person had the floor, whatever became of them afterwards.
    pub(in crate::documents) fn spoke(&self, person: Number) -> bool {
        self.record.turns.iter().any(|turn| match &turn.holder {
            HolderRecord::Citizen { number, .. } => *number == person,
            HolderRecord::Chair { .. } | HolderRecord::Agency { .. } => false,
        })
    }

    /// *bà Nguyễn Thị Ước*.
    pub(in crate::documents) fn citizen(&self, number: Number) -> String {
        self.speaker(number)
            .map_or_else(String::new, |known| person(&known.honorific, &known.name))
    }

    /// Whoever raised an item, with the village: *bà Nguyễn Thị Ước, thôn Nà Hỏi*.
    pub(in crate::documents) fn raiser(&self, item: &ItemRecord) -> String {
        let name = match &item.by {
            RaisedBy::Citizen { number } => self.citizen(*number),
            RaisedBy::Collected { .. } => inside(&item.name),
        };
        self.with_village(name, &item.village)
    }

    /// A hall as it is called: *điểm cầu Bản Lếch*, whether its name says so or not.
    pub(in crate::documents) fn venue(&self, name: &str) -> String {
        let called = self.words.say[SayMessage::Venue].render(&[("venue", &plain(name))]);
        let label = self.words.say[SayMessage::Venue].render(&[("venue", &"")]);
        if fold(name).starts_with(fold(label.trim()).as_str()) {
            return plain(name);
        }
        called
    }

    /// Where a speaker is from, and in which hall they sat where there were several.
    pub(in crate::documents) fn place_of(&self, speaker: &SpeakerRecord) -> String {
        let venue = speaker.venue.as_deref().map(|venue| self.venue(venue));
        let parts = [Some(speaker.village.clone()), venue];
        let told: Vec<String> = parts
            .into_iter()
            .flatten()
            .filter(|part| !part.is_empty())
            .collect();
        told.join(", ")
    }

    pub(in crate::documents) fn with_village(&self, name: String, village: &str) -> String {
        if village.is_empty() || name.to_lowercase().contains(&village.to_lowercase()) {
            return name;
        }
        self.words.say[SayMessage::FromVillage].render(&[("name", &name), ("village", &village)])
    }

    /// An agency with whoever spoke for it; the one the plan names where the record does not tell.
    pub(super) fn agency(&self, id: &AgencyId, name: &str, spoke: Option<&Official>) -> String {
        let planned = || {
            let mut agencies = self.record.agencies.iter();
            agencies
                .find(|agency| &agency.id == id)?
                .spoken_for_by
                .as_ref()
        };
        match spoke.or_else(planned) {
            Some(speaker) => self.words.say[SayMessage::Agency]
                .render(&[("name", &name), ("speaker", &self.official(speaker))]),
            None => name.to_owned(),
        }
    }

    /// Who had the floor, for the middle of a sentence.
    pub(in crate::documents) fn holder(&self, holder: &HolderRecord) -> String {
        match holder {
            HolderRecord::Citizen { number, .. } => self.citizen(*number),
            HolderRecord::Chair { name } => self.official(
                std::iter::once(&self.record.chair)
                    .chain(self.record.chair_changes.iter().map(|change| &change.by))
                    .find(|official| &official.name == name)
                    .unwrap_or(&self.record.chair),
            ),
            HolderRecord::Agency { id, name, speaker } => self.agency(id, name, speaker.as_ref()),
        }
    }

    /// Whoever raised an item, at the beginning of a cell or line.
    pub(in crate::documents) fn raiser_first(&self, item: &ItemRecord) -> String {
        upper_first(&self.raiser(item))
    }
}

/// *bà Nguyễn Thị Ước*: the honorific in small letters.
pub(in crate::documents) fn person(honorific: &str, name: &str) -> String {
    if honorific.is_empty() {
        name.to_owned()
    } else {
        format!("{} {name}", honorific.to_lowercase())
    }
}

/// An office and whose it is: where the end of the one is the beginning of the other, it stands once.
fn office_of(office: &str, agency: &str) -> String {
    let (held, whose): (Vec<&str>, Vec<&str>) = (
        office.split_whitespace().collect(),
        agency.split_whitespace().collect(),
    );
    let same = |left: &[&str], right: &[&str]| fold(&left.join(" ")) == fold(&right.join(" "));
    // An office that names the agency already says enough.
    let names_it = held
        .windows(whose.len().max(1))
        .any(|part| same(part, &whose));
    if held.is_empty() || whose.is_empty() || names_it {
        return if held.is_empty() { agency } else { office }.to_owned();
    }
    for shared in (1..=held.len().min(whose.len())).rev() {
        let (_, end) = held.split_at(held.len() - shared);
        let (beginning, rest) = whose.split_at(shared);
        if same(end, beginning) {
            return [held.as_slice(), rest].concat().join(" ");
        }
    }
    format!("{office}, {agency}")
}
