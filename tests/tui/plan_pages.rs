//! The pages of a plan, key by key: writing, moving, pasting, and the check that leads to the cell.

mod checking;
mod keys;
mod pasting;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use doithoai::domain::i18n::Lang;
use doithoai::tui::plan_pages::grid_view::GridView;
use doithoai::tui::plan_pages::view::{PageBody, PageMark};
use doithoai::tui::plan_pages::words::{PlanPageWords, SOURCES};
use doithoai::tui::plan_pages::{
    Judged, PageColumn, PageFinding, PageSpec, PaperText, PlanPages, PlanPagesOutcome,
    PromisedLine, draw,
};
use doithoai::tui::theme::Theme;
use doithoai::tui::vn_input::Typing;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use self::checking::finding;

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

#[test]
fn the_papers_are_leafed_through_before_they_are_made() {
    let mut clerk = Clerk::sits_down();
    assert_eq!(clerk.press(KeyCode::F(2)), Some(PlanPagesOutcome::Papers));
    let paper = |title: &str, count| PaperText {
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
