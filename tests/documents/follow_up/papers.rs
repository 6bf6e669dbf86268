//! Reminder, letter with the result, notice and slips with real days, settlement report, what was promised: what stands in
//! them is what was entered.

mod contents;

use std::io::{Cursor, Read as _};

use doithoai::documents::{AfterSession, DossierFile, make_after};
use doithoai::domain::deadlines::Basis;
use doithoai::domain::deadlines::explain::Explainer;
use doithoai::domain::follow_up::{AnswerOutcome, FollowUpPaper, LedgerCommand};
use doithoai::domain::i18n::Lang;
use doithoai::domain::record::SessionRecord;
use doithoai::domain::session::Session;

use crate::support::closed_sessions::{closed, promises};
use crate::support::days::{day, letter};
use crate::support::ledger_office::Office;

/// A session with its notice out, one answer in time, one upward, the rest overdue.
fn followed() -> (Session, Office) {
    let session = closed("qd-1573-2025", "25/11/2026", 6);
    let mut office = Office::of(promises(&session), "25/11/2026");
    office.is_on("27/11/2026");
    office.enters(Office::notice(letter("15/TB-UBND", "27/11/2026")));
    office.enters(LedgerCommand::Answer {
        item: 3,
        letter: letter("45/KT-HT", "27/11/2026"),
        outcome: AnswerOutcome::Partly,
        text: Some("Đã sửa 300 m đường, đoạn còn lại làm sau Tết".into()),
        told: None,
        correction: None,
    });
    office.enters(LedgerCommand::SubmitUpward {
        item: 2,
        to: "Ủy ban nhân dân tỉnh (mẫu)".into(),
        letter: letter("20/UBND-VP", "27/11/2026"),
    });
    office.is_on("15/12/2026");
    (session, office)
}

fn made(paper: &FollowUpPaper) -> Vec<DossierFile> {
    let (session, office) = followed();
    made_by(&session, &office, paper)
}

fn made_by(session: &Session, office: &Office, paper: &FollowUpPaper) -> Vec<DossierFile> {
    let dates = office.promises.dates(Some(day("27/11/2026")));
    let basis = Basis::of(office.calendar.clone());
    let due = basis.due_dates(session.regulation(), &dates);
    let record = SessionRecord::as_left(session).with_deadlines(
        &due,
        &[session.regulation()],
        &Explainer::new(Lang::Vi),
    );
    let overview = office.sees();
    let after = AfterSession {
        record: &record,
        promises: &office.promises,
        ledger: office.ledger.state(),
        overview: &overview,
        today: office.today(),
    };
    make_after(after, paper, None).unwrap()
}

/// The words of a document, paragraph by paragraph.
fn words(file: &DossierFile) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(file.bytes.clone())).unwrap();
    let mut xml = String::new();
    archive
        .by_name("word/document.xml")
        .unwrap()
        .read_to_string(&mut xml)
        .unwrap();
    let document = roxmltree::Document::parse(&xml).unwrap();
    let paragraphs = document.descendants().filter(|node| {
        node.has_tag_name((
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "p",
        ))
    });
    paragraphs
        .map(|paragraph| {
            let texts = paragraph
                .descendants()
                .filter(|node| node.tag_name().name() == "t");
            let text: String = texts.filter_map(|node| node.text()).collect();
            text.replace('\u{a0}', " ")
        })
        .collect::<Vec<_>>()
        .join("\n")
}

fn keep(files: &[DossierFile]) {
    if let Ok(folder) = std::env::var("DOITHOAI_KEEP_PAPERS") {
        for file in files {
            let path = std::path::Path::new(&folder).join(&file.path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, &file.bytes).unwrap();
        }
    }
}

#[test]
fn a_reminder_says_what_is_owed_since_when_and_on_which_notice() {
    let files = made(&FollowUpPaper::Reminder {
        agency: "Phòng Kinh tế".into(),
        items: vec![4, 5],
    });
    keep(&files);
    let told = words(&files[0]);
    for wanted in [
        "Kính gửi: Phòng Kinh tế.",
        "Thông báo kết luận số 15/TB-UBND ngày 27/11/2026",
        "việc thứ 4 của thôn",
        "việc thứ 5 của thôn",
        "08/12/2026",
        "uá hạn 7 ngày",
    ] {
        assert!(told.contains(wanted), "{wanted}: {told}");
    }
    assert!(!told.contains("việc thứ 6"), "{told}");
}

#[test]
fn a_reminder_asks_for_a_written_answer_only_where_the_text_has_agencies_give_one() {
    for (id, written) in [("qd-1573-2025", true), ("lao-cai-7-qc-tu-2025", false)] {
        let session = closed(id, "25/11/2026", 6);
        let mut office = Office::of(promises(&session), "25/11/2026");
        office.is_on("15/02/2027");
        let paper = FollowUpPaper::Reminder {
            agency: "Phòng Kinh tế".into(),
            items: vec![4, 5],
        };
        let told = words(&made_by(&session, &office, &paper)[0]);
        let asks = "khẩn trương giải quyết, trả lời bằng văn bản";
        assert_eq!(told.contains(asks), written, "{id}: {told}");
        assert!(
            told.contains("báo cáo kết quả về Văn phòng"),
            "{id}: {told}"
        );
    }
}

#[test]
fn a_letter_tells_the_petitioner_what_came_of_it() {
    let files = made(&FollowUpPaper::ResultLetter { item: 3 });
    keep(&files);
    let told = words(&files[0]);
    for wanted in [
        "Kính gửi: Bà Nguyễn Thị Số 3",
        "thông báo để bà Nguyễn Thị Số 3 biết",
        "việc thứ 3 của thôn",
        "số 45/KT-HT ngày 27/11/2026",
        "\nĐã sửa 300 m đường, đoạn còn lại làm sau Tết.\n",
        "đã giải quyết một phần",
    ] {
        assert!(told.contains(wanted), "{wanted}: {told}");
    }
}

#[test]
fn the_notice_and_the_slips_have_real_days() {
    let files = made(&FollowUpPaper::Dated);
    keep(&files);
    let notice = words(&files[0]);
    assert!(notice.contains("Số: 15/TB-UBND"), "{notice}");
    assert!(notice.contains("ngày 27 tháng 11 năm 2026"), "{notice}");
    // Seven working days after the 27th: the 8th of December.
    assert!(notice.contains("ngày 08 tháng 12 năm 2026"), "{notice}");
    assert!(files.len() >= 3, "a slip for every agency");
    let (contents, slips) = files[1..].split_last().unwrap();
    for slip in slips {
        assert!(
            words(slip).contains("ày 08 tháng 12 năm 2026"),
            "{}",
            words(slip)
        );
    }
    // the contents of the file know what went out since, and what is still a draft
    assert_eq!(contents.path, "muc-luc.docx");
    let told = words(contents);
    for wanted in [
        "Đã có, số 15/TB-UBND, ngày 27 tháng 11 năm 2026",
        "Đã có, số 20/UBND-VP, ngày 27 tháng 11 năm 2026",
        "Biên bản hội nghị",
    ] {
        assert!(told.contains(wanted), "{wanted}: {told}");
    }
}

#[test]
fn the_settlement_report_counts_what_was_answered_and_what_was_not() {
    let files = made(&FollowUpPaper::Settlement);
    keep(&files);
    let told = words(&files[0]);
    for wanted in [
        "Hội nghị có 06 ý kiến, kiến nghị; 01 ý kiến đã trả lời tại hội nghị; 05 ý kiến giao trả lời sau",
        "01 ý kiến đã trả lời đúng hạn; 00 ý kiến trả lời muộn; 03 ý kiến quá hạn chưa trả lời; 01 ý kiến chưa đến hạn",
        "Số 45/KT-HT ngày 27/11/2026",
        "đã kiến nghị Ủy ban nhân dân tỉnh (mẫu)",
    ] {
        assert!(
            told.to_lowercase().contains(&wanted.to_lowercase()),
            "{wanted}: {told}"
        );
    }
}

#[test]
fn the_next_session_begins_with_what_was_promised() {
    let files = made(&FollowUpPaper::Opening);
    keep(&files);
    let told = words(&files[0]);
    assert!(told.contains("05 ý kiến được hẹn"), "{told}");
    assert!(told.contains("đã trả lời ngày 27/11/2026"), "{told}");
    // whom it was given to is known; whether anybody is at work on it is not
    assert!(
        told.contains("chưa trả lời; giao Phòng") && told.contains("(quá hạn 7 ngày)"),
        "{told}"
    );
    assert!(!told.contains("đang giải quyết"), "{told}");
    assert!(told.contains("đang chờ trả lời"), "{told}");
}

#[test]
fn nobody_is_said_to_be_at_work_on_what_was_never_sent_to_the_body_above() {
    let session = closed("qd-1573-2025", "25/11/2026", 6);
    let mut office = Office::of(promises(&session), "25/11/2026");
    office.is_on("15/12/2026");
    for (paper, wanted) in [
        (
            FollowUpPaper::Opening,
            "việc thứ 2 của thôn – chưa có văn bản kiến nghị cấp trên",
        ),
        (
            FollowUpPaper::Settlement,
            "\nChưa có văn bản kiến nghị cấp trên",
        ),
    ] {
        let told = words(&made_by(&session, &office, &paper)[0]);
        assert!(told.contains(wanted), "{told}");
        assert!(!told.contains("đang giải quyết"), "{told}");
    }
}

#[test]
fn who_reports_is_who_signs() {
    let (session, office) = followed();
    let record = SessionRecord::as_left(&session);
    let told = words(&made_by(&session, &office, &FollowUpPaper::Settlement)[0]);
    let wanted = format!("{} báo cáo kết quả giải quyết", record.body);
    assert!(told.contains(&wanted), "{told}");
    let head = told.lines().nth(1).unwrap_or_default();
    assert_eq!(head, record.body.to_uppercase(), "{told}");
}
