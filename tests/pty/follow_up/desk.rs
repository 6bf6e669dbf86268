//! A closed session on a computer, the first screen over it, and the follow-up screen in a terminal.

use std::path::{Path, PathBuf};

use doithoai::domain::regulation::ClassKind;
use doithoai::domain::session::Session;
use doithoai::store::clock::Clock;
use doithoai::store::sessions::SessionSummary;

use crate::computer::Computer;
use crate::support::closed_sessions::{closed, closed_of, laid_down, plan};

/// A closed session of so many days ago on this computer.
pub fn held(computer: &Computer, id: &str, days_ago: u64, items: u32) -> PathBuf {
    let held = today() - chrono::Days::new(days_ago);
    let held = held.format("%d/%m/%Y").to_string();
    let session = closed("lao-cai-7-qc-tu-2025", &held, items);
    let folder = laid_down(&session, &computer.session(id));
    sum_up(&session, &folder);
    folder
}

/// The same under the name of another body.
pub fn held_by(computer: &Computer, id: &str, days_ago: u64, body: &str) -> PathBuf {
    let held = today() - chrono::Days::new(days_ago);
    let session = closed_of(plan("dien-bien", held, body, 4), |_| ClassKind::VerifyLater);
    let folder = laid_down(&session, &computer.session(id));
    sum_up(&session, &folder);
    folder
}

/// What the first screen reads of a session.
fn sum_up(session: &Session, folder: &Path) {
    let summary = ron::to_string(&SessionSummary::of(session)).unwrap();
    std::fs::write(folder.join("standing.ron"), summary).unwrap();
}

/// The day where the program believes itself to be, wherever this test runs.
pub fn today() -> chrono::NaiveDate {
    let here = chrono::FixedOffset::east_opt(7 * 3600).unwrap();
    Clock::system().now().wall.with_timezone(&here).date_naive()
}
