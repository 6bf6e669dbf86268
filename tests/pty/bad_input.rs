//! What cannot be done is said in one clear sentence with its cause and what to do, in both languages, and nothing
//! half-made is left behind. 1: the user can mend it; 2: wrong usage.

use doithoai::domain::i18n::Lang;
use doithoai::store::explain::StoreMessage;

use crate::computer::{Computer, LANGUAGES, ROOMY, Ran, causes, sample, told, words};
use crate::terminal::{self, Terminal};
use doithoai::cli::error::words::ErrorMessage;
use doithoai::cli::words::SaidMessage;
use doithoai::domain::io_messages::IoMessage;

#[test]
fn a_plan_that_is_not_there() {
    let computer = Computer::new();
    for (lang, name) in LANGUAGES {
        let says = told(lang).errors;
        refused(
            &computer,
            &["new", "no-such-plan.ron", "--lang", name],
            &[
                &says[ErrorMessage::Plan].render(&[("path", &"no-such-plan.ron")]),
                says[ErrorMessage::PlanHint].as_str(),
            ],
        );
    }
}

#[test]
fn a_plan_that_cannot_be_read_is_refused_with_the_line() {
    let computer = Computer::new();
    // The seventh line is the title's.
    let broken = sample().replacen("title: ", "title ", 1);
    std::fs::write(computer.folder().join("broken.ron"), broken).unwrap();
    for ((lang, name), line) in LANGUAGES.into_iter().zip(["dòng 7", "line 7"]) {
        let hint = told(lang).errors[ErrorMessage::PlanHint].clone();
        refused(
            &computer,
            &["new", "broken.ron", "--lang", name],
            &["broken.ron", line, hint.as_str()],
        );
    }
}

#[test]
fn a_mistake_that_cannot_be_got_over_is_told_once() {
    let computer = Computer::new();
    let title = sample()
        .lines()
        .find(|line| line.trim().starts_with("title: "))
        .unwrap()
        .to_owned();
    let wrong = sample().replacen(&title, "    title: 'x',", 1);
    std::fs::write(computer.folder().join("wrong.ron"), wrong).unwrap();
    let ran = refused(&computer, &["new", "wrong.ron"], &["dòng 7"]);
    let told: Vec<&str> = ran.err.lines().collect();
    let mut once = told.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), told.len(), "{}", ran.err);
}

#[test]
fn every_mistake_of_a_plan_is_told_at_once() {
    let computer = Computer::new();
    let wrong = sample()
        .replacen("number: 2,", "number: 1,", 1)
        .replacen("agency: \"cong-an\"", "agency: \"canh-sat\"", 1)
        .replacen("warnings: (60, 15)", "warnings: (15, 60)", 1);
    std::fs::write(computer.folder().join("wrong.ron"), wrong).unwrap();
    let ran = refused(&computer, &["new", "wrong.ron"], &["canh-sat"]);
    let because = crate::aide::before(&told(Lang::Vi).errors[ErrorMessage::Because]);
    assert_eq!(ran.err.matches(&because).count(), 3, "{}", ran.err);
}

#[test]
fn a_regulation_that_nobody_knows() {
    let computer = Computer::new();
    for (_, name) in LANGUAGES {
        for arguments in [
            &["new", "plan.ron", "--regulation", "no-such-rule"][..],
            &[
                "deadlines",
                "--regulation",
                "no-such-rule",
                "--held",
                "2026-11-25",
            ],
            &["regulations", "no-such-rule"],
        ] {
            let arguments = [arguments, &["--lang", name]].concat();
            refused(&computer, &arguments, &["no-such-rule", "dan-tien-2025"]);
        }
    }
}

#[test]
fn a_session_that_nobody_knows_or_that_several_could_be() {
    let computer = Computer::new();
    computer.create("dien-bien");
    computer.create("dien-bien");
    for (lang, name) in LANGUAGES {
        let says = told(lang).errors;
        for command in ["export", "verify", "repair"] {
            refused(
                &computer,
                &[command, "1999-01-01", "--lang", name],
                &[
                    &says[StoreMessage::Find].render(&[("name", &"1999-01-01")]),
                    says[StoreMessage::FindHint].as_str(),
                ],
            );
            refused(
                &computer,
                &[command, "2026", "--lang", name],
                &[
                    "2026-11-25-01, 2026-11-25-02",
                    says[StoreMessage::AmbiguousHint].as_str(),
                ],
            );
        }
    }
}

#[test]
fn without_a_terminal_no_desk_opens_and_no_rehearsal_begins() {
    let computer = Computer::new();
    let id = computer.create("dien-bien");
    for (lang, name) in LANGUAGES {
        let says = told(lang).errors;
        for arguments in [&["run", &id][..], &["rehearse"], &[]] {
            let arguments = [arguments, &["--lang", name]].concat();
            let ran = refused(
                &computer,
                &arguments,
                &[
                    says[ErrorMessage::Terminal].as_str(),
                    says[ErrorMessage::TerminalHint].as_str(),
                ],
            );
            assert_eq!(ran.out, "");
        }
    }
}

#[test]
fn a_file_is_not_filled_with_the_screen() {
    let computer = Computer::new();
    let id = computer.create("dien-bien");
    let mut shell = portable_pty::CommandBuilder::new("sh");
    let run = format!(
        "{} run {id} --data-dir data > shown",
        crate::terminal::program()
    );
    shell.args(["-c", &run]);
    shell.cwd(computer.folder());
    let mut terminal = Terminal::start(shell, ROOMY);
    assert_eq!(terminal.wait_for_end(), 1);
    let hint = told(Lang::Vi).errors[ErrorMessage::TerminalHint].clone();
    assert!(terminal::shows(terminal.screen(), hint.as_str()));
    let shown = std::fs::read(computer.folder().join("shown")).unwrap();
    assert_eq!(String::from_utf8(shown).unwrap(), "");
}

#[test]
fn a_folder_that_takes_nothing() {
    let computer = Computer::new();
    // Whoever may write everywhere cannot write into a file as into a folder either.
    for (lang, name) in LANGUAGES {
        let says = told(lang).errors;
        refused(
            &computer,
            &["new", "plan.ron", "--data-dir", "plan.ron", "--lang", name],
            &[
                &says[ErrorMessage::Create].render(&[("path", &"plan.ron")]),
                causes(lang)[IoMessage::NotAFolder].as_str(),
                says[ErrorMessage::CreateHint].as_str(),
            ],
        );
    }
    let id = computer.create("dien-bien");
    let before = computer.files();
    let ran = computer.run(&["export", &id, "--to", "plan.ron/dossier"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert!(ran.err.contains("plan.ron"), "{}", ran.err);
    assert_eq!(computer.files(), before);
}

#[test]
fn a_dossier_that_is_there_already() {
    let computer = Computer::new();
    let id = computer.create("dien-bien");
    std::fs::create_dir(computer.folder().join("dossier")).unwrap();
    std::fs::write(computer.folder().join("dossier/mine"), "mine").unwrap();
    for (lang, name) in LANGUAGES {
        for force in [&[][..], &["--force"]] {
            let arguments = [&["export", &id, "--to", "dossier", "--lang", name], force].concat();
            let ran = computer.run(&arguments);
            assert_eq!(ran.code, 0, "{}", ran.err);
            let kept = after_path(words(lang).said[SaidMessage::KeptForeign].as_str());
            assert!(ran.err.contains(&kept), "{}", ran.err);
            assert!(ran.out.contains("dossier-2"), "{}", ran.out);
            let mine = std::fs::read(computer.folder().join("dossier/mine")).unwrap();
            assert_eq!(mine, b"mine");
        }
    }
}

/// A sentence behind the path it begins with.
fn after_path(sentence: &str) -> String {
    sentence.trim_start_matches("{path}").to_owned()
}

#[test]
fn a_damaged_journal_is_left_alone_by_everything_but_repair() {
    let computer = Computer::new();
    let id = computer.create("dien-bien");
    let journal = std::fs::read_to_string(computer.journal(&id)).unwrap();
    std::fs::write(computer.journal(&id), journal.replacen("seq:1", "seq:9", 1)).unwrap();
    for (lang, name) in LANGUAGES {
        let says = told(lang).errors;
        for arguments in [&["export", &id, "--to", "dossier"][..], &["verify", &id]] {
            let arguments = [arguments, &["--lang", name]].concat();
            refused(
                &computer,
                &arguments,
                &[id.as_str(), says[StoreMessage::EmptyHint].as_str()],
            );
        }
    }
    let before = std::fs::read(computer.journal(&id)).unwrap();
    let mut terminal = computer.open(&["run", &id], ROOMY);
    assert_eq!(terminal.wait_for_end(), 1);
    assert_eq!(std::fs::read(computer.journal(&id)).unwrap(), before);
}

#[test]
fn the_cause_is_told_in_the_users_language_whoever_found_it() {
    let computer = Computer::new();
    let id = computer.create("dien-bien");
    let folder = computer.folder().join("configuration/calendar/2026.ron");
    for (lang, name) in LANGUAGES {
        let says = causes(lang);
        for (arguments, cause) in [
            (&["new", "no-such-plan.ron"][..], &says[IoMessage::NotFound]),
            (
                &["regulations", "--check", "none.ron"],
                &says[IoMessage::NotFound],
            ),
            (
                &["export", &id, "--to", "plan.ron/a"],
                &says[IoMessage::Exists],
            ),
        ] {
            let arguments = [arguments, &["--lang", name]].concat();
            refused(&computer, &arguments, &[cause.as_str()]);
        }
        // A folder that bears the name of a year.
        std::fs::create_dir_all(&folder).unwrap();
        let arguments = "deadlines --regulation dien-bien --held 2026-11-25 --lang";
        let arguments: Vec<&str> = arguments.split(' ').chain([name]).collect();
        refused(
            &computer,
            &arguments,
            &[says[IoMessage::IsAFolder].as_str()],
        );
        std::fs::remove_dir(&folder).unwrap();
    }
}

#[test]
fn a_line_of_the_journal_that_cannot_be_read_is_told_in_the_users_language() {
    let computer = Computer::new();
    let id = computer.create("dien-bien");
    let whole = std::fs::read(computer.journal(&id)).unwrap();
    for (lang, name) in LANGUAGES {
        let says = told(lang).errors;
        let quotation = crate::aide::before(&says[StoreMessage::DamageNotARecord]);
        for (byte, told) in [
            (0x07, says[StoreMessage::DamageControlCharacter].as_str()),
            (0xff, says[StoreMessage::DamageNotUtf8].as_str()),
            (b'[', quotation.as_str()),
        ] {
            let mut changed = whole.clone();
            changed[0] = byte;
            std::fs::write(computer.journal(&id), changed).unwrap();
            refused(&computer, &["verify", &id, "--lang", name], &[told]);
        }
    }
}

#[test]
fn what_is_asked_for_wrongly() {
    let computer = Computer::new();
    let before = computer.files();
    for arguments in [
        &["new"][..],
        &["run"],
        &["make-coffee"],
        &["new", "plan.ron", "--colour"],
        &["regulations", "--lang", "fr"],
        &[
            "deadlines",
            "--regulation",
            "dien-bien",
            "--held",
            "yesterday",
        ],
        &["export"],
    ] {
        let ran = computer.run(arguments);
        assert_eq!(ran.code, 2, "{arguments:?}: {}", ran.err);
        assert!(!ran.err.is_empty() && ran.out.is_empty());
    }
    assert_eq!(computer.files(), before);
}

#[test]
fn help_is_no_mistake() {
    let computer = Computer::new();
    for (lang, name) in LANGUAGES {
        let ran = computer.run(&["--help", "--lang", name]);
        assert_eq!(ran.code, 0);
        let about = &words(lang).commands["rehearse"];
        assert!(ran.out.contains(about.as_str()), "{}", ran.out);
    }
}

/// The command ends with 1, says these things, and leaves every file as it was.
fn refused(computer: &Computer, arguments: &[&str], said: &[&str]) -> Ran {
    let before = computer.files();
    let ran = computer.run(arguments);
    assert_eq!(ran.code, 1, "{arguments:?}: {}", ran.err);
    for text in said {
        assert!(ran.err.contains(text), "{arguments:?}: {text}\n{}", ran.err);
    }
    assert!(!ran.err.contains("panicked"), "{}", ran.err);
    assert_eq!(computer.files(), before, "{arguments:?}");
    ran
}
