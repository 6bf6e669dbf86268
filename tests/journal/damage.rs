//! Something was changed in a journal after it was written.

use doithoai::journal::{DamageKind, DeskLock, Reading, read, read_bytes, repair};
use doithoai::library::{OpenError, Sitting};
use doithoai::session::event::Seq;

use crate::given::{Place, clock, edges, lines, note, wall};

/// The damage is told, in the line that was changed and inside it, and what stood before it remains.
fn tells(reading: &Reading, whole: &Reading, line: usize, edges: &[usize], told: &str) {
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
fn any_byte_changed_before_the_last_record_is_told_with_its_line() {
    let bytes = Place::with_acts().bytes();
    let whole = read_bytes(&bytes);
    let edges = edges(&bytes);
    let last = edges[edges.len() - 2];
    let others = [b'0', b'a', b'"', b' ', b'\n', b'\r', b'\\', 0, 0xff];
    let mut changed = bytes.clone();
    // The first line is long and much alike: some bytes of it, every byte of all others.
    for at in (0..edges[1] - 1).step_by(71).chain(edges[1] - 1..last) {
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
        assert_eq!(found(&doubled), (at + 2, at + 1), "doubled");
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

    match Sitting::open(&place.folder, clock()) {
        Err(OpenError::Damaged(damage)) => {
            assert_eq!(damage.line, line);
            assert_eq!(damage.kind, DamageKind::Changed);
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(place.bytes(), bytes);

    let lock = DeskLock::take(&place.folder, wall()).unwrap();
    let reading = read(&place.journal()).unwrap();
    let kept = repair(&place.journal(), &reading).unwrap();
    drop(lock);
    assert_eq!(std::fs::read(kept).unwrap(), bytes);
    assert_eq!(place.bytes(), bytes[..edges[line - 1]]);
    let mut sitting = place.open();
    assert_eq!(sitting.session().state().notes.len(), 1);
    note(&mut sitting, "sau khi sửa");
    drop(sitting);
    assert!(read(&place.journal()).unwrap().damage.is_none());
}
