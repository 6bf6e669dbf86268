//! A session that is driven command by command, on a clock that is moved by hand.

use doithoai::domain::regulation::{Regulation, StepKind};
use doithoai::domain::session::Session;
use doithoai::domain::session::command::Command;
use doithoai::domain::session::deviation::Reason;
use doithoai::domain::session::event::{JournalEntry, Seq};
use doithoai::domain::session::item::{ItemId, Raiser};
use doithoai::domain::session::plan::{Number, Plan};
use doithoai::domain::time::{Millis, SessionTime};
use doithoai::store::clock::Clock;

/// How fast whoever drives the session is.
#[derive(Debug, Clone, Copy)]
pub struct StagePace {
    /// What a command takes.
    pub command: Millis,
    /// What goes by before something of a step is ticked.
    pub before_tick: Millis,
}

/// Everything is done at once.
pub const AT_ONCE: StagePace = StagePace {
    command: Millis::ZERO,
    before_tick: Millis::ZERO,
};

/// A session being driven.
#[derive(Clone)]
pub struct Stage {
    pub session: Session,
    pub clock: Clock,
    pace: StagePace,
}

impl Stage {
    pub fn opened_at(wall: &str, pace: StagePace, plan: Plan, regulation: Regulation) -> Self {
        let clock = Clock::by_hand(wall.parse().unwrap());
        let opening = Session::opening(plan, regulation);
        let first = JournalEntry::new(Seq(1), clock.now(), opening);
        Self {
            session: Session::open(first).unwrap(),
            clock,
            pace,
        }
    }

    /// Somebody at the desk does something, and it is not refused.
    pub fn act(&mut self, command: Command) {
        let now = self.clock.now();
        let asked = format!("{command:?}");
        let events = self
            .session
            .decide(command, now)
            .unwrap_or_else(|refusal| panic!("{asked}: {refusal}"));
        let record = self.session.record(events, now);
        self.session.apply(record);
        self.clock.pass(self.pace.command);
    }

    pub fn pass(&mut self, seconds: u64) {
        self.clock.pass(Millis::of_seconds(seconds));
    }

    pub fn now(&self) -> SessionTime {
        self.session.stamp(self.clock.now())
    }

    /// Enters a step and does all its acts but the last `left`.
    pub fn step(&mut self, kind: &StepKind, left: usize, reason: Option<Reason>) {
        let steps = &self.session.regulation().steps;
        let step = steps
            .iter()
            .find(|step| &step.kind == kind)
            .unwrap()
            .clone();
        self.act(Command::EnterStep {
            step: step.id.clone(),
            reason,
        });
        for act in step.acts.iter().take(step.acts.len() - left) {
            self.clock.pass(self.pace.before_tick);
            self.act(Command::Tick {
                act: act.id.clone(),
            });
        }
    }

    pub fn enter_dialogue(&mut self, reason: Option<Reason>) {
        let mut steps = self.session.regulation().steps.iter();
        let dialogue = steps.find(|step| matches!(step.kind, StepKind::Dialogue(_)));
        let step = dialogue.unwrap().id.clone();
        self.act(Command::EnterStep { step, reason });
    }

    /// The last item that a citizen raised.
    pub fn item_of(&self, number: u32) -> ItemId {
        let items = self.session.state().items.iter();
        let mut own = items.filter(|item| item.by == Raiser::Citizen(Number(number)));
        own.next_back().unwrap().id
    }
}
