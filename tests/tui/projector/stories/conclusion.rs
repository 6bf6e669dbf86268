//! The pages of the conclusion, as the desk turns them.

use doithoai::domain::hall_view::{ConclusionView, ProjectorView, SceneView};
use doithoai::domain::session::command::Command;
use doithoai::domain::session::item::ItemId;
use doithoai::tui::projector::{Lettering, Part, Role, first_items, layout};
use ratatui::layout::Size;

use crate::projector::scenes;
use crate::projector::stage::Stage;

pub(super) fn conclusion(stage: &Stage) -> ConclusionView {
    match stage.view().scene {
        SceneView::Conclusion(conclusion) => conclusion,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_conclusion_stays_on_its_page_until_the_desk_turns_it_or_the_next_act_comes() {
    let mut stage = scenes::conclusion();
    // given the first act of the conclusion, which reads out all classes
    assert_eq!(conclusion(&stage).sections.len(), 3);
    // when time passes, then the page stays
    stage.pass(35);
    assert_eq!(conclusion(&stage).from, None);
    // when the desk turns to another, then its item is shown, whatever the size of the window
    let size = Size::new(160, 45);
    let pages = first_items(&stage.view(), size);
    assert!(pages.len() > 3, "{pages:?}");
    let seen = |stage: &Stage| shown_items(&stage.view(), size);
    let first = seen(&stage);
    let (narrow, wide) = (Size::new(120, 40), Size::new(240, 67));
    assert!(shown_items(&stage.view(), wide).len() >= shown_items(&stage.view(), narrow).len());
    stage.act(Command::TurnPage {
        to: ItemId(pages[1]),
    });
    let second = seen(&stage);
    assert!(second.contains(&pages[1]) && second.iter().all(|item| !first.contains(item)));
    for size in [narrow, wide] {
        assert!(shown_items(&stage.view(), size).contains(&pages[1]));
    }
    // and it is taken back like any other act
    stage.act(Command::Undo);
    assert_eq!(seen(&stage), first);
    // when the act is done, then the class of the next act is shown from its first page
    stage.goes_on();
    let next = conclusion(&stage);
    assert_eq!((next.sections.len(), next.from), (1, None));
    assert!(next.sections[0].title.starts_with("◷ Trả lời sau"));
}

/// The numbers of the items on the page that is shown, read off the layout.
fn shown_items(view: &ProjectorView, size: Size) -> Vec<u32> {
    layout(view, size, Lettering::of(size))
        .parts
        .iter()
        .filter_map(|part| match part {
            Part::Text { line, role, .. } if *role == Role::Accent => line.text.parse().ok(),
            _ => None,
        })
        .collect()
}

#[test]
fn every_item_of_the_conclusion_is_on_a_page_and_none_is_cut() {
    let stage = scenes::conclusion();
    for (width, height) in [(80, 24), (120, 40), (160, 45), (240, 67)] {
        let size = Size::new(width, height);
        let mut seen = Vec::new();
        let mut view = stage.view();
        for first in first_items(&stage.view(), size) {
            if let SceneView::Conclusion(conclusion) = &mut view.scene {
                conclusion.from = Some(first);
            }
            seen.extend(shown_items(&view, size));
        }
        seen.sort_unstable();
        seen.dedup();
        let all = conclusion(&stage).sections;
        let mut all: Vec<u32> = all
            .iter()
            .flat_map(|section| &section.items)
            .map(|item| item.number)
            .collect();
        all.sort_unstable();
        assert_eq!(seen, all, "{width}×{height}");
    }
}
