//! Reading what a stream holds, in order, and what comes from then on; also past what a bad disk made unreadable, at which the
//! server itself comes to a halt without a word.

use std::collections::VecDeque;
use std::time::Duration;

use async_nats::HeaderMap;
use async_nats::jetstream::consumer::DeliverPolicy;
use async_nats::jetstream::consumer::pull::{Ordered, OrderedConfig};
use async_nats::jetstream::stream::LastRawMessageErrorKind;
use futures_util::StreamExt as _;
use futures_util::future::BoxFuture;
use tokio::time::{Instant, timeout_at};

use super::{Engine, HeldMessage, ID, innermost};

/// Something is left, and nothing comes for so long: then it is asked for piece by piece.
const STALLED: Duration = Duration::from_millis(1500);

/// What is held, in order, and what comes from then on.
pub struct EngineReading {
    engine: Engine,
    stream: String,
    subject: String,
    messages: Ordered,
    /// The last sequence that came, and how many messages are left behind it.
    last: u64,
    pending: u64,
    stalls_at: Instant,
    /// Asked for piece by piece; kept here, since whoever waits for a message may stop waiting.
    going_round: Option<BoxFuture<'static, Option<WayRound>>>,
    found: VecDeque<HeldMessage>,
    /// Nothing was held when it began.
    pub is_empty: bool,
}

/// What was found past what cannot be read, and what comes behind it.
struct WayRound {
    found: VecDeque<HeldMessage>,
    last: u64,
    messages: Ordered,
    pending: u64,
}

impl EngineReading {
    pub(super) async fn begin(
        engine: Engine,
        stream: String,
        subject: String,
    ) -> Result<Self, String> {
        let (messages, pending) = messages_from(&engine, &stream, &subject, 1).await?;
        Ok(Self {
            engine,
            stream,
            subject,
            messages,
            last: 0,
            pending,
            stalls_at: Instant::now() + STALLED,
            going_round: None,
            found: VecDeque::new(),
            is_empty: pending == 0,
        })
    }

    /// The next message that is held; `None` when it has to be read anew.
    pub async fn next(&mut self) -> Option<HeldMessage> {
        loop {
            if let Some(found) = self.found.pop_front() {
                return Some(found);
            }
            if let Some(going) = &mut self.going_round {
                let round = going.await;
                self.going_round = None;
                self.goes_on_behind(round?);
                continue;
            }
            let message = if self.pending == 0 {
                self.messages.next().await
            } else {
                let Ok(message) = timeout_at(self.stalls_at, self.messages.next()).await else {
                    self.goes_round();
                    continue;
                };
                message
            };
            let message = message?.ok()?;
            let (sequence, pending) = {
                let info = message.info().ok()?;
                (info.stream_sequence, info.pending)
            };
            (self.last, self.pending) = (sequence, pending);
            self.stalls_at = Instant::now() + STALLED;
            return Some(HeldMessage {
                subject: message.subject.to_string(),
                sequence,
                id: message.headers.as_ref().map(id_of).unwrap_or_default(),
                is_last: pending == 0,
                payload: message.message.payload.into(),
            });
        }
    }

    fn goes_round(&mut self) {
        let (engine, stream) = (self.engine.clone(), self.stream.clone());
        let round = way_round(engine, stream, self.subject.clone(), self.last);
        self.going_round = Some(Box::pin(round));
    }

    fn goes_on_behind(&mut self, round: WayRound) {
        self.found = round.found;
        self.last = round.last;
        self.messages = round.messages;
        self.pending = round.pending;
        self.stalls_at = Instant::now() + STALLED;
        if self.pending == 0 {
            match self.found.back_mut() {
                Some(last) => last.is_last = true,
                // What was left cannot be read: it is no message, and nothing is behind it.
                None => self.found.push_back(HeldMessage {
                    is_last: true,
                    ..HeldMessage::default()
                }),
            }
        }
    }
}

/// What comes from this sequence on, and how many messages there are of it now.
async fn messages_from(
    engine: &Engine,
    stream: &str,
    subject: &str,
    first: u64,
) -> Result<(Ordered, u64), String> {
    // Only with a name the subject that is asked for stands in the request, so that a user may be held to it.
    let inbox = engine.client.new_inbox();
    let config = OrderedConfig {
        name: inbox.rsplit('.').next().map(ToOwned::to_owned),
        filter_subject: subject.to_owned(),
        deliver_policy: DeliverPolicy::ByStartSequence {
            start_sequence: first,
        },
        ..OrderedConfig::default()
    };
    let made = engine.context.create_consumer_on_stream(config, stream);
    let consumer = made.await.map_err(|error| innermost(&error))?;
    let pending = consumer.cached_info().num_pending;
    let messages = consumer.messages().await;
    Ok((messages.map_err(|error| innermost(&error))?, pending))
}

/// Everything behind this sequence that can be read, one after the other; `None` when that cannot be told now.
async fn way_round(
    engine: Engine,
    stream: String,
    subject: String,
    mut last: u64,
) -> Option<WayRound> {
    let held = engine.context.get_stream(&stream).await.ok()?;
    let end = held.cached_info().state.last_sequence;
    let mut found = VecDeque::new();
    while last < end {
        let next = held
            .get_first_raw_message_by_subject(&subject, last + 1)
            .await;
        match next {
            Ok(message) => {
                last = message.sequence;
                found.push_back(HeldMessage {
                    subject: message.subject.to_string(),
                    sequence: message.sequence,
                    id: id_of(&message.headers),
                    is_last: false,
                    payload: message.payload.into(),
                });
            }
            Err(error) if error.kind() == LastRawMessageErrorKind::NoMessageFound => break,
            Err(_) => return None,
        }
    }
    let last = last.max(end);
    let (messages, pending) = messages_from(&engine, &stream, &subject, last + 1)
        .await
        .ok()?;
    Some(WayRound {
        found,
        last,
        messages,
        pending,
    })
}

/// The id that a message was stored under.
fn id_of(headers: &HeaderMap) -> String {
    let id = headers.get(ID).map(|id| id.as_str().to_owned());
    id.unwrap_or_default()
}
