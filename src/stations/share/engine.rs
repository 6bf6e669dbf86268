//! The one place that speaks to an engine, NATS with `JetStream`: connects, stores, reads in order, tells. It decides nothing, and knows
//! nothing of what is in a message.

mod reading;

use std::path::{Path, PathBuf};
use std::time::Duration;

use async_nats::jetstream::context::PublishErrorKind;
use async_nats::jetstream::message::PublishMessage;
use async_nats::jetstream::stream::{Config, DiscardPolicy, External, Source, StorageType};
use async_nats::jetstream::{Context, ContextBuilder};
use async_nats::{Client, ConnectErrorKind, ConnectOptions, Event, ServerAddr, Subscriber};
use futures_util::StreamExt as _;
use tokio::sync::mpsc::{self, UnboundedReceiver};

use super::error::ShareError;
pub use reading::EngineReading;

/// How long an answer is waited for.
const PATIENCE: Duration = Duration::from_secs(5);
/// So often the connection is tried out: a cable that was cut says nothing by itself.
const PING: Duration = Duration::from_secs(3);
/// The first version that can sync whatever it stores.
const FIRST_VERSION: (i64, i64, i64) = (2, 10, 0);
/// Where a server tells how it stores; the account has to let this through from the system's own.
const TELLS_HOW_IT_STORES: &str = "$SYS.REQ.SERVER.PING.JSZ";
const ID: &str = "Nats-Msg-Id";

/// Where an engine is, and what is needed to get in.
#[derive(Debug, Clone)]
pub struct EngineAddress {
    server: ServerAddr,
    /// The authority that vouches for the server, where the system does not know it.
    authority: Option<PathBuf>,
}

impl EngineAddress {
    /// What was typed, `nats://user:password@host:port` or `tls://…`.
    ///
    /// # Errors
    /// When it is no address, or the program cannot encrypt and should.
    pub fn read(typed: &str, authority: Option<&Path>) -> Result<Self, ShareError> {
        let server: ServerAddr = typed
            .trim()
            .parse()
            .map_err(|_| ShareError::Address(without_password(typed)))?;
        let is_encrypted = server.tls_required() || authority.is_some();
        if is_encrypted && !cfg!(feature = "tls") {
            return Err(ShareError::TlsNotBuilt);
        }
        Ok(Self {
            server,
            authority: authority.map(Path::to_owned),
        })
    }

    /// Host and port, without what is secret.
    #[must_use]
    pub fn shown(&self) -> String {
        format!("{}:{}", self.server.host(), self.server.port())
    }

    fn options(&self) -> ConnectOptions {
        let user = self.server.username().unwrap_or_default().to_owned();
        let password = self.server.password().unwrap_or_default().to_owned();
        let inbox = format!("_INBOX_{}", super::subjects::word(&user));
        let mut options = ConnectOptions::new()
            .name("doithoai")
            .custom_inbox_prefix(inbox)
            .ping_interval(PING)
            .connection_timeout(PATIENCE)
            .request_timeout(Some(PATIENCE))
            .reconnect_delay_callback(|tries| {
                Duration::from_millis(u64::try_from(tries).unwrap_or(8).min(8) * 250)
            });
        if !user.is_empty() {
            options = options.user_and_password(user, password);
        }
        match &self.authority {
            Some(authority) => options
                .add_root_certificates(authority.clone())
                .require_tls(true),
            None => options,
        }
    }
}

/// An address as it may be shown, also where it is none.
fn without_password(typed: &str) -> String {
    match typed.rsplit_once('@') {
        Some((_, host)) => host.to_owned(),
        None => typed.to_owned(),
    }
}

/// What became of the connection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EngineSign {
    Reached,
    Lost,
    /// In the server's words: mostly what the user may not do.
    Refused(String),
}

/// A message as it is held.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HeldMessage {
    pub subject: String,
    pub sequence: u64,
    /// The id it was stored under.
    pub id: String,
    pub payload: Vec<u8>,
    /// Nothing behind it is held now.
    pub is_last: bool,
}

/// What became of something that was to be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoreOutcome {
    Stored(u64),
    /// It has this id already, since a short while ago.
    StoredBefore,
    /// The last of this subject is another one, this one where that was said.
    OtherLast(Option<u64>),
    /// Nobody knows.
    Unknown,
    /// It does not want it, in its words.
    Refused(String),
}

/// A connection that comes back by itself.
#[derive(Debug, Clone)]
pub struct Engine {
    client: Client,
    context: Context,
}

/// What is told on a subject, from now on.
pub struct EngineListening(Subscriber);

impl EngineListening {
    /// What is told next; `None` when nobody listens any more.
    pub async fn next(&mut self) -> Option<Vec<u8>> {
        Some(self.0.next().await?.payload.into())
    }
}

impl Engine {
    /// Connects once; from then on it comes back by itself, and the receiver tells.
    ///
    /// # Errors
    /// When nothing answers, or the server lets nobody in.
    pub async fn connect(
        address: &EngineAddress,
    ) -> Result<(Self, UnboundedReceiver<EngineSign>), ShareError> {
        let (tell, signs) = mpsc::unbounded_channel();
        let options = address.options().event_callback(move |event| {
            let tell = tell.clone();
            async move {
                let sign = match event {
                    Event::Connected => EngineSign::Reached,
                    Event::Disconnected | Event::Closed => EngineSign::Lost,
                    Event::ServerError(error) => EngineSign::Refused(error.to_string()),
                    Event::ClientError(error) => EngineSign::Refused(error.to_string()),
                    Event::LameDuckMode | Event::Draining | Event::SlowConsumer(_) => return,
                };
                // Whoever listened may have gone.
                let _ = tell.send(sign);
            }
        });
        let connected = options.connect(address.server.clone()).await;
        let client = connected.map_err(|error| {
            let (shown, cause) = (address.shown(), innermost(&error));
            // A handshake that fails is told as any other fault of a connection.
            if cause.contains("certificate") || error.kind() == ConnectErrorKind::Tls {
                return ShareError::Tls {
                    address: shown,
                    cause,
                };
            }
            match error.kind() {
                ConnectErrorKind::Authentication | ConnectErrorKind::AuthorizationViolation => {
                    ShareError::NotLetIn(shown)
                }
                ConnectErrorKind::ServerParse
                | ConnectErrorKind::Dns
                | ConnectErrorKind::TimedOut
                | ConnectErrorKind::Io
                | ConnectErrorKind::Tls
                | ConnectErrorKind::MaxReconnects => ShareError::Unreachable {
                    address: shown,
                    cause,
                },
            }
        })?;
        let context = ContextBuilder::new()
            .timeout(PATIENCE)
            .ack_timeout(PATIENCE)
            .build(client.clone());
        Ok((Self { client, context }, signs))
    }

    /// Makes sure that what this server acknowledges is on its disk.
    ///
    /// # Errors
    /// When it is not, or when that cannot be learned.
    pub async fn check_it_syncs(&self) -> Result<(), ShareError> {
        let version = self.client.server_info().version;
        let (major, minor, patch) = FIRST_VERSION;
        if !self.client.is_server_compatible(major, minor, patch) {
            return Err(ShareError::TooOld(version));
        }
        let asked = self
            .client
            .request(TELLS_HOW_IT_STORES, r#"{"config":true}"#.into())
            .await
            .map_err(|_| ShareError::SyncUnknown)?;
        let told: serde_json::Value =
            serde_json::from_slice(&asked.payload).map_err(|_| ShareError::SyncUnknown)?;
        match told.pointer("/data/config") {
            Some(config) if config.get("sync_always") == Some(&true.into()) => Ok(()),
            Some(_) => Err(ShareError::SyncNotAlways),
            None => Err(ShareError::SyncUnknown),
        }
    }

    /// The most bytes that a message may have here.
    #[must_use]
    pub fn largest(&self) -> usize {
        self.client.server_info().max_payload
    }

    /// Makes a stream, unless it is there. Nothing in it is ever thrown away.
    ///
    /// # Errors
    /// In the server's words, when it is not there and was not made.
    pub async fn make_stream(&self, name: &str, subject: &str) -> Result<(), String> {
        let missing = match self.context.get_stream(name).await {
            Ok(_) => return Ok(()),
            Err(error) => innermost(&error),
        };
        let config = Config {
            name: name.to_owned(),
            subjects: vec![subject.to_owned()],
            storage: StorageType::File,
            discard: DiscardPolicy::New,
            deny_delete: true,
            deny_purge: true,
            duplicate_window: Duration::from_mins(2),
            ..Config::default()
        };
        let made = self.context.create_stream(config).await;
        made.map(|_| ())
            .map_err(|error| format!("{missing}; {}", innermost(&error)))
    }

    /// Lets a stream gather what the engines of these domains hold under its name; what it gathered stays.
    ///
    /// # Errors
    /// In the server's words.
    pub async fn gather(&self, name: &str, domains: &[String]) -> Result<(), String> {
        let mut config = match self.context.get_stream(name).await {
            Ok(held) => held.cached_info().config.clone(),
            Err(_) => Config {
                name: name.to_owned(),
                storage: StorageType::File,
                discard: DiscardPolicy::New,
                deny_delete: true,
                deny_purge: true,
                ..Config::default()
            },
        };
        let mut sources = config.sources.take().unwrap_or_default();
        for domain in domains {
            let api_prefix = format!("$JS.{domain}.API");
            let is_known = sources.iter().any(|source| {
                let external = source.external.as_ref();
                external.is_some_and(|external| external.api_prefix == api_prefix)
            });
            if !is_known {
                sources.push(Source {
                    name: name.to_owned(),
                    external: Some(External {
                        api_prefix,
                        delivery_prefix: None,
                    }),
                    ..Source::default()
                });
            }
        }
        config.sources = Some(sources);
        let made = self.context.create_or_update_stream(config).await;
        made.map(|_| ()).map_err(|error| innermost(&error))
    }

    /// Stores a message and says what became of it.
    pub async fn store(
        &self,
        subject: String,
        id: &str,
        expected: Option<u64>,
        payload: Vec<u8>,
    ) -> StoreOutcome {
        let mut message = PublishMessage::build()
            .payload(payload.into())
            .message_id(id);
        if let Some(expected) = expected {
            message = message.expected_last_subject_sequence(expected);
        }
        let sent = match self.context.send_publish(subject, message).await {
            Ok(sent) => sent.await,
            Err(error) => Err(error),
        };
        match sent {
            Ok(ack) if ack.duplicate => StoreOutcome::StoredBefore,
            Ok(ack) => StoreOutcome::Stored(ack.sequence),
            Err(error) => match error.kind() {
                PublishErrorKind::WrongLastSequence | PublishErrorKind::WrongLastMessageId => {
                    StoreOutcome::OtherLast(last_said(&innermost(&error)))
                }
                PublishErrorKind::TimedOut
                | PublishErrorKind::BrokenPipe
                | PublishErrorKind::StreamNotFound
                | PublishErrorKind::MaxAckPending => StoreOutcome::Unknown,
                PublishErrorKind::MaxPayloadExceeded | PublishErrorKind::Other => {
                    StoreOutcome::Refused(innermost(&error))
                }
            },
        }
    }

    /// Tells whoever listens now; nothing of it is stored.
    pub async fn tell(&self, subject: String, payload: Vec<u8>) {
        // Nobody need hear it: it is told again soon.
        let _ = self.client.publish(subject, payload.into()).await;
    }

    /// Listens to what is told on a subject.
    ///
    /// # Errors
    /// In words, when that is not possible now.
    pub async fn listen(&self, subject: String) -> Result<EngineListening, String> {
        let listening = self.client.subscribe(subject).await;
        listening
            .map(EngineListening)
            .map_err(|error| innermost(&error))
    }

    /// Reads what a stream holds of these subjects, from the first.
    ///
    /// # Errors
    /// In the server's words: mostly that the stream is not there yet.
    pub async fn read(&self, stream: &str, subject: &str) -> Result<EngineReading, String> {
        EngineReading::begin(self.clone(), stream.to_owned(), subject.to_owned()).await
    }
}

/// What the server said, without what stood around it.
fn innermost(error: &dyn std::error::Error) -> String {
    let mut inner = error;
    while let Some(source) = inner.source() {
        inner = source;
    }
    inner.to_string()
}

/// `wrong last sequence: 17`.
fn last_said(text: &str) -> Option<u64> {
    let rest = text.split("sequence: ").nth(1)?;
    let figures = rest.split(|letter: char| !letter.is_ascii_digit()).next();
    figures?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_sequence_is_taken_from_what_the_server_says() {
        for (said, last) in [
            ("wrong last sequence: 17", Some(17)),
            (
                "wrong last sequence: 17 (code 400, error code 10071)",
                Some(17),
            ),
            ("wrong last sequence", None),
        ] {
            assert_eq!(last_said(said), last, "{said}");
        }
    }

    #[test]
    fn a_password_is_never_shown() {
        let address = EngineAddress::read("nats://desk:geheim@127.0.0.1:4222", None).unwrap();
        assert_eq!(address.shown(), "127.0.0.1:4222");
        let error = EngineAddress::read("nats://desk:geheim@:::", None).unwrap_err();
        assert!(!format!("{error:?}").contains("geheim"));
    }
}
