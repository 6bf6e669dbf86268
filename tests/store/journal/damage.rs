//! Something was changed in a journal after it was written.

use doithoai::domain::session::event::Seq;
use doithoai::store::journal::{DamageKind, DeskLock, JournalReading, read, read_bytes, repair};
use doithoai::store::sessions::{Damaged, OpenSession};

use crate::journal::given::{Place, clock, edges, lines, note, wall};

/// The damage is told, in the line that was changed and inside it, and what stood before it remains.
fn tells(
    reading: &JournalReading,
    whole: &JournalReading,
    line: usize,
    edges: &[usize],
    told: &str,
) {
    let Some(damage) = &reading.damage else {
        panic!("{told}: no damage was seen; torn: {:?}", reading.torn);
    };
    assert_eq!(damage.line, line, "{told}: {damage:?}");
    let byte = usize::try_from(damage.byte).unwrap();
    assert!(
        (edges[line - 1]..edges[line]).contains(&byte),
        "{told}: {damage:?} lies outside {:?}",
        edges[line - 1]..edges[line]
    );
    assert_eq!(reading.records, whole.records[..line - 1], "{told}");
    assert_eq!(reading.whole_bytes, edges[line - 1] as u64, "{told}");
}

#[test]
fn any_byte_changed_is_told_with_its_line_the_last_one_included() {
    let bytes = Place::with_acts().bytes();
    let whole = read_bytes(&bytes);
    let edges = edges(&bytes);
    let last = bytes.len() - 1;
    let others = [b'0', b'a', b'"', b' ', b'\n', b'\r', b'\\', 0, 0xff];
    let mut changed = bytes.clone();
    // The first line is long and much alike: some bytes of it, every byte of all others.
    for at in (0..edges[1] - 1).step_by(71).chain(edges[1] - 1..=last) {
        let line = edges.iter().filter(|edge| **edge <= at).count();
        let tried = if bytes[at] == b'\n' {
            &others[..]
        } else {
            &others[at % others.len()..=at % others.len()]
        };
        for byte in tried.iter().copied().chain([bytes[at] ^ 1]) {
            if byte == bytes[at] {
                continue;
            }
            changed[at] = byte;
            let told = format!("byte {at} from {} to {byte}", bytes[at]);
            if at == last {
                // Behind the last line stands only its end.
                let reading = read_bytes(&changed);
                assert!(reading.damage.is_some() || reading.torn.is_some(), "{told}");
                continue;
            }
            tells(&read_bytes(&changed), &whole, line, &edges, &told);
        }
        changed[at] = bytes[at];
    }
}

#[test]
fn a_changed_last_record_is_damage_and_not_taken_for_a_torn_one() {
    let bytes = Place::with_acts().bytes();
    let edges = edges(&bytes);
    let last = edges.len() - 1;
    let mut changed = bytes.clone();
    changed[edges[last - 1]] = b'[';
    let reading = read_bytes(&changed);
    assert!(reading.torn.is_none());
    assert_eq!(reading.damage.unwrap().line, last);
    assert_eq!(reading.records.len(), last - 1);
}

#[test]
fn the_byte_at_which_a_line_stops_making_sense_is_named() {
    let bytes = Place::with_acts().bytes();
    let edges = edges(&bytes);
    for (at, byte) in [
        (edges[4] + 1, b'}'),
        (edges[5] + 40, 0xff),
        (edges[5] - 1, b' '),
    ] {
        let mut changed = bytes.clone();
        changed[at] = byte;
        let damage = read_bytes(&changed).damage.unwrap();
        assert!(matches!(damage.kind, DamageKind::Unreadable { .. }));
        assert!(damage.byte.abs_diff(at as u64) <= 1, "{at}: {damage:?}");
    }
}

#[test]
fn lines_removed_doubled_or_swapped_are_told() {
    let bytes = Place::with_acts().bytes();
    let whole = read_bytes(&bytes);
    let lines = lines(&bytes);
    let count = lines.len();
    let found = |lines: &[&[u8]]| {
        let reading = read_bytes(&lines.concat());
        let damage = reading.damage.unwrap();
        assert_eq!(reading.records, whole.records[..damage.line - 1]);
        let DamageKind::OutOfOrder { found: Seq(found) } = damage.kind else {
            panic!("{damage:?}");
        };
        (damage.line, usize::try_from(found).unwrap())
    };
    for at in 0..count - 1 {
        let mut removed = lines.clone();
        removed.remove(at);
        assert_eq!(found(&removed), (at + 1, at + 2), "removed");
        let mut swapped = lines.clone();
        swapped.swap(at, at + 1);
        assert_eq!(found(&swapped), (at + 1, at + 2), "swapped");
    }
    for at in 0..count {
        let mut doubled = lines.clone();
        doubled.insert(at, lines[at]);
        // A second copy adds nothing, and takes nothing.
        let reading = read_bytes(&doubled.concat());
        let damage = reading.damage.unwrap();
        assert_eq!((damage.line, damage.kind), (at + 2, DamageKind::LineEnds));
        assert_eq!(reading.records, whole.records);
    }
}

#[test]
fn an_editor_that_ends_lines_its_own_way_is_told_in_the_first_line() {
    let place = Place::with_acts();
    let text = String::from_utf8(place.bytes()).unwrap();
    let damage = read_bytes(text.replace('\n', "\r\n").as_bytes())
        .damage
        .unwrap();
    assert_eq!(damage.line, 1);
    assert_eq!(damage.byte, text.find('\n').unwrap() as u64);
    // So is one that puts a mark before the first.
    let damage = read_bytes(format!("\u{feff}{text}").as_bytes())
        .damage
        .unwrap();
    assert_eq!((damage.line, damage.byte), (1, 0));
}

#[test]
fn a_damaged_session_opens_only_after_it_was_repaired_and_the_old_journal_is_kept() {
    let place = Place::with_acts();
    let mut bytes = place.bytes();
    let edges = edges(&bytes);
    let note_at = String::from_utf8(bytes.clone())
        .unwrap()
        .find("khảo sát")
        .unwrap();
    let line = edges.iter().filter(|edge| **edge <= note_at).count();
    bytes[note_at] = b'K';
    place.write(&bytes);

    // It opens for reading, up to the damage.
    let mut sitting = OpenSession::open(&place.folder, clock()).unwrap();
    let why = sitting.read_only().unwrap().get_ref().unwrap();
    let Damaged(damage) = why.downcast_ref::<Damaged>().unwrap();
    assert_eq!((damage.line, &damage.kind), (line, &DamageKind::Changed));
    assert_eq!(sitting.saved(), Seq(line as u64 - 1));
    let (now, _) = sitting.now();
    let command = sitting.session().next().command(sitting.session()).unwrap();
    assert!(sitting.perform(command, now).is_err());
    drop(sitting);
    assert_eq!(place.bytes(), bytes);

    let lock = DeskLock::take(&place.folder, wall()).unwrap();
    let reading = read(&place.journal()).unwrap();
    let repaired = repair(&place.journal(), &reading).unwrap();
    drop(lock);
    assert_eq!(std::fs::read(repaired.kept).unwrap(), bytes);
    // What could not be taken along is counted.
    assert_eq!(repaired.left_out, lines(&bytes).len() - (line - 1));
    assert_eq!(place.bytes(), bytes[..edges[line - 1]]);
    let mut sitting = place.open();
    assert_eq!(sitting.session().state().notes.len(), 1);
    note(&mut sitting, "sau khi sửa");
    drop(sitting);
    assert!(read(&place.journal()).unwrap().damage.is_none());
}

#[test]
fn what_tools_do_to_the_lines_of_a_text_loses_nothing() {
    let place = Place::with_acts();
    let bytes = place.bytes();
    let whole = read_bytes(&bytes);
    let text = String::from_utf8(bytes.clone()).unwrap();
    let mut other_end = bytes.clone();
    *other_end.last_mut().unwrap() = b'J';
    for changed in [
        text.replace('\n', "\r\n").into_bytes(),
        format!("\u{feff}{text}").into_bytes(),
        format!("\u{feff}{}", text.replace('\n', "\r\n")).into_bytes(),
        other_end,
        with_more_lines(&bytes, |_, _| Some(b"\n".to_vec())),
        with_more_lines(&bytes, |number, _| (number == 2).then(|| b" \r\n".to_vec())),
        with_more_lines(&bytes, |_, line| Some(line.to_vec())),
        with_more_lines(&bytes, |number, line| (number == 1).then(|| line.to_vec())),
    ] {
        place.write(&changed);
        let reading = read(&place.journal()).unwrap();
        assert_eq!(reading.damage.as_ref().unwrap().kind, DamageKind::LineEnds);
        assert_eq!(reading.records, whole.records);
        // when it is repaired, then it is what was written, byte for byte
        let repaired = repair(&place.journal(), &reading).unwrap();
        assert_eq!(place.bytes(), bytes);
        assert_eq!(std::fs::read(repaired.kept).unwrap(), changed);
        assert_eq!(repaired.left_out, 0);
    }
}

/// The bytes with something more behind some of their lines, the first of which is number one.
fn with_more_lines(bytes: &[u8], more: impl Fn(usize, &[u8]) -> Option<Vec<u8>>) -> Vec<u8> {
    (1..)
        .zip(lines(bytes))
        .flat_map(|(number, line)| {
            let more = more(number, line).unwrap_or_default();
            [line.to_vec(), more].concat()
        })
        .collect()
}

#[test]
fn an_anchor_tells_a_journal_that_was_cut_back_or_chained_anew() {
    let bytes = Place::with_acts().bytes();
    let lines = lines(&bytes);
    let reading = read_bytes(&bytes);
    let anchor = reading.anchor().unwrap();
    assert_eq!(anchor.entries, lines.len() as u64);
    assert_eq!(reading.anchor_at(lines.len()), Some(anchor.clone()));
    assert_eq!(reading.anchor_at(0), None);
    for count in 1..lines.len() {
        // Cut back by whole records it is whole, and has another anchor: the one it had then.
        let cut = read_bytes(&lines[..count].concat());
        assert!(cut.damage.is_none() && cut.torn.is_none());
        assert_ne!(cut.anchor(), Some(anchor.clone()));
        assert_eq!(cut.anchor(), reading.anchor_at(count));
    }
}

#[test]
fn a_line_without_a_seal_behind_one_with_a_seal_is_told() {
    let bytes = Place::with_acts().bytes();
    let lines = lines(&bytes);
    let count = lines.len();
    let last = std::str::from_utf8(lines[count - 1]).unwrap();
    let bare = format!("{})\n", last.split_once(",seal:").unwrap().0);
    let reading = read_bytes(&[&lines[..count - 1].concat(), bare.as_bytes()].concat());
    let damage = reading.damage.unwrap();
    assert_eq!((damage.line, damage.kind), (count, DamageKind::Unsealed));
}
