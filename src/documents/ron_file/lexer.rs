//! The signs of the notation in a file that is not as it should be: quotes of every kind, blanks that are none, days without
//! quotes. What a person meant is guessed, and every guess is a fault.

use crate::domain::source_text::{Place, SyntaxError};

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Sign {
    Open(char),
    Close(char),
    Comma,
    Colon,
    Text(String),
    Number(String),
    Word(String),
    Other(char),
}

pub(super) struct Lexer {
    signs: Vec<char>,
    next: usize,
    pub at: Place,
    pub faults: Vec<(Place, SyntaxError)>,
}

impl Lexer {
    pub(super) fn of(source: &str) -> Self {
        Self {
            signs: source.chars().collect(),
            next: 0,
            at: Place { line: 1, column: 1 },
            faults: Vec::new(),
        }
    }

    fn peek(&self, ahead: usize) -> Option<char> {
        self.signs.get(self.next + ahead).copied()
    }

    fn step(&mut self) -> Option<char> {
        let sign = self.peek(0)?;
        self.next += 1;
        if sign == '\n' {
            self.at.line += 1;
            self.at.column = 1;
        } else {
            self.at.column += 1;
        }
        Some(sign)
    }

    pub(super) fn tokens(&mut self) -> Vec<(Place, Sign)> {
        let mut tokens = Vec::new();
        while let Some(sign) = self.peek(0) {
            let at = self.at;
            let token = match sign {
                '(' | '[' | '{' => self.single(Sign::Open(sign)),
                ')' | ']' | '}' => self.single(Sign::Close(sign)),
                ',' => self.single(Sign::Comma),
                ':' => self.single(Sign::Colon),
                '"' => self.text('"'),
                '“' | '”' | '„' | '«' | '‘' | '’' | '\'' | '`' => {
                    self.strange_text(sign)
                }
                '/' if matches!(self.peek(1), Some('/' | '*')) => {
                    self.comment();
                    continue;
                }
                _ if is_strange_blank(sign) => {
                    self.faults.push((at, SyntaxError::Blank));
                    while self.peek(0).is_some_and(is_strange_blank) {
                        self.step();
                    }
                    continue;
                }
                _ if sign.is_whitespace() => {
                    self.step();
                    continue;
                }
                '#' => {
                    // An attribute of the notation, to the end of its line.
                    while self.peek(0).is_some_and(|sign| sign != '\n') {
                        self.step();
                    }
                    continue;
                }
                _ if sign.is_ascii_digit() || (sign == '-' && self.digit_follows()) => {
                    self.number()
                }
                _ if sign.is_alphabetic() || sign == '_' => self.word(),
                _ => self.single(Sign::Other(sign)),
            };
            tokens.push((at, token));
        }
        tokens
    }

    fn digit_follows(&self) -> bool {
        self.peek(1).is_some_and(|sign| sign.is_ascii_digit())
    }

    fn single(&mut self, token: Sign) -> Sign {
        self.step();
        token
    }

    fn comment(&mut self) {
        if self.peek(1) == Some('/') {
            while self.peek(0).is_some_and(|sign| sign != '\n') {
                self.step();
            }
            return;
        }
        let at = self.at;
        let mut depth = 0_usize;
        loop {
            match (self.peek(0), self.peek(1)) {
                (Some('/'), Some('*')) => depth += 1,
                (Some('*'), Some('/')) => depth -= 1,
                (Some(_), _) => {
                    self.step();
                    continue;
                }
                (None, _) => {
                    self.faults.push((at, SyntaxError::OpenComment));
                    return;
                }
            }
            self.step();
            self.step();
            if depth == 0 {
                return;
            }
        }
    }

    /// A text in quotes. A quote that nothing of the notation follows stands inside the text; a text that is not closed
    /// on its line, while the next line begins an entry, ends with its line.
    fn text(&mut self, close: char) -> Sign {
        let begins = self.at;
        self.step();
        let mut text = String::new();
        let mut inside_told = false;
        loop {
            match self.peek(0) {
                None => {
                    self.faults.push((begins, SyntaxError::TextOpen));
                    break;
                }
                Some('\\') => {
                    self.step();
                    if let Some(sign) = self.step() {
                        text.push(sign);
                    }
                }
                Some(sign) if sign == close => {
                    if self.ends_a_text() {
                        self.step();
                        break;
                    }
                    if !inside_told {
                        self.faults.push((self.at, SyntaxError::QuoteInside));
                        inside_told = true;
                    }
                    text.push(sign);
                    self.step();
                }
                Some('\n') if self.next_line_is_an_entry() => {
                    self.faults.push((begins, SyntaxError::TextOpen));
                    break;
                }
                Some(sign) => {
                    text.push(sign);
                    self.step();
                }
            }
        }
        Sign::Text(text)
    }

    /// Whether behind a quote comes what may follow a text.
    fn ends_a_text(&self) -> bool {
        let mut ahead = 1;
        while let Some(sign) = self.peek(ahead) {
            match sign {
                '\n' | ',' | ')' | ']' | '}' | ':' => return true,
                '/' if matches!(self.peek(ahead + 1), Some('/' | '*')) => return true,
                _ if sign.is_whitespace() => ahead += 1,
                // A name and a colon: the comma between is missing, and the text ends all the same.
                _ if sign.is_ascii_alphabetic() => {
                    while self
                        .peek(ahead)
                        .is_some_and(|sign| sign.is_ascii_alphanumeric() || sign == '_')
                    {
                        ahead += 1;
                    }
                    return self.peek(ahead) == Some(':');
                }
                _ => return false,
            }
        }
        true
    }

    fn next_line_is_an_entry(&self) -> bool {
        let mut ahead = 1;
        while self
            .peek(ahead)
            .is_some_and(|sign| sign == ' ' || sign == '\t')
        {
            ahead += 1;
        }
        if matches!(self.peek(ahead), Some(')' | ']' | '}')) {
            return true;
        }
        let begins = ahead;
        while self
            .peek(ahead)
            .is_some_and(|sign| sign.is_ascii_lowercase() || sign == '_')
        {
            ahead += 1;
        }
        ahead > begins && self.peek(ahead) == Some(':')
    }

    /// A text in quotes that a word processor or another habit put there.
    fn strange_text(&mut self, open: char) -> Sign {
        let close: &[char] = match open {
            '“' | '”' | '„' => &['”', '“', '"'],
            '«' => &['»'],
            '‘' | '’' => &['’', '‘', '\''],
            _ => &['\'', '`'],
        };
        self.faults
            .push((self.at, SyntaxError::Quotes(open.to_string())));
        self.step();
        let mut text = String::new();
        while let Some(sign) = self.peek(0).filter(|sign| *sign != '\n') {
            if close.contains(&sign) && self.ends_a_text() {
                self.step();
                break;
            }
            text.push(sign);
            self.step();
        }
        Sign::Text(text)
    }

    fn number(&mut self) -> Sign {
        let at = self.at;
        let mut raw = String::new();
        while let Some(sign) = self
            .peek(0)
            .filter(|sign| sign.is_alphanumeric() || matches!(sign, '-' | '.' | '/' | '_'))
        {
            if sign == '/' && matches!(self.peek(1), Some('/' | '*')) {
                break;
            }
            raw.push(sign);
            self.step();
        }
        let pieces = |by: char| raw.split(by).filter(|piece| !piece.is_empty()).count();
        if pieces('-') == 3 || pieces('/') == 3 {
            self.faults.push((at, SyntaxError::BareDate(raw.clone())));
            return Sign::Text(raw);
        }
        Sign::Number(raw)
    }

    fn word(&mut self) -> Sign {
        let mut word = String::new();
        while let Some(sign) = self
            .peek(0)
            .filter(|sign| sign.is_alphanumeric() || matches!(sign, '_' | '-' | '.'))
        {
            word.push(sign);
            self.step();
        }
        Sign::Word(word)
    }
}

/// Blanks that look like one and are none to the notation.
fn is_strange_blank(sign: char) -> bool {
    matches!(
        sign,
        '\u{a0}' | '\u{2007}' | '\u{202f}' | '\u{2009}' | '\u{3000}' | '\u{200b}' | '\u{feff}'
    )
}
