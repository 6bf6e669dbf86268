//! Coming back to a session: what happened while the program was away is asked first, and what was being typed comes
//! back after it.

use crate::domain::session::Session;
use crate::domain::time::{SessionTime, Wall, is_likely};
use crate::tui::desk::dialog::kind::DialogKind;
use crate::tui::desk::draft::{Draft, Drafts};
use crate::tui::desk::words::NoticeMessage;
use crate::tui::desk::{Desk, Severity, messages};

/// Seconds ahead of UTC: +07:00, everywhere in the country.
const HERE: i32 = 7 * 3600;

impl Desk {
    /// A session was opened: what has to be asked first.
    pub fn resume(&mut self, session: &Session, now: SessionTime, left_behind: Drafts) {
        self.dialogs.take_up(left_behind);
        self.open(DialogKind::Away, session, now);
        let came_back = match self.dialogs.top() {
            Some(_) => None,
            None => messages::of_coming_back(session, &self.words),
        };
        let says: Vec<String> = came_back
            .into_iter()
            .chain(messages::of_troubles(&self.basis.troubles, &self.words))
            .collect();
        if !says.is_empty() {
            self.notify(Severity::Warning, says.join("  ·  "));
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
        self.notify_first(Severity::Warning, &text);
    }

    /// What was left behind comes back as soon as nothing else is asked.
    pub(super) fn restore_draft(&mut self, session: &Session, now: SessionTime) {
        if let Some(draft) = self.dialogs.next_left_behind() {
            self.restore(session, now, &draft);
        }
    }

    fn restore(&mut self, session: &Session, now: SessionTime, draft: &Draft) {
        self.open(draft.kind.clone(), session, now);
        if self.dialogs.top().is_none() {
            // What it was about is gone; the words themselves are not.
            self.open(DialogKind::Note, session, now);
        }
        if let Some(form) = self.dialogs.form_mut() {
            form.restore(&draft.texts);
            form.complaint = Some(self.words.notices[NoticeMessage::Draft].to_string());
        }
    }
}
