//! Whole sessions: one in which everything happens that can, and one of any length.

use chrono::NaiveDate;
use doithoai::domain::regulation::{ClassKind, Phase, StepKind};
use doithoai::domain::session::command::{Command, Newcomer};
use doithoai::domain::session::floor::{Holder, TurnId};
use doithoai::domain::session::item::{Class, Due, ItemId, Raiser};
use doithoai::domain::session::plan::{AgencyId, Layout, Number, OpinionId};
use doithoai::domain::session::queue::Standing;
use doithoai::domain::session::timing::{Edge, SegmentId};
use doithoai::domain::time::Millis;
use doithoai::store::profiles;

use super::{Stage, TAKEN_BACK, official, plan, reason};

/// A session in which everything happens: a deputy, acts left out, prepared answers, each class, follow-up, absence,
/// withdrawal, a slip, a refusal, a newcomer, a break, an interruption, a corrected time, an act taken back.
pub fn everything(id: &str, layout: Layout) -> Stage {
    let regulation = profiles::load(id, None).unwrap();
    let case = regulation
        .rules
        .deputy
        .as_ref()
        .and_then(|rule| rule.cases.first())
        .map(|case| case.id.clone());
    let mut stage = Stage::opened(plan(&regulation, layout, 10), regulation);
    stage.act(Command::ReplaceChair {
        by: if layout == Layout::State {
            official("Bà", "Vi Thị Huyền", "Phó Chủ tịch UBND xã")
        } else {
            official(
                "Đồng chí",
                "Ma Thị Ngọc",
                "Phó Bí thư Thường trực Đảng ủy xã",
            )
        },
        case,
        reason: reason("Người chủ trì ốm đột xuất"),
    });
    opening(&mut stage);
    first_speakers(&mut stage);
    away_and_slip(&mut stage);
    newcomer(&mut stage);
    interrupted_speaker(&mut stage);
    mended_times(&mut stage);
    stage.act(Command::NoTimeForRest);
    conclude(&mut stage);
    stage
}

/// The opening without one of its acts, and what was prepared read out where the text has a step for it.
fn opening(stage: &mut Stage) {
    let has_prepared = stage
        .session
        .regulation()
        .steps
        .iter()
        .any(|step| step.kind == StepKind::PreparedAnswers);
    stage.pass(150);
    stage.step(&StepKind::Opening, 1, None);
    stage.pass(60);
    stage.step(
        &StepKind::Announcement,
        0,
        Some(reason("Bộ phận đăng ký đã được phân công từ trước")),
    );
    stage.pass(200);
    if has_prepared {
        stage.step(&StepKind::PreparedAnswers, 0, None);
        stage.act(Command::ReadPrepared {
            opinion: OpinionId(1),
        });
        stage.pass(95);
        stage.act(Command::EndFloor);
        stage.act(Command::ClassItem {
            item: ItemId(1),
            class: Class::AnsweredNow,
        });
    }
    stage.first_dialogue_step();
}

/// Each class, with an exchange where the text has one.
fn first_speakers(stage: &mut Stage) {
    let has_follow_up = stage
        .session
        .regulation()
        .steps
        .iter()
        .any(|step| step.phases().contains(&Phase::Exchange));
    stage.round(1, ClassKind::AnsweredNow);
    stage.round(2, ClassKind::VerifyLater);
    if has_follow_up {
        let item = stage.session.state().items.last().unwrap().id;
        stage.act(Command::GiveFloor {
            phase: Phase::Exchange,
            to: Holder::Citizen(Number(2)),
            items: vec![item],
        });
        stage.pass(45);
        stage.act(Command::EndFloor);
    }
    stage.round(3, ClassKind::ReportUpward);
}

/// One is absent, one hands in a slip after the break, one is refused, one takes the registration back.
fn away_and_slip(stage: &mut Stage) {
    stage.act(Command::SetStanding {
        number: Number(4),
        standing: Standing::Absent,
    });
    stage.act(Command::BeginBreak {
        planned: Some(Millis::of_minutes(10)),
    });
    stage.pass(11 * 60);
    stage.act(Command::EndBreak);
    stage.act(Command::SetStanding {
        number: Number(5),
        standing: Standing::WrittenSlip,
    });
    stage.act(Command::RaiseItem {
        by: Raiser::Citizen(Number(5)),
        text: "Mương dẫn nước bị vùi lấp; gọi lại giúp theo số 0987 654 321".into(),
        opinion: None,
    });
    let slip = stage.session.state().items.last().unwrap().id;
    stage.act(Command::ClassItem {
        item: slip,
        class: Class::VerifyLater {
            agency: Some(AgencyId("hanh-chinh-cong".into())),
            due: Due {
                on: NaiveDate::from_ymd_opt(2026, 12, 18),
                under: None,
            },
        },
    });
    if let Some(ground) = stage.ground() {
        stage.act(Command::RefusePerson {
            number: Number(6),
            ground,
        });
    } else {
        stage.act(Command::SetStanding {
            number: Number(6),
            standing: Standing::Absent,
        });
    }
    stage.act(Command::SetStanding {
        number: Number(7),
        standing: Standing::Withdrew,
    });
}

/// Somebody who was not registered is heard within the scope.
fn newcomer(stage: &mut Stage) {
    let newcomer = Newcomer {
        honorific: "Ông".into(),
        name: "Cứ A Sếnh".into(),
        village: "thôn Suối Lê".into(),
        subject: Some("Mức hỗ trợ hộ nghèo sửa nhà khác nhau giữa các thôn".into()),
    };
    stage.act(Command::Register {
        newcomer,
        within_scope: Some(true),
        reason: Some(reason("Ý kiến liên quan trực tiếp đến nội dung đối thoại")),
    });
    let number = stage
        .session
        .state()
        .queue
        .people()
        .last()
        .unwrap()
        .registration
        .number
        .0;
    stage.round(number, ClassKind::AnsweredNow);
}

/// Number 8 speaks on while the program is away, and the chair answers.
fn interrupted_speaker(stage: &mut Stage) {
    // The program is away while number 8 speaks, and the speaker goes on.
    stage.act(Command::GiveFloor {
        phase: Phase::Speech,
        to: Holder::Citizen(Number(8)),
        items: vec![],
    });
    stage.pass(30);
    stage.act(Command::Note {
        text: "Chú ý riêng cho thư ký".into(),
        item: None,
    });
    stage.away(95);
    stage.act(Command::JudgeAway { went_on: true });
    stage.pass(40);
    stage.act(Command::EndFloor);
    let item = stage.session.state().items.last().unwrap().id;
    stage.act(Command::GiveFloor {
        phase: Phase::Answer,
        to: Holder::Chair,
        items: vec![item],
    });
    stage.pass(60);
    stage.act(Command::EndFloor);
    stage.act(Command::ClassItem {
        item,
        class: Class::ReportUpward {
            authority: Some("Sở Công Thương".into()),
            due: None,
        },
    });
}

/// A time is corrected, and an act taken back.
fn mended_times(stage: &mut Stage) {
    // The first speech really began half a minute later than the key was pressed.
    let first = stage
        .session
        .state()
        .turns
        .iter()
        .find(|turn| turn.phase == Phase::Speech)
        .map_or(TurnId(1), |turn| turn.id);
    stage.act(Command::CorrectTime {
        segment: SegmentId::Turn(first),
        edge: Edge::Begin,
        by: 60_000,
        reason: reason("Bấm sớm khi người phát biểu còn đi lên"),
    });
    let taken_back = Command::RaiseItem {
        by: Raiser::Citizen(Number(1)),
        text: TAKEN_BACK.into(),
        opinion: None,
    };
    stage.act(taken_back.with_scope(true));
    stage.act(Command::Undo);
}

/// The conclusion with the chair's own words, and closing.
pub fn conclude(stage: &mut Stage) {
    let act = stage
        .session
        .regulation()
        .steps
        .iter()
        .find(|step| step.kind == StepKind::Conclusion)
        .and_then(|step| step.acts.first())
        .unwrap()
        .id
        .clone();
    stage.pass(30);
    stage.step(&StepKind::Conclusion, 0, Some(reason("Hết thời gian")));
    stage.act(Command::WordConclusion {
        act,
        text: "Ghi nhận tinh thần thẳng thắn của Nhân dân. Giao Văn phòng theo dõi từng ý kiến."
            .into(),
    });
    let people = stage.session.state().queue.people().iter();
    let numbers: Vec<Number> = people
        .filter(|person| person.subjects_left().next().is_some())
        .map(|person| person.registration.number)
        .collect();
    if !numbers.is_empty() {
        stage.act(Command::SetAsideSubjects {
            numbers,
            why: "người đăng ký đồng ý gửi bằng văn bản sau".into(),
        });
    }
    stage.pass(300);
    stage.act(Command::Close {
        reason: Some(reason("Hết thời gian")),
    });
}

/// A plain session with so many speakers, all of whom speak.
pub fn long(id: &str, layout: Layout, speakers: u32) -> Stage {
    let regulation = profiles::load(id, None).unwrap();
    let mut plan = plan(&regulation, layout, speakers);
    plan.opinions.clear();
    let mut stage = Stage::opened(plan, regulation);
    stage.up_to_the_dialogue();
    for number in 1..=speakers {
        stage.round(
            number,
            ClassKind::ALL[(number as usize + number as usize / 3) % 3],
        );
        stage.pass(10);
    }
    conclude(&mut stage);
    stage
}
