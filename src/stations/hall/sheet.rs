//! What the desk is to show of the pages, kept in the folder of the session that is followed: laid down anew for each number,
//! taken away where the session left, and with the end of the program.

use std::io;
use std::path::{Path, PathBuf};

use super::qr;
use crate::domain::time::Millis;
use crate::store::hall_sheet::{HallAddress, HallEntry, HallSheetPlace};

/// How soon is tried again what the disk did not take.
const AGAIN: Millis = Millis::of_seconds(5);
/// How often is looked whether it still lies there.
const LOOK: Millis = Millis::of_seconds(1);

/// The sheet for the desk.
#[derive(Debug)]
pub(super) struct DeskSheet {
    sheet: HallAddress,
    place: Option<(PathBuf, HallSheetPlace)>,
    /// What lies there is what the desk is to show.
    is_laid: bool,
    again_at: Millis,
}

impl DeskSheet {
    pub(super) const fn of(sheet: HallAddress) -> Self {
        Self {
            sheet,
            place: None,
            is_laid: false,
            again_at: Millis::ZERO,
        }
    }

    /// The number for the next device.
    pub(super) fn number_is(&mut self, pin: String) {
        let url = &self.sheet.url;
        self.sheet.entry = Some(HallEntry {
            url: format!("{url}/register"),
            squares: qr::squares(&qr::text(url, &pin)).unwrap_or_default(),
            pin,
        });
        self.is_laid = false;
        self.again_at = Millis::ZERO;
    }

    /// Makes sure that it lies where the session is.
    pub(super) fn look(&mut self, folder: Option<&Path>, now: Millis) {
        if self.place.as_ref().map(|(taken, _)| taken.as_path()) != folder && self.place.is_some() {
            self.place = None;
            self.is_laid = false;
            self.again_at = Millis::ZERO;
        }
        if self.is_laid && self.again_at <= now {
            self.again_at = now.saturating_add(LOOK);
            // Somebody may have taken it away, with the folder or alone.
            if self
                .place
                .as_ref()
                .is_some_and(|(_, place)| !place.is_laid())
            {
                self.place = None;
                self.is_laid = false;
                self.again_at = Millis::ZERO;
            }
        }
        let Some(folder) = folder.filter(|_| !self.is_laid && self.again_at <= now) else {
            return;
        };
        // A courtesy to the desk: without it everything stands on the terminal.
        self.is_laid = self.lay_down(folder).is_ok();
        self.again_at = now.saturating_add(if self.is_laid { LOOK } else { AGAIN });
    }

    fn lay_down(&mut self, folder: &Path) -> io::Result<()> {
        if self.place.is_none() {
            self.place = Some((folder.to_owned(), HallSheetPlace::take(folder)?));
        }
        match &self.place {
            Some((_, place)) => place.lay_down(&self.sheet),
            None => Ok(()),
        }
    }
}
