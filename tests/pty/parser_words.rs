//! Whoever wrote a file with a mistake reads no word of the library that stumbled over it: every kind of mistake in every
//! kind of file that people write, keep or are given, told in Vietnamese. The libraries speak English, so any of their words
//! is seen.

use std::fs;
use std::path::{Path, PathBuf};

use crate::aide::Aide;
use crate::computer::{Computer, sample};

/// What readers of RON, JSON, XML, CSV, archives, days and arguments say, and no Vietnamese sentence.
const THEIRS: &str = "expected unexpected found missing invalid unknown duplicate string integer sequence struct enum variant \
    identifier character characters eof column parse parser parsing parsed failed failure cannot could couldn tuple boolean \
    float newtype deserialize serde error errors the of is not was with line field value values input range token archive \
    premature trailing end-of-file unclosed malformed must should while at provided required option expecting recursion \
    sheet cell panicked unwrap";

/// A mistake: what it is called, and the text with it; `None` where this text gives no occasion for it.
type Mistake = (&'static str, fn(&str) -> Option<Vec<u8>>);

fn text(changed: Option<String>) -> Option<Vec<u8>> {
    changed.map(String::into_bytes)
}

/// The first entry whose value begins with one of these signs, with another value.
fn with_value(source: &str, begins: &[char], value: &str) -> Option<String> {
    let mut done = false;
    let lines: Vec<String> = source
        .lines()
        .map(|line| {
            let Some((name, old)) = line.split_once(": ") else {
                return line.to_owned();
            };
            let is_name = name
                .trim()
                .chars()
                .all(|c| c.is_ascii_lowercase() || c == '_');
            let is_meant = old.starts_with(begins) && old.ends_with(',') && !done && is_name;
            done |= is_meant;
            if is_meant {
                format!("{name}: {value},")
            } else {
                line.to_owned()
            }
        })
        .collect();
    done.then(|| lines.join("\n"))
}

/// Somewhere behind the middle.
fn replaced(source: &str, what: &str, with: &str) -> Option<String> {
    let half = (source.len() / 2..=source.len()).find(|at| source.is_char_boundary(*at))?;
    let (before, after) = source.split_at(half);
    let changed = after.replacen(what, with, 1);
    (changed != after).then(|| format!("{before}{changed}"))
}

const DIGITS: &[char] = &['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];
const CAPITALS: &[char] = &['A', 'B', 'C', 'G', 'I', 'O', 'P', 'S', 'T', 'V', 'W'];

/// Mistakes in any text with brackets, quotes and names, as all our own files have.
const MISTAKES: &[Mistake] = &[
    ("empty", |_| Some(Vec::new())),
    ("half", |source| {
        Some(source.as_bytes().get(..source.len() / 2)?.to_vec())
    }),
    ("other text", |_| {
        text(Some("Kính gửi các đồng chí\nDanh sách kèm theo".into()))
    }),
    ("other notation", |_| {
        text(Some("{\"title\": [1, 2], \"held\": null".into()))
    }),
    ("not utf-8", |source| {
        Some(
            [
                source.as_bytes().get(..40)?,
                &[0xff, 0xfe],
                source.as_bytes(),
            ]
            .concat(),
        )
    }),
    ("nothing but zeros", |_| Some(vec![0; 300])),
    ("bracket left out", |source| text(replaced(source, "(", ""))),
    ("bracket too many", |source| {
        text(Some(format!("{source})")))
    }),
    ("other bracket", |source| text(replaced(source, "(", "["))),
    ("comma left out", |source| {
        text(replaced(source, "\",", "\""))
    }),
    ("comma for semicolon", |source| {
        text(replaced(source, ",", ";"))
    }),
    ("colon left out", |source| text(replaced(source, ": ", " "))),
    ("quote left out", |source| text(replaced(source, "\"", ""))),
    ("quotes of a word processor", |source| {
        text(replaced(source, "\"", "“"))
    }),
    ("wrong escape", |source| {
        text(replaced(source, "\"", "\"\\q"))
    }),
    ("open comment", |source| text(replaced(source, "(", "/* ("))),
    ("blank that does not break", |source| {
        text(replaced(source, ": ", ":\u{a0}"))
    }),
    ("text for number", |source| {
        text(with_value(source, DIGITS, "\"ba\""))
    }),
    ("bare word for number", |source| {
        text(with_value(source, DIGITS, "ba"))
    }),
    ("negative number", |source| {
        text(with_value(source, DIGITS, "-3"))
    }),
    ("large number", |source| {
        text(with_value(source, DIGITS, "99999999999999999999"))
    }),
    ("broken number", |source| {
        text(with_value(source, DIGITS, "0x"))
    }),
    ("fraction", |source| text(with_value(source, DIGITS, "1.5"))),
    ("number for text", |source| {
        text(with_value(source, &['"'], "5"))
    }),
    ("sign for text", |source| {
        text(with_value(source, &['"'], "'x'"))
    }),
    ("bytes for text", |source| {
        text(with_value(source, &['"'], "b\"x\""))
    }),
    ("list for text", |source| {
        text(with_value(source, &['"'], "[1]"))
    }),
    ("map for text", |source| {
        text(with_value(source, &['"'], "{\"a\": 1}"))
    }),
    ("nothing for text", |source| {
        text(with_value(source, &['"'], ""))
    }),
    ("text for choice", |source| {
        text(with_value(source, CAPITALS, "\"x\""))
    }),
    ("number for choice", |source| {
        text(with_value(source, CAPITALS, "5"))
    }),
    ("no such choice", |source| {
        text(with_value(source, CAPITALS, "Bogus"))
    }),
    ("choice with more", |source| {
        text(with_value(source, CAPITALS, "Commune(5)"))
    }),
    ("number for truth", |source| {
        text(with_value(source, &['t', 'f'], "1"))
    }),
    ("text for list", |source| {
        text(with_value(source, &['['], "\"x\""))
    }),
    ("day that is none", |source| {
        text(replaced(source, "\"2026-", "\"2026-31-"))
    }),
    ("deep", |source| {
        text(Some(format!("{}{source}", "[".repeat(300))))
    }),
    ("unknown entry", |source| {
        text(replaced(source, "(", "(bogus: 1, "))
    }),
    ("entry renamed", |source| {
        text(replaced(source, "name: ", "nam: "))
    }),
    ("control code", |source| {
        text(replaced(source, "\"", "\"\u{1b}[31m"))
    }),
];

/// Something that reads a file: the file, as it is right, and what is run then.
pub struct FileReader {
    name: &'static str,
    path: PathBuf,
    right: Vec<u8>,
    commands: Vec<Vec<String>>,
}

impl FileReader {
    pub fn new(name: &'static str, path: PathBuf, right: Vec<u8>, commands: &[&[&str]]) -> Self {
        let owned = |command: &&[&str]| command.iter().map(ToString::to_string).collect();
        Self {
            name,
            path,
            right,
            commands: commands.iter().map(owned).collect(),
        }
    }

    /// Every mistake is told, and none in words of a library.
    pub fn tells(&self, computer: &Computer, mistake: &str, wrong: &[u8]) -> bool {
        fs::create_dir_all(self.path.parent().unwrap()).unwrap();
        fs::write(&self.path, wrong).unwrap();
        let mut told = false;
        for command in &self.commands {
            let arguments: Vec<&str> = command.iter().map(String::as_str).collect();
            let ran = computer.run(&arguments);
            told |= ran.code != 0 || !ran.err.is_empty();
            let said = format!("{}\n{}", ran.out, ran.err);
            let words = their_words(&said, computer.folder());
            assert!(
                words.is_empty(),
                "{}, {mistake}: {words:?} in\n{said}",
                self.name
            );
        }
        fs::write(&self.path, &self.right).unwrap();
        told
    }
}

/// Which words of a library stand in what was said, besides what is quoted from the file, names of the notation and paths.
fn their_words(said: &str, home: &Path) -> Vec<String> {
    let theirs: Vec<&str> = THEIRS.split_whitespace().collect();
    let mut kept = String::new();
    for line in said.replace(home.to_str().unwrap(), "").lines() {
        // The names that may stand there are told as they are written.
        let line = ["có thể ghi: ", "có thể chọn: ", "hãy viết "]
            .into_iter()
            .fold(line.to_owned(), |line, before| {
                line.split_once(before)
                    .map_or(line.clone(), |(told, _)| told.to_owned())
            });
        let mut quoted = false;
        for sign in line.chars() {
            quoted = (quoted || sign == '“') && sign != '”';
            kept.push(if quoted { ' ' } else { sign });
        }
        kept.push('\n');
    }
    kept.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| theirs.contains(word))
        .map(ToOwned::to_owned)
        .collect()
}

#[test]
fn such_a_word_is_seen_where_it_is_not_the_files_own() {
    let home = Path::new("/tmp/nobody");
    let said =
        "lỗi: dòng 3: expected string\n  vì: “expected” không dùng được; có thể ghi: struct, line";
    assert_eq!(their_words(said, home), ["expected", "string"]);
}

/// Tries every mistake on a reader; most of them are none only to somebody who does not look.
fn every_mistake(computer: &Computer, reader: &FileReader) {
    let source = String::from_utf8(reader.right.clone()).unwrap();
    let tried: Vec<(&str, Vec<u8>)> = MISTAKES
        .iter()
        .filter_map(|(name, make)| Some((*name, make(&source)?)))
        .collect();
    let told = tried
        .iter()
        .filter(|(name, wrong)| reader.tells(computer, name, wrong))
        .count();
    assert!(
        told * 3 > tried.len() * 2,
        "{}: {told} of {}",
        reader.name,
        tried.len()
    );
}

fn config(path: &str) -> Vec<u8> {
    fs::read(
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("config")
            .join(path),
    )
    .unwrap()
}

#[test]
fn files_that_an_office_writes() {
    let computer = Computer::new();
    let configuration = computer.folder().join("configuration");
    let readers = [
        FileReader::new(
            "plan",
            computer.folder().join("wrong.ron"),
            sample().into_bytes(),
            &[&["new", "wrong.ron"], &["papers", "wrong.ron", "--to", "papers"]],
        ),
        FileReader::new(
            "regulation",
            configuration.join("regulations/dien-bien.ron"),
            config("regulations/dien-bien.ron"),
            &[
                &["regulations", "--check", "configuration/regulations/dien-bien.ron"],
                &["regulations", "dien-bien"],
                &["regulations"],
                &["new", "plan.ron", "--regulation", "dien-bien"],
            ],
        ),
        FileReader::new(
            "days off",
            configuration.join("calendar/2026.ron"),
            config("calendar/2026.ron"),
            &[&["deadlines", "--regulation", "dan-tien-2025", "--held", "2026-11-25"]],
        ),
        FileReader::new(
            "settings",
            configuration.join("settings.ron"),
            b"(\n    lang: \"vi\",\n    bell: true,\n    theme: \"dark\",\n    office: (\n        body: \"UBND x\xc3\xa3\",\n        chair: (honorific: \"\xc3\x94ng\", name: \"A\", office: \"B\"),\n    ),\n)\n".to_vec(),
            &[&["sessions"], &["due"]],
        ),
    ];
    for reader in &readers {
        every_mistake(&computer, reader);
    }
}

/// The files of a session and of its dossier, with the commands that read them; the last is a ledger.
fn readers_of(computer: &Computer, id: &str) -> [FileReader; 5] {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/0.1.0/documents.ron");
    let read = |path: &Path| fs::read(path).unwrap();
    let session = computer.session(id);
    let dossier = computer.folder().join("dossier");
    let verify: &[&[&str]] = &[&["verify", "dossier"]];
    let of_session: &[&[&str]] = &[
        &["verify", id],
        &["export", id, "--to", "papers"],
        &["sessions"],
        &["find", "nước"],
    ];
    [
        FileReader::new(
            "journal",
            computer.journal(id),
            read(&computer.journal(id)),
            of_session,
        ),
        FileReader::new(
            "record",
            dossier.join("record.json"),
            read(&dossier.join("record.json")),
            verify,
        ),
        FileReader::new(
            "record in RON",
            dossier.join("record.ron"),
            read(&dossier.join("record.ron")),
            verify,
        ),
        FileReader::new(
            "own sentences",
            computer.folder().join("configuration/documents.ron"),
            read(&own),
            &[&["export", id, "--to", "papers"]],
        ),
        FileReader::new(
            "follow-up",
            session.join("follow-up.ron"),
            Vec::new(),
            &[
                &["due"],
                &["follow-up", id],
                &["report", "--period", "2026", "--to", "report"],
            ],
        ),
    ]
}

#[test]
fn files_that_the_program_wrote_and_somebody_changed() {
    let (computer, id) = Computer::with_session("dien-bien");
    let mut aide = Aide::at(&computer, &id);
    for _ in 0..5 {
        aide.go_on();
    }
    aide.leave();
    assert_eq!(computer.run(&["export", &id, "--to", "dossier"]).code, 0);
    let readers = readers_of(&computer, &id);
    for reader in &readers[..4] {
        every_mistake(&computer, reader);
    }
    // A ledger of which nothing can be read, in any way.
    for (mistake, make) in MISTAKES {
        if let Some(wrong) =
            make("(seq: 1, at: \"2026-12-01T08:00:00+07:00\", event: Noted(text: \"x\"))\n")
        {
            readers[4].tells(&computer, mistake, &wrong);
        }
    }
}
