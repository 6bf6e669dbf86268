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
    pub who: String,
    /// Empty where nothing is known or it may not be told.
    pub from: String,
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
            return Known {
                who: number.0.to_string(),
                from: String::new(),
            };
        };
        let Registration {
            honorific,
            name,
            village,
            ..
        } = person.registration.as_ref();
        Known {
            who: addressed(honorific, &self.masked(name)),
            from: village.clone(),
        }
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
                Known {
                    who: addressed(&chair.honorific, &chair.name),
                    from: chair.office.clone(),
                }
            }
            Holder::Agency(id) => match self.session.state().agency(id) {
                Some(agency) => Known {
                    who: agency.name.clone(),
                    from: agency
                        .spoken_for_by
                        .as_ref()
                        .map(official)
                        .unwrap_or_default(),
                },
                None => Known {
                    who: id.0.clone(),
                    from: String::new(),
                },
            },
        }
    }

    /// Who raised an item. Who sent an opinion is told by the village alone where names are masked, because the sender may
    /// be a person, a household or a whole association, in one line.
    pub(super) fn raiser(self, raiser: Raiser) -> Known {
        match raiser {
            Raiser::Citizen(number) => self.citizen(number),
            Raiser::Collected(id) => match self.opinion(id) {
                Some(opinion) if !self.masks() => Known {
                    who: opinion.from.clone(),
                    from: village_beside(&opinion.from, &opinion.village),
                },
                Some(opinion) => Known {
                    who: opinion.village.clone(),
                    from: String::new(),
                },
                None => Known {
                    who: String::new(),
                    from: String::new(),
                },
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
        f.write_str(&self.who)?;
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
