//! The one loop of every screen: show, wait, take what came. It deals with size, signals and the end; what is shown and
//! what a key means is the screen's own.

use std::io::{self, IsTerminal as _};
use std::time::Duration;

use crossterm::event::Event;

use super::Screen;
use super::input::{Input, SystemRequest};

/// What has the terminal: the aide's desk, the first screen, the hall's view.
pub trait Interactive {
    /// What it comes to in the end.
    type Outcome;

    /// Draws what changed, and says how long that stays right.
    fn show(&mut self, screen: &mut Screen) -> io::Result<Duration>;

    /// Takes everything that came, in order; an outcome ends the loop. A size that changed comes along, since what was drawn
    /// is gone.
    fn take(
        &mut self,
        screen: &mut Screen,
        inputs: Vec<Input>,
    ) -> io::Result<Option<Self::Outcome>>;

    /// The system wants the program to end, or the terminal is gone.
    fn end(&mut self) -> io::Result<Self::Outcome>;
}

/// Runs until there is an outcome.
///
/// # Errors
/// When the terminal fails.
pub fn run<I: Interactive>(screen: &mut Screen, interactive: &mut I) -> io::Result<I::Outcome> {
    loop {
        match turn(screen, interactive) {
            Ok(None) => {}
            Ok(Some(outcome)) => return Ok(outcome),
            Err(error) => {
                // What was typed is kept, as at every other end. A window that was closed is one.
                let outcome = interactive.end();
                return if io::stdout().is_terminal() {
                    Err(error)
                } else {
                    outcome
                };
            }
        }
    }
}

/// Shows, waits for the next input, and takes it; how it ended, once it is over.
fn turn<I: Interactive>(
    screen: &mut Screen,
    interactive: &mut I,
) -> io::Result<Option<I::Outcome>> {
    let lasts = interactive.show(screen)?;
    let mut inputs = screen.inputs.wait(lasts);
    let mut is_to_end = false;
    for input in &mut inputs {
        match input {
            Input::System(SystemRequest::End) => is_to_end = true,
            Input::System(SystemRequest::Suspend) => {
                screen.suspend()?;
                // Before anything is drawn: a terminal that was stopped by Ctrl+S meanwhile takes nothing until then.
                *input = taken_again(screen)?;
            }
            Input::System(SystemRequest::Continue) => *input = taken_again(screen)?,
            // Also where it is as large as before: it may have been smaller meanwhile, and lost what stood there.
            Input::Event(Event::Resize(..)) => {
                screen.fit_anew()?;
            }
            Input::Event(_) | Input::Dropped(_) => {}
        }
    }
    if !inputs.is_empty()
        && let Some(outcome) = interactive.take(screen, inputs)?
    {
        return Ok(Some(outcome));
    }
    if is_to_end || screen.is_asked_to_end() {
        return interactive.end().map(Some);
    }
    Ok(None)
}

/// The terminal is the program's again; of what size, since everything on it is gone.
fn taken_again(screen: &mut Screen) -> io::Result<Input> {
    let (columns, rows) = screen.take_again()?;
    Ok(Input::Event(Event::Resize(columns, rows)))
}
