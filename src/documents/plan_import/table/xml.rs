//! XML as a stream of openings, texts and closings, without namespaces. Knows nothing of what the names mean; nesting of
//! any depth harms nothing, since nobody here calls himself.

use std::borrow::Cow;

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use quick_xml::{XmlVersion, escape};

use super::TableFault;

/// No workbook nests a tenth as deep.
const DEEPEST: usize = 256;

/// One step of the stream.
pub(super) enum Node<'a> {
    Open(Element<'a>),
    Close(String),
    Text(Cow<'a, str>),
}

/// What opened, with what stands in it.
pub(super) struct Element<'a>(BytesStart<'a>);

impl Element<'_> {
    pub(super) fn name(&self) -> String {
        self.0.local_name().as_ref().to_owned()
    }

    pub(super) fn is(&self, name: &str) -> bool {
        self.0.local_name().as_ref() == name
    }

    /// What an attribute says, by its name without prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        self.0
            .attributes()
            .with_checks(false)
            .filter_map(Result::ok)
            .find(|attribute| attribute.key.local_name().as_ref() == name)
            .and_then(|attribute| {
                attribute
                    .normalized_value(XmlVersion::Implicit1_0)
                    .ok()
                    .map(Cow::into_owned)
            })
    }

    /// Whether any attribute, of whichever vocabulary, calls the value an error.
    pub(super) fn is_error(&self) -> bool {
        self.0
            .attributes()
            .with_checks(false)
            .filter_map(Result::ok)
            .any(|attribute| {
                attribute.key.local_name().as_ref() == "value-type"
                    && attribute.value.as_ref() == "error"
            })
    }

    pub(super) fn number(&self, name: &str) -> Option<u32> {
        self.attribute(name)?.trim().parse().ok()
    }

    /// Whether an attribute says yes.
    pub(super) fn is_on(&self, name: &str) -> bool {
        self.attribute(name)
            .is_some_and(|value| matches!(value.trim(), "1" | "true" | "on"))
    }
}

pub(super) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    depth: usize,
    part: &'a str,
}

impl<'a> Xml<'a> {
    pub(super) fn of(text: &'a str, part: &'a str) -> Self {
        let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
        reader.config_mut().expand_empty_elements = true;
        Self {
            reader,
            depth: 0,
            part,
        }
    }

    /// The next step; `None` at the end.
    pub(super) fn next(&mut self) -> Result<Option<Node<'a>>, TableFault> {
        loop {
            let event = self
                .reader
                .read_event()
                .map_err(|_| TableFault::damaged(self.part))?;
            return Ok(Some(match event {
                Event::Start(start) => {
                    self.depth += 1;
                    if self.depth > DEEPEST {
                        return Err(TableFault::damaged(self.part));
                    }
                    Node::Open(Element(start))
                }
                Event::End(end) => {
                    self.depth = self.depth.saturating_sub(1);
                    Node::Close(end.local_name().as_ref().to_owned())
                }
                Event::Text(text) => Node::Text(text.xml10_content()),
                Event::CData(text) => Node::Text(text.xml10_content()),
                Event::GeneralRef(reference) => {
                    let resolved = reference
                        .resolve_char_ref()
                        .ok()
                        .flatten()
                        .map(String::from)
                        .or_else(|| {
                            escape::resolve_predefined_entity(&reference).map(str::to_owned)
                        });
                    match resolved {
                        Some(text) => Node::Text(Cow::Owned(text)),
                        None => continue,
                    }
                }
                Event::Eof => return Ok(None),
                Event::Empty(_)
                | Event::Comment(_)
                | Event::Decl(_)
                | Event::PI(_)
                | Event::DocType(_) => continue,
            }));
        }
    }

    /// Passes over everything up to the end of what has just opened.
    pub(super) fn skip(&mut self) -> Result<(), TableFault> {
        let mut depth = 1_usize;
        while depth > 0 {
            match self.next()? {
                Some(Node::Open(_)) => depth += 1,
                Some(Node::Close(_)) => depth -= 1,
                Some(Node::Text(_)) => {}
                None => return Err(TableFault::damaged(self.part)),
            }
        }
        Ok(())
    }
}
