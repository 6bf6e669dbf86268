//! Puts a picture into cells, as large as they allow. It decides nothing but sizes: every sentence and figure is in the view.

mod agenda;
mod conclusion;
mod fit_text;
mod paint;
mod rest;
mod turn;

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Widget};

use fit_text::{Column, Set, percent};
use paint::Paint;

use super::scene::{Count, ProjectorView, SceneView};
use crate::domain::text;
use crate::tui::theme::Theme;

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
    let left = right(&view.time, paint.theme.strong(), area, buf);
    row(&view.title, paint.theme.faint(), left, buf);
}

/// What became of the items so far, and that it is a rehearsal.
fn foot(view: &ProjectorView, area: Rect, buf: &mut Buffer, paint: Paint<'_>) {
    let sample = view.sample.as_deref().unwrap_or_default();
    let left = right(sample, paint.theme.warning(), area, buf);
    let counts: Vec<Span<'_>> = view
        .counts
        .iter()
        .flat_map(|Count { class, text }| {
            let style = paint.theme.class(*class);
            [Span::styled(text.as_str(), style), Span::raw("  ")]
        })
        .collect();
    Line::from(counts).render(left, buf);
}

/// A text in one row, shortened between letters where it has to be.
fn row(text: &str, style: Style, area: Rect, buf: &mut Buffer) {
    Line::from(text::shorten(text, usize::from(area.width)))
        .style(style)
        .render(area, buf);
}

/// A text at the right end of a row; what is free of the row left of it.
fn right(text: &str, style: Style, area: Rect, buf: &mut Buffer) -> Rect {
    let text = text::shorten(text, usize::from(area.width));
    let columns = u16::try_from(text::width(&text)).unwrap_or(area.width);
    let left = area.width.saturating_sub(columns);
    let own = Rect {
        x: area.x + left,
        width: columns.min(area.width),
        ..area
    };
    row(&text, style, own, buf);
    Rect {
        width: left.saturating_sub(2),
        ..area
    }
}
