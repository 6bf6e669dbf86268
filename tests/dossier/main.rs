//! The dossier, read back with independent readers: from a session with every kind of event, under each regulation.

mod stage;

use doithoai::dossier::{Options, make, write};
use doithoai::session::plan::Layout;

#[test]
fn look() {
    let Ok(to) = std::env::var("LOOK") else {
        return;
    };
    for (name, stage) in stage::REGULATIONS
        .iter()
        .map(|id| (format!("{id}-state"), stage::everything(id, Layout::State)))
        .chain([
            (
                "party".to_owned(),
                stage::everything("dien-bien", Layout::Party),
            ),
            (
                "long".to_owned(),
                stage::long("dan-tien-2025", Layout::State, 25),
            ),
        ])
    {
        let options = Options::default();
        let files = make(&stage.record(), &stage.journal(), &options).unwrap();
        write(&files, &std::path::Path::new(&to).join(name), true).unwrap();
    }
}
