//! What the desk knows of the hall: how large its window is, what it sees, and which page of the conclusion comes next.

use ratatui::layout::Size;

use super::action::Motion;
use super::words::NoticeMessage;
use super::{Desk, Effect};
use crate::domain::hall_view::{ProjectorView, SceneView, view};
use crate::domain::regulation::StepKind;
use crate::domain::session::Session;
use crate::domain::session::command::Command;
use crate::domain::session::item::ItemId;
use crate::domain::session::scene::Scene;
use crate::domain::time::SessionTime;
use crate::tui::desk::Severity;
use crate::tui::desk::view::hall::FROM_COLUMNS;
use crate::tui::projector::first_items;

/// The window of a hall that nobody measured: a projector's sixteen to nine.
pub(super) const USUAL_HALL: (u16, u16) = (160, 45);

impl Desk {
    /// The hall's window has so many columns and rows.
    pub const fn hall_has(&mut self, window: (u16, u16)) {
        if !self.mirror {
            self.hall_window = window;
        }
    }

    /// Shows the picture of the hall, or hides it, and says so.
    pub(super) fn toggle_preview(&mut self) {
        if let Some(reason) = self.why_no_preview() {
            self.notify(Severity::Warning, reason);
            return;
        }
        self.preview = !self.preview;
        let told = if self.preview {
            NoticeMessage::PreviewOn
        } else {
            NoticeMessage::PreviewOff
        };
        self.notify(Severity::Good, self.words.notices[told].to_string());
    }

    /// Why there is no room for the picture of the hall; `None` where there is, or nobody measured the window.
    pub(super) fn why_no_preview(&self) -> Option<String> {
        let (width, _) = self.window?;
        (width < FROM_COLUMNS).then(|| {
            self.words.notices[NoticeMessage::PreviewTooNarrow]
                .render(&[("columns", &FROM_COLUMNS), ("width", &width)])
        })
    }

    /// The desk's own window has so many columns and rows; while it is the hall's, this size counts there, too.
    pub const fn stands_in(&mut self, (columns, rows): (u16, u16)) {
        self.window = Some((columns, rows));
        if self.mirror {
            self.hall_window = (columns, rows.saturating_sub(1));
        }
    }

    /// What the hall sees now.
    #[must_use]
    pub fn hall_view(&self, session: &Session, now: SessionTime) -> ProjectorView {
        view(session, now, &self.hall, self.lang)
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
        let (columns, rows) = self.hall_window;
        let view = self.hall_view(session, now);
        let pages = first_items(&view, Size::new(columns, rows));
        let shown = session.state().page.map_or(0, |item| item.0);
        let here = pages
            .iter()
            .rposition(|first| *first <= shown || shown == 0);
        let here = if shown == 0 { 0 } else { here.unwrap_or(0) };
        let there = here
            .saturating_add_signed(by)
            .min(pages.len().checked_sub(1)?);
        let to = pages.get(there).copied()?;
        if there == here {
            self.tell_sentence(|words| &words.notices[NoticeMessage::LastPage]);
            return None;
        }
        Some(Effect::Perform(Command::TurnPage { to: ItemId(to) }))
    }

    /// The page of the conclusion that the hall sees, and how many there are; `None` where there are no pages.
    pub(super) fn hall_page(&self, session: &Session, now: SessionTime) -> Option<(usize, usize)> {
        // Asked for every frame; the whole picture is made only where it may be one of the conclusion.
        let is_pinned = matches!(session.state().scene, Some(Scene::Conclusion(_)));
        let step = session.present_step().map(|step| &step.kind);
        if !is_pinned && !matches!(step, Some(StepKind::Conclusion)) {
            return None;
        }
        let view = self.hall_view(session, now);
        if !matches!(view.scene, SceneView::Conclusion(_)) {
            return None;
        }
        let (columns, rows) = self.hall_window;
        let pages = first_items(&view, Size::new(columns, rows));
        let shown = session.state().page.map_or(0, |item| item.0);
        let here = pages.iter().rposition(|first| *first <= shown).unwrap_or(0);
        (pages.len() > 1).then_some((here + 1, pages.len()))
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
        let (columns, rows) = self.hall_window;
        let view = self.hall_view(session, now);
        let pages = first_items(&view, Size::new(columns, rows));
        let number = pages.iter().position(|first| *first == to.0)? + 1;
        let counted: [(&str, &dyn std::fmt::Display); 2] =
            [("number", &number), ("count", &pages.len())];
        Some(self.words.notices[NoticeMessage::Page].render(&counted))
    }
}
