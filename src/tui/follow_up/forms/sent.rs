//! A paper of the session was signed and sent or handed over: which one, its number and its day.

use super::{FieldFault, FollowUpContext, FollowUpForm, day_field, form, letter_in, promise_of};
use crate::domain::follow_up::{IssuedPaper, LedgerCommand};
use crate::domain::regulation::DocumentKind;
use crate::tui::desk::form::{ChoiceField, Field, FieldAnswer, Form, FormFields};
use crate::tui::follow_up::FollowUpEffect;
use crate::tui::follow_up::words::FollowUpScreenMessage;

#[derive(Debug)]
struct SentForm {
    session: usize,
    paper: ChoiceField<IssuedPaper>,
    number: Field,
    day: Field,
}

pub(super) fn open(context: FollowUpContext<'_>, item: Option<u32>) -> Form<dyn FollowUpForm> {
    let words = context.words;
    form(
        words[FollowUpScreenMessage::FormSent].to_string(),
        SentForm {
            session: context.session,
            paper: ChoiceField::closed(
                words[FollowUpScreenMessage::FieldPaper].to_string(),
                papers(context, item),
            ),
            number: Field::text(words[FollowUpScreenMessage::FieldNumber].to_string(), ""),
            day: day_field(&words[FollowUpScreenMessage::FieldDay], Some(context.today)),
        },
    )
}

/// The papers that can go out: about the selected item first, then those of the whole session, then what the regulation
/// lists besides. Notice, petition and publication have keys of their own.
fn papers(context: FollowUpContext<'_>, item: Option<u32>) -> Vec<(String, IssuedPaper)> {
    let teller = context.teller;
    let mut papers: Vec<IssuedPaper> = Vec::new();
    if let Some(promise) = item.and_then(|item| promise_of(context.case, item)) {
        papers.push(IssuedPaper {
            item: Some(promise.item.id),
            ..IssuedPaper::every(DocumentKind::PetitionerLetter)
        });
        if let Some(agency) = &promise.item.agency {
            papers.push(IssuedPaper {
                agency: Some(agency.clone()),
                ..IssuedPaper::every(DocumentKind::TransferSlip)
            });
        }
    }
    papers.extend(OF_THE_SESSION.map(IssuedPaper::every));
    let mut options: Vec<(String, IssuedPaper)> = papers
        .into_iter()
        .map(|paper| {
            let all = paper.item.is_none() && paper.agency.is_none();
            let name = teller.paper_line(&paper);
            let name = if all && SEVERAL.contains(&paper.kind) {
                context.words[FollowUpScreenMessage::SentAll].render(&[("paper", &name)])
            } else {
                name
            };
            (name, paper)
        })
        .collect();
    let dossier = context.case.promises.regulation.dossier.as_ref();
    for entry in dossier.iter().flat_map(|list| &list.entries) {
        let Some(kind) = entry.document.filter(|kind| !WITH_KEYS.contains(kind)) else {
            continue;
        };
        if options.iter().all(|(_, known)| known.kind != kind) {
            let title = entry.title.in_lang(teller.lang).to_owned();
            options.push((title, IssuedPaper::every(kind)));
        }
    }
    options
}

const OF_THE_SESSION: [DocumentKind; 4] = [
    DocumentKind::SettlementReport,
    DocumentKind::PetitionerLetter,
    DocumentKind::TransferSlip,
    DocumentKind::Minutes,
];

/// What there is one of for each agency or person.
const SEVERAL: [DocumentKind; 2] = [DocumentKind::PetitionerLetter, DocumentKind::TransferSlip];

const WITH_KEYS: [DocumentKind; 3] = [
    DocumentKind::ConclusionNotice,
    DocumentKind::HigherLevelPetition,
    DocumentKind::PublicResult,
];

impl FormFields for SentForm {
    fn fields(&self) -> Vec<&Field> {
        vec![self.paper.field(), &self.number, &self.day]
    }

    fn fields_mut(&mut self) -> Vec<&mut Field> {
        vec![self.paper.field_mut(), &mut self.number, &mut self.day]
    }
}

impl FollowUpForm for SentForm {
    fn accept(&self, context: FollowUpContext<'_>) -> Result<FollowUpEffect, FieldFault> {
        let FieldAnswer::Chosen(paper) = self.paper.answer() else {
            return Err(FieldFault {
                field: 0,
                text: context.words[FollowUpScreenMessage::ChooseOne].to_string(),
            });
        };
        Ok(FollowUpEffect::Enter {
            session: self.session,
            command: LedgerCommand::IssuePaper {
                paper,
                letter: letter_in(self, &self.number, &self.day, context)?,
            },
        })
    }

    fn session(&self) -> usize {
        self.session
    }
}
