//! What comes in from elsewhere: folders with links and pipes in them, names and texts with signs that steer a terminal.

use std::fs;
use std::os::unix::fs::symlink;
use std::process::Command;

use crate::aide::Aide;
use crate::computer::Computer;

fn pipe(path: &std::path::Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

#[test]
fn nothing_is_written_through_a_link_in_a_foreign_folder() {
    let (computer, id) = Computer::with_session("dien-bien");
    let mine = computer.folder().join("mine");
    fs::write(&mine, "mine").unwrap();
    let folder = computer.session(&id);
    for name in [
        "desk.lock",
        "desk.holder",
        "desk.alive",
        "desk.moved",
        "desk.draft.ron",
        "desk.draft.ron.new",
        "standing.ron",
        "journal.refused",
        "journal.acknowledged",
        "journal.kept-1.ron",
    ] {
        let _ = fs::remove_file(folder.join(name));
        symlink(&mine, folder.join(name)).unwrap();
    }
    let mut terminal = computer.open(&["run", &id], (120, 40));
    terminal.press("  ");
    terminal.press("\u{e}");
    terminal.press("một ghi chú");
    terminal.wait_for_frame();
    terminal.signal("TERM");
    terminal.wait_for_end();
    assert_eq!(fs::read_to_string(&mine).unwrap(), "mine");
    // A journal that is a link is no journal to write.
    let (computer, id) = Computer::with_session("dien-bien");
    let bytes = fs::read(computer.journal(&id)).unwrap();
    let elsewhere = computer.folder().join("elsewhere.ron");
    fs::rename(computer.journal(&id), &elsewhere).unwrap();
    symlink(&elsewhere, computer.journal(&id)).unwrap();
    let mut terminal = computer.open(&["run", &id], (120, 40));
    terminal.press("  ");
    terminal.wait_for_frame();
    terminal.signal("TERM");
    terminal.wait_for_end();
    assert_eq!(fs::read(&elsewhere).unwrap(), bytes);
}

#[test]
fn pipes_and_devices_are_refused_and_never_waited_for() {
    let (computer, id) = Computer::with_session("dien-bien");
    for ending in ["ron", "xlsx", "ods", "xls", "csv"] {
        let (plan, endless) = (format!("pipe.{ending}"), format!("zero.{ending}"));
        pipe(&computer.folder().join(&plan));
        symlink("/dev/zero", computer.folder().join(&endless)).unwrap();
        for plan in [&plan, &endless] {
            assert_eq!(computer.run(&["new", plan]).code, 1, "{plan}");
            assert_eq!(computer.run(&["update", &id, plan]).code, 1, "{plan}");
        }
    }
    fs::create_dir(computer.folder().join("plan")).unwrap();
    pipe(&computer.folder().join("plan/phien.csv"));
    assert_eq!(computer.run(&["new", "plan"]).code, 1);
    fs::remove_file(computer.journal(&id)).unwrap();
    pipe(&computer.journal(&id));
    for command in ["verify", "export", "repair"] {
        assert_eq!(computer.run(&[command, &id]).code, 1, "{command}");
    }
    // A side file that is a pipe is waited for by nobody either.
    let id = computer.create("dien-bien");
    let draft = computer.session(&id).join("desk.draft.ron");
    pipe(&draft);
    let mut aide = Aide::at(&computer, &id);
    aide.go_on();
}

#[test]
fn signs_that_steer_a_terminal_are_shown_as_what_they_are() {
    let computer = Computer::new();
    for name in ["a\u{1b}]0;evil\u{7}b", "gpj.\u{202e}nor", "a\nerror: b"] {
        for arguments in [
            ["run", name],
            ["export", name],
            ["verify", name],
            ["new", name],
        ] {
            let (out, err) = if arguments[0] == "run" {
                let mut terminal = computer.open(&arguments, (120, 40));
                terminal.wait_for_end();
                (String::new(), terminal.text())
            } else {
                let ran = computer.run(&arguments);
                (ran.out, ran.err)
            };
            for text in [out, err] {
                assert!(!text.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{text:?}");
                assert!(!text.contains("\nerror: b"), "{text:?}");
            }
        }
    }
}
