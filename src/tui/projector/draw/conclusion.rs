//! What was raised, class by class, in pages. How many items a page holds follows from the window.

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Size};

use super::fit_text::{Column, MARKED, Set, percent};
use super::paint::Paint;
use super::{right, row};
use crate::domain::text;
use crate::tui::projector::scene::{ConclusionItem, ConclusionView, Section};
use crate::tui::widgets::letters::fit_all;

/// The window from which items stand in large letters.
const LARGE: Size = Size::new(140, 36);
/// The rows an item in large letters takes, with who raised it and what becomes of it.
const LARGE_ROWS: u16 = 34;
/// So many items still come round in large letters, one by one, while a conclusion is read; more are shown many at a time.
const LARGE_ITEMS: usize = 40;
/// The rows of an item besides its text, when small: who raised it, what becomes of it, and a blank one.
const BESIDES: u16 = 3;

struct Page<'a> {
    section: &'a Section,
    items: &'a [ConclusionItem],
}

pub(super) fn draw(
    conclusion: &ConclusionView,
    column: Column,
    buf: &mut Buffer,
    paint: Paint<'_>,
) {
    let mut column = column;
    let area = column.rest();
    let heading = column.take(1);
    let gap = u16::from(area.height >= 30);
    column.skip(gap);
    let room = percent(area, 16);
    let body = area.height.saturating_sub(room.height + 2 + gap);
    let items: usize = conclusion
        .sections
        .iter()
        .map(|section| section.items.len())
        .sum();
    let is_large = area.width >= LARGE.width && area.height >= LARGE.height && items <= LARGE_ITEMS;
    let size = Size::new(area.width, body);
    let pages: Vec<Page<'_>> = conclusion
        .sections
        .iter()
        .flat_map(|section| pages_of(section, size, is_large))
        .collect();
    let Some(number) = conclusion.turned.checked_rem(pages.len()) else {
        return;
    };
    let Some(page) = pages.get(number) else {
        return;
    };
    let left = if pages.len() > 1 {
        let counted = format!("{}/{}", number + 1, pages.len());
        right(&counted, paint.theme.faint(), heading, buf)
    } else {
        heading
    };
    row(&conclusion.heading, paint.theme.accent(), left, buf);
    let title = Set::of(&page.section.title, room, 1);
    let ink = paint.ink(paint.theme.class(page.section.class));
    title.draw(column.take(title.rows()), buf, ink, Alignment::Left);
    column.skip(1);
    draw_page(page, column, is_large, buf, paint);
}

/// A class without items has one page that says so by its count.
fn pages_of(section: &Section, size: Size, is_large: bool) -> Vec<Page<'_>> {
    let mut pages = Vec::new();
    let mut rest = section.items.as_slice();
    loop {
        let (items, after) = rest.split_at(fitting(rest, size, is_large));
        pages.push(Page { section, items });
        if after.is_empty() {
            return pages;
        }
        rest = after;
    }
}

/// How many of the items fit on one page: at least one, if there is any.
fn fitting(items: &[ConclusionItem], size: Size, is_large: bool) -> usize {
    if is_large {
        return usize::from((size.height / LARGE_ROWS).max(1)).min(items.len());
    }
    let mut rows = 0_usize;
    let fitting = items
        .iter()
        .take_while(|item| {
            rows += text::wrap(&item.text, usize::from(size.width)).len() + usize::from(BESIDES);
            rows <= usize::from(size.height) + 1
        })
        .count();
    fitting.max(1).min(items.len())
}

fn draw_page(page: &Page<'_>, column: Column, is_large: bool, buf: &mut Buffer, paint: Paint<'_>) {
    if !is_large || !draw_large(page, column, buf, paint) {
        draw_small(page, column, buf, paint);
    }
}

/// Texts equally large, so that no item seems to weigh more than another; whether they fit.
fn draw_large(page: &Page<'_>, column: Column, buf: &mut Buffer, paint: Paint<'_>) -> bool {
    let mut column = column;
    let area = column.rest();
    let texts: Vec<&str> = page.items.iter().map(|item| item.text.as_str()).collect();
    let each = area.height / u16::try_from(texts.len().max(1)).unwrap_or(1);
    let line = Size::new(area.width, (each / 4).max(MARKED));
    let lines = 1 + u16::from(page.items.iter().any(|item| item.direction.is_some()));
    let size = Size::new(area.width, each.saturating_sub(lines * line.height + 1));
    let Some(fitted) = fit_all(&texts, size, 3) else {
        return texts.is_empty();
    };
    for (text, item) in fitted.into_iter().zip(page.items) {
        let mut own = Column::all_of(column.take(each));
        let text = Set::Large(text);
        text.draw(own.take(text.rows()), buf, paint.strong(), Alignment::Left);
        own.skip(1);
        let by = Set::of(&item.by, line, 1);
        by.draw(
            own.take(by.rows()),
            buf,
            paint.ink(paint.theme.text()),
            Alignment::Left,
        );
        if let Some(direction) = &item.direction {
            let direction = Set::of_or(direction, [line, own.rest().as_size()], 2);
            let ink = paint.ink(paint.theme.class(page.section.class));
            direction.draw(own.rest(), buf, ink, Alignment::Left);
        }
    }
    true
}

fn draw_small(page: &Page<'_>, column: Column, buf: &mut Buffer, paint: Paint<'_>) {
    let mut column = column;
    for item in page.items {
        let text = Set::plain(&item.text, column.rest().as_size());
        text.draw(
            column.take(text.rows()),
            buf,
            paint.strong(),
            Alignment::Left,
        );
        row(&item.by, paint.theme.text(), column.take(1), buf);
        if let Some(direction) = &item.direction {
            let style = paint.theme.class(page.section.class);
            row(&format!("→ {direction}"), style, column.take(1), buf);
        }
        column.skip(1);
    }
}
