//! The container of old Office files: a small file system of its own. Finds a stream by name and gives its bytes; every
//! chain is followed at most as often as there are sectors, so one that bites its tail ends. Knows nothing of what the
//! streams hold.

use super::{MAX_UNPACKED, TableFault};

/// Marks the end of a chain.
const END: u32 = 0xFFFF_FFFA;

const PART: &str = "OLE";

pub(super) struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    mini_sector: usize,
    mini_below: u64,
    next: Vec<u32>,
    mini_next: Vec<u32>,
    mini_stream: Vec<u8>,
    streams: Vec<(String, u32, u64)>,
}

pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let bytes = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes(bytes.try_into().ok()?))
}

pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let bytes = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(bytes.try_into().ok()?))
}

pub(super) fn f64_at(bytes: &[u8], at: usize) -> Option<f64> {
    let bytes = bytes.get(at..at.checked_add(8)?)?;
    Some(f64::from_le_bytes(bytes.try_into().ok()?))
}

impl<'a> Compound<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, TableFault> {
        Self::read(bytes).ok_or_else(|| TableFault::damaged(PART))
    }

    fn read(bytes: &'a [u8]) -> Option<Self> {
        let shift = u16_at(bytes, 0x1E)?;
        let mini_shift = u16_at(bytes, 0x20)?;
        if !(7..=16).contains(&shift) || !(3..=shift).contains(&mini_shift) {
            return None;
        }
        let mut compound = Self {
            bytes,
            sector: 1 << shift,
            mini_sector: 1 << mini_shift,
            mini_below: u64::from(u32_at(bytes, 0x38)?),
            next: Vec::new(),
            mini_next: Vec::new(),
            mini_stream: Vec::new(),
            streams: Vec::new(),
        };
        for table in compound.tables()? {
            let sector = compound.sector_bytes(table)?;
            let entries: Vec<u32> = words(sector);
            compound.next.extend(entries);
        }
        let mini = compound.chain(u32_at(bytes, 0x3C)?, MAX_UNPACKED)?;
        compound.mini_next = words(&mini);
        let folder = compound.chain(u32_at(bytes, 0x30)?, MAX_UNPACKED)?;
        for entry in folder.chunks_exact(128) {
            compound.entry(entry)?;
        }
        Some(compound)
    }

    /// The sectors that hold the table of sectors.
    fn tables(&self) -> Option<Vec<u32>> {
        let most = self.bytes.len() / self.sector + 1;
        let mut tables: Vec<u32> = (0..109)
            .filter_map(|index| u32_at(self.bytes, 0x4C + index * 4))
            .filter(|sector| *sector < END)
            .collect();
        let mut further = u32_at(self.bytes, 0x44)?;
        let mut followed = 0;
        while further < END && followed < most {
            let mut list = words(self.sector_bytes(further)?);
            further = list.pop()?;
            tables.extend(list.into_iter().filter(|sector| *sector < END));
            followed += 1;
        }
        tables.truncate(most);
        Some(tables)
    }

    fn entry(&mut self, entry: &[u8]) -> Option<()> {
        let length = usize::from(u16_at(entry, 64)?).min(64);
        let letters: Vec<u16> = entry
            .get(..length)?
            .chunks_exact(2)
            .filter_map(|pair| u16_at(pair, 0))
            .take_while(|letter| *letter != 0)
            .collect();
        let name = String::from_utf16_lossy(&letters);
        let first = u32_at(entry, 116)?;
        let size = u64::from(u32_at(entry, 120)?);
        match entry.get(66)? {
            5 => self.mini_stream = self.chain(first, MAX_UNPACKED)?,
            2 => self.streams.push((name, first, size)),
            _ => {}
        }
        Some(())
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.streams
            .iter()
            .any(|(known, _, _)| known.eq_ignore_ascii_case(name))
    }

    /// The bytes of a stream.
    pub(super) fn stream(&self, name: &str) -> Result<Option<Vec<u8>>, TableFault> {
        let Some((_, first, size)) = self
            .streams
            .iter()
            .find(|(known, _, _)| known.eq_ignore_ascii_case(name))
        else {
            return Ok(None);
        };
        let size = usize::try_from(*size).map_err(|_| TableFault::TooLarge)?;
        if size > MAX_UNPACKED {
            return Err(TableFault::TooLarge);
        }
        let mut stream = if (size as u64) < self.mini_below {
            self.mini_chain(*first, size)
        } else {
            self.chain(*first, size)
        }
        .ok_or_else(|| TableFault::damaged(PART))?;
        if stream.len() < size {
            return Err(TableFault::damaged(PART));
        }
        stream.truncate(size);
        Ok(Some(stream))
    }

    fn sector_bytes(&self, sector: u32) -> Option<&'a [u8]> {
        let from = (sector as usize).checked_add(1)?.checked_mul(self.sector)?;
        let to = from.checked_add(self.sector)?.min(self.bytes.len());
        // The last sector of a file may be cut short by the program that wrote it.
        self.bytes.get(from..to).filter(|bytes| !bytes.is_empty())
    }

    fn chain(&self, first: u32, most: usize) -> Option<Vec<u8>> {
        let mut out = Vec::new();
        let mut sector = first;
        while sector < END && out.len() < most {
            out.extend_from_slice(self.sector_bytes(sector)?);
            sector = *self.next.get(sector as usize)?;
            if out.len() > self.bytes.len() + self.sector {
                return None;
            }
        }
        Some(out)
    }

    fn mini_chain(&self, first: u32, most: usize) -> Option<Vec<u8>> {
        let mut out = Vec::new();
        let mut sector = first;
        while sector < END && out.len() < most {
            let from = (sector as usize).checked_mul(self.mini_sector)?;
            let to = from
                .checked_add(self.mini_sector)?
                .min(self.mini_stream.len());
            out.extend_from_slice(self.mini_stream.get(from..to).filter(|b| !b.is_empty())?);
            sector = *self.mini_next.get(sector as usize)?;
        }
        Some(out)
    }
}

fn words(bytes: &[u8]) -> Vec<u32> {
    bytes
        .chunks_exact(4)
        .filter_map(|word| u32_at(word, 0))
        .collect()
}
