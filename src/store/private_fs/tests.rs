//! What is written is private and whole, and nothing is followed or waited for.

use super::*;

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link_or_read_from_a_pipe_or_a_device() {
    let folder = tempfile::tempdir().unwrap();
    let (other, link) = (folder.path().join("other"), folder.path().join("link"));
    std::fs::write(&other, "not ours").unwrap();
    std::os::unix::fs::symlink(&other, &link).unwrap();
    assert!(write(&link, b"ours").is_err());
    assert!(writable(&link).is_err());
    assert!(new_file(&link).is_err());
    // A file that takes the place of the link does so without touching where it leads.
    replace(&link, b"ours").unwrap();
    assert_eq!(std::fs::read(&other).unwrap(), b"not ours");
    let pipe = folder.path().join("pipe");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.unwrap().success());
    for path in [pipe.as_path(), Path::new("/dev/zero")] {
        let error = read(path).unwrap_err();
        assert!(error.get_ref().unwrap().is::<NotAFile>(), "{path:?}");
        assert!(writable(path).is_err());
    }
}

#[test]
fn what_a_virus_scanner_holds_for_a_moment_is_tried_again_and_nothing_else_is() {
    let passes = |error: &io::Error| error.kind() == io::ErrorKind::ResourceBusy;
    // given a file that is free at the third try
    let (mut tries, mut waits) = (0, 0);
    let done = tried(
        || {
            tries += 1;
            if tries < 3 {
                return Err(io::ErrorKind::ResourceBusy.into());
            }
            Ok(tries)
        },
        passes,
        || waits += 1,
    );
    assert_eq!((done.unwrap(), waits), (3, 2));
    // and one that stays open, which is told in the end
    for (kind, expected) in [
        (io::ErrorKind::ResourceBusy, TRIES),
        (io::ErrorKind::NotFound, 1),
    ] {
        let mut tries = 0;
        let failed = tried(
            || -> io::Result<()> {
                tries += 1;
                Err(kind.into())
            },
            passes,
            || (),
        );
        assert_eq!((failed.unwrap_err().kind(), tries), (kind, expected));
    }
}

#[test]
fn a_name_that_windows_keeps_for_a_device_is_refused_on_every_system() {
    for name in ["aux", "a/con", "b/COM1.docx", "ho-so.", "c/nul.xlsx"] {
        let error = check_name(Path::new(name)).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::InvalidFilename, "{name}");
    }
    for name in ["ho-so", "/", "..", ".", "con/ho-so", "ho so.xlsx"] {
        assert!(check_name(Path::new(name)).is_ok(), "{name}");
    }
}

fn names(folder: &Path) -> Vec<String> {
    std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect()
}

#[test]
fn what_a_kill_left_half_written_is_written_over_and_swept_away() {
    // given a file, and the half of a newer one
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("draft");
    replace(&path, b"older").unwrap();
    std::fs::write(half_of(&path), "half of a much longer one").unwrap();
    // when a shorter one is written, then it is whole and alone
    replace(&path, b"newer").unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), b"newer");
    assert_eq!(names(folder.path()), ["draft"]);
    // and when nothing is written any more, the half goes all the same
    std::fs::write(half_of(&path), "half").unwrap();
    sweep(&path);
    assert_eq!(names(folder.path()), ["draft"]);
}

#[test]
fn a_file_that_cannot_be_replaced_leaves_no_half_behind() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("draft");
    std::fs::create_dir_all(path.join("in the way")).unwrap();
    assert!(replace(&path, b"newer").is_err());
    assert_eq!(names(folder.path()), ["draft"]);
}
