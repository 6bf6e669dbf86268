//! Which paper is to be made, and into which folder.

use crate::tui::follow_up::words::FollowUpScreenMessage;
use std::path::PathBuf;

use super::{FieldFault, FollowUpContext, FollowUpForm, form, promise_of};
use crate::domain::follow_up::FollowUpPaper;
use crate::tui::desk::form::{ChoiceField, Field, FieldAnswer, Form, FormFields};
use crate::tui::follow_up::FollowUpEffect;

#[derive(Debug)]
struct PaperForm {
    session: usize,
    paper: ChoiceField<FollowUpPaper>,
    folder: Field,
}

pub(super) fn open(context: FollowUpContext<'_>, item: Option<u32>) -> Form<dyn FollowUpForm> {
    let words = context.words;
    let promise = item.and_then(|item| promise_of(context.case, item));
    let mut papers = Vec::new();
    if let Some(promise) = promise {
        let item = promise.item.id;
        if promise.progress.answer().is_some() {
            let title = words[FollowUpScreenMessage::PaperLetter].render(&[("item", &item)]);
            papers.push((title, FollowUpPaper::ResultLetter { item }));
        }
    }
    papers.push((
        words[FollowUpScreenMessage::PaperDated].to_string(),
        FollowUpPaper::Dated,
    ));
    papers.push((
        words[FollowUpScreenMessage::PaperSettlement].to_string(),
        FollowUpPaper::Settlement,
    ));
    papers.push((
        words[FollowUpScreenMessage::PaperOpening].to_string(),
        FollowUpPaper::Opening,
    ));
    form(
        words[FollowUpScreenMessage::FormPaper].to_string(),
        PaperForm {
            session: context.session,
            paper: ChoiceField::closed(
                words[FollowUpScreenMessage::FieldPaper].to_string(),
                papers,
            ),
            folder: Field::proposing(
                words[FollowUpScreenMessage::FieldFolder].to_string(),
                context.folder,
            ),
        },
    )
}

impl FormFields for PaperForm {
    fn fields(&self) -> Vec<&Field> {
        vec![self.paper.field(), &self.folder]
    }

    fn fields_mut(&mut self) -> Vec<&mut Field> {
        vec![self.paper.field_mut(), &mut self.folder]
    }
}

impl FollowUpForm for PaperForm {
    fn accept(&self, context: FollowUpContext<'_>) -> Result<FollowUpEffect, FieldFault> {
        let FieldAnswer::Chosen(paper) = self.paper.answer() else {
            return Err(FieldFault {
                field: 0,
                text: context.words[FollowUpScreenMessage::ChooseOne].to_string(),
            });
        };
        Ok(FollowUpEffect::Write {
            session: self.session,
            paper,
            to: PathBuf::from(self.folder.content()),
        })
    }

    fn session(&self) -> usize {
        self.session
    }
}
