//! The one place that speaks to an engine, NATS with `JetStream`: connects, stores, reads in order, tells. It decides nothing, and knows
//! nothing of what is in a message.

mod connecting;
mod reading;
mod storing;

use std::time::Duration;

use async_nats::jetstream::stream::{Config, DiscardPolicy, External, Source, StorageType};
use async_nats::jetstream::{Context, ContextBuilder};
use async_nats::{Client, Event, Subscriber};
use futures_util::StreamExt as _;
use tokio::sync::mpsc::{self, UnboundedReceiver};

use super::error::ShareError;
pub use connecting::EngineAddress;
use connecting::not_connected;
pub use reading::EngineReading;
pub use storing::StoreOutcome;

/// How long an answer is waited for.
const PATIENCE: Duration = Duration::from_secs(5);
/// The first version that can sync whatever it stores.
const FIRST_VERSION: (i64, i64, i64) = (2, 10, 0);
/// Where a server tells how it stores; the account has to let this through from the system's own.
const TELLS_HOW_IT_STORES: &str = "$SYS.REQ.SERVER.PING.JSZ";
const ID: &str = "Nats-Msg-Id";

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
                    // It only says once more that there is no connection; why, `why_not` tells.
                    Event::ClientError(_)
                    | Event::LameDuckMode
                    | Event::Draining
                    | Event::SlowConsumer(_) => return,
                };
                // Whoever listened may have gone.
                let _ = tell.send(sign);
            }
        });
        let connected = options.connect(address.server.clone()).await;
        let client = connected.map_err(|error| not_connected(&error, address))?;
        let context = ContextBuilder::new()
            .timeout(PATIENCE)
            .ack_timeout(PATIENCE)
            .build(client.clone());
        Ok((Self { client, context }, signs))
    }

    /// Why the engine at this address cannot be reached now; `None` where it can.
    pub async fn why_not(address: EngineAddress) -> Option<ShareError> {
        Self::connect(&address).await.err()
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

    /// Tells whoever listens now; nothing of it is stored.
    pub async fn publish_unstored(&self, subject: String, payload: Vec<u8>) {
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
