//! The power is cut while a record is being written.

use doithoai::store::journal::{read, read_bytes};
use doithoai::store::sessions::{OpenError, OpenSession};

use crate::journal::given::{Place, clock, edges, note};

#[test]
fn cut_anywhere_in_its_last_two_records_no_whole_record_is_lost() {
    let place = Place::with_acts();
    let bytes = place.bytes();
    let edges = edges(&bytes);
    let from = edges[edges.len() - 3];
    for cut in from..=bytes.len() {
        place.write(&bytes[..cut]);
        // An entry that only lost its line end is whole.
        let whole = edges.iter().filter(|edge| **edge <= cut + 1).count() - 1;
        let reading = read(&place.journal()).unwrap();
        assert_eq!(reading.records.len(), whole, "cut at {cut}");
        assert!(reading.damage.is_none());
        let is_clean = edges.contains(&cut) || edges.contains(&(cut + 1));
        assert_eq!(reading.torn.is_none(), is_clean);

        let kept_before = place.kept().len();
        let mut sitting = place.open();
        // What was torn is in a file, whole, and the session goes on.
        let end = edges.iter().rfind(|edge| **edge <= cut).unwrap();
        match sitting.torn() {
            Some(kept) => assert_eq!(std::fs::read(kept).unwrap(), bytes[*end..cut]),
            None => assert!(is_clean),
        }
        assert_eq!(place.kept().len(), kept_before + usize::from(!is_clean));
        note(&mut sitting, "tiếp tục");
        drop(sitting);
        let after = read(&place.journal()).unwrap();
        // The note, and before it that the program came back.
        assert_eq!(after.records.len(), whole + 2, "cut at {cut}");
        assert!(after.torn.is_none() && after.damage.is_none());
        for kept in place.kept() {
            std::fs::remove_file(kept).unwrap();
        }
    }
}

#[test]
fn a_line_that_the_disk_filled_with_zeros_is_torn() {
    let bytes = Place::with_acts().bytes();
    let whole = read_bytes(&bytes).records.len();
    for tail in [&b"\0\0\0\0\0\0"[..], b"\0\0\0)\n", b"(seq:99,\0\0\0\n"] {
        let reading = read_bytes(&[&bytes, tail].concat());
        assert_eq!(reading.records.len(), whole);
        assert_eq!(reading.torn.unwrap().bytes, tail);
        assert!(reading.damage.is_none());
    }
}

#[test]
fn an_empty_journal_or_one_with_a_torn_first_line_opens_no_session_and_stays_as_it_is() {
    let place = Place::laid_down();
    let first = place.bytes();
    for bytes in [
        &first[..0],
        &first[..first.len() / 2],
        &first[..first.len() - 2],
    ] {
        place.write(bytes);
        let Err(OpenError::Empty(torn)) = OpenSession::open(&place.folder, clock()) else {
            panic!("it opens no session");
        };
        assert_eq!(torn.is_none(), bytes.is_empty());
        assert_eq!(place.bytes(), bytes);
        assert!(place.kept().is_empty());
    }
}
