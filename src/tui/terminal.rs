//! Taking the terminal and giving it back clean, whatever happens; what comes from it, and the one loop around that.

mod backend;
mod capabilities;
#[cfg_attr(
    all(windows, not(test)),
    expect(dead_code, reason = "a Windows console tells whole events")
)]
mod decoder;
mod event_loop;
mod frame_writer;
mod input;
mod look;
mod signs;

use std::io::{self, IsTerminal as _};

use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::style::{Attribute, SetAttribute};
use crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{cursor, execute};
use ratatui::Terminal;
use ratatui::backend::Backend as _;
use ratatui::layout::{Rect, Size};

pub use backend::FittedBackend;
pub use capabilities::Capabilities;
pub use decoder::Dropped;
pub use event_loop::{Interactive, run};
pub use input::{Input, SystemRequest};
pub use signs::SignSet;

use input::Inputs;

/// The terminal, in raw mode and on its alternate screen, until dropped.
#[derive(Debug)]
pub struct Screen {
    pub terminal: Terminal<FittedBackend<io::BufWriter<io::Stdout>>>,
    inputs: Inputs,
}

impl Screen {
    /// Takes the terminal, and shows on it what it can show.
    ///
    /// # Errors
    /// When there is none, or it cannot be set up.
    pub fn take(capabilities: Capabilities) -> io::Result<Self> {
        // A file or a pipe would be filled with the signs that draw the screen.
        if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
            return Err(io::ErrorKind::NotConnected.into());
        }
        give_back_on_panic();
        enable_raw_mode()?;
        let mut out = io::BufWriter::with_capacity(64 * 1024, io::stdout());
        let taken = enter(&mut out)
            .and_then(|()| Terminal::new(FittedBackend::new(out, capabilities)))
            .and_then(|terminal| Ok((terminal, Inputs::read()?)));
        match taken {
            Ok((terminal, inputs)) => Ok(Self { terminal, inputs }),
            Err(error) => {
                give_back();
                Err(error)
            }
        }
    }

    /// Whether the system asked the program to end. Who takes many keys at once looks here between them.
    #[must_use]
    pub fn is_asked_to_end(&self) -> bool {
        self.inputs.is_asked_to_end()
    }

    /// Makes the terminal sound once.
    ///
    /// # Errors
    /// When it is gone.
    pub fn ring(&mut self) -> io::Result<()> {
        let out = self.terminal.backend_mut().writer();
        io::Write::write_all(out, b"\x07")?;
        io::Write::flush(out)
    }

    /// Gives the terminal back and stands still, as a shell asks of a program that is put in the background, until it is
    /// continued.
    fn suspend(&mut self) -> io::Result<()> {
        self.terminal.backend_mut().flush()?;
        give_back();
        // Continued while the terminal was given back: nobody would continue it again. A moment is left between looking and
        // standing still; shells continue only what stands.
        #[cfg(unix)]
        if !self.inputs.is_continued() {
            signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)?;
        }
        Ok(())
    }

    /// Takes the terminal again, whatever somebody else made of it meanwhile, and tells its size.
    fn take_again(&mut self) -> io::Result<(u16, u16)> {
        // What the shell set is the state to come back to.
        disable_raw_mode()?;
        enable_raw_mode()?;
        #[cfg(unix)]
        input::never_block();
        enter(self.terminal.backend_mut().writer())?;
        self.fit_anew()
    }

    /// Asks the terminal how large it is, and draws everything anew the next time. Returns columns and rows.
    fn fit_anew(&mut self) -> io::Result<(u16, u16)> {
        self.terminal.backend_mut().forget_size();
        let Size {
            width: columns,
            height: rows,
        } = self.terminal.size()?;
        // Not `clear`, which asks the terminal where its cursor is, and waits.
        self.terminal.resize(Rect::new(0, 0, columns, rows))?;
        Ok((columns, rows))
    }
}

fn enter(out: &mut impl io::Write) -> io::Result<()> {
    execute!(out, EnterAlternateScreen)?;
    match execute!(out, EnableBracketedPaste) {
        // A Windows console older than escape sequences; pastes are told from keys by their speed there.
        Err(error) if error.kind() == io::ErrorKind::Unsupported => Ok(()),
        done => done,
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
    // A frame that was broken off left its colours.
    let _ = execute!(out, SetAttribute(Attribute::Reset), DisableBracketedPaste);
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
