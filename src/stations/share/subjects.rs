//! What things are called in an engine: streams, subjects, headers, users. One table, also for what a server is configured with.

use std::fmt::Write as _;

/// The stream that holds every session of a commune.
pub const SESSIONS: &str = "DOITHOAI";
/// The stream that holds the closed dossiers of a commune.
pub const DOSSIERS: &str = "DOSSIERS";
/// Everything of all sessions that is stored.
pub const ALL_SESSIONS: &str = "doithoai.session.>";
/// Everything of all dossiers.
pub const ALL_DOSSIERS: &str = "doithoai.dossier.>";
/// What is told of a desk that runs, and of one that does not.
pub const RUNS: &[u8] = b"runs";
pub const SILENT: &[u8] = b"silent";
/// The longest name of a session in a subject, in letters.
const LONGEST: usize = 120;

/// The subjects of one session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionSubjects {
    word: String,
}

/// What a stored message of a session is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SubjectKind {
    Journal,
    Answers,
    /// From a station of this kind.
    Requests(String),
}

impl SessionSubjects {
    /// The subjects of the session of this name.
    #[must_use]
    pub fn of(name: &str) -> Self {
        Self { word: word(name) }
    }

    /// The name as it stands in the subjects and can stand in a file's name.
    #[must_use]
    pub fn word(&self) -> &str {
        &self.word
    }

    /// Everything of the session that is stored.
    #[must_use]
    pub fn all(&self) -> String {
        format!("doithoai.session.{}.>", self.word)
    }

    #[must_use]
    pub fn journal(&self) -> String {
        format!("doithoai.session.{}.journal", self.word)
    }

    #[must_use]
    pub fn answers(&self) -> String {
        format!("doithoai.session.{}.answers", self.word)
    }

    /// The requests of stations of this kind.
    #[must_use]
    pub fn requests(&self, kind: &str) -> String {
        format!("doithoai.session.{}.requests.{kind}", self.word)
    }

    /// What the hall sees; told and not stored.
    #[must_use]
    pub fn hall(&self) -> String {
        format!("doithoai.hall.{}", self.word)
    }

    /// Whether the desk runs; told and not stored.
    #[must_use]
    pub fn sign(&self) -> String {
        format!("doithoai.sign.{}", self.word)
    }

    /// What a stored message of this session is, by its subject.
    #[must_use]
    pub fn kind_of(&self, subject: &str) -> Option<SubjectKind> {
        let rest = subject
            .strip_prefix("doithoai.session.")?
            .strip_prefix(&self.word)?
            .strip_prefix('.')?;
        match rest {
            "journal" => Some(SubjectKind::Journal),
            "answers" => Some(SubjectKind::Answers),
            _ => rest
                .strip_prefix("requests.")
                .map(|kind| SubjectKind::Requests(kind.to_owned())),
        }
    }
}

/// The subject of a closed dossier of a commune.
#[must_use]
pub fn dossier(commune: &str, session: &str) -> String {
    format!("doithoai.dossier.{}.{}", word(commune), word(session))
}

/// A name as one word of a subject: letters and figures stay, every other byte becomes two figures behind `_`.
#[must_use]
pub fn word(name: &str) -> String {
    let mut word = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || byte == b'-' {
            word.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(word, "_{byte:02x}");
        }
    }
    word.truncate(LONGEST);
    if word.is_empty() {
        word.push('_');
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_one_word_and_different_names_are_different_words() {
        let names = [
            "2026-11-25-01",
            "a.b",
            "a b",
            "a_b",
            "a*",
            ">",
            "",
            "Nậm Nhừ",
        ];
        let mut words: Vec<String> = names.iter().map(|name| word(name)).collect();
        for word in &words {
            assert!(!word.is_empty());
            assert!(
                word.bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte)),
                "{word}"
            );
        }
        assert_eq!(words[0], names[0]);
        words.sort();
        words.dedup();
        assert_eq!(words.len(), names.len());
    }

    #[test]
    fn a_message_is_known_by_its_subject_and_none_of_another_session_is_taken() {
        let subjects = SessionSubjects::of("2026-11-25-01");
        assert_eq!(
            subjects.kind_of(&subjects.journal()),
            Some(SubjectKind::Journal)
        );
        assert_eq!(
            subjects.kind_of(&subjects.requests("venue")),
            Some(SubjectKind::Requests("venue".into()))
        );
        let other = SessionSubjects::of("2026-11-25-011");
        for subject in [other.journal(), other.answers(), subjects.hall()] {
            assert_eq!(subjects.kind_of(&subject), None, "{subject}");
        }
    }
}
