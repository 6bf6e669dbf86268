//! Writes the cells of a frame in as few bytes as all terminals understand: what the terminal shows, how the next cell would
//! look and where it would stand are remembered, and only what differs is said. Decides nothing of what a cell means.
//!
//! Nothing is erased, scrolled or repeated by a sequence: on which ground a terminal erases, and whether it knows how to
//! repeat, is not the same everywhere, and a blank is one byte.

use ratatui::buffer::Cell;
use unicode_width::UnicodeWidthChar as _;

use super::capabilities::Capabilities;
use super::look::{ShownLook, write_number};
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
        // Whoever else wrote a line left its mark somewhere and its colours set; what comes next follows neither.
        self.stands = None;
        self.look = None;
        for (x, y, cell) in cells {
            self.put(x, y, cell);
        }
        // Should the program be killed, the shell is not to write in its colours.
        if self.look.is_some_and(|look| look != ShownLook::PLAIN) {
            self.out.extend_from_slice(b"\x1b[0m");
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
        let wide = narrow.map_or_else(|| text::width(&symbol).max(1), |_| 1);
        self.remember(x, y, wide, coming);
        self.stands = match (narrow, self.stands) {
            (Some(letter), Some(stands)) => Some(CursorPlace {
                x: x + 1,
                y,
                is_certain: stands.is_certain
                    && (letter.is_ascii() || letter.width_cjk() == Some(1)),
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
    fn remember(&mut self, x: u16, y: u16, wide: usize, cell: Option<ShownCell>) {
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
        let begins = self.out.len();
        self.shortest_way(x, y).write(&mut self.out);
        let ends = self.out.len();
        if self.write_between(x, y, ends - begins) {
            self.out.drain(begins..ends);
            if let Some(stands) = &mut self.stands {
                stands.x = x;
                stands.is_certain = false;
            }
            return;
        }
        self.out.truncate(ends);
        self.places += 1;
        self.stands = Some(CursorPlace {
            x,
            y,
            is_certain: true,
        });
    }

    fn shortest_way(&self, x: u16, y: u16) -> Way {
        let (column, row) = (u32::from(x) + 1, u32::from(y) + 1);
        let mut shortest = Way::to(column, row);
        let Some(stands) = self.stands else {
            return shortest;
        };
        let mut try_way = |way: Way| {
            if way.length() < shortest.length() {
                shortest = way;
            }
        };
        if stands.y == y {
            if x == 0 {
                try_way(Way::Return);
            }
            if self.capabilities.addresses_columns {
                try_way(Way::Column(column));
            }
            if stands.is_certain && x > stands.x {
                try_way(Way::Forward(u32::from(x - stands.x)));
            }
        } else if stands.is_certain && stands.x == x && self.capabilities.addresses_columns {
            try_way(Way::Row(row));
        }
        shortest
    }

    /// Writes what stands between the mark and a place farther on in its row, where that takes no more bytes than going there
    /// and leaves everything as it is; false where it does not.
    fn write_between(&mut self, x: u16, y: u16, at_most: usize) -> bool {
        let (Some(stands), Some(look)) = (self.stands, self.look) else {
            return false;
        };
        if stands.y != y || stands.x >= x || usize::from(x - stands.x) > at_most {
            return false;
        }
        let begins = self.out.len();
        for column in stands.x..x {
            let Some(shown) = self.shown_at(column, y) else {
                return false;
            };
            let stays =
                shown.look == look || shown.symbol.is_blank() && look.shows_blanks_as(shown.look);
            if !stays {
                return false;
            }
            self.out.extend_from_slice(shown.symbol.as_bytes());
        }
        self.out.len() - begins <= at_most
    }
}

/// A way to set the mark. Columns and rows count from one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Home,
    RowBegin(u32),
    Place {
        column: u32,
        row: u32,
    },
    /// To the beginning of the same row.
    Return,
    /// Within the same row.
    Column(u32),
    Forward(u32),
    /// Within the same column.
    Row(u32),
}

impl Way {
    const fn to(column: u32, row: u32) -> Self {
        match (row, column) {
            (1, 1) => Self::Home,
            (_, 1) => Self::RowBegin(row),
            (_, _) => Self::Place { column, row },
        }
    }

    /// In bytes.
    fn length(self) -> usize {
        let figures = |number: u32| number.checked_ilog10().map_or(1, |log| log as usize + 1);
        match self {
            Self::Return => 1,
            Self::Home | Self::Forward(1) => 3,
            Self::RowBegin(number)
            | Self::Column(number)
            | Self::Forward(number)
            | Self::Row(number) => 3 + figures(number),
            Self::Place { column, row } => 4 + figures(column) + figures(row),
        }
    }

    fn write(self, out: &mut Vec<u8>) {
        if self == Self::Return {
            out.push(b'\r');
            return;
        }
        out.extend_from_slice(b"\x1b[");
        match self {
            Self::Return | Self::Home | Self::Forward(1) => {}
            Self::RowBegin(number)
            | Self::Column(number)
            | Self::Forward(number)
            | Self::Row(number) => write_number(number, out),
            Self::Place { column, row } => {
                write_number(row, out);
                out.push(b';');
                write_number(column, out);
            }
        }
        out.push(match self {
            Self::Return | Self::Home | Self::RowBegin(_) | Self::Place { .. } => b'H',
            Self::Column(_) => b'G',
            Self::Forward(_) => b'C',
            Self::Row(_) => b'd',
        });
    }
}

/// The letter of a sign that every terminal shows as one and in one column.
fn narrow(symbol: &str) -> Option<char> {
    let mut letters = symbol.chars();
    let letter = letters.next()?;
    let is_alone = letters.next().is_none();
    let is_narrow = matches!(letter, ' '..='~') || letter.width() == Some(1);
    (is_alone && is_narrow).then_some(letter)
}

#[cfg(test)]
mod tests;
