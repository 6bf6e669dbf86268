//! Sessions that were held to their end, each with a plan of its own, and their journals in folders.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use doithoai::domain::follow_up::SessionPromises;
use doithoai::domain::regulation::{ClassKind, Phase, StepKind};
use doithoai::domain::session::Session;
use doithoai::domain::session::command::Command;
use doithoai::domain::session::deviation::Reason;
use doithoai::domain::session::event::{JournalEntry, Seq};
use doithoai::domain::session::floor::Holder;
use doithoai::domain::session::item::{Class, ItemId, Raiser};
use doithoai::domain::session::plan::{Number, Plan};
use doithoai::domain::time::Millis;
use doithoai::store::clock::Clock;
use doithoai::store::journal::{FILE_NAME, Journal};
use doithoai::store::profiles;

use super::days::day;

/// A plan whose speakers each raise one thing.
pub fn plan(regulation: &str, held: NaiveDate, body: &str, speakers: u32) -> Plan {
    const FIELDS: [&str; 5] = [
        "Giao thông",
        "Đất đai",
        "Nước sinh hoạt",
        "Môi trường",
        "Điện",
    ];
    const AGENCIES: [&str; 3] = ["kinh-te", "hanh-chinh", "van-hoa"];
    let people: Vec<String> = (1..=speakers)
        .map(|number| {
            let at = number as usize;
            format!(
                r#"(number: {number}, honorific: "Bà", name: "Nguyễn Thị Số {number}", village: "thôn {}",
                    subjects: [(text: "Đề nghị xem xét việc thứ {number} của thôn", topic: Some("{}"), agency: Some("{}"))])"#,
                1 + number % 7,
                FIELDS[at % 5],
                AGENCIES[at % 3],
            )
        })
        .collect();
    let text = format!(
        r#"(
            regulation: "{regulation}", title: "Đối thoại của {body}", fictional: true, level: Commune,
            held: "{held}T08:00:00", place: "Hội trường", body: "{body}", layout: State,
            superior_body: Some("Ủy ban nhân dân tỉnh (mẫu)"),
            chair: (honorific: "Ông", name: "Hoàng Văn Mẫu", office: "Chủ tịch {body}"),
            lead_agency: "Văn phòng", higher_levels: ["Ủy ban nhân dân tỉnh (mẫu)"],
            agencies: [
                (id: "kinh-te", name: "Phòng Kinh tế"), (id: "hanh-chinh", name: "Trung tâm Phục vụ hành chính công"),
                (id: "van-hoa", name: "Phòng Văn hóa - Xã hội"),
            ],
            speakers: [{}],
        )"#,
        people.join(",")
    );
    doithoai::documents::ron_file::parse(&text).unwrap_or_else(|error| panic!("{error:?}\n{text}"))
}

struct Hand {
    session: Session,
    clock: Clock,
}

impl Hand {
    fn does(&mut self, command: Command) {
        let now = self.clock.now();
        let asked = format!("{command:?}");
        let events = self
            .session
            .decide(command, now)
            .unwrap_or_else(|refusal| panic!("{asked}: {refusal}"));
        let record = self.session.record(events, now);
        self.session.apply(record);
        self.clock.pass(Millis(900));
    }

    fn step(&mut self, wanted: impl Fn(&StepKind) -> bool) {
        let step = self
            .session
            .regulation()
            .steps
            .iter()
            .find(|step| wanted(&step.kind))
            .unwrap()
            .clone();
        let reason = Some(reason());
        self.does(Command::EnterStep {
            step: step.id.clone(),
            reason,
        });
        if matches!(step.kind, StepKind::Dialogue(_)) {
            return;
        }
        for act in &step.acts {
            let act = act.id.clone();
            self.does(Command::Tick { act });
        }
    }
}

fn reason() -> Reason {
    Reason {
        why: "Đã hết nội dung".into(),
        ordered_by: "ông Hoàng Văn Mẫu".into(),
    }
}

/// A closed session of a plan; `class` says what becomes of each item.
pub fn closed_of(plan: Plan, class: impl Fn(u32) -> ClassKind) -> Session {
    let regulation = profiles::load(&plan.regulation.0, None).unwrap();
    let wall = format!("{}T08:00:00+07:00", plan.held.date());
    let clock = Clock::by_hand(wall.parse().unwrap());
    let speakers = u32::try_from(plan.speakers.len()).unwrap();
    let opening = Session::opening(plan, regulation);
    let session = Session::open(JournalEntry::new(Seq(1), clock.now(), opening)).unwrap();
    let mut hand = Hand { session, clock };
    hand.step(|kind| *kind == StepKind::Opening);
    hand.step(|kind| *kind == StepKind::Announcement);
    hand.step(|kind| matches!(kind, StepKind::Dialogue(_)));
    for number in 1..=speakers {
        hand.does(Command::GiveFloor {
            phase: Phase::Speech,
            to: Holder::Citizen(Number(number)),
            items: vec![],
        });
        hand.clock.pass(Millis::of_seconds(60));
        hand.does(Command::EndFloor);
        let item = raised(&hand.session, number);
        hand.does(Command::GiveFloor {
            phase: Phase::Answer,
            to: Holder::Chair,
            items: vec![item],
        });
        hand.clock.pass(Millis::of_seconds(60));
        hand.does(Command::EndFloor);
        let class = classed(&hand.session, item, class(number));
        hand.does(Command::ClassItem { item, class });
    }
    hand.step(|kind| *kind == StepKind::Conclusion);
    hand.does(Command::Close {
        reason: Some(reason()),
    });
    hand.session
}

fn raised(session: &Session, number: u32) -> ItemId {
    let mut items = session.state().items.iter();
    items
        .find(|item| item.by == Raiser::Citizen(Number(number)))
        .unwrap()
        .id
}

fn classed(session: &Session, item: ItemId, kind: ClassKind) -> Class {
    let deadline = session.regulation().deadline_for(kind);
    let class = session.proposal(item, kind);
    match class {
        Class::VerifyLater { agency, mut due } => {
            due.under = deadline.map(|deadline| deadline.id.clone());
            Class::VerifyLater { agency, due }
        }
        kept @ (Class::AnsweredNow | Class::ReportUpward { .. }) => kept,
    }
}

/// A closed session with so many items: one answered there, one for above, the rest to be answered later.
pub fn closed(regulation: &str, held: &str, items: u32) -> Session {
    closed_of(
        plan(regulation, day(held), "Ủy ban nhân dân xã Mẫu", items),
        |number| match number {
            1 => ClassKind::AnsweredNow,
            2 => ClassKind::ReportUpward,
            _ => ClassKind::VerifyLater,
        },
    )
}

pub fn promises(session: &Session) -> SessionPromises {
    SessionPromises::of(session)
}

/// Lays the session down as a folder with its journal.
pub fn laid_down(session: &Session, folder: &Path) -> PathBuf {
    std::fs::create_dir_all(folder).unwrap();
    let records = session
        .history()
        .entries()
        .iter()
        .map(|entry| &entry.record);
    drop(Journal::create(&folder.join(FILE_NAME), records).unwrap());
    folder.to_owned()
}
