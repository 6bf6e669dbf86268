//! Why a dossier was not made or not written, and what to do about it.

use std::io;
use std::path::PathBuf;

use super::words::WordsFault;
use crate::documents::ron_file;
use crate::domain::i18n::{Explain, Explained, Group, Lang, Message, Sources};
use crate::domain::io_messages;

pub(crate) const WORDS: Sources = crate::word_sources!("dossier");

/// Why there is no dossier. Nothing was written, and what was there is as it was.
#[derive(Debug, thiserror::Error)]
pub enum DossierError {
    /// Every folder of this name is taken by somebody else's work.
    #[error("{} exists", .to.display())]
    Exists { to: PathBuf },
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

crate::messages! {
    pub(crate) enum DocumentsMessage {
        Exists,
        ExistsHint,
        Prepare,
        Write,
        Replace,
        Read,
        DiskFullHint,
        DeniedHint,
        OtherPlaceHint,
        ReadHint,
        OwnText,
        OwnTextAt,
        OwnTextPlace,
        OwnTextHint,
        UnknownPaper,
        UnknownPaperHint,
        Unmade,
        UnmadeHint,
    }
}

pub(crate) type DossierErrorWords = Group<DocumentsMessage>;

impl Explain for DossierError {
    fn explained(&self, lang: Lang) -> Explained {
        WORDS.read::<DossierErrorWords>(lang).explain(self, lang)
    }
}

impl DossierErrorWords {
    fn explain(&self, error: &DossierError, lang: Lang) -> Explained {
        match error {
            DossierError::Exists { to } => explained(
                self[DocumentsMessage::Exists].render(&[("folder", &to.display())]),
                None,
                &self[DocumentsMessage::ExistsHint],
            ),
            DossierError::Io { doing, path, cause } => explained(
                match doing {
                    IoAction::Prepare => &self[DocumentsMessage::Prepare],
                    IoAction::Write => &self[DocumentsMessage::Write],
                    IoAction::Replace => &self[DocumentsMessage::Replace],
                    IoAction::Read => &self[DocumentsMessage::Read],
                }
                .render(&[("path", &path.display())]),
                Some(io_messages::sentence(cause, lang)),
                match (doing, cause.kind()) {
                    (IoAction::Read, _) => &self[DocumentsMessage::ReadHint],
                    (_, io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded) => {
                        &self[DocumentsMessage::DiskFullHint]
                    }
                    (_, io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem) => {
                        &self[DocumentsMessage::DeniedHint]
                    }
                    _ => &self[DocumentsMessage::OtherPlaceHint],
                },
            ),
            DossierError::Words { path, fault } => explained(
                self[DocumentsMessage::OwnText].render(&[("path", &path.display())]),
                Some(self.fault(fault, lang)),
                &self[DocumentsMessage::OwnTextHint],
            ),
            DossierError::UnknownPaper { kind, known } => Explained {
                tried: self[DocumentsMessage::UnknownPaper].render(&[("kind", kind)]),
                because: Vec::new(),
                hint: Some(
                    self[DocumentsMessage::UnknownPaperHint]
                        .render(&[("known", &known.join(", "))]),
                ),
            },
            DossierError::Unmade { document, cause } => explained(
                self[DocumentsMessage::Unmade].render(&[("document", document)]),
                Some(io_messages::quoted(cause, lang)),
                &self[DocumentsMessage::UnmadeHint],
            ),
        }
    }
}

impl DossierErrorWords {
    fn fault(&self, fault: &WordsFault, lang: Lang) -> String {
        match fault {
            WordsFault::Damaged(None, damage) => ron_file::sentence(damage, lang),
            WordsFault::Damaged(Some(place), damage) => {
                self[DocumentsMessage::OwnTextAt].render(&[
                    ("line", &place.line),
                    ("column", &place.column),
                    ("problem", &ron_file::sentence(damage, lang)),
                ])
            }
            WordsFault::UnknownPlace {
                sentence,
                place,
                known,
            } => self[DocumentsMessage::OwnTextPlace].render(&[
                ("sentence", sentence),
                ("place", &format!("{{{place}}}")),
                ("known", &known.join(", ")),
            ]),
        }
    }
}

fn explained(tried: String, because: Option<String>, hint: &Message) -> Explained {
    Explained {
        tried,
        because: because.into_iter().collect(),
        hint: Some(hint.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_told_with_what_to_do() {
        let error = DossierError::Io {
            doing: IoAction::Write,
            path: "bien-ban.docx".into(),
            cause: io::ErrorKind::StorageFull.into(),
        };
        let said = error.explained(Lang::Vi);
        assert!(said.tried.contains("bien-ban.docx"), "{said:?}");
        assert!(said.hint.unwrap().contains("--to"));
    }
}
