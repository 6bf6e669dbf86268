//! What the program keeps for itself, in RON: small files beside a session, data that is built in. Each is read back whole or
//! not at all. It knows nothing of what they say.

use std::io;
use std::path::Path;

use serde::de::DeserializeOwned;

use super::private_fs;
use crate::documents::ron_file;

/// What the file at this path says; `None` where there is none, or it is not what the program writes.
#[must_use]
pub fn read<T: DeserializeOwned>(path: &Path) -> Option<T> {
    value_in(&private_fs::read_text(path).ok()?)
}

/// What a text says that the program wrote, or that is built in.
#[must_use]
pub fn value_in<T: DeserializeOwned>(text: &str) -> Option<T> {
    ron_file::read_back(text).ok()
}

/// The text of a value, in one line.
///
/// # Errors
/// When the value cannot be written as RON; none of ours is such.
pub fn text_of(value: &dyn erased_serde::Serialize) -> io::Result<String> {
    ron::to_string(value).map_err(io::Error::other)
}
