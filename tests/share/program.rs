//! The program: that shares a session, that does one thing and ends, and a computer that joined.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};

use doithoai::domain::i18n::Lang;
use doithoai::domain::request::{RegistrationForm, Request, StationCommand, StationKind};
use doithoai::domain::session::command::Command as DeskCommand;
use doithoai::domain::session::event::{Seq, StationId};
use doithoai::stations::share::{JoinOptions, JoinedSession, join_station};
use doithoai::store::clock::Clock;
use doithoai::store::inbox::{INBOX_NAME, Inbox, OUTBOX_NAME};

use crate::engines::{BOUND, engine, free_port, until};
use crate::hall::Desk;

/// What the program said and how it ended.
pub struct Told {
    pub code: Option<i32>,
    pub said: String,
}

/// Runs the program to its end.
pub fn program(data: &Path, arguments: &[&str]) -> Told {
    program_with(data, arguments, &[])
}

/// The same with more in its environment.
pub fn program_with(data: &Path, arguments: &[&str], more: &[(&str, &Path)]) -> Told {
    let output = Command::new(env!("CARGO_BIN_EXE_doithoai"))
        .args(arguments)
        .arg("--data-dir")
        .arg(data)
        .env("DOITHOAI_CONFIG_DIR", data.join("none"))
        .env_remove("DOITHOAI_LANG")
        .envs(more.iter().copied())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let both = [output.stdout.as_slice(), output.stderr.as_slice()].concat();
    Told {
        code: output.status.code(),
        said: String::from_utf8(both).unwrap(),
    }
}

/// Somebody writes a note at the desk.
pub fn notes(desk: &mut Desk, text: &str) {
    desk.does(DeskCommand::Note {
        text: text.into(),
        item: None,
    });
}

/// Waits until a request of a station lies at the desk.
pub fn waits_for(desk: &Desk, request: &Request) {
    until("the request lies at the desk", || {
        std::fs::read_to_string(desk.folder.join(INBOX_NAME))
            .is_ok_and(|inbox| inbox.contains(&request.id.0))
    });
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

    /// By an engine that runs already.
    pub fn through(desk: &Desk, engine: &Path, url: &str) -> Self {
        Self::with(desk.data.path(), &desk.id(), engine, &["--engine", url])
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

    /// The port at which its own engine listens.
    pub fn port(&self) -> u16 {
        let port = self.url("hall").rsplit(':').next();
        port.unwrap().parse().unwrap()
    }

    pub fn process(&self) -> u32 {
        self.child.id()
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

/// A desk whose session is shared, and a computer that joined as this; `None` where no engine is installed.
pub fn shared_with(kind: StationKind) -> Option<(Desk, Share, Joined)> {
    let engine = engine()?;
    let desk = Desk::of_sample();
    let share = Share::of(&desk, &engine);
    let joined = Joined::to(&share, kind);
    Some((desk, share, joined))
}

/// The hall in which computers that join are.
pub const HALL: &str = "Bản Lếch";

impl Joined {
    pub fn to(share: &Share, kind: StationKind) -> Self {
        Self::on(tempfile::tempdir().unwrap(), share, kind)
    }

    /// On a computer that may have been there before.
    pub fn on(data: tempfile::TempDir, share: &Share, kind: StationKind) -> Self {
        Self::at(data, share.url(kind.id()), &share.name, (kind, None))
    }

    /// At an engine, for which this authority vouches.
    pub fn at(
        data: tempfile::TempDir,
        url: &str,
        name: &str,
        (kind, authority): (StationKind, Option<PathBuf>),
    ) -> Self {
        let options = JoinOptions {
            engine: url.to_owned(),
            session: name.to_owned(),
            authority,
            label: Some(HALL.into()),
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

    /// What its station is called.
    pub fn station(&self, kind: StationKind) -> StationId {
        kind.station(Some(&self.session.label))
    }

    /// Somebody at the station asks for something, as its own screen writes it.
    pub fn asks(&self, station: StationId, command: StationCommand, based_on: Seq) -> Request {
        let now = Clock::system().now().wall;
        let request = Request {
            id: Inbox::new_id(&station, now),
            station,
            at: now,
            based_on,
            command,
        };
        Inbox::of(&self.folder).append(&request).unwrap();
        request
    }

    pub fn registers(&self, name: &str) -> Request {
        let form = RegistrationForm {
            name: name.into(),
            ..RegistrationForm::default()
        };
        let station = self.station(StationKind::Venue);
        self.asks(station, StationCommand::Register(form), Seq(1))
    }

    /// Waits until the copy is the journal, byte for byte.
    pub fn has_the_journal_of(&self, desk: &Desk) {
        self.has_the_journal_in(&desk.folder);
    }

    pub fn has_the_journal_in(&self, folder: &Path) {
        let journal = std::fs::read(folder.join("journal.ron")).unwrap();
        until("the copy is the journal", || {
            std::fs::read(self.folder.join("journal.ron")).is_ok_and(|copy| copy == journal)
        });
    }

    pub fn is_answered(&self, request: &Request) {
        until("the answer is back", || {
            std::fs::read_to_string(self.folder.join(OUTBOX_NAME))
                .is_ok_and(|outbox| outbox.contains(&request.id.0))
        });
    }
}
