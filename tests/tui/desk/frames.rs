//! What a frame costs: a terminal may be at the end of a slow line, and what is written must be read by somebody.

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

use crossterm::event::KeyCode;
use doithoai::tui::desk::view;
use doithoai::tui::terminal::{Capabilities, FittedBackend};
use doithoai::tui::theme::{Depth, Theme, ThemeName};
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};

use super::aide::Aide;
use super::given::*;

#[derive(Clone, Default)]
struct Wire(Rc<RefCell<Vec<u8>>>);

impl Write for Wire {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A terminal of all colours, and how many bytes a frame of the desk takes on it.
struct Shown {
    terminal: Terminal<FittedBackend<Wire>>,
    wire: Wire,
    theme: Theme,
}

impl Shown {
    fn of((columns, rows): (u16, u16)) -> Self {
        let wire = Wire::default();
        let capabilities = Capabilities {
            depth: Depth::TrueColour,
            ..Capabilities::default()
        };
        let options = TerminalOptions {
            viewport: Viewport::Fixed(Rect::new(0, 0, columns, rows)),
        };
        let backend = FittedBackend::new(wire.clone(), capabilities);
        Self {
            terminal: Terminal::with_options(backend, options).unwrap(),
            wire,
            theme: Theme::named(ThemeName::Dark, Depth::TrueColour),
        }
    }

    fn bytes(&mut self, aide: &Aide) -> usize {
        self.terminal
            .draw(|frame| {
                let area = frame.area();
                let view = view::view(&aide.session, &aide.desk, aide.now(), area);
                view::draw(&view, area, frame.buffer_mut(), &self.theme);
            })
            .unwrap();
        std::mem::take(&mut *self.wire.0.borrow_mut()).len()
    }
}

const SIZES: [(u16, u16); 4] = [(60, 16), (80, 24), (120, 40), (200, 60)];

#[test]
fn a_clock_that_is_stopped_and_goes_on_costs_its_words_and_nothing_else_moves() {
    for size in SIZES {
        let mut aide = Aide::with_number_one_speaking(QD_1573);
        aide.passes(20);
        let mut shown = Shown::of(size);
        shown.bytes(&aide);
        for _ in 0..6 {
            aide.press(KeyCode::F(5));
            let bytes = shown.bytes(&aide);
            assert!(bytes < 420, "{size:?}: {bytes} bytes");
        }
    }
}

#[test]
fn a_second_that_passes_costs_a_line_and_the_same_frame_again_nothing() {
    for size in SIZES {
        let mut aide = Aide::with_number_one_speaking(QD_1573);
        aide.passes(20);
        let mut shown = Shown::of(size);
        shown.bytes(&aide);
        for _ in 0..8 {
            aide.passes(1);
            let bytes = shown.bytes(&aide);
            // The large figures of a large window are ten rows high.
            assert!(bytes < 700, "{size:?}: {bytes} bytes");
        }
        assert_eq!(shown.bytes(&aide), "\x1b[?25l".len());
    }
}
