//! Whatever comes from the terminal – half a key, half a letter, a paste without an end, a signal, nothing any more – the
//! clock goes on, the next key counts, and the terminal is given back.

use crate::aide::{Aide, before};
use crate::computer::{Computer, ROOMY};
use crate::keys::{ENTER, SPACE};
use crate::terminal::Terminal;
use doithoai::tui::desk::words::FormMessage;
use doithoai::tui::desk::words::NoticeMessage;
use doithoai::tui::office::words::OfficeMessage;

const REGULATION: &str = "dan-tien-2025";

/// The beginnings of keys, letters, pastes and of what terminals answer.
const BROKEN_OFF: [&[u8]; 25] = [
    b"\x1b[",
    b"\x1bO",
    b"\x1b[1",
    b"\x1b[1;",
    b"\x1b[1;5",
    b"\x1b[20",
    b"\x1b[200",
    b"\x1b[[",
    b"\x1b[?",
    b"\x1b[?1;",
    b"\x1b[<",
    b"\x1b[<0;10;",
    b"\x1b[M",
    b"\x1b[M !",
    b"\x1b[27;5;",
    b"\x1b]11;1 1",
    b"\x1bP1+r1 1",
    b"\x1b_G1 1",
    b"\xc3",
    b"\xe1",
    b"\xe1\xbb",
    b"\xf0\x9f\x98",
    b"\x1b\xe1\xbb",
    b"\x1b[200~",
    b"\x1b[200~\xe1\xbb",
];

/// The clock in the header is drawn anew every second.
fn the_clock_goes_on(terminal: &mut Terminal) {
    for _ in 0..2 {
        terminal.wait_for_frame();
    }
}

fn notes(computer: &Computer, id: &str) -> Vec<String> {
    let record = computer.record(id);
    record["notes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|note| note["text"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn half_a_key_is_dropped_and_told_and_the_next_key_counts() {
    let (computer, id) = Computer::with_session(REGULATION);
    let mut aide = Aide::at(&computer, &id);
    aide.go_on_until_somebody_speaks();
    let told = [
        aide.words.notices[NoticeMessage::HalfAKey].to_string(),
        aide.words.notices[NoticeMessage::HalfAPaste].to_string(),
    ];
    let mut written = Vec::new();
    for (number, bytes) in BROKEN_OFF.iter().enumerate() {
        aide.press(bytes);
        aide.terminal.wait_for("what was dropped", |screen| {
            told.iter().any(|told| screen.contents().contains(told))
        });
        the_clock_goes_on(&mut aide.terminal);
        // and a note is written as ever; none reads like one that may still stand on the screen
        let note = format!("Ước {number}");
        aide.note(&note);
        written.push(note);
    }
    aide.terminal.signal("TERM");
    assert_eq!(aide.terminal.wait_for_end(), 0);
    assert_eq!(notes(&computer, &id), written);
}

#[test]
fn what_a_terminal_says_of_itself_classes_nothing_and_ends_no_speech() {
    let (computer, id) = Computer::with_session(REGULATION);
    let mut aide = Aide::at(&computer, &id);
    let answers: [&[u8]; 4] = [
        b"\x1b]11;rgb:1111/2222/3333\x1b\\",
        b"\x1b]4;1;1 2\x07",
        b"\x1bP1$r 1 2\x1b\\",
        b"\x1b_Gi=1; 1\x1b\\",
    ];
    for is_asked in [false, true] {
        if is_asked {
            aide.go_on_until_an_item_is_to_be_classed();
        } else {
            aide.go_on_until_somebody_speaks();
        }
        let before = (aide.saved(), aide.asked());
        for answer in answers {
            // In one piece, and as a slow line brings it.
            aide.press(answer);
            for piece in answer.chunks(5) {
                aide.terminal.press(piece);
            }
            the_clock_goes_on(&mut aide.terminal);
            assert_eq!((aide.saved(), aide.asked()), before, "{answer:?}");
        }
    }
}

#[test]
fn half_a_key_at_the_hall_s_screen_keeps_nothing_from_the_hall() {
    let (computer, id) = Computer::with_session(REGULATION);
    let mut aide = Aide::at(&computer, &id);
    aide.go_on_until_somebody_speaks();
    for bytes in BROKEN_OFF {
        let mut hall = computer.open(&["project", &id], ROOMY);
        hall.wait_for_frame();
        hall.press(bytes);
        // A window that becomes smaller is drawn anew at once.
        hall.resize(100, 30);
        hall.wait_for_frame();
        hall.signal("TERM");
        assert_eq!(hall.wait_for_end(), 0, "{bytes:?}");
    }
}

#[test]
fn half_a_key_at_the_first_screen_does_not_keep_it_from_ending() {
    for bytes in BROKEN_OFF {
        let computer = Computer::new();
        let mut terminal = computer.open(&[], ROOMY);
        terminal.wait_for_text(crate::aide::office_words().general[OfficeMessage::Name].as_str());
        terminal.press(bytes);
        terminal.signal("TERM");
        assert_eq!(terminal.wait_for_end(), 0, "{bytes:?}");
    }
}

/// What a signal does to the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Does {
    /// It ends with code 0.
    End,
    /// It stands still until it is continued, and the terminal is the shell's meanwhile.
    Stand,
    Nothing,
}

/// Every signal that can be sent and caught, but those that tell of a fault of the program itself.
const SIGNALS: &[(&str, Does)] = &[
    ("TERM", Does::End),
    ("HUP", Does::End),
    ("INT", Does::End),
    ("QUIT", Does::End),
    ("XCPU", Does::End),
    ("ABRT", Does::End),
    ("TRAP", Does::End),
    #[cfg(target_os = "linux")]
    ("PWR", Does::End),
    ("TSTP", Does::Stand),
    ("TTIN", Does::Stand),
    ("TTOU", Does::Stand),
    ("CONT", Does::Nothing),
    ("WINCH", Does::Nothing),
    ("USR1", Does::Nothing),
    ("USR2", Does::Nothing),
    ("PIPE", Does::Nothing),
    ("ALRM", Does::Nothing),
    ("VTALRM", Does::Nothing),
    ("PROF", Does::Nothing),
    ("IO", Does::Nothing),
    ("URG", Does::Nothing),
    ("CHLD", Does::Nothing),
    ("XFSZ", Does::Nothing),
    #[cfg(target_os = "linux")]
    ("STKFLT", Does::Nothing),
    #[cfg(target_os = "linux")]
    ("35", Does::Nothing),
    #[cfg(target_os = "linux")]
    ("64", Does::Nothing),
];

#[test]
fn a_signal_ends_the_program_properly_puts_it_aside_or_changes_nothing() {
    let (computer, id) = Computer::with_session(REGULATION);
    let mut aide = Aide::at(&computer, &id);
    for (signal, does) in SIGNALS.iter().copied() {
        aide.note(&format!("trước {signal}"));
        let saved = aide.saved().unwrap();
        aide.terminal.signal(signal);
        match does {
            Does::End => {
                assert_eq!(aide.terminal.wait_for_end(), 0, "{signal}");
                crate::given_back::is_given_back(&aide.terminal);
                aide = Aide::at(&computer, &id);
            }
            Does::Stand => {
                aide.terminal.wait_until_stopped();
                aide.terminal
                    .wait_for_anything("the terminal to be given back", |terminal| {
                        let screen = terminal.screen();
                        !screen.alternate_screen() && !screen.bracketed_paste()
                    });
                aide.terminal.signal("CONT");
                takes_the_terminal_again(&mut aide);
            }
            Does::Nothing => aide.terminal.wait_for_frame(),
        }
        // The journal is whole, and the next note is taken.
        let reading = computer.reading(&id);
        assert!(
            reading.damage.is_none() && reading.torn.is_none(),
            "{signal}"
        );
        assert!(reading.records.len() as u64 >= saved, "{signal}");
    }
    aide.note("sau cùng");
    assert_eq!(notes(&computer, &id).len(), SIGNALS.len() + 1);
}

#[test]
fn a_program_that_stood_in_the_background_takes_the_terminal_again() {
    let (computer, id) = Computer::with_session(REGULATION);
    let mut aide = Aide::at(&computer, &id);
    aide.go_on_until_somebody_speaks();
    // The last notes are told beside the form, so each of them is another.
    for (stop, note) in [("TSTP", "đi tiếp"), ("STOP", "lại đi"), ("TSTP", "vẫn đi")] {
        // when the shell puts it aside, it stands still, and the terminal is the shell's
        aide.terminal.signal(stop);
        aide.terminal.wait_until_stopped();
        if stop == "TSTP" {
            aide.terminal
                .wait_for_anything("the terminal to be given back", |terminal| {
                    !terminal.screen().alternate_screen()
                });
        }
        // when it is continued, it is the desk's again, and the clock has gone on
        aide.terminal.signal("CONT");
        takes_the_terminal_again(&mut aide);
        aide.note(note);
    }
}

fn takes_the_terminal_again(aide: &mut Aide) {
    aide.terminal.wait_until("the desk to be back", |terminal| {
        terminal.screen().alternate_screen() && terminal.screen().bracketed_paste()
    });
    aide.wait_for_desk();
    the_clock_goes_on(&mut aide.terminal);
}

#[test]
fn a_long_text_arrives_whole_pasted_or_sent_as_keys() {
    let (computer, id) = Computer::with_session(REGULATION);
    let mut aide = Aide::at(&computer, &id);
    aide.go_on_until_somebody_speaks();
    let word = "đường liên thôn sạt lở ";
    let text = word.repeat(120_000 / word.len());
    for (begin, end) in [("\x1b[200~", "\x1b[201~"), ("", "")] {
        aide.open_note();
        aide.press([begin, &text, "hết.", end].concat());
        aide.terminal.wait_for_text("hết.");
        aide.act(ENTER);
    }
    let whole = format!("{text}hết.");
    assert!(notes(&computer, &id) == [whole.as_str(), whole.as_str()]);
}

/// What a text four times as long costs, in time of the processor: about four times as much, and never its square.
#[test]
#[cfg(target_os = "linux")]
fn a_long_text_costs_no_more_a_letter_than_a_short_one() {
    let (computer, id) = Computer::with_session(REGULATION);
    let mut aide = Aide::at(&computer, &id);
    aide.go_on_until_somebody_speaks();
    let word = "đường liên thôn sạt lở ";
    for (begin, end) in [("\x1b[200~", "\x1b[201~"), ("", "")] {
        let mut costs = [30_000, 120_000].map(|bytes| {
            let text = word.repeat(bytes / word.len());
            aide.open_note();
            let before = processor_time(aide.terminal.process());
            aide.press([begin, &text, "hết.", end].concat());
            aide.terminal.wait_for_text("hết.");
            let cost = processor_time(aide.terminal.process()) - before;
            aide.act(ENTER);
            cost
        });
        // The clock of the processor ticks a hundred times a second, and a second passes at the desk meanwhile.
        costs[0] += 30;
        assert!(costs[1] < costs[0] * 8, "{costs:?} hundredths of a second");
    }
}

/// In hundredths of a second, by the user's side of it.
#[cfg(target_os = "linux")]
fn processor_time(process: u32) -> u64 {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap();
    let (_, behind) = stat.rsplit_once(')').unwrap();
    behind.split_whitespace().nth(11).unwrap().parse().unwrap()
}

#[test]
fn a_text_that_is_too_long_is_refused_in_words() {
    let (computer, id) = Computer::with_session(REGULATION);
    let mut aide = Aide::at(&computer, &id);
    aide.go_on_until_somebody_speaks();
    aide.open_note();
    let told = before(&aide.words.notices[NoticeMessage::LongPaste]);
    aide.press(["\x1b[200~", &"x".repeat(1_100_000), "\x1b[201~"].concat());
    aide.terminal.wait_for_text(&told);
    aide.press("ngắn");
    aide.terminal.wait_for_text("ngắn");
    aide.act(ENTER);
    assert_eq!(notes(&computer, &id), ["ngắn"]);
}

#[test]
fn the_line_breaks_of_a_word_processor_never_join_two_words() {
    let (computer, id) = Computer::with_session(REGULATION);
    let mut aide = Aide::at(&computer, &id);
    aide.go_on_until_somebody_speaks();
    let breaks = [
        "\u{b}", "\u{c}", "\n", "\r", "\r\n", "\u{85}", "\u{2028}", "\u{2029}", "\t",
    ];
    let mut written = Vec::new();
    for line_break in breaks {
        for (begin, end) in [("\x1b[200~", "\x1b[201~"), ("", "")] {
            aide.open_note();
            // The last notes are told beside the form, so each of them is another.
            let last = format!("nước thiếu {}", written.len());
            aide.press([begin, "đường hỏng", line_break, &last, end].concat());
            aide.terminal.wait_for_text(&last);
            aide.act(ENTER);
            written.push(format!("đường hỏng {last}"));
        }
    }
    assert_eq!(notes(&computer, &id), written);
}

#[test]
fn a_text_with_line_breaks_does_nothing_where_no_field_is_open() {
    let (computer, id) = Computer::with_session(REGULATION);
    let mut aide = Aide::at(&computer, &id);
    aide.go_on_until_somebody_speaks();
    let saved = aide.saved();
    for line_break in ["\u{b}", "\u{c}", "\n"] {
        aide.press(["đường hỏng", line_break, "nước thiếu 1 2"].concat());
        let stray = before(&aide.words.notices[NoticeMessage::Stray]);
        aide.terminal.wait_for_text(&stray);
        assert_eq!(aide.saved(), saved);
        let keys = aide.first_key(FormMessage::KeysOneField);
        assert!(!aide.shows(&keys), "{}", aide.terminal.text());
    }
}

/// The terminal goes away under a program that was told to care for no hang-up.
#[test]
#[cfg(target_os = "linux")]
fn when_the_terminal_is_gone_the_program_ends_and_burns_no_core() {
    let (computer, id) = Computer::with_session(REGULATION);
    let mut shell = crate::terminal::command(computer.folder());
    let run = format!(
        "exec script -qfc \"exec '{}' run {id} --data-dir data\" /dev/null",
        crate::terminal::program()
    );
    shell.get_argv_mut().clear();
    shell.get_argv_mut().extend([
        "sh".into(),
        "-c".into(),
        format!("trap '' HUP; {run}").into(),
    ]);
    shell.env("TZ", "Asia/Ho_Chi_Minh");
    shell.env("PATH", "/usr/bin:/bin");
    let mut aide = Aide::at_terminal(Terminal::start(shell, ROOMY));
    aide.press(SPACE);
    aide.terminal.wait_for_frame();
    let holder = std::fs::read_to_string(computer.session(&id).join("desk.holder")).unwrap();
    let process: String = holder
        .split(|c: char| !c.is_ascii_digit())
        .find(|digits| !digits.is_empty() && std::path::Path::new("/proc").join(digits).exists())
        .unwrap()
        .to_owned();
    aide.terminal.kill();
    let program = std::path::Path::new("/proc").join(process);
    for _ in 0..1500 {
        if !program.exists() {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    panic!("it is still there: {}", program.display());
}
