//! What the journal's care costs: looking around every act whether the file is still the one that is written, and writing
//! ten thousand entries anew: `cargo bench --bench journal`. Ends with an error when it is over its limits.
#![expect(clippy::unwrap_used, reason = "a measurement that cannot go on fails")]

use std::process::ExitCode;
use std::time::{Duration, Instant};

use doithoai::domain::session::event::{Event, JournalEntry, Seq};
use doithoai::domain::time::{ClockReading, Millis};
use doithoai::store::journal::{DeskLock, FILE_NAME, Journal, read};

const ENTRIES: u64 = 10_000;
const LOOKS: u32 = 10_000;
/// Before and after the sync.
const LOOKS_AN_ACT: u32 = 2;
const LONGEST_LOOK: Duration = Duration::from_micros(100);
const LONGEST_ANEW: Duration = Duration::from_millis(300);

#[expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "it measures time and says what it measured"
)]
fn main() -> ExitCode {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(FILE_NAME);
    let wall = "2026-11-25T08:00:00+07:00".parse().unwrap();
    let entries: Vec<JournalEntry> = (1..=ENTRIES)
        .map(|seq| {
            let at = ClockReading {
                wall,
                run: 1,
                up: Millis(seq),
            };
            let message = Some(format!("Mời bà con số {seq} phát biểu trong ba phút"));
            JournalEntry::new(Seq(seq), at, vec![Event::HallShown { message }])
        })
        .collect();
    let lock = DeskLock::take(folder.path(), wall).unwrap();
    let mut journal = Journal::create(&path, &entries).unwrap().under(lock);

    let began = Instant::now();
    for _ in 0..LOOKS {
        journal.check().unwrap();
    }
    let checked = began.elapsed() / LOOKS * LOOKS_AN_ACT;

    std::fs::write(&path, "something else").unwrap();
    let began = Instant::now();
    let kept = journal.write_anew(wall, None).unwrap();
    let anew = began.elapsed();
    assert!(kept.is_some());
    assert_eq!(read(&path).unwrap().records, entries);

    println!(
        "looking around an act: {} µs; {ENTRIES} entries anew: {} ms ({} kB)",
        checked.as_micros(),
        anew.as_millis(),
        journal.bytes().len() / 1024
    );
    if checked > LONGEST_LOOK || anew > LONGEST_ANEW {
        println!("over the limit of {LONGEST_LOOK:?} or {LONGEST_ANEW:?}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}
