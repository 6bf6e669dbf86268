//! One key from the first screen to the closed session, under each of the five regulations: `Space`, `1` `2` `3` and
//! `Enter` alone. Afterwards the record has the steps that the regulation names, in their order.

use doithoai::tui::office::words::{EnterMessage, OfficeMessage};
use serde_json::{Value, json};

use crate::aide::Aide;
use crate::computer::{Computer, ROOMY};
use crate::keys::{ENTER, SPACE};
use doithoai::tui::desk::words::HeaderMessage;
use doithoai::tui::desk::words::PaneMessage;

/// A step as the regulation has it: its kind, its article.
type Expected = (Value, &'static str);

fn dialogue(phases: &[&str]) -> Value {
    json!({ "Dialogue": phases })
}

#[test]
fn lao_cai_holds_the_dialogue_in_one_step() {
    is_held_as_prescribed(
        "lao-cai-7-qc-tu-2025",
        &[
            (json!("Opening"), "Đ10.2"),
            (json!("Announcement"), "Đ10.2"),
            (dialogue(&["Speech", "Answer", "FollowUp"]), "Đ10.2"),
            (json!("Conclusion"), "Đ10.2"),
        ],
    );
}

#[test]
fn decision_1573_separates_speeches_answers_and_follow_up() {
    is_held_as_prescribed(
        "qd-1573-2025",
        &[
            (json!("Opening"), "Đ8.1"),
            (json!("Announcement"), "Đ8.2"),
            (dialogue(&["Speech"]), "Đ8.3"),
            (dialogue(&["Answer"]), "Đ8.4"),
            (dialogue(&["FollowUp"]), "Đ8.5"),
            (json!("Conclusion"), "Đ8.6"),
        ],
    );
}

#[test]
fn dien_bien_reads_prepared_answers_before_citizens_speak() {
    is_held_as_prescribed(
        "dien-bien",
        &[
            (json!("Opening"), "Đ8.1"),
            (json!("Announcement"), "Đ8.2"),
            (json!("PreparedAnswers"), "Đ8.3"),
            (dialogue(&["Speech"]), "Đ8.4"),
            (dialogue(&["Answer"]), "Đ8.5"),
            (dialogue(&["FollowUp"]), "Đ8.6"),
            (json!("Conclusion"), "Đ8.7"),
        ],
    );
}

#[test]
fn dan_tien_separates_speeches_answers_and_follow_up() {
    is_held_as_prescribed(
        "dan-tien-2025",
        &[
            (json!("Opening"), "Đ8.1"),
            (json!("Announcement"), "Đ8.2"),
            (dialogue(&["Speech"]), "Đ8.3"),
            (dialogue(&["Answer"]), "Đ8.4"),
            (dialogue(&["FollowUp"]), "Đ8.5"),
            (json!("Conclusion"), "Đ8.6"),
        ],
    );
}

#[test]
fn tang_tien_has_no_follow_up() {
    is_held_as_prescribed(
        "tang-tien-2024",
        &[
            (json!("Opening"), "II.4"),
            (json!("Announcement"), "II.4"),
            (dialogue(&["Speech"]), "II.4"),
            (dialogue(&["Answer"]), "II.4"),
            (json!("Conclusion"), "II.4"),
        ],
    );
}

fn is_held_as_prescribed(regulation: &str, expected: &[Expected]) {
    let (computer, id) = Computer::with_session(regulation);
    hold(&computer);
    let record = computer.record(&id);

    assert_eq!(record["closed"], json!(true));
    assert_eq!(record["regulation"]["id"], json!(regulation));
    assert_eq!(record["deviations"], json!([]));
    let steps: Vec<(&Value, &Value)> = list(&record["steps"])
        .iter()
        .map(|step| (&step["kind"], &step["article"]))
        .collect();
    let expected: Vec<(Value, Value)> = expected
        .iter()
        .map(|(kind, article)| (kind.clone(), json!(article)))
        .collect();
    let expected: Vec<(&Value, &Value)> = expected
        .iter()
        .map(|(kind, article)| (kind, article))
        .collect();
    assert_eq!(steps, expected);
    every_step_is_held_in_its_order(&record);
    everybody_is_heard_and_everything_classed(&record);
}

/// From the first screen to the closed session, by pressing what the bottom line names: a class where it asks for one,
/// `Enter` where it says `Enter`, and `Space` otherwise. The first exchange that is offered is taken up.
fn hold(computer: &Computer) {
    let mut terminal = computer.open(&[], ROOMY);
    terminal.wait_for_text(crate::aide::office_words().general[OfficeMessage::Search].as_str());
    terminal.press(ENTER);
    let mut aide = Aide::at_terminal(terminal);
    let closed = aide.words.panes[PaneMessage::Closed].to_string();
    let offered = aide.words.panes[PaneMessage::FollowUpOffered].to_string();
    let mut classes = ["1", "2", "3"].into_iter().cycle();
    let mut went_on = false;
    while !aide.shows(&closed) {
        let mut key = aide.key_named(&mut classes);
        if key == SPACE && aide.shows(&offered) && !went_on {
            went_on = true;
            key = ENTER;
        }
        aide.press_on(key);
    }
    assert_eq!(aide.leave(), 0);
}

fn every_step_is_held_in_its_order(record: &Value) {
    let mut last = String::new();
    for step in list(&record["steps"]) {
        let title = &step["title"]["vi"];
        assert_eq!(step["outcome"], json!("Held"), "{title}");
        let began = step["began"].as_str().unwrap().to_owned();
        assert!(last <= began, "{title} before the step before it");
        last = began;
        for act in list(&step["acts"]) {
            assert!(act["done"].is_string(), "{title}: {act}");
        }
    }
    let held = list(&record["steps"]);
    let conclusion = &held[held.len() - 1];
    assert_eq!(list(&conclusion["visits"]).len(), 1);
}

fn everybody_is_heard_and_everything_classed(record: &Value) {
    let speakers = list(&record["speakers"]);
    assert_eq!(speakers.len(), 18);
    for speaker in speakers {
        assert_eq!(speaker["standing"], json!("Spoke"), "{speaker}");
        let number = &speaker["number"];
        let spoke = list(&record["turns"]).iter().any(|turn| {
            turn["phase"] == json!("Speech") && &turn["holder"]["Citizen"]["number"] == number
        });
        assert!(spoke, "{speaker}");
    }
    let items = list(&record["items"]);
    assert!(items.len() >= 18);
    let classed = |class: &str| {
        let is_of = |item: &&Value| match &item["class"] {
            Value::String(name) => name == class,
            Value::Object(with_more) => with_more.contains_key(class),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) => false,
        };
        items.iter().filter(is_of).count()
    };
    let counts = ["AnsweredNow", "VerifyLater", "ReportUpward"].map(classed);
    assert_eq!(counts.iter().sum::<usize>(), items.len());
    assert!(counts.iter().all(|count| *count > 0), "{counts:?}");
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap()
}

#[test]
fn two_keys_from_nothing_to_a_rehearsal() {
    let computer = Computer::new();
    let mut terminal = computer.open(&[], ROOMY);
    let words = crate::aide::words();
    terminal.wait_for_text(crate::aide::office_words().enter[EnterMessage::Rehearse].as_str());
    terminal.press(ENTER);
    terminal.wait_for_text(
        crate::aide::office_words().general[OfficeMessage::ChooseRegulation].as_str(),
    );
    terminal.press(ENTER);
    let aide = Aide::at_terminal(terminal);
    assert_eq!(aide.saved(), Some(1));
    assert!(aide.shows(words.header[HeaderMessage::Fictional].as_str()));
}
