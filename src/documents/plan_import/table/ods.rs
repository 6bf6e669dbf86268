//! Workbooks of `LibreOffice` and its kin. Reads the sheets, what is hidden, merged cells, the fonts of
//! styles, and the cells; what is repeated is repeated only where something stands in it. Knows nothing of what the cells
//! mean.

#![expect(
    clippy::match_same_arms,
    reason = "the arms are the steps of a stream, in their order"
)]

use std::collections::BTreeMap;

use super::super::old_letters::{self, OldLetters};
use super::unpack::Archive;
use super::xml::{Element, Node, Xml};
use super::{
    Area, Budget, MAX_COLUMN, MAX_MERGES, MAX_ROW, ReadValue, TableCell, TableFault, TableSheet,
    Workbook,
};

const PART: &str = "content.xml";

/// What the styles of the file say, by name.
#[derive(Debug, Default)]
struct Styles {
    letters: BTreeMap<String, OldLetters>,
    hidden_tables: Vec<String>,
}

pub(super) fn read(archive: &mut Archive<'_>) -> Result<Workbook, TableFault> {
    if let Some(manifest) = archive.text("META-INF/manifest.xml")?
        && manifest.contains("encryption-data")
    {
        return Err(TableFault::Protected);
    }
    if let Some(kind) = archive.text("mimetype")?
        && !kind.trim().contains("spreadsheet")
    {
        return Err(TableFault::NotATable);
    }
    let mut styles = Styles::default();
    if let Some(text) = archive.text("styles.xml")? {
        of_styles(&text, "styles.xml", &mut styles)?;
    }
    let text = archive
        .text(PART)?
        .ok_or_else(|| TableFault::damaged(PART))?;
    of_styles(&text, PART, &mut styles)?;
    let mut reading = OdsReading {
        styles,
        budget: Budget::new(),
        row: 0,
    };
    let mut sheets = Vec::new();
    let mut xml = Xml::of(&text, PART);
    while let Some(node) = xml.next()? {
        if let Node::Open(element) = node
            && element.is("table")
        {
            sheets.push(reading.table(&mut xml, &element)?);
        }
    }
    if sheets.is_empty() {
        return Err(TableFault::NotATable);
    }
    Ok(Workbook {
        sheets,
        counts_from_1904: false,
    })
}

/// The styles that a part defines; reading ends where its tables begin.
fn of_styles(text: &str, part: &str, styles: &mut Styles) -> Result<(), TableFault> {
    // Fonts may be named by a name of the file's own.
    let mut faces: BTreeMap<String, String> = BTreeMap::new();
    let mut present = String::new();
    let mut xml = Xml::of(text, part);
    while let Some(node) = xml.next()? {
        let Node::Open(element) = node else { continue };
        match element.name().as_str() {
            "body" => break,
            "font-face" => {
                if let (Some(name), Some(family)) =
                    (element.attribute("name"), element.attribute("font-family"))
                {
                    faces.insert(name, family);
                }
            }
            "style" => {
                present = element.attribute("name").unwrap_or_default();
                let parent = element
                    .attribute("parent-style-name")
                    .and_then(|parent| styles.letters.get(&parent).copied());
                if let Some(letters) = parent {
                    styles.letters.insert(present.clone(), letters);
                }
            }
            "text-properties" => {
                let font = element.attribute("font-family").or_else(|| {
                    let name = element.attribute("font-name")?;
                    Some(faces.get(&name).cloned().unwrap_or(name))
                });
                if let Some(letters) = font.as_deref().and_then(old_letters::of_font) {
                    styles.letters.insert(present.clone(), letters);
                }
            }
            "table-properties" if element.attribute("display").as_deref() == Some("false") => {
                styles.hidden_tables.push(present.clone());
            }
            _ => {}
        }
    }
    Ok(())
}

struct OdsReading {
    styles: Styles,
    budget: Budget,
    row: u32,
}

/// How often the same thing follows itself.
fn times(element: &Element<'_>, attribute: &str) -> u32 {
    element.number(attribute).unwrap_or(1).max(1)
}

/// Whether a row or a column is hidden.
fn is_folded_away(element: &Element<'_>) -> bool {
    element
        .attribute("visibility")
        .is_some_and(|visibility| visibility != "visible")
}

impl OdsReading {
    fn table(
        &mut self,
        xml: &mut Xml<'_>,
        element: &Element<'_>,
    ) -> Result<TableSheet, TableFault> {
        let name = crate::domain::text::clean_line(&element.attribute("name").unwrap_or_default());
        let hidden = element
            .attribute("style-name")
            .is_some_and(|style| self.styles.hidden_tables.contains(&style));
        let mut sheet = TableSheet::new(name, hidden);
        self.row = 0;
        let mut column = 0_u32;
        loop {
            match xml.next()? {
                Some(Node::Open(inner)) => match inner.name().as_str() {
                    "table-row" => self.row(xml, &inner, &mut sheet)?,
                    "table-column" => {
                        let next = column.saturating_add(times(&inner, "number-columns-repeated"));
                        if is_folded_away(&inner) {
                            sheet.hide_columns(column, next - 1);
                        }
                        column = next;
                    }
                    // A picture, a chart's own table, a comment, a database range.
                    "shapes" | "forms" | "annotation" | "named-expressions" | "table" => {
                        xml.skip()?;
                    }
                    _ => {}
                },
                Some(Node::Close(name)) if name == "table" => break,
                Some(Node::Close(_) | Node::Text(_)) => {}
                None => return Err(TableFault::damaged(PART)),
            }
        }
        Ok(sheet.finish())
    }

    fn row(
        &mut self,
        xml: &mut Xml<'_>,
        element: &Element<'_>,
        sheet: &mut TableSheet,
    ) -> Result<(), TableFault> {
        let repeated = times(element, "number-rows-repeated");
        let hidden = is_folded_away(element);
        let first = sheet.cells.len();
        let mut column = 0_u32;
        loop {
            match xml.next()? {
                Some(Node::Open(inner)) => match inner.name().as_str() {
                    "table-cell" => self.cell(xml, &inner, &mut column, sheet)?,
                    "covered-table-cell" => {
                        column = column.saturating_add(times(&inner, "number-columns-repeated"));
                        xml.skip()?;
                    }
                    _ => xml.skip()?,
                },
                Some(Node::Close(name)) if name == "table-row" => break,
                Some(Node::Close(_) | Node::Text(_)) => {}
                None => return Err(TableFault::damaged(PART)),
            }
        }
        let added: Vec<TableCell> = sheet.cells.iter().skip(first).cloned().collect();
        let rows = if added.is_empty() { 1 } else { repeated };
        for more in 0..rows {
            let row = self.row.saturating_add(more);
            if !added.is_empty() && row > MAX_ROW {
                return Err(TableFault::damaged(PART));
            }
            if hidden && !added.is_empty() {
                sheet.hidden_rows.insert(row);
            }
            if more > 0 {
                for cell in &added {
                    self.budget.pay(&cell.value)?;
                    sheet.cells.push(TableCell {
                        row,
                        ..cell.clone()
                    });
                }
            }
        }
        self.row = self.row.saturating_add(repeated);
        Ok(())
    }

    fn cell(
        &mut self,
        xml: &mut Xml<'_>,
        element: &Element<'_>,
        column: &mut u32,
        sheet: &mut TableSheet,
    ) -> Result<(), TableFault> {
        let repeated = times(element, "number-columns-repeated");
        let (wide, high) = (
            times(element, "number-columns-spanned"),
            times(element, "number-rows-spanned"),
        );
        let letters = element
            .attribute("style-name")
            .and_then(|style| self.styles.letters.get(&style).copied());
        let (text, own_letters) = self.text(xml)?;
        let value = valued(element, text);
        let (row, left) = (self.row, *column);
        *column = left.saturating_add(repeated);
        if wide > 1 || high > 1 {
            if sheet.merged.len() >= MAX_MERGES {
                return Err(TableFault::TooLarge);
            }
            sheet.merged.push(Area {
                top: row,
                left,
                bottom: row.saturating_add(high - 1),
                right: left.saturating_add(wide - 1),
            });
        }
        let Some(value) = value else { return Ok(()) };
        for more in 0..repeated {
            let column = left.saturating_add(more);
            if column > MAX_COLUMN {
                return Err(TableFault::damaged(PART));
            }
            let letters = own_letters.or(letters);
            sheet.put(
                (row, column),
                Some(value.clone()),
                letters,
                &mut self.budget,
            )?;
        }
        Ok(())
    }

    /// The paragraphs of the cell that has just opened, one under the other.
    fn text(&self, xml: &mut Xml<'_>) -> Result<(String, Option<OldLetters>), TableFault> {
        let mut text = String::new();
        let mut letters = None;
        let mut paragraphs = 0_usize;
        let mut in_paragraph = false;
        loop {
            match xml.next()? {
                Some(Node::Open(inner)) => match inner.name().as_str() {
                    "p" => {
                        if paragraphs > 0 {
                            text.push('\n');
                        }
                        paragraphs += 1;
                        in_paragraph = true;
                    }
                    "s" => {
                        let blanks = inner.number("c").unwrap_or(1).min(1000);
                        text.extend(std::iter::repeat_n(' ', blanks as usize));
                    }
                    "tab" => text.push('\t'),
                    "line-break" => text.push('\n'),
                    "span" => {
                        letters = letters.or_else(|| {
                            let style = inner.attribute("style-name")?;
                            self.styles.letters.get(&style).copied()
                        });
                    }
                    "annotation" | "object" | "frame" | "table" => xml.skip()?,
                    _ => {}
                },
                Some(Node::Text(piece)) if in_paragraph => text.push_str(&piece),
                Some(Node::Text(_)) => {}
                Some(Node::Close(name)) if name == "p" => in_paragraph = false,
                Some(Node::Close(name)) if name == "table-cell" => break,
                Some(Node::Close(_)) => {}
                None => return Err(TableFault::damaged(PART)),
            }
        }
        Ok((text, letters))
    }
}

fn valued(element: &Element<'_>, text: String) -> Option<ReadValue> {
    let number = || {
        element
            .attribute("value")
            .and_then(|value| value.trim().parse::<f64>().ok())
            .filter(|number| number.is_finite())
    };
    // Two attributes are called value-type; that of LibreOffice's own tells errors.
    let is_error = element.is_error();
    let as_text = |text: String| (!text.trim().is_empty()).then(|| ReadValue::Text(text.into()));
    match element.attribute("value-type").as_deref() {
        _ if is_error => Some(ReadValue::Error(text.trim().into())),
        Some("float" | "percentage" | "currency") => number().map(ReadValue::Number),
        Some("date") => element
            .attribute("date-value")
            .and_then(|value| day(&value))
            .map_or_else(|| as_text(text), |at| Some(ReadValue::Date(at))),
        Some("time") => element
            .attribute("time-value")
            .and_then(|value| length(&value))
            .map_or_else(|| as_text(text), |part| Some(ReadValue::Time(part))),
        Some("boolean") => Some(ReadValue::Truth(element.is_on("boolean-value"))),
        Some(_) => {
            let own = element
                .attribute("string-value")
                .filter(|own| !own.is_empty());
            as_text(own.unwrap_or(text))
        }
        None if element.attribute("formula").is_some() && text.trim().is_empty() => {
            Some(ReadValue::Uncomputed)
        }
        None => as_text(text),
    }
}

/// `2026-11-20` or `2026-11-20T08:00:00`.
fn day(value: &str) -> Option<chrono::NaiveDateTime> {
    let value = value.trim();
    value.parse().ok().or_else(|| {
        let day: chrono::NaiveDate = value.parse().ok()?;
        day.and_hms_opt(0, 0, 0)
    })
}

/// `PT08H30M00S` as part of a day.
fn length(value: &str) -> Option<f64> {
    let rest = value.trim().strip_prefix("PT")?;
    let (hours, rest) = rest.split_once('H')?;
    let (minutes, rest) = rest.split_once('M').unwrap_or(("0", rest));
    let seconds = rest.trim_end_matches('S').replace(',', ".");
    let hours: f64 = hours.parse().ok()?;
    let minutes: f64 = minutes.parse().ok()?;
    let seconds: f64 = if seconds.is_empty() {
        0.0
    } else {
        seconds.parse().ok()?
    };
    Some((hours * 3600.0 + minutes * 60.0 + seconds) / 86_400.0).filter(|part| part.is_finite())
}
