//! The devices that came in to register speakers, kept beside the journal: what was let in is known again after the program
//! that offers the pages was started anew, by the same name, and so still corrects whom it registered. Of the secret of a device
//! only the sum is kept, from which nobody comes in. It knows no network.

use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::inbox::{InboxError, InboxLines, append_line};
use super::journal::hex;
use super::{own_files, private_fs};
use crate::domain::session::event::StationId;
use crate::domain::time::{Millis, Wall, between_walls};

/// The name of the file, in a session's folder.
pub const DEVICES_NAME: &str = "known-devices.ron";
/// Several programs may offer the pages of one session, and write one at a time.
const LOCK_NAME: &str = "known-devices.lock";
/// How long a device is known after it came in.
pub const KNOWN_FOR: Millis = Millis::of_minutes(12 * 60);

/// A device that was let in. The names of its parts stand in a file and never change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HallDevice {
    /// The sum of its secret.
    pub sum: String,
    pub station: StationId,
    /// When it came in.
    pub since: Wall,
}

/// The file of a session.
#[derive(Debug, Clone)]
pub struct HallDevices {
    folder: PathBuf,
}

impl HallDevice {
    /// A device with this secret, let in now.
    #[must_use]
    pub fn with(secret: &str, station: StationId, since: Wall) -> Self {
        Self {
            sum: sum_of(secret),
            station,
            since,
        }
    }

    /// Whether it is still known, whichever way the clock was set meanwhile.
    #[must_use]
    pub fn is_known_at(&self, now: Wall) -> bool {
        between_walls(self.since, now).max(between_walls(now, self.since)) < KNOWN_FOR
    }
}

/// By what a secret is compared, so that neither the file nor the time that takes gives it away.
#[must_use]
pub fn sum_of(secret: &str) -> String {
    hex(&Sha256::digest(secret.as_bytes()))
}

impl HallDevices {
    /// The devices of the session in this folder.
    #[must_use]
    pub fn of(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
        }
    }

    /// Whether anything was written down.
    #[must_use]
    pub fn is_there(&self) -> bool {
        self.folder.join(DEVICES_NAME).exists()
    }

    /// All that stand there. What is none is passed over.
    ///
    /// # Errors
    /// When the file is there and cannot be read.
    pub fn all(&self) -> io::Result<Vec<HallDevice>> {
        let mut lines = InboxLines::of(&self.folder.join(DEVICES_NAME));
        let mut all = Vec::new();
        loop {
            let news = lines.look::<HallDevice>()?;
            all.extend(news.lines.into_iter().map(|(_, device)| device));
            if !news.more {
                return Ok(all);
            }
        }
    }

    /// Writes a device down and returns once it is on disk.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn keep(&self, device: &HallDevice) -> Result<(), InboxError> {
        let mut line = own_files::text_of(device)?;
        line.push('\n');
        let lock = private_fs::locked(&self.folder.join(LOCK_NAME))?.ok_or(InboxError::Busy)?;
        let written = append_line(&self.folder.join(DEVICES_NAME), line.as_bytes());
        drop(lock);
        written
    }
}
