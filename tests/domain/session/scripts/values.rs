//! Values of every kind that a command is about: those that are there, those that are not, and texts of any letters.

use doithoai::domain::regulation::{ClassKind, DeadlineId, Phase};
use doithoai::domain::session::deviation::Reason;
use doithoai::domain::session::floor::{Holder, TurnId};
use doithoai::domain::session::item::{Class, Due, ItemId, Raiser};
use doithoai::domain::session::plan::{Number, OpinionId};
use doithoai::domain::session::queue::Standing;
use doithoai::domain::session::scene::Scene;
use doithoai::domain::session::timing::SegmentId;
use doithoai::domain::time::Millis;
use proptest::prelude::*;
use proptest::sample::select;

use crate::session::given;
use crate::session::given::*;

pub(super) fn number() -> impl Strategy<Value = Number> {
    (1..6_u32).prop_map(Number)
}

pub(super) fn item() -> impl Strategy<Value = ItemId> {
    (1..8_u32).prop_map(ItemId)
}

pub(super) fn opinion_id() -> impl Strategy<Value = OpinionId> {
    (1..4_u32).prop_map(OpinionId)
}

pub(super) fn phase() -> impl Strategy<Value = Phase> {
    select(&[Phase::Speech, Phase::Answer, Phase::Exchange])
}

pub(super) fn an_agency() -> impl Strategy<Value = doithoai::domain::session::plan::AgencyId> {
    select(&["moi-truong", "kinh-te", "y-te"]).prop_map(agency)
}

pub(super) fn holder() -> impl Strategy<Value = Holder> {
    prop_oneof![
        number().prop_map(Holder::Citizen),
        Just(Holder::Chair),
        an_agency().prop_map(Holder::Agency),
    ]
}

pub(super) fn raiser() -> impl Strategy<Value = Raiser> {
    prop_oneof![
        4 => number().prop_map(Raiser::Citizen),
        1 => opinion_id().prop_map(Raiser::Collected),
    ]
}

pub(super) fn why() -> impl Strategy<Value = Reason> {
    prop_oneof![
        4 => Just(given::reason()),
        1 => Just(Reason { why: String::new(), ordered_by: "chủ trì".into() }),
    ]
}

pub(super) fn perhaps_why() -> impl Strategy<Value = Option<Reason>> {
    proptest::option::of(why())
}

pub(super) fn text() -> impl Strategy<Value = String> {
    select(&[
        "",
        "Đường \"liên thôn\"\r\n\t(2 km)",
        "Nước sinh hoạt",
        "\u{0}\u{7f}ể\u{300}",
    ])
    .prop_map(Into::into)
}

pub(super) fn due() -> impl Strategy<Value = Due> {
    (
        any::<bool>(),
        select(&[None, Some("agency-report"), Some("never")]),
    )
        .prop_map(|(dated, under)| Due {
            on: chrono::NaiveDate::from_ymd_opt(2026, 12, 9).filter(|_| dated),
            under: under.map(|id| DeadlineId(id.into())),
        })
}

pub(super) fn class() -> impl Strategy<Value = Class> {
    prop_oneof![
        Just(Class::AnsweredNow),
        (proptest::option::of(an_agency()), due())
            .prop_map(|(agency, due)| Class::VerifyLater { agency, due }),
        (proptest::option::of(text()), due()).prop_map(|(authority, due)| Class::ReportUpward {
            authority,
            due: due.on,
        }),
    ]
}

pub(super) fn standing() -> impl Strategy<Value = Standing> {
    select(&[
        Standing::Waiting,
        Standing::Spoke,
        Standing::Absent,
        Standing::Withdrew,
        Standing::WrittenSlip,
        Standing::NoTimeLeft,
        Standing::Refused,
    ])
}

pub(super) fn step_id() -> impl Strategy<Value = doithoai::domain::regulation::StepId> {
    select(&[
        "opening",
        "announcement",
        "prepared-answers",
        "speeches",
        "answers",
        "follow-up",
        "dialogue",
        "conclusion",
        "dance",
    ])
    .prop_map(step)
}

pub(super) fn act_id() -> impl Strategy<Value = doithoai::domain::regulation::ChecklistItemId> {
    select(&[
        "delegates",
        "chair",
        "purpose",
        "what-was-discussed",
        "order-notice",
        "sing",
    ])
    .prop_map(act)
}

pub(super) fn limit() -> impl Strategy<Value = Option<Millis>> {
    proptest::option::of(select(&[0, 1, 90_000, u64::MAX])).prop_map(|limit| limit.map(Millis))
}

pub(super) fn signed() -> impl Strategy<Value = i64> {
    prop_oneof![
        6 => -120_000_i64..120_000,
        1 => select(&[i64::MIN, -1, 0, 1, i64::MAX]),
    ]
}

pub(super) fn segment() -> impl Strategy<Value = SegmentId> {
    prop_oneof![
        (1..6_u32).prop_map(|id| SegmentId::Turn(TurnId(id))),
        (0..8_u32).prop_map(SegmentId::Visit),
        (0..3_u32).prop_map(SegmentId::Break),
    ]
}

pub(super) fn scene() -> impl Strategy<Value = Scene> {
    prop_oneof![
        Just(Scene::Agenda),
        Just(Scene::Floor),
        proptest::option::of(select(ClassKind::ALL.to_vec())).prop_map(Scene::Conclusion),
        Just(Scene::Blank),
    ]
}
