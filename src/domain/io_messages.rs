//! What the computer says of a failure with a file, a disk or the terminal, in the user's language. What has no sentence
//! of ours is quoted as the computer said it, never passed off as ours. Knows nothing of what was tried.

use std::io;

use serde::Deserialize;

use crate::domain::i18n::{Lang, Message, Sources};

/// The files of this room.
pub const SOURCES: Sources = crate::word_sources!("causes");

/// A link, a pipe or a device lies where a file should; the cause inside an [`io::Error`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is no ordinary file")]
pub struct NotAFile;

/// The sentences of causes.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    pub not_found: Message,
    pub permission: Message,
    pub full: Message,
    pub read_only: Message,
    pub exists: Message,
    pub busy: Message,
    pub not_a_folder: Message,
    pub is_a_folder: Message,
    pub not_a_file: Message,
    pub bad_name: Message,
    pub not_text: Message,
    pub no_terminal: Message,
    pub quoted: Message,
}

/// What the computer said, in words.
#[must_use]
pub fn sentence(error: &io::Error, lang: Lang) -> String {
    // The words are read by a test; should they fail all the same, the bare error is better than nothing.
    SOURCES
        .read::<Words>(lang)
        .map_or_else(|_| error.to_string(), |words| words.say(error))
}

/// Something that a part of the program we did not write says in its own language, as a quotation.
#[must_use]
pub fn quoted(said: &dyn std::fmt::Display, lang: Lang) -> String {
    SOURCES.read::<Words>(lang).map_or_else(
        |_| said.to_string(),
        |words| words.quoted.render(&[("said", said)]),
    )
}

impl Words {
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the causes of the system; those without a word of ours are quoted"
    )]
    fn say(&self, error: &io::Error) -> String {
        if error
            .get_ref()
            .is_some_and(<dyn std::error::Error + Send + Sync>::is::<NotAFile>)
        {
            return self.not_a_file.to_string();
        }
        let sentence = match error.kind() {
            io::ErrorKind::NotFound => &self.not_found,
            io::ErrorKind::PermissionDenied => &self.permission,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => &self.full,
            io::ErrorKind::ReadOnlyFilesystem => &self.read_only,
            io::ErrorKind::AlreadyExists => &self.exists,
            io::ErrorKind::ResourceBusy => &self.busy,
            io::ErrorKind::NotADirectory => &self.not_a_folder,
            io::ErrorKind::IsADirectory => &self.is_a_folder,
            io::ErrorKind::InvalidFilename => &self.bad_name,
            io::ErrorKind::InvalidData => &self.not_text,
            io::ErrorKind::NotConnected => &self.no_terminal,
            _ => return self.quoted.render(&[("said", error)]),
        };
        sentence.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::i18n::places_that_differ;

    #[test]
    fn both_languages_have_the_same_sentences_with_the_same_places() {
        assert_eq!(places_that_differ(SOURCES), Vec::<String>::new());
        for lang in [Lang::Vi, Lang::En] {
            SOURCES.read::<Words>(lang).unwrap();
        }
    }

    #[test]
    fn what_only_the_computer_has_words_for_is_a_quotation() {
        let pulled_out = io::Error::other("Input/output error");
        assert_eq!(
            sentence(&pulled_out, Lang::Vi),
            "máy tính báo “Input/output error”"
        );
        let missing = io::Error::from(io::ErrorKind::NotFound);
        assert_eq!(
            sentence(&missing, Lang::Vi),
            "không có tệp hoặc thư mục này"
        );
    }
}
