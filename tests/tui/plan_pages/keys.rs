//! The keys of the pages: each stands below, and the help names them all.

use crossterm::event::KeyCode;

use super::Clerk;

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
