//! What a terminal sends, whole and in pieces, and what becomes of it.

use super::*;
use proptest::prelude::*;

fn decode(pieces: &[&[u8]]) -> Vec<Decoded> {
    let mut decoder = Decoder::default();
    for piece in pieces {
        decoder.feed(piece, Millis::ZERO);
    }
    decoder.expire(Millis(10_000));
    decoder.decoded()
}

fn key(code: KeyCode, modifiers: KeyModifiers) -> Decoded {
    Decoded::Event(Event::Key(KeyEvent::new(code, modifiers)))
}

fn plain(code: KeyCode) -> Decoded {
    key(code, KeyModifiers::NONE)
}

#[test]
fn every_key_of_the_desk_is_known_as_terminals_send_it() {
    let none = KeyModifiers::NONE;
    let ctrl = KeyModifiers::CONTROL;
    let cases: &[(&[u8], KeyCode, KeyModifiers)] = &[
        (b" ", KeyCode::Char(' '), none),
        (b"\r", KeyCode::Enter, none),
        (b"\t", KeyCode::Tab, none),
        (b"\x1b", KeyCode::Esc, none),
        (b"\x7f", KeyCode::Backspace, none),
        (b"\x08", KeyCode::Char('h'), ctrl),
        (b"\x1a", KeyCode::Char('z'), ctrl),
        (b"\x00", KeyCode::Char(' '), ctrl),
        (b"\x1f", KeyCode::Char('7'), ctrl),
        ("Ư".as_bytes(), KeyCode::Char('Ư'), KeyModifiers::SHIFT),
        ("ễ".as_bytes(), KeyCode::Char('ễ'), none),
        (b"\x1b[A", KeyCode::Up, none),
        (b"\x1bOB", KeyCode::Down, none),
        (b"\x1b[Z", KeyCode::BackTab, KeyModifiers::SHIFT),
        (b"\x1bOP", KeyCode::F(1), none),
        (b"\x1b[[A", KeyCode::F(1), none),
        (b"\x1b[11~", KeyCode::F(1), none),
        (b"\x1b[15~", KeyCode::F(5), none),
        (b"\x1b[24~", KeyCode::F(12), none),
        (b"\x1b[1;5C", KeyCode::Right, ctrl),
        (b"\x1b[3~", KeyCode::Delete, none),
        (b"\x1b[2~", KeyCode::Insert, none),
        (b"\x1b[H", KeyCode::Home, none),
        (b"\x1b[4~", KeyCode::End, none),
        (b"\x1b[6;5~", KeyCode::PageDown, ctrl),
        (b"\x1b[13;5u", KeyCode::Enter, ctrl),
        (b"\x1b[27;5;13~", KeyCode::Enter, ctrl),
        (b"\x1bx", KeyCode::Char('x'), KeyModifiers::ALT),
        ("\x1bê".as_bytes(), KeyCode::Char('ê'), KeyModifiers::ALT),
    ];
    for (bytes, code, modifiers) in cases {
        let whole = decode(&[bytes]);
        assert_eq!(whole, [key(*code, *modifiers)], "{bytes:?}");
        let one_by_one: Vec<&[u8]> = bytes.chunks(1).collect();
        assert_eq!(decode(&one_by_one), whole, "{bytes:?}");
    }
}

#[test]
fn what_is_not_whole_in_time_is_dropped_and_the_next_key_counts() {
    for (bytes, dropped) in [
        (&b"\x1b["[..], Dropped::Key),
        (b"\x1bO", Dropped::Key),
        (b"\x1b[1;", Dropped::Key),
        (b"\x1b[[", Dropped::Key),
        (b"\x1b[M", Dropped::Key),
        (b"\x1b[<0;1", Dropped::Key),
        (b"\xe1\xbb", Dropped::Letter),
        (b"\x1b]11;rgb:1", Dropped::Key),
        (b"\x1bP1$r 1", Dropped::Key),
        (b"\x1b_G1\x1b", Dropped::Key),
        (b"\x1b\xe1", Dropped::Letter),
        (b"\x1b[200~Nguy", Dropped::Paste),
    ] {
        let mut decoder = Decoder::default();
        decoder.feed(bytes, Millis(7));
        decoder.expire(Millis(506));
        assert_eq!(decoder.decoded(), [], "{bytes:?}");
        assert_eq!(decoder.deadline(), Some(Millis(507)), "{bytes:?}");
        decoder.expire(Millis(507));
        assert_eq!(decoder.decoded(), [Decoded::Dropped(dropped)]);
        decoder.feed(b" ", Millis(508));
        assert_eq!(decoder.decoded(), [plain(KeyCode::Char(' '))]);
        assert_eq!(decoder.deadline(), None);
    }
}

#[test]
fn an_escape_alone_is_the_key_after_a_moment() {
    let mut decoder = Decoder::default();
    decoder.feed(b"\x1b", Millis(0));
    decoder.expire(Millis(49));
    assert_eq!(decoder.decoded(), []);
    decoder.expire(Millis(50));
    assert_eq!(decoder.decoded(), [plain(KeyCode::Esc)]);
    // and two of them are two
    assert_eq!(
        decode(&[b"\x1b\x1b"]),
        [plain(KeyCode::Esc), plain(KeyCode::Esc)]
    );
}

#[test]
fn a_key_that_cannot_belong_to_what_was_begun_counts_at_once() {
    let mut decoder = Decoder::default();
    for (bytes, code) in [
        (&b"\x1b[ "[..], KeyCode::Char(' ')),
        (b"\x1b[1;\r", KeyCode::Enter),
        (b"\xe1\xbb ", KeyCode::Char(' ')),
        (b"\x1bO ", KeyCode::Char(' ')),
    ] {
        decoder.feed(bytes, Millis::ZERO);
        assert_eq!(decoder.decoded().last(), Some(&plain(code)), "{bytes:?}");
    }
}

#[test]
fn what_a_terminal_answers_is_no_key() {
    let answers = b"\x1b[?62;22c\x1b[24;80R\x1b[<0;10;5M\x1b[M !!\x1b[?1u\x1b[5n";
    assert_eq!(decode(&[answers, b"a"]), [plain(KeyCode::Char('a'))]);
}

#[test]
fn what_a_terminal_answers_in_words_is_no_key_and_a_key_with_alt_is() {
    let answers = b"\x1b]11;rgb:1111/2222/3333\x1b\\\x1b]4;1;2\x07\x1bP1$r 1 2\x1b\\\x1b_Gi=1;OK\x1b\\\x1b^1\x1b\\\x1bX 1\x1b\\";
    assert_eq!(decode(&[answers]), []);
    let pieces: Vec<&[u8]> = answers.chunks(1).collect();
    assert_eq!(decode(&pieces), []);
    // An answer that is broken off by another key counts as that key.
    let told = decode(&[b"\x1b]11;1\x1b[A"]);
    assert_eq!(told, [Decoded::Dropped(Dropped::Key), plain(KeyCode::Up)]);
    // One that never ends is given up, and the next key counts.
    let mut decoder = Decoder::default();
    decoder.feed(b"\x1b]", Millis(0));
    decoder.feed(&[b'1'; 100], Millis(10));
    decoder.expire(Millis(600));
    decoder.expire(Millis(1200));
    decoder.feed(b" ", Millis(1210));
    let told = decoder.decoded();
    assert_eq!(
        told,
        [Decoded::Dropped(Dropped::Key), plain(KeyCode::Char(' '))]
    );
    // What a hand presses with Alt, and what it presses after it.
    let mut decoder = Decoder::default();
    decoder.feed(b"\x1b]", Millis(0));
    decoder.feed(b"1", Millis(80));
    let alt = key(KeyCode::Char(']'), KeyModifiers::ALT);
    let one = plain(KeyCode::Char('1'));
    assert_eq!(decoder.decoded(), [alt.clone(), one]);
    assert_eq!(decode(&[b"\x1b]"]), [alt]);
}

#[test]
fn a_paste_arrives_whole_also_when_it_takes_long_and_a_hand_does_not_keep_one_open() {
    let pasted = |text: &str| vec![Decoded::Event(Event::Paste(text.into()))];
    assert_eq!(
        decode(&["\x1b[200~Bà\rƯớc~[201~\x1b[201~".as_bytes()]),
        pasted("Bà\rƯớc~[201~")
    );
    let mut decoder = Decoder::default();
    decoder.feed(b"\x1b[200~", Millis::ZERO);
    for piece in 1..100 {
        decoder.feed(&[b'x'; 64], Millis(piece * 400));
        decoder.expire(Millis(piece * 400 + 300));
    }
    decoder.feed(PASTE_END, Millis(40_000));
    assert_eq!(decoder.decoded(), pasted(&"x".repeat(64 * 99)));
    decoder.feed(b"\x1b[200~", Millis(50_000));
    for press in 1..50 {
        decoder.feed(b" ", Millis(50_000 + press * 40));
        decoder.expire(Millis(50_000 + press * 40));
    }
    let came = decoder.decoded();
    assert_eq!(came.first(), Some(&Decoded::Dropped(Dropped::Paste)));
    assert!(came.len() > 30, "{came:?}");
}

#[test]
fn a_paste_longer_than_any_text_is_refused_and_takes_no_memory() {
    let mut decoder = Decoder::default();
    decoder.feed(b"\x1b[200~", Millis::ZERO);
    for _ in 0..100 {
        decoder.feed(&b"x".repeat(100_000), Millis(1));
    }
    let Pending::Paste(paste) = &decoder.pending else {
        panic!("{decoder:?}");
    };
    assert!(paste.bytes.len() <= LONGEST_PASTE);
    decoder.feed(PASTE_END, Millis(2));
    assert_eq!(decoder.decoded(), [Decoded::Dropped(Dropped::LongPaste)]);
}

proptest! {
    /// Whatever comes, in whatever pieces: the same events, nothing left pending, and the key after it counts.
    #[test]
    fn any_bytes_in_any_pieces_come_to_the_same(
        pieces in proptest::collection::vec(
            prop_oneof![
                proptest::collection::vec(any::<u8>(), 0..12),
                proptest::sample::select(vec![
                    b"\x1b".to_vec(), b"\x1b[".to_vec(), b"\x1bO".to_vec(), b"\x1b[200~".to_vec(),
                    b"\x1b[201~".to_vec(), b"\x1b[1;5".to_vec(), "ễ".as_bytes().to_vec(),
                    b"\xe1\xbb".to_vec(), b" ".to_vec(), b"\x1b[<".to_vec(), b"\x1b[M".to_vec(), b"\x1b]1".to_vec(), b"\x1b\\".to_vec(),
                ]),
            ],
            0..20,
        )
    ) {
        let whole: Vec<u8> = pieces.concat();
        let together = decode(&[&whole]);
        let pieces: Vec<&[u8]> = pieces.iter().map(Vec::as_slice).collect();
        prop_assert_eq!(&decode(&pieces), &together);
        let mut decoder = Decoder::default();
        decoder.feed(&whole, Millis::ZERO);
        for look in 1..4 {
            decoder.expire(Millis(look * 10_000));
        }
        prop_assert_eq!(decoder.deadline(), None);
        decoder.decoded();
        decoder.feed(b" ", Millis(90_000));
        prop_assert_eq!(decoder.decoded(), vec![plain(KeyCode::Char(' '))]);
    }
}
