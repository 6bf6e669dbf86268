//! A plan written as a workbook and read again is the same plan; and no bytes whatever bring the reading down.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use doithoai::documents::plan_import::template::{self, Wanted};
use doithoai::documents::plan_import::{Catalogue, from_workbook, sample, table};
use doithoai::domain::regulation::{DeadlineId, Regulation};
use doithoai::domain::session::plan::{
    Agency, AgencyId, ClockStart, Layout, Level, Limits, Number, Official, Opinion, OpinionId,
    Plan, Registration, SpeakingMode, Subject,
};
use doithoai::store::profiles;
use proptest::prelude::*;
use proptest::sample::select;

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

fn official() -> impl Strategy<Value = Official> {
    (select(vec!["", "Ông", "Bà", "Đồng chí"]), text(), text()).prop_map(
        |(honorific, name, office)| Official {
            honorific: honorific.to_owned(),
            name,
            office,
        },
    )
}

fn agencies() -> impl Strategy<Value = Vec<Agency>> {
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

#[expect(clippy::too_many_lines, reason = "one part of a plan after the other")]
fn plan() -> impl Strategy<Value = Plan> {
    let people = || proptest::collection::vec(official(), 0..4);
    let heads = (
        (text(), text(), text(), text(), optional(), optional()),
        (official(), people(), people(), people()),
        (
            proptest::collection::vec(text(), 0..4),
            proptest::collection::vec(text(), 0..3),
        ),
        (any::<[bool; 5]>(), 0_i64..900_000),
    );
    let settings = (
        proptest::option::of(1_u16..600),
        proptest::option::of(1_u32..4000),
        proptest::option::of(1_u32..4000),
        2_u32..300,
        proptest::option::of(1_u32..9),
        proptest::collection::vec(1_u16..90, 3),
    );
    let lists = agencies().prop_flat_map(|agencies| {
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
    });
    (heads, settings, lists).prop_map(|(heads, settings, (agencies, speakers, opinions))| {
        let ((title, place, body, lead, superior, venue), people, texts, (flags, minutes)) = heads;
        let id_at = |index: Option<usize>| {
            index
                .and_then(|index| agencies.get(index))
                .map(|agency| agency.id.clone())
        };
        let mut plan = sample().unwrap();
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
        let (allowed, speech, answer, second, batch, steps) = settings;
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
        let regulation = dan_tien();
        plan.settings.step_minutes = regulation
            .steps
            .iter()
            .zip(steps)
            .map(|(step, minutes)| (step.id.clone(), minutes))
            .collect();
        plan.mode = flags[1].then(|| regulation.modes[0].id.clone());
        plan.form = flags[2].then(|| regulation.forms[0].id.clone());
        plan.done = if flags[3] {
            let id: DeadlineId = regulation.deadlines[0].id.clone();
            BTreeMap::from([(id, plan.held.date())])
        } else {
            BTreeMap::new()
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
        plan
    })
}

fn dan_tien() -> Regulation {
    profiles::load("dan-tien-2025", None).unwrap()
}

fn read_back(bytes: &[u8], regulations: &[Regulation]) -> (Plan, usize) {
    let catalogue = Catalogue {
        regulations,
        regulation: None,
    };
    let book = table::read(bytes, Path::new("x.xlsx")).unwrap();
    let draft = from_workbook(book, &catalogue);
    let faults = draft.check(regulations.first()).faults;
    (draft.plan, faults.len())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_plan_written_as_a_workbook_is_read_as_the_same_plan(plan in plan()) {
        let regulations = [dan_tien()];
        let wanted = Wanted {
            regulations: &regulations,
            regulation: Some(&regulations[0]),
            plan: Some(&plan),
        };
        let bytes = template::bytes(&wanted).unwrap();
        let (read, faults) = read_back(&bytes, &regulations);
        prop_assert_eq!(read, plan);
        prop_assert_eq!(faults, 0);
    }
}

#[test]
fn the_sample_and_every_regulation_come_back_and_the_bytes_are_the_same_each_time() {
    let mut plan = sample().unwrap();
    for listed in profiles::all(None) {
        let regulation = listed.profile.unwrap();
        if regulation.steps.is_empty() {
            continue;
        }
        plan.regulation = regulation.id.clone();
        let regulations = [regulation];
        let wanted = Wanted {
            regulations: &regulations,
            regulation: Some(&regulations[0]),
            plan: Some(&plan),
        };
        let bytes = template::bytes(&wanted).unwrap();
        assert_eq!(bytes, template::bytes(&wanted).unwrap());
        assert_eq!(read_back(&bytes, &regulations), (plan.clone(), 0));
    }
}

#[test]
fn a_blank_template_holds_no_example_and_asks_for_what_is_needed() {
    let regulations = [dan_tien()];
    for regulation in [None, Some(&regulations[0])] {
        let wanted = Wanted {
            regulations: &regulations,
            regulation,
            plan: None,
        };
        let bytes = template::bytes(&wanted).unwrap();
        let (plan, faults) = read_back(&bytes, &regulations);
        assert!(plan.speakers.is_empty() && plan.opinions.is_empty());
        assert!(plan.agencies.is_empty() && plan.delegates.is_empty());
        assert_eq!(faults, 5 + usize::from(regulation.is_none()));
    }
}

#[test]
fn another_program_reads_what_the_template_says() {
    use calamine::{Reader as _, Xlsx, open_workbook_from_rs};
    let regulations = [dan_tien()];
    let plan = sample().unwrap();
    let wanted = Wanted {
        regulations: &regulations,
        regulation: Some(&regulations[0]),
        plan: Some(&plan),
    };
    let bytes = template::bytes(&wanted).unwrap();
    let mut book: Xlsx<_> = open_workbook_from_rs(std::io::Cursor::new(bytes)).unwrap();
    let speakers = book.worksheet_range("Người phát biểu").unwrap();
    let names: Vec<String> = speakers
        .rows()
        .skip(3)
        .map(|row| row[2].to_string())
        .filter(|name| !name.is_empty())
        .collect();
    let expected: Vec<String> = plan.speakers.iter().map(|p| p.name.clone()).collect();
    assert_eq!(names, expected);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_bytes_bring_the_reading_down(
        bytes in proptest::collection::vec(any::<u8>(), 0..600),
        head in select(vec![&b""[..], b"PK\x03\x04", &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], b"sep=;\n", &[0xFF, 0xFE]]),
    ) {
        let bytes: Vec<u8> = head.iter().copied().chain(bytes).collect();
        let _ = table::read(&bytes, Path::new("x"));
    }

    #[test]
    fn no_change_to_a_workbook_brings_the_reading_down(
        kind in 0_usize..3,
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        cut in proptest::option::of(any::<prop::sample::Index>()),
    ) {
        let files: [&[u8]; 3] = [
            include_bytes!("data/sample.xls"),
            include_bytes!("data/sample.ods"),
            include_bytes!("data/sample.xlsx"),
        ];
        let mut bytes = files[kind].to_vec();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        let regulations = [dan_tien()];
        if let Ok(book) = table::read(&bytes, Path::new("x")) {
            let catalogue = Catalogue { regulations: &regulations, regulation: None };
            let _ = from_workbook(book, &catalogue).check(regulations.first());
        }
    }
}
