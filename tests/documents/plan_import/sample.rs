//! The shipped sample can be rehearsed with, under every regulation.

use std::collections::BTreeSet;

use doithoai::documents::plan_import::{self, Remark};
use doithoai::domain::regulation::Scope;
use doithoai::domain::session::plan::Number;
use doithoai::domain::text;
use doithoai::store::profiles;

use crate::plan_import::{draft, regulation};

#[test]
fn the_sample_is_fictional_and_as_large_as_a_real_session() {
    let plan = plan_import::sample().unwrap();
    assert!(plan.fictional);
    assert_eq!(plan.speakers.len(), 18);
    assert_eq!(plan.agencies.len(), 6);
    assert!(
        plan.agencies
            .iter()
            .all(|agency| agency.spoken_for_by.is_some())
    );
    assert!(plan.delegates.len() >= 8);
    assert_eq!(plan.secretaries.len(), 2);
    let villages: BTreeSet<&str> = plan.speakers.iter().map(|s| s.village.as_str()).collect();
    assert!(villages.len() >= 8, "{villages:?}");
    assert!(
        plan.speakers
            .iter()
            .all(|s| (1..=3).contains(&s.subjects.len()))
    );
    let fourth = plan.speakers.iter().find(|s| s.number == Number(4));
    assert_eq!(fourth.unwrap().name, "Nguyễn Thị Ước");
    assert_eq!(plan.opinions.len(), 10);
    let prepared = plan.opinions.iter().filter(|o| o.prepared_answer.is_some());
    assert_eq!(prepared.count(), 7);
}

#[test]
fn every_telephone_of_the_sample_is_made_up() {
    let plan = plan_import::sample().unwrap();
    for phone in plan.speakers.iter().filter_map(|s| s.phone.as_deref()) {
        assert!(phone.starts_with("0900 000 0"), "{phone}");
    }
}

#[test]
fn the_sample_has_no_fault_under_any_regulation_that_orders_a_session() {
    let mut draft = draft(crate::plan_import::SAMPLE);
    let shipped = profiles::all(None)
        .into_iter()
        .map(|listed| listed.profile.unwrap())
        .filter(|profile| profile.scope == Scope::Session);
    for regulation in shipped.chain([regulation()]) {
        // given the sample under this regulation
        draft.plan = plan_import::sample_under(&regulation).unwrap();
        // when it is checked
        let findings = draft.check(Some(&regulation));
        // then nothing is wrong, its chair may hold it, and what is told are the two matters that have no prepared answer, as
        // happens before real sessions
        assert_eq!(findings.faults, [], "{:?}", regulation.id);
        let remarks: Vec<Remark> = findings.warnings.into_iter().map(|w| w.what).collect();
        let unanswered = |number, opinion| Remark::NoPreparedAnswer { number, opinion };
        let expected = if draft.plan.title == plan_import::sample().unwrap().title {
            vec![unanswered(8, 8), unanswered(9, 9)]
        } else {
            vec![]
        };
        assert_eq!(remarks, expected, "{:?}", regulation.id);
    }
}

#[test]
fn topics_are_short_words_that_come_back() {
    let plan = plan_import::sample().unwrap();
    let subjects = plan.speakers.iter().flat_map(|s| &s.subjects);
    let topics: Vec<&str> = subjects.filter_map(|s| s.topic.as_deref()).collect();
    assert!(topics.iter().all(|topic| text::width(topic) <= 20));
    let distinct: BTreeSet<&&str> = topics.iter().collect();
    assert!(distinct.len() * 3 / 2 < topics.len(), "{distinct:?}");
}

#[test]
fn each_sample_obeys_the_regulation_it_is_rehearsed_under() {
    use doithoai::domain::regulation::{ChairVerdict, Post};
    // given the sample of a joint conference, chaired by the secretary
    let plan = plan_import::sample().unwrap();
    let dan_tien = profiles::load("dan-tien-2025", None).unwrap();
    assert_eq!(plan.regulation, dan_tien.id);
    let rehearsed = plan_import::sample_under(&dan_tien).unwrap();
    assert_eq!(rehearsed.mode.as_deref(), Some("periodic"));
    assert_eq!(plan.post(), Some(Post::PartySecretary));
    let offices: Vec<&str> = plan.co_chairs.iter().map(|it| it.office.as_str()).collect();
    assert!(offices[0].contains("Chủ tịch HĐND") && offices[1].contains("Chủ tịch UBND"));
    // and that of a government, whose people and places are made up as well
    let government = plan_import::government_sample().unwrap();
    assert_eq!(government.post(), Some(Post::GovernmentChair));
    assert!(government.fictional);
    let regulation = profiles::load(&government.regulation.0, None).unwrap();
    let mut draft = draft(crate::plan_import::SAMPLE);
    draft.plan = government;
    assert_eq!(draft.check(Some(&regulation)).faults, []);
    // then under every regulation the rehearsal has a chair whom it names
    for listed in profiles::all(None) {
        let regulation = listed.profile.unwrap();
        if regulation.scope == Scope::Session {
            let plan = plan_import::sample_under(&regulation).unwrap();
            let verdict = plan.chair_verdict(&regulation);
            assert_eq!(verdict, ChairVerdict::Fits, "{:?}", regulation.id);
        }
    }
}
