//! What is wrong is shown where it stands, and one key walks through all of it.

use crossterm::event::KeyCode;
use doithoai::tui::plan_pages::view::{PageBody, PageMark};
use doithoai::tui::plan_pages::{DutyLine, Judged, PageFinding, PlanPagesOutcome};

use super::Clerk;

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

pub(super) fn finding(is_fault: bool, at: (usize, usize, usize)) -> PageFinding {
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
