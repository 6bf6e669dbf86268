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

/// A session whose folder was left for one in which it cannot go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovedAway {
    pub to: PathBuf,
    /// The file that says so; without it the session goes on beside it.
    pub told_by: PathBuf,
    pub why: Astray,
}

/// Why a session cannot go on where it is said to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Astray {
    /// Nothing is there.
    NotThere,
    /// The session of another day is there.
    AnotherSession,
    /// One folder leads to the next and back; `told_by` is the file of the one that holds the most.
    Circle,
}

/// Looks every second whether a folder's session went elsewhere, and reads only what changed since it was read.
///
/// Who writes a redirect holds the lock, so that one whose time of change is that of the look before is noticed by the lock.
#[derive(Debug)]
pub(super) struct RedirectWatch {
    left: PathBuf,
    posts: Vec<(PathBuf, Option<SystemTime>)>,
}

impl RedirectWatch {
    pub(super) fn of(left: &Path, folders: &RedirectFolders) -> Self {
        Self {
            left: left.to_owned(),
            posts: posts(left, folders).map(|post| (post, None)).collect(),
        }
    }

    /// Whether anything says that the session went elsewhere.
    pub(super) fn is_told(&mut self) -> bool {
        self.posts.iter_mut().any(|(post, read_at)| {
            let changed = std::fs::symlink_metadata(&*post).and_then(|found| found.modified());
            let changed = match changed {
                Ok(changed) if *read_at == Some(changed) => return false,
                Err(error) if error.kind() == io::ErrorKind::NotFound => return false,
                changed => changed.ok(),
            };
            // One that leads away is told at every look.
            let leads_away = read_one(post).is_some_and(|to| !is_same_folder(&to, &self.left));
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
        // Whoever copies the whole folder to where the session went has one there that leads to itself.
        let to = read_one(&post).filter(|to| !is_same_folder(to, left))?;
        Some(Redirect { to, told_by: post })
    })
}

fn is_same_folder(one: &Path, other: &Path) -> bool {
    let real = |folder: &Path| std::fs::canonicalize(folder).ok();
    one == other || real(one).is_some_and(|one| real(other) == Some(one))
}

/// Every file that may say where the session of a folder went; the first that does counts.
fn posts<'a>(left: &'a Path, folders: &'a RedirectFolders) -> impl Iterator<Item = PathBuf> + 'a {
    std::iter::once(left.join(NAME)).chain(folders.of(left))
}

/// The folder in which the session of this one goes on now, however often it went elsewhere.
///
/// # Errors
/// Where it went, when that is not there, holds another session, or leads back.
pub(super) fn follow(folder: &Path, folders: &RedirectFolders) -> Result<PathBuf, MovedAway> {
    let mut here = folder.to_owned();
    let mut passed = Vec::new();
    while let Some(Redirect { to, told_by }) = read(&here, folders) {
        let astray = |why| MovedAway {
            to: to.clone(),
            told_by: told_by.clone(),
            why,
        };
        if !super::is_session(&to) && read(&to, folders).is_none() {
            return Err(astray(Astray::NotThere));
        }
        if super::is_session(&here)
            && super::is_session(&to)
            && !journal::may_be_same_session(&here, &to)
        {
            return Err(astray(Astray::AnotherSession));
        }
        passed.push((here, told_by.clone()));
        if passed.len() > AT_MOST || passed.iter().any(|(folder, _)| is_same_folder(folder, &to)) {
            return Err(fullest(passed).unwrap_or_else(|| astray(Astray::Circle)));
        }
        here = to;
    }
    Ok(here)
}

/// Of the folders of a circle the one whose journal has the most lines.
fn fullest(circle: Vec<(PathBuf, PathBuf)>) -> Option<MovedAway> {
    let lines = |folder: &Path| {
        let bytes = private_fs::read(&folder.join(journal::FILE_NAME)).unwrap_or_default();
        memchr::memchr_iter(b'\n', &bytes).count()
    };
    let (to, told_by) = circle.into_iter().max_by_key(|(folder, _)| lines(folder))?;
    Some(MovedAway {
        to,
        told_by,
        why: Astray::Circle,
    })
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
mod tests;
