//! What the screen says back: what was entered, undone, refused, in words that stand to the last.

use crossterm::event::KeyCode;
use doithoai::tui::follow_up::FollowUpTone;

use super::Clerk;

#[test]
fn what_was_entered_is_undone_and_redone_and_says_what_it_was() {
    let mut clerk = Clerk::on_monday();
    clerk.key(KeyCode::Enter);
    clerk.types("45/KT");
    clerk.key(KeyCode::Enter);
    clerk.ctrl('z');
    let notice = clerk.screen.notice().unwrap().to_owned();
    assert!(
        notice.contains("oàn tác") && notice.contains("ý kiến 3"),
        "{notice}"
    );
    assert!(clerk.sees().counts.contains("14 quá hạn"));
    clerk.ctrl('y');
    assert!(clerk.sees().counts.contains("13 quá hạn"));
}

#[test]
fn what_was_told_stands_there_to_its_last_word() {
    let mut clerk = Clerk::on_monday();
    let told = "buổi này còn một sổ theo dõi khác ở /home/van-phong/Documents/ho-so/2026-11-25-01, ghi riêng từ đầu; \
                không tự gộp, hãy chọn một sổ";
    clerk.screen.notify(FollowUpTone::Alarm, told.to_owned());
    for (columns, rows) in [(80, 24), (120, 40), (200, 60)] {
        let picture = clerk.picture(columns, rows);
        let words: Vec<&str> = picture.split_whitespace().collect();
        assert!(words.join(" ").contains("hãy chọn một sổ"), "{picture}");
        assert!(picture.lines().last().unwrap().contains("F1"), "{picture}");
    }
}
