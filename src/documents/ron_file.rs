//! The one door by which RON is read: what the program wrote itself, strictly, and the files that people write and mend by
//! hand, without harm and telling what is wrong, and on which line. Knows nothing of what the data is about, nor of the
//! language a person reads.

mod diagnosis;
mod encoding;
mod letters;
mod lexer;
mod reader;
mod source;
mod source_map;
mod syntax_error;
mod tolerant;
mod tree;
mod trouble;
mod words;
mod written;

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use serde::de::DeserializeOwned;

use crate::domain::io_messages::NotAFile;
use crate::domain::source_text::{Place, SyntaxError};
use crate::domain::text;
use reader::RonReader;
use trouble::Trouble;
use written::{Liberties, WrittenText};

pub use diagnosis::{Diagnosis, diagnose};
pub use encoding::from_utf16;
pub use source_map::SourceMap;
pub use syntax_error::UnreadText;
pub use words::sentence;
#[cfg(test)]
pub(crate) use words::{SyntaxWords, WORDS};

/// The largest file that is read. The shipped ones have about 20 kB; more than this is no file of ours.
pub const MAX_BYTES: u64 = 1024 * 1024;

/// The bytes of a file; one byte more than [`MAX_BYTES`] when there are more, so that [`source`] refuses it.
///
/// # Errors
/// When the file cannot be opened or read.
pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open(path)?.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Opens a file that somebody named. A pipe would be waited for, and a device may never end: neither is opened.
///
/// # Errors
/// When it cannot be opened, or is no ordinary file.
pub fn open(path: &Path) -> io::Result<File> {
    let kind = std::fs::metadata(path)?.file_type();
    if !kind.is_file() && !kind.is_dir() {
        return Err(io::Error::other(NotAFile));
    }
    File::open(path)
}

/// The text of a file: of bearable size, in UTF-8 (the mark some editors put before it is dropped), brought to NFC.
///
/// # Errors
/// When it is too large or not UTF-8.
pub fn source(bytes: &[u8]) -> Result<String, (Option<Place>, SyntaxError)> {
    if bytes.len() as u64 > MAX_BYTES {
        return Err((None, SyntaxError::TooLarge));
    }
    if let Some(damage) = encoding::recognised(bytes) {
        return Err((Some(Place { line: 1, column: 1 }), damage));
    }
    let text = str::from_utf8(bytes).map_err(|error| {
        let before = String::from_utf8_lossy(bytes.get(..error.valid_up_to()).unwrap_or_default());
        let line = 1 + before.matches('\n').count();
        let column = 1 + before.chars().rev().take_while(|c| *c != '\n').count();
        (Some(Place { line, column }), SyntaxError::NotUtf8)
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    Ok(text::nfc(text).into_owned())
}

/// The data in a text that somebody wrote. `Some(…)` may be left out around a value that may be missing.
///
/// # Errors
/// When the text is not RON, or not of this shape. Nesting of any depth is refused and harms nothing.
pub fn parse<T: DeserializeOwned>(source: &str) -> Result<T, (Option<Place>, SyntaxError)> {
    value_in(source, Liberties::of_people()).map_err(|unread| unread.located(source))
}

/// The data in a text that the program wrote: a line of a journal, a side file. Taken are the texts that RON takes by itself.
///
/// # Errors
/// When the text is not RON, or not of this shape.
pub fn read_back<T: DeserializeOwned>(text: &str) -> Result<T, UnreadText> {
    value_in(text, Liberties::default())
}

fn value_in<T: DeserializeOwned>(text: &str, liberties: Liberties) -> Result<T, UnreadText> {
    let mut written = WrittenText::of(text, liberties);
    value_of(&mut written).map_err(|trouble| written.unread(trouble))
}

fn value_of<T: DeserializeOwned>(written: &mut WrittenText<'_>) -> Result<T, Trouble> {
    written.begin()?;
    let value = T::deserialize(RonReader(written))?;
    written.end()?;
    Ok(value)
}
