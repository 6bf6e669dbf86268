//! The aide at her desk: a session in memory, a clock that is moved by hand, and the keys. What the desk asks for is
//! carried out as the program does it.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use doithoai::domain::deadlines::Basis;
use doithoai::domain::i18n::Lang;
use doithoai::domain::record::SessionRecord;
use doithoai::domain::session::Session;
use doithoai::domain::session::event::{Event, JournalEntry, Seq};
use doithoai::domain::session::floor::Turn;
use doithoai::domain::session::item::Item;
use doithoai::domain::session::next::Next;
use doithoai::domain::session::plan::{Number, Plan};
use doithoai::domain::session::queue::Standing;
use doithoai::domain::session::state::State;
use doithoai::domain::time::{ClockReading, Millis, SessionTime, Wall};
use doithoai::store::clock::Clock;
use doithoai::store::profiles;
use doithoai::tui::desk::input::Press;
use doithoai::tui::desk::{Desk, Effect, view};
use doithoai::tui::theme::Theme;
use doithoai::tui::vn_input::Typing;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::desk::given::plan;

/// The aide, her desk, and the clock on the wall.
pub struct Aide {
    pub desk: Desk,
    pub session: Session,
    pub clock: Clock,
    /// Requests that are not about the session.
    pub asked: Vec<Effect>,
    /// No act gets on disk.
    pub disk_is_full: bool,
    /// The last key that was pressed, and when: nobody means to press the same key twice within half a second.
    last: Option<(KeyCode, ClockReading)>,
}

impl Aide {
    pub fn under(regulation: &str) -> Self {
        Self::of(plan(regulation))
    }

    pub fn of(plan: Plan) -> Self {
        Self::typing(plan, Typing::default())
    }

    pub fn typing(plan: Plan, typing: Typing) -> Self {
        Self::reading(plan, typing, Lang::Vi)
    }

    pub fn reading(plan: Plan, typing: Typing, lang: Lang) -> Self {
        let clock = Clock::by_hand(wall("2026-11-25T08:00:00+07:00"));
        let regulation = profiles::load(&plan.regulation.0, None).unwrap();
        let first = JournalEntry {
            by: None,
            request: None,
            seq: Seq(1),
            at: clock.now(),
            events: Session::opening(plan, regulation),
        };
        let words = doithoai::tui::desk::words::SOURCES.read(lang);
        let basis = Basis::of(doithoai::store::calendars::load(None).unwrap());
        Self {
            desk: Desk::new(words, lang, typing, basis),
            session: Session::open(first).unwrap(),
            clock,
            asked: Vec::new(),
            disk_is_full: false,
            last: None,
        }
    }

    /// The first speaker is about to be called.
    pub fn before_the_first_speech(regulation: &str) -> Self {
        let mut aide = Self::under(regulation);
        aide.goes_on_until(|next| matches!(next, Next::Call(_)));
        aide
    }

    /// The first speaker has the floor.
    pub fn with_number_one_speaking(regulation: &str) -> Self {
        let mut aide = Self::before_the_first_speech(regulation);
        aide.space();
        aide
    }

    /// The first item waits for its class.
    pub fn asked_for_the_first_class(regulation: &str) -> Self {
        let mut aide = Self::under(regulation);
        aide.goes_on_until(|next| matches!(next, Next::Class(_)));
        aide
    }

    /// The one key, ten seconds after the last; every item is answered now.
    #[expect(clippy::wildcard_enum_match_arm, reason = "the one key does the rest")]
    pub fn goes_on_until(&mut self, reached: impl Fn(&Next) -> bool) {
        for _ in 0..500 {
            let next = self.session.next();
            if reached(&next) {
                return;
            }
            self.passes(10);
            match next {
                Next::Class(_) => self.classes_now(),
                _ => self.space(),
            }
        }
        panic!("never came there; next is {:?}", self.session.next());
    }

    /// The one key once, ten seconds after the last; an item is answered now.
    pub fn goes_on_by_one(&mut self) {
        let before = self.acts();
        self.passes(10);
        if matches!(self.session.next(), Next::Class(_)) {
            self.classes_now();
        } else {
            self.space();
        }
        assert!(self.acts() > before, "{:?}", self.session.next());
    }

    /// The item asked about was answered at once, and the answer line is left as it was opened.
    pub fn classes_now(&mut self) {
        self.press(KeyCode::Char('1'));
        if self.desk.is_writing() {
            self.press(KeyCode::Enter);
        }
    }

    pub fn leaves_answer_line(&mut self) {
        if self.desk.is_writing() {
            self.press(KeyCode::Enter);
        }
    }

    pub fn space(&mut self) {
        self.press(KeyCode::Char(' '));
    }

    pub fn enter(&mut self) {
        self.press(KeyCode::Enter);
    }

    /// One key, pressed by a calm hand: the same key not sooner than half a second after, and no turn ended as it begins.
    pub fn press(&mut self, code: KeyCode) {
        let acts = matches!(code, KeyCode::Enter | KeyCode::Char(' ' | '1' | '2' | '3'));
        let now = self.clock.now();
        let began = self.session.state().floor().map(|turn| turn.called);
        let is_soon = |before: Millis| now.up.saturating_sub(before) < Millis(500);
        let same = self
            .last
            .is_some_and(|(last, at)| last == code && is_soon(at.up));
        let fresh = began.is_some_and(|began| self.now().since(began) < Millis(500));
        let writes = self.desk.is_writing() && code != KeyCode::Enter;
        if acts && !writes && (same || (fresh && code == KeyCode::Char(' '))) {
            self.clock.pass(Millis(500));
        }
        self.at_once(code);
    }

    /// One key, whenever the last was pressed.
    pub fn at_once(&mut self, code: KeyCode) {
        self.last = Some((code, self.clock.now()));
        self.presses(Press::alone(KeyEvent::from(code)));
    }

    pub fn times(&mut self, count: usize, code: KeyCode) {
        for _ in 0..count {
            self.press(code);
        }
    }

    pub fn ctrl(&mut self, letter: char) {
        self.ctrl_with(KeyCode::Char(letter));
    }

    pub fn ctrl_with(&mut self, code: KeyCode) {
        self.presses(Press::alone(KeyEvent::new(code, KeyModifiers::CONTROL)));
    }

    /// Letter by letter, each a key press of its own.
    pub fn types(&mut self, text: &str) {
        for letter in text.chars() {
            self.press(KeyCode::Char(letter));
        }
    }

    /// Keys that arrive in one piece.
    pub fn burst(&mut self, keys: &[KeyEvent]) {
        for press in Press::together(keys) {
            self.presses(press);
        }
    }

    pub fn presses(&mut self, press: Press) {
        if let Some(request) = self.desk.press(press, &self.session, self.clock.now()) {
            self.carry_out(request);
        }
    }

    fn carry_out(&mut self, request: Effect) {
        let Effect::Perform(command) = request else {
            self.asked.push(request);
            return;
        };
        if self.disk_is_full {
            self.desk.not_written("đầy");
            return;
        }
        let now = self.clock.now();
        let outcome = self.session.decide(command.clone(), now).map(|events| {
            let record = self.session.record(events, now);
            self.session.apply(record);
        });
        self.desk
            .after_command(&command, outcome, &self.session, self.session.stamp(now));
    }

    /// Something happened without the desk.
    pub fn happens(&mut self, events: Vec<Event>) {
        let record = self.session.record(events, self.clock.now());
        self.session.apply(record);
    }

    pub fn passes(&mut self, seconds: u64) {
        self.clock.pass(Millis::of_seconds(seconds));
    }

    pub fn now(&self) -> SessionTime {
        self.session.stamp(self.clock.now())
    }

    pub fn state(&self) -> &State {
        self.session.state()
    }

    pub fn floor(&self) -> &Turn {
        self.state().floor().unwrap()
    }

    pub fn item(&self, number: usize) -> &Item {
        &self.state().items[number - 1]
    }

    pub fn standing(&self, number: u32) -> Standing {
        self.state().queue.person(Number(number)).unwrap().standing
    }

    /// Those who wait, in the order they will be called.
    pub fn waiting(&self) -> Vec<u32> {
        let waiting = self.state().queue.waiting();
        waiting.map(|person| person.registration.number.0).collect()
    }

    pub fn record(&self) -> SessionRecord {
        SessionRecord::of(&self.session, self.now())
    }

    /// The events of the last act.
    pub fn last(&self) -> &[Event] {
        &self
            .session
            .history()
            .entries()
            .last()
            .unwrap()
            .record
            .events
    }

    /// How many acts there are in the journal.
    pub fn acts(&self) -> usize {
        self.session.history().entries().len()
    }

    /// The cells of the screen.
    pub fn cells(&self, width: u16, height: u16) -> Buffer {
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        let view = view::view(&self.session, &self.desk, self.now(), area);
        view::draw(&view, area, &mut buf, &Theme::plain());
        buf
    }

    /// The screen as lines of text.
    pub fn screen(&self, width: u16, height: u16) -> String {
        let buf = self.cells(width, height);
        (0..height)
            .map(|row| {
                let line: String = (0..width)
                    .map(|column| buf[(column, row)].symbol())
                    .collect();
                line.trim_end().to_owned()
            })
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// The smallest screen that all has to be seen on.
    pub fn shows(&self, text: &str) {
        self.shows_at(text, 80, 24);
    }

    pub fn shows_at(&self, text: &str, width: u16, height: u16) {
        let screen = self.screen(width, height);
        assert!(screen.contains(text), "«{text}» is not on\n{screen}");
    }

    /// The text is on the screen, over however many rows of its panel.
    pub fn shows_unwrapped(&self, text: &str, width: u16, height: u16) {
        let screen = self.screen(width, height);
        // Where a line is broken between two parts, the dot is left out.
        let words = |text: &str| text.replace(" · ", " ");
        let read = words(&unwrapped(&screen));
        assert!(read.contains(&words(text)), "«{text}» is not on\n{screen}");
    }

    pub fn hides(&self, text: &str) {
        let screen = self.screen(80, 24);
        assert!(!screen.contains(text), "«{text}» is on\n{screen}");
    }
}

/// The words of a screen in a row, without the lines of its frames; of panels that stand side by side, each in turn.
pub fn unwrapped(screen: &str) -> String {
    let columns = screen
        .lines()
        .map(|line| line.split(['│', '┃', '╭', '╰', '╮', '╯']).count())
        .max()
        .unwrap_or(0);
    let mut read = String::new();
    for column in 0..columns {
        for line in screen.lines() {
            let part = line.split(['│', '┃', '╭', '╰', '╮', '╯']).nth(column);
            for word in part.unwrap_or_default().split_whitespace() {
                read.push_str(word);
                read.push(' ');
            }
        }
    }
    read
}

pub fn wall(text: &str) -> Wall {
    text.parse().unwrap()
}
