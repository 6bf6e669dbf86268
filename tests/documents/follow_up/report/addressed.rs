//! The draft of a report: who owes it to whom by which day, and who signs.

use doithoai::documents::{PeriodOffice, period_papers};
use doithoai::domain::deadlines::Basis;
use doithoai::domain::follow_up::{ReportPeriod, ReportedSession, figures, overview};
use doithoai::domain::record::SessionRecord;
use doithoai::domain::regulation::{ClassKind, Period, Post};
use doithoai::domain::session::plan::Level;
use doithoai::store::calendars;

use super::{TODAY, made, year};
use crate::dossier::readers::{Docx, bytes};
use crate::support::closed_sessions::{closed_of, plan, promises};
use crate::support::days::day;
use crate::support::ledger_office::Office;

/// The text, the period as it is typed, the chair of a province's session, and what the report says of whom it is owed to.
type Owed = (
    &'static str,
    &'static str,
    Option<Post>,
    &'static [&'static str],
);

const OWED: &[Owed] = &[
    (
        "lao-cai-7-qc-tu-2025",
        "2026-H1",
        None,
        &[
            "Điều 18: Các cấp ủy, chính quyền báo cáo Tỉnh ủy (qua Ban Tuyên giáo và Dân vận Tỉnh ủy), trước ngày 15/06.",
        ],
    ),
    (
        "lao-cai-7-qc-tu-2025",
        "2026",
        None,
        &[
            "Các cấp ủy, chính quyền báo cáo Tỉnh ủy (qua Ban Tuyên giáo và Dân vận Tỉnh ủy), trước ngày 15/11.",
        ],
    ),
    (
        "qd-1573-2025",
        "2026",
        None,
        &[
            "Văn phòng Ủy ban nhân dân tỉnh; Đảng ủy các xã, phường báo cáo Ban Thường vụ Tỉnh ủy (qua Ban Tuyên giáo và Dân vận Tỉnh ủy), trước ngày 30/11.",
        ],
    ),
    // two bodies are told of it, and no day is set
    (
        "dan-tien-2025",
        "2026",
        None,
        &[
            "Ban Xây dựng Đảng Đảng ủy xã báo cáo cấp trên, không định ngày.",
            "Ban Xây dựng Đảng Đảng ủy xã báo cáo Ban Thường vụ Đảng ủy, không định ngày.",
        ],
    ),
    (
        "tang-tien-2024",
        "2026-H1",
        None,
        &["Mục 1 Phần IV: Văn phòng UBND báo cáo Thường trực Đảng ủy, không định ngày."],
    ),
    // nobody owes one for a half-year under Decision 1573
    ("qd-1573-2025", "2026-H1", None, &[]),
    // Điện Biên: of communes the district committees, of the chairman of the province his office, of departments,
    // Front and organisations they themselves, after each session and once a year, each to whom its own letter names
    (
        "dien-bien",
        "2026-H1",
        None,
        &[
            "Điểm b khoản 1 Điều 16 Quy định số … ngày …",
            ": Huyện ủy, thị ủy, thành ủy báo cáo Ban Thường vụ Tỉnh ủy (qua Ban Dân vận Tỉnh ủy), trước ngày 30/06. Cấp huyện đã kết thúc hoạt động; văn bản chưa nêu cơ quan nào báo cáo thay.",
        ],
    ),
    (
        "dien-bien",
        "2026",
        None,
        &[
            "Điểm b khoản 1 Điều 16 Quy định số … ngày …",
            ": Huyện ủy, thị ủy, thành ủy báo cáo Ban Thường vụ Tỉnh ủy (qua Ban Dân vận Tỉnh ủy), trước ngày 15/12. Cấp huyện đã kết thúc hoạt động; văn bản chưa nêu cơ quan nào báo cáo thay.",
        ],
    ),
    (
        "dien-bien",
        "2026-H1",
        Some(Post::GovernmentChair),
        &[
            "Điểm a khoản 1 Điều 16: Văn phòng Ủy ban nhân dân tỉnh báo cáo Ban Thường vụ Tỉnh ủy (qua Ban Dân vận Tỉnh ủy), trước ngày 30/06.",
        ],
    ),
    (
        "dien-bien",
        "2026",
        Some(Post::GovernmentChair),
        &[
            "Điểm a khoản 1 Điều 16: Văn phòng Ủy ban nhân dân tỉnh báo cáo Ban Thường vụ Tỉnh ủy (qua Ban Dân vận Tỉnh ủy), trước ngày 15/12.",
            "Điểm d khoản 1 Điều 16: Ban Dân vận Tỉnh ủy báo cáo Ban Thường vụ Tỉnh ủy, trước ngày 20/12.",
        ],
    ),
    (
        "dien-bien",
        "2026",
        Some(Post::DepartmentHead),
        &[
            "Điểm c khoản 1 Điều 16: Ban, sở, ngành, Mặt trận Tổ quốc, tổ chức chính trị - xã hội cấp tỉnh báo cáo Văn phòng Tỉnh ủy, Ban Dân vận Tỉnh ủy, trước ngày 15/12.",
            "Điểm d khoản 1 Điều 16: Ban Dân vận Tỉnh ủy báo cáo Ban Thường vụ Tỉnh ủy, trước ngày 20/12.",
        ],
    ),
    (
        "dien-bien",
        "after:one",
        Some(Post::OrganisationHead),
        &[
            "Điểm c khoản 1 Điều 16: Ban, sở, ngành, Mặt trận Tổ quốc, tổ chức chính trị - xã hội cấp tỉnh báo cáo Ban Thường vụ Tỉnh ủy (qua Ban Dân vận Tỉnh ủy), không định ngày.",
        ],
    ),
    // and the head of a department owes none for a half-year
    ("dien-bien", "2026-H1", Some(Post::DepartmentHead), &[]),
];

#[test]
fn the_report_says_who_owes_it_to_whom_by_which_day_as_each_text_has_it() {
    for (id, typed, province, said) in OWED {
        let (orders, told) = report_of(id, typed, *province);
        let whole = said
            .iter()
            .filter(|said| said.contains(", trước ngày") || said.contains(", không định ngày"));
        assert_eq!(orders, whole.count(), "{id} {typed}");
        for said in *said {
            assert!(told.contains(said), "{id} {typed}: {said}\n{told}");
        }
        if said.is_empty() {
            assert!(
                !told.contains("không định ngày") && !told.contains("trước ngày"),
                "{told}"
            );
        }
    }
}

/// How many reports the text orders for a period with one session, and what the report says.
fn report_of(id: &str, typed: &str, province: Option<Post>) -> (usize, String) {
    let mut plan = plan(id, day("05/06/2026"), "Ủy ban nhân dân xã Mẫu", 3);
    if province.is_some() {
        plan.level = Level::Province;
        plan.chair_post = province;
    }
    let session = closed_of(plan, |_| ClassKind::VerifyLater);
    let office = Office::of(promises(&session), "05/06/2026");
    let reported = [ReportedSession {
        key: "one".into(),
        overview: office.sees(),
        promises: office.promises,
    }];
    let (period, wanted) = if typed == "after:one" {
        let held = reported[0].promises.held;
        let period = ReportPeriod::after_session("one".into(), held);
        (period, Period::EachSession)
    } else {
        let period = ReportPeriod::parse(typed, |day| day.parse().ok()).unwrap();
        let is_half = typed.contains('H');
        (
            period,
            if is_half {
                Period::HalfYear
            } else {
                Period::Year
            },
        )
    };
    let occasion = reported[0].promises.occasion();
    let orders: Vec<_> = session
        .regulation()
        .reports
        .iter()
        .filter(|report| report.period == wanted && report.when.hold(&occasion))
        .cloned()
        .collect();
    let count = orders.len();
    let record = SessionRecord::as_left(&session);
    let office = PeriodOffice {
        record: &record,
        orders,
        left_out: vec![],
    };
    let counts = figures(&period, &reported);
    let files = period_papers(&period, &counts, &office, day(TODAY), None).unwrap();
    (count, Docx::read(bytes(&files, "bao-cao.docx")).text())
}

#[test]
fn whoever_stood_in_for_the_chair_is_told_and_the_body_above_is_called_by_its_name() {
    use doithoai::domain::session::plan::Layout;
    for (layout, above) in [
        // The text has the committee's board report, to the superior of the committee and not of the government.
        (Layout::State, None),
        (Layout::Party, Some("Kính gửi: Tỉnh ủy Đông Lĩnh.")),
    ] {
        // given a session of the year at which a deputy presided
        let regulation = doithoai::store::profiles::load("dan-tien-2025", None).unwrap();
        let orders = regulation.reports.iter();
        let orders: Vec<_> = orders
            .filter(|report| report.period == Period::Year)
            .cloned()
            .collect();
        let evening = crate::dossier::evening::evening(regulation, layout);
        let office = Office::of(promises(&evening.session), "25/11/2026");
        let basis = Basis::of(calendars::load(None).unwrap());
        let sessions = vec![ReportedSession {
            key: "P1".into(),
            overview: overview(
                &office.promises,
                office.ledger.state(),
                &basis,
                day(TODAY),
                7,
            ),
            promises: office.promises,
        }];
        let record = evening.record();
        let counts = figures(&year(), &sessions);
        let told_by = PeriodOffice {
            record: &record,
            orders,
            left_out: vec![],
        };
        // when its office reports
        let files = period_papers(&year(), &counts, &told_by, day(TODAY), None).unwrap();
        let report = Docx::read(bytes(&files, "bao-cao.docx")).text();
        // then the head is not said to have held it, and the report is addressed by name
        let head = &evening.session.plan().chair;
        let told = format!(
            "- {}, {}: 01 hội nghị, trong đó 01 hội nghị do người khác chủ trì thay; quy định: ",
            head.name, head.office
        );
        assert!(report.contains(&told), "{told}\n{report}");
        if let Some(above) = above {
            assert!(report.contains(above), "{above}\n{report}");
            assert!(report.contains("Thực hiện Điều 16 Quy chế"), "{report}");
        } else {
            assert!(!report.contains("Kính gửi"), "{report}");
            assert!(!report.contains("Thực hiện Điều 16"), "{report}");
            let whose = "Điều 16 Quy chế đối thoại trực tiếp giữa người đứng đầu cấp uỷ, chính quyền với Nhân dân trên địa bàn xã Dân Tiến của Ban Thường vụ Đảng ủy xã Dân Tiến (số … ngày …): Ban Xây dựng Đảng Đảng ủy xã báo cáo cấp trên, không định ngày.";
            assert!(report.contains(whose), "{whose}\n{report}");
        }
    }
    // where the chair presided nobody stood in
    let (_, files, _) = made(&year());
    let report = Docx::read(bytes(&files, "bao-cao.docx")).text();
    assert!(!report.contains("chủ trì thay"), "{report}");
}
