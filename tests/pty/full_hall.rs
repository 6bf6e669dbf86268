//! A full hall: 25 speakers with 60 items, in which everything happens that leaves the script, on the real program. And the
//! hall's own view beside the desk, act by act.

use std::sync::Arc;

use doithoai::documents::plan_import;
use doithoai::domain::regulation::RegulationId;
use doithoai::domain::session::plan::{Number, Plan, Registration, Subject};
use serde_json::json;

use crate::aide::{Aide, before};
use crate::computer::Computer;
use crate::keys::{ENTER, F4, SPACE, ctrl};
use doithoai::tui::desk::words::FlowMessage;
use doithoai::tui::desk::words::FormMessage;
use doithoai::tui::desk::words::PaneMessage;

const F2: &str = "\x1bOQ";
const F5: &str = "\x1b[15~";
const F6: &str = "\x1b[17~";
const F8: &str = "\x1b[19~";
const F9: &str = "\x1b[20~";
const DOWN: &str = "\x1b[B";
/// Accepts who did not register within the announced scope, and has grounds for refusing.
const REGULATION: &str = "qd-1573-2025";
const SPEAKERS: u32 = 25;
const ITEMS: usize = 60;

fn full_hall() -> Plan {
    let mut plan = plan_import::sample().unwrap();
    plan.regulation = RegulationId(REGULATION.into());
    for number in 19..=SPEAKERS {
        plan.speakers.push(Arc::new(Registration {
            number: Number(number),
            honorific: "Ông".into(),
            name: format!("Hoàng Văn Thử {number}"),
            village: "thôn Tân Hợp".into(),
            phone: None,
            address: None,
            venue: None,
            subjects: Vec::new(),
        }));
    }
    let mut items: usize = plan.speakers.iter().map(|one| one.subjects.len()).sum();
    let mut at = 0;
    while items < ITEMS {
        let count = plan.speakers.len();
        let speaker = Arc::make_mut(&mut plan.speakers[count - 1 - at % count]);
        speaker.subjects.push(Subject {
            text: format!(
                "Việc {} của số {}",
                speaker.subjects.len() + 1,
                speaker.number.0
            ),
            ..Subject::default()
        });
        items += 1;
        at += 1;
    }
    plan
}

fn laid_down() -> (Computer, String) {
    let computer = Computer::new();
    let path = computer.folder().join("full.ron");
    std::fs::write(&path, ron::to_string(&full_hall()).unwrap()).unwrap();
    let ran = computer.run(&["new", "full.ron"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let id = ran.out.trim().to_owned();
    (computer, id)
}

/// What the bottom line names, to the end; classes in turn.
fn to_the_end(aide: &mut Aide) {
    let closed = aide.words.panes[PaneMessage::Closed].to_string();
    let mut classes = ["1", "2", "3"].into_iter().cycle();
    while !aide.shows(&closed) {
        let key = aide.key_named(&mut classes);
        aide.press_on(key);
    }
}

#[test]
fn everything_that_happens_in_a_full_hall_is_done_at_once_and_told_truthfully() {
    // given 25 people who registered 60 matters
    let (computer, id) = laid_down();
    let mut aide = Aide::at(&computer, &id);
    let forms = aide.words.forms.clone();
    aide.go_on_until_somebody_speaks();

    // a second matter, more time, a pause, a note
    aide.open(F4, aide.words.forms[FormMessage::Text].to_string().as_str());
    aide.press("Thêm một việc nữa");
    aide.terminal.wait_for_text("Thêm một việc nữa");
    // He announced nothing of it, so the text wants it within the scope.
    aide.press(ENTER);
    aide.terminal
        .wait_for_text(forms[FormMessage::InScope].as_str());
    aide.act(ENTER);
    aide.act(F8);
    aide.act(F5);
    aide.act(F5);
    aide.note("Chủ trì đề nghị nói ngắn gọn");
    people_come_and_go(&mut aide);
    the_order_changes(&mut aide);
    // and so to the end
    to_the_end(&mut aide);
    assert_eq!(aide.leave(), 0);

    // then the record tells each of it
    tells_each_of_it(&computer.record(&id));
}

fn people_come_and_go(aide: &mut Aide) {
    let forms = aide.words.forms.clone();
    // somebody comes to the desk, within the scope
    aide.open(F9, forms[FormMessage::Register].as_str());
    aide.press("Lò Thị Mới");
    aide.terminal.wait_for_text("Lò Thị Mới");
    aide.press(ENTER);
    aide.terminal
        .wait_for_text(forms[FormMessage::InScope].as_str());
    aide.act(ENTER);
    // the next one is absent, the one after withdrew
    aide.open(F6, forms[FormMessage::MarkAbsent].as_str());
    aide.act(ENTER);
    aide.open(F6, forms[FormMessage::MarkWithdrew].as_str());
    aide.press(DOWN);
    aide.act(ENTER);
    // another is refused, on the first ground of the regulation
    aide.open(F6, &before(&forms[FormMessage::Refuse]));
    for _ in 0..4 {
        aide.press(DOWN);
    }
    aide.press(ENTER);
    aide.terminal.wait_for_text("Đ3.3");
    aide.act(ENTER);
}

fn the_order_changes(aide: &mut Aide) {
    let forms = aide.words.forms.clone();
    // somebody is called though another still speaks, and that is taken back and done again
    let instead = &aide.words.flow[FlowMessage::CallInstead];
    let asks = instead.as_str().split('.').next().unwrap();
    let asks = asks.rsplit('}').next().unwrap().to_owned();
    aide.open(F2, &asks);
    aide.press(DOWN);
    aide.act(ENTER);
    aide.act(ctrl('z'));
    aide.act(ctrl('y'));
    // two at a time from now on, a break, another chair
    aide.open(ctrl('k'), forms[FormMessage::OneByOne].as_str());
    aide.press(DOWN);
    aide.act(ENTER);
    aide.open(ctrl('b'), forms[FormMessage::Minutes].as_str());
    aide.act(ENTER);
    aide.act(SPACE);
}

fn tells_each_of_it(record: &serde_json::Value) {
    assert_eq!(record["closed"], json!(true));
    let speakers = record["speakers"].as_array().unwrap();
    assert_eq!(speakers.len(), 26);
    let standing = |name: &str| {
        speakers
            .iter()
            .filter(|one| one["standing"] == json!(name))
            .count()
    };
    assert_eq!(
        [
            standing("Absent"),
            standing("Withdrew"),
            standing("Refused"),
            standing("Spoke")
        ],
        [1, 1, 1, 23]
    );
    let items = record["items"].as_array().unwrap();
    assert!(items.len() >= ITEMS - 8, "{}", items.len());
    assert!(items.iter().all(|item| !item["class"].is_null()));
    assert_eq!(record["breaks"].as_array().unwrap().len(), 1);
    assert_eq!(record["notes"].as_array().unwrap().len(), 1);
    let newcomer = &speakers[25];
    assert_eq!(
        (&newcomer["name"], &newcomer["within_scope"]),
        (&json!("Lò Thị Mới"), &json!(true))
    );
    let refused = speakers
        .iter()
        .find(|one| !one["refused"].is_null())
        .unwrap();
    assert_eq!(refused["refused"]["article"], json!("Đ3.3"));
}

#[test]
fn the_hall_sees_each_act_of_the_desk_beside_it() {
    // given the hall's view beside the desk, each in its own terminal
    let (computer, id) = Computer::with_session("dan-tien-2025");
    // Small enough that names stand in plain text, where a test can read them; and one that has room for the counts.
    let mut hall = computer.open(&["project", &id], (56, 12));
    let mut roomy = computer.open(&["project", &id], (80, 20));
    let mut aide = Aide::at(&computer, &id);
    let speakers = plan_import::sample().unwrap().speakers;
    let mut classed = 0;
    for speaker in speakers.iter().take(5) {
        let next = speaker.number.0 + 1;
        // when a speaker is called, then the desk names them and the wall gives the floor to the same person
        aide.go_on_until_somebody_speaks();
        assert!(aide.shows(&speaker.name), "{}", speaker.name);
        hall.wait_for("the speaker and where they are from", |screen| {
            crate::terminal::shows(screen, &speaker.name)
                && crate::terminal::shows(screen, &speaker.village)
        });
        // when the speech ends, then nobody speaks on either
        aide.act(SPACE);
        assert!(!aide.somebody_speaks());
        hall.wait_for("the speech to end", |screen| {
            !crate::terminal::shows(screen, &speaker.village)
        });
        // when items get their class, then the count on the wall follows
        while !aide.shows(&format!("[Space] mời số {next}")) {
            if aide.item_to_class().is_some() {
                classed += 1;
                aide.class('1');
                roomy.wait_for_text(&format!("✓ {classed} trả lời ngay"));
            } else {
                aide.act(SPACE);
            }
        }
    }
    assert_eq!(aide.leave(), 0);
    for hall in [&mut hall, &mut roomy] {
        hall.press("q");
        assert_eq!(hall.wait_for_end(), 0);
    }
}
