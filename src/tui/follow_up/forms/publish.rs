//! The results were published: through which channel, and when. The duty of publishing is done by it, where there is one.

use super::{FieldFault, FollowUpContext, FollowUpForm, day_field, day_in, form};
use crate::domain::follow_up::{DutyRef, LedgerCommand};
use crate::domain::regulation::DeadlineKind;
use crate::tui::desk::form::{ChoiceField, Field, FieldAnswer, Form, FormFields};
use crate::tui::follow_up::FollowUpEffect;
use crate::tui::follow_up::words::FollowUpScreenMessage;

#[derive(Debug)]
struct PublishForm {
    session: usize,
    duty: Option<DutyRef>,
    channel: ChoiceField<String>,
    day: Field,
}

pub(super) fn open(context: FollowUpContext<'_>) -> Form<dyn FollowUpForm> {
    let words = context.words;
    let channels = [
        &words[FollowUpScreenMessage::ChannelMedia],
        &words[FollowUpScreenMessage::ChannelPosting],
        &words[FollowUpScreenMessage::ChannelVillages],
        &words[FollowUpScreenMessage::ChannelLoudspeaker],
    ];
    let channels = channels
        .map(|channel| (channel.to_string(), channel.to_string()))
        .to_vec();
    let duties = context.case.overview.duties.iter();
    let open = duties
        .filter(|duty| duty.kind == Some(DeadlineKind::Publication))
        .min_by_key(|duty| duty.state.is_done());
    form(
        words[FollowUpScreenMessage::FormPublish].to_string(),
        PublishForm {
            session: context.session,
            duty: open.map(|duty| duty.duty.clone()),
            channel: ChoiceField::or_typed(
                words[FollowUpScreenMessage::FieldChannel].to_string(),
                channels,
            ),
            day: day_field(&words[FollowUpScreenMessage::FieldDay], Some(context.today)),
        },
    )
}

impl FormFields for PublishForm {
    fn fields(&self) -> Vec<&Field> {
        vec![self.channel.field(), &self.day]
    }

    fn fields_mut(&mut self) -> Vec<&mut Field> {
        vec![self.channel.field_mut(), &mut self.day]
    }
}

impl FollowUpForm for PublishForm {
    fn accept(&self, context: FollowUpContext<'_>) -> Result<FollowUpEffect, FieldFault> {
        let channel = match self.channel.answer() {
            FieldAnswer::Chosen(channel) | FieldAnswer::Typed(channel) => channel,
            FieldAnswer::Nothing => String::new(),
        };
        Ok(FollowUpEffect::Enter {
            session: self.session,
            command: LedgerCommand::Publish {
                duty: self.duty.clone(),
                channel,
                on: day_in(self, &self.day, context)?,
            },
        })
    }

    fn session(&self) -> usize {
        self.session
    }
}
