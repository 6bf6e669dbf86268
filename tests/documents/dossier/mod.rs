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
pub mod readers;
mod spoke;
mod stage;
mod workbook;

/// Writes dossiers to look at into the folder that `DOSSIER_LOOK` names; does nothing without it.
#[test]
fn dossiers_to_look_at() {
    use doithoai::documents::Options;
    use doithoai::domain::session::plan::Layout;
    use doithoai::store::bundle::write;
    let Ok(to) = std::env::var("DOSSIER_LOOK") else {
        return;
    };
    let mut stages: Vec<(String, stage::Stage)> = stage::REGULATIONS
        .iter()
        .map(|id| ((*id).to_owned(), stage::everything(id, Layout::State)))
        .collect();
    stages.push((
        "party".into(),
        stage::everything("dien-bien", Layout::Party),
    ));
    stages.push((
        "long".into(),
        stage::long("dan-tien-2025", Layout::State, 25),
    ));
    for (name, stage) in stages {
        let files = readers::dossier(&stage, &Options::default());
        write(&files, &std::path::Path::new(&to).join(name)).unwrap();
    }
}
