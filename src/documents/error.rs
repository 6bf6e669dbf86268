//! Why a dossier was not made or not written, and what to do about it.

use std::io;
use std::path::PathBuf;

use serde::Deserialize;

use super::words::WordsFault;
use crate::documents::ron_file;
use crate::domain::i18n::{Lang, Message, Sources};
use crate::domain::io_messages;

const WORDS: Sources = crate::word_sources!("dossier");

/// Why there is no dossier. Nothing was written, and what was there is as it was.
#[derive(Debug, thiserror::Error)]
pub enum DossierError {
    #[error("{} exists", .to.display())]
    Exists { to: PathBuf },
    /// There is something that is no dossier, and even `force` does not replace it.
    #[error("{} is no dossier", .to.display())]
    NoDossier { to: PathBuf },
    #[error("{doing:?} {}: {cause}", .path.display())]
    Io {
        doing: IoAction,
        path: PathBuf,
        cause: io::Error,
    },
    /// The office's sentences for the documents cannot be used.
    #[error("{} cannot be used: {fault:?}", .path.display())]
    Words { path: PathBuf, fault: WordsFault },
    /// A paper of this kind is not known.
    #[error("there is no paper of the kind {kind}")]
    UnknownPaper { kind: String, known: Vec<String> },
    /// A document could not be made out of this record.
    #[error("{document} cannot be made")]
    Unmade {
        document: String,
        #[source]
        cause: Box<dyn std::error::Error + Send + Sync>,
    },
}

/// What was being done with a file or folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IoAction {
    /// Making the folder into which the files go.
    Prepare,
    Write,
    /// Giving the finished folder its name.
    Replace,
    /// Reading a file that the office named.
    Read,
}

/// An error in the words of a person: what failed, why, what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    pub what: String,
    pub because: Option<String>,
    pub hint: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    exists: Message,
    exists_hint: Message,
    no_dossier: Message,
    no_dossier_hint: Message,
    prepare: Message,
    write: Message,
    replace: Message,
    read: Message,
    disk_full_hint: Message,
    denied_hint: Message,
    other_place_hint: Message,
    read_hint: Message,
    own_text: Message,
    own_text_at: Message,
    own_text_place: Message,
    own_text_hint: Message,
    unknown_paper: Message,
    unknown_paper_hint: Message,
    unmade: Message,
    unmade_hint: Message,
}

impl DossierError {
    /// The error in a person's language.
    #[must_use]
    pub fn said(&self, lang: Lang) -> Said {
        // The words are read by a test; should they fail all the same, the bare error is better than nothing.
        WORDS.read::<Words>(lang).map_or_else(
            |_| Said {
                what: self.to_string(),
                because: None,
                hint: None,
            },
            |words| words.say(self, lang),
        )
    }
}

impl Words {
    fn say(&self, error: &DossierError, lang: Lang) -> Said {
        match error {
            DossierError::Exists { to } => said(
                self.exists.render(&[("folder", &to.display())]),
                None,
                &self.exists_hint,
            ),
            DossierError::NoDossier { to } => said(
                self.no_dossier.render(&[("folder", &to.display())]),
                None,
                &self.no_dossier_hint,
            ),
            DossierError::Io { doing, path, cause } => said(
                match doing {
                    IoAction::Prepare => &self.prepare,
                    IoAction::Write => &self.write,
                    IoAction::Replace => &self.replace,
                    IoAction::Read => &self.read,
                }
                .render(&[("path", &path.display())]),
                Some(io_messages::sentence(cause, lang)),
                match (doing, cause.kind()) {
                    (IoAction::Read, _) => &self.read_hint,
                    (_, io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded) => {
                        &self.disk_full_hint
                    }
                    (_, io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem) => {
                        &self.denied_hint
                    }
                    _ => &self.other_place_hint,
                },
            ),
            DossierError::Words { path, fault } => said(
                self.own_text.render(&[("path", &path.display())]),
                Some(self.fault(fault, lang)),
                &self.own_text_hint,
            ),
            DossierError::UnknownPaper { kind, known } => Said {
                what: self.unknown_paper.render(&[("kind", kind)]),
                because: None,
                hint: Some(
                    self.unknown_paper_hint
                        .render(&[("known", &known.join(", "))]),
                ),
            },
            DossierError::Unmade { document, cause } => said(
                self.unmade.render(&[("document", document)]),
                Some(io_messages::quoted(cause, lang)),
                &self.unmade_hint,
            ),
        }
    }
}

impl Words {
    fn fault(&self, fault: &WordsFault, lang: Lang) -> String {
        match fault {
            WordsFault::Damaged(None, damage) => ron_file::sentence(damage, lang),
            WordsFault::Damaged(Some(place), damage) => self.own_text_at.render(&[
                ("line", &place.line),
                ("column", &place.column),
                ("problem", &ron_file::sentence(damage, lang)),
            ]),
            WordsFault::UnknownPlace {
                sentence,
                place,
                known,
            } => self.own_text_place.render(&[
                ("sentence", sentence),
                ("place", &format!("{{{place}}}")),
                ("known", &known.join(", ")),
            ]),
        }
    }
}

fn said(what: String, because: Option<String>, hint: &Message) -> Said {
    Said {
        what,
        because,
        hint: Some(hint.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::i18n::places_that_differ;

    #[test]
    fn both_languages_have_the_same_sentences_with_the_same_places() {
        assert_eq!(places_that_differ(WORDS), Vec::<String>::new());
        for lang in [Lang::Vi, Lang::En] {
            WORDS.read::<Words>(lang).unwrap();
        }
    }

    #[test]
    fn a_full_disk_is_told_with_what_to_do() {
        let error = DossierError::Io {
            doing: IoAction::Write,
            path: "bien-ban.docx".into(),
            cause: io::ErrorKind::StorageFull.into(),
        };
        let said = error.said(Lang::Vi);
        assert!(said.what.contains("bien-ban.docx"), "{said:?}");
        assert!(said.hint.unwrap().contains("--to"));
    }
}
