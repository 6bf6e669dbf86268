//! What is said to the aide until her next key.

use crate::domain::i18n::Message;
use crate::domain::session::Session;
use crate::tui::desk::action::Action;
use crate::tui::desk::words::{DeskWords, FlowMessage, RefusalMessage};
use crate::tui::desk::{Desk, DeskNotice, Severity};

impl Desk {
    /// Says something until the next key.
    pub fn notify(&mut self, tone: Severity, text: String) {
        self.notice = Some(DeskNotice { text, tone });
    }

    /// Says something before what is said already.
    pub fn notify_first(&mut self, tone: Severity, text: &str) {
        let already = self.notice.take().map(|notice| notice.text);
        let texts: Vec<&str> = std::iter::once(text).chain(already.as_deref()).collect();
        self.notify(tone, texts.join("  ·  "));
    }

    /// Warns with a sentence that has no places to fill.
    pub(super) fn notify_sentence(&mut self, sentence: impl FnOnce(&DeskWords) -> &Message) {
        let text = sentence(&self.words).to_string();
        self.notify(Severity::Warning, text);
    }

    /// Says a warning, unless something graver is said.
    pub(super) fn notify_if_calm(&mut self, text: String) {
        let is_grave = self
            .notice
            .as_ref()
            .is_some_and(|notice| notice.tone == Severity::Alarm);
        if !is_grave {
            self.notify(Severity::Warning, text);
        }
    }

    /// That a key was held down or pressed twice and counted once, behind what is said already.
    pub(super) fn notify_swallowed(&mut self) {
        let swallowed = self.words.flow[FlowMessage::Swallowed].to_string();
        match &mut self.notice {
            Some(notice) if notice.text.ends_with(&swallowed) => {}
            Some(notice) => notice.text = format!("{}  ·  {swallowed}", notice.text),
            None => self.notify(Severity::Warning, swallowed),
        }
    }

    /// Says of an act that a closed session does not take that it is closed, before anything is asked for it.
    pub(super) fn says_closed(&mut self, action: Action, session: &Session) -> bool {
        let is_barred = session.state().closed.is_some() && action.changes_session();
        if is_barred {
            self.notify_sentence(|words| &words.refusals[RefusalMessage::Closed]);
        }
        is_barred
    }
}
