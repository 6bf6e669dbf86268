//! Reading a file of data that is not as it should be: as far as it can be read, with every fault of its notation. What a
//! person meant is guessed only to go on reading; every guess is a fault. Knows the notation, and not what the data is
//! about.

mod misplaced;

use super::lexer::{Lexer, Sign};
use crate::domain::source_text::{Place, SyntaxError};

/// A value and where it begins.
#[derive(Debug, Clone)]
pub(super) struct Spanned {
    pub at: Place,
    pub node: RonNode,
}

/// What stands in the file.
#[derive(Debug, Clone)]
pub(super) enum RonNode {
    /// Named entries in round brackets.
    Entries(Vec<TolerantEntry>),
    /// Unnamed values in round brackets.
    Values(Vec<Spanned>),
    List(Vec<Spanned>),
    /// Pairs in curly brackets.
    Pairs(Vec<(Spanned, Spanned)>),
    Text(String),
    Number(String),
    /// A name of the notation, and what stands in brackets behind it.
    Word(String, Option<Box<Spanned>>),
    /// Words without quotes.
    Phrase(String),
    /// In the place of something that is wrong or missing: read as whatever is wanted.
    Dummy,
}

/// A named entry.
#[derive(Debug, Clone)]
pub(super) struct TolerantEntry {
    pub name: String,
    pub at: Place,
    pub value: Spanned,
}

/// How deep the reading goes; no file of ours is a quarter as deep.
const DEEPEST: usize = 64;

/// The value of a whole file, and the faults of its notation.
pub(super) fn read(source: &str) -> (Spanned, Vec<(Place, SyntaxError)>) {
    let mut lexer = Lexer::of(source);
    let tokens = lexer.tokens();
    let mut parser = Parser {
        tokens,
        next: 0,
        end: lexer.at,
        faults: lexer.faults,
        truncated: false,
    };
    if parser.tokens.is_empty() {
        parser.fault(Place { line: 1, column: 1 }, SyntaxError::EmptyFile);
        parser.truncated = true;
    }
    let mut value = parser.value(0);
    while parser.peek() == Some(&Sign::Comma) {
        parser.next += 1;
        if !parser.go_on_with(&mut value, 0) {
            parser.next -= 1;
            break;
        }
    }
    if let Some((at, _)) = parser.tokens.get(parser.next) {
        let at = *at;
        parser.faults.push((at, SyntaxError::Trailing));
    }
    (value, parser.faults)
}

struct Parser {
    tokens: Vec<(Place, Sign)>,
    next: usize,
    /// Where the file ends.
    end: Place,
    faults: Vec<(Place, SyntaxError)>,
    truncated: bool,
}

impl Parser {
    fn peek(&self) -> Option<&Sign> {
        self.tokens.get(self.next).map(|(_, token)| token)
    }

    fn peek_after(&self) -> Option<&Sign> {
        self.tokens.get(self.next + 1).map(|(_, token)| token)
    }

    fn at(&self) -> Place {
        self.tokens.get(self.next).map_or(self.end, |(at, _)| *at)
    }

    fn fault(&mut self, at: Place, damage: SyntaxError) {
        self.faults.push((at, damage));
    }

    fn file_ends(&mut self) {
        if !self.truncated {
            self.truncated = true;
            let end = self.end;
            self.fault(end, SyntaxError::Truncated);
        }
    }

    fn value(&mut self, depth: usize) -> Spanned {
        let at = self.at();
        let dummy = Spanned {
            at,
            node: RonNode::Dummy,
        };
        if depth > DEEPEST {
            self.fault(at, SyntaxError::TooDeep);
            self.next = self.tokens.len();
            return dummy;
        }
        let Some(token) = self.peek().cloned() else {
            self.file_ends();
            return dummy;
        };
        let node = match token {
            Sign::Open(open) => {
                self.next += 1;
                self.bracket(open, at, depth)
            }
            Sign::Text(text) => {
                self.next += 1;
                RonNode::Text(text)
            }
            Sign::Number(number) => {
                self.next += 1;
                self.phrase_or(number.clone(), RonNode::Number(number))
            }
            Sign::Word(word) => {
                self.next += 1;
                if self.peek() == Some(&Sign::Open('(')) {
                    let payload = self.value(depth + 1);
                    RonNode::Word(word, Some(Box::new(payload)))
                } else {
                    self.phrase_or(word.clone(), RonNode::Word(word, None))
                }
            }
            Sign::Comma | Sign::Close(_) | Sign::Colon => {
                self.fault(at, SyntaxError::NoValue);
                RonNode::Dummy
            }
            Sign::Other(sign) => {
                self.next += 1;
                self.fault(at, SyntaxError::Strange(sign.to_string()));
                RonNode::Dummy
            }
        };
        Spanned { at, node }
    }

    /// Further words on the way to the next sign of the notation make a phrase without quotes.
    fn phrase_or(&mut self, first: String, alone: RonNode) -> RonNode {
        let mut phrase = first;
        let mut more = false;
        while let Some(Sign::Word(word) | Sign::Number(word)) = self.peek().cloned() {
            if self.peek_after() == Some(&Sign::Colon) {
                break;
            }
            phrase.push(' ');
            phrase.push_str(&word);
            self.next += 1;
            more = true;
        }
        if more { RonNode::Phrase(phrase) } else { alone }
    }

    fn bracket(&mut self, open: char, at: Place, depth: usize) -> RonNode {
        let close = match open {
            '(' => ')',
            '[' => ']',
            _ => '}',
        };
        let opened = self.next.saturating_sub(1);
        let mut entries = Vec::new();
        let mut values: Vec<Spanned> = Vec::new();
        let mut pairs = Vec::new();
        loop {
            match self.peek().cloned() {
                None => {
                    self.file_ends();
                    break;
                }
                Some(Sign::Close(sign)) if sign == close => {
                    self.next += 1;
                    break;
                }
                Some(Sign::Close(sign)) if close == ']' && self.list_goes_on() => {
                    let here = self.at();
                    self.fault(here, SyntaxError::Surplus(closing(sign)));
                    // With the comma behind it, which parts the members of the list.
                    self.next += 2;
                }
                Some(Sign::Close(_)) => {
                    // Another bracket closes: this one was left open, or the wrong sign was typed.
                    let here = self.at();
                    self.fault(here, SyntaxError::Sign(closing(close)));
                    if !self.outer_wants_it(close) {
                        self.next += 1;
                    }
                    break;
                }
                Some(Sign::Comma) => {
                    let here = self.at();
                    self.fault(here, SyntaxError::Surplus(","));
                    self.next += 1;
                }
                Some(Sign::Word(_))
                    if open == '('
                        && self.is_name_of_entry()
                        && self.was_left_open(opened, &entries) =>
                {
                    break;
                }
                // What is written like entries in a list is what its last member should have held.
                Some(Sign::Word(_))
                    if open == '['
                        && values
                            .last_mut()
                            .is_some_and(|last| self.go_on_with(last, depth)) =>
                {
                    self.separator(close);
                }
                Some(Sign::Word(name)) if open == '[' && self.begins_an_entry() => {
                    entries.push(self.entry(name, depth));
                    self.separator(close);
                }
                Some(Sign::Word(name)) if open == '(' && self.begins_an_entry() => {
                    entries.push(self.entry(name, depth));
                    self.separator(close);
                }
                Some(Sign::Text(name)) if open == '(' && self.begins_an_entry() => {
                    self.quoted_name(&name);
                    entries.push(self.entry(name, depth));
                    self.separator(close);
                }
                Some(Sign::Word(name))
                    if open == '(' && self.lacks_its_colon(entries.is_empty()) =>
                {
                    let name = self.long_name().unwrap_or(name);
                    entries.push(self.entry(name, depth));
                    self.separator(close);
                }
                Some(_) => {
                    let value = self.value(depth + 1);
                    if open == '{' && self.peek() == Some(&Sign::Colon) {
                        self.next += 1;
                        let second = self.value(depth + 1);
                        pairs.push((value, second));
                    } else {
                        values.push(value);
                    }
                    self.separator(close);
                }
            }
        }
        match open {
            '[' if !entries.is_empty() => self.list_of_entries(at, &entries, values),
            '[' => RonNode::List(values),
            '{' => RonNode::Pairs(pairs),
            _ if values.is_empty() && !entries.is_empty() => RonNode::Entries(entries),
            _ if entries.is_empty() => RonNode::Values(values),
            _ => {
                self.fault(at, SyntaxError::Name);
                RonNode::Entries(entries)
            }
        }
    }

    /// Whether behind a closing sign that does not belong there further members of a list follow.
    fn list_goes_on(&self) -> bool {
        let after = |ahead: usize| self.tokens.get(self.next + ahead).map(|(_, token)| token);
        after(1) == Some(&Sign::Comma) && after(2) == Some(&Sign::Open('('))
    }

    /// Whether a word is the name of an entry whose colon was left out: a value follows it.
    fn lacks_its_colon(&self, first: bool) -> bool {
        match self.peek_after() {
            Some(Sign::Text(_) | Sign::Number(_)) => true,
            Some(Sign::Word(_) | Sign::Open(_)) => !first,
            Some(Sign::Comma | Sign::Close(_) | Sign::Colon | Sign::Other(_)) | None => false,
        }
    }

    fn begins_an_entry(&self) -> bool {
        match self.peek_after() {
            Some(Sign::Colon | Sign::Other('=')) => true,
            Some(_) | None => false,
        }
    }

    /// A name in quotes: of whatever kind they are, there should be none.
    fn quoted_name(&mut self, name: &str) {
        let here = self.at();
        self.faults
            .retain(|(at, damage)| *at != here || !matches!(damage, SyntaxError::Quotes(_)));
        self.fault(here, SyntaxError::QuotedName(name.to_owned()));
    }

    fn entry(&mut self, name: String, depth: usize) -> TolerantEntry {
        let at = self.at();
        self.next += 1;
        let sign = self.at();
        if self.peek() != Some(&Sign::Colon) {
            self.fault(sign, SyntaxError::Sign(":"));
        }
        if matches!(self.peek(), Some(Sign::Colon | Sign::Other(_))) {
            self.next += 1;
        }
        let value = if matches!(self.peek(), Some(Sign::Comma | Sign::Close(_))) {
            let here = self.at();
            self.fault(here, SyntaxError::NoValue);
            Spanned {
                at: here,
                node: RonNode::Dummy,
            }
        } else {
            self.value(depth + 1)
        };
        TolerantEntry { name, at, value }
    }

    /// After a value comes a comma or the closing bracket; whatever else comes is told once and passed over.
    fn separator(&mut self, close: char) {
        match self.peek() {
            Some(Sign::Comma) => self.next += 1,
            Some(Sign::Close(_)) | None => {}
            Some(Sign::Other(_)) => {
                let at = self.at();
                self.fault(at, SyntaxError::Sign(","));
                self.next += 1;
            }
            Some(Sign::Text(_) | Sign::Number(_) | Sign::Word(_) | Sign::Open(_) | Sign::Colon) => {
                let at = self.at();
                self.fault(at, SyntaxError::Sign(","));
                if self.peek() == Some(&Sign::Colon) {
                    self.next += 1;
                }
            }
        }
        let _ = close;
    }

    /// Whether a bracket that is still open further out waits for the sign that stands here. Told by what follows: the
    /// sign that closes an entry of a list is followed by a comma or another closing one either way, so a wrong sign is
    /// only taken for a typing mistake when the right one does not follow.
    fn outer_wants_it(&self, close: char) -> bool {
        !matches!(self.peek_after(), Some(Sign::Close(sign)) if *sign == close)
            && self.depth_of_unclosed() > 0
    }

    /// How many brackets are open at this place, by counting what came before.
    fn depth_of_unclosed(&self) -> usize {
        let before = self.tokens.get(..self.next).unwrap_or_default();
        let opened = before
            .iter()
            .filter(|(_, token)| matches!(token, Sign::Open(_)))
            .count();
        let closed = before
            .iter()
            .filter(|(_, token)| matches!(token, Sign::Close(_)))
            .count();
        opened.saturating_sub(closed + 1)
    }
}

fn closing(sign: char) -> &'static str {
    match sign {
        ')' => ")",
        ']' => "]",
        _ => "}",
    }
}
