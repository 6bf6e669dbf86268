//! Where everything stands in a picture of the hall: texts with their letters, lengths and rules, in pixels of which a cell
//! has one across and two down. It decides sizes and what is left out where there is no room, and nothing of colours.
//!
//! What the hall must read is never smaller than 1/28 of the height: text is left out before it is made small.

mod agenda;
mod conclusion;
mod fit_text;
mod rest;
mod top;
mod turn;

use ratatui::layout::Size;

pub use fit_text::{FittedLine, HallFace, Lettering};

use crate::domain::hall_view::{ProjectorView, SceneView, StepState, Urgency};
use crate::domain::regulation::ClassKind;
use crate::tui::widgets::pixel_face::PixelWeight;
use fit_text::{height, wrapped};

pub use conclusion::first_items;

/// What a text is for, which decides its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Where we are and whose turn it is.
    Accent,
    /// What must be read first.
    Strong,
    Text,
    /// What may be overlooked.
    Muted,
    Warning,
    Time(Urgency),
    Class(ClassKind),
}

/// A part of a picture.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// A line with its upper left corner at this pixel.
    Text {
        line: FittedLine,
        x: i32,
        y: i32,
        role: Role,
    },
    /// The steps of the agenda as lengths side by side, in one row of cells.
    Steps { row: i32, states: Vec<StepState> },
    /// What is left of a limit, in thousandths.
    Gauge { row: i32, left: u16, tone: Urgency },
    /// A thin rule across.
    Rule { row: i32 },
}

/// A picture that is laid out.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    pub size: Size,
    /// Columns left free at both sides.
    pub margin: i32,
    pub parts: Vec<Part>,
}

/// Lays out a picture for a window of this size.
#[must_use]
pub fn layout(view: &ProjectorView, size: Size, lettering: Lettering) -> Picture {
    let mut sheet = HallSheet::of(size, lettering);
    let y = top::put(view, &mut sheet);
    top::put_counts(view, &mut sheet);
    match &view.scene {
        SceneView::Waiting(text) | SceneView::Message(text) => rest::message(text, &mut sheet, y),
        SceneView::Blank => rest::neutral(&view.title, &mut sheet, y),
        SceneView::Dark => {}
        SceneView::Agenda(agenda) => agenda::put(agenda, &view.title, &mut sheet, y),
        SceneView::Floor(turn) | SceneView::Answer(turn) => turn::put(turn, &mut sheet, y),
        SceneView::Break(rest) => rest::pause(rest, &mut sheet, y),
        SceneView::Conclusion(conclusion) => conclusion::put(conclusion, &mut sheet, y),
        SceneView::Ended(ended) => rest::ended(ended, &view.counts, &mut sheet, y),
    }
    sheet.picture
}

/// A picture being laid out.
struct HallSheet {
    picture: Picture,
    lettering: Lettering,
    /// Columns between the margins, and pixels from top to bottom.
    width: i32,
    height: i32,
}

impl HallSheet {
    fn of(size: Size, lettering: Lettering) -> Self {
        let margin = i32::from(size.width / 80);
        Self {
            picture: Picture {
                size,
                margin,
                parts: Vec::new(),
            },
            lettering,
            width: (i32::from(size.width) - 2 * margin).max(0),
            height: i32::from(size.height) * 2,
        }
    }

    /// Whether there is as much room in the window as text that is not in it could want.
    fn is_roomy(&self) -> bool {
        self.height >= 120
    }

    /// Puts a line so many columns right of the margin.
    fn put(&mut self, line: FittedLine, x: i32, y: i32, role: Role) {
        let x = self.picture.margin + x;
        // Plain text stands in cells.
        let y = if line.face == HallFace::Plain {
            y + y.rem_euclid(2)
        } else {
            y
        };
        if y + line.height <= self.height {
            self.picture.parts.push(Part::Text { line, x, y, role });
        }
    }

    fn put_right(&mut self, line: FittedLine, y: i32, role: Role) {
        let x = self.width - line.width;
        self.put(line, x, y, role);
    }

    /// Puts lines under each other, and returns where the next may begin.
    fn put_all(&mut self, lines: Vec<FittedLine>, x: i32, y: i32, role: Role) -> i32 {
        let mut y = y;
        for line in lines {
            let next = y + below(&line);
            self.put(line, x, y, role);
            y = next;
        }
        y
    }

    fn small(&self, text: &str, weight: PixelWeight) -> FittedLine {
        FittedLine::small(text, weight, self.lettering)
    }

    fn wrapped(&self, text: &str, weight: PixelWeight, width: i32) -> Vec<FittedLine> {
        wrapped(text, weight, self.lettering, width)
    }

    fn height_of(&self, lines: &[FittedLine]) -> i32 {
        height(lines, self.lettering)
    }

    /// A blank between texts that are about different things.
    fn gap(&self) -> i32 {
        match self.lettering {
            Lettering::Hall if self.is_roomy() => 4,
            Lettering::Hall => 1,
            Lettering::Plain | Lettering::Preview => i32::from(self.height > 40) * 2,
        }
    }

    /// The first row of cells that begins at or below a pixel.
    const fn row_from(y: i32) -> i32 {
        (y + 1) / 2
    }
}

/// Pixels from the top of a line to where the next may begin.
const fn below(line: &FittedLine) -> i32 {
    match line.face {
        HallFace::Plain => line.height,
        HallFace::Small(_) | HallFace::Large(_) => line.height + 1,
    }
}
