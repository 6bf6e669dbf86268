//! A screen as SVG, cell by cell: half blocks as rectangles, so that they fit without a seam, and everything else as text.

use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use unicode_normalization::UnicodeNormalization as _;

/// Pixels of a cell.
const WIDE: u32 = 8;
const HIGH: u32 = 16;

const FONTS: &str = "Cascadia Mono, Consolas, Menlo, DejaVu Sans Mono, monospace";
/// For letters with two marks: that of `DejaVu` with equal widths sets the second one beside its letter.
const STACKED: &str = "Cascadia Mono, Consolas, Menlo, DejaVu Sans, sans-serif";

/// The picture of these cells.
pub fn of(buf: &Buffer) -> String {
    let (width, height) = (u32::from(buf.area.width), u32::from(buf.area.height));
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" shape-rendering=\"crispEdges\" \
         font-family=\"{FONTS}\" font-size=\"13\">\n",
        width * WIDE,
        height * HIGH
    );
    // Grounds first: a mark that reaches over its cell is not painted over by the next one.
    for part in [ground, sign] {
        for (y, row) in (0..).zip(buf.content.chunks(usize::from(buf.area.width.max(1)))) {
            for (x, cell) in (0..).zip(row) {
                part(&mut svg, x * WIDE, y * HIGH, cell);
            }
        }
    }
    svg + "</svg>\n"
}

fn colours(cell: &Cell) -> (String, String) {
    let (front, back) = (colour(cell.fg, "#e6e6e6"), colour(cell.bg, "#14181f"));
    if cell.modifier.contains(Modifier::REVERSED) {
        (back, front)
    } else {
        (front, back)
    }
}

fn ground(svg: &mut String, x: u32, y: u32, cell: &Cell) {
    rectangle(svg, (x, y), (WIDE, HIGH), &colours(cell).1);
}

/// Whether a letter carries two marks.
fn is_stacked(symbol: &str) -> bool {
    symbol.nfd().count() > 2
}

fn sign(svg: &mut String, x: u32, y: u32, cell: &Cell) {
    let (front, _) = colours(cell);
    match cell.symbol() {
        " " | "" => {}
        "█" => rectangle(svg, (x, y), (WIDE, HIGH), &front),
        "▀" => rectangle(svg, (x, y), (WIDE, HIGH / 2), &front),
        "▄" => rectangle(svg, (x, y + HIGH / 2), (WIDE, HIGH / 2), &front),
        "━" => rectangle(svg, (x, y + 6), (WIDE, 4), &front),
        "─" => rectangle(svg, (x, y + 7), (WIDE, 1), &front),
        symbol => {
            let weight = if cell.modifier.contains(Modifier::BOLD) {
                " font-weight=\"bold\""
            } else {
                ""
            };
            let fonts = if is_stacked(symbol) {
                format!(
                    " font-family=\"{STACKED}\" textLength=\"{WIDE}\" lengthAdjust=\"spacingAndGlyphs\""
                )
            } else {
                String::new()
            };
            let escaped = symbol.replace('&', "&amp;").replace('<', "&lt;");
            let _ = writeln!(
                svg,
                "<text x=\"{x}\" y=\"{}\" fill=\"{front}\"{weight}{fonts}>{escaped}</text>",
                y + 12
            );
        }
    }
}

fn rectangle(svg: &mut String, (x, y): (u32, u32), (width, height): (u32, u32), fill: &str) {
    let _ = writeln!(
        svg,
        "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{fill}\"/>"
    );
}

fn colour(colour: Color, otherwise: &str) -> String {
    if let Color::Rgb(red, green, blue) = colour {
        format!("#{red:02x}{green:02x}{blue:02x}")
    } else {
        otherwise.to_owned()
    }
}
