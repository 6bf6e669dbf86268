//! A session with its desk, and the program that shows it on a network.

use std::io::{BufRead as _, BufReader};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};

use doithoai::documents::plan_import;
use doithoai::domain::request::{Answer, AnswerWords, RequestOutcome};
use doithoai::domain::session::command::Command as DeskCommand;
use doithoai::domain::session::plan::Plan;
use doithoai::store::clock::Clock;
use doithoai::store::inbox::RequestQueue;
use doithoai::store::profiles;
use doithoai::store::sessions::{OpenSession, Purpose, SessionStore, id_of};

use crate::client::BOUND;
use crate::stage::following;

/// A session on this computer.
pub struct Desk {
    pub data: tempfile::TempDir,
    pub folder: PathBuf,
    pub open: OpenSession,
}

impl Desk {
    pub fn of(plan: Plan) -> Self {
        let data = tempfile::tempdir().unwrap();
        let regulation = profiles::load(&plan.regulation.0, None).unwrap();
        let folder = SessionStore::at(data.path())
            .create(plan, regulation, Purpose::Held, &Clock::system())
            .unwrap();
        let open = OpenSession::open(&folder, Clock::system()).unwrap();
        Self { data, folder, open }
    }

    pub fn of_sample() -> Self {
        Self::of(plan_import::sample().unwrap())
    }

    pub fn id(&self) -> String {
        id_of(&self.folder)
    }

    pub fn does(&mut self, command: DeskCommand) {
        let (now, _) = self.open.now();
        self.open.perform(command, now).unwrap();
    }

    /// Takes what was asked, as the desk's own program does between two keys.
    pub fn takes_requests(&mut self) {
        let mut queue = RequestQueue::of(&self.folder);
        queue.look().unwrap();
        while let Some(request) = queue.next().cloned() {
            let (now, _) = self.open.now();
            let outcome = self.open.perform_request(&request, now).map(|seq| {
                let entry = self.open.session().history().entry(seq).unwrap();
                RequestOutcome::of_record(&entry.record)
            });
            let answer = Answer {
                request: request.id.clone(),
                at: now.wall,
                outcome: outcome.unwrap_or(RequestOutcome::Refused),
                says: AnswerWords {
                    vi: "lời của bàn điều hành".into(),
                    en: "the words of the desk".into(),
                },
            };
            queue.answer(&answer).unwrap();
        }
    }

    /// Does what is prescribed until this is so.
    pub fn goes_on_until(&mut self, is_so: impl Fn(&doithoai::domain::session::Session) -> bool) {
        while !is_so(self.open.session()) {
            let command = following(self.open.session()).expect("something is left to do");
            self.does(command);
        }
    }
}

/// The program that shows a session, ended with the story.
pub struct Hall {
    child: Child,
    lines: Receiver<String>,
    pub address: SocketAddr,
}

impl Hall {
    pub fn of(desk: &Desk, options: &[&str]) -> Self {
        Self::named(desk.data.path(), &desk.id(), options)
    }

    pub fn named(data: &std::path::Path, session: &str, options: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_doithoai"))
            .args(["hall", session, "--listen", "127.0.0.1:0", "--data-dir"])
            .arg(data)
            .args(options)
            .env("DOITHOAI_CONFIG_DIR", data.join("none"))
            .env_remove("DOITHOAI_LANG")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let (line, lines) = channel();
        let stdout = BufReader::new(child.stdout.take().unwrap());
        std::thread::spawn(move || {
            for said in stdout.lines().map_while(Result::ok) {
                if line.send(said).is_err() {
                    return;
                }
            }
        });
        let url = said(&lines, "://");
        // Under whatever name it is offered, it is here.
        let port = url.trim().rsplit(':').next().unwrap().parse().unwrap();
        let address = SocketAddr::from(([127, 0, 0, 1], port));
        Self {
            child,
            lines,
            address,
        }
    }

    /// The next line with these words.
    pub fn says(&self, words: &str) -> String {
        said(&self.lines, words)
    }

    /// Ends as it is told, and says how.
    #[cfg(unix)]
    pub fn ends_when_told(mut self) -> std::process::ExitStatus {
        let process = rustix::process::Pid::from_child(&self.child);
        rustix::process::kill_process(process, rustix::process::Signal::TERM).unwrap();
        self.child.wait().unwrap()
    }

    /// The number for the next device.
    pub fn pin(&self) -> String {
        let line = self.says("Mã cho máy tiếp theo");
        line.rsplit(' ').next().unwrap().to_owned()
    }
}

fn said(lines: &Receiver<String>, words: &str) -> String {
    loop {
        let line = lines
            .recv_timeout(BOUND)
            .unwrap_or_else(|_| panic!("nothing is said of {words}"));
        if line.contains(words) {
            return line;
        }
    }
}

impl Drop for Hall {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
