//! Stories of sessions that went elsewhere: where the word about it stands, and where it leads.

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
    // then a circle is told, and which of its folders holds the most
    std::fs::write(second.join(journal::FILE_NAME), "(seq:1)\n(seq:2)\n").unwrap();
    std::fs::write(first.join(journal::FILE_NAME), "(seq:1)\n").unwrap();
    for from in [&first, &second] {
        let away = follow(from, &none()).unwrap_err();
        assert_eq!(away.why, Astray::Circle);
        assert_eq!((away.to, away.told_by), (second.clone(), second.join(NAME)));
    }
    // and one that leads to itself leads nowhere
    std::fs::remove_file(first.join(NAME)).unwrap();
    put(&first, &first, &none()).unwrap();
    assert_eq!(follow(&first, &none()), Ok(first.clone()));
    assert!(!RedirectWatch::of(&first, &none()).is_told());
}

#[test]
fn a_redirect_to_another_session_is_never_followed() {
    let home = tempfile::tempdir().unwrap();
    let [left, other] = ["a", "b"].map(|name| session(&home.path().join(name)));
    put(&left, &other, &none()).unwrap();
    for (folder, first) in [(&left, "(seq:1,a)"), (&other, "(seq:1,b)")] {
        std::fs::write(folder.join(journal::FILE_NAME), format!("{first}\n")).unwrap();
    }
    let away = follow(&left, &none()).unwrap_err();
    assert_eq!(
        (away.why, away.told_by),
        (Astray::AnotherSession, left.join(NAME))
    );
    // unless that is the same one by the first line that is kept, or nothing there says which it is
    std::fs::write(left.join(journal::OPENING_NAME), "(seq:1,b)\n").unwrap();
    assert_eq!(follow(&left, &none()), Ok(other.clone()));
    std::fs::remove_file(left.join(journal::OPENING_NAME)).unwrap();
    std::fs::write(left.join(journal::FILE_NAME), "").unwrap();
    assert_eq!(follow(&left, &none()), Ok(other));
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
