//! Class 3: the authority the item is reported to. The one named first in the plan is proposed.

use super::context::DialogContext;
use super::kind::DialogKind;
use super::panel::{Complaint, Dialog, DialogForm, Panel};
use crate::domain::session::command::Command;
use crate::domain::session::item::{Class, ItemId};
use crate::tui::desk::effect::Effect;
use crate::tui::desk::form::{ChoiceField, Field, FieldAnswer, FormFields};
use crate::tui::desk::words::FlowMessage;
use crate::tui::desk::words::FormMessage;
use crate::tui::desk::words::PaneMessage;

#[derive(Debug)]
struct ClassUpward {
    item: ItemId,
    authority: ChoiceField<String>,
}

pub(super) fn open(context: DialogContext<'_>, item: ItemId) -> Option<Dialog> {
    let (session, forms) = (context.session, &context.words.forms);
    let given = match session.state().item(item)?.class.clone() {
        Some(Class::ReportUpward { authority }) => authority,
        Some(Class::AnsweredNow | Class::VerifyLater { .. }) | None => None,
    };
    let mut levels = session.plan().higher_levels.clone();
    if let Some(given) = &given
        && !levels.contains(given)
    {
        levels.insert(0, given.clone());
    }
    let options = levels.into_iter().map(|level| (level.clone(), level));
    let authority =
        ChoiceField::or_typed(forms[FormMessage::Authority].to_string(), options.collect())
            .proposing(|level| Some(level) == given.as_ref())
            .public();
    Some(Dialog {
        kind: DialogKind::ClassUpward(item),
        panel: Panel::form(
            forms[FormMessage::ClassUpward].render(&[("item", &item.0)]),
            ClassUpward { item, authority },
        )
        .with_intro(vec![context.item_text(item)]),
    })
}

impl ClassUpward {
    fn authority(&self) -> Option<String> {
        match self.authority.answer() {
            FieldAnswer::Chosen(name) | FieldAnswer::Typed(name) => Some(name),
            FieldAnswer::Nothing => None,
        }
    }
}

impl FormFields for ClassUpward {
    fn fields(&self) -> Vec<&Field> {
        vec![self.authority.field()]
    }

    fn fields_mut(&mut self) -> Vec<&mut Field> {
        vec![self.authority.field_mut()]
    }
}

impl DialogForm for ClassUpward {
    fn accept(&self, _: DialogContext<'_>) -> Result<Effect, Complaint> {
        Ok(Effect::Perform(Command::ClassItem {
            item: self.item,
            class: Class::ReportUpward {
                authority: self.authority(),
            },
        }))
    }

    fn outcome(&self, context: DialogContext<'_>) -> Option<String> {
        let words = context.words;
        let authority = self
            .authority()
            .unwrap_or_else(|| words.panes[PaneMessage::NoAuthority].to_string());
        Some(
            words.flow[FlowMessage::WillClassUpward]
                .render(&[("item", &self.item.0), ("authority", &authority)]),
        )
    }

    fn about_item(&self) -> Option<ItemId> {
        Some(self.item)
    }
}
