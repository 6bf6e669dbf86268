//! SpeakingMode the terminal and giving it back clean, whatever happens.

use std::io::{self, IsTerminal as _, Write as _};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use ratatui::crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use ratatui::crossterm::{cursor, execute};

/// The terminal, in raw mode and on its alternate screen, until dropped.
#[derive(Debug)]
pub struct Screen {
    pub terminal: Terminal<CrosstermBackend<io::BufWriter<io::Stdout>>>,
    /// The system asked the program to end.
    asked_to_end: Arc<AtomicBool>,
}

impl Screen {
    /// Takes the terminal.
    ///
    /// # Errors
    /// When there is none, or it cannot be set up.
    pub fn take() -> io::Result<Self> {
        // A file or a pipe would be filled with the signs that draw the screen.
        if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
            return Err(io::ErrorKind::NotConnected.into());
        }
        give_back_on_panic();
        enable_raw_mode()?;
        let mut out = io::BufWriter::with_capacity(64 * 1024, io::stdout());
        let taken = execute!(out, EnterAlternateScreen, EnableBracketedPaste)
            .and_then(|()| Terminal::new(CrosstermBackend::new(out)))
            .and_then(|terminal| Ok((terminal, ending()?)));
        match taken {
            Ok((terminal, asked_to_end)) => Ok(Self {
                terminal,
                asked_to_end,
            }),
            Err(error) => {
                give_back();
                Err(error)
            }
        }
    }
}

impl Screen {
    /// Whether the system asked the program to end, as at a shutdown. Whoever waits for keys looks here at
    /// least every [`LOOK_EVERY`].
    #[must_use]
    pub fn is_asked_to_end(&self) -> bool {
        self.asked_to_end.load(Ordering::Relaxed)
    }
}

/// How often a loop looks whether it is asked to end.
pub const LOOK_EVERY: Duration = Duration::from_secs(1);

/// A flag that is raised when the system asks the program to end, so that it ends by its own way and gives the terminal
/// back.
fn ending() -> io::Result<Arc<AtomicBool>> {
    let flag = Arc::new(AtomicBool::new(false));
    // Not for a terminal that went away: there is nothing to give back, and the library that reads keys would go on
    // reading its end for ever. The system then ends the program at once, with everything on disk.
    #[cfg(unix)]
    for signal in [signal_hook::consts::SIGTERM, signal_hook::consts::SIGINT] {
        signal_hook::flag::register(signal, Arc::clone(&flag))?;
    }
    Ok(flag)
}

impl Drop for Screen {
    fn drop(&mut self) {
        // Whatever is still buffered belongs on the screen that is being left.
        let _ = self.terminal.backend_mut().flush();
        give_back();
    }
}

/// Everything that was changed, changed back. It must work half-way through a failure, so no step waits for another.
fn give_back() {
    let mut out = io::stdout();
    let _ = execute!(out, DisableBracketedPaste);
    let _ = execute!(out, LeaveAlternateScreen, cursor::Show);
    let _ = disable_raw_mode();
}

/// Should the program fail inside, the terminal is given back before the message is printed.
fn give_back_on_panic() {
    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            give_back();
            before(info);
        }));
    });
}
