//! Storing something in an engine, and what becomes of it.

use async_nats::jetstream::context::PublishErrorKind;
use async_nats::jetstream::message::PublishMessage;

use super::{Engine, innermost};

/// What the server says when what it may store, or can, is used up: its whole limit, and that of one stream.
const FULL: [&str; 5] = [
    "error code 10023",
    "error code 10047",
    "maximum bytes exceeded",
    "maximum messages exceeded",
    "no space left",
];

/// What became of something that was to be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoreOutcome {
    Stored(u64),
    /// It has this id already, since a short while ago.
    StoredBefore,
    /// The last of this subject is another one, this one where that was said.
    OtherLast(Option<u64>),
    /// Nobody knows: it said nothing, as a server does whose disk refuses.
    Unknown,
    /// It has no room.
    Full,
    /// It does not want it, in its words.
    Refused(String),
}

impl Engine {
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
                    refused(innermost(&error))
                }
            },
        }
    }
}

fn refused(said: String) -> StoreOutcome {
    if FULL.iter().any(|full| said.contains(full)) {
        StoreOutcome::Full
    } else {
        StoreOutcome::Refused(said)
    }
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
    fn a_server_without_room_is_told_from_one_that_does_not_want_it() {
        for full in [
            "insufficient resources (code 503, error code 10023)",
            "resource limits exceeded for server (code 500, error code 10047)",
            "maximum bytes exceeded (code 503, error code 10077)",
        ] {
            assert_eq!(refused(full.into()), StoreOutcome::Full, "{full}");
        }
        let other = "message size exceeds maximum allowed (code 400, error code 10054)";
        assert_eq!(refused(other.into()), StoreOutcome::Refused(other.into()));
    }
}
