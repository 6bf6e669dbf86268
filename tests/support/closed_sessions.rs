//! Sessions that were held to their end, each with a plan of its own, and their journals in folders.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use doithoai::domain::follow_up::SessionPromises;
use doithoai::domain::regulation::{ClassKind, Phase, StepKind};
use doithoai::domain::session::Session;
use doithoai::domain::session::command::Command;
use doithoai::domain::session::deviation::Reason;
use doithoai::domain::session::floor::Holder;
use doithoai::domain::session::item::{Class, ItemId};
use doithoai::domain::session::plan::{Number, Plan};
use doithoai::domain::time::Millis;
use doithoai::store::journal::{FILE_NAME, Journal};
use doithoai::store::profiles;

use super::days::day;
use super::stage::{Stage, StagePace};

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

/// Nothing goes by but what the commands take.
const PACE: StagePace = StagePace {
    command: Millis(900),
    before_tick: Millis::ZERO,
};

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
    let speakers = u32::try_from(plan.speakers.len()).unwrap();
    let mut stage = Stage::opened_at(&wall, PACE, plan, regulation);
    stage.step(&StepKind::Opening, 0, Some(reason()));
    stage.step(&StepKind::Announcement, 0, Some(reason()));
    stage.enter_dialogue(Some(reason()));
    for number in 1..=speakers {
        stage.act(Command::GiveFloor {
            phase: Phase::Speech,
            to: Holder::Citizen(Number(number)),
            items: vec![],
        });
        stage.pass(60);
        stage.act(Command::EndFloor);
        let item = stage.item_of(number);
        stage.act(Command::GiveFloor {
            phase: Phase::Answer,
            to: Holder::Chair,
            items: vec![item],
        });
        stage.pass(60);
        stage.act(Command::EndFloor);
        let class = classed(&stage.session, item, class(number));
        stage.act(Command::ClassItem { item, class });
    }
    stage.step(&StepKind::Conclusion, 0, Some(reason()));
    stage.act(Command::Close {
        reason: Some(reason()),
    });
    stage.session
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
