//! The first screen: a clerk makes her next session without a file, from the last one, from a workbook, and finds a draft
//! again; she writes papers and reports by one key each.

use std::fs;
use std::path::PathBuf;

use doithoai::domain::session::Session;
use doithoai::store::sessions::session_of;

use crate::aide::Aide;
use crate::computer::{Computer, ROOMY};
use crate::follow_up::desk::{held, today};
use crate::keys::{DOWN, ENTER, ESC, F2, F4, F5, F8, F10, ctrl};
use crate::terminal::Terminal;

/// The first screen of a computer.
fn first_screen(computer: &Computer) -> Terminal {
    let mut terminal = computer.open(&[], ROOMY);
    terminal.wait_for_text("F2 Lập buổi mới");
    terminal
}

/// A day of next month, as it is typed, and as the session is called.
fn next_month() -> (String, String) {
    let day = today() + chrono::Days::new(30);
    (day.format("%d/%m/%Y").to_string(), format!("{day}-01"))
}

fn session(computer: &Computer, id: &str) -> Session {
    session_of(&computer.reading(id)).unwrap()
}

#[test]
fn the_next_session_is_copied_from_the_last_one_and_only_its_day_is_typed() {
    let (computer, last) = Computer::with_session("dan-tien-2025");
    let (day, id) = next_month();
    let mut terminal = first_screen(&computer);
    terminal.press(F2);
    terminal.wait_for_text("Chép từ buổi 25/11/2026");
    terminal.press(ENTER);
    terminal.wait_for_text("Văn bản áp dụng");
    // the check leads to the one cell that is missing
    terminal.press(F5);
    terminal.wait_for_text("Ngày tổ chức: chưa ghi");
    terminal.press(ENTER);
    terminal.wait_for_text("Văn bản áp dụng");
    terminal.press(&day);
    terminal.wait_for_text(&day);
    terminal.press(F10);
    terminal.wait_for_text(&format!("Đã lập buổi {id}"));
    // then the session has what the last one had, without its people
    let (before, after) = (session(&computer, &last), session(&computer, &id));
    let (before, after) = (before.plan(), after.plan());
    assert_eq!(after.chair, before.chair);
    assert_eq!(after.agencies.len(), before.agencies.len());
    assert_eq!(after.delegates, before.delegates);
    assert!(after.speakers.is_empty() && after.opinions.is_empty());
    assert!(!after.fictional);
    // and it is the one that Enter opens
    terminal.wait_for_text(&format!("mở bàn điều hành buổi {day}"));
    // no draft is left behind
    terminal.press(F2);
    terminal.wait_for_text("Lập buổi đối thoại mới từ đâu?");
    assert!(!terminal.text().contains("Viết tiếp bản nháp"));
}

#[test]
fn what_was_written_on_the_pages_is_there_after_a_kill_and_after_escape() {
    let computer = Computer::new();
    let mut terminal = first_screen(&computer);
    terminal.press(F2);
    terminal.wait_for_text("Trang trắng");
    terminal.press(ENTER);
    terminal.wait_for_text("Tên buổi đối thoại");
    terminal.press(DOWN);
    terminal.wait_for_frame();
    terminal.press("Buoi ve nuoc sach");
    terminal.wait_for_text("Buoi ve nuoc sach");
    let draft = computer.data().join("plan-draft.json");
    terminal.wait_for_anything("the draft on disk", |_| {
        fs::read_to_string(&draft).is_ok_and(|text| text.contains("Buoi ve nuoc sach"))
    });
    terminal.kill();
    let mut terminal = first_screen(&computer);
    terminal.press(F2);
    terminal.wait_for_text("Viết tiếp bản nháp");
    terminal.press(ENTER);
    terminal.wait_for_text("Buoi ve nuoc sach");
    terminal.press(ESC);
    terminal.wait_for_text("bản nháp còn đó");
    // when another beginning is chosen, what was written before is still on the disk
    terminal.press(F2);
    terminal.wait_for_text("Viết tiếp bản nháp");
    terminal.press(DOWN);
    terminal.wait_for_text("lập buổi mới – Trang trắng");
    terminal.press(ENTER);
    terminal.wait_for_text("Tên buổi đối thoại");
    let kept = fs::read_to_string(computer.data().join("plan-draft-before.json")).unwrap();
    assert!(kept.contains("Buoi ve nuoc sach"));
}

#[test]
fn a_workbook_is_brought_in_on_the_pages() {
    let (computer, last) = Computer::with_session("dan-tien-2025");
    let ran = computer.run(&["template", "phien.xlsx", "--from", &last]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let mut terminal = first_screen(&computer);
    terminal.press(F2);
    terminal.wait_for_text("Từ tệp Excel");
    terminal.press(format!("{DOWN}{DOWN}"));
    terminal.wait_for_text("lập buổi mới – Từ tệp Excel");
    terminal.press(ENTER);
    terminal.wait_for_text("gõ đường dẫn");
    // a file that is not there is told, and nothing is lost
    terminal.press("khong-co.xlsx");
    terminal.wait_for_text("khong-co.xlsx▏");
    terminal.press(ENTER);
    terminal.wait_for("why it was not read", |screen| {
        let text = screen.contents();
        text.contains("khong-co.xlsx") && !text.contains("gõ đường dẫn")
    });
    terminal.press(ctrl('o'));
    terminal.wait_for_text("khong-co.xlsx▏");
    terminal.press(ctrl('u'));
    terminal.wait_for("an empty name", |screen| {
        !screen.contents().contains("khong-co")
    });
    terminal.press("phien.xlsx");
    terminal.wait_for_text("phien.xlsx");
    terminal.press(ENTER);
    terminal.wait_for_text("Đã nhập phien.xlsx");
    terminal.press(F10);
    terminal.wait_for_text("Đã lập buổi 2026-11-25-02");
    let (before, after) = (
        session(&computer, &last),
        session(&computer, "2026-11-25-02"),
    );
    assert_eq!(after.plan().speakers, before.plan().speakers);
    assert_eq!(after.plan().title, before.plan().title);
}

#[test]
fn a_plan_is_changed_until_it_begins_and_afterwards_only_added_to() {
    let (computer, id) = Computer::with_session("dien-bien");
    let mut terminal = first_screen(&computer);
    terminal.press(F4);
    terminal.wait_for_text("Sửa kế hoạch");
    terminal.press(ENTER);
    terminal.wait_for_text("Tên buổi đối thoại");
    terminal.press(DOWN);
    terminal.wait_for_frame();
    terminal.press(" va nuoc");
    terminal.wait_for_text("va nuoc");
    terminal.press(F10);
    terminal.wait_for_text("Đã thay kế hoạch");
    assert!(session(&computer, &id).plan().title.ends_with("va nuoc"));
    // when it has begun
    terminal.press(ENTER);
    terminal.wait_for_text("Space");
    terminal.press(" ");
    terminal.wait_for_anything("the session begun", |_| {
        session(&computer, &id).state().agenda.began().is_some()
    });
    terminal.signal("TERM");
    terminal.wait_for_end();
    let people = session(&computer, &id).state().queue.people().len();
    let mut terminal = first_screen(&computer);
    terminal.press(F4);
    terminal.wait_for_text("Thêm người phát biểu");
    terminal.press(ENTER);
    terminal.wait_for_text("Tên buổi đối thoại");
    // a title that is changed is not taken, a person that is pasted is
    terminal.press(DOWN);
    terminal.wait_for_frame();
    terminal.press(" khac");
    terminal.wait_for_text(" khac");
    for _ in 0..4 {
        terminal.press("\x1b[6~");
        terminal.wait_for_frame();
    }
    terminal.press("\x1b[200~Họ và tên\tThôn, bản, tổ dân phố\nBà Lê Thị Mẫu\tthôn Mới\n\x1b[201~");
    terminal.wait_for_text("VỪA DÁN · 1 dòng, 2 cột");
    terminal.press(ctrl('s'));
    terminal.wait_for_text("Đã nhận 1 dòng");
    terminal.press(F10);
    terminal.wait_for_text("1 người, 0 ý kiến");
    let after = session(&computer, &id);
    assert_eq!(after.state().queue.people().len(), people + 1);
    assert!(after.plan().title.ends_with("va nuoc"));
}

/// The names of all files below these folders.
fn files_in(mut folders: Vec<PathBuf>) -> Vec<String> {
    let mut written: Vec<String> = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            if entry.path().is_dir() {
                folders.push(entry.path());
            } else {
                written.push(entry.file_name().to_string_lossy().into_owned());
            }
        }
    }
    written
}

#[test]
fn papers_what_was_promised_and_reports_are_written_by_one_key_each() {
    let computer = Computer::new();
    held(&computer, "2026-01-05-01", 80, 5);
    computer.create("lao-cai-7-qc-tu-2025");
    let documents = computer.folder().join("home");
    let mut terminal = first_screen(&computer);
    terminal.press(F4);
    terminal.wait_for_text("Viết giấy tờ chuẩn bị");
    terminal.press(DOWN);
    terminal.wait_for_text("Enter  Viết giấy tờ chuẩn bị");
    terminal.press(ENTER);
    terminal.wait_for_text("giấy tờ vào");
    terminal.press(F4);
    terminal.wait_for_text("Viết giấy tờ chuẩn bị");
    terminal.press(format!("{DOWN}{DOWN}"));
    terminal.wait_for_text("Enter  Viết giấy về việc đã hứa");
    terminal.press(ENTER);
    // the papers of the preparation have it among them already, and nothing is written over another
    terminal.wait_for_text("viec-da-hua-ky-truoc-2.docx");
    // the pages show the same promises
    terminal.press(F4);
    terminal.wait_for_text("Sửa kế hoạch");
    terminal.press(ENTER);
    terminal.wait_for_text("Việc đã hứa");
    for _ in 0..6 {
        terminal.press("\x1b[6~");
        terminal.wait_for_frame();
    }
    terminal.wait_for_text("!! Bà Nguyễn Thị Số 3");
    terminal.press(ESC);
    terminal.wait_for_text("F8 Báo cáo");
    terminal.press(F8);
    terminal.wait_for_text("Báo cáo kỳ nào?");
    terminal.press(DOWN);
    terminal.wait_for_text("viết báo cáo năm");
    terminal.press(ENTER);
    terminal.wait_for_text("Đã viết báo cáo");
    let written = files_in(vec![documents, computer.data()]);
    for name in [
        "thong-bao-to-chuc.docx",
        "viec-da-hua-ky-truoc.docx",
        "bao-cao.docx",
        "so-lieu.xlsx",
    ] {
        assert!(
            written.iter().any(|one| one == name),
            "{name} of {written:?}"
        );
    }
}

#[test]
fn a_session_that_cannot_be_opened_is_told_on_the_first_screen_and_nobody_is_sent_to_the_shell() {
    let (computer, id) = Computer::with_session("dan-tien-2025");
    // given a desk that has the session
    let mut desk = Aide::at(&computer, &id);
    desk.go_on();
    let mut terminal = first_screen(&computer);
    terminal.wait_for_text("25/11/2026");
    terminal.press(ENTER);
    // then the screen stays and says who has it
    terminal.wait_for_text(&desk.terminal.process().to_string());
    assert!(terminal.text().contains("F2 Lập buổi mới"));
    // when that desk is left, then the same key opens it
    assert_eq!(desk.leave(), 0);
    terminal.press(ENTER);
    terminal.wait_for_text("Space");
    terminal.signal("TERM");
    terminal.wait_for_end();
    // given journals that are spoiled, and folders that are gone, since they were listed
    let kept = fs::read(computer.journal(&id)).unwrap();
    let mut terminal = first_screen(&computer);
    fs::write(computer.journal(&id), b"(spoiled)\n(spoiled)\n").unwrap();
    terminal.press(ENTER);
    terminal.wait_for_text("không mở được buổi");
    assert!(terminal.text().contains("F2 Lập buổi mới"));
    assert!(!terminal.is_over());
    fs::write(computer.journal(&id), kept).unwrap();
    let mut terminal = first_screen(&computer);
    fs::rename(computer.session(&id), computer.folder().join("away")).unwrap();
    terminal.press(ENTER);
    terminal.wait_for_text("không mở được buổi");
    assert!(terminal.text().contains("F2 Lập buổi mới"));
    assert!(!terminal.is_over());
}
