//! Where the pages of the hall are, as the aide asks for it. What programs offer them is looked for elsewhere and handed in.

use super::Desk;
use super::dialog::kind::DialogKind;
use super::dialog::panel::Dialog;
use crate::domain::session::Session;
use crate::domain::time::SessionTime;
use crate::store::hall_sheet::HallAddress;

impl Desk {
    /// Shows the programs that offer the pages of the hall; where there are none, that is told.
    pub fn show_halls(&mut self, halls: Vec<HallAddress>, session: &Session, now: SessionTime) {
        let shown = self.hall_shown();
        if shown.is_some() && halls == self.stations.halls {
            return;
        }
        self.stations.halls = halls;
        self.open(DialogKind::HallAddress(shown.unwrap_or(0)), session, now);
    }

    /// Whether they are shown now, so that what changed of them is to be shown, too.
    #[must_use]
    pub fn shows_halls(&self) -> bool {
        self.hall_shown().is_some()
    }

    fn hall_shown(&self) -> Option<usize> {
        match self.dialog {
            Some(Dialog {
                kind: DialogKind::HallAddress(at),
                ..
            }) => Some(at),
            Some(_) | None => None,
        }
    }

    /// Turns to the next program; `false` where none is shown.
    pub(super) fn turns_to_next_hall(&mut self, session: &Session, now: SessionTime) -> bool {
        let Some(at) = self.hall_shown() else {
            return false;
        };
        let next = (at + 1) % self.stations.halls.len().max(1);
        self.open(DialogKind::HallAddress(next), session, now);
        true
    }
}
