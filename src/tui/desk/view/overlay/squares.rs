//! What a camera reads, as black and white squares: two of them in a cell, one over the other, with white around them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::tui::desk::dialog::panel::PageSquares;
use crate::tui::theme::Theme;
use crate::tui::widgets::lines;

/// White squares on every side: as many as the standard asks for, or as few as a telephone still finds.
const MARGINS: [u16; 2] = [4, 2];
/// Columns between the picture and what stands beside it.
const GAP: u16 = 2;
/// The columns that the words beside it need.
const WORDS: u16 = 24;

/// Draws the picture at the left of an area, or says that there is no room for it; returns what is left of the area.
pub(super) fn draw(squares: &PageSquares, area: Rect, buf: &mut Buffer, theme: &Theme) -> Rect {
    let width = squares.rows.iter().map(String::len).max().unwrap_or(0);
    let count = |squares: usize| u16::try_from(squares).unwrap_or(u16::MAX);
    let (wide, high) = (count(width), count(squares.rows.len()));
    let fits = |margin: &u16| {
        let wide = wide.saturating_add(2 * margin);
        let high = high.saturating_add(2 * margin).div_ceil(2);
        high <= area.height && wide.saturating_add(GAP + WORDS) <= area.width
    };
    let Some(margin) = MARGINS.into_iter().find(fits) else {
        let rows = lines::put_wrapped(buf, area, 0, &squares.no_room, 3, theme.warning());
        return Rect {
            y: area.y + rows,
            height: area.height.saturating_sub(rows),
            ..area
        };
    };
    let place = Rect {
        width: wide + 2 * margin,
        height: (high + 2 * margin).div_ceil(2),
        ..area
    };
    let is_black = |column: u16, row: u16| {
        let at = |place: u16| place.checked_sub(margin).map(usize::from);
        let Some((column, row)) = at(column).zip(at(row)) else {
            return false;
        };
        let line = squares.rows.get(row);
        line.and_then(|line| line.as_bytes().get(column)) == Some(&b'#')
    };
    for row in 0..place.height {
        for column in 0..place.width {
            let halves = [is_black(column, 2 * row), is_black(column, 2 * row + 1)];
            if let Some(cell) = buf.cell_mut((place.x + column, place.y + row)) {
                match theme.black_on_white() {
                    Some(style) => cell.set_char(sign(halves)).set_style(style),
                    // Without colours for a dark terminal: what is inked is light there.
                    None => cell.set_char(sign(halves.map(|black| !black))),
                };
            }
        }
    }
    Rect {
        x: area.x + place.width + GAP,
        width: area.width - place.width - GAP,
        ..area
    }
}

/// A cell whose upper and lower half are inked or not.
const fn sign(inked: [bool; 2]) -> char {
    match inked {
        [true, true] => '█',
        [true, false] => '▀',
        [false, true] => '▄',
        [false, false] => ' ',
    }
}
