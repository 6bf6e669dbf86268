use std::cell::RefCell;
use std::io::{self, Write};
use std::num::NonZeroU16;
use std::rc::Rc;

use proptest::prelude::*;
use ratatui::backend::CrosstermBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use ratatui::{Terminal, TerminalOptions, Viewport};

use super::*;
use crate::tui::terminal::FittedBackend;
use crate::tui::terminal::signs::SignSet;
use crate::tui::theme::{Depth, Theme, ThemeName};

/// What a terminal would have been sent.
#[derive(Debug, Clone, Default)]
struct SentBytes(Rc<RefCell<Vec<u8>>>);

impl Write for SentBytes {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A text at a place, in one of the styles.
type Said = (u16, u16, usize, usize);

#[derive(Debug, Clone)]
enum Step {
    /// A frame that says this on a ground of its own, or on none.
    Frame(Vec<Said>, Option<usize>),
    /// A frame like the last one, with this besides.
    More(Vec<Said>),
    /// The window has another size, and everything on it is gone.
    Resized(u16, u16),
    /// Something else wrote: here a bell.
    Rung,
}

/// What a desk says, and what people are called in other places.
const TEXTS: [&str; 18] = [
    "ông Lường Văn Ẩn, bản Pá Hốc",
    "Đối thoại",
    "a",
    " ",
    "          ",
    "08:06:41",
    "+00:42",
    "▄████▄  ██  ██",
    "██",
    "━━━━━━────",
    "✓ ◷ ↑ ? ▶ ↻",
    "漢字かな",
    "字",
    "\u{1F44D} ok",
    "o\u{309}a\u{323}\u{306} e",
    "x\u{301}",
    "مرحبا",
    "[Space] mời số 5",
];

fn styles(depth: Depth) -> Vec<Style> {
    let theme = Theme::named(ThemeName::Dark, depth);
    let mut styles = vec![
        Style::new(),
        theme.text(),
        theme.strong(),
        theme.faint(),
        theme.bar(),
        theme.accent(),
        theme.over(),
        theme.selected(),
        theme.field(),
        theme.text().add_modifier(Modifier::UNDERLINED),
        Style::new().add_modifier(Modifier::REVERSED),
        Style::new().add_modifier(Modifier::REVERSED | Modifier::BOLD),
    ];
    if depth == Depth::Sixteen {
        styles.push(Style::new().fg(Color::White).bg(Color::Black));
    }
    if matches!(depth, Depth::Indexed | Depth::TrueColour) {
        styles.push(Style::new().fg(Color::Red).bg(Color::Indexed(9)));
        styles.push(Style::new().fg(Color::Rgb(1, 2, 3)));
        styles.push(Style::new().bg(Color::Reset).fg(Color::Reset));
        // Faint letters are left out: the terminal that is asked knows either them or bold ones.
        styles.push(Style::new().add_modifier(Modifier::ITALIC));
        styles.push(Style::new().add_modifier(Modifier::ITALIC | Modifier::UNDERLINED));
    }
    styles
}

/// Two programs draw the same on two terminals.
struct Both {
    ours: Terminal<FittedBackend<SentBytes>>,
    theirs: Terminal<CrosstermBackend<SentBytes>>,
    sent: [SentBytes; 2],
    screens: [vt100::Parser; 2],
    capabilities: Capabilities,
}

impl Both {
    fn of(capabilities: Capabilities, area: Rect) -> Self {
        let sent = [SentBytes::default(), SentBytes::default()];
        let viewport = Viewport::Fixed(area);
        let backend = FittedBackend::new(sent[0].clone(), capabilities);
        let options = TerminalOptions { viewport };
        Self {
            ours: Terminal::with_options(backend, options.clone()).unwrap(),
            theirs: Terminal::with_options(CrosstermBackend::new(sent[1].clone()), options)
                .unwrap(),
            sent,
            screens: [parser(area), parser(area)],
            capabilities,
        }
    }

    fn does(&mut self, step: &Step, shown: &mut Buffer) {
        let styles = styles(self.capabilities.depth);
        match step {
            Step::Frame(said, ground) => {
                shown.reset();
                if let Some(style) = ground.and_then(|at| styles.get(at % styles.len())) {
                    shown.set_style(shown.area, *style);
                }
                say(shown, said, &styles);
                self.draw(shown);
            }
            Step::More(said) => {
                say(shown, said, &styles);
                self.draw(shown);
            }
            Step::Resized(columns, rows) => {
                let area = Rect::new(0, 0, *columns, *rows);
                self.take_in();
                for screen in &mut self.screens {
                    let [columns, rows] = [*columns, *rows].map(|n| NonZeroU16::new(n).unwrap());
                    screen.screen_mut().set_size(rows, columns);
                }
                self.ours.backend_mut().forget_size();
                self.ours.resize(area).unwrap();
                self.theirs.resize(area).unwrap();
                shown.resize(area);
                shown.reset();
                self.draw(shown);
            }
            Step::Rung => {
                self.ours.backend_mut().writer().write_all(b"\x07").unwrap();
            }
        }
        self.take_in();
    }

    fn draw(&mut self, shown: &Buffer) {
        let signs = self.capabilities.signs;
        let put = |buffer: &mut Buffer, is_fitted: bool| {
            for (cell, new) in buffer.content.iter_mut().zip(&shown.content) {
                *cell = new.clone();
                if is_fitted {
                    let symbol = signs.fitted(new.symbol()).into_owned();
                    cell.set_symbol(&symbol);
                }
            }
        };
        self.ours
            .draw(|frame| put(frame.buffer_mut(), false))
            .unwrap();
        self.theirs
            .draw(|frame| put(frame.buffer_mut(), true))
            .unwrap();
    }

    fn take_in(&mut self) {
        for (sent, screen) in self.sent.iter().zip(&mut self.screens) {
            screen.process(&std::mem::take(&mut *sent.0.borrow_mut()));
        }
    }
}

fn say(buffer: &mut Buffer, said: &[Said], styles: &[Style]) {
    let area = buffer.area;
    for (x, y, text, style) in said {
        let (x, y) = (x % area.width, y % area.height);
        let text = TEXTS[text % TEXTS.len()];
        buffer.set_stringn(
            x,
            y,
            text,
            usize::from(area.width - x),
            styles[style % styles.len()],
        );
    }
}

fn parser(area: Rect) -> vt100::Parser {
    let [rows, columns] = [area.height, area.width].map(|n| NonZeroU16::new(n).unwrap());
    vt100::Parser::new(rows, columns, 0)
}

/// What is seen of a cell: of a blank its ground and its lines, whatever colour a letter would have.
fn seen(screen: &vt100::Screen, x: u16, y: u16) -> impl PartialEq + std::fmt::Debug {
    let cell = screen.cell(y, x).unwrap();
    let is_blank = cell.contents().trim().is_empty() && !cell.is_wide_continuation();
    let (lined, turned) = (cell.underline(), cell.inverse());
    let is_coloured = !is_blank || lined || turned;
    (
        cell.contents().trim().to_owned(),
        cell.is_wide(),
        cell.bgcolor(),
        is_coloured.then(|| cell.fgcolor()),
        (lined, turned),
        (!is_blank).then(|| (cell.bold(), cell.italic())),
    )
}

fn capabilities() -> impl Strategy<Value = Capabilities> {
    let depths = [
        Depth::None,
        Depth::Sixteen,
        Depth::Indexed,
        Depth::TrueColour,
    ];
    let signs = [
        SignSet::Full,
        SignSet::Windows,
        SignSet::Console,
        SignSet::Ascii,
    ];
    (
        prop::sample::select(depths.to_vec()),
        prop::sample::select(signs.to_vec()),
        any::<bool>(),
        any::<bool>(),
    )
        .prop_map(
            |(depth, signs, holds_frames, addresses_columns)| Capabilities {
                depth,
                signs,
                holds_frames,
                addresses_columns,
            },
        )
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let said = || prop::collection::vec((0..40_u16, 0..12_u16, 0..18_usize, 0..20_usize), 0..8);
    let step = prop_oneof![
        4 => (said(), prop::option::of(0..4_usize)).prop_map(|(said, on)| Step::Frame(said, on)),
        4 => said().prop_map(Step::More),
        1 => (8..40_u16, 2..12_u16).prop_map(|(columns, rows)| Step::Resized(columns, rows)),
        1 => Just(Step::Rung),
    ];
    prop::collection::vec(step, 1..10)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is drawn on whatever terminal, it is seen as what the library would have drawn.
    #[test]
    fn what_is_seen_is_what_the_library_would_have_drawn(
        capabilities in capabilities(),
        steps in steps(),
    ) {
        let area = Rect::new(0, 0, 34, 8);
        let mut both = Both::of(capabilities, area);
        let mut shown = Buffer::empty(area);
        for (count, step) in steps.iter().enumerate() {
            both.does(step, &mut shown);
            let [ours, theirs] = both.screens.each_ref().map(vt100::Parser::screen);
            for y in 0..shown.area.height {
                for x in 0..shown.area.width {
                    prop_assert_eq!(
                        seen(ours, x, y),
                        seen(theirs, x, y),
                        "column {} row {} after step {}", x, y, count
                    );
                }
            }
        }
    }
}

fn bytes(writer: &mut FrameWriter, buffer: &Buffer, before: &Buffer) -> String {
    let cells = before.diff(buffer);
    let (bytes, _) = writer.frame(cells.into_iter());
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn a_short_way_is_written_over_and_a_long_one_is_gone() {
    let mut writer = FrameWriter::new(Capabilities::default());
    writer.cleared();
    let blank = Buffer::empty(Rect::new(0, 0, 40, 2));
    let first = Buffer::with_lines([
        "one two three                           ",
        "                                        ",
    ]);
    bytes(&mut writer, &first, &blank);
    // given letters that change with three between them that stay
    let mut second = first.clone();
    second.set_string(0, 0, "O", Style::new());
    second.set_string(4, 0, "T", Style::new());
    // then those are written once more
    assert_eq!(bytes(&mut writer, &second, &first), "\x1b[H\x1b[0mOne T");
    // and where many stay, they are passed
    let mut third = second.clone();
    third.set_string(0, 0, "o", Style::new());
    third.set_string(30, 0, "!", Style::new());
    assert_eq!(
        bytes(&mut writer, &third, &second),
        "\x1b[H\x1b[0mo\x1b[31G!"
    );
}

#[test]
fn colours_that_somebody_else_set_are_not_taken_over_and_none_of_ours_are_left() {
    let mut writer = FrameWriter::new(Capabilities::default());
    writer.cleared();
    let ours = Style::new().fg(Color::Indexed(9)).bg(Color::Indexed(234));
    let blank = Buffer::empty(Rect::new(0, 0, 8, 1));
    let mut first = blank.clone();
    first.set_string(0, 0, "a", ours);
    let mut second = first.clone();
    second.set_string(1, 0, "b", ours);
    let size = |count| std::num::NonZero::new(count).unwrap();
    let mut terminal = vt100::Parser::new(size(1), size(8), 0);
    terminal.process(bytes(&mut writer, &first, &blank).as_bytes());
    // given another program that writes to the terminal between two frames
    terminal.process(b"\x1b[1;7;44m");
    terminal.process(bytes(&mut writer, &second, &first).as_bytes());
    // then the second letter looks like the first
    let look = |column| {
        let cell = terminal.screen().cell(0, column).unwrap();
        (cell.fgcolor(), cell.bgcolor(), cell.bold(), cell.inverse())
    };
    assert_eq!(look(1), look(0));
    // and whoever writes next, after a kill, does so in no colour of ours
    terminal.process(b"$");
    let shell = terminal.screen().cell(0, 2).unwrap();
    assert_eq!(shell.fgcolor(), vt100::Color::Default);
    assert_eq!(shell.bgcolor(), vt100::Color::Default);
}

#[test]
fn a_blank_of_another_colour_in_front_is_nothing_new() {
    let mut writer = FrameWriter::new(Capabilities::default());
    writer.cleared();
    let blank = Buffer::empty(Rect::new(0, 0, 8, 1));
    let mut first = blank.clone();
    first.set_string(0, 0, "a  b", Style::new().fg(Color::Indexed(9)));
    bytes(&mut writer, &first, &blank);
    let mut second = blank.clone();
    second.set_string(0, 0, "a  b", Style::new().fg(Color::Indexed(10)));
    assert_eq!(
        bytes(&mut writer, &second, &first),
        "\x1b[H\x1b[0;38;5;10ma  b\x1b[0m"
    );
    let mut third = second.clone();
    third.set_style(Rect::new(1, 0, 2, 1), Style::new().fg(Color::Indexed(11)));
    assert_eq!(bytes(&mut writer, &third, &second), "");
}
