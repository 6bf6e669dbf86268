//! A table from a spreadsheet becomes people: shown first, mended where it is wrong, never lost.

use crossterm::event::KeyCode;
use doithoai::tui::plan_pages::view::PageMark;

use super::{Clerk, row};

#[test]
fn a_table_from_a_spreadsheet_is_shown_before_it_becomes_people() {
    let mut clerk = Clerk::sits_down();
    clerk.press(KeyCode::PageDown);
    clerk.pastes("Thôn\tHọ và tên\tGhi chú\nNà Hỏi\tLý Thị Mẩy\tx\nPá Hốc\tGiàng A Chớ\ty\n");
    assert!(clerk.people().is_empty());
    // what the columns are called stands over what they are taken for
    let grid = clerk.grid();
    let columns: Vec<(&str, &str)> = grid
        .columns
        .iter()
        .map(|column| (column.pasted.as_str(), column.meant.as_str()))
        .collect();
    assert_eq!(
        columns,
        [
            ("Thôn", "Thôn ▾"),
            ("Họ và tên", "Họ và tên ▾"),
            ("Ghi chú", "không nhận ▾")
        ]
    );
    clerk.judges_pasted(&[]);
    // Enter, which a burst of keys may end with, takes nothing
    clerk.press(KeyCode::Enter);
    clerk.press(KeyCode::Esc);
    assert!(clerk.people().is_empty());
    clerk.control(KeyCode::Char('s'));
    assert_eq!(
        clerk.people(),
        [
            row(&["", "Lý Thị Mẩy", "Nà Hỏi"]),
            row(&["", "Giàng A Chớ", "Pá Hốc"])
        ]
    );
    // a column alone goes down from where the keys are, and may be left
    clerk.press(KeyCode::Down);
    clerk.press(KeyCode::Down);
    clerk.pastes("Sùng Thị Mỵ\nVàng A Páo");
    clerk.press(KeyCode::Esc);
    assert_eq!(clerk.people().len(), 2);
    clerk.pastes("Sùng Thị Mỵ\nVàng A Páo");
    clerk.judges_pasted(&[]);
    clerk.control(KeyCode::Char('s'));
    assert_eq!(clerk.people()[3][1], "Vàng A Páo");
    // and beside people who are there already it fills their column
    clerk.press(KeyCode::Up);
    clerk.press(KeyCode::Up);
    clerk.press(KeyCode::Tab);
    clerk.pastes("Nà Hỏi\nPá Hốc");
    clerk.judges_pasted(&[]);
    clerk.control(KeyCode::Char('s'));
    assert_eq!(clerk.people().len(), 4);
}

/// So many letters of the cell are taken away, and others typed.
fn writes_over(clerk: &mut Clerk, letters: usize, text: &str) {
    clerk.press(KeyCode::Enter);
    for _ in 0..letters {
        clerk.press(KeyCode::Backspace);
    }
    clerk.types(text);
    clerk.press(KeyCode::Enter);
}

#[test]
fn right_rows_of_a_pasted_table_are_taken_and_wrong_ones_stay_until_they_are_mended() {
    let mut clerk = Clerk::sits_down();
    clerk.press(KeyCode::PageDown);
    clerk.pastes(
        "Số\tHọ và tên\tThôn\n1\tMẩy\tNà Hỏi\nhai\tChớ\tPá Hốc\n\t\tPá Hốc\n3\tDợ\tPá Hốc\n",
    );
    // the rows would stand on the page from its first row on
    let would_be = clerk.pages.pasted_unjudged().unwrap();
    assert_eq!(would_be[1][1], row(&["hai", "Chớ", "Pá Hốc"]));
    assert!(clerk.people().is_empty());
    clerk.judges_pasted(&[
        (true, (1, 1, 0), "không phải là số"),
        (false, (1, 3, 1), "chưa có ông, bà"),
    ]);
    let grid = clerk.grid();
    let marks: Vec<PageMark> = grid.rows.iter().map(|row| row.mark).collect();
    // the third row goes on with the second, so it waits with it
    assert_eq!(
        marks,
        [
            PageMark::Good,
            PageMark::Fault,
            PageMark::Fault,
            PageMark::Warning
        ]
    );
    assert_eq!(grid.found[0].0, "✗ dòng 2: không phải là số");
    assert_eq!(grid.found[1].0, "! dòng 4: chưa có ông, bà");
    let keys = clerk.pages.view("", &clerk.words).keys;
    assert_eq!(
        keys[0],
        (
            "Ctrl+S".to_owned(),
            "nhận 2 dòng đúng, để 2 dòng ✗ lại".to_owned()
        )
    );
    clerk.control(KeyCode::Char('s'));
    assert_eq!(
        clerk.people(),
        [row(&["1", "Mẩy", "Nà Hỏi"]), row(&["3", "Dợ", "Pá Hốc"])]
    );
    // the fault is found by one key, mended in its cell, and looked at again before it is taken
    clerk.judges_pasted(&[(true, (1, 2, 0), "không phải là số")]);
    clerk.press(KeyCode::Right);
    clerk.press(KeyCode::F(8));
    assert_eq!(clerk.grid().at, (0, 0));
    writes_over(&mut clerk, 3, "2");
    clerk.control(KeyCode::Char('s'));
    assert_eq!(clerk.people().len(), 2);
    clerk.judges_pasted(&[]);
    clerk.control(KeyCode::Char('s'));
    assert_eq!(
        clerk.people()[2..],
        [row(&["2", "Chớ", "Pá Hốc"]), row(&["", "", "Pá Hốc"])]
    );
    assert!(clerk.pages.view("", &clerk.words).grid.is_none());
}

#[test]
fn a_column_of_a_pasted_table_can_mean_something_else_and_a_row_can_be_dropped() {
    let mut clerk = Clerk::sits_down();
    clerk.press(KeyCode::PageDown);
    clerk.pastes("Thôn\tHọ và tên\tGhi chú\nMẩy\tNà Hỏi\t1\nChớ\tPá Hốc\t2\n");
    clerk.judges_pasted(&[]);
    // the two headings stand over the wrong columns: the first means nothing, then the second the village
    clerk.press(KeyCode::Char(' '));
    assert_eq!(clerk.grid().columns[0].meant, "không nhận ▾");
    clerk.press(KeyCode::Right);
    clerk.press(KeyCode::Char(' '));
    assert_eq!(clerk.grid().columns[1].meant, "Thôn ▾");
    clerk.press(KeyCode::Left);
    clerk.press(KeyCode::Char(' '));
    clerk.press(KeyCode::Char(' '));
    assert_eq!(clerk.grid().columns[0].meant, "Họ và tên ▾");
    clerk.press(KeyCode::Down);
    clerk.press(KeyCode::Delete);
    clerk.judges_pasted(&[]);
    clerk.control(KeyCode::Char('s'));
    assert_eq!(clerk.people(), [row(&["", "Mẩy", "Nà Hỏi"])]);
}

#[test]
fn a_pasted_table_is_drawn_whole_at_every_size_with_its_signs_and_its_keys() {
    let mut clerk = Clerk::sits_down();
    clerk.press(KeyCode::PageDown);
    let mut rows = vec!["Số\tHọ và tên\tThôn".to_owned()];
    rows.extend((1..=30).map(|n| format!("{n}\tNgười Thứ {n}\tthôn {n}")));
    clerk.pastes(&rows.join("\n"));
    clerk.judges_pasted(&[(true, (1, 28, 0), "không phải là số")]);
    clerk.press(KeyCode::F(8));
    for (width, height) in [(80, 24), (120, 40), (200, 60)] {
        let screen = clerk.screen(width, height);
        for seen in [
            "VỪA DÁN · 30 dòng, 3 cột",
            "Họ và tên ▾",
            "✗ 29",
            "✗ dòng 29: không phải là số",
            "Ctrl+S nhận 29 dòng đúng",
        ] {
            assert!(screen.contains(seen), "{width}x{height}: {seen}\n{screen}");
        }
    }
    // no size breaks it
    for (width, height) in [(1, 1), (20, 5), (40, 12), (60, 16)] {
        clerk.screen(width, height);
    }
}

#[test]
fn labels_copied_from_the_workbook_fill_the_lines_they_name_and_many_lines_stay_in_one_cell() {
    let mut clerk = Clerk::sits_down();
    let heading = |_: usize, text: &str| {
        ["Tên", "Cấp", "Việc đã làm"]
            .iter()
            .position(|h| *h == text)
    };
    clerk
        .pages
        .paste("Cấp\tCấp xã\nTên\tĐối thoại\n", &heading, &clerk.words);
    assert_eq!(clerk.pages.cells()[0][0], row(&["Đối thoại", "Cấp xã", ""]));
    clerk.press(KeyCode::Down);
    clerk.press(KeyCode::Down);
    clerk.pastes("Gửi giấy mời: 1/11/2026\nLập kế hoạch: 2/11/2026");
    clerk.press(KeyCode::Up);
    assert_eq!(
        clerk.pages.cells()[0][0][2],
        "Gửi giấy mời: 1/11/2026\nLập kế hoạch: 2/11/2026"
    );
}

#[test]
fn a_pasted_table_is_kept_with_the_cells_until_it_is_taken_or_left() {
    let mut clerk = Clerk::sits_down();
    clerk.press(KeyCode::PageDown);
    clerk.pastes("Thôn\tHọ và tên\nNà Hỏi\tMẩy\nPá Hốc\tChớ\n");
    assert!(clerk.pages.take_unkept());
    // somebody is in the middle of mending a cell of it
    clerk.judges_pasted(&[]);
    clerk.press(KeyCode::Enter);
    clerk.types(" 2");
    assert!(clerk.pages.is_unkept());
    let kept = clerk.pages.kept();
    assert!(kept.cells[1].is_empty());
    // the program begins anew with what was kept
    let mut again = Clerk::sits_down();
    again.pages = again.pages.with_table(kept.pasted.unwrap());
    let grid = again.grid();
    assert_eq!(grid.columns[0].meant, "Thôn ▾");
    assert_eq!(grid.rows[0].cells[0].text, "Nà Hỏi 2");
    again.judges_pasted(&[]);
    again.control(KeyCode::Char('s'));
    assert_eq!(
        again.people(),
        [row(&["", "Mẩy", "Nà Hỏi 2"]), row(&["", "Chớ", "Pá Hốc"])]
    );
    assert_eq!(again.pages.kept().pasted, None);
    // and one that was left is not kept either
    clerk.press(KeyCode::Esc);
    clerk.press(KeyCode::Esc);
    assert!(clerk.pages.take_unkept());
    assert_eq!(clerk.pages.kept().pasted, None);
}
