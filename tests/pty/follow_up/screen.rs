//! The first screen says what is owed, one key leads to it, and what is entered there is on disk.

use doithoai::store::sessions::follow_up::read_ledger;

use super::desk::{held, today};
use super::report::{answer, copied, enters};
use crate::computer::{Computer, ROOMY};
use crate::keys::{ENTER, ESC, F5};
use crate::terminal::shows;

fn owed(computer: &Computer) -> serde_json::Value {
    serde_json::from_str(&computer.run(&["due", "--json"]).out).unwrap()
}

#[test]
fn the_first_screen_says_what_due_says_and_one_key_leads_there() {
    let computer = Computer::new();
    held(&computer, "a", 80, 5);
    held(&computer, "b", 2, 5);
    // A session that was put away owes all the same.
    let away = held(&computer, "c", 90, 4);
    std::fs::write(away.join("archived"), b"").unwrap();
    let told = owed(&computer);
    let (overdue, due) = (
        told["overdue"].as_u64().unwrap(),
        told["due"].as_u64().unwrap(),
    );
    assert!(overdue >= 5, "{told}");
    let mut terminal = computer.open(&[], ROOMY);
    terminal.wait_for_text(&format!("2 buổi đối thoại · {overdue} việc quá hạn"));
    if due > 0 {
        assert!(shows(
            terminal.screen(),
            &format!("{due} việc đến hạn trong 7 ngày")
        ));
    }
    terminal.press(F5);
    terminal.wait_for_text(&format!("{overdue} quá hạn"));
    // and Esc comes back to the first screen
    terminal.press(ESC);
    terminal.wait_for_text("F5 Theo dõi sau hội nghị");
    terminal.press(ESC);
    assert_eq!(terminal.wait_for_end(), 0);
}

#[test]
fn an_answer_is_on_disk_and_what_was_being_typed_comes_back_after_a_kill() {
    let computer = Computer::new();
    let folder = held(&computer, "a", 80, 5);
    let mut terminal = computer.open(&["follow-up"], ROOMY);
    terminal.wait_for_text("ý kiến 3");
    // The list is narrowed to the person who asked.
    terminal.press("nguyen so 3");
    terminal.wait_for_text("nguyen so 3");
    terminal.press(ENTER);
    terminal.wait_for_text("Trả lời ý kiến 3");
    terminal.press("45/KT");
    terminal.wait_for_text("45/KT");
    let drafts = computer.data().join("follow-up-drafts.json");
    terminal.wait_for_anything("the draft on disk", |_| {
        std::fs::read_to_string(&drafts).is_ok_and(|text| text.contains("45/KT"))
    });
    terminal.kill();

    let mut terminal = computer.open(&["follow-up"], ROOMY);
    terminal.wait_for_text("45/KT");
    terminal.press("-HT");
    terminal.wait_for_text("45/KT-HT");
    terminal.press(ENTER);
    terminal.wait_until("the answer on disk", |_| {
        read_ledger(&folder).is_ok_and(|ledger| {
            let promises = ledger.state().promises.values();
            promises.filter_map(|known| known.answer()).count() == 1
        })
    });
    let ledger = read_ledger(&folder).unwrap();
    let answer = ledger.state().promises[&3].answer().unwrap().clone();
    assert_eq!(answer.letter.number.as_deref(), Some("45/KT-HT"));
    assert_eq!(answer.letter.on, today());
    terminal.wait_for_anything("no draft left", |_| {
        std::fs::read_to_string(&drafts).is_ok_and(|text| !text.contains("45/KT"))
    });
}

#[test]
fn a_ledger_that_was_changed_and_went_another_way_is_told_as_both() {
    let computer = Computer::new();
    let folder = held(&computer, "a", 80, 5);
    let carried = computer.folder().join("mang-theo");
    copied(&folder, &carried);
    // given a ledger here and another that somebody kept on a stick, in which a day was changed with an editor
    enters(&folder, answer(3));
    enters(&carried, answer(4));
    let ledger = carried.join("follow-up.ron");
    let text = std::fs::read_to_string(&ledger).unwrap();
    std::fs::write(&ledger, text.replace("Settled", "Refused(ground:\"x\")")).unwrap();
    // when the one on the stick is opened in a small window, both are told to the end
    let mut terminal = computer.open(&["follow-up", carried.to_str().unwrap()], (80, 24));
    terminal.wait_for_text("F1");
    let told = terminal.screen().contents();
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("sổ theo dõi hỏng ở dòng 2"), "{told}");
    assert!(told.contains("hãy chọn một sổ"), "{told}");
}
