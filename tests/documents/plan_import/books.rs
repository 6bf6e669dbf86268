//! Workbooks made for stories, by two writers: one that offices' programs resemble, and one by hand for what no decent
//! program writes.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// What stands in a cell.
#[derive(Clone)]
pub enum C {
    /// Nothing.
    E,
    T(String),
    N(f64),
    /// A day, shown as one.
    D(u16, u8, u8),
    /// A formula, with the result that is in the file.
    F(&'static str, &'static str),
}

pub fn t(text: &str) -> C {
    if text.is_empty() {
        C::E
    } else {
        C::T(text.to_owned())
    }
}

/// A row of texts.
pub fn row(cells: &[&str]) -> Vec<C> {
    cells.iter().map(|cell| t(cell)).collect()
}

/// A sheet: its name, its rows, and the cells that are merged.
#[derive(Clone)]
pub struct S {
    pub name: String,
    pub rows: Vec<Vec<C>>,
    pub merged: Vec<(u32, u16, u32, u16)>,
    pub hidden: bool,
    pub hidden_rows: Vec<u32>,
    pub font: Option<&'static str>,
}

pub fn sheet(name: &str, rows: Vec<Vec<C>>) -> S {
    S {
        name: name.to_owned(),
        rows,
        merged: Vec::new(),
        hidden: false,
        hidden_rows: Vec::new(),
        font: None,
    }
}

/// The sheet that says what session it is, with nothing but what is needed.
pub fn session() -> S {
    sheet(
        "Phiên",
        vec![
            row(&["Mục", "Nội dung"]),
            row(&["Văn bản áp dụng", "small"]),
            row(&["Tên buổi đối thoại", "Đối thoại thử"]),
            row(&["Ngày tổ chức", "25/11/2026"]),
            row(&["Giờ bắt đầu", "8:30"]),
            row(&["Địa điểm", "Hội trường"]),
            row(&["Người chủ trì", "Hoàng Văn Đức"]),
            row(&["Chức vụ người chủ trì", "Chủ tịch UBND xã"]),
            row(&["Cơ quan tổ chức", "UBND xã"]),
            row(&["Cơ quan chủ trì tham mưu", "Văn phòng"]),
            row(&["Cấp có thẩm quyền", "UBND tỉnh"]),
        ],
    )
}

/// The same, with one line said otherwise.
pub fn session_with(label: &str, value: C) -> S {
    let mut sheet = session();
    let is_label = |row: &Vec<C>| matches!(row.first(), Some(C::T(text)) if text == label);
    match sheet.rows.iter_mut().find(|row| is_label(row)) {
        Some(row) => row[1] = value,
        None => sheet.rows.push(vec![t(label), value]),
    }
    sheet
}

pub fn agencies() -> S {
    sheet(
        "Cơ quan",
        vec![
            row(&["Tên cơ quan", "Người trả lời", "Chức vụ"]),
            row(&["Phòng Kinh tế xã", "", ""]),
            row(&["Công an xã", "", ""]),
        ],
    )
}

pub fn secretary() -> S {
    sheet(
        "Đại biểu",
        vec![
            row(&["Họ và tên", "Chức vụ", "Vai trò"]),
            row(&["Lò Văn Thưởng", "Công chức", "Thư ký"]),
        ],
    )
}

pub fn speakers(rows: &[&[&str]]) -> S {
    let mut all = vec![row(&[
        "Số",
        "Họ và tên",
        "Thôn, đơn vị",
        "Điện thoại",
        "Nội dung phát biểu",
        "Cơ quan trả lời",
    ])];
    all.extend(rows.iter().map(|cells| row(cells)));
    sheet("Người phát biểu", all)
}

/// The bytes of a workbook by the first writer.
pub fn xlsx(sheets: &[S]) -> Vec<u8> {
    let mut book = Workbook::new();
    for of in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(&of.name).unwrap();
        sheet.set_hidden(of.hidden);
        let mut plain = Format::new();
        if let Some(font) = of.font {
            plain = plain.set_font_name(font);
        }
        let day = Format::new().set_num_format("dd/mm/yyyy");
        for (top, left, bottom, right) in &of.merged {
            sheet
                .merge_range(*top, *left, *bottom, *right, "", &plain)
                .unwrap();
        }
        for (r, cells) in (0_u32..).zip(&of.rows) {
            for (c, cell) in (0_u16..).zip(cells) {
                match cell {
                    C::E => {}
                    C::T(text) => {
                        sheet.write_string_with_format(r, c, text, &plain).unwrap();
                    }
                    C::N(number) => {
                        sheet.write_number(r, c, *number).unwrap();
                    }
                    C::D(y, m, d) => {
                        let at = ExcelDateTime::from_ymd(*y, *m, *d).unwrap();
                        sheet.write_datetime_with_format(r, c, &at, &day).unwrap();
                    }
                    C::F(formula, result) => {
                        let formula = rust_xlsxwriter::Formula::new(*formula).set_result(*result);
                        sheet.write_formula(r, c, formula).unwrap();
                    }
                }
            }
        }
        for row in &of.hidden_rows {
            sheet.set_row_hidden(*row).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}

/// The XML of one sheet by the second writer: every text in the cell itself.
pub fn sheet_xml(rows: &[Vec<C>], more: &str) -> String {
    let mut xml = String::from(
        r#"<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>"#,
    );
    for (r, cells) in rows.iter().enumerate() {
        let _ = write!(xml, r#"<row r="{}">"#, r + 1);
        for (c, cell) in cells.iter().enumerate() {
            let place = format!("{}{}", char::from(b'A' + u8::try_from(c).unwrap()), r + 1);
            match cell {
                C::E => {}
                C::T(text) => {
                    let _ = write!(
                        xml,
                        r#"<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{}</t></is></c>"#,
                        escaped(text)
                    );
                }
                C::N(number) => {
                    let _ = write!(xml, r#"<c r="{place}"><v>{number}</v></c>"#);
                }
                C::D(..) => {
                    let _ = write!(xml, r#"<c r="{place}" s="1"><v>46351</v></c>"#);
                }
                // A formula that nobody computed.
                C::F(formula, "") => {
                    let _ = write!(xml, r#"<c r="{place}"><f>{}</f></c>"#, escaped(formula));
                }
                C::F(_, error) => {
                    let _ = write!(xml, r#"<c r="{place}" t="e"><f>A1</f><v>{error}</v></c>"#);
                }
            }
        }
        xml.push_str("</row>");
    }
    let _ = write!(xml, "</sheetData>{more}</worksheet>");
    xml
}

/// A workbook by the second writer, from the XML of its sheets.
pub fn by_hand(sheets: &[(&str, String)], properties: &str) -> Vec<u8> {
    let mut listed = String::new();
    let mut relations = String::new();
    let mut parts: Vec<(String, String)> = Vec::new();
    for (index, (name, xml)) in (1..).zip(sheets) {
        let _ = write!(
            listed,
            r#"<sheet name="{}" sheetId="{index}" r:id="rId{index}"/>"#,
            escaped(name)
        );
        let _ = write!(
            relations,
            r#"<Relationship Id="rId{index}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet{index}.xml"/>"#
        );
        parts.push((format!("xl/worksheets/sheet{index}.xml"), xml.clone()));
    }
    let _ = write!(
        relations,
        r#"<Relationship Id="rIdS" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>"#
    );
    parts.push((
        "_rels/.rels".into(),
        r#"<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#.into(),
    ));
    parts.push((
        "xl/workbook.xml".into(),
        format!(
            r#"<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">{properties}<sheets>{listed}</sheets></workbook>"#
        ),
    ));
    parts.push((
        "xl/_rels/workbook.xml.rels".into(),
        format!("<Relationships>{relations}</Relationships>"),
    ));
    parts.push((
        "xl/styles.xml".into(),
        r#"<styleSheet><fonts><font><name val="Calibri"/></font></fonts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#.into(),
    ));
    parts.push(("[Content_Types].xml".into(), "<Types/>".into()));
    packed(&parts)
}

/// A zip of these parts.
pub fn packed(parts: &[(String, String)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    for (name, text) in parts {
        zip.start_file(name.as_str(), options).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
