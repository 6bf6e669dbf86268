//! Lays down a session at the size the program is made for, 500 items and 10,000 events, and prints its folder:
//! `cargo run --example large -- DATA-FOLDER`. Everything in it was decided by the session itself, under a clock that is
//! moved by hand; only the journal is written in one go, since ten thousand acts one by one would wait for the disk.

use std::error::Error;
use std::io::Write as _;
use std::path::PathBuf;
use std::sync::Arc;

use doithoai::documents::plan_import;
use doithoai::domain::regulation::ClassKind;
use doithoai::domain::session::Session;
use doithoai::domain::session::command::Command;
use doithoai::domain::session::event::{JournalEntry, Seq};
use doithoai::domain::session::item::ItemId;
use doithoai::domain::session::next::Next;
use doithoai::domain::session::plan::{Number, Plan, Registration, Subject};
use doithoai::domain::session::timing::Span;
use doithoai::domain::time::Millis;
use doithoai::store::clock::Clock;
use doithoai::store::journal::{self, Journal};
use doithoai::store::profiles;
use doithoai::store::sessions::SessionStore;

const ITEMS: usize = 500;
const EVENTS: usize = 10_000;
/// How many acts go by between two that are taken back and put back.
const SLIPS: usize = 80;
const NAME: &str = "large";
const TEXT: &str = "Đề nghị xã xem xét sửa đoạn đường bê tông liên thôn bị sụt lún, lắp thêm cống thoát nước và trả lời rõ \
                    thời gian khởi công cho bà con";

fn main() -> Result<(), Box<dyn Error>> {
    let data = PathBuf::from(
        std::env::args_os()
            .nth(1)
            .ok_or("usage: large DATA-FOLDER")?,
    );
    let plan = plan()?;
    let regulation = profiles::load(&plan.regulation.0, None)
        .map_err(|error| format!("the profile cannot be read: {error:?}"))?;
    let clock = Clock::by_hand("2026-11-25T08:00:00+07:00".parse()?);
    let first = JournalEntry {
        by: None,
        request: None,
        seq: Seq(1),
        at: clock.now(),
        events: Session::opening(plan, regulation),
    };
    let mut hall = Hall {
        session: Session::open(first)?,
        clock,
        acts: 0,
        events: 1,
    };
    hall.hold()?;

    let folder = SessionStore::at(&data).folder().join(NAME);
    std::fs::create_dir_all(&folder)?;
    let entries = hall.session.history().entries();
    Journal::create(
        &folder.join(journal::FILE_NAME),
        entries.iter().map(|entry| &entry.record),
    )?;
    writeln!(
        std::io::stdout(),
        "{}\n{} items, {} records, {} events",
        folder.display(),
        hall.session.state().items.len(),
        entries.len(),
        hall.events
    )?;
    Ok(())
}

/// The sample with a hall full of speakers, each with two matters.
fn plan() -> Result<Plan, Box<dyn Error>> {
    let mut plan =
        plan_import::sample().map_err(|error| format!("the sample cannot be read: {error:?}"))?;
    let agencies: Vec<_> = plan
        .agencies
        .iter()
        .map(|agency| agency.id.clone())
        .collect();
    plan.speakers = (1..=u32::try_from(ITEMS)?)
        .map(|number| {
            Arc::new(Registration {
                number: Number(number),
                honorific: if number % 2 == 0 { "Bà" } else { "Ông" }.to_owned(),
                name: format!("Nguyễn Văn Thử {number}"),
                village: format!("thôn Nà {}", number % 30),
                phone: None,
                address: None,
                venue: None,
                subjects: (0..2)
                    .map(|matter| Subject {
                        text: format!("{TEXT} ({number}.{matter})"),
                        topic: Some("Giao thông".to_owned()),
                        agency: agencies
                            .iter()
                            .cycle()
                            .nth(usize::try_from(number).unwrap_or_default())
                            .cloned(),
                        opinion: None,
                    })
                    .collect(),
            })
        })
        .collect();
    Ok(plan)
}

/// A session that runs by itself.
struct Hall {
    session: Session,
    clock: Clock,
    acts: usize,
    events: usize,
}

impl Hall {
    /// Goes on with the prescribed act until there are enough items, with so much in between that there are enough
    /// events by then, and ends while somebody speaks.
    fn hold(&mut self) -> Result<(), Box<dyn Error>> {
        while self.session.state().items.len() < ITEMS || self.session.state().floor().is_none() {
            let next = self.session.next();
            let command = if let Next::Class(item) = next {
                self.class(item)
            } else {
                next.command(&self.session)
                    .ok_or("the session ended too early")?
            };
            self.perform(command)?;
            while self.events < EVENTS * self.session.state().items.len() / ITEMS {
                self.write_something()?;
            }
        }
        Ok(())
    }

    fn class(&self, item: ItemId) -> Command {
        let kind = match item.0 % 3 {
            0 => ClassKind::AnsweredNow,
            1 => ClassKind::VerifyLater,
            _ => ClassKind::ReportUpward,
        };
        Command::ClassItem {
            item,
            class: self.session.proposal(item, kind),
        }
    }

    /// What an aide does besides, in turn.
    fn write_something(&mut self) -> Result<(), Box<dyn Error>> {
        let Some(item) = self.session.state().items.last().map(|item| item.id) else {
            return self.perform(Command::Note {
                text: TEXT.to_owned(),
                item: None,
            });
        };
        let act = self.acts;
        let running = self
            .session
            .state()
            .floor()
            .and_then(|turn| turn.clock.as_ref());
        let command = match (act % 4, running.map(Span::is_paused)) {
            (0, Some(true)) => Command::ResumeClock,
            (0, Some(false)) => Command::PauseClock,
            (1, _) => Command::SummariseAnswer {
                item,
                answer: format!("{TEXT} – {act}"),
            },
            (2, _) => Command::EditItem {
                item,
                text: format!("{TEXT} – {act}"),
            },
            _ => Command::Note {
                text: format!("{TEXT} – {act}"),
                item: Some(item),
            },
        };
        self.perform(command)
    }

    fn perform(&mut self, command: Command) -> Result<(), Box<dyn Error>> {
        self.acts += 1;
        self.carry_out(command)?;
        if self.acts.is_multiple_of(SLIPS) {
            self.carry_out(Command::Undo)?;
            self.carry_out(Command::Redo)?;
        }
        Ok(())
    }

    fn carry_out(&mut self, command: Command) -> Result<(), Box<dyn Error>> {
        self.clock.pass(Millis::of_seconds(3));
        let now = self.clock.now();
        let events = self
            .session
            .decide(command, now)
            .map_err(|refusal| format!("refused: {refusal:?}"))?;
        self.events += events.len();
        let record = self.session.record(events, now);
        self.session.apply(record);
        Ok(())
    }
}
