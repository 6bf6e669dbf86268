//! Whatever became of the file of requests, what is whole in it is read.

use doithoai::domain::i18n::Lang;
use doithoai::store::inbox::{INBOX_NAME, Inbox, JunkKind, LINE_LIMIT, RequestQueue};
use proptest::prelude::*;

use super::{request, spill, waiting};
use crate::journal::given::*;

#[test]
fn what_is_no_request_is_told_and_passed_over() {
    let place = Place::laid_down();
    let path = place.folder.join(INBOX_NAME);
    let inbox = Inbox::of(&place.folder);
    inbox.append(&request("a", "Lò Thị Mỷ")).unwrap();
    spill(&path, b"hello\n");
    spill(&path, b"(id:\"x\",station:\"\xff\")\n\n");
    spill(&path, &vec![b'x'; LINE_LIMIT + 5]);
    spill(&path, b"\n");
    let long = request("b", &"Mỷ".repeat(300));
    inbox.append(&long).unwrap();
    spill(&path, b"(id:\"torn\",station:\"regi");
    inbox.append(&request("c", "Lò Thị Mỷ")).unwrap();

    let mut queue = RequestQueue::of(&place.folder);
    let mut junk = queue.look().unwrap();
    while queue.is_busy() && queue.next().is_none() {
        junk.extend(queue.look().unwrap());
    }
    let kinds: Vec<(u64, bool)> = junk
        .iter()
        .map(|junk| (junk.line, matches!(junk.kind, JunkKind::NotUnderstood(_))))
        .collect();
    // Line 2 says hello, 3 is no text, 5 is too long, 7 was torn off.
    assert_eq!(
        kinds,
        [(2, true), (3, false), (5, false), (7, true)],
        "{junk:?}"
    );
    assert_eq!(junk[1].kind, JunkKind::NotUtf8);
    assert_eq!(junk[2].kind, JunkKind::TooLong);
    assert_eq!(waiting(&mut queue), ["a", "b", "c"]);
}

/// What a line can become on its way: what is done to it, and whether it is a request still.
type Change = (&'static str, fn(&str) -> Vec<u8>, bool);

const CHANGES: &[Change] = &[
    ("as it was", |line| line.as_bytes().to_vec(), true),
    (
        "a carriage return behind it",
        |line| format!("{line}\r").into(),
        true,
    ),
    (
        "blanks around it",
        |line| format!("  {line}\t").into(),
        true,
    ),
    (
        "a comment behind it",
        |line| format!("{line} // ngoài lề").into(),
        true,
    ),
    (
        "a mark of byte order before it",
        |line| format!("\u{feff}{line}").into(),
        false,
    ),
    ("nothing", |_| Vec::new(), true),
    ("blanks alone", |_| b"   ".to_vec(), true),
    (
        "cut in its middle",
        |line| line.as_bytes()[..line.len() / 2].to_vec(),
        false,
    ),
    (
        "without its first sign",
        |line| line.as_bytes()[1..].to_vec(),
        false,
    ),
    (
        "twice in one line",
        |line| format!("{line}{line}").into(),
        false,
    ),
    (
        "a sign of no text in it",
        |line| line.replace("Mỷ", "M\0ỷ").into(),
        true,
    ),
    (
        "Windows-1258",
        |line| {
            line.replace('ỷ', "\u{fffd}")
                .chars()
                .map(|c| u8::try_from(c).unwrap_or(0xff))
                .collect()
        },
        false,
    ),
    (
        "UTF-16",
        |line| {
            line.encode_utf16()
                .flat_map(u16::to_le_bytes)
                .filter(|byte| *byte != b'\n')
                .collect()
        },
        false,
    ),
    (
        "JSON",
        |_| br#"{"id":"m","command":"Register"}"#.to_vec(),
        false,
    ),
    (
        "a command of tomorrow",
        |line| line.replace("Register(", "Teleport(").into(),
        false,
    ),
    (
        "a field of tomorrow",
        |line| line.replacen('(', "(tomorrow:1,", 1).into(),
        true,
    ),
    (
        "a field missing",
        |line| line.replacen("based_on", "baset_on", 1).into(),
        false,
    ),
    (
        "a number where a text is",
        |line| line.replacen("\"m\"", "5", 1).into(),
        false,
    ),
    (
        "a number too large",
        |line| {
            line.replacen("based_on:1", "based_on:99999999999999999999999", 1)
                .into()
        },
        false,
    ),
    (
        "a negative number",
        |line| line.replacen("based_on:1", "based_on:-1", 1).into(),
        false,
    ),
    (
        "a day that does not exist",
        |line| line.replacen("2026-", "2026-99-", 1).into(),
        false,
    ),
    ("deeply nested", |_| "(".repeat(5000).into(), false),
    ("a list of nothing", |_| b"[[[[]]]]".to_vec(), false),
    ("a text that never ends", |_| b"(id:\"".to_vec(), false),
    (
        "signs that steer a terminal",
        |_| b"\x1b[2J\x1b]0;a\x07".to_vec(),
        false,
    ),
];

#[test]
fn whatever_became_of_a_line_those_beside_it_are_read() {
    for (what, change, is_one) in CHANGES {
        let place = Place::laid_down();
        let path = place.folder.join(INBOX_NAME);
        let inbox = Inbox::of(&place.folder);
        inbox.append(&request("a", "Lò Thị Mỷ")).unwrap();
        let line = ron::to_string(&request("m", "Lò Thị Mỷ")).unwrap();
        let changed = change(&line);
        spill(&path, &changed);
        spill(&path, b"\n");
        inbox.append(&request("z", "Lò Thị Mỷ")).unwrap();
        let mut queue = RequestQueue::of(&place.folder);
        let junk = queue.look().unwrap();
        // what is none is told with its number, and once
        assert_eq!(junk.is_empty(), *is_one, "{what}: {junk:?}");
        assert!(
            junk.iter().all(|junk| junk.line == 2) && junk.len() < 2,
            "{what}: {junk:?}"
        );
        let taken = waiting(&mut queue);
        let others: Vec<&String> = taken.iter().filter(|id| *id != "m").collect();
        assert_eq!(others, ["a", "z"], "{what}");
        assert_eq!(queue.look().unwrap(), [], "{what}");
        // and in words that no library wrote
        for lang in [Lang::Vi, Lang::En] {
            let words = doithoai::tui::desk::words::SOURCES.read(lang);
            let told = doithoai::tui::desk::messages::of_junk(&junk, &words);
            assert_eq!(told.is_none(), *is_one, "{what}");
            let told = told.unwrap_or_default();
            assert!(
                !told.contains('\u{1b}') && !told.to_lowercase().contains("expected"),
                "{told}"
            );
        }
    }
}

proptest! {
    #[test]
    fn whatever_bytes_come_between_requests_are_read_and_nothing_else_is(
        bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..300),
    ) {
        let place = Place::laid_down();
        let path = place.folder.join(INBOX_NAME);
        let inbox = Inbox::of(&place.folder);
        inbox.append(&request("a", "Lò Thị Mỷ")).unwrap();
        spill(&path, &bytes);
        spill(&path, b"\n");
        inbox.append(&request("z", "Lò Thị Mỷ")).unwrap();
        let mut queue = RequestQueue::of(&place.folder);
        queue.look().unwrap();
        prop_assert_eq!(waiting(&mut queue), ["a", "z"]);
    }
}

#[test]
fn a_line_that_is_still_being_written_is_waited_for_wherever_it_is_cut() {
    let place = Place::laid_down();
    let path = place.folder.join(INBOX_NAME);
    let line = format!("{}\n", ron::to_string(&request("a", "Lò Thị Mỷ")).unwrap());
    let without_break = line.len() - 1;
    for cut in 1..line.len() {
        let _ = std::fs::remove_file(&path);
        let mut queue = RequestQueue::of(&place.folder);
        spill(&path, &line.as_bytes()[..cut]);
        assert!(queue.look().unwrap().is_empty());
        // What only lacks its break is whole.
        assert_eq!(queue.next().is_some(), cut == without_break, "cut at {cut}");
        spill(&path, &line.as_bytes()[cut..]);
        assert!(queue.look().unwrap().is_empty(), "cut at {cut}");
        assert_eq!(queue.next().unwrap().id.0, "a");
        spill(&path, b"hello\n");
        let junk = queue.look().unwrap();
        assert_eq!(junk.len(), 1);
        assert_eq!(junk[0].line, 2, "cut at {cut}");
    }
}

#[test]
fn an_inbox_that_was_exchanged_is_read_from_its_beginning() {
    let place = Place::laid_down();
    let path = place.folder.join(INBOX_NAME);
    let inbox = Inbox::of(&place.folder);
    inbox.append(&request("a", "Lò Thị Mỷ")).unwrap();
    let mut queue = RequestQueue::of(&place.folder);
    queue.look().unwrap();
    assert_eq!(waiting(&mut queue), ["a"]);
    std::fs::remove_file(&path).unwrap();
    queue.look().unwrap();
    for id in ["b", "a", "c"] {
        inbox.append(&request(id, "Lò Thị Mỷ")).unwrap();
    }
    queue.look().unwrap();
    assert_eq!(waiting(&mut queue), ["b", "c"]);
}
