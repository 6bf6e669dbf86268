//! What a copy of a session on another computer knows of the desk: whether it ran when it was last heard of. Lies beside the
//! copy; a session's own folder has none.

use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::{own_files, private_fs};
use crate::domain::time::Wall;

const NAME: &str = "far-desk.ron";

/// When the desk was last heard of, by this computer's clock, and whether it ran then. The names stand in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct FarDesk {
    pub at: Wall,
    pub runs: bool,
}

/// What was last heard; `None` where the folder is no copy.
#[must_use]
pub fn last_heard(folder: &Path) -> Option<FarDesk> {
    own_files::read(&folder.join(NAME))
}

/// Writes down what was heard.
///
/// # Errors
/// When the disk refuses.
pub fn heard(folder: &Path, far: FarDesk) -> io::Result<()> {
    let text = own_files::text_of(&far)?;
    private_fs::replace(&folder.join(NAME), text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::inbox::DeskSign;

    #[test]
    fn a_desk_that_was_not_heard_of_for_a_while_is_silent() {
        let folder = tempfile::tempdir().unwrap();
        let at: Wall = "2026-11-25T08:00:00+07:00".parse().unwrap();
        assert_eq!(last_heard(folder.path()), None);
        let look = |seconds| {
            let now = at + chrono::TimeDelta::seconds(seconds);
            DeskSign::of(folder.path(), now)
        };
        heard(folder.path(), FarDesk { at, runs: true }).unwrap();
        assert_eq!(look(10), DeskSign::Runs);
        assert_eq!(look(60), DeskSign::Unheard);
        heard(folder.path(), FarDesk { at, runs: false }).unwrap();
        assert_eq!(look(1), DeskSign::Silent);
    }
}
