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
mod evening;
mod integrity;
mod presided;
mod public;
pub mod readers;
mod spoke;
mod stage;
mod told;
mod venues;
mod workbook;

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
        write(&files, &to.join(name)).unwrap();
    }
    for id in stage::REGULATIONS {
        for layout in [Layout::State, Layout::Party] {
            let mut plan = plan_import::sample_under(&load(id)).unwrap();
            plan.layout = layout;
            let stage = stage::Stage::opened(plan, load(id));
            let papers = preparation::make(&stage.record(), None).unwrap();
            write(&papers, &to.join(format!("truoc-{id}-{layout:?}"))).unwrap();
        }
    }
}
