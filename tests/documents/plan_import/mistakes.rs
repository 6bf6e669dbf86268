//! A plan that can be read and still cannot be used: every mistake at once, each with its line.

mod warnings;

use doithoai::documents::plan_import::{PlanProblem, Remark, check, words};
use doithoai::domain::i18n::Lang;
use doithoai::domain::regulation::{Scope, StepId};

use crate::plan_import::{draft, line_of, regulation, small};

#[test]
fn a_plan_with_only_what_is_needed_has_no_fault() {
    let findings = draft(&small("")).check(Some(&regulation()));
    assert_eq!(findings.faults, []);
    let remarks: Vec<Remark> = findings.warnings.into_iter().map(|w| w.what).collect();
    assert_eq!(remarks, [Remark::NoSpeaker]);
}

#[test]
fn every_mistake_is_told_at_once_in_the_order_of_the_file() {
    // given a plan with a dozen mistakes, each on a line of its own
    let source = small(
        r#"
    mode: "weekly",
    form: "online",
    settings: (
        allowed_minutes: 0,
        limits: (speech: 0),
        warnings: (15, 60),
        taking: InBatches(0),
    ),
    speakers: [
        (number: 1, name: "Ông Một"),
        (number: 1, name: "Ông Hai"),
        (number: 0, name: "Ông Ba"),
        (
            number: 3,
            name: " ",
            subjects: [
                (text: "nước", agency: "thuy-loi"),
                (text: "đường", opinion: 9),
            ],
        ),
    ],
    opinions: [
        (id: 1, from: "Thôn A", text: "điện", agency: "kinh-te"),
        (id: 1, from: "Thôn B", text: "", agency: "kinh-te"),
    ],"#,
    );
    // when it is checked
    let findings = draft(&source).check(Some(&regulation()));
    // then each is told, from top to bottom, with its line
    let told: Vec<(usize, PlanProblem)> = findings
        .faults
        .into_iter()
        .map(|fault| (fault.line().unwrap(), fault.what))
        .collect();
    assert_eq!(told, expected_of(&source));
}

/// Each mistake of that plan with its line, from top to bottom.
fn expected_of(source: &str) -> Vec<(usize, PlanProblem)> {
    let at = |text: &str| line_of(source, text);
    vec![
        (
            at("weekly"),
            PlanProblem::UnknownMode {
                id: "weekly".into(),
                known: vec!["periodic".into()],
            },
        ),
        (
            at("online"),
            PlanProblem::UnknownForm {
                id: "online".into(),
                known: vec![],
            },
        ),
        (at("allowed_minutes"), PlanProblem::ZeroMinutes),
        (at("speech: 0"), PlanProblem::ZeroLimit),
        (
            at("(15, 60)"),
            PlanProblem::WarningsOrder {
                first: 15,
                second: 60,
            },
        ),
        (at("InBatches"), PlanProblem::ZeroBatch),
        (
            at("Ông Hai"),
            PlanProblem::NumberTwice {
                number: 1,
                holder: "Ông Một".into(),
            },
        ),
        (at("Ông Ba"), PlanProblem::NumberZero),
        (at("name: \" \""), PlanProblem::Empty),
        (
            at("thuy-loi"),
            PlanProblem::UnknownAgency {
                id: "thuy-loi".into(),
                known: vec!["kinh-te".into()],
            },
        ),
        (
            at("opinion: 9"),
            PlanProblem::UnknownOpinion {
                id: 9,
                known: vec![1, 1],
            },
        ),
        (
            at("Thôn B"),
            PlanProblem::OpinionTwice {
                id: 1,
                holder: "Thôn A".into(),
            },
        ),
        (at("Thôn B"), PlanProblem::Empty),
    ]
}

#[test]
fn every_text_that_a_session_cannot_do_without_is_asked_for() {
    let source = small("")
        .replace("Đối thoại thử", "")
        .replace("Hội trường", "\u{a0}")
        .replace("UBND tỉnh", "")
        .replace("Hoàng Văn Đức", "\u{200b}");
    let findings = draft(&source).check(None);
    let paths: Vec<&str> = findings.faults.iter().map(|f| f.path.as_str()).collect();
    assert_eq!(paths, ["title", "place", "chair.name", "higher_levels.0"]);
    assert!(findings.faults.iter().all(|f| f.what == PlanProblem::Empty));
}

#[test]
fn an_agency_has_an_id_of_its_own_that_can_be_part_of_a_files_name() {
    let agencies = r#"[(id: "kinh-te", name: "A"), (id: "kinh-te", name: "B"), (id: "../x", name: "C"), (id: "", name: "D")]"#;
    let source = small("").replace(r#"[(id: "kinh-te", name: "Phòng Kinh tế")]"#, agencies);
    let problems: Vec<PlanProblem> = draft(&source)
        .check(None)
        .faults
        .into_iter()
        .map(|fault| fault.what)
        .collect();
    assert_eq!(
        problems,
        [
            PlanProblem::AgencyTwice {
                id: "kinh-te".into(),
                holder: "A".into()
            },
            PlanProblem::IdSigns { id: "../x".into() },
            PlanProblem::Empty,
        ]
    );
}

#[test]
fn minutes_are_planned_only_for_steps_that_the_regulation_has() {
    let source =
        small(r#"    settings: (step_minutes: {"opening": 5, "lunch": 60, "conclusion": 0}),"#);
    let findings = draft(&source).check(Some(&regulation()));
    let problems: Vec<(&str, &PlanProblem)> = findings
        .faults
        .iter()
        .map(|fault| (fault.path.as_str(), &fault.what))
        .collect();
    assert_eq!(
        problems,
        [
            (
                "settings.step_minutes.conclusion",
                &PlanProblem::ZeroMinutes
            ),
            (
                "settings.step_minutes.lunch",
                &PlanProblem::UnknownStep {
                    id: "lunch".into(),
                    known: ["opening", "dialogue", "conclusion"]
                        .map(str::to_owned)
                        .to_vec()
                }
            ),
        ]
    );
}

#[test]
fn a_plan_for_another_regulation_is_told_only_that() {
    // given a plan that names minutes for a step of its own regulation
    let mut draft = draft(crate::plan_import::SAMPLE);
    draft
        .plan
        .settings
        .step_minutes
        .insert(StepId("speeches".into()), 90);
    // when it is checked against another one, then that is the one fault
    let faults = draft.check(Some(&regulation())).faults;
    assert_eq!(faults.len(), 1);
    assert_eq!(
        faults[0].what,
        PlanProblem::OtherRegulation {
            plan: "dan-tien-2025".into(),
            given: "small".into()
        }
    );
}

#[test]
fn a_regulation_that_only_sets_deadlines_orders_no_session() {
    let mut floor = regulation();
    floor.scope = Scope::Accompanying;
    let faults = draft(&small("")).check(Some(&floor)).faults;
    assert_eq!(
        faults[0].what,
        PlanProblem::NoSession { id: "small".into() }
    );
}

#[test]
fn a_fault_reads_as_one_sentence_with_its_place() {
    let source = small(r#"    speakers: [(number: 1, name: "A"), (number: 1, name: "B")],"#);
    let draft = draft(&source);
    let faults = draft.check(None).faults;
    assert_eq!(
        words::fault(&faults[0], Lang::Vi),
        "dòng 14, cột 49: số 1 đã cấp cho A; mỗi người đăng ký một số riêng"
    );
    // and where a plan comes from no text, its place is what it is about
    let faults = check(&draft.plan, None).faults;
    assert_eq!(
        words::fault(&faults[0], Lang::En),
        "speakers.2.number: number 1 is given to A already; everybody who registers has a number of their own"
    );
}

#[test]
fn texts_are_composed_and_cleaned_however_they_were_written() {
    // given a name taken apart, once in letters and once in escapes, with blanks and a sign that moves the cursor
    let source = small(
        "    speakers: [(number: 1, name: \"  Nguye\u{302}\u{303}n  Thi\u{323} U\u{31b}o\u{31b}\u{301}c \\u{1b}\",
        village: \"N\\u{61}\\u{300} Ho\\u{309}i\", phone: \" \")],",
    );
    // when it is read
    let plan = draft(&source).plan;
    // then it is one spelling, one line, and what is blank is absent
    assert_eq!(plan.speakers[0].name, "Nguyễn Thị Ước");
    assert_eq!(plan.speakers[0].village, "Nà Hỏi");
    assert_eq!(plan.speakers[0].phone, None);
}
