//! Plans under every regulation, with people and opinions enough for every paper.

use doithoai::domain::regulation::{Regulation, RegulationId};
use doithoai::domain::session::deviation::Reason;
use doithoai::domain::session::plan::{
    Agency, AgencyId, Layout, Level, Number, Official, Opinion, OpinionId, Plan, Registration,
    Settings, Subject,
};

const NAMES: [(&str, &str, &str); 12] = [
    ("Ông", "Triệu Văn Kẻo", "thôn Nà Hỏi"),
    ("Bà", "Lý Thị Mẩy", "thôn Nà Hỏi"),
    ("Anh", "Giàng A Chớ", "bản Háng Chua"),
    ("Bà", "Nguyễn Thị Ước", "thôn Nà Hỏi"),
    ("Ông", "Lường Văn Ẩn", "bản Pá Hốc"),
    ("Chị", "Đặng Thị Như Quỳnh", "thôn Tân Hợp"),
    ("Bà", "Sùng Thị Mỵ", "bản Háng Chua"),
    ("Ông", "Bàn Phúc Vượng", "thôn Khuổi Ngàn"),
    ("Anh", "Hoàng Đình Khuê", "thôn Suối Lê"),
    ("Bà", "Vàng Thị Dợ", "bản Lũng Mười"),
    ("Ông", "Nông Văn Bảy", "thôn Phiêng Đồn"),
    ("Chị", "Quàng Thị Ngoãn", "bản Pá Hốc"),
];

pub(super) const TOPICS: [(&str, &str, &str); 5] = [
    (
        "Đường giao thông",
        "Đường trục thôn hư hỏng nặng, mùa mưa xe không qua được, đề nghị sửa chữa trước Tết",
        "Xã đã kiểm tra thực địa, sẽ bố trí đá dăm gia cố các điểm lún để xe đi lại được trong tháng 12.",
    ),
    (
        "Nước sinh hoạt",
        "Bể nước tập trung của thôn cạn từ tháng ba, các hộ cuối nguồn không có nước",
        "Công trình vượt năng lực ban đầu; xã chia lịch cấp nước luân phiên và lập phương án bổ sung bể chứa.",
    ),
    (
        "Đất đai",
        "Nộp hồ sơ cấp giấy chứng nhận quyền sử dụng đất đã lâu mà chưa được trả lời",
        "Hồ sơ còn thiếu bản trích đo; Trung tâm sẽ liên hệ từng hộ để hướng dẫn bổ sung.",
    ),
    (
        "Điện",
        "Cả bản chưa có điện lưới, đề nghị cho biết kế hoạch cấp điện",
        "Việc đầu tư lưới điện thuộc thẩm quyền của tỉnh; xã sẽ báo cáo, kiến nghị cấp trên.",
    ),
    (
        "Môi trường",
        "Bãi tập kết rác gần nhà văn hóa bốc mùi, đề nghị di chuyển",
        "Xã giao đơn vị thu gom tăng chuyến từ tuần sau và tìm vị trí mới.",
    ),
];

pub fn official(honorific: &str, name: &str, office: &str) -> Official {
    Official {
        honorific: honorific.into(),
        name: name.into(),
        office: office.into(),
    }
}

pub fn reason(why: &str) -> Reason {
    Reason {
        why: why.into(),
        ordered_by: "ông Hoàng Văn Đức".into(),
    }
}

/// A plan with so many speakers.
pub fn plan(regulation: &Regulation, layout: Layout, speakers: u32) -> Plan {
    let is_state = layout == Layout::State;
    Plan {
        chair_post: None,
        laws: None,
        done: std::collections::BTreeMap::new(),
        signatory: None,
        regulation: RegulationId(regulation.id.0.clone()),
        title: if is_state {
            "Hội nghị đối thoại trực tiếp giữa Chủ tịch UBND xã Phiêng Mây với Nhân dân năm 2026"
        } else {
            "Hội nghị đối thoại trực tiếp giữa Bí thư Đảng ủy xã Phiêng Mây với Nhân dân năm 2026"
        }
        .into(),
        fictional: true,
        venue: None,
        level: Level::Commune,
        held: "2026-11-25T08:00:00".parse().unwrap(),
        place: "Hội trường UBND xã Phiêng Mây".into(),
        mode: regulation.modes.first().map(|mode| mode.id.clone()),
        form: regulation.forms.first().map(|form| form.id.clone()),
        contents: vec![
            "Đường giao thông nông thôn, thủy lợi và nước sinh hoạt".into(),
            "Đất đai, môi trường và nếp sống văn minh ở thôn, bản".into(),
        ],
        body: if is_state {
            "Ủy ban nhân dân xã Phiêng Mây"
        } else {
            "Đảng ủy xã Phiêng Mây"
        }
        .into(),
        superior_body: Some(if is_state {
            "Ủy ban nhân dân tỉnh Đông Lĩnh".into()
        } else {
            "Tỉnh ủy Đông Lĩnh".into()
        }),
        layout,
        chair: if is_state {
            official("Ông", "Hoàng Văn Đức", "Chủ tịch UBND xã")
        } else {
            official("Đồng chí", "Nông Quốc Khánh", "Bí thư Đảng ủy xã")
        },
        co_chairs: vec![official(
            "Ông",
            "Đỗ Mạnh Cường",
            "Chủ tịch Ủy ban MTTQ Việt Nam xã",
        )],
        secretaries: vec![official("Bà", "Phạm Thùy Dương", "Chuyên viên Văn phòng")],
        lead_agency: if is_state {
            "Văn phòng HĐND và UBND xã"
        } else {
            "Văn phòng Đảng ủy xã"
        }
        .into(),
        delegates: delegates(),
        agencies: agencies(),
        higher_levels: vec!["UBND tỉnh Đông Lĩnh".into(), "Sở Công Thương".into()],
        settings: Settings {
            mask_names: true,
            ..Settings::default()
        },
        speakers: (1..=speakers)
            .map(|number| registration(number).into())
            .collect(),
        opinions: opinions(),
    }
}

fn delegates() -> Vec<Official> {
    vec![
        official(
            "Bà",
            "Ma Thị Ngọc",
            "Phó Bí thư Thường trực Đảng ủy, Chủ tịch HĐND xã",
        ),
        official("Bà", "Lý Thị Phượng", "Chủ tịch Hội Liên hiệp Phụ nữ xã"),
        official("Anh", "Hà Minh Tuấn", "Bí thư Đoàn TNCS Hồ Chí Minh xã"),
    ]
}

fn agencies() -> Vec<Agency> {
    let agency = |id: &str, name: &str, honorific: &str, speaker: &str, office: &str| Agency {
        id: AgencyId(id.into()),
        name: name.into(),
        spoken_for_by: Some(official(honorific, speaker, office)),
    };
    vec![
        agency(
            "kinh-te",
            "Phòng Kinh tế xã",
            "Ông",
            "Nguyễn Hữu Nghị",
            "Trưởng phòng",
        ),
        agency(
            "hanh-chinh-cong",
            "Trung tâm Phục vụ hành chính công xã",
            "Bà",
            "Hứa Thị Quyên",
            "Phó Giám đốc Trung tâm",
        ),
        agency(
            "cong-an",
            "Công an xã",
            "Ông",
            "Đàm Quang Thắng",
            "Trưởng Công an xã",
        ),
    ]
}

fn opinions() -> Vec<Opinion> {
    vec![Opinion {
        id: OpinionId(1),
        from: "Bà Chảo Sử Mẩy và 14 hộ dân".into(),
        village: "bản Nậm Cưởm".into(),
        text: "Đề nghị nâng cấp đường ống dẫn nước, liên hệ 0912.345.678.".into(),
        topic: Some("Nước sinh hoạt".into()),
        agency: Some(AgencyId("kinh-te".into())),
        prepared_answer: Some("Phòng Kinh tế đã thay các đoạn ống vỡ trong tháng 10.".into()),
    }]
}

pub(super) fn registration(number: u32) -> Registration {
    let at = number as usize - 1;
    let (honorific, name, village) = NAMES[at % NAMES.len()];
    let (topic, text, _) = TOPICS[at % TOPICS.len()];
    Registration {
        number: Number(number),
        honorific: honorific.into(),
        // Names repeat after the list is through, with another middle name, as in a real commune.
        name: if at < NAMES.len() {
            name.into()
        } else {
            name.replacen(' ', " Minh ", 1)
        },
        village: village.into(),
        venue: None,
        phone: Some(format!("0900 000 {number:03}")),
        address: Some(format!("Số nhà {number}, {village}")),
        subjects: vec![Subject {
            text: text.into(),
            topic: Some(topic.into()),
            agency: Some(AgencyId(["kinh-te", "hanh-chinh-cong"][at % 2].into())),
            opinion: None,
        }],
    }
}
