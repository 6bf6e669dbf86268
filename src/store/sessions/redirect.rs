//! Where a session went when the desk had to go on elsewhere, so that the hall's view goes with it.
//!
//! The signpost stands in the folder that was left; its room is taken when the desk opens the session, since the disk that
//! is left is mostly full. Where that folder cannot be written any more, it stands among the sessions of this computer,
//! under a name made from the folder's. It is a courtesy: the journal knows nothing of it.

use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use crate::store::journal;
use crate::store::private_fs;

const NAME: &str = "desk.moved";
/// Beside the sessions of this computer.
const FOLDER: &str = ".moved";
/// So long a path fits; a disk gives room in such pieces.
const ROOM: usize = 4096;

/// Takes the room of a signpost in the folder of a session that is run there, and takes away an older one.
pub(super) fn clear(folder: &Path, sessions: Option<&Path>) {
    // Without the room the signpost is tried all the same when it is needed.
    let _ = write(&folder.join(NAME), "");
    if let Some(older) = sessions.and_then(|sessions| name_among(sessions, folder)) {
        // Mostly there is none.
        let _ = std::fs::remove_file(older);
    }
}

/// Says in the folder that was left, or among the sessions of this computer, where the session went.
///
/// # Errors
/// When neither can be written.
pub(super) fn put(left: &Path, to: &Path, sessions: Option<&Path>) -> io::Result<()> {
    let to = std::path::absolute(to)?;
    let to = to
        .to_str()
        .ok_or_else(|| io::Error::from(io::ErrorKind::InvalidFilename))?;
    write(&left.join(NAME), to).or_else(|error| {
        let Some(post) = sessions.and_then(|sessions| name_among(sessions, left)) else {
            return Err(error);
        };
        private_fs::folder(post.parent().unwrap_or(&post))?;
        write(&post, to)
    })
}

/// Where the session of this folder went, if it went anywhere.
pub(super) fn read(left: &Path, sessions: &Path) -> Option<PathBuf> {
    read_one(&left.join(NAME)).or_else(|| read_one(&name_among(sessions, left)?))
}

/// The path, and blanks behind it: in place, so that a full disk takes it where the room was taken before.
fn write(post: &Path, to: &str) -> io::Result<()> {
    if to.len() >= ROOM || to.contains('\n') {
        return Err(io::ErrorKind::InvalidFilename.into());
    }
    let mut bytes = format!("{to}\n").into_bytes();
    bytes.resize(ROOM, b' ');
    let mut file = private_fs::file(post)?;
    file.write_all(&bytes)?;
    file.sync_data()
}

fn read_one(post: &Path) -> Option<PathBuf> {
    let mut text = String::new();
    std::fs::File::open(post)
        .ok()?
        .take(ROOM as u64)
        .read_to_string(&mut text)
        .ok()?;
    let (to, _) = text.split_once('\n')?;
    let to = PathBuf::from(to);
    // Half a path leads nowhere.
    (to.is_absolute() && super::is_session(&to)).then_some(to)
}

fn name_among(sessions: &Path, left: &Path) -> Option<PathBuf> {
    let left = std::path::absolute(left).ok()?;
    let name = journal::hex(&Sha256::digest(left.as_os_str().as_encoded_bytes()));
    Some(sessions.join(FOLDER).join(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn session(folder: &Path) -> PathBuf {
        std::fs::create_dir_all(folder).unwrap();
        std::fs::write(folder.join(journal::FILE_NAME), "").unwrap();
        folder.to_owned()
    }

    #[test]
    fn a_signpost_takes_no_more_room_than_was_taken_when_the_disk_had_some() {
        let home = tempfile::tempdir().unwrap();
        let sessions = home.path().join("sessions");
        let left = session(&sessions.join("a"));
        let to = session(&home.path().join("usb/a"));
        clear(&left, None);
        let length = || std::fs::metadata(left.join(NAME)).unwrap().len();
        let taken = length();
        assert_eq!(read(&left, &sessions), None);
        // when the session goes on elsewhere
        put(&left, &to, Some(&sessions)).unwrap();
        // then the signpost stands where the room was, and nowhere else
        assert_eq!((length(), read(&left, &sessions)), (taken, Some(to)));
        assert!(!sessions.join(FOLDER).exists());
        // and it goes when the session is run here again
        clear(&left, Some(&sessions));
        assert_eq!(read(&left, &sessions), None);
    }

    #[test]
    fn where_the_folder_that_was_left_is_gone_this_computer_knows() {
        let home = tempfile::tempdir().unwrap();
        let sessions = home.path().join("sessions");
        let (left, to) = (
            home.path().join("stick/a"),
            session(&home.path().join("usb/a")),
        );
        assert!(put(&left, &to, None).is_err());
        put(&left, &to, Some(&sessions)).unwrap();
        assert_eq!(read(&left, &sessions), Some(to));
        clear(&left, Some(&sessions));
        assert_eq!(read(&left, &sessions), None);
    }
}
