//! The keys that class an item, and the answer that is asked for behind a class.

use crate::domain::regulation::ClassKind;
use crate::domain::session::Session;
use crate::domain::session::command::Command;
use crate::domain::session::item::{Class, ItemId};
use crate::domain::time::SessionTime;
use crate::tui::desk::dialog::kind::DialogKind;
use crate::tui::desk::{Desk, Effect, Severity};

impl Desk {
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

    /// The answer is in the flow: the line for it opens after the class, unless it is written already.
    pub(super) fn ask_for_answer(&mut self, item: ItemId, session: &Session, now: SessionTime) {
        let known = session.state().item(item);
        let is_open = known.is_some_and(|item| session.answer_to(item).is_none());
        if is_open {
            self.open_quietly(DialogKind::AnswerNow(item), session, now);
        }
    }
}
