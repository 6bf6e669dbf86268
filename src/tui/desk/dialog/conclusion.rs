//! The chair's own words under an act of the conclusion, and the list of these acts.

use super::context::DialogContext;
use super::kind::DialogKind;
use super::kind::PickerAction;
use super::panel::hinted;
use super::panel::{Complaint, Dialog, DialogForm, Panel};
use crate::domain::regulation::{ChecklistItem, ChecklistItemId, StepKind};
use crate::domain::session::command::Command;
use crate::tui::desk::effect::Effect;
use crate::tui::desk::form::{Field, FormFields};
use crate::tui::desk::words::FormMessage;

/// The acts of the conclusion, with what was written under each.
pub(super) fn open_groups(context: DialogContext<'_>) -> Option<Dialog> {
    let said = &context.session.state().conclusion;
    let lines = groups(context)
        .map(|act| {
            hinted(
                act.title.in_lang(context.lang).to_owned(),
                said.get(&act.id).cloned().unwrap_or_default(),
                PickerAction::Open(DialogKind::Conclusion(act.id.clone())),
            )
        })
        .collect();
    let title = context.words.forms[FormMessage::ConclusionWords].render(&[("act", &"")]);
    let title = title.trim_end_matches([' ', ':', '–']).to_owned();
    Some(Dialog {
        kind: DialogKind::ConclusionGroups,
        panel: Panel::list_of_some(title, lines)?,
    })
}

fn groups(context: DialogContext<'_>) -> impl Iterator<Item = &ChecklistItem> {
    let steps = context.session.regulation().steps.iter();
    steps
        .filter(|step| step.kind == StepKind::Conclusion)
        .flat_map(|step| &step.acts)
}

#[derive(Debug)]
struct ConclusionText {
    act: ChecklistItemId,
    text: Field,
}

pub(super) fn open(context: DialogContext<'_>, act: ChecklistItemId) -> Option<Dialog> {
    let forms = &context.words.forms;
    let (title, said) = groups(context).find(|known| known.id == act).map(|known| {
        let said = context.session.state().conclusion.get(&known.id);
        (known.title.in_lang(context.lang), said)
    })?;
    let text = Field::long(
        forms[FormMessage::Text].to_string(),
        said.map_or("", String::as_str),
    );
    Some(Dialog {
        kind: DialogKind::Conclusion(act.clone()),
        panel: Panel::form(
            forms[FormMessage::ConclusionWords].render(&[("act", &title)]),
            ConclusionText { act, text },
        ),
    })
}

impl FormFields for ConclusionText {
    fn fields(&self) -> Vec<&Field> {
        vec![&self.text]
    }

    fn fields_mut(&mut self) -> Vec<&mut Field> {
        vec![&mut self.text]
    }
}

impl DialogForm for ConclusionText {
    fn accept(&self, _: DialogContext<'_>) -> Result<Effect, Complaint> {
        Ok(Effect::Perform(Command::WordConclusion {
            act: self.act.clone(),
            text: self.text.content(),
        }))
    }
}
