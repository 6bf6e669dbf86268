//! Asking the desk: what a key or a form means becomes a request, held against what stood there when it was begun.

use super::{StationApp, StationEnv};
use crate::domain::request::{Request, RequestRefusal, StationCommand, StationKind};
use crate::domain::session::command::Command;
use crate::domain::session::rejection::Rejection;
use crate::domain::session::venue::VenueLink;
use crate::domain::time::ClockReading;
use crate::store::inbox::{Inbox, InboxError};
use crate::tui::desk::messages;
use crate::tui::station::view;
use crate::tui::station::words::StationScreenMessage;

impl StationApp<'_> {
    pub(super) fn link_venue(&mut self, link: VenueLink, now: ClockReading) {
        match (self.around.kind, self.around.hall) {
            (StationKind::Venue, Some(venue)) => {
                let venue = venue.to_owned();
                self.ask(Command::LinkVenue { venue, link }, now);
            }
            (StationKind::Venue, None)
            | (StationKind::Registration | StationKind::Secretary, _) => {
                let text = self.around.words[StationScreenMessage::OnlyVenue].to_string();
                self.desk.was_not_sent(text);
            }
        }
    }

    /// Asks the desk for something. What would be refused anyway is told at once.
    pub(super) fn ask(&mut self, command: Command, now: ClockReading) {
        let words = self.around.words;
        let (Some((session, stamp)), Some(seated)) = (self.source.session(now), &mut self.seat)
        else {
            return;
        };
        let (based_on, state) = match &self.began {
            Some((seq, state)) => (*seq, state),
            None => (session.history().last_seq(), session.state()),
        };
        let asked = StationCommand::asking(command.clone(), state)
            .map(|asked| in_venue(asked, self.around))
            .filter(|asked| self.around.kind.may_ask(asked.ask()));
        let Some(asked) = asked else {
            let text = words[StationScreenMessage::OtherAct].to_string();
            self.desk.was_not_sent(text);
            return;
        };
        let station = seated.seat.station().clone();
        let request = Request {
            id: Inbox::new_id(&station, now.wall),
            station,
            at: now.wall,
            based_on,
            command: asked,
        };
        match request.decide(session, now) {
            Ok(_) => {}
            Err(RequestRefusal::Rejected(Rejection::NeedsScope)) => {
                self.desk.ask_scope(command, session, stamp);
                return;
            }
            Err(refusal) => {
                let lang = self.around.lang;
                let text = messages::of_request_refusal(&refusal, session, &self.desk.words, lang);
                // She has read what stands there now: from here on that is what she began from.
                self.began = None;
                self.desk.was_not_sent(text);
                return;
            }
        }
        let what = view::command_in_words(&request.command, &self.desk.words, words);
        let id = request.id.clone();
        match seated.sent.send(request) {
            Ok(()) => {
                let told = words[StationScreenMessage::Sent].render(&[("what", &what)]);
                let form = self.desk.was_sent(told);
                self.forms.extend(form.map(|form| (id, form)));
                self.began = None;
            }
            Err(error) => {
                let cause = not_sent(&error, self.around);
                let text = words[StationScreenMessage::NotSent].render(&[("cause", &cause)]);
                self.desk.was_not_sent(text);
            }
        }
    }
}

/// Whoever registers in another hall sits there.
fn in_venue(asked: StationCommand, around: &StationEnv<'_>) -> StationCommand {
    match (asked, around.kind, around.hall) {
        (StationCommand::Register(mut form), StationKind::Venue, Some(venue)) => {
            form.venue.get_or_insert_with(|| venue.to_owned());
            StationCommand::Register(form)
        }
        (asked, _, _) => asked,
    }
}

fn not_sent(error: &InboxError, around: &StationEnv<'_>) -> String {
    let words = around.words;
    match error {
        InboxError::TooLong(bytes) => {
            words[StationScreenMessage::TooLong].render(&[("bytes", bytes)])
        }
        InboxError::Full => words[StationScreenMessage::Full].to_string(),
        InboxError::Busy => words[StationScreenMessage::Busy].to_string(),
        InboxError::Io(error) => (around.cause)(error),
    }
}
