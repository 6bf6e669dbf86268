//! What the stories begin with: a hall under a regulation, three registered speakers, a clock that is moved by hand.

use chrono::NaiveDate;
use doithoai::domain::record::SessionRecord;
use doithoai::domain::regulation::{ChecklistItemId, ClassKind, Phase, RegulationId, StepId};
use doithoai::domain::session::Session;
use doithoai::domain::session::command::{Command, Newcomer};
use doithoai::domain::session::deviation::Reason;
use doithoai::domain::session::event::{Event, JournalEntry, Seq};
use doithoai::domain::session::floor::{Holder, Turn};
use doithoai::domain::session::item::{Class, ItemId};
use doithoai::domain::session::next::Next;
use doithoai::domain::session::plan::{
    Agency, AgencyId, Layout, Level, Limits, Number, Official, Opinion, OpinionId, Plan,
    Registration, Settings, SpeakingMode, Subject,
};
use doithoai::domain::session::queue::Standing;
use doithoai::domain::session::rejection::Rejection;
use doithoai::domain::session::state::State;
use doithoai::domain::time::{Millis, SessionTime, Wall};
use doithoai::store::clock::Clock;
use doithoai::store::profiles;

pub const LAO_CAI: &str = "lao-cai-7-qc-tu-2025";
pub const QD_1573: &str = "qd-1573-2025";
pub const DIEN_BIEN: &str = "dien-bien";
pub const DAN_TIEN: &str = "dan-tien-2025";
pub const TANG_TIEN: &str = "tang-tien-2024";
pub const ALL: [&str; 5] = [LAO_CAI, QD_1573, DIEN_BIEN, DAN_TIEN, TANG_TIEN];

/// A session, and the clock on the wall of its hall.
#[derive(Debug, Clone)]
pub struct Hall {
    pub session: Session,
    pub clock: Clock,
}

impl Hall {
    pub fn of(plan: Plan) -> Self {
        let clock = Clock::by_hand(wall("2026-11-25T08:00:00+07:00"));
        let regulation = profiles::load(&plan.regulation.0, None).unwrap();
        let first = JournalEntry {
            by: None,
            request: None,
            seq: Seq(1),
            at: clock.now(),
            events: Session::opening(plan, regulation),
        };
        Self {
            session: Session::open(first).unwrap(),
            clock,
        }
    }

    pub fn under(regulation: &str) -> Self {
        Self::of(plan(regulation))
    }

    /// A hall in which the first speaker is about to be called.
    pub fn before_the_first_speech(regulation: &str) -> Self {
        let mut hall = Self::under(regulation);
        hall.spaces_until(|next| matches!(next, Next::Call(_)));
        hall
    }

    /// A hall in which the first speaker has the floor.
    pub fn with_number_one_speaking(regulation: &str) -> Self {
        let mut hall = Self::before_the_first_speech(regulation);
        hall.space();
        hall
    }

    pub fn passes(&mut self, seconds: u64) {
        self.clock.pass(Millis::of_seconds(seconds));
    }

    pub fn now(&self) -> SessionTime {
        self.session.stamp(self.clock.now())
    }

    pub fn state(&self) -> &State {
        self.session.state()
    }

    pub fn asks(&self, command: Command) -> Result<Vec<Event>, Rejection> {
        self.session.decide(command, self.clock.now())
    }

    /// The aide does it, and it is not refused.
    pub fn does(&mut self, command: Command) -> Vec<Event> {
        let told = format!("{command:?}");
        let events = match self.asks(command) {
            Ok(events) => events,
            Err(refusal) => panic!("{told} was refused: {refusal:?}"),
        };
        self.happens(events.clone());
        events
    }

    /// The aide asks for it, and it is refused; nothing changes.
    pub fn refuses(&self, command: Command) -> Rejection {
        let told = format!("{command:?}");
        match self.asks(command) {
            Err(refusal) => refusal,
            Ok(events) => panic!("{told} was not refused: {events:?}"),
        }
    }

    /// The command that the one key gives; a class to be chosen is "answered now".
    pub fn command_of(&self, next: Next) -> Option<Command> {
        if let Next::Class(item) = next {
            return Some(answered_now(item));
        }
        next.command(&self.session)
    }

    pub fn happens(&mut self, events: Vec<Event>) {
        let record = self.session.record(events, self.clock.now());
        self.session.apply(record);
    }

    /// The aide presses the one key after ten seconds.
    pub fn space(&mut self) -> Next {
        self.passes(10);
        let next = self.session.next();
        if let Some(command) = self.command_of(next.clone()) {
            self.does(command);
        }
        next
    }

    pub fn spaces(&mut self, times: usize) {
        for _ in 0..times {
            self.space();
        }
    }

    pub fn spaces_until(&mut self, reached: impl Fn(&Next) -> bool) {
        for _ in 0..500 {
            if reached(&self.session.next()) {
                return;
            }
            self.space();
        }
        panic!(
            "the session never came there; next is {:?}",
            self.session.next()
        );
    }

    /// The aide takes the other key instead.
    pub fn alternative(&mut self) -> Next {
        self.passes(10);
        let next = self.session.alternative().unwrap();
        let command = next.clone().command(&self.session).unwrap();
        self.does(command);
        next
    }

    /// What people announced and could not say is left aside.
    pub fn sets_aside_what_is_left(&mut self) {
        let people = self.state().queue.people().iter();
        let numbers: Vec<Number> = people
            .filter(|person| person.subjects_left().next().is_some())
            .map(|person| person.registration.number)
            .collect();
        if !numbers.is_empty() {
            self.does(Command::SetAsideSubjects {
                numbers,
                why: "người đăng ký đồng ý nêu vào dịp khác".into(),
            });
        }
    }

    pub fn floor(&self) -> &Turn {
        self.state().floor().unwrap()
    }

    pub fn standing(&self, number: u32) -> Standing {
        self.state().queue.person(Number(number)).unwrap().standing
    }

    pub fn present(&self) -> &str {
        self.state().agenda.present().map_or("-", |step| &step.0)
    }

    /// The steps in the order in which they were entered.
    pub fn way(&self) -> Vec<&str> {
        let visits = self.state().agenda.visits();
        visits.iter().map(|visit| visit.step.0.as_str()).collect()
    }

    pub fn record(&self) -> SessionRecord {
        SessionRecord::of(&self.session, self.now())
    }

    /// The session that its records amount to, read anew.
    pub fn replayed(&self) -> Session {
        let mut records = self
            .session
            .history()
            .entries()
            .iter()
            .map(|entry| &entry.record)
            .cloned();
        let mut session = Session::open(records.next().unwrap()).unwrap();
        records.for_each(|record| session.apply(record));
        session
    }
}

pub fn wall(text: &str) -> Wall {
    text.parse().unwrap()
}

pub fn seconds(count: u64) -> Millis {
    Millis::of_seconds(count)
}

pub fn reason() -> Reason {
    Reason {
        why: "chủ trì yêu cầu".into(),
        ordered_by: "người chủ trì".into(),
    }
}

pub fn step(id: &str) -> StepId {
    StepId(id.into())
}

pub fn act(id: &str) -> ChecklistItemId {
    ChecklistItemId(id.into())
}

pub fn agency(id: &str) -> AgencyId {
    AgencyId(id.into())
}

pub fn enter(id: &str) -> Command {
    Command::EnterStep {
        step: step(id),
        reason: None,
    }
}

pub fn enter_for_a_reason(id: &str) -> Command {
    Command::EnterStep {
        step: step(id),
        reason: Some(reason()),
    }
}

pub fn call(number: u32) -> Command {
    Command::GiveFloor {
        phase: Phase::Speech,
        to: Holder::Citizen(Number(number)),
        items: vec![],
    }
}

pub fn stands(number: u32, standing: Standing) -> Command {
    Command::SetStanding {
        number: Number(number),
        standing,
    }
}

pub fn newcomer() -> Newcomer {
    Newcomer {
        honorific: "Ông".into(),
        name: "Giàng A Súa".into(),
        village: "thôn Lũng Pâu".into(),
        subject: Some("Nước sinh hoạt".into()),
    }
}

pub fn answered_now(item: ItemId) -> Command {
    Command::ClassItem {
        item,
        class: Class::AnsweredNow,
    }
}

/// The class that the program proposes.
pub fn proposed(hall: &Hall, item: u32, kind: ClassKind) -> Command {
    Command::ClassItem {
        item: ItemId(item),
        class: hall.session.proposal(ItemId(item), kind),
    }
}

/// Three speakers with one matter each: the first two for the agency of the environment, the third for the chair.
pub fn plan(regulation: &str) -> Plan {
    Plan {
        chair_post: None,
        laws: None,
        done: std::collections::BTreeMap::new(),
        signatory: None,
        regulation: RegulationId(regulation.into()),
        title: "Đối thoại".into(),
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
        contents: vec!["Môi trường".into()],
        body: "Ủy ban nhân dân xã".into(),
        superior_body: None,
        layout: Layout::State,
        chair: official("Nguyễn Văn An"),
        co_chairs: vec![],
        secretaries: vec![],
        lead_agency: "Văn phòng".into(),
        delegates: vec![],
        agencies: ["moi-truong", "kinh-te"]
            .map(|id| Agency {
                id: agency(id),
                name: format!("Phòng {id}"),
                spoken_for_by: None,
            })
            .into(),
        higher_levels: vec!["Ủy ban nhân dân tỉnh".into()],
        settings: Settings {
            limits: Limits {
                speech: Some(180),
                answer: Some(300),
                follow_up: Some(60),
            },
            ..Settings::default()
        },
        speakers: vec![
            speaker(1, "Nguyễn Thị Ước", Some("moi-truong")).into(),
            speaker(2, "Trần Văn Đỗ", Some("moi-truong")).into(),
            speaker(3, "Lý Thị Mẩy", None).into(),
        ],
        opinions: vec![],
    }
}

pub fn in_batches(regulation: &str, size: u32) -> Plan {
    let mut plan = plan(regulation);
    plan.settings.taking = SpeakingMode::InBatches(size);
    plan
}

pub fn official(name: &str) -> Official {
    Official {
        honorific: "Ông".into(),
        name: name.into(),
        office: "Chủ tịch".into(),
    }
}

pub fn speaker(number: u32, name: &str, asked: Option<&str>) -> Registration {
    Registration {
        number: Number(number),
        honorific: "Bà".into(),
        name: name.into(),
        village: "thôn Nà Hỏi".into(),
        phone: Some("0900000000".into()),
        address: None,
        venue: None,
        subjects: vec![Subject {
            text: format!("Kiến nghị của số {number}"),
            topic: Some("Môi trường".into()),
            agency: asked.map(agency),
            opinion: None,
        }],
    }
}

pub fn opinion(id: u32, asked: Option<&str>) -> Opinion {
    Opinion {
        id: OpinionId(id),
        from: format!("Hộ ông Sùng A Dơ {id}"),
        village: "bản Huổi Cáy".into(),
        text: format!("Ý kiến {id}"),
        topic: None,
        agency: asked.map(agency),
        prepared_answer: Some("Đã bố trí vốn".into()),
    }
}
