//! Class 3: the authority the item is reported to, and the day that the chair set for its settlement, where there is one.
//! The authority named first in the plan is proposed.

use chrono::NaiveDate;

use super::context::DialogContext;
use super::day;
use super::kind::DialogKind;
use super::panel::{Complaint, Dialog, DialogForm, Panel};
use super::reason_fields::as_name;
use crate::domain::format;
use crate::domain::i18n::WordedError;
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
    due: ChoiceField<NaiveDate>,
}

pub(super) fn open(context: DialogContext<'_>, item: ItemId) -> Option<Dialog> {
    let (session, forms) = (context.session, &context.words.forms);
    let (given, on) = match session.state().item(item)?.class.clone() {
        Some(Class::ReportUpward { authority, due }) => (authority, due),
        Some(Class::AnsweredNow | Class::VerifyLater { .. }) | None => (None, None),
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
    let days = on.map(|on| (format::date(on), on)).into_iter().collect();
    // Whoever set no day is not given one by the order of a list.
    let due = ChoiceField::or_typed(forms[FormMessage::SettledBy].to_string(), days)
        .or_nothing(forms[FormMessage::SettledByOpen].to_string())
        .proposing(|day| Some(*day) == on);
    Some(Dialog {
        kind: DialogKind::ClassUpward(item),
        panel: Panel::form(
            forms[FormMessage::ClassUpward].render(&[("item", &item.0)]),
            ClassUpward {
                item,
                authority,
                due,
            },
        )
        .with_intro(vec![context.item_text(item)]),
    })
}

impl ClassUpward {
    fn authority(&self, context: DialogContext<'_>) -> Result<Option<String>, Complaint> {
        match self.authority.answer() {
            FieldAnswer::Chosen(name) => Ok(Some(name)),
            FieldAnswer::Typed(typed) => {
                as_name(self, self.authority.field(), typed, context).map(Some)
            }
            FieldAnswer::Nothing => Ok(None),
        }
    }

    /// The day that was chosen or typed out.
    fn due(&self, context: DialogContext<'_>) -> Result<Option<NaiveDate>, Complaint> {
        let wrong =
            |why: WordedError| Complaint::about(self, self.due.field(), why.into_sentence());
        match self.due.answer() {
            FieldAnswer::Chosen(on) => Ok(Some(on)),
            FieldAnswer::Nothing => Ok(None),
            FieldAnswer::Typed(typed) => {
                let on = day::read(&typed, context).map_err(wrong)?;
                if self.due.values().contains(&on) {
                    return Ok(Some(on));
                }
                day::not_past(on, context).map_err(wrong)?;
                Ok(Some(on))
            }
        }
    }
}

impl FormFields for ClassUpward {
    fn fields(&self) -> Vec<&Field> {
        vec![self.authority.field(), self.due.field()]
    }

    fn fields_mut(&mut self) -> Vec<&mut Field> {
        vec![self.authority.field_mut(), self.due.field_mut()]
    }
}

impl DialogForm for ClassUpward {
    fn accept(&self, context: DialogContext<'_>) -> Result<Effect, Complaint> {
        Ok(Effect::Perform(Command::ClassItem {
            item: self.item,
            class: Class::ReportUpward {
                authority: self.authority(context)?,
                due: self.due(context)?,
            },
        }))
    }

    fn outcome(&self, context: DialogContext<'_>) -> Option<String> {
        let words = context.words;
        let authority = self
            .authority(context)
            .ok()?
            .unwrap_or_else(|| words.panes[PaneMessage::NoAuthority].to_string());
        let due = self.due(context).ok()?.map_or_else(String::new, |on| {
            let due = words.panes[PaneMessage::Due].render(&[("date", &format::date(on))]);
            format!(", {due}")
        });
        Some(words.flow[FlowMessage::WillClassUpward].render(&[
            ("item", &self.item.0),
            ("authority", &authority),
            ("due", &due),
        ]))
    }

    fn about_item(&self) -> Option<ItemId> {
        Some(self.item)
    }
}
