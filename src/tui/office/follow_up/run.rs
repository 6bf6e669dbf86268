//! The loop of the follow-up screen: reads all waiting keys, lets each take its way, carries out what is asked for, and
//! draws one frame when something changed. Nothing on the screen moves by itself.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use ratatui::crossterm::event::{self, Event, KeyEvent, KeyEventKind};

use super::{FollowUpScreen, FollowedCase, OfficeEffect, OfficePaper, OfficeTone, draw};
use crate::domain::follow_up::{LedgerCommand, LedgerEntry, LedgerRejection};
use crate::domain::time::ClockReading;
use crate::tui::desk::input::Press;
use crate::tui::terminal::{LOOK_EVERY, Screen};
use crate::tui::theme::Theme;

/// Why something was not entered.
#[derive(Debug)]
pub enum NotEntered {
    Rejected(LedgerRejection),
    /// The folder of the ledger cannot be written at all.
    ReadOnly,
    /// In words.
    Failed(String),
}

/// What the loop needs besides the screen. Each carries something out and says what came of it.
pub struct OfficeEnv<'a> {
    pub theme: &'a Theme,
    pub now: &'a dyn Fn() -> ClockReading,
    /// Enters a command; the session comes back as it stands now.
    #[expect(clippy::type_complexity, reason = "one call, said in full")]
    pub enter: &'a dyn Fn(
        &FollowedCase,
        LedgerCommand,
    ) -> Result<(FollowedCase, LedgerEntry), NotEntered>,
    /// Copies a file beside the ledger and enters it.
    #[expect(clippy::type_complexity, reason = "one call, said in full")]
    pub attach: &'a dyn Fn(
        &FollowedCase,
        &Path,
        Option<u32>,
    ) -> Result<(FollowedCase, LedgerEntry), NotEntered>,
    /// Lets the ledger lie below a folder; the session comes back with it.
    pub place: &'a dyn Fn(&FollowedCase, &Path) -> Result<FollowedCase, String>,
    pub write: &'a dyn Fn(&FollowedCase, &OfficePaper, &Path) -> Result<PathBuf, String>,
    pub export: &'a dyn Fn(&FollowedCase) -> Result<PathBuf, String>,
}

/// Shows the screen until the clerk leaves it.
///
/// # Errors
/// When the terminal fails; what was entered is on disk.
pub fn run(
    terminal: &mut Screen,
    screen: &mut FollowUpScreen,
    env: &OfficeEnv<'_>,
) -> io::Result<()> {
    loop {
        let view = screen.view();
        terminal.terminal.draw(|frame| {
            let area = frame.area();
            let cursor = draw::draw(&view, area, frame.buffer_mut(), env.theme);
            if let Some(position) = cursor {
                frame.set_cursor_position(position);
            }
        })?;
        while !event::poll(LOOK_EVERY)? {
            if terminal.is_asked_to_end() {
                return Ok(());
            }
        }
        for event in waiting()? {
            let effect = match event {
                Arrived::Press(press) => screen.press(press, (env.now)()),
                Arrived::Paste(text) => {
                    screen.paste(&text);
                    None
                }
                Arrived::Resize => {
                    terminal.terminal.autoresize()?;
                    None
                }
            };
            if let Some(effect) = effect
                && carry_out(screen, effect, env)
            {
                return Ok(());
            }
        }
    }
}

/// Something that came from the terminal.
enum Arrived {
    Press(Press),
    Paste(String),
    Resize,
}

/// All input that waits, in order. Keys of one burst know whether letters were among them.
fn waiting() -> io::Result<Vec<Arrived>> {
    let mut events = Vec::new();
    loop {
        events.push(event::read()?);
        if !event::poll(Duration::ZERO)? {
            break;
        }
    }
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
    let mut presses = Press::together(&keys).into_iter();
    let arrived = events.into_iter().filter_map(|event| match event {
        Event::Paste(text) => Some(Arrived::Paste(text)),
        Event::Resize(..) => Some(Arrived::Resize),
        Event::Key(_) | Event::Mouse(_) | Event::FocusGained | Event::FocusLost => {
            pressed(&event).and_then(|_| presses.next()).map(Arrived::Press)
        }
    });
    Ok(arrived.collect())
}

/// Carries out what the screen asks for; true when the clerk leaves.
pub fn carry_out(screen: &mut FollowUpScreen, effect: OfficeEffect, env: &OfficeEnv<'_>) -> bool {
    match effect {
        OfficeEffect::Quit => return true,
        OfficeEffect::Enter { session, command } => enter(screen, session, command, env),
        OfficeEffect::Attach {
            session,
            item,
            path,
        } => {
            if let Some(case) = screen.case(session) {
                match (env.attach)(case, &path, item) {
                    Ok((case, entry)) => screen.entered(session, case, &entry),
                    Err(error) => not_entered(screen, error),
                }
            }
        }
        OfficeEffect::PlaceLedger {
            session,
            parent,
            command,
        } => {
            let Some(case) = screen.case(session) else {
                return false;
            };
            match (env.place)(case, &parent) {
                Ok(case) => {
                    screen.set_case(session, case);
                    enter(screen, session, command, env);
                }
                Err(cause) => {
                    let path = parent.display().to_string();
                    let words = &screen.words.not_placed;
                    let text = words.render(&[("path", &path), ("cause", &cause)]);
                    screen.not_entered(OfficeTone::Alarm, text);
                }
            }
        }
        OfficeEffect::Write { session, paper, to } => write(screen, session, &paper, &to, env),
        OfficeEffect::Export { session } => {
            let Some(case) = screen.case(session) else {
                return false;
            };
            let (tone, text) = match (env.export)(case) {
                Ok(path) => {
                    let text = screen.words.exported.render(&[("path", &path.display())]);
                    (OfficeTone::Good, text)
                }
                Err(cause) => {
                    let text = screen.words.not_exported.render(&[("cause", &cause)]);
                    (OfficeTone::Alarm, text)
                }
            };
            screen.tell(tone, text);
        }
    }
    false
}

fn enter(
    screen: &mut FollowUpScreen,
    session: usize,
    command: LedgerCommand,
    env: &OfficeEnv<'_>,
) {
    let Some(case) = screen.case(session) else {
        return;
    };
    match (env.enter)(case, command.clone()) {
        Ok((case, entry)) => screen.entered(session, case, &entry),
        Err(NotEntered::ReadOnly) => screen.ask_for_place(session, command),
        Err(error) => not_entered(screen, error),
    }
}

fn not_entered(screen: &mut FollowUpScreen, error: NotEntered) {
    let (tone, text) = match error {
        NotEntered::Rejected(rejection) => {
            (OfficeTone::Warning, screen.teller.rejection(&rejection))
        }
        NotEntered::ReadOnly => (OfficeTone::Alarm, String::new()),
        NotEntered::Failed(text) => (OfficeTone::Alarm, text),
    };
    screen.not_entered(tone, text);
}

/// A reminder counts once it is written: then it is entered.
fn write(
    screen: &mut FollowUpScreen,
    session: usize,
    paper: &OfficePaper,
    to: &Path,
    env: &OfficeEnv<'_>,
) {
    let Some(case) = screen.case(session) else {
        return;
    };
    match (env.write)(case, paper, to) {
        Ok(path) => {
            screen.written(&path);
            if let OfficePaper::Reminder { agency, items } = paper {
                let command = LedgerCommand::Remind {
                    agency: agency.clone(),
                    items: items.clone(),
                    on: screen.today,
                };
                let before = screen.notice().map(ToOwned::to_owned);
                enter(screen, session, command, env);
                screen.tell_also(before);
            }
        }
        Err(cause) => {
            let text = screen.words.not_made.render(&[("cause", &cause)]);
            screen.not_entered(OfficeTone::Alarm, text);
        }
    }
}
