//! The shipped profiles held against the facts, a profile of one's own, and files that are no profile.

mod clerk;
mod guesses;
mod malformed;
mod sixth;
mod statements;

use std::fs;

use doithoai::cli::print::regulations as print;
use doithoai::domain::i18n::Lang;
use doithoai::store::profiles::{self, Origin, ProfileError};

#[test]
fn every_shipped_profile_loads_and_is_listed_in_both_languages() {
    for listed in profiles::all(None) {
        assert!(listed.profile.is_ok(), "{:?}", listed.profile);
        let regulation = listed.profile.unwrap();
        for lang in [Lang::Vi, Lang::En] {
            assert!(print::list(None, lang).contains(&listed.id.0));
            let page = print::profile(&regulation, lang);
            for step in &regulation.steps {
                assert!(page.contains(step.title.in_lang(lang)), "{page}");
            }
        }
        let json: serde_json::Value =
            serde_json::from_str(&print::profile_json(&regulation)).unwrap();
        assert_eq!(json["id"], regulation.id.0.as_str());
        let list: serde_json::Value =
            serde_json::from_str(&print::list_json(None, Lang::En)).unwrap();
        assert_eq!(list.as_array().unwrap().len(), 6);
    }
}

#[test]
fn a_profile_survives_being_written_into_a_journal_and_read_again() {
    for id in profiles::ids(None) {
        let regulation = profiles::load(&id.0, None).unwrap();
        let written = ron::to_string(&regulation).unwrap();
        assert_eq!(ron::from_str(&written).ok(), Some(regulation.clone()));
        let json = print::profile_json(&regulation);
        assert_eq!(serde_json::from_str(&json).ok(), Some(regulation));
    }
}

#[test]
fn given_a_file_of_the_users_when_it_has_a_shipped_id_then_it_takes_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let shipped = include_str!("../../../config/regulations/dien-bien.ron");
    let mended = shipped.replace("number: None", "number: \"05-QĐ/TU\"");
    fs::write(folder.path().join("dien-bien.ron"), mended).unwrap();
    fs::write(folder.path().join("ban nháp.ron"), "(").unwrap();
    fs::write(folder.path().join("ghi-chú.txt"), "không phải quy định").unwrap();

    let user = Some(folder.path());
    let loaded = profiles::load("dien-bien", user).unwrap();
    assert_eq!(loaded.number.as_deref(), Some("05-QĐ/TU"));
    assert_eq!(profiles::ids(user).len(), 7);
    let all = profiles::all(user);
    assert!(matches!(all[2].origin, Origin::User(_)));
    assert!(matches!(all[6].profile, Err(ProfileError::Faulty { .. })));
    assert!(profiles::load("lao-cai-7-qc-tu-2025", user).is_ok());
    assert!(print::list(user, Lang::Vi).contains("ban nháp"));
}

#[test]
fn an_unknown_id_names_the_ids_there_are_and_is_never_taken_for_a_path() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("x.ron"), "(").unwrap();
    let inside = folder.path().join("inside");
    fs::create_dir(&inside).unwrap();
    for id in ["khong-co", "../x", "", ".", "/etc/passwd"] {
        let Err(ProfileError::Unknown { known, .. }) = profiles::load(id, Some(&inside)) else {
            panic!("{id} was found");
        };
        assert_eq!(known.len(), 6);
    }
}

#[test]
fn text_typed_in_pieces_is_one_letter_after_loading() {
    use unicode_normalization::UnicodeNormalization;
    let shipped = include_str!("../../../config/regulations/dan-tien-2025.ron");
    let decomposed: String = shipped.nfd().collect();
    assert_ne!(decomposed, shipped);
    let loaded = profiles::parse(decomposed.as_bytes(), Some("dan-tien-2025")).unwrap();
    assert_eq!(loaded, profiles::load("dan-tien-2025", None).unwrap());

    let escaped = shipped.replace("vi: \"Định kỳ\"", "vi: \"\\u{110}i\\u{323}nh ky\\u{300}\"");
    let loaded = profiles::parse(escaped.as_bytes(), Some("dan-tien-2025")).unwrap();
    assert_eq!(loaded.modes[0].title.vi, "Định kỳ");
}

#[test]
fn a_file_saved_on_windows_is_read_alike() {
    let shipped = include_str!("../../../config/regulations/tang-tien-2024.ron");
    let windows = format!("\u{feff}{}", shipped.replace('\n', "\r\n"));
    let loaded = profiles::parse(windows.as_bytes(), Some("tang-tien-2024")).unwrap();
    assert_eq!(loaded, profiles::load("tang-tien-2024", None).unwrap());
}
