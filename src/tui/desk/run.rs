//! The loop of the desk: reads all waiting keys, lets each take its way, and draws one frame when something changed.

mod bell;
mod requests;
mod stations;

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crossterm::event::Event;

use bell::Bell;
use stations::Requests;

use super::arrivals::{InputEvent, sorted_out};
use super::draft::{DraftFile, Drafts};
use super::import::{ImportedLists, ReadAs};
use super::{Desk, Effect, Severity, view};
use crate::domain::i18n::WordedError;
use crate::domain::session::Session;
use crate::domain::time::Millis;
use crate::store::hall_sheet;
use crate::store::journal::LockHolder;
use crate::store::sessions::OpenSession;
use crate::tui::desk::words::PromptMessage;
use crate::tui::plan_pages::paste;
use crate::tui::terminal::{self, Input, Interactive, Screen};
use crate::tui::theme::Theme;

/// How often text being typed is kept at least, and a sign of life left.
const KEEP_EVERY: Millis = Millis(500);
const ALIVE_EVERY: Millis = Millis(5_000);
/// How often the screen is drawn at least while keys keep coming.
const DRAW_EVERY: Millis = Millis(500);
/// How often the journal is looked at while nothing is done; a little less than the second in which a frame is drawn.
const WATCH_EVERY: Millis = Millis(900);

/// Is told how many documents are made, of how many.
pub type OnDocument<'a> = &'a mut dyn FnMut(usize, usize);

/// Reads people and opinions to be added.
pub type ReadLists<'a> = &'a dyn Fn(&Session, &ListsFrom) -> Result<ImportedLists, WordedError>;

/// Where lists are read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListsFrom {
    File(PathBuf),
    Table {
        cells: Vec<Vec<String>>,
        read_as: ReadAs,
    },
}

/// Writes the dossier of a session when the aide asks for it, and says where.
pub type Export<'a> =
    &'a dyn Fn(&OpenSession, &Path, OnDocument<'_>) -> Result<Exported, WordedError>;

/// Where a dossier was written to, and what stayed where it was to go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    pub folder: PathBuf,
    pub kept: Option<String>,
}

/// What the loop needs besides the desk and the session.
pub struct Env<'a> {
    pub theme: &'a Theme,
    pub export: Export<'a>,
    /// The people and opinions of a file, or of a pasted table; why there are none, in words.
    pub import: ReadLists<'a>,
    /// What a failing disk is called in the user's language.
    pub cause: &'a dyn Fn(&io::Error) -> String,
    /// The user's own folder, for paths that begin there.
    pub home: Option<&'a Path>,
    /// Whether a bell rings at a limit, where the office set it; else the plan says.
    pub bell: Option<bool>,
    /// The folder that the office set for its papers.
    pub papers: Option<&'a Path>,
    /// That another desk has the session, and which.
    pub held: &'a dyn Fn(Option<&LockHolder>) -> String,
}

/// Runs the desk until the aide leaves it.
///
/// # Errors
/// When the terminal fails; the session is on disk.
pub fn run(
    screen: &mut Screen,
    desk: &mut Desk,
    opened: &mut OpenSession,
    around: &Env<'_>,
) -> io::Result<()> {
    let drafts = DraftFile::beside(opened.folder());
    let (_, stamp) = opened.now();
    desk.resume(opened.session(), stamp, drafts.left_behind());
    if let Some(torn) = opened.torn() {
        let text = desk.words.prompts[PromptMessage::Torn].render(&[("path", &torn.display())]);
        desk.notify_first(Severity::Warning, &text);
    }
    let (now, _) = opened.now();
    // The journal was compared with its file when it was opened.
    let rhythm = Timers {
        watched: Some(now.up),
        ..Timers::default()
    };
    let began = opened.session().state().agenda.began();
    desk.check_clock(now.wall, began.map(|began| began.wall));
    if let Some(why) = opened.read_only() {
        desk.opened_for_reading(&(around.cause)(why));
    }
    let mut running = Running {
        stations: Requests::of(opened),
        is_quiet: false,
        right_until: Millis::ZERO,
        desk,
        opened,
        around,
        drafts,
        rhythm,
        bell: Bell::default(),
        drawn: Millis::ZERO,
    };
    terminal::run(screen, &mut running)
}

/// The text of keys that can only be a pasted table.
fn table_in(inputs: &[Input]) -> Option<String> {
    let events: Option<Vec<Event>> = inputs
        .iter()
        .map(|input| match input {
            Input::Event(event) => Some(event.clone()),
            Input::Dropped(_) | Input::System(_) => None,
        })
        .collect();
    paste::of_burst(&events?)
}

impl Running<'_> {
    fn does(&mut self, screen: &mut Screen, request: Effect) -> bool {
        let goes_elsewhere = matches!(request, Effect::SaveTo(_));
        let leaves = requests::carry_out(
            screen,
            request,
            self.desk,
            self.opened,
            &mut self.drafts,
            self.around,
        );
        if goes_elsewhere {
            // What was asked and not answered is asked anew where the session goes on.
            self.stations = Requests::of(self.opened);
        }
        leaves
    }

    fn redraw(&mut self, screen: &mut Screen) -> io::Result<()> {
        let (now, _) = self.opened.now();
        self.drawn = now.up;
        draw(screen, self.desk, self.opened, self.around.theme)
    }
}

/// The desk at work on its session.
struct Running<'a> {
    desk: &'a mut Desk,
    opened: &'a mut OpenSession,
    around: &'a Env<'a>,
    drafts: DraftFile,
    rhythm: Timers,
    bell: Bell,
    stations: Requests,
    /// Nothing came since the screen was drawn, which stays right until then.
    is_quiet: bool,
    right_until: Millis,
    /// When the screen was last drawn.
    drawn: Millis,
}

impl Interactive for Running<'_> {
    type Outcome = ();

    fn show(&mut self, screen: &mut Screen) -> io::Result<Duration> {
        let (now, _) = self.opened.now();
        if !self.is_quiet || now.up >= self.right_until {
            self.show_anew(screen)?;
        }
        // After the frame, so that no key waits for what a station asks.
        if self.stations.take(self.desk, self.opened, self.around) {
            self.is_quiet = false;
            return Ok(Duration::ZERO);
        }
        let (now, _) = self.opened.now();
        let left = self.right_until.saturating_sub(now.up);
        let wait = self.stations.wait().map_or(left, |wait| wait.min(left));
        Ok(Duration::from_millis(wait.0))
    }

    fn take(&mut self, screen: &mut Screen, inputs: Vec<Input>) -> io::Result<Option<()>> {
        self.is_quiet = false;
        self.take_inputs(screen, inputs)
    }

    fn end(&mut self) -> io::Result<()> {
        // What is being typed is offered again next time.
        self.drafts.keep(&self.desk.drafts())
    }
}

impl Running<'_> {
    fn show_anew(&mut self, screen: &mut Screen) -> io::Result<()> {
        watch(self.desk, self.opened, &mut self.rhythm, self.around);
        self.redraw(screen)?;
        let rings = (self.around.bell).unwrap_or(self.opened.session().plan().settings.bell);
        if self.bell.strikes(self.opened) && rings {
            screen.ring()?;
        }
        let lasts = lasts(self.desk, self.opened, &mut self.drafts, &mut self.rhythm);
        let (now, _) = self.opened.now();
        self.right_until = now.up.saturating_add(Millis(lasts));
        self.is_quiet = true;
        Ok(())
    }

    fn take_inputs(&mut self, screen: &mut Screen, inputs: Vec<Input>) -> io::Result<Option<()>> {
        // Where a table may be pasted, tabs and line breaks in a burst of keys are its columns and rows.
        let table = self
            .desk
            .takes_tables()
            .then(|| table_in(&inputs))
            .flatten();
        let arrived = match table {
            Some(table) => vec![InputEvent::Paste(table)],
            None => sorted_out(inputs),
        };
        for arrived in arrived {
            let leave = match arrived {
                InputEvent::Press(press) => {
                    let (now, _) = self.opened.now();
                    let request = self.desk.press(press, self.opened.session(), now);
                    request.is_some_and(|request| self.does(screen, request))
                }
                InputEvent::Paste(text) => {
                    let request = self.desk.paste(&text);
                    request.is_some_and(|request| self.does(screen, request))
                }
                InputEvent::Dropped(dropped) => {
                    self.desk.dropped(dropped);
                    false
                }
            };
            if leave {
                // A draft that the disk does not let go of is offered again, which loses nothing.
                let _ = self.drafts.keep(&Drafts {
                    open: None,
                    set_aside: self.desk.set_aside_drafts(),
                });
                return Ok(Some(()));
            }
            if screen.is_asked_to_end() {
                return Ok(None);
            }
            // Many keys at once take their time; the clock is not to stand meanwhile.
            let (now, _) = self.opened.now();
            if now.up.saturating_sub(self.drawn) >= DRAW_EVERY {
                self.redraw(screen)?;
            }
        }
        Ok(None)
    }
}

/// Looks every second whether the journal on the disk is still the one that is written.
fn watch(desk: &mut Desk, opened: &mut OpenSession, rhythm: &mut Timers, around: &Env<'_>) {
    let (now, _) = opened.now();
    if rhythm
        .watched
        .is_some_and(|last| now.up.saturating_sub(last) < WATCH_EVERY)
    {
        return;
    }
    rhythm.watched = Some(now.up);
    // A number that a device used up is not to be read any more.
    if desk.shows_halls() {
        let (_, stamp) = opened.now();
        desk.show_halls(hall_sheet::sheets(opened.folder()), opened.session(), stamp);
    }
    match opened.watch() {
        Ok(is_reopened) => {
            desk.matches_again();
            if is_reopened {
                desk.reopened();
            }
        }
        Err(mismatch) => desk.mismatch_seen(mismatch, &(around.cause)(&mismatch.into())),
    }
}

fn draw(
    screen: &mut Screen,
    desk: &mut Desk,
    opened: &OpenSession,
    theme: &Theme,
) -> io::Result<()> {
    let (_, now) = opened.now();
    screen.terminal.draw(|frame| {
        let area = frame.area();
        desk.stands_in((area.width, area.height));
        let view = view::view(opened.session(), desk, now, area);
        let cursor = view::draw(&view, area, frame.buffer_mut(), theme);
        if let Some(position) = cursor {
            frame.set_cursor_position(position);
        }
    })?;
    Ok(())
}

/// When what was last done.
#[derive(Debug, Default)]
struct Timers {
    alive: Option<Millis>,
    kept: Option<Millis>,
    watched: Option<Millis>,
}

/// Does what is done every few moments, and says how many milliseconds the screen stays right: at most until the shown
/// second changes.
fn lasts(
    desk: &mut Desk,
    opened: &OpenSession,
    drafts: &mut DraftFile,
    rhythm: &mut Timers,
) -> u64 {
    let (now, stamp) = opened.now();
    if rhythm
        .alive
        .is_none_or(|last| now.up.saturating_sub(last) >= ALIVE_EVERY)
    {
        opened.sign_of_life(now.wall);
        if let Some(window) = opened.hall_window() {
            desk.hall_has(window);
        }
        rhythm.alive = Some(now.up);
    }
    let to_next_second = until_next_second(opened, stamp, now.wall.timestamp_subsec_millis());
    let typed = desk.drafts();
    let typing = typed.open.is_some();
    // While keys keep coming the text is kept every half second, too. A disk that refuses says so at the next act, which
    // matters more than a draft; the text itself is still on the screen.
    if !typing
        || rhythm
            .kept
            .is_none_or(|last| now.up.saturating_sub(last) >= KEEP_EVERY)
    {
        let _ = drafts.keep(&typed);
        rhythm.kept = Some(now.up);
    }
    if typing {
        to_next_second.min(KEEP_EVERY.0)
    } else {
        to_next_second
    }
}

/// Milliseconds until the clock that matters shows another second.
fn until_next_second(
    opened: &OpenSession,
    now: crate::domain::time::SessionTime,
    wall_millis: u32,
) -> u64 {
    let to_wall = 1000 - u64::from(wall_millis % 1000);
    let on_clock = opened
        .session()
        .state()
        .floor()
        .and_then(|turn| turn.clock.as_ref())
        .filter(|clock| !clock.is_paused())
        .map(|clock| 1000 - clock.lasted(now).0 % 1000);
    // One frame a second: while a speaker's clock runs the wall clock keeps step with it.
    on_clock.unwrap_or(to_wall)
}
