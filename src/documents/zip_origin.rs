//! Documents are zip files, and a zip names the system it was made on. The same session gives the same bytes on every
//! system, so every file says the one. Knows the frame of a zip (its central directory) and nothing of what is in it.

/// The end of the central directory: its mark, and where in it the number of entries and the directory's place stand.
const END: &[u8] = b"PK\x05\x06";
const END_LENGTH: usize = 22;
/// The mark of an entry of the directory, and the byte of the system in it.
const ENTRY: &[u8] = b"PK\x01\x02";
const ENTRY_LENGTH: usize = 46;
const SYSTEM: usize = 5;
/// What zip calls Unix.
const UNIX: u8 = 3;

/// The same zip, made on Unix. Bytes that are no zip stay as they are.
#[must_use]
pub(super) fn as_on_unix(mut zip: Vec<u8>) -> Vec<u8> {
    for at in entries(&zip).unwrap_or_default() {
        if let Some(system) = zip.get_mut(at + SYSTEM) {
            *system = UNIX;
        }
    }
    zip
}

/// Where the entries of the central directory begin.
fn entries(zip: &[u8]) -> Option<Vec<usize>> {
    let end = zip.windows(END.len()).rposition(|window| window == END)?;
    let end = zip.get(end..end + END_LENGTH)?;
    let mut at = usize::try_from(u32::from_le_bytes(end.get(16..20)?.try_into().ok()?)).ok()?;
    let count = u16::from_le_bytes(end.get(10..12)?.try_into().ok()?);
    let mut found = Vec::with_capacity(usize::from(count));
    for _ in 0..count {
        let entry = zip.get(at..at + ENTRY_LENGTH)?;
        if !entry.starts_with(ENTRY) {
            return None;
        }
        found.push(at);
        let length = |place: usize| {
            Some(usize::from(u16::from_le_bytes(
                entry.get(place..place + 2)?.try_into().ok()?,
            )))
        };
        at += ENTRY_LENGTH + length(28)? + length(30)? + length(32)?;
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read as _, Write as _};

    use zip::write::SimpleFileOptions;
    use zip::{ZipArchive, ZipWriter};

    use super::*;

    #[test]
    fn a_zip_of_any_system_becomes_one_of_unix_and_holds_the_same() {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for name in ["một", "two/three"] {
            zip.start_file(name, SimpleFileOptions::default()).unwrap();
            zip.write_all(name.as_bytes()).unwrap();
        }
        let mut bytes = zip.finish().unwrap().into_inner();
        // As Windows writes it.
        for at in entries(&bytes).unwrap() {
            bytes[at + SYSTEM] = 0;
        }
        let mended = as_on_unix(bytes);
        assert_eq!(entries(&mended).unwrap().len(), 2);
        assert!(
            entries(&mended)
                .unwrap()
                .iter()
                .all(|at| mended[at + SYSTEM] == UNIX)
        );
        let mut read = ZipArchive::new(Cursor::new(mended)).unwrap();
        let mut text = String::new();
        read.by_name("two/three")
            .unwrap()
            .read_to_string(&mut text)
            .unwrap();
        assert_eq!(text, "two/three");
    }

    #[test]
    fn what_is_no_zip_stays() {
        for bytes in [
            &b""[..],
            b"PK\x05\x06",
            b"anything at all, and then PK\x05\x06 in the middle of it",
        ] {
            assert_eq!(as_on_unix(bytes.to_vec()), bytes);
        }
    }
}
