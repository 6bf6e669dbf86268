//! What was raised, class by class, in pages. How many items a page holds follows from the window.

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect, Size};
use ratatui::text::Line;
use ratatui::widgets::Widget;

use super::paint::Paint;
use super::set::{Column, Set, percent};
use crate::projector::scene::{ConclusionItem, ConclusionView, Section};
use crate::text;
use crate::widgets::letters::fit_all;

/// The window from which items stand in large letters.
const LARGE: Size = Size::new(140, 36);
/// The rows an item in large letters takes, with who raised it and what becomes of it.
const LARGE_ROWS: u16 = 17;
/// The rows of an item besides its text: who raised it, what becomes of it, and a blank one.
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
    Line::from(conclusion.heading.as_str())
        .style(paint.theme.accent())
        .render(heading, buf);
    let room = percent(area, 16);
    let body = area.height.saturating_sub(room.height + 2);
    let is_large = area.width >= LARGE.width && area.height >= LARGE.height;
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
    if pages.len() > 1 {
        Line::from(format!("{}/{}", number + 1, pages.len()))
            .style(paint.theme.faint())
            .alignment(Alignment::Right)
            .render(heading, buf);
    }
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
    let mut column = column;
    let area = column.rest();
    let texts: Vec<&str> = page.items.iter().map(|item| item.text.as_str()).collect();
    let each = area.height / u16::try_from(texts.len().max(1)).unwrap_or(1);
    let size = Size::new(area.width, each.saturating_sub(BESIDES).max(1));
    // Equally large, so that no item seems to weigh more than another.
    let large = is_large.then(|| fit_all(&texts, size, 3)).flatten();
    let sets: Vec<Set> = match large {
        Some(fitted) => fitted.into_iter().map(Set::Large).collect(),
        None => texts.iter().map(|text| Set::plain(text, size)).collect(),
    };
    for (set, item) in sets.iter().zip(page.items) {
        set.draw(
            column.take(set.rows()),
            buf,
            paint.strong(),
            Alignment::Left,
        );
        row(&item.by, column.take(1), buf, paint.theme.text());
        if let Some(direction) = &item.direction {
            let style = paint.theme.class(page.section.class);
            row(&format!("→ {direction}"), column.take(1), buf, style);
        }
        column.skip(1);
    }
}

fn row(text: &str, area: Rect, buf: &mut Buffer, style: ratatui::style::Style) {
    Line::from(text::shorten(text, usize::from(area.width)))
        .style(style)
        .render(area, buf);
}
