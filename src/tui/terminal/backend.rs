//! What stands between the cells of a frame and the terminal: signs that it shows, colours that it has, and a frame that is
//! seen whole. Decides nothing of what a cell means.

use std::cell::Cell as Remembered;
use std::io::{self, Write};

use crossterm::cursor::MoveTo;
use crossterm::queue;
use crossterm::style::Print;
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use ratatui::style::Modifier;

use super::capabilities::Capabilities;
use super::signs::SignSet;
use crate::tui::theme::{Depth, place_of_sixteen};

/// Writes frames as a terminal of these capabilities shows them.
#[derive(Debug)]
pub struct FittedBackend<W: Write> {
    inner: CrosstermBackend<W>,
    capabilities: Capabilities,
    /// The size of the terminal, asked for anew only when it tells of a change; each frame wants to know.
    size: Remembered<Option<Size>>,
}

impl<W: Write> FittedBackend<W> {
    pub fn new(out: W, capabilities: Capabilities) -> Self {
        Self {
            inner: CrosstermBackend::new(out),
            capabilities,
            size: Remembered::default(),
        }
    }

    /// The terminal told of a change of its size, or was somebody else's meanwhile.
    pub fn forget_size(&mut self) {
        self.size.take();
    }

    /// What is written besides frames goes through here.
    pub fn writer(&mut self) -> &mut impl Write {
        &mut self.inner
    }

    /// The cells, with the signs and colours that the terminal has.
    fn draw_fitted<'a>(
        &mut self,
        content: impl Iterator<Item = (u16, u16, &'a Cell)>,
    ) -> io::Result<()> {
        let Capabilities { depth, signs, .. } = self.capabilities;
        if signs == SignSet::Full && depth != Depth::Sixteen {
            return self.inner.draw(content);
        }
        let fitted: Vec<(u16, u16, Cell)> = content
            .map(|(x, y, cell)| {
                let mut cell = cell.clone();
                let symbol = signs.fitted(cell.symbol()).into_owned();
                cell.set_symbol(&symbol);
                (x, y, cell)
            })
            .collect();
        let cells = fitted.iter().map(|(x, y, cell)| (*x, *y, cell));
        if depth == Depth::Sixteen {
            draw_in_sixteen(&mut self.inner, cells)
        } else {
            self.inner.draw(cells)
        }
    }
}

impl<W: Write> Backend for FittedBackend<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut content = content.peekable();
        if content.peek().is_none() {
            return Ok(());
        }
        if !self.capabilities.holds_frames {
            return self.draw_fitted(content);
        }
        queue!(self.inner, BeginSynchronizedUpdate)?;
        self.draw_fitted(content)?;
        queue!(self.inner, EndSynchronizedUpdate)
    }

    fn append_lines(&mut self, count: u16) -> io::Result<()> {
        self.inner.append_lines(count)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.inner.hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        // On a terminal that is gone the library would write about it to an error output that is gone, too. What is drawn
        // next fails as well, and that is told.
        let _ = self.inner.show_cursor();
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.inner.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.inner.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.inner.clear()
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.inner.clear_region(region)
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

/// Draws with the sixteen colours and the sequences that the oldest terminals know. The terminal library names even these
/// colours by the sequence of 256, which an old one takes for blinking.
fn draw_in_sixteen<'a>(
    out: &mut impl Write,
    cells: impl Iterator<Item = (u16, u16, &'a Cell)>,
) -> io::Result<()> {
    let mut after_last = None;
    let mut last_style = None;
    for (x, y, cell) in cells {
        if after_last != Some((x, y)) {
            queue!(out, MoveTo(x, y))?;
        }
        let style = (cell.fg, cell.bg, cell.modifier);
        if last_style != Some(style) {
            write!(out, "{}", sequence(cell))?;
            last_style = Some(style);
        }
        queue!(out, Print(cell.symbol()))?;
        // One that takes two columns is followed by a move.
        after_last = (crate::domain::text::width(cell.symbol()) == 1).then_some((x + 1, y));
    }
    write!(out, "\x1b[0m")
}

/// The whole look of a cell, whatever was set before.
fn sequence(cell: &Cell) -> String {
    let mut parts = vec!["0".to_owned()];
    for (modifier, number) in [
        (Modifier::BOLD, "1"),
        (Modifier::UNDERLINED, "4"),
        (Modifier::REVERSED, "7"),
    ] {
        if cell.modifier.contains(modifier) {
            parts.push(number.to_owned());
        }
    }
    parts.extend(place_of_sixteen(cell.fg).map(|of_sixteen| front(of_sixteen).to_string()));
    parts.extend(place_of_sixteen(cell.bg).map(|of_sixteen| (front(of_sixteen) + 10).to_string()));
    format!("\x1b[{}m", parts.join(";"))
}

/// The parameter of a colour in front; behind, it is ten more.
const fn front(of_sixteen: u8) -> u8 {
    if of_sixteen < 8 {
        30 + of_sixteen
    } else {
        82 + of_sixteen
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::rc::Rc;

    use ratatui::layout::Rect;
    use ratatui::style::{Color, Style};
    use ratatui::{Terminal, TerminalOptions, Viewport};

    use super::*;

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
        }
    }

    const PLAIN: Style = Style::new();

    #[test]
    fn a_frame_is_seen_whole_or_not_at_all() {
        let frames = [("✓ 08:00", PLAIN), ("✓ 08:01", PLAIN), ("✓ 08:01", PLAIN)];
        let all = sent(with(Depth::Indexed, SignSet::Full, true), &frames);
        for changed in &all[..2] {
            let (before, frame) = changed.split_once(BEGIN).unwrap();
            let (cells, after) = frame.split_once(END).unwrap();
            assert!(cells.contains("08:0") || cells.contains('1'), "{changed:?}");
            // Besides, only the cursor is hidden or set.
            assert!(before.len() + after.len() < 32, "{changed:?}");
            assert!(!after.contains(BEGIN) && !after.contains(END));
        }
        // A clock that goes on a second costs its figure and the marks, no more.
        assert!(all[1].len() < 80, "{} bytes: {:?}", all[1].len(), all[1]);
        // and where nothing changed, no frame is begun
        assert!(
            !all[2].contains(BEGIN) && !all[2].contains(END),
            "{:?}",
            all[2]
        );
        // The console of Linux would show the marks.
        for sent in sent(with(Depth::Indexed, SignSet::Full, false), &frames) {
            assert!(!sent.contains("2026"), "{sent:?}");
        }
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
