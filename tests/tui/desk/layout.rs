//! Nothing is cut beside free space: every state of every order, in both languages, from the smallest window to the largest.
//! No sign of a cut stands anywhere, the present step is told in all its words, and below a panel nothing looks out that
//! says nothing.

mod titles;

use crossterm::event::KeyCode;
use doithoai::domain::i18n::Lang;
use doithoai::domain::session::next::Next;
use doithoai::domain::session::plan::Plan;
use doithoai::tui::vn_input::Typing;

use crate::desk::aide::Aide;
use crate::desk::given::*;

pub const SIZES: [(u16, u16); 6] = [
    (60, 16),
    (80, 24),
    (103, 30),
    (120, 40),
    (200, 60),
    (240, 67),
];

/// How the names of acts end that open something further.
const OPENS: [&str; 16] = [
    "rút…",
    "Absent…",
    "ý kiến …",
    "đơn vị …",
    "hội trường …",
    "Cai …",
    "lý do …",
    "dự thay …",
    "an item …",
    "organisation …",
    "7-QC/TU …",
    "Dân Tiến …",
    "regulation …",
    "the hall …",
    "word why …",
    "instead …",
];

/// What stands over the queue where there is no room for a rule beside it.
const LIST_HEADINGS: [&str; 2] = ["CHỜ PHÁT BIỂU", "WAITING"];

/// The bottom: a rule, the notice, the act, the keys.
const BOTTOM: usize = 4;

/// A plan with names, offices and matters as long as they are.
pub fn long(regulation: &str) -> Plan {
    let mut plan = plan(regulation);
    plan.title = "Hội nghị đối thoại định kỳ giữa Bí thư Đảng ủy, Chủ tịch HĐND, Chủ tịch UBND xã Phiêng Mây với Nhân dân \
                  năm 2026"
        .into();
    plan.agencies[0].name = "Trung tâm Phục vụ hành chính công và Phát triển kinh tế xã".into();
    plan.agencies[0].spoken_for_by = Some(official(
        "Ông",
        "Nguyễn Hữu Nghị",
        "Phó Giám đốc phụ trách Trung tâm, Trưởng ban Quản lý dự án",
    ));
    plan.opinions[0].text =
        "Đường vào thôn Nà Hỏi bị sạt lở từ tháng 7, xe máy không qua được, học sinh phải đi vòng \
                             hơn 5 km, đề nghị xã cho biết bao giờ sửa"
            .into();
    plan
}

/// A screen as its rows of letters.
pub struct Seen {
    rows: Vec<Vec<char>>,
    pub what: String,
}

impl Seen {
    pub fn of(aide: &Aide, (width, height): (u16, u16), what: &str) -> Self {
        let screen = aide.screen(width, height);
        let rows = screen
            .split('\n')
            .map(|row| {
                let mut row: Vec<char> = row.chars().collect();
                row.resize(usize::from(width), ' ');
                row
            })
            .collect();
        Self {
            rows,
            what: format!("{what} {width}x{height}\n{screen}"),
        }
    }

    fn bottom(&self) -> usize {
        self.rows.len() - BOTTOM
    }

    /// From where to where each column of the body reaches.
    fn columns(&self) -> Vec<(usize, usize)> {
        let rule = &self.rows[self.bottom()];
        let parted = (0..rule.len()).filter(|at| rule[*at] == '┴');
        let mut edges: Vec<usize> = parted.collect();
        edges.push(rule.len());
        let mut from = 0;
        edges
            .into_iter()
            .map(|edge| {
                let column = (from, edge);
                from = edge + 1;
                column
            })
            .collect()
    }

    fn part(&self, row: usize, (from, to): (usize, usize)) -> String {
        let part: String = self.rows[row][from..to].iter().collect();
        part.trim().to_owned()
    }

    /// The words of a column of the body, and whether a row of it is blank.
    fn told(&self, column: (usize, usize)) -> (String, bool) {
        let rows: Vec<String> = (3..self.bottom())
            .map(|row| self.part(row, column))
            .collect();
        let has_room = rows.iter().any(String::is_empty);
        (rows.join(" "), has_room)
    }

    pub fn is_not_cut(&self) {
        for row in &self.rows {
            let row: String = row.iter().collect();
            // What opens something further has it in its name.
            let told = OPENS
                .iter()
                .fold(row.clone(), |row, name| row.replace(name, ""));
            assert!(!told.contains('…'), "{row}\n{}", self.what);
        }
    }

    /// Below the frame of a panel stands nothing, or a list with its heading.
    pub fn nothing_looks_out(&self) {
        let Some(end) = (3..self.bottom())
            .rev()
            .find(|row| self.rows[*row].iter().any(|sign| matches!(sign, '╰' | '┗')))
        else {
            return;
        };
        let frame = &self.rows[end];
        let left = frame
            .iter()
            .position(|sign| matches!(sign, '╰' | '┗'))
            .unwrap();
        let right = frame
            .iter()
            .rposition(|sign| matches!(sign, '╯' | '┛'))
            .unwrap();
        for column in self.columns() {
            if right <= column.0 || column.1 <= left {
                continue;
            }
            let below = (end + 1..self.bottom()).map(|row| self.part(row, column));
            let first = below.into_iter().find(|row| !row.is_empty());
            let is_list = first.as_ref().is_none_or(|row| {
                row.contains("──") || LIST_HEADINGS.iter().any(|heading| row.contains(heading))
            });
            assert!(is_list, "{first:?} below the panel\n{}", self.what);
        }
    }

    /// The present step in all its words, as far as there is a row for them.
    fn tells(&self, title: &str) {
        let told: Vec<(String, bool)> = self
            .columns()
            .into_iter()
            .map(|column| self.told(column))
            .collect();
        let has_room = told.iter().skip(1).any(|(_, has_room)| *has_room);
        let is_told = told.iter().any(|(words, _)| words.contains(title));
        assert!(is_told || !has_room, "«{title}»\n{}", self.what);
    }
}

#[test]
#[expect(clippy::wildcard_enum_match_arm, reason = "the one key does the rest")]
fn every_state_of_every_order_is_told_whole_in_every_window() {
    for regulation in ALL {
        for lang in [Lang::Vi, Lang::En] {
            let mut aide = Aide::reading(long(regulation), Typing::default(), lang);
            for count in 0..500 {
                let what = format!("{regulation} {lang:?} {count}");
                for size in SIZES {
                    let seen = Seen::of(&aide, size, &what);
                    seen.is_not_cut();
                    if let (Some(step), None) = (aide.session.present_step(), aide.state().floor())
                    {
                        let closed = aide.state().closed.is_some();
                        let classes = matches!(aide.session.next(), Next::Class(_));
                        if !closed && !classes {
                            seen.tells(step.title.in_lang(lang));
                        }
                    }
                }
                match aide.session.next() {
                    Next::Nothing => break,
                    Next::Class(item) => {
                        // The forms of the three classes, and the line of the answer.
                        for key in ['2', '3', '1'] {
                            aide.press(KeyCode::Char(key));
                            for size in SIZES {
                                let seen = Seen::of(&aide, size, &format!("{what} after {key}"));
                                seen.is_not_cut();
                                seen.nothing_looks_out();
                            }
                            if key != '1' {
                                aide.press(KeyCode::Esc);
                                aide.press(KeyCode::Esc);
                            }
                        }
                        aide.leaves_answer_line();
                        assert_ne!(aide.session.next(), Next::Class(item));
                    }
                    _ => aide.space(),
                }
                aide.passes(10);
            }
        }
    }
}

#[test]
fn below_no_panel_looks_out_what_says_nothing() {
    for lang in [Lang::Vi, Lang::En] {
        for key in [
            'p', 'l', 'u', 'k', 's', 'd', 'b', 'g', 'w', 'o', 't', 'f', 'e', 'a', 'n',
        ] {
            let mut aide = Aide::reading(long(LAO_CAI), Typing::default(), lang);
            aide.goes_on_until(|next| matches!(next, Next::EndFloor));
            aide.passes(30);
            aide.ctrl(key);
            for size in SIZES {
                let seen = Seen::of(&aide, size, &format!("Ctrl+{key} {lang:?}"));
                seen.nothing_looks_out();
                seen.is_not_cut();
            }
        }
        for key in [4, 6, 9] {
            let mut aide = Aide::reading(long(LAO_CAI), Typing::default(), lang);
            aide.goes_on_until(|next| matches!(next, Next::EndFloor));
            aide.press(KeyCode::F(key));
            for size in SIZES {
                let seen = Seen::of(&aide, size, &format!("F{key} {lang:?}"));
                seen.nothing_looks_out();
                seen.is_not_cut();
            }
        }
    }
}

#[test]
fn the_clock_stays_while_the_answer_is_written_down() {
    let mut aide = Aide::asked_for_the_first_class(LAO_CAI);
    for (width, height) in [(80, 24), (120, 40)] {
        let asked = aide.screen(width, height);
        let mut written = Aide::asked_for_the_first_class(LAO_CAI);
        written.press(KeyCode::Char('1'));
        let answered = written.screen(width, height);
        let clock = |screen: &str| -> Vec<String> {
            let rows = screen.lines().filter(|row| row.contains('█'));
            let figures =
                rows.map(|row| row.split(['█', '▀', '▄']).next().unwrap().chars().count());
            figures.map(|at| at.to_string()).collect()
        };
        assert!(!clock(&asked).is_empty());
        assert_eq!(clock(&asked), clock(&answered), "{asked}\n{answered}");
        assert!(answered.contains("TRẢ LỜI XONG"), "{answered}");
    }
    aide.classes_now();
}

#[test]
fn where_there_are_rows_the_three_keys_say_what_they_bring() {
    let aide = Aide::asked_for_the_first_class(DIEN_BIEN);
    aide.shows("[1] ✓ trả lời ngay");
    aide.shows("Sở Nông nghiệp và Môi trường");
    aide.shows("[3] ↑ báo cáo cấp trên");
}

#[test]
fn a_session_that_is_adjourned_counts_nothing_and_says_since_when() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    let command = doithoai::domain::session::command::Command::Adjourn { reason: None };
    let events = aide.session.decide(command, aide.clock.now()).unwrap();
    aide.happens(events);
    let began = aide.now().wall.format("%H:%M").to_string();
    aide.passes(15 * 60 * 60);
    for (width, height) in [(80, 24), (120, 40)] {
        aide.shows_at("PHIÊN TẠM DỪNG", width, height);
        aide.shows_at(&format!("từ {began} ngày 25/11/2026"), width, height);
        let screen = aide.screen(width, height);
        assert!(!screen.contains('█'), "{screen}");
    }
}

#[test]
fn the_list_of_acts_leaves_no_row_unused() {
    for (width, height) in [(60, 16), (80, 24), (100, 30), (120, 40), (160, 45)] {
        let mut aide = Aide::with_number_one_speaking(LAO_CAI);
        aide.ctrl('p');
        for _ in 0..50 {
            let screen = aide.screen(width, height);
            let inside: Vec<&str> = screen
                .lines()
                .skip_while(|row| !row.contains('╭'))
                .skip(1)
                .take_while(|row| !row.contains('╰'))
                .collect();
            // At the end of the list there may be less to show than there is room.
            let goes_on = inside.iter().any(|row| row.contains("▼ còn"));
            let blank = inside
                .iter()
                .filter(|row| row.trim_matches(['│', ' ']).is_empty());
            assert!(!goes_on || blank.count() == 0, "{width}x{height}\n{screen}");
            aide.press(KeyCode::Down);
        }
    }
}
