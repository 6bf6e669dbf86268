//! Puts a picture that is laid out into cells. It decides nothing but colours.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Style};
use ratatui::widgets::{Clear, Widget};

use super::layout::{HallFace, Lettering, Part, Picture, Role, layout};
use crate::domain::hall_view::{ProjectorView, StepState, Urgency};
use crate::tui::theme::Theme;
use crate::tui::widgets::canvas::{Canvas, Ink, Rgb};

/// Draws a picture over the whole area.
pub fn draw(view: &ProjectorView, area: Rect, buf: &mut Buffer, theme: &Theme) {
    draw_in(view, area, buf, theme, Lettering::of(area.as_size()));
}

/// The same in letters that somebody else chose.
pub fn draw_in(
    view: &ProjectorView,
    area: Rect,
    buf: &mut Buffer,
    theme: &Theme,
    lettering: Lettering,
) {
    let area = area.intersection(buf.area);
    Clear.render(area, buf);
    buf.set_style(area, theme.text());
    if area.is_empty() {
        return;
    }
    let picture = layout(view, area.as_size(), lettering);
    let mut canvas = Canvas::over(area);
    for part in &picture.parts {
        if let Part::Text { line, x, y, role } = part {
            let pot = canvas.pot(ink(theme, style(theme, *role)));
            match &line.face {
                HallFace::Plain => {}
                HallFace::Small(pixels) => {
                    for (column, row) in pixels.ink() {
                        canvas.cover(x + column, y + row, u8::MAX, pot);
                    }
                }
                HallFace::Large(fitted) => fitted.stamp_at((*x, *y), &mut canvas, pot),
            }
        }
    }
    canvas.put(buf);
    let frame = Frame {
        area,
        theme,
        picture: &picture,
    };
    for part in &picture.parts {
        frame.part(part, buf);
    }
}

/// Where cells of a picture lie.
struct Frame<'a> {
    area: Rect,
    theme: &'a Theme,
    picture: &'a Picture,
}

impl Frame<'_> {
    fn part(&self, part: &Part, buf: &mut Buffer) {
        match part {
            Part::Text { line, x, y, role } => {
                if line.face == HallFace::Plain
                    && let Some(at) = self.cell(*x, y / 2)
                {
                    let room = usize::from(self.area.right() - at.x);
                    let style = style(self.theme, *role);
                    buf.set_stringn(at.x, at.y, &line.text, room, style);
                }
            }
            Part::Steps { row, states } => self.steps(*row, states, buf),
            Part::Gauge { row, left, tone } => {
                let filled = self.width() * i32::from(*left) / 1000;
                let style = style(self.theme, Role::Time(*tone));
                self.length(*row, (0, filled), "━", style, buf);
                let rest = (filled, self.width());
                self.length(*row, rest, "─", self.theme.faint(), buf);
            }
            Part::Rule { row } => {
                self.length(*row, (0, self.width()), "─", self.theme.faint(), buf);
            }
        }
    }

    fn width(&self) -> i32 {
        i32::from(self.area.width) - 2 * self.picture.margin
    }

    /// The steps side by side: heavy as far as the session has come.
    fn steps(&self, row: i32, states: &[StepState], buf: &mut Buffer) {
        let count = i32::try_from(states.len()).unwrap_or(1).max(1);
        let width = self.width() + 1;
        for (number, state) in (0..).zip(states) {
            let from = width * number / count;
            let to = width * (number + 1) / count - 1;
            let (symbol, style) = match state {
                StepState::Present => ("━", self.theme.accent()),
                StepState::Done | StepState::Ongoing => ("━", self.theme.text()),
                StepState::Ahead | StepState::LeftOut => ("─", self.theme.faint()),
            };
            self.length(row, (from, to), symbol, style, buf);
        }
    }

    fn length(
        &self,
        row: i32,
        (from, to): (i32, i32),
        symbol: &str,
        style: Style,
        buf: &mut Buffer,
    ) {
        for column in from..to {
            let at = self.cell(self.picture.margin + column, row);
            if let Some(cell) = at.and_then(|at| buf.cell_mut(at)) {
                cell.set_symbol(symbol).set_style(style);
            }
        }
    }

    /// The cell at a column and a row of the picture, if it is in it.
    fn cell(&self, column: i32, row: i32) -> Option<Position> {
        let (column, row) = (u16::try_from(column).ok()?, u16::try_from(row).ok()?);
        (column < self.area.width && row < self.area.height)
            .then(|| Position::new(self.area.x + column, self.area.y + row))
    }
}

fn style(theme: &Theme, role: Role) -> Style {
    match role {
        Role::Accent => theme.accent(),
        Role::Strong | Role::Time(Urgency::Calm) => theme.strong(),
        Role::Text => theme.text(),
        Role::Muted => theme.faint(),
        Role::Warning | Role::Time(Urgency::Warning | Urgency::Last) => theme.warning(),
        // Over time is said by the sign and the word as well, so nothing is turned inside out.
        Role::Time(Urgency::Over) => theme
            .over()
            .remove_modifier(ratatui::style::Modifier::REVERSED),
        Role::Class(class) => theme.class(class),
    }
}

/// Smooth where the terminal has all colours, sharp elsewhere.
fn ink(theme: &Theme, style: Style) -> Ink {
    let style = theme.text().patch(style);
    match (style.fg.and_then(rgb), style.bg.and_then(rgb)) {
        (Some(ink), Some(paper)) => Ink::Smooth { ink, paper },
        (_, _) => Ink::Sharp(style),
    }
}

fn rgb(colour: Color) -> Option<Rgb> {
    if let Color::Rgb(red, green, blue) = colour {
        Some((red, green, blue))
    } else {
        None
    }
}
