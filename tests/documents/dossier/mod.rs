//! The dossier, read back with independent readers: from a session with every kind of event, under each regulation.

#![expect(clippy::string_slice, reason = "a story that cannot go on fails")]
#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "what files hold as fractions is compared as whole numbers"
)]

mod any_regulation;
mod contents;
mod days;
mod documents;
pub mod evening;
mod faithful;
mod integrity;
mod presided;
mod public;
pub mod readers;
mod sentences;
mod spoke;
mod stage;
mod told;
mod venues;
mod workbook;

/// The papers that follow a session: its notice is out, one answer came, one agency is reminded.
#[cfg(test)]
fn after(stage: &stage::Stage) -> Vec<doithoai::documents::DossierFile> {
    use doithoai::documents::{AfterSession, make_after};
    use doithoai::domain::follow_up::{FollowUpPaper, LedgerCommand};
    use doithoai::domain::regulation::ClassKind;

    use crate::support::closed_sessions::promises;
    use crate::support::days::letter;
    use crate::support::ledger_office::Office;
    let mut office = Office::of(promises(&stage.session), "25/11/2026");
    office.is_on("01/12/2026");
    office.enters(Office::notice(letter("15/TB-UBND", "01/12/2026")));
    let owed: Vec<u32> = office
        .promises
        .items
        .iter()
        .filter(|item| item.class == Some(ClassKind::VerifyLater))
        .map(|item| item.id)
        .collect();
    let (first, rest) = owed.split_first().unwrap();
    office.is_on("10/12/2026");
    office.enters(LedgerCommand::Answer {
        item: *first,
        letter: letter("45/KT", "10/12/2026"),
        outcome: doithoai::domain::follow_up::AnswerOutcome::Partly,
        text: Some("Đã sửa 300 m đường, đoạn còn lại làm sau Tết".into()),
        told: None,
        correction: None,
    });
    office.is_on("25/01/2027");
    let record = stage.record();
    let overview = office.sees();
    let after = AfterSession {
        record: &record,
        promises: &office.promises,
        ledger: office.ledger.state(),
        overview: &overview,
        today: office.today(),
    };
    let papers = [
        FollowUpPaper::Reminder {
            agency: "Trung tâm Phục vụ hành chính công xã".into(),
            items: rest.to_vec(),
        },
        FollowUpPaper::ResultLetter { item: *first },
        FollowUpPaper::Dated,
        FollowUpPaper::Settlement,
        FollowUpPaper::Opening,
    ];
    let made = papers.iter().map(|paper| make_after(after, paper, None));
    made.flat_map(Result::unwrap).collect()
}

/// Writes papers to look at into the folder that `DOSSIER_LOOK` names; does nothing without it: an evening under every
/// regulation in both layouts, short minutes of a long one, a session on two days, and what is written before.
#[test]
fn dossiers_to_look_at() {
    use doithoai::documents::{Options, plan_import, preparation};
    use doithoai::domain::session::plan::Layout;
    use doithoai::store::bundle::write;
    use doithoai::store::profiles;
    let Ok(to) = std::env::var("DOSSIER_LOOK") else {
        return;
    };
    let to = std::path::Path::new(&to);
    let load = |id: &str| profiles::load(id, None).unwrap();
    let mut stages: Vec<(String, stage::Stage)> = Vec::new();
    for id in stage::REGULATIONS {
        stages.push((id.to_owned(), evening::evening(load(id), Layout::State)));
        stages.push((
            format!("{id}-dang"),
            evening::evening(load(id), Layout::Party),
        ));
    }
    stages.push((
        "moi-viec".into(),
        stage::everything("dien-bien", Layout::State),
    ));
    stages.push((
        "hai-ngay".into(),
        days::over_two_days("qd-1573-2025", Layout::State),
    ));
    stages.push((
        "dai".into(),
        stage::long("dan-tien-2025", Layout::State, 65),
    ));
    for (name, stage) in stages {
        let files = readers::dossier(&stage, &Options::default());
        write(&files, &to.join(&name)).unwrap();
        let public = Options {
            public: true,
            mask_names: true,
            ..Options::default()
        };
        let files = readers::dossier(&stage, &public);
        write(&files, &to.join(format!("cong-khai-{name}"))).unwrap();
        write(&after(&stage), &to.join(format!("sau-{name}"))).unwrap();
        // A folder of its own, for the commands that read sessions.
        let session = to.with_file_name("sessions").join(&name);
        crate::support::closed_sessions::laid_down(&stage.session, &session);
    }
    for id in stage::REGULATIONS {
        for layout in [Layout::State, Layout::Party] {
            let sample = plan_import::sample_under(&load(id)).unwrap();
            // Head, chair and layout of one kind of body; what was collected is the sample's.
            let own = stage::plan(&load(id), layout, 8);
            let plan = doithoai::domain::session::plan::Plan {
                contents: sample.contents,
                agencies: sample.agencies,
                delegates: sample.delegates,
                opinions: sample.opinions,
                speakers: Vec::new(),
                ..own
            };
            let stage = stage::Stage::opened(plan, load(id));
            let papers = preparation::make(&stage.record(), None).unwrap();
            write(&papers, &to.join(format!("truoc-{id}-{layout:?}"))).unwrap();
        }
    }
}
