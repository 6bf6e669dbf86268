//! The answer to an item, as it will stand in the minutes: asked for with its key, or in the flow right after the item
//! was answered at once.

use super::context::DialogContext;
use super::kind::DialogKind;
use super::panel::{Complaint, Dialog, DialogForm, Panel};
use crate::domain::session::command::Command;
use crate::domain::session::item::ItemId;
use crate::tui::desk::effect::Effect;
use crate::tui::desk::form::{Field, FormFields};
use crate::tui::desk::words::FlowMessage;
use crate::tui::desk::words::FormMessage;

#[derive(Debug)]
struct AnswerText {
    item: ItemId,
    text: Field,
}

/// Written when the aide wants to. What is written already is edited; else the prepared answer is proposed.
pub(super) fn open(context: DialogContext<'_>, item: ItemId) -> Option<Dialog> {
    let forms = &context.words.forms;
    let known = context.session.state().item(item)?;
    let label = forms[FormMessage::Text].to_string();
    let text = match known.answer.as_deref().filter(|answer| !answer.is_empty()) {
        Some(answer) => Field::long(label, answer),
        None => proposed(context, item, label),
    };
    Some(Dialog {
        kind: DialogKind::Answer(item),
        panel: Panel::form(
            forms[FormMessage::Answer].render(&[("item", &item.0)]),
            AnswerText { item, text },
        )
        .with_intro(vec![context.item_text(item)]),
    })
}

/// The line of the flow: the prepared answer is in it, or nothing.
pub(super) fn open_in_flow(context: DialogContext<'_>, item: ItemId) -> Option<Dialog> {
    context.session.state().item(item)?;
    let flow = &context.words.flow;
    // Everybody just heard it; what was prepared is nobody's business in the hall.
    let text = proposed(context, item, flow[FlowMessage::AnswerLabel].to_string())
        .public_once_typed_over();
    Some(Dialog {
        kind: DialogKind::AnswerNow(item),
        panel: Panel::form(
            flow[FlowMessage::AnswerTitle].render(&[("item", &item.0)]),
            AnswerText { item, text },
        )
        .with_intro(vec![context.item_text(item)]),
    })
}

fn proposed(context: DialogContext<'_>, item: ItemId, label: String) -> Field {
    let known = context.session.state().item(item);
    let prepared = known.and_then(|item| context.session.prepared_answer(item));
    match prepared {
        Some(prepared) => Field::long_proposing(label, prepared),
        None => Field::long(label, ""),
    }
}

impl FormFields for AnswerText {
    fn fields(&self) -> Vec<&Field> {
        vec![&self.text]
    }

    fn fields_mut(&mut self) -> Vec<&mut Field> {
        vec![&mut self.text]
    }
}

impl DialogForm for AnswerText {
    fn accept(&self, _: DialogContext<'_>) -> Result<Effect, Complaint> {
        if self.text.is_proposed() {
            return Ok(Effect::Perform(Command::AnswerAsPrepared {
                item: self.item,
            }));
        }
        Ok(Effect::Perform(Command::SummariseAnswer {
            item: self.item,
            answer: self.text.content(),
        }))
    }

    fn outcome(&self, context: DialogContext<'_>) -> Option<String> {
        let flow = &context.words.flow;
        let sentence = if self.text.is_proposed() {
            &flow[FlowMessage::WillKeepPrepared]
        } else if self.text.content().is_empty() {
            &flow[FlowMessage::WillLeaveOpen]
        } else {
            &flow[FlowMessage::WillWriteAnswer]
        };
        Some(sentence.render(&[("item", &self.item.0)]))
    }

    fn about_item(&self) -> Option<ItemId> {
        Some(self.item)
    }
}
