//! An address as black and white squares: for the desk to draw, and drawn in a terminal, two squares in a cell.

use qrcode::{Color, EcLevel, QrCode};

/// The path of the squares, short and of capital letters: those take less than any others.
pub(super) const PATH: &str = "/R";

/// White squares around it, without which no camera finds it.
const MARGIN: usize = 4;
/// Black on white, whatever the colours of the terminal are.
const COLOURS: (&str, &str) = ("\u{1b}[38;5;16;48;5;231m", "\u{1b}[0m");

/// The address by which a device comes in with this number. Scheme and host are the same in capital letters; what stands behind
/// the stroke is sent to nobody.
pub(super) fn text(url: &str, pin: &str) -> String {
    format!("{}{PATH}#{pin}", url.to_uppercase())
}

/// A line of `#` for black and `.` for white squares for each row, without a margin; `None` for a text that is too long.
pub(super) fn squares(text: &str) -> Option<Vec<String>> {
    let code = QrCode::with_error_correction_level(text, EcLevel::L).ok()?;
    let sign = |square: &Color| match square {
        Color::Dark => '#',
        Color::Light => '.',
    };
    let squares = code.to_colors();
    let rows = squares.chunks(code.width().max(1));
    Some(rows.map(|row| row.iter().map(sign).collect()).collect())
}

/// The lines of the picture; `None` for a text that is too long. Without colours it is drawn for a dark terminal.
pub(super) fn drawn(text: &str, in_colour: bool) -> Option<Vec<String>> {
    let squares = squares(text)?;
    let is_dark = |column: usize, row: usize| {
        let place = |at: usize| at.checked_sub(MARGIN);
        let (Some(column), Some(row)) = (place(column), place(row)) else {
            return false;
        };
        let line = squares.get(row);
        line.and_then(|line| line.as_bytes().get(column)) == Some(&b'#')
    };
    let side = squares.len() + 2 * MARGIN;
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
    fn seen(lines: &[String], in_colour: bool) -> Vec<Vec<bool>> {
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
    fn the_usual_addresses_of_a_hall_take_so_few_squares_that_the_smallest_desk_draws_them() {
        for url in [
            "http://192.168.1.10:8080",
            "http://192.168.100.100:8080",
            "https://hoi-truong.local:8443",
        ] {
            assert_eq!(squares(&text(url, "123456")).unwrap().len(), 25, "{url}");
        }
        assert_eq!(
            text("http://[fe80::a]:80", "000001"),
            "HTTP://[FE80::A]:80/R#000001"
        );
    }

    #[test]
    fn both_ways_of_drawing_show_the_same_squares_with_white_around_them() {
        let text = "http://192.168.100.100:8080/register#123456";
        let [coloured, plain] = [true, false].map(|in_colour| {
            let lines = drawn(text, in_colour).unwrap();
            assert!(lines.len() <= 21, "higher than a small terminal");
            seen(&lines, in_colour)
        });
        assert_eq!(coloured, plain);
        let is_white = |row: &Vec<bool>| row.iter().all(|black| !black);
        assert!(coloured.iter().take(MARGIN).all(is_white));
        // the corner by which a camera finds it
        let corner = &coloured[MARGIN][MARGIN..MARGIN + 8];
        assert_eq!(corner, [true, true, true, true, true, true, true, false]);
    }
}
