//! Workbooks as Excel wrote them from 1997 to 2003. Reads the list of sheets, the shared texts, fonts and number formats,
//! and the cells; formulas are known by their results only. Knows nothing of what the cells mean.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::super::old_letters::{self, OldLetters};
use super::biff::{BiffRecord, Records, kind};
use super::biff_text::Pieces;
use super::compound::{Compound, f64_at, u16_at, u32_at};
use super::number_format::{self, ShownAs};
use super::xlsx::shown;
use super::{Area, Budget, MAX_CELLS, MAX_MERGES, ReadValue, TableFault, TableSheet, Workbook};

const PART: &str = "Workbook";

/// The version that is read, as a workbook states it.
const VERSION: u16 = 0x0600;

#[derive(Debug, Default)]
struct Globals {
    sheets: Vec<(String, bool, usize)>,
    fonts: Vec<Option<OldLetters>>,
    formats: BTreeMap<u32, ShownAs>,
    styles: Vec<(u16, u16)>,
    texts: Vec<(Rc<str>, Option<OldLetters>)>,
    from_1904: bool,
}

pub(super) fn read(bytes: &[u8]) -> Result<Workbook, TableFault> {
    let compound = Compound::open(bytes)?;
    if compound.has("EncryptedPackage") {
        return Err(TableFault::Protected);
    }
    let Some(stream) = compound.stream(PART)? else {
        return Err(if compound.has("Book") {
            TableFault::TooOld
        } else {
            // A text document of old, a message, a picture.
            TableFault::NotATable
        });
    };
    let globals = globals(&stream)?;
    let mut budget = Budget::new();
    let mut sheets = Vec::new();
    for (name, hidden, at) in &globals.sheets {
        let mut sheet = TableSheet::new(name.clone(), *hidden);
        cells(&stream, *at, &globals, &mut sheet, &mut budget)?;
        sheets.push(sheet.finish());
    }
    Ok(Workbook {
        sheets,
        counts_from_1904: globals.from_1904,
    })
}

fn damaged() -> TableFault {
    TableFault::damaged(PART)
}

fn globals(stream: &[u8]) -> Result<Globals, TableFault> {
    let mut globals = Globals::default();
    let mut records = Records::from(stream, 0);
    let begin = records.next().ok_or_else(damaged)?;
    if begin.kind != kind::BEGIN {
        return Err(damaged());
    }
    if u16_at(begin.data, 0) != Some(VERSION) {
        return Err(TableFault::TooOld);
    }
    while let Some(record) = records.next() {
        match record.kind {
            kind::END => return Ok(globals),
            kind::FILE_PASS => return Err(TableFault::Protected),
            kind::TEXTS => {
                let mut pieces = vec![record.data];
                pieces.extend(records.continued());
                globals.texts(pieces)?;
            }
            _ => globals.note(&record).ok_or_else(damaged)?,
        }
    }
    Err(damaged())
}

impl Globals {
    fn note(&mut self, record: &BiffRecord<'_>) -> Option<()> {
        let data = record.data;
        match record.kind {
            kind::DATE_MODE => self.from_1904 = u16_at(data, 0)? == 1,
            kind::SHEET => {
                let at = u32_at(data, 0)? as usize;
                let hidden = data.get(4)? & 3 != 0;
                let name = Pieces::of(vec![data.get(6..)?]).short_text()?;
                // Charts and old macros have no cells for us.
                if *data.get(5)? == 0 && self.sheets.len() < 1000 {
                    self.sheets
                        .push((crate::domain::text::clean_line(&name), hidden, at));
                }
            }
            kind::FONT => {
                let name = Pieces::of(vec![data.get(14..)?]).short_text()?;
                self.fonts.push(old_letters::of_font(&name));
            }
            kind::FORMAT => {
                let id = u32::from(u16_at(data, 0)?);
                let (format, _) = Pieces::of(vec![data.get(2..)?]).text()?;
                self.formats.insert(id, number_format::written(&format));
            }
            kind::STYLE => self.styles.push((u16_at(data, 0)?, u16_at(data, 2)?)),
            _ => {}
        }
        Some(())
    }

    fn texts(&mut self, pieces: Vec<&[u8]>) -> Result<(), TableFault> {
        let mut pieces = Pieces::of(pieces);
        let count = pieces
            .u32()
            .and_then(|_| pieces.u32())
            .ok_or_else(damaged)?;
        if count as usize > MAX_CELLS {
            return Err(TableFault::TooLarge);
        }
        for _ in 0..count {
            let (text, font) = pieces.text().ok_or_else(damaged)?;
            let letters = font.and_then(|font| self.letters_of(font));
            self.texts.push((text.into(), letters));
        }
        Ok(())
    }

    /// There is no font 4, and those behind it are counted on.
    fn letters_of(&self, font: u16) -> Option<OldLetters> {
        let index = if font > 4 { font - 1 } else { font };
        self.fonts.get(usize::from(index)).copied().flatten()
    }

    fn style(&self, index: u16) -> (ShownAs, Option<OldLetters>) {
        let (font, format) = self
            .styles
            .get(usize::from(index))
            .copied()
            .unwrap_or_default();
        let format = u32::from(format);
        let shown = self
            .formats
            .get(&format)
            .copied()
            .unwrap_or_else(|| number_format::built_in(format));
        (shown, self.letters_of(font))
    }

    fn number(&self, number: f64, style: u16) -> ReadValue {
        shown(number, self.style(style).0, self.from_1904)
    }
}

/// Reads the cells of the sheet that begins at a place of the stream.
fn cells(
    stream: &[u8],
    at: usize,
    globals: &Globals,
    sheet: &mut TableSheet,
    budget: &mut Budget,
) -> Result<(), TableFault> {
    let mut records = Records::from(stream, at);
    if records
        .next()
        .is_none_or(|record| record.kind != kind::BEGIN)
    {
        return Err(damaged());
    }
    // Charts inside a sheet begin and end like one.
    let mut depth = 1_usize;
    let mut formula: Option<(u32, u32, u16)> = None;
    while let Some(record) = records.next() {
        match record.kind {
            kind::BEGIN => depth += 1,
            kind::END => {
                depth -= 1;
                if depth == 0 {
                    return Ok(());
                }
            }
            _ if depth > 1 => {}
            kind::FORMULA_TEXT => {
                let mut pieces = vec![record.data];
                pieces.extend(records.continued());
                let (text, _) = Pieces::of(pieces).text().ok_or_else(damaged)?;
                if let Some((row, column, style)) = formula.take() {
                    let letters = globals.style(style).1;
                    sheet.put((row, column), text_value(&text), letters, budget)?;
                }
            }
            _ => {
                for (place, value, letters) in
                    found(&record, globals, sheet, &mut formula).ok_or_else(damaged)?
                {
                    sheet.put(place, value, letters, budget)?;
                }
            }
        }
    }
    Err(damaged())
}

type FoundCell = ((u32, u32), Option<ReadValue>, Option<OldLetters>);

/// The cells that one record holds.
fn found(
    record: &BiffRecord<'_>,
    globals: &Globals,
    sheet: &mut TableSheet,
    formula: &mut Option<(u32, u32, u16)>,
) -> Option<Vec<FoundCell>> {
    let data = record.data;
    let place = || Some((u32::from(u16_at(data, 0)?), u32::from(u16_at(data, 2)?)));
    let style = || u16_at(data, 4);
    Some(match record.kind {
        kind::ROW => {
            let row = u32::from(u16_at(data, 0)?);
            if u32_at(data, 12)? & 0x20 != 0 {
                sheet.hidden_rows.insert(row);
            }
            Vec::new()
        }
        kind::COLUMNS => {
            let (first, last) = (u16_at(data, 0)?, u16_at(data, 2)?);
            let is_drawn_together = u16_at(data, 4)? == 0;
            if is_drawn_together || u16_at(data, 8)? & 1 != 0 {
                sheet.hide_columns(first.into(), last.into());
            }
            Vec::new()
        }
        kind::MERGED => {
            merged(data, sheet)?;
            Vec::new()
        }
        kind::SHARED => {
            let (text, letters) = globals.texts.get(u32_at(data, 6)? as usize)?;
            let letters = letters.or(globals.style(style()?).1);
            let value = (!text.trim().is_empty()).then(|| ReadValue::Text(Rc::clone(text)));
            vec![(place()?, value, letters)]
        }
        kind::LABEL => {
            let (text, _) = Pieces::of(vec![data.get(6..)?]).text()?;
            vec![(place()?, text_value(&text), globals.style(style()?).1)]
        }
        kind::NUMBER => {
            let value = globals.number(f64_at(data, 6)?, style()?);
            vec![(place()?, Some(value), None)]
        }
        kind::SHORT_NUMBER => {
            let value = globals.number(short_number(u32_at(data, 6)?), style()?);
            vec![(place()?, Some(value), None)]
        }
        kind::SHORT_NUMBERS => short_numbers(data, globals)?,
        kind::TRUTH_OR_ERROR => {
            let value = truth_or_error(*data.get(6)?, *data.get(7)? != 0);
            vec![(place()?, Some(value), None)]
        }
        kind::FORMULA => {
            let (row, column) = place()?;
            let result = data.get(6..14)?;
            let value = match (u16_at(result, 6)?, *result.first()?) {
                (0xFFFF, 0) => {
                    *formula = Some((row, column, style()?));
                    None
                }
                (0xFFFF, 1) => Some(truth_or_error(*result.get(2)?, false)),
                (0xFFFF, 2) => Some(truth_or_error(*result.get(2)?, true)),
                (0xFFFF, _) => None,
                _ => Some(globals.number(f64_at(result, 0)?, style()?)),
            };
            vec![((row, column), value, None)]
        }
        _ => Vec::new(),
    })
}

fn short_numbers(data: &[u8], globals: &Globals) -> Option<Vec<FoundCell>> {
    let row = u32::from(u16_at(data, 0)?);
    let first = u32::from(u16_at(data, 2)?);
    let inner = data.get(4..data.len().checked_sub(2)?)?;
    Some(
        (first..)
            .zip(inner.chunks_exact(6))
            .filter_map(|(column, entry)| {
                let value = globals.number(short_number(u32_at(entry, 2)?), u16_at(entry, 0)?);
                Some(((row, column), Some(value), None))
            })
            .collect(),
    )
}

fn merged(data: &[u8], sheet: &mut TableSheet) -> Option<()> {
    for area in data.get(2..)?.chunks_exact(8) {
        let at = |index: usize| u16_at(area, index * 2).map(u32::from);
        let (top, bottom, left, right) = (at(0)?, at(1)?, at(2)?, at(3)?);
        if sheet.merged.len() >= MAX_MERGES || bottom < top || right < left {
            return None;
        }
        sheet.merged.push(Area {
            top,
            left,
            bottom,
            right,
        });
    }
    Some(())
}

/// A number in four bytes: a whole one, or the upper half of a long one, perhaps in hundredths.
fn short_number(bits: u32) -> f64 {
    let number = if bits & 2 == 0 {
        f64::from_bits(u64::from(bits & 0xFFFF_FFFC) << 32)
    } else {
        f64::from(bits.cast_signed() >> 2)
    };
    if bits & 1 == 0 {
        number
    } else {
        number / 100.0
    }
}

fn truth_or_error(value: u8, is_error: bool) -> ReadValue {
    if !is_error {
        return ReadValue::Truth(value != 0);
    }
    ReadValue::Error(
        match value {
            0x00 => "#NULL!",
            0x07 => "#DIV/0!",
            0x0F => "#VALUE!",
            0x17 => "#REF!",
            0x1D => "#NAME?",
            0x24 => "#NUM!",
            _ => "#N/A",
        }
        .into(),
    )
}

fn text_value(text: &str) -> Option<ReadValue> {
    (!text.trim().is_empty()).then(|| ReadValue::Text(text.into()))
}
