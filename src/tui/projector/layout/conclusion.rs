//! What was raised, class by class, in pages: several items on each, none of them cut. How many a page holds follows from
//! the window.

use super::{FittedLine, HallSheet, Part, Role};
use crate::domain::hall_view::{ConclusionItem, ConclusionView, ProjectorView, SceneView, Section};
use crate::tui::widgets::pixel_face::PixelWeight;
use ratatui::layout::Size;

/// An item takes its subject instead of its text where the text needs more lines than this.
const LINES: usize = 2;

/// A page: items of one class.
struct ConclusionPage<'a> {
    section: &'a Section,
    blocks: Vec<ConclusionBlock>,
}

/// An item, or as much of one as a page holds.
struct ConclusionBlock {
    number: u32,
    /// The text in bold letters, then what becomes of it.
    lines: Vec<(FittedLine, PixelWeight)>,
    height: i32,
}

pub(super) fn put(conclusion: &ConclusionView, sheet: &mut HallSheet, y: i32) {
    let (heading, room) = (sheet.lettering.pitch() + sheet.gap(), sheet.height - y);
    let pages = pages(conclusion, sheet, room - heading);
    let number = conclusion.from.map_or(0, |from| {
        let has = |page: &ConclusionPage<'_>| page.blocks.iter().any(|block| block.number == from);
        pages.iter().position(has).unwrap_or(0)
    });
    let Some(page) = pages.get(number) else {
        return;
    };
    let role = Role::Class(page.section.class);
    let counted = (pages.len() > 1).then(|| (number + 1, pages.len()));
    let (title, counted) = heads(&page.section.title, &conclusion.page, counted, sheet);
    sheet.put(title, 0, y, role);
    if let Some(counted) = counted {
        sheet.put_right(counted, y, Role::Muted);
    }
    let mut y = y + heading;
    let indent = indent(conclusion, sheet);
    let rules = sheet.lettering.pitch() > 2;
    for (place, block) in page.blocks.iter().enumerate() {
        if place > 0 && rules {
            let row = HallSheet::row_from(y);
            sheet.picture.parts.push(Part::Rule { row });
            y = (row + 1) * 2;
        }
        let number = sheet.small(&block.number.to_string(), PixelWeight::Bold);
        sheet.put(number, 0, y, Role::Accent);
        for (line, weight) in &block.lines {
            let below = super::below(line);
            let role = if *weight == PixelWeight::Bold {
                Role::Strong
            } else {
                role
            };
            sheet.put(line.clone(), indent, y, role);
            y += below;
        }
    }
}

/// The title of a class and the number of the page side by side, in as many words and as thick letters as fit.
fn heads(
    title: &str,
    page: &str,
    counted: Option<(usize, usize)>,
    sheet: &HallSheet,
) -> (FittedLine, Option<FittedLine>) {
    let bold = sheet.small(title, PixelWeight::Bold);
    let regular = sheet.small(title, PixelWeight::Regular);
    let Some((number, count)) = counted else {
        return if bold.width <= sheet.width {
            (bold, None)
        } else {
            (regular, None)
        };
    };
    let long = page
        .replace("{number}", &number.to_string())
        .replace("{count}", &count.to_string());
    let [long, short] =
        [long, format!("{number}/{count}")].map(|text| sheet.small(&text, PixelWeight::Regular));
    [
        (&bold, &long),
        (&regular, &long),
        (&bold, &short),
        (&regular, &short),
    ]
    .into_iter()
    .find(|(title, page)| title.width + 8 + page.width <= sheet.width)
    .map_or_else(
        || (regular.clone(), None),
        |(title, page)| (title.clone(), Some(page.clone())),
    )
}

/// The first item of every page in a window of this size, by number; what the desk turns to.
#[must_use]
pub fn first_items(view: &ProjectorView, size: Size) -> Vec<u32> {
    let SceneView::Conclusion(conclusion) = &view.scene else {
        return Vec::new();
    };
    let mut sheet = HallSheet::of(size, super::Lettering::of(size));
    let y = super::top::put(view, &mut sheet);
    let heading = sheet.lettering.pitch() + sheet.gap();
    let room = sheet.height - y - heading;
    pages(conclusion, &sheet, room)
        .iter()
        .filter_map(|page| page.blocks.first().map(|block| block.number))
        .collect()
}

/// Pixels between two items, with the rule that parts them.
fn between(sheet: &HallSheet) -> i32 {
    if sheet.lettering.pitch() > 2 { 3 } else { 0 }
}

fn indent(conclusion: &ConclusionView, sheet: &HallSheet) -> i32 {
    let numbers = conclusion
        .sections
        .iter()
        .flat_map(|section| &section.items);
    let widest = numbers
        .map(|item| {
            sheet
                .small(&item.number.to_string(), PixelWeight::Bold)
                .width
        })
        .max()
        .unwrap_or(0);
    widest + if sheet.lettering.pitch() > 2 { 8 } else { 2 }
}

fn pages<'a>(
    conclusion: &'a ConclusionView,
    sheet: &HallSheet,
    room: i32,
) -> Vec<ConclusionPage<'a>> {
    let width = sheet.width - indent(conclusion, sheet);
    conclusion
        .sections
        .iter()
        .flat_map(|section| pages_of(section, sheet, (width, room)))
        .collect()
}

/// A class without items has one page that says so by its count.
fn pages_of<'a>(
    section: &'a Section,
    sheet: &HallSheet,
    size: (i32, i32),
) -> Vec<ConclusionPage<'a>> {
    let mut pages = vec![ConclusionPage {
        section,
        blocks: Vec::new(),
    }];
    let mut free = size.1;
    for block in section
        .items
        .iter()
        .flat_map(|item| blocks(item, sheet, size))
    {
        if block.height > free
            && let Some(page) = pages.last()
            && !page.blocks.is_empty()
        {
            pages.push(ConclusionPage {
                section,
                blocks: Vec::new(),
            });
            free = size.1;
        }
        free -= block.height + between(sheet);
        if let Some(page) = pages.last_mut() {
            page.blocks.push(block);
        }
    }
    pages
}

/// An item as one block; as several where it is taller than a page.
fn blocks(
    item: &ConclusionItem,
    sheet: &HallSheet,
    (width, room): (i32, i32),
) -> Vec<ConclusionBlock> {
    let whole = sheet.wrapped(&item.text, PixelWeight::Bold, width);
    let lines = match &item.subject {
        Some(subject) if whole.len() > LINES => sheet.wrapped(subject, PixelWeight::Bold, width),
        Some(_) | None => whole,
    };
    let under = item
        .direction
        .as_deref()
        .map(|direction| sheet.wrapped(direction, PixelWeight::Regular, width))
        .unwrap_or_default();
    let mut lines: Vec<(FittedLine, PixelWeight)> = lines
        .into_iter()
        .map(|line| (line, PixelWeight::Bold))
        .chain(under.into_iter().map(|line| (line, PixelWeight::Regular)))
        .collect();
    let mut blocks = Vec::new();
    while !lines.is_empty() {
        let mut height = 0;
        let fitting = lines
            .iter()
            .take_while(|(line, _)| {
                height += super::below(line);
                height <= room + 1
            })
            .count()
            .max(1);
        let rest = lines.split_off(fitting.min(lines.len()));
        blocks.push(ConclusionBlock {
            number: item.number,
            height: lines.iter().map(|(line, _)| super::below(line)).sum(),
            lines: std::mem::replace(&mut lines, rest),
        });
    }
    blocks
}
