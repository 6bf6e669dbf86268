//! Days in papers: a session that was suspended and went on on another day, limits in months, the time at which what goes
//! upward is settled, and an office's own sentences of long ago.

use chrono::NaiveDate;
use doithoai::documents::{Options, make};
use doithoai::domain::follow_up::SessionPromises;
use doithoai::domain::regulation::{
    Anchor, ClassKind, DayUnit, DeadlineKind, DocumentKind, Grade, Limit, Regulation,
};
use doithoai::domain::session::command::Command;
use doithoai::domain::session::item::Class;
use doithoai::domain::session::plan::Layout;
use doithoai::store::profiles;

use super::readers::{Docx, bytes, dossier, parts};
use super::stage::{self, Stage, reason};

const HOUR: u64 = 3600;

/// A session whose second half was held the next morning.
pub fn over_two_days(id: &str, layout: Layout) -> Stage {
    let regulation = profiles::load(id, None).unwrap();
    let mut stage = Stage::opened(stage::plan(&regulation, layout, 4), regulation);
    stage.up_to_the_dialogue();
    stage.round(1, ClassKind::VerifyLater);
    stage.act(Command::Adjourn {
        reason: Some(reason("Mưa lũ")),
    });
    stage.pass(23 * HOUR);
    stage.act(Command::EndBreak);
    stage.round(2, ClassKind::ReportUpward);
    stage.act(Command::NoTimeForRest);
    stage::conclude(&mut stage);
    stage
}

#[test]
fn a_session_held_on_two_days_names_both_and_counts_from_the_last() {
    for layout in [Layout::State, Layout::Party] {
        let stage = over_two_days("qd-1573-2025", layout);
        let files = dossier(&stage, &Options::default());
        let text = |path: &str| Docx::read(bytes(&files, path)).text();
        let minutes = text("bien-ban.docx");
        for told in [
            "Thời gian bắt đầu: 08 giờ 00 phút, ngày 25 tháng 11 năm 2026.",
            " ngày 25 tháng 11 năm 2026: Hội nghị tạm dừng; tiếp tục lúc ",
            " ngày 26 tháng 11 năm 2026. Các thời hạn sau hội nghị được tính từ ngày kết thúc.",
            ", ngày 26 tháng 11 năm 2026",
        ] {
            assert!(minutes.contains(told), "{told}\n{minutes}");
        }
        // a stretch of time that runs into the next day names that day, one within the first does not
        let spans: Vec<&str> = minutes
            .lines()
            .filter(|line| line.starts_with("Từ "))
            .collect();
        assert!(!spans[0].contains("ngày"), "{spans:?}");
        let over_night = spans.iter().find(|line| line.contains("ngày 26")).unwrap();
        assert!(
            over_night.starts_with("Từ 08 giờ") && !over_night.contains("ngày 25"),
            "{over_night}"
        );
        assert!(
            spans
                .last()
                .unwrap()
                .matches("ngày 26 tháng 11 năm 2026")
                .count()
                == 2,
            "{spans:?}"
        );
        // every other paper names both days
        for path in [
            "thong-bao-ket-luan.docx",
            "kien-nghi-cap-tren.docx",
            "thong-bao-cong-khai.docx",
        ] {
            let paper = text(path);
            let days = "Ngày 25 tháng 11 năm 2026 và ngày 26 tháng 11 năm 2026, tại Hội trường";
            assert!(paper.contains(days), "{path}\n{paper}");
        }
        // 05 working days after Thursday 26 November
        let record = stage.record();
        let notice = record
            .deadlines
            .iter()
            .find(|due| due.kind == Some(DeadlineKind::ConclusionNotice));
        assert_eq!(notice.unwrap().on, "2026-12-03".parse().ok());
    }
}

/// Dân Tiến with its agencies' limit in months, and a day for what goes upward.
fn in_months(limit: u16) -> Regulation {
    let mut regulation = profiles::load("dan-tien-2025", None).unwrap();
    for deadline in &mut regulation.deadlines {
        let months = |days| {
            Some(Limit {
                days,
                unit: DayUnit::Month,
            })
        };
        if deadline.kind == DeadlineKind::AgencyReport {
            deadline.limit = months(limit);
        } else if deadline.kind == DeadlineKind::HigherLevel {
            deadline.limit = months(1);
            deadline.anchor = Anchor::Session;
        }
    }
    regulation
}

fn held(regulation: Regulation) -> Stage {
    let mut stage = Stage::opened(stage::plan(&regulation, Layout::State, 3), regulation);
    stage.up_to_the_dialogue();
    stage.round(1, ClassKind::AnsweredNow);
    stage.round(2, ClassKind::VerifyLater);
    stage.round(3, ClassKind::ReportUpward);
    stage::conclude(&mut stage);
    stage
}

#[test]
fn a_limit_in_months_is_said_in_months() {
    let stage = held(in_months(3));
    let files = dossier(&stage, &Options::default());
    let slip = Docx::read(bytes(&files, "phieu-chuyen/01-hanh-chinh-cong.docx")).text();
    let limit = "rong thời hạn 03 tháng kể từ ngày ban hành thông báo kết luận (khoản 2 Điều 9)";
    assert!(slip.contains(limit), "{slip}");
    assert!(!slip.contains("03 ngày"), "{slip}");
}

#[test]
fn what_goes_upward_has_its_time_of_settlement_and_its_day_where_the_text_sets_one() {
    // where the text sets no day, the time is that of the answer from above
    let silent = held(profiles::load("dan-tien-2025", None).unwrap());
    let files = dossier(&silent, &Options::default());
    let book = super::workbook::texts(bytes(&files, "bang-tong-hop.xlsx"));
    assert!(
        book.iter()
            .any(|cell| cell == "Theo trả lời của UBND tỉnh Đông Lĩnh"),
        "{book:?}"
    );
    let minutes = Docx::read(bytes(&files, "bien-ban.docx")).text();
    assert!(
        minutes.contains("ghi nhận, báo cáo UBND tỉnh Đông Lĩnh xem xét, giải quyết."),
        "{minutes}"
    );
    // where it sets one, the day by which the letter goes
    let files = dossier(&held(in_months(1)), &Options::default());
    let minutes = Docx::read(bytes(&files, "bien-ban.docx")).text();
    let told = "ghi nhận, báo cáo UBND tỉnh Đông Lĩnh xem xét, giải quyết; gửi văn bản chậm nhất \
                ngày 25 tháng 12 năm 2026 (khoản 4 Điều 10).";
    assert!(minutes.contains(told), "{minutes}");
}

#[test]
fn the_day_that_the_chair_sets_for_what_goes_upward_is_its_time_of_settlement() {
    let regulation = profiles::load("dan-tien-2025", None).unwrap();
    let mut stage = Stage::opened(stage::plan(&regulation, Layout::State, 1), regulation);
    stage.up_to_the_dialogue();
    stage.round(1, ClassKind::ReportUpward);
    let item = stage.session.state().items[0].id;
    stage.act(Command::ClassItem {
        item,
        class: Class::ReportUpward {
            authority: Some("UBND tỉnh Đông Lĩnh".into()),
            due: NaiveDate::from_ymd_opt(2027, 3, 31),
        },
    });
    stage::conclude(&mut stage);
    let files = dossier(&stage, &Options::default());
    // the minutes say the day, the table has it as a date that can be sorted
    let minutes = Docx::read(bytes(&files, "bien-ban.docx")).text();
    let told = "ghi nhận, báo cáo UBND tỉnh Đông Lĩnh xem xét, giải quyết; thời gian giải quyết: \
                chậm nhất ngày 31 tháng 3 năm 2027.";
    assert!(minutes.contains(told), "{minutes}");
    let parts = parts(bytes(&files, "bang-tong-hop.xlsx"));
    // 31 March 2027 is day 46,477 of the workbook's count
    let sheet = &parts["xl/worksheets/sheet1.xml"];
    assert!(sheet.contains("<v>46477</v>"), "{sheet}");
    // and what was promised is due then
    let promises = SessionPromises::of(&stage.session);
    assert_eq!(promises.items[0].day, NaiveDate::from_ymd_opt(2027, 3, 31));
}

#[test]
fn an_offices_petition_of_long_ago_still_loads_and_cites_only_what_orders_it() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("documents.ron");
    std::fs::write(
        &own,
        r#"(petition: (opening: "{date}, tại {place}, {chair} đã chủ trì {title}. Qua đối thoại, có {count} ý kiến vượt thẩm quyền của {body}. Thực hiện {article} {regulation}, {body} báo cáo như sau:"))"#,
    )
    .unwrap();
    let options = Options {
        user_words: Some(own),
        ..Options::default()
    };
    for (id, told) in [
        (
            "lao-cai-7-qc-tu-2025",
            "Thực hiện khoản 3 Điều 10 Quy chế số 7-QC/TU",
        ),
        ("qd-1573-2025", "Thực hiện Quy chế đối thoại trực tiếp"),
    ] {
        let stage = held(profiles::load(id, None).unwrap());
        let files = make(&stage.record(), &stage.journal(), &options).unwrap();
        let petition = Docx::read(bytes(&files, "kien-nghi-cap-tren.docx")).text();
        assert!(petition.contains(told), "{id}\n{petition}");
        let rule = stage.session.regulation().papers.iter().find(|rule| {
            rule.paper == DocumentKind::HigherLevelPetition && rule.grade == Grade::Orders
        });
        assert_eq!(rule.is_some(), told.contains("khoản"), "{id}");
    }
}
