//! Which picture is shown when, and what its times say.

mod conclusion;
mod steps;

use doithoai::documents::plan_import;
use doithoai::domain::format;
use doithoai::domain::hall_view::{ClockView, SceneView, TurnView, Urgency, refresh_after};
use doithoai::domain::regulation::Phase;
use doithoai::domain::session::command::Command;
use doithoai::domain::session::deviation::Reason;
use doithoai::domain::session::event::{Event, JournalEntry, Seq};
use doithoai::domain::session::floor::Holder;
use doithoai::domain::session::next::Next;
use doithoai::domain::session::plan::Official;
use doithoai::domain::session::scene::Scene;
use doithoai::domain::session::timing::{Edge, SegmentId};
use doithoai::domain::time::Millis;

use crate::projector::scenes;
use crate::projector::stage::Stage;

fn clock(stage: &Stage) -> ClockView {
    match stage.view().scene {
        SceneView::Floor(TurnView { clock, .. }) | SceneView::Answer(TurnView { clock, .. }) => {
            clock.unwrap()
        }
        other => panic!("nobody has the floor: {other:?}"),
    }
}

fn name(scene: &SceneView) -> &'static str {
    match scene {
        SceneView::Waiting(_) => "waiting",
        SceneView::Agenda(_) => "agenda",
        SceneView::Floor(_) => "floor",
        SceneView::Answer(_) => "answer",
        SceneView::Break(_) => "break",
        SceneView::Conclusion(_) => "conclusion",
        SceneView::Ended(_) => "ended",
        SceneView::Message(_) => "message",
        SceneView::Blank => "blank",
        SceneView::Dark => "dark",
    }
}

#[test]
fn the_picture_follows_what_happens() {
    // given a rehearsal that is played act by act
    let mut stage = Stage::rehearsal();
    let mut order = vec![name(&stage.view().scene)];
    while stage.session.state().closed.is_none() {
        stage.goes_on();
        let scene = name(&stage.view().scene);
        if order.last() != Some(&scene) {
            order.push(scene);
        }
    }
    // then the agenda comes first, speech and answer alternate, and the conclusion and the end come last
    assert_eq!(order[..4], ["agenda", "floor", "answer", "floor"]);
    assert_eq!(order[order.len() - 2..], ["conclusion", "ended"]);
}

#[test]
fn what_the_aide_pins_stays_until_she_takes_it_off_or_sends_a_message() {
    let mut stage = scenes::speech(4, 10);
    let pin = |scene| Command::SetScene { scene };
    let mut shows = |command: Command, expected: &str| {
        stage.act(command);
        assert_eq!(name(&stage.view().scene), expected);
    };
    shows(pin(Some(Scene::Agenda)), "agenda");
    shows(Command::PauseClock, "agenda");
    shows(pin(Some(Scene::Blank)), "blank");
    shows(Command::Undo, "agenda");
    shows(Command::Redo, "blank");
    let message = Some("Mời nghỉ 5 phút".to_owned());
    shows(Command::ShowHall { message }, "message");
    shows(pin(Some(Scene::Floor)), "floor");
    shows(pin(None), "message");
    shows(Command::ShowHall { message: None }, "floor");
    shows(
        Command::BeginBreak {
            planned: Some(Millis::of_minutes(5)),
        },
        "break",
    );
    // The break took the floor away; the answer comes next.
    shows(Command::EndBreak, "answer");
}

#[test]
fn an_adjourned_session_is_no_break_that_the_hall_waits_for() {
    let stage = scenes::adjourned();
    let SceneView::Break(rest) = stage.view().scene else {
        panic!("not adjourned: {:?}", stage.view().scene);
    };
    assert_eq!(rest.heading, "Hội nghị tạm dừng");
    assert_eq!(rest.back.as_deref(), Some("Sẽ họp tiếp vào buổi khác"));
    assert_eq!(rest.clock, None);
    // Nothing counts the hours of the night.
    // In the morning it goes on with what comes next.
    let mut stage = stage;
    stage.act(Command::EndBreak);
    assert_eq!(name(&stage.view().scene), "answer");
}

#[test]
fn a_message_can_be_shown_after_the_end() {
    let mut stage = scenes::ended();
    stage.act(Command::ShowHall {
        message: Some("Xin cảm ơn".into()),
    });
    assert_eq!(name(&stage.view().scene), "message");
}

#[test]
fn the_end_on_the_wall_is_the_corrected_one() {
    // Given a session that ended seven minutes before it was closed.
    let mut stage = Stage::rehearsal();
    stage.goes_on_until(|session| session.next() == Next::Close);
    stage.pass(7 * 60);
    stage.goes_on();
    let told = |stage: &Stage| match stage.view().scene {
        SceneView::Ended(ended) => ended.heading,
        other => panic!("not ended: {other:?}"),
    };
    let closed = stage.session.state().closed.unwrap().wall;
    assert!(told(&stage).contains(&format::time(closed)));
    let last = stage.session.state().agenda.visits().len() - 1;
    stage.act(Command::CorrectTime {
        segment: SegmentId::Visit(last.try_into().unwrap()),
        edge: Edge::End,
        by: -7 * 60_000,
        reason: Reason {
            why: "Quên bấm kết thúc".into(),
            ordered_by: "Thư ký".into(),
        },
    });
    let ended = format::time(closed - chrono::TimeDelta::minutes(7));
    assert!(told(&stage).contains(&ended), "{}", told(&stage));
}

#[test]
fn a_time_warns_twice_and_then_counts_on() {
    let mut stage = scenes::speech(4, 0);
    let mut after = |seconds: u64| {
        stage.pass(seconds);
        let ClockView {
            figures,
            word,
            tone,
            left,
            ..
        } = clock(&stage);
        (figures, word, tone, left.unwrap())
    };
    let is = |figures: &str, word: &str, tone, left| (figures.into(), word.into(), tone, left);
    assert_eq!(after(0), is("03:00", "còn lại", Urgency::Calm, 1000));
    assert_eq!(after(119), is("01:01", "còn lại", Urgency::Calm, 338));
    assert_eq!(
        after(1),
        is("01:00", "! sắp hết giờ", Urgency::Warning, 333)
    );
    assert_eq!(after(45), is("00:15", "!! sắp hết giờ", Urgency::Last, 83));
    assert_eq!(after(15), is("00:00", "!! sắp hết giờ", Urgency::Last, 0));
    assert_eq!(after(42), is("+00:42", "+ quá giờ", Urgency::Over, 0));
    stage.act(Command::PauseClock);
    stage.pass(100);
    assert_eq!(clock(&stage).figures, "+00:42");
    assert_eq!(clock(&stage).word, "= tạm dừng");
}

#[test]
fn the_wall_shows_the_desk_s_second() {
    // given a running speech, looked at every 73 milliseconds
    let mut stage = scenes::speech(4, 0);
    for _ in 0..3_000 {
        stage.clock.pass(Millis(73));
        let turn = stage.session.state().floor().unwrap();
        // then both round the same recorded time in the same way
        let desk = format::left(turn.left(stage.now()).unwrap());
        assert_eq!(clock(&stage).figures, desk);
    }
}

#[test]
fn a_picture_stays_right_for_as_long_as_it_is_said_to() {
    for (name, mut stage) in scenes::all() {
        for _ in 0..90 {
            let view = stage.view();
            let lasts = refresh_after(&stage.session, stage.now());
            stage.clock.pass(lasts.saturating_sub(Millis(1)));
            assert_eq!(view, stage.view(), "{name}");
            stage.clock.pass(Millis(1));
        }
    }
}

#[test]
fn nobody_is_hidden_behind_a_masked_office_and_the_deputy_is_named() {
    let mut plan = plan_import::sample().unwrap();
    plan.settings.mask_names = true;
    for speaker in plan.speakers.iter_mut().map(std::sync::Arc::make_mut) {
        for subject in &mut speaker.subjects {
            subject.agency = None;
            subject.opinion = None;
        }
    }
    let mut stage = Stage::of(plan);
    stage.goes_on_until(scenes::answers);
    let who = |stage: &Stage| match stage.view().scene {
        SceneView::Answer(turn) => (turn.who, turn.under.last().unwrap().clone()),
        other => panic!("{other:?}"),
    };
    assert_eq!(
        who(&stage),
        ("Ông Hoàng Văn Đức".into(), "Bí thư Đảng ủy xã".into())
    );
    let events = vec![Event::ChairReplaced {
        by: Official {
            honorific: "Bà".into(),
            name: "Vi Thị Huyền".into(),
            office: "Phó Chủ tịch UBND xã".into(),
        },
        case: None,
        article: None,
        reason: doithoai::domain::session::deviation::Reason {
            why: "ốm".into(),
            ordered_by: "Chủ tịch".into(),
        },
    }];
    let record = JournalEntry {
        by: None,
        request: None,
        seq: Seq(stage.session.history().last_seq().0 + 1),
        at: stage.clock.now(),
        events,
    };
    stage.session.apply(record);
    assert_eq!(who(&stage).0, "Bà Vi Thị Huyền");
}

#[test]
fn the_next_speaker_is_not_announced_while_something_of_the_present_one_is_open() {
    // given a rehearsal in which people raise several items that different agencies answer
    let mut stage = Stage::rehearsal();
    let mut announced: Option<u32> = None;
    let mut calls = 0;
    while stage.session.state().closed.is_none() {
        let view = stage.view();
        if let SceneView::Floor(turn) = &view.scene
            && turn.clock.is_none()
        {
            let next = stage.session.next();
            // then whoever is announced as next is called next
            assert!(matches!(next, Next::Call(_)), "{next:?}: {turn:?}");
            announced = Some(match next {
                Next::Call(number) => number.0,
                _ => unreachable!(),
            });
        }
        stage.goes_on();
        if let Some(turn) = stage.session.state().floor()
            && turn.phase == Phase::Speech
            && let Holder::Citizen(number) = turn.holder
            && let Some(expected) = announced.take()
        {
            assert_eq!(number.0, expected);
            calls += 1;
        }
    }
    assert!(calls > 10);
}

#[test]
fn while_somebody_speaks_the_line_below_says_who_answers_and_not_who_is_next() {
    let mut stage = scenes::speech(4, 20);
    let then = |stage: &Stage| match stage.view().scene {
        SceneView::Floor(turn) | SceneView::Answer(turn) => turn.then,
        other => panic!("{other:?}"),
    };
    assert!(
        then(&stage)[0].starts_with("Trả lời: "),
        "{:?}",
        then(&stage)
    );
    // and once everything of this speaker is being answered, who is called then
    stage.goes_on_until(|session| {
        session
            .state()
            .floor()
            .is_some_and(|turn| turn.phase == Phase::Answer)
            && matches!(session.next_after_turn(), Some(Next::Call(_)))
    });
    assert_eq!(then(&stage), ["Tiếp: số 5, ông Lường Văn Ẩn", "Tiếp: số 5"]);
}

#[test]
fn the_line_of_the_agenda_is_in_every_picture_but_the_dark_one() {
    for (name, stage) in scenes::all() {
        let view = stage.view();
        assert!(view.agenda.is_some(), "{name}");
    }
    let mut stage = scenes::blank();
    stage.act(Command::SetScene {
        scene: Some(Scene::Dark),
    });
    let view = stage.view();
    assert_eq!((view.agenda, name(&view.scene)), (None, "dark"));
}

#[test]
fn where_several_halls_listen_the_wall_says_from_which_of_them_somebody_speaks() {
    let mut plan = plan_import::sample().unwrap();
    plan.venue = Some("Hội trường xã".into());
    std::sync::Arc::make_mut(&mut plan.speakers[0]).venue = Some("Bản Lếch".into());
    let mut stage = Stage::of(plan);
    stage.goes_on_until(scenes::speaks(1));
    let view = stage.view();
    let told = format!("{view:?}");
    assert!(told.contains("· Bản Lếch"), "{told}");
    // In one hall it is left out.
    let mut one = Stage::rehearsal();
    one.goes_on_until(scenes::speaks(1));
    assert!(!format!("{:?}", one.view()).contains("· Bản Lếch"));
}
