//! What is selected: chosen with the arrows, or following the session while nothing was chosen. Knows no dialog and no
//! screen.

mod question;

pub use question::Question;
pub(super) use question::speaking_citizen;

use super::action::Motion;
use crate::domain::regulation::Phase;
use crate::domain::session::Session;
use crate::domain::session::command::Command;
use crate::domain::session::floor::{Holder, Turn};
use crate::domain::session::item::ItemId;
use crate::domain::session::next::Next;
use crate::domain::session::plan::Number;
use crate::domain::session::queue::{Registrant, Standing};

/// Which list has the arrow keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Pane {
    #[default]
    Queue,
    Items,
    /// The prepared answer and whatever else stands under the clock.
    Floor,
}

/// Which pane has the arrow keys, and what was chosen in each.
#[derive(Debug, Default)]
pub(super) struct Selection {
    focus: Pane,
    /// Chosen with the arrows; otherwise the first who waits.
    person: Option<Number>,
    /// Chosen with the arrows; otherwise the item in question.
    item: Option<ItemId>,
    /// The item whose card was opened: the class keys are about it until it is closed.
    card: Option<ItemId>,
    /// How far the texts under the clock are scrolled.
    scrolled: usize,
}

impl Selection {
    /// Nothing is chosen, and this pane has the keys.
    pub(super) fn in_pane(focus: Pane) -> Self {
        Self {
            focus,
            ..Self::default()
        }
    }

    pub(super) const fn focus(&self) -> Pane {
        self.focus
    }

    pub(super) const fn scrolled(&self) -> usize {
        self.scrolled
    }

    /// The item that was chosen with the arrows, or that something led to.
    pub(super) const fn chosen_item(&self) -> Option<ItemId> {
        self.item
    }

    /// The item that the writing keys are about.
    pub(super) fn item_in_question(&self, session: &Session) -> Option<ItemId> {
        let state = session.state();
        if let Some(item) = self.item.filter(|item| state.item(*item).is_some()) {
            return Some(item);
        }
        if let Some(question) = self.question(session) {
            return Some(question.item);
        }
        let of_turn = |turn: &Turn| {
            let unclassed = turn
                .items
                .iter()
                .find(|id| state.item(**id).is_some_and(|item| item.class.is_none()));
            unclassed.or_else(|| turn.items.last()).copied()
        };
        state
            .turns
            .last()
            .and_then(of_turn)
            .or_else(|| state.items.last().map(|item| item.id))
    }

    /// The person that the queue's keys are about.
    pub(super) fn person_in_question(&self, session: &Session) -> Option<Number> {
        let queue = &session.state().queue;
        self.person
            .filter(|number| queue.person(*number).is_some())
            .or_else(|| {
                queue
                    .waiting()
                    .next()
                    .map(|person| person.registration.number)
            })
    }

    /// The queue's keys are about this person from now on.
    pub(super) const fn choose_person(&mut self, number: Number) {
        self.person = Some(number);
    }

    pub(super) const fn go_to_person(&mut self, number: Number) {
        self.focus = Pane::Queue;
        self.person = Some(number);
    }

    pub(super) const fn go_to_item(&mut self, item: ItemId) {
        self.focus = Pane::Items;
        self.item = Some(item);
    }

    /// Another pane, another line of it, or back to following the session.
    pub(super) fn go(&mut self, motion: Motion, session: &Session) {
        match motion {
            Motion::NextPane | Motion::NextField => {
                self.focus = match self.focus {
                    Pane::Queue => Pane::Items,
                    Pane::Items => Pane::Floor,
                    Pane::Floor => Pane::Queue,
                };
            }
            Motion::PreviousField => {
                self.focus = match self.focus {
                    Pane::Queue => Pane::Floor,
                    Pane::Items => Pane::Queue,
                    Pane::Floor => Pane::Items,
                };
            }
            Motion::Up => self.step(session, SelectionStep::By(-1)),
            Motion::Down => self.step(session, SelectionStep::By(1)),
            Motion::PageUp => self.step(session, SelectionStep::By(-10)),
            Motion::PageDown => self.step(session, SelectionStep::By(10)),
            Motion::First => self.step(session, SelectionStep::First),
            Motion::Last => self.step(session, SelectionStep::Last),
            Motion::Cancel => *self = Self::in_pane(self.focus),
            Motion::Accept => {}
        }
    }

    fn step(&mut self, session: &Session, to: SelectionStep) {
        match self.focus {
            Pane::Queue => {
                let numbers: Vec<Number> = people_in_order(session)
                    .into_iter()
                    .map(|person| person.registration.number)
                    .collect();
                self.person = to.within(&numbers, self.person_in_question(session));
            }
            Pane::Items => {
                let items: Vec<ItemId> = session.state().items.iter().map(|item| item.id).collect();
                self.item = to.within(&items, self.item_in_question(session));
                // The card follows the selection, so that the two never name different items.
                if self.card.is_some() {
                    self.card = self.item;
                }
            }
            Pane::Floor => {
                self.scrolled = match to {
                    SelectionStep::By(by) => self.scrolled.saturating_add_signed(by),
                    SelectionStep::First => 0,
                    SelectionStep::Last => usize::MAX / 2,
                };
            }
        }
    }

    /// After a command that settled what was selected, the selection follows the session again; else it stays.
    pub(super) fn after_command(&mut self, command: &Command, session: &Session) {
        self.scrolled = 0;
        if let Command::ClassItem { .. }
        | Command::ClassUnderNewAgency { .. }
        | Command::ReadPrepared { .. }
        | Command::EndFloor = command
        {
            self.item = None;
            self.card = None;
        }
        if let Command::GiveFloor { to, .. } = command {
            self.item = None;
            self.card = None;
            // Whoever has the floor is no longer in the list.
            if let Holder::Citizen(number) = to
                && self.person == Some(*number)
            {
                self.person = None;
            }
        }
        if self
            .person
            .is_some_and(|number| session.state().queue.person(number).is_none())
        {
            self.person = None;
        }
    }
}

/// The items that are answered together with this one: those of the answer that is due or being given. One that was
/// chosen with the arrows is answered alone.
pub(super) fn answered_with(item: ItemId, chosen: bool, session: &Session) -> Vec<ItemId> {
    let floor = session.state().floor();
    let together = if let Some(turn) = floor.filter(|turn| turn.phase == Phase::Answer) {
        turn.items.clone()
    } else if let Next::Answer { items, .. } = session.next() {
        items
    } else {
        Vec::new()
    };
    if !chosen && together.contains(&item) {
        together
    } else {
        vec![item]
    }
}

/// A step of the selection through a list.
#[derive(Debug, Clone, Copy)]
enum SelectionStep {
    By(isize),
    First,
    Last,
}

impl SelectionStep {
    fn within<T: Copy + PartialEq>(self, all: &[T], here: Option<T>) -> Option<T> {
        let last = all.len().checked_sub(1)?;
        let here = here.and_then(|here| all.iter().position(|one| *one == here));
        let to = match (self, here) {
            (Self::First, _) | (Self::By(_), None) => 0,
            (Self::Last, _) => last,
            (Self::By(by), Some(here)) => here.saturating_add_signed(by).min(last),
        };
        all.get(to).copied()
    }
}

/// The people of the queue as they are listed: those who wait in calling order, then the others; whoever speaks is not
/// among them.
pub(super) fn people_in_order(session: &Session) -> Vec<&Registrant> {
    let state = session.state();
    let speaking = state.floor().and_then(|turn| match turn.holder {
        Holder::Citizen(number) => Some(number),
        Holder::Chair | Holder::Agency(_) => None,
    });
    let listed = |person: &&Registrant| Some(person.registration.number) != speaking;
    let waits = |person: &&Registrant| person.standing == Standing::Waiting;
    let people = state.queue.people().iter().filter(listed);
    let (mut waiting, others): (Vec<_>, Vec<_>) = people.partition(waits);
    waiting.extend(others);
    waiting
}
