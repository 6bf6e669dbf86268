//! Scripts by chance: mostly the one key, so that they come far, and between its presses every command there is, with ids
//! that exist and ids that do not.

mod values;

use doithoai::domain::regulation::GroundId;
use doithoai::domain::session::attendance::{Attendee, Presence};
use doithoai::domain::session::command::{Command, Newcomer, NewcomerContact};
use doithoai::domain::session::event::{NotePlace, StationId};
use doithoai::domain::session::floor::TurnId;
use doithoai::domain::session::item::ItemId;
use doithoai::domain::session::plan::{ClockStart, Plan, SpeakingMode};
use doithoai::domain::session::queue::PersonDetails;
use doithoai::domain::session::timing::Edge;
use doithoai::domain::session::venue::VenueLink;
use doithoai::domain::time::Millis;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree as _;

use self::values::{
    act_id, an_agency, class, due, holder, item, limit, number, opinion_id, perhaps_why, phase,
    raiser, scene, segment, signed, standing, step_id, text, why,
};
use crate::session::given;
use crate::session::given::*;

/// One thing that happens.
#[derive(Debug, Clone)]
pub enum Deed {
    Next,
    Alternative,
    Ask(Command),
    Pass(Millis),
    /// The clock on the wall is set by so many minutes.
    SetWall(i64),
    /// The program dies and comes back, so many seconds after its last record by the wall.
    ComeBack {
        after: i64,
        alive: Option<i64>,
    },
}

pub fn script() -> impl Strategy<Value = Vec<Deed>> {
    let deed = prop_oneof![
        24 => Just(Deed::Next),
        3 => Just(Deed::Alternative),
        14 => command().prop_map(Deed::Ask),
        4 => (0_u64..400_000).prop_map(|millis| Deed::Pass(Millis(millis))),
        1 => (-90_i64..90).prop_map(Deed::SetWall),
        1 => (-600_i64..900, proptest::option::of(-60_i64..900))
            .prop_map(|(after, alive)| Deed::ComeBack { after, alive }),
    ];
    proptest::collection::vec(deed, 0..110)
}

/// A hall under any of the regulations, with one, two or three speakers, with or without opinions.
pub fn hall_plan() -> impl Strategy<Value = Plan> {
    (
        select(&given::ALL),
        0..4_usize,
        0..3_u32,
        prop_oneof![
            Just(SpeakingMode::OneByOne),
            (0..4_u32).prop_map(SpeakingMode::InBatches)
        ],
        select(&[ClockStart::WithTheFloor, ClockStart::ByHand]),
    )
        .prop_map(|(regulation, speakers, opinions, taking, clock_starts)| {
            let mut plan = given::plan(regulation);
            plan.speakers.truncate(speakers);
            plan.opinions = (1..=opinions)
                .map(|id| opinion(id, (id == 1).then_some("kinh-te")))
                .collect();
            plan.settings.taking = taking;
            plan.settings.clock_starts = clock_starts;
            plan
        })
}

fn command() -> impl Strategy<Value = Command> {
    prop_oneof![
        of_steps(),
        of_the_floor(),
        of_people(),
        of_items(),
        of_times(),
        of_the_rest()
    ]
}

fn of_steps() -> impl Strategy<Value = Command> {
    prop_oneof![
        (step_id(), perhaps_why()).prop_map(|(step, reason)| Command::EnterStep { step, reason }),
        act_id().prop_map(|act| Command::Tick { act }),
        prop_oneof![
            Just(SpeakingMode::OneByOne),
            (0..4_u32).prop_map(SpeakingMode::InBatches)
        ]
        .prop_map(|mode| Command::SetSpeakingMode { mode }),
        Just(Command::HoldSpeeches),
        perhaps_why().prop_map(|reason| Command::Close { reason }),
    ]
}

fn of_the_floor() -> impl Strategy<Value = Command> {
    prop_oneof![
        3 => (phase(), holder(), proptest::collection::vec(item(), 0..3))
            .prop_map(|(phase, to, items)| Command::GiveFloor { phase, to, items }),
        1 => opinion_id().prop_map(|opinion| Command::ReadPrepared { opinion }),
        3 => select(&[
            Command::StartClock,
            Command::PauseClock,
            Command::ResumeClock,
            Command::EndFloor,
        ]),
        1 => signed().prop_map(|seconds| Command::ShiftLimit { seconds }),
        1 => (phase(), proptest::option::of(0..300_u32))
            .prop_map(|(phase, seconds)| Command::SetLimitForRest { phase, seconds }),
        1 => ((1..6_u32), limit())
            .prop_map(|(id, limit)| Command::SetLimit { turn: TurnId(id), limit }),
    ]
}

fn of_people() -> impl Strategy<Value = Command> {
    let grounds = select(&["intoxicated", "no-capacity", "ugly"]);
    prop_oneof![
        2 => (proptest::option::of(any::<bool>()), perhaps_why()).prop_map(
            |(within_scope, reason)| Command::Register { newcomer: newcomer(), within_scope, reason }
        ),
        1 => (number(), 0..6_usize).prop_map(|(number, to)| Command::MoveInQueue { number, to }),
        3 => (number(), standing())
            .prop_map(|(number, standing)| Command::SetStanding { number, standing }),
        1 => Just(Command::NoTimeForRest),
        1 => (number(), grounds).prop_map(|(number, ground)| Command::RefusePerson {
            number,
            ground: GroundId(ground.into()),
        }),
        1 => (number(), text(), text()).prop_map(|(number, name, village)| {
            Command::CorrectPerson {
                number,
                details: PersonDetails {
                    name,
                    village,
                    ..PersonDetails::default()
                },
            }
        }),
        1 => proptest::collection::vec(number(), 0..3)
            .prop_map(|numbers| Command::TakeUpSubjects { numbers }),
        1 => (proptest::collection::vec(number(), 0..3), text())
            .prop_map(|(numbers, why)| Command::SetAsideSubjects { numbers, why }),
        1 => (an_agency(), select(&[true, false]), proptest::option::of(0..400_u32)).prop_map(
            |(id, came, people)| Command::RecordAttendance {
                marks: vec![(
                    Attendee::Agency(id),
                    Some(if came { Presence::Present } else { Presence::Absent }),
                )],
                people,
            }
        ),
    ]
}

fn of_items() -> impl Strategy<Value = Command> {
    let perhaps_opinion = || proptest::option::of(opinion_id());
    prop_oneof![
        2 => (raiser(), text(), perhaps_opinion())
            .prop_map(|(by, text, opinion)| Command::RaiseItem { by, text, opinion }),
        1 => (raiser(), text(), perhaps_opinion(), any::<bool>(), perhaps_why()).prop_map(
            |(by, text, opinion, within_scope, reason)| Command::RaiseScopedItem {
                by,
                text,
                opinion,
                within_scope,
                reason,
            }
        ),
        1 => item().prop_map(|item| Command::AnswerAsPrepared { item }),
        1 => (item(), text()).prop_map(|(item, text)| Command::EditItem { item, text }),
        1 => (item(), proptest::option::of(text()))
            .prop_map(|(item, topic)| Command::SetTopic { item, topic }),
        1 => (item(), perhaps_opinion())
            .prop_map(|(item, opinion)| Command::LinkItem { item, opinion }),
        1 => (item(), raiser()).prop_map(|(item, to)| Command::MoveItem { item, to }),
        1 => (item(), text())
            .prop_map(|(item, answer)| Command::SummariseAnswer { item, answer }),
        3 => (item(), class()).prop_map(|(item, class)| Command::ClassItem { item, class }),
        1 => (item(), an_agency(), text(), due()).prop_map(|(item, id, name, due)| {
            Command::ClassUnderNewAgency {
                item,
                id,
                name,
                due,
            }
        }),
        2 => item().prop_map(|item| Command::ReopenItem { item }),
        1 => (an_agency(), text()).prop_map(|(id, name)| Command::AddAgency { id, name }),
    ]
}

fn of_times() -> impl Strategy<Value = Command> {
    prop_oneof![
        2 => limit().prop_map(|planned| Command::BeginBreak { planned }),
        1 => Just(Command::EndBreak),
        1 => why().prop_map(|reason| Command::Adjourn { reason: Some(reason) }),
        2 => any::<bool>().prop_map(|went_on| Command::JudgeAway { went_on }),
        4 => (segment(), select(&[Edge::Begin, Edge::End]), signed(), why()).prop_map(
            |(segment, edge, by, reason)| Command::CorrectTime { segment, edge, by, reason }
        ),
    ]
}

fn of_the_rest() -> impl Strategy<Value = Command> {
    let cases = select(&[None, Some("health"), Some("holiday")]);
    prop_oneof![
        1 => (cases, why()).prop_map(|(case, reason)| Command::ReplaceChair {
            by: official("Lò Văn Phó"),
            case: case.map(Into::into),
            reason,
        }),
        1 => (text(), proptest::option::of(item()))
            .prop_map(|(text, item)| Command::Note { text, item }),
        1 => (text(), proptest::option::of(item())).prop_map(|(text, item)| Command::NoteInto {
            text,
            item,
            place: NotePlace::Minutes,
        }),
        1 => (act_id(), text()).prop_map(|(act, text)| Command::WordConclusion { act, text }),
        1 => text().prop_map(|title| {
            let mut plan = crate::session::given::plan(crate::session::given::DAN_TIEN);
            plan.title = title;
            Command::ReplacePlan {
                plan: Box::new(plan),
                regulation: None,
            }
        }),
        1 => (text(), any::<bool>(), perhaps_why()).prop_map(|(name, within_scope, reason)| {
            let mut person = crate::session::given::plan(crate::session::given::DAN_TIEN)
                .speakers[0]
                .as_ref()
                .clone();
            person.name = name;
            Command::Import {
                additions: Box::new(doithoai::domain::session::plan_update::Additions {
                    people: vec![person],
                    ..Default::default()
                }),
                within_scope: Some(within_scope),
                reason,
            }
        }),
        1 => proptest::option::of(text()).prop_map(|message| Command::ShowHall { message }),
        1 => proptest::option::of(scene()).prop_map(|scene| Command::SetScene { scene }),
        1 => Just(Command::FollowInHall),
        1 => (1_u32..9).prop_map(|item| Command::TurnPage { to: ItemId(item) }),
        1 => (text(), any::<bool>()).prop_map(|(venue, is_there)| Command::LinkVenue {
            venue,
            link: if is_there { VenueLink::Ready } else { VenueLink::Lost },
        }),
        1 => any::<bool>().prop_map(|out| {
            let station = StationId("registration".into());
            if out { Command::ShutOut { station } } else { Command::LetIn { station } }
        }),
        1 => (text(), perhaps_why()).prop_map(|(name, reason)| Command::RegisterInFull {
            newcomer: Newcomer { name, ..Newcomer::default() },
            contact: NewcomerContact {
                venue: Some("Bản Lếch".into()),
                ..NewcomerContact::default()
            },
            within_scope: Some(true),
            reason,
        }),
        6 => Just(Command::Undo),
        3 => Just(Command::Redo),
    ]
}

/// Every command has a place in the scripts; one that is added has to get one too.
#[test]
fn scripts_leave_no_command_out() {
    let seen: std::collections::BTreeSet<String> = {
        let mut runner = proptest::test_runner::TestRunner::deterministic();
        (0..4000)
            .map(|_| {
                let tree = command().new_tree(&mut runner).unwrap();
                let told = format!("{:?}", tree.current());
                told.split([' ', '{']).next().unwrap().to_owned()
            })
            .collect()
    };
    let source = include_str!("../../../src/domain/session/command.rs");
    let (_, rest) = source.split_once("pub enum Command {").unwrap();
    let (body, _) = rest.split_once("\n}").unwrap();
    for line in body.lines() {
        let name = line.trim_start_matches("    ");
        if line.len() - name.len() == 4 && name.starts_with(char::is_uppercase) {
            let name = name.trim_end_matches([' ', '{', ',']);
            assert!(seen.contains(name), "no script has a {name}");
        }
    }
}
