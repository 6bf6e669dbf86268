//! The prescribed next act. The regulation fixes the order, so at almost every moment there is exactly one; it follows
//! from the state alone. What the aide may do besides is not known here.

use super::Session;
use super::agenda::Block;
use super::command::Command;
use super::floor::{Holder, Turn};
use super::item::{Item, ItemId, Raiser};
use super::plan::{Number, OpinionId, SpeakingMode};
use super::queue::Standing;
use crate::domain::regulation::{ChecklistItemId, Condition, Order, Phase, Step, StepId, StepKind};

/// What comes next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    EnterStep(StepId),
    /// No order is prescribed: which of the known steps comes next, or whether the session ends, is for the aide to say.
    ChooseStep,
    Tick(ChecklistItemId),
    Call(Number),
    StartClock,
    ResumeClock,
    EndFloor,
    Answer {
        by: Holder,
        items: Vec<ItemId>,
    },
    ReadPrepared(OpinionId),
    /// One of the three classes has to be chosen, so this alone has no single command.
    Class(ItemId),
    Exchange(Number),
    HoldSpeeches,
    EndBreak,
    Close,
    /// The session is closed.
    Nothing,
}

impl Next {
    /// The command that performs it; `None` where the aide has to choose, or nothing is left.
    #[must_use]
    pub fn command(self, session: &Session) -> Option<Command> {
        Some(match self {
            Self::EnterStep(step) => Command::EnterStep { step, reason: None },
            Self::Tick(act) => Command::Tick { act },
            Self::Call(number) => Command::GiveFloor {
                phase: Phase::Speech,
                to: Holder::Citizen(number),
                items: Vec::new(),
            },
            Self::Answer { by, items } => Command::GiveFloor {
                phase: Phase::Answer,
                to: by,
                items,
            },
            Self::Exchange(number) => Command::GiveFloor {
                phase: Phase::Exchange,
                to: Holder::Citizen(number),
                items: session
                    .state()
                    .items_of_round()
                    .filter(|item| item.by == Raiser::Citizen(number))
                    .map(|item| item.id)
                    .collect(),
            },
            Self::StartClock => Command::StartClock,
            Self::ResumeClock => Command::ResumeClock,
            Self::EndFloor => Command::EndFloor,
            Self::ReadPrepared(opinion) => Command::ReadPrepared { opinion },
            Self::HoldSpeeches => Command::HoldSpeeches,
            Self::EndBreak => Command::EndBreak,
            Self::Close => Command::Close { reason: None },
            Self::Class(_) | Self::ChooseStep | Self::Nothing => return None,
        })
    }
}

impl Session {
    /// The prescribed next act.
    #[must_use]
    pub fn next(&self) -> Next {
        let state = self.state();
        if state.closed.is_some() {
            return Next::Nothing;
        }
        if state.present_break().is_some() {
            return Next::EndBreak;
        }
        if let Some(turn) = state.floor() {
            return next_of_turn(turn);
        }
        let Some(step) = self.present_step() else {
            return self.next_step(None);
        };
        match step.kind {
            StepKind::Opening | StepKind::Announcement | StepKind::Other | StepKind::Conclusion => {
                self.next_of_acts(step)
            }
            StepKind::PreparedAnswers => self.next_of_prepared(step),
            StepKind::Dialogue(_) => self.next_of_dialogue(step),
        }
    }

    /// What the order settles for when the present turn is over and, for an answer, its items have their classes. `None`
    /// where something else than a turn or a step comes, or nobody has the floor in a dialogue.
    #[must_use]
    pub fn next_after_turn(&self) -> Option<Next> {
        let state = self.state();
        let turn = state.turns.last()?;
        let step = self.present_step()?;
        let block = Block::around(self.regulation(), &step.id)?;
        let is_open = |item: &&Item| turn.phase != Phase::Answer || !turn.items.contains(&item.id);
        if turn.phase == Phase::Exchange
            && let Some(first) = turn.items.iter().find_map(|id| state.item(*id))
        {
            return Some(Next::Answer {
                by: self.answerer(first),
                items: turn.items.clone(),
            });
        }
        let speeches_are_held =
            self.round_is_full() || self.state().queue.waiting().next().is_none();
        if block.has(Phase::Answer)
            && speeches_are_held
            && let Some(first) = self.unanswered().find(is_open)
        {
            return Some(Next::Answer {
                by: self.answerer(first),
                items: vec![first.id],
            });
        }
        match state.queue.waiting().next() {
            Some(person) => Some(Next::Call(person.registration.number)),
            None => self
                .following_step()
                .map(|step| Next::EnterStep(step.id.clone())),
        }
    }

    /// What the aide may do instead with one other key: the exchange that the regulation lets follow an answer, or the
    /// answers before a batch is full.
    #[must_use]
    pub fn alternative(&self) -> Option<Next> {
        let state = self.state();
        if state.closed.is_some() || state.present_break().is_some() || state.floor().is_some() {
            return None;
        }
        let block = Block::around(self.regulation(), &self.present_step()?.id)?;
        if matches!(self.next(), Next::Class(_)) {
            return None;
        }
        if state.round.follow_up_offered && block.has(Phase::Exchange) {
            let turn = state.turns.last()?;
            return match turn.phase {
                // Whoever went on is answered again: by whoever answered that item last, else by the one it falls to.
                Phase::Exchange => {
                    let about =
                        |answer: &&Turn| turn.items.iter().any(|item| answer.items.contains(item));
                    let answered = state.turns.iter().rev();
                    let last = answered
                        .filter(|turn| turn.phase == Phase::Answer)
                        .find(about)
                        .map(|answer| answer.holder.clone());
                    let assigned = || {
                        let first = turn.items.first().and_then(|item| state.item(*item))?;
                        Some(self.answerer(first))
                    };
                    Some(Next::Answer {
                        by: last.or_else(assigned).unwrap_or(Holder::Chair),
                        items: turn.items.clone(),
                    })
                }
                Phase::Speech | Phase::Answer => state
                    .turns_of_round(Phase::Speech)
                    .filter_map(|turn| citizen(&turn.holder))
                    .find(|number| self.may_go_on(*number))
                    .map(Next::Exchange),
            };
        }
        (!self.round_is_full() && state.turns_of_round(Phase::Speech).next().is_some())
            .then_some(Next::HoldSpeeches)
    }

    /// The step the session is in.
    #[must_use]
    pub fn present_step(&self) -> Option<&Step> {
        self.regulation().step(self.state().agenda.present()?)
    }

    /// The step that the order prescribes after the present one (after its whole block, for a dialogue step).
    #[must_use]
    pub fn following_step(&self) -> Option<&Step> {
        let regulation = self.regulation();
        let after = match self.present_step() {
            None => 0,
            Some(step) => {
                let last = Block::around(regulation, &step.id)
                    .and_then(|block| block.steps().last())
                    .unwrap_or(step);
                regulation.position(&last.id)? + 1
            }
        };
        regulation
            .steps
            .get(after..)?
            .iter()
            .find(|step| self.has_occasion(step))
    }

    /// Whether there is any occasion for a step: prepared answers only when opinions were collected.
    #[must_use]
    pub fn has_occasion(&self, step: &Step) -> bool {
        match step.held {
            Condition::Always => true,
            Condition::OpinionsCollected => !self.plan().opinions.is_empty(),
        }
    }

    /// Whether the speeches of the present round are all held, so that answers come next.
    pub(super) fn round_is_full(&self) -> bool {
        let state = self.state();
        let held = u32::try_from(state.turns_of_round(Phase::Speech).count()).unwrap_or(u32::MAX);
        let batch = match state.taking {
            SpeakingMode::OneByOne => 1,
            SpeakingMode::InBatches(size) => size.max(1),
        };
        held >= batch
            || state.round.speeches_held
            || (held > 0 && state.queue.waiting().next().is_none())
    }

    /// The items that an answer is still due to, of whatever round, so that none is forgotten when somebody was called
    /// out of turn. What was noted for a person who still waits has time until they speak.
    pub(super) fn unanswered(&self) -> impl Iterator<Item = &Item> {
        self.state()
            .items
            .iter()
            .filter(|item| item.awaits_answer())
            .filter(|item| match item.by {
                Raiser::Citizen(number) => self
                    .state()
                    .queue
                    .person(number)
                    .is_none_or(|person| person.standing != Standing::Waiting),
                Raiser::Collected(_) => true,
            })
    }

    /// The opinion that is read next in the step of prepared answers.
    pub(super) fn next_opinion(&self) -> Option<OpinionId> {
        self.plan()
            .opinions
            .iter()
            .map(|opinion| opinion.id)
            .find(|id| self.taken_up(*id).is_none())
    }

    /// The item that took up a collected opinion.
    #[must_use]
    pub fn taken_up(&self, opinion: OpinionId) -> Option<&Item> {
        self.state()
            .items
            .iter()
            .find(|item| item.opinion == Some(opinion))
    }

    fn next_step(&self, otherwise: Option<Next>) -> Next {
        if self.regulation().order == Order::Unknown {
            return Next::ChooseStep;
        }
        self.following_step().map_or_else(
            || otherwise.unwrap_or(Next::Close),
            |step| Next::EnterStep(step.id.clone()),
        )
    }

    fn next_of_acts(&self, step: &Step) -> Next {
        match self.state().agenda.unticked(step).next() {
            Some(act) => Next::Tick(act.id.clone()),
            None => self.next_step(None),
        }
    }

    fn next_of_prepared(&self, step: &Step) -> Next {
        if let Some(item) = self.answered_without_class() {
            return Next::Class(item.id);
        }
        match self.next_opinion() {
            Some(opinion) => Next::ReadPrepared(opinion),
            None => self.next_of_acts(step),
        }
    }

    fn next_of_dialogue(&self, step: &Step) -> Next {
        let Some(block) = Block::around(self.regulation(), &step.id) else {
            return self.next_step(None);
        };
        if let Some(act) = self.state().agenda.unticked(step).next() {
            return Next::Tick(act.id.clone());
        }
        if let Some(item) = self.answered_without_class() {
            return Next::Class(item.id);
        }
        let speeches_are_held =
            self.round_is_full() || self.state().queue.waiting().next().is_none();
        if block.has(Phase::Answer)
            && speeches_are_held
            && let Some(first) = self.unanswered().next()
        {
            return Next::Answer {
                by: self.answerer(first),
                items: self
                    .unanswered()
                    .filter(|item| {
                        item.by == first.by && self.answerer(item) == self.answerer(first)
                    })
                    .map(|item| item.id)
                    .collect(),
            };
        }
        match self.state().queue.waiting().next() {
            Some(person) => Next::Call(person.registration.number),
            None => self.next_step(None),
        }
    }

    /// Whether a person who spoke can be given the floor again; not after dialogue with them was refused.
    fn may_go_on(&self, number: Number) -> bool {
        let person = self.state().queue.person(number);
        person.is_some_and(|person| match person.standing {
            Standing::Waiting | Standing::Spoke | Standing::Absent | Standing::NoTimeLeft => true,
            Standing::Withdrew | Standing::WrittenSlip | Standing::Refused => false,
        })
    }

    /// Who answers an item: the agency assigned to it, else the chair.
    #[must_use]
    pub fn answerer(&self, item: &Item) -> Holder {
        self.assigned(item)
            .map_or(Holder::Chair, |id| Holder::Agency(id.clone()))
    }

    fn answered_without_class(&self) -> Option<&Item> {
        self.state()
            .items
            .iter()
            .find(|item| item.answered && item.class.is_none())
    }
}

fn next_of_turn(turn: &Turn) -> Next {
    match &turn.clock {
        None => Next::StartClock,
        Some(clock) if clock.is_paused() => Next::ResumeClock,
        Some(_) => Next::EndFloor,
    }
}

fn citizen(holder: &Holder) -> Option<Number> {
    match holder {
        Holder::Citizen(number) => Some(*number),
        Holder::Chair | Holder::Agency(_) => None,
    }
}
