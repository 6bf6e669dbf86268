//! Which paper is to be made, and into which folder.

use std::path::PathBuf;

use super::{FieldFault, OfficeContext, OfficeForm, form, promise_of};
use crate::tui::desk::form::{ChoiceField, Field, FieldAnswer, Form, FormFields};
use crate::tui::office::follow_up::{OfficeEffect, OfficePaper};

#[derive(Debug)]
struct PaperForm {
    session: usize,
    paper: ChoiceField<OfficePaper>,
    folder: Field,
}

pub(super) fn open(context: OfficeContext<'_>, item: Option<u32>) -> Form<dyn OfficeForm> {
    let words = context.words;
    let promise = item.and_then(|item| promise_of(context.case, item));
    let mut papers = Vec::new();
    if let Some(promise) = promise {
        let item = promise.item.id;
        if promise.progress.answer().is_some() {
            let title = words.paper_letter.render(&[("item", &item)]);
            papers.push((title, OfficePaper::ResultLetter { item }));
        }
    }
    papers.push((words.paper_dated.to_string(), OfficePaper::Dated));
    papers.push((words.paper_settlement.to_string(), OfficePaper::Settlement));
    papers.push((words.paper_opening.to_string(), OfficePaper::Opening));
    form(
        words.form_paper.to_string(),
        PaperForm {
            session: context.session,
            paper: ChoiceField::closed(words.field_paper.to_string(), papers),
            folder: Field::proposing(words.field_folder.to_string(), context.folder),
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

impl OfficeForm for PaperForm {
    fn accept(&self, context: OfficeContext<'_>) -> Result<OfficeEffect, FieldFault> {
        let FieldAnswer::Chosen(paper) = self.paper.answer() else {
            return Err(FieldFault {
                field: 0,
                text: context.words.choose_one.to_string(),
            });
        };
        Ok(OfficeEffect::Write {
            session: self.session,
            paper,
            to: PathBuf::from(self.folder.content()),
        })
    }

    fn session(&self) -> usize {
        self.session
    }
}
