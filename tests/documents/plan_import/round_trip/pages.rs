//! A plan on the pages of the program: everything can be entered there, and is held against what the text wants.

use std::collections::BTreeMap;
use std::sync::Arc;

use doithoai::documents::plan_import::template::{OfficeNames, Wanted};
use doithoai::documents::plan_import::{Catalogue, pages, sample};
use doithoai::domain::regulation::{PlanElement, Post, RegulationId};
use doithoai::domain::session::plan::{ClockStart, Limits, Plan, Settings, SpeakingMode};
use doithoai::store::profiles;

use super::dan_tien;

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
