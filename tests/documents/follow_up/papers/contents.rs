//! The contents of the dossier after papers went out, and after signed copies came back.

use doithoai::domain::follow_up::{Attachment, FollowUpPaper, IssuedPaper, LedgerCommand};
use doithoai::domain::regulation::DocumentKind;
use doithoai::domain::session::Session;

use super::{followed, made_by, words};
use crate::support::days::{day, letter};
use crate::support::ledger_office::Office;

/// What the contents of the file say of a paper, and where its file lies.
fn told_of<'a>(contents: &'a str, title: &str) -> (&'a str, &'a str) {
    let at = contents
        .find(&format!("\n{title}\n"))
        .unwrap_or_else(|| panic!("{title}: {contents}"));
    let (_, row) = contents.split_at(at + 1);
    let row: Vec<&str> = row.split('\n').collect();
    (row[2], row[3])
}

fn sent(kind: DocumentKind, number: &str, on: &str) -> LedgerCommand {
    LedgerCommand::IssuePaper {
        paper: IssuedPaper::every(kind),
        letter: letter(number, on),
    }
}

fn to_agency(name: &str, on: &str) -> LedgerCommand {
    LedgerCommand::IssuePaper {
        paper: IssuedPaper {
            agency: Some(name.into()),
            ..IssuedPaper::every(DocumentKind::TransferSlip)
        },
        letter: letter("31/PC", on),
    }
}

fn about(item: u32, on: &str) -> LedgerCommand {
    LedgerCommand::IssuePaper {
        paper: IssuedPaper {
            item: Some(item),
            ..IssuedPaper::every(DocumentKind::PetitionerLetter)
        },
        letter: letter("52/UBND", on),
    }
}

const LETTERS: &str = "Thư trả lời người kiến nghị (6)";

/// What the list of contents says.
fn contents(office: &Office, session: &Session) -> String {
    let files = made_by(session, office, &FollowUpPaper::Dated);
    words(files.last().unwrap())
}

/// One letter, one slip, two reminders, the signed minutes and the settlement report went out.
fn sends_some_of_each(office: &mut Office) {
    office.enters(about(3, "30/11/2026"));
    office.enters(to_agency("Phòng Kinh tế", "30/11/2026"));
    office.enters(sent(DocumentKind::Minutes, "03/BB-UBND", "27/11/2026"));
    office.enters(sent(
        DocumentKind::SettlementReport,
        "40/BC-UBND",
        "14/12/2026",
    ));
    for on in ["10/12/2026", "15/12/2026"] {
        office.enters(LedgerCommand::Remind {
            agency: "Phòng Kinh tế".into(),
            items: vec![4],
            on: day(on),
        });
    }
}

#[test]
fn every_paper_that_went_out_is_present_with_its_day_and_a_draft_no_longer() {
    // given a followed session, when nothing more was sent, then what was made is a draft
    let (session, mut office) = followed();
    let letters = LETTERS;
    let settlement = "Văn bản báo cáo kết quả giải quyết các ý kiến, kiến nghị của Nhân dân theo kết luận của người chủ trì";
    let before = contents(&office, &session);
    assert_eq!(
        told_of(&before, letters).0,
        "Đã lập dự thảo; danh mục không quy định"
    );
    assert_eq!(told_of(&before, settlement).0, "Cơ quan bổ sung");
    assert_eq!(told_of(&before, "Biên bản hội nghị").0, "Đã lập dự thảo");
    assert!(!before.contains("đôn đốc"), "{before}");

    // when one letter, one slip, a reminder, the signed minutes and the settlement report went out
    sends_some_of_each(&mut office);
    let told = contents(&office, &session);
    // then each is there with its number and day
    for (title, state) in [
        (letters, "Đã gửi 01/06, gần nhất ngày 30 tháng 11 năm 2026"),
        (
            "Phiếu chuyển: Phòng Kinh tế",
            "Đã có, số 31/PC, ngày 30 tháng 11 năm 2026",
        ),
        (
            "Phiếu chuyển: Phòng Văn hóa - Xã hội",
            "Đã lập dự thảo; danh mục không quy định",
        ),
        (
            "Biên bản hội nghị",
            "Đã có, số 03/BB-UBND, ngày 27 tháng 11 năm 2026",
        ),
        (
            settlement,
            "Đã có, số 40/BC-UBND, ngày 14 tháng 12 năm 2026",
        ),
    ] {
        assert_eq!(told_of(&told, title).0, state);
    }
    assert_eq!(
        told.matches("Văn bản đôn đốc: Phòng Kinh tế").count(),
        2,
        "{told}"
    );
    // and the letter with the result told the petitioner
    assert_eq!(
        office.ledger.state().promises[&3].told,
        Some(day("30/11/2026"))
    );
}

#[test]
fn letters_that_went_out_to_all_are_all_there_and_taken_back_are_a_draft_again() {
    let (session, mut office) = followed();
    sends_some_of_each(&mut office);
    // when the letters to all went out, then they are all there; taken back, they are a draft again
    office.enters(sent(
        DocumentKind::PetitionerLetter,
        "60/UBND",
        "15/12/2026",
    ));
    assert_eq!(
        told_of(&contents(&office, &session), LETTERS).0,
        "Đã có, số 60/UBND, ngày 15 tháng 12 năm 2026"
    );
    office.enters(LedgerCommand::Undo);
    assert!(
        told_of(&contents(&office, &session), LETTERS)
            .0
            .starts_with("Đã gửi 01/06")
    );
}

#[test]
fn a_signed_copy_that_is_attached_makes_its_paper_present_and_a_plain_file_nothing() {
    let (session, mut office) = followed();
    let file = |name: &str, paper| LedgerCommand::Attach {
        attachment: Attachment {
            file: format!("01-{name}"),
            original: name.into(),
            sum: "00".repeat(32),
            bytes: 4,
            item: None,
            paper,
        },
    };
    office.enters(file("anh.jpg", None));
    office.enters(file("bien-ban-ky.pdf", Some(DocumentKind::Minutes)));
    office.enters(file("bao-cao-40.pdf", Some(DocumentKind::SettlementReport)));
    office.enters(file("cong-van.pdf", Some(DocumentKind::Reminder)));
    let files = made_by(&session, &office, &FollowUpPaper::Dated);
    let told = words(files.last().unwrap());
    let minutes = told_of(&told, "Biên bản hội nghị");
    assert_eq!(
        minutes.0,
        "Đã có bản lưu, đính kèm ngày 15 tháng 12 năm 2026"
    );
    assert!(told.contains("01-bien-ban-ky.pdf"), "{told}");
    assert!(told.contains("01-bao-cao-40.pdf"), "{told}");
    assert_eq!(
        told_of(&told, "Văn bản đôn đốc"),
        (
            "Đã có bản lưu, đính kèm ngày 15 tháng 12 năm 2026",
            "01-cong-van.pdf"
        )
    );
    assert!(!told.contains("anh.jpg"), "{told}");
    // the notice that went out with its number is told as that, whatever is attached
    assert!(told.contains("Đã có, số 15/TB-UBND, ngày 27 tháng 11 năm 2026"));
}
