//! Text with separators, in whichever of the encodings that the programs of the last thirty years have written it in. Knows
//! nothing of what the columns mean.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1258};

use super::super::old_letters;
use super::{Budget, MAX_COLUMN, MAX_ROW, ReadValue, TableFault, TableSheet};

/// What may stand between two cells, the likeliest first.
const SEPARATORS: [u8; 4] = [b';', b',', b'\t', b'|'];

/// So many lines tell what the separator is.
const LINES_JUDGED: usize = 30;

/// The one sheet of a text.
///
/// # Errors
/// When the bytes are no text, or too much of it.
pub fn read(bytes: &[u8], name: &str) -> Result<TableSheet, TableFault> {
    let text = decoded(bytes)?;
    let (text, separator) = match named_separator(&text) {
        Some((rest, separator)) => (rest, separator),
        None => (&*text, likeliest_separator(&text)),
    };
    bounded(text, separator)?;
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes());
    let mut sheet = TableSheet::new(name.to_owned(), false);
    let mut budget = Budget::new();
    let mut record = csv::StringRecord::new();
    // Counted in lines of the table, as a spreadsheet that opens the text counts its rows; a blank line is a row.
    let mut row = 0_u32;
    let mut begin = 0_usize;
    loop {
        let more = reader
            .read_record(&mut record)
            .map_err(|_| TableFault::damaged("csv"))?;
        if !more {
            break;
        }
        let blank = text
            .get(begin..)
            .unwrap_or_default()
            .bytes()
            .take_while(|byte| matches!(byte, b'\n' | b'\r'))
            .filter(|byte| *byte == b'\n')
            .count();
        row = row.saturating_add(u32::try_from(blank).unwrap_or(0));
        begin = usize::try_from(reader.position().byte()).unwrap_or(begin);
        if row > MAX_ROW {
            return Err(TableFault::TooLarge);
        }
        for (column, field) in (0_u32..).zip(&record) {
            if column > MAX_COLUMN {
                return Err(TableFault::TooLarge);
            }
            if field.trim().is_empty() {
                continue;
            }
            let value = ReadValue::Text(field.into());
            sheet.put((row, column), Some(value), None, &mut budget)?;
        }
        row = row.saturating_add(1);
    }
    Ok(sheet.finish())
}

/// No cell of a spreadsheet holds so many bytes; a quote that nobody closed makes one of the rest of a file.
const MAX_CELL: usize = 1024 * 1024;

/// Whether the rows can be read one by one: a row is kept whole while it is read, so it must not have more cells than any
/// spreadsheet, nor a cell without end.
fn bounded(text: &str, separator: u8) -> Result<(), TableFault> {
    let (mut columns, mut is_new) = (0_u32, true);
    let mut quoted: Option<usize> = None;
    for (at, byte) in text.bytes().enumerate() {
        if let Some(from) = quoted {
            if byte == b'"' {
                quoted = None;
                // Two of them are one inside the cell.
                is_new = true;
            } else if at - from > MAX_CELL {
                return Err(TableFault::damaged("csv"));
            }
        } else if byte == b'"' && is_new {
            quoted = Some(at);
        } else if byte == separator {
            columns += 1;
            is_new = true;
            if columns > MAX_COLUMN {
                return Err(TableFault::TooLarge);
            }
        } else if matches!(byte, b'\n' | b'\r') {
            columns = 0;
            is_new = true;
        } else {
            // A quote inside a cell that has none around it is a letter like any other.
            is_new = false;
        }
    }
    Ok(())
}

/// The text of the bytes. Without a mark it is UTF-8 if it can be, then UTF-16 if every second byte is empty, and else one
/// of the code tables of Windows; which of them is told by whose letters make syllables.
fn decoded(bytes: &[u8]) -> Result<Cow<'_, str>, TableFault> {
    let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or_else(|| (guessed(bytes), 0));
    let bytes = bytes.get(mark..).unwrap_or_default();
    let text = if encoding == WINDOWS_1258 {
        let (western, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
        if old_letters::judge([western.as_ref()].into_iter()).is_some() {
            western
        } else {
            WINDOWS_1258.decode_without_bom_handling(bytes).0
        }
    } else {
        encoding.decode_without_bom_handling(bytes).0
    };
    // Text has tabs and line breaks, and no other signs of control; a picture or a program is full of them.
    let strange = text
        .chars()
        .filter(|c| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{c}' | '\u{b}'))
        .count();
    if strange * 100 > text.chars().count() || text.trim().is_empty() {
        return Err(TableFault::NotATable);
    }
    Ok(text)
}

fn guessed(bytes: &[u8]) -> &'static Encoding {
    if bytes.len() >= 4 && bytes.len().is_multiple_of(2) {
        let empty = |from: usize| {
            bytes
                .iter()
                .skip(from)
                .step_by(2)
                .filter(|b| **b == 0)
                .count()
        };
        let pairs = bytes.len() / 2;
        if empty(1) * 3 > pairs && empty(0) * 10 < pairs {
            return UTF_16LE;
        }
        if empty(0) * 3 > pairs && empty(1) * 10 < pairs {
            return UTF_16BE;
        }
    }
    if str::from_utf8(bytes).is_ok() {
        UTF_8
    } else {
        WINDOWS_1258
    }
}

/// Excel's first line `sep=;`.
fn named_separator(text: &str) -> Option<(&str, u8)> {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let named = first.trim().trim_matches('"');
    let separator = named
        .strip_prefix("sep=")
        .or_else(|| named.strip_prefix("SEP="))?;
    match separator.as_bytes() {
        [one] => Some((rest, *one)),
        [] if first.contains('\t') => Some((rest, b'\t')),
        _ => None,
    }
}

/// The separator that stands outside of quotes most evenly in the first lines.
fn likeliest_separator(text: &str) -> u8 {
    let mut counts = [const { Vec::new() }; SEPARATORS.len()];
    let mut in_quotes = false;
    let mut line = [0_usize; SEPARATORS.len()];
    let mut lines = 0;
    for byte in text.bytes().chain([b'\n']) {
        match byte {
            b'"' => in_quotes = !in_quotes,
            b'\n' if !in_quotes => {
                for (counted, in_line) in counts.iter_mut().zip(&line) {
                    counted.push(*in_line);
                }
                line = [0; SEPARATORS.len()];
                lines += 1;
                if lines == LINES_JUDGED {
                    break;
                }
            }
            byte if !in_quotes => {
                for (in_line, separator) in line.iter_mut().zip(SEPARATORS) {
                    *in_line += usize::from(byte == separator);
                }
            }
            _ => {}
        }
    }
    let judged = counts.iter().zip(SEPARATORS).map(|(counted, separator)| {
        let with = counted.iter().filter(|count| **count > 0);
        // In how many lines it stands as often as it does in most of them.
        let mut best = 0;
        for count in with.clone() {
            best = best.max(counted.iter().filter(|other| *other == count).count());
        }
        (best, with.count(), separator)
    });
    // Of equals the first: a comma also stands in sentences, a semicolon hardly.
    let mut chosen = (0, 0, b',');
    for (best, with, separator) in judged {
        if (best, with) > (chosen.0, chosen.1) {
            chosen = (best, with, separator);
        }
    }
    chosen.2
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
        let sheet = read(bytes, "x").unwrap();
        sheet
            .rows()
            .map(|row| {
                row.iter()
                    .map(|cell| {
                        let ReadValue::Text(text) = &cell.value else {
                            panic!("{:?}", cell.value);
                        };
                        text.to_string()
                    })
                    .collect()
            })
            .collect()
    }

    #[test]
    fn the_separator_is_found_or_read() {
        assert_eq!(rows(b"a;b, c\nd;e"), [["a", "b, c"], ["d", "e"]]);
        assert_eq!(rows(b"a,b\n\"d, x\",e"), [["a", "b"], ["d, x", "e"]]);
        assert_eq!(rows(b"a\tb\nd\te"), [["a", "b"], ["d", "e"]]);
        assert_eq!(rows(b"sep=|\na|b;c"), [["a", "b;c"]]);
    }

    #[test]
    fn every_encoding_gives_the_same_letters() {
        let text = "Họ tên;Thôn\nBà Nguyễn Thị Ước;Nà Hỏi";
        let expected = rows(text.as_bytes());
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(rows(&utf16), expected);
        let marked: Vec<u8> = [0xFF, 0xFE].into_iter().chain(utf16).collect();
        assert_eq!(rows(&marked), expected);
        let big: Vec<u8> = [0xFE, 0xFF]
            .into_iter()
            .chain(text.encode_utf16().flat_map(u16::to_be_bytes))
            .collect();
        assert_eq!(rows(&big), expected);
        // Windows-1258: base letters followed by tones
        let windows = b"H\xf2\xf2 t\xean;Th\xf4n\nB\xe0 Nguy\xea\xden Th\xf2i;N\xe0 Ho\xd2i";
        let read = rows(windows);
        assert_eq!(read[1][0], "Bà Nguyê\u{303}n Th\u{323}i");
    }

    #[test]
    fn rows_are_counted_as_a_spreadsheet_counts_them() {
        let sheet = read(b"a;b\n\n\"two\nlines\";c\nd;e", "x").unwrap();
        let rows: Vec<u32> = sheet.rows().map(|row| row[0].row).collect();
        assert_eq!(rows, [0, 2, 3]);
    }

    #[test]
    fn what_is_no_text_is_said_to_be_none() {
        assert_eq!(
            read(&[0, 1, 2, 3, 255, 254, 7, 9], "x"),
            Err(TableFault::NotATable)
        );
        assert_eq!(read(b"", "x"), Err(TableFault::NotATable));
    }
}
