//! Engines: the one that is installed, servers with a configuration, and how long something is waited for.

use std::io::Write as _;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use doithoai::domain::time::Millis;
use doithoai::store::clock::Clock;

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

/// A server with a configuration of its own, ended with the story.
pub struct Server {
    program: PathBuf,
    folder: tempfile::TempDir,
    child: Option<Child>,
    pub port: u16,
}

/// One user who may do everything, and the question whether it syncs; `MORE` of `jetstream`, `TLS`.
pub const PLAIN: &str = r#"
listen: "127.0.0.1:PORT"
max_payload: 8388608
pid_file: "FOLDER/server.pid"
jetstream { store_dir: "FOLDER/store", sync_interval: always MORE }
TLS
system_account: SYS
accounts {
  SYS { exports: [ { service: "$SYS.REQ.SERVER.PING.JSZ" } ] }
  A {
    jetstream: enabled
    imports: [ { service: { account: SYS, subject: "$SYS.REQ.SERVER.PING.JSZ" } } ]
    users: [ { user: desk, password: secret-desk } ]
  }
}
"#;

impl Server {
    /// Starts one. In the configuration `PORT` stands for where it listens, and `FOLDER` for what is its own.
    pub fn of(program: &Path, config: &str) -> Self {
        let mut server = Self::prepared(program);
        server.is_configured(config);
        server.starts();
        server
    }

    /// One that is neither configured nor started.
    pub fn prepared(program: &Path) -> Self {
        Self {
            program: program.to_owned(),
            folder: tempfile::tempdir().unwrap(),
            child: None,
            port: free_port(),
        }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn is_configured(&self, config: &str) {
        let folder = self.folder.path().to_str().unwrap();
        let text = config
            .replace("PORT", &self.port.to_string())
            .replace("FOLDER", folder)
            .replace("MORE", "")
            .replace("TLS", "");
        std::fs::write(self.path("server.conf"), text).unwrap();
    }

    pub fn starts(&mut self) {
        let child = Command::new(&self.program)
            .arg("-c")
            .arg(self.path("server.conf"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        self.child = Some(child.unwrap());
        until("the server answers", || {
            TcpStream::connect(("127.0.0.1", self.port)).is_ok()
        });
    }

    pub fn dies(&mut self) {
        if let Some(mut child) = self.child.take() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }

    /// Reads its configuration anew, certificates with it.
    pub fn reloads(&self) {
        let process = rustix::process::Pid::from_child(self.child.as_ref().unwrap());
        rustix::process::kill_process(process, rustix::process::Signal::HUP).unwrap();
    }

    /// The way in of a user, whose password says so.
    pub fn url(&self, user: &str) -> String {
        format!("nats://{user}:secret-{user}@127.0.0.1:{}", self.port)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.dies();
    }
}
