//! Independent readers: a .docx as zip and XML, a calendar as lines, a sheet of a workbook as cells.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use doithoai::documents::{DossierFile, Options, make};

use crate::dossier::stage::Stage;

pub fn dossier(stage: &Stage, options: &Options) -> Vec<DossierFile> {
    make(&stage.record(), &stage.journal(), options).unwrap()
}

pub fn bytes<'a>(files: &'a [DossierFile], path: &str) -> &'a [u8] {
    &files
        .iter()
        .find(|file| file.path == path)
        .unwrap_or_else(|| panic!("no {path}"))
        .bytes
}

/// The parts of a zip by name.
pub fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..zip.len())
        .map(|index| {
            let mut part = zip.by_index(index).unwrap();
            let mut text = String::new();
            part.read_to_string(&mut text).unwrap();
            (part.name().unwrap().into_owned(), text)
        })
        .collect()
}

/// A paragraph as it was read; sizes in half points, lengths in twentieths of a point.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is there in the file or not"
)]
#[derive(Debug, Clone, Default)]
pub struct Para {
    pub text: String,
    pub bold: bool,
    pub italic: bool,
    pub underline: bool,
    pub size: u32,
    pub align: String,
    pub first_line: u32,
    pub line: (u32, String),
    pub rule: bool,
    pub keep_next: bool,
}

pub struct Docx {
    pub parts: BTreeMap<String, String>,
    pub paras: Vec<Para>,
}

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

impl Docx {
    pub fn read(bytes: &[u8]) -> Self {
        let parts = parts(bytes);
        for (name, part) in &parts {
            roxmltree::Document::parse(part).unwrap_or_else(|error| panic!("{name}: {error}"));
        }
        let xml = roxmltree::Document::parse(&parts["word/document.xml"]).unwrap();
        let usual = {
            let styles = roxmltree::Document::parse(&parts["word/styles.xml"]).unwrap();
            number(styles.root(), "sz")
        };
        let found = xml
            .descendants()
            .filter(|node| node.has_tag_name((W, "p")))
            .map(|node| para(node, usual))
            .collect();
        Self {
            parts,
            paras: found,
        }
    }

    pub fn text(&self) -> String {
        let lines: Vec<&str> = self.paras.iter().map(|para| para.text.as_str()).collect();
        lines.join("\n")
    }

    /// The first paragraph that begins so.
    pub fn para(&self, beginning: &str) -> &Para {
        self.paras
            .iter()
            .find(|para| para.text.starts_with(beginning))
            .unwrap_or_else(|| panic!("no paragraph begins with {beginning}:\n{}", self.text()))
    }

    /// Page width, height and margins (top, right, bottom, left) in millimetres.
    pub fn page(&self) -> (u32, u32, [u32; 4]) {
        let xml = roxmltree::Document::parse(&self.parts["word/document.xml"]).unwrap();
        let find = |tag| {
            xml.descendants()
                .find(|node| node.has_tag_name((W, tag)))
                .unwrap()
        };
        let mm = |node: roxmltree::Node, name: &str| {
            let twips: f64 = node.attribute((W, name)).unwrap().parse().unwrap();
            (twips / 56.692_913).round() as u32
        };
        let (size, margins) = (find("pgSz"), find("pgMar"));
        (
            mm(size, "w"),
            mm(size, "h"),
            ["top", "right", "bottom", "left"].map(|name| mm(margins, name)),
        )
    }
}

fn number(node: roxmltree::Node, tag: &str) -> u32 {
    node.descendants()
        .find(|node| node.has_tag_name((W, tag)))
        .and_then(|node| node.attribute((W, "val")))
        .map_or(0, |value| value.parse().unwrap())
}

fn para(node: roxmltree::Node, usual: u32) -> Para {
    let has = |tag: &str| node.descendants().any(|node| node.has_tag_name((W, tag)));
    let attribute = |tag: &str, name: &str| {
        node.descendants()
            .find(|node| node.has_tag_name((W, tag)))
            .and_then(|node| node.attribute((W, name)))
            .unwrap_or_default()
            .to_owned()
    };
    let mut text = String::new();
    for piece in node.descendants() {
        if piece.has_tag_name((W, "t")) {
            text.push_str(piece.text().unwrap_or_default());
        } else if piece.has_tag_name((W, "br")) {
            text.push(' ');
        }
    }
    let size = number(node, "sz");
    Para {
        text: text.replace('\u{a0}', " "),
        bold: has("b"),
        italic: has("i"),
        underline: has("u"),
        size: if size == 0 { usual } else { size },
        align: attribute("jc", "val"),
        first_line: attribute("ind", "firstLine").parse().unwrap_or(0),
        line: (
            attribute("spacing", "line").parse().unwrap_or(0),
            attribute("spacing", "lineRule"),
        ),
        rule: has("pBdr"),
        keep_next: has("keepNext"),
    }
}

/// The events of a calendar: property to value, unfolded and unescaped.
pub fn events(bytes: &[u8]) -> Vec<BTreeMap<String, String>> {
    let text = std::str::from_utf8(bytes).unwrap();
    assert!(text.ends_with("END:VCALENDAR\r\n"));
    for line in text.split_terminator("\r\n") {
        assert!(line.len() <= 75 && !line.contains('\n'), "{line}");
    }
    let mut events = Vec::new();
    let mut event = BTreeMap::new();
    for line in text.replace("\r\n ", "").split_terminator("\r\n") {
        let (name, value) = line.split_once(':').unwrap();
        match (name, value) {
            ("BEGIN", "VEVENT") => event = BTreeMap::new(),
            ("END", "VEVENT") => events.push(std::mem::take(&mut event)),
            _ => {
                let value = value
                    .replace("\\n", "\n")
                    .replace("\\,", ",")
                    .replace("\\;", ";")
                    .replace("\\\\", "\\");
                assert!(event.insert(name.to_owned(), value).is_none() || name == "BEGIN");
            }
        }
    }
    events
}
