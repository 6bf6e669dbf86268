//! That a session is not found, or not where it went, in words. Decides nothing.

use super::{StoreMessage, StoreWords, WORDS};
use crate::domain::i18n::{Explain, Explained, Lang};
use crate::store::sessions::{Astray, FindError};

impl Explain for FindError {
    fn explained(&self, lang: Lang) -> Explained {
        let words: StoreWords = WORDS.read(lang);
        let (tried, hint) = match self {
            Self::Unknown(name) => (
                words[StoreMessage::Find].render(&[("name", name)]),
                words[StoreMessage::FindHint].to_string(),
            ),
            Self::NotASession(path) => (
                words[StoreMessage::NotASession].render(&[("path", &path.display())]),
                words[StoreMessage::FindHint].to_string(),
            ),
            Self::Ambiguous(name, all) => (
                words[StoreMessage::Ambiguous].render(&[("name", name), ("all", &all.join(", "))]),
                words[StoreMessage::AmbiguousHint].to_string(),
            ),
            Self::Away(name, away) => {
                let (tried, hint) = match away.why {
                    Astray::NotThere => (StoreMessage::Away, StoreMessage::AwayHint),
                    Astray::AnotherSession => {
                        (StoreMessage::AwayAnother, StoreMessage::AwayAnotherHint)
                    }
                    Astray::Circle => (StoreMessage::AwayCircle, StoreMessage::AwayCircleHint),
                };
                let (path, file) = (away.to.display(), away.told_by.display());
                (
                    words[tried].render(&[("name", name), ("path", &path)]),
                    words[hint].render(&[("path", &path), ("file", &file)]),
                )
            }
        };
        Explained {
            tried,
            because: Vec::new(),
            hint: Some(hint),
        }
    }
}
