//! What of a session is public, and in which words.
//!
//! Public are: the name (masked where the office says so) and village of who speaks, the matters as they were registered or
//! sent beforehand, who answers, and, from the conclusion on, every item as the minutes have it, with its class and who
//! settles it by when. Until then the text of an item is the aide's draft and stays hers; so do notes, summaries of
//! answers and the prepared answers, always.

use crate::domain::session::Session;
use crate::domain::session::event::Event;
use crate::domain::session::floor::Holder;
use crate::domain::session::item::{Item, Raiser};
use crate::domain::session::plan::{Number, Official, Opinion, OpinionId, Registration};
use crate::domain::text::mask_name;

/// A person or body as the hall may know them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Known {
    /// `Bà`; empty for a body.
    honorific: String,
    name: String,
    /// Empty where nothing is known or it may not be told.
    pub from: String,
}

impl Known {
    fn body(name: &str, from: String) -> Self {
        Self {
            honorific: String::new(),
            name: name.to_owned(),
            from,
        }
    }

    fn person(honorific: &str, name: String, from: &str) -> Self {
        Self {
            honorific: honorific.trim().to_owned(),
            name,
            from: from.to_owned(),
        }
    }

    /// As it stands alone or begins a sentence: `Bà Nguyễn Thị Ước`.
    pub(super) fn who(&self) -> String {
        addressed(&self.honorific, &self.name)
    }

    /// As it stands inside a sentence: `bà Nguyễn Thị Ước`.
    pub(super) fn within(&self) -> String {
        let mut letters = self.honorific.chars();
        let honorific: String = letters
            .next()
            .into_iter()
            .flat_map(char::to_lowercase)
            .chain(letters)
            .collect();
        addressed(&honorific, &self.name)
    }
}

/// A matter as it was registered or sent beforehand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Announced<'a> {
    pub text: &'a str,
    pub topic: Option<&'a str>,
}

/// The public side of a session.
#[derive(Debug, Clone, Copy)]
pub(super) struct Public<'a> {
    pub session: &'a Session,
}

impl<'a> Public<'a> {
    pub(super) fn citizen(self, number: Number) -> Known {
        let Some(person) = self.session.state().queue.person(number) else {
            return Known::body(&number.0.to_string(), String::new());
        };
        let Registration {
            honorific,
            name,
            village,
            ..
        } = person.registration.as_ref();
        let from = match self.session.venue_of(number) {
            // Where several halls listen, each wants to know from which of them somebody speaks.
            Some(venue) if village.is_empty() => venue.to_owned(),
            Some(venue) => format!("{village} · {venue}"),
            None => village.clone(),
        };
        Known::person(honorific, self.masked(name), &from)
    }

    /// Whoever has the floor. The chair is whoever presides now.
    pub(super) fn holder(self, holder: &Holder) -> Known {
        match holder {
            Holder::Citizen(number) => self.citizen(*number),
            Holder::Chair => {
                let chair = self
                    .session
                    .state()
                    .chair_changes
                    .last()
                    .map_or(&self.session.plan().chair, |change| &change.by);
                Known::person(&chair.honorific, chair.name.clone(), &chair.office)
            }
            Holder::Agency(id) => match self.session.state().agency(id) {
                Some(agency) => {
                    let speaks = agency.spoken_for_by.as_ref();
                    Known::body(&agency.name, speaks.map(official).unwrap_or_default())
                }
                None => Known::body(&id.0, String::new()),
            },
        }
    }

    /// Who raised an item. Who sent an opinion is told by the village alone where names are masked, because the sender may
    /// be a person, a household or a whole association, in one line.
    pub(super) fn raiser(self, raiser: Raiser) -> Known {
        match raiser {
            Raiser::Citizen(number) => self.citizen(number),
            Raiser::Collected(id) => match self.opinion(id) {
                Some(opinion) if !self.masks() => Known::body(
                    &opinion.from,
                    village_beside(&opinion.from, &opinion.village),
                ),
                Some(opinion) => Known::body(&opinion.village, String::new()),
                None => Known::body("", String::new()),
            },
        }
    }

    /// The matter of an item as it was announced before it was spoken of; `None` for what the aide wrote down herself.
    pub(super) fn announced(self, item: &Item) -> Option<Announced<'a>> {
        let raised = self
            .session
            .history()
            .entries()
            .iter()
            .rev()
            .find_map(|entry| {
                let events = entry.in_force.then_some(entry.record.events.as_slice())?;
                events.iter().find_map(|event| {
                    if let Event::ItemRaised { item: id, text, .. } = event
                        && *id == item.id
                    {
                        Some(text)
                    } else {
                        None
                    }
                })
            })?;
        match item.by {
            Raiser::Citizen(number) => self
                .session
                .state()
                .queue
                .person(number)?
                .registration
                .subjects
                .iter()
                .find(|subject| !subject.text.is_empty() && &subject.text == raised)
                .map(|subject| Announced {
                    text: &subject.text,
                    topic: subject.topic.as_deref(),
                }),
            Raiser::Collected(id) => self
                .opinion(id)
                .filter(|opinion| &opinion.text == raised)
                .map(|opinion| Announced {
                    text: &opinion.text,
                    topic: opinion.topic.as_deref(),
                }),
        }
    }

    /// What a citizen registered to speak about.
    pub(super) fn registered(self, number: Number) -> Vec<Announced<'a>> {
        self.session
            .state()
            .queue
            .person(number)
            .map(|person| person.registration.subjects.as_slice())
            .unwrap_or_default()
            .iter()
            .filter(|subject| !subject.text.is_empty())
            .map(|subject| Announced {
                text: &subject.text,
                topic: subject.topic.as_deref(),
            })
            .collect()
    }

    fn opinion(self, id: OpinionId) -> Option<&'a Opinion> {
        self.session
            .plan()
            .opinions
            .iter()
            .find(|opinion| opinion.id == id)
    }

    fn masks(self) -> bool {
        self.session.plan().settings.mask_names
    }

    fn masked(self, name: &str) -> String {
        if self.masks() {
            mask_name(name)
        } else {
            name.to_owned()
        }
    }
}

/// `Bà Nguyễn Thị Ước, thôn Nà Hỏi`.
impl std::fmt::Display for Known {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.who())?;
        if !self.from.is_empty() {
            write!(f, ", {}", self.from)?;
        }
        Ok(())
    }
}

/// The name alone: beside the agency it has to be read from afar.
fn official(person: &Official) -> String {
    addressed(&person.honorific, &person.name)
}

fn addressed(honorific: &str, name: &str) -> String {
    format!("{honorific} {name}").trim().to_owned()
}

/// The village, unless the sender's own line names it: `Nhân dân thôn Nà Hỏi`.
fn village_beside(from: &str, village: &str) -> String {
    if from.contains(village) {
        String::new()
    } else {
        village.to_owned()
    }
}
