//! Every picture at four sizes of window, in names full of stacked marks, small and capital.

use doithoai::documents::plan_import;
use doithoai::tui::theme::{Depth, Theme, ThemeName};
use proptest::prelude::*;

use crate::projector::scenes;
use crate::projector::stage::{Stage, drawn, rows};

const SIZES: [(u16, u16); 4] = [(80, 24), (120, 40), (190, 50), (250, 70)];

fn at_every_size(name: &str, stage: &Stage) {
    for (width, height) in SIZES {
        let picture = rows(&stage.drawn(width, height, &Theme::plain()));
        insta::assert_snapshot!(format!("{name}-{width}x{height}"), picture);
    }
}

#[test]
fn the_agenda() {
    at_every_size("agenda-before", &scenes::before());
    at_every_size("agenda-opening", &scenes::opening());
    at_every_size("agenda", &scenes::agenda());
}

#[test]
fn the_floor() {
    at_every_size("floor", &scenes::speech(4, 42));
    at_every_size("floor-warning", &scenes::speech(6, 130));
    at_every_size("floor-last", &scenes::speech(7, 170));
    at_every_size("floor-over", &scenes::speech(5, 222));
    at_every_size("floor-coming", &scenes::coming());
}

#[test]
fn the_floor_in_capitals() {
    let mut plan = plan_import::sample().unwrap();
    for speaker in plan.speakers.iter_mut().map(std::sync::Arc::make_mut) {
        speaker.name = speaker.name.to_uppercase();
        speaker.village = speaker.village.to_uppercase();
    }
    let mut stage = Stage::of(plan);
    stage.goes_on_until(scenes::speaks(6));
    at_every_size("floor-capitals", &stage);
}

#[test]
fn an_answer() {
    at_every_size("answer", &scenes::answer());
}

#[test]
fn a_break() {
    at_every_size("break", &scenes::rest());
}

#[test]
fn the_conclusion() {
    at_every_size("conclusion", &scenes::conclusion());
    at_every_size("conclusion-class", &scenes::conclusion_of_one_class());
}

#[test]
fn a_message_a_blank_wall_and_the_end() {
    at_every_size("message", &scenes::message());
    at_every_size("blank", &scenes::blank());
    at_every_size("ended", &scenes::ended());
}

#[test]
fn without_colours_the_end_of_a_time_is_told_by_sign_and_word() {
    let picture = rows(&scenes::speech(5, 222).drawn(80, 24, &Theme::plain()));
    assert!(picture.contains("+ Quá giờ"), "{picture}");
    let picture = rows(&scenes::speech(6, 130).drawn(80, 24, &Theme::plain()));
    assert!(picture.contains("! Sắp hết giờ"), "{picture}");
}

#[test]
fn over_time_the_clock_stands_on_paper_of_its_own_in_every_theme() {
    let (calm, over) = (scenes::speech(5, 22), scenes::speech(5, 222));
    for name in [ThemeName::Dark, ThemeName::Light, ThemeName::Contrast] {
        for depth in [Depth::None, Depth::Indexed, Depth::TrueColour] {
            let theme = Theme::named(name, depth).unwrap();
            // Left of the digits, beside the clock, where nothing is drawn.
            let cell = |stage: &Stage| stage.drawn(190, 50, &theme)[(6, 35)].clone();
            assert_ne!(cell(&calm), cell(&over), "{name:?} {depth:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn every_picture_can_be_drawn_at_any_size(width in 0_u16..260, height in 0_u16..80) {
        for (_, view) in &*scenes::VIEWS {
            drawn(view, width, height, &Theme::plain());
        }
    }
}
