//! Every picture the hall can see, played up to.

use std::sync::LazyLock;

use doithoai::domain::regulation::{ClassKind, Phase, StepKind};
use doithoai::domain::session::Session;
use doithoai::domain::session::command::Command;
use doithoai::domain::session::floor::Holder;
use doithoai::domain::session::next::Next;
use doithoai::domain::session::scene::Scene;
use doithoai::domain::time::Millis;

use doithoai::domain::hall_view::ProjectorView;

use crate::projector::stage::Stage;

/// All pictures, taken once.
pub static VIEWS: LazyLock<Vec<(&str, ProjectorView)>> = LazyLock::new(|| {
    all()
        .into_iter()
        .map(|(name, stage)| (name, stage.view()))
        .collect()
});

pub fn speaks(number: u32) -> impl Fn(&Session) -> bool {
    move |session| {
        session.state().floor().is_some_and(|turn| {
            matches!(turn.holder, Holder::Citizen(holder) if holder.0 == number)
                && turn.phase == Phase::Speech
        })
    }
}

pub fn answers(session: &Session) -> bool {
    session
        .state()
        .floor()
        .is_some_and(|turn| turn.phase == Phase::Answer)
}

pub fn concludes(session: &Session) -> bool {
    session
        .present_step()
        .is_some_and(|step| step.kind == StepKind::Conclusion)
}

fn at(there: impl Fn(&Session) -> bool) -> Stage {
    let mut stage = Stage::rehearsal();
    stage.goes_on_until(there);
    stage
}

/// A speech after so many seconds of its three minutes.
pub fn speech(number: u32, seconds: u64) -> Stage {
    let mut stage = at(speaks(number));
    stage.pass(seconds);
    stage
}

pub fn before() -> Stage {
    Stage::rehearsal()
}

pub fn agenda() -> Stage {
    let mut stage = at(speaks(3));
    stage.pass(60);
    stage.act(Command::SetScene {
        scene: Some(Scene::Agenda),
    });
    stage
}

pub fn opening() -> Stage {
    let mut stage = Stage::rehearsal();
    for _ in 0..4 {
        stage.goes_on();
        stage.pass(45);
    }
    stage
}

pub fn answer() -> Stage {
    let mut stage = at(speaks(4));
    stage.goes_on_until(answers);
    stage.pass(70);
    stage
}

pub fn coming() -> Stage {
    let mut stage = at(speaks(4));
    stage.goes_on_until(|session| {
        session.next() == Next::Call(doithoai::domain::session::plan::Number(5))
    });
    stage
}

pub fn rest() -> Stage {
    let mut stage = at(speaks(4));
    stage.act(Command::BeginBreak {
        planned: Some(Millis::of_minutes(15)),
    });
    stage.pass(200);
    stage
}

/// In the evening, and still so the next morning.
pub fn adjourned() -> Stage {
    let mut stage = at(speaks(4));
    stage.act(Command::Adjourn { reason: None });
    stage.pass(15 * 60 * 60);
    stage
}

pub fn conclusion() -> Stage {
    at(concludes)
}

pub fn conclusion_of_one_class() -> Stage {
    let mut stage = at(concludes);
    stage.act(Command::SetScene {
        scene: Some(Scene::Conclusion(Some(ClassKind::VerifyLater))),
    });
    stage.pass(13);
    stage
}

pub fn message() -> Stage {
    let mut stage = at(speaks(2));
    stage.act(Command::ShowHall {
        message: Some(
            "Đề nghị ông Lường Văn Ẩn và bà Sùng Thị Mỵ đến bàn thư ký để ký biên bản".into(),
        ),
    });
    stage
}

pub fn blank() -> Stage {
    let mut stage = at(speaks(2));
    stage.act(Command::SetScene {
        scene: Some(Scene::Blank),
    });
    stage
}

pub fn ended() -> Stage {
    at(|session| session.state().closed.is_some())
}

pub fn all() -> Vec<(&'static str, Stage)> {
    vec![
        ("before", before()),
        ("opening", opening()),
        ("agenda", agenda()),
        ("floor", speech(4, 42)),
        ("warning", speech(6, 130)),
        ("last", speech(7, 170)),
        ("over", speech(5, 222)),
        ("coming", coming()),
        ("answer", answer()),
        ("break", rest()),
        ("adjourned", adjourned()),
        ("conclusion", conclusion()),
        ("conclusion-class", conclusion_of_one_class()),
        ("message", message()),
        ("blank", blank()),
        ("ended", ended()),
    ]
}
