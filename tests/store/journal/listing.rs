//! The sessions on this computer: naming, finding, listing.

use doithoai::store::sessions::{
    ArchiveError, FindError, SessionStore, archive, delete_rehearsal, id_of, list, restore,
};

use crate::journal::given::{Place, close, spaces};

#[test]
fn a_session_is_found_by_its_name_the_beginning_of_it_or_its_path() {
    let place = Place::laid_down();
    let store = SessionStore::at(place.data.path());
    let id = id_of(&place.folder);
    assert_eq!(id, "2026-11-25-01");
    for name in [&id, "2026-11", place.folder.to_str().unwrap()] {
        assert_eq!(store.find(name), Ok(place.folder.clone()));
    }
    assert_eq!(store.find("2027"), Err(FindError::Unknown("2027".into())));
    let other = store.folder().join("2026-11-26-01");
    std::fs::create_dir(&other).unwrap();
    std::fs::copy(place.journal(), other.join("journal.ron")).unwrap();
    assert!(matches!(
        store.find("2026"),
        Err(FindError::Ambiguous(_, names)) if names == ["2026-11-25-01", "2026-11-26-01"]
    ));
}

#[test]
fn what_was_left_half_built_is_no_session() {
    let place = Place::laid_down();
    let store = SessionStore::at(place.data.path());
    let half = store.folder().join(".new-abc");
    std::fs::create_dir(&half).unwrap();
    std::fs::copy(place.journal(), half.join("journal.ron")).unwrap();
    assert_eq!(list(&store).len(), 1);
    assert_eq!(store.find(".new"), Err(FindError::Unknown(".new".into())));
    assert_eq!(store.find(""), Ok(place.folder.clone()));
}

#[test]
fn the_list_says_how_far_each_session_has_come() {
    let place = Place::laid_down();
    let store = SessionStore::at(place.data.path());
    let listed = list(&store).remove(0);
    let standing = listed.standing.unwrap();
    assert_eq!(listed.folder, place.folder);
    assert_eq!(standing.title, "Đối thoại");
    assert_eq!(standing.step, None);
    let mut sitting = place.open();
    spaces(&mut sitting, 1);
    drop(sitting);
    let standing = list(&store).remove(0).standing.unwrap();
    assert!(standing.step.is_some() && !standing.closed);
    // Without the small file the journal says the same.
    let before = list(&store).remove(0).standing;
    std::fs::remove_file(place.folder.join("standing.ron")).unwrap();
    assert_eq!(list(&store)[0].standing, before);
}

#[test]
fn only_a_closed_session_is_put_away_and_nothing_of_it_is_lost() {
    let place = Place::laid_down();
    let store = SessionStore::at(place.data.path());
    assert!(matches!(
        archive(&place.folder),
        Err(ArchiveError::NotClosed)
    ));
    let mut sitting = place.open();
    close(&mut sitting);
    drop(sitting);
    let before = std::fs::read(place.journal()).unwrap();
    // when it is put away
    archive(&place.folder).unwrap();
    // then it is marked, found by its name as before, and its journal is as it was
    assert!(list(&store)[0].is_archived);
    assert_eq!(store.find("2026-11-25-01"), Ok(place.folder.clone()));
    assert_eq!(std::fs::read(place.journal()).unwrap(), before);
    assert!(matches!(archive(&place.folder), Err(ArchiveError::Already)));
    // and it comes back
    restore(&place.folder).unwrap();
    assert!(!list(&store)[0].is_archived);
    assert!(matches!(
        restore(&place.folder),
        Err(ArchiveError::NotArchived)
    ));
}

#[test]
fn only_a_rehearsal_that_no_desk_has_open_is_deleted() {
    let place = Place::laid_down();
    let store = SessionStore::at(place.data.path());
    let now = "2026-11-25T08:00:00+07:00".parse().unwrap();
    // given a session, a rehearsal, and a folder elsewhere that is named like one
    assert!(matches!(
        delete_rehearsal(&store, &place.folder, now),
        Err(ArchiveError::NoRehearsal)
    ));
    let rehearsal = store.folder().join("rehearsal-2026-11-25-01");
    std::fs::create_dir(&rehearsal).unwrap();
    std::fs::copy(place.journal(), rehearsal.join("journal.ron")).unwrap();
    let elsewhere = place.data.path().join("rehearsal-1");
    std::fs::create_dir(&elsewhere).unwrap();
    assert!(matches!(
        delete_rehearsal(&store, &elsewhere, now),
        Err(ArchiveError::NoRehearsal)
    ));
    // while a desk has it, it stays
    let desk = doithoai::store::journal::DeskLock::take(&rehearsal, now).unwrap();
    assert!(matches!(
        delete_rehearsal(&store, &rehearsal, now),
        Err(ArchiveError::InUse)
    ));
    drop(desk);
    delete_rehearsal(&store, &rehearsal, now).unwrap();
    assert!(!rehearsal.exists() && place.folder.exists() && elsewhere.exists());
    assert_eq!(list(&store).len(), 1);
}
