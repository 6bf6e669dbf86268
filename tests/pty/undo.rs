//! Taking acts back, and doing them again.

use serde_json::json;

use crate::aide::{Aide, before};
use crate::computer::Computer;
use crate::keys::{SPACE, ctrl};
use doithoai::tui::desk::words::HeaderMessage;
use doithoai::tui::desk::words::NoticeMessage;
use doithoai::tui::desk::words::RefusalMessage;

#[test]
fn taking_back_the_end_of_a_speech_gives_the_floor_back() {
    let (computer, id) = Computer::with_session("qd-1573-2025");
    let mut aide = Aide::at(&computer, &id);
    aide.go_on_until_somebody_speaks();
    let undone = before(&aide.words.notices[NoticeMessage::Undone]);
    let redone = before(&aide.words.notices[NoticeMessage::Redone]);

    aide.act(SPACE);
    assert!(!aide.somebody_speaks());
    aide.act(ctrl('z'));
    assert!(aide.somebody_speaks() && aide.shows(&undone));
    aide.act(ctrl('y'));
    assert!(!aide.somebody_speaks() && aide.shows(&redone));
    aide.act(ctrl('z'));
    assert!(aide.somebody_speaks());

    let record = computer.record(&id);
    let acts = record["acts"].as_array().unwrap();
    let taken_back: Vec<_> = acts
        .iter()
        .filter(|act| act["undone"] == json!(true))
        .collect();
    assert_eq!(taken_back.len(), 1, "{taken_back:?}");
    assert_eq!(record["turns"][0]["span"]["ended"], json!(null));
}

#[test]
fn everything_can_be_taken_back_and_done_again() {
    let (computer, id) = Computer::with_session("tang-tien-2024");
    let mut aide = Aide::at(&computer, &id);
    aide.go_on_until_an_item_is_to_be_classed();
    aide.class('2');
    let before = computer.record(&id);
    let acts = aide.saved().unwrap() - 1;
    for _ in 0..acts {
        aide.act(ctrl('z'));
    }
    assert!(aide.shows(aide.words.header[HeaderMessage::NotBegun].as_str()));
    let nothing = aide.words.refusals[RefusalMessage::NothingToUndo].to_string();
    aide.press(ctrl('z'));
    aide.terminal.wait_for_text(&nothing);
    for _ in 0..acts {
        aide.act(ctrl('y'));
    }
    let after = computer.record(&id);
    for part in ["steps", "turns", "items", "speakers"] {
        let without_lengths = |record: &serde_json::Value| without_lengths(&record[part]);
        assert_eq!(without_lengths(&before), without_lengths(&after), "{part}");
    }
}

/// What runs has lasted longer in the meantime.
fn without_lengths(value: &serde_json::Value) -> serde_json::Value {
    use serde_json::Value;
    match value {
        Value::Object(fields) => fields
            .iter()
            .filter(|(name, _)| *name != "actual_ms" && *name != "over_ms")
            .map(|(name, field)| (name.clone(), without_lengths(field)))
            .collect::<serde_json::Map<_, _>>()
            .into(),
        Value::Array(all) => all.iter().map(without_lengths).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => value.clone(),
    }
}
