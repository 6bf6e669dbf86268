//! What does not keep a session from being held, and is said all the same.

use doithoai::documents::plan_import::Remark;
use doithoai::domain::i18n::Lang;
use doithoai::domain::session::plan::Layout;
use doithoai::store::profiles;

use crate::plan_import::{draft, line_of, regulation, small};

#[test]
fn what_does_not_stop_a_session_is_a_warning() {
    let source = small(
        r#"
    speakers: [
        (number: 1, name: "Vàng Thị Dợ", village: "Lũng Mười", subjects: [(text: "điện", opinion: 1)]),
        (number: 2, name: "Vàng Thị Dợ ", village: "Lũng Mười"),
    ],
    opinions: [(id: 1, from: "Thôn A", text: "điện", prepared_answer: "  ")],"#,
    )
    .replace("UBND tỉnh\"", "\"")
    .replace("higher_levels: [\"\"],", "")
    .replace("secretaries: [(name: \"Lò Văn Thưởng\", office: \"Công chức\")],", "");
    let findings = draft(&source).check(Some(&regulation()));
    assert_eq!(findings.faults, []);
    let remarks: Vec<Remark> = findings.warnings.into_iter().map(|w| w.what).collect();
    assert_eq!(
        remarks,
        [
            Remark::NoSecretary,
            Remark::NoHigherLevel,
            Remark::NoPreparedAnswer {
                number: 1,
                opinion: 1
            },
            Remark::SamePerson {
                number: 2,
                first: 1
            },
            Remark::OpinionWithoutAgency { id: 1 },
        ]
    );
}

#[test]
fn a_body_in_the_layout_of_the_other_kind_is_told() {
    let told = |body: &str, layout: Layout| {
        let mut draft = draft(&small(""));
        draft.plan.body = body.into();
        draft.plan.layout = layout;
        let found = draft.check(Some(&regulation())).warnings;
        found
            .iter()
            .any(|warning| warning.what == Remark::OtherLayout)
    };
    for body in [
        "Đảng ủy xã Phiêng Mây",
        "ĐẢNG UỶ PHƯỜNG A",
        "Tỉnh ủy Đông Lĩnh",
    ] {
        assert!(told(body, Layout::State), "{body}");
        assert!(!told(body, Layout::Party), "{body}");
    }
    for body in [
        "Ủy ban nhân dân xã A",
        "UBND phường B",
        "HĐND xã C",
        "Sở Y tế",
    ] {
        assert!(told(body, Layout::Party), "{body}");
        assert!(!told(body, Layout::State), "{body}");
    }
    // what could be either is the office's to say
    for body in ["", "Ủy ban Mặt trận Tổ quốc Việt Nam xã", "Hội Nông dân xã"] {
        assert!(
            !told(body, Layout::State) && !told(body, Layout::Party),
            "{body}"
        );
    }
}

/// The articles that say who may chair, where somebody of this office is not among them.
fn who_may_chair(office: &str, regulation: &str) -> Option<String> {
    let regulation = profiles::load(regulation, None).unwrap();
    let mut draft = draft(&small(""));
    draft.plan.put_under(&regulation);
    draft.plan.mode = regulation.modes.first().map(|mode| mode.id.clone());
    draft.plan.chair.office = office.into();
    let found = draft.check(Some(&regulation)).warnings;
    let articles = found.into_iter().find_map(|warning| {
        if let Remark::ChairNotNamed { articles, .. } = warning.what {
            Some(articles)
        } else {
            None
        }
    })?;
    let articles = articles.iter().map(|article| article.in_lang(Lang::Vi));
    Some(articles.collect::<Vec<_>>().join(" "))
}

#[test]
fn a_chair_whom_the_text_does_not_name_is_told_with_who_may() {
    // given deputies and others who head nothing: the texts name heads
    for office in [
        "Phó Chủ tịch UBND xã",
        "Phó Bí thư Thường trực Đảng ủy",
        "Trưởng phòng Kinh tế xã",
        "Công chức Văn phòng",
        "PHÓ CHỦ TỊCH THƯỜNG TRỰC",
        "Uỷ viên Ban Thường vụ, Phó Chủ tịch HĐND",
    ] {
        assert_eq!(
            who_may_chair(office, "lao-cai-7-qc-tu-2025").as_deref(),
            Some("Đ6"),
            "{office}"
        );
        assert_eq!(
            who_may_chair(office, "tang-tien-2024").as_deref(),
            Some("II.1"),
            "{office}"
        );
    }
    // and where the text lets a deputy chair, that is told, too
    assert_eq!(
        who_may_chair("Phó Bí thư Đảng ủy xã", "dan-tien-2025").as_deref(),
        Some("Đ5.2a Đ3.5")
    );
    assert_eq!(
        who_may_chair("Trưởng thôn", "dan-tien-2025").as_deref(),
        Some("Đ5.2a")
    );
    // but whoever holds two offices is named by either
    for office in [
        "Phó Bí thư Đảng ủy, Chủ tịch UBND xã",
        "Phó Bí thư kiêm Chủ tịch UBND xã",
        "Phó Bí thư Đảng ủy - Chủ tịch UBND xã",
        "Chủ tịch",
        "",
    ] {
        assert_eq!(who_may_chair(office, "tang-tien-2024"), None, "{office}");
    }
    assert_eq!(
        who_may_chair("Bí thư Đảng ủy, Chủ tịch HĐND xã", "luat-72-2025-dieu-43"),
        None
    );
}

#[test]
fn faults_of_the_notation_and_of_the_content_are_told_at_once() {
    // given a plan with an unknown field, a wrong kind of value, a level that there is not, a day that is none, a field
    // that is missing, and a mistake of the content
    let source = small(
        r#"
    speakers: [
        (number: "một", name: "Ông Một"),
        (number: 2, tuổi: 50, name: "Ông Hai"),
        (number: 2),
        (number: 2, name: "Ông Ba"),
    ],"#,
    )
    .replace("level: Commune", "level: Huyện")
    .replace("2026-11-25T08:00:00", "25/11/2026")
    .replace("tuổi", "age");
    let findings = draft(&source).check(None);
    let lines: Vec<usize> = findings.faults.iter().map(|f| f.line().unwrap()).collect();
    let at = |text: &str| line_of(&source, text);
    for text in [
        "Huyện",
        "25/11/2026",
        "một",
        "age: 50",
        "(number: 2),",
        "Ông Ba",
    ] {
        assert!(lines.contains(&at(text)), "{text}: {:?}", findings.faults);
    }
    assert_eq!(lines.len(), 7, "{:?}", findings.faults);
}
