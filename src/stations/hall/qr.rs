//! An address as black and white squares in a terminal, two squares in a cell.

use qrcode::{Color, EcLevel, QrCode};

/// White squares around it, without which no camera finds it.
const MARGIN: usize = 4;
/// Black on white, whatever the colours of the terminal are.
const COLOURS: (&str, &str) = ("\u{1b}[38;5;16;48;5;231m", "\u{1b}[0m");

/// The lines of the picture; `None` for a text that is too long. Without colours it is drawn for a dark terminal.
pub(super) fn drawn(text: &str, in_colour: bool) -> Option<Vec<String>> {
    let code = QrCode::with_error_correction_level(text, EcLevel::L).ok()?;
    let (width, squares) = (code.width(), code.to_colors());
    let is_dark = |column: usize, row: usize| {
        let place = |at: usize| at.checked_sub(MARGIN).filter(|at| *at < width);
        let (Some(column), Some(row)) = (place(column), place(row)) else {
            return false;
        };
        squares.get(row * width + column) == Some(&Color::Dark)
    };
    let side = width + 2 * MARGIN;
    let line = |row: usize| -> String {
        (0..side)
            .map(|column| {
                let upper = is_dark(column, row);
                // A row that is left over belongs to no picture, and is white where there are colours.
                let lower = is_dark(column, row + 1);
                match (upper == in_colour, lower == in_colour) {
                    (true, true) => '█',
                    (true, false) => '▀',
                    (false, true) => '▄',
                    (false, false) => ' ',
                }
            })
            .collect()
    };
    let (begin, end) = if in_colour { COLOURS } else { ("", "") };
    let lines = (0..side).step_by(2);
    Some(
        lines
            .map(|row| format!("{begin}{}{end}", line(row)))
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The squares as they are to be seen, black as `true`.
    fn squares(lines: &[String], in_colour: bool) -> Vec<Vec<bool>> {
        let cells = |line: &String| -> Vec<(bool, bool)> {
            line.trim_start_matches(COLOURS.0)
                .trim_end_matches(COLOURS.1)
                .chars()
                .map(|cell| match cell {
                    '█' => (true, true),
                    '▀' => (true, false),
                    '▄' => (false, true),
                    _ => (false, false),
                })
                .collect()
        };
        lines
            .iter()
            .map(cells)
            .flat_map(|row| {
                let (upper, lower): (Vec<bool>, Vec<bool>) = row.into_iter().unzip();
                [upper, lower]
            })
            .map(|row| row.into_iter().map(|inked| inked == in_colour).collect())
            .collect()
    }

    #[test]
    fn both_ways_of_drawing_show_the_same_squares_with_white_around_them() {
        let text = "http://192.168.100.100:8080/register#123456";
        let [coloured, plain] = [true, false].map(|in_colour| {
            let lines = drawn(text, in_colour).unwrap();
            assert!(lines.len() <= 21, "higher than a small terminal");
            squares(&lines, in_colour)
        });
        assert_eq!(coloured, plain);
        let is_white = |row: &Vec<bool>| row.iter().all(|black| !black);
        assert!(coloured.iter().take(MARGIN).all(is_white));
        // the corner by which a camera finds it
        let corner = &coloured[MARGIN][MARGIN..MARGIN + 8];
        assert_eq!(corner, [true, true, true, true, true, true, true, false]);
    }
}
