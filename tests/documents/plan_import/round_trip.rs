//! A plan written as a workbook and read again is the same plan; and no bytes whatever bring the reading down.

mod pages;
mod plans;

use std::path::Path;

use doithoai::documents::plan_import::template::{OfficeNames, Wanted};
use doithoai::documents::plan_import::{Catalogue, from_workbook, sample, table, template};
use doithoai::domain::regulation::Regulation;
use doithoai::domain::session::plan::{Official, Plan};
use doithoai::store::profiles;
use proptest::prelude::*;
use proptest::sample::select;

use self::plans::plan;

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
