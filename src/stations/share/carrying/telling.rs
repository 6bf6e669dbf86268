//! What is told while a session is carried: to the stations what the desk answers and the hall sees, to the desk what stations
//! ask, to the person at the terminal what happened.

use super::{Carrying, REFUSED_AGAIN, RETRY};
use crate::domain::hall_view::{refresh_after, view};
use crate::domain::request::Request;
use crate::domain::text;
use crate::domain::time::{ClockReading, Millis};
use crate::stations::share::courier::CourierNews;
use crate::stations::share::engine::StoreOutcome;
use crate::stations::share::pictures::{AGAIN, FarPicture};
use crate::stations::share::requests::NotCarried;
use crate::stations::share::subjects::{RUNS, SILENT};
use crate::stations::share::words::ShareTerminalMessage;
use crate::store::inbox::DeskSign;
use crate::store::share_notes::ShareNotes;

/// How often is looked, and told, whether the desk runs.
const SIGN: Millis = Millis::of_seconds(1);

impl Carrying<'_> {
    /// What is no request is passed over.
    pub(super) fn takes_request(&mut self, payload: &[u8], kind: &str) {
        let Ok(request) = serde_json::from_slice::<Request>(payload) else {
            return;
        };
        match self.carried.comes(&request, kind) {
            Err(NotCarried::Known) => {}
            Err(NotCarried::WrongKind) => {
                let station = text::clean_line(&request.station.0);
                self.print_sentence(ShareTerminalMessage::WrongKind, &[("station", &station)]);
            }
            Ok(()) => {
                let written = self.desk.as_ref().map(|desk| desk.asks(&request));
                match written {
                    Some(Ok(())) => self.carried.lies_there(request.id),
                    Some(Err(cause)) => {
                        self.print_sentence(ShareTerminalMessage::NotWritten, &[("cause", &cause)]);
                        self.read_again_in(REFUSED_AGAIN);
                    }
                    None => self.read_again_in(RETRY),
                }
            }
        }
    }

    /// Tells what the hall sees, and whether the desk runs.
    pub(super) async fn shows(&mut self, now: ClockReading) {
        if let Some(desk) = self.desk.as_ref().filter(|_| self.sign_at <= now.up) {
            let runs: &[u8] = match DeskSign::of(desk.folder(), now.wall) {
                DeskSign::Runs => RUNS,
                DeskSign::Silent | DeskSign::Unheard => SILENT,
            };
            self.sign_at = now.up.saturating_add(SIGN);
            let subject = self.order.subjects.sign();
            self.engine.publish_unstored(subject, runs.to_vec()).await;
        }
        if !self.is_new && now.up < self.right_until {
            return;
        }
        let Some((session, stamp)) = self.feed.session(now) else {
            return;
        };
        self.is_new = false;
        let again = now.up.saturating_add(AGAIN);
        self.right_until = now
            .up
            .saturating_add(refresh_after(session, stamp))
            .min(again);
        let view = view(session, stamp, &self.hall_words, self.order.lang);
        if self.pictures.is_due(&view, now.up) {
            let at = stamp.line.0;
            let picture = serde_json::to_vec(&FarPicture { at, view });
            let subject = self.order.subjects.hall();
            self.engine
                .publish_unstored(subject, picture.unwrap_or_default())
                .await;
        }
    }

    /// Hands over what the desk answered, once it is known what the engine holds.
    pub(super) async fn answers(&mut self) {
        while self.courier.is_level()
            && self.reading.is_some()
            && self.answers_at <= self.clock.now().up
        {
            let Some(answer) = self.carried.next_answer().cloned() else {
                return;
            };
            let id = format!("answer-{}", answer.request.0);
            let payload = serde_json::to_vec(&answer).unwrap_or_default();
            let subject = self.order.subjects.answers();
            match self.engine.store(subject, &id, None, payload).await {
                StoreOutcome::Stored(_) | StoreOutcome::StoredBefore => {
                    self.took_something();
                    self.carried.holds_answer(&answer.request);
                }
                StoreOutcome::Refused(cause) => {
                    self.tells_refused(&cause);
                    return self.answers_again_in(REFUSED_AGAIN);
                }
                StoreOutcome::Full => {
                    self.tells_full();
                    return self.answers_again_in(REFUSED_AGAIN);
                }
                StoreOutcome::Unknown => {
                    self.was_not_answered();
                    return self.answers_again_in(RETRY);
                }
                StoreOutcome::OtherLast(_) => return,
            }
        }
    }

    fn answers_again_in(&mut self, after: Millis) {
        self.answers_at = self.clock.now().up.saturating_add(after);
    }

    pub(super) fn print_news(&mut self, news: &CourierNews) {
        let name = self.order.name;
        match news {
            CourierNews::Level(count) => {
                self.print_sentence(ShareTerminalMessage::Level, &[("count", count)]);
            }
            CourierNews::Refilled(count) => {
                self.print_sentence(ShareTerminalMessage::Refilled, &[("count", count)]);
            }
            CourierNews::Fenced(line) => {
                self.print_sentence(
                    ShareTerminalMessage::Fenced,
                    &[("name", &name), ("line", line)],
                );
                self.keeps_out();
            }
            CourierNews::Ahead(count) => {
                self.print_sentence(
                    ShareTerminalMessage::Ahead,
                    &[("name", &name), ("count", count)],
                );
                self.keeps_out();
            }
        }
    }

    /// Also when the program is started again: an engine that lost its disk must not become this writer's then.
    fn keeps_out(&mut self) {
        self.is_fenced = true;
        if let Some(desk) = &self.desk
            && let Err(cause) = ShareNotes::in_folder(desk.folder()).fence(self.order.name)
        {
            let cause = cause.to_string();
            self.print_sentence(ShareTerminalMessage::NotWritten, &[("cause", &cause)]);
        }
    }
}
