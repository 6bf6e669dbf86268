//! Following a file of lines that grows: whole lines, each once, in pieces that take no time to read. What is no line of ours
//! is told and passed over.

use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde::de::DeserializeOwned;
use sha2::{Digest as _, Sha256};

use super::{FILE_LIMIT, LINE_LIMIT};
use crate::documents::ron_file;
use crate::store::private_fs;

/// So many bytes are read at one look.
const PIECE: u64 = 4 * LINE_LIMIT as u64;

/// A line that is none of ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JunkLine {
    /// From 1.
    pub line: u64,
    pub kind: JunkKind,
}

/// Why a line is none of ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JunkKind {
    TooLong,
    NotUtf8,
    /// The request bears no id that can stand in a journal.
    BadId,
    /// In the words of the reader of RON: torn, written by hand, or by a newer version.
    NotUnderstood(String),
}

/// What a look found.
#[derive(Debug, PartialEq, Eq)]
pub struct LineNews<T> {
    /// The file is another one than before, or shorter: everything is told from its first line.
    pub anew: bool,
    /// Each with its number, from 1.
    pub lines: Vec<(u64, T)>,
    pub junk: Vec<JunkLine>,
    /// There is more to read already.
    pub more: bool,
}

impl<T> Default for LineNews<T> {
    fn default() -> Self {
        Self {
            anew: false,
            lines: Vec::new(),
            junk: Vec::new(),
            more: false,
        }
    }
}

/// Reads a file of lines while it grows. Nothing is held open between two looks.
#[derive(Debug)]
pub struct InboxLines {
    path: PathBuf,
    /// Where what was not read yet begins, and the number of the line before.
    at: u64,
    line: u64,
    /// A line that is too long is being passed over.
    passing_over: bool,
    /// The last line that was read had no break yet.
    lacks_a_break: bool,
    /// Where the last line that was read begins, and its sum.
    last: Option<(u64, Vec<u8>)>,
    /// Length and time of the file at the last look; while they stay, there is nothing to read.
    seen: Option<(u64, Option<SystemTime>)>,
}

impl InboxLines {
    /// Follows the file at this path, which need not exist yet.
    #[must_use]
    pub fn of(path: &Path) -> Self {
        Self {
            path: path.to_owned(),
            at: 0,
            line: 0,
            passing_over: false,
            lacks_a_break: false,
            last: None,
            seen: None,
        }
    }

    /// Whether something lies at the path.
    pub(super) fn exists(&self) -> bool {
        std::fs::symlink_metadata(&self.path).is_ok()
    }

    /// Whether the file was there at the last look.
    #[must_use]
    pub fn is_there(&self) -> bool {
        self.seen.is_some()
    }

    /// Looks for lines that were written since the last look.
    ///
    /// # Errors
    /// When the file is there and cannot be read. A later look tries again.
    pub fn look<T: DeserializeOwned>(&mut self) -> io::Result<LineNews<T>> {
        let metadata = match std::fs::metadata(&self.path) {
            Ok(metadata) => metadata,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                self.forget();
                return Ok(LineNews::default());
            }
            Err(error) => return Err(error),
        };
        let found = Some((metadata.len(), metadata.modified().ok()));
        if found == self.seen {
            return Ok(LineNews::default());
        }
        let mut news = LineNews::default();
        let mut bytes = self.piece()?;
        if !self.holds_on_to(&bytes) {
            self.forget();
            news.anew = true;
            bytes = self.piece()?;
        }
        let known = self.last.as_ref().map_or(0, |(start, _)| self.at - start);
        let known = usize::try_from(known).unwrap_or(usize::MAX);
        let new = bytes.get(known..).unwrap_or_default();
        let read_to = self.at + new.len() as u64;
        self.take_lines(new, &mut news);
        news.more = read_to < metadata.len() && read_to < FILE_LIMIT;
        // What is left is read at the next look, though nothing was written in between.
        self.seen = if news.more {
            Some((u64::MAX, None))
        } else {
            found
        };
        Ok(news)
    }

    /// The bytes from the last line that was read on.
    fn piece(&self) -> io::Result<Vec<u8>> {
        let start = self.last.as_ref().map_or(self.at, |(start, _)| *start);
        let mut file = private_fs::readable(&self.path)?;
        file.seek(SeekFrom::Start(start))?;
        let mut bytes = Vec::new();
        file.take(PIECE + (self.at - start))
            .read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// Whether the last line that was read still stands where it stood.
    fn holds_on_to(&self, bytes: &[u8]) -> bool {
        let Some((start, sum)) = &self.last else {
            // Nothing but a part of a line that is too long was read.
            return self.at == 0 || !bytes.is_empty();
        };
        usize::try_from(self.at - start)
            .ok()
            .and_then(|length| bytes.get(..length))
            .is_some_and(|line| Sha256::digest(line).as_slice() == sum)
    }

    fn forget(&mut self) {
        *self = Self::of(&std::mem::take(&mut self.path));
    }

    fn took(&mut self, raw: &[u8]) {
        self.line += 1;
        self.last = Some((self.at, Sha256::digest(raw).to_vec()));
        self.at += raw.len() as u64;
    }

    fn take_lines<T: DeserializeOwned>(&mut self, bytes: &[u8], news: &mut LineNews<T>) {
        for raw in bytes.split_inclusive(|byte| *byte == b'\n') {
            let is_whole = raw.ends_with(b"\n");
            if raw == b"\n" && std::mem::take(&mut self.lacks_a_break) {
                // The break of the line before came later.
                self.at += 1;
                self.last = None;
                continue;
            }
            if !is_whole && raw.len() < LINE_LIMIT && !self.passing_over {
                // The rest of it may still come, unless only the break is missing: no part of a line can be read.
                if let Ok(Some(line)) = parsed(raw) {
                    self.took(raw);
                    self.lacks_a_break = true;
                    news.lines.push((self.line, line));
                }
                return;
            }
            self.lacks_a_break = false;
            let is_too_long = self.passing_over || raw.len() > LINE_LIMIT || !is_whole;
            if is_too_long {
                if !self.passing_over {
                    self.line += 1;
                    news.junk.push(JunkLine {
                        line: self.line,
                        kind: JunkKind::TooLong,
                    });
                }
                self.passing_over = !is_whole;
                self.last = None;
                self.at += raw.len() as u64;
                continue;
            }
            self.took(raw);
            match parsed(raw) {
                Ok(Some(line)) => news.lines.push((self.line, line)),
                Ok(None) => {}
                Err(kind) => news.junk.push(JunkLine {
                    line: self.line,
                    kind,
                }),
            }
        }
    }
}

/// What a line says; nothing where it is empty.
fn parsed<T: DeserializeOwned>(raw: &[u8]) -> Result<Option<T>, JunkKind> {
    let text = std::str::from_utf8(raw).map_err(|_| JunkKind::NotUtf8)?;
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let understood = ron_file::read_back(text).map_err(|unread| unread.to_string());
    understood.map(Some).map_err(JunkKind::NotUnderstood)
}
