//! The stream of records that an old workbook is: each with its number and its bytes. Knows nothing of what they mean.

use super::compound::u16_at;

/// The numbers of the records that are read.
pub(super) mod kind {
    pub(in super::super) const BEGIN: u16 = 0x0809;
    pub(in super::super) const END: u16 = 0x000A;
    pub(in super::super) const CONTINUE: u16 = 0x003C;
    pub(in super::super) const FILE_PASS: u16 = 0x002F;
    pub(in super::super) const DATE_MODE: u16 = 0x0022;
    pub(in super::super) const SHEET: u16 = 0x0085;
    pub(in super::super) const FONT: u16 = 0x0031;
    pub(in super::super) const FORMAT: u16 = 0x041E;
    pub(in super::super) const STYLE: u16 = 0x00E0;
    pub(in super::super) const TEXTS: u16 = 0x00FC;
    pub(in super::super) const ROW: u16 = 0x0208;
    pub(in super::super) const COLUMNS: u16 = 0x007D;
    pub(in super::super) const LABEL: u16 = 0x0204;
    pub(in super::super) const SHARED: u16 = 0x00FD;
    pub(in super::super) const NUMBER: u16 = 0x0203;
    pub(in super::super) const SHORT_NUMBER: u16 = 0x027E;
    pub(in super::super) const SHORT_NUMBERS: u16 = 0x00BD;
    pub(in super::super) const TRUTH_OR_ERROR: u16 = 0x0205;
    pub(in super::super) const FORMULA: u16 = 0x0006;
    pub(in super::super) const FORMULA_TEXT: u16 = 0x0207;
    pub(in super::super) const MERGED: u16 = 0x00E5;
}

/// One record.
#[derive(Debug, Clone, Copy)]
pub(super) struct BiffRecord<'a> {
    pub kind: u16,
    pub data: &'a [u8],
}

/// The records of a stream, from a place on.
pub(super) struct Records<'a> {
    stream: &'a [u8],
    at: usize,
}

impl<'a> Records<'a> {
    pub(super) fn from(stream: &'a [u8], at: usize) -> Self {
        Self { stream, at }
    }

    /// The bytes of the records that continue the last one.
    pub(super) fn continued(&mut self) -> Vec<&'a [u8]> {
        let mut pieces = Vec::new();
        loop {
            let before = self.at;
            match self.next() {
                Some(record) if record.kind == kind::CONTINUE => pieces.push(record.data),
                Some(_) | None => {
                    self.at = before;
                    return pieces;
                }
            }
        }
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = BiffRecord<'a>;

    fn next(&mut self) -> Option<BiffRecord<'a>> {
        let kind = u16_at(self.stream, self.at)?;
        let length = usize::from(u16_at(self.stream, self.at + 2)?);
        let from = self.at + 4;
        let data = self.stream.get(from..from.checked_add(length)?)?;
        self.at = from + length;
        Some(BiffRecord { kind, data })
    }
}
