//! Plans of every shape that a workbook can hold.

use std::collections::BTreeMap;
use std::sync::Arc;

use doithoai::documents::plan_import::sample;
use doithoai::domain::regulation::{DeadlineId, Post, RegulationId};
use doithoai::domain::session::plan::{
    Agency, AgencyId, ClockStart, Layout, Level, Limits, Number, Official, Opinion, OpinionId,
    Plan, Registration, SpeakingMode, Subject,
};
use proptest::prelude::*;
use proptest::sample::select;

use super::dan_tien;

/// Texts as people write them, and some that a spreadsheet would love to take for something else.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        proptest::collection::vec(
            select(vec![
                "Nguyễn",
                "Thị",
                "Ước",
                "Giàng",
                "A",
                "Chớ",
                "đường",
                "nước",
                "xã",
                "Hà",
                "bà",
                "thôn",
                "2026",
                "Nà",
                "Hỏi",
                "(mới)",
                "UBND",
                "số",
                "và",
                "100%",
                "km/h",
                "Lò",
            ]),
            1..6,
        )
        .prop_map(|words| words.join(" ")),
        select(vec![
            "=SUM(A1)",
            "+84",
            "1/2",
            "007",
            "1e5",
            "'x",
            "@x",
            "a\"b",
            "<b>&amp;",
            "TRUE",
            "3,5",
            "12:30",
            "Tổ 5/12",
            "x;y",
            "Số 4",
            "(1)",
            "thôn 3",
        ])
        .prop_map(str::to_owned),
    ]
}

fn optional() -> impl Strategy<Value = Option<String>> {
    proptest::option::of(text())
}

pub(super) fn official() -> impl Strategy<Value = Official> {
    (select(vec!["", "Ông", "Bà", "Đồng chí"]), text(), text()).prop_map(
        |(honorific, name, office)| Official {
            honorific: honorific.to_owned(),
            name,
            office,
        },
    )
}

pub(super) fn agencies() -> impl Strategy<Value = Vec<Agency>> {
    proptest::collection::btree_map(
        "[a-z]{1,8}",
        (text(), proptest::option::of(official())),
        0..5,
    )
    .prop_map(|agencies| {
        agencies
            .into_iter()
            .map(|(id, (name, spoken_for_by))| Agency {
                id: AgencyId(id),
                name,
                spoken_for_by,
            })
            .collect()
    })
}

type Heads = (
    (
        String,
        String,
        String,
        String,
        Option<String>,
        Option<String>,
    ),
    (Official, Vec<Official>, Vec<Official>, Vec<Official>),
    (Vec<String>, Vec<String>),
    ([bool; 8], i64),
);

type Lengths = (
    Option<u16>,
    Option<u32>,
    Option<u32>,
    u32,
    Option<u32>,
    Vec<u16>,
);

type SubjectParts = (String, Option<String>, Option<usize>, Option<u32>);

type SpeakerParts = (
    &'static str,
    String,
    &'static str,
    Option<&'static str>,
    Option<String>,
    Option<String>,
    Vec<SubjectParts>,
);

type OpinionParts = (
    String,
    String,
    Option<String>,
    Option<usize>,
    Option<String>,
);

type Lists = (Vec<Agency>, Vec<SpeakerParts>, Vec<OpinionParts>);

pub(super) fn plan() -> impl Strategy<Value = Plan> {
    (heads(), lengths(), lists()).prop_map(|(heads, lengths, lists)| {
        let mut plan = sample().unwrap();
        let (flags, _) = heads.3;
        put_heads(&mut plan, heads);
        put_settings(&mut plan, flags, lengths);
        put_choices(&mut plan, flags);
        put_lists(&mut plan, lists);
        plan
    })
}

fn heads() -> impl Strategy<Value = Heads> {
    let people = || proptest::collection::vec(official(), 0..4);
    (
        (text(), text(), text(), text(), optional(), optional()),
        (official(), people(), people(), people()),
        (
            proptest::collection::vec(text(), 0..4),
            proptest::collection::vec(text(), 0..3),
        ),
        (any::<[bool; 8]>(), 0_i64..900_000),
    )
}

fn lengths() -> impl Strategy<Value = Lengths> {
    (
        proptest::option::of(1_u16..600),
        proptest::option::of(1_u32..4000),
        proptest::option::of(1_u32..4000),
        2_u32..300,
        proptest::option::of(1_u32..9),
        proptest::collection::vec(1_u16..90, 3),
    )
}

fn lists() -> impl Strategy<Value = Lists> {
    agencies().prop_flat_map(|agencies| {
        let count = agencies.len();
        let pick = proptest::option::of(0..count.max(1));
        let subject = (
            text(),
            optional(),
            pick.clone(),
            proptest::option::of(1_u32..4),
        );
        let speaker = (
            select(vec!["", "Ông", "Chị"]),
            text(),
            select(vec!["", "thôn Nà Hỏi", "bản Pá Hốc"]),
            select(vec![
                None,
                Some("0900 000 001"),
                Some("máy lẻ 12"),
                Some("02143840034"),
            ]),
            optional(),
            optional(),
            proptest::collection::vec(subject, 0..4),
        );
        let opinion = (
            text(),
            text(),
            optional(),
            pick,
            proptest::option::of("[A-Z][a-z ]{1,20}[a-z](\n[A-Z][a-z]{1,9})?"),
        );
        (
            Just(agencies),
            proptest::collection::vec(speaker, 0..5),
            proptest::collection::vec(opinion, 3..6),
        )
    })
}

fn put_heads(plan: &mut Plan, heads: Heads) {
    let ((title, place, body, lead, superior, venue), people, texts, (flags, minutes)) = heads;
    plan.title = title;
    plan.place = place;
    plan.body = body;
    plan.lead_agency = lead;
    plan.superior_body = superior;
    plan.venue = venue;
    (plan.chair, plan.co_chairs, plan.secretaries, plan.delegates) = people;
    (plan.contents, plan.higher_levels) = texts;
    plan.signatory = flags[4].then(|| plan.chair.clone());
    plan.fictional = flags[0];
    plan.level = if flags[1] {
        Level::Province
    } else {
        Level::Commune
    };
    plan.layout = if flags[2] {
        Layout::Party
    } else {
        Layout::State
    };
    plan.held += chrono::TimeDelta::minutes(minutes);
}

fn put_settings(plan: &mut Plan, flags: [bool; 8], lengths: Lengths) {
    let (allowed, speech, answer, second, batch, steps) = lengths;
    plan.settings.allowed_minutes = allowed;
    plan.settings.limits = Limits {
        speech,
        answer,
        follow_up: Some(second),
    };
    plan.settings.warnings = (second + 1, second);
    plan.settings.taking = batch.map_or(SpeakingMode::OneByOne, SpeakingMode::InBatches);
    plan.settings.clock_starts = if flags[3] {
        ClockStart::ByHand
    } else {
        ClockStart::WithTheFloor
    };
    plan.settings.bell = flags[4];
    plan.settings.mask_names = flags[0];
    plan.settings.short_minutes = flags[5].then_some(flags[6]);
    plan.settings.step_minutes = dan_tien()
        .steps
        .iter()
        .zip(steps)
        .map(|(step, minutes)| (step.id.clone(), minutes))
        .collect();
}

/// What a plan chooses among what its regulation offers.
fn put_choices(plan: &mut Plan, flags: [bool; 8]) {
    plan.chair_post = flags[6].then_some(Post::CouncilChair);
    plan.laws = match (flags[5], flags[7]) {
        (false, _) => None,
        (true, false) => Some(Vec::new()),
        (true, true) => Some(vec![RegulationId("luat-72-2025-dieu-43".into())]),
    };
    let regulation = dan_tien();
    plan.mode = flags[1].then(|| regulation.modes[0].id.clone());
    plan.form = flags[2].then(|| regulation.forms[0].id.clone());
    plan.done = if flags[3] {
        let id: DeadlineId = regulation.deadlines[0].id.clone();
        BTreeMap::from([(id, plan.held.date())])
    } else {
        BTreeMap::new()
    };
}

fn put_lists(plan: &mut Plan, (agencies, speakers, opinions): Lists) {
    let id_at = |index: Option<usize>| {
        index
            .and_then(|index| agencies.get(index))
            .map(|agency| agency.id.clone())
    };
    plan.opinions = (1..)
        .zip(opinions)
        .map(
            |(id, (from, text, topic, agency, prepared_answer))| Opinion {
                id: OpinionId(id),
                from,
                village: String::new(),
                text,
                topic,
                agency: id_at(agency),
                prepared_answer,
            },
        )
        .collect();
    plan.speakers = (1..)
        .zip(speakers)
        .map(
            |(number, (honorific, name, village, phone, address, venue, subjects))| {
                Arc::new(Registration {
                    number: Number(number * 2),
                    honorific: honorific.to_owned(),
                    name,
                    village: village.to_owned(),
                    phone: phone.map(str::to_owned),
                    address,
                    venue,
                    subjects: subjects
                        .into_iter()
                        .map(|(text, topic, agency, opinion)| Subject {
                            text,
                            topic,
                            agency: id_at(agency),
                            opinion: opinion.map(OpinionId),
                        })
                        .collect(),
                })
            },
        )
        .collect();
    plan.agencies = agencies;
}
