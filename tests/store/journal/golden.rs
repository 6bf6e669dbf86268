//! Files of released versions, frozen as they were written: whatever is added to the program, they open, amount to the
//! same session, go on, and are exported. `tests/golden/VERSION` is never changed; a new version gets a folder of its own.
//!
//! Only what the old files hold is compared: fields may be added to a record, a value that stood in one may not change.

use std::path::{Path, PathBuf};

use doithoai::documents::{self, Options};
use doithoai::domain::record::SessionRecord;
use doithoai::domain::session::Session;
use doithoai::domain::session::command::Command;
use doithoai::store::clock::Clock;
use doithoai::store::journal;
use doithoai::store::profiles;
use doithoai::store::sessions::{self, OpenSession};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

const VERSIONS: [&str; 1] = ["0.1.0"];
/// What says which version of the record it is may change with every field that is added.
const MAY_CHANGE: [&str; 1] = ["schema"];

fn golden(version: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden")
        .join(version)
}

/// The folders in a folder, in order of their names.
fn folders(path: &Path) -> Vec<PathBuf> {
    let mut all: Vec<PathBuf> = std::fs::read_dir(path)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    all.sort();
    assert!(!all.is_empty(), "{}", path.display());
    all
}

fn sessions() -> Vec<PathBuf> {
    let mut all = Vec::new();
    for version in VERSIONS {
        all.extend(folders(&golden(version).join("sessions")));
        all.push(golden(version).join("left-behind"));
    }
    all
}

fn json(path: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

/// What an old value says and the new one does not say, with the way to it. What stood for nothing may be left out.
fn lost(old: &Value, new: Option<&Value>, way: &str) -> Vec<String> {
    match (old, new) {
        (Value::Object(old), Some(Value::Object(new))) => old
            .iter()
            .filter(|(key, _)| !(way.is_empty() && MAY_CHANGE.contains(&key.as_str())))
            .flat_map(|(key, value)| lost(value, new.get(key), &format!("{way}/{key}")))
            .collect(),
        (Value::Array(old), Some(Value::Array(new))) if old.len() == new.len() => old
            .iter()
            .zip(new)
            .enumerate()
            .flat_map(|(at, (old, new))| lost(old, Some(new), &format!("{way}/{at}")))
            .collect(),
        (Value::Null, None) => Vec::new(),
        (old, Some(new)) if old == new => Vec::new(),
        (old, new) => vec![format!("{way}: was {old}, is {new:?}")],
    }
}

fn assert_kept(old: &Value, new: &Value, what: &Path) {
    let lost = lost(old, Some(new), "");
    assert!(lost.is_empty(), "{}:\n{}", what.display(), lost.join("\n"));
}

/// The session in a copy of a folder, so that the frozen one is never written to.
fn copied(folder: &Path) -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        std::fs::copy(&path, home.path().join(path.file_name().unwrap())).unwrap();
    }
    home
}

fn session(folder: &Path) -> Session {
    let reading = journal::read(&folder.join(journal::FILE_NAME)).unwrap();
    assert_eq!(reading.damage, None, "{}", folder.display());
    sessions::session_of(&reading).unwrap()
}

#[test]
fn nobody_has_touched_them() {
    for version in VERSIONS {
        let sums = std::fs::read_to_string(golden(version).join("SHA256SUMS")).unwrap();
        assert!(sums.lines().count() > 40, "{version}");
        for line in sums.lines() {
            let (sum, path) = line.split_once("  ").unwrap();
            let bytes = std::fs::read(golden(version).join(path)).unwrap();
            let expected: Vec<u8> = (0..sum.len() / 2)
                .map(|at| u8::from_str_radix(sum.get(at * 2..at * 2 + 2).unwrap(), 16).unwrap())
                .collect();
            assert_eq!(Sha256::digest(&bytes)[..], expected, "{version}: {path}");
        }
    }
}

#[test]
fn every_event_there_is_stands_in_one_of_them() {
    let mut seen = std::collections::BTreeSet::new();
    for folder in sessions() {
        let reading = journal::read(&folder.join(journal::FILE_NAME)).unwrap();
        for record in reading.records {
            seen.extend(
                record
                    .events
                    .iter()
                    .map(doithoai::domain::session::event::Event::name),
            );
        }
    }
    // The events of 0.1.0; what was added since stands in the folder of the version that brought it.
    for name in [
        "Opened",
        "Resumed",
        "AwayJudged",
        "StepEntered",
        "ActTicked",
        "RoundBegan",
        "TakingSet",
        "SpeechesHeld",
        "FollowUpOffered",
        "Deviated",
        "Closed",
        "FloorGiven",
        "ClockStarted",
        "ClockPaused",
        "ClockResumed",
        "FloorEnded",
        "LimitSet",
        "LimitForRestSet",
        "Registered",
        "QueueMoved",
        "StandingSet",
        "PersonRefused",
        "ItemRaised",
        "ItemEdited",
        "ItemTopicSet",
        "ItemLinked",
        "ItemMoved",
        "ItemSummarised",
        "ItemClassed",
        "ItemReopened",
        "AgencyAdded",
        "BreakBegan",
        "BreakEnded",
        "TimeCorrected",
        "ChairReplaced",
        "Noted",
        "ConclusionWorded",
        "HallShown",
        "SceneSet",
        "Undone",
        "Redone",
    ] {
        assert!(seen.contains(name), "no frozen journal has {name}");
    }
}

#[test]
fn a_session_amounts_to_what_it_amounted_to() {
    for folder in sessions() {
        // The torn one is the running one with half a line behind it.
        let name = sessions::id_of(&folder).replace("torn-", "running-");
        let old = folder.with_file_name(name).join("record.json");
        if old.exists() {
            let record = SessionRecord::as_left(&session(&folder));
            assert_kept(&json(&old), &serde_json::to_value(record).unwrap(), &old);
        }
    }
}

#[test]
fn a_session_goes_on_and_what_was_written_before_stays_as_it_was() {
    for folder in sessions() {
        let home = copied(&folder);
        let path = home.path().join(journal::FILE_NAME);
        let old = std::fs::read(&path).unwrap();
        let whole = usize::try_from(journal::read_bytes(&old).whole_bytes).unwrap();
        let clock = Clock::by_hand("2026-11-26T14:00:00+07:00".parse().unwrap());
        let mut sitting = OpenSession::open(home.path(), clock).unwrap();
        let (now, _) = sitting.now();
        let note = Command::Note {
            text: "Ghi thêm".into(),
            item: None,
        };
        sitting.perform(note, now).unwrap();
        let state = sitting.session().state().clone();
        drop(sitting);
        // then the old bytes stand where they stood, and reading all of it comes to the same
        let new = std::fs::read(&path).unwrap();
        assert!(new.len() > whole, "{}", folder.display());
        assert_eq!(&new[..whole], &old[..whole], "{}", folder.display());
        assert_eq!(session(home.path()).state(), &state);
    }
}

#[test]
fn everything_can_be_taken_back_and_done_again() {
    for folder in sessions() {
        let session = session(&folder);
        let Some(mut last) = session.history().to_undo() else {
            continue;
        };
        let home = copied(&folder);
        let clock = Clock::by_hand("2026-11-26T14:00:00+07:00".parse().unwrap());
        let mut sitting = OpenSession::open(home.path(), clock).unwrap();
        let (now, _) = sitting.now();
        loop {
            sitting.perform(Command::Undo, now).unwrap();
            match sitting.session().history().to_undo() {
                Some(before) => {
                    assert!(before < last, "{}", folder.display());
                    last = before;
                }
                None => break,
            }
        }
        while sitting.session().history().to_redo().is_some() {
            sitting.perform(Command::Redo, now).unwrap();
        }
        let record = |session: &Session| {
            let record = SessionRecord::as_left(session);
            serde_json::to_value((record.items, record.speakers)).unwrap()
        };
        assert_eq!(record(sitting.session()), record(&session));
    }
}

#[test]
fn the_dossier_of_a_session_can_be_made_with_the_sentences_of_an_office() {
    for folder in sessions() {
        let bytes = std::fs::read(folder.join(journal::FILE_NAME)).unwrap();
        let record = SessionRecord::as_left(&session(&folder));
        let options = Options {
            user_words: Some(golden("0.1.0").join(documents::WORDS_FILE)),
            ..Options::default()
        };
        let files = documents::make(&record, &bytes, &options).unwrap();
        assert!(files.iter().any(|file| file.bytes == bytes));
    }
}

#[test]
fn a_record_is_read_and_says_what_it_said() {
    for version in VERSIONS {
        let folder = golden(version);
        for path in [
            folder.join("dossier/record.json"),
            folder.join("records/dan-tien-2025-public.json"),
        ] {
            let record: SessionRecord =
                serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
            let again = serde_json::to_value(&record).unwrap();
            assert_kept(&json(&path), &again, &path);
        }
        let path = folder.join("dossier/record.ron");
        let record: SessionRecord =
            ron::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        let again = serde_json::to_value(&record).unwrap();
        assert_kept(&json(&folder.join("dossier/record.json")), &again, &path);
    }
}

#[test]
fn plans_and_profiles_are_read_as_they_were() {
    for version in VERSIONS {
        let plans = golden(version).join("plans");
        for name in ["sample", "least", "whole"] {
            let path = plans.join(format!("{name}.ron"));
            let draft = doithoai::documents::plan_import::read(
                &path,
                &doithoai::documents::plan_import::Catalogue {
                    regulations: &[],
                    regulation: None,
                },
            )
            .unwrap();
            let regulation = profiles::load(&draft.plan.regulation.0, None).unwrap();
            assert_eq!(draft.check(Some(&regulation)).faults, [], "{name}");
            let plan = serde_json::to_value(&draft.plan).unwrap();
            assert_kept(&json(&plans.join(format!("{name}.json"))), &plan, &path);
        }
        let regulations = golden(version).join("regulations");
        let path = regulations.join("xa-rieng-2026.ron");
        let profile = profiles::check_file(&path).unwrap();
        let profile = serde_json::to_value(&profile).unwrap();
        assert_kept(
            &json(&regulations.join("xa-rieng-2026.json")),
            &profile,
            &path,
        );
        let path = regulations.join("template.ron");
        let profile = profiles::parse(&std::fs::read(&path).unwrap(), None).unwrap();
        let profile = serde_json::to_value(&profile).unwrap();
        assert_kept(&json(&regulations.join("template.json")), &profile, &path);
    }
}
