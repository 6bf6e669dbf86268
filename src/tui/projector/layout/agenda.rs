//! The present step in large letters with what is being done in it, or the whole order as a list.

use super::fit_text::title as large_title;
use super::{FittedLine, HallFace, HallSheet, Lettering, Role};
use crate::domain::hall_view::{AgendaView, StepState, StepView};
use crate::tui::widgets::pixel_face::PixelWeight;

pub(super) fn put(agenda: &AgendaView, title: &str, sheet: &mut HallSheet, y: i32) {
    if agenda.whole {
        list(&agenda.steps, sheet, y);
        return;
    }
    let room = sheet.height - y;
    let (large, under) = match &agenda.present {
        Some(present) => (present.title.as_str(), present.act.as_ref()),
        None => (title, None),
    };
    // A title that does not fit into most of the room gets all of it.
    let fits = |room| {
        let lines = large_title(large, sheet.width, room, sheet.lettering);
        (sheet.height_of(&lines) <= room).then_some(lines)
    };
    let is_large = |lines: &Vec<FittedLine>| {
        sheet.lettering != Lettering::Hall || lines.iter().all(|line| line.face != HallFace::Plain)
    };
    let lines = fits(room * 3 / 5)
        .filter(is_large)
        .or_else(|| fits(room))
        .unwrap_or_default();
    let mut y = sheet.put_all(lines, 0, y, Role::Strong) + sheet.gap();
    if let Some(under) = under {
        let lines = sheet.wrapped(under, PixelWeight::Regular, sheet.width);
        if y + sheet.height_of(&lines) <= sheet.height {
            y = sheet.put_all(lines, 0, y, Role::Text) + sheet.gap();
        }
    }
    let after = agenda
        .steps
        .iter()
        .skip_while(|step| step.state != StepState::Present && agenda.present.is_some())
        .skip(usize::from(agenda.present.is_some()));
    let steps: Vec<&StepView> = after.collect();
    put_steps(&steps, sheet, y);
}

/// As much of the list as there is room for, around the present step.
fn list(steps: &[StepView], sheet: &mut HallSheet, y: i32) {
    let present = steps
        .iter()
        .position(|step| step.state == StepState::Present)
        .unwrap_or(0);
    let room = sheet.height - y;
    let all: Vec<&StepView> = steps.iter().collect();
    let wording = wording(&all, sheet, room);
    let mut first = 0;
    // What is over goes first, as long as what comes does not fit.
    // In large letters what is over makes room for what comes; the line of steps above still counts it.
    let over = |first: usize, sheet: &HallSheet| {
        let over = all.get(..first).unwrap_or_default();
        numbers(over, sheet).filter(|_| sheet.lettering != Lettering::Hall)
    };
    let rows = |line: Option<FittedLine>| line.map_or(0, |line| super::below(&line));
    while first < present
        && height(all.get(first..).unwrap_or_default(), wording, sheet) + rows(over(first, sheet))
            > room
    {
        first += 1;
    }
    let mut y = y;
    if let Some(line) = over(first, sheet) {
        let below = super::below(&line);
        sheet.put(line, 0, y, Role::Muted);
        y += below;
    }
    put_steps(all.get(first..).unwrap_or_default(), sheet, y);
}

/// How steps are called in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum StepWording {
    Title,
    Name,
}

/// All their words where the whole list has room for them, else their names: rather fewer words than fewer steps.
fn wording(steps: &[&StepView], sheet: &HallSheet, room: i32) -> StepWording {
    if height(steps, StepWording::Title, sheet) <= room + 1 {
        StepWording::Title
    } else {
        StepWording::Name
    }
}

fn height(steps: &[&StepView], wording: StepWording, sheet: &HallSheet) -> i32 {
    steps.iter().map(|step| rows(step, wording, sheet).1).sum()
}

/// Steps under each other, as many as fit whole; those behind them by their numbers where that takes the place of none. A
/// picture of the hall in small letters says the numbers in any case: the hall has its line of steps to look at, and large
/// letters are better spent on the step that comes.
fn put_steps(steps: &[&StepView], sheet: &mut HallSheet, y: i32) {
    let room = sheet.height - y + 1;
    let wording = wording(steps, sheet, sheet.height - y);
    let fits = |kept: &usize| {
        let (shown, behind) = steps.split_at_checked(*kept).unwrap_or((steps, &[]));
        let behind = numbers(behind, sheet).map_or(0, |line| super::below(&line));
        height(shown, wording, sheet) + behind <= room
    };
    let has_room = |kept: &usize| {
        let shown = steps.get(..*kept).unwrap_or_default();
        height(shown, wording, sheet) <= room
    };
    let mut counts = (0..=steps.len()).rev();
    let kept = if sheet.lettering == Lettering::Hall {
        counts.find(has_room)
    } else {
        counts.find(fits)
    };
    let kept = kept.unwrap_or(0);
    let (shown, behind) = steps.split_at_checked(kept).unwrap_or((steps, &[]));
    let behind = if fits(&kept) { behind } else { &[] };
    let mut y = y;
    for step in shown {
        let (lines, _) = rows(step, wording, sheet);
        let head = head(step, sheet);
        let indent = indent(sheet);
        sheet.put(head, 0, y, role(step));
        y = sheet.put_all(lines, indent, y, role(step));
    }
    if let (Some(line), Some(first)) = (numbers(behind, sheet), behind.first()) {
        sheet.put(line, 0, y, role(first));
    }
}

/// Steps there is no room to name, by their numbers: `○ 5–6`.
fn numbers(steps: &[&StepView], sheet: &HallSheet) -> Option<FittedLine> {
    let (first, last) = (steps.first()?, steps.last()?);
    let told = if first.number == last.number {
        format!("{} {}", sign(first), first.number)
    } else {
        format!("{} {}–{}", sign(first), first.number, last.number)
    };
    Some(sheet.small(&told, weight(first)))
}

const fn role(step: &StepView) -> Role {
    match step.state {
        StepState::Present => Role::Accent,
        StepState::Ahead | StepState::Ongoing => Role::Text,
        StepState::Done | StepState::LeftOut => Role::Muted,
    }
}

fn weight(step: &StepView) -> PixelWeight {
    if step.state == StepState::Present {
        PixelWeight::Bold
    } else {
        PixelWeight::Regular
    }
}

/// The lines of a step, and the pixels they take.
fn rows(step: &StepView, wording: StepWording, sheet: &HallSheet) -> (Vec<FittedLine>, i32) {
    let text = match wording {
        StepWording::Title => &step.title,
        StepWording::Name => &step.name,
    };
    let lines = sheet.wrapped(text, weight(step), sheet.width - indent(sheet));
    let height = lines.iter().map(super::below).sum();
    (lines, height)
}

fn head(step: &StepView, sheet: &HallSheet) -> FittedLine {
    let told = format!("{} {}", sign(step), step.number);
    sheet.small(&told, weight(step))
}

const fn sign(step: &StepView) -> &'static str {
    match step.state {
        StepState::Done => "✓",
        StepState::Present => "▶",
        StepState::Ongoing => "↻",
        StepState::Ahead => "○",
        StepState::LeftOut => "⊘",
    }
}

/// Columns of the sign and the number before a title.
fn indent(sheet: &HallSheet) -> i32 {
    sheet.small("↻ 10", PixelWeight::Bold).width + 3
}
