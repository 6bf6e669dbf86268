//! Leaving the prescribed order is possible, with a reason; the record says so with the article. Closing without
//! everything that has to be there is not.

use doithoai::documents::plan_import;
use doithoai::domain::i18n::Lang;
use doithoai::domain::regulation::{Step, StepKind};
use serde_json::{Value, json};

use crate::aide::Aide;
use crate::computer::Computer;
use crate::keys::{ENTER, ESC, SPACE, ctrl};
use doithoai::store::profiles;
use doithoai::tui::desk::words::FormMessage;
use doithoai::tui::desk::words::PaneMessage;

const REGULATION: &str = "dan-tien-2025";
const WHY: &str = "Hội trường mất điện";

#[test]
fn a_step_that_is_skipped_and_one_that_is_gone_back_to_need_a_reason_and_stand_in_the_record() {
    let (computer, id) = Computer::with_session(REGULATION);
    let mut aide = Aide::at(&computer, &id);
    let [announcement, speeches] = [step_at(1), step_at(2)];
    aide.go_on();

    // From the opening to the speeches, past the announcement. Without a reason nothing is done.
    let saved = aide.saved();
    choose_step(&mut aide, &speeches);
    aide.press(ENTER);
    let forms = &aide.words.forms;
    let needed = forms[FormMessage::Needed].render(&[("field", &forms[FormMessage::Why])]);
    aide.terminal.wait_for_text(&needed);
    aide.press(ESC);
    let reason = aide.words.forms[FormMessage::Reason].to_string();
    aide.terminal.wait_for("the form to close", |screen| {
        !crate::terminal::shows(screen, &reason)
    });
    assert_eq!(aide.saved(), saved);
    go_to(&mut aide, &speeches);

    // And back to what was left out.
    go_to(&mut aide, &announcement);
    assert_eq!(aide.leave(), 0);

    let record = computer.record(&id);
    let deviations = record["deviations"].as_array().unwrap();
    let skipped = deviation(deviations, "StepSkipped");
    assert_eq!(
        skipped["departure"]["StepSkipped"]["step"],
        json!(announcement.id.0)
    );
    let back = deviation(deviations, "WentBack");
    assert_eq!(
        back["departure"]["WentBack"]["to"],
        json!(announcement.id.0)
    );
    for deviation in deviations {
        let article = deviation["article"].as_str().unwrap();
        assert!(article.starts_with("Đ8."), "{deviation}");
        assert_eq!(deviation["reason"]["why"], json!(WHY));
        assert_eq!(
            deviation["reason"]["ordered_by"],
            json!("ông Hoàng Văn Đức")
        );
        assert!(deviation["at"].is_string());
    }
}

#[test]
fn a_session_with_an_item_without_class_and_people_who_wait_is_not_closed() {
    let (computer, id) = Computer::with_session(REGULATION);
    let mut aide = Aide::at(&computer, &id);
    let item = aide.go_on_until_an_item_is_to_be_classed();
    go_to(&mut aide, &conclusion());
    let conclude = conclusion();
    for _ in &conclude.acts {
        aide.act(SPACE);
    }

    // Now closing comes next, and says what is missing instead.
    // The list says how many there are; whatever their number, it is called this.
    let gate = aide.words.forms[FormMessage::Gate].to_string();
    let gate = gate.split(" · ").next().unwrap().to_owned();
    let saved = aide.saved();
    aide.open(SPACE, &gate);
    let missing =
        aide.words.forms[FormMessage::MissingClass].render(&[("item", &item), ("text", &"")]);
    assert!(aide.shows(missing.trim_end_matches([' ', '–'])));
    let group = aide.words.forms[FormMessage::GateClasses].to_string();
    assert!(aide.shows(&group));
    assert_eq!(aide.saved(), saved);

    // The first line jumps to the item.
    aide.press(ENTER);
    aide.terminal.wait_for("the list to close", |screen| {
        !crate::terminal::shows(screen, &gate)
    });
    // Its card is open: the key is about it. The gate comes back by itself, and somebody who only presses what the bottom
    // line names is led through: nobody has time left, everything they announced becomes an item and gets its class.
    let closed = aide.words.panes[PaneMessage::Closed].to_string();
    let mut keys = vec![];
    aide.press_on("1");
    while !aide.shows(&closed) {
        let key = aide.key_named(&mut std::iter::repeat("1"));
        aide.press_on(key);
        keys.push(key);
    }
    assert!(keys.len() < 150, "{} keys", keys.len());

    let record = computer.record(&id);
    assert_eq!(record["closed"], json!(true));
    let out_of_time = |speaker: &&Value| speaker["standing"] == json!("NoTimeLeft");
    let speakers = record["speakers"].as_array().unwrap();
    assert_eq!(speakers.iter().filter(out_of_time).count(), 17);
    let classed = |item: &Value| item["class"] == json!("AnsweredNow");
    assert!(record["items"].as_array().unwrap().iter().all(classed));
    // Nobody's question has disappeared.
    let announced: usize = plan_import::sample()
        .unwrap()
        .speakers
        .iter()
        .map(|speaker| speaker.subjects.len())
        .sum();
    assert_eq!(record["items"].as_array().unwrap().len(), announced);
    let deviations = record["deviations"].as_array().unwrap();
    assert!(!deviations.is_empty());
}

/// Goes to a step outside the order, with a reason.
fn go_to(aide: &mut Aide, step: &Step) {
    choose_step(aide, step);
    aide.press(WHY);
    aide.terminal.wait_for_text(WHY);
    aide.act(ENTER);
}

/// Chooses a step from the list; the form that asks for the reason opens.
fn choose_step(aide: &mut Aide, step: &Step) {
    let steps = aide.words.forms[FormMessage::Steps].to_string();
    let reason = aide.words.forms[FormMessage::Reason].to_string();
    aide.open(ctrl('s'), &steps);
    aide.press(step.title.in_lang(Lang::Vi));
    aide.terminal.wait_for_frame();
    aide.open(ENTER, &reason);
}

fn deviation<'a>(all: &'a [Value], kind: &str) -> &'a Value {
    all.iter()
        .find(|deviation| deviation["departure"].get(kind).is_some())
        .unwrap_or_else(|| panic!("no {kind} in {all:?}"))
}

fn step_at(index: usize) -> Step {
    profiles::load(REGULATION, None).unwrap().steps[index].clone()
}

fn conclusion() -> Step {
    let steps = profiles::load(REGULATION, None).unwrap().steps;
    let is_conclusion = |step: &Step| step.kind == StepKind::Conclusion;
    steps.into_iter().find(is_conclusion).unwrap()
}
