//! A break, a message, a neutral picture and the end.

use super::fit_text::{sentence, title, wrapped};
use super::turn::put_clock;
use super::{FittedLine, HallSheet, Role};
use crate::domain::hall_view::{BreakView, Count, EndedView, Urgency};
use crate::tui::widgets::pixel_face::PixelWeight;

/// One text in the middle of what is free.
pub(super) fn message(text: &str, sheet: &mut HallSheet, y: i32) {
    let room = sheet.height - y;
    let lines = sentence(text, sheet.width, room - 2, sheet.lettering);
    put_middle(lines, sheet, (y, sheet.height), Role::Strong);
}

/// The title alone.
pub(super) fn neutral(text: &str, sheet: &mut HallSheet, y: i32) {
    let room = sheet.height - y;
    let lines = title(text, sheet.width, room - 2, sheet.lettering);
    put_middle(lines, sheet, (y, sheet.height), Role::Strong);
}

/// Lines in the middle of the pixels between, each in the middle of its row.
fn put_middle(
    lines: Vec<FittedLine>,
    sheet: &mut HallSheet,
    (top, bottom): (i32, i32),
    role: Role,
) -> i32 {
    let mut y = top + (bottom - top - total(&lines)).max(0) / 2;
    for line in lines {
        let below = super::below(&line);
        let x = (sheet.width - line.width).max(0) / 2;
        sheet.put(line, x, y, role);
        y += below;
    }
    y
}

fn total(lines: &[FittedLine]) -> i32 {
    lines.iter().map(super::below).sum()
}

/// A break: that it is one, how long still, and when it goes on. Between two days of a session there is nothing to count.
pub(super) fn pause(rest: &BreakView, sheet: &mut HallSheet, y: i32) {
    let Some(clock) = &rest.clock else {
        return adjourned(rest, sheet, y);
    };
    let bottom_line = rest
        .back
        .as_ref()
        .map(|back| sheet.small(back, PixelWeight::Regular));
    let mut bottom = sheet.height;
    if let Some(line) = bottom_line
        && line.width <= sheet.width
    {
        bottom -= line.height;
        let left = sheet.width - line.width;
        sheet.put(line, 0, bottom, Role::Strong);
        let waiting = rest
            .waiting
            .as_ref()
            .map(|waiting| sheet.small(waiting, PixelWeight::Regular))
            .filter(|line| line.width + 8 <= left);
        if let Some(line) = waiting {
            sheet.put_right(line, bottom, Role::Text);
        }
        bottom -= 1 + sheet.gap();
    }
    let room = bottom - y;
    let lines = sentence(&rest.heading, sheet.width, room * 2 / 5, sheet.lettering);
    let role = if clock.tone == Urgency::Over {
        Role::Time(Urgency::Over)
    } else {
        Role::Warning
    };
    let y = sheet.put_all(lines, 0, y, role) + sheet.gap();
    put_clock(clock, sheet, (y, bottom));
}

/// The session goes on at another time: in the middle, with how many still wait at the foot where there is room for it.
fn adjourned(rest: &BreakView, sheet: &mut HallSheet, y: i32) {
    let mut bottom = sheet.height;
    let under = rest.back.as_deref().map_or_else(Vec::new, |back| {
        wrapped(back, PixelWeight::Bold, sheet.lettering, sheet.width)
    });
    let needed = total(&under) + sheet.gap() + sheet.lettering.pitch() * 2;
    let waiting = rest
        .waiting
        .as_ref()
        .map(|waiting| sheet.small(waiting, PixelWeight::Regular))
        .filter(|line| line.width <= sheet.width)
        .filter(|line| bottom - y - line.height - 1 - sheet.gap() >= needed);
    if let Some(line) = waiting {
        bottom -= line.height;
        sheet.put_right(line, bottom, Role::Text);
        bottom -= 1 + sheet.gap();
    }
    let left = bottom - y - total(&under) - sheet.gap();
    let heading = sentence(&rest.heading, sheet.width, left, sheet.lettering);
    let free = (left - total(&heading)).max(0);
    let top = y + free / 2;
    let below = put_middle(heading, sheet, (top, top), Role::Warning) + sheet.gap();
    put_middle(under, sheet, (below, below), Role::Strong);
}

/// The end, with what became of the items.
pub(super) fn ended(ended: &EndedView, counts: &[Count], sheet: &mut HallSheet, y: i32) {
    let mut bottom = sheet.height;
    let room = bottom - y;
    let counted: Vec<(FittedLine, Role)> = counts
        .iter()
        .map(|count| {
            let line = sheet.small(&count.text, PixelWeight::Regular);
            (line, Role::Class(count.class))
        })
        .collect();
    let pitch = sheet.lettering.pitch();
    let rows = i32::try_from(counted.len()).unwrap_or(0) * pitch;
    let fits = counted.iter().all(|(line, _)| line.width <= sheet.width);
    if fits && rows <= room / 2 {
        for (line, role) in counted.into_iter().rev() {
            bottom -= pitch;
            sheet.put(line, 0, bottom + i32::from(pitch > 2), role);
        }
        bottom -= sheet.gap();
    }
    let room = bottom - y - 1;
    let heading = sentence(&ended.heading, sheet.width, room * 3 / 5, sheet.lettering);
    let left = room - total(&heading) - sheet.gap();
    let thanks = sentence(
        &ended.thanks,
        sheet.width,
        left.min(room * 2 / 5),
        sheet.lettering,
    );
    let rest = (left - total(&thanks)).max(0);
    let y = put_middle(heading, sheet, (y + rest / 2, y + rest / 2), Role::Strong) + sheet.gap();
    if y + total(&thanks) <= bottom + 1 {
        put_middle(thanks, sheet, (y, y), Role::Accent);
    }
}
