//! The sign of life that a run leaves in the session's folder, by which the next one knows how long it lived, and whether the
//! clock was set since. A courtesy: without it the last record tells.

use std::fmt::Write as _;
use std::io;
use std::path::Path;

use crate::domain::time::Wall;
use crate::store::clock::Boot;
use crate::store::private_fs;

const NAME: &str = "desk.alive";

/// When the run before is known to have lived last, where it left a sign of it.
#[derive(Debug, Clone, Default)]
pub(super) struct LastAlive {
    pub at: Option<Wall>,
    /// Missing where the computer does not tell, and in what earlier versions left.
    boot: Option<Boot>,
}

impl LastAlive {
    pub(super) fn of(folder: &Path) -> Self {
        let text = private_fs::read_text(&folder.join(NAME)).unwrap_or_default();
        let mut lines = text.lines().map(str::trim);
        let at = lines
            .next()
            .and_then(|at| Wall::parse_from_rfc3339(at).ok());
        let boot = lines.next().and_then(|line| {
            let (id, began) = line.split_once(' ')?;
            Some(Boot {
                id: id.to_owned(),
                began: began.parse().ok()?,
            })
        });
        Self { at, boot }
    }

    /// By how many milliseconds the clock of this computer was set since; 0 when it was not, or nobody knows.
    pub(super) fn clock_set_since(&self) -> i64 {
        let now = self.boot.as_ref().and_then(|_| Boot::now());
        match (&self.boot, now) {
            (Some(before), Some(now)) => now.set_since(before),
            _ => 0,
        }
    }
}

/// When a desk last showed that it lives, where one did.
pub(crate) fn last_sign_of_life(folder: &Path) -> Option<Wall> {
    LastAlive::of(folder).at
}

pub(super) fn leave(folder: &Path, now: Wall) -> io::Result<()> {
    let mut text = format!("{}\n", now.to_rfc3339());
    if let Some(boot) = Boot::now() {
        // Writing to a string does not fail.
        let _ = writeln!(text, "{} {}", boot.id, boot.began);
    }
    private_fs::write(&folder.join(NAME), text.as_bytes())
}
