//! What the computer says of a failure with a file, a disk or the terminal, in the user's language. What has no sentence
//! of ours is quoted as the computer said it, never passed off as ours. Knows nothing of what was tried.

use std::io;

use crate::domain::i18n::{Group, Lang, Sources};

/// The two files.
pub const SOURCES: Sources = crate::word_sources!("causes");

crate::messages! {
    /// The sentences of causes.
    pub enum IoMessage {
        NotFound,
        Permission,
        Full,
        ReadOnly,
        Exists,
        Busy,
        NotAFolder,
        IsAFolder,
        BadName,
        OpenElsewhere,
        PermissionOrOpen,
        NotText,
        NoTerminal,
        Quoted,
        NotAFile,
        CutShort,
        BadPath,
    }
}

pub type IoWords = Group<IoMessage>;

const ACCESS_DENIED: i32 = 5;
const SHARING_VIOLATION: i32 = 32;
const LOCK_VIOLATION: i32 = 33;

/// A link, a pipe or a device lies where a file should; the cause inside an [`io::Error`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is no ordinary file")]
pub struct NotAFile;

/// The number of an error on Windows, where numbers mean what [`is_open_elsewhere`] says.
#[must_use]
pub fn windows_code(error: &io::Error) -> Option<i32> {
    cfg!(windows).then(|| error.raw_os_error()).flatten()
}

/// Whether a number of Windows says that another program has the file open, or a part of it.
#[must_use]
pub const fn is_open_elsewhere(code: i32) -> bool {
    matches!(code, SHARING_VIOLATION | LOCK_VIOLATION)
}

/// Whether a number of Windows says what a virus scanner, an indexer or a cloud folder causes that looks into a file for a
/// moment: it is open, or access is denied meanwhile.
#[must_use]
pub const fn may_pass(code: i32) -> bool {
    code == ACCESS_DENIED || is_open_elsewhere(code)
}

/// What the computer said, in words.
#[must_use]
pub fn sentence(error: &io::Error, lang: Lang) -> String {
    SOURCES.read::<IoWords>(lang).cause_in_words(error)
}

/// Something that a part of the program we did not write says in its own language, as a quotation.
#[must_use]
pub fn quoted(said: &dyn std::fmt::Display, lang: Lang) -> String {
    let words: IoWords = SOURCES.read(lang);
    words[IoMessage::Quoted].render(&[("said", said)])
}

impl IoWords {
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the causes of the system; those without a word of ours are quoted"
    )]
    fn cause_in_words(&self, error: &io::Error) -> String {
        if error
            .get_ref()
            .is_some_and(<dyn std::error::Error + Send + Sync>::is::<NotAFile>)
        {
            return self[IoMessage::NotAFile].to_string();
        }
        let code = windows_code(error);
        let sentence = match error.kind() {
            _ if code.is_some_and(is_open_elsewhere) => &self[IoMessage::OpenElsewhere],
            // Windows gives the same word for a folder whose file is open, and for what really is not permitted.
            io::ErrorKind::PermissionDenied if code.is_some() => &self[IoMessage::PermissionOrOpen],
            io::ErrorKind::NotFound => &self[IoMessage::NotFound],
            io::ErrorKind::PermissionDenied => &self[IoMessage::Permission],
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => &self[IoMessage::Full],
            io::ErrorKind::ReadOnlyFilesystem => &self[IoMessage::ReadOnly],
            io::ErrorKind::AlreadyExists => &self[IoMessage::Exists],
            io::ErrorKind::ResourceBusy => &self[IoMessage::Busy],
            io::ErrorKind::NotADirectory => &self[IoMessage::NotAFolder],
            io::ErrorKind::IsADirectory => &self[IoMessage::IsAFolder],
            io::ErrorKind::InvalidFilename => &self[IoMessage::BadName],
            io::ErrorKind::InvalidData => &self[IoMessage::NotText],
            io::ErrorKind::NotConnected => &self[IoMessage::NoTerminal],
            io::ErrorKind::UnexpectedEof | io::ErrorKind::WriteZero => &self[IoMessage::CutShort],
            io::ErrorKind::InvalidInput => &self[IoMessage::BadPath],
            _ => return self[IoMessage::Quoted].render(&[("said", error)]),
        };
        sentence.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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

    #[test]
    fn windows_is_understood_when_word_has_a_file_open() {
        for code in [5, 32, 33] {
            assert!(may_pass(code));
        }
        assert!(is_open_elsewhere(32) && is_open_elsewhere(33) && !is_open_elsewhere(5));
        // and on another system these numbers mean something else
        let told = |code| sentence(&io::Error::from_raw_os_error(code), Lang::Vi);
        for code in [32, 33] {
            assert_eq!(told(code).contains("Word"), cfg!(windows), "{}", told(code));
        }
        #[cfg(windows)]
        assert!(told(5).contains("Word") && told(5).contains("không được phép"));
    }
}
