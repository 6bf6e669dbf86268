//! The contents of the dossier against the regulation's own list, and the papers of the office.

use doithoai::documents::{DossierError, Options, make};
use doithoai::domain::i18n::Explain as _;
use doithoai::domain::regulation::{ClassKind, DeadlineId, DocumentKind};
use doithoai::domain::session::plan::Layout;

use crate::dossier::readers::{Docx, bytes, dossier};
use crate::dossier::stage::{REGULATIONS, everything};

#[test]
fn every_entry_of_the_list_is_drafted_or_to_be_added() {
    for id in REGULATIONS {
        let stage = everything(id, Layout::State);
        let files = dossier(&stage, &Options::default());
        let text = Docx::read(bytes(&files, "muc-luc.docx")).text();
        match &stage.session.regulation().dossier {
            Some(list) => {
                for entry in &list.entries {
                    let at = text
                        .find(&entry.title.vi)
                        .unwrap_or_else(|| panic!("{id}: {}", entry.title.vi));
                    let told: Vec<&str> = text[at..].lines().skip(2).take(1).collect();
                    let made = matches!(
                        entry.document,
                        Some(
                            DocumentKind::Minutes
                                | DocumentKind::ItemTable
                                | DocumentKind::ConclusionNotice
                                | DocumentKind::HigherLevelPetition
                        )
                    );
                    let expected = if made {
                        "Đã lập dự thảo"
                    } else {
                        "Cơ quan bổ sung"
                    };
                    assert_eq!(told, [expected], "{id}: {}", entry.title.vi);
                }
            }
            None => assert!(text.contains("không quy định danh mục hồ sơ"), "{id}"),
        }
    }
}

#[test]
fn papers_of_the_office_are_copied_and_listed() {
    // given the office's plan and two photographs
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, name).unwrap();
        path
    };
    let options = Options {
        attach: vec![
            ("plan".into(), path("Kế hoạch số 12.pdf")),
            ("photo".into(), path("a.jpg")),
            ("photo".into(), path("b.jpg")),
        ],
        ..Options::default()
    };
    let stage = everything("qd-1573-2025", Layout::State);
    // when the dossier is made, then they are in it and in its contents
    let files = dossier(&stage, &options);
    assert_eq!(
        bytes(&files, "dinh-kem/plan-01-ke-hoach-so-12.pdf"),
        "Kế hoạch số 12.pdf".as_bytes()
    );
    bytes(&files, "dinh-kem/photo-02-b.jpg");
    let text = Docx::read(bytes(&files, "muc-luc.docx")).text();
    let at = text.find("Kế hoạch tổ chức hội nghị đối thoại").unwrap();
    let row: Vec<&str> = text[at..].lines().take(4).collect();
    assert_eq!(row[2..], ["Đã có", "dinh-kem/plan-01-ke-hoach-so-12.pdf"]);
    // and never in the version for public notice
    let public = dossier(
        &stage,
        &Options {
            public: true,
            ..options
        },
    );
    assert!(
        public
            .iter()
            .all(|file| !file.path.starts_with("dinh-kem/"))
    );
}

#[test]
fn what_the_office_marked_done_is_there_with_its_day_and_what_it_signed_is_no_draft() {
    let regulation = doithoai::store::profiles::load("qd-1573-2025", None).unwrap();
    let mut plan = super::stage::plan(&regulation, Layout::State, 1);
    // given invitations that went out, and the signed minutes attached
    let invitations = DeadlineId("invitations".into());
    plan.done.insert(invitations, "2026-11-16".parse().unwrap());
    let mut stage = super::stage::Stage::opened(plan, regulation);
    stage.up_to_the_dialogue();
    stage.round(1, ClassKind::AnsweredNow);
    super::stage::conclude(&mut stage);
    let folder = tempfile::tempdir().unwrap();
    let signed = folder.path().join("bien-ban-da-ky.pdf");
    std::fs::write(&signed, "%PDF").unwrap();
    let options = Options {
        attach: vec![("minutes".into(), signed)],
        ..Options::default()
    };
    let text = Docx::read(bytes(&dossier(&stage, &options), "muc-luc.docx")).text();
    let found = |title: &str| {
        let at = text.find(&format!("\n{title}\n")).unwrap();
        text[at..].lines().nth(3).unwrap().to_owned()
    };
    assert_eq!(found("Giấy mời"), "Đã có, ngày 16 tháng 11 năm 2026");
    assert_eq!(found("Biên bản hội nghị"), "Đã có");
    assert_eq!(
        found("Thông báo kết luận của người chủ trì"),
        "Đã lập dự thảo"
    );
    assert_eq!(found("Phiếu lấy ý kiến"), "Cơ quan bổ sung");
    assert_eq!(found("Văn bản kiến nghị cấp trên"), "Không phát sinh");
}

#[test]
fn a_paper_of_an_unknown_kind_is_refused_with_those_that_are_known() {
    let stage = everything("dan-tien-2025", Layout::State);
    let options = Options {
        attach: vec![("plann".into(), "x".into())],
        ..Options::default()
    };
    let error = make(&stage.record(), b"", &options).unwrap_err();
    let DossierError::UnknownPaper { known, .. } = &error else {
        panic!("{error}");
    };
    assert!(known.contains(&"plan".to_owned()));
    let said = error.explained(doithoai::domain::i18n::Lang::Vi);
    assert!(said.hint.unwrap().contains("opinion-slips"));
}
