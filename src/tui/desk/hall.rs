//! The hall's window as the desk knows it: how large it is, what it sees, which page of the conclusion it is on, and whether
//! it is shown here. Knows no key and no sentence of the desk.

use ratatui::layout::Size;

use crate::domain::hall_view::{HallWords, ProjectorView, SceneView, view};
use crate::domain::i18n::Lang;
use crate::domain::regulation::StepKind;
use crate::domain::session::Session;
use crate::domain::session::item::ItemId;
use crate::domain::session::scene::Scene;
use crate::domain::time::SessionTime;
use crate::tui::projector::first_items;

/// The window of a hall that nobody measured: a projector's sixteen to nine.
const USUAL_HALL: (u16, u16) = (160, 45);

/// The hall's window, and where the desk shows it.
#[derive(Debug)]
pub(super) struct HallWindow {
    words: HallWords,
    lang: Lang,
    /// The cells of the hall's window, as far as they are known.
    size: (u16, u16),
    /// The cells of the desk's window, once it was drawn.
    desk: Option<(u16, u16)>,
    /// The desk's window shows the hall's view.
    is_mirrored: bool,
    /// A picture of the hall stands in the desk where there is room.
    has_preview: bool,
}

/// The page that comes when the hall's is turned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TurnedPage {
    /// The one that begins with this item.
    To(ItemId),
    /// There is none on that side.
    NoMore,
}

impl HallWindow {
    pub(super) fn of(lang: Lang) -> Self {
        Self {
            words: HallWords::of(lang),
            lang,
            size: USUAL_HALL,
            desk: None,
            is_mirrored: false,
            has_preview: true,
        }
    }

    pub(super) const fn is_mirrored(&self) -> bool {
        self.is_mirrored
    }

    pub(super) const fn toggle_mirror(&mut self) {
        self.is_mirrored = !self.is_mirrored;
    }

    pub(super) const fn has_preview(&self) -> bool {
        self.has_preview
    }

    pub(super) const fn toggle_preview(&mut self) {
        self.has_preview = !self.has_preview;
    }

    /// The columns of the desk's window; `None` where nobody measured it.
    pub(super) fn desk_columns(&self) -> Option<u16> {
        self.desk.map(|(columns, _)| columns)
    }

    /// The hall's window has so many columns and rows.
    pub(super) const fn measured(&mut self, size: (u16, u16)) {
        if !self.is_mirrored {
            self.size = size;
        }
    }

    /// The desk's own window has so many columns and rows; while it is the hall's, this size counts there, too.
    pub(super) const fn desk_measured(&mut self, (columns, rows): (u16, u16)) {
        self.desk = Some((columns, rows));
        if self.is_mirrored {
            self.size = (columns, rows.saturating_sub(1));
        }
    }

    /// What the hall sees now.
    pub(super) fn view(&self, session: &Session, now: SessionTime) -> ProjectorView {
        view(session, now, &self.words, self.lang)
    }

    /// The page that comes next or before; `None` where no pages are shown.
    pub(super) fn turned(
        &self,
        by: isize,
        session: &Session,
        now: SessionTime,
    ) -> Option<TurnedPage> {
        let pages = self.pages(&self.view(session, now));
        let shown = session.state().page.map_or(0, |item| item.0);
        let here = if shown == 0 {
            0
        } else {
            page_of(shown, &pages)
        };
        let last = pages.len().checked_sub(1)?;
        let there = here.saturating_add_signed(by).min(last);
        let to = pages.get(there).copied()?;
        Some(if there == here {
            TurnedPage::NoMore
        } else {
            TurnedPage::To(ItemId(to))
        })
    }

    /// The page of the conclusion that the hall sees, and how many there are; `None` where there are no pages.
    pub(super) fn page(&self, session: &Session, now: SessionTime) -> Option<(usize, usize)> {
        // Asked for every frame; the whole picture is made only where it may be one of the conclusion.
        let is_pinned = matches!(session.state().scene, Some(Scene::Conclusion(_)));
        let step = session.present_step().map(|step| &step.kind);
        if !is_pinned && !matches!(step, Some(StepKind::Conclusion)) {
            return None;
        }
        let view = self.view(session, now);
        if !matches!(view.scene, SceneView::Conclusion(_)) {
            return None;
        }
        let pages = self.pages(&view);
        let shown = session.state().page.map_or(0, |item| item.0);
        (pages.len() > 1).then_some((page_of(shown, &pages) + 1, pages.len()))
    }

    /// The number of the page that begins with this item, and how many there are.
    pub(super) fn page_from(
        &self,
        item: ItemId,
        session: &Session,
        now: SessionTime,
    ) -> Option<(usize, usize)> {
        let pages = self.pages(&self.view(session, now));
        let place = pages.iter().position(|first| *first == item.0)?;
        Some((place + 1, pages.len()))
    }

    /// The item that each page begins with.
    fn pages(&self, view: &ProjectorView) -> Vec<u32> {
        let (columns, rows) = self.size;
        first_items(view, Size::new(columns, rows))
    }
}

/// The place of the page on which an item stands.
fn page_of(item: u32, pages: &[u32]) -> usize {
    let place = pages.iter().rposition(|first| *first <= item);
    place.unwrap_or(0)
}
