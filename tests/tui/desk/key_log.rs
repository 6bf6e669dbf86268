//! A rehearsal as a newcomer leads it, from the first key to the closed session: six people speak, one is absent, a newcomer
//! comes, one item is put off, one reported upward, a note is made, a key is taken back. The keys are kept in
//! `key_logs/`, one a line; a line that begins with `sees` is what has to be on the screen then, one with `composes` what an
//! input method sends: letters, backspaces (`←`) and composed letters, in as many pieces as there are strokes between.

use std::fmt::Write as _;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use doithoai::documents::plan_import;
use doithoai::domain::regulation::RegulationId;
use doithoai::domain::session::queue::Standing;
use doithoai::domain::time::Millis;
use doithoai::tui::desk::input::Press;

use super::aide::{Aide, unwrapped};

fn key_of(name: &str) -> KeyEvent {
    let plain = |code: KeyCode| KeyEvent::new(code, KeyModifiers::NONE);
    if let Some(letter) = name.strip_prefix("Ctrl+") {
        let letter = letter.to_lowercase().chars().next().unwrap();
        return KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL);
    }
    if let Some(number) = name.strip_prefix('F').and_then(|rest| rest.parse().ok()) {
        return plain(KeyCode::F(number));
    }
    plain(match name {
        "Space" => KeyCode::Char(' '),
        "Enter" => KeyCode::Enter,
        "Esc" => KeyCode::Esc,
        "Tab" => KeyCode::Tab,
        "Down" => KeyCode::Down,
        "Up" => KeyCode::Up,
        "Home" => KeyCode::Home,
        "End" => KeyCode::End,
        digit => KeyCode::Char(digit.chars().next().unwrap()),
    })
}

/// The pieces of an input method, each of which arrives at once.
fn composes(aide: &mut Aide, text: &str) {
    for piece in text.split('|') {
        let keys: Vec<KeyEvent> = piece
            .chars()
            .map(|sign| match sign {
                '←' => KeyEvent::from(KeyCode::Backspace),
                letter => KeyEvent::from(KeyCode::Char(letter)),
            })
            .collect();
        aide.burst(&keys);
        aide.clock.pass(Millis(120));
    }
    aide.clock.pass(Millis(2000));
}

/// `Nguyễn Thị Ước` as an input method for Telex sends it.
const COMPOSED: &str = "N|g|u|y|e|←ê|←ễ|n| |T|h|i|←ị| |U|←Ư|o|←←Ươ|←←Ướ|c";

fn replays(log: &str, width: u16, height: u16) -> Aide {
    let mut plan = plan_import::sample().unwrap();
    plan.regulation = RegulationId("dan-tien-2025".into());
    let mut aide = Aide::of(plan);
    for (number, line) in log.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(text) = line.strip_prefix("sees ") {
            let screen = aide.screen(width, height);
            let read = unwrapped(&screen);
            assert!(
                read.contains(text) || screen.contains(text),
                "line {}: «{text}» is not on\n{screen}",
                number + 1
            );
            continue;
        }
        if let Some(text) = line.strip_prefix("composes ") {
            composes(&mut aide, text);
            continue;
        }
        if let Some(text) = line.strip_prefix("types ") {
            aide.types(text);
            aide.clock.pass(Millis(2000));
            continue;
        }
        aide.clock.pass(Millis(900));
        aide.presses(Press::alone(key_of(line)));
        let screen = aide.screen(width, height);
        assert!(
            !screen.contains("gõ chữ ngoài ô nhập"),
            "line {}",
            number + 1
        );
    }
    aide
}

fn is_closed_after_six(aide: &Aide) {
    assert!(aide.record().closed, "{}", aide.screen(120, 40));
    let people = aide.state().queue.people();
    let spoke = people
        .iter()
        .filter(|person| person.standing == Standing::Spoke);
    assert_eq!(spoke.count(), 6);
    assert!(aide.state().items.iter().all(|item| item.class.is_some()));
    assert!(aide.record().deviations.is_empty());
}

#[test]
fn a_newcomer_closes_a_rehearsal_of_six_speakers_in_a_small_window() {
    let aide = replays(include_str!("key_logs/newcomer-80x24.txt"), 80, 24);
    is_closed_after_six(&aide);
}

#[test]
fn a_newcomer_closes_a_rehearsal_of_six_speakers_in_a_usual_window() {
    let aide = replays(include_str!("key_logs/newcomer-120x40.txt"), 120, 40);
    is_closed_after_six(&aide);
}

#[test]
fn the_same_keys_lead_through_a_large_window() {
    for (width, height) in [(160, 45), (200, 60)] {
        let aide = replays(include_str!("key_logs/newcomer-120x40.txt"), width, height);
        is_closed_after_six(&aide);
    }
}

/// Writes a key down, and presses it.
fn press(aide: &mut Aide, log: &mut String, name: &str) {
    log.push_str(name);
    log.push('\n');
    aide.clock.pass(Millis(900));
    aide.presses(Press::alone(key_of(name)));
}

fn types(aide: &mut Aide, log: &mut String, text: &str) {
    let _ = writeln!(log, "types {text}");
    aide.types(text);
    aide.clock.pass(Millis(2000));
}

fn one_is_absent_and_a_newcomer_comes(aide: &mut Aide, log: &mut String) {
    press(aide, log, "F6");
    log.push_str("sees Vắng mặt\n");
    press(aide, log, "Enter");
    log.push_str("sees đánh dấu vắng\n");
    press(aide, log, "F9");
    let _ = writeln!(log, "composes {COMPOSED}");
    composes(aide, COMPOSED);
    log.push_str("sees Nguyễn Thị Ước\n");
    // Put away by mistake, and opened again: nothing is lost.
    press(aide, log, "Esc");
    press(aide, log, "F9");
    log.push_str("sees Họ và tên Nguyễn Thị Ước\n");
    press(aide, log, "Enter");
    log.push_str("sees trùng tên với số 4\n");
    press(aide, log, "Ctrl+N");
    types(aide, log, "Mất điện hai phút");
    press(aide, log, "Enter");
    press(aide, log, "F8");
}

/// Writes the logs anew from the same decisions, to be read through before they are kept.
#[test]
#[ignore = "writes files"]
fn write_the_logs() {
    use doithoai::domain::session::next::Next;
    for (name, width, height) in [("newcomer-80x24", 80, 24), ("newcomer-120x40", 120, 40)] {
        let mut log =
            format!("# Dân Tiến, the sample session, {width} columns and {height} rows\n");
        let mut aide = replays(&log, width, height);
        let mut spoke = 0;
        let mut classed = 0;
        for _ in 0..600 {
            match aide.session.next() {
                Next::Nothing => break,
                Next::Class(item) => {
                    let _ = writeln!(log, "sees Phân loại ý kiến {}", item.0);
                    classed += 1;
                    match classed {
                        3 => {
                            press(&mut aide, &mut log, "2");
                            press(&mut aide, &mut log, "Enter");
                        }
                        5 => {
                            press(&mut aide, &mut log, "3");
                            press(&mut aide, &mut log, "Enter");
                        }
                        _ => {
                            press(&mut aide, &mut log, "1");
                            press(&mut aide, &mut log, "Space");
                        }
                    }
                }
                Next::Call(number) => {
                    if spoke == 2 && aide.standing(number.0) == Standing::Waiting {
                        spoke += 1;
                        one_is_absent_and_a_newcomer_comes(&mut aide, &mut log);
                        continue;
                    }
                    if spoke == 7 {
                        press(&mut aide, &mut log, "Ctrl+P");
                        types(&mut aide, &mut log, "het gio cho nguoi con cho");
                        press(&mut aide, &mut log, "Enter");
                        press(&mut aide, &mut log, "Down");
                        press(&mut aide, &mut log, "Enter");
                        continue;
                    }
                    spoke += 1;
                    let _ = writeln!(log, "sees mời số {}", number.0);
                    press(&mut aide, &mut log, "Space");
                }
                Next::Close if !aide.session.missing().is_empty() => {
                    press(&mut aide, &mut log, "Space");
                    log.push_str("sees Còn thiếu trước khi kết thúc\n");
                    while !aide.session.missing().is_empty() {
                        // Each of them for itself, not the line for all of them.
                        if aide.session.missing().len() > 1 {
                            press(&mut aide, &mut log, "Down");
                        }
                        press(&mut aide, &mut log, "Enter");
                        press(&mut aide, &mut log, "Down");
                        press(&mut aide, &mut log, "Enter");
                        types(&mut aide, &mut log, "Trả lời bằng văn bản");
                        press(&mut aide, &mut log, "Enter");
                    }
                }
                Next::EnterStep(_)
                | Next::Tick(_)
                | Next::ChooseStep
                | Next::StartClock
                | Next::ResumeClock
                | Next::EndFloor
                | Next::Answer { .. }
                | Next::ReadPrepared(_)
                | Next::Exchange(_)
                | Next::HoldSpeeches
                | Next::EndBreak
                | Next::Close => press(&mut aide, &mut log, "Space"),
            }
        }
        log.push_str("sees Buổi đối thoại đã kết thúc\n");
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/tui/desk/key_logs");
        std::fs::create_dir_all(folder).unwrap();
        std::fs::write(format!("{folder}/{name}.txt"), log).unwrap();
    }
}
