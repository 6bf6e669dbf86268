//! One evening under every regulation, in both layouts, in which what offices had to mend by hand happens: a deputy who was
//! a co-chair, people who came late, a slip, a conclusion that was left and taken up again, acts that were left out or taken
//! back, answers that were read out or kept as prepared. What has to stand in the papers, and what must not.

mod letters;
mod minutes;
mod sentences;

use doithoai::documents::Options;
use doithoai::domain::regulation::{ClassKind, Phase, Regulation, StepKind};
use doithoai::domain::session::attendance::{Attendee, Presence};
use doithoai::domain::session::command::{Command, Newcomer};
use doithoai::domain::session::event::NotePlace;
use doithoai::domain::session::floor::Holder;
use doithoai::domain::session::item::{Class, Raiser};
use doithoai::domain::session::plan::{AgencyId, Layout, Number, Official, OpinionId};
use doithoai::domain::session::queue::Standing;

use super::readers::{Docx, bytes, dossier};
use super::stage;
use super::stage::{REGULATIONS, Stage, official, reason};

const LAYOUTS: [Layout; 2] = [Layout::State, Layout::Party];

/// The papers of the evening as text: minutes, notice, slips, letters, petition.
pub struct Papers {
    pub minutes: String,
    pub notice: String,
    pub slips: Vec<String>,
    pub letters: Vec<String>,
    pub petition: String,
    pub board: String,
    pub workbook: String,
    pub told: String,
}

impl Papers {
    fn of(evening: &Stage, told: String) -> Self {
        let files = dossier(evening, &Options::default());
        let text = |path: &str| Docx::read(bytes(&files, path)).text();
        let under = |folder: &str| {
            let paths = files.iter().map(|file| file.path.as_str());
            paths
                .filter(|path| path.starts_with(folder))
                .map(text)
                .collect()
        };
        Self {
            minutes: text("bien-ban.docx"),
            notice: text("thong-bao-ket-luan.docx"),
            slips: under("phieu-chuyen/"),
            letters: under("thu-tra-loi/"),
            petition: text("kien-nghi-cap-tren.docx"),
            board: text("thong-bao-cong-khai.docx"),
            workbook: super::workbook::texts(bytes(&files, "bang-tong-hop.xlsx")).join("\n"),
            told,
        }
    }

    pub fn all(&self) -> impl Iterator<Item = &String> {
        [&self.minutes, &self.notice, &self.petition, &self.board]
            .into_iter()
            .chain(&self.slips)
            .chain(&self.letters)
    }

    pub fn has(&self, text: &str, sentence: &str) {
        assert!(text.contains(sentence), "{}: {sentence}\n{text}", self.told);
    }

    pub fn lacks(&self, text: &str, sentence: &str) {
        assert!(
            !text.contains(sentence),
            "{}: {sentence}\n{text}",
            self.told
        );
    }
}

fn newcomer(name: &str) -> Newcomer {
    Newcomer {
        honorific: "Ông".into(),
        name: name.into(),
        village: "thôn Suối Lê".into(),
        subject: Some("Mức hỗ trợ hộ nghèo sửa nhà khác nhau giữa các thôn?".into()),
    }
}

fn register(evening: &mut Stage, name: &str) -> u32 {
    evening.act(Command::Register {
        newcomer: newcomer(name),
        within_scope: Some(true),
        reason: None,
    });
    let people = evening.session.state().queue.people();
    people.last().unwrap().registration.number.0
}

fn step_of(evening: &Stage, kind: &StepKind) -> Option<doithoai::domain::regulation::Step> {
    let steps = &evening.session.regulation().steps;
    steps.iter().find(|step| &step.kind == kind).cloned()
}

/// The evening, to its closing.
pub fn evening(regulation: Regulation, layout: Layout) -> Stage {
    let mut plan = stage::plan(&regulation, layout, 8);
    // The deputy is announced as co-chair, too.
    let deputy = official("Bà", "Vi Thị Huyền", "Phó Chủ tịch UBND xã");
    plan.co_chairs.push(deputy.clone());
    // Two opinions were collected, one with an answer; the organisation keeps its capitals.
    let mut without = plan.opinions[0].clone();
    without.id = OpinionId(2);
    without.from = "Chi hội Phụ nữ thôn Phiêng Đồn".into();
    without.text = "Bao giờ di chuyển bãi rác?".into();
    without.prepared_answer = None;
    plan.opinions.push(without);
    // Number 1 registered what had been collected before.
    let first = std::sync::Arc::make_mut(&mut plan.speakers[0]);
    first.subjects[0].opinion = Some(OpinionId(1));
    let delegates = plan.delegates.clone();
    let mut evening = Stage::opened(plan, regulation);
    opening(&mut evening, deputy, &delegates);
    prepared_answers(&mut evening);
    first_speaker(&mut evening);
    other_speakers(&mut evening);
    conclusion(&mut evening);
    evening.pass(120);
    evening.act(Command::Close {
        reason: Some(reason("Hết giờ")),
    });
    evening
}

/// A deputy presides, some are absent, and acts of the opening are left out.
fn opening(evening: &mut Stage, deputy: Official, delegates: &[Official]) {
    evening.act(Command::ReplaceChair {
        by: deputy,
        case: None,
        reason: reason("Người chủ trì ốm đột xuất"),
    });
    evening.act(Command::RecordAttendance {
        marks: vec![
            (
                Attendee::Delegate(delegates[0].clone()),
                Some(Presence::Present),
            ),
            (
                Attendee::Delegate(delegates[1].clone()),
                Some(Presence::Absent),
            ),
            (
                Attendee::Agency(AgencyId("kinh-te".into())),
                Some(Presence::Substituted {
                    by: official("Ông", "Đàm Văn Thay", "Phó Trưởng phòng"),
                }),
            ),
        ],
        people: Some(87),
    });
    evening.pass(150);
    // The last act of the opening is left out.
    evening.step(&StepKind::Opening, 1, None);
    evening.step(
        &StepKind::Announcement,
        0,
        Some(reason("Đã phổ biến từ trước")),
    );
}

/// Both opinions are read out with their answers, where the text has a step for it.
fn prepared_answers(evening: &mut Stage) {
    if step_of(evening, &StepKind::PreparedAnswers).is_some() {
        evening.step(&StepKind::PreparedAnswers, 0, None);
        for opinion in [1, 2] {
            evening.act(Command::ReadPrepared {
                opinion: OpinionId(opinion),
            });
            evening.pass(60);
            evening.act(Command::EndFloor);
            let item = evening.session.state().items.last().unwrap().id;
            evening.act(Command::ClassItem {
                item,
                class: Class::AnsweredNow,
            });
        }
    }
}

/// Number 1 is answered as prepared, and something more is noted afterwards.
fn first_speaker(evening: &mut Stage) {
    evening.first_dialogue_step();
    // Number 1 is answered as prepared, and goes away for a second in between.
    evening.act(Command::GiveFloor {
        phase: Phase::Speech,
        to: Holder::Citizen(Number(1)),
        items: vec![],
    });
    evening.pass(100);
    evening.act(Command::Note {
        text: "Máy khởi động lại".into(),
        item: None,
    });
    evening.away(1);
    evening.act(Command::EndFloor);
    let one = evening.item_of(1);
    evening.act(Command::GiveFloor {
        phase: Phase::Answer,
        to: Holder::Agency(AgencyId("kinh-te".into())),
        items: vec![one],
    });
    evening.pass(100);
    evening.act(Command::EndFloor);
    evening.act(Command::AnswerAsPrepared { item: one });
    evening.act(Command::ClassItem {
        item: one,
        class: Class::AnsweredNow,
    });
    // Something more was noted once number 1 had sat down.
    evening.act(
        Command::RaiseItem {
            by: Raiser::Citizen(Number(1)),
            text: "Ghi thêm khi đã về chỗ".into(),
            opinion: None,
        }
        .with_scope(true),
    );
    let noted = evening.item_of(1);
    let Class::VerifyLater { due, .. } = evening.session.proposal(noted, ClassKind::VerifyLater)
    else {
        unreachable!("the class that was asked for");
    };
    evening.act(Command::ClassItem {
        item: noted,
        class: Class::VerifyLater {
            agency: Some(AgencyId("kinh-te".into())),
            due,
        },
    });
}

/// Those after number 1: heard, come late, on a slip, absent, without time.
fn other_speakers(evening: &mut Stage) {
    evening.round(2, ClassKind::VerifyLater);
    evening.round(3, ClassKind::ReportUpward);
    // One came late and spoke, one only registered.
    let late = register(evening, "Cứ A Sếnh");
    evening.round(late, ClassKind::AnsweredNow);
    let silent = register(evening, "Sùng A Lặng");
    evening.act(Command::NoteInto {
        text: "Hội trường mất điện ít phút".into(),
        item: None,
        place: NotePlace::Minutes,
    });
    // A slip becomes an item, others are set aside.
    evening.act(Command::SetStanding {
        number: Number(4),
        standing: Standing::WrittenSlip,
    });
    evening.act(Command::TakeUpSubjects {
        numbers: vec![Number(4)],
    });
    let slip = evening.item_of(4);
    evening.act(Command::ClassItem {
        item: slip,
        class: evening.session.proposal(slip, ClassKind::VerifyLater),
    });
    // One does not come when called, one takes the registration back, the others have no time left.
    evening.act(Command::SetStanding {
        number: Number(6),
        standing: Standing::Absent,
    });
    evening.act(Command::SetStanding {
        number: Number(7),
        standing: Standing::Withdrew,
    });
    evening.act(Command::NoTimeForRest);
    evening.act(Command::SetAsideSubjects {
        numbers: vec![Number(5), Number(6), Number(7)],
        why: "người đăng ký đồng ý nêu vào kỳ sau".into(),
    });
    evening.act(Command::SetAsideSubjects {
        numbers: vec![Number(silent)],
        why: "trùng ý kiến đã nêu".into(),
    });
}

/// The conclusion, begun twice, with its last act never done.
fn conclusion(evening: &mut Stage) {
    // The conclusion is begun, left for number 8, and taken up again; the last act of it is never done.
    let conclusion = step_of(evening, &StepKind::Conclusion).unwrap();
    let act = |act: usize| Command::Tick {
        act: conclusion.acts[act].id.clone(),
    };
    let enter = |step: doithoai::domain::regulation::StepId| Command::EnterStep {
        step,
        reason: Some(reason("Chủ trì cho nghe thêm một ý kiến")),
    };
    evening.pass(60);
    evening.act(enter(conclusion.id.clone()));
    evening.act(act(0));
    evening.act(Command::Undo);
    evening.pass(60);
    let dialogue = evening
        .session
        .regulation()
        .steps
        .iter()
        .find(|step| step.phases().contains(&Phase::Speech))
        .unwrap()
        .id
        .clone();
    evening.act(enter(dialogue));
    evening.round(8, ClassKind::VerifyLater);
    evening.act(enter(conclusion.id.clone()));
    let done = conclusion.acts.len().saturating_sub(1).max(1);
    for index in 0..done {
        evening.pass(30);
        evening.act(act(index));
    }
    evening.act(Command::WordConclusion {
        act: conclusion.acts[0].id.clone(),
        text: "Ghi nhận tinh thần thẳng thắn.\nGiao Văn phòng theo dõi từng ý kiến.".into(),
    });
    for act in conclusion.acts.iter().take(done) {
        assert!(
            evening
                .session
                .state()
                .agenda
                .is_ticked(&conclusion.id, &act.id)
        );
    }
}

pub fn each(story: impl Fn(&Stage, &Papers)) {
    for id in REGULATIONS {
        for layout in LAYOUTS {
            let regulation = doithoai::store::profiles::load(id, None).unwrap();
            let evening = evening(regulation, layout);
            let papers = Papers::of(&evening, format!("{id} {layout:?}"));
            story(&evening, &papers);
        }
    }
}
