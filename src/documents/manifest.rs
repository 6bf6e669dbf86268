//! `MANIFEST.sha256`: the sum of every file of the dossier, as `sha256sum -c` reads it, and a line that it passes over,
//! which says how the documents were made. Knows bytes and nothing of what is in them.

use std::fmt::{self, Write as _};
use std::str::FromStr;

use sha2::{Digest, Sha256};

use super::DossierFile;

/// The name of the manifest in the folder of a dossier.
pub const FILE_NAME: &str = "MANIFEST.sha256";

/// Counted up whenever a document of the same record comes to other bytes than before, so that papers that were made by
/// another version are not taken for edited ones.
pub const LAYOUT: u32 = 6;

const NONE: &str = "-";

/// How the documents of a dossier were made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MadeBy {
    /// The version of the program.
    pub program: String,
    pub layout: u32,
    /// How many entries the journal had, and a code of the last.
    pub journal: Option<String>,
    /// A code of the office's own sentences.
    pub words: Option<String>,
}

impl MadeBy {
    /// By this program.
    #[must_use]
    pub fn now(journal: Option<String>, words: Option<String>) -> Self {
        Self {
            program: env!("CARGO_PKG_VERSION").to_owned(),
            layout: LAYOUT,
            journal,
            words,
        }
    }

    /// Whether this program makes the same bytes of the same record.
    #[must_use]
    pub fn is_like_now(&self) -> bool {
        self.layout == LAYOUT && self.program == env!("CARGO_PKG_VERSION")
    }
}

impl fmt::Display for MadeBy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "# doithoai {} layout {} journal {} words {}",
            self.program,
            self.layout,
            self.journal.as_deref().unwrap_or(NONE),
            self.words.as_deref().unwrap_or(NONE)
        )
    }
}

/// A remark that says something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this does not say how documents were made")]
pub struct NotMadeBy;

impl FromStr for MadeBy {
    type Err = NotMadeBy;

    fn from_str(remark: &str) -> Result<Self, NotMadeBy> {
        let mut words = remark.trim_start_matches('#').split_whitespace();
        let mut after = |name: &str| {
            words
                .next()
                .filter(|word| *word == name)
                .and_then(|_| words.next())
                .ok_or(NotMadeBy)
        };
        let some = |text: &str| (text != NONE).then(|| text.to_owned());
        Ok(Self {
            program: after("doithoai")?.to_owned(),
            layout: after("layout")?.parse().map_err(|_| NotMadeBy)?,
            journal: some(after("journal")?),
            words: some(after("words")?),
        })
    }
}

/// A short code of bytes.
pub(super) fn code(bytes: &[u8]) -> String {
    let mut code = String::new();
    for byte in Sha256::digest(bytes).iter().take(8) {
        let _ = write!(code, "{byte:02x}");
    }
    code
}

/// The sums of the files made so far.
#[derive(Debug, Default)]
pub(super) struct Sums(String);

impl Sums {
    pub(super) fn add(&mut self, file: &DossierFile) {
        for byte in Sha256::digest(&file.bytes) {
            // Writing to a string does not fail.
            let _ = write!(self.0, "{byte:02x}");
        }
        let _ = writeln!(self.0, "  {}", file.path);
    }

    pub(super) fn text(&self, made: &MadeBy) -> String {
        format!("{made}\n{}", self.0)
    }
}
