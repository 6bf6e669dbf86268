//! Where each value of a file stands, so that a fault found in the data can name its line. It reads the text on its
//! own, without recursion and without caring whether it is right: what it does not understand it passes over.

use std::collections::HashMap;

use crate::domain::source_text::Place;

/// How deep the reading goes; no file of ours is a quarter as deep, and one made to do harm is left alone.
const DEEPEST: usize = 64;

/// The places of the values of a file by their path, for example `steps.3.acts.0.id`, lists counted from 0.
#[derive(Debug, Default)]
pub struct SourceMap {
    values: HashMap<String, Place>,
    /// Where each bracket opens and closes, in the order in which they close.
    brackets: Vec<(Place, Place)>,
}

/// An open bracket, and where in it the reading is.
struct Open {
    at: Place,
    /// The path of what the bracket holds.
    path: String,
    list: bool,
    index: usize,
    field: Option<String>,
    /// Whether the place of the value being read is noted already.
    noted: bool,
}

impl Open {
    fn new(at: Place, path: String, list: bool) -> Self {
        Self {
            at,
            path,
            list,
            index: 0,
            field: None,
            noted: false,
        }
    }

    /// The path of the value being read. An unnamed value in round brackets, as in `Some(…)`, has that of the bracket.
    fn value(&self) -> String {
        let last = if self.list {
            self.index.to_string()
        } else {
            match &self.field {
                Some(field) => field.clone(),
                None => return self.path.clone(),
            }
        };
        if self.path.is_empty() {
            last
        } else {
            format!("{}.{last}", self.path)
        }
    }
}

impl SourceMap {
    /// Reads a text once, from beginning to end.
    #[must_use]
    pub fn of(source: &str) -> Self {
        let mut outline = Self::default();
        let mut open: Vec<Open> = Vec::new();
        let mut cursor = Cursor::new(source);
        while let Some((at, token)) = cursor.next() {
            match token {
                Token::Opens(_) if open.len() == DEEPEST => break,
                Token::Opens(list) => {
                    outline.note(&mut open, at);
                    let path = open.last().map(Open::value).unwrap_or_default();
                    open.push(Open::new(at, path, list));
                }
                Token::Closes => {
                    if let Some(closed) = open.pop() {
                        outline.brackets.push((closed.at, at));
                    }
                }
                Token::Comma => {
                    if let Some(inner) = open.last_mut() {
                        inner.index += 1;
                        inner.field = None;
                        inner.noted = false;
                    }
                }
                Token::Field(name) => {
                    if let Some(inner) = open.last_mut() {
                        inner.field = Some(name);
                    }
                }
                Token::Value => outline.note(&mut open, at),
            }
        }
        outline
    }

    fn note(&mut self, open: &mut [Open], at: Place) {
        if let Some(inner) = open.last_mut().filter(|inner| !inner.noted) {
            inner.noted = true;
            self.values.entry(inner.value()).or_insert(at);
        }
    }

    /// Where the value with this path stands, or the nearest thing around it that is written down.
    #[must_use]
    pub fn place(&self, path: &str) -> Place {
        let mut path = path;
        loop {
            if let Some(place) = self.values.get(path) {
                return *place;
            }
            match path.rsplit_once('.') {
                Some((around, _)) => path = around,
                None => return Place { line: 1, column: 1 },
            }
        }
    }

    /// Where all the values stand.
    pub fn places(&self) -> impl Iterator<Item = Place> + '_ {
        self.values.values().copied()
    }

    /// Where the bracket opens that closes last before this place.
    pub(super) fn opening_before(&self, place: Place) -> Option<Place> {
        self.brackets
            .iter()
            .filter(|(_, closes)| *closes <= place)
            .max_by_key(|(_, closes)| *closes)
            .map(|(opens, _)| *opens)
    }
}

enum Token {
    /// A bracket; whether it opens a list.
    Opens(bool),
    Closes,
    Comma,
    /// A name followed by a colon.
    Field(String),
    Value,
}

struct Cursor<'a> {
    rest: std::iter::Peekable<std::str::Chars<'a>>,
    at: Place,
}

impl<'a> Cursor<'a> {
    fn new(source: &'a str) -> Self {
        Self {
            rest: source.chars().peekable(),
            at: Place { line: 1, column: 1 },
        }
    }

    fn step(&mut self) -> Option<char> {
        let c = self.rest.next()?;
        if c == '\n' {
            self.at.line += 1;
            self.at.column = 1;
        } else {
            self.at.column += 1;
        }
        Some(c)
    }

    fn next(&mut self) -> Option<(Place, Token)> {
        loop {
            let at = self.at;
            let token = match self.step()? {
                '(' | '{' => Token::Opens(false),
                '[' => Token::Opens(true),
                ')' | '}' | ']' => Token::Closes,
                ',' => Token::Comma,
                '"' => self.text(),
                '/' => {
                    self.comment();
                    continue;
                }
                c if c.is_alphanumeric() || c == '_' => self.word(c),
                _ => continue,
            };
            return Some((at, token));
        }
    }

    fn text(&mut self) -> Token {
        while let Some(c) = self.step() {
            match c {
                '\\' => {
                    self.step();
                }
                '"' => break,
                _ => {}
            }
        }
        Token::Value
    }

    fn comment(&mut self) {
        match self.rest.peek() {
            Some('/') => while self.step().is_some_and(|c| c != '\n') {},
            Some('*') => {
                // Comments of this kind may hold further ones.
                let (mut depth, mut before) = (1, ' ');
                self.step();
                while depth > 0 {
                    let Some(c) = self.step() else { break };
                    depth = match (before, c) {
                        ('*', '/') => depth - 1,
                        ('/', '*') => depth + 1,
                        _ => depth,
                    };
                    before = c;
                }
            }
            _ => {}
        }
    }

    fn word(&mut self, first: char) -> Token {
        let mut name = String::from(first);
        while let Some(c) = self
            .rest
            .next_if(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | '-'))
        {
            self.at.column += 1;
            name.push(c);
        }
        while self.rest.peek().is_some_and(|c| c.is_whitespace()) {
            self.step();
        }
        if self.rest.next_if_eq(&':').is_some() {
            self.at.column += 1;
            Token::Field(name)
        } else {
            Token::Value
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "// (a: \"\n(\n  id: \"x\",\n  steps: [\n    (id: \"a, (\", kind: Dialogue([Speech])),\n    (\n      id: \"b\",\n    ),\n  ],\n)\n";

    fn at(line: usize, column: usize) -> Place {
        Place { line, column }
    }

    #[test]
    fn every_value_is_found_by_its_path_and_what_is_absent_by_what_is_around_it() {
        let outline = SourceMap::of(FILE);
        assert_eq!(outline.place("id"), at(3, 7));
        assert_eq!(outline.place("steps.0.kind"), at(5, 24));
        assert_eq!(outline.place("steps.0.kind.0"), at(5, 34));
        assert_eq!(outline.place("steps.1"), at(6, 5));
        assert_eq!(outline.place("steps.1.title.vi"), at(6, 5));
        assert_eq!(outline.place("deadlines.4"), at(1, 1));
    }

    #[test]
    fn what_is_missing_is_shown_where_its_brackets_open() {
        assert_eq!(SourceMap::of(FILE).opening_before(at(8, 6)), Some(at(6, 5)));
    }

    #[test]
    fn any_depth_of_brackets_is_read_without_harm() {
        let outline = SourceMap::of(&"(".repeat(100_000));
        assert_eq!(outline.place("a"), at(1, 1));
    }
}
