//! A computer on which nothing was ever done: an empty home, and the program on it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use doithoai::cli::error::words::{ErrorMessage, ErrorTexts, SOURCES as ERRORS};
use doithoai::cli::words::{CliWords, SOURCES as CLI};
use doithoai::domain::i18n::{Lang, Message};
use doithoai::domain::io_messages::{IoWords, SOURCES as CAUSES};
use doithoai::store::explain::{StoreMessage, StoreWords, WORDS as STORE};
use doithoai::store::journal::{self, JournalReading};
use serde_json::Value;
use tempfile::TempDir;

use crate::terminal::{self, Terminal};

/// A size in which everything has room.
pub const ROOMY: (u16, u16) = (120, 40);

/// What a command printed and how it ended.
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

/// A computer with an empty home.
pub struct Computer {
    home: TempDir,
    /// Further variables of the environment.
    pub extra: Vec<(&'static str, PathBuf)>,
}

impl Computer {
    pub fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        std::fs::create_dir(home.path().join("home")).unwrap();
        std::fs::write(home.path().join("plan.ron"), sample()).unwrap();
        Self {
            home,
            extra: Vec::new(),
        }
    }

    /// A session under a regulation, and its id.
    pub fn with_session(regulation: &str) -> (Self, String) {
        let computer = Self::new();
        let id = computer.create(regulation);
        (computer, id)
    }

    /// Lays down a session of the shipped sample; its id.
    pub fn create(&self, regulation: &str) -> String {
        let ran = self.run(&["new", "plan.ron", "--regulation", regulation]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        ran.out.trim().to_owned()
    }

    /// Where the program is started, with the plan in it.
    pub fn folder(&self) -> &Path {
        self.home.path()
    }

    pub fn data(&self) -> PathBuf {
        self.home.path().join("data")
    }

    pub fn session(&self, id: &str) -> PathBuf {
        self.data().join("sessions").join(id)
    }

    pub fn journal(&self, id: &str) -> PathBuf {
        self.session(id).join(journal::FILE_NAME)
    }

    /// The journal as it lies on the disk.
    pub fn reading(&self, id: &str) -> JournalReading {
        journal::read(&self.journal(id)).unwrap()
    }

    /// Runs a command without any terminal.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        self.run_with(arguments, &[])
    }

    /// The same with more in its environment.
    pub fn run_with(&self, arguments: &[&str], more: &[(&str, &str)]) -> Ran {
        // In a session of its own it has no terminal, not even that of whoever runs the tests.
        let started = Command::new("setsid")
            .arg(terminal::program())
            .args(arguments)
            .env_clear()
            .envs(self.environment())
            .envs(more.iter().copied())
            .current_dir(self.home.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let ran = terminal::output_of(started, arguments);
        Ran {
            code: ran.status.code().unwrap(),
            out: String::from_utf8(ran.stdout).unwrap(),
            err: String::from_utf8(ran.stderr).unwrap(),
        }
    }

    /// Starts the program in a terminal.
    pub fn open(&self, arguments: &[&str], size: (u16, u16)) -> Terminal {
        let mut command = terminal::command(self.home.path());
        command.args(arguments);
        for (name, value) in self.environment() {
            command.env(name, value);
        }
        Terminal::start(command, size)
    }

    /// The exported record of a session.
    pub fn record(&self, id: &str) -> Value {
        let to = tempfile::tempdir_in(self.home.path()).unwrap();
        let dossier = to.path().join("dossier");
        let ran = self.run(&["export", id, "--to", dossier.to_str().unwrap()]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        serde_json::from_slice(&std::fs::read(dossier.join("record.json")).unwrap()).unwrap()
    }

    /// Every file of the home with its content, by its path.
    pub fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut files = BTreeMap::new();
        let mut folders = vec![self.home.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path.clone());
                    files.insert(path, Vec::new());
                } else {
                    let content = std::fs::read(&path).unwrap();
                    files.insert(path, content);
                }
            }
        }
        files
    }

    pub fn environment(&self) -> Vec<(&'static str, PathBuf)> {
        let home = self.home.path().join("home");
        vec![
            ("HOME", home.clone()),
            ("XDG_DATA_HOME", home.join("share")),
            ("XDG_CONFIG_HOME", home.join("config")),
            ("DOITHOAI_DATA_DIR", self.data()),
            (
                "DOITHOAI_CONFIG_DIR",
                self.home.path().join("configuration"),
            ),
            ("TZ", PathBuf::from("Asia/Ho_Chi_Minh")),
        ]
        .into_iter()
        .chain(self.extra.iter().cloned())
        .collect()
    }
}

/// The plan that is shipped for rehearsals; for an older program that is tried, one that it understands.
pub fn sample() -> String {
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("config/sample/plan.ron");
    let path = std::env::var_os("DOITHOAI_PLAN").map_or(shipped, PathBuf::from);
    std::fs::read_to_string(path).unwrap()
}

/// What the command line says.
pub fn words(lang: Lang) -> CliWords {
    CLI.read(lang)
}

/// What the program says of errors.
pub fn told(lang: Lang) -> ErrorsSaid {
    ErrorsSaid {
        errors: ErrorSentences(ERRORS.read(lang), STORE.read(lang)),
    }
}

/// The sentences of errors, of the command line and of the files of sessions.
pub struct ErrorsSaid {
    pub errors: ErrorSentences,
}

pub struct ErrorSentences(ErrorTexts, StoreWords);

impl std::ops::Index<ErrorMessage> for ErrorSentences {
    type Output = Message;

    fn index(&self, id: ErrorMessage) -> &Message {
        &self.0.errors[id]
    }
}

impl std::ops::Index<StoreMessage> for ErrorSentences {
    type Output = Message;

    fn index(&self, id: StoreMessage) -> &Message {
        &self.1[id]
    }
}

/// What the computer says of a failure.
pub fn causes(lang: Lang) -> IoWords {
    CAUSES.read(lang)
}

/// The two languages, with what chooses them.
pub const LANGUAGES: [(Lang, &str); 2] = [(Lang::Vi, "vi"), (Lang::En, "en")];
