//! Every picture at four sizes of window, in names full of stacked marks, small and capital.

use doithoai::documents::plan_import;
use doithoai::domain::hall_view::{SceneView, Urgency};
use doithoai::tui::projector::{HallFace, Lettering, Part, Picture, Role, layout};
use doithoai::tui::theme::Theme;
use doithoai::tui::widgets::canvas::Ink;
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect, Size};
use ratatui::style::Style;
use std::collections::BTreeSet;

use crate::projector::scenes;
use crate::projector::stage::{Stage, drawn, rows};

const SIZES: [(u16, u16); 4] = [(80, 24), (120, 40), (160, 45), (240, 67)];

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
fn a_session_that_goes_on_another_day() {
    at_every_size("adjourned", &scenes::adjourned());
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
    assert!(picture.contains("+ quá giờ"), "{picture}");
    let picture = rows(&scenes::speech(6, 130).drawn(80, 24, &Theme::plain()));
    assert!(picture.contains("! sắp hết giờ"), "{picture}");
}

/// The texts of a picture with where their ink is: columns and pixel rows.
fn inks(picture: &Picture) -> Vec<(String, BTreeSet<(i32, i32)>)> {
    picture
        .parts
        .iter()
        .filter_map(|part| match part {
            Part::Text { line, x, y, .. } => Some((line, *x, *y)),
            Part::Steps { .. } | Part::Gauge { .. } | Part::Rule { .. } => None,
        })
        .map(|(line, x, y)| {
            let ink = match &line.face {
                HallFace::Plain => (0..line.width)
                    .flat_map(|column| [(x + column, y), (x + column, y + 1)])
                    .collect(),
                HallFace::Small(pixels) => pixels
                    .ink()
                    .iter()
                    .map(|(column, row)| (x + column, y + row))
                    .collect(),
                HallFace::Large(fitted) => {
                    let size = fitted.size();
                    let mut canvas = Buffer::empty(Rect::new(0, 0, size.width, size.height));
                    fitted.draw(
                        canvas.area,
                        &mut canvas,
                        Ink::Sharp(Style::new()),
                        Alignment::Left,
                    );
                    pixels_of(&canvas)
                        .map(|(column, row)| (x + column, y + row))
                        .collect()
                }
            };
            (line.text.clone(), ink)
        })
        .collect()
}

fn pixels_of(buf: &Buffer) -> impl Iterator<Item = (i32, i32)> + '_ {
    let width = i32::from(buf.area.width);
    (0..).zip(&buf.content).flat_map(move |(index, cell)| {
        let (column, row) = (index % width, index / width * 2);
        let rows: &[i32] = match cell.symbol() {
            "█" => &[0, 1],
            "▀" => &[0],
            "▄" => &[1],
            _ => &[],
        };
        rows.iter().map(move |half| (column, row + half))
    })
}

/// Sizes of windows, from the smallest to the largest.
fn windows() -> Vec<Size> {
    [
        (60, 16),
        (80, 24),
        (100, 30),
        (120, 28),
        (120, 40),
        (160, 45),
        (190, 50),
        (200, 60),
        (240, 67),
        (280, 80),
    ]
    .map(|(width, height)| Size::new(width, height))
    .to_vec()
}

#[test]
fn no_two_texts_touch_and_none_is_cut_at_an_edge() {
    for (name, view) in &*scenes::VIEWS {
        for size in windows() {
            let picture = layout(view, size, Lettering::of(size));
            let inks = inks(&picture);
            let (width, height) = (i32::from(size.width), i32::from(size.height) * 2);
            for (number, (text, ink)) in inks.iter().enumerate() {
                assert!(!text.contains('…'), "{name} {size}: {text}");
                let inside =
                    |(x, y): &(i32, i32)| (0..width).contains(x) && (0..height).contains(y);
                assert!(ink.iter().all(inside), "{name} {size}: {text} is cut");
                for (other, others) in &inks[number + 1..] {
                    let touches = ink.iter().any(|(x, y)| {
                        (-1..=1).any(|dx| (-1..=1).any(|dy| others.contains(&(x + dx, y + dy))))
                    });
                    let plain = Lettering::of(size) == Lettering::Plain;
                    let overlaps = ink.iter().any(|at| others.contains(at));
                    assert!(
                        !overlaps && (plain || !touches),
                        "{name} {size}: “{text}” touches “{other}”"
                    );
                }
            }
        }
    }
}

#[test]
fn nothing_the_hall_must_read_is_smaller_than_a_twenty_eighth_of_the_height() {
    for (name, view) in &*scenes::VIEWS {
        // What the aide wrote is shown whole, if need be in plain text; what the program says leaves words out.
        let narrow = |size: &Size| *name == "message" && size.width < 120;
        for size in windows().into_iter().filter(|size| !narrow(size)) {
            for part in layout(view, size, Lettering::of(size)).parts {
                if let Part::Text { line, .. } = part {
                    let rows = line.height / 2;
                    assert!(
                        rows * 28 >= i32::from(size.height),
                        "{name} {size}: {} takes {rows} rows",
                        line.text
                    );
                }
            }
        }
    }
}

#[test]
fn the_name_is_higher_than_every_word_around_it() {
    for name in ["floor", "warning", "over", "coming"] {
        let view = &scenes::VIEWS
            .iter()
            .find(|(known, _)| *known == name)
            .unwrap()
            .1;
        let who = match &view.scene {
            SceneView::Floor(turn) | SceneView::Answer(turn) => turn.who.clone(),
            other => panic!("{other:?}"),
        };
        let size = Size::new(160, 45);
        let (mut of_name, mut of_others) = (0, 0);
        for part in layout(view, size, Lettering::of(size)).parts {
            if let Part::Text { line, role, .. } = part {
                if line.text == who {
                    of_name = line.height;
                } else if !matches!(role, Role::Time(_)) || matches!(line.face, HallFace::Small(_))
                {
                    of_others = of_others.max(line.height);
                }
            }
        }
        assert!(of_name > of_others, "{name}: {of_name} {of_others}");
    }
}

#[test]
fn over_time_the_clock_is_told_by_sign_and_word_besides_its_colour() {
    let over = scenes::speech(5, 222);
    for (width, height) in [(80, 24), (120, 40), (160, 45), (240, 67)] {
        let size = Size::new(width, height);
        let texts: Vec<String> = layout(&over.view(), size, Lettering::of(size))
            .parts
            .into_iter()
            .filter_map(|part| match part {
                Part::Text {
                    line,
                    role: Role::Time(Urgency::Over),
                    ..
                } => Some(line.text),
                _ => None,
            })
            .collect();
        assert!(texts.contains(&"+00:42".to_owned()), "{size}: {texts:?}");
        assert!(texts.contains(&"+ quá giờ".to_owned()), "{size}: {texts:?}");
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
