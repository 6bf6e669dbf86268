//! Reading a journal: whole records up to the first damage, what is torn at its end, and where damage lies.

use std::io;
use std::path::Path;

use super::{Line, NO_LINE_BEFORE, hash_of};
use crate::session::event::{Record, Seq};

/// What a journal holds.
#[derive(Debug, Default)]
pub struct Reading {
    /// The whole records, in order, up to the first damage.
    pub records: Vec<Record>,
    /// Where the last of them ends, in bytes.
    pub whole_bytes: u64,
    /// The hash the next line has to hold.
    pub last_hash: String,
    /// A last line that was not written to its end.
    pub torn: Option<Torn>,
    /// The first place at which the journal is not what was written.
    pub damage: Option<Damage>,
}

/// A last line that was not written to its end: never acknowledged, so nothing is lost with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Torn {
    pub line: usize,
    pub bytes: Vec<u8>,
}

/// A place where the journal is not what was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damage {
    /// Counted from 1.
    pub line: usize,
    /// The first byte that is in question, counted from 0 in the file.
    pub byte: u64,
    pub kind: DamageKind,
}

/// What is wrong there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DamageKind {
    /// The line cannot be read.
    Unreadable { cause: String },
    /// The line can be read and is not the one that the line after it was written to follow.
    Changed,
    /// A record is missing, or stands twice.
    OutOfOrder { found: Seq },
}

/// Reads a journal.
///
/// # Errors
/// When the file cannot be read at all. Torn and damaged journals are no error here: the reading tells.
pub fn read(path: &Path) -> io::Result<Reading> {
    Ok(read_bytes(&std::fs::read(path)?))
}

/// Reads a journal from its bytes.
#[must_use]
pub fn read_bytes(bytes: &[u8]) -> Reading {
    let mut reading = Reading {
        last_hash: NO_LINE_BEFORE.to_owned(),
        ..Reading::default()
    };
    let lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
    let count = lines.len();
    let mut start = 0_u64;
    let mut last_start = 0_u64;
    for (index, raw) in lines.iter().enumerate() {
        let number = index + 1;
        let is_last = number == count;
        let Some(content) = raw.strip_suffix(b"\n") else {
            reading.torn = Some(Torn {
                line: number,
                bytes: raw.to_vec(),
            });
            break;
        };
        match parse(content) {
            Ok(line) if line.before == reading.last_hash => {
                let expected = Seq(number as u64);
                if line.seq != expected {
                    reading.damage = Some(Damage {
                        line: number,
                        byte: start,
                        kind: DamageKind::OutOfOrder { found: line.seq },
                    });
                    break;
                }
                reading.last_hash = hash_of(content);
                reading.whole_bytes = start + raw.len() as u64;
                reading.records.push(line.into_record());
            }
            Ok(_) => {
                // Either the line before was changed, or the hash in this one. The line after this one tells which: if
                // it still holds on to this line, this line is as it was written.
                let this_is_sound = lines
                    .get(number)
                    .and_then(|next| parse(next.strip_suffix(b"\n")?).ok())
                    .map_or(is_last, |next| next.before == hash_of(content));
                let blamed_before = this_is_sound && index > 0;
                if blamed_before {
                    // What was changed must not count: it is taken out of the whole records again.
                    reading.records.pop();
                    reading.whole_bytes = last_start;
                    reading.last_hash = index
                        .checked_sub(2)
                        .and_then(|before| lines.get(before)?.strip_suffix(b"\n"))
                        .map_or_else(|| NO_LINE_BEFORE.to_owned(), hash_of);
                }
                reading.damage = Some(Damage {
                    line: if blamed_before { number - 1 } else { number },
                    byte: if blamed_before { last_start } else { start },
                    kind: DamageKind::Changed,
                });
                break;
            }
            Err((_, _)) if is_last => {
                // Power was cut while the disk filled the line: it has its length, but not its content.
                reading.torn = Some(Torn {
                    line: number,
                    bytes: raw.to_vec(),
                });
                break;
            }
            Err((offset, cause)) => {
                reading.damage = Some(Damage {
                    line: number,
                    byte: start + offset as u64,
                    kind: DamageKind::Unreadable { cause },
                });
                break;
            }
        }
        last_start = start;
        start += raw.len() as u64;
    }
    reading
}

/// One line, or the offset of the byte at which it stops making sense, and why.
fn parse(content: &[u8]) -> Result<Line, (usize, String)> {
    let text =
        std::str::from_utf8(content).map_err(|error| (error.valid_up_to(), error.to_string()))?;
    ron::from_str(text).map_err(|error| {
        let column = error.span.start.col.saturating_sub(1);
        let offset = text
            .char_indices()
            .nth(column)
            .map_or(text.len(), |(at, _)| at);
        (offset, error.code.to_string())
    })
}
