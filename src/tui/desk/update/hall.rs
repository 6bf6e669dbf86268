//! What the aide does about the hall's window and the pages that are offered to devices: she turns the page of the
//! conclusion, has a picture of the hall beside her, and reads where the pages are. What programs offer them is looked for
//! elsewhere and handed in.

use crate::domain::session::Session;
use crate::domain::session::command::Command;
use crate::domain::time::SessionTime;
use crate::store::hall_sheet::HallAddress;
use crate::tui::desk::action::Motion;
use crate::tui::desk::dialog::kind::DialogKind;
use crate::tui::desk::hall::TurnedPage;
use crate::tui::desk::words::NoticeMessage;
use crate::tui::desk::{Desk, Effect, Severity};

impl Desk {
    /// The hall's window has so many columns and rows.
    pub const fn hall_has(&mut self, window: (u16, u16)) {
        self.hall.measured(window);
    }

    /// The desk's own window has so many columns and rows.
    pub const fn stands_in(&mut self, window: (u16, u16)) {
        self.hall.desk_measured(window);
    }

    /// Shows the picture of the hall, or hides it, and says so.
    pub(super) fn toggle_preview(&mut self) {
        if let Some(reason) = self.why_no_preview() {
            self.notify(Severity::Warning, reason);
            return;
        }
        self.hall.toggle_preview();
        let said = if self.hall.has_preview() {
            NoticeMessage::PreviewOn
        } else {
            NoticeMessage::PreviewOff
        };
        self.notify(Severity::Good, self.words.notices[said].to_string());
    }

    /// The page of the conclusion that the hall sees next, where there are several; `None` where no pages are shown.
    pub(super) fn turned_page(
        &mut self,
        motion: Motion,
        session: &Session,
        now: SessionTime,
    ) -> Option<Effect> {
        let by = match motion {
            Motion::PageUp => -1,
            Motion::PageDown => 1,
            Motion::Up
            | Motion::Down
            | Motion::First
            | Motion::Last
            | Motion::NextPane
            | Motion::NextField
            | Motion::PreviousField
            | Motion::Accept
            | Motion::Cancel => return None,
        };
        match self.hall.turned(by, session, now)? {
            TurnedPage::To(to) => Some(Effect::Perform(Command::TurnPage { to })),
            TurnedPage::NoMore => {
                self.notify_sentence(|words| &words.notices[NoticeMessage::LastPage]);
                None
            }
        }
    }

    /// Which page the hall is on, after it was turned.
    pub(super) fn page_turned(
        &self,
        command: &Command,
        session: &Session,
        now: SessionTime,
    ) -> Option<String> {
        let Command::TurnPage { to } = command else {
            return None;
        };
        let (number, count) = self.hall.page_from(*to, session, now)?;
        let says = &self.words.notices[NoticeMessage::Page];
        Some(says.render(&[("number", &number), ("count", &count)]))
    }

    /// Shows the programs that offer the pages of the hall; where there are none, that is said.
    pub fn show_halls(&mut self, halls: Vec<HallAddress>, session: &Session, now: SessionTime) {
        let shown = self.dialogs.hall_shown();
        if shown.is_some() && halls == self.hall_addresses {
            return;
        }
        self.hall_addresses = halls;
        self.open(DialogKind::HallAddress(shown.unwrap_or(0)), session, now);
    }

    /// Turns to the next program; `false` where none is shown.
    pub(super) fn turns_to_next_hall(&mut self, session: &Session, now: SessionTime) -> bool {
        let Some(at) = self.dialogs.hall_shown() else {
            return false;
        };
        let next = (at + 1) % self.hall_addresses.len().max(1);
        self.open(DialogKind::HallAddress(next), session, now);
        true
    }
}
