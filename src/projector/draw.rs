//! Puts a picture into cells, as large as they allow. It decides nothing but sizes: every sentence and figure is in the view.

mod agenda;
mod conclusion;
mod paint;
mod rest;
mod set;
mod turn;

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Widget};

use paint::Paint;
use set::{Column, Set, percent};

use super::scene::{Count, ProjectorView, SceneView};
use crate::text;
use crate::theme::Theme;

/// Draws a picture over the whole area.
pub fn draw(view: &ProjectorView, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let area = area.intersection(buf.area);
    let paint = Paint { theme };
    Clear.render(area, buf);
    buf.set_style(area, theme.text());
    let mut column = Column::within(area);
    match &view.scene {
        SceneView::Waiting(sentence) => middle(sentence, column.rest(), buf, paint),
        SceneView::Blank => {
            foot(view, column.take_bottom(1), buf, paint);
            middle(&view.title, column.rest(), buf, paint);
        }
        SceneView::Agenda(_)
        | SceneView::Floor(_)
        | SceneView::Answer(_)
        | SceneView::Break(_)
        | SceneView::Conclusion(_)
        | SceneView::Ended(_)
        | SceneView::Message(_) => {
            head(view, column.take(1), buf, paint);
            foot(view, column.take_bottom(1), buf, paint);
            if area.height > 12 {
                column.take(1);
                column.take_bottom(1);
            }
            scene(view, column, buf, paint);
        }
    }
}

fn scene(view: &ProjectorView, column: Column, buf: &mut Buffer, paint: Paint<'_>) {
    match &view.scene {
        SceneView::Agenda(agenda) => agenda::draw(agenda, &view.title, column, buf, paint),
        SceneView::Floor(turn) | SceneView::Answer(turn) => turn::draw(turn, column, buf, paint),
        SceneView::Break(rest) => rest::draw(rest, column, buf, paint),
        SceneView::Conclusion(conclusion) => conclusion::draw(conclusion, column, buf, paint),
        SceneView::Ended(ended) => {
            let mut column = column;
            let area = column.rest();
            let heading = Set::of(&ended.heading, percent(area, 45), 3);
            let thanks = Set::of(&ended.thanks, percent(area, 30), 2);
            column.skip(
                area.height
                    .saturating_sub(heading.rows() + thanks.rows() + 2)
                    / 2,
            );
            heading.draw(
                column.take(heading.rows()),
                buf,
                paint.strong(),
                Alignment::Center,
            );
            column.skip(2);
            thanks.draw(
                column.take(thanks.rows()),
                buf,
                paint.accent(),
                Alignment::Center,
            );
        }
        SceneView::Waiting(sentence) | SceneView::Message(sentence) => {
            middle(sentence, column.rest(), buf, paint);
        }
        SceneView::Blank => {}
    }
}

/// One text as large as the area allows, in the middle of it.
fn middle(text: &str, area: Rect, buf: &mut Buffer, paint: Paint<'_>) {
    let set = Set::of(text, area.as_size(), 8);
    let mut column = Column::all_of(area);
    column.skip(area.height.saturating_sub(set.rows()) / 2);
    set.draw(column.rest(), buf, paint.strong(), Alignment::Center);
}

/// The title, and the clock on the wall.
fn head(view: &ProjectorView, area: Rect, buf: &mut Buffer, paint: Paint<'_>) {
    let room = usize::from(area.width).saturating_sub(text::width(&view.time) + 2);
    Line::from(text::shorten(&view.title, room))
        .style(paint.theme.faint())
        .render(area, buf);
    Line::from(view.time.as_str())
        .style(paint.theme.strong())
        .alignment(Alignment::Right)
        .render(area, buf);
}

/// What became of the items so far, and that it is a rehearsal.
fn foot(view: &ProjectorView, area: Rect, buf: &mut Buffer, paint: Paint<'_>) {
    let counts: Vec<Span<'_>> = view
        .counts
        .iter()
        .flat_map(|Count { class, text }| {
            [
                Span::styled(text.as_str(), paint.theme.class(*class)),
                Span::raw("   "),
            ]
        })
        .collect();
    let counts = Line::from(counts);
    let taken = u16::try_from(counts.width()).unwrap_or(u16::MAX);
    counts.render(area, buf);
    if let Some(sample) = &view.sample {
        let room = usize::from(area.width.saturating_sub(taken));
        Line::from(text::shorten(sample, room))
            .style(paint.theme.warning())
            .alignment(Alignment::Right)
            .render(area, buf);
    }
}
