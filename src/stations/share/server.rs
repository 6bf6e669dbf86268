//! A server of this computer, started where none is named: its folder, its passwords, its process. It is started again when it
//! ends, and ended with the program.

use std::collections::BTreeMap;
use std::io;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use super::error::ShareError;
use super::server_config::{EngineUser, ServerConfig};
use crate::domain::time::Millis;
use crate::store::clock::Clock;
use crate::store::journal::hex;
use crate::store::private_fs;

/// What the server is called where it is installed.
const PROGRAM: &str = "nats-server";
/// The first version that can sync whatever it stores.
const FIRST_VERSION: (u32, u32) = (2, 10);
/// How long between two starts of a server that ends; and at most, where it ends by itself again and again.
const BETWEEN_STARTS: Millis = Millis(500);
const BETWEEN_AT_MOST: Millis = Millis::of_seconds(30);
/// A server that ran for so long can be started.
const RUNS_WELL: Millis = Millis::of_minutes(1);
/// How long it may take to end.
const ENDS_WITHIN: Millis = Millis::of_seconds(3);
const PASSWORDS: &str = "passwords.json";

/// A server that was started here.
#[derive(Debug)]
pub struct LocalServer {
    program: PathBuf,
    config: PathBuf,
    pid: PathBuf,
    child: Option<Child>,
    clock: Clock,
    started: Millis,
    between: Millis,
}

/// What a server is started with.
#[derive(Debug)]
pub struct LocalServerPlace<'a> {
    /// As it was named; else the installed one is looked for.
    pub program: Option<&'a Path>,
    /// Where everything of it is kept.
    pub folder: &'a Path,
    pub listen: SocketAddr,
    /// Certificate and key.
    pub tls: Option<&'a (PathBuf, PathBuf)>,
}

impl LocalServerPlace<'_> {
    /// The passwords of all users, made the first time.
    ///
    /// # Errors
    /// When the folder cannot be used, or the system has no chance to give.
    pub fn passwords(&self) -> Result<Vec<(EngineUser, String)>, ShareError> {
        let failed = |cause| ShareError::Folder {
            path: self.folder.to_owned(),
            cause,
        };
        private_fs::folder(self.folder).map_err(failed)?;
        let path = self.folder.join(PASSWORDS);
        let known: BTreeMap<String, String> = private_fs::read_text(&path)
            .ok()
            .and_then(|text| serde_json::from_str(&text).ok())
            .unwrap_or_default();
        let mut passwords = Vec::new();
        for user in EngineUser::ALL {
            let password = match known.get(user.name()) {
                Some(known) => known.clone(),
                None => chance()?,
            };
            passwords.push((user, password));
        }
        let all: BTreeMap<&str, &str> = passwords
            .iter()
            .map(|(user, password)| (user.name(), password.as_str()))
            .collect();
        let text = serde_json::to_string_pretty(&all).unwrap_or_default();
        private_fs::replace(&path, text.as_bytes()).map_err(failed)?;
        Ok(passwords)
    }

    /// Starts the server with a configuration that is written anew.
    ///
    /// # Errors
    /// When there is none, when it is too old, or cannot be started.
    pub fn start(&self, passwords: &[(EngineUser, String)]) -> Result<LocalServer, ShareError> {
        let program = self.program.unwrap_or(Path::new(PROGRAM)).to_owned();
        let version = version_of(&program)?;
        if version.1 < FIRST_VERSION {
            return Err(ShareError::TooOld(version.0));
        }
        // Who else listens there would be taken for the server.
        drop(
            TcpListener::bind(self.listen).map_err(|cause| ShareError::Listen {
                address: self.listen,
                cause,
            })?,
        );
        let config = ServerConfig {
            listen: self.listen.to_string(),
            store: self.folder.join("store"),
            log: self.folder.join("server.log"),
            pid: self.folder.join("server.pid"),
            tls: self.tls,
            passwords,
        };
        let path = self.folder.join("server.conf");
        private_fs::replace(&path, config.text().as_bytes()).map_err(|cause| {
            ShareError::Folder {
                path: path.clone(),
                cause,
            }
        })?;
        let mut server = LocalServer {
            program,
            config: path,
            pid: config.pid,
            child: None,
            clock: Clock::system(),
            started: Millis::ZERO,
            between: BETWEEN_STARTS,
        };
        server.spawn().map_err(ShareError::Server)?;
        Ok(server)
    }
}

impl LocalServer {
    fn spawn(&mut self) -> io::Result<()> {
        self.started = self.clock.now().up;
        let child = Command::new(&self.program)
            .arg("-c")
            .arg(&self.config)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        self.child = Some(child);
        Ok(())
    }

    /// Starts it again where it ended; whether it did. One that was killed is started at once; one that ends by itself, as on a
    /// disk without room, ever later.
    pub fn look(&mut self) -> bool {
        let ended = match &mut self.child {
            Some(child) => child.try_wait().ok().flatten(),
            None => return false,
        };
        let Some(status) = ended else {
            return false;
        };
        let now = self.clock.now().up;
        let ran = now.saturating_sub(self.started);
        if ran < self.between {
            return false;
        }
        self.between = if status.code().is_some() && ran < RUNS_WELL {
            Millis(self.between.0.saturating_mul(2).min(BETWEEN_AT_MOST.0))
        } else {
            BETWEEN_STARTS
        };
        // What cannot be started now is tried at a later look.
        let _ = self.spawn();
        true
    }

    /// Ends it, so that the next look starts it anew.
    pub fn ends(&mut self) {
        if let Some(child) = &mut self.child {
            let _ = child.kill();
        }
    }

    /// Whether it ended by itself; then the end of its log says why.
    pub fn has_ended(&mut self) -> bool {
        self.child
            .as_mut()
            .is_none_or(|child| child.try_wait().is_ok_and(|ended| ended.is_some()))
    }
}

impl Drop for LocalServer {
    /// What it acknowledged is on disk, so it may be ended in any way; in order it is there sooner the next time.
    fn drop(&mut self) {
        let Some(child) = &mut self.child else {
            return;
        };
        let asked = cfg!(unix)
            && Command::new(&self.program)
                .arg("--signal")
                .arg(format!("quit={}", self.pid.display()))
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .status()
                .is_ok_and(|status| status.success());
        let since = self.clock.now().up;
        while asked && self.clock.now().up.saturating_sub(since) < ENDS_WITHIN {
            if child.try_wait().is_ok_and(|ended| ended.is_some()) {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        let _ = child.kill();
        let _ = child.wait();
    }
}

/// The version of an installed server, as it says it and as numbers.
fn version_of(program: &Path) -> Result<(String, (u32, u32)), ShareError> {
    let told = Command::new(program)
        .arg("--version")
        .stdin(Stdio::null())
        .output()
        .map_err(|cause| {
            if cause.kind() == io::ErrorKind::NotFound {
                ShareError::NoServer(program.to_owned())
            } else {
                ShareError::Server(cause)
            }
        })?;
    let said = String::from_utf8_lossy(&told.stdout).into_owned();
    let version = numbers(&said).ok_or_else(|| ShareError::NoServer(program.to_owned()))?;
    Ok(version)
}

/// `nats-server: v2.15.1`.
fn numbers(said: &str) -> Option<(String, (u32, u32))> {
    let version = said.trim().rsplit('v').next()?;
    let mut parts = version.split('.');
    let major = parts.next()?.parse().ok()?;
    let minor = parts.next()?.parse().ok()?;
    Some((version.to_owned(), (major, minor)))
}

/// A word that nobody guesses.
fn chance() -> Result<String, ShareError> {
    let mut bytes = [0; 12];
    getrandom::fill(&mut bytes).map_err(|_| ShareError::NoChance)?;
    Ok(hex(&bytes))
}

/// A short word by which this computer is told from others.
///
/// # Errors
/// When the system has no chance to give.
pub fn short_word() -> Result<String, ShareError> {
    let mut word = chance()?;
    word.truncate(4);
    Ok(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_says_its_version() {
        assert_eq!(
            numbers("nats-server: v2.15.1\n"),
            Some(("2.15.1".into(), (2, 15)))
        );
        assert!(numbers("nats-server: v2.9.10\n").unwrap().1 < FIRST_VERSION);
        assert_eq!(numbers("busybox"), None);
        assert_eq!(numbers(""), None);
    }

    #[test]
    fn passwords_are_made_once_and_nobody_has_the_password_of_another() {
        let folder = tempfile::tempdir().unwrap();
        let place = LocalServerPlace {
            program: None,
            folder: folder.path(),
            listen: "127.0.0.1:4222".parse().unwrap(),
            tls: None,
        };
        let first = place.passwords().unwrap();
        assert_eq!(place.passwords().unwrap(), first);
        let different: std::collections::BTreeSet<&String> =
            first.iter().map(|(_, password)| password).collect();
        assert_eq!(different.len(), EngineUser::ALL.len());
    }
}
