//! Lays down a session for every picture the hall can see, as if each had just come to it, for `examples/hall.py`, which shows
//! them by the real program: `cargo run --example hall_scenes -- DATA-FOLDER` prints their names.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a tool for developers: what cannot be prepared or written is to be seen at once"
)]

#[allow(
    clippy::pedantic,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    dead_code,
    reason = "what the stories share, under the lints of tests"
)]
#[path = "../tests/support/stage.rs"]
pub mod driven;
#[allow(
    clippy::pedantic,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "what the stories share, under the lints of tests"
)]
#[path = "../tests/tui/projector/scenes.rs"]
#[expect(dead_code, reason = "the stories use more of it")]
mod scenes;
#[allow(
    clippy::pedantic,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    dead_code,
    reason = "what the stories share, under the lints of tests"
)]
#[path = "../tests/tui/projector/stage.rs"]
pub mod stage;

/// Where the stories find each other.
mod projector {
    pub use crate::stage;
}

/// Where the stories find what they share.
mod support {
    pub use crate::driven as stage;
}

use std::path::{Path, PathBuf};

use doithoai::documents::plan_import;
use doithoai::domain::session::command::Command;
use doithoai::domain::session::event::JournalEntry;
use doithoai::domain::session::scene::Scene;
use doithoai::store::clock::Clock;
use doithoai::store::journal::{self, Journal};
use stage::Stage;

fn main() {
    let data = PathBuf::from(std::env::args_os().nth(1).unwrap());
    let more = [("long", long()), ("dark", dark()), ("masked", masked())];
    for (name, stage) in scenes::all().into_iter().chain(more) {
        lay_down(&data.join("sessions").join(name), &stage);
        println!("{name}");
    }
}

/// The longest of everything: a name, a village, a matter that fill any line.
fn long() -> Stage {
    let mut plan = plan_import::sample().unwrap();
    for speaker in plan.speakers.iter_mut().map(std::sync::Arc::make_mut) {
        speaker.name = "Nguyễn Hoàng Phương Quỳnh Nghiêng Thị Ngọc Trường".into();
        speaker.village =
            "Tổ dân phố số 17 khu tái định cư Nậm Cưởm Thượng, phường Nghĩa Lộ Đông".into();
        for subject in &mut speaker.subjects {
            subject.text = format!(
                "{}, {}",
                subject.text,
                "đề nghị xem xét giải quyết dứt điểm trước mùa mưa năm nay".repeat(4)
            );
        }
    }
    let mut stage = Stage::of(plan);
    stage.goes_on_until(scenes::speaks(4));
    stage.pass(42);
    stage
}

fn masked() -> Stage {
    let mut plan = plan_import::sample().unwrap();
    plan.settings.mask_names = true;
    let mut stage = Stage::of(plan);
    stage.goes_on_until(scenes::speaks(4));
    stage
}

fn dark() -> Stage {
    let mut stage = scenes::blank();
    stage.act(Command::SetScene {
        scene: Some(Scene::Dark),
    });
    stage
}

/// Writes the journal of a session whose present is the present of this computer.
fn lay_down(folder: &Path, stage: &Stage) {
    let late = Clock::system().now().wall - stage.clock.now().wall;
    let records: Vec<JournalEntry> = stage
        .session
        .history()
        .entries()
        .iter()
        .map(|entry| {
            let mut record = entry.record.clone();
            record.at.wall += late;
            record
        })
        .collect();
    std::fs::create_dir_all(folder).unwrap();
    Journal::create(&folder.join(journal::FILE_NAME), &records).unwrap();
}
