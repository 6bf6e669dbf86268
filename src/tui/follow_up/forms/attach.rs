//! A file of the office – mostly the scan of a letter – is copied beside the ledger.

use crate::domain::follow_up::IssuedPaper;
use crate::domain::follow_up::words::FollowUpMessage;
use crate::tui::follow_up::words::FollowUpScreenMessage;
use std::path::PathBuf;

use super::{FieldFault, FollowUpContext, FollowUpForm, form};
use crate::domain::regulation::DocumentKind;
use crate::tui::desk::form::{ChoiceField, Field, FieldAnswer, Form, FormFields};
use crate::tui::follow_up::FollowUpEffect;

#[derive(Debug)]
struct AttachForm {
    session: usize,
    item: Option<u32>,
    path: Field,
    /// Which paper it is a copy of.
    paper: ChoiceField<DocumentKind>,
}

pub(super) fn open(context: FollowUpContext<'_>, item: Option<u32>) -> Form<dyn FollowUpForm> {
    let words = context.words;
    form(
        words[FollowUpScreenMessage::FormAttach].to_string(),
        AttachForm {
            session: context.session,
            item,
            path: Field::text(words[FollowUpScreenMessage::FieldPath].to_string(), ""),
            paper: ChoiceField::closed(
                words[FollowUpScreenMessage::FieldCopyOf].to_string(),
                kinds(context),
            )
            .or_nothing(words[FollowUpScreenMessage::CopyOfNone].to_string()),
        },
    )
}

/// The papers that the file of a session holds, by the names that the regulation has for them.
fn kinds(context: FollowUpContext<'_>) -> Vec<(String, DocumentKind)> {
    let teller = context.teller;
    let mut kinds: Vec<(String, DocumentKind)> = Vec::new();
    let dossier = context.case.promises.regulation.dossier.as_ref();
    for entry in dossier.iter().flat_map(|list| &list.entries) {
        if let Some(kind) = entry.document {
            kinds.push((entry.title.in_lang(teller.lang).to_owned(), kind));
        }
    }
    for kind in EVERYWHERE {
        if kinds.iter().all(|(_, known)| *known != kind) {
            kinds.push((teller.paper_line(&IssuedPaper::every(kind)), kind));
        }
    }
    kinds
}

/// The papers of any session of which an office keeps a signed copy.
const EVERYWHERE: [DocumentKind; 7] = [
    DocumentKind::Minutes,
    DocumentKind::ConclusionNotice,
    DocumentKind::HigherLevelPetition,
    DocumentKind::TransferSlip,
    DocumentKind::PetitionerLetter,
    DocumentKind::SettlementReport,
    DocumentKind::PublicResult,
];

impl FormFields for AttachForm {
    fn fields(&self) -> Vec<&Field> {
        vec![&self.path, self.paper.field()]
    }

    fn fields_mut(&mut self) -> Vec<&mut Field> {
        vec![&mut self.path, self.paper.field_mut()]
    }
}

impl FollowUpForm for AttachForm {
    fn accept(&self, context: FollowUpContext<'_>) -> Result<FollowUpEffect, FieldFault> {
        // A path that is dropped into a terminal often comes in quotes.
        let typed = self.path.content();
        let path = typed.trim_matches(['"', '\'']);
        if path.is_empty() {
            return Err(FieldFault {
                field: 0,
                text: context.teller.words[FollowUpMessage::RejectText].to_string(),
            });
        }
        Ok(FollowUpEffect::Attach {
            session: self.session,
            item: self.item,
            paper: match self.paper.answer() {
                FieldAnswer::Chosen(kind) => Some(kind),
                FieldAnswer::Typed(_) | FieldAnswer::Nothing => None,
            },
            path: PathBuf::from(path),
        })
    }

    fn session(&self) -> usize {
        self.session
    }
}
