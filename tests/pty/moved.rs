//! A desk that went on in another folder: one truth from then on, for every command, also after the desk has ended.

use doithoai::store::explain::{StoreMessage, StoreWords, WORDS};
use doithoai::tui::desk::words::FormMessage;
use doithoai::tui::desk::words::NoticeMessage;
use doithoai::tui::office::words::EnterMessage;
use std::fs;
use std::path::{Path, PathBuf};

use doithoai::domain::i18n::Lang;
use doithoai::store::journal;

use crate::aide::{Aide, before};
use crate::computer::{Computer, ROOMY, told};
use crate::faults::Faults;
use crate::keys::SPACE;
use crate::outside::{WIDE, flat, go_on_in, move_to};

/// A session that went on on a stick, with one act after that: where it was, where it is, how much of it is saved.
struct Moved {
    computer: Computer,
    id: String,
    left: PathBuf,
    to: PathBuf,
    saved: u64,
    aide: Aide,
    before: Vec<u8>,
}

impl Moved {
    fn by(typed: impl FnOnce(&Path) -> String) -> Self {
        let (mut computer, id) = Computer::with_session("dien-bien");
        let faults = Faults::on(&mut computer);
        let mut aide = Aide::at_terminal(computer.open(&["run", &id], WIDE));
        for _ in 0..3 {
            aide.go_on();
        }
        let left = computer.session(&id);
        let before_it = fs::read(computer.journal(&id)).unwrap();
        // The disk takes no more, which every version offers to go on from.
        faults.begin("full");
        aide.press(SPACE);
        let not_written = before(&aide.words.notices[NoticeMessage::NotWritten]);
        aide.terminal.wait_for_text(&not_written);
        let stick = computer.folder().join("home").join("USB của Lan");
        move_to(&mut aide, Path::new(&typed(&stick)));
        aide.go_on();
        let saved = aide.saved().unwrap();
        let to = stick.join(&id);
        assert!(to.join(journal::FILE_NAME).is_file());
        faults.end("full");
        Self {
            computer,
            id,
            left,
            to,
            saved,
            aide,
            before: before_it,
        }
    }

    fn records(&self) -> u64 {
        let reading = journal::read(&self.to.join(journal::FILE_NAME)).unwrap();
        assert!(reading.damage.is_none());
        reading.records.len() as u64
    }
}

fn as_it_is(stick: &Path) -> String {
    stick.display().to_string()
}

#[test]
fn the_folder_is_understood_as_people_give_it() {
    for typed in [
        |stick: &Path| format!("'{}'", stick.display()),
        |_: &Path| "~/USB của Lan".to_owned(),
        |_: &Path| "$HOME/USB\\ của\\ Lan".to_owned(),
        |stick: &Path| format!("file://{}", stick.display().to_string().replace(' ', "%20")),
    ] {
        let moved = Moved::by(typed);
        assert_eq!(moved.records(), moved.saved);
    }
}

/// Every command says that the folder of the session is not there.
fn says_it_is_away(computer: &Computer, id: &str, to: &Path) {
    for command in ["run", "export", "verify", "repair"] {
        let ran = match command {
            "run" => {
                let mut terminal = computer.open(&["run", id], WIDE);
                let code = terminal.wait_for_end();
                (code == 1, flat(&terminal.text()))
            }
            other => {
                let ran = computer.run(&[other, id]);
                (ran.code == 1, flat(&ran.err))
            }
        };
        let says = told(Lang::Vi).errors;
        let away = says[StoreMessage::Away].render(&[("name", &id), ("path", &to.display())]);
        assert!(
            ran.0 && ran.1.contains(&flat(&away)),
            "{command}: {}",
            ran.1
        );
    }
}

#[test]
fn the_id_leads_to_where_the_session_went_for_every_command() {
    for is_killed in [false, true] {
        // given a session that went on on a stick, whose desk then ended in one way or the other
        let mut moved = Moved::by(as_it_is);
        if is_killed {
            moved.aide.terminal.kill();
        } else {
            moved.aide.leave();
        }
        let Moved {
            computer,
            id,
            left,
            to,
            saved,
            before,
            ..
        } = moved;
        let there = fs::read(to.join(journal::FILE_NAME)).unwrap();
        assert!(there.starts_with(&before), "the lines are the same bytes");
        // then export and verify take it from there, by its id and by the folder that was left
        for name in [id.as_str(), left.to_str().unwrap()] {
            let dossier = tempfile::tempdir_in(computer.folder()).unwrap();
            let dossier = dossier.path().join("dossier");
            let ran = computer.run(&["export", name, "--to", dossier.to_str().unwrap()]);
            assert_eq!(ran.code, 0, "{}", ran.err);
            assert_eq!(fs::read(dossier.join(journal::FILE_NAME)).unwrap(), there);
            let ran = computer.run(&["verify", name]);
            assert!(ran.out.contains(to.to_str().unwrap()), "{}", ran.out);
            assert_eq!(computer.run(&["repair", name]).code, 0);
        }
        // and so does the hall's view
        let hall = computer.open(&["project", &id], ROOMY);
        // and the first screen, and the desk
        let mut home = Aide::of(computer.open(&[], WIDE));
        let goes_on = &crate::aide::office_words().enter[EnterMessage::Resume];
        home.terminal.wait_for_text(&crate::aide::before(goes_on));
        home.press("\r");
        home.wait_for_desk();
        assert_eq!(home.saved(), Some(saved + 1), "it came back");
        home.go_on();
        drop(hall);
        home.leave();
        assert_eq!(fs::read(left.join(journal::FILE_NAME)).unwrap(), before);
        let mut desk = Aide::at(&computer, &id);
        desk.go_on();
        desk.leave();
        assert_eq!(fs::read(left.join(journal::FILE_NAME)).unwrap(), before);
        // and when the stick is not there, nothing goes on with what was left
        fs::rename(&to, to.with_file_name("elsewhere")).unwrap();
        says_it_is_away(&computer, &id, &to);
    }
}

#[test]
fn a_folder_that_was_deleted_is_found_again_where_the_session_went() {
    let (computer, id) = Computer::with_session("dien-bien");
    let mut aide = Aide::at_terminal(computer.open(&["run", &id], WIDE));
    aide.go_on();
    fs::remove_dir_all(computer.session(&id)).unwrap();
    let notice = before(&aide.words.notices[NoticeMessage::MismatchSeen]);
    aide.wait_for_notice(&notice);
    go_on_in(&mut aide, &computer.folder().join("stick"));
    aide.go_on();
    let saved = aide.saved().unwrap();
    aide.leave();
    // A new session has a name of its own.
    assert_ne!(computer.create("dien-bien"), id);
    let mut again = Aide::at(&computer, &id);
    assert_eq!(again.saved(), Some(saved + 1));
    again.leave();
}

/// Says in a folder that its session went on in another, as the desk says it.
fn say_that_it_went(left: &Path, to: &Path) {
    let word = format!("{:<4095}", format!("{}\n", to.display()));
    fs::write(left.join("desk.moved"), word).unwrap();
}

#[test]
fn a_word_that_leads_back_or_to_another_session_is_told_and_never_followed() {
    // given a session, another one, and a copy on a stick that has less of it
    let (computer, id) = Computer::with_session("dien-bien");
    let left = computer.session(&id);
    let stick = computer.folder().join("stick");
    fs::create_dir(&stick).unwrap();
    fs::copy(computer.journal(&id), stick.join(journal::FILE_NAME)).unwrap();
    let mut aide = Aide::at(&computer, &id);
    aide.go_on();
    aide.end_by_signal();
    let other = computer.session(&computer.create("dien-bien"));
    let says = told(Lang::Vi).errors;
    let refused = |tried: String, hint: String| {
        for command in ["verify", "export", "repair", "run"] {
            let ran = computer.run(&[command, &id]);
            let told = flat(&ran.err);
            assert_eq!(ran.code, 1, "{command}: {told}");
            assert!(told.contains(&flat(&tried)), "{command}: {told}");
            assert!(told.contains(&flat(&hint)), "{command}: {told}");
        }
    };
    let word = left.join("desk.moved");
    // when the word that it left leads to the other one, then nothing of that is taken for it
    say_that_it_went(&left, &other);
    refused(
        says[StoreMessage::AwayAnother].render(&[("name", &id), ("path", &other.display())]),
        says[StoreMessage::AwayAnotherHint].render(&[("file", &word.display())]),
    );
    // when two lead to each other, then it is told which of them holds the most, and how it goes on there
    say_that_it_went(&left, &stick);
    say_that_it_went(&stick, &left);
    refused(
        says[StoreMessage::AwayCircle].render(&[("name", &id), ("path", &left.display())]),
        says[StoreMessage::AwayCircleHint].render(&[("file", &word.display())]),
    );
    fs::remove_file(&word).unwrap();
    // and one that leads to itself, as in a folder that was copied whole to where it went, leads nowhere
    say_that_it_went(&left, &left);
    let mut aide = Aide::at(&computer, &id);
    aide.go_on();
    aide.leave();
}

#[test]
fn a_folder_that_is_not_clear_is_told_before_anything_is_made() {
    let (mut computer, id) = Computer::with_session("dien-bien");
    let faults = Faults::on(&mut computer);
    let mut aide = Aide::at_terminal(computer.open(&["run", &id], WIDE));
    aide.go_on();
    faults.begin("full");
    aide.press(SPACE);
    let not_written = before(&aide.words.notices[NoticeMessage::NotWritten]);
    aide.terminal.wait_for_text(&not_written);
    let before_it = fs::read_dir(computer.folder()).unwrap().count();
    let says: StoreWords = WORDS.read(Lang::Vi);
    for (typed, told) in [
        ("'/media/USB", StoreMessage::PathQuote),
        ("file://may-chu/chung", StoreMessage::PathComputer),
        ("~lan/USB", StoreMessage::PathBeginning),
        ("$USER/USB", StoreMessage::PathBeginning),
        ("file:///media/a%00b", StoreMessage::PathSign),
    ] {
        let keys = aide.first_key(FormMessage::KeysOneField);
        aide.open("\x1b[21~", &keys);
        aide.press(typed);
        aide.terminal.wait_for_text(typed);
        aide.press(crate::keys::ENTER);
        // In the form; the bottom line promises it before.
        let complaint = format!("│ {}", before(&says[told]));
        aide.terminal.wait_for_text(&complaint);
        // What was typed is kept as a draft; it is taken away for the next.
        aide.press("\u{7f}".repeat(typed.len()));
        aide.press(crate::keys::ESC);
        let gone = keys.clone();
        aide.terminal.wait_for("the form to close", |screen| {
            !screen.contents().contains(&gone)
        });
    }
    let after_it = fs::read_dir(computer.folder()).unwrap().count();
    assert_eq!(after_it, before_it);
    faults.end("full");
    aide.press(SPACE);
    aide.wait_for_desk();
    aide.leave();
}
