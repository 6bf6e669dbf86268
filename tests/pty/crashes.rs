//! The power is cut a hundred times in one session: nothing that the screen had shown as saved is lost, and the clock of
//! whoever speaks goes on as if nothing had been.

use doithoai::domain::session::Session;
use doithoai::domain::session::event::Event;
use doithoai::domain::time::Wall;
use doithoai::store::clock::Clock;
use doithoai::store::journal::JournalReading;
use doithoai::store::sessions;
use doithoai::tui::desk::phrases::holder_name;

use crate::aide::Aide;
use crate::computer::{Computer, ROOMY};
use crate::faults::Faults;
use crate::keys::{ENTER, ESC, HOME, ctrl};
use doithoai::tui::desk::words::FormMessage;

const CUTS: u32 = 100;

/// Numbers that look like chance and are the same every time.
struct Dice(u64);

impl Dice {
    /// A number below `sides`.
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % sides
    }

    /// Lets a moment of no certain length pass.
    fn dawdle(&mut self) {
        for _ in 0..self.roll(3000) {
            std::thread::yield_now();
        }
    }
}

#[test]
fn a_hundred_power_cuts_lose_nothing_that_was_shown_as_saved() {
    let mut computer = Computer::new();
    let mut faults = Faults::on(&mut computer);
    let mut id = computer.create("dan-tien-2025");
    let mut dice = Dice(0x2545_f491_4f6c_dd1d);
    let mut promised = 0;
    let mut clocks_seen = 0;
    for _ in 0..CUTS {
        if session_of(&computer.reading(&id)).state().closed.is_some() {
            id = computer.create("dan-tien-2025");
            promised = 0;
        }
        // Long enough to be asked whether whoever spoke went on.
        let off = faults.time_passes(10 + i64::try_from(dice.roll(90)).unwrap());
        if dice.roll(5) == 0 {
            // Also while the program is opening the session.
            let mut terminal = computer.open(&["run", &id], ROOMY);
            dice.dawdle();
            terminal.kill();
            everything_promised_is_there(&computer.reading(&id), promised);
            continue;
        }
        let mut aide = Aide::at(&computer, &id);
        if goes_on_where_it_was(&mut aide, &computer.reading(&id), off) {
            clocks_seen += 1;
        }
        // Some acts with a calm hand, and then several keys at once that the cut comes upon.
        for _ in 0..dice.roll(3) {
            // The last of them may have ended the session, after which no key does anything.
            if session_of(&computer.reading(&id)).state().closed.is_some() {
                break;
            }
            let key = aide.key_named(&mut std::iter::repeat("1"));
            aide.press_on(key);
        }
        aide.press(" 1 1");
        dice.dawdle();
        aide.promised();
        dice.dawdle();
        aide.terminal.kill();
        promised = promised.max(aide.promised());
        everything_promised_is_there(&computer.reading(&id), promised);
    }
    assert!(clocks_seen > 10, "only {clocks_seen} cuts into a speech");
}

fn everything_promised_is_there(reading: &JournalReading, promised: u64) {
    assert_eq!(reading.damage, None);
    assert!(
        reading.records.len() as u64 >= promised,
        "{} of {promised} records are left",
        reading.records.len()
    );
}

/// The desk shows what the journal holds; whoever spoke still speaks, with the right time. True when somebody did.
fn goes_on_where_it_was(aide: &mut Aide, reading: &JournalReading, off: i64) -> bool {
    assert_eq!(aide.saved(), Some(reading.records.len() as u64));
    let session = session_of(reading);
    let Some(turn) = session.state().floor().filter(|turn| turn.clock.is_some()) else {
        return false;
    };
    // Somebody spoke while the program was away. Did they go on?
    let went_on = aide.words.forms[FormMessage::WentOn].to_string();
    aide.terminal.wait_for_text(&went_on);
    // After a longer absence it is proposed that they did not.
    aide.press(HOME);
    aide.act(ENTER);
    let name = holder_name(&session, &turn.holder, &aide.words);
    assert!(aide.shows(&name), "{name} does not have the floor");
    the_clock_is_right(aide, clock_started(reading), off);
    true
}

/// The time a turn has taken, as the list of all times shows it while it runs.
fn the_clock_is_right(aide: &mut Aide, started: Wall, off: i64) {
    let begun = format!("{}–nay  ", started.format("%H:%M:%S"));
    let earliest = seconds_since(started) + off - 1;
    aide.open(
        ctrl('u'),
        aide.words.forms[FormMessage::Segments].to_string().as_str(),
    );
    aide.press(started.format("%H:%M:%S").to_string());
    let turns = [
        aide.words.forms[FormMessage::PhaseSpeech].to_string(),
        aide.words.forms[FormMessage::PhaseAnswer].to_string(),
        aide.words.forms[FormMessage::PhaseFollowUp].to_string(),
    ];
    let mut shown = None;
    aide.terminal.wait_for("the turn that runs", |screen| {
        let text = screen.contents();
        shown = text.lines().find_map(|row| {
            let (_, rest) = row.split_once(&begun)?;
            let (length, what) = rest.split_once("  ")?;
            let is_turn = turns.iter().any(|turn| what.starts_with(turn));
            is_turn.then(|| seconds(length)).flatten()
        });
        shown.is_some()
    });
    let latest = seconds_since(started) + off + 1;
    let shown = shown.unwrap();
    assert!(
        (earliest..=latest).contains(&shown),
        "{shown} s on the clock, between {earliest} s and {latest} s in truth"
    );
    aide.press(ESC);
    let title = aide.words.forms[FormMessage::Segments].to_string();
    aide.terminal.wait_for("the list to close", |screen| {
        !crate::terminal::shows(screen, &title)
    });
}

/// `3′05″` at the beginning of a text, in seconds.
fn seconds(text: &str) -> Option<i64> {
    let (minutes, rest) = text.split_once('′')?;
    let (seconds, _) = rest.split_once('″')?;
    Some(minutes.trim().parse::<i64>().ok()? * 60 + seconds.parse::<i64>().ok()?)
}

fn seconds_since(began: Wall) -> i64 {
    (Clock::system().now().wall - began).num_seconds()
}

fn clock_started(reading: &JournalReading) -> Wall {
    let starts = |events: &[Event]| events.contains(&Event::ClockStarted);
    let record = reading
        .records
        .iter()
        .rev()
        .find(|record| starts(&record.events));
    record.unwrap().at.wall
}

fn session_of(reading: &JournalReading) -> Session {
    sessions::session_of(reading).unwrap()
}
