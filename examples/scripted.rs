//! A whole session through the library, from the plan to the dossier: `cargo run --example scripted -- FOLDER`. The clock is
//! moved by hand and every act is the session's own proposal, so the same bytes come of it on every system; `.ci/windows`
//! compares them.

use std::error::Error;
use std::io::Write as _;
use std::path::PathBuf;

use doithoai::documents::{Options, plan_import};
use doithoai::domain::deadlines::Basis;
use doithoai::domain::regulation::ClassKind;
use doithoai::domain::session::command::Command;
use doithoai::domain::session::next::Next;
use doithoai::domain::time::Millis;
use doithoai::store::clock::Clock;
use doithoai::store::sessions::{OpenSession, Purpose, SessionStore};
use doithoai::store::{bundle, calendars, profiles};

/// More acts than any session of the sample has.
const MOST_ACTS: usize = 5000;
/// How many acts go by between two that are taken back and put back.
const SLIPS: usize = 25;

fn main() -> Result<(), Box<dyn Error>> {
    let to = PathBuf::from(std::env::args_os().nth(1).ok_or("usage: scripted FOLDER")?);
    let plan = plan_import::sample().map_err(|error| format!("no sample: {error:?}"))?;
    let regulation = profiles::load(&plan.regulation.0, None)
        .map_err(|error| format!("no profile: {error:?}"))?;
    let clock = Clock::by_hand("2026-11-25T07:55:00+07:00".parse()?);
    let folder = SessionStore::at(&to).create(plan, regulation, Purpose::Held, &clock)?;
    let mut session = OpenSession::open(&folder, clock).map_err(|error| format!("{error:?}"))?;
    hold(&mut session)?;

    let (calendar, _) = calendars::usable(None);
    let basis = Basis::of(calendar);
    for (options, name) in [
        (Options::default(), "dossier"),
        (
            Options {
                public: true,
                mask_names: true,
                ..Options::default()
            },
            "public",
        ),
    ] {
        let files = bundle::assemble(
            session.session(),
            session.lines(),
            &basis,
            &options,
            &mut |_, _| {},
        )?;
        let placed = bundle::write(&files, &to.join(name))?;
        writeln!(std::io::stdout(), "{}", placed.folder.display())?;
    }
    let items = session.session().state().items.len();
    let records = session.session().history().entries().len();
    writeln!(std::io::stdout(), "{items} items, {records} records")?;
    Ok(())
}

/// Goes on with the prescribed act until the session is closed.
fn hold(open: &mut OpenSession) -> Result<(), Box<dyn Error>> {
    for act in 1..=MOST_ACTS {
        if open.session().state().closed.is_some() {
            return Ok(());
        }
        let session = open.session();
        let next = session.next();
        let command = if let Next::Class(item) = next {
            let kind = match item.0 % 3 {
                0 => ClassKind::AnsweredNow,
                1 => ClassKind::VerifyLater,
                _ => ClassKind::ReportUpward,
            };
            Command::ClassItem {
                item,
                class: session.proposal(item, kind),
            }
        } else {
            next.command(session)
                .ok_or_else(|| format!("nothing is prescribed after {act} acts"))?
        };
        perform(open, command)?;
        if act.is_multiple_of(SLIPS) && open.session().state().closed.is_none() {
            perform(open, Command::Undo)?;
            perform(open, Command::Redo)?;
        }
    }
    Err("the session does not end".into())
}

fn perform(open: &mut OpenSession, command: Command) -> Result<(), Box<dyn Error>> {
    open.clock_mut().pass(Millis::of_seconds(41));
    let now = open.clock_mut().now();
    let told = format!("{command:?}");
    open.perform(command, now)
        .map_err(|error| format!("{told}: {error:?}").into())
}
