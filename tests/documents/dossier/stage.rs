//! Sessions for the tests: a plan, and a hand that drives the session core through everything that can happen.

use chrono::NaiveDate;
use doithoai::domain::deadlines::Basis;
use doithoai::domain::deadlines::explain::Explainer;
use doithoai::domain::i18n::Lang;
use doithoai::domain::record::SessionRecord;
use doithoai::domain::regulation::{ClassKind, Phase, Regulation, RegulationId, StepKind};
use doithoai::domain::session::Session;
use doithoai::domain::session::command::{Command, Newcomer};
use doithoai::domain::session::deviation::Reason;
use doithoai::domain::session::event::{JournalEntry, Seq};
use doithoai::domain::session::floor::{Holder, TurnId};
use doithoai::domain::session::item::{Class, Due, ItemId, Raiser};
use doithoai::domain::session::plan::{
    Agency, AgencyId, Layout, Level, Number, Official, Opinion, OpinionId, Plan, Registration,
    Settings, Subject,
};
use doithoai::domain::session::queue::Standing;
use doithoai::domain::session::timing::{Edge, SegmentId};
use doithoai::domain::time::Millis;
use doithoai::store::clock::Clock;
use doithoai::store::profiles;

pub const REGULATIONS: [&str; 5] = [
    "lao-cai-7-qc-tu-2025",
    "qd-1573-2025",
    "dien-bien",
    "dan-tien-2025",
    "tang-tien-2024",
];

/// What was raised and taken back; it may stand nowhere.
pub const TAKEN_BACK: &str = "Ý kiến ghi nhầm rồi hoàn tác";

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

const TOPICS: [(&str, &str, &str); 5] = [
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
#[expect(clippy::too_many_lines, reason = "one plan, field by field")]
pub fn plan(regulation: &Regulation, layout: Layout, speakers: u32) -> Plan {
    let agency = |id: &str, name: &str, honorific: &str, speaker: &str, office: &str| Agency {
        id: AgencyId(id.into()),
        name: name.into(),
        spoken_for_by: Some(official(honorific, speaker, office)),
    };
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
        delegates: vec![
            official(
                "Bà",
                "Ma Thị Ngọc",
                "Phó Bí thư Thường trực Đảng ủy, Chủ tịch HĐND xã",
            ),
            official("Bà", "Lý Thị Phượng", "Chủ tịch Hội Liên hiệp Phụ nữ xã"),
            official("Anh", "Hà Minh Tuấn", "Bí thư Đoàn TNCS Hồ Chí Minh xã"),
        ],
        agencies: vec![
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
        ],
        higher_levels: vec!["UBND tỉnh Đông Lĩnh".into(), "Sở Công Thương".into()],
        settings: Settings {
            mask_names: true,
            ..Settings::default()
        },
        speakers: (1..=speakers)
            .map(|number| registration(number).into())
            .collect(),
        opinions: vec![Opinion {
            id: OpinionId(1),
            from: "Bà Chảo Sử Mẩy và 14 hộ dân".into(),
            village: "bản Nậm Cưởm".into(),
            text: "Đề nghị nâng cấp đường ống dẫn nước, liên hệ 0912.345.678.".into(),
            topic: Some("Nước sinh hoạt".into()),
            agency: Some(AgencyId("kinh-te".into())),
            prepared_answer: Some("Phòng Kinh tế đã thay các đoạn ống vỡ trong tháng 10.".into()),
        }],
    }
}

fn registration(number: u32) -> Registration {
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

/// A session being driven.
pub struct Stage {
    pub session: Session,
    pub clock: Clock,
}

impl Stage {
    pub fn opened(plan: Plan, regulation: Regulation) -> Self {
        let clock = Clock::by_hand("2026-11-25T07:58:00+07:00".parse().unwrap());
        let session = Session::open(JournalEntry {
            by: None,
            request: None,
            seq: Seq(1),
            at: clock.now(),
            events: Session::opening(plan, regulation),
        })
        .unwrap();
        Self { session, clock }
    }

    pub fn act(&mut self, command: Command) {
        let now = self.clock.now();
        let asked = format!("{command:?}");
        let events = self
            .session
            .decide(command, now)
            .unwrap_or_else(|refusal| panic!("{asked}: {refusal}"));
        let record = self.session.record(events, now);
        self.session.apply(record);
        self.clock.pass(Millis(700));
    }

    pub fn pass(&mut self, seconds: u64) {
        self.clock.pass(Millis::of_seconds(seconds));
    }

    /// Enters a step and does all its acts but the last `left`.
    pub fn step(&mut self, kind: &StepKind, left: usize, reason: Option<Reason>) {
        let step = self
            .session
            .regulation()
            .steps
            .iter()
            .find(|step| &step.kind == kind)
            .unwrap()
            .clone();
        self.act(Command::EnterStep {
            step: step.id.clone(),
            reason,
        });
        for act in step.acts.iter().take(step.acts.len() - left) {
            self.pass(40);
            self.act(Command::Tick {
                act: act.id.clone(),
            });
        }
    }

    /// Opening and announcement, act by act, and into the dialogue.
    pub fn up_to_the_dialogue(&mut self) {
        self.pass(120);
        self.step(&StepKind::Opening, 0, None);
        self.pass(60);
        self.step(&StepKind::Announcement, 0, None);
        self.pass(60);
        self.first_dialogue_step();
    }

    pub fn first_dialogue_step(&mut self) {
        let step = self
            .session
            .regulation()
            .steps
            .iter()
            .find(|step| matches!(step.kind, StepKind::Dialogue(_)))
            .unwrap()
            .id
            .clone();
        self.act(Command::EnterStep { step, reason: None });
    }

    /// One round: the person speaks, is answered, the items get a class.
    pub fn round(&mut self, number: u32, kind: ClassKind) {
        self.act(Command::GiveFloor {
            phase: Phase::Speech,
            to: Holder::Citizen(Number(number)),
            items: vec![],
        });
        self.pass(125 + u64::from(number % 7) * 15);
        self.act(Command::EndFloor);
        let items: Vec<ItemId> = self
            .session
            .state()
            .items
            .iter()
            .filter(|item| item.by == Raiser::Citizen(Number(number)))
            .map(|item| item.id)
            .collect();
        self.pass(5);
        let to = match kind {
            ClassKind::ReportUpward => Holder::Chair,
            ClassKind::AnsweredNow | ClassKind::VerifyLater => {
                Holder::Agency(AgencyId("kinh-te".into()))
            }
        };
        self.act(Command::GiveFloor {
            phase: Phase::Answer,
            to,
            items: items.clone(),
        });
        self.pass(170);
        self.act(Command::EndFloor);
        for item in items {
            let (_, _, answer) = TOPICS[(number as usize - 1) % TOPICS.len()];
            self.act(Command::SummariseAnswer {
                item,
                answer: answer.into(),
            });
            let class = self.session.proposal(item, kind);
            self.act(Command::ClassItem { item, class });
        }
    }

    /// The last item that a citizen raised.
    pub fn item_of(&self, number: u32) -> ItemId {
        let items = self.session.state().items.iter();
        let mut own = items.filter(|item| item.by == Raiser::Citizen(Number(number)));
        own.next_back().unwrap().id
    }

    pub fn ground(&self) -> Option<doithoai::domain::regulation::GroundId> {
        let refusal = self.session.regulation().refusal.as_ref()?;
        Some(refusal.grounds.last()?.id.clone())
    }

    /// The record with everything due counted on the calendar.
    pub fn record(&self) -> SessionRecord {
        let calendar = doithoai::store::calendars::load(None).unwrap();
        let floor = profiles::load("luat-72-2025-dieu-43", None).unwrap();
        let dates = self.session.dates();
        let basis = Basis::of(calendar).with_laws([floor.clone()]);
        let due = basis.due_dates(self.session.regulation(), &dates);
        let mut record = SessionRecord::as_left(&self.session).with_deadlines(
            &due,
            &[self.session.regulation(), &floor],
            &Explainer::new(Lang::Vi),
        );
        record.journal = Some("15:3f9a0c2e7b1d4e5f".into());
        record
    }

    /// The lines of the session as a journal holds them; here only as bytes that are copied.
    pub fn journal(&self) -> Vec<u8> {
        format!("{:?}\n", self.session.history().entries().len()).into_bytes()
    }

    /// The program goes away and comes back.
    pub fn away(&mut self, seconds: u64) {
        let last = self.session.history().last_moment();
        self.pass(seconds);
        self.clock = self.clock.clone().for_run_after(last.run);
        let now = self.clock.now();
        let event = self.session.coming_back(Some(last.wall), now);
        let record = self.session.record(vec![event], now);
        self.session.apply(record);
    }
}

/// A session in which everything happens: a deputy, acts left out, prepared answers, each class, follow-up, absence,
/// withdrawal, a slip, a refusal, a newcomer, a break, an interruption, a corrected time, an act taken back.
#[expect(clippy::too_many_lines, reason = "one story, told in order")]
pub fn everything(id: &str, layout: Layout) -> Stage {
    let regulation = profiles::load(id, None).unwrap();
    let has_follow_up = regulation
        .steps
        .iter()
        .any(|step| step.phases().contains(&Phase::Exchange));
    let has_prepared = regulation
        .steps
        .iter()
        .any(|step| step.kind == StepKind::PreparedAnswers);
    let case = regulation
        .rules
        .deputy
        .as_ref()
        .and_then(|rule| rule.cases.first())
        .map(|case| case.id.clone());
    let mut stage = Stage::opened(plan(&regulation, layout, 10), regulation);
    stage.act(Command::ReplaceChair {
        by: if layout == Layout::State {
            official("Bà", "Vi Thị Huyền", "Phó Chủ tịch UBND xã")
        } else {
            official(
                "Đồng chí",
                "Ma Thị Ngọc",
                "Phó Bí thư Thường trực Đảng ủy xã",
            )
        },
        case,
        reason: reason("Người chủ trì ốm đột xuất"),
    });
    stage.pass(150);
    stage.step(&StepKind::Opening, 1, None);
    stage.pass(60);
    stage.step(
        &StepKind::Announcement,
        0,
        Some(reason("Bộ phận đăng ký đã được phân công từ trước")),
    );
    stage.pass(200);
    if has_prepared {
        stage.step(&StepKind::PreparedAnswers, 0, None);
        stage.act(Command::ReadPrepared {
            opinion: OpinionId(1),
        });
        stage.pass(95);
        stage.act(Command::EndFloor);
        stage.act(Command::ClassItem {
            item: ItemId(1),
            class: Class::AnsweredNow,
        });
    }
    stage.first_dialogue_step();
    stage.round(1, ClassKind::AnsweredNow);
    stage.round(2, ClassKind::VerifyLater);
    if has_follow_up {
        let item = stage.session.state().items.last().unwrap().id;
        stage.act(Command::GiveFloor {
            phase: Phase::Exchange,
            to: Holder::Citizen(Number(2)),
            items: vec![item],
        });
        stage.pass(45);
        stage.act(Command::EndFloor);
    }
    stage.round(3, ClassKind::ReportUpward);
    stage.act(Command::SetStanding {
        number: Number(4),
        standing: Standing::Absent,
    });
    stage.act(Command::BeginBreak {
        planned: Some(Millis::of_minutes(10)),
    });
    stage.pass(11 * 60);
    stage.act(Command::EndBreak);
    stage.act(Command::SetStanding {
        number: Number(5),
        standing: Standing::WrittenSlip,
    });
    stage.act(Command::RaiseItem {
        by: Raiser::Citizen(Number(5)),
        text: "Mương dẫn nước bị vùi lấp; gọi lại giúp theo số 0987 654 321".into(),
        opinion: None,
    });
    let slip = stage.session.state().items.last().unwrap().id;
    stage.act(Command::ClassItem {
        item: slip,
        class: Class::VerifyLater {
            agency: Some(AgencyId("hanh-chinh-cong".into())),
            due: Due {
                on: NaiveDate::from_ymd_opt(2026, 12, 18),
                under: None,
            },
        },
    });
    if let Some(ground) = stage.ground() {
        stage.act(Command::RefusePerson {
            number: Number(6),
            ground,
        });
    } else {
        stage.act(Command::SetStanding {
            number: Number(6),
            standing: Standing::Absent,
        });
    }
    stage.act(Command::SetStanding {
        number: Number(7),
        standing: Standing::Withdrew,
    });
    let newcomer = || Newcomer {
        honorific: "Ông".into(),
        name: "Cứ A Sếnh".into(),
        village: "thôn Suối Lê".into(),
        subject: Some("Mức hỗ trợ hộ nghèo sửa nhà khác nhau giữa các thôn".into()),
    };
    stage.act(Command::Register {
        newcomer: newcomer(),
        within_scope: Some(true),
        reason: Some(reason("Ý kiến liên quan trực tiếp đến nội dung đối thoại")),
    });
    let number = stage
        .session
        .state()
        .queue
        .people()
        .last()
        .unwrap()
        .registration
        .number
        .0;
    stage.round(number, ClassKind::AnsweredNow);
    // The program is away while number 8 speaks, and the speaker goes on.
    stage.act(Command::GiveFloor {
        phase: Phase::Speech,
        to: Holder::Citizen(Number(8)),
        items: vec![],
    });
    stage.pass(30);
    stage.act(Command::Note {
        text: "Chú ý riêng cho thư ký".into(),
        item: None,
    });
    stage.away(95);
    stage.act(Command::JudgeAway { went_on: true });
    stage.pass(40);
    stage.act(Command::EndFloor);
    let item = stage.session.state().items.last().unwrap().id;
    stage.act(Command::GiveFloor {
        phase: Phase::Answer,
        to: Holder::Chair,
        items: vec![item],
    });
    stage.pass(60);
    stage.act(Command::EndFloor);
    stage.act(Command::ClassItem {
        item,
        class: Class::ReportUpward {
            authority: Some("Sở Công Thương".into()),
            due: None,
        },
    });
    // The first speech really began half a minute later than the key was pressed.
    let first = stage
        .session
        .state()
        .turns
        .iter()
        .find(|turn| turn.phase == Phase::Speech)
        .map_or(TurnId(1), |turn| turn.id);
    stage.act(Command::CorrectTime {
        segment: SegmentId::Turn(first),
        edge: Edge::Begin,
        by: 60_000,
        reason: reason("Bấm sớm khi người phát biểu còn đi lên"),
    });
    let taken_back = Command::RaiseItem {
        by: Raiser::Citizen(Number(1)),
        text: TAKEN_BACK.into(),
        opinion: None,
    };
    stage.act(taken_back.with_scope(true));
    stage.act(Command::Undo);
    stage.act(Command::NoTimeForRest);
    conclude(&mut stage);
    stage
}

/// The conclusion with the chair's own words, and closing.
pub fn conclude(stage: &mut Stage) {
    let act = stage
        .session
        .regulation()
        .steps
        .iter()
        .find(|step| step.kind == StepKind::Conclusion)
        .and_then(|step| step.acts.first())
        .unwrap()
        .id
        .clone();
    stage.pass(30);
    stage.step(&StepKind::Conclusion, 0, Some(reason("Hết thời gian")));
    stage.act(Command::WordConclusion {
        act,
        text: "Ghi nhận tinh thần thẳng thắn của Nhân dân. Giao Văn phòng theo dõi từng ý kiến."
            .into(),
    });
    let people = stage.session.state().queue.people().iter();
    let numbers: Vec<Number> = people
        .filter(|person| person.subjects_left().next().is_some())
        .map(|person| person.registration.number)
        .collect();
    if !numbers.is_empty() {
        stage.act(Command::SetAsideSubjects {
            numbers,
            why: "người đăng ký đồng ý gửi bằng văn bản sau".into(),
        });
    }
    stage.pass(300);
    stage.act(Command::Close {
        reason: Some(reason("Hết thời gian")),
    });
}

/// A plain session with so many speakers, all of whom speak.
pub fn long(id: &str, layout: Layout, speakers: u32) -> Stage {
    let regulation = profiles::load(id, None).unwrap();
    let mut plan = plan(&regulation, layout, speakers);
    plan.opinions.clear();
    let mut stage = Stage::opened(plan, regulation);
    stage.up_to_the_dialogue();
    for number in 1..=speakers {
        stage.round(
            number,
            ClassKind::ALL[(number as usize + number as usize / 3) % 3],
        );
        stage.pass(10);
    }
    conclude(&mut stage);
    stage
}
