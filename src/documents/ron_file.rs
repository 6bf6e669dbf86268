//! Files of data that people write and mend by hand, in RON: reading them without harm and telling what is wrong, and
//! on which line. Knows nothing of what the data is about, nor of the language a person reads.

mod diagnosis;
mod encoding;
mod letters;
mod lexer;
mod reader;
mod source_map;
mod syntax_error;
mod tolerant;
mod trouble;
mod words;

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use ron::extensions::Extensions;
use serde::de::DeserializeOwned;

use crate::domain::io_messages::NotAFile;
use crate::domain::source_text::{Place, SyntaxError};
use crate::domain::text;

pub use diagnosis::{Diagnosis, diagnose};
pub use encoding::from_utf16;
pub use source_map::SourceMap;
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

/// The data in a text. `Some(…)` may be left out around a value that may be missing.
///
/// # Errors
/// When the text is not RON, or not of this shape. Nesting of any depth is refused and harms nothing.
pub fn parse<T: DeserializeOwned>(source: &str) -> Result<T, (Option<Place>, SyntaxError)> {
    ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .from_str(source)
        .map_err(|error| syntax_error::located(&error, source))
}
