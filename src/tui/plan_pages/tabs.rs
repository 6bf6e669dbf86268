//! The pages by name, with what each holds: data, and how it is drawn beside or above the page.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::words::{PageMessage, PlanPageWords};
use super::{PlanPages, PromisedLine, Showing};
use crate::domain::text;
use crate::tui::theme::Theme;
use crate::tui::widgets::lines;

/// One page by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageTab {
    pub name: String,
    /// What it holds, in a few words.
    pub hint: String,
    pub is_here: bool,
    pub has_fault: bool,
}

/// The columns of the list of pages, where it stands beside the page.
pub(super) const SIDE: u16 = 25;
/// From this width on it does.
pub(super) const WIDE: u16 = 100;

impl PlanPages {
    pub(super) fn tabs(&self, words: &PlanPageWords) -> Vec<PageTab> {
        let pages =
            self.specs.iter().enumerate().map(|(index, spec)| PageTab {
                name: spec.name.clone(),
                hint: self.held(index, words),
                is_here: self.showing == Showing::Page(index),
                has_fault: self.judged.found.iter().any(|found| {
                    found.is_fault && found.at.is_some_and(|(page, ..)| page == index)
                }),
            });
        let is_promise = |line: &&PromisedLine| matches!(line, PromisedLine::Promise { .. });
        let promised = self.promised.iter().filter(is_promise).count();
        let duties = &self.judged.duties;
        let done = duties.iter().filter(|duty| duty.is_done).count();
        let faults = self
            .judged
            .found
            .iter()
            .filter(|found| found.is_fault)
            .count();
        let check = if faults == 0 {
            words[PageMessage::HeldRight].to_string()
        } else {
            words[PageMessage::HeldFaults].render(&[("count", &faults)])
        };
        let behind = [
            (
                Showing::Promised,
                PageMessage::Promised,
                words[PageMessage::HeldPromises].render(&[("count", &promised)]),
                false,
            ),
            (
                Showing::Duties,
                PageMessage::Duties,
                words[PageMessage::HeldDuties].render(&[("done", &done), ("count", &duties.len())]),
                duties.iter().any(|duty| duty.is_late),
            ),
            (Showing::Check, PageMessage::Check, check, faults > 0),
        ];
        pages
            .chain(
                behind
                    .into_iter()
                    .map(|(showing, name, hint, has_fault)| PageTab {
                        name: words[name].to_string(),
                        hint,
                        is_here: self.showing == showing,
                        has_fault,
                    }),
            )
            .collect()
    }

    /// What a page holds: how many of the needed lines, or how many rows.
    fn held(&self, page: usize, words: &PlanPageWords) -> String {
        let (Some(spec), Some(rows)) = (self.specs.get(page), self.cells.get(page)) else {
            return String::new();
        };
        if !spec.is_lines && rows.is_empty() {
            return words[PageMessage::HeldNone].to_string();
        }
        if !spec.is_lines {
            return words[PageMessage::HeldRows].render(&[("count", &rows.len())]);
        }
        let needed: Vec<usize> = (0..spec.columns.len())
            .filter(|column| spec.columns.get(*column).is_some_and(|one| one.needed))
            .collect();
        let filled = needed
            .iter()
            .filter(|column| !self.cell(page, 0, **column).is_empty())
            .count();
        words[PageMessage::HeldLines].render(&[("filled", &filled), ("needed", &needed.len())])
    }
}

/// Beside the page: one under the other, with what each holds.
pub(super) fn draw_beside(tabs: &[PageTab], area: Rect, buf: &mut Buffer, theme: &Theme) {
    let has_hints = usize::from(area.height) >= 2 * tabs.len();
    let mut row = 0;
    for (number, tab) in (1..).zip(tabs) {
        let sign = match (tab.is_here, tab.has_fault) {
            (true, _) => "▶",
            (false, true) => "✗",
            (false, false) => " ",
        };
        let style = match (tab.is_here, tab.has_fault) {
            (true, _) => theme.selected(),
            (false, true) => theme.over(),
            (false, false) => theme.text(),
        };
        lines::put(
            buf,
            area,
            row,
            &format!("{sign} {number} {}", tab.name),
            style,
        );
        row += 1;
        if has_hints {
            lines::put_at(buf, area, 4, row, &tab.hint, theme.faint());
            row += 1;
        }
    }
    for row in 0..area.height {
        lines::put_at(
            buf,
            area,
            area.width.saturating_sub(2),
            row,
            "│",
            theme.faint(),
        );
    }
}

/// Above the page: in a row, each whole or not at all; the one that is shown is always in sight.
pub(super) fn draw_above(tabs: &[PageTab], area: Rect, buf: &mut Buffer, theme: &Theme) {
    const MORE: u16 = 2;
    let width = |tab: &PageTab| u16::try_from(text::width(&tab.name)).unwrap_or(u16::MAX) + 3;
    let at = tabs.iter().position(|tab| tab.is_here).unwrap_or(0);
    let taken = |from: usize| -> u16 {
        let shown = tabs.iter().take(at + 1).skip(from);
        shown.map(width).fold(0, u16::saturating_add)
    };
    let mut first = 0;
    while first < at && taken(first) + 2 * MORE > area.width {
        first += 1;
    }
    let mut column = 0;
    if first > 0 {
        column += lines::put(buf, area, 0, "◂", theme.faint()) + 1;
    }
    for (place, tab) in tabs.iter().enumerate().skip(first) {
        let is_last = place + 1 == tabs.len();
        let room = area.width.saturating_sub(if is_last { 0 } else { MORE });
        if column + width(tab) > room + 1 {
            lines::put_at(buf, area, column, 0, "▸", theme.faint());
            return;
        }
        let style = match (tab.is_here, tab.has_fault) {
            (true, _) => theme.selected(),
            (false, true) => theme.over(),
            (false, false) => theme.faint(),
        };
        column += lines::put_at(buf, area, column, 0, &format!(" {} ", tab.name), style) + 1;
    }
}
