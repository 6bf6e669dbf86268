//! What a server on this computer is configured with, as text: one account, a user for each kind of station with what it may and
//! nothing else, every write synced, nothing deleted. Knows no disk.

use std::fmt::Write as _;
use std::path::PathBuf;

use super::subjects::{ALL_DOSSIERS, ALL_SESSIONS, DOSSIERS, SESSIONS};

/// The most bytes of a message: the first line of a journal holds plan and regulation whole.
const LARGEST: u32 = 8 * 1024 * 1024;

/// Who comes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EngineUser {
    /// Who carries: alone writes lines, answers and pictures.
    Desk,
    Registration,
    Secretary,
    Venue,
    /// Sees what the hall sees.
    Hall,
    /// Reads closed dossiers.
    Province,
}

impl EngineUser {
    pub const ALL: [Self; 6] = [
        Self::Desk,
        Self::Registration,
        Self::Secretary,
        Self::Venue,
        Self::Hall,
        Self::Province,
    ];

    /// What it is called in the engine.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Desk => "desk",
            Self::Registration => "registration",
            Self::Secretary => "secretary",
            Self::Venue => "venue",
            Self::Hall => "hall",
            Self::Province => "province",
        }
    }

    /// The subjects on which it may say something.
    fn may_say(self) -> Vec<String> {
        let name = self.name();
        match self {
            Self::Desk => {
                let mut subjects: Vec<String> = [
                    ALL_SESSIONS,
                    ALL_DOSSIERS,
                    "doithoai.hall.>",
                    "doithoai.sign.>",
                    "$SYS.REQ.SERVER.PING.JSZ",
                ]
                .map(ToOwned::to_owned)
                .into();
                for stream in [SESSIONS, DOSSIERS] {
                    subjects.push(format!("$JS.API.STREAM.CREATE.{stream}"));
                    subjects.extend(reads(stream, ">"));
                }
                subjects
            }
            Self::Registration | Self::Secretary | Self::Venue => {
                let mut subjects = vec![format!("doithoai.session.*.requests.{name}")];
                subjects.extend(reads(SESSIONS, ALL_SESSIONS));
                subjects
            }
            Self::Hall => Vec::new(),
            Self::Province => reads(DOSSIERS, ALL_DOSSIERS),
        }
    }

    /// The subjects that it may hear.
    fn may_hear(self) -> Vec<String> {
        let own = format!("_INBOX_{}.>", self.name());
        match self {
            Self::Desk | Self::Province => vec![own],
            Self::Registration | Self::Secretary | Self::Venue => {
                vec![own, "doithoai.sign.>".to_owned()]
            }
            Self::Hall => vec!["doithoai.hall.>".to_owned()],
        }
    }
}

/// What is asked of a stream by who reads it in order.
fn reads(stream: &str, filter: &str) -> Vec<String> {
    vec![
        format!("$JS.API.CONSUMER.CREATE.{stream}.*.{filter}"),
        format!("$JS.API.CONSUMER.MSG.NEXT.{stream}.*"),
        format!("$JS.API.CONSUMER.INFO.{stream}.*"),
        format!("$JS.API.CONSUMER.DELETE.{stream}.*"),
        // Past what a bad disk made unreadable.
        format!("$JS.API.STREAM.INFO.{stream}"),
        format!("$JS.API.STREAM.MSG.GET.{stream}"),
    ]
}

/// Where a server listens, what it keeps where, and who comes in.
#[derive(Debug)]
pub struct ServerConfig<'a> {
    pub listen: String,
    pub store: PathBuf,
    pub log: PathBuf,
    pub pid: PathBuf,
    /// Certificate and key.
    pub tls: Option<&'a (PathBuf, PathBuf)>,
    /// A password for each user.
    pub passwords: &'a [(EngineUser, String)],
}

impl ServerConfig<'_> {
    /// The whole configuration.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = format!(
            "# Written by doithoai share, anew whenever it starts.\n\
             server_name: doithoai\n\
             listen: {}\n\
             max_payload: {LARGEST}\n\
             log_file: {}\n\
             pid_file: {}\n\
             jetstream {{ store_dir: {}, sync_interval: always, max_memory_store: 0 }}\n",
            quoted(&self.listen),
            quoted(&self.log.to_string_lossy()),
            quoted(&self.pid.to_string_lossy()),
            quoted(&self.store.to_string_lossy()),
        );
        if let Some((certificate, key)) = self.tls {
            // Writing to a string does not fail, here and below.
            let _ = writeln!(
                text,
                "tls {{ cert_file: {}, key_file: {} }}",
                quoted(&certificate.to_string_lossy()),
                quoted(&key.to_string_lossy())
            );
        }
        text.push_str(
            "system_account: SYS\n\
             accounts {\n\
             \x20 SYS { exports: [ { service: \"$SYS.REQ.SERVER.PING.JSZ\" } ] }\n\
             \x20 DOITHOAI {\n\
             \x20   jetstream: enabled\n\
             \x20   imports: [ { service: { account: SYS, subject: \"$SYS.REQ.SERVER.PING.JSZ\" } } ]\n\
             \x20   users: [\n",
        );
        for (user, password) in self.passwords {
            let _ = writeln!(
                text,
                "      {{ user: {}, password: {}, permissions: {{ publish: {}, subscribe: {} }} }}",
                user.name(),
                quoted(password),
                listed(&user.may_say()),
                listed(&user.may_hear()),
            );
        }
        text.push_str("    ]\n  }\n}\n");
        text
    }
}

/// Nothing at all is refused by name: an empty list would allow everything.
fn listed(subjects: &[String]) -> String {
    if subjects.is_empty() {
        return "{ deny: \">\" }".to_owned();
    }
    let quoted: Vec<String> = subjects.iter().map(|subject| quoted(subject)).collect();
    format!("{{ allow: [{}] }}", quoted.join(", "))
}

fn quoted(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{escaped}\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_deletes_and_the_hall_says_nothing_and_hears_the_hall_alone() {
        for user in EngineUser::ALL {
            for subject in user.may_say() {
                assert!(!subject.contains("PURGE"), "{subject}");
                assert!(!subject.contains("MSG.DELETE"), "{subject}");
                assert!(!subject.contains("STREAM.DELETE"), "{subject}");
                assert!(!subject.contains("STREAM.UPDATE"), "{subject}");
            }
        }
        assert_eq!(listed(&EngineUser::Hall.may_say()), "{ deny: \">\" }");
        assert_eq!(EngineUser::Hall.may_hear(), ["doithoai.hall.>"]);
        let lines: Vec<EngineUser> = EngineUser::ALL
            .into_iter()
            .filter(|user| user.may_say().contains(&ALL_SESSIONS.to_owned()))
            .collect();
        assert_eq!(lines, [EngineUser::Desk]);
    }

    #[test]
    fn a_folder_with_any_name_is_one_text() {
        let config = ServerConfig {
            listen: "127.0.0.1:4222".into(),
            store: PathBuf::from(r#"C:\Người dùng\"kho""#),
            log: PathBuf::from("log"),
            pid: PathBuf::from("pid"),
            tls: None,
            passwords: &[(EngineUser::Hall, "a\"b".into())],
        };
        let text = config.text();
        assert!(text.contains(r#"store_dir: "C:\\Người dùng\\\"kho\"", sync_interval: always"#));
        assert!(text.contains(r#"password: "a\"b""#));
    }
}
