//! One line of a journal as text: how an entry is written, sealed and chained, and what a line says of itself. Generic
//! over the events that an entry holds; knows nothing of what they mean.
//!
//! A line ends with a seal, a hash over its own text before it, so that a change in it is seen without the line after
//! it. Lines of the first released version have none; they stand only before the first that has one.

use std::io;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::documents::ron_file;
use crate::domain::session::event::{JournalEntry, RequestId, Seq, StationId};
use crate::domain::source_text::SyntaxError;
use crate::domain::time::ClockReading;
use crate::store::own_files;

/// What stands in place of a hash in the first line.
pub(super) const NO_LINE_BEFORE: &str = "";

/// The version of the program, as a line names it.
pub(super) const PROGRAM: &str = env!("CARGO_PKG_VERSION");

const SEAL_OPENS: &str = ",seal:\"";
const LINE_ENDS: &str = "\")";
const BEFORE_OPENS: &str = ",before:\"";
/// Figures of a seal: a change that is no attack passes once in 2⁶⁴.
const SEAL_FIGURES: usize = 16;
const HASH_FIGURES: usize = 64;

/// The hash by which the next line holds on to this one.
pub(super) fn hash_of(line: &[u8]) -> String {
    super::hex(&Sha256::digest(line))
}

/// A line as it is read.
#[derive(Debug, Deserialize)]
pub(super) struct JournalLine<E> {
    pub seq: Seq,
    /// The version that wrote the line; only in the first line, and in the first that another version wrote.
    #[serde(default)]
    pub program: String,
    at: ClockReading,
    #[serde(default = "Option::default")]
    by: Option<StationId>,
    #[serde(default = "Option::default")]
    request: Option<RequestId>,
    events: Vec<E>,
    /// The SHA-256 of the line before, without its line break; empty in the first.
    pub before: String,
}

impl<E> JournalLine<E> {
    pub(super) fn into_record(self) -> JournalEntry<E> {
        JournalEntry {
            seq: self.seq,
            at: self.at,
            events: self.events,
            by: self.by,
            request: self.request,
        }
    }
}

/// A line as it is written, but for its seal. The order of the fields is that of the first version; what is new stands
/// before `events`.
#[derive(Serialize)]
struct Written<'a, E> {
    seq: Seq,
    #[serde(skip_serializing_if = "str::is_empty")]
    program: &'a str,
    at: ClockReading,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: &'a Option<StationId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    request: &'a Option<RequestId>,
    events: &'a [E],
    before: &'a str,
}

/// The line of an entry with its line break, and the hash that the next one has to hold.
pub(super) fn write<E: Serialize>(
    record: &JournalEntry<E>,
    before: &str,
    program: &str,
) -> io::Result<(String, String)> {
    let written = Written {
        seq: record.seq,
        program,
        at: record.at,
        by: &record.by,
        request: &record.request,
        events: &record.events,
        before,
    };
    let mut line = own_files::text_of(&written)?;
    // The seal stands inside the record's brackets.
    line.pop();
    let seal = seal_of(&line);
    line.push_str(SEAL_OPENS);
    line.push_str(&seal);
    line.push_str(LINE_ENDS);
    let hash = hash_of(line.as_bytes());
    line.push('\n');
    Ok((line, hash))
}

/// Whether a line is sealed, and if so whether with the right seal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Seal {
    /// As the first version wrote it.
    None,
    Right,
    /// It is neither sealed nor a line as the first version wrote it, or the seal is of another text.
    Wrong,
}

/// What the seal of a line says.
pub(super) fn seal(text: &str) -> Seal {
    if let Some((sealed, seal)) = split_hex(text, SEAL_OPENS) {
        let is_right = seal.len() == SEAL_FIGURES && seal_of(sealed) == seal;
        return if is_right { Seal::Right } else { Seal::Wrong };
    }
    match split_hex(text, BEFORE_OPENS) {
        Some((_, hash)) if hash.is_empty() || hash.len() == HASH_FIGURES => Seal::None,
        Some(_) | None => Seal::Wrong,
    }
}

/// A line that ends with a text of hexadecimal figures in quotes: what stands before it, and the figures.
fn split_hex<'a>(text: &'a str, opens: &str) -> Option<(&'a str, &'a str)> {
    let (before, figures) = text.strip_suffix(LINE_ENDS)?.rsplit_once(opens)?;
    figures
        .bytes()
        .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
        .then_some((before, figures))
}

fn seal_of(text: &str) -> String {
    let mut hash = hash_of(text.as_bytes());
    hash.truncate(SEAL_FIGURES);
    hash
}

/// Why a line cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    ControlCharacter,
    NotUtf8,
    NotARecord { cause: SyntaxError },
}

/// Why a line is not taken.
#[derive(Debug)]
pub(super) enum LineFault {
    /// It cannot be read, from this byte of it on.
    Unreadable(usize, Unreadable),
    /// It can be read and is not what was written.
    Changed,
    /// It is what was written, and not understood from this byte of it on: a newer version wrote it.
    Newer(usize),
}

/// One line without its break, or why it is none. A line with a wrong seal is no line.
pub(super) fn parse<E: DeserializeOwned>(
    content: &[u8],
) -> Result<(JournalLine<E>, Seal), LineFault> {
    // In texts they are written as escapes, and nothing else in a line has any; some editors leave one at its end.
    if let Some(offset) = content.iter().position(u8::is_ascii_control) {
        return Err(LineFault::Unreadable(offset, Unreadable::ControlCharacter));
    }
    let text = std::str::from_utf8(content)
        .map_err(|error| LineFault::Unreadable(error.valid_up_to(), Unreadable::NotUtf8))?;
    let seal = seal(text);
    match ron_file::read_back(text) {
        Ok(_) if seal == Seal::Wrong => Err(LineFault::Changed),
        Ok(line) => Ok((line, seal)),
        Err(unread) => Err(match seal {
            Seal::Right => LineFault::Newer(unread.begins),
            Seal::None | Seal::Wrong => {
                let cause = unread.damage;
                LineFault::Unreadable(unread.begins, Unreadable::NotARecord { cause })
            }
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    enum Told {
        Issued { number: u32 },
    }

    fn record() -> JournalEntry<Told> {
        JournalEntry {
            by: Some(StationId("secretary".into())),
            ..JournalEntry::new(
                Seq(2),
                ClockReading {
                    wall: "2026-11-25T08:00:00+07:00".parse().unwrap(),
                    run: 1,
                    up: crate::domain::time::Millis(5),
                },
                vec![Told::Issued { number: 7 }],
            )
        }
    }

    #[test]
    fn any_change_of_any_byte_of_a_line_is_seen_in_the_line_itself() {
        let (line, _) = write(&record(), &"ab".repeat(32), "").unwrap();
        let whole = line.trim_end().as_bytes();
        let (read, seal) = parse::<Told>(whole).unwrap();
        assert_eq!((read.into_record(), seal), (record(), Seal::Right));
        for at in 0..whole.len() {
            for bit in 0..8 {
                let mut changed = whole.to_vec();
                changed[at] ^= 1 << bit;
                assert!(parse::<Told>(&changed).is_err(), "bit {bit} of byte {at}");
            }
        }
    }

    #[test]
    fn a_line_with_its_right_seal_that_is_not_understood_was_written_by_a_newer_version() {
        #[derive(Serialize)]
        enum Later {
            Foreseen(u8),
        }
        let later = JournalEntry::new(Seq(2), record().at, vec![Later::Foreseen(1)]);
        let (line, _) = write(&later, "", "9.9.9").unwrap();
        assert!(matches!(
            parse::<Told>(line.trim_end().as_bytes()),
            Err(LineFault::Newer(_))
        ));
    }

    #[test]
    fn a_line_of_the_first_version_has_no_seal_and_is_read() {
        let (line, _) = write(&record(), "", "").unwrap();
        let old = format!("{})", line.split_once(SEAL_OPENS).unwrap().0);
        let (read, seal) = parse::<Told>(old.as_bytes()).unwrap();
        assert_eq!((read.into_record(), seal), (record(), Seal::None));
    }
}
