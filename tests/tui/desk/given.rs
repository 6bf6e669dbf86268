//! What the stories of the desk begin with.

use chrono::NaiveDate;
use doithoai::domain::regulation::RegulationId;
use doithoai::domain::session::plan::{
    Agency, AgencyId, Layout, Level, Limits, Number, Official, Opinion, OpinionId, Plan,
    Registration, Settings, Subject,
};

pub const LAO_CAI: &str = "lao-cai-7-qc-tu-2025";
pub const QD_1573: &str = "qd-1573-2025";
pub const DIEN_BIEN: &str = "dien-bien";
pub const DAN_TIEN: &str = "dan-tien-2025";
pub const TANG_TIEN: &str = "tang-tien-2024";
pub const ALL: [&str; 5] = [LAO_CAI, QD_1573, DIEN_BIEN, DAN_TIEN, TANG_TIEN];

pub const PREPARED: &str = "Đã bố trí 2,4 tỷ đồng, khởi công trong quý I";

/// Three speakers whose names have stacked marks, three agencies, two collected opinions.
pub fn plan(regulation: &str) -> Plan {
    Plan {
        chair_post: None,
        laws: None,
        regulation: RegulationId(regulation.into()),
        title: "Đối thoại với Nhân dân xã Nà Hỏi".into(),
        fictional: true,
        venue: None,
        level: Level::Commune,
        held: NaiveDate::from_ymd_opt(2026, 11, 25)
            .unwrap()
            .and_hms_opt(8, 0, 0)
            .unwrap(),
        place: "Nhà văn hóa xã".into(),
        mode: None,
        form: None,
        contents: vec!["Nước sạch và môi trường".into()],
        body: "Ủy ban nhân dân xã".into(),
        superior_body: None,
        layout: Layout::State,
        chair: official("Ông", "Hoàng Đức Thắng", "Chủ tịch"),
        co_chairs: vec![official("Bà", "Vi Thị Ngọc", "Phó Chủ tịch")],
        secretaries: vec![],
        lead_agency: "Văn phòng".into(),
        delegates: vec![],
        agencies: agencies(),
        higher_levels: vec![
            "Ủy ban nhân dân tỉnh".into(),
            "Bộ Nông nghiệp và Môi trường".into(),
        ],
        done: std::collections::BTreeMap::new(),
        signatory: None,
        settings: Settings {
            limits: Limits {
                speech: Some(180),
                answer: Some(300),
                follow_up: Some(60),
            },
            ..Settings::default()
        },
        speakers: vec![
            speaker(1, "Bà", "Nguyễn Thị Ước", "thôn Nà Hỏi", "kinh-te").into(),
            speaker(2, "Ông", "Lường Văn Ẩn", "bản Huổi Cáy", "kinh-te").into(),
            speaker(3, "Bà", "Đặng Thị Như Quỳnh", "thôn Lũng Pâu", "cong-an").into(),
        ],
        opinions: vec![
            opinion(1, "Đường vào thôn Nà Hỏi bị sạt lở", Some(PREPARED)),
            opinion(2, "Thiếu nước sinh hoạt mùa khô", None),
        ],
    }
}

fn agencies() -> Vec<Agency> {
    [
        ("kinh-te", "Phòng Kinh tế"),
        ("nong-nghiep", "Sở Nông nghiệp và Môi trường"),
        ("cong-an", "Công an xã"),
    ]
    .map(|(id, name)| Agency {
        id: AgencyId(id.into()),
        name: name.into(),
        spoken_for_by: None,
    })
    .into()
}

pub fn official(honorific: &str, name: &str, office: &str) -> Official {
    Official {
        honorific: honorific.into(),
        name: name.into(),
        office: office.into(),
    }
}

fn speaker(number: u32, honorific: &str, name: &str, village: &str, asked: &str) -> Registration {
    Registration {
        number: Number(number),
        honorific: honorific.into(),
        name: name.into(),
        village: village.into(),
        phone: Some("0900000000".into()),
        address: None,
        venue: None,
        subjects: vec![Subject {
            text: format!("Kiến nghị của số {number}"),
            topic: Some("Giao thông".into()),
            agency: Some(AgencyId(asked.into())),
            opinion: None,
        }],
    }
}

fn opinion(id: u32, text: &str, prepared: Option<&str>) -> Opinion {
    Opinion {
        id: OpinionId(id),
        from: format!("Tổ đại biểu số {id}"),
        village: "bản Huổi Cáy".into(),
        text: text.into(),
        topic: None,
        agency: Some(AgencyId("nong-nghiep".into())),
        prepared_answer: prepared.map(Into::into),
    }
}
