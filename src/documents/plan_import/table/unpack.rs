//! Takes the parts out of a packed workbook, and never more than is allowed. The sizes that a packed file states of itself
//! are not believed: what comes out is counted. Knows nothing of what the parts are.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;
use zip::result::ZipError;

use super::{MAX_UNPACKED, TableFault};

/// More parts than any workbook has.
const MAX_PARTS: usize = 10_000;

pub(super) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// Every part by its name in lower case with `/`, since not every program writes names as the standard has them.
    names: Vec<(String, usize)>,
    left: usize,
}

impl<'a> Archive<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, TableFault> {
        let mut zip =
            ZipArchive::new(Cursor::new(bytes)).map_err(|_| TableFault::damaged("zip"))?;
        if zip.len() > MAX_PARTS {
            return Err(TableFault::TooLarge);
        }
        let mut names = Vec::with_capacity(zip.len());
        for index in 0..zip.len() {
            let part = zip
                .by_index_raw(index)
                .map_err(|error| fault_of(&error, "zip"))?;
            if part.encrypted() {
                return Err(TableFault::Protected);
            }
            names.push((normal(&String::from_utf8_lossy(part.name_raw())), index));
        }
        Ok(Self {
            zip,
            names,
            left: MAX_UNPACKED,
        })
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.index(name).is_some()
    }

    /// The names of all parts, as they are looked for.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(|(name, _)| name.as_str())
    }

    /// A part as text; `None` when there is none of this name.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, TableFault> {
        let Some(index) = self.index(name) else {
            return Ok(None);
        };
        let part = self
            .zip
            .by_index(index)
            .map_err(|error| fault_of(&error, name))?;
        let mut bytes = Vec::new();
        let most = self.left as u64 + 1;
        part.take(most)
            .read_to_end(&mut bytes)
            .map_err(|_| TableFault::damaged(name))?;
        self.left = self
            .left
            .checked_sub(bytes.len())
            .ok_or(TableFault::TooLarge)?;
        utf8(bytes)
            .map(Some)
            .ok_or_else(|| TableFault::damaged(name))
    }

    fn index(&self, name: &str) -> Option<usize> {
        let name = normal(name);
        self.names
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, index)| *index)
    }
}

fn normal(name: &str) -> String {
    name.replace('\\', "/")
        .trim_start_matches('/')
        .to_ascii_lowercase()
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the errors of the packing library are not ours and may grow"
)]
fn fault_of(error: &ZipError, part: &str) -> TableFault {
    match error {
        ZipError::UnsupportedArchive(why) if why.contains("assword") => TableFault::Protected,
        ZipError::InvalidPassword => TableFault::Protected,
        _ => TableFault::damaged(part),
    }
}

/// The text of a part, in whichever of the encodings that XML may come in.
fn utf8(bytes: Vec<u8>) -> Option<String> {
    match bytes.as_slice() {
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => {
            let (text, _, broken) = encoding_rs::UTF_16LE.decode(&bytes);
            (!broken).then(|| text.into_owned())
        }
        _ => String::from_utf8(bytes).ok(),
    }
}
