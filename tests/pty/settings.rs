//! The office's settings in the real program: set on the screen and true from then on, told when they are wrong, and never in
//! the way; a home that is fresh, that cannot be written, that is none.

use doithoai::cli::words::SaidMessage;

use crate::aide::before;
use crate::computer::{Computer, words};
use crate::keys::ENTER;
use crate::terminal;

const ESCAPE: &str = "\x1b";
const DOWN: &str = "\x1b[B";
const RIGHT: &str = "\x1b[C";
const F9: &str = "\x1b[20~";

fn settings_of(computer: &Computer) -> std::path::PathBuf {
    computer.folder().join("configuration/settings.ron")
}

#[test]
fn what_is_set_on_the_first_screen_is_true_at_once_and_next_time() {
    // given a fresh home
    let computer = Computer::new();
    let mut screen = computer.open(&[], (100, 30));
    screen.wait_for_text("F9 Cài đặt");
    // when the language is set to English, and the name of the office is typed and pasted
    screen.press(F9);
    screen.wait_for_text("Ngôn ngữ");
    screen.press([RIGHT, RIGHT].concat());
    screen.wait_for_text("English");
    for _ in 0..6 {
        screen.press(DOWN);
    }
    screen.press("UBND xã Nà Hỏi");
    screen.wait_for_text("UBND xã Nà Hỏi");
    screen.press(ESCAPE);
    // then the first screen speaks it
    screen.wait_for_text("F9 Settings");
    screen.press(ESCAPE);
    assert_eq!(screen.wait_for_end(), 0);
    let kept = std::fs::read_to_string(settings_of(&computer)).unwrap();
    assert!(
        kept.contains("UBND xã Nà Hỏi") && kept.contains("\"en\""),
        "{kept}"
    );
    // and so does every command, unless a flag or the environment says otherwise
    let ran = computer.run(&["sessions"]);
    assert_eq!(ran.err, "");
    assert!(ran.out.is_ascii(), "{}", ran.out);
    assert!(!computer.run(&["sessions", "--lang", "vi"]).out.is_ascii());
    // and the screen is there by a command of its own
    let mut screen = computer.open(&["settings"], (80, 24));
    screen.wait_for_text("UBND xã Nà Hỏi");
    screen.press(ESCAPE);
    assert_eq!(screen.wait_for_end(), 0);
}

#[test]
fn a_wrong_entry_is_told_with_its_line_and_stops_neither_a_command_nor_a_session() {
    let computer = Computer::new();
    let path = settings_of(&computer);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    for (text, told) in [
        ("(\n    theme: \"purple\",\n    bell: true,\n)", "dòng 2"),
        ("(\n    theme: \"dark\",\n    bell: maybe,\n)", "dòng 3"),
        ("(\n    regulation: \"none-such\",\n)", "none-such"),
        ("this is no file of settings", "dòng 1"),
    ] {
        std::fs::write(&path, text).unwrap();
        let ran = computer.run(&["sessions"]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        let warning = before(&words(doithoai::domain::i18n::Lang::Vi).said[SaidMessage::Warning]);
        assert!(
            ran.err.starts_with(&warning) && ran.err.contains(told),
            "{}",
            ran.err
        );
        // and on the first screen, which opens all the same
        let mut screen = computer.open(&[], (120, 30));
        screen.wait_for_text(told);
        screen.press(ESCAPE);
        assert_eq!(screen.wait_for_end(), 0);
        // and a rehearsal is held
        let mut desk = computer.open(&["rehearse"], (120, 40));
        desk.wait_for_text("Space");
        desk.press("\x11");
        desk.wait_for_end();
    }
}

#[test]
fn a_language_that_there_is_none_of_is_told() {
    let computer = Computer::new();
    let ran = computer.run_with(&["sessions"], &[("DOITHOAI_LANG", "fr")]);
    assert_eq!(ran.code, 0);
    assert!(
        ran.err.contains("DOITHOAI_LANG") && ran.err.contains("fr"),
        "{}",
        ran.err
    );
    for known in ["vi", "en", "EN", ""] {
        let ran = computer.run_with(&["sessions"], &[("DOITHOAI_LANG", known)]);
        assert_eq!(ran.err, "", "{known}");
    }
}

#[test]
fn a_home_that_cannot_be_written_is_told_and_nothing_is_lost() {
    // given a configuration folder whose place is taken by a file, which not even root can write into
    let computer = Computer::new();
    std::fs::write(computer.folder().join("configuration"), "in the way").unwrap();
    let mut screen = computer.open(&["settings"], (100, 30));
    screen.wait_for_text("Ngôn ngữ");
    screen.press(RIGHT);
    screen.wait_for_text("chưa lưu được");
    screen.press(ESCAPE);
    assert_eq!(screen.wait_for_end(), 0);
    // and the first screen and the commands go on
    assert_eq!(computer.run(&["sessions"]).code, 0);
    let mut screen = computer.open(&[], (100, 30));
    screen.wait_for_text("F9 Cài đặt");
    screen.press(ENTER);
    screen.wait_for_text("Dân Tiến");
    screen.press([ESCAPE].concat());
    screen.wait_for_text("F9 Cài đặt");
    screen.press("\x11");
    assert_eq!(screen.wait_for_end(), 0);
}

#[test]
fn without_any_home_the_program_says_what_to_do_and_runs_where_it_is_told() {
    let home = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str]| {
        std::process::Command::new(terminal::program())
            .args(arguments)
            .env_clear()
            // No user of this number is known, so the system knows no home of his either.
            .env("HOME", "")
            .current_dir(home.path())
            .stdin(std::process::Stdio::null())
            .output()
            .unwrap()
    };
    for command in [
        &["regulations"][..],
        &["man"],
        &["completions", "bash"],
        &["--help"],
    ] {
        let ran = run(&[command, &["--data-dir", "data"]].concat());
        assert!(
            ran.status.success(),
            "{command:?} {}",
            String::from_utf8_lossy(&ran.stderr)
        );
    }
    let ran = run(&["sessions", "--data-dir", "data"]);
    assert!(
        ran.status.success(),
        "{}",
        String::from_utf8_lossy(&ran.stderr)
    );
}

#[test]
fn an_old_console_gets_signs_and_colours_that_it_has() {
    for (name, value, holds_frames, ascii) in [
        ("TERM", "linux", false, false),
        ("LANG", "C", true, true),
        ("TERM", "xterm-16color", true, false),
    ] {
        let computer = Computer::new();
        let mut command = terminal::command(computer.folder());
        command.args([
            "rehearse",
            "--regulation",
            "dan-tien-2025",
            "--data-dir",
            "data",
        ]);
        command.env(name, value);
        let mut desk = terminal::Terminal::start(command, (120, 40));
        desk.wait_for_text("Space");
        let raw = String::from_utf8_lossy(desk.raw()).into_owned();
        assert_eq!(raw.contains("\x1b[?2026h"), holds_frames, "{name}={value}");
        if name == "TERM" {
            for of_many in ["38;5;", "48;5;", "38;2;"] {
                assert!(!raw.contains(of_many), "{name}={value}");
            }
        }
        let shown = desk.text();
        let lacking = |sign: char| match value {
            "linux" => "✓✗▶☐◷━↻▸′″…–".contains(sign),
            _ => ascii && !sign.is_ascii() && !sign.is_alphabetic(),
        };
        assert!(!shown.chars().any(lacking), "{name}={value}\n{shown}");
        desk.press("\x11");
        desk.wait_for_end();
    }
}

#[test]
fn a_template_under_a_name_that_would_not_be_taken_back_is_refused_with_the_one_that_is() {
    let computer = Computer::new();
    for name in [
        "ke-hoach.doc",
        "ke-hoach.xls",
        "ke-hoach.ods",
        "ke-hoach.csv",
        "ke-hoach",
    ] {
        let ran = computer.run(&["template", name]);
        assert_eq!(ran.code, 1, "{name}: {}", ran.err);
        assert!(
            ran.err.contains(".xlsx") && ran.err.contains(name),
            "{}",
            ran.err
        );
        assert!(!computer.folder().join(name).exists(), "{name}");
    }
    let ran = computer.run(&["template", "KE-HOACH.XLSX"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
}

#[test]
fn a_blank_template_has_the_names_of_the_office_in_it() {
    use calamine::Reader as _;
    let computer = Computer::new();
    std::fs::create_dir_all(settings_of(&computer).parent().unwrap()).unwrap();
    std::fs::write(
        settings_of(&computer),
        r#"(regulation: Some("qd-1573-2025"), office: (
            body: Some("Đảng ủy xã Nà Hỏi"),
            chair: Some((honorific: "Bà", name: "Lò Thị Mẫu", office: "Bí thư Đảng ủy xã")),
            secretary: Some((honorific: "Ông", name: "Giàng A Thử", office: "Chuyên viên")),
        ))"#,
    )
    .unwrap();
    let ran = computer.run(&["template", "ke-hoach.xlsx"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let path = computer.folder().join("ke-hoach.xlsx");
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(path).unwrap();
    let mut texts = Vec::new();
    for name in ["Phiên", "Chương trình", "Đại biểu"] {
        let sheet = book.worksheet_range(name).unwrap();
        texts.extend(sheet.used_cells().map(|(_, _, cell)| cell.to_string()));
    }
    for wanted in [
        "Đảng ủy xã Nà Hỏi",
        "Lò Thị Mẫu",
        "Bí thư Đảng ủy xã",
        "Giàng A Thử",
        "Quy chế theo QĐ 1573-QĐ/TU",
        "Người chủ trì thông báo mục đích, yêu cầu, nội dung chủ yếu",
    ] {
        assert!(
            texts.iter().any(|text| text == wanted),
            "{wanted}: {texts:?}"
        );
    }
}
