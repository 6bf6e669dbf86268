//! A clerk on the pages of a plan: everything is typed as an input method sends it, a table is pasted and the computer goes
//! off, the papers are looked at and the plan goes out into a workbook and comes back.

use std::fs;

use doithoai::store::sessions::session_of;

use crate::computer::{Computer, ROOMY};
use crate::keys::{DOWN, ENTER, ESC, F2, F4, F7, F8, ctrl};
use crate::terminal::Terminal;

const PAGE_DOWN: &str = "\x1b[6~";
const NARROW: (u16, u16) = (80, 24);

/// A text as an input method sends it: the letter without its marks, a backspace, the letter with them.
fn typed(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    let mut keys = String::new();
    for letter in text.chars() {
        let plain = match letter {
            'Đ' => 'D',
            'đ' => 'd',
            other => other.nfd().next().unwrap(),
        };
        if plain != letter {
            keys.push(plain);
            keys.push('\x7f');
        }
        keys.push(letter);
    }
    keys
}

fn blank_pages(computer: &Computer, size: (u16, u16)) -> Terminal {
    let mut terminal = computer.open(&[], size);
    terminal.wait_for_text("F2 Lập buổi mới");
    terminal.press(F2);
    terminal.wait_for_text("Trang trắng");
    terminal.press(ENTER);
    terminal.wait_for_text("Tên buổi đối thoại");
    terminal
}

#[test]
fn a_whole_session_is_typed_on_the_pages_as_an_input_method_sends_it() {
    for size in [NARROW, ROOMY] {
        let computer = Computer::new();
        let mut terminal = blank_pages(&computer, size);
        // a choice is completed from a part of its name, and what may stay blank is passed
        for text in [
            "dan tien",
            "Đối thoại về nước sạch và đường thôn",
            "25/12/2026",
            "13:30",
            "Nhà văn hóa thôn Nà Hỏi",
            "",
            "Hoàng Văn Thử",
            "Chủ tịch UBND xã",
        ] {
            if !text.is_empty() {
                terminal.press(typed(text));
                terminal.wait_for_text(text);
            }
            terminal.press(ENTER);
            terminal.wait_for_frame();
        }
        // the people stand four pages further, and a second matter of one person in a row without a name
        for _ in 0..4 {
            terminal.press(PAGE_DOWN);
            terminal.wait_for_frame();
        }
        terminal.wait_for_text("Họ và tên *");
        for name in ["Lý Thị Mẫu", "Giàng A Mẫu"] {
            terminal.press(typed(name));
            terminal.wait_for_text(name);
            terminal.press("\t");
            terminal.wait_for_frame();
            terminal.press(typed("bản Pá Hốc"));
            terminal.wait_for_text("bản Pá Hốc");
            terminal.press(ENTER);
            terminal.wait_for_frame();
        }
        // nothing that has to be mended is left: only what would be good to have
        terminal.press(ctrl('s'));
        terminal.wait_for_text("Đã lập buổi 2026-12-25-01");
        let session = session_of(&computer.reading("2026-12-25-01")).unwrap();
        let plan = session.plan();
        assert_eq!(plan.regulation.0, "dan-tien-2025");
        assert_eq!(plan.title, "Đối thoại về nước sạch và đường thôn");
        assert_eq!(plan.held.to_string(), "2026-12-25 13:30:00");
        assert_eq!(plan.place, "Nhà văn hóa thôn Nà Hỏi");
        assert_eq!(plan.chair.name, "Hoàng Văn Thử");
        assert_eq!(plan.chair.office, "Chủ tịch UBND xã");
        let people: Vec<(u32, &str, &str)> = plan
            .speakers
            .iter()
            .map(|one| (one.number.0, one.name.as_str(), one.village.as_str()))
            .collect();
        assert_eq!(
            people,
            [
                (1, "Lý Thị Mẫu", "bản Pá Hốc"),
                (2, "Giàng A Mẫu", "bản Pá Hốc")
            ]
        );
        drop(terminal);
    }
}

#[test]
fn a_pasted_table_that_nobody_has_taken_yet_is_there_after_the_computer_went_off() {
    let computer = Computer::new();
    let mut terminal = blank_pages(&computer, ROOMY);
    for _ in 0..4 {
        terminal.press(PAGE_DOWN);
        terminal.wait_for_frame();
    }
    terminal.press(
        "\x1b[200~Họ và tên\tĐiện thoại\nBà Lý Thị Mẫu\t0900 000 001\nÔng Giàng A Mẫu\t0900 000 002\n\x1b[201~",
    );
    terminal.wait_for_text("VỪA DÁN · 2 dòng");
    // the frame that shows it is drawn after it was kept
    terminal.kill();
    let mut terminal = computer.open(&[], ROOMY);
    terminal.wait_for_text("F2 Lập buổi mới");
    terminal.press(F2);
    terminal.wait_for_text("Viết tiếp bản nháp");
    terminal.press(ENTER);
    terminal.wait_for_text("VỪA DÁN · 2 dòng");
    terminal.press(ctrl('s'));
    terminal.wait_for_text("Đã nhận 2 dòng");
    terminal.press(ESC);
    terminal.wait_for_text("bản nháp còn đó");
    // taken, it is a part of the cells, and the draft is what every version of the program reads
    let draft = fs::read_to_string(computer.data().join("plan-draft.json")).unwrap();
    assert!(draft.starts_with('[') && draft.contains("Giàng A Mẫu"));
}

#[test]
fn the_papers_are_seen_and_the_plan_goes_out_into_a_workbook_and_comes_back() {
    let (computer, id) = Computer::with_session("dan-tien-2025");
    let mut terminal = computer.open(&[], ROOMY);
    terminal.wait_for_text("F2 Lập buổi mới");
    terminal.press(F4);
    terminal.wait_for_text("Sửa kế hoạch");
    terminal.press(ENTER);
    terminal.wait_for_text("Tên buổi đối thoại");
    terminal.press(F2);
    terminal.wait_for_text("XEM TRƯỚC GIẤY TỜ 1/");
    terminal.wait_for_text("THÔNG BÁO");
    terminal.press("\x1b[C");
    terminal.wait_for_text("chuong-trinh.docx");
    terminal.press(ESC);
    terminal.wait_for_text("F7 ghi ra Excel");
    terminal.press(F7);
    terminal.wait_for_text("ke-hoach-doi-thoai.xlsx▏");
    terminal.press(ctrl('u'));
    terminal.press("ra.xlsx");
    terminal.wait_for_text(" ra.xlsx▏");
    terminal.press(ENTER);
    terminal.wait_for_text("Đã ghi ra.xlsx");
    // what is there is not written over
    terminal.press(F7);
    terminal.wait_for_text(" ra.xlsx▏");
    let before = fs::read(computer.folder().join("ra.xlsx")).unwrap();
    terminal.press(ENTER);
    terminal.wait_for("that the file is there already", |screen| {
        let text = screen.contents();
        !text.contains("ra.xlsx▏") && text.contains("ra.xlsx")
    });
    assert_eq!(fs::read(computer.folder().join("ra.xlsx")).unwrap(), before);
    let ran = computer.run(&["new", "ra.xlsx"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let first = session_of(&computer.reading(&id)).unwrap();
    let second = session_of(&computer.reading(ran.out.trim())).unwrap();
    assert_eq!(first.plan(), second.plan());
    // with a fault in it the cells go out as they stand, and come back with the same fault
    terminal.press(DOWN);
    terminal.wait_for_frame();
    terminal.press(DOWN);
    terminal.wait_for_frame();
    terminal.press(ctrl('u'));
    terminal.press("31/11/2026");
    terminal.wait_for_text("31/11/2026");
    terminal.press(F7);
    terminal.wait_for_text(" ra.xlsx▏");
    terminal.press(ctrl('u'));
    terminal.press("sai.xlsx");
    terminal.wait_for_text("sai.xlsx▏");
    terminal.press(ENTER);
    terminal.wait_for_text("Đã ghi sai.xlsx");
    let ran = computer.run(&["new", "sai.xlsx"]);
    assert_eq!(ran.code, 1, "{}", ran.out);
    assert!(
        ran.err.contains("“31/11/2026” không phải là ngày"),
        "{}",
        ran.err
    );
    // the papers wait for a day that is one
    terminal.press(F2);
    terminal.wait_for_text("cần văn bản áp dụng và ngày tổ chức");
    terminal.press(F8);
    terminal.wait_for_text("không phải là ngày");
}

#[test]
fn with_what_has_to_be_mended_the_rest_is_told_too_and_where_the_marked_copy_is() {
    let computer = Computer::new();
    let ran = computer.run(&["template", "trang.xlsx", "--regulation", "dan-tien-2025"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let ran = computer.run(&["new", "trang.xlsx", "--report", "loi.xlsx"]);
    assert_eq!(ran.code, 1);
    assert!(ran.out.is_empty(), "{}", ran.out);
    let at = |text: &str| {
        ran.err
            .find(text)
            .unwrap_or_else(|| panic!("{text}\n{}", ran.err))
    };
    // what has to be mended stands last, where the eye is
    assert!(at("loi.xlsx") < at("chưa ghi thư ký"));
    assert!(at("chưa ghi thư ký") < at("Ngày tổ chức"));
    assert!(computer.folder().join("loi.xlsx").is_file());
}
