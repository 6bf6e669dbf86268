//! What the hall can read: every Vietnamese letter with its marks, at every size, with and without true colour.

use std::collections::HashMap;

use doithoai::tui::widgets::digits::Digits;
use doithoai::tui::widgets::letters::{Ink, Letters, fit, fit_all, fit_name};
use doithoai::tui::widgets::pixel_face::{PixelLine, PixelWeight};
use proptest::prelude::*;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Alignment, Rect, Size};
use ratatui::style::{Color, Modifier, Style};
use ratatui::widgets::Widget;
use unicode_normalization::UnicodeNormalization;

const SMOOTH: Ink = Ink::Smooth {
    ink: (255, 255, 255),
    paper: (0, 0, 0),
};
const SHARP: Ink = Ink::Sharp(Style::new());
const TONES: [&str; 6] = ["", "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"];

/// The letters that share a base, such as a à ả ã á ạ ă ằ … ậ, in small and in capital.
fn families() -> Vec<Vec<String>> {
    let toned = |base: char| TONES.map(|tone| format!("{base}{tone}").nfc().collect());
    let family = |bases: &str| -> Vec<String> { bases.chars().flat_map(toned).collect() };
    let mut small: Vec<Vec<String>> = ["aăâ", "eê", "i", "oôơ", "uư", "y"].map(family).into();
    small.push(vec!["d".into(), "đ".into()]);
    let upper = |family: &Vec<String>| family.iter().map(|letter| letter.to_uppercase()).collect();
    let capital = small.iter().map(upper).collect();
    [small, capital].concat()
}

/// What is seen: the symbol and colours of each cell of the drawn text.
fn drawn(text: &str, area: Size, ink: Ink) -> Vec<(String, Color, Color)> {
    let mut buf = Buffer::empty(Rect::new(0, 0, area.width, area.height));
    Letters::new(text, ink).render(buf.area, &mut buf);
    buf.content
        .iter()
        .map(|cell| (cell.symbol().to_owned(), cell.fg, cell.bg))
        .collect()
}

fn inked(buf: &Buffer) -> usize {
    buf.content
        .iter()
        .filter(|cell| cell.symbol() != " ")
        .count()
}

#[test]
fn every_letter_can_be_told_from_every_other_of_its_base_at_every_size() {
    let families = families();
    assert_eq!(
        families.concat().len(),
        148,
        "146 Vietnamese letters, and d and D beside đ"
    );
    for family in families {
        for rows in [12, 13, 14, 15, 17, 18, 19, 22, 24, 30] {
            // given the letters at one size, between two that are as tall and as deep as any, so that all stand alike
            let area = Size::new(150, rows);
            let texts: Vec<String> = family.iter().map(|letter| format!("Ẫ{letter}Ậ")).collect();
            for ink in [SMOOTH, SHARP] {
                let mut seen = HashMap::new();
                for text in &texts {
                    // then each is drawn large, and no two are drawn the same
                    assert!(fit(text, area, 1).is_some(), "{text} in {rows} rows");
                    if let Some(same) = seen.insert(drawn(text, area, ink), text) {
                        panic!("{text} looks like {same} in {rows} rows");
                    }
                }
            }
        }
    }
}

#[test]
fn in_small_letters_too_every_letter_can_be_told_from_every_other() {
    let letters = families().concat();
    for weight in [PixelWeight::Regular, PixelWeight::Bold] {
        // given the letters, each alone and each inside a word
        for (before, after) in [("", ""), ("n", "n"), ("H", "h")] {
            let mut seen: HashMap<Vec<(i32, i32)>, &String> = HashMap::new();
            for letter in &letters {
                let line = PixelLine::of(&format!("{before}{letter}{after}"), weight);
                let line = line.unwrap_or_else(|| panic!("{letter} cannot be drawn"));
                // then no two are drawn the same
                if let Some(same) = seen.insert(line.ink().to_vec(), letter) {
                    panic!("{letter} looks like {same}");
                }
            }
        }
    }
}

#[test]
fn in_small_letters_no_mark_touches_a_neighbour() {
    let letters = families().concat();
    for one in &letters {
        for other in &letters {
            // given two letters side by side
            let alone = |letter: &str| PixelLine::of(letter, PixelWeight::Regular).unwrap();
            let both = alone(&format!("{one}{other}"));
            // then there are as many separate pieces of ink as in both alone
            assert_eq!(
                pieces(both.ink()),
                pieces(alone(one).ink()) + pieces(alone(other).ink()),
                "{one}{other}"
            );
        }
    }
}

/// How many pieces of ink that do not touch each other there are.
fn pieces(ink: &[(i32, i32)]) -> usize {
    let mut left: std::collections::BTreeSet<(i32, i32)> = ink.iter().copied().collect();
    let mut count = 0;
    while let Some(first) = left.pop_first() {
        count += 1;
        let mut edge = vec![first];
        while let Some((x, y)) = edge.pop() {
            for dx in -1..=1 {
                for dy in -1..=1 {
                    if left.remove(&(x + dx, y + dy)) {
                        edge.push((x + dx, y + dy));
                    }
                }
            }
        }
    }
    count
}

#[test]
fn a_name_is_narrowed_a_little_before_it_is_broken() {
    let area = Size::new(120, 12);
    // given a window in which the name fits on one line only narrowed
    assert_eq!(fit("Bà Nguyễn Thị Ước", area, 1), None);
    let name = fit_name("Bà Nguyễn Thị Ước", area, 2).unwrap();
    assert_eq!(name.lines(), 1);
    assert!(name.size().width <= 120);
}

#[test]
fn nothing_is_cut_off_at_the_edge_of_the_cells_a_text_takes() {
    let letters = families().concat();
    let names = ["Nguyễn", "Ước", "Đặng", "Ẩn", "Lường", "Quỳnh", "Mỵ"].map(String::from);
    let capitals = names.clone().map(|name| name.to_uppercase());
    for text in letters.iter().chain(&names).chain(&capitals) {
        for rows in [12, 13, 15, 20, 33] {
            for ink in [SMOOTH, SHARP] {
                // given the text drawn into exactly its own cells, and with cells to spare around it
                let fitted = fit(text, Size::new(400, rows), 1).unwrap();
                let Size { width, height } = fitted.size();
                let mut own = Buffer::empty(Rect::new(0, 0, width, height));
                fitted.draw(own.area, &mut own, ink, Alignment::Left);
                let mut roomy = Buffer::empty(Rect::new(0, 0, width + 8, height + 4));
                fitted.draw(
                    Rect::new(0, 2, width + 8, height + 2),
                    &mut roomy,
                    ink,
                    Alignment::Center,
                );
                // then the same ink is in both, and there is some
                assert!(inked(&own) > 0);
                assert_eq!(inked(&own), inked(&roomy), "{text} in {rows} rows");
            }
        }
    }
}

#[test]
fn a_name_typed_with_loose_marks_is_drawn_as_the_composed_one() {
    for name in ["Nguyễn Thị Ước", "ĐẶNG VĂN ẨN", "Lường Quỳnh Mỵ"] {
        let loose: String = name.nfd().collect();
        assert_ne!(loose, name);
        assert_eq!(
            drawn(&loose, Size::new(160, 20), SHARP),
            drawn(name, Size::new(160, 20), SHARP)
        );
    }
}

#[test]
fn a_long_name_breaks_between_words_and_a_long_word_shrinks() {
    // given a name in a wide and in a narrow, tall area
    let lines = |width, rows| {
        fit("Bà Nguyễn Thị Minh Ước", Size::new(width, rows), 2)
            .unwrap()
            .lines()
    };
    // then it stands on one line or on two, whichever is larger
    assert_eq!(lines(240, 12), 1);
    assert_eq!(lines(120, 36), 2);
    // given one long word
    let size = |width| {
        fit("Nghiêng", Size::new(width, 40), 3).map(|fitted| (fitted.lines(), fitted.size().height))
    };
    // then it gets smaller, never broken, until it would be too small to read
    let (wide, narrow) = (size(160).unwrap(), size(90).unwrap());
    assert_eq!((wide.0, narrow.0), (1, 1));
    assert!(narrow.1 < wide.1);
    assert_eq!(size(20), None);
}

#[test]
fn where_letters_would_be_too_small_the_name_stands_in_plain_bold_text() {
    let mut buf = Buffer::empty(Rect::new(0, 0, 12, 2));
    Letters::new("Bà Nguyễn Thị Minh Khai Ước", SHARP)
        .max_lines(2)
        .render(buf.area, &mut buf);
    let row = |row: &[Cell]| row.iter().map(Cell::symbol).collect::<String>();
    assert_eq!(
        buf.content.chunks(12).map(row).collect::<Vec<_>>(),
        ["Bà Nguyễn   ", "Thị Minh Kh…"]
    );
    assert!(buf[(0, 0)].modifier.contains(Modifier::BOLD));
}

#[test]
fn a_character_the_typeface_lacks_is_never_left_out() {
    assert_eq!(fit("Nguyễn 漢", Size::new(200, 40), 2), None);
    assert_eq!(fit(" ", Size::new(200, 40), 2), None);
    assert!(
        fit(
            "“Điều 7′05″ – №3 ✓ → … 12·3 × 4 − 1”",
            Size::new(400, 40),
            2
        )
        .is_some()
    );
}

#[test]
fn names_that_stand_together_are_equally_large() {
    let names = ["Vũ An", "Nguyễn Thị Minh Ước"];
    let both = fit_all(&names, Size::new(200, 20), 1).unwrap();
    let alone = fit(names[0], Size::new(200, 20), 1).unwrap();
    assert!(both[0].size().width < alone.size().width);
}

#[test]
fn a_clock_keeps_its_size_when_it_passes_its_limit() {
    let rows = |text: &str| {
        let mut buf = Buffer::empty(Rect::new(0, 0, 60, 20));
        Digits::new(text, SHARP)
            .reserving("+00:00")
            .render(buf.area, &mut buf);
        (0..20)
            .filter(|row| (0..60).any(|column| buf[(column, *row)].symbol() != " "))
            .count()
    };
    assert_eq!(rows("00:01"), rows("+00:42"));
    // and digits are equally wide, so that counting on moves nothing
    let size = |text: &str| fit(text, Size::new(100, 16), 1).unwrap().size();
    assert_eq!(size("11:11"), size("08:05"));
}

#[test]
fn a_clock_and_a_name_draw_at_any_size_without_fault() {
    for width in 0..40 {
        for height in 0..20 {
            let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
            Digits::new("+00:42", SMOOTH).render(buf.area, &mut buf);
            let beyond = Rect::new(3, 2, 80, 80);
            Letters::new("Ước", SHARP)
                .alignment(Alignment::Right)
                .render(beyond, &mut buf);
        }
    }
}

proptest! {
    #[test]
    fn a_fitted_text_never_exceeds_its_area_nor_its_lines(
        words in prop::collection::vec("[a-zA-ZàảãáạăằẵâẩấậđĐêễệôổộơỡợưửựỳỵẨỄƯ]{1,9}", 1..9),
        width in 0_u16..240,
        rows in 0_u16..60,
        max_lines in 1_u16..5,
    ) {
        let text = words.join(" ");
        if let Some(fitted) = fit(&text, Size::new(width, rows), max_lines) {
            let size = fitted.size();
            prop_assert!(size.width <= width && size.height <= rows);
            prop_assert!(fitted.lines() <= usize::from(max_lines).min(words.len()));
        }
    }
}
