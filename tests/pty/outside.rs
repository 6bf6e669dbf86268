//! Somebody else gets at a session's files while the desk is open: a sync client, an editor, a tidy-minded colleague. What
//! is shown as saved is saved, in the file that lies there, and nothing that somebody wrote is destroyed.

use std::fs;
use std::path::{Path, PathBuf};

use doithoai::domain::i18n::{Lang, Message};
use doithoai::store::explain::StoreMessage;
use doithoai::store::journal;

use crate::aide::{Aide, before};
use crate::computer::{Computer, told};
use crate::keys::{ENTER, SPACE};
use doithoai::tui::desk::words::FormMessage;
use doithoai::tui::desk::words::NoticeMessage;

/// Wide enough that a notice has few lines.
pub const WIDE: (u16, u16) = (200, 40);

/// A desk whose session has begun, and how much of it is saved.
fn desk() -> (Computer, String, Aide, u64) {
    let (computer, id) = Computer::with_session("dien-bien");
    let mut aide = Aide::at_terminal(computer.open(&["run", &id], WIDE));
    for _ in 0..4 {
        aide.go_on();
    }
    let saved = aide.saved().unwrap();
    (computer, id, aide, saved)
}

/// A text of the screen without regard to where its lines break.
pub fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Aide {
    pub fn wait_for_notice(&mut self, text: &str) {
        let text = flat(text);
        self.terminal
            .wait_until(&text, |terminal| flat(&terminal.text()).contains(&text));
    }
}

/// `F10`, and the folder.
pub fn go_on_in(aide: &mut Aide, folder: &Path) {
    aide.press(crate::keys::ESC);
    move_to(aide, folder);
}

/// The same where nothing lies open.
pub fn move_to(aide: &mut Aide, folder: &Path) {
    aide.press("\x1b[21~");
    let keys = aide.first_key(FormMessage::KeysOneField);
    aide.terminal.wait_for_text(&keys);
    aide.press(folder.to_str().unwrap());
    aide.terminal.wait_for_text(folder.to_str().unwrap());
    aide.press(ENTER);
    aide.wait_for_desk();
}

/// Something that is done to a session's files from outside, and what the aide is told of it.
struct Interference {
    what: &'static str,
    act: fn(&Path),
    told: fn(&crate::computer::ErrorSentences) -> &Message,
}

fn journal_in(folder: &Path) -> PathBuf {
    folder.join(journal::FILE_NAME)
}

fn edit(folder: &Path, change: impl FnOnce(Vec<u8>) -> Vec<u8>) {
    // As a tool does that writes into the file that is there.
    let path = journal_in(folder);
    let bytes = fs::read(&path).unwrap();
    fs::write(&path, change(bytes)).unwrap();
}

fn replace(folder: &Path, change: impl FnOnce(Vec<u8>) -> Vec<u8>) {
    // As a tool does that puts a new file in the place of the old.
    let path = journal_in(folder);
    let other = folder.join("other");
    fs::write(&other, change(fs::read(&path).unwrap())).unwrap();
    fs::rename(&other, &path).unwrap();
}

fn without_last_line(mut bytes: Vec<u8>) -> Vec<u8> {
    bytes.pop();
    while bytes.last().is_some_and(|byte| *byte != b'\n') {
        bytes.pop();
    }
    bytes
}

const INTERFERENCES: &[Interference] = &[
    Interference {
        what: "an older copy is put in its place",
        act: |folder| replace(folder, without_last_line),
        told: |says| &says[StoreMessage::MismatchReplaced],
    },
    Interference {
        what: "a link is put in its place",
        act: |folder| {
            fs::rename(journal_in(folder), folder.join("other")).unwrap();
            std::os::unix::fs::symlink(folder.join("other"), journal_in(folder)).unwrap();
        },
        told: |says| &says[StoreMessage::MismatchReplaced],
    },
    Interference {
        what: "a folder is put in its place",
        act: |folder| {
            fs::remove_file(journal_in(folder)).unwrap();
            fs::create_dir(journal_in(folder)).unwrap();
        },
        told: |says| &says[StoreMessage::MismatchReplaced],
    },
    Interference {
        what: "it is deleted",
        act: |folder| fs::remove_file(journal_in(folder)).unwrap(),
        told: |says| &says[StoreMessage::MismatchGone],
    },
    Interference {
        what: "something is written behind it",
        act: |folder| edit(folder, |bytes| [&bytes[..], b"(seq:99)\n"].concat()),
        told: |says| &says[StoreMessage::MismatchChanged],
    },
    Interference {
        what: "it is cut back",
        act: |folder| edit(folder, without_last_line),
        told: |says| &says[StoreMessage::MismatchChanged],
    },
    Interference {
        what: "it is emptied",
        act: |folder| edit(folder, |_| Vec::new()),
        told: |says| &says[StoreMessage::MismatchChanged],
    },
    Interference {
        what: "one letter in the middle is exchanged",
        act: |folder| {
            edit(folder, |mut bytes| {
                let middle = bytes.len() / 2;
                bytes[middle] ^= 1;
                bytes
            });
        },
        told: |says| &says[StoreMessage::MismatchChanged],
    },
    Interference {
        what: "the folder is deleted",
        act: |folder| fs::remove_dir_all(folder).unwrap(),
        told: |says| &says[StoreMessage::MismatchFolderGone],
    },
    Interference {
        what: "the folder is renamed",
        act: |folder| fs::rename(folder, folder.with_file_name("renamed")).unwrap(),
        told: |says| &says[StoreMessage::MismatchFolderGone],
    },
    Interference {
        what: "the lock is deleted",
        act: |folder| fs::remove_file(folder.join("desk.lock")).unwrap(),
        told: |says| &says[StoreMessage::MismatchLock],
    },
    Interference {
        what: "the lock is replaced",
        act: |folder| {
            fs::write(folder.join("other"), "").unwrap();
            fs::rename(folder.join("other"), folder.join("desk.lock")).unwrap();
        },
        told: |says| &says[StoreMessage::MismatchLock],
    },
];

/// What lies at the path of the journal, if it is a file.
fn lies_there(folder: &Path) -> Option<Vec<u8>> {
    let path = journal_in(folder);
    path.is_file().then(|| fs::read(path).unwrap())
}

fn kept(folder: &Path) -> Vec<Vec<u8>> {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file() && path.to_string_lossy().contains("journal.kept-20"))
        .map(|path| fs::read(path).unwrap())
        .collect()
}

#[test]
fn whatever_is_done_to_the_journal_is_told_and_one_key_writes_it_anew() {
    let says = told(Lang::Vi).errors;
    for Interference { what, act, told } in INTERFERENCES {
        // given a session at work
        let (computer, id, mut aide, saved) = desk();
        let folder = computer.session(&id);
        let written = fs::read(computer.journal(&id)).unwrap();
        // when something is done to its files while nothing is done at the desk
        act(&folder);
        let left = lies_there(&folder);
        // then it is told within seconds, and the header no longer says that all is saved
        aide.wait_for_notice(told(&says).as_str());
        assert_eq!(aide.saved(), None, "{what}");
        // and an act is not acknowledged
        aide.press(SPACE);
        let not_written = before(&aide.words.notices[NoticeMessage::NotWrittenInto]);
        aide.wait_for_notice(&not_written);
        assert_eq!(aide.saved(), None, "{what}");
        assert_eq!(
            lies_there(&folder),
            left,
            "{what}: nothing was written there"
        );
        // when the one key is pressed
        aide.press(ENTER);
        aide.terminal.wait_for_text(&format!("đã lưu {saved}"));
        // then the journal is there, byte for byte, and what lay there is kept
        assert_eq!(fs::read(computer.journal(&id)).unwrap(), written, "{what}");
        match left.filter(|left| *left != written) {
            Some(left) => assert_eq!(kept(&folder), [left], "{what}"),
            None => assert!(kept(&folder).iter().all(|kept| *kept == written), "{what}"),
        }
        // and the session goes on
        aide.go_on();
        assert_eq!(aide.saved(), Some(saved + 1), "{what}");
        aide.leave();
        let ran = computer.run(&["verify", &id]);
        assert_eq!(ran.code, 0, "{what}: {}", ran.err);
        assert_eq!(
            computer.reading(&id).records.len() as u64,
            saved + 1,
            "{what}"
        );
    }
}

#[test]
fn an_act_right_after_it_is_not_acknowledged_either() {
    let says = told(Lang::Vi).errors;
    for Interference { what, act, told } in INTERFERENCES {
        let (computer, id, mut aide, saved) = desk();
        let folder = computer.session(&id);
        act(&folder);
        aide.press(SPACE);
        aide.wait_for_notice(told(&says).as_str());
        assert!(aide.promised() <= saved, "{what}");
        // When the power is cut now, what was told as not counted does not count.
        aide.terminal.kill();
        if computer.journal(&id).is_file() {
            let records = computer.reading(&id).records.len() as u64;
            assert!(records <= saved, "{what}: {records} of {saved}");
        }
    }
}

#[test]
fn the_same_bytes_in_another_file_are_no_alarm() {
    let (computer, id, mut aide, saved) = desk();
    let folder = computer.session(&id);
    // when a sync client puts its own copy in the place of the journal
    replace(&folder, |bytes| bytes);
    // then one line says so, and what is done next is in that file
    let reopened = aide.words.notices[NoticeMessage::Reopened].to_string();
    aide.wait_for_notice(&reopened);
    assert_eq!(aide.saved(), Some(saved));
    aide.go_on();
    // also when there was no time to say so
    replace(&folder, |bytes| bytes);
    aide.go_on();
    aide.leave();
    assert_eq!(computer.reading(&id).records.len() as u64, saved + 2);
    assert!(kept(&folder).is_empty());
}

/// The other side of the alarm: the first version, which never raised one, did this, too.
#[test]
fn a_touch_or_another_name_for_the_same_file_is_no_change() {
    let (computer, id, mut aide, saved) = desk();
    let path = computer.journal(&id);
    fs::hard_link(&path, computer.folder().join("backup")).unwrap();
    let touched = fs::File::options().append(true).open(&path).unwrap();
    touched
        .set_modified(std::time::SystemTime::UNIX_EPOCH)
        .unwrap();
    aide.go_on();
    assert_eq!(aide.saved(), Some(saved + 1));
}

#[test]
fn where_another_desk_has_taken_the_session_only_another_folder_is_left() {
    // given a desk whose lock was deleted, so that a second one opened
    let (computer, id, mut first, saved) = desk();
    fs::remove_file(computer.session(&id).join("desk.lock")).unwrap();
    let mut second = Aide::at_terminal(computer.open(&["run", &id], WIDE));
    second.go_on();
    // when the first acts, and then wants to write the journal anew
    first.press(SPACE);
    let says = told(Lang::Vi).errors;
    first.wait_for_notice(says[StoreMessage::MismatchLock].as_str());
    first.press(ENTER);
    // then it is told who has the session now, and nothing of the second's is touched
    first.wait_for_notice(&second.terminal.process().to_string());
    assert!(flat(&first.terminal.text()).contains("F10"));
    let written = fs::read(computer.journal(&id)).unwrap();
    second.go_on();
    assert!(
        fs::read(computer.journal(&id))
            .unwrap()
            .starts_with(&written)
    );
    // and F10 goes on with everything it had
    let to = computer.folder().join("stick");
    go_on_in(&mut first, &to);
    let records = journal::read(&journal_in(&to.join(&id))).unwrap().records;
    assert_eq!(records.len() as u64, saved);
}
