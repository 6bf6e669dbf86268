//! Sessions for the tests: a plan, and a hand that drives the session core through everything that can happen.

mod plans;
mod sessions;

use doithoai::domain::deadlines::Basis;
use doithoai::domain::deadlines::explain::Explainer;
use doithoai::domain::i18n::Lang;
use doithoai::domain::record::SessionRecord;
use doithoai::domain::regulation::{ClassKind, Phase, Regulation, StepKind};
use doithoai::domain::session::command::Command;
use doithoai::domain::session::floor::Holder;
use doithoai::domain::session::item::{ItemId, Raiser};
use doithoai::domain::session::plan::{AgencyId, Number, Plan};
use doithoai::domain::time::Millis;
use doithoai::store::profiles;

use self::plans::TOPICS;
pub use self::plans::{official, plan, reason};
pub use self::sessions::{conclude, everything, long};
pub use crate::support::stage::Stage;
use crate::support::stage::StagePace;

pub const REGULATIONS: [&str; 5] = [
    "lao-cai-7-qc-tu-2025",
    "qd-1573-2025",
    "dien-bien",
    "dan-tien-2025",
    "tang-tien-2024",
];

/// What was raised and taken back; it may stand nowhere.
pub const TAKEN_BACK: &str = "Ý kiến ghi nhầm rồi hoàn tác";

/// Whoever records the session takes some time for each act.
const PACE: StagePace = StagePace {
    command: Millis(700),
    before_tick: Millis::of_seconds(40),
};

impl Stage {
    pub fn opened(plan: Plan, regulation: Regulation) -> Self {
        Self::opened_at("2026-11-25T07:58:00+07:00", PACE, plan, regulation)
    }

    /// Opening and announcement, act by act, and into the dialogue.
    pub fn up_to_the_dialogue(&mut self) {
        self.pass(120);
        self.step(&StepKind::Opening, 0, None);
        self.pass(60);
        self.step(&StepKind::Announcement, 0, None);
        self.pass(60);
        self.first_dialogue_step();
    }

    pub fn first_dialogue_step(&mut self) {
        self.enter_dialogue(None);
    }

    /// One round: the person speaks, is answered, the items get a class.
    pub fn round(&mut self, number: u32, kind: ClassKind) {
        self.act(Command::GiveFloor {
            phase: Phase::Speech,
            to: Holder::Citizen(Number(number)),
            items: vec![],
        });
        self.pass(125 + u64::from(number % 7) * 15);
        self.act(Command::EndFloor);
        let items: Vec<ItemId> = self
            .session
            .state()
            .items
            .iter()
            .filter(|item| item.by == Raiser::Citizen(Number(number)))
            .map(|item| item.id)
            .collect();
        self.pass(5);
        let to = match kind {
            ClassKind::ReportUpward => Holder::Chair,
            ClassKind::AnsweredNow | ClassKind::VerifyLater => {
                Holder::Agency(AgencyId("kinh-te".into()))
            }
        };
        self.act(Command::GiveFloor {
            phase: Phase::Answer,
            to,
            items: items.clone(),
        });
        self.pass(170);
        self.act(Command::EndFloor);
        for item in items {
            let (_, _, answer) = TOPICS[(number as usize - 1) % TOPICS.len()];
            self.act(Command::SummariseAnswer {
                item,
                answer: answer.into(),
            });
            let class = self.session.proposal(item, kind);
            self.act(Command::ClassItem { item, class });
        }
    }

    pub fn ground(&self) -> Option<doithoai::domain::regulation::GroundId> {
        let refusal = self.session.regulation().refusal.as_ref()?;
        Some(refusal.grounds.last()?.id.clone())
    }

    /// The record with everything due counted on the calendar.
    pub fn record(&self) -> SessionRecord {
        let calendar = doithoai::store::calendars::load(None).unwrap();
        let floor = profiles::load("luat-72-2025-dieu-43", None).unwrap();
        let dates = self.session.dates();
        let basis = Basis::of(calendar).with_laws([floor.clone()]);
        let due = basis.due_dates(self.session.regulation(), &dates);
        let mut record = SessionRecord::as_left(&self.session).with_deadlines(
            &due,
            &[self.session.regulation(), &floor],
            &Explainer::new(Lang::Vi),
        );
        record.journal = Some("15:3f9a0c2e7b1d4e5f".into());
        record
    }

    /// The lines of the session as a journal holds them; here only as bytes that are copied.
    pub fn journal(&self) -> Vec<u8> {
        format!("{:?}\n", self.session.history().entries().len()).into_bytes()
    }

    /// The program goes away and comes back.
    pub fn away(&mut self, seconds: u64) {
        let last = self.session.history().last_moment();
        self.pass(seconds);
        self.clock = self.clock.clone().for_run_after(last.run);
        let now = self.clock.now();
        let event = self.session.coming_back(Some(last.wall), now);
        let record = self.session.record(vec![event], now);
        self.session.apply(record);
    }
}
