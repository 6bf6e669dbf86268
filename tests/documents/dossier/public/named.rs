//! A session in which every text that somebody may type names a person of its own.

use doithoai::domain::regulation::{ClassKind, StepKind};
use doithoai::domain::session::command::Command;
use doithoai::domain::session::deviation::Reason;
use doithoai::domain::session::event::NotePlace;
use doithoai::domain::session::floor::TurnId;
use doithoai::domain::session::item::Class;
use doithoai::domain::session::plan::{Layout, Number, OpinionId, Plan};
use doithoai::domain::session::queue::Standing;
use doithoai::domain::session::timing::{Edge, SegmentId};
use doithoai::store::profiles;

use crate::dossier::stage::{self, Stage};

/// A session in which every text that somebody may type names a person of its own, unknown to the record.
pub fn names_in_every_text(id: &str, layout: Layout) -> (Stage, Vec<String>) {
    let mut people = Somebodies::default();
    let regulation = profiles::load(id, None).unwrap();
    let mut plan = stage::plan(&regulation, layout, 5);
    plan.settings.mask_names = false;
    names_in_plan(&mut plan, &mut people);
    let mut stage = Stage::opened(plan, regulation);
    stage.act(Command::ReplaceChair {
        by: stage::official("Bà", "Vi Thị Huyền", "Phó Chủ tịch UBND xã"),
        case: None,
        reason: by(
            format!("Đến viếng {}", people.name("Tám")),
            people.name("Chín"),
        ),
    });
    read_out(&mut stage);
    names_in_dialogue(&mut stage, &mut people);
    names_set_aside(&mut stage, &mut people);
    names_in_conclusion(&mut stage, &mut people);
    (stage, people.names)
}

fn names_in_plan(plan: &mut Plan, people: &mut Somebodies) {
    let opinion = &mut plan.opinions[0];
    opinion.from = format!("Gia đình {}", people.name("Mốt"));
    opinion.text = format!("Đường vào nhà {} lún", people.name("Hai"));
    opinion.topic = Some(format!("Đường nhà {}", people.name("Haimốt")));
    opinion.prepared_answer = Some(format!("Đã gặp {}", people.name("Ba")));
    let first = std::sync::Arc::make_mut(&mut plan.speakers[0]);
    first.village = format!("nhà {}, thôn Nà Hỏi", people.name("Bốn"));
    first.subjects[0].text = format!("Mương cạnh nhà {} tắc", people.name("Năm"));
    first.subjects[0].topic = Some(format!("Mương của {}", people.name("Sáu")));
    first.subjects[0].opinion = Some(plan.opinions[0].id);
    let silent = std::sync::Arc::make_mut(&mut plan.speakers[4]);
    silent.subjects[0].text = format!("Kiện {}", people.name("Bảy"));
}

/// The steps before the dialogue, with the prepared answer where the text has a step for it.
fn read_out(stage: &mut Stage) {
    stage.step(&StepKind::Opening, 0, None);
    stage.step(&StepKind::Announcement, 0, None);
    let reads = &stage.session.regulation().steps;
    if reads
        .iter()
        .any(|step| step.kind == StepKind::PreparedAnswers)
    {
        stage.step(&StepKind::PreparedAnswers, 0, None);
        stage.act(Command::ReadPrepared {
            opinion: OpinionId(1),
        });
        stage.pass(60);
        stage.act(Command::EndFloor);
        let item = stage.session.state().items.last().unwrap().id;
        stage.act(Command::ClassItem {
            item,
            class: Class::AnsweredNow,
        });
    }
    stage.first_dialogue_step();
}

fn names_in_dialogue(stage: &mut Stage, people: &mut Somebodies) {
    stage.round(1, ClassKind::AnsweredNow);
    let item = stage.item_of(1);
    stage.act(Command::AnswerAsPrepared { item });
    stage.round(2, ClassKind::AnsweredNow);
    let item = stage.item_of(2);
    stage.act(Command::SummariseAnswer {
        item,
        answer: format!("Đã hẹn {}", people.name("Mười")),
    });
    stage.round(3, ClassKind::ReportUpward);
    let item = stage.item_of(3);
    stage.act(Command::ClassItem {
        item,
        class: Class::ReportUpward {
            authority: Some(format!("Sở Công Thương, {}", people.name("Mườimốt"))),
            due: None,
        },
    });
    stage.act(Command::Note {
        text: format!("Để ý {}", people.name("Mườihai")),
        item: None,
    });
    stage.act(Command::NoteInto {
        text: format!("Có {} đến muộn", people.name("Mườiba")),
        item: None,
        place: NotePlace::Minutes,
    });
    stage.act(Command::CorrectTime {
        segment: SegmentId::Turn(TurnId(1)),
        edge: Edge::Begin,
        by: 3_000,
        reason: by(
            format!("Chờ {}", people.name("Mườibốn")),
            people.name("Mườilăm"),
        ),
    });
}

fn names_set_aside(stage: &mut Stage, people: &mut Somebodies) {
    stage.act(Command::SetStanding {
        number: Number(4),
        standing: Standing::WrittenSlip,
    });
    stage.act(Command::TakeUpSubjects {
        numbers: vec![Number(4)],
    });
    let slip = stage.item_of(4);
    stage.act(Command::ClassItem {
        item: slip,
        class: stage.session.proposal(slip, ClassKind::VerifyLater),
    });
    stage.act(Command::NoTimeForRest);
    stage.act(Command::SetAsideSubjects {
        numbers: vec![Number(5)],
        why: format!("trùng với {}", people.name("Mườisáu")),
    });
}

fn names_in_conclusion(stage: &mut Stage, people: &mut Somebodies) {
    let conclusion = stage.session.regulation().steps.iter();
    let act = conclusion
        .filter(|step| step.kind == StepKind::Conclusion)
        .flat_map(|step| &step.acts)
        .next()
        .unwrap()
        .id
        .clone();
    stage.step(
        &StepKind::Conclusion,
        1,
        Some(by(
            format!("Vì {}", people.name("Mườibảy")),
            people.name("Mườitám"),
        )),
    );
    stage.act(Command::WordConclusion {
        act,
        text: format!("Cảm ơn {}.", people.name("Mườichín")),
    });
    stage.act(Command::Close {
        reason: Some(by(
            format!("Theo {}", people.name("Haimươi")),
            people.name("Haimươimốt"),
        )),
    });
}

/// People whom the record does not know, each named once.
#[derive(Default)]
struct Somebodies {
    names: Vec<String>,
}

impl Somebodies {
    fn name(&mut self, given: &str) -> String {
        self.names.push(format!("Sầm Thị {given}"));
        format!("bà Sầm Thị {given}")
    }
}

fn by(why: String, who: String) -> Reason {
    Reason {
        why,
        ordered_by: who,
    }
}
