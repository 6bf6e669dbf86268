//! What is private is in no picture: every field that may hold such a thing is marked, and every picture is searched.

use doithoai::documents::plan_import;
use doithoai::domain::hall_view::SceneView;
use doithoai::domain::regulation::{ChecklistItemId, Phase};
use doithoai::domain::session::Session;
use doithoai::domain::session::command::{Command, Newcomer};
use doithoai::domain::session::deviation::Reason;
use doithoai::domain::session::item::{ItemId, Raiser};
use doithoai::domain::session::plan::{Number, Plan};
use doithoai::domain::session::scene::Scene;
use doithoai::domain::time::Millis;
use doithoai::tui::theme::Theme;
use unicode_normalization::UnicodeNormalization;

use crate::projector::scenes;
use crate::projector::stage::{Stage, drawn, following, rows};

/// Stands in every private text.
const SECRET: &str = "ZQX-BÍ-MẬT";
/// Stands in what the aide writes of an item: hers until the conclusion, everybody's from then on.
const DRAFT: &str = "ZQX-NHÁP";

fn secret(field: &str) -> String {
    format!("{SECRET} {field}")
}

fn marked() -> Plan {
    let mut plan = plan_import::sample().unwrap();
    for speaker in plan.speakers.iter_mut().map(std::sync::Arc::make_mut) {
        speaker.phone = Some(secret("phone"));
        speaker.address = Some(secret("address"));
    }
    for opinion in &mut plan.opinions {
        opinion.prepared_answer = Some(secret("prepared answer"));
    }
    plan
}

/// Pictures as they would be drawn: whatever the window, nothing comes onto the wall but what is in the view.
fn seen(stage: &Stage) -> String {
    let view = stage.view();
    let plain = rows(&drawn(&view, 70, 60, &Theme::plain()));
    format!("{view:?}\n{plain}").nfc().collect()
}

/// Everything a picture can be of, at this moment of the session.
fn all_seen(stage: &Stage) -> Vec<(Option<Scene>, String)> {
    let pinned = [
        None,
        Some(Scene::Agenda),
        Some(Scene::Floor),
        Some(Scene::Conclusion(None)),
        Some(Scene::Blank),
    ];
    pinned
        .map(|scene| {
            let mut stage = stage.clone();
            if scene.is_some() {
                stage.act(Command::SetScene { scene });
            }
            (scene, seen(&stage))
        })
        .to_vec()
}

/// The aide writes down whatever she can write down.
fn writes(stage: &mut Stage, item: ItemId) {
    stage.act(Command::Note {
        text: secret("note"),
        item: Some(item),
    });
    stage.act(Command::SummariseAnswer {
        item,
        answer: secret("summary"),
    });
    stage.act(Command::EditItem {
        item,
        text: format!("{DRAFT} {}", item.0),
    });
    stage.act(Command::SetTopic {
        item,
        topic: Some(secret("topic")),
    });
}

#[test]
fn nothing_private_is_ever_on_the_wall() {
    // given a session with a mark in every private field of its plan
    for regulation in ["dan-tien-2025", "dien-bien", "lao-cai-7-qc-tu-2025"] {
        let mut plan = marked();
        plan.regulation.0 = regulation.into();
        let mut stage = Stage::of(plan);
        stage.act(Command::Register {
            newcomer: Newcomer {
                name: "Ước".into(),
                ..Newcomer::default()
            },
            within_scope: None,
            reason: None,
        });
        let mut written = 0;
        let mut refused = false;
        let mut pictures = 0;
        // when it is played to its end, with everything the aide can write down marked too
        while let Some(command) = following(&stage.session) {
            stage.act(command);
            stage.pass(7);
            let items = u32::try_from(stage.session.state().items.len()).unwrap();
            if items > written {
                writes(&mut stage, ItemId(items));
                if let Some(turn) = stage.session.state().floor()
                    && turn.phase == Phase::Speech
                    && let doithoai::domain::session::floor::Holder::Citizen(number) = turn.holder
                    && items % 5 == 0
                {
                    stage.act(Command::RaiseItem {
                        by: Raiser::Citizen(number),
                        text: format!("{DRAFT} raised"),
                        opinion: None,
                    });
                }
                written = u32::try_from(stage.session.state().items.len()).unwrap();
            }
            if written == 6 && !refused && stage.session.regulation().refusal.is_some() {
                refused = true;
                let ground =
                    stage.session.regulation().refusal.as_ref().unwrap().grounds[0].clone();
                stage.act(Command::RefusePerson {
                    number: Number(17),
                    ground: ground.id,
                });
                stage.act(Command::ReplaceChair {
                    by: stage.session.plan().co_chairs[0].clone(),
                    case: None,
                    reason: Reason {
                        why: secret("reason"),
                        ordered_by: secret("order"),
                    },
                });
                for act in acts(&stage.session) {
                    stage.act(Command::WordConclusion {
                        act,
                        text: secret("conclusion"),
                    });
                }
                stage.act(Command::BeginBreak {
                    planned: Some(Millis::of_minutes(10)),
                });
            }
            // then no picture shows any of it, and what the aide writes of an item only from the conclusion on
            for (scene, seen) in all_seen(&stage) {
                pictures += 1;
                assert!(!seen.contains(SECRET), "{regulation} {scene:?}\n{seen}");
                let concluding = matches!(scene, Some(Scene::Conclusion(_)))
                    || scenes::concludes(&stage.session);
                assert!(
                    concluding || !seen.contains(DRAFT),
                    "{regulation} {scene:?}\n{seen}"
                );
            }
        }
        assert!(stage.session.state().closed.is_some() && pictures > 300);
    }
}

fn acts(session: &Session) -> Vec<ChecklistItemId> {
    let last = session.regulation().steps.last().unwrap();
    last.acts.iter().map(|act| act.id.clone()).collect()
}

#[test]
fn at_the_conclusion_items_are_shown_as_the_minutes_have_them() {
    let mut stage = Stage::of(marked());
    stage.goes_on_until(scenes::concludes);
    stage.act(Command::EditItem {
        item: ItemId(1),
        text: format!("{DRAFT} sửa đường"),
    });
    assert!(matches!(stage.view().scene, SceneView::Conclusion(_)));
    assert!(seen(&stage).contains(DRAFT));
}

#[test]
fn masked_names_are_masked_in_every_picture() {
    let mut plan = marked();
    // Here the answers to opinions sent beforehand are read, too, and a sender may be a speaker.
    plan.regulation.0 = "dien-bien".into();
    plan.settings.mask_names = true;
    let names: Vec<String> = plan
        .speakers
        .iter()
        .map(|speaker| speaker.name.clone())
        .collect();
    let mut stage = Stage::of(plan);
    let mut initials = 0;
    while let Some(command) = following(&stage.session) {
        stage.act(command);
        stage.pass(7);
        for (scene, seen) in all_seen(&stage) {
            for name in &names {
                assert!(!seen.contains(name.as_str()), "{scene:?} {name}\n{seen}");
            }
            initials += usize::from(seen.contains("Bà N.T.U."));
        }
    }
    assert!(initials > 0);
}
