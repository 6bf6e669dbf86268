//! Stories of putting a dossier in its place: what was there, what stays, what is told.

use super::*;
use crate::documents::{MANIFEST, MadeBy};

fn files(content: &str) -> Vec<DossierFile> {
    let mut all: Vec<DossierFile> = ["a.txt", "phieu-chuyen/b.txt"]
        .map(|path| DossierFile {
            path: path.to_owned(),
            bytes: content.as_bytes().to_vec(),
        })
        .to_vec();
    let sums: Vec<String> = all
        .iter()
        .map(|file| format!("{}  {}\n", compare::sum(&file.bytes), file.path))
        .collect();
    all.push(DossierFile {
        path: MANIFEST.to_owned(),
        bytes: format!("{}\n{}", MadeBy::now(None, None), sums.concat()).into_bytes(),
    });
    all
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn differs(path: &str, state: FileState) -> Difference {
    Difference {
        path: path.to_owned(),
        state,
    }
}

#[test]
fn a_dossier_that_is_as_it_was_written_is_replaced_whole() {
    // given a place whose folders do not exist yet
    let home = tempfile::tempdir().unwrap();
    let to = home.path().join("ho-so/2026");
    for content in ["one", "two"] {
        let placed = write(&files(content), &to).unwrap();
        assert_eq!((placed.folder, placed.kept), (to.clone(), None));
    }
    // then the second is there, and nothing lies beside it
    assert_eq!(fs::read(to.join("phieu-chuyen/b.txt")).unwrap(), b"two");
    assert_eq!(names(&to), [MANIFEST, "a.txt", "phieu-chuyen"]);
    assert_eq!(names(to.parent().unwrap()), ["2026"]);
    // and what was taken away comes back
    fs::remove_file(to.join("a.txt")).unwrap();
    assert_eq!(write(&files("two"), &to).unwrap().folder, to);
    assert_eq!(fs::read(to.join("a.txt")).unwrap(), b"two");
}

#[test]
fn what_somebody_corrected_or_added_stays_and_is_told() {
    let home = tempfile::tempdir().unwrap();
    let to = home.path().join("ho-so");
    for (spoil, difference) in [
        (
            &(|to: &Path| fs::write(to.join("a.txt"), "corrected").unwrap()) as &dyn Fn(&Path),
            differs("a.txt", FileState::Edited),
        ),
        (
            &|to| fs::write(to.join("phieu-chuyen/scan.pdf"), "signed").unwrap(),
            differs("phieu-chuyen/scan.pdf", FileState::Added),
        ),
        (
            &|to| fs::create_dir(to.join("ky")).unwrap(),
            differs("ky", FileState::Added),
        ),
        (
            &|to| {
                let manifest = to.join(MANIFEST);
                let text = fs::read_to_string(&manifest).unwrap();
                fs::write(manifest, text + "checked by hand\n").unwrap();
            },
            differs(MANIFEST, FileState::Edited),
        ),
    ] {
        write(&files("one"), &to).unwrap();
        spoil(&to);
        let before = compare::contents(&to).unwrap();
        // when it is written again, then beside it, and a third time in the place of the second
        for _ in 0..2 {
            let placed = write(&files("two"), &to).unwrap();
            assert_eq!(placed.folder, home.path().join("ho-so-2"));
            let differs = KeptBecause::Differs(vec![difference.clone()]);
            assert_eq!(placed.kept, Some((to.clone(), differs)));
            assert_eq!(compare::contents(&to).unwrap(), before);
        }
        assert_eq!(names(home.path()), ["ho-so", "ho-so-2"]);
        // and when the second is corrected, too, the third has a place of its own
        fs::write(home.path().join("ho-so-2/a.txt"), "mine").unwrap();
        let placed = write(&files("three"), &to).unwrap();
        assert_eq!(placed.folder, home.path().join("ho-so-3"));
        for folder in ["ho-so", "ho-so-2", "ho-so-3"] {
            fs::remove_dir_all(home.path().join(folder)).unwrap();
        }
    }
}

/// As Word holds a document it shows: it may be read meanwhile, and not be moved.
#[cfg(windows)]
#[test]
fn a_dossier_whose_document_is_open_stays_and_that_is_told() {
    use crate::domain::io_messages;
    use std::os::windows::fs::OpenOptionsExt as _;
    let home = tempfile::tempdir().unwrap();
    let to = home.path().join("ho-so");
    write(&files("one"), &to).unwrap();
    let word = fs::OpenOptions::new()
        .read(true)
        .write(true)
        .share_mode(1)
        .open(to.join("a.txt"))
        .unwrap();
    let placed = write(&files("two"), &to).unwrap();
    let Some((kept, why)) = placed.kept else {
        // Wine moves a folder whose file is open; then the new dossier is there, whole.
        assert_eq!(
            (placed.folder, fs::read(to.join("a.txt")).unwrap()),
            (to, b"two".to_vec())
        );
        return;
    };
    assert_eq!(placed.folder, home.path().join("ho-so-2"));
    assert_eq!(kept, to);
    assert!(matches!(why, KeptBecause::Stuck(Some(code)) if io_messages::may_pass(code)));
    assert_eq!(fs::read(to.join("a.txt")).unwrap(), b"one");
    drop(word);
    assert_eq!(write(&files("three"), &to).unwrap().folder, to);
}

#[test]
fn a_name_that_windows_cannot_have_is_refused_before_anything_is_made() {
    let home = tempfile::tempdir().unwrap();
    for name in ["aux", "x/con", "COM1.d", "ho-so."] {
        let error = write(&files("one"), &home.path().join(name)).unwrap_err();
        assert!(
            matches!(&error, DossierError::Io { cause, .. } if cause.kind() == io::ErrorKind::InvalidFilename),
            "{name}: {error}"
        );
        assert_eq!(names(home.path()), Vec::<String>::new());
    }
}

#[test]
fn a_folder_that_only_has_a_file_of_that_name_is_no_dossier() {
    let home = tempfile::tempdir().unwrap();
    let to = home.path().join("luan-van");
    fs::create_dir(&to).unwrap();
    fs::write(to.join("thesis.txt"), "years of work").unwrap();
    fs::write(to.join(MANIFEST), "").unwrap();
    let placed = write(&files("one"), &to).unwrap();
    assert_eq!(placed.folder, home.path().join("luan-van-2"));
    assert_eq!(names(&to), [MANIFEST, "thesis.txt"]);
}

#[test]
fn when_a_file_cannot_be_written_nothing_is_left() {
    // given a file whose name is taken by another of the same dossier
    let home = tempfile::tempdir().unwrap();
    let mut all = files("one");
    all.push(all[0].clone());
    // when it is written into folders that do not exist, then neither it nor they are there afterwards
    let to = home.path().join("x/y/dossier");
    assert!(matches!(
        write(&all, &to).unwrap_err(),
        DossierError::Io {
            doing: IoAction::Write,
            ..
        }
    ));
    assert_eq!(names(home.path()), Vec::<String>::new());
}

#[test]
fn a_folder_that_is_named_by_what_lies_in_it_has_a_neighbour_by_its_own_name() {
    // given a folder with somebody's file in it
    let home = tempfile::tempdir().unwrap();
    let taken = home.path().canonicalize().unwrap().join("ho-so");
    fs::create_dir_all(taken.join("trong")).unwrap();
    fs::write(taken.join("mine.txt"), "mine").unwrap();
    // when a dossier is to be put there, by a way through a folder in it
    let placed = write(&files("one"), &taken.join("trong").join("..")).unwrap();
    // then it stands beside it under its name, and a whole disk is no place for one
    assert_eq!(
        placed.folder,
        home.path().canonicalize().unwrap().join("ho-so-2")
    );
    assert_eq!(names(&taken), ["mine.txt", "trong"]);
    let root = home.path().ancestors().last().unwrap();
    assert!(write(&files("one"), root).is_err());
}
