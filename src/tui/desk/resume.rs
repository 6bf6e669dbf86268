//! Coming back to a session: what happened while the program was away is asked first, and what was being typed comes
//! back after it.

use super::dialog::kind::DialogKind;
use super::dialog::panel::Dialog;
use super::draft::{Draft, Drafts};
use super::{Desk, Severity, messages};
use crate::domain::session::Session;
use crate::domain::time::{SessionTime, Wall, is_likely};
use crate::tui::desk::words::NoticeMessage;

/// Seconds ahead of UTC: +07:00, everywhere in the country.
const HERE: i32 = 7 * 3600;

impl Desk {
    /// A session was opened: what has to be asked first.
    pub fn resume(&mut self, session: &Session, now: SessionTime, left_behind: Drafts) {
        self.left_behind = left_behind.open;
        self.set_aside = left_behind.set_aside;
        self.open(DialogKind::Away, session, now);
        let came_back = match &self.dialog {
            Some(_) => None,
            None => messages::of_coming_back(session, &self.words),
        };
        let told: Vec<String> = came_back
            .into_iter()
            .chain(messages::of_troubles(&self.basis.troubles, &self.words))
            .collect();
        if !told.is_empty() {
            self.notify(Severity::Warning, told.join("  ·  "));
        }
        self.restore_draft(session, now);
    }

    /// What is wrong with the computer's clock or zone, while there is still time to set them. A session that began goes on
    /// in the zone in which it began.
    pub fn check_clock(&mut self, shown: Wall, began: Option<Wall>) {
        let says = &self.words.notices;
        let text = if !is_likely(shown) {
            says[NoticeMessage::WrongClock].render(&[
                ("date", &crate::domain::format::date(shown.date_naive())),
                ("time", &crate::domain::format::time(shown)),
            ])
        } else if let Some(began) = began {
            if began.offset() == shown.offset() {
                return;
            }
            says[NoticeMessage::OtherZone].render(&[
                ("zone", &shown.format("%:z")),
                ("kept", &began.format("%:z")),
            ])
        } else if shown.offset().local_minus_utc() != HERE {
            says[NoticeMessage::WrongZone].render(&[("zone", &shown.format("%:z"))])
        } else {
            return;
        };
        self.tell_first(Severity::Warning, &text);
    }

    /// What was left behind comes back as soon as nothing else is asked.
    pub(super) fn restore_draft(&mut self, session: &Session, now: SessionTime) {
        if self.dialog.is_none()
            && let Some(draft) = self.left_behind.take()
        {
            self.restore(session, now, &draft);
        }
    }

    fn restore(&mut self, session: &Session, now: SessionTime, draft: &Draft) {
        self.open(draft.kind.clone(), session, now);
        if self.dialog.is_none() {
            // What it was about is gone; the words themselves are not.
            self.open(DialogKind::Note, session, now);
        }
        if let Some(form) = self.dialog.as_mut().and_then(Dialog::form_mut) {
            form.restore(&draft.texts);
            form.complaint = Some(self.words.notices[NoticeMessage::Draft].to_string());
        }
    }
}
