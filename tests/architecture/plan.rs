//! The tables: which room may know which, what of the world the core never asks for, and the exceptions with their
//! reasons.

use crate::sources::File;

/// A room of the house and the rooms it may know. Itself it always knows.
pub struct Row {
    pub room: &'static str,
    pub knows: &'static [&'static str],
}

const fn row(room: &'static str, knows: &'static [&'static str]) -> Row {
    Row { room, knows }
}

/// From the ground up: a room only knows rooms that stand before it.
pub const ROOMS: &[Row] = &[
    row("moment", &[]),
    row("private", &[]),
    row("text", &[]),
    row("figures", &["moment"]),
    row("typing", &["text"]),
    row("clock", &["moment"]),
    row("words", &[]),
    row("causes", &["words"]),
    row("widgets", &["text"]),
    row("data_file", &["text", "words"]),
    row("regulation", &["text", "words", "causes", "data_file"]),
    row("theme", &["regulation", "data_file", "words"]),
    row(
        "calendar",
        &["text", "words", "causes", "data_file", "regulation"],
    ),
    row(
        "deadlines",
        &["text", "words", "data_file", "regulation", "calendar"],
    ),
    row(
        "session",
        &["moment", "text", "regulation", "calendar", "deadlines"],
    ),
    row("journal", &["moment", "private", "session"]),
    row(
        "library",
        &[
            "clock",
            "moment",
            "private",
            "regulation",
            "session",
            "journal",
        ],
    ),
    row(
        "record",
        &[
            "moment",
            "text",
            "regulation",
            "calendar",
            "deadlines",
            "session",
        ],
    ),
    row(
        "dossier",
        &[
            "clock",
            "moment",
            "private",
            "text",
            "words",
            "causes",
            "data_file",
            "regulation",
            "calendar",
            "deadlines",
            "session",
            "journal",
            "record",
        ],
    ),
    row(
        "intake",
        &[
            "text",
            "words",
            "causes",
            "data_file",
            "regulation",
            "calendar",
            "session",
        ],
    ),
    row(
        "hall_view",
        &["moment", "text", "figures", "words", "regulation", "session"],
    ),
    row("terminal", &[]),
    row(
        "projector",
        &[
            "terminal",
            "clock",
            "moment",
            "text",
            "words",
            "widgets",
            "theme",
            "regulation",
            "session",
            "hall_view",
            "journal",
            "library",
        ],
    ),
    row(
        "desk",
        &[
            "terminal",
            "clock",
            "moment",
            "private",
            "text",
            "typing",
            "figures",
            "words",
            "widgets",
            "theme",
            "regulation",
            "calendar",
            "deadlines",
            "session",
            "journal",
            "library",
            "record",
            "dossier",
            "hall_view",
            "projector",
        ],
    ),
    row(
        "error",
        &[
            "words",
            "causes",
            "figures",
            "calendar",
            "deadlines",
            "data_file",
            "regulation",
            "session",
            "journal",
            "library",
            "intake",
            "dossier",
        ],
    ),
    row(
        "cli",
        &[
            "terminal",
            "clock",
            "moment",
            "text",
            "typing",
            "figures",
            "words",
            "causes",
            "widgets",
            "data_file",
            "theme",
            "regulation",
            "calendar",
            "deadlines",
            "session",
            "journal",
            "library",
            "record",
            "dossier",
            "intake",
            "projector",
            "desk",
            "error",
        ],
    ),
];

/// The rooms that ask nobody.
pub const CORE: &[&str] = &[
    "moment",
    "text",
    "session",
    "regulation",
    "calendar",
    "deadlines",
    "record",
];

/// What of the world the core never asks for.
pub const WORLD: &[&[&str]] = &[
    &["std", "fs"],
    &["std", "io"],
    &["std", "env"],
    &["std", "time"],
    &["std", "process"],
    &["std", "net"],
    &["std", "thread"],
    &["chrono", "Local"],
    &["chrono", "Utc"],
    &["ron"],
    &["serde_json"],
    &["crossterm"],
    &["ratatui"],
    &["clap"],
    &["directories"],
    &["tempfile"],
];

/// Files of the core that may ask for a part of the world, each with its reason.
const DOORS: &[(&str, &[&str], &str)] = &[
    (
        "src/regulation/profiles.rs",
        &["std"],
        "finds profiles in the user's folder",
    ),
    (
        "src/regulation/print.rs",
        &["ron", "serde_json"],
        "prints profiles for programs",
    ),
    (
        "src/regulation/page.rs",
        &["ron"],
        "passes on what is wrong with its words",
    ),
    (
        "src/regulation/phrases.rs",
        &["ron"],
        "passes on what is wrong with its words",
    ),
    (
        "src/regulation/words.rs",
        &["ron"],
        "passes on what is wrong with its words",
    ),
    (
        "src/calendar/years.rs",
        &["std"],
        "finds calendars in the user's folder",
    ),
    (
        "src/deadlines/explain.rs",
        &["ron"],
        "passes on what is wrong with its words",
    ),
    (
        "src/deadlines/print.rs",
        &["ron", "serde_json"],
        "prints what is due for programs",
    ),
];

/// Files over 400 lines, each with its reason.
pub const LONG: &[(&str, &str)] = &[];

const MOST_LINES: usize = 400;

/// Everything a file breaks.
pub fn broken_in(file: &File) -> Vec<String> {
    let mut broken = Vec::new();
    if !file.says_what_it_is_for {
        broken.push(format!("{} does not open with //!", file.path));
    }
    let is_listed = LONG.iter().any(|(path, _)| *path == file.path);
    if file.lines > MOST_LINES && !is_listed {
        broken.push(format!("{} has {} lines", file.path, file.lines));
    }
    if ["lib", "main"].contains(&file.room.as_str()) || file.is_tests {
        return broken;
    }
    let Some(row) = ROOMS.iter().find(|row| row.room == file.room) else {
        broken.push(format!("{} is in a room without a row", file.path));
        return broken;
    };
    for known in &file.knows {
        if *known != file.room && !row.knows.contains(&known.as_str()) {
            broken.push(format!("{} knows {known}", file.path));
        }
    }
    for path in &file.asks {
        let reads_time = path.windows(2).any(|two| {
            let [clock, now] = two else { return false };
            now == "now" && ["Instant", "SystemTime", "Local", "Utc"].contains(&clock.as_str())
        }) || path.iter().any(|part| part == "clock_gettime");
        let asks_world = CORE.contains(&row.room)
            && !is_door(file, path)
            && WORLD.iter().any(|part| {
                path.iter()
                    .map(String::as_str)
                    .take(part.len())
                    .eq(part.iter().copied())
            });
        if asks_world || (reads_time && row.room != "clock") {
            broken.push(format!("{} asks for {}", file.path, path.join("::")));
        }
    }
    broken
}

fn is_door(file: &File, path: &[String]) -> bool {
    DOORS.iter().any(|(door, parts, _)| {
        *door == file.path
            && path
                .first()
                .is_some_and(|part| parts.contains(&part.as_str()))
    })
}
