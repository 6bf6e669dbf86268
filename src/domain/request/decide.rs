//! What comes of a request at a moment: the events it becomes, or why it is refused. It changes nothing, and decides as the
//! session decides on a command of the desk.

use super::bounds::too_long;
use super::command::answer_of;
use super::own::was_called;
use super::{BothTexts, RegistrationForm, Request, RequestRefusal, StationCommand, StationKind};
use crate::domain::session::Session;
use crate::domain::session::command::{Command, Newcomer, NewcomerContact};
use crate::domain::session::decide::Decision;
use crate::domain::session::event::{Event, Seq, StationId};
use crate::domain::session::item::{Item, ItemId};
use crate::domain::session::plan::{Number, OpinionId};
use crate::domain::session::queue::{PersonDetails, Registrant, Standing};
use crate::domain::time::ClockReading;

/// The events of one request, or why it was refused.
type RequestDecision = Result<Vec<Event>, RequestRefusal>;

impl Request {
    /// What comes of the request at this moment. Whether it was carried out before is asked of the history.
    ///
    /// # Errors
    /// Why it is refused.
    pub fn decide(&self, session: &Session, now: ClockReading) -> RequestDecision {
        let unknown = || RequestRefusal::UnknownStation(self.station.clone());
        let (kind, _) = StationKind::of(&self.station).ok_or_else(unknown)?;
        if session.state().shut_out.contains(&self.station) {
            return Err(RequestRefusal::ShutOut);
        }
        if !kind.may_ask(self.command.ask()) {
            return Err(RequestRefusal::NotForThisStation);
        }
        if self.based_on > session.history().last_seq() {
            return Err(RequestRefusal::AnotherJournal);
        }
        if let Some(most) = too_long(&self.command.clone().cleaned()) {
            return Err(RequestRefusal::TooLong(most));
        }
        self.check(session)?;
        Ok(self.carried_out(session, now)?)
    }

    fn carried_out(&self, session: &Session, now: ClockReading) -> Decision {
        let command = match self.command.clone().cleaned() {
            StationCommand::Undo => return session.decide_undo_of(Some(&self.station)),
            StationCommand::Redo => return session.decide_redo_of(Some(&self.station)),
            StationCommand::Register(form) => registering(form),
            StationCommand::CorrectPerson {
                number, details, ..
            } => Command::CorrectPerson { number, details },
            StationCommand::MarkPerson {
                number, standing, ..
            } => Command::SetStanding { number, standing },
            StationCommand::EditItem { item, text, .. } => Command::EditItem { item, text },
            StationCommand::SummariseAnswer { item, answer, .. } => {
                Command::SummariseAnswer { item, answer }
            }
            StationCommand::AnswerAsPrepared { item, .. } => Command::AnswerAsPrepared { item },
            StationCommand::SetTopic { item, topic, .. } => Command::SetTopic { item, topic },
            StationCommand::LinkItem { item, opinion, .. } => Command::LinkItem { item, opinion },
            StationCommand::Note { text, item, place } => Command::NoteInto { text, item, place },
            StationCommand::WordConclusion { act, text, .. } => {
                Command::WordConclusion { act, text }
            }
            StationCommand::LinkVenue { venue, link } => Command::LinkVenue { venue, link },
        };
        session.decide(command, now)
    }

    /// Makes sure that what the station began from is still there.
    fn check(&self, session: &Session) -> Result<(), RequestRefusal> {
        let state = session.state();
        match &self.command {
            StationCommand::Register(_)
            | StationCommand::LinkVenue { .. }
            | StationCommand::Undo
            | StationCommand::Redo => Ok(()),
            StationCommand::CorrectPerson { number, was, .. } => {
                self.check_person(*number, session)?;
                self.check_own(*number, session)?;
                let now = state.queue.person(*number).map(Registrant::details);
                same(&in_one_line(was), now.as_ref().map(in_one_line))
            }
            StationCommand::MarkPerson {
                number,
                was,
                standing,
            } => {
                self.check_person(*number, session)?;
                check_standing(*number, (*was, *standing), session)
            }
            StationCommand::EditItem { item, was, .. } => same(
                was,
                self.item(*item, session)?.map(|item| item.text.clone()),
            ),
            StationCommand::SummariseAnswer { item, was, .. }
            | StationCommand::AnswerAsPrepared { item, was } => {
                self.item(*item, session)?;
                same(was, answer_of(state, *item))
            }
            StationCommand::SetTopic { item, was, .. } => {
                let item = self.item(*item, session)?;
                let topic = item.map(|item| item.topic.clone().unwrap_or_default());
                same(was.as_deref().unwrap_or_default(), topic)
            }
            StationCommand::LinkItem { item, was, .. } => {
                let told =
                    |id: Option<OpinionId>| id.map_or_else(String::new, |id| id.0.to_string());
                let item = self.item(*item, session)?;
                same(&told(*was), item.map(|item| told(item.opinion)))
            }
            StationCommand::Note { item, .. } => match item {
                Some(item) => self.item(*item, session).map(|_| ()),
                None => Ok(()),
            },
            StationCommand::WordConclusion { act, was, .. } => {
                let now = state.conclusion.get(act).cloned().unwrap_or_default();
                same(was, Some(now))
            }
        }
    }

    /// The item that is meant. A number that was given to another one since is not what was meant.
    fn item<'a>(
        &self,
        id: ItemId,
        session: &'a Session,
    ) -> Result<Option<&'a Item>, RequestRefusal> {
        let raises = |event: &Event| matches!(event, Event::ItemRaised { item, .. } if *item == id);
        match last_in_force(session, raises) {
            Some((seq, _)) if seq > self.based_on => Err(RequestRefusal::AnotherItem(id)),
            Some(_) | None => Ok(session.state().item(id)),
        }
    }

    /// A number that was given to somebody else since is not who was meant.
    fn check_person(&self, number: Number, session: &Session) -> Result<(), RequestRefusal> {
        match registered_by(number, session) {
            Some((seq, _)) if seq > self.based_on => Err(RequestRefusal::AnotherPerson(number)),
            Some(_) | None => Ok(()),
        }
    }

    /// A station corrects whom it registered itself, until they are called.
    fn check_own(&self, number: Number, session: &Session) -> Result<(), RequestRefusal> {
        let by = registered_by(number, session).and_then(|(_, by)| by);
        if by != Some(&self.station) {
            return Err(RequestRefusal::NotItsOwn(number));
        }
        if was_called(number, session) {
            return Err(RequestRefusal::AlreadyCalled(number));
        }
        Ok(())
    }
}

/// Makes sure that a person stands where the station saw them, and is marked as nothing but what people at the door can tell.
fn check_standing(
    number: Number,
    (was, wanted): (Standing, Standing),
    session: &Session,
) -> Result<(), RequestRefusal> {
    match wanted {
        Standing::Waiting | Standing::Absent | Standing::Withdrew | Standing::WrittenSlip => {}
        Standing::Spoke | Standing::NoTimeLeft | Standing::Refused => {
            return Err(RequestRefusal::NotForThisStation);
        }
    }
    match session.state().queue.person(number) {
        Some(person) if person.standing != was => Err(RequestRefusal::StandingChanged {
            number,
            was,
            now: person.standing,
        }),
        // Who was refused by the chair, or had no time left, is the desk's to call back.
        Some(person) if matches!(person.standing, Standing::Refused | Standing::NoTimeLeft) => {
            Err(RequestRefusal::NotForThisStation)
        }
        Some(_) | None => Ok(()),
    }
}

/// The record by which a person came into the session, and who made it; `None` for one of the plan.
fn registered_by(number: Number, session: &Session) -> Option<(Seq, Option<&StationId>)> {
    let registers = |event: &Event| matches!(event, Event::Registered { registration, .. } if registration.number == number);
    last_in_force(session, registers)
}

/// The last record in force with such an event, and who made it.
fn last_in_force(
    session: &Session,
    is_meant: impl Fn(&Event) -> bool,
) -> Option<(Seq, Option<&StationId>)> {
    let entries = session.history().entries().iter().rev();
    entries
        .filter(|entry| entry.in_force)
        .find(|entry| entry.record.events.iter().any(&is_meant))
        .map(|entry| (entry.record.seq, entry.record.by.as_ref()))
}

/// Makes sure that a text is still what it was. Of what is not there at all the session says so itself.
fn same(was: &str, now: Option<String>) -> Result<(), RequestRefusal> {
    match now {
        Some(now) if now != was => Err(changed(was.to_owned(), now)),
        Some(_) | None => Ok(()),
    }
}

fn changed(was: String, now: String) -> RequestRefusal {
    RequestRefusal::TextChanged(Box::new(BothTexts { was, now }))
}

/// How a person is written down, in one line.
fn in_one_line(details: &PersonDetails) -> String {
    let parts = [
        &details.honorific,
        &details.name,
        &details.village,
        &details.organisation,
    ];
    let told: Vec<&str> = parts
        .into_iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    told.join(" · ")
}

fn registering(form: RegistrationForm) -> Command {
    Command::RegisterInFull {
        newcomer: Newcomer {
            honorific: form.honorific,
            name: form.name,
            village: form.village,
            subject: form.subject,
        },
        contact: NewcomerContact {
            phone: form.phone,
            address: form.address,
            venue: form.venue,
        },
        within_scope: form.within_scope,
        reason: None,
    }
}
