//! Taking the terminal and giving it back clean, whatever happens.

use std::io::{self, Write as _};

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
}

impl Screen {
    /// Takes the terminal.
    ///
    /// # Errors
    /// When there is none, or it cannot be set up.
    pub fn take() -> io::Result<Self> {
        give_back_on_panic();
        enable_raw_mode()?;
        let mut out = io::BufWriter::with_capacity(64 * 1024, io::stdout());
        let taken = execute!(out, EnterAlternateScreen, EnableBracketedPaste)
            .and_then(|()| Terminal::new(CrosstermBackend::new(out)));
        match taken {
            Ok(terminal) => Ok(Self { terminal }),
            Err(error) => {
                give_back();
                Err(error)
            }
        }
    }
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
