//! The pictures of the README: the sample session, led by keys to the moments that are shown, and its cells as SVG.

#![cfg_attr(
    not(test),
    expect(clippy::expect_used, reason = "a picture that cannot be drawn fails")
)]

use std::fmt::Write as _;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use doithoai::documents::plan_import;
use doithoai::domain::deadlines::Basis;
use doithoai::domain::i18n::Lang;
use doithoai::domain::regulation::RegulationId;
use doithoai::domain::session::Session;
use doithoai::domain::session::event::Seq;
use doithoai::domain::session::next::Next;
use doithoai::domain::time::Millis;
use doithoai::store::clock::Clock;
use doithoai::tui::desk::input::Press;
use doithoai::tui::desk::{Desk, Effect, view};
use doithoai::tui::projector;
use doithoai::tui::theme::{Depth, Theme, ThemeName};
use doithoai::tui::vn_input::Typing;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};

const REGULATION: &str = "dan-tien-2025";

/// Every picture: its name and its SVG.
pub fn pictures() -> Vec<(&'static str, String)> {
    let mut stage = Stage::rehearsal();
    stage.goes_on_until(|session| {
        session.state().items.len() >= 5 && matches!(session.next(), Next::EndFloor)
    });
    stage.passes(94);
    let speech = svg(&stage.desk_at(120, 40));
    let large = svg(&stage.desk_at(200, 60));
    let hall = svg(&stage.hall_at(160, 45));
    stage.goes_on_until(|session| matches!(session.next(), Next::Class(_)));
    let class = svg(&stage.desk_at(120, 40));
    stage.press(KeyCode::Char('2'));
    let form = svg(&stage.desk_at(120, 40));
    let narrow = svg(&stage.desk_at(80, 24));
    vec![
        ("desk-speech", speech),
        ("desk-large", large),
        ("desk-class", class),
        ("desk-form", form),
        ("desk-form-narrow", narrow),
        ("hall-speech", hall),
    ]
}

/// The sample session in memory, with a clock that is moved by hand.
struct Stage {
    session: Session,
    desk: Desk,
    clock: Clock,
}

impl Stage {
    fn rehearsal() -> Self {
        let mut plan = plan_import::sample().expect("the sample is a plan");
        plan.regulation = RegulationId(REGULATION.into());
        let regulation = doithoai::store::profiles::load(REGULATION, None).expect("a profile");
        let clock = Clock::by_hand("2026-11-25T08:00:00+07:00".parse().expect("a time"));
        let first = first_entry(plan, regulation, &clock);
        let words = doithoai::tui::desk::words::SOURCES.read(Lang::Vi);
        let years = doithoai::store::calendars::load(None).expect("the calendar");
        let basis = Basis::of(years);
        Self {
            session: Session::open(first).expect("a session"),
            desk: Desk::new(words, Lang::Vi, Typing::default(), basis),
            clock,
        }
    }

    fn passes(&mut self, seconds: u64) {
        self.clock.pass(Millis::of_seconds(seconds));
    }

    fn press(&mut self, code: KeyCode) {
        let key = Press::alone(KeyEvent::new(code, KeyModifiers::NONE));
        let now = self.clock.now();
        let Some(Effect::Perform(command)) = self.desk.press(key, &self.session, now) else {
            return;
        };
        let outcome = self.session.decide(command.clone(), now).map(|events| {
            let entry = self.session.record(events, now);
            self.session.apply(entry);
        });
        let at = self.session.stamp(now);
        self.desk
            .after_command(&command, outcome, &self.session, at);
    }

    /// The one key, half a minute after the last.
    fn goes_on_until(&mut self, reached: impl Fn(&Session) -> bool) {
        for _ in 0..400 {
            if reached(&self.session) {
                return;
            }
            self.passes(31);
            if matches!(self.session.next(), Next::Class(_)) {
                self.press(KeyCode::Char('1'));
                self.press(KeyCode::Enter);
            } else {
                self.press(KeyCode::Char(' '));
            }
        }
    }

    fn desk_at(&self, width: u16, height: u16) -> Buffer {
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        let now = self.session.stamp(self.clock.now());
        let data = view::view(&self.session, &self.desk, now, area);
        view::draw(&data, area, &mut buf, &theme());
        buf
    }

    fn hall_at(&self, width: u16, height: u16) -> Buffer {
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        let now = self.session.stamp(self.clock.now());
        let words = doithoai::domain::hall_view::HallWords::of(Lang::Vi);
        let data = doithoai::domain::hall_view::view(&self.session, now, &words, Lang::Vi);
        projector::draw(&data, area, &mut buf, &theme());
        buf
    }
}

fn theme() -> Theme {
    Theme::named(ThemeName::Dark, Depth::TrueColour)
}

fn first_entry(
    plan: doithoai::domain::session::plan::Plan,
    regulation: doithoai::domain::regulation::Regulation,
    clock: &Clock,
) -> doithoai::domain::session::event::JournalEntry {
    doithoai::domain::session::event::JournalEntry {
        by: None,
        request: None,
        seq: Seq(1),
        at: clock.now(),
        events: Session::opening(plan, regulation),
    }
}

/// The width and height of a cell.
const CELL: (f32, f32) = (8.4, 18.0);

/// Every cell of a buffer as SVG: a ground and a text for each run of one style.
fn svg(buf: &Buffer) -> String {
    let (width, height) = (f32::from(buf.area.width), f32::from(buf.area.height));
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {:.1} {:.1}\" font-family=\"'DejaVu Sans Mono','Cascadia Mono',Consolas,monospace\" font-size=\"14\" xml:space=\"preserve\">\n",
        width * CELL.0,
        height * CELL.1
    );
    for row in 0..buf.area.height {
        let mut column = 0;
        while column < buf.area.width {
            let style = look(buf, column, row);
            let mut text = String::new();
            let mut end = column;
            while end < buf.area.width && look(buf, end, row) == style {
                text.push_str(buf[(end, row)].symbol());
                end += 1;
            }
            let (x, y) = (f32::from(column) * CELL.0, f32::from(row) * CELL.1);
            let wide = f32::from(end - column) * CELL.0;
            let _ = writeln!(
                out,
                "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{wide:.1}\" height=\"{:.1}\" fill=\"{}\"/>",
                CELL.1, style.ground
            );
            if !text.trim().is_empty() {
                let weight = if style.bold {
                    " font-weight=\"bold\""
                } else {
                    ""
                };
                let _ = writeln!(
                    out,
                    "<text x=\"{x:.1}\" y=\"{:.1}\" fill=\"{}\"{weight} textLength=\"{wide:.1}\" lengthAdjust=\"spacingAndGlyphs\">{}</text>",
                    y + 13.5,
                    style.ink,
                    escaped(&text)
                );
            }
            column = end;
        }
    }
    out.push_str("</svg>\n");
    out
}

/// How a cell looks.
#[derive(PartialEq)]
struct Look {
    ink: String,
    ground: String,
    bold: bool,
}

fn look(buf: &Buffer, column: u16, row: u16) -> Look {
    let cell = &buf[(column, row)];
    let (ink, ground) = (colour(cell.fg, "#e6e6e6"), colour(cell.bg, "#101418"));
    let reversed = cell.modifier.contains(Modifier::REVERSED);
    let (ink, ground) = if reversed {
        (ground, ink)
    } else {
        (ink, ground)
    };
    Look {
        ink,
        ground,
        bold: cell.modifier.contains(Modifier::BOLD),
    }
}

fn colour(colour: Color, otherwise: &str) -> String {
    if let Color::Rgb(red, green, blue) = colour {
        format!("#{red:02x}{green:02x}{blue:02x}")
    } else {
        otherwise.to_owned()
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
