//! The pages of a plan, key by key: writing, moving, pasting, and the check that leads to the cell.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use doithoai::domain::i18n::Lang;
use doithoai::tui::plan_pages::grid_view::GridView;
use doithoai::tui::plan_pages::view::{PageBody, PageMark};
use doithoai::tui::plan_pages::words::{PlanPageWords, SOURCES};
use doithoai::tui::plan_pages::{
    DutyLine, Judged, PageColumn, PageFinding, PageSpec, PlanPages, PlanPagesOutcome, PromisedLine,
    draw,
};
use doithoai::tui::theme::Theme;
use doithoai::tui::vn_input::Typing;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

struct Clerk {
    pages: PlanPages,
    typing: Typing,
    words: PlanPageWords,
}

fn column(heading: &str, choices: &[&str]) -> PageColumn {
    PageColumn {
        heading: heading.to_owned(),
        comment: format!("Về {heading}"),
        needed: heading == "Họ và tên",
        choices: choices.iter().map(|choice| (*choice).to_owned()).collect(),
        is_open: true,
        is_many: heading == "Việc đã làm",
        width: 20,
    }
}

impl Clerk {
    fn sits_down() -> Self {
        let page = |name: &str, is_lines, columns| PageSpec {
            name: name.to_owned(),
            about: String::new(),
            is_lines,
            columns,
        };
        let specs = vec![
            page(
                "Phiên",
                true,
                vec![
                    column("Tên", &[]),
                    column("Cấp", &["Cấp tỉnh", "Cấp xã"]),
                    column("Việc đã làm", &[]),
                ],
            ),
            page(
                "Người phát biểu",
                false,
                vec![
                    column("Số", &[]),
                    column("Họ và tên", &[]),
                    column("Thôn", &[]),
                ],
            ),
        ];
        Self {
            pages: PlanPages::new(specs, Vec::new(), "26/11/2026".into(), Some((0, 2))),
            typing: Typing::default(),
            words: SOURCES.read(Lang::Vi),
        }
    }

    fn press(&mut self, code: KeyCode) -> Option<PlanPagesOutcome> {
        self.pages
            .press(KeyEvent::from(code), &mut self.typing, &self.words)
    }

    fn control(&mut self, code: KeyCode) {
        let key = KeyEvent::new(code, KeyModifiers::CONTROL);
        self.pages.press(key, &mut self.typing, &self.words);
    }

    fn types(&mut self, text: &str) {
        for letter in text.chars() {
            self.press(KeyCode::Char(letter));
        }
    }

    fn pastes(&mut self, text: &str) {
        let heading = |page: usize, text: &str| {
            let headings: &[&str] = if page == 1 {
                &["Số", "Họ và tên", "Thôn"]
            } else {
                &[]
            };
            headings.iter().position(|heading| *heading == text)
        };
        self.pages.paste(text, &heading, &self.words);
    }

    /// What the judge says of the pasted table: fault or not, the place on the page as it would be, the sentence.
    fn judges_pasted(&mut self, found: &[(bool, (usize, usize, usize), &str)]) {
        let found = found.iter().map(|(is_fault, at, sentence)| PageFinding {
            is_fault: *is_fault,
            sentence: (*sentence).to_owned(),
            whereabouts: String::new(),
            at: Some(*at),
        });
        self.pages.judge_pasted(found.collect());
    }

    fn grid(&self) -> GridView {
        self.pages.view("", &self.words).grid.unwrap()
    }

    fn screen(&self, width: u16, height: u16) -> String {
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        let view = self.pages.view("Kế hoạch", &self.words);
        draw(&view, area, &mut buf, &Theme::plain());
        (0..height)
            .map(|y| (0..width).map(|x| buf[(x, y)].symbol()).collect::<String>() + "\n")
            .collect()
    }

    fn people(&self) -> Vec<Vec<String>> {
        self.pages.cells()[1].clone()
    }
}

fn row(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|cell| (*cell).to_owned()).collect()
}

#[test]
fn lines_and_rows_are_written_and_a_choice_is_completed() {
    let mut clerk = Clerk::sits_down();
    clerk.types("Đối thoại");
    clerk.press(KeyCode::Enter);
    // what is typed without marks is completed where only one choice fits
    clerk.types("xa");
    clerk.press(KeyCode::PageDown);
    assert_eq!(clerk.pages.cells()[0][0], row(&["Đối thoại", "Cấp xã", ""]));
    clerk.types("1");
    clerk.press(KeyCode::Tab);
    clerk.types("Lý Thị Mẩy");
    clerk.press(KeyCode::Enter);
    clerk.types("2");
    clerk.press(KeyCode::Tab);
    clerk.types("Giàng A Chớ");
    clerk.press(KeyCode::Up);
    assert_eq!(
        clerk.people(),
        [
            row(&["1", "Lý Thị Mẩy", ""]),
            row(&["2", "Giàng A Chớ", ""])
        ]
    );
    // moved, taken out, put back
    clerk.control(KeyCode::Down);
    assert_eq!(clerk.people()[1][1], "Lý Thị Mẩy");
    clerk.press(KeyCode::F(8));
    assert_eq!(clerk.people().len(), 1);
    clerk.control(KeyCode::Char('z'));
    assert_eq!(clerk.people()[1][1], "Lý Thị Mẩy");
}

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
    clerk.press(KeyCode::Tab);
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
    clerk.press(KeyCode::Enter);
    for _ in 0..3 {
        clerk.press(KeyCode::Backspace);
    }
    clerk.types("2");
    clerk.press(KeyCode::Enter);
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
fn the_check_leads_to_the_cell_and_a_fault_keeps_the_plan_from_being_used() {
    let mut clerk = Clerk::sits_down();
    clerk.press(KeyCode::PageDown);
    clerk.types("hai");
    clerk.press(KeyCode::F(5));
    clerk.pages.judge(Judged {
        found: vec![
            PageFinding {
                is_fault: true,
                sentence: "không phải là số".into(),
                whereabouts: String::new(),
                at: Some((1, 0, 0)),
            },
            PageFinding {
                is_fault: false,
                sentence: "chưa ghi thư ký".into(),
                whereabouts: String::new(),
                at: None,
            },
        ],
        ..Judged::default()
    });
    assert_eq!(clerk.press(KeyCode::F(10)), None);
    clerk.press(KeyCode::Enter);
    let PageBody::List { rows, .. } = clerk.pages.view("", &clerk.words).body else {
        panic!("no list");
    };
    assert_eq!(rows[0][0].mark, PageMark::Fault);
    assert!(rows[0][0].cursor.is_some());
    // mended, it may be used
    for _ in 0..3 {
        clerk.press(KeyCode::Backspace);
    }
    clerk.types("2");
    clerk.press(KeyCode::F(5));
    clerk.pages.judge(Judged::default());
    assert_eq!(clerk.press(KeyCode::F(10)), Some(PlanPagesOutcome::Finish));
}

#[test]
fn one_key_marks_a_duty_as_done_with_its_day_and_takes_the_mark_away() {
    let mut clerk = Clerk::sits_down();
    for _ in 0..3 {
        clerk.press(KeyCode::PageDown);
    }
    let duty = |is_done| Judged {
        duties: vec![DutyLine {
            title: "Gửi giấy mời".into(),
            mark: "Gửi giấy mời".into(),
            state: "hạn 16/11/2026".into(),
            is_done,
            is_late: false,
        }],
        ..Judged::default()
    };
    clerk.pages.judge(duty(false));
    clerk.press(KeyCode::F(9));
    assert_eq!(clerk.pages.cells()[0][0][2], "Gửi giấy mời: 26/11/2026");
    clerk.pages.judge(duty(true));
    clerk.press(KeyCode::F(9));
    assert_eq!(clerk.pages.cells()[0][0][2], "");
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
fn what_was_promised_last_time_has_a_page_of_its_own() {
    let mut clerk = Clerk::sits_down();
    let promise = |text: &str, state: &str, is_done, is_overdue| PromisedLine::Promise {
        text: text.into(),
        state: state.into(),
        is_done,
        is_overdue,
    };
    clerk.pages = clerk.pages.with_promised(vec![
        PromisedLine::Session("25/11/2026 · Đối thoại".into()),
        promise("bà Lý Thị Mẩy: rác", "quá hạn 6 ngày", false, true),
        promise("ông Giàng A Chớ: nước", "trả lời 01/12/2026", true, false),
    ]);
    clerk.press(KeyCode::PageDown);
    clerk.press(KeyCode::PageDown);
    let view = clerk.pages.view("", &clerk.words);
    assert!(
        view.tabs
            .iter()
            .any(|tab| tab.name == "Việc đã hứa" && tab.is_here)
    );
    let PageBody::Sentences { lines, .. } = view.body else {
        panic!("no sentences");
    };
    assert_eq!(
        lines[1],
        (
            "!! bà Lý Thị Mẩy: rác – quá hạn 6 ngày".into(),
            PageMark::Fault
        )
    );
    assert_eq!(
        lines[2],
        (
            "✓ ông Giàng A Chớ: nước – trả lời 01/12/2026".into(),
            PageMark::Good
        )
    );
    // it stays when a file is brought in
    let cells = clerk.pages.cells().to_vec();
    clerk.pages.replace(cells);
    clerk.press(KeyCode::PageDown);
    clerk.press(KeyCode::PageDown);
    let view = clerk.pages.view("", &clerk.words);
    assert!(matches!(view.body, PageBody::Sentences { lines, .. } if lines.len() == 3));
}
