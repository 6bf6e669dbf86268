//! Writes the cells of a frame in as few bytes as all terminals understand: what the terminal shows, how the next cell would
//! look and where it would stand are remembered, and only what differs is said. Decides nothing of what a cell means.
//!
//! Nothing is erased, scrolled or repeated by a sequence: on which ground a terminal erases, and whether it knows how to
//! repeat, is not the same everywhere, and a blank is one byte.

use ratatui::buffer::Cell;
use unicode_width::UnicodeWidthChar as _;

use super::capabilities::Capabilities;
use super::look::ShownLook;
use crate::domain::text;

/// A sign and its look, as they stand on the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct ShownCell {
    symbol: ShortSymbol,
    look: ShownLook,
}

/// The bytes of a sign that takes one column. A longer or wider one is not remembered, and is written whenever it comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct ShortSymbol {
    bytes: [u8; 4],
    length: u8,
}

impl ShortSymbol {
    fn of(letter: char) -> Self {
        let mut bytes = [0; 4];
        let length = letter.encode_utf8(&mut bytes).len();
        Self {
            bytes,
            length: u8::try_from(length).unwrap_or_default(),
        }
    }

    fn as_bytes(&self) -> &[u8] {
        self.bytes
            .get(..usize::from(self.length))
            .unwrap_or_default()
    }

    fn is_blank(self) -> bool {
        self.as_bytes() == b" "
    }
}

impl ShownCell {
    /// Whether nobody could tell the one from the other.
    fn is_seen_as(&self, other: &Self) -> bool {
        self == other
            || self.symbol.is_blank()
                && other.symbol.is_blank()
                && self.look.shows_blanks_as(other.look)
    }
}

/// Where the next sign would stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct CursorPlace {
    x: u16,
    y: u16,
    /// Every terminal agrees on the column: nothing was written since it was named that some show twice as wide.
    is_certain: bool,
}

/// What is known of the terminal between frames, and the bytes of the present one.
#[derive(Debug)]
pub(super) struct FrameWriter {
    capabilities: Capabilities,
    shown: Vec<Vec<Option<ShownCell>>>,
    /// What stands where nothing was written yet.
    unwritten: Option<ShownCell>,
    look: Option<ShownLook>,
    stands: Option<CursorPlace>,
    out: Vec<u8>,
    /// How many places were gone to in this frame.
    places: usize,
}

impl FrameWriter {
    pub(super) const fn new(capabilities: Capabilities) -> Self {
        Self {
            capabilities,
            shown: Vec::new(),
            unwritten: None,
            look: None,
            stands: None,
            out: Vec::new(),
            places: 0,
        }
    }

    /// Somebody else wrote: nothing of the screen is known any more.
    pub(super) fn forget(&mut self) {
        self.shown.clear();
        self.unwritten = None;
        self.look = None;
        self.stands = None;
    }

    /// The whole screen was cleared, with no colours set.
    pub(super) fn cleared(&mut self) {
        self.forget();
        self.look = Some(ShownLook::PLAIN);
        self.unwritten = Some(ShownCell {
            symbol: ShortSymbol::of(' '),
            look: ShownLook::PLAIN,
        });
    }

    /// The bytes of a frame of which these cells may have changed, and whether it is in several places. Valid until the next.
    pub(super) fn frame<'a>(
        &mut self,
        cells: impl Iterator<Item = (u16, u16, &'a Cell)>,
    ) -> (&[u8], bool) {
        self.out.clear();
        self.places = 0;
        // Whoever else wrote a line left its mark somewhere; what comes next does not follow it.
        self.stands = None;
        for (x, y, cell) in cells {
            self.put(x, y, cell);
        }
        (&self.out, self.places > 1)
    }

    fn put(&mut self, x: u16, y: u16, cell: &Cell) {
        let symbol = self.capabilities.signs.fitted(cell.symbol());
        let look = ShownLook::of(cell, self.capabilities.depth);
        let narrow = narrow(&symbol);
        let coming = narrow.map(|letter| ShownCell {
            symbol: ShortSymbol::of(letter),
            look,
        });
        if let (Some(coming), Some(shown)) = (coming, self.shown_at(x, y))
            && coming.is_seen_as(&shown)
        {
            return;
        }
        self.go_to(x, y);
        let is_blank = coming.is_some_and(|coming| coming.symbol.is_blank());
        let does =
            |current: ShownLook| current == look || is_blank && current.shows_blanks_as(look);
        if !self.look.is_some_and(does) {
            look.write_after(self.look, self.capabilities.depth, &mut self.out);
            self.look = Some(look);
        }
        self.out.extend_from_slice(symbol.as_bytes());
        self.remember(x, y, &symbol, coming);
        self.stands = match (narrow, self.stands) {
            (Some(letter), Some(stands)) => Some(CursorPlace {
                x: x + 1,
                y,
                is_certain: stands.is_certain && letter.width_cjk() == Some(1),
            }),
            // Terminals do not agree how far others reach.
            (_, _) => None,
        };
    }

    fn shown_at(&self, x: u16, y: u16) -> Option<ShownCell> {
        let row = self.shown.get(usize::from(y));
        row.and_then(|row| row.get(usize::from(x)))
            .map_or(self.unwritten, |shown| *shown)
    }

    /// What stands there from now on. Where one sign was two columns wide, a terminal clears the other half as it likes.
    fn remember(&mut self, x: u16, y: u16, symbol: &str, cell: Option<ShownCell>) {
        let wide = text::width(symbol).max(1);
        let (x, y) = (usize::from(x), usize::from(y));
        if self.shown.len() <= y {
            self.shown.resize(y + 1, Vec::new());
        }
        let Some(row) = self.shown.get_mut(y) else {
            return;
        };
        if row.len() < x + wide {
            row.resize(x + wide, self.unwritten);
        }
        for covered in row.iter_mut().skip(x).take(wide) {
            *covered = None;
        }
        if let Some(place) = row.get_mut(x) {
            *place = cell;
        }
    }

    /// The mark is set, by the shortest way.
    fn go_to(&mut self, x: u16, y: u16) {
        let is_there = |stands: CursorPlace| (stands.x, stands.y) == (x, y);
        if self.stands.is_some_and(is_there) {
            return;
        }
        let way = self.shortest_way(x, y);
        if let Some(between) = self.between(x, y, way.len()) {
            self.out.extend_from_slice(&between);
            if let Some(stands) = &mut self.stands {
                stands.x = x;
                stands.is_certain = false;
            }
            return;
        }
        self.out.extend_from_slice(way.as_bytes());
        self.places += 1;
        self.stands = Some(CursorPlace {
            x,
            y,
            is_certain: true,
        });
    }

    fn shortest_way(&self, x: u16, y: u16) -> String {
        let (column, row) = (u32::from(x) + 1, u32::from(y) + 1);
        let mut shortest = match (row, column) {
            (1, 1) => "\x1b[H".to_owned(),
            (_, 1) => format!("\x1b[{row}H"),
            (_, _) => format!("\x1b[{row};{column}H"),
        };
        let Some(stands) = self.stands else {
            return shortest;
        };
        let mut try_way = |way: String| {
            if way.len() < shortest.len() {
                shortest = way;
            }
        };
        if stands.y == y {
            if x == 0 {
                try_way("\r".to_owned());
            }
            if self.capabilities.addresses_columns {
                try_way(format!("\x1b[{column}G"));
            }
            if stands.is_certain && x > stands.x {
                try_way(match x - stands.x {
                    1 => "\x1b[C".to_owned(),
                    count => format!("\x1b[{count}C"),
                });
            }
        } else if stands.is_certain && stands.x == x && self.capabilities.addresses_columns {
            try_way(format!("\x1b[{row}d"));
        }
        shortest
    }

    /// What stands between the mark and a place farther on in its row, where writing it once more takes no more bytes than
    /// going there and leaves everything as it is.
    fn between(&self, x: u16, y: u16, at_most: usize) -> Option<Vec<u8>> {
        let stands = self.stands?;
        let look = self.look?;
        if stands.y != y || stands.x >= x || usize::from(x - stands.x) > at_most {
            return None;
        }
        let mut bytes = Vec::with_capacity(at_most);
        for column in stands.x..x {
            let shown = self.shown_at(column, y)?;
            let stays =
                shown.look == look || shown.symbol.is_blank() && look.shows_blanks_as(shown.look);
            if !stays {
                return None;
            }
            bytes.extend_from_slice(shown.symbol.as_bytes());
        }
        (bytes.len() <= at_most).then_some(bytes)
    }
}

/// The letter of a sign that every terminal shows as one and in one column.
fn narrow(symbol: &str) -> Option<char> {
    let mut letters = symbol.chars();
    let letter = letters.next()?;
    let is_alone = letters.next().is_none();
    (is_alone && letter.width() == Some(1)).then_some(letter)
}

#[cfg(test)]
mod tests;
