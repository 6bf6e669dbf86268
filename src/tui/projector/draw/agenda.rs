//! The prescribed order: the present step in large letters, all steps in a list under it.

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Widget;

use super::fit_text::{Column, Set, percent};
use super::paint::Paint;
use crate::domain::text;
use crate::tui::projector::scene::{AgendaView, StepState, StepView};

pub(super) fn draw(
    agenda: &AgendaView,
    title: &str,
    column: Column,
    buf: &mut Buffer,
    paint: Paint<'_>,
) {
    let mut column = column;
    let area = column.rest();
    let roomy = u16::from(area.height >= 30);
    let list = List::of(&agenda.steps, area);
    let list_area = column.take_bottom(list.rows().min(area.height / 2));
    column.take_bottom(1 + roomy);
    let (heading, large, under) = match &agenda.present {
        Some(present) => (Some(&present.heading), present.title.as_str(), &present.act),
        None => (None, title, &agenda.begins),
    };
    if let Some(heading) = heading {
        Line::from(heading.as_str())
            .style(paint.theme.accent())
            .render(column.take(1), buf);
        column.skip(roomy);
    }
    let room = column.rest();
    let large = Set::of_or(large, [percent(room, 70), percent(room, 90)], 4);
    large.draw(
        column.take(large.rows()),
        buf,
        paint.strong(),
        Alignment::Left,
    );
    if let Some(under) = under {
        column.skip(roomy);
        let sizes = [percent(room, 30), column.rest().as_size()];
        let under = Set::of_or(under, sizes, 2);
        let left = column.rest();
        under.draw(left, buf, paint.ink(paint.theme.text()), Alignment::Left);
    }
    list.draw(list_area, buf, paint);
}

/// The steps in rows: sign, number and title on the left, article and times on the right.
struct List<'a> {
    rows: Vec<Row<'a>>,
    /// Columns of what stands right of the titles.
    right: [usize; 3],
    gap: u16,
}

struct Row<'a> {
    step: &'a StepView,
    title: Vec<&'a str>,
}

/// Columns of the sign and the number before a title.
const BEFORE: usize = 6;
const BETWEEN: usize = 2;

impl<'a> List<'a> {
    fn of(steps: &'a [StepView], area: Rect) -> Self {
        let widest = |text: &dyn Fn(&StepView) -> usize| steps.iter().map(text).max().unwrap_or(0);
        let right = [
            widest(&|step| text::width(&step.article)),
            widest(&|step| text::width(&step.planned)),
            widest(&|step| step.actual.as_deref().map_or(0, text::width)),
        ];
        let beside: usize = right.iter().map(|columns| columns + BETWEEN).sum();
        let room = usize::from(area.width).saturating_sub(BEFORE + beside);
        let rows: Vec<Row<'a>> = steps
            .iter()
            .map(|step| Row {
                step,
                title: text::wrap(&step.title, room),
            })
            .collect();
        let mut list = Self {
            rows,
            right,
            gap: 0,
        };
        list.gap = u16::from(area.height >= 44 && list.rows() * 2 <= area.height / 2);
        list
    }

    fn rows(&self) -> u16 {
        let lines: usize = self.rows.iter().map(|row| row.title.len()).sum();
        let gaps = usize::from(self.gap) * self.rows.len().saturating_sub(1);
        u16::try_from(lines + gaps).unwrap_or(u16::MAX)
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, paint: Paint<'_>) {
        let mut column = Column::all_of(area);
        for row in &self.rows {
            let lines = u16::try_from(row.title.len()).unwrap_or(1);
            row.draw(column.take(lines), self.right, buf, paint);
            column.skip(self.gap);
        }
    }
}

impl Row<'_> {
    fn draw(&self, area: Rect, right: [usize; 3], buf: &mut Buffer, paint: Paint<'_>) {
        let step = self.step;
        let style = style_of(step.state, paint);
        buf.set_style(area, style);
        let sign = match step.state {
            StepState::Done => "✓",
            StepState::Present => "▶",
            StepState::Ongoing => "↻",
            StepState::Ahead => " ",
            StepState::LeftOut => "–",
        };
        let texts = [
            step.article.as_str(),
            step.planned.as_str(),
            step.actual.as_deref().unwrap_or_default(),
        ];
        let mut beside = String::new();
        for (text, columns) in texts.into_iter().zip(right) {
            let blanks = (columns + BETWEEN).saturating_sub(text::width(text));
            beside.push_str(&" ".repeat(blanks));
            beside.push_str(text);
        }
        for ((number, title), line) in (0..).zip(&self.title).zip(area.rows()) {
            let before = if number == 0 {
                format!(" {sign} {:>2} ", step.number)
            } else {
                " ".repeat(BEFORE)
            };
            Line::from(format!("{before}{title}"))
                .style(style)
                .render(line, buf);
            if number == 0 {
                Line::from(beside.as_str())
                    .style(style)
                    .alignment(Alignment::Right)
                    .render(line, buf);
            }
        }
    }
}

fn style_of(state: StepState, paint: Paint<'_>) -> Style {
    match state {
        StepState::Present => paint.theme.bar(),
        StepState::Ahead | StepState::Ongoing => paint.theme.text(),
        StepState::Done | StepState::LeftOut => paint.theme.faint(),
    }
}
