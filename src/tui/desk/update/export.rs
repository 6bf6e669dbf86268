//! Where the dossier is to go, and where it went.

use std::path::Path;

use crate::domain::session::Session;
use crate::domain::time::SessionTime;
use crate::store::bundle::Destination;
use crate::tui::desk::Desk;
use crate::tui::desk::dialog::kind::DialogKind;

impl Desk {
    /// Asks where the dossier is to go.
    pub fn ask_where_to_export(
        &mut self,
        places: Vec<Destination>,
        session: &Session,
        now: SessionTime,
    ) {
        self.open(DialogKind::ExportTo(places), session, now);
    }

    /// The dossier is written there.
    pub fn exported_to(&mut self, folder: &Path) {
        self.exported = Some(folder.to_owned());
    }
}
