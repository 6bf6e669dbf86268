//! The signs of the notation in a file that is not as it should be: quotes of every kind, blanks that are none, days without
//! quotes. What a person meant is guessed, and every guess is a fault.

use super::letters::{as_day, is_an_entry, is_strange_blank, latin, narrow};
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
                '“' | '”' | '„' | '«' | '‘' | '’' | '＂' | '\'' | '`' => {
                    self.strange_text(sign)
                }
                _ if narrow(sign).is_some() => {
                    self.narrowed();
                    continue;
                }
                '/' if matches!(self.peek(1), Some('/' | '*')) => {
                    self.comment();
                    continue;
                }
                // Other habits of beginning a comment, where a line begins.
                '/' | '*' | ';' | '%' | '<' | '–' | '—'
                    if tokens
                        .last()
                        .is_none_or(|(before, _): &(Place, Sign)| before.line < at.line) =>
                {
                    self.faults.push((at, SyntaxError::CommentSign));
                    while self.peek(0).is_some_and(|sign| sign != '\n') {
                        self.step();
                    }
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
                '#' | '-' if sign == '#' || self.peek(1) == Some('-') => {
                    // An attribute of the notation, or a comment as in another one, to the end of its line.
                    if self.peek(1) != Some('!') {
                        self.faults.push((at, SyntaxError::CommentSign));
                    }
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

    /// Letters of full width, as some keyboards type them, are taken for the usual ones and told once.
    fn narrowed(&mut self) {
        let mut run = String::new();
        let wide = self.signs.iter_mut().skip(self.next);
        for (sign, usual) in wide.map_while(|sign| narrow(*sign).map(|usual| (sign, usual))) {
            run.push(*sign);
            *sign = usual;
        }
        self.faults.push((self.at, SyntaxError::FullWidth(run)));
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
        // Where the text would have ended, had somebody closed it before the entry that follows.
        let mut comma = None;
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
                    if let Some((next, at, length)) = comma.filter(|(_, _, length)| {
                        !inside_told && is_an_entry(text.get(*length..).unwrap_or_default())
                    }) {
                        self.faults.push((begins, SyntaxError::TextOpen));
                        (self.next, self.at) = (next, at);
                        text.truncate(length);
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
                    self.give_back_what_closes(&mut text);
                    break;
                }
                Some(sign) => {
                    if sign == ',' {
                        comma = Some((self.next, self.at, text.len()));
                    }
                    text.push(sign);
                    self.step();
                }
            }
        }
        Sign::Text(text)
    }

    /// The brackets and the comma at the end of a text that was not closed are none of its letters.
    fn give_back_what_closes(&mut self, text: &mut String) {
        let kept = text.trim_end_matches([')', ']', '}', ',', ' ']);
        let count = text.chars().count() - kept.chars().count();
        let is_on_this_line = count < self.at.column && count <= self.next;
        if is_on_this_line {
            text.truncate(kept.len());
            self.next -= count;
            self.at.column -= count;
        }
    }

    /// Whether behind a quote comes what may follow a text.
    fn ends_a_text(&self) -> bool {
        let mut ahead = 1;
        while let Some(sign) = self.peek(ahead) {
            match sign {
                '\n' | ',' | ')' | ']' | '}' | ':' | '，' | '）' | '：' => return true,
                '/' if matches!(self.peek(ahead + 1), Some('/' | '*')) => return true,
                // A semicolon at the end of the line was meant for a comma.
                ';' => return self.ends_its_line(ahead + 1),
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

    fn ends_its_line(&self, from: usize) -> bool {
        let rest = self.signs.iter().skip(self.next + from);
        let mut rest = rest.skip_while(|sign| matches!(sign, ' ' | '\t' | '\r'));
        rest.next().is_none_or(|sign| *sign == '\n')
    }

    fn next_line_is_an_entry(&self) -> bool {
        let mut ahead = 1;
        while self
            .peek(ahead)
            .is_some_and(|sign| matches!(sign, ' ' | '\t' | '\r' | '\n'))
        {
            ahead += 1;
        }
        let is_comment = self.peek(ahead) == Some('/') && self.peek(ahead + 1) == Some('/');
        if is_comment || matches!(self.peek(ahead), Some(')' | ']' | '}')) {
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
            '＂' => &['＂', '"'],
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
        while let Some(sign) = self.usual(|sign| matches!(sign, '-' | '.' | '/' | '_')) {
            if sign == '/' && matches!(self.peek(1), Some('/' | '*')) {
                break;
            }
            raw.push(sign);
            self.step();
        }
        let pieces = |by: char| raw.split(by).filter(|piece| !piece.is_empty()).count();
        if pieces('-') == 3 || pieces('/') == 3 {
            let read = as_day(&raw);
            self.faults.push((at, SyntaxError::BareDate(raw)));
            return Sign::Text(read);
        }
        Sign::Number(raw)
    }

    fn word(&mut self) -> Sign {
        let begins = self.at;
        let mut word = String::new();
        loop {
            while let Some(sign) = self.usual(|sign| matches!(sign, '_' | '-' | '.')) {
                word.push(sign);
                self.step();
            }
            // A blank that somebody cannot see tears a name in two.
            if !self.goes_on_behind_a_strange_blank() {
                break;
            }
            self.faults.push((self.at, SyntaxError::Blank));
            while self.peek(0).is_some_and(is_strange_blank) {
                self.step();
            }
        }
        let read: String = word
            .chars()
            .map(|sign| latin(sign).unwrap_or(sign))
            .collect();
        if read != word {
            self.faults
                .push((begins, SyntaxError::ForeignLetters(word)));
        }
        Sign::Word(read)
    }

    /// The next letter of a word or number, or one of the further signs in it; of full width it is made the usual one.
    fn usual(&mut self, further: impl Fn(char) -> bool) -> Option<char> {
        let sign = self.peek(0)?;
        if narrow(sign).is_some_and(|usual| usual.is_alphanumeric() || further(usual)) {
            self.narrowed();
        }
        self.peek(0)
            .filter(|sign| sign.is_alphanumeric() || further(*sign))
    }

    /// Whether strange blanks stand here, and behind them the rest of the name of an entry.
    fn goes_on_behind_a_strange_blank(&self) -> bool {
        let is_of_name = |sign: char| sign.is_ascii_alphanumeric() || sign == '_';
        let mut rest = self.signs.iter().copied().skip(self.next).peekable();
        let mut passed = |wanted: &dyn Fn(char) -> bool| {
            let mut count = 0;
            while rest.next_if(|sign| wanted(*sign)).is_some() {
                count += 1;
            }
            count
        };
        let blanks = passed(&is_strange_blank);
        let letters = passed(&is_of_name);
        passed(&|sign| sign == ' ');
        blanks > 0 && letters > 0 && rest.next() == Some(':')
    }
}
