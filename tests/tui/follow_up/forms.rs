//! The forms of the follow-up: what is typed is kept, and what cannot be is said beside it.

use crossterm::event::{KeyCode, KeyEvent};
use doithoai::store::sessions::follow_up::read_ledger;
use doithoai::tui::desk::input::Press;
use doithoai::tui::follow_up::{FollowUpDrafts, FollowedCase};

use super::{Clerk, case, clock};
use crate::support::days::{day, letter};

#[test]
fn a_held_enter_opens_a_form_and_does_not_accept_it() {
    let mut clerk = Clerk::on_monday();
    let now = clerk.clock.now();
    let enter = || Press::alone(KeyEvent::from(KeyCode::Enter));
    assert_eq!(clerk.screen.press(enter(), now), None);
    for _ in 0..20 {
        assert_eq!(clerk.screen.press(enter(), now), None);
    }
    assert!(clerk.sees().panel.is_some());
}

#[test]
fn what_cannot_be_comes_back_with_what_was_typed_and_why() {
    let mut clerk = Clerk::on_monday();
    clerk.key(KeyCode::Enter);
    clerk.types("45/KT");
    clerk.key(KeyCode::Tab);
    clerk.types("20/12/2026");
    clerk.key(KeyCode::Enter);
    let panel = clerk.sees().panel.unwrap();
    assert!(panel.complaint.unwrap().contains("sau hôm nay"));
    assert_eq!(panel.fields[0].text, "45/KT");
    let ledger = read_ledger(&clerk.folder()).unwrap();
    assert!(
        ledger
            .state()
            .promises
            .get(&3)
            .is_none_or(|known| !known.is_answered)
    );
    // A day that is none is said at its field.
    for _ in 0..10 {
        clerk.presses(KeyEvent::from(KeyCode::Backspace));
    }
    clerk.types("hom nay");
    clerk.key(KeyCode::Enter);
    let panel = clerk.sees().panel.unwrap();
    assert!(panel.complaint.unwrap().contains("25/11/2026"));
}

#[test]
fn what_is_typed_where_the_choice_has_no_use_for_it_is_told_and_kept() {
    let mut clerk = Clerk::on_monday();
    // given an answer that settles everything, with words in the field of grounds and addressees
    clerk.key(KeyCode::Enter);
    clerk.types("45/KT");
    for _ in 0..4 {
        clerk.key(KeyCode::Tab);
    }
    clerk.types("Da sua xong");
    clerk.key(KeyCode::Enter);
    // then nothing is entered, and the words stand where they were
    let panel = clerk.sees().panel.unwrap();
    assert!(panel.complaint.unwrap().contains("không dùng ô này"));
    assert!(panel.fields.iter().any(|field| field.text == "Da sua xong"));
    let ledger = read_ledger(&clerk.folder()).unwrap();
    let known = ledger.state().promises.get(&3);
    assert!(known.is_none_or(|known| !known.is_answered));
    // once they stand where they are of use, it is entered
    for _ in 0.."Da sua xong".len() {
        clerk.presses(KeyEvent::from(KeyCode::Backspace));
    }
    clerk.key(KeyCode::BackTab);
    clerk.key(KeyCode::BackTab);
    clerk.types("Da sua xong");
    clerk.key(KeyCode::Enter);
    let ledger = read_ledger(&clerk.folder()).unwrap();
    let answer = ledger.state().promises[&3].answer().unwrap().clone();
    assert_eq!(answer.text.as_deref(), Some("Da sua xong"));
}

#[test]
fn what_was_typed_is_there_again_after_escape_and_after_the_power_went() {
    let mut clerk = Clerk::on_monday();
    clerk.key(KeyCode::Enter);
    clerk.types("45/KT-HT");
    clerk.key(KeyCode::Esc);
    assert!(clerk.sees().panel.is_none());
    // another form has nothing of it
    clerk.key(KeyCode::Down);
    clerk.key(KeyCode::Enter);
    assert_eq!(clerk.sees().panel.unwrap().fields[0].text, "");
    clerk.types("7/VH");
    // when the power goes, then the form that lay open is open again, and the one that was left is kept
    let kept = serde_json::to_string(&clerk.screen.drafts()).unwrap();
    clerk.opens_on("14/12/2026");
    let drafts: FollowUpDrafts = serde_json::from_str(&kept).unwrap();
    let now = clerk.clock.now();
    clerk.screen.restore_drafts(drafts, now);
    assert_eq!(clerk.sees().panel.unwrap().fields[0].text, "7/VH");
    clerk.key(KeyCode::Enter);
    // above it stands a report whose day was earlier
    clerk.key(KeyCode::Home);
    clerk.key(KeyCode::Down);
    clerk.key(KeyCode::Enter);
    assert_eq!(clerk.sees().panel.unwrap().fields[0].text, "45/KT-HT");
    // once entered, nothing is left to be kept
    clerk.key(KeyCode::Enter);
    assert!(
        clerk.screen.drafts().is_empty(),
        "{:?}",
        clerk.screen.drafts()
    );
    let ledger = read_ledger(&clerk.folder()).unwrap();
    let answers = ledger.state().promises.values();
    assert_eq!(answers.filter(|known| known.answer().is_some()).count(), 2);
}

#[test]
fn midnight_passes_while_the_screen_stands_open() {
    let mut clerk = Clerk::on_monday();
    clerk.opens_on("07/12/2026");
    clerk.types("van hoa");
    clerk.key(KeyCode::Enter);
    clerk.types("45/KT");
    let before = clerk.sees().counts;
    assert!(before.starts_with("1 quá hạn"), "{before}");
    // when the answers' last day is over
    clerk.clock = clock("09/12/2026");
    let clock = clerk.clock.clone();
    let again = |case: &FollowedCase| Some(self::case(&case.folder, &clock));
    clerk.screen.begin_day(day("09/12/2026"), &again);
    // then they are overdue, and the form and what narrows the list are as they were
    let seen = clerk.sees();
    assert!(seen.counts.contains("14 quá hạn"), "{}", seen.counts);
    assert_eq!(seen.today, "09/12/2026");
    assert_eq!(seen.panel.unwrap().fields[0].text, "45/KT");
    assert_eq!(seen.filter, "van hoa");
}

/// The row of an item gets the keys.
fn goes_to_item(clerk: &mut Clerk, item: u32) {
    let answered = clerk.screen.rows();
    let place = answered
        .iter()
        .position(|row| row.item() == Some(item))
        .unwrap();
    let here = clerk.screen.row().unwrap().key.clone();
    let here = clerk
        .screen
        .rows()
        .iter()
        .position(|row| row.key == here)
        .unwrap();
    let (steps, way) = if place > here {
        (place - here, KeyCode::Down)
    } else {
        (here - place, KeyCode::Up)
    };
    for _ in 0..steps {
        clerk.key(way);
    }
}

#[test]
fn a_letter_that_was_sent_is_entered_with_few_keys_and_tells_the_petitioner() {
    let mut clerk = Clerk::on_monday();
    clerk.key(KeyCode::Enter);
    clerk.types("45/KT");
    clerk.key(KeyCode::Enter);
    // given the answer to item 3 came, when she marks the letter with the result as sent
    goes_to_item(&mut clerk, 3);
    clerk.keys.clear();
    clerk.ctrl('s');
    for (columns, rows) in [(80, 24), (120, 40), (200, 60)] {
        let picture = clerk.picture(columns, rows);
        for wanted in [
            "Văn bản đã ký, gửi",
            "Thư trả lời người kiến nghị (ý kiến 3)",
        ] {
            assert!(picture.contains(wanted), "{columns}x{rows}:\n{picture}");
        }
    }
    clerk.key(KeyCode::Tab);
    clerk.types("52/UBND");
    clerk.key(KeyCode::Enter);
    // then it is on disk with its number, and the petitioner counts as told
    assert_eq!(clerk.keys, ["Ctrl+s", "Tab", "Enter"]);
    let ledger = read_ledger(&clerk.folder()).unwrap();
    let state = ledger.state();
    assert_eq!(state.promises[&3].told, Some(day("14/12/2026")));
    let (paper, sent) = state.papers.iter().next().unwrap();
    assert_eq!(
        (paper.item, sent),
        (Some(3), &letter("52/UBND", "14/12/2026"))
    );
    let notice = clerk.screen.notice().unwrap();
    assert!(
        notice.contains("đã gửi thư trả lời người kiến nghị (ý kiến 3), văn bản số 52/UBND"),
        "{notice}"
    );
    // the paper that 1573 lists last is offered by its own name, too
    clerk.ctrl('o');
    clerk.key(KeyCode::Tab);
    let picture = clerk.picture(120, 40);
    assert!(picture.contains("Là bản lưu của"), "{picture}");
    assert!(picture.contains("Biên bản hội nghị"), "{picture}");
}
