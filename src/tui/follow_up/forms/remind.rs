//! A reminder letter to an agency, about everything of this session that it owes and that is overdue or due; where nothing
//! is, about the item alone.

use crate::tui::follow_up::words::FollowUpScreenMessage;
use std::path::PathBuf;

use super::{FieldFault, FollowUpContext, FollowUpForm, Opened, form, promise_of};
use crate::domain::follow_up::{DueState, FollowUpPaper};
use crate::tui::desk::form::{Field, FormFields};
use crate::tui::follow_up::FollowUpEffect;

#[derive(Debug)]
struct RemindForm {
    session: usize,
    agency: String,
    items: Vec<u32>,
    folder: Field,
}

pub(super) fn open(context: FollowUpContext<'_>, item: u32) -> Opened {
    let words = context.words;
    let promise = promise_of(context.case, item)?;
    let agency = promise.agency.clone()?;
    let mut items: Vec<u32> = context
        .case
        .overview
        .promises
        .iter()
        .filter(|other| other.agency.as_ref() == Some(&agency))
        .filter(|other| matches!(other.state, DueState::Overdue { .. } | DueState::Due { .. }))
        .map(|other| other.item.id)
        .collect();
    if !items.contains(&item) {
        items.push(item);
    }
    items.sort_unstable();
    let title = words[FollowUpScreenMessage::FormRemind].render(&[
        ("agency", &agency),
        ("items", &context.teller.items(&items)),
    ]);
    Some(form(
        title,
        RemindForm {
            session: context.session,
            agency,
            items,
            folder: Field::proposing(
                words[FollowUpScreenMessage::FieldFolder].to_string(),
                context.folder,
            ),
        },
    ))
}

impl FormFields for RemindForm {
    fn fields(&self) -> Vec<&Field> {
        vec![&self.folder]
    }

    fn fields_mut(&mut self) -> Vec<&mut Field> {
        vec![&mut self.folder]
    }
}

impl FollowUpForm for RemindForm {
    fn accept(&self, _: FollowUpContext<'_>) -> Result<FollowUpEffect, FieldFault> {
        Ok(FollowUpEffect::Write {
            session: self.session,
            paper: FollowUpPaper::Reminder {
                agency: self.agency.clone(),
                items: self.items.clone(),
            },
            to: PathBuf::from(self.folder.content()),
        })
    }

    fn session(&self) -> usize {
        self.session
    }
}
