//! Only what the desk called saved leaves its computer: the real desk in a terminal, on a disk that fails.

use std::path::Path;

use doithoai::domain::request::StationKind;
use doithoai::tui::desk::words::{FormMessage, NoticeMessage};

use crate::aide::{Aide, before, words};
use crate::computer::Computer;
use crate::engines::engine;
use crate::faults::Faults;
use crate::keys::{ENTER, ctrl};
use crate::program::{Joined, Share};

/// Whether these bytes lie anywhere below a folder.
fn holds(folder: &Path, words: &str) -> bool {
    std::fs::read_dir(folder).unwrap().flatten().any(|entry| {
        let path = entry.path();
        if path.is_dir() {
            return holds(&path, words);
        }
        let bytes = std::fs::read(path).unwrap_or_default();
        bytes
            .windows(words.len())
            .any(|found| found == words.as_bytes())
    })
}

fn types_a_note(aide: &mut Aide, text: &str) {
    aide.press(ctrl('n'));
    let title = words().forms[FormMessage::Note].to_string();
    aide.terminal.wait_for_text(&title);
    aide.press(text);
    aide.terminal.wait_for_text(text);
    aide.press(ENTER);
}

#[test]
fn a_line_that_the_disk_refuses_never_leaves_the_computer() {
    let Some(engine) = engine() else { return };
    let (mut computer, id) = Computer::with_session("dien-bien");
    let faults = Faults::on(&mut computer);
    let mut aide = Aide::at(&computer, &id);
    aide.go_on();
    let share = Share::at(&computer.data(), &id, &engine, crate::engines::free_port());
    let joined = Joined::to(&share, StationKind::Venue);
    joined.has_the_journal_in(&computer.session(&id));
    // given a disk that takes its time over each act, and then does not take it
    faults.begin("slow-sync");
    faults.begin("no-sync");
    let mut refused = Vec::new();
    for text in ["TỪ CHỐI MỘT", "TỪ CHỐI HAI"] {
        types_a_note(&mut aide, text);
        // It stands in the file, whole, and could be read by anybody.
        let whole = || last_line(&computer.journal(&id)).filter(|line| line.contains(text));
        aide.terminal
            .wait_until("the line in the file", |_| whole().is_some());
        refused.extend(whole());
        let not_written = before(&words().notices[NoticeMessage::NotWritten]);
        aide.terminal.wait_for_text(&not_written);
        aide.terminal.press("\x1b");
    }
    // when it takes what comes
    faults.end("no-sync");
    aide.wait_calmly();
    types_a_note(&mut aide, "NHẬN GHI");
    aide.terminal.wait_until("the note in the journal", |_| {
        last_line(&computer.journal(&id)).is_some_and(|line| line.contains("NHẬN GHI"))
    });
    joined.has_the_journal_in(&computer.session(&id));
    // then of what was refused there is no trace anywhere, and the other is there
    assert!(holds(&share.folder.join("store"), "NHẬN GHI"));
    for line in refused {
        let seal = line.rsplit("seal:").next().unwrap();
        assert!(!holds(&share.folder, seal), "{line}");
        assert!(!holds(joined.data.path(), seal), "{line}");
    }
}

/// The last whole line of a journal.
fn last_line(journal: &Path) -> Option<String> {
    let text = String::from_utf8(std::fs::read(journal).unwrap()).ok()?;
    let whole = text.strip_suffix('\n')?;
    whole.lines().last().map(ToOwned::to_owned)
}

#[test]
fn a_desk_that_is_killed_while_it_writes_is_followed_once_it_is_opened_again() {
    let Some(engine) = engine() else { return };
    let (mut computer, id) = Computer::with_session("dien-bien");
    let faults = Faults::on(&mut computer);
    let share = Share::at(&computer.data(), &id, &engine, crate::engines::free_port());
    let joined = Joined::to(&share, StationKind::Venue);
    for round in 0..3 {
        let mut aide = Aide::at(&computer, &id);
        aide.go_on();
        // given a line that stands in the file, and is not on the disk when the desk is killed
        let text = format!("GIỮA CHỪNG {round}");
        faults.begin("slow-sync");
        types_a_note(&mut aide, &text);
        aide.terminal.wait_until("the line in the file", |_| {
            std::fs::read_to_string(computer.journal(&id))
                .unwrap()
                .contains(&text)
        });
        aide.terminal.kill();
        faults.end("slow-sync");
        // when it is opened again, then what it finds is what everybody has
        let mut again = Aide::at(&computer, &id);
        joined.has_the_journal_in(&computer.session(&id));
        assert!(holds(&share.folder.join("store"), &text));
        again.terminal.kill();
    }
}
