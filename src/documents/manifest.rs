//! `MANIFEST.sha256`: the sum of every file of the dossier, as `sha256sum -c` reads it. Knows bytes and nothing of what is
//! in them.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use super::DossierFile;

/// The name of the manifest in the folder of a dossier.
pub const FILE_NAME: &str = "MANIFEST.sha256";

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

    pub(super) fn text(&self) -> String {
        self.0.clone()
    }
}
