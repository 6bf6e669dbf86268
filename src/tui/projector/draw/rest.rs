//! A break: how long still, and when it goes on.

use ratatui::buffer::Buffer;
use ratatui::layout::Alignment;

use super::fit_text::{Column, Set, percent};
use super::paint::Paint;
use super::turn::draw_worded;
use crate::tui::projector::scene::BreakView;

pub(super) fn draw(rest: &BreakView, column: Column, buf: &mut Buffer, paint: Paint<'_>) {
    let mut column = column;
    let area = column.rest();
    let heading = Set::of(&rest.heading, percent(area, 25), 1);
    heading.draw(
        column.take(heading.rows()),
        buf,
        paint.accent(),
        Alignment::Center,
    );
    if let Some(back) = &rest.back {
        let back = Set::of(back, percent(area, 22), 1);
        let rows = back.rows();
        back.draw(
            column.take_bottom(rows),
            buf,
            paint.strong(),
            Alignment::Center,
        );
        column.take_bottom(u16::from(area.height >= 30));
    }
    column.skip(u16::from(area.height >= 30));
    draw_worded(&rest.clock, column, buf, paint);
}
