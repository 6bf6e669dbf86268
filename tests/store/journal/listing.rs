//! The sessions on this computer: naming, finding, listing.

use doithoai::store::sessions::{FindError, SessionStore, id_of, list};

use crate::journal::given::{Place, spaces};

#[test]
fn a_session_is_found_by_its_name_the_beginning_of_it_or_its_path() {
    let place = Place::laid_down();
    let library = SessionStore::at(place.data.path());
    let id = id_of(&place.folder);
    assert_eq!(id, "2026-11-25-01");
    for name in [&id, "2026-11", place.folder.to_str().unwrap()] {
        assert_eq!(library.find(name), Ok(place.folder.clone()));
    }
    assert_eq!(library.find("2027"), Err(FindError::Unknown("2027".into())));
    let other = library.folder().join("2026-11-26-01");
    std::fs::create_dir(&other).unwrap();
    std::fs::copy(place.journal(), other.join("journal.ron")).unwrap();
    assert!(matches!(
        library.find("2026"),
        Err(FindError::Ambiguous(_, names)) if names == ["2026-11-25-01", "2026-11-26-01"]
    ));
}

#[test]
fn what_was_left_half_built_is_no_session() {
    let place = Place::laid_down();
    let library = SessionStore::at(place.data.path());
    let half = library.folder().join(".new-abc");
    std::fs::create_dir(&half).unwrap();
    std::fs::copy(place.journal(), half.join("journal.ron")).unwrap();
    assert_eq!(list(&library, 9).len(), 1);
    assert_eq!(library.find(".new"), Err(FindError::Unknown(".new".into())));
    assert_eq!(library.find(""), Ok(place.folder.clone()));
}

#[test]
fn the_list_says_how_far_each_session_has_come() {
    let place = Place::laid_down();
    let library = SessionStore::at(place.data.path());
    let [(folder, Some(standing))] = &list(&library, 9)[..] else {
        panic!("one session");
    };
    assert_eq!(folder, &place.folder);
    assert_eq!(standing.title, "Đối thoại");
    assert_eq!(standing.step, None);
    let mut sitting = place.open();
    spaces(&mut sitting, 1);
    drop(sitting);
    let standing = list(&library, 9).remove(0).1.unwrap();
    assert!(standing.step.is_some() && !standing.closed);
    // Without the small file the folder's name stands alone.
    std::fs::remove_file(place.folder.join("standing.ron")).unwrap();
    assert_eq!(list(&library, 9)[0].1, None);
}
