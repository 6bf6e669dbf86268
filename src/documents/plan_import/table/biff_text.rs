//! Texts of old workbooks: with one or two bytes a letter, with runs of fonts behind them, and torn over several records.
//! Knows nothing of cells.

use super::compound::{u16_at, u32_at};

/// The pieces of one record and of those that continue it.
pub(super) struct Pieces<'a> {
    records: Vec<&'a [u8]>,
    present: usize,
    at: usize,
}

impl<'a> Pieces<'a> {
    pub(super) fn of(pieces: Vec<&'a [u8]>) -> Self {
        Self {
            records: pieces,
            present: 0,
            at: 0,
        }
    }

    fn present(&self) -> Option<&'a [u8]> {
        self.records.get(self.present).copied()
    }

    /// Goes on in the next piece when this one is used up.
    fn settle(&mut self) -> Option<bool> {
        let mut moved = false;
        while self.at >= self.present()?.len() {
            self.present += 1;
            self.at = 0;
            moved = true;
        }
        Some(moved)
    }

    pub(super) fn byte(&mut self) -> Option<u8> {
        self.settle()?;
        let byte = self.present()?.get(self.at).copied()?;
        self.at += 1;
        Some(byte)
    }

    pub(super) fn u16(&mut self) -> Option<u16> {
        u16_at(&[self.byte()?, self.byte()?], 0)
    }

    pub(super) fn u32(&mut self) -> Option<u32> {
        u32_at(&[self.byte()?, self.byte()?, self.byte()?, self.byte()?], 0)
    }

    fn skip(&mut self, mut bytes: usize) -> Option<()> {
        while bytes > 0 {
            self.settle()?;
            let here = self.present()?.len() - self.at;
            let step = here.min(bytes);
            self.at += step;
            bytes -= step;
        }
        Some(())
    }

    /// A text whose length stands before it in two bytes, and the font of its first run.
    pub(super) fn text(&mut self) -> Option<(String, Option<u16>)> {
        let length = usize::from(self.u16()?);
        self.text_of(length)
    }

    /// A text whose length stands before it in one byte.
    pub(super) fn short_text(&mut self) -> Option<String> {
        let length = usize::from(self.byte()?);
        self.text_of(length).map(|(text, _)| text)
    }

    fn text_of(&mut self, length: usize) -> Option<(String, Option<u16>)> {
        let flags = self.byte()?;
        let runs = if flags & 8 == 0 { 0 } else { self.u16()? };
        let further = if flags & 4 == 0 { 0 } else { self.u32()? };
        let mut wide = flags & 1 == 1;
        let mut letters: Vec<u16> = Vec::with_capacity(length.min(4096));
        while letters.len() < length {
            // Where a text goes on in the next record, it says anew how many bytes a letter has.
            if self.settle()? {
                wide = self.byte()? & 1 == 1;
            }
            let low = u16::from(self.byte()?);
            let letter = if wide {
                low | (u16::from(self.byte()?) << 8)
            } else {
                low
            };
            letters.push(letter);
        }
        let mut font = None;
        for run in 0..runs {
            let (from, of) = (self.u16()?, self.u16()?);
            if run == 0 && from == 0 {
                font = Some(of);
            }
        }
        self.skip(further as usize)?;
        Some((String::from_utf16_lossy(&letters), font))
    }
}
