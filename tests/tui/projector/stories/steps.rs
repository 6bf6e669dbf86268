//! The list of the steps: which of them are named, and that none is missing.

use std::collections::BTreeSet;

use doithoai::domain::hall_view::SceneView;
use doithoai::tui::projector::{Lettering, Part, layout};
use ratatui::layout::Size;

use crate::projector::scenes;

/// The numbers of the steps that a list says by themselves or as one of several: `○ 4`, `○ 5–6`.
fn numbered(texts: &[String]) -> BTreeSet<u32> {
    let signs = ['✓', '▶', '↻', '○', '⊘'];
    texts
        .iter()
        .filter_map(|text| text.strip_prefix(signs))
        .filter_map(|rest| {
            let rest = rest.trim();
            let (first, last) = rest.split_once('–').unwrap_or((rest, rest));
            Some(first.parse::<u32>().ok()?..=last.parse::<u32>().ok()?)
        })
        .flatten()
        .collect()
}

#[test]
fn no_step_of_the_list_vanishes_in_small_letters() {
    let stages = [scenes::before(), scenes::opening()];
    for (stage, first) in stages.iter().zip([1, 2]) {
        let view = stage.view();
        let sizes = (40..=64).map(|width| (width, width * 9 / 32, Lettering::Preview));
        let plain = [(60, 16), (80, 24), (100, 28)];
        let plain = plain.map(|(width, height)| (width, height, Lettering::Plain));
        for (width, height, lettering) in sizes.chain(plain) {
            let picture = layout(&view, Size::new(width, height), lettering);
            let texts: Vec<String> = picture
                .parts
                .into_iter()
                .filter_map(|part| match part {
                    Part::Text { line, .. } => Some(line.text),
                    Part::Steps { .. } | Part::Gauge { .. } | Part::Rule { .. } => None,
                })
                .collect();
            let named = numbered(&texts);
            // Where there is not even a row for all of them, the line of steps above is left.
            let wanted: BTreeSet<u32> = (first..=6).collect();
            assert!(
                wanted.is_subset(&named) || named.is_empty(),
                "{width}x{height} {lettering:?}: {texts:?}"
            );
            assert!(
                height < 16 || !named.is_empty(),
                "{width}x{height} {lettering:?}: {texts:?}"
            );
        }
    }
}

#[test]
fn a_list_that_does_not_fit_in_all_its_words_names_every_step_it_has_room_for() {
    let stage = scenes::before();
    let view = stage.view();
    let SceneView::Agenda(agenda) = &view.scene else {
        panic!("{view:?}");
    };
    let told = |width: u16, height: u16| -> Vec<String> {
        let picture = layout(
            &view,
            Size::new(width, height),
            Lettering::of(Size::new(width, height)),
        );
        let texts = picture.parts.into_iter().filter_map(|part| match part {
            Part::Text { line, .. } => Some(line.text),
            Part::Steps { .. } | Part::Gauge { .. } | Part::Rule { .. } => None,
        });
        texts.collect()
    };
    // in a usual projector's window, by their names, one row each
    let large = told(240, 67);
    for step in agenda.steps.iter().take(5) {
        assert!(large.contains(&step.name), "{} {large:?}", step.name);
    }
    // and in plain text, where there is room, in all their words
    let small = told(100, 28).join(" ");
    for step in &agenda.steps {
        assert!(small.contains(&step.title), "{} {small}", step.title);
    }
}
