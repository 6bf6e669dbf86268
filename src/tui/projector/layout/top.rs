//! The line of the agenda with the time of day, and the steps as a rule under it: the same in every picture.

use super::{FittedLine, HallSheet, Lettering, Part, Role};
use crate::domain::hall_view::{AgendaLine, ProjectorView, SceneView};
use crate::tui::widgets::pixel_face::PixelWeight;

/// Between the present step and what stands at the right edge.
const APART: i32 = 8;

/// Puts the line and returns where the picture begins under it.
pub(super) fn put(view: &ProjectorView, sheet: &mut HallSheet) -> i32 {
    let Some(agenda) = &view.agenda else {
        return 0;
    };
    let (beside, role) = match &view.sample {
        Some(sample) => (sheet.small(sample, PixelWeight::Regular), Role::Warning),
        None => (sheet.small(&view.time, PixelWeight::Regular), Role::Muted),
    };
    let has_room = !has_clock(&view.scene);
    let (lines, with_beside) = fitting(agenda, &beside, view.sample.is_some(), has_room, sheet);
    let end = sheet.put_all(lines, 0, 0, Role::Accent);
    if with_beside {
        sheet.put_right(beside, 0, role);
    }
    // The small letters end a row before what hangs below them does.
    let row = HallSheet::row_from(end - 1);
    sheet.picture.parts.push(Part::Steps {
        row,
        states: agenda.steps.clone(),
    });
    (row + 1) * 2
}

/// What became of the items so far, as the last row of a window in plain text; in larger letters it has no room beside what
/// the hall must read.
pub(super) fn put_counts(view: &ProjectorView, sheet: &mut HallSheet) {
    let has_room = match &view.scene {
        SceneView::Agenda(_) | SceneView::Floor(_) | SceneView::Answer(_) | SceneView::Break(_) => {
            sheet.lettering == Lettering::Plain && sheet.height >= 32
        }
        SceneView::Waiting(_)
        | SceneView::Conclusion(_)
        | SceneView::Ended(_)
        | SceneView::Message(_)
        | SceneView::Blank
        | SceneView::Dark => false,
    };
    if !has_room || view.counts.is_empty() {
        return;
    }
    let lines = view
        .counts
        .iter()
        .map(|count| (FittedLine::plain(&count.text), Role::Class(count.class)));
    let mut x = 0;
    let y = sheet.height - 2;
    for (line, role) in lines {
        let end = x + line.width;
        if end > sheet.width {
            break;
        }
        sheet.put(line, x, y, role);
        x = end + 2;
    }
    sheet.height -= 2;
}

const fn has_clock(scene: &SceneView) -> bool {
    match scene {
        SceneView::Floor(_) | SceneView::Answer(_) | SceneView::Break(_) => true,
        SceneView::Waiting(_)
        | SceneView::Agenda(_)
        | SceneView::Conclusion(_)
        | SceneView::Ended(_)
        | SceneView::Message(_)
        | SceneView::Blank
        | SceneView::Dark => false,
    }
}

/// The present step in the most words that fit, and whether there is room beside it. The thickness of the letters gives way
/// first, then the time of day, then what is added to a title, then all words but the place in the order.
fn fitting(
    agenda: &AgendaLine,
    beside: &FittedLine,
    keeps_beside: bool,
    has_room: bool,
    sheet: &HallSheet,
) -> (Vec<FittedLine>, bool) {
    let texts: Vec<String> = agenda
        .titles
        .iter()
        .map(|title| joined(&agenda.place, title))
        .collect();
    let narrow = sheet.width - beside.width - APART;
    let one = |text: &str, weight: PixelWeight, width: i32| {
        let line = sheet.small(text, weight);
        (line.width <= width).then(|| vec![line])
    };
    let with = |text: &str, weight| one(text, weight, narrow).map(|lines| (lines, true));
    let without = |text: &str, weight| {
        one(text, weight, sheet.width)
            .filter(|_| !keeps_beside)
            .map(|lines| (lines, false))
    };
    let several = |text: &str| {
        let lines = sheet.wrapped(text, PixelWeight::Regular, narrow);
        let fits = has_room && lines.len() <= 2 && is_in_letters(&lines, sheet);
        fits.then_some((lines, true))
    };
    texts
        .iter()
        .find_map(|text| {
            with(text, PixelWeight::Bold)
                .or_else(|| with(text, PixelWeight::Regular))
                .or_else(|| without(text, PixelWeight::Bold))
                .or_else(|| without(text, PixelWeight::Regular))
        })
        // A name in one row leaves more to the picture than all words in two.
        .or_else(|| texts.iter().find_map(|text| several(text)))
        .or_else(|| {
            let place = Some(agenda.place.as_str()).filter(|place| !place.is_empty());
            with(place?, PixelWeight::Bold)
        })
        .unwrap_or_else(|| {
            let text = texts.last().map_or("", String::as_str);
            let lines = sheet.wrapped(text, PixelWeight::Regular, sheet.width);
            (lines, false)
        })
}

fn joined(place: &str, title: &str) -> String {
    format!("{place} {title}").trim().to_owned()
}

fn is_in_letters(lines: &[FittedLine], sheet: &HallSheet) -> bool {
    sheet.lettering != Lettering::Hall
        || lines.iter().all(|line| line.face != super::HallFace::Plain)
}
