//! The house keeps its plan: who may know whom, and who may ask the world. The sources are read and held against the
//! tables below; a room without a row is a failing test, and so is a row that nothing needs any more.

#[cfg(test)]
#[path = "architecture/plan.rs"]
mod plan;
#[cfg(test)]
#[path = "architecture/sources.rs"]
mod sources;

#[cfg(test)]
mod the_house {
    use std::collections::BTreeSet;

    use crate::plan::{CORE, LONG, ROOMS, WORLD, broken_in};
    use crate::sources::{File, house};

    /// What a file breaks, if it were in the house.
    fn broken(path: &str, text: &str) -> Vec<String> {
        broken_in(&File::of(path, text))
    }

    #[test]
    fn every_file_keeps_to_the_plan() {
        let broken: Vec<String> = house().iter().flat_map(broken_in).collect();
        assert!(broken.is_empty(), "\n{}", broken.join("\n"));
    }

    #[test]
    fn every_room_has_a_row_and_every_long_file_is_still_long() {
        let house = house();
        let rooms: BTreeSet<&str> = house.iter().map(|file| file.room.as_str()).collect();
        for room in &rooms {
            assert!(
                ["lib", "main"].contains(room) || ROOMS.iter().any(|row| row.room == *room),
                "the room {room} has no row in the plan"
            );
        }
        for (path, reason) in LONG {
            let file = house.iter().find(|file| file.path == *path);
            let is_long = file.is_some_and(|file| file.lines > 400);
            assert!(is_long, "{path} needs no exception: {reason}");
        }
    }

    #[test]
    fn arrows_only_point_down() {
        for (place, row) in ROOMS.iter().enumerate() {
            for known in row.knows {
                let below = ROOMS.iter().position(|other| other.room == *known);
                assert!(
                    below.is_some_and(|below| below < place),
                    "{} stands above {known}",
                    row.room
                );
            }
        }
    }

    #[test]
    fn knowing_a_room_above_is_seen_in_every_way_of_writing_it() {
        for text in [
            "//! .\nuse crate::journal::Journal;",
            "//! .\nuse crate::{moment::Moment, journal};",
            "//! .\nuse super::super::journal;",
            "//! .\nuse super::{super::journal::Journal, item};",
            "//! .\nfn a() { crate::journal::read(x) }",
            "//! .\nfn a() { let _: Vec<crate::journal::Damage>; }",
            "//! .\npub(crate) use crate::journal::{self as kept};",
            "//! .\nmod inner { use super::super::super::journal; }",
        ] {
            let found = broken("src/session/queue.rs", text);
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            assert!(found[0].contains("journal"), "{found:?}");
        }
        assert_eq!(
            broken("src/session.rs", "//! .\nuse super::journal;").len(),
            1
        );
    }

    #[test]
    fn what_is_allowed_or_only_spoken_of_is_not_held_against_anybody() {
        for text in [
            "//! Never crate::journal.\nuse crate::moment::Moment;\n// crate::journal\n/* use crate::desk; */",
            "//! .\nuse super::item::Item; use super::super::moment::Moment;",
            "//! .\nfn a() { let b = \"crate::journal and std::fs\"; let c = 'c'; let d: &'static str = r#\"std::io\"#; }",
            "//! .\nmod inner { use super::Queue; }",
            "//! .\n#[cfg(test)]\nmod tests { use crate::journal; use std::fs; fn a() { if x {} } }\nfn b() {}",
            "//! .\nuse std::collections::BTreeMap; use serde::{Deserialize, Serialize};",
        ] {
            assert_eq!(broken("src/session/queue.rs", text), Vec::<String>::new());
        }
    }

    #[test]
    fn the_core_asks_no_clock_no_file_no_terminal_and_no_format() {
        for text in [
            "use std::fs;",
            "use std::{collections::BTreeMap, io::Write};",
            "fn a() { std::env::var(b) }",
            "use std::time::Duration;",
            "use chrono::{DateTime, Local};",
            "fn a() { chrono::Utc::now() }",
            "use ratatui::style::Color;",
            "use ron;",
            "fn a() { serde_json::to_string(b) }",
        ] {
            for room in CORE {
                let found = broken(&format!("src/{room}/x.rs"), &format!("//! .\n{text}"));
                assert_eq!(found.len(), 1, "{room}: {text}: {found:?}");
            }
        }
        assert!(WORLD.len() > 5);
    }

    #[test]
    fn only_the_clock_reads_the_time() {
        for text in [
            "fn a() { Instant::now() }",
            "fn a() { std::time::SystemTime::now() }",
            "fn a() { Local::now() }",
            "fn a() { rustix::time::clock_gettime(b) }",
        ] {
            let text = format!("//! .\n{text}");
            assert_eq!(broken("src/desk/loop.rs", &text).len(), 1, "{text}");
            assert_eq!(broken("src/clock.rs", &text).len(), 0, "{text}");
        }
    }

    #[test]
    fn a_file_says_what_it_is_for_and_does_not_grow_for_ever() {
        assert_eq!(broken("src/desk/x.rs", "fn a() {}").len(), 1);
        let long = format!("//! .\n{}", "\n".repeat(401));
        assert_eq!(broken("src/desk/x.rs", &long).len(), 1);
    }

    #[test]
    fn a_room_without_a_row_is_no_room() {
        assert_eq!(broken("src/utils.rs", "//! .").len(), 1);
    }
}
