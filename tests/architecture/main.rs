//! The walls of the code: which wing may know which, what of the outside world a wing may ask for, and that nothing is
//! granted which is not used. The sources are read with a parser of Rust and held against the tables in `walls`.

#[cfg(test)]
mod lengths;
#[cfg(test)]
mod sources;
#[cfg(test)]
mod walls;

#[cfg(test)]
mod the_code {
    use std::collections::{BTreeMap, BTreeSet};

    use crate::lengths::{FunctionLength, functions_of};
    use crate::sources::{File, Sources, files_below};
    use crate::walls::{LONG_FUNCTION, MOST_LINES, SCREEN_STATES, ScreenState, WINGS, WORLD};

    #[test]
    fn a_wing_knows_what_it_is_granted_and_uses_every_grant() {
        let sources = Sources::read();
        let mut used: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        let mut broken = Vec::new();
        for (file, known) in sources.arrows() {
            let (from, to) = (file.wing(), Sources::wing_of(known));
            if from == to || from.is_empty() || to.is_empty() {
                continue;
            }
            used.entry(from).or_default().insert(to);
            if !WINGS
                .iter()
                .any(|row| row.wing == from && row.knows.contains(&to))
            {
                broken.push(format!("{} knows {known}", file.path));
            }
        }
        assert!(broken.is_empty(), "\n{}", broken.join("\n"));
        for row in WINGS {
            let used = used.remove(row.wing).unwrap_or_default();
            let granted: BTreeSet<&str> = row.knows.iter().copied().collect();
            assert_eq!(granted, used, "granted and used by {}", row.wing);
        }
    }

    #[test]
    fn arrows_only_point_down_the_list_of_wings() {
        for (place, row) in WINGS.iter().enumerate() {
            for known in row.knows {
                let below = WINGS.iter().position(|other| other.wing == *known);
                assert!(
                    below.is_some_and(|below| below > place),
                    "{} stands above {known}",
                    row.wing
                );
            }
        }
    }

    #[test]
    fn every_file_stands_in_a_wing() {
        for file in &Sources::read().files {
            assert!(
                file.wing().is_empty() || WINGS.iter().any(|row| row.wing == file.wing()),
                "{} is in no wing",
                file.path
            );
        }
    }

    #[test]
    fn a_part_of_the_world_is_asked_for_where_it_is_granted_and_nowhere_else() {
        let sources = Sources::read();
        let wrong: Vec<String> = WORLD
            .iter()
            .filter_map(|part| {
                let asking: BTreeSet<&str> = sources
                    .files
                    .iter()
                    .filter(|file| file.asks_for(part.path))
                    .map(|file| part.place_of(&file.module))
                    .collect();
                let granted: BTreeSet<&str> = part.granted.iter().copied().collect();
                (granted != asking).then(|| {
                    format!(
                        "{} is granted to {granted:?} and asked for by {asking:?}",
                        part.path
                    )
                })
            })
            .collect();
        assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    }

    #[test]
    fn no_circle_inside_a_wing() {
        let circles = Sources::read().circles();
        assert!(circles.is_empty(), "{}", circles.join("\n"));
    }

    #[test]
    fn every_file_says_what_it_is_for_and_stays_readable() {
        let sources = Sources::read();
        for file in &sources.files {
            assert!(
                file.says_what_it_is_for,
                "{} does not open with //!",
                file.path
            );
            assert!(
                file.lines <= MOST_LINES,
                "{} has {} lines",
                file.path,
                file.lines
            );
        }
    }

    #[test]
    fn stories_and_what_measures_are_as_readable_as_what_they_are_about() {
        for (path, text) in files_below(&["tests", "benches", "examples"]) {
            assert!(text.starts_with("//!"), "{path} does not open with //!");
            let lines = text.lines().count();
            assert!(lines <= MOST_LINES, "{path} has {lines} lines");
        }
    }

    #[test]
    fn of_a_hundred_functions_at_most_one_is_long() {
        for folder in ["src", "tests"] {
            let files = files_below(&[folder]);
            let mut long = Vec::new();
            let mut count = 0;
            for (path, text) in &files {
                let functions = functions_of(text);
                count += functions.len();
                let too_long = functions.iter().filter(|one| one.lines > LONG_FUNCTION);
                long.extend(too_long.map(|one| {
                    let FunctionLength { name, at, lines } = one;
                    format!("{lines} {path}:{at} {name}")
                }));
            }
            assert!(count > 1_000, "{count} functions in {folder}");
            assert!(
                long.len() * 100 <= count,
                "{} of {count} functions in {folder} have more than {LONG_FUNCTION} lines:\n{}",
                long.len(),
                long.join("\n")
            );
        }
    }

    #[test]
    fn lines_of_a_function_are_counted_from_its_name_to_its_closing_brace() {
        let text = "\
pub(in crate::a) const fn one<T>(&self) -> u8 {
    fn inner() {
        2
    }
    1
}

trait Three {
    fn without(&self);

    fn several(
        &self,
    ) -> u8;

    fn with(&self) {}
}

// fn no() {
impl X {
    async fn four(
        a: u8,
    ) {
        a;
    }
}
";
        let counted: Vec<(String, usize, usize)> = functions_of(text)
            .into_iter()
            .map(|one| (one.name, one.at, one.lines))
            .collect();
        let expected = [
            ("one", 1, 6),
            ("inner", 2, 3),
            ("with", 15, 1),
            ("four", 20, 5),
        ];
        let expected = expected.map(|(name, at, lines)| (name.to_owned(), at, lines));
        assert_eq!(counted, expected);
    }

    #[test]
    fn a_type_has_a_name_of_its_own() {
        let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for file in &Sources::read().files {
            for name in &file.types {
                places
                    .entry(name.clone())
                    .or_default()
                    .push(file.path.clone());
            }
        }
        let twice: Vec<String> = places
            .iter()
            .filter(|(_, files)| files.len() > 1)
            .map(|(name, files)| format!("{name}: {}", files.join(", ")))
            .collect();
        assert!(twice.is_empty(), "\n{}", twice.join("\n"));
    }

    /// The files of a screen that give functions to its state where it may have none.
    fn outside_its_modules<'a>(state: &ScreenState, files: &'a [File]) -> Vec<&'a str> {
        let lies_in = |file: &File, place: &str| {
            let rest = file.module.strip_prefix(place);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
        };
        files
            .iter()
            .filter(|file| file.implements.contains(state.name) && lies_in(file, state.home))
            .filter(|file| !state.granted.iter().any(|place| lies_in(file, place)))
            .map(|file| file.path.as_str())
            .collect()
    }

    #[test]
    fn the_state_of_a_screen_is_changed_and_read_in_its_own_two_modules_only() {
        let sources = Sources::read();
        for state in SCREEN_STATES {
            let outside = outside_its_modules(state, &sources.files);
            assert!(outside.is_empty(), "impl {}: {outside:?}", state.name);
            for place in state.granted {
                let inside = |file: &&File| file.module.starts_with(place);
                let mut files = sources.files.iter().filter(inside);
                let is_used = files.any(|file| file.implements.contains(state.name));
                assert!(is_used, "{} has no function in {place}", state.name);
            }
        }
    }

    #[test]
    fn functions_of_a_screen_s_state_are_seen_in_every_way_of_writing_them() {
        for text in [
            "impl Desk { fn a(&self) {} }",
            "impl super::Desk { fn a(&self) {} }",
            "impl std::fmt::Display for Desk { }",
            "impl From<&crate::tui::desk::Desk> for Desk { }",
            "impl Iterator for &mut Desk { }",
            "mod inner { impl crate::tui::desk::Desk { } }",
            "fn a() { impl Desk { } }",
        ] {
            for (path, is_outside) in [
                ("src/tui/desk.rs", true),
                ("src/tui/desk/updates.rs", true),
                ("src/tui/desk/dialog/kind.rs", true),
                ("src/tui/desk/update.rs", false),
                ("src/tui/desk/view/footer.rs", false),
                ("src/store/journal/follow.rs", false),
            ] {
                let file = [File::of(path, text)];
                let outside = outside_its_modules(&SCREEN_STATES[0], &file);
                assert_eq!(!outside.is_empty(), is_outside, "{path}: {text}");
            }
        }
        let other = "impl Display for Other { } #[cfg(test)] mod tests { impl Desk { } }";
        let file = [File::of("src/tui/desk/hall.rs", other)];
        assert!(outside_its_modules(&SCREEN_STATES[0], &file).is_empty());
    }

    fn arrows_of(path: &str, text: &str) -> BTreeSet<String> {
        let modules = [
            "domain",
            "domain::session",
            "domain::session::queue",
            "store",
            "store::journal",
        ];
        File::of(path, text).known(&modules.map(str::to_owned).into())
    }

    #[test]
    fn an_arrow_is_seen_in_every_way_of_writing_it() {
        for text in [
            "use crate::store::journal::Journal;",
            "use crate::{domain::time::ClockReading, store::journal};",
            "use super::super::super::store::journal;",
            "use super::{super::super::store::journal::Journal, item};",
            "fn a() { crate::store::journal::read(x) }",
            "fn a() { let _: Vec<crate::store::journal::Damage>; }",
            "pub(crate) use crate::store::journal::{self as kept};",
            "mod inner { use super::super::super::super::store::journal; }",
            "fn a() { vec![crate::store::journal::read(x)] }",
        ] {
            let found = arrows_of("src/domain/session/queue.rs", text);
            assert!(found.contains("store::journal"), "{text}: {found:?}");
        }
    }

    #[test]
    fn what_stands_in_comments_texts_and_tests_is_no_arrow() {
        for text in [
            "//! Never crate::store::journal.\n// crate::store::journal\nuse super::item::Item;",
            "fn a() { let b = \"crate::store::journal and std::fs\"; let d = r#\"std::io\"#; }",
            "#[cfg(test)]\nmod tests { use crate::store::journal; use std::fs; }",
        ] {
            let file = File::of("src/domain/session/queue.rs", text);
            assert!(
                !arrows_of("src/domain/session/queue.rs", text).contains("store::journal"),
                "{text}"
            );
            assert!(
                !file.asks_for("std::fs") && !file.asks_for("std::io"),
                "{text}"
            );
        }
    }
}
