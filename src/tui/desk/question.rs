//! Which item the class keys are about: the one that the bottom line names, and no other.

use super::dialog::kind::DialogKind;
use super::{Desk, Effect, Pane, Severity, phrases};
use crate::domain::regulation::ClassKind;
use crate::domain::session::Session;
use crate::domain::session::command::Command;
use crate::domain::session::floor::Holder;
use crate::domain::session::item::{Class, ItemId};
use crate::domain::session::next::Next;
use crate::domain::time::SessionTime;
use crate::tui::desk::words::FlowMessage;
use crate::tui::desk::words::RefusalMessage;

/// The item that is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    pub item: ItemId,
    /// Its card was opened by hand, rather than asked by the order.
    pub by_hand: bool,
}

impl Desk {
    /// The item that `1` `2` `3` class now: of the card that was opened, else the one that the order asks about. While a
    /// citizen speaks there is none.
    #[must_use]
    pub fn question(&self, session: &Session) -> Option<Question> {
        if speaking_citizen(session).is_some() || session.state().closed.is_some() {
            return None;
        }
        if let Some(item) = self.open_card(session) {
            return Some(Question {
                item,
                by_hand: true,
            });
        }
        match session.next() {
            Next::Class(item) => Some(Question {
                item,
                by_hand: false,
            }),
            Next::EnterStep(_)
            | Next::Tick(_)
            | Next::Call(_)
            | Next::ChooseStep
            | Next::StartClock
            | Next::ResumeClock
            | Next::EndFloor
            | Next::Answer { .. }
            | Next::ReadPrepared(_)
            | Next::Exchange(_)
            | Next::HoldSpeeches
            | Next::EndBreak
            | Next::Close
            | Next::Nothing => None,
        }
    }

    /// The item whose card lies open.
    #[must_use]
    pub(super) fn open_card(&self, session: &Session) -> Option<ItemId> {
        self.card
            .filter(|item| session.state().item(*item).is_some())
    }

    /// The item that `Enter` would open the card of: another than the one asked about, in the pane of items.
    #[must_use]
    pub(super) fn card_to_open(&self, session: &Session) -> Option<ItemId> {
        if self.focus != Pane::Items || self.card.is_some() {
            return None;
        }
        let asked = self.question(session).map(|question| question.item);
        self.item
            .filter(|item| session.state().item(*item).is_some() && Some(*item) != asked)
    }

    pub(super) fn open_card_of(&mut self, item: ItemId) {
        self.card = Some(item);
        self.item = Some(item);
        self.focus = Pane::Items;
    }

    /// A class key was pressed.
    pub(super) fn class_asked(
        &mut self,
        kind: ClassKind,
        session: &Session,
        now: SessionTime,
    ) -> Option<Effect> {
        if let Some(question) = self.question(session) {
            return self.class_item(question.item, kind, session, now);
        }
        let text = self.why_no_class(session);
        self.notify(Severity::Warning, text);
        None
    }

    /// An item gets its class; one that has another is asked about first.
    pub(super) fn class_item(
        &mut self,
        item: ItemId,
        kind: ClassKind,
        session: &Session,
        now: SessionTime,
    ) -> Option<Effect> {
        let has_class = session
            .state()
            .item(item)
            .is_some_and(|item| item.class.is_some());
        match kind {
            ClassKind::AnsweredNow if has_class => {
                self.open(DialogKind::ChangeToNow(item), session, now);
            }
            ClassKind::AnsweredNow => {
                return Some(Effect::Perform(Command::ClassItem {
                    item,
                    class: Class::AnsweredNow,
                }));
            }
            ClassKind::VerifyLater => self.open(DialogKind::ClassLater(item), session, now),
            ClassKind::ReportUpward => self.open(DialogKind::ClassUpward(item), session, now),
        }
        None
    }

    /// Why a class key does nothing now.
    pub(super) fn why_no_class(&self, session: &Session) -> String {
        let flow = &self.words.flow;
        if session.state().closed.is_some() {
            return self.words.refusals[RefusalMessage::Closed].to_string();
        }
        match speaking_citizen(session) {
            Some(holder) => {
                let name = phrases::holder_name(session, &holder, &self.words);
                flow[FlowMessage::NoClassWhileSpeaking].render(&[("name", &name)])
            }
            None => flow[FlowMessage::NoClassAsked].to_string(),
        }
    }
}

fn speaking_citizen(session: &Session) -> Option<Holder> {
    session
        .state()
        .floor()
        .map(|turn| turn.holder.clone())
        .filter(|holder| matches!(holder, Holder::Citizen(_)))
}
