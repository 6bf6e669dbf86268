//! Which stations there are. A station is named by its kind, with a word behind it where there are several:
//! `registration`, `registration-2`, `venue-Nậm Cưởm`.

use crate::domain::session::event::StationId;
use crate::domain::text;

/// The longest name of a station, in letters.
const LONGEST: usize = 60;

/// What a station is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StationKind {
    /// The desk at the door, where people register to speak.
    Registration,
    /// Who writes down what is said.
    Secretary,
    /// Another hall of the same session.
    Venue,
}

impl StationKind {
    pub const ALL: [Self; 3] = [Self::Registration, Self::Secretary, Self::Venue];

    /// How the kind stands in the name of a station; never changed.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Registration => "registration",
            Self::Secretary => "secretary",
            Self::Venue => "venue",
        }
    }

    /// The station of this kind, or one of several.
    #[must_use]
    pub fn station(self, label: Option<&str>) -> StationId {
        StationId(match label {
            None => self.id().to_owned(),
            Some(label) => format!("{}-{label}", self.id()),
        })
    }

    /// This label with a word behind it, for one of several computers that have the same; of a long one as much as has room.
    #[must_use]
    pub fn label_apart(self, label: &str, word: &str) -> String {
        let behind = format!(" {word}");
        // A number may still come behind it, as in `may_be_called`.
        let taken = self.id().len() + "-".len() + behind.chars().count() + " 50".len();
        let begins: String = label.chars().take(LONGEST.saturating_sub(taken)).collect();
        format!("{}{behind}", begins.trim_end())
    }

    /// Whether a station may be called so; where several are, a number comes behind it.
    #[must_use]
    pub fn may_be_called(self, label: &str) -> bool {
        Self::of(&self.station(Some(&format!("{label} 50")))).is_some()
    }

    /// The kind of a station, and the word behind it; `None` for a name that no station has.
    #[must_use]
    pub fn of(station: &StationId) -> Option<(Self, Option<&str>)> {
        if station.0.chars().count() > LONGEST || text::clean_line(&station.0) != station.0 {
            return None;
        }
        Self::ALL.into_iter().find_map(|kind| {
            let rest = station.0.strip_prefix(kind.id())?;
            match rest.strip_prefix('-') {
                None => rest.is_empty().then_some((kind, None)),
                Some(label) => (!label.trim().is_empty()).then_some((kind, Some(label))),
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_of_any_length_is_told_apart_by_a_word() {
        for kind in StationKind::ALL {
            for label in ["Bản Lếch", &"Nậm Cưởm ".repeat(20)] {
                let (one, other) = (
                    kind.label_apart(label, "1f0c"),
                    kind.label_apart(label, "77ab"),
                );
                assert_ne!(one, other);
                assert!(kind.may_be_called(&one), "{one}");
            }
            assert_eq!(kind.label_apart("Bản Lếch", "1f0c"), "Bản Lếch 1f0c");
        }
    }

    #[test]
    fn the_name_of_a_station_tells_what_it_is_there_for() {
        for kind in StationKind::ALL {
            for label in [None, Some("2"), Some("Nậm Cưởm"), Some("a-b")] {
                let station = kind.station(label);
                assert_eq!(StationKind::of(&station), Some((kind, label)));
            }
        }
        let long = format!("venue-{}", "a".repeat(80));
        for wrong in [
            "",
            "desk",
            "registrations",
            "venue-",
            "venue- ",
            "venue-\u{1b}",
            "venue-\u{202e}abc",
            "venue-a\u{301}",
            "venue-a\nb",
            &long,
        ] {
            assert_eq!(StationKind::of(&StationId(wrong.into())), None, "{wrong:?}");
        }
    }
}
