//! Only the user may read what citizens said and gave: every file below the data folder, whatever wrote it.

use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use doithoai::documents::{self, Options};
use doithoai::domain::record::SessionRecord;
use doithoai::store::journal;
use doithoai::tui::desk::dialog::kind::DialogKind;
use doithoai::tui::desk::draft::{Draft, DraftFile, Drafts};

use crate::journal::given::{Place, clock, note, spaces};

/// Everything below a folder, with its mode.
fn modes(folder: &Path) -> Vec<(PathBuf, u32)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let mode = std::fs::metadata(&path).unwrap().permissions().mode() & 0o777;
            if path.is_dir() {
                folders.push(path.clone());
            }
            found.push((path, mode));
        }
    }
    found
}

#[test]
fn every_file_of_a_session_is_private_to_the_user() {
    // given a session that was laid down, run, torn, repaired, moved elsewhere and exported
    let place = Place::with_acts();
    let whole = place.bytes();
    place.write(&whole[..whole.len() - 3]);
    let mut sitting = place.open();
    assert_eq!(place.kept().len(), 1);
    note(&mut sitting, "hẹn khảo sát");
    sitting.sign_of_life(clock().now().wall);
    let mut drafts = DraftFile::beside(&place.folder);
    let draft = Draft {
        kind: DialogKind::Note,
        texts: vec!["bà Ước hỏi".into()],
    };
    drafts
        .keep(&Drafts {
            open: Some(draft.clone()),
            set_aside: Vec::new(),
        })
        .unwrap();
    let record = SessionRecord::as_left(sitting.session());
    let files = documents::make(&record, &place.bytes(), &Options::default()).unwrap();
    doithoai::store::bundle::write(&files, &place.folder.join("ho-so")).unwrap();
    let here = modes(place.data.path());
    let elsewhere = tempfile::tempdir().unwrap();
    sitting.move_to(&elsewhere.path().join("usb")).unwrap();
    spaces(&mut sitting, 1);
    sitting.sign_of_life(clock().now().wall);
    let there = modes(elsewhere.path());
    drop(sitting);
    place.write(&whole[..whole.len() - 3]);
    let reading = journal::read(&place.journal()).unwrap();
    journal::repair(&place.journal(), &reading).unwrap();
    // then nobody else may read any of it
    let all: Vec<(PathBuf, u32)> = here
        .into_iter()
        .chain(there)
        .chain(modes(place.data.path()))
        .collect();
    for name in [
        "journal.ron",
        "journal.kept-1.ron",
        "journal.kept-2.ron",
        "standing.ron",
        "desk.alive",
        "desk.lock",
        "desk.holder",
        "desk.draft.ron",
        "bien-ban.docx",
        "sessions",
        "usb",
    ] {
        assert!(all.iter().any(|(path, _)| path.ends_with(name)), "{name}");
    }
    for (path, mode) in all {
        let private = if path.is_dir() { 0o700 } else { 0o600 };
        assert_eq!(mode, private, "{}: {mode:o}", path.display());
    }
}

#[test]
fn half_a_draft_that_a_kill_left_is_neither_offered_nor_left_lying() {
    let place = Place::laid_down();
    let draft = Draft {
        kind: DialogKind::Note,
        texts: vec!["bà Ước hỏi về đường".into()],
    };
    DraftFile::beside(&place.folder)
        .keep(&Drafts {
            open: Some(draft.clone()),
            set_aside: Vec::new(),
        })
        .unwrap();
    let before = crate::journal::given::names(&place.folder);
    // given the power is cut while a later draft is being written
    let half = place.folder.join("desk.draft.ron.new");
    std::fs::write(&half, "(purpose:Note,texts:[\"bà Ước hỏi về đường liên").unwrap();
    // when the desk opens again
    let offered = DraftFile::beside(&place.folder).left_behind();
    // then the last whole one is offered, and nothing half-made lies there
    assert_eq!(offered.open, Some(draft));
    assert_eq!(
        crate::journal::given::names(&place.folder).len(),
        before.len()
    );
    assert!(!half.exists());
}
