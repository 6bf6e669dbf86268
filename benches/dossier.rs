//! How long the papers take, and how much memory: a workbook with 500 speakers and 500 opinions read and checked, 100
//! invitations, a whole dossier of 300 items and one of 500: `cargo bench --bench dossier`. Ends with an error when it is
//! over what a secretary should have to wait for.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "it measures time, says what it measured, and a measurement that cannot go on fails"
)]

#[expect(dead_code, reason = "the tests use the rest of it")]
#[path = "../tests/support/stage.rs"]
mod driven;
#[expect(
    dead_code,
    unused_imports,
    reason = "the tests use the rest of the stage"
)]
#[path = "../tests/documents/dossier/stage/mod.rs"]
mod stage;

/// Where the stories find what they share.
mod support {
    pub(crate) use crate::driven as stage;
}

use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use doithoai::documents::plan_import::template::{self, OfficeNames, Wanted};
use doithoai::documents::plan_import::{Catalogue, from_workbook, table};
use doithoai::documents::{Making, Options, preparation};
use doithoai::domain::session::plan::Layout;
use doithoai::store::bundle::write;
use doithoai::store::profiles;

/// What may take how long, and how many kilobytes at most.
struct Bound {
    longest: Duration,
    most_kilobytes: u64,
}

const READ: Bound = Bound {
    longest: Duration::from_millis(300),
    most_kilobytes: 40 * 1024,
};
const INVITED: Bound = Bound {
    longest: Duration::from_secs(1),
    most_kilobytes: 150 * 1024,
};
const USUAL: Bound = Bound {
    longest: Duration::from_millis(400),
    most_kilobytes: 150 * 1024,
};
const LARGE: Bound = Bound {
    longest: Duration::from_secs(2),
    most_kilobytes: 150 * 1024,
};

/// The argument after which the path of a workbook follows.
const READ_ONE: &str = "read-one";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, what, path, ..] = arguments.as_slice()
        && what == READ_ONE
    {
        return read(Path::new(path));
    }
    let passed = [
        read_apart(),
        invitations(100),
        dossier(300, &USUAL, "thu-tra-loi/"),
        dossier(500, &LARGE, "no letters left out"),
    ];
    if passed.iter().all(|passed| *passed) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn within(what: &str, took: Duration, bound: &Bound) -> bool {
    let peak = memory("VmHWM");
    println!("{what}: {} ms, {peak:?} kB at most", took.as_millis());
    let passed = took <= bound.longest && peak.is_none_or(|peak| peak <= bound.most_kilobytes);
    if !passed {
        println!("over {:?} or {} kB", bound.longest, bound.most_kilobytes);
    }
    passed
}

/// A workbook of 500 speakers and 500 opinions, read in a process of its own, so that its memory is its own.
fn read_apart() -> bool {
    let regulation = profiles::load("dan-tien-2025", None).unwrap();
    let mut plan = stage::plan(&regulation, Layout::Party, 500);
    let opinion = plan.opinions[0].clone();
    plan.opinions = (1..=500)
        .map(|id| {
            let mut opinion = opinion.clone();
            opinion.id = doithoai::domain::session::plan::OpinionId(id);
            opinion
        })
        .collect();
    let regulations = [regulation];
    let bytes = template::bytes(&Wanted {
        regulations: &regulations,
        regulation: Some(&regulations[0]),
        plan: Some(&plan),
        office: OfficeNames::default(),
    });
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("plan.xlsx");
    std::fs::write(&path, bytes.unwrap()).unwrap();
    let this = std::env::current_exe().unwrap();
    let read = Command::new(this)
        .arg(READ_ONE)
        .arg(&path)
        .status()
        .unwrap();
    read.success()
}

fn read(path: &Path) -> ExitCode {
    let regulations = [profiles::load("dan-tien-2025", None).unwrap()];
    let catalogue = Catalogue {
        regulations: &regulations,
        regulation: None,
    };
    let began = Instant::now();
    let bytes = std::fs::read(path).unwrap();
    let draft = from_workbook(table::read(&bytes, path).unwrap(), &catalogue);
    let findings = draft.check(regulations.first());
    let took = began.elapsed();
    assert_eq!(
        (draft.plan.speakers.len(), draft.plan.opinions.len()),
        (500, 500)
    );
    assert_eq!(findings.faults, []);
    if within("a plan of 500 speakers and 500 opinions", took, &READ) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn invitations(count: usize) -> bool {
    let regulation = profiles::load("dan-tien-2025", None).unwrap();
    let mut plan = stage::plan(&regulation, Layout::State, 10);
    let delegate = plan.delegates[0].clone();
    plan.delegates = (0..count)
        .map(|number| {
            let mut delegate = delegate.clone();
            delegate.name = format!("{} {number}", delegate.name);
            delegate
        })
        .collect();
    let record = stage::Stage::opened(plan, regulation).record();
    let began = Instant::now();
    let papers = preparation::make(&record, None).unwrap();
    let took = began.elapsed();
    let invited = papers
        .iter()
        .filter(|paper| paper.path.starts_with("giay-moi/"));
    assert!(invited.count() >= count);
    within(
        &format!("{} papers before a session", papers.len()),
        took,
        &INVITED,
    )
}

fn dossier(items: u32, bound: &Bound, uncounted: &str) -> bool {
    let stage = stage::long("qd-1573-2025", Layout::State, items);
    let (record, journal) = (stage.record(), stage.journal());
    drop(stage);
    assert_eq!(record.items.len(), items as usize);
    let home = tempfile::tempdir().unwrap();
    let began = Instant::now();
    let mut last = began;
    let mut letters = Duration::ZERO;
    let making = Making::new(&record, &journal, &Options::default()).unwrap();
    let mut files = Vec::new();
    for file in making {
        let file = file.unwrap();
        let took = last.elapsed();
        if file.path.starts_with(uncounted) {
            letters += took;
        } else {
            let (milliseconds, bytes) = (took.as_millis(), file.bytes.len());
            println!("{milliseconds:>6} ms {bytes:>8} bytes  {}", file.path);
        }
        last = Instant::now();
        files.push(file);
    }
    files.retain(|file| !file.path.starts_with(uncounted));
    write(&files, &home.path().join("dossier")).unwrap();
    let took = began.elapsed().saturating_sub(letters);
    within(&format!("a dossier of {items} items"), took, bound)
}

/// A line of the process's own status in kilobytes, where the system has one.
fn memory(name: &str) -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with(name))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
