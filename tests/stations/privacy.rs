//! What is sent to viewers never holds what is private: sessions go at random, with a mark in every private field, and all
//! that could be sent is searched.

use doithoai::documents::plan_import;
use doithoai::domain::hall_view::{ProjectorView, SceneView};
use doithoai::domain::session::command::{Command, Newcomer};
use doithoai::domain::session::deviation::Reason;
use doithoai::domain::session::item::ItemId;
use doithoai::domain::session::plan::Number;
use doithoai::domain::session::queue::Standing;
use doithoai::domain::session::scene::Scene;
use doithoai::domain::time::Millis;
use proptest::prelude::*;

use crate::stage::{Stage, following};

/// Stands in every private text.
const SECRET: &str = "ZQXBIMAT";

fn secret(field: &str) -> String {
    format!("{SECRET} {field}")
}

fn marked(regulation: &str, masks: bool) -> Stage {
    let mut plan = plan_import::sample().unwrap();
    plan.regulation.0 = regulation.into();
    plan.settings.mask_names = masks;
    for speaker in plan.speakers.iter_mut().map(std::sync::Arc::make_mut) {
        speaker.phone = Some(secret("phone"));
        speaker.address = Some(secret("address"));
        if masks {
            speaker.name = format!("{} Ẩn", secret("name"));
        }
    }
    for opinion in &mut plan.opinions {
        opinion.prepared_answer = Some(secret("prepared answer"));
        if masks {
            opinion.from = secret("sender");
        }
    }
    Stage::of(plan)
}

/// What somebody may do at this moment, from one number.
fn act(choice: u8, stage: &Stage) -> Option<Command> {
    let session = &stage.session;
    let last = u32::try_from(session.state().items.len()).unwrap();
    let item = ItemId(u32::from(choice) % last.max(1) + 1);
    let number = Number(u32::from(choice) % 20 + 1);
    Some(match choice % 16 {
        0 => Command::Note {
            text: secret("note"),
            item: (last > 0).then_some(item),
        },
        1 => Command::SummariseAnswer {
            item,
            answer: secret("summary"),
        },
        2 => Command::SetTopic {
            item,
            topic: Some(secret("topic")),
        },
        3 => Command::BeginBreak {
            planned: Some(Millis::of_minutes(u64::from(choice) / 16)),
        },
        4 => Command::SetStanding {
            number,
            standing: Standing::Absent,
        },
        5 => Command::Register {
            newcomer: Newcomer {
                name: "Ước".into(),
                ..Newcomer::default()
            },
            within_scope: Some(true),
            reason: None,
        },
        6 => Command::Undo,
        7 => Command::ReplaceChair {
            by: session.plan().co_chairs.first()?.clone(),
            case: None,
            reason: Reason {
                why: secret("reason"),
                ordered_by: secret("order"),
            },
        },
        8 => Command::WordConclusion {
            act: session.regulation().steps.last()?.acts.first()?.id.clone(),
            text: secret("conclusion"),
        },
        _ => following(session)?,
    })
}

/// Everything that could be sent now, whatever the aide pins.
fn sent(stage: &Stage) -> Vec<ProjectorView> {
    let pinned = [
        None,
        Some(Scene::Agenda),
        Some(Scene::Floor),
        Some(Scene::Conclusion(None)),
        Some(Scene::Blank),
        Some(Scene::Dark),
    ];
    pinned
        .into_iter()
        .map(|scene| {
            let mut stage = stage.clone();
            if scene.is_some() {
                stage.act(Command::SetScene { scene });
            }
            stage.view()
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn what_is_sent_never_holds_what_is_private(
        regulation in prop::sample::select(vec!["dan-tien-2025", "dien-bien", "lao-cai-7-qc-tu-2025"]),
        masks in any::<bool>(),
        choices in prop::collection::vec(any::<u8>(), 30..90),
    ) {
        let mut stage = marked(regulation, masks);
        for choice in choices {
            let Some(command) = act(choice, &stage) else { continue };
            let now = stage.clock.now();
            let Ok(events) = stage.session.decide(command, now) else { continue };
            let record = stage.session.record(events, now);
            stage.session.apply(record);
            stage.pass(u64::from(choice));
            for view in sent(&stage) {
                let json = serde_json::to_string(&view).unwrap();
                prop_assert!(!json.contains(SECRET), "{:?}\n{}", view.scene, json);
            }
        }
    }
}

#[test]
fn the_search_would_find_what_is_sent() {
    // A message to the hall is public, so a mark in it is found.
    let mut stage = marked("dan-tien-2025", false);
    stage.act(Command::ShowHall {
        message: Some(secret("message")),
    });
    let found = sent(&stage).into_iter().any(|view| {
        matches!(view.scene, SceneView::Message(_))
            && serde_json::to_string(&view).unwrap().contains(SECRET)
    });
    assert!(found);
}
