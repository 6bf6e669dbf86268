//! Whether a screen is whole: every frame is closed on all sides, nothing is written over its edges, and no text runs into
//! a line beside it. Looks at cells only, whatever they mean; the pictures of the screens are looked at in the same way.

use ratatui::buffer::Buffer;

/// A kind of frame: its corners, and what its edges are made of.
struct Kind {
    corners: [&'static str; 4],
    across: &'static str,
    down: &'static [&'static str],
}

const KINDS: [Kind; 2] = [
    Kind {
        corners: ["╭", "╮", "╰", "╯"],
        across: "─",
        down: &["│"],
    },
    // Where it is tied to its item a line leaves it.
    Kind {
        corners: ["┏", "┓", "┗", "┛"],
        across: "━",
        down: &["┃", "┣", "┫"],
    },
];

/// What is wrong with a screen.
pub fn faults(buf: &Buffer) -> Vec<String> {
    let (width, height) = (buf.area.width, buf.area.height);
    let at = |x: u16, y: u16| buf.cell((x, y)).map_or("", |cell| cell.symbol());
    let is_text = |symbol: &str| symbol.chars().all(char::is_alphanumeric) && !symbol.is_empty();
    let mut faults = Vec::new();
    for y in 0..height {
        for x in 0..width {
            let symbol = at(x, y);
            if symbol == "│" && x > 0 && (is_text(at(x - 1, y)) || is_text(at(x + 1, y))) {
                faults.push(format!("a text runs into the line at {x},{y}"));
            }
            let Some(kind) = KINDS.iter().find(|kind| kind.corners[0] == symbol) else {
                continue;
            };
            let right = (x + 1..width).find(|x| at(*x, y) == kind.corners[1]);
            let bottom = (y + 1..height).find(|y| !kind.down.contains(&at(x, *y)));
            let (Some(right), Some(bottom)) = (right, bottom) else {
                faults.push(format!("the frame at {x},{y} is open"));
                continue;
            };
            let closes = at(x, bottom) == kind.corners[2] && at(right, bottom) == kind.corners[3];
            let below = (x + 1..right).all(|x| at(x, bottom) == kind.across);
            let beside = (y + 1..bottom).all(|y| kind.down.contains(&at(right, y)));
            if !(closes && below && beside) {
                faults.push(format!("the frame at {x},{y} is written over"));
            }
            let touched = |y: u16| is_text(at(x + 1, y)) || is_text(at(right - 1, y));
            if let Some(y) = (y + 1..bottom).find(|y| touched(*y)) {
                faults.push(format!("a text touches the frame at {x},{y}"));
            }
        }
    }
    faults
}
