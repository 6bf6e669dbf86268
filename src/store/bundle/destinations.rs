//! Where a dossier may go from the desk: the user's documents, a stick that is plugged in, beside the session. Looks at the
//! computer, and writes nothing.

use std::path::{Path, PathBuf};

use crate::store::sessions;

/// A kind of place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DestinationKind {
    /// The folder that the office set for its papers.
    Office,
    Documents,
    Stick,
    BesideSession,
}

/// A place, and the folder that the dossier would be there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Destination {
    pub kind: DestinationKind,
    pub folder: PathBuf,
}

/// The name of a dossier beside its session.
const BESIDE: &str = "ho-so";

/// The places there are now, those that people look into first; before all, the one that the office set.
#[must_use]
pub fn destinations(session_folder: &Path, office: Option<&Path>) -> Vec<Destination> {
    let name = format!("{BESIDE}-{}", sessions::id_of(session_folder));
    let at = |kind, parent: PathBuf| Destination {
        kind,
        folder: parent.join(&name),
    };
    let documents = directories::UserDirs::new().and_then(|user| {
        // Where the system does not say which folder it is, its usual names tell.
        let usual = ["Documents", "Tài liệu"].map(|name| user.home_dir().join(name));
        let mut known = user
            .document_dir()
            .map(Path::to_owned)
            .into_iter()
            .chain(usual);
        known.find(|folder| folder.is_dir())
    });
    office
        .map(|folder| at(DestinationKind::Office, folder.to_owned()))
        .into_iter()
        .chain(documents.map(|folder| at(DestinationKind::Documents, folder)))
        .chain(
            sticks()
                .into_iter()
                .map(|folder| at(DestinationKind::Stick, folder)),
        )
        .chain(std::iter::once(Destination {
            kind: DestinationKind::BesideSession,
            folder: session_folder.join(BESIDE),
        }))
        .collect()
}

/// What is plugged in and has a place of its own among the folders.
#[cfg(unix)]
fn sticks() -> Vec<PathBuf> {
    let user = directories::UserDirs::new()
        .and_then(|user| Some(user.home_dir().file_name()?.to_owned()))
        .unwrap_or_default();
    let mut found: Vec<PathBuf> = ["/media", "/run/media", "/Volumes"]
        .iter()
        .flat_map(|parent| {
            let parent = Path::new(parent);
            [parent.join(&user), parent.to_owned()]
        })
        .flat_map(|parent| std::fs::read_dir(parent).into_iter().flatten().flatten())
        .map(|entry| entry.path())
        .filter(|folder| is_mounted(folder))
        .collect();
    found.sort();
    found.dedup();
    found
}

/// Whether another disk begins at this folder.
#[cfg(unix)]
fn is_mounted(folder: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let device = |path: &Path| std::fs::metadata(path).ok().map(|found| found.dev());
    let own = device(folder);
    own.is_some() && folder.is_dir() && own != folder.parent().and_then(device)
}

/// The drives behind the first. A network drive whose server is not there, as every one of the office is in a village,
/// answers after half a minute; it is not waited for.
#[cfg(windows)]
fn sticks() -> Vec<PathBuf> {
    const PATIENCE: std::time::Duration = std::time::Duration::from_millis(300);
    let (sender, answers) = std::sync::mpsc::channel();
    for letter in 'D'..='Z' {
        let sender = sender.clone();
        let look = move || {
            let drive = PathBuf::from(format!("{letter}:\\"));
            if drive.is_dir() {
                let _ = sender.send(drive);
            }
        };
        // Without a thread more, that drive is not offered.
        let _ = std::thread::Builder::new().spawn(look);
    }
    drop(sender);
    let mut found: Vec<PathBuf> = Vec::new();
    while let Ok(drive) = answers.recv_timeout(PATIENCE) {
        found.push(drive);
    }
    found.sort();
    found
}

#[cfg(not(any(unix, windows)))]
fn sticks() -> Vec<PathBuf> {
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beside_the_session_there_is_always_a_place() {
        let session = Path::new("/sessions/2026-11-25-01");
        let all = destinations(session, None);
        let last = all.last().unwrap();
        assert_eq!(last.kind, DestinationKind::BesideSession);
        assert_eq!(last.folder, session.join("ho-so"));
        // and elsewhere the dossier says whose it is
        for other in &all[..all.len() - 1] {
            assert!(other.folder.ends_with("ho-so-2026-11-25-01"), "{other:?}");
        }
        // and what the office set comes first
        let set = destinations(session, Some(Path::new("/office")));
        assert_eq!(set[0].kind, DestinationKind::Office);
        assert_eq!(set[0].folder, Path::new("/office/ho-so-2026-11-25-01"));
        assert_eq!(set[1..], all);
    }
}
