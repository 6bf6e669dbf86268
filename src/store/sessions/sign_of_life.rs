//! The sign of life that a run leaves in the session's folder, by which the next one knows how long it lived. A courtesy:
//! without it the last record tells.

use std::io;
use std::path::Path;

use crate::domain::time::Wall;
use crate::store::private_fs;

const NAME: &str = "desk.alive";

/// When the run before is known to have lived last, where it left a sign of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct LastAlive(pub Option<Wall>);

impl LastAlive {
    pub(super) fn of(folder: &Path) -> Self {
        let text = private_fs::read_text(&folder.join(NAME)).ok();
        Self(text.and_then(|text| Wall::parse_from_rfc3339(text.trim()).ok()))
    }
}

/// When a desk last showed that it lives, where one did.
pub(crate) fn last_sign_of_life(folder: &Path) -> Option<Wall> {
    LastAlive::of(folder).0
}

pub(super) fn leave(folder: &Path, now: Wall) -> io::Result<()> {
    private_fs::write(&folder.join(NAME), now.to_rfc3339().as_bytes())
}
