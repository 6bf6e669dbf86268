//! What each kind of station may ask for: one table.

use super::station::StationKind::{self, Registration, Secretary, Venue};

/// What can be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ask {
    Register,
    /// How a person is written down that the station registered itself, until they are called.
    CorrectPerson,
    /// Here, absent, withdrawn, handed in a written slip.
    MarkPerson,
    ItemText,
    AnswerText,
    Topic,
    Link,
    Note,
    ConclusionWords,
    LinkVenue,
    /// What the station did itself, and nothing else.
    UndoOwn,
}

/// The table: what is asked for, and who may.
const MAY_ASK: &[(Ask, &[StationKind])] = &[
    (Ask::Register, &[Registration, Venue]),
    (Ask::CorrectPerson, &[Registration, Venue]),
    (Ask::MarkPerson, &[Registration, Venue]),
    (Ask::ItemText, &[Secretary]),
    (Ask::AnswerText, &[Secretary]),
    (Ask::Topic, &[Secretary]),
    (Ask::Link, &[Secretary]),
    (Ask::Note, &[Secretary]),
    (Ask::ConclusionWords, &[Secretary]),
    (Ask::LinkVenue, &[Venue]),
    (Ask::UndoOwn, &[Registration, Secretary, Venue]),
];

impl StationKind {
    /// Whether a station of this kind may ask for it.
    #[must_use]
    pub fn may_ask(self, ask: Ask) -> bool {
        MAY_ASK
            .iter()
            .any(|(known, kinds)| *known == ask && kinds.contains(&self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_can_be_asked_for_stands_once_in_the_table_and_somebody_may() {
        for (place, (ask, kinds)) in MAY_ASK.iter().enumerate() {
            assert!(!kinds.is_empty(), "{ask:?}");
            let before = MAY_ASK.iter().take(place);
            assert!(before.clone().all(|(other, _)| other != ask), "{ask:?}");
        }
        assert_eq!(MAY_ASK.len(), 11);
    }

    #[test]
    fn the_door_writes_no_answers_and_the_secretary_registers_nobody() {
        assert!(!Registration.may_ask(Ask::AnswerText));
        assert!(!Registration.may_ask(Ask::LinkVenue));
        assert!(!Secretary.may_ask(Ask::Register));
        assert!(!Venue.may_ask(Ask::ConclusionWords));
        assert!(Venue.may_ask(Ask::Register));
    }
}
