//! What an item is about, in a word. The topics used so far narrow as one is typed.

use super::context::DialogContext;
use super::kind::DialogKind;
use super::panel::{Complaint, Dialog, DialogForm, Panel};
use crate::domain::session::command::Command;
use crate::domain::session::item::ItemId;
use crate::tui::desk::effect::Effect;
use crate::tui::desk::form::{ChoiceField, Field, FieldAnswer, FormFields};
use crate::tui::desk::words::FormMessage;

#[derive(Debug)]
struct Topic {
    item: ItemId,
    topic: ChoiceField<String>,
}

pub(super) fn open(context: DialogContext<'_>, item: ItemId) -> Option<Dialog> {
    let (forms, state) = (&context.words.forms, context.session.state());
    let title = forms[FormMessage::Topic].render(&[("item", &item.0)]);
    let mut topics: Vec<String> = state
        .items
        .iter()
        .filter_map(|item| item.topic.clone())
        .collect();
    topics.sort();
    topics.dedup();
    let present = state.item(item)?.topic.as_ref();
    let options = topics.into_iter().map(|topic| (topic.clone(), topic));
    let topic = ChoiceField::or_typed(title.clone(), options.collect())
        .or_nothing(forms[FormMessage::NoTopic].to_string())
        .proposing(|topic| Some(topic) == present);
    Some(Dialog {
        kind: DialogKind::Topic(item),
        panel: Panel::form(title, Topic { item, topic }).with_intro(vec![context.item_text(item)]),
    })
}

impl FormFields for Topic {
    fn fields(&self) -> Vec<&Field> {
        vec![self.topic.field()]
    }

    fn fields_mut(&mut self) -> Vec<&mut Field> {
        vec![self.topic.field_mut()]
    }
}

impl DialogForm for Topic {
    fn accept(&self, _: DialogContext<'_>) -> Result<Effect, Complaint> {
        Ok(Effect::Perform(Command::SetTopic {
            item: self.item,
            topic: match self.topic.answer() {
                FieldAnswer::Chosen(topic) | FieldAnswer::Typed(topic) => Some(topic),
                FieldAnswer::Nothing => None,
            },
        }))
    }
}
