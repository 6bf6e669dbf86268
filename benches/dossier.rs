//! How long a whole dossier of 500 items takes to make and write, and how much memory: `cargo bench --bench dossier`.
//! Ends with an error when it is over what a secretary should have to wait for.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a measurement that cannot go on fails"
)]

#[expect(dead_code, reason = "the tests use the rest of the stage")]
#[path = "../tests/documents/dossier/stage.rs"]
mod stage;

use std::process::ExitCode;
use std::time::{Duration, Instant};

use doithoai::documents::{Making, Options};
use doithoai::domain::session::plan::Layout;
use doithoai::store::bundle::write;

const ITEMS: u32 = 500;
const LONGEST: Duration = Duration::from_secs(2);
const MOST_KILOBYTES: u64 = 150 * 1024;

#[expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "it measures time and says what it measured"
)]
fn main() -> ExitCode {
    let stage = stage::long("qd-1573-2025", Layout::State, ITEMS);
    let (record, journal) = (stage.record(), stage.journal());
    drop(stage);
    assert_eq!(record.items.len(), ITEMS as usize);
    let before = memory("VmRSS");
    let home = tempfile::tempdir().unwrap();
    let began = Instant::now();
    let mut last = began;
    let making = Making::new(&record, &journal, &Options::default()).unwrap();
    let mut files = Vec::new();
    for file in making {
        let file = file.unwrap();
        println!(
            "{:>6} ms {:>8} bytes  {}",
            last.elapsed().as_millis(),
            file.bytes.len(),
            file.path
        );
        last = Instant::now();
        files.push(file);
    }
    write(&files, &home.path().join("dossier")).unwrap();
    let took = began.elapsed();
    let peak = memory("VmHWM");
    println!(
        "{ITEMS} items: {} ms in all; memory {before:?} kB before, {peak:?} kB at most",
        took.as_millis()
    );
    if took > LONGEST || peak.is_some_and(|peak| peak > MOST_KILOBYTES) {
        println!("over the limit of {LONGEST:?} or {MOST_KILOBYTES} kB");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

/// A line of the process's own status in kilobytes, where the system has one.
fn memory(name: &str) -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with(name))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
