//! A plan written as a workbook and read again is the same plan; and no bytes whatever bring the reading down.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use doithoai::documents::plan_import::template::{self, OfficeNames, Wanted};
use doithoai::documents::plan_import::{Catalogue, from_workbook, pages, sample, table};
use doithoai::domain::regulation::{DeadlineId, PlanElement, Post, Regulation, RegulationId};
use doithoai::domain::session::plan::{
    Agency, AgencyId, ClockStart, Layout, Level, Limits, Number, Official, Opinion, OpinionId,
    Plan, Registration, Settings, SpeakingMode, Subject,
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
        (any::<[bool; 8]>(), 0_i64..900_000),
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
        plan.settings.short_minutes = flags[5].then_some(flags[6]);
        plan.chair_post = flags[6].then_some(Post::CouncilChair);
        plan.laws = match (flags[5], flags[7]) {
            (false, _) => None,
            (true, false) => Some(Vec::new()),
            (true, true) => Some(vec![RegulationId("luat-72-2025-dieu-43".into())]),
        };
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
            office: OfficeNames::default(),
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
            office: OfficeNames::default(),
        };
        let bytes = template::bytes(&wanted).unwrap();
        assert_eq!(bytes, template::bytes(&wanted).unwrap());
        assert_eq!(read_back(&bytes, &regulations), (plan.clone(), 0));
    }
}

#[test]
fn a_blank_template_knows_the_office_and_the_plan_that_comes_of_it_does_too() {
    let regulations = [dan_tien()];
    let official = |name: &str| Official {
        honorific: "Bà".into(),
        name: name.into(),
        office: "Bí thư Đảng ủy xã".into(),
    };
    let (chair, secretary, signatory) = (
        official("Lò Thị Mẫu"),
        official("Giàng Thị Thử"),
        official("Vàng Thị Ký"),
    );
    let bytes = template::bytes(&Wanted {
        regulations: &regulations,
        regulation: Some(&regulations[0]),
        plan: None,
        office: OfficeNames {
            body: Some("Đảng ủy xã Nà Hỏi"),
            superior_body: Some("Tỉnh ủy Mẫu"),
            lead_agency: Some("Văn phòng Đảng ủy"),
            chair: Some(&chair),
            secretary: Some(&secretary),
            signatory: Some(&signatory),
            bell: Some(true),
        },
    })
    .unwrap();
    let (plan, faults) = read_back(&bytes, &regulations);
    assert_eq!(plan.body, "Đảng ủy xã Nà Hỏi");
    assert_eq!(plan.superior_body.as_deref(), Some("Tỉnh ủy Mẫu"));
    assert_eq!(plan.lead_agency, "Văn phòng Đảng ủy");
    assert_eq!(plan.chair, chair);
    assert_eq!(plan.secretaries, [secretary]);
    assert_eq!(plan.signatory, Some(signatory));
    assert!(plan.settings.bell);
    // what is left to write: title, day, place
    assert_eq!(faults, 3);
    // and the examples are still no people
    assert!(plan.delegates.is_empty() && plan.agencies.is_empty());
}

/// A plan in which nothing is left as it is where nobody says anything.
fn whole_plan() -> Plan {
    let regulation = dan_tien();
    let mut plan = sample().unwrap();
    plan.put_under(&regulation);
    plan.fictional = true;
    plan.venue = Some("Điểm cầu chính".into());
    plan.mode = Some(regulation.modes[1].id.clone());
    plan.form = Some(regulation.forms[0].id.clone());
    plan.superior_body = Some("Tỉnh ủy Mẫu".into());
    plan.chair_post = Some(Post::CouncilChair);
    plan.signatory = Some(plan.chair.clone());
    plan.laws = Some(vec![RegulationId("luat-72-2025-dieu-43".into())]);
    plan.done = BTreeMap::from([(regulation.deadlines[0].id.clone(), plan.held.date())]);
    plan.settings = Settings {
        allowed_minutes: Some(200),
        step_minutes: regulation
            .steps
            .iter()
            .map(|step| (step.id.clone(), 7))
            .collect(),
        limits: Limits {
            speech: Some(150),
            answer: None,
            follow_up: Some(90),
        },
        warnings: (50, 20),
        taking: SpeakingMode::InBatches(4),
        clock_starts: ClockStart::ByHand,
        bell: true,
        mask_names: true,
        short_minutes: Some(false),
    };
    let mut first = (*plan.speakers[0]).clone();
    first.phone = Some("0900 000 001".into());
    first.address = Some("Số 4, thôn Nà Hỏi".into());
    first.venue = Some("Điểm cầu Pá Hốc".into());
    plan.speakers[0] = Arc::new(first);
    plan
}

#[test]
fn every_element_of_a_plan_can_be_entered_on_the_pages() {
    let plan = whole_plan();
    // given a plan with something in every element; a new element has to be named here, too
    let Plan {
        regulation: _,
        title: _,
        fictional,
        level: _,
        held: _,
        place: _,
        venue,
        mode,
        form,
        contents,
        body: _,
        superior_body,
        layout: _,
        chair: _,
        chair_post,
        co_chairs,
        secretaries,
        signatory,
        lead_agency: _,
        delegates,
        agencies,
        higher_levels,
        done,
        laws,
        settings,
        speakers,
        opinions,
    } = &plan;
    let Settings {
        allowed_minutes,
        step_minutes,
        limits,
        warnings,
        taking,
        clock_starts,
        bell,
        mask_names,
        short_minutes,
    } = settings;
    let usual = Settings::default();
    assert!(*fictional && *bell && *mask_names && short_minutes.is_some());
    assert!(venue.is_some() && mode.is_some() && form.is_some() && superior_body.is_some());
    assert!(chair_post.is_some() && signatory.is_some() && laws.is_some());
    assert!(allowed_minutes.is_some() && *limits != usual.limits && *warnings != usual.warnings);
    assert!(*taking != usual.taking && *clock_starts != usual.clock_starts);
    assert!(!contents.is_empty() && !higher_levels.is_empty() && !done.is_empty());
    assert!(!co_chairs.is_empty() && !secretaries.is_empty() && !delegates.is_empty());
    assert!(!agencies.is_empty() && !speakers.is_empty() && !opinions.is_empty());
    assert!(!step_minutes.is_empty());
    // when it is typed into the pages of the program, cell by cell
    let regulations = [dan_tien()];
    let filled = pages::pages(&Wanted {
        regulations: &regulations,
        regulation: Some(&regulations[0]),
        plan: Some(&plan),
        office: OfficeNames::default(),
    });
    let cells: Vec<_> = filled.iter().map(|page| page.rows.clone()).collect();
    // then a plan with the same in every element comes of it
    let empty = pages::pages(&Wanted {
        regulations: &regulations,
        regulation: None,
        plan: None,
        office: OfficeNames::default(),
    });
    let catalogue = Catalogue {
        regulations: &regulations,
        regulation: None,
    };
    assert_eq!(pages::draft(&empty, &cells, &catalogue).plan, plan);
}

#[test]
fn a_plan_is_held_against_what_the_text_wants_in_one() {
    // 1573 Đ7.1: time, place, content, those attending, who prepares; Dân Tiến Đ7.1 the form beside them
    let common = [
        PlanElement::Time,
        PlanElement::Place,
        PlanElement::Contents,
        PlanElement::Participants,
        PlanElement::Preparers,
    ];
    let elements = |id: &str| profiles::load(id, None).unwrap().plan_elements;
    let dan_tien = elements("dan-tien-2025");
    assert_eq!(dan_tien.len(), 6);
    assert!(dan_tien.contains(&PlanElement::Form));
    let of_1573 = elements("qd-1573-2025");
    assert_eq!(of_1573.len(), 5);
    assert!(!of_1573.contains(&PlanElement::Form));
    for element in common {
        assert!(dan_tien.contains(&element) && of_1573.contains(&element));
    }
    for silent in ["lao-cai-7-qc-tu-2025", "dien-bien", "tang-tien-2024"] {
        assert_eq!(elements(silent), [], "{silent}");
    }
    // a plan states each, and lacks each alone when that is taken out
    let plan = whole_plan();
    assert!(dan_tien.iter().all(|element| plan.states(*element)));
    let lacking = |change: &dyn Fn(&mut Plan)| {
        let mut plan = whole_plan();
        change(&mut plan);
        let lacks = dan_tien.iter().filter(|element| !plan.states(**element));
        lacks.copied().collect::<Vec<_>>()
    };
    assert_eq!(
        lacking(&|plan| plan.place = " ".into()),
        [PlanElement::Place]
    );
    assert_eq!(lacking(&|plan| plan.form = None), [PlanElement::Form]);
    assert_eq!(
        lacking(&|plan| plan.contents.clear()),
        [PlanElement::Contents]
    );
    assert_eq!(
        lacking(&|plan| {
            plan.delegates.clear();
            plan.speakers.clear();
        }),
        [PlanElement::Participants]
    );
    assert_eq!(
        lacking(&|plan| plan.lead_agency.clear()),
        [PlanElement::Preparers]
    );
    assert_eq!(
        lacking(&|plan| plan.agencies.clear()),
        [PlanElement::Preparers]
    );
}

#[test]
fn a_blank_template_holds_no_example_and_asks_for_what_is_needed() {
    let regulations = [dan_tien()];
    for regulation in [None, Some(&regulations[0])] {
        let wanted = Wanted {
            regulations: &regulations,
            regulation,
            plan: None,
            office: OfficeNames::default(),
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
        office: OfficeNames::default(),
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
