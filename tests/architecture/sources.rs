//! Reading the sources: which paths of code a file writes, whichever way it writes them. What stands in comments, in
//! texts or in tests is left out.

use std::collections::BTreeSet;
use std::path::Path;

/// A source file, as far as the plan asks.
pub struct File {
    pub path: String,
    pub room: String,
    pub lines: usize,
    pub says_what_it_is_for: bool,
    /// A file of nothing but tests.
    pub is_tests: bool,
    /// The rooms it names.
    pub knows: BTreeSet<String>,
    /// The paths from outside the house that it names.
    pub asks: BTreeSet<Vec<String>>,
}

/// Every source file.
pub fn house() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    let mut folders = vec![root.join("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path
                    .strip_prefix(root)
                    .unwrap()
                    .to_str()
                    .unwrap()
                    .replace('\\', "/");
                files.push(File::of(&name, &std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    assert!(files.len() > 20);
    files
}

impl File {
    pub fn of(path: &str, text: &str) -> Self {
        let module: Vec<&str> = path
            .trim_start_matches("src/")
            .trim_end_matches(".rs")
            .split('/')
            .collect();
        let words = without_tests(&words(text));
        let mut knows = BTreeSet::new();
        let mut asks = BTreeSet::new();
        for (depth, path) in paths(&words) {
            match room_of(&path, module.len() + depth) {
                Named::Room(room) => {
                    knows.insert(room);
                }
                Named::Inside => {}
                Named::Outside => {
                    asks.insert(path);
                }
            }
        }
        Self {
            path: path.to_owned(),
            room: module[0].to_owned(),
            lines: text.lines().count(),
            says_what_it_is_for: text.starts_with("//!"),
            is_tests: module.last() == Some(&"tests"),
            knows,
            asks,
        }
    }
}

enum Named {
    Room(String),
    Inside,
    Outside,
}

/// What a path names, seen from a module so many steps under the root.
fn room_of(path: &[String], depth: usize) -> Named {
    let ups = path.iter().take_while(|part| *part == "super").count();
    let first = match path.first().map(String::as_str) {
        Some("crate") => path.get(1),
        Some("super") if ups >= depth => path.get(ups),
        Some("super" | "self" | "Self") => return Named::Inside,
        _ => return Named::Outside,
    };
    match first.map(String::as_str) {
        // A macro stands at the root whichever room it is of.
        Some("word_sources") => Named::Room("words".to_owned()),
        Some(room) => Named::Room(room.to_owned()),
        None => Named::Inside,
    }
}

/// The words and signs of a source, without comments, texts and letters.
fn words(text: &str) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let mut words = Vec::new();
    let mut at = 0;
    let starts = |at: usize, what: &str| {
        what.chars()
            .enumerate()
            .all(|(by, c)| letters.get(at + by) == Some(&c))
    };
    while at < letters.len() {
        let letter = letters[at];
        if starts(at, "//") {
            while at < letters.len() && letters[at] != '\n' {
                at += 1;
            }
        } else if starts(at, "/*") {
            while at < letters.len() && !starts(at, "*/") {
                at += 1;
            }
            at += 2;
        } else if letter == '"' {
            at = end_of_text(&letters, at + 1);
        } else if letter == '\'' {
            at = end_of_letter(&letters, at);
        } else if letter.is_alphabetic() || letter == '_' {
            let from = at;
            while at < letters.len() && (letters[at].is_alphanumeric() || letters[at] == '_') {
                at += 1;
            }
            let word: String = letters[from..at].iter().collect();
            let hashes = letters[at..]
                .iter()
                .take_while(|letter| **letter == '#')
                .count();
            let is_raw = ["r", "br"].contains(&word.as_str());
            if is_raw && letters.get(at + hashes) == Some(&'"') {
                let end: String = std::iter::once('"')
                    .chain("#".repeat(hashes).chars())
                    .collect();
                at += hashes + 1;
                while at < letters.len() && !starts(at, &end) {
                    at += 1;
                }
                at += end.len();
            } else {
                words.push(word);
            }
        } else if starts(at, "::") {
            words.push("::".to_owned());
            at += 2;
        } else {
            if !letter.is_whitespace() {
                words.push(letter.to_string());
            }
            at += 1;
        }
    }
    words
}

fn end_of_text(letters: &[char], mut at: usize) -> usize {
    while at < letters.len() && letters[at] != '"' {
        at += if letters[at] == '\\' { 2 } else { 1 };
    }
    at + 1
}

/// Behind a letter in quotes, or behind the quote of a lifetime.
fn end_of_letter(letters: &[char], at: usize) -> usize {
    if letters.get(at + 1) == Some(&'\\') {
        let mut end = at + 3;
        while end < letters.len() && letters[end] != '\'' {
            end += 1;
        }
        end + 1
    } else if letters.get(at + 2) == Some(&'\'') {
        at + 3
    } else {
        at + 1
    }
}

/// Leaves out what is only there for tests.
fn without_tests(words: &[String]) -> Vec<String> {
    const MARK: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];
    let mut kept = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let is_mark = MARK
            .iter()
            .enumerate()
            .all(|(by, word)| words.get(at + by).is_some_and(|found| found == word));
        if is_mark {
            let mut depth = 0_usize;
            at += MARK.len();
            while at < words.len() {
                match words[at].as_str() {
                    "{" => depth += 1,
                    "}" => depth -= 1,
                    _ => {}
                }
                let ends = depth == 0 && ["}", ";"].contains(&words[at].as_str());
                at += 1;
                if ends {
                    break;
                }
            }
        } else {
            kept.push(words[at].clone());
            at += 1;
        }
    }
    kept
}

/// Every path, with how many inline modules it stands in.
fn paths(words: &[String]) -> Vec<(usize, Vec<String>)> {
    let mut found = Vec::new();
    // For every open brace, whether it is that of a module.
    let mut braces: Vec<bool> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let depth = braces.iter().filter(|is_module| **is_module).count();
        match words[at].as_str() {
            "{" => {
                let is_module = at >= 2 && words[at - 2] == "mod";
                braces.push(is_module);
                at += 1;
            }
            "}" => {
                braces.pop();
                at += 1;
            }
            word if is_name(word) => {
                let mut tree = Vec::new();
                at = walk(words, at, &mut Vec::new(), &mut tree);
                found.extend(tree.into_iter().map(|path| (depth, path)));
            }
            _ => at += 1,
        }
    }
    found
}

/// Walks one path from its first name, also into `{…}` behind a `::`, and returns where it ends.
fn walk(
    words: &[String],
    mut at: usize,
    before: &mut Vec<String>,
    found: &mut Vec<Vec<String>>,
) -> usize {
    let length = before.len();
    loop {
        match words.get(at).map(String::as_str) {
            Some("{") => {
                at += 1;
                while words.get(at).is_some_and(|word| word != "}") {
                    at = if is_name(&words[at]) {
                        walk(words, at, before, found)
                    } else {
                        at + 1
                    };
                }
                before.truncate(length);
                return at + 1;
            }
            Some(word) if is_name(word) => before.push(word.to_owned()),
            _ => break,
        }
        at += 1;
        if words.get(at).is_none_or(|word| word != "::") {
            break;
        }
        at += 1;
    }
    found.push(before.clone());
    before.truncate(length);
    at
}

fn is_name(word: &str) -> bool {
    word.starts_with(|first: char| first.is_alphabetic() || first == '_')
}
