//! Workbooks as Excel has written them since 2007. Reads the list of sheets, the shared texts, fonts and number formats,
//! and the cells; formulas are known by their results only. Knows nothing of what the cells mean.

#![expect(
    clippy::match_same_arms,
    reason = "the arms are the steps of a stream, in their order"
)]

use std::collections::BTreeMap;
use std::rc::Rc;

use super::super::old_letters::OldLetters;
use super::number_format::ShownAs;
use super::unpack::Archive;
use super::xlsx_parts::{CellStyle, Shared, rich_text, shared, styles, unescaped};
use super::xml::{Element, Node, Xml};
use super::{
    Area, Budget, MAX_CELLS, MAX_COLUMN, MAX_MERGES, MAX_ROW, ReadValue, TableFault, TableSheet,
    Workbook, of_serial,
};

struct Context {
    shared: Vec<Shared>,
    styles: Vec<CellStyle>,
    from_1904: bool,
}

pub(super) fn read(archive: &mut Archive<'_>) -> Result<Workbook, TableFault> {
    let main = main_part(archive)?;
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
    let targets = relations(archive, &main)?;
    let text = archive
        .text(&main)?
        .ok_or_else(|| TableFault::damaged(&main))?;
    let (listed, from_1904) = listed(&text, &main)?;
    if listed.is_empty() {
        return Err(TableFault::damaged(&main));
    }
    drop(text);
    let part = |kind: &str| {
        targets
            .values()
            .find(|(of, _)| of.ends_with(kind))
            .map(|(_, target)| inside(folder, target))
    };
    let styles = match part("/styles") {
        Some(part) => styles(archive, &part)?,
        None => Vec::new(),
    };
    let shared = match part("/sharedStrings") {
        Some(part) => shared(archive, &part)?,
        None => Vec::new(),
    };
    let context = Context {
        shared,
        styles,
        from_1904,
    };
    let mut budget = Budget::new();
    let mut sheets = Vec::new();
    for (name, hidden, id) in listed {
        let Some((kind, target)) = targets.get(&id) else {
            continue;
        };
        // Sheets that hold a chart or an old macro have no cells.
        if !kind.ends_with("/worksheet") {
            continue;
        }
        let part = inside(folder, target);
        let Some(text) = archive.text(&part)? else {
            return Err(TableFault::damaged(&part));
        };
        let mut sheet = TableSheet::new(name, hidden);
        cells(&text, &part, &context, &mut sheet, &mut budget)?;
        sheets.push(sheet.finish());
    }
    Ok(Workbook {
        sheets,
        counts_from_1904: from_1904,
    })
}

/// The part that lists the sheets, as the package itself says.
fn main_part(archive: &mut Archive<'_>) -> Result<String, TableFault> {
    let named = relations(archive, "")?
        .into_values()
        .find(|(kind, _)| kind.ends_with("/officeDocument"))
        .map(|(_, target)| inside("", &target));
    let main = named.unwrap_or_else(|| "xl/workbook.xml".to_owned());
    if archive.has(&main) && main.rsplit('.').next() != Some("bin") {
        return Ok(main);
    }
    let is_office = archive.names().any(|name| name == "[content_types].xml");
    Err(if is_office {
        // A text document, a presentation, a binary workbook.
        TableFault::NotATable
    } else {
        TableFault::damaged(&main)
    })
}

/// What a part refers to, by id: kind and target.
fn relations(
    archive: &mut Archive<'_>,
    part: &str,
) -> Result<BTreeMap<String, (String, String)>, TableFault> {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let file = inside(folder, &format!("_rels/{name}.rels"));
    let mut targets = BTreeMap::new();
    let Some(text) = archive.text(&file)? else {
        return Ok(targets);
    };
    let mut xml = Xml::of(&text, &file);
    while let Some(node) = xml.next()? {
        if let Node::Open(element) = node
            && element.is("Relationship")
            && let (Some(id), Some(kind), Some(target)) = (
                element.attribute("Id"),
                element.attribute("Type"),
                element.attribute("Target"),
            )
        {
            targets.insert(id, (kind, target));
        }
    }
    Ok(targets)
}

/// A target seen from its folder; one with a slash in front is seen from the whole.
fn inside(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    if let Some(whole) = target.strip_prefix('/') {
        return whole.to_owned();
    }
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// Name, whether it is hidden, id of the part.
type ListedSheet = (String, bool, String);

/// The sheets by name, whether each is hidden, and the id of its part; whether days count from 1904.
fn listed(text: &str, part: &str) -> Result<(Vec<ListedSheet>, bool), TableFault> {
    let mut sheets = Vec::new();
    let mut from_1904 = false;
    let mut xml = Xml::of(text, part);
    while let Some(node) = xml.next()? {
        let Node::Open(element) = node else { continue };
        if element.is("workbookPr") {
            from_1904 = element.is_on("date1904");
        } else if element.is("sheet") {
            let hidden = element
                .attribute("state")
                .is_some_and(|state| state.to_ascii_lowercase().contains("hidden"));
            if let (Some(name), Some(id)) = (element.attribute("name"), relation_id(&element)) {
                sheets.push((crate::domain::text::clean_line(&name), hidden, id));
            }
        }
    }
    Ok((sheets, from_1904))
}

/// `r:id` without its prefix is `id`; `sheetId` is another thing.
fn relation_id(element: &Element<'_>) -> Option<String> {
    element.attribute("id")
}

/// Reads the cells of one sheet.
fn cells(
    text: &str,
    part: &str,
    context: &Context,
    sheet: &mut TableSheet,
    budget: &mut Budget,
) -> Result<(), TableFault> {
    let mut xml = Xml::of(text, part);
    let (mut row, mut column) = (0_u32, 0_u32);
    let mut next_row = 0_u32;
    while let Some(node) = xml.next()? {
        let Node::Open(element) = node else { continue };
        if element.is("row") {
            row = match element.number("r") {
                Some(number) => number.saturating_sub(1),
                None => next_row,
            };
            next_row = row.saturating_add(1);
            column = 0;
            if is_folded_away(&element, "ht") && sheet.hidden_rows.len() < MAX_CELLS {
                sheet.hidden_rows.insert(row);
            }
        } else if element.is("col") {
            if is_folded_away(&element, "width")
                && let (Some(first), Some(last)) = (element.number("min"), element.number("max"))
            {
                sheet.hide_columns(first.saturating_sub(1), last.saturating_sub(1));
            }
        } else if element.is("c") {
            if let Some(place) = element.attribute("r") {
                let (at_row, at_column) =
                    place_of(&place).ok_or_else(|| TableFault::damaged(part))?;
                (row, column) = (at_row, at_column);
            }
            if row > MAX_ROW || column > MAX_COLUMN {
                return Err(TableFault::damaged(part));
            }
            if let Some((value, letters)) = cell(&mut xml, &element, context, part)? {
                sheet.put((row, column), Some(value), letters, budget)?;
            }
            column = column.saturating_add(1);
        } else if element.is("mergeCell")
            && let Some(area) = element.attribute("ref").as_deref().and_then(area_of)
        {
            if sheet.merged.len() >= MAX_MERGES {
                return Err(TableFault::TooLarge);
            }
            sheet.merged.push(area);
        }
    }
    Ok(())
}

/// Whether a row or a column is hidden, or drawn together to nothing.
fn is_folded_away(element: &Element<'_>, size: &str) -> bool {
    element.is_on("hidden")
        || element
            .attribute(size)
            .is_some_and(|size| size.trim().parse() == Ok(0.0))
}

/// The value of the cell that has just opened.
fn cell(
    xml: &mut Xml<'_>,
    element: &Element<'_>,
    context: &Context,
    part: &str,
) -> Result<Option<(ReadValue, Option<OldLetters>)>, TableFault> {
    let kind = element.attribute("t").unwrap_or_default();
    let style = element
        .number("s")
        .and_then(|index| context.styles.get(index as usize))
        .copied()
        .unwrap_or_default();
    let mut raw: Option<String> = None;
    let mut is_formula = false;
    let mut inline = None;
    let mut in_value = false;
    loop {
        match xml.next()? {
            Some(Node::Open(inner)) => match inner.name().as_str() {
                "v" => {
                    in_value = true;
                    raw.get_or_insert_default();
                }
                "f" => is_formula = true,
                "is" => inline = Some(rich_text(xml, "is", part)?),
                _ => {}
            },
            Some(Node::Text(piece)) if in_value => raw.get_or_insert_default().push_str(&piece),
            Some(Node::Text(_)) => {}
            Some(Node::Close(name)) if name == "v" => in_value = false,
            Some(Node::Close(name)) if name == "c" => break,
            Some(Node::Close(_)) => {}
            None => return Err(TableFault::damaged(part)),
        }
    }
    if let Some(Shared { text, letters }) = inline {
        let letters = letters.or(style.letters);
        return Ok(is_text(&text).then_some((ReadValue::Text(text), letters)));
    }
    let Some(raw) = raw.filter(|raw| !raw.is_empty()) else {
        // A formula that is empty text has its value, an empty one; without any it was never computed.
        let uncomputed = is_formula && kind != "str";
        return Ok(uncomputed.then_some((ReadValue::Uncomputed, None)));
    };
    Ok(valued(&kind, raw, style, context))
}

fn is_text(text: &str) -> bool {
    !text.trim().is_empty()
}

fn valued(
    kind: &str,
    raw: String,
    style: CellStyle,
    context: &Context,
) -> Option<(ReadValue, Option<OldLetters>)> {
    let letters = style.letters;
    match kind {
        "s" => {
            let index: Option<usize> = raw.trim().parse().ok();
            // A text that the file does not have is no empty cell.
            let Some(shared) = index.and_then(|index| context.shared.get(index)) else {
                return Some((ReadValue::Error(raw.into()), None));
            };
            is_text(&shared.text).then(|| {
                (
                    ReadValue::Text(Rc::clone(&shared.text)),
                    shared.letters.or(letters),
                )
            })
        }
        "str" | "inlineStr" => {
            let text = unescaped(raw);
            is_text(&text).then(|| (ReadValue::Text(text.into()), letters))
        }
        "b" => Some((ReadValue::Truth(raw.trim() == "1"), None)),
        "e" => Some((ReadValue::Error(raw.into()), None)),
        "d" => Some((
            raw.trim()
                .trim_end_matches('Z')
                .parse()
                .map_or_else(|_| ReadValue::Text(raw.as_str().into()), ReadValue::Date),
            None,
        )),
        _ => match raw.trim().parse::<f64>() {
            Ok(number) if number.is_finite() => {
                Some((shown(number, style.shown, context.from_1904), None))
            }
            Ok(_) | Err(_) => is_text(&raw).then(|| (ReadValue::Text(raw.into()), letters)),
        },
    }
}

/// A number as its format shows it.
pub(super) fn shown(number: f64, shown: ShownAs, from_1904: bool) -> ReadValue {
    match shown {
        ShownAs::Plain => ReadValue::Number(number),
        // A time of day that came with a format for days.
        ShownAs::Day if (0.0..1.0).contains(&number) => ReadValue::Time(number),
        ShownAs::Day => {
            of_serial(number, from_1904).map_or(ReadValue::Number(number), ReadValue::Date)
        }
        ShownAs::Time if number >= 1.0 => {
            of_serial(number, from_1904).map_or(ReadValue::Number(number), ReadValue::Date)
        }
        ShownAs::Time => ReadValue::Time(number),
    }
}

/// `B7` as row and column from 0.
fn place_of(name: &str) -> Option<(u32, u32)> {
    let name = name.trim().replace('$', "");
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, number) = name.split_at_checked(digits)?;
    let mut column = 0_u32;
    for letter in letters.chars() {
        let digit = letter.to_ascii_uppercase();
        if !digit.is_ascii_uppercase() {
            return None;
        }
        column = column
            .checked_mul(26)?
            .checked_add(u32::from(digit) - u32::from('A') + 1)?;
    }
    let row: u32 = number.parse().ok()?;
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}

/// `A1:C3`.
fn area_of(name: &str) -> Option<Area> {
    let (from, to) = name.split_once(':')?;
    let ((top, left), (bottom, right)) = (place_of(from)?, place_of(to)?);
    Some(Area {
        top: top.min(bottom),
        left: left.min(right),
        bottom: top.max(bottom),
        right: left.max(right),
    })
}
