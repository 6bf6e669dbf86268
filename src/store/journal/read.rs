//! Reading a journal: whole entries up to the first damage, what is torn at its end, and where damage lies.

use std::io;
use std::path::Path;

use serde::de::DeserializeOwned;

use super::line::hash_of;
use super::line::{self, LineFault, NO_LINE_BEFORE, Seal};
use super::reading::{Damage, DamageKind, JournalReading, Torn};
use super::{opening, refused};
use crate::domain::session::event::{JournalEntry, Seq};
use crate::store::private_fs;

/// What some tools put before the first line of a text.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// Reads the journal of a session.
///
/// # Errors
/// When the file cannot be read at all. Torn and damaged journals are no error here: the reading tells.
pub fn read(path: &Path) -> io::Result<JournalReading> {
    let bytes = private_fs::read(path)?;
    let reading = reading_of(&bytes);
    let first_is_lost = reading.damage.as_ref().is_some_and(|damage| {
        let is_known = damage.kind.is_lossless() || matches!(damage.kind, DamageKind::Newer { .. });
        damage.line == 1 && !is_known
    });
    let restored = first_is_lost
        .then(|| opening::restored(path, &bytes))
        .flatten()
        .map(|whole| restored_reading(&whole, &reading));
    Ok(without_refused(path, restored.unwrap_or(reading)))
}

/// The reading of a journal whose first line was taken from where it is kept. What is damaged further on is told first,
/// since only that is lost.
fn restored_reading(whole: &[u8], lost: &JournalReading) -> JournalReading {
    let mut reading: JournalReading = reading_of(whole);
    if reading.damage.is_none() {
        reading.damage = lost.damage.clone().map(|damage| Damage {
            kind: DamageKind::OpeningKept,
            ..damage
        });
    }
    reading
}

/// What stands behind the mark of a refused entry does not count.
fn without_refused<E>(path: &Path, reading: JournalReading<E>) -> JournalReading<E> {
    match refused::marked(path) {
        Some(acknowledged) => reading.cut_back_to(&acknowledged),
        None => reading,
    }
}

/// Reads a journal of other events than those of a session.
///
/// # Errors
/// When the file cannot be read at all.
pub fn read_as<E: DeserializeOwned>(path: &Path) -> io::Result<JournalReading<E>> {
    let reading = reading_of(&private_fs::read(path)?);
    Ok(without_refused(path, reading))
}

/// Reads the journal of a session from its bytes.
#[must_use]
pub fn read_bytes(bytes: &[u8]) -> JournalReading {
    reading_of(bytes)
}

/// Reads a journal of any events from its bytes.
#[must_use]
pub fn reading_of<E: DeserializeOwned>(bytes: &[u8]) -> JournalReading<E> {
    let reading = read_lines(bytes);
    if reading.damage.is_none() && reading.torn.is_none() {
        return reading;
    }
    // Where only the ends of lines were changed, or lines were added, every line that was written is still there.
    let Some((written, byte)) = undo_tools(bytes).or_else(|| undo_last_end(bytes)) else {
        return reading;
    };
    let mut mended: JournalReading<E> = read_lines(&written);
    if mended.damage.is_some() || mended.records.len() < reading.records.len() {
        return reading;
    }
    mended.damage = Some(Damage {
        line: bytes.iter().take(byte).filter(|at| **at == b'\n').count() + 1,
        byte: byte as u64,
        kind: DamageKind::LineEnds,
    });
    mended.whole_bytes = bytes.len() as u64;
    mended
}

/// The bytes with a line break in place of another sign behind the last whole line, and where that stood.
fn undo_last_end(bytes: &[u8]) -> Option<(Vec<u8>, usize)> {
    let (last, before) = bytes.split_last()?;
    let is_other = *last != b'\n' && *last != 0 && before.ends_with(b"\")");
    is_other.then(|| ([before, b"\n"].concat(), before.len()))
}

/// The bytes without what tools add: a mark before them, carriage returns at the ends of lines, empty lines, a line a second
/// time; and where the first of these stood. `None` when there is nothing of that.
fn undo_tools(bytes: &[u8]) -> Option<(Vec<u8>, usize)> {
    let unmarked = bytes.strip_prefix(MARK).unwrap_or(bytes);
    let mut written = Vec::with_capacity(unmarked.len());
    let mut before: &[u8] = b"";
    for line in unmarked.split_inclusive(|byte| *byte == b'\n') {
        let content = line.strip_suffix(b"\n").unwrap_or(line);
        let has_end = content.len() < line.len();
        let content = match content.strip_suffix(b"\r") {
            Some(content) if has_end => content,
            Some(_) | None => content,
        };
        let is_empty = content.trim_ascii().is_empty();
        if has_end && (is_empty || content == before) {
            continue;
        }
        written.extend_from_slice(content);
        written.extend_from_slice(if has_end { b"\n" } else { b"" });
        before = content;
    }
    if written == bytes {
        return None;
    }
    let mut pairs = bytes.iter().zip(&written);
    let same = pairs.position(|(found, written)| found != written);
    let first = same.unwrap_or(written.len());
    Some((written, first))
}

fn read_lines<E: DeserializeOwned>(bytes: &[u8]) -> JournalReading<E> {
    let mut whole = WholeLines::none();
    let (mut torn, mut damage) = (None, None);
    let mut lines = bytes.split_inclusive(|byte| *byte == b'\n').peekable();
    while let Some(raw) = lines.next() {
        let next = lines.peek().copied();
        match check(raw, next, &whole) {
            Ok(line) => whole.lines.push(line),
            Err(found) if next.is_none() && is_torn::<E>(raw, &found) => {
                torn = Some(Torn {
                    line: whole.lines.len() + 1,
                    bytes: raw.to_vec(),
                });
            }
            Err(found) => {
                // What was changed does not count, also when only the line after it gives it away.
                whole.lines.truncate(found.line.saturating_sub(1));
                damage = Some(found);
                break;
            }
        }
    }
    whole.into_reading(bytes, torn, damage)
}

/// The lines so far, each as it was written, as far as they tell.
struct WholeLines<E> {
    lines: Vec<Whole<E>>,
}

struct Whole<E> {
    start: u64,
    end: u64,
    hash: String,
    is_sealed: bool,
    program: String,
    record: JournalEntry<E>,
}

impl<E> WholeLines<E> {
    const fn none() -> Self {
        Self { lines: Vec::new() }
    }

    fn end(&self) -> u64 {
        self.lines.last().map_or(0, |line| line.end)
    }

    /// The hash that the line after these has to hold.
    fn hash_after(&self) -> &str {
        self.lines.last().map_or(NO_LINE_BEFORE, |line| &line.hash)
    }

    fn program(&self) -> String {
        self.lines
            .iter()
            .rev()
            .map(|line| &line.program)
            .find(|program| !program.is_empty())
            .cloned()
            .unwrap_or_default()
    }

    fn into_reading(
        self,
        bytes: &[u8],
        torn: Option<Torn>,
        damage: Option<Damage>,
    ) -> JournalReading<E> {
        let whole_bytes = self.end();
        let length = usize::try_from(whole_bytes).unwrap_or(usize::MAX);
        let mut written = bytes.get(..length).unwrap_or(bytes).to_vec();
        // A last line that lost its end is whole all the same.
        if written.last().is_some_and(|last| *last != b'\n') {
            written.push(b'\n');
        }
        let program = self.program();
        let (hashes, records): (Vec<String>, Vec<JournalEntry<E>>) = self
            .lines
            .into_iter()
            .map(|line| (line.hash, line.record))
            .unzip();
        JournalReading {
            records,
            bytes: written,
            whole_bytes,
            last_hash: hashes
                .last()
                .cloned()
                .unwrap_or_else(|| NO_LINE_BEFORE.to_owned()),
            program,
            torn,
            damage,
            hashes,
        }
    }
}

/// A last line that is no whole entry is torn when its break, which comes last, is missing. When the power is cut, a disk
/// may also have left zeros in place of a part of it; zeros behind a whole entry are none of that.
fn is_torn<E: DeserializeOwned>(raw: &[u8], found: &Damage) -> bool {
    if matches!(found.kind, DamageKind::Newer { .. }) {
        return false;
    }
    let mut before_zeros = raw.splitn(2, |byte| *byte == 0);
    let part = before_zeros.next().unwrap_or_default();
    // One zero alone is a byte that was changed.
    let has_zeros = before_zeros.next().is_some() && raw.windows(2).any(|two| two == [0, 0]);
    !raw.ends_with(b"\n") || (has_zeros && line::parse::<E>(part).is_err())
}

/// The line, if it follows those before it. Otherwise the first line that is not what was written: this one or the last.
fn check<E: DeserializeOwned>(
    raw: &[u8],
    next: Option<&[u8]>,
    before: &WholeLines<E>,
) -> Result<Whole<E>, Damage> {
    let start = before.end();
    let number = before.lines.len() + 1;
    let here = |offset: usize, kind| Damage {
        line: number,
        byte: start + offset as u64,
        kind,
    };
    let (line, seal) = line::parse::<E>(content(raw)).map_err(|fault| match fault {
        LineFault::Unreadable(offset, why) => here(offset, DamageKind::Unreadable(why)),
        LineFault::Changed => here(0, DamageKind::Changed),
        LineFault::Newer(offset) => {
            let program = before.program();
            here(offset, DamageKind::Newer { program })
        }
    })?;
    if line.seq != Seq(number as u64) {
        return Err(here(0, DamageKind::OutOfOrder { found: line.seq }));
    }
    let is_sealed = seal == Seal::Right;
    if !is_sealed && before.lines.last().is_some_and(|last| last.is_sealed) {
        return Err(here(0, DamageKind::Unsealed));
    }
    let hash = hash_of(content(raw));
    if line.before == before.hash_after() {
        return Ok(Whole {
            start,
            end: start + raw.len() as u64,
            hash,
            is_sealed,
            program: line.program.clone(),
            record: line.into_record(),
        });
    }
    // Either the line before is not the one this was written to follow, or the hash in this one was changed. Then its seal
    // is wrong, or the next line no longer holds on to it; where there is neither, the line before is not trusted either.
    let is_sound = is_sealed || next.is_none_or(|next| holds_on_to::<E>(next, &hash));
    Err(match before.lines.last() {
        Some(last) if is_sound => Damage {
            line: number - 1,
            byte: last.start,
            kind: DamageKind::Changed,
        },
        Some(_) | None => here(0, DamageKind::Changed),
    })
}

fn holds_on_to<E: DeserializeOwned>(line: &[u8], hash: &str) -> bool {
    line::parse::<E>(content(line)).is_ok_and(|(line, _)| line.before == hash)
}

fn content(raw: &[u8]) -> &[u8] {
    raw.strip_suffix(b"\n").unwrap_or(raw)
}
