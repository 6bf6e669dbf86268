//! Tables that an office was given, damaged in every way: told in Vietnamese, and in no word of the library that reads them.

use std::fs;
use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::computer::Computer;
use crate::parser_words::FileReader;

/// The workbook that the program writes to be filled in.
fn template(computer: &Computer) -> Vec<u8> {
    assert_eq!(computer.run(&["template", "right.xlsx"]).code, 0);
    fs::read(computer.folder().join("right.xlsx")).unwrap()
}

/// Reads a file of this ending as a plan.
fn reader(computer: &Computer, ending: &'static str, right: &[u8]) -> FileReader {
    let file = format!("wrong.{ending}");
    let path = computer.folder().join(&file);
    FileReader::new(ending, path, right.to_vec(), &[&["new", &file]])
}

#[test]
fn a_workbook_of_which_a_part_is_damaged() {
    let computer = Computer::new();
    let right = template(&computer);
    let names: Vec<String> = ZipArchive::new(Cursor::new(&right))
        .unwrap()
        .file_names()
        .map(|name| name.unwrap().into_owned())
        .collect();
    let workbook = reader(&computer, "xlsx", &right);
    // Every part that a workbook is read from cut off, emptied, in another notation, and left out.
    let read = |name: &&String| {
        let ending = Path::new(name).extension().unwrap_or_default();
        let is_xml = ending == "xml" || ending == "rels";
        let is_further = name.contains("docProps") || name.contains("theme");
        let is_further = is_further || name.contains("sheet") && !name.contains("sheet1.");
        is_xml && !is_further
    };
    for name in names.iter().filter(read) {
        let changes: [(&str, Change); 7] = [
            ("half", Some(|xml| xml[..xml.len() / 2].to_vec())),
            ("empty", Some(|_| Vec::new())),
            ("no tags", Some(|_| "Kính gửi".as_bytes().to_vec())),
            ("zeros", Some(|xml| vec![0; xml.len()])),
            (
                "unclosed",
                Some(|xml| String::from_utf8_lossy(xml).replace("</", "<").into_bytes()),
            ),
            (
                "no numbers",
                Some(|xml| {
                    String::from_utf8_lossy(xml)
                        .replace("=\"1", "=\"x")
                        .into_bytes()
                }),
            ),
            ("left out", None),
        ];
        for (mistake, part) in changes {
            let wrong = with_part(&right, name, part);
            workbook.tells(&computer, &format!("{name} {mistake}"), &wrong);
        }
    }
}

#[test]
fn tables_that_are_none() {
    let computer = Computer::new();
    let right = template(&computer);
    let cut = right.len() / 2;
    for (mistake, wrong) in [
        ("half", right[..cut].to_vec()),
        ("zeros", vec![0; 4000]),
        ("text", "họ tên;thôn\n".as_bytes().to_vec()),
        ("empty", Vec::new()),
        ("only a beginning", b"PK\x03\x04".to_vec()),
        (
            "an old workbook that ends",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(),
        ),
        (
            "an old workbook of zeros",
            [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &[0; 4096]].concat(),
        ),
        (
            "an old workbook of ones",
            [
                b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(),
                &[0xff; 4096],
            ]
            .concat(),
        ),
    ] {
        for ending in ["xlsx", "ods", "xls"] {
            assert!(
                reader(&computer, ending, &right).tells(&computer, mistake, &wrong),
                "{ending}: {mistake}"
            );
        }
    }
    for (mistake, wrong) in [
        (
            "open quote",
            "họ tên,thôn\n\"Nguyễn,x\n".as_bytes().to_vec(),
        ),
        (
            "rows of other lengths",
            "họ tên,thôn\na\nb,c,d,e\n".as_bytes().to_vec(),
        ),
        ("not utf-8", b"h\xff\xfe,t\xf4n\n\x81\x8d,x\n".to_vec()),
        ("zeros", vec![0; 500]),
        ("empty", Vec::new()),
        ("a workbook", right.clone()),
        (
            "numbers that are none",
            "TT,Họ và tên,Điện thoại\nx,Nguyễn Thị Ước,12\n"
                .as_bytes()
                .to_vec(),
        ),
    ] {
        assert!(
            reader(&computer, "csv", &right).tells(&computer, mistake, &wrong),
            "csv: {mistake}"
        );
    }
}

/// What becomes of a part of an archive; `None`: it is left out.
type Change = Option<fn(&[u8]) -> Vec<u8>>;

/// An archive in which one part is another, or is left out.
fn with_part(right: &[u8], name: &str, part: Change) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(right)).unwrap();
    let mut written = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).unwrap();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        let own = entry.name().unwrap().into_owned();
        let is_meant = own == name;
        let bytes = match part {
            Some(change) if is_meant => change(&bytes),
            None if is_meant => continue,
            Some(_) | None => bytes,
        };
        written
            .start_file(own, SimpleFileOptions::default())
            .unwrap();
        written.write_all(&bytes).unwrap();
    }
    written.finish().unwrap().into_inner()
}
