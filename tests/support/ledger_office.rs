//! An office that enters what came of a session, on days that a story sets.

use chrono::NaiveDate;
use doithoai::domain::calendar::Calendar;
use doithoai::domain::deadlines::Basis;
use doithoai::domain::follow_up::{
    Ledger, LedgerCommand, LedgerRejection, LetterDate, Overview, SessionPromises, overview,
};
use doithoai::store::clock::Clock;
use doithoai::store::{calendars, profiles};

use super::closed_sessions::{closed, promises};
use super::days::day;

/// An office that enters what happens.
pub struct Office {
    pub promises: SessionPromises,
    pub ledger: Ledger,
    pub calendar: Calendar,
    pub clock: Clock,
}

impl Office {
    /// The morning after the session.
    pub fn after(regulation: &str, held: &str, items: u32) -> Self {
        Self::of(promises(&closed(regulation, held, items)), held)
    }

    /// The evening of a session.
    pub fn of(promises: SessionPromises, held: &str) -> Self {
        let mut office = Self {
            promises,
            ledger: Ledger::default(),
            calendar: calendars::load(None).unwrap(),
            clock: Clock::by_hand("2020-01-01T08:00:00+07:00".parse().unwrap()),
        };
        office.is_on(held);
        let journal = doithoai::domain::follow_up::JournalAnchor {
            entries: 1,
            code: "0123456789abcdef".into(),
        };
        office.enters(LedgerCommand::Open { journal });
        office
    }

    pub fn is_on(&mut self, date: &str) {
        let wall = format!("{}T09:00:00+07:00", day(date));
        self.clock.set_wall(wall.parse().unwrap());
    }

    pub fn today(&self) -> NaiveDate {
        self.clock.now().wall.date_naive()
    }

    pub fn tries(&self, command: LedgerCommand) -> Result<(), LedgerRejection> {
        self.ledger
            .decide(&self.promises, command, self.today())
            .map(|_| ())
    }

    pub fn enters(&mut self, command: LedgerCommand) {
        let asked = format!("{command:?}");
        let events = self
            .ledger
            .decide(&self.promises, command, self.today())
            .unwrap_or_else(|rejection| panic!("{asked}: {rejection}"));
        let entry = self.ledger.entry(events, self.clock.now());
        self.ledger.apply(entry);
    }

    pub fn sees(&self) -> Overview {
        let law = profiles::load("luat-72-2025-dieu-43", None).unwrap();
        overview(
            &self.promises,
            self.ledger.state(),
            &Basis::of(self.calendar.clone()).with_laws([law]),
            self.today(),
            7,
        )
    }

    pub fn promise(&self, item: u32) -> doithoai::domain::follow_up::PromiseStanding {
        let seen = self.sees();
        let found = seen.promises.iter().find(|one| one.item.id == item);
        found.unwrap().clone()
    }

    pub fn answer(item: u32, letter: LetterDate) -> LedgerCommand {
        LedgerCommand::Answer {
            item,
            letter,
            outcome: doithoai::domain::follow_up::AnswerOutcome::Settled,
            text: Some("Đã sửa xong".into()),
            told: None,
            correction: None,
        }
    }

    pub fn notice(letter: LetterDate) -> LedgerCommand {
        LedgerCommand::IssueNotice {
            letter,
            extended: vec![],
            correction: None,
        }
    }
}
