//! What stands between the cells of a frame and the terminal: signs that it shows, colours that it has, and a frame that is
//! seen whole. Decides nothing of what a cell means.

use std::cell::Cell as Remembered;
use std::io::{self, Write};

use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::queue;
use crossterm::style::{Attribute, SetAttribute};
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

use super::capabilities::Capabilities;
use super::frame_writer::FrameWriter;

/// Writes frames as a terminal of these capabilities shows them.
#[derive(Debug)]
pub struct FittedBackend<W: Write> {
    inner: CrosstermBackend<W>,
    frames: FrameWriter,
    capabilities: Capabilities,
    /// The size of the terminal, asked for anew only when it tells of a change; each frame wants to know.
    size: Remembered<Option<Size>>,
}

/// What is written at one place in so few bytes is on the screen before anybody could see a half of it.
const SEEN_AT_ONCE: usize = 128;

impl<W: Write> FittedBackend<W> {
    pub fn new(out: W, capabilities: Capabilities) -> Self {
        Self {
            inner: CrosstermBackend::new(out),
            frames: FrameWriter::new(capabilities),
            capabilities,
            size: Remembered::default(),
        }
    }

    /// The terminal told of a change of its size, or was somebody else's meanwhile.
    pub fn forget_size(&mut self) {
        self.size.take();
        self.frames.forget();
    }

    /// What is written besides frames goes through here. What it leaves behind is not known.
    pub fn writer(&mut self) -> &mut impl Write {
        self.frames.forget();
        &mut self.inner
    }

    /// A console of Windows that is older than escape sequences is written to by the library's own means.
    fn draw_without_sequences<'a>(
        &mut self,
        content: impl Iterator<Item = (u16, u16, &'a Cell)>,
    ) -> io::Result<()> {
        let fitted: Vec<(u16, u16, Cell)> = content
            .map(|(x, y, cell)| {
                let mut cell = cell.clone();
                let symbol = self.capabilities.signs.fitted(cell.symbol()).into_owned();
                cell.set_symbol(&symbol);
                (x, y, cell)
            })
            .collect();
        self.inner
            .draw(fitted.iter().map(|(x, y, cell)| (*x, *y, cell)))
    }
}

/// Whether the terminal takes escape sequences.
fn takes_sequences() -> bool {
    #[cfg(windows)]
    return crossterm::ansi_support::supports_ansi();
    #[cfg(not(windows))]
    true
}

impl<W: Write> Backend for FittedBackend<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        if !takes_sequences() {
            return self.draw_without_sequences(content);
        }
        let (frame, in_several_places) = self.frames.frame(content);
        let is_held =
            self.capabilities.holds_frames && (in_several_places || frame.len() > SEEN_AT_ONCE);
        if !is_held {
            return self.inner.write_all(frame);
        }
        queue!(self.inner, BeginSynchronizedUpdate)?;
        self.inner.write_all(frame)?;
        queue!(self.inner, EndSynchronizedUpdate)
    }

    fn append_lines(&mut self, count: u16) -> io::Result<()> {
        self.frames.forget();
        self.inner.append_lines(count)
    }

    // The end of a frame is written with its cells, and at once with them: a flush follows.
    fn hide_cursor(&mut self) -> io::Result<()> {
        queue!(self.inner, Hide)
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        // On a terminal that is gone the library would write about it to an error output that is gone, too. What is drawn
        // next fails as well, and that is told.
        let _ = queue!(self.inner, Show);
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.inner.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let Position { x, y } = position.into();
        queue!(self.inner, MoveTo(x, y))
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        // Some terminals clear with the colours of the last cell.
        queue!(self.inner, SetAttribute(Attribute::Reset))?;
        self.inner.clear_region(region)?;
        match region {
            ClearType::All => self.frames.cleared(),
            ClearType::AfterCursor
            | ClearType::BeforeCursor
            | ClearType::CurrentLine
            | ClearType::UntilNewLine => self.frames.forget(),
        }
        Ok(())
    }

    fn size(&self) -> io::Result<Size> {
        if let Some(size) = self.size.get() {
            return Ok(size);
        }
        let size = self.inner.size()?;
        // A Windows console does not tell of every change.
        self.size.set((!cfg!(windows)).then_some(size));
        Ok(size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.inner.window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(&mut self.inner)
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::rc::Rc;

    use ratatui::layout::Rect;
    use ratatui::style::{Color, Modifier, Style};
    use ratatui::{Terminal, TerminalOptions, Viewport};

    use super::super::signs::SignSet;
    use super::*;
    use crate::tui::theme::Depth;

    const BEGIN: &str = "\x1b[?2026h";
    const END: &str = "\x1b[?2026l";

    /// What a terminal would have been sent.
    #[derive(Debug, Clone, Default)]
    struct Sent(Rc<RefCell<Vec<u8>>>);

    impl Sent {
        fn take(&self) -> String {
            String::from_utf8(std::mem::take(&mut self.0.borrow_mut())).unwrap()
        }
    }

    impl Write for Sent {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.borrow_mut().write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    /// Draws frames that say this, one after the other, and gives what was sent for each.
    fn sent(capabilities: Capabilities, frames: &[(&str, Style)]) -> Vec<String> {
        let options = TerminalOptions {
            viewport: Viewport::Fixed(Rect::new(0, 0, 20, 2)),
        };
        let sent = Sent::default();
        let backend = FittedBackend::new(sent.clone(), capabilities);
        let mut terminal = Terminal::with_options(backend, options).unwrap();
        let mut draw = |(text, style): &(&str, Style)| {
            terminal
                .draw(|frame| frame.buffer_mut().set_string(0, 1, text, *style))
                .unwrap();
            sent.take()
        };
        frames.iter().map(&mut draw).collect()
    }

    /// What a terminal of that size shows after these bytes.
    fn screen(bytes: &str) -> vt100::Parser {
        let size = |count| std::num::NonZero::new(count).unwrap();
        let mut terminal = vt100::Parser::new(size(2), size(20), 0);
        terminal.process(bytes.as_bytes());
        terminal
    }

    fn with(depth: Depth, signs: SignSet, holds_frames: bool) -> Capabilities {
        Capabilities {
            depth,
            signs,
            holds_frames,
            addresses_columns: true,
        }
    }

    const PLAIN: Style = Style::new();

    #[test]
    fn a_frame_is_seen_whole_or_not_at_all() {
        let frames = [
            ("✓ 08:00      4:59", PLAIN),
            ("✓ 08:01      4:58", PLAIN),
            ("✓ 08:01      4:58", PLAIN),
            ("✓ 08:01      4:57", PLAIN),
        ];
        let all = sent(with(Depth::Indexed, SignSet::Full, true), &frames);
        // given two figures that go on at two places, they are between two marks
        let (before, frame) = all[1].split_once(BEGIN).unwrap();
        let (cells, after) = frame.split_once(END).unwrap();
        assert!(before.is_empty() && cells.contains('1') && cells.contains('8'));
        // and besides only the cursor is hidden
        assert_eq!(after, "\x1b[?25l", "{:?}", all[1]);
        // and each costs its figure and a move, no more
        assert!(all[1].len() < 44, "{} bytes: {:?}", all[1].len(), all[1]);
        // Where nothing changed, no frame is begun; and of one figure no half is to be seen.
        for all in [&all[2], &all[3]] {
            assert!(!all.contains(BEGIN) && !all.contains(END), "{all:?}");
        }
        assert_eq!(all[3], "\x1b[2;17H\x1b[0m7\x1b[?25l");
        // The console of Linux would show the marks.
        for sent in sent(with(Depth::Indexed, SignSet::Full, false), &frames) {
            assert!(!sent.contains("2026"), "{sent:?}");
        }
    }

    #[test]
    fn a_screen_that_is_cleared_is_cleared_to_no_colour_of_ours() {
        let sent = Sent::default();
        let capabilities = with(Depth::Indexed, SignSet::Full, false);
        let mut backend = FittedBackend::new(sent.clone(), capabilities);
        let mut cell = Cell::new("x");
        cell.set_bg(Color::Indexed(4));
        backend.draw([(0, 0, &cell)].into_iter()).unwrap();
        backend.clear().unwrap();
        Backend::flush(&mut backend).unwrap();
        let written = sent.take();
        let (_, after) = written.split_once('x').unwrap();
        assert_eq!(after, "\x1b[0m\x1b[0m\x1b[2J");
        // and what is drawn then is drawn whole
        backend.draw([(0, 0, &cell)].into_iter()).unwrap();
        Backend::flush(&mut backend).unwrap();
        assert_eq!(sent.take(), "\x1b[H\x1b[0;48;5;4mx\x1b[0m");
    }

    #[test]
    fn signs_are_those_of_the_terminal_in_the_same_places() {
        for (signs, shown) in [
            (SignSet::Full, "▶ ✓ Ước ━─ ☐"),
            (SignSet::Windows, "► √ Ước ═─ □"),
            (SignSet::Console, "► √ Ước ═─ o"),
            (SignSet::Ascii, "> + Ước =- o"),
        ] {
            for depth in [Depth::TrueColour, Depth::Sixteen, Depth::None] {
                let all = sent(with(depth, signs, true), &[("▶ ✓ Ước ━─ ☐", PLAIN)]);
                let screen = screen(&all[0]);
                assert_eq!(
                    screen.screen().contents().trim(),
                    shown,
                    "{signs:?} {depth:?}"
                );
            }
        }
    }

    #[test]
    fn sixteen_colours_come_in_the_oldest_sequences_and_nothing_blinks() {
        let styles = [
            Style::new().fg(Color::White).bg(Color::Black),
            Style::new()
                .fg(Color::LightCyan)
                .bg(Color::Blue)
                .add_modifier(Modifier::BOLD | Modifier::SLOW_BLINK),
            Style::new()
                .fg(Color::DarkGray)
                .add_modifier(Modifier::UNDERLINED),
        ];
        let frames: Vec<_> = styles.iter().map(|style| ("chữ", *style)).collect();
        let all = sent(with(Depth::Sixteen, SignSet::Full, false), &frames);
        for (bytes, (front, back)) in all.iter().zip([
            (vt100::Color::Idx(15), vt100::Color::Idx(0)),
            (vt100::Color::Idx(14), vt100::Color::Idx(4)),
            (vt100::Color::Idx(8), vt100::Color::Default),
        ]) {
            assert!(
                !bytes.contains("38;") && !bytes.contains("48;"),
                "{bytes:?}"
            );
            // 5 and 6 would blink.
            assert!(!bytes.contains("[5") && !bytes.contains(";5") && !bytes.contains(";6"));
            let screen = screen(bytes);
            let cell = screen.screen().cell(1, 0).unwrap();
            assert_eq!((cell.fgcolor(), cell.bgcolor()), (front, back), "{bytes:?}");
        }
        assert!(screen(&all[1]).screen().cell(1, 0).unwrap().bold());
        assert!(screen(&all[2]).screen().cell(1, 1).unwrap().underline());
    }
}
