//! A file of sentences as data: every text under its path, as in `home.resume` or `codes.0.1`. It reads the few shapes of
//! RON that such a file has – groups, maps, lists, texts – and knows nothing of what the sentences say.

mod reader;

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use super::Message;

/// All sentences of one file in one language.
#[derive(Debug, Clone, Default)]
pub struct Catalog {
    texts: HashMap<Rc<str>, CatalogText>,
    /// The paths in the order of the file.
    order: Vec<Rc<str>>,
    /// What was asked for and is not there.
    missing: RefCell<Vec<String>>,
}

/// One sentence, with where it stands.
#[derive(Debug, Clone)]
pub struct CatalogText {
    pub message: Message,
    /// Where it begins, in bytes of the file.
    pub at: usize,
    taken: Cell<bool>,
}

/// Why a text is no file of sentences: at this place something else was expected.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no file of sentences from line {line}, column {column} on")]
pub struct CatalogFault {
    pub line: usize,
    pub column: usize,
}

impl Catalog {
    /// Reads a file of sentences.
    ///
    /// # Errors
    /// The first place that is not as such files are written.
    pub fn parse(source: &str) -> Result<Self, CatalogFault> {
        reader::read(source, |text| Message::new(text.to_owned()))
    }

    /// A file that is built into the program. One that cannot be read has no sentences, and the test of the words fails.
    #[must_use]
    pub fn shipped(source: &'static str) -> Self {
        reader::read(source, Message::shipped).unwrap_or_default()
    }

    /// The sentence of this path; where there is none, the path itself, so that nothing is blank on the screen.
    #[must_use]
    pub fn take(&self, path: &str) -> Message {
        if let Some(text) = self.texts.get(path) {
            text.taken.set(true);
            return text.message.clone();
        }
        self.missing.borrow_mut().push(path.to_owned());
        Message::new(path.to_owned())
    }

    /// The sentence of a path that may be missing.
    #[must_use]
    pub fn take_if_there(&self, path: &str) -> Option<Message> {
        self.texts.contains_key(path).then(|| self.take(path))
    }

    /// Every sentence directly under a path, by its name.
    #[must_use]
    pub fn take_all_under(&self, path: &str) -> BTreeMap<String, Message> {
        self.names_under(path)
            .into_iter()
            .map(|name| (name.to_owned(), self.take(&format!("{path}.{name}"))))
            .collect()
    }

    /// The sentence of this path, without taking it.
    #[must_use]
    pub fn text(&self, path: &str) -> Option<&Message> {
        self.texts.get(path).map(|text| &text.message)
    }

    /// Every sentence with its path, in the order of the file.
    pub fn texts(&self) -> impl Iterator<Item = (&str, &Message)> {
        self.entries().map(|(path, text)| (path, &text.message))
    }

    /// Every sentence with its path and place, in the order of the file.
    pub fn entries(&self) -> impl Iterator<Item = (&str, &CatalogText)> {
        self.order
            .iter()
            .filter_map(|path| self.texts.get(path).map(|text| (&**path, text)))
    }

    /// The names directly under a path, each once, in the order of the file.
    #[must_use]
    pub fn names_under(&self, path: &str) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for (found, _) in self.entries() {
            let below = found
                .strip_prefix(path)
                .and_then(|rest| rest.strip_prefix('.'));
            let Some(name) = below.and_then(|rest| rest.split('.').next()) else {
                continue;
            };
            if names.last() != Some(&name) && !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// Puts a sentence in the place of another, or adds it.
    pub fn put(&mut self, path: &str, text: CatalogText) {
        let path: Rc<str> = path.into();
        if self.texts.insert(Rc::clone(&path), text).is_none() {
            self.order.push(path);
        }
    }

    /// Takes everything under a path out.
    pub fn remove_under(&mut self, path: &str) {
        let prefix = format!("{path}.");
        self.order.retain(|found| !found.starts_with(&prefix));
        self.texts.retain(|found, _| !found.starts_with(&prefix));
    }

    /// What was asked for and is not there.
    #[must_use]
    pub fn missing(&self) -> Vec<String> {
        self.missing.borrow().clone()
    }

    /// What is there and nobody asked for.
    #[must_use]
    pub fn untaken(&self) -> Vec<&str> {
        self.entries()
            .filter(|(_, text)| !text.taken.get())
            .map(|(path, _)| path)
            .collect()
    }
}

/// The line and the column, in letters, of a byte of a text, both from 1.
#[must_use]
pub fn place_of(source: &str, at: usize) -> (usize, usize) {
    let before = source.get(..at).unwrap_or(source);
    let line = 1 + before.matches('\n').count();
    let column = 1 + before
        .chars()
        .rev()
        .take_while(|letter| *letter != '\n')
        .count();
    (line, column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_has_its_path_and_place() {
        let source = "// words\n(\n  a: \"một\", /* two */ b: (c: \"h\\\"ai\", d: Some(\"ba\")),\n  m: { Next: \"x\", \"y z\": \"w\" }, l: [(\"p\", \"q\"), (\"r\", \"s\")],\n)\n";
        let catalog = Catalog::parse(source).unwrap();
        let texts: Vec<(&str, &str)> = catalog
            .texts()
            .map(|(path, message)| (path, message.as_str()))
            .collect();
        assert_eq!(
            texts,
            [
                ("a", "một"),
                ("b.c", "h\"ai"),
                ("b.d", "ba"),
                ("m.Next", "x"),
                ("m.y z", "w"),
                ("l.0.0", "p"),
                ("l.0.1", "q"),
                ("l.1.0", "r"),
                ("l.1.1", "s"),
            ]
        );
        assert_eq!(catalog.names_under("b"), ["c", "d"]);
        assert_eq!(catalog.names_under("l"), ["0", "1"]);
        let (_, text) = catalog.entries().nth(1).unwrap();
        assert_eq!(place_of(source, text.at), (3, 30));
    }

    #[test]
    fn what_is_no_file_of_sentences_is_refused_where_it_goes_wrong() {
        for (source, line) in [
            ("(a: \"x\"", 1),
            ("(\n a: 3,\n)", 2),
            ("(a: \"x)", 1),
            ("(a: \"x\")\nb", 2),
            ("", 1),
        ] {
            assert_eq!(Catalog::parse(source).unwrap_err().line, line, "{source}");
        }
        assert!(Catalog::parse(&"(a: ".repeat(10_000)).is_err());
    }

    #[test]
    fn what_is_asked_for_and_not_there_shows_its_path() {
        let catalog = Catalog::parse("(a: \"x\", b: \"y\")").unwrap();
        assert_eq!(catalog.take("a").as_str(), "x");
        assert_eq!(catalog.take("c").as_str(), "c");
        assert_eq!(
            (catalog.missing(), catalog.untaken()),
            (vec!["c".to_owned()], vec!["b"])
        );
    }
}
