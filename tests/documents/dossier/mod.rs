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

/// Writes papers into a folder and lets other programs read every one: none is empty, none shows the place of a value that
/// nobody filled in. Says which were read.
#[cfg(test)]
fn written_and_read(files: &[doithoai::documents::DossierFile], to: &std::path::Path) -> usize {
    use calamine::Reader as _;
    doithoai::store::bundle::write(files, to).unwrap();
    let mut read = 0;
    for file in files {
        let path = to.join(&file.path);
        let bytes = std::fs::read(&path).unwrap();
        assert!(bytes == file.bytes, "{} is another one", path.display());
        let text = match path.extension().and_then(std::ffi::OsStr::to_str) {
            Some("docx") => readers::Docx::read(&bytes).text(),
            Some("xlsx") => {
                let mut book: calamine::Xlsx<_> = calamine::open_workbook(&path).unwrap();
                let mut cells = String::new();
                for (_, sheet) in book.worksheets() {
                    for cell in sheet.used_cells() {
                        cells.push_str(&cell.2.to_string());
                        cells.push('\n');
                    }
                }
                cells
            }
            _ => continue,
        };
        assert!(
            text.chars().any(char::is_alphabetic),
            "{} is empty",
            path.display()
        );
        let place = text
            .find('{')
            .map(|at| text[at..].chars().take(40).collect::<String>());
        assert_eq!(place, None, "{}", path.display());
        read += 1;
    }
    read
}

/// An evening under every regulation in both layouts, short minutes of a long one, a session on two days, the public versions,
/// and what is written before and after. They stay, to be looked at, in the folder that `DOSSIER_LOOK` names.
#[test]
fn every_paper_before_at_and_after_a_session_is_read_by_another_program() {
    use doithoai::documents::{Options, plan_import, preparation};
    use doithoai::domain::session::plan::Layout;
    use doithoai::store::profiles;
    let own = tempfile::tempdir().unwrap();
    let named = std::env::var_os("DOSSIER_LOOK").map(std::path::PathBuf::from);
    let to = named.unwrap_or_else(|| own.path().join("dossiers"));
    let mut read = 0;
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
        read += written_and_read(&files, &to.join(&name));
        let public = Options {
            public: true,
            mask_names: true,
            ..Options::default()
        };
        let files = readers::dossier(&stage, &public);
        read += written_and_read(&files, &to.join(format!("cong-khai-{name}")));
        read += written_and_read(&after(&stage), &to.join(format!("sau-{name}")));
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
            read += written_and_read(&papers, &to.join(format!("truoc-{id}-{layout:?}")));
        }
    }
    // A dozen papers of each of thirteen sessions, and what invites to ten.
    assert!(read > 300, "{read}");
}
