//! Where a session went when the desk had to go on elsewhere: one truth for every command, also after the desk has ended.
//!
//! The redirect stands in the folder that was left; its room is taken when the desk opens the session, since the disk that
//! is left is mostly full. Where that folder cannot be written any more, it stands among the sessions of this computer, or
//! where those cannot be written either, beside the user's settings, under a name made from the folder's. It is never taken
//! away by the program: whoever wants the old folder back deletes it.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use sha2::{Digest as _, Sha256};

use crate::store::journal;
use crate::store::private_fs;

const NAME: &str = "desk.moved";
/// Beside the sessions of this computer.
const FOLDER: &str = ".moved";
/// Beside the user's settings.
const FOLDER_BESIDE_SETTINGS: &str = "moved";
/// So long a path fits; a disk gives room in such pieces.
const ROOM: usize = 4096;
/// So often a session goes on elsewhere at most; more is a circle.
const AT_MOST: usize = 64;

/// The folders of this computer in which redirects stand whose own folder cannot be written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct RedirectFolders(Vec<PathBuf>);

impl RedirectFolders {
    pub(super) fn among(sessions: &Path) -> Self {
        Self(vec![sessions.join(FOLDER)])
    }

    pub(super) fn and_beside(mut self, settings: &Path) -> Self {
        self.0.push(settings.join(FOLDER_BESIDE_SETTINGS));
        self
    }

    /// Where the redirect of a folder may stand.
    fn of(&self, left: &Path) -> impl Iterator<Item = PathBuf> + use<'_> {
        let name = std::path::absolute(left)
            .ok()
            .map(|left| journal::hex(&Sha256::digest(left.as_os_str().as_encoded_bytes())));
        self.0
            .iter()
            .zip(std::iter::repeat(name))
            .filter_map(|(folder, name)| Some(folder.join(name?)))
    }
}

/// Where a session went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Redirect {
    pub to: PathBuf,
    /// The file that says so.
    pub told_by: PathBuf,
}

/// A session whose folder was left, and whose present folder is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovedAway {
    pub to: PathBuf,
    /// The file that says so; without it the session goes on where it was left.
    pub told_by: PathBuf,
}

/// Looks every second whether a folder's session went elsewhere, and reads only what changed since it was read.
///
/// Who writes a redirect holds the lock, so that one whose time of change is that of the look before is noticed by the lock.
#[derive(Debug)]
pub(super) struct RedirectWatch(Vec<(PathBuf, Option<SystemTime>)>);

impl RedirectWatch {
    pub(super) fn of(left: &Path, folders: &RedirectFolders) -> Self {
        Self(posts(left, folders).map(|post| (post, None)).collect())
    }

    /// Whether anything says that the session went elsewhere.
    pub(super) fn is_told(&mut self) -> bool {
        self.0.iter_mut().any(|(post, read_at)| {
            let changed = std::fs::symlink_metadata(&*post).and_then(|found| found.modified());
            let changed = match changed {
                Ok(changed) if *read_at == Some(changed) => return false,
                Err(error) if error.kind() == io::ErrorKind::NotFound => return false,
                changed => changed.ok(),
            };
            // One that leads away is told at every look.
            let leads_away = read_one(post).is_some();
            *read_at = changed.filter(|_| !leads_away);
            leads_away
        })
    }
}

/// Takes the room of a redirect in the folder of a session that is run there, unless one stands there.
pub(super) fn reserve(folder: &Path) {
    let post = folder.join(NAME);
    let is_taken = private_fs::read(&post).is_ok_and(|room| room.len() == ROOM);
    if !is_taken {
        // Without the room the redirect is tried all the same when it is needed.
        let _ = write(&post, "");
    }
}

/// Says where the session went: in the folder that was left, or else in the first of these that can be written.
///
/// # Errors
/// When none can be.
pub(super) fn put(left: &Path, to: &Path, folders: &RedirectFolders) -> io::Result<()> {
    let to = std::path::absolute(to)?;
    let to = to
        .to_str()
        .ok_or_else(|| io::Error::from(io::ErrorKind::InvalidFilename))?;
    let Err(refused) = write(&left.join(NAME), to) else {
        return Ok(());
    };
    folders
        .of(left)
        .any(|post| put_among(&post, to).is_ok())
        .then_some(())
        .ok_or(refused)
}

fn put_among(post: &Path, to: &str) -> io::Result<()> {
    private_fs::folder(post.parent().unwrap_or(post))?;
    write(post, to)?;
    private_fs::sync_folder_of(post)
}

/// Where the session of this folder went, whether that is there or not.
pub(super) fn read(left: &Path, folders: &RedirectFolders) -> Option<Redirect> {
    posts(left, folders).find_map(|post| {
        Some(Redirect {
            to: read_one(&post)?,
            told_by: post,
        })
    })
}

/// Every file that may say where the session of a folder went; the first that does counts.
fn posts<'a>(left: &'a Path, folders: &'a RedirectFolders) -> impl Iterator<Item = PathBuf> + 'a {
    std::iter::once(left.join(NAME)).chain(folders.of(left))
}

/// The folder in which the session of this one goes on now, however often it went elsewhere.
///
/// # Errors
/// Where it went, when that is not there.
pub(super) fn follow(folder: &Path, folders: &RedirectFolders) -> Result<PathBuf, MovedAway> {
    let mut here = folder.to_owned();
    for _ in 0..AT_MOST {
        let Some(Redirect { to, told_by }) = read(&here, folders) else {
            break;
        };
        if !super::is_session(&to) && read(&to, folders).is_none() {
            return Err(MovedAway { to, told_by });
        }
        here = to;
    }
    Ok(here)
}

/// Where the sessions went whose redirects stand in these folders, whether that is there or not.
pub(super) fn kept_in(folders: &RedirectFolders) -> Vec<PathBuf> {
    folders
        .0
        .iter()
        .filter_map(|folder| std::fs::read_dir(folder).ok())
        .flatten()
        .flatten()
        .filter_map(|entry| read_one(&entry.path()))
        .collect()
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
    let text = private_fs::read_text(post).ok()?;
    let (to, _) = text.split_once('\n')?;
    let to = PathBuf::from(to);
    // Half a path leads nowhere.
    to.is_absolute().then_some(to)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn none() -> RedirectFolders {
        RedirectFolders::default()
    }

    fn session(folder: &Path) -> PathBuf {
        std::fs::create_dir_all(folder).unwrap();
        std::fs::write(folder.join(journal::FILE_NAME), "").unwrap();
        folder.to_owned()
    }

    #[test]
    fn a_redirect_takes_no_more_room_than_was_taken_when_the_disk_had_some() {
        let home = tempfile::tempdir().unwrap();
        let sessions = home.path().join("sessions");
        let folders = RedirectFolders::among(&sessions);
        let left = session(&sessions.join("a"));
        let to = session(&home.path().join("usb/a"));
        reserve(&left);
        let length = || std::fs::metadata(left.join(NAME)).unwrap().len();
        let taken = length();
        assert_eq!(follow(&left, &folders), Ok(left.clone()));
        // when the session goes on elsewhere
        put(&left, &to, &folders).unwrap();
        // then the redirect stands where the room was, and nowhere else
        assert_eq!(length(), taken);
        assert_eq!(follow(&left, &folders), Ok(to.clone()));
        assert!(!sessions.join(FOLDER).exists());
        // and it stays when the room is wanted again
        reserve(&left);
        assert_eq!(follow(&left, &folders), Ok(to));
    }

    #[test]
    fn a_redirect_that_appears_is_seen_wherever_it_may_stand() {
        let home = tempfile::tempdir().unwrap();
        let sessions = home.path().join("sessions");
        let folders = RedirectFolders::among(&sessions);
        let to = session(&home.path().join("usb/a"));
        for is_taken_away in [false, true] {
            let left = session(&sessions.join(is_taken_away.to_string()));
            reserve(&left);
            let mut watch = RedirectWatch::of(&left, &folders);
            assert!(!watch.is_told() && !watch.is_told());
            // when the room of the redirect is taken at another time, or nothing can be written there any more
            if is_taken_away {
                std::fs::remove_dir_all(&left).unwrap();
            }
            put(&left, &to, &folders).unwrap();
            if let Ok(room) = std::fs::File::options().write(true).open(left.join(NAME)) {
                let before = room.metadata().unwrap().modified().unwrap();
                let later = before + std::time::Duration::from_secs(1);
                room.set_modified(later).unwrap();
            }
            // then it is seen, as often as somebody looks
            assert!(watch.is_told() && watch.is_told());
        }
    }

    #[test]
    fn where_the_folder_that_was_left_is_gone_this_computer_knows() {
        let home = tempfile::tempdir().unwrap();
        let sessions = home.path().join("sessions");
        let folders = RedirectFolders::among(&sessions);
        let (left, to) = (
            home.path().join("stick/a"),
            session(&home.path().join("usb/a")),
        );
        assert!(put(&left, &to, &none()).is_err());
        put(&left, &to, &folders).unwrap();
        assert_eq!(follow(&left, &folders), Ok(to));
    }

    #[test]
    fn where_no_session_can_be_written_it_stands_beside_the_settings() {
        let home = tempfile::tempdir().unwrap();
        // given that nothing can be made where the sessions are
        std::fs::write(home.path().join("sessions"), "").unwrap();
        let folders = RedirectFolders::among(&home.path().join("sessions"));
        let (left, to) = (
            home.path().join("sessions/a"),
            session(&home.path().join("usb/a")),
        );
        assert!(put(&left, &to, &folders).is_err());
        let folders = folders.and_beside(&home.path().join("settings"));
        put(&left, &to, &folders).unwrap();
        assert_eq!(follow(&left, &folders), Ok(to.clone()));
        assert_eq!(kept_in(&folders), [to]);
    }

    #[test]
    fn a_session_that_went_on_twice_is_where_it_went_last_and_a_circle_ends() {
        let home = tempfile::tempdir().unwrap();
        let [first, second, third] = ["a", "b", "c"].map(|name| session(&home.path().join(name)));
        put(&first, &second, &none()).unwrap();
        put(&second, &third, &none()).unwrap();
        assert_eq!(follow(&first, &none()), Ok(third.clone()));
        // when the disk it went to is not there, that is told
        std::fs::remove_dir_all(&third).unwrap();
        let away = follow(&first, &none()).unwrap_err();
        assert_eq!((away.to, away.told_by), (third, second.join(NAME)));
        put(&second, &first, &none()).unwrap();
        assert!(follow(&first, &none()).is_ok());
    }

    #[test]
    fn a_session_is_listed_wherever_it_went_and_while_that_is_not_there() {
        let home = tempfile::tempdir().unwrap();
        let store = crate::store::sessions::SessionStore::at(home.path());
        let to = session(&home.path().join("usb/a"));
        // given a session that went from a stick to another one
        put(&home.path().join("stick/a"), &to, &store.redirects).unwrap();
        let folders = || -> Vec<PathBuf> {
            let listed = crate::store::sessions::list(&store).into_iter();
            listed.map(|session| session.folder).collect()
        };
        assert_eq!(folders(), std::slice::from_ref(&to));
        // when that one is not there
        std::fs::remove_dir_all(&to).unwrap();
        // then it is listed all the same, and found where it should be
        assert_eq!(folders(), [to]);
    }
}
