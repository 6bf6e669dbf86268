//! A document as bytes: a zip of `WordprocessingML` (ISO/IEC 29500). It knows the format and nothing of what is written.
//! Written by hand rather than with a library, since the official layouts need exact line spacing, rules of a given
//! length and a first page without a number, and since the same session has to give the same bytes.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::bound::bound;
use super::model::{
    Align, Cell, DocumentBlock, DocumentLine, Paper, Paragraph, Run, Style, Table, Twips, mm, pt,
};
use crate::domain::text::{is_hidden, visible};
use crate::domain::time::Wall;

const XML: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
const W: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#;
const R: &str = r#"xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#;

const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/><Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/><Override PartName="/word/header2.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/><Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>"#;

const PACKAGE: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>"#;

const PARTS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header2.xml"/><Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/><Relationship Id="rId5" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/></Relationships>"#;

/// Word's own names, so that its list of headings, and a reader's program, find their way. They look like plain text:
/// what the layout wants stands with each paragraph.
const HEADINGS: &str = r#"<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:outlineLvl w:val="1"/></w:pPr></w:style>"#;

/// The size of a page number, in points.
const NUMBER_SIZE: u32 = 14;

/// The file of a document. `at` is the session's time, for the properties of the file.
pub(super) fn bytes(paper: &Paper, at: Option<Wall>) -> Result<Vec<u8>, ZipError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // Without a time of its own, every part has the same: the earliest that a zip can hold.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let parts = [
        ("[Content_Types].xml", format!("{XML}{TYPES}")),
        ("_rels/.rels", format!("{XML}{PACKAGE}")),
        ("docProps/core.xml", properties(paper, at)),
        ("word/_rels/document.xml.rels", format!("{XML}{PARTS}")),
        ("word/document.xml", document(paper)),
        ("word/styles.xml", styles(paper)),
        (
            "word/settings.xml",
            // Since Word 2013: without it Word opens the file in a compatibility mode with other line breaks.
            format!(
                r#"{XML}<w:settings {W}><w:defaultTabStop w:val="720"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>"#
            ),
        ),
        ("word/header1.xml", header(paper, true)),
        ("word/header2.xml", header(paper, false)),
        ("word/footer1.xml", footer(paper)),
    ];
    for (name, content) in parts {
        zip.start_file(name, options)?;
        zip.write_all(content.as_bytes())?;
    }
    Ok(super::zip_origin::as_on_unix(zip.finish()?.into_inner()))
}

fn properties(paper: &Paper, at: Option<Wall>) -> String {
    let mut xml = format!(
        r#"{XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>"#
    );
    escape(&mut xml, &paper.title);
    xml.push_str("</dc:title><dc:language>vi-VN</dc:language>");
    if let Some(at) = at {
        let time = at.to_utc().format("%Y-%m-%dT%H:%M:%SZ");
        put(
            &mut xml,
            format_args!(
                r#"<dcterms:created xsi:type="dcterms:W3CDTF">{time}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">{time}</dcterms:modified>"#
            ),
        );
    }
    xml.push_str("</cp:coreProperties>");
    xml
}

fn styles(paper: &Paper) -> String {
    let size = paper.size * 2;
    format!(
        r#"{XML}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:color w:val="000000"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>{HEADINGS}</w:styles>"#
    )
}

fn document(paper: &Paper) -> String {
    let mut xml = format!("{XML}<w:document {W} {R}><w:body>");
    for block in &paper.blocks {
        match block {
            DocumentBlock::Paragraph(given) => paragraph(&mut xml, given),
            DocumentBlock::Table(given) => table(&mut xml, given),
        }
    }
    // A table may not be the last thing in a document.
    if matches!(paper.blocks.last(), Some(DocumentBlock::Table(_))) {
        paragraph(
            &mut xml,
            &Paragraph {
                line: DocumentLine::Exactly(pt(1)),
                ..Paragraph::of(Run::new("").size(1))
            },
        );
    }
    let margins = paper.margins;
    put(
        &mut xml,
        format_args!(
            r#"<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:headerReference w:type="first" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="first" r:id="rId4"/><w:pgSz w:w="{}" w:h="{}"/><w:pgMar w:top="{}" w:right="{}" w:bottom="{}" w:left="{}" w:header="{}" w:footer="{}" w:gutter="0"/><w:titlePg/></w:sectPr></w:body></w:document>"#,
            mm(210),
            mm(297),
            margins.top,
            margins.right,
            margins.bottom,
            margins.left,
            mm(10),
            mm(8),
        ),
    );
    xml
}

/// The top margin: the number of the page in the middle, not on the first page, and the mark at the right.
fn header(paper: &Paper, numbered: bool) -> String {
    let width = paper.margins.text_width();
    let mut xml = format!(
        r#"{XML}<w:hdr {W} {R}><w:p><w:pPr><w:tabs><w:tab w:val="center" w:pos="{}"/><w:tab w:val="right" w:pos="{width}"/></w:tabs></w:pPr>"#,
        width / 2,
    );
    let size = NUMBER_SIZE * 2;
    let letters = format!(r#"<w:rPr><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>"#);
    put(&mut xml, format_args!("<w:r>{letters}<w:tab/></w:r>"));
    if numbered {
        put(
            &mut xml,
            format_args!(
                r#"<w:r>{letters}<w:fldChar w:fldCharType="begin"/></w:r><w:r>{letters}<w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r>{letters}<w:fldChar w:fldCharType="separate"/></w:r><w:r>{letters}<w:t>2</w:t></w:r><w:r>{letters}<w:fldChar w:fldCharType="end"/></w:r>"#
            ),
        );
    }
    if let Some(mark) = &paper.mark {
        put(&mut xml, format_args!("<w:r>{letters}<w:tab/></w:r>"));
        run(&mut xml, &Run::new(mark.as_str()).size(12).bold());
    }
    xml.push_str("</w:p></w:hdr>");
    xml
}

fn footer(paper: &Paper) -> String {
    let mut xml = format!("{XML}<w:ftr {W} {R}>");
    let text = paper.foot.as_deref().unwrap_or_default();
    paragraph(
        &mut xml,
        &Paragraph::centred(Run::new(text).size(11).italic()),
    );
    xml.push_str("</w:ftr>");
    xml
}

fn paragraph(xml: &mut String, given: &Paragraph) {
    xml.push_str("<w:p><w:pPr>");
    if let Some(style) = given.style {
        let name = match style {
            Style::Title => "Title",
            Style::Heading1 => "Heading1",
            Style::Heading2 => "Heading2",
        };
        put(xml, format_args!(r#"<w:pStyle w:val="{name}"/>"#));
    }
    if given.keep_next {
        xml.push_str("<w:keepNext/>");
    }
    if given.new_page {
        xml.push_str("<w:pageBreakBefore/>");
    }
    if given.rule {
        xml.push_str(
            r#"<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>"#,
        );
    }
    if let Some(end) = given.dotted {
        put(
            xml,
            format_args!(r#"<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{end}"/></w:tabs>"#),
        );
    }
    put(
        xml,
        format_args!(
            r#"<w:spacing w:before="{}" w:after="{}""#,
            given.before, given.after
        ),
    );
    match given.line {
        DocumentLine::Single => xml.push_str("/>"),
        DocumentLine::Exactly(line) => put(
            xml,
            format_args!(r#" w:line="{line}" w:lineRule="exact"/>"#),
        ),
    }
    let (left, right) = given.indent;
    if (left, right, given.first_line) != (0, 0, 0) {
        put(
            xml,
            format_args!(
                r#"<w:ind w:left="{left}" w:right="{right}" w:firstLine="{}"/>"#,
                given.first_line
            ),
        );
    }
    let align = match given.align {
        Align::Left => "left",
        Align::Centre => "center",
        Align::Justified => "both",
    };
    put(xml, format_args!(r#"<w:jc w:val="{align}"/></w:pPr>"#));
    for letters in &given.runs {
        run(xml, letters);
    }
    if given.dotted.is_some() {
        xml.push_str("<w:r><w:tab/></w:r>");
    }
    xml.push_str("</w:p>");
}

fn run(xml: &mut String, given: &Run) {
    xml.push_str("<w:r><w:rPr>");
    if given.bold {
        xml.push_str("<w:b/>");
    }
    if given.italic {
        xml.push_str("<w:i/>");
    }
    if let Some(points) = given.size {
        let size = points * 2;
        put(
            xml,
            format_args!(r#"<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>"#),
        );
    }
    if given.underline {
        xml.push_str(r#"<w:u w:val="single"/>"#);
    }
    xml.push_str("</w:rPr>");
    for (index, line) in given.text.split('\n').enumerate() {
        if index > 0 {
            xml.push_str("<w:br/>");
        }
        if !line.is_empty() {
            xml.push_str(r#"<w:t xml:space="preserve">"#);
            escape(xml, &bound(line));
            xml.push_str("</w:t>");
        }
    }
    xml.push_str("</w:r>");
}

fn table(xml: &mut String, given: &Table) {
    let width: Twips = given.columns.iter().sum();
    put(
        xml,
        format_args!(r#"<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/>"#),
    );
    let side = if given.lines {
        xml.push_str("<w:tblBorders>");
        for edge in ["top", "left", "bottom", "right", "insideH", "insideV"] {
            put(
                xml,
                format_args!(r#"<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>"#),
            );
        }
        xml.push_str("</w:tblBorders>");
        mm(1)
    } else {
        0
    };
    put(
        xml,
        format_args!(
            r#"<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="{side}" w:type="dxa"/><w:right w:w="{side}" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>"#
        ),
    );
    for column in &given.columns {
        put(xml, format_args!(r#"<w:gridCol w:w="{column}"/>"#));
    }
    xml.push_str("</w:tblGrid>");
    for (index, cells) in given.rows.iter().enumerate() {
        xml.push_str("<w:tr><w:trPr><w:cantSplit/>");
        if index < given.heads {
            xml.push_str("<w:tblHeader/>");
        }
        xml.push_str("</w:trPr>");
        for (place, (cell, column)) in cells.iter().zip(&given.columns).enumerate() {
            let is_joined = |row: usize| place == 0 && given.joined.contains(&row);
            let joins = match (is_joined(index), is_joined(index + 1)) {
                (true, _) => "<w:vMerge/>",
                (false, true) => r#"<w:vMerge w:val="restart"/>"#,
                (false, false) => "",
            };
            table_cell(xml, cell, *column, joins);
        }
        xml.push_str("</w:tr>");
    }
    xml.push_str("</w:tbl>");
}

fn table_cell(xml: &mut String, cell: &Cell, width: Twips, joins: &str) {
    put(
        xml,
        format_args!(r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{joins}</w:tcPr>"#),
    );
    if cell.is_empty() {
        // A cell without a paragraph is no valid cell.
        paragraph(xml, &Paragraph::default());
    }
    for given in cell {
        paragraph(xml, given);
    }
    xml.push_str("</w:tc>");
}

/// Adds text that is markup already.
fn put(xml: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing to a string does not fail.
    let _ = xml.write_fmt(text);
}

/// Adds text that a person wrote; what XML cannot hold is written out.
fn escape(xml: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '"' => xml.push_str("&quot;"),
            '\t' => xml.push(' '),
            '\u{fffe}' | '\u{ffff}' => {}
            // Where a text came with signs that steer, they are read, not followed.
            letter if is_hidden(letter) => xml.push_str(&visible(letter.encode_utf8(&mut [0; 4]))),
            '\n' => {}
            letter => xml.push(letter),
        }
    }
}
