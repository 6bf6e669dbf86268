//! The pages of a plan, key by key: writing, moving, pasting, and the check that leads to the cell.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use doithoai::domain::i18n::Lang;
use doithoai::tui::plan_pages::grid_view::GridView;
use doithoai::tui::plan_pages::view::{PageBody, PageMark};
use doithoai::tui::plan_pages::words::{PlanPageWords, SOURCES};
use doithoai::tui::plan_pages::{
    DutyLine, Judged, PageColumn, PageFinding, PageSpec, PlanPages, PlanPagesOutcome, PromisedLine,
    ToldPaper, draw,
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
    // a page begins where a name is written; who numbers the first row numbers the others
    clerk.press(KeyCode::BackTab);
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
    clerk.control(KeyCode::Char('x'));
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
    clerk.press(KeyCode::BackTab);
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

#[test]
fn a_page_opens_on_what_is_missing_and_names_are_written_one_below_the_other() {
    let mut clerk = Clerk::sits_down();
    clerk.press(KeyCode::PageDown);
    for name in ["Lý Thị Mẩy", "Giàng A Chớ"] {
        clerk.types(name);
        clerk.press(KeyCode::Enter);
    }
    assert_eq!(
        clerk.people(),
        [row(&["", "Lý Thị Mẩy", ""]), row(&["", "Giàng A Chớ", ""])]
    );
    // with a fault on it the page opens there
    clerk.press(KeyCode::PageUp);
    clerk.pages.judge(Judged {
        found: vec![finding(true, (1, 1, 2))],
        ..Judged::default()
    });
    clerk.press(KeyCode::PageDown);
    clerk.types("Pá Hốc");
    clerk.press(KeyCode::Up);
    assert_eq!(clerk.people()[1][2], "Pá Hốc");
}

#[test]
fn the_first_line_that_is_needed_and_empty_is_where_the_pages_begin_and_others_may_stay_blank() {
    let mut needed = column("Ngày", &[]);
    needed.needed = true;
    let spec = PageSpec {
        name: "Phiên".into(),
        about: String::new(),
        is_lines: true,
        columns: vec![column("Tên", &[]), needed],
    };
    let mut clerk = Clerk::sits_down();
    clerk.pages = PlanPages::new(vec![spec], Vec::new(), "26/11/2026".into(), None);
    let screen = clerk.screen(80, 24);
    assert!(screen.contains("Ngày *"), "{screen}");
    assert_eq!(screen.matches("để trống được").count(), 1, "{screen}");
    clerk.types("25/12/2026");
    clerk.press(KeyCode::Up);
    assert_eq!(clerk.pages.cells()[0][0][1], "25/12/2026");
}

fn finding(is_fault: bool, at: (usize, usize, usize)) -> PageFinding {
    PageFinding {
        is_fault,
        sentence: "không phải là số".into(),
        whereabouts: String::new(),
        at: Some(at),
    }
}

#[test]
fn one_key_walks_through_everything_that_is_wrong_from_page_to_page() {
    let mut clerk = Clerk::sits_down();
    clerk.press(KeyCode::PageDown);
    clerk.types("Mẩy");
    clerk.press(KeyCode::PageUp);
    let found = |at: &[(usize, usize, usize)]| Judged {
        found: at.iter().map(|at| finding(true, *at)).collect(),
        ..Judged::default()
    };
    clerk.pages.judge(found(&[(1, 0, 2), (0, 0, 1), (1, 0, 0)]));
    let mut places = Vec::new();
    for text in ["a", "b", "c"] {
        clerk.press(KeyCode::F(8));
        clerk.types(text);
    }
    clerk.press(KeyCode::F(8));
    places.push(clerk.pages.cells()[0][0][1].clone());
    places.extend(clerk.people()[0].clone());
    assert_eq!(places, ["a", "b", "Mẩy", "c"]);
    // what is being written is no longer what was wrong
    assert!(clerk.screen(80, 24).contains("✗ không phải là số"));
    clerk.types("1");
    assert!(!clerk.screen(80, 24).contains("✗ không phải là số"));
    // and where nothing is wrong that is said
    clerk.pages.judge(Judged::default());
    clerk.press(KeyCode::F(8));
    assert!(clerk.screen(80, 24).contains("Không còn chỗ nào phải sửa"));
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

#[test]
fn the_papers_are_leafed_through_before_they_are_made() {
    let mut clerk = Clerk::sits_down();
    assert_eq!(clerk.press(KeyCode::F(2)), Some(PlanPagesOutcome::Papers));
    let paper = |title: &str, count| ToldPaper {
        title: title.into(),
        paragraphs: (1..=count).map(|n| format!("{title}: đoạn {n}.")).collect(),
    };
    clerk
        .pages
        .show_papers(vec![paper("thong-bao", 90), paper("giay-moi", 2)]);
    let screen = clerk.screen(80, 24);
    assert!(
        screen.contains("XEM TRƯỚC GIẤY TỜ 1/2 · thong-bao"),
        "{screen}"
    );
    assert!(screen.contains("thong-bao: đoạn 1."), "{screen}");
    for _ in 0..20 {
        clerk.press(KeyCode::PageDown);
    }
    assert!(clerk.screen(80, 24).contains("thong-bao: đoạn 90."));
    clerk.press(KeyCode::Right);
    let screen = clerk.screen(80, 24);
    assert!(screen.contains("giay-moi: đoạn 1."), "{screen}");
    // nothing was written into the page behind
    clerk.types("x");
    clerk.press(KeyCode::Esc);
    let mut cells = clerk.pages.cells()[0].iter().flatten();
    assert!(cells.all(String::is_empty));
    for (width, height) in [(1, 1), (20, 5), (40, 12)] {
        clerk.screen(width, height);
    }
}

#[test]
fn a_workbook_is_written_under_a_name_that_is_offered() {
    let mut clerk = Clerk::sits_down();
    clerk.pages = clerk.pages.with_file_name("ke-hoach.xlsx".into());
    clerk.press(KeyCode::F(7));
    assert!(clerk.screen(80, 24).contains("ke-hoach.xlsx▏"));
    assert_eq!(
        clerk.press(KeyCode::Enter),
        Some(PlanPagesOutcome::Write("ke-hoach.xlsx".into()))
    );
    // a file to bring in is another one
    clerk.control(KeyCode::Char('o'));
    assert!(!clerk.screen(80, 24).contains("ke-hoach.xlsx▏"));
}

#[test]
fn help_tells_every_key_and_leaves_what_is_being_typed() {
    let mut clerk = Clerk::sits_down();
    clerk.types("Đối thoại");
    clerk.press(KeyCode::F(1));
    let screen = clerk.screen(80, 24);
    for key in [
        "PgUp PgDn F5",
        "F4",
        "F3",
        "Insert Ctrl+X",
        "Ctrl+↑↓",
        "F8",
        "F9",
        "F2",
        "F7",
        "Ctrl+O",
        "Ctrl+S",
        "Esc",
    ] {
        assert!(
            screen.contains(&format!(" {key} ")),
            "{key} is not on\n{screen}"
        );
    }
    // what is pressed now is not written behind it
    clerk.types("xyz");
    clerk.press(KeyCode::F(1));
    clerk.types(" mới");
    clerk.press(KeyCode::Enter);
    assert_eq!(clerk.pages.cells()[0][0][0], "Đối thoại mới");
    for (width, height) in [(1, 1), (40, 12), (60, 16)] {
        clerk.press(KeyCode::F(1));
        clerk.screen(width, height);
        clerk.press(KeyCode::PageDown);
        clerk.screen(width, height);
        clerk.press(KeyCode::Esc);
    }
}

#[test]
fn every_key_that_does_something_stands_below_and_no_other() {
    let mut clerk = Clerk::sits_down();
    // on a line without choices that holds one text
    let screen = clerk.screen(80, 24);
    assert!(
        !screen.contains("F4 ") && !screen.contains("F3 "),
        "{screen}"
    );
    assert!(!screen.contains("Ctrl+Z"), "{screen}");
    // on one with choices, and on one with several lines
    clerk.press(KeyCode::Down);
    assert!(clerk.screen(80, 24).contains("F4 chọn"));
    clerk.press(KeyCode::Down);
    assert!(clerk.screen(80, 24).contains("F3 xuống dòng trong ô"));
    // a line of one text takes no break
    clerk.press(KeyCode::Up);
    clerk.press(KeyCode::Up);
    clerk.types("Một");
    clerk.press(KeyCode::F(3));
    clerk.types("dòng");
    clerk.press(KeyCode::PageDown);
    assert_eq!(clerk.pages.cells()[0][0][0], "Mộtdòng");
    // on a list every key is seen whole in a small window, and in a usual one
    clerk.types("1");
    clerk.press(KeyCode::Enter);
    // where the next row is begun there is none to take out or to move
    assert!(!clerk.screen(80, 24).contains("Ctrl+X"));
    clerk.press(KeyCode::Up);
    for (width, height) in [(80, 24), (120, 40)] {
        let screen = clerk.screen(width, height);
        for key in [
            "F1 trợ giúp",
            "Ctrl+S lập",
            "PgUp/PgDn trang",
            "Enter dòng sau",
            "Esc ra, giữ nháp",
            "Insert thêm dòng",
            "Ctrl+X bỏ dòng",
            "Ctrl+↑↓ chuyển dòng",
            "F2 xem trước giấy tờ",
            "F7 ghi ra Excel",
            "Ctrl+O nhập từ tệp",
        ] {
            assert!(screen.contains(key), "{key} is not on\n{screen}");
        }
    }
    // a row that was taken out can be put back, and then that is said
    clerk.control(KeyCode::Char('x'));
    assert!(clerk.screen(80, 24).contains("Ctrl+Z lấy lại dòng"));
    // and on the page of what was promised nothing is marked or gone to
    clerk.press(KeyCode::PageDown);
    let screen = clerk.screen(80, 24);
    assert!(
        !screen.contains("Enter ") && !screen.contains("F9 "),
        "{screen}"
    );
}

#[test]
fn what_should_be_looked_at_is_told_by_another_sign_than_what_must_be_mended() {
    for (is_fault, sign, other) in [
        (true, "✗ xem lại", "! xem lại"),
        (false, "! xem lại", "✗ xem lại"),
    ] {
        let mut clerk = Clerk::sits_down();
        clerk.pages.judge(Judged {
            found: vec![PageFinding {
                is_fault,
                sentence: "xem lại chỗ này".into(),
                whereabouts: String::new(),
                at: Some((0, 0, 0)),
            }],
            ..Judged::default()
        });
        let screen = clerk.screen(80, 24);
        assert!(screen.contains(sign) && !screen.contains(other), "{screen}");
    }
}
