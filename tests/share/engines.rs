//! The program that shares a session, the computer that joins it, and a client that speaks the bare protocol.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use doithoai::domain::i18n::Lang;
use doithoai::domain::request::StationKind;
use doithoai::domain::time::Millis;
use doithoai::stations::share::{JoinOptions, JoinedSession, join_station};

use doithoai::store::clock::Clock;

use crate::hall::Desk;

/// How long something may take that takes a moment.
pub const BOUND: Duration = Duration::from_secs(40);

/// An engine that is new enough; otherwise it is said that a story was not told.
pub fn engine() -> Option<PathBuf> {
    let named = std::env::var("NATS_SERVER").ok();
    let program = named
        .filter(|named| !named.is_empty())
        .unwrap_or_else(|| "nats-server".to_owned());
    let told = Command::new(&program).arg("--version").output().ok();
    let version = told.and_then(|told| {
        let said = String::from_utf8(told.stdout).ok()?;
        let version = said.trim().rsplit('v').next()?.to_owned();
        let minor = version.split('.').nth(1)?.parse::<u32>().ok()?;
        Some((version, minor))
    });
    match version {
        Some((version, minor)) if version.starts_with("2.") && minor >= 10 => {
            Some(PathBuf::from(program))
        }
        _ => {
            let _ = writeln!(
                std::io::stderr(),
                "not told: no nats-server 2.10 or later is installed or named by NATS_SERVER"
            );
            None
        }
    }
}

pub fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

/// Waits until something is so, as long as it may take a moment.
pub fn until(what: &str, is_so: impl FnMut() -> bool) {
    within(Millis(40_000), what, is_so);
}

/// The same with a bound of its own.
pub fn within(bound: Millis, what: &str, mut is_so: impl FnMut() -> bool) {
    let clock = Clock::system();
    let since = clock.now().up;
    while !is_so() {
        assert!(
            clock.now().up.saturating_sub(since) < bound,
            "it never comes: {what}"
        );
        std::thread::park_timeout(Duration::from_millis(5));
    }
}

/// The program that shares, ended with the story.
pub struct Share {
    child: Child,
    lines: Receiver<String>,
    pub entries: Vec<String>,
    pub name: String,
    pub folder: PathBuf,
}

impl Share {
    pub fn of(desk: &Desk, engine: &Path) -> Self {
        Self::at(desk.data.path(), &desk.id(), engine, free_port())
    }

    pub fn at(data: &Path, session: &str, engine: &Path, port: u16) -> Self {
        let listen = format!("127.0.0.1:{port}");
        let mut share = Self::with(data, session, engine, &["--listen", &listen]);
        share.name = session.to_owned();
        for kind in ["registration", "secretary", "venue", "hall", "province"] {
            let line = share.says(&format!("{kind}: "));
            let url = line.split(' ').find(|word| word.starts_with("nats://"));
            share.entries.push(url.unwrap().to_owned());
        }
        share
    }

    pub fn with(data: &Path, session: &str, engine: &Path, options: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_doithoai"))
            .args(["share", session, "--data-dir"])
            .arg(data)
            .args(options)
            .env("DOITHOAI_CONFIG_DIR", data.join("none"))
            .env("NATS_SERVER", engine)
            .env_remove("DOITHOAI_LANG")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let (line, lines) = channel();
        let outputs: [Box<dyn std::io::Read + Send>; 2] = [
            Box::new(child.stdout.take().unwrap()),
            Box::new(child.stderr.take().unwrap()),
        ];
        for output in outputs {
            let line = line.clone();
            std::thread::spawn(move || {
                for said in BufReader::new(output).lines().map_while(Result::ok) {
                    if line.send(said).is_err() {
                        return;
                    }
                }
            });
        }
        Self {
            child,
            lines,
            entries: Vec::new(),
            name: String::new(),
            folder: data.join("engine"),
        }
    }

    /// The next line with these words.
    pub fn says(&self, words: &str) -> String {
        let mut before = Vec::new();
        loop {
            let Ok(line) = self.lines.recv_timeout(BOUND) else {
                panic!("nothing is said of {words}, but: {before:#?}");
            };
            if line.contains(words) {
                return line;
            }
            before.push(line);
        }
    }

    pub fn url(&self, user: &str) -> &str {
        let begins = format!("nats://{user}:");
        let mut entries = self.entries.iter();
        entries.find(|entry| entry.starts_with(&begins)).unwrap()
    }

    /// The way in of the desk itself, which is told nobody.
    pub fn desk_url(&self) -> String {
        let text = std::fs::read_to_string(self.folder.join("passwords.json")).unwrap();
        let passwords: serde_json::Value = serde_json::from_str(&text).unwrap();
        let password = passwords["desk"].as_str().unwrap();
        let host = self.url("hall").rsplit('@').next().unwrap();
        format!("nats://desk:{password}@{host}")
    }

    /// Kills the engine, as a power cut does.
    pub fn loses_engine(&self) {
        let path = self.folder.join("server.pid");
        let pid = std::fs::read_to_string(path).unwrap_or_default();
        if let Some(pid) = pid
            .trim()
            .parse()
            .ok()
            .and_then(rustix::process::Pid::from_raw)
        {
            // It may be gone already.
            let _ = rustix::process::kill_process(pid, rustix::process::Signal::KILL);
        }
    }

    /// Ends as it is told, the engine with it.
    pub fn ends(&mut self) -> std::process::ExitStatus {
        let process = rustix::process::Pid::from_child(&self.child);
        let _ = rustix::process::kill_process(process, rustix::process::Signal::TERM);
        self.child.wait().unwrap()
    }

    pub fn has_ended_by_itself(&mut self) -> std::process::ExitStatus {
        self.child.wait().unwrap()
    }
}

impl Drop for Share {
    fn drop(&mut self) {
        self.ends();
    }
}

/// A computer that joined.
pub struct Joined {
    pub data: tempfile::TempDir,
    pub session: JoinedSession,
    pub folder: PathBuf,
}

impl Joined {
    pub fn to(share: &Share, kind: StationKind) -> Self {
        Self::on(tempfile::tempdir().unwrap(), share, kind)
    }

    /// On a computer that may have been there before.
    pub fn on(data: tempfile::TempDir, share: &Share, kind: StationKind) -> Self {
        let options = JoinOptions {
            engine: share.url(kind.id()).to_owned(),
            session: share.name.clone(),
            authority: None,
            label: Some("Bản Lếch".into()),
            computer: "may-hai".into(),
            data: data.path().to_owned(),
        };
        let session = join_station(&options, kind, Lang::Vi, |_| {}).unwrap();
        let folder = session.data.join("sessions").join(&session.name);
        Self {
            data,
            session,
            folder,
        }
    }

    /// Waits until the copy is the journal, byte for byte.
    pub fn has_the_journal_of(&self, desk: &Desk) {
        let journal = std::fs::read(desk.folder.join("journal.ron")).unwrap();
        until("the copy is the journal", || {
            std::fs::read(self.folder.join("journal.ron")).is_ok_and(|copy| copy == journal)
        });
    }
}

/// A client that says what it likes.
pub struct BareClient {
    stream: BufReader<TcpStream>,
}

impl BareClient {
    pub fn of(url: &str) -> Self {
        let rest = url.strip_prefix("nats://").unwrap();
        let (entry, host) = rest.split_once('@').unwrap();
        let (user, password) = entry.split_once(':').unwrap();
        let stream = TcpStream::connect(host).unwrap();
        stream.set_read_timeout(Some(BOUND)).unwrap();
        let mut client = Self {
            stream: BufReader::new(stream),
        };
        client.says(&format!(
            r#"CONNECT {{"verbose":true,"pedantic":false,"user":"{user}","pass":"{password}","protocol":1,"name":"x","lang":"x","version":"1","headers":true}}"#
        ));
        assert_eq!(client.line(), "+OK");
        client
    }

    pub fn says(&mut self, line: &str) {
        let stream = self.stream.get_mut();
        stream.write_all(format!("{line}\r\n").as_bytes()).unwrap();
    }

    pub fn line(&mut self) -> String {
        loop {
            let mut line = String::new();
            self.stream.read_line(&mut line).unwrap();
            if line.starts_with("PING") {
                self.says("PONG");
            } else if !line.starts_with("INFO") {
                return line.trim_end().to_owned();
            }
        }
    }

    /// Whether the server lets this be done, in its words.
    pub fn tries(&mut self, command: &str) -> String {
        self.says(command);
        loop {
            let line = self.line();
            if line.starts_with("-ERR") {
                return line;
            }
            if line == "+OK" {
                // A refusal of what was published comes behind.
                self.says("PING");
                loop {
                    let line = self.line();
                    if line.starts_with("-ERR") || line == "PONG" {
                        return line;
                    }
                }
            }
        }
    }

    /// The next message that is told.
    pub fn hears(&mut self) -> Vec<u8> {
        loop {
            let line = self.line();
            if line.starts_with("MSG") {
                let length = line.rsplit(' ').next().unwrap().parse().unwrap();
                let mut bytes = vec![0; length];
                self.stream.read_exact(&mut bytes).unwrap();
                return bytes;
            }
        }
    }
}
