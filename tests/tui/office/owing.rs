//! What is owed stands in the table in words, and sessions stand in the order in which something has to be done.

use crossterm::event::KeyCode;
use doithoai::tui::office::{OfficeChoice, OfficeLine, OfficeView, Owed};

use super::{
    Given, PLAIN, counted, counted_office, drawn, entry, folder, now, of_an_office, offered,
    office, press, titles, types, view,
};

#[test]
fn what_is_owed_is_said_in_words_in_the_table_and_above_it() {
    let view = view(&counted_office());
    assert_eq!(view.summary, "5 buổi đối thoại · 2 việc quá hạn");
    assert_eq!(
        view.notice.as_deref(),
        Some("Còn 2 việc quá hạn ở 1 buổi – F5 theo dõi sau hội nghị")
    );
    let picture = drawn(&view, 120, 40);
    for wanted in [
        "2 quá hạn · 4 đang chạy",
        "đã ra thông báo",
        "trả lời đủ 9/9",
    ] {
        assert!(picture.contains(wanted), "{wanted}\n{picture}");
    }
}

#[test]
fn what_is_not_over_is_prepared_and_what_is_over_is_followed_up() {
    let mut office = office(of_an_office());
    types(&mut office, "khuoi ngan");
    press(&mut office, KeyCode::F(4));
    assert!(offered(&office)[0].contains("Sửa kế hoạch"));
    press(&mut office, KeyCode::Down);
    let chosen = press(&mut office, KeyCode::Enter);
    assert!(
        matches!(chosen, Some(OfficeChoice::Papers(folder)) if folder.ends_with("2026-12-09-01"))
    );
    // one that has begun can only be added to
    press(&mut office, KeyCode::Esc);
    types(&mut office, "chu tich ubnd xa phieng may");
    press(&mut office, KeyCode::F(4));
    assert!(offered(&office)[0].contains("Thêm người"));
    press(&mut office, KeyCode::Esc);
    // until a session was chosen, everything is followed up together
    let mut fresh = self::office(of_an_office());
    assert_eq!(
        press(&mut fresh, KeyCode::F(5)),
        Some(OfficeChoice::FollowUp(None))
    );
    // one that is over is not prepared any more, and its own promises are shown first
    press(&mut office, KeyCode::Esc);
    types(&mut office, "rac na hoi");
    press(&mut office, KeyCode::F(4));
    assert!(view(&office).question.is_none());
    assert!(view(&office).notice.unwrap().contains("F5"));
    assert!(!view(&office).keys.iter().any(|(key, _)| key == "F4"));
    let chosen = press(&mut office, KeyCode::F(5));
    assert!(
        matches!(chosen, Some(OfficeChoice::FollowUp(Some(folder))) if folder.ends_with("2026-09-22-01"))
    );
}

#[test]
fn periods_are_offered_by_name_and_reported_as_they_are_typed() {
    let mut office = office(of_an_office());
    types(&mut office, "rac na hoi");
    let mut periods = Vec::new();
    for steps in 0..5 {
        press(&mut office, KeyCode::F(8));
        for _ in 0..steps {
            press(&mut office, KeyCode::Down);
        }
        let name = view(&office).enter.unwrap();
        let Some(OfficeChoice::Report(period)) = press(&mut office, KeyCode::Enter) else {
            panic!("no report");
        };
        periods.push((name, period));
    }
    let told: Vec<(&str, &str)> = periods
        .iter()
        .map(|(name, period)| (name.trim_start_matches("viết báo cáo "), period.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("6 tháng cuối năm 2026", "2026-H2"),
            ("năm 2026", "2026"),
            ("6 tháng đầu năm 2026", "2026-H1"),
            ("năm 2025", "2025"),
            ("sau buổi 22/09/2026", "after:2026-09-22-01"),
        ]
    );
}

#[test]
fn what_is_owed_is_counted_after_the_first_picture_and_again_on_another_day() {
    let mut office = office(of_an_office());
    let today = now().date_naive();
    assert!(office.needs_counting(today));
    // given somebody who chose a session before the count was there
    for _ in 0..3 {
        press(&mut office, KeyCode::Down);
    }
    let before = view(&office);
    let chosen = |view: &OfficeView| {
        let selected = view.lines.iter().find(|line| line.is_selected());
        match selected {
            Some(OfficeLine::Session { title, .. }) => title.clone(),
            _ => String::new(),
        }
    };
    let title = chosen(&before);
    // when that session moves to those that owe, then it is still the chosen one
    let owes = Owed {
        overdue: 1,
        ..Owed::default()
    };
    office.set_owed(counted(&[("2025-12-10-01", owes)]), today);
    assert_eq!(chosen(&view(&office)), title);
    assert_eq!(view(&office).summary, "5 buổi đối thoại · 1 việc quá hạn");
    assert!(!office.needs_counting(today));
    assert!(office.needs_counting(today.succ_opt().unwrap()));
}

#[test]
fn sessions_whose_day_is_over_do_not_stand_before_those_that_come() {
    // given many sessions that were prepared and never begun, and one that comes next month
    let ids: &'static [(String, String)] = (1..=28)
        .map(|day| {
            let day = format!("2026-10-{day:02}");
            (format!("{day}-01"), format!("{day}T08:00:00"))
        })
        .collect::<Vec<_>>()
        .leak();
    let missed = ids.iter().map(|(id, held)| {
        entry(&Given {
            id,
            held,
            title: "Đối thoại đã lỡ",
            ..PLAIN
        })
    });
    let mut office = office(missed.chain([entry(&PLAIN)]).collect());
    // when it is known which day it is
    office.on_day(now().date_naive());
    // then the one that comes leads and is proposed, and the others have a part of their own, the latest first
    let view = view(&office);
    assert_eq!(titles(&view)[0], PLAIN.title);
    assert_eq!(
        press(&mut office, KeyCode::Enter),
        Some(OfficeChoice::Resume(folder(PLAIN.id)))
    );
    let screen = drawn(&view, 120, 40);
    assert!(screen.contains("QUÁ NGÀY, CHƯA BẮT ĐẦU"), "{screen}");
    let first = screen.lines().find(|line| line.contains("đã lỡ"));
    assert!(first.unwrap().contains("28/10/2026"), "{screen}");
}
