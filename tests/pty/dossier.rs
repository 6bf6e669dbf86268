//! A dossier that was written by the real program: what is exported again destroys nothing, and `verify` tells the record,
//! the papers and the manifest apart, whatever was done to them.

mod harm;

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::computer::{Computer, Ran};

const MANIFEST: &str = "MANIFEST.sha256";

/// A session that was held, of those that an older version left.
fn computer() -> Computer {
    let computer = Computer::new();
    let from = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden/0.1.0/sessions/everything-qd-1573-2025/journal.ron");
    std::fs::create_dir_all(computer.session("phien")).unwrap();
    std::fs::copy(from, computer.journal("phien")).unwrap();
    computer
}

fn export(computer: &Computer, arguments: &[&str]) -> Ran {
    let ran = computer.run(&[&["export", "phien", "--to", "ho-so"], arguments].concat());
    assert_eq!(ran.code, 0, "{}", ran.err);
    ran
}

fn exported() -> (Computer, PathBuf) {
    let computer = computer();
    std::fs::write(computer.folder().join("moi.pdf"), "giấy mời").unwrap();
    export(&computer, &["--attach", "plan=moi.pdf"]);
    let folder = computer.folder().join("ho-so");
    (computer, folder)
}

fn verdict(computer: &Computer) -> (i32, Value) {
    let ran = computer.run(&["verify", "ho-so", "--json"]);
    let told = serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{} {}", ran.out, ran.err));
    (ran.code, told)
}

fn state(told: &Value, path: &str) -> String {
    let files = told["papers"]["files"].as_array().unwrap();
    let file = files.iter().find(|file| file["path"] == path);
    file.map_or("-", |file| file["state"].as_str().unwrap())
        .to_owned()
}

/// Whoever changes a file may also write its sum anew.
fn write_sums_anew(folder: &Path) {
    let manifest = folder.join(MANIFEST);
    let text = std::fs::read_to_string(&manifest).unwrap();
    let lines: Vec<String> = text
        .lines()
        .map(|line| match line.split_once("  ") {
            Some((_, path)) => {
                let sum = Command::new("sha256sum")
                    .arg(folder.join(path))
                    .output()
                    .unwrap();
                let sum = String::from_utf8(sum.stdout).unwrap();
                format!("{}  {path}\n", sum.split_whitespace().next().unwrap())
            }
            None => format!("{line}\n"),
        })
        .collect();
    std::fs::write(manifest, lines.concat()).unwrap();
}

fn append(path: &Path, bytes: &[u8]) {
    let mut all = std::fs::read(path).unwrap_or_default();
    all.extend(bytes);
    std::fs::write(path, all).unwrap();
}

fn replace(path: &Path, from: &str, to: &str) {
    let text = std::fs::read_to_string(path).unwrap();
    assert!(text.contains(from), "{from} is not in {}", path.display());
    std::fs::write(path, text.replace(from, to)).unwrap();
}

#[test]
fn a_dossier_as_it_was_made_is_whole_in_every_part() {
    let (computer, folder) = exported();
    let (code, told) = verdict(&computer);
    assert_eq!(code, 0, "{told}");
    assert_eq!(told["whole"], true, "{told}");
    assert_eq!(told["papers"]["compared"], true);
    assert_eq!(state(&told, "bien-ban.docx"), "as_made");
    assert_eq!(state(&told, "muc-luc.docx"), "as_made");
    assert_eq!(state(&told, "dinh-kem/plan-01-moi.pdf"), "unchanged");
    // and the system's own tool passes over the line that names the journal
    let checked = Command::new("sha256sum")
        .args(["--check", "--strict", "--quiet", MANIFEST])
        .current_dir(&folder)
        .output()
        .unwrap();
    assert!(checked.status.success(), "{checked:?}");
    // and the code of the journal stands on the paper, in the record and in the manifest
    let digest = told["record"]["digest"].as_str().unwrap();
    let record = std::fs::read_to_string(folder.join("record.json")).unwrap();
    let manifest = std::fs::read_to_string(folder.join(MANIFEST)).unwrap();
    assert!(
        record.contains(digest) && manifest.contains(digest),
        "{manifest}"
    );
    let ran = computer.run(&["verify", "phien", "--digest", digest]);
    assert_eq!(ran.code, 0, "{}", ran.err);
}

#[test]
fn the_version_for_public_notice_can_be_checked_as_well() {
    let computer = computer();
    export(&computer, &["--public"]);
    let (code, told) = verdict(&computer);
    assert_eq!((code, &told["whole"]), (0, &Value::Bool(true)), "{told}");
    assert_eq!(told["record"]["entries"], Value::Null);
}

#[test]
fn papers_that_an_office_corrected_added_or_took_away_are_named_and_not_condemned() {
    let (computer, folder) = exported();
    append(&folder.join("bien-ban.docx"), b"x");
    std::fs::create_dir(folder.join("ky-so")).unwrap();
    append(&folder.join("ky-so/bien-ban.pdf"), b"scan");
    std::fs::remove_file(folder.join("han-xu-ly.ics")).unwrap();
    let (code, told) = verdict(&computer);
    assert_eq!(code, 0, "{told}");
    assert_eq!(
        (&told["whole"], &told["sound"]),
        (&Value::Bool(false), &Value::Bool(true))
    );
    for (path, expected) in [
        ("bien-ban.docx", "edited"),
        ("ky-so/bien-ban.pdf", "added"),
        ("han-xu-ly.ics", "missing"),
        ("thong-bao-ket-luan.docx", "as_made"),
    ] {
        assert_eq!(state(&told, path), expected, "{told}");
    }
    let ran = computer.run(&["verify", "ho-so", "--lang", "en"]);
    assert!(
        ran.out.contains("edited by the office: bien-ban.docx"),
        "{}",
        ran.out
    );
}

#[test]
fn a_dossier_of_an_older_version_is_not_called_whole_and_not_condemned() {
    let computer = Computer::new();
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/0.1.0/dossier");
    let copied = Command::new("cp")
        .arg("-r")
        .arg(from)
        .arg(computer.folder().join("ho-so"))
        .status();
    assert!(copied.unwrap().success());
    let (code, told) = verdict(&computer);
    assert_eq!(code, 0, "{told}");
    assert_eq!(
        (&told["whole"], &told["sound"]),
        (&Value::Bool(false), &Value::Bool(true)),
        "{told}"
    );
    assert_eq!(told["papers"]["compared"], false);
    let ran = computer.run(&["verify", "ho-so", "--lang", "en"]);
    assert!(
        ran.out.contains("not comparable, made by 0.1.0"),
        "{}",
        ran.out
    );
}

#[test]
fn papers_made_with_the_offices_own_sentences_are_compared_only_while_these_are_the_same() {
    let computer = computer();
    let configuration = computer.folder().join("configuration");
    std::fs::create_dir(&configuration).unwrap();
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/0.1.0/documents.ron");
    std::fs::copy(own, configuration.join("documents.ron")).unwrap();
    export(&computer, &[]);
    assert_eq!(verdict(&computer).1["whole"], true);
    std::fs::remove_file(configuration.join("documents.ron")).unwrap();
    let (code, told) = verdict(&computer);
    assert_eq!(
        (code, &told["papers"]["compared"]),
        (0, &Value::Bool(false)),
        "{told}"
    );
    assert_eq!(state(&told, "bien-ban.docx"), "unchanged");
}

#[test]
fn a_session_is_held_against_the_code_on_paper() {
    let computer = computer();
    let ran = computer.run(&["verify", "phien", "--json"]);
    let told: Value = serde_json::from_str(&ran.out).unwrap();
    let digest = told["digest"].as_str().unwrap().to_owned();
    let (entries, code) = digest.split_once(':').unwrap();
    // as it stands on paper, in capitals and groups
    let typed = format!("{entries}:{}", code.to_uppercase());
    assert_eq!(
        computer.run(&["verify", "phien", "--digest", &typed]).code,
        0
    );
    // what came after it is counted
    let before = std::fs::read_to_string(computer.journal("phien")).unwrap();
    let lines: Vec<&str> = before.split_inclusive('\n').collect();
    std::fs::write(computer.journal("phien"), lines[..lines.len() - 3].concat()).unwrap();
    let ran = computer.run(&["verify", "phien", "--digest", &digest]);
    assert_eq!(ran.code, 1, "cut back by whole entries: {}", ran.out);
    let ran = computer.run(&["verify", "phien", "--json"]);
    let told: Value = serde_json::from_str(&ran.out).unwrap();
    let earlier = told["digest"].as_str().unwrap().to_owned();
    std::fs::write(computer.journal("phien"), &before).unwrap();
    let ran = computer.run(&["verify", "phien", "--digest", &earlier, "--json"]);
    let told: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(
        (ran.code, &told["digest_holds"], &told["later"]),
        (0, &Value::Bool(true), &Value::from(3))
    );
    // and a text that is no code is said to be none
    let ran = computer.run(&["verify", "phien", "--digest", "mười lăm"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("mười lăm"), "{}", ran.err);
}

#[test]
fn exporting_again_keeps_what_somebody_corrected_and_says_so() {
    let (computer, folder) = exported();
    let minutes = folder.join("bien-ban.docx");
    append(&minutes, b"corrected");
    append(&folder.join("ban-ky.pdf"), b"signed scan");
    let corrected = std::fs::read(&minutes).unwrap();
    for arguments in [&[][..], &["--force"]] {
        let ran = export(&computer, arguments);
        assert!(ran.out.contains("ho-so-2"), "{}", ran.out);
        assert!(
            ran.err.contains("bien-ban.docx") && ran.err.contains("ban-ky.pdf"),
            "{}",
            ran.err
        );
        assert_eq!(std::fs::read(&minutes).unwrap(), corrected);
        assert!(folder.join("ban-ky.pdf").exists());
    }
    assert!(
        !computer.folder().join("ho-so-3").exists(),
        "what nobody touched is replaced"
    );
}

#[test]
fn at_the_desk_the_aide_is_asked_where_and_the_closed_screen_says_it() {
    use crate::aide::Aide;
    use crate::keys::{ENTER, ctrl};
    let computer = computer();
    let home = computer.folder().join("home");
    std::fs::create_dir_all(home.join("config")).unwrap();
    std::fs::create_dir_all(home.join("Tài liệu")).unwrap();
    std::fs::write(
        home.join("config/user-dirs.dirs"),
        "XDG_DOCUMENTS_DIR=\"$HOME/Tài liệu\"\n",
    )
    .unwrap();
    let mut aide = Aide::at(&computer, "phien");
    // the documents are proposed first
    aide.press(ctrl('x'));
    aide.terminal.wait_for_text("Tài liệu/ho-so-phien");
    aide.terminal.wait_for_text("phien/ho-so");
    aide.press(ENTER);
    let minutes = home.join("Tài liệu/ho-so-phien/bien-ban.docx");
    aide.terminal
        .wait_until("the dossier", |_| minutes.exists());
    aide.terminal.wait_for_text("Hồ sơ ở ");
    // when the secretary corrects it and the key is pressed again, hers stays, and that is said
    append(&minutes, b"corrected");
    let corrected = std::fs::read(&minutes).unwrap();
    aide.press(ctrl('x'));
    aide.terminal.wait_for_text("phien/ho-so");
    aide.press(ENTER);
    aide.terminal.wait_for_text("ho-so-phien-2");
    assert_eq!(std::fs::read(&minutes).unwrap(), corrected);
    // and a folder that is typed serves as well
    let typed = computer.folder().join("usb/buổi đối thoại");
    aide.press(ctrl('x'));
    aide.terminal.wait_for_text("phien/ho-so");
    aide.press("\x1b[B\x1b[B");
    aide.press(ENTER);
    let form = aide.first_key(doithoai::tui::desk::words::FormMessage::KeysOneField);
    aide.terminal.wait_for_text(&form);
    aide.press(typed.to_str().unwrap());
    aide.terminal.wait_for_text("usb/buổi đối thoại");
    aide.press(ENTER);
    let minutes = typed.join("bien-ban.docx");
    aide.terminal
        .wait_until("the dossier", |_| minutes.exists());
}
