//! Files that are no text in UTF-8: what they are, as far as their first bytes tell. Knows bytes and nothing of the notation.

use crate::domain::source_text::SyntaxError;
use crate::domain::text;

/// How files begin that an office has beside its texts: of Word and Excel, packed ones, PDF, pictures.
const OTHERS: [&[u8]; 6] = [
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
    b"%PDF",
    b"{\\rtf",
    b"\x89PNG",
    b"\xff\xd8\xff",
];

/// What a file is that cannot be a text of ours; `None` where only its letters can tell.
pub(super) fn recognised(bytes: &[u8]) -> Option<SyntaxError> {
    if OTHERS.iter().any(|begin| bytes.starts_with(begin)) {
        return Some(SyntaxError::OfficeFile);
    }
    order(bytes).map(|_| SyntaxError::Utf16)
}

/// The order of the two bytes of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ByteOrder {
    Little,
    Big,
}

/// By the mark before the text; without one, by the zeros beside every plain letter.
fn order(bytes: &[u8]) -> Option<ByteOrder> {
    match bytes {
        [0xff, 0xfe, ..] => return Some(ByteOrder::Little),
        [0xfe, 0xff, ..] => return Some(ByteOrder::Big),
        _ => {}
    }
    let begin = bytes.get(..bytes.len().min(256)).unwrap_or_default();
    let zeros = |first: usize| {
        let every_other = begin.iter().skip(first).step_by(2);
        every_other.filter(|byte| **byte == 0).count()
    };
    let enough = begin.len() / 4;
    if enough == 0 {
        return None;
    }
    match (zeros(0) > enough, zeros(1) > enough) {
        (false, true) => Some(ByteOrder::Little),
        (true, false) => Some(ByteOrder::Big),
        (true, true) | (false, false) => None,
    }
}

/// The text of a file that was saved in UTF-16, brought to NFC, so that it can be looked through all the same.
#[must_use]
pub fn from_utf16(bytes: &[u8]) -> Option<String> {
    let order = order(bytes)?;
    let (pairs, _) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|pair| match order {
        ByteOrder::Little => u16::from_le_bytes(*pair),
        ByteOrder::Big => u16::from_be_bytes(*pair),
    });
    let decoded: String = char::decode_utf16(units)
        .map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect();
    let plain = decoded.strip_prefix('\u{feff}').unwrap_or(&decoded);
    Some(text::nfc(plain).into_owned())
}
