//! The loop of the desk: reads all waiting keys, lets each take its way, and draws one frame when something changed.

use std::io;
use std::path::PathBuf;
use std::time::Duration;

use ratatui::crossterm::event::{self, Event, KeyEvent, KeyEventKind};

use super::draft::DraftFile;
use super::input::Press;
use super::{Desk, Request, Tone, view};
use crate::domain::time::Millis;
use crate::store::sessions::{OpenSession, PerformError};
use crate::tui::terminal::Screen;
use crate::tui::theme::Theme;

/// How often text being typed is kept at least, and a sign of life left.
const KEEP_EVERY: Millis = Millis(500);
const ALIVE_EVERY: Millis = Millis(5_000);

/// Is told how many documents are made, of how many.
pub type Progress<'a> = &'a mut dyn FnMut(usize, usize);

/// Writes the dossier of a session when the aide asks for it, and says where.
pub type Export<'a> = &'a dyn Fn(&OpenSession, Progress<'_>) -> Result<PathBuf, String>;

/// What the loop needs besides the desk and the session.
pub struct Env<'a> {
    pub theme: &'a Theme,
    pub export: Export<'a>,
    /// What a failing disk is called in the user's language.
    pub cause: &'a dyn Fn(&io::Error) -> String,
}

/// Runs the desk until the aide leaves it.
///
/// # Errors
/// When the terminal fails; the session is on disk.
pub fn run(
    screen: &mut Screen,
    desk: &mut Desk,
    sitting: &mut OpenSession,
    around: &Env<'_>,
) -> io::Result<()> {
    let mut drafts = DraftFile::beside(sitting.folder());
    let (_, stamp) = sitting.now();
    desk.welcome(sitting.session(), stamp, drafts.left_behind());
    if let Some(torn) = sitting.torn() {
        let text = desk.words.prompts.torn.render(&[("path", &torn.display())]);
        desk.tell_first(Tone::Warning, &text);
    }
    let mut rhythm = Timers::default();
    loop {
        draw(screen, desk, sitting, around.theme)?;
        let waits = wait(desk, sitting, &mut drafts, &mut rhythm)?;
        if screen.is_asked_to_end() {
            // What is being typed is offered again next time.
            return drafts.keep(desk.draft().as_ref());
        }
        if !waits {
            continue;
        }
        for arrived in read_all()? {
            let leave = match arrived {
                InputEvent::Press(press) => {
                    let (now, _) = sitting.now();
                    let request = desk.press(press, sitting.session(), now);
                    request.is_some_and(|request| {
                        carry_out(screen, request, desk, sitting, &mut drafts, around)
                    })
                }
                InputEvent::Paste(text) => {
                    desk.paste(&text);
                    false
                }
                InputEvent::Resize => {
                    screen.terminal.autoresize()?;
                    false
                }
            };
            if leave {
                // A draft that the disk does not let go of is offered again, which loses nothing.
                let _ = drafts.keep(None);
                return Ok(());
            }
        }
    }
}

/// Writes the dossier; the screen shows how far it is, document by document, and the clocks go on.
fn export(screen: &mut Screen, desk: &mut Desk, sitting: &OpenSession, around: &Env<'_>) {
    let exported = (around.export)(sitting, &mut |made, total| {
        let text = desk
            .words
            .notices
            .exporting
            .render(&[("made", &made), ("total", &total)]);
        desk.tell(Tone::Good, text);
        // A frame that cannot be drawn is told by the next one that has to be.
        let _ = draw(screen, desk, sitting, around.theme);
    });
    match exported {
        Ok(folder) => {
            let says = &desk.words.notices;
            let (sentence, tone) = if sitting.session().state().closed.is_some() {
                (&says.exported, Tone::Good)
            } else {
                (&says.exported_open, Tone::Warning)
            };
            let text = sentence.render(&[("path", &folder.display())]);
            desk.tell(tone, text);
        }
        Err(cause) => {
            let text = desk.words.notices.not_exported.render(&[("cause", &cause)]);
            desk.tell(Tone::Warning, text);
        }
    }
}

/// Carries out what the desk asks for; true when the aide leaves.
fn carry_out(
    screen: &mut Screen,
    request: Request,
    desk: &mut Desk,
    sitting: &mut OpenSession,
    drafts: &mut DraftFile,
    around: &Env<'_>,
) -> bool {
    match request {
        Request::Quit => return true,
        Request::Perform(command) => {
            let (now, stamp) = sitting.now();
            let outcome = match sitting.perform(command.clone(), now) {
                Ok(()) => Ok(()),
                Err(PerformError::Refused(refusal)) => Err(refusal),
                Err(PerformError::NotWritten(error)) => {
                    desk.not_written(&(around.cause)(&error));
                    return false;
                }
            };
            desk.performed(&command, outcome, sitting.session(), stamp);
        }
        Request::SaveTo(parent) => match sitting.move_to(&parent) {
            Ok(folder) => {
                *drafts = DraftFile::beside(&folder);
                desk.saved_elsewhere(&folder);
            }
            Err(error) => desk.not_saved_elsewhere(&parent, &(around.cause)(&error)),
        },
        Request::Export => export(screen, desk, sitting, around),
    }
    false
}

fn draw(screen: &mut Screen, desk: &Desk, sitting: &OpenSession, theme: &Theme) -> io::Result<()> {
    let (_, now) = sitting.now();
    screen.terminal.draw(|frame| {
        let area = frame.area();
        let view = view::view(sitting.session(), desk, now, area);
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
}

/// Waits for input, at most until the shown second changes. True when there is input.
fn wait(
    desk: &Desk,
    sitting: &OpenSession,
    drafts: &mut DraftFile,
    rhythm: &mut Timers,
) -> io::Result<bool> {
    let (now, stamp) = sitting.now();
    if rhythm
        .alive
        .is_none_or(|last| now.up.saturating_sub(last) >= ALIVE_EVERY)
    {
        sitting.sign_of_life(now.wall);
        rhythm.alive = Some(now.up);
    }
    let to_next_second = until_next_second(sitting, stamp, now.wall.timestamp_subsec_millis());
    let draft = desk.draft();
    let typing = draft.is_some();
    // While keys keep coming the text is kept every half second, too. A disk that refuses says so at the next act, which
    // matters more than a draft; the text itself is still on the screen.
    if !typing
        || rhythm
            .kept
            .is_none_or(|last| now.up.saturating_sub(last) >= KEEP_EVERY)
    {
        let _ = drafts.keep(draft.as_ref());
        rhythm.kept = Some(now.up);
    }
    let at_most = if typing {
        to_next_second.min(KEEP_EVERY.0)
    } else {
        to_next_second
    };
    event::poll(Duration::from_millis(at_most))
}

/// Milliseconds until the clock that matters shows another second.
fn until_next_second(
    sitting: &OpenSession,
    now: crate::domain::time::SessionTime,
    wall_millis: u32,
) -> u64 {
    let to_wall = 1000 - u64::from(wall_millis % 1000);
    let on_clock = sitting
        .session()
        .state()
        .floor()
        .and_then(|turn| turn.clock.as_ref())
        .filter(|clock| !clock.is_paused())
        .map(|clock| 1000 - clock.lasted(now).0 % 1000);
    // One frame a second: while a speaker's clock runs the clock on the wall keeps step with it.
    on_clock.unwrap_or(to_wall)
}

/// Something that came from the terminal.
enum InputEvent {
    Press(Press),
    Paste(String),
    Resize,
}

/// All input that waits, in order. Only presses and repeats count; keys that came in one burst know whether letters
/// were among them.
fn read_all() -> io::Result<Vec<InputEvent>> {
    let mut events = Vec::new();
    loop {
        events.push(event::read()?);
        if !event::poll(Duration::ZERO)? {
            break;
        }
    }
    Ok(sorted_out(events))
}

fn sorted_out(events: Vec<Event>) -> Vec<InputEvent> {
    let pressed = |event: &Event| -> Option<KeyEvent> {
        match event {
            Event::Key(key) if key.kind != KeyEventKind::Release => Some(*key),
            Event::Key(_)
            | Event::Mouse(_)
            | Event::Paste(_)
            | Event::Resize(..)
            | Event::FocusGained
            | Event::FocusLost => None,
        }
    };
    let keys: Vec<KeyEvent> = events.iter().filter_map(pressed).collect();
    let mut arrived = Press::together(&keys).into_iter();
    events
        .into_iter()
        .filter_map(|event| match event {
            Event::Paste(text) => Some(InputEvent::Paste(text)),
            Event::Resize(..) => Some(InputEvent::Resize),
            Event::Key(_) | Event::Mouse(_) | Event::FocusGained | Event::FocusLost => {
                pressed(&event)
                    .and_then(|_| arrived.next())
                    .map(InputEvent::Press)
            }
        })
        .collect()
}
