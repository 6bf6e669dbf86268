//! How a registration is told, at the desk and to the station that asked for it: one way, in the sentences of either.

use crate::domain::i18n::Message;
use crate::domain::session::Session;
use crate::domain::session::plan::Registration;

/// That somebody was registered, with the number; where somebody else has the same name, with that one's number, too.
pub(super) fn registered(
    registration: &Registration,
    session: &Session,
    [alone, with_namesake]: [&Message; 2],
) -> String {
    let (number, name) = (registration.number.0, registration.called());
    let people = session.state().queue.people().iter();
    let namesake = people
        .map(|person| &person.registration)
        .find(|other| other.name == registration.name && other.number.0 != number);
    match namesake {
        Some(other) => with_namesake.render(&[
            ("number", &number),
            ("name", &name),
            ("other", &other.number.0),
        ]),
        None => alone.render(&[("number", &number), ("name", &name)]),
    }
}
