//! Every file of sentences with the ids that are taken from it: both languages have every sentence with the same places,
//! and none that nothing says. Knows all wings, so it stands in the topmost.

#![cfg(test)]

use std::collections::BTreeSet;
use std::path::Path;

use crate::domain::i18n::{FromCatalog, Lang, Sources, faults_of};
use crate::domain::session::event::Event;
use crate::tui::desk::words::DeskWords;

/// What asks a file of sentences for its faults.
type Faults = fn() -> Vec<String>;

fn faults<W: FromCatalog>(sources: Sources) -> Vec<String> {
    faults_of::<W>(sources)
}

const FILES: &[(&str, Faults)] = &[
    ("calendar", || {
        faults::<crate::store::calendars::explain::CalendarWords>(
            crate::store::calendars::explain::WORDS,
        )
    }),
    ("causes", || {
        faults::<crate::domain::io_messages::IoWords>(crate::domain::io_messages::SOURCES)
    }),
    ("cli", || {
        faults::<super::words::CliWords>(super::words::SOURCES)
    }),
    ("data_file", || {
        faults::<crate::documents::ron_file::SyntaxWords>(crate::documents::ron_file::WORDS)
    }),
    ("deadlines", || {
        faults::<crate::domain::deadlines::explain::DeadlineWords>(
            crate::domain::deadlines::explain::WORDS,
        )
    }),
    ("desk", || {
        faults::<DeskWords>(crate::tui::desk::words::SOURCES)
    }),
    ("dossier", || {
        faults::<crate::documents::DossierErrorWords>(crate::documents::DOSSIER_WORDS)
    }),
    ("errors", || {
        faults::<super::error::words::ErrorTexts>(super::error::words::SOURCES)
    }),
    ("follow_up", || {
        faults::<crate::domain::follow_up::words::FollowUpWords>(
            crate::domain::follow_up::words::WORDS,
        )
    }),
    ("intake", || {
        faults::<crate::documents::plan_import::words::PlanWords>(
            crate::documents::plan_import::words::WORDS,
        )
    }),
    ("office", || {
        faults::<crate::tui::office::words::OfficeWords>(crate::tui::office::words::SOURCES)
    }),
    ("plan_pages", || {
        faults::<crate::tui::plan_pages::words::PlanPageWords>(
            crate::tui::plan_pages::words::SOURCES,
        )
    }),
    ("follow_up_screen", || {
        faults::<crate::tui::follow_up::words::FollowUpScreenWords>(
            crate::tui::follow_up::words::WORDS,
        )
    }),
    ("projector", || {
        faults::<crate::domain::hall_view::words::HallWords>(
            crate::domain::hall_view::words::SOURCES,
        )
    }),
    ("station", || {
        faults::<crate::tui::station::words::StationScreenWords>(
            crate::tui::station::words::SOURCES,
        )
    }),
    ("store", || {
        faults::<crate::store::explain::StoreWords>(crate::store::explain::WORDS)
    }),
    ("settings", || {
        faults::<crate::tui::settings::words::SettingsWords>(crate::tui::settings::words::SOURCES)
    }),
    ("settings_file", || {
        faults::<crate::store::settings::explain::SettingsFileWords>(
            crate::store::settings::explain::WORDS,
        )
    }),
    ("regulations", || {
        faults::<crate::domain::regulation::RegulationWords>(crate::domain::regulation::WORDS)
    }),
];

/// What only a program with these features says.
const OF_FEATURES: &[(&str, Faults)] = &[
    #[cfg(feature = "hall")]
    ("hall", || {
        faults::<crate::stations::hall::words::HallServerWords>(
            crate::stations::hall::words::SOURCES,
        )
    }),
    #[cfg(feature = "nats")]
    ("share", || {
        faults::<crate::stations::share::words::ShareWords>(crate::stations::share::words::SOURCES)
    }),
];
/// What is not looked at here, since nothing says it.
const NOT_BUILT: &[&str] = &[
    #[cfg(not(feature = "hall"))]
    "hall",
    #[cfg(not(feature = "nats"))]
    "share",
];

#[test]
fn both_languages_say_everything_with_the_same_places_and_nothing_more() {
    let faults: Vec<String> = FILES
        .iter()
        .chain(OF_FEATURES)
        .flat_map(|(name, faults)| {
            faults()
                .into_iter()
                .map(move |fault| format!("{name}: {fault}"))
        })
        .collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_file_of_sentences_is_registered() {
    for lang in ["vi", "en"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("config/words")
            .join(lang);
        let found: BTreeSet<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| {
                entry
                    .unwrap()
                    .path()
                    .file_stem()
                    .unwrap()
                    .to_str()
                    .unwrap()
                    .to_owned()
            })
            .collect();
        let registered: BTreeSet<String> = FILES
            .iter()
            .chain(OF_FEATURES)
            .map(|(name, _)| (*name).to_owned())
            .chain(NOT_BUILT.iter().map(ToString::to_string))
            .collect();
        assert_eq!(found, registered, "{lang}");
    }
}

#[test]
fn every_event_has_a_sentence() {
    use strum::VariantNames as _;
    for lang in [Lang::Vi, Lang::En] {
        let words: DeskWords = crate::tui::desk::words::SOURCES.read(lang);
        let named: BTreeSet<&str> = words.events.keys().map(String::as_str).collect();
        let events: BTreeSet<&str> = Event::VARIANTS.iter().copied().collect();
        assert_eq!(named, events, "{lang:?}");
    }
}
