//! What the cells of a workbook refer to: shared texts, and how numbers and letters are shown. Knows nothing of where the
//! cells stand.

#![expect(
    clippy::match_same_arms,
    reason = "the arms are the steps of a stream, in their order"
)]

use std::collections::BTreeMap;
use std::rc::Rc;

use super::super::old_letters::{self, OldLetters};
use super::number_format::{self, ShownAs};
use super::unpack::Archive;
use super::xml::{Node, Xml};
use super::{MAX_CELLS, TableFault};

/// How one kind of cell is shown.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct CellStyle {
    pub shown: ShownAs,
    pub letters: Option<OldLetters>,
}

/// A text that cells share, with what its own font says.
#[derive(Debug, Clone)]
pub(super) struct Shared {
    pub text: Rc<str>,
    pub letters: Option<OldLetters>,
}

pub(super) fn styles(archive: &mut Archive<'_>, part: &str) -> Result<Vec<CellStyle>, TableFault> {
    let Some(text) = archive.text(part)? else {
        return Ok(Vec::new());
    };
    let mut formats: BTreeMap<u32, ShownAs> = BTreeMap::new();
    let mut fonts: Vec<Option<OldLetters>> = Vec::new();
    let mut styles = Vec::new();
    // Of the lists in this part the one that is open now.
    let mut list = String::new();
    let mut xml = Xml::of(&text, part);
    while let Some(node) = xml.next()? {
        match node {
            Node::Open(element) => match element.name().as_str() {
                name @ ("numFmts" | "fonts" | "cellXfs" | "cellStyleXfs" | "dxfs" | "borders"
                | "fills") => name.clone_into(&mut list),
                "numFmt" if list == "numFmts" => {
                    if let (Some(id), Some(code)) =
                        (element.number("numFmtId"), element.attribute("formatCode"))
                    {
                        formats.insert(id, number_format::written(&code));
                    }
                }
                "font" if list == "fonts" => fonts.push(None),
                "name" if list == "fonts" => {
                    if let (Some(font), Some(name)) = (fonts.last_mut(), element.attribute("val")) {
                        *font = old_letters::of_font(&name);
                    }
                }
                "xf" if list == "cellXfs" => {
                    let format = element.number("numFmtId").unwrap_or(0);
                    let font = element.number("fontId").unwrap_or(0);
                    styles.push(CellStyle {
                        shown: formats
                            .get(&format)
                            .copied()
                            .unwrap_or_else(|| number_format::built_in(format)),
                        letters: fonts.get(font as usize).copied().flatten(),
                    });
                }
                _ => {}
            },
            Node::Close(name) if name == list => list.clear(),
            Node::Close(_) | Node::Text(_) => {}
        }
        if fonts.len() > MAX_CELLS || styles.len() > MAX_CELLS || formats.len() > MAX_CELLS {
            return Err(TableFault::TooLarge);
        }
    }
    Ok(styles)
}

pub(super) fn shared(archive: &mut Archive<'_>, part: &str) -> Result<Vec<Shared>, TableFault> {
    let Some(text) = archive.text(part)? else {
        return Ok(Vec::new());
    };
    let mut shared = Vec::new();
    let mut xml = Xml::of(&text, part);
    while let Some(node) = xml.next()? {
        if let Node::Open(element) = node
            && element.is("si")
        {
            shared.push(rich_text(&mut xml, "si", part)?);
            if shared.len() > MAX_CELLS {
                return Err(TableFault::TooLarge);
            }
        }
    }
    Ok(shared)
}

/// The text of an element that has just opened, in whichever pieces; how it is pronounced is left out.
pub(super) fn rich_text(xml: &mut Xml<'_>, end: &str, part: &str) -> Result<Shared, TableFault> {
    let mut text = String::new();
    let mut letters = None;
    let mut in_text = false;
    loop {
        match xml.next()? {
            Some(Node::Open(element)) => match element.name().as_str() {
                "t" => in_text = true,
                "rFont" => {
                    letters = letters.or(element
                        .attribute("val")
                        .and_then(|name| old_letters::of_font(&name)));
                }
                "rPh" => xml.skip()?,
                _ => {}
            },
            Some(Node::Text(piece)) if in_text => text.push_str(&piece),
            Some(Node::Text(_)) => {}
            Some(Node::Close(name)) if name == "t" => in_text = false,
            Some(Node::Close(name)) if name == end => break,
            Some(Node::Close(_)) => {}
            None => return Err(TableFault::damaged(part)),
        }
    }
    Ok(Shared {
        text: unescaped(text).into(),
        letters,
    })
}

/// Excel writes signs that XML cannot hold as `_x000D_`.
pub(super) fn unescaped(text: String) -> String {
    if !text.contains("_x") {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once("_x") {
        out.push_str(before);
        let sign = after
            .split_at_checked(5)
            .filter(|(code, _)| code.ends_with('_'))
            .and_then(|(code, tail)| {
                let number = u32::from_str_radix(code.trim_end_matches('_'), 16).ok()?;
                char::from_u32(number).map(|sign| (sign, tail))
            });
        if let Some((sign, tail)) = sign {
            out.push(sign);
            rest = tail;
        } else {
            out.push_str("_x");
            rest = after;
        }
    }
    out.push_str(rest);
    out
}
