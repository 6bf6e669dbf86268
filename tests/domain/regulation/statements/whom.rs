//! To whom each duty and report of the five texts goes and through whose hands, and what each calls its opening; clause by
//! clause from the texts.

use doithoai::domain::regulation::Addressee;
use doithoai::store::profiles;

const LAO_CAI: &str = "lao-cai-7-qc-tu-2025";
const QD_1573: &str = "qd-1573-2025";
const DIEN_BIEN: &str = "dien-bien";
const DAN_TIEN: &str = "dan-tien-2025";
const TANG_TIEN: &str = "tang-tien-2024";

/// A regulation, a clause, a duty, and in part of the words whom it is owed to.
const DUTIES: &[(&str, &str, &str, &[&str])] = &[
    (QD_1573, "Đ7.2", "prepared-answers", &["Cơ quan chủ trì"]),
    (
        QD_1573,
        "Đ9.3",
        "agency-report",
        &["qua cơ quan chủ trì tham mưu", "nêu kiến nghị"],
    ),
    (
        DIEN_BIEN,
        "Đ11.2",
        "agency-report",
        &["Người chủ trì", "nêu kiến nghị"],
    ),
    (
        DAN_TIEN,
        "Đ9.2",
        "agency-report",
        &["Người chủ trì", "nêu kiến nghị"],
    ),
    (
        LAO_CAI,
        "Đ10.3",
        "agency-report",
        &["Đơn vị chủ trì hội nghị", "có liên quan"],
    ),
    (LAO_CAI, "Đ10.3", "publication", &["Nhân dân"]),
    (
        LAO_CAI,
        "Đ12.4",
        "report-to-superior",
        &["Chính quyền cấp trên", "Cấp ủy cùng cấp"],
    ),
    (
        TANG_TIEN,
        "II.5",
        "report-to-standing-committee",
        &[
            "Ban Thường vụ Đảng ủy",
            "Khối Dân vận",
            "MTTQ và các ban, ngành, đoàn thể",
        ],
    ),
];

/// A regulation, a clause, a report, in part of the words whom it goes to, and through whose hands.
const REPORTS: &[(&str, &str, &str, &[&str], &str)] = &[
    (
        LAO_CAI,
        "Đ18",
        "half-year",
        &["Tỉnh ủy"],
        "Ban Tuyên giáo và Dân vận Tỉnh ủy",
    ),
    (
        LAO_CAI,
        "Đ18",
        "year",
        &["Tỉnh ủy"],
        "Ban Tuyên giáo và Dân vận Tỉnh ủy",
    ),
    (
        LAO_CAI,
        "Đ18",
        "ad-hoc",
        &["Tỉnh ủy"],
        "Ban Tuyên giáo và Dân vận Tỉnh ủy",
    ),
    (
        QD_1573,
        "Đ15.1",
        "year-province",
        &["Ban Thường vụ Tỉnh ủy"],
        "Ban Tuyên giáo và Dân vận Tỉnh ủy",
    ),
    (
        DIEN_BIEN,
        "Đ16.1a",
        "half-year",
        &["Ban Thường vụ Tỉnh ủy"],
        "Ban Dân vận Tỉnh ủy",
    ),
    (
        DIEN_BIEN,
        "Đ16.1a",
        "year",
        &["Ban Thường vụ Tỉnh ủy"],
        "Ban Dân vận Tỉnh ủy",
    ),
    (
        DIEN_BIEN,
        "Đ16.1b",
        "half-year-communes",
        &["Ban Thường vụ Tỉnh ủy"],
        "Ban Dân vận Tỉnh ủy",
    ),
    (
        DIEN_BIEN,
        "Đ16.1b",
        "year-communes",
        &["Ban Thường vụ Tỉnh ủy"],
        "Ban Dân vận Tỉnh ủy",
    ),
    (
        DIEN_BIEN,
        "Đ16.1c",
        "each-session",
        &["Ban Thường vụ Tỉnh ủy"],
        "Ban Dân vận Tỉnh ủy",
    ),
    (
        DIEN_BIEN,
        "Đ16.1c",
        "year-departments",
        &["Văn phòng Tỉnh ủy", "Ban Dân vận Tỉnh ủy"],
        "",
    ),
    // on request of whom: "cấp trên", no body by name
    (DIEN_BIEN, "Đ16.1c", "on-request", &[], ""),
    (
        DIEN_BIEN,
        "Đ16.1d",
        "roll-up",
        &["Ban Thường vụ Tỉnh ủy"],
        "",
    ),
    (DAN_TIEN, "Đ16", "half-year", &["cấp trên"], ""),
    (DAN_TIEN, "Đ16", "year", &["cấp trên"], ""),
    (
        DAN_TIEN,
        "Đ15",
        "standing-board-half-year",
        &["Ban Thường vụ Đảng ủy"],
        "",
    ),
    (
        DAN_TIEN,
        "Đ15",
        "standing-board-year",
        &["Ban Thường vụ Đảng ủy"],
        "",
    ),
    (TANG_TIEN, "IV.1", "half-year", &["Thường trực Đảng ủy"], ""),
    (TANG_TIEN, "IV.1", "year", &["Thường trực Đảng ủy"], ""),
];

/// Whether as many are named as wanted, each with its word, in order.
fn are_named(to: &[Addressee], names: &[&str]) -> bool {
    let words = to.iter().zip(names);
    to.len() == names.len()
        && words
            .into_iter()
            .all(|(one, name)| one.name.vi.contains(name))
}

#[test]
fn every_duty_and_report_goes_to_whom_the_clause_names_through_the_hands_it_names() {
    for (id, clause, duty, names) in DUTIES {
        let regulation = profiles::load(id, None).unwrap();
        let duties = regulation.deadlines.iter();
        let found = duties.clone().find(|one| one.id.0 == *duty).unwrap();
        assert_eq!(
            found.article.0.split(',').next(),
            Some(*clause),
            "{id} {duty}"
        );
        assert!(are_named(&found.to, names), "{id} {duty}: {:?}", found.to);
    }
    let mut known = 0;
    for (id, clause, report, names, hands) in REPORTS {
        let regulation = profiles::load(id, None).unwrap();
        let found = regulation.reports.iter().find(|one| one.id == *report);
        let found = found.unwrap_or_else(|| panic!("{id} {report}"));
        assert_eq!(found.article.0, *clause, "{id} {report}");
        assert!(are_named(&found.to, names), "{id} {report}: {:?}", found.to);
        let through = found.through.as_ref().map_or("", |through| &through.vi);
        assert_eq!(through, *hands, "{id} {report}");
        known += 1;
    }
    // none is left out
    let all = [LAO_CAI, QD_1573, DIEN_BIEN, DAN_TIEN, TANG_TIEN]
        .map(|id| profiles::load(id, None).unwrap().reports.len());
    assert_eq!(known, all.iter().sum::<usize>());
}

#[test]
fn only_one_text_has_its_session_opened() {
    for (id, name) in [
        (LAO_CAI, "Khai mạc, giới thiệu"),
        (QD_1573, "Giới thiệu"),
        (DIEN_BIEN, "Giới thiệu"),
        (DAN_TIEN, "Nêu lý do, giới thiệu"),
        (TANG_TIEN, "Tuyên bố lý do, giới thiệu"),
    ] {
        let regulation = profiles::load(id, None).unwrap();
        let said = regulation.steps[0].name.as_ref().unwrap();
        assert_eq!(said.vi, name, "{id}");
    }
}

#[test]
fn lao_cai_orders_no_letter_to_whoever_raised_something() {
    use doithoai::domain::regulation::DocumentKind::PetitionerLetter;
    let regulation = profiles::load(LAO_CAI, None).unwrap();
    let mut papers = regulation.papers.iter();
    assert!(papers.all(|rule| rule.paper != PetitionerLetter));
}
