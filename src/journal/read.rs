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
    Unreadable(Unreadable),
    /// The line can be read and is not the one that was written there.
    Changed,
    /// A record is missing, or stands twice.
    OutOfOrder { found: Seq },
}

/// Why a line cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    ControlCharacter,
    NotUtf8,
    /// In the words of the reader of RON.
    NotARecord {
        cause: String,
    },
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
    let mut whole: Vec<Whole> = Vec::new();
    let (mut torn, mut damage) = (None, None);
    let mut lines = bytes.split_inclusive(|byte| *byte == b'\n').peekable();
    while let Some(raw) = lines.next() {
        let next = lines.peek().copied();
        if is_torn(raw, next.is_none()) {
            torn = Some(Torn {
                line: whole.len() + 1,
                bytes: raw.to_vec(),
            });
            break;
        }
        match check(raw, next, &whole) {
            Ok(line) => whole.push(line),
            Err(found) => {
                // What was changed does not count, also when only the line after it gives it away.
                whole.truncate(found.line.saturating_sub(1));
                damage = Some(found);
                break;
            }
        }
    }
    Reading {
        whole_bytes: end_of(&whole),
        last_hash: hash_after(&whole).to_owned(),
        records: whole.into_iter().map(|line| line.record).collect(),
        torn,
        damage,
    }
}

/// A line that is as it was written, as far as the lines so far tell.
struct Whole {
    start: u64,
    end: u64,
    hash: String,
    record: Record,
}

fn end_of(whole: &[Whole]) -> u64 {
    whole.last().map_or(0, |line| line.end)
}

/// The hash that the line after these has to hold.
fn hash_after(whole: &[Whole]) -> &str {
    whole.last().map_or(NO_LINE_BEFORE, |line| &line.hash)
}

/// A line is written in one piece and its break comes last, so without one it is torn. When the power is cut, a disk may
/// also have left zeros in place of a part of it; zeros behind a whole record are none of that.
fn is_torn(raw: &[u8], is_last: bool) -> bool {
    let mut before_zeros = raw.splitn(2, |byte| *byte == 0);
    let part = before_zeros.next().unwrap_or_default();
    let has_zeros = before_zeros.next().is_some();
    is_last && (!raw.ends_with(b"\n") || (has_zeros && parse(part).is_err()))
}

/// The line, if it follows those before it. Otherwise the first line that is not what was written: this one or the last.
fn check(raw: &[u8], next: Option<&[u8]>, before: &[Whole]) -> Result<Whole, Damage> {
    let start = end_of(before);
    let number = before.len() + 1;
    let here = |offset: usize, kind| Damage {
        line: number,
        byte: start + offset as u64,
        kind,
    };
    let line =
        parse(content(raw)).map_err(|(offset, why)| here(offset, DamageKind::Unreadable(why)))?;
    if line.seq != Seq(number as u64) {
        return Err(here(0, DamageKind::OutOfOrder { found: line.seq }));
    }
    let hash = hash_of(content(raw));
    if line.before == hash_after(before) {
        return Ok(Whole {
            start,
            end: start + raw.len() as u64,
            hash,
            record: line.into_record(),
        });
    }
    // Either the line before is not the one this was written to follow, or the hash in this one was changed. Then the
    // next line no longer holds on to it; and where there is no next line, the line before is not trusted either.
    let is_sound = next.is_none_or(|next| holds_on_to(next, &hash));
    Err(match before.last() {
        Some(last) if is_sound => Damage {
            line: number - 1,
            byte: last.start,
            kind: DamageKind::Changed,
        },
        Some(_) | None => here(0, DamageKind::Changed),
    })
}

fn holds_on_to(line: &[u8], hash: &str) -> bool {
    parse(content(line)).is_ok_and(|line| line.before == hash)
}

fn content(raw: &[u8]) -> &[u8] {
    raw.strip_suffix(b"\n").unwrap_or(raw)
}

/// One line, or the offset of the byte at which it stops making sense, and why.
pub(super) fn parse(content: &[u8]) -> Result<Line, (usize, Unreadable)> {
    // In texts they are written as escapes, and nothing else in a line has any; some editors leave one at its end.
    if let Some(offset) = content.iter().position(u8::is_ascii_control) {
        return Err((offset, Unreadable::ControlCharacter));
    }
    let text =
        std::str::from_utf8(content).map_err(|error| (error.valid_up_to(), Unreadable::NotUtf8))?;
    ron::from_str(text).map_err(|error| {
        let column = error.span.start.col.saturating_sub(1);
        let offset = text
            .char_indices()
            .nth(column)
            .map_or(text.len(), |(at, _)| at);
        let cause = error.code.to_string();
        (offset, Unreadable::NotARecord { cause })
    })
}
