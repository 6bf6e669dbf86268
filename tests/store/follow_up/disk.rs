//! The ledger on disk: entered means on disk, any change is found, two branches are told, a stick that cannot be written
//! sends the ledger elsewhere.

use std::path::{Path, PathBuf};

use doithoai::domain::follow_up::{JournalAnchor, LedgerCommand, SessionPromises, amended};
use doithoai::store::clock::Clock;
use doithoai::store::journal::{self, DeskLock};
use doithoai::store::sessions::SessionStore;
use doithoai::store::sessions::follow_up::{
    EnterError, FILE_NAME, LedgerFile, LedgerRelation, attach, check_attachment, followed,
    promises_at, promises_of, read_ledger, read_ledger_of, relation,
};

use crate::support::closed_sessions::{closed, laid_down};
use crate::support::days::{day, letter, on};
use crate::support::ledger_office::Office;

struct Computer {
    home: tempfile::TempDir,
}

impl Computer {
    fn new() -> Self {
        Self {
            home: tempfile::tempdir().unwrap(),
        }
    }

    fn store(&self) -> SessionStore {
        SessionStore::at(self.home.path())
    }

    fn session(&self, id: &str) -> PathBuf {
        let session = closed("qd-1573-2025", "25/11/2026", 5);
        laid_down(&session, &self.store().folder().join(id))
    }
}

fn clock(date: &str) -> Clock {
    Clock::by_hand(format!("{}T09:00:00+07:00", day(date)).parse().unwrap())
}

/// A clerk at one folder.
struct Clerk {
    file: LedgerFile,
    promises: SessionPromises,
    anchor: JournalAnchor,
}

impl Clerk {
    fn at(session: &Path, ledger: &Path, date: &str) -> Self {
        let indexed = promises_of(session).unwrap();
        Self {
            file: LedgerFile::open(ledger, clock(date)).unwrap(),
            promises: indexed.promises,
            anchor: indexed.anchor,
        }
    }

    fn enters(&mut self, command: LedgerCommand) -> Result<(), EnterError> {
        self.file
            .enter(&self.promises, &self.anchor, command)
            .map(|_| ())
    }
}

#[test]
fn what_was_entered_is_there_again_and_so_is_what_a_second_clerk_entered_meanwhile() {
    let computer = Computer::new();
    let folder = computer.session("2026-11-25-01");
    let mut first = Clerk::at(&folder, &folder, "30/11/2026");
    let mut second = Clerk::at(&folder, &folder, "30/11/2026");
    first
        .enters(Office::notice(letter("12/TB-UBND", "26/11/2026")))
        .unwrap();
    second.enters(Office::answer(3, on("30/11/2026"))).unwrap();
    first.enters(Office::answer(4, on("30/11/2026"))).unwrap();
    // Four entries: the opening stands before the first.
    let ledger = read_ledger(&folder).unwrap();
    assert_eq!(ledger.entries().len(), 4);
    assert_eq!(&ledger, first.file.ledger());
    // And somebody who holds the ledger is told of, and nothing is written meanwhile.
    let held = DeskLock::take_for("follow-up", &folder, clock("30/11/2026").now().wall).unwrap();
    let refused = second.enters(Office::answer(5, on("30/11/2026")));
    assert!(matches!(refused, Err(EnterError::Lock(_))), "{refused:?}");
    drop(held);
    assert_eq!(read_ledger(&folder).unwrap().entries().len(), 4);
}

#[test]
fn a_ledger_flipped_at_any_byte_is_found() {
    let computer = Computer::new();
    let folder = computer.session("2026-11-25-01");
    let mut clerk = Clerk::at(&folder, &folder, "30/11/2026");
    clerk.enters(Office::notice(on("26/11/2026"))).unwrap();
    clerk.enters(Office::answer(3, on("30/11/2026"))).unwrap();
    clerk.enters(LedgerCommand::Undo).unwrap();
    let bytes = std::fs::read(folder.join(FILE_NAME)).unwrap();
    let whole = read_ledger_of(&bytes).unwrap();
    for place in 0..bytes.len() {
        for flip in [0x01, 0x20, 0x80] {
            let mut changed = bytes.clone();
            changed[place] ^= flip;
            // A last line without its end may have been torn by a power cut: it is not read, and nothing else changes.
            let is_found = match read_ledger_of(&changed) {
                Err(_) => true,
                Ok(ledger) => {
                    place + 1 == bytes.len() && ledger.entries().len() + 1 >= whole.entries().len()
                }
            };
            assert!(is_found, "byte {place} flipped by {flip:#x}");
        }
    }
}

#[test]
fn a_torn_last_entry_is_set_aside_and_the_ledger_goes_on() {
    let computer = Computer::new();
    let folder = computer.session("2026-11-25-01");
    let path = folder.join(FILE_NAME);
    let mut clerk = Clerk::at(&folder, &folder, "30/11/2026");
    clerk.enters(Office::notice(on("26/11/2026"))).unwrap();
    clerk.enters(Office::answer(3, on("30/11/2026"))).unwrap();
    let bytes = std::fs::read(&path).unwrap();
    std::fs::write(&path, &bytes[..bytes.len() - 40]).unwrap();
    let mut clerk = Clerk::at(&folder, &folder, "30/11/2026");
    assert_eq!(clerk.file.ledger().entries().len(), 2);
    clerk.enters(Office::answer(4, on("30/11/2026"))).unwrap();
    let ledger = read_ledger(&folder).unwrap();
    assert_eq!(ledger.entries().len(), 3);
    assert!(folder.join("follow-up.kept-1.ron").exists());
}

#[test]
fn two_branches_of_one_ledger_are_told_and_not_merged() {
    let computer = Computer::new();
    let folder = computer.session("2026-11-25-01");
    Clerk::at(&folder, &folder, "30/11/2026")
        .enters(Office::notice(on("26/11/2026")))
        .unwrap();
    // given a copy on a stick, and entries here and there
    let stick = computer.home.path().join("stick");
    std::fs::create_dir_all(&stick).unwrap();
    for name in [journal::FILE_NAME, FILE_NAME] {
        std::fs::copy(folder.join(name), stick.join(name)).unwrap();
    }
    let bytes = |folder: &Path| std::fs::read(folder.join(FILE_NAME)).unwrap();
    Clerk::at(&folder, &folder, "30/11/2026")
        .enters(Office::answer(3, on("30/11/2026")))
        .unwrap();
    assert_eq!(
        relation(&bytes(&folder), &bytes(&stick)),
        LedgerRelation::FirstLonger
    );
    Clerk::at(&stick, &stick, "30/11/2026")
        .enters(Office::answer(4, on("30/11/2026")))
        .unwrap();
    assert_eq!(
        relation(&bytes(&folder), &bytes(&stick)),
        LedgerRelation::Branched { common: 2 }
    );
}

#[cfg(unix)]
#[test]
fn from_a_stick_that_cannot_be_written_the_ledger_goes_where_the_clerk_says_and_is_found_there() {
    use std::os::unix::fs::PermissionsExt as _;

    use doithoai::store::sessions::follow_up::{ledger_folder, remember_place};
    let computer = Computer::new();
    let stick = computer.home.path().join("stick");
    laid_down(&closed("qd-1573-2025", "25/11/2026", 5), &stick);
    Clerk::at(&stick, &stick, "30/11/2026")
        .enters(Office::notice(on("26/11/2026")))
        .unwrap();
    let read_only = |mode| {
        for path in [stick.join(FILE_NAME), stick.clone()] {
            let mode = if path.is_dir() { mode } else { 0o400 };
            std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
        }
    };
    read_only(0o500);
    let mut clerk = Clerk::at(&stick, &stick, "30/11/2026");
    let refused = clerk.enters(Office::answer(3, on("30/11/2026")));
    // Whoever may write everything is not kept out by a mode.
    if let Err(error) = refused {
        assert!(error.is_read_only(), "{error:?}");
        let chosen = computer.home.path().join("office");
        let to = remember_place(&computer.store(), &stick, &chosen).unwrap();
        assert_eq!(ledger_folder(&computer.store(), &stick), to);
        let mut clerk = Clerk::at(&stick, &to, "30/11/2026");
        assert_eq!(clerk.file.ledger().entries().len(), 2);
        clerk.enters(Office::answer(3, on("30/11/2026"))).unwrap();
        assert_eq!(read_ledger(&to).unwrap().entries().len(), 3);
        assert_eq!(read_ledger(&stick).unwrap().entries().len(), 2);
    }
    read_only(0o700);
}

#[test]
fn what_changed_in_the_journal_after_closing_is_shown() {
    // given a ledger, and a journal that is amended afterwards
    use doithoai::domain::session::command::Command;
    use doithoai::domain::session::item::ItemId;
    use doithoai::store::sessions::OpenSession;
    let computer = Computer::new();
    let folder = computer.session("2026-11-25-01");
    let mut clerk = Clerk::at(&folder, &folder, "30/11/2026");
    clerk.enters(Office::notice(on("26/11/2026"))).unwrap();
    let mut sitting = OpenSession::open(&folder, clock("30/11/2026")).unwrap();
    let (now, _) = sitting.now();
    let edit = Command::EditItem {
        item: ItemId(3),
        text: "Nội dung đã sửa sau khi bế mạc".into(),
    };
    sitting.perform(edit, now).unwrap();
    drop(sitting);
    // when what it was is held against what it is
    let anchor = clerk.file.ledger().state().journal.clone().unwrap();
    let before = promises_at(&folder, Some(anchor.entries)).unwrap();
    let now = promises_of(&folder).unwrap();
    assert_eq!(before.anchor, anchor);
    assert_ne!(now.anchor, anchor);
    let changes = amended(&before.promises, &now.promises);
    // then the one item is named
    assert_eq!(changes.len(), 1);
    assert_eq!(changes[0].item, 3);
    let text = &changes[0].now.as_ref().unwrap().text;
    assert_eq!(text, "Nội dung đã sửa sau khi bế mạc");
}

#[test]
fn a_scan_is_copied_with_its_sum_and_a_change_of_it_is_seen() {
    let computer = Computer::new();
    let folder = computer.session("2026-11-25-01");
    let scan = computer.home.path().join("Công văn số 45.PDF");
    std::fs::write(&scan, b"%PDF-1.4 scan").unwrap();
    let first = attach(&folder, &scan, Some(3)).unwrap();
    let second = attach(&folder, &scan, None).unwrap();
    assert_eq!(first.file, "01-cong-van-so-45.pdf");
    assert_eq!(second.file, "02-cong-van-so-45.pdf");
    let mut clerk = Clerk::at(&folder, &folder, "30/11/2026");
    clerk
        .enters(LedgerCommand::Attach {
            attachment: first.clone(),
        })
        .unwrap();
    assert!(check_attachment(&folder, &first).unwrap());
    let copy = folder.join("follow-up-files").join(&first.file);
    std::fs::write(copy, b"%PDF-1.4 other").unwrap();
    assert!(!check_attachment(&folder, &first).unwrap());
    assert!(attach(&folder, computer.home.path(), None).is_err());
}

#[test]
fn the_index_is_made_anew_when_the_journal_is_another_and_says_the_same_as_the_journal() {
    let computer = Computer::new();
    let folder = computer.session("2026-11-25-01");
    let first = promises_of(&folder).unwrap();
    assert!(folder.join("promises.json").exists());
    let again = promises_of(&folder).unwrap();
    assert_eq!(first.promises, again.promises);
    assert_eq!(first.promises, promises_at(&folder, None).unwrap().promises);
    // An index that was tampered with, or belongs to another journal, is not believed.
    std::fs::write(folder.join("promises.json"), "{}").unwrap();
    assert_eq!(promises_of(&folder).unwrap().promises, first.promises);
    let other = closed("dien-bien", "25/11/2026", 6);
    std::fs::remove_file(folder.join(journal::FILE_NAME)).unwrap();
    laid_down(&other, &folder);
    assert_eq!(promises_of(&folder).unwrap().promises.items.len(), 6);
    // And a rehearsal promises nobody anything.
    computer.session("rehearsal-2026-11-25-01");
    let (all, unreadable) = followed(&computer.store());
    assert_eq!((all.len(), unreadable.len()), (1, 0));
}
