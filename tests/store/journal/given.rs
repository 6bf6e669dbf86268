//! A small session in a folder of its own, and its journal.

use std::path::{Path, PathBuf};

use doithoai::domain::session::command::{Command, Newcomer};
use doithoai::domain::session::next::Next;
use doithoai::domain::session::plan::Plan;
use doithoai::domain::time::Wall;
use doithoai::store::clock::Clock;
use doithoai::store::journal;
use doithoai::store::profiles;
use doithoai::store::sessions::{OpenSession, Purpose, SessionStore};
use tempfile::TempDir;

/// A data folder with one session in it.
pub struct Place {
    pub data: TempDir,
    pub folder: PathBuf,
}

pub fn wall() -> Wall {
    "2026-11-25T08:00:00+07:00".parse().unwrap()
}

pub fn clock() -> Clock {
    Clock::by_hand(wall())
}

const PLAN: &str = r#"(
    regulation: "lao-cai-7-qc-tu-2025", title: "Đối thoại", level: Commune, held: "2026-11-25T08:00:00",
    place: "Nhà văn hóa", body: "UBND xã", layout: State, chair: (name: "Nguyễn Văn An", office: "Chủ tịch"),
    lead_agency: "Văn phòng", agencies: [],
    speakers: [(number: 1, name: "Nguyễn Thị Ước"), (number: 2, name: "Lý Thị Mẩy")],
)"#;

impl Place {
    /// A session that was laid down and not yet opened.
    pub fn laid_down() -> Self {
        let data = tempfile::tempdir().unwrap();
        let plan: Plan = ron::from_str(PLAN).unwrap();
        let mut regulation = profiles::load(&plan.regulation.0, None).unwrap();
        // What the stories do not need would only make the journal long.
        regulation.deadlines.clear();
        regulation.reports.clear();
        regulation.rules.kept_out.clear();
        let folder = SessionStore::at(data.path())
            .create(plan, regulation, Purpose::Held, &clock())
            .unwrap();
        Self { data, folder }
    }

    /// A session in which a few acts were done, among them one whose text has letters of several bytes.
    pub fn with_acts() -> Self {
        let place = Self::laid_down();
        let mut sitting = place.open();
        spaces(&mut sitting, 3);
        note(&mut sitting, "Bà Ước hỏi về đường liên thôn");
        note(&mut sitting, "hẹn khảo sát");
        spaces(&mut sitting, 1);
        place
    }

    pub fn open(&self) -> OpenSession {
        OpenSession::open(&self.folder, clock()).unwrap()
    }

    pub fn journal(&self) -> PathBuf {
        self.folder.join(journal::FILE_NAME)
    }

    pub fn bytes(&self) -> Vec<u8> {
        std::fs::read(self.journal()).unwrap()
    }

    pub fn write(&self, bytes: &[u8]) {
        std::fs::write(self.journal(), bytes).unwrap();
    }

    /// What was set aside beside the journal.
    pub fn kept(&self) -> Vec<PathBuf> {
        let mut kept: Vec<PathBuf> = names(&self.folder)
            .into_iter()
            .filter(|name| name.contains("kept"))
            .map(|name| self.folder.join(name))
            .collect();
        kept.sort();
        kept
    }
}

pub fn names(folder: &Path) -> Vec<String> {
    std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect()
}

/// Where each line begins, and where the last ends.
pub fn edges(bytes: &[u8]) -> Vec<usize> {
    let breaks = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
    std::iter::once(0)
        .chain(breaks.map(|(at, _)| at + 1))
        .collect()
}

pub fn lines(bytes: &[u8]) -> Vec<&[u8]> {
    bytes.split_inclusive(|byte| *byte == b'\n').collect()
}

/// Goes on to the end of the session.
pub fn close(sitting: &mut OpenSession) {
    while let Some(command) = sitting
        .session()
        .next()
        .command(sitting.session())
        .or_else(|| {
            let doithoai::domain::session::next::Next::Class(item) = sitting.session().next()
            else {
                return None;
            };
            let class = doithoai::domain::session::item::Class::AnsweredNow;
            Some(Command::ClassItem { item, class })
        })
    {
        perform(sitting, command);
    }
}

pub fn perform(sitting: &mut OpenSession, command: Command) {
    let (now, _) = sitting.now();
    sitting.perform(command, now).unwrap();
}

pub fn spaces(sitting: &mut OpenSession, times: usize) {
    for _ in 0..times {
        sitting
            .clock_mut()
            .pass(doithoai::domain::time::Millis(10_000));
        let next: Next = sitting.session().next();
        let command = next.command(sitting.session()).unwrap();
        perform(sitting, command);
    }
}

pub fn note(sitting: &mut OpenSession, text: &str) {
    perform(
        sitting,
        Command::Note {
            text: text.into(),
            item: None,
        },
    );
}

pub fn register(sitting: &mut OpenSession, name: &str) {
    perform(
        sitting,
        Command::Register {
            newcomer: Newcomer {
                name: name.into(),
                ..Newcomer::default()
            },
            within_scope: None,
            reason: None,
        },
    );
}
