//! An engine that is away, has no room, or says nothing: what of it a person is told, and what is done about a server of this
//! computer. It hands nothing over.

use futures_util::future::BoxFuture;

use super::{Carrying, Millis, ShareTerminalMessage};
use crate::domain::i18n::Explain as _;
use crate::stations::share::engine::{Engine, EngineAddress};
use crate::stations::share::error::ShareError;

/// After so long without a connection it is asked why.
const ASKS_AFTER: Millis = Millis::of_seconds(2);
/// And again.
const ASKS_AGAIN: Millis = Millis::of_seconds(20);
/// So often in a row the engine says nothing until that is told: twice as long as an answer is waited for.
const UNANSWERED: u32 = 2;
/// A server of this computer is not started anew for this more often.
const BETWEEN_RESTARTS: Millis = Millis::of_minutes(1);

/// What is wrong with the engine, as far as it is known and told.
pub(super) struct EngineTrouble {
    address: EngineAddress,
    /// Why there is no connection is being asked.
    asking: Option<BoxFuture<'static, Option<ShareError>>>,
    ask_at: Millis,
    told_away: Option<String>,
    unanswered: u32,
    is_told_unanswered: bool,
    restart_at: Millis,
}

impl EngineTrouble {
    pub(super) fn of(address: EngineAddress) -> Self {
        Self {
            address,
            asking: None,
            ask_at: Millis::ZERO,
            told_away: None,
            unanswered: 0,
            is_told_unanswered: false,
            restart_at: Millis::ZERO,
        }
    }

    pub(super) fn is_lost(&mut self, now: Millis) {
        self.ask_at = now.saturating_add(ASKS_AFTER);
    }

    pub(super) fn is_reached(&mut self) {
        self.asking = None;
        self.told_away = None;
        self.unanswered = 0;
    }

    /// Asks why there is no connection, by another one, when it is time to.
    pub(super) fn asks_why(&mut self, now: Millis) {
        if self.asking.is_none() && self.ask_at <= now {
            self.ask_at = now.saturating_add(ASKS_AGAIN);
            self.asking = Some(Box::pin(Engine::why_not(self.address.clone())));
        }
    }

    /// Why there is no connection, once that is known; `None` inside where there could be one.
    pub(super) async fn why_it_is_away(&mut self) -> Option<ShareError> {
        let Some(asking) = &mut self.asking else {
            return std::future::pending().await;
        };
        let why = asking.await;
        self.asking = None;
        why
    }
}

impl Carrying<'_> {
    pub(super) fn tells_why_it_is_away(&mut self, why: Option<ShareError>) {
        let Some(why) = why.filter(|_| self.is_away) else {
            return;
        };
        let explained = why.explained(self.order.lang);
        let kind = explained.tried.clone();
        let hint = explained.hint.clone();
        let mut cause = explained.in_one_line();
        if let Some(hint) = hint {
            cause = format!("{cause} ({hint})");
        }
        // Of what nothing more is known than that nobody answers, the cause is another one at every attempt.
        let told = if matches!(why, ShareError::Unreachable { .. }) {
            kind
        } else {
            cause.clone()
        };
        if self.trouble.told_away.as_ref() != Some(&told) {
            self.print_sentence(ShareTerminalMessage::Away, &[("cause", &cause)]);
            self.trouble.told_away = Some(told);
        }
    }

    /// The engine stored something: whatever was wrong is over.
    pub(super) fn took_something(&mut self) {
        self.trouble.unanswered = 0;
        self.trouble.is_told_unanswered = false;
        self.told_refused = None;
    }

    /// How much room there is a server finds out when it starts.
    pub(super) fn tells_full(&mut self) {
        self.trouble.unanswered = 0;
        self.tells_once(ShareTerminalMessage::Full, &[]);
        self.starts_own_server_anew();
    }

    /// A server whose disk refused says nothing at all, and goes on so though there is room again, until it is started anew.
    pub(super) fn was_not_answered(&mut self) {
        if self.is_away {
            return;
        }
        self.trouble.unanswered += 1;
        if self.trouble.unanswered < UNANSWERED {
            return;
        }
        if !std::mem::replace(&mut self.trouble.is_told_unanswered, true) {
            self.print_sentence(ShareTerminalMessage::Unanswered, &[]);
            let next = if self.server.is_some() {
                ShareTerminalMessage::RestartsIt
            } else {
                ShareTerminalMessage::RestartIt
            };
            self.print_sentence(next, &[]);
        }
        self.starts_own_server_anew();
    }

    fn starts_own_server_anew(&mut self) {
        let now = self.clock.now().up;
        if let Some(server) = &mut self.server
            && self.trouble.restart_at <= now
        {
            self.trouble.restart_at = now.saturating_add(BETWEEN_RESTARTS);
            server.ends();
        }
    }
}
