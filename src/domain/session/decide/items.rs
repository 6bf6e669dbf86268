//! Deciding on items: raising, writing, linking and classing them, and what the chair concludes on them.

use super::Decision;
use super::floor::Settling;
use crate::domain::regulation::{ChecklistItemId, Phase, StepKind, Unregistered};
use crate::domain::session::Session;
use crate::domain::session::deviation::{Departure, Reason};
use crate::domain::session::event::{Event, NotePlace};
use crate::domain::session::floor::Holder;
use crate::domain::session::item::{Class, Due, Item, ItemId, Raiser};
use crate::domain::session::plan::{AgencyId, OpinionId};
use crate::domain::session::rejection::Rejection;
use crate::domain::session::scene::Scene;
use crate::domain::time::ClockReading;

impl Session {
    pub(super) fn raise_item(
        &self,
        by: Raiser,
        text: String,
        opinion: Option<OpinionId>,
    ) -> Decision {
        if self.must_be_within_scope(by, opinion) {
            return Err(Rejection::NeedsScope);
        }
        self.raised(by, text, opinion)
    }

    /// An opinion that was not registered: accepted where it is within the announced scope, else a departure.
    pub(super) fn raise_scoped_item(
        &self,
        by: Raiser,
        text: String,
        opinion: Option<OpinionId>,
        within_scope: bool,
        reason: Option<Reason>,
    ) -> Decision {
        if !self.must_be_within_scope(by, opinion) {
            return self.raised(by, text, opinion);
        }
        let item = self.state().next_item();
        let departures = if within_scope {
            Vec::new()
        } else {
            vec![Departure::OpinionOutOfScope { item: item.0 }]
        };
        let mut events = self.reasoned(departures, reason)?;
        events.extend(self.raised(by, text, opinion)?);
        events.push(Event::ItemScoped { item, within_scope });
        Ok(events)
    }

    /// Whether the regulation accepts this opinion only within the announced scope: one beyond everything that somebody
    /// announced or raised already, once the speeches have begun. What is said in a further exchange is not bound, nor
    /// what was collected beforehand.
    fn must_be_within_scope(&self, by: Raiser, opinion: Option<OpinionId>) -> bool {
        let Raiser::Citizen(number) = by else {
            return false;
        };
        let state = self.state();
        let is_bound = matches!(
            self.regulation().rules.unregistered,
            Unregistered::WithinScope(_)
        );
        let person = state.queue.person(number);
        let is_further = state.items.iter().any(|item| item.by == by)
            && person.is_some_and(|person| person.not_yet_raised().next().is_none());
        let last = state
            .turns
            .iter()
            .rev()
            .find(|turn| turn.holder == Holder::Citizen(number));
        let exchanges = last.is_some_and(|turn| turn.phase == Phase::Exchange);
        is_bound && opinion.is_none() && is_further && !exchanges && self.speeches_began()
    }

    fn raised(&self, by: Raiser, text: String, opinion: Option<OpinionId>) -> Decision {
        self.known_raiser(by)?;
        let known = opinion.map(|id| self.known_opinion(id)).transpose()?;
        Ok(vec![Event::ItemRaised {
            item: self.state().next_item(),
            by,
            text,
            topic: known.and_then(|opinion| opinion.topic.clone()),
            agency: known.and_then(|opinion| opinion.agency.clone()),
            opinion,
        }])
    }

    pub(super) fn edit_item(&self, item: ItemId, text: String) -> Decision {
        if self.known_item(item)?.text == text {
            return Err(Rejection::SameAsBefore);
        }
        Ok(vec![Event::ItemEdited { item, text }])
    }

    pub(super) fn set_topic(&self, item: ItemId, topic: Option<String>) -> Decision {
        if self.known_item(item)?.topic == topic {
            return Err(Rejection::SameAsBefore);
        }
        Ok(vec![Event::ItemTopicSet { item, topic }])
    }

    pub(super) fn link_item(&self, item: ItemId, opinion: Option<OpinionId>) -> Decision {
        if self.known_item(item)?.opinion == opinion {
            return Err(Rejection::SameAsBefore);
        }
        if let Some(id) = opinion {
            self.known_opinion(id)?;
        }
        Ok(vec![Event::ItemLinked { item, opinion }])
    }

    pub(super) fn move_item(&self, item: ItemId, to: Raiser) -> Decision {
        self.known_raiser(to)?;
        if self.known_item(item)?.by == to {
            return Err(Rejection::SameAsBefore);
        }
        Ok(vec![Event::ItemMoved { item, to }])
    }

    pub(super) fn summarise(&self, item: ItemId, answer: String) -> Decision {
        if self.known_item(item)?.answer.as_deref().unwrap_or_default() == answer {
            return Err(Rejection::SameAsBefore);
        }
        Ok(vec![Event::ItemSummarised { item, answer }])
    }

    pub(super) fn answer_as_prepared(&self, id: ItemId) -> Decision {
        let item = self.known_item(id)?;
        let answer = self
            .prepared_answer(item)
            .ok_or(Rejection::NothingPrepared(id))?;
        if item.as_prepared && item.answer.as_deref() == Some(answer) {
            return Err(Rejection::SameAsBefore);
        }
        Ok(vec![Event::AnsweredAsPrepared {
            item: id,
            answer: answer.to_owned(),
        }])
    }

    pub(super) fn class_item(&self, item: ItemId, class: Class, now: ClockReading) -> Decision {
        if self.known_item(item)?.class.as_ref() == Some(&class) {
            return Err(Rejection::SameAsBefore);
        }
        if let Class::VerifyLater {
            agency: Some(id), ..
        } = &class
            && self.state().agency(id).is_none()
        {
            return Err(Rejection::NoSuchAgency(id.clone()));
        }
        self.check_due(item, &class, now)?;
        Ok(self.classed(item, class))
    }

    /// Nothing can be due on a day that is over. A day that was given while it still lay ahead stays.
    fn check_due(&self, item: ItemId, class: &Class, now: ClockReading) -> Result<(), Rejection> {
        let class_now = self.known_item(item)?.class.as_ref();
        let given = class_now.and_then(Class::day);
        match class.day() {
            Some(on) if on < now.wall.date_naive() && given != Some(on) => {
                Err(Rejection::DayIsPast(on))
            }
            Some(_) | None => Ok(()),
        }
    }

    pub(super) fn class_under_new_agency(
        &self,
        item: ItemId,
        id: AgencyId,
        name: String,
        due: Due,
        now: ClockReading,
    ) -> Decision {
        let class = Class::VerifyLater {
            agency: Some(id.clone()),
            due,
        };
        self.check_due(item, &class, now)?;
        let mut events = self.add_agency(id, name)?;
        events.extend(self.classed(item, class));
        Ok(events)
    }

    fn classed(&self, item: ItemId, class: Class) -> Vec<Event> {
        let mut events = vec![Event::ItemClassed { item, class }];
        events.extend(self.offer_follow_up(Settling::Class(item)));
        events
    }

    pub(super) fn reopen(&self, item: ItemId) -> Decision {
        if self.known_item(item)?.class.is_none() {
            return Err(Rejection::NotClassed(item));
        }
        Ok(vec![Event::ItemReopened { item }])
    }

    pub(super) fn add_agency(&self, id: AgencyId, name: String) -> Decision {
        if name.trim().is_empty() {
            return Err(Rejection::EmptyText);
        }
        if self.state().agency(&id).is_some() {
            return Err(Rejection::AgencyKnown(id));
        }
        Ok(vec![Event::AgencyAdded { id, name }])
    }

    pub(super) fn note(&self, text: String, item: Option<ItemId>, place: NotePlace) -> Decision {
        if text.trim().is_empty() {
            return Err(Rejection::EmptyText);
        }
        if let Some(item) = item {
            self.known_item(item)?;
        }
        Ok(vec![Event::Noted { text, item, place }])
    }

    pub(super) fn word_conclusion(&self, act: ChecklistItemId, text: String) -> Decision {
        let known = self
            .regulation()
            .steps
            .iter()
            .filter(|step| step.kind == StepKind::Conclusion)
            .flat_map(|step| &step.acts)
            .any(|known| known.id == act);
        if !known {
            return Err(Rejection::NoSuchAct(act));
        }
        Ok(vec![Event::ConclusionWorded { act, text }])
    }

    pub(super) fn show_hall(&self, message: Option<String>) -> Decision {
        if self.state().message == message {
            return Err(Rejection::SameAsBefore);
        }
        Ok(vec![Event::HallShown { message }])
    }

    /// Without a picture pinned the screen of the hall shows what happens, unless a message covers it; to ask for what
    /// happens then is to ask for the message to be taken down.
    pub(super) fn set_scene(&self, scene: Option<Scene>) -> Decision {
        if self.state().scene == scene {
            return match scene {
                None => self.show_hall(None),
                Some(_) => Err(Rejection::SameAsBefore),
            };
        }
        Ok(vec![Event::SceneSet { scene }])
    }

    /// Nothing stands before what happens any more, neither a picture nor a message under it.
    pub(super) fn follow_in_hall(&self) -> Decision {
        let scene = self.state().scene.map(|_| Event::SceneSet { scene: None });
        let message = self.state().message.as_ref();
        let message = message.map(|_| Event::HallShown { message: None });
        let events: Vec<Event> = scene.into_iter().chain(message).collect();
        if events.is_empty() {
            return Err(Rejection::SameAsBefore);
        }
        Ok(events)
    }

    /// Turns to the page of the conclusion that has this item.
    pub(super) fn turn_page(&self, to: ItemId) -> Decision {
        self.known_item(to)?;
        if self.state().page == Some(to) {
            return Err(Rejection::SameAsBefore);
        }
        Ok(vec![Event::PageTurned { to }])
    }

    pub(super) fn known_item(&self, id: ItemId) -> Result<&Item, Rejection> {
        self.state().item(id).ok_or(Rejection::NoSuchItem(id))
    }

    fn known_raiser(&self, by: Raiser) -> Result<(), Rejection> {
        match by {
            Raiser::Citizen(number) => self.known_person(number).map(|_| ()),
            Raiser::Collected(id) => self.known_opinion(id).map(|_| ()),
        }
    }

    fn known_opinion(
        &self,
        id: OpinionId,
    ) -> Result<&crate::domain::session::plan::Opinion, Rejection> {
        self.plan()
            .opinions
            .iter()
            .find(|opinion| opinion.id == id)
            .ok_or(Rejection::NoSuchOpinion(id))
    }
}
