//! The three classes in two keys, changed later, with nothing lost.

use chrono::NaiveDate;
use crossterm::event::KeyCode;
use doithoai::domain::deadlines::Basis;
use doithoai::domain::record::ClassRecord;
use doithoai::domain::regulation::ClassKind;
use doithoai::domain::session::item::Class;
use doithoai::domain::session::next::Next;

use crate::desk::aide::Aide;
use crate::desk::given::*;

fn class_of(aide: &Aide) -> &Class {
    aide.item(1).class.as_ref().unwrap()
}

fn agency_of(aide: &Aide) -> String {
    match &aide.record().items[0].class {
        Some(ClassRecord::VerifyLater {
            agency_name: Some(name),
            ..
        }) => name.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn answered_now_is_one_key() {
    let mut aide = Aide::asked_for_the_first_class(LAO_CAI);
    aide.shows("[1]");
    aide.classes_now();
    assert_eq!(class_of(&aide), &Class::AnsweredNow);
    aide.shows("trả lời ngay");
}

#[test]
fn to_be_answered_later_is_two_keys_with_agency_and_due_proposed() {
    for regulation in ALL {
        let mut plan = plan(regulation);
        plan.opinions.clear();
        let mut aide = Aide::of(plan);
        aide.goes_on_until(|next| matches!(next, Next::Class(_)));
        aide.press(KeyCode::Char('2'));
        aide.shows("● Phòng Kinh tế");
        aide.enter();
        let Class::VerifyLater { agency, due } = class_of(&aide) else {
            panic!("{:?}", class_of(&aide));
        };
        assert_eq!(agency.as_ref().unwrap().0, "kinh-te");
        let has_limit = aide
            .session
            .regulation()
            .deadline_for(ClassKind::VerifyLater)
            .is_some();
        assert_eq!(due.is_set(), has_limit, "{regulation}");
    }
}

#[test]
fn a_deadline_counted_from_the_session_is_proposed_as_a_day() {
    let mut aide = Aide::asked_for_the_first_class(LAO_CAI);
    aide.press(KeyCode::Char('2'));
    aide.shows("/2027");
    aide.enter();
    aide.shows("hạn ");
}

#[test]
fn a_deadline_is_counted_from_the_day_it_was_held_and_not_from_the_planned_one() {
    let basis = Basis::of(doithoai::store::calendars::load(None).unwrap());
    // Given a session planned for the 23rd that begins on the 25th, and one that was planned for the 25th.
    let begun = |planned: u32| {
        let mut plan = plan(LAO_CAI);
        plan.held = NaiveDate::from_ymd_opt(2026, 11, planned)
            .and_then(|day| day.and_hms_opt(8, 0, 0))
            .unwrap();
        let mut aide = Aide::of(plan);
        let before = aide.session.due_later(&basis);
        aide.space();
        (before, aide)
    };
    let ((before, put_off), (_, as_planned)) = (begun(23), begun(25));
    // Then what is proposed and everything that is due is the same for both, and was not before the one began.
    let due = put_off.session.due_later(&basis);
    assert!(due.on.is_some());
    assert_eq!(due, as_planned.session.due_later(&basis));
    assert_ne!(due, before);
    assert_eq!(
        put_off.session.due_dates(&basis),
        as_planned.session.due_dates(&basis)
    );
}

#[test]
fn reported_upward_is_two_keys_with_the_authority_proposed() {
    let mut aide = Aide::asked_for_the_first_class(LAO_CAI);
    aide.press(KeyCode::Char('3'));
    aide.shows("● Ủy ban nhân dân tỉnh");
    aide.enter();
    assert_eq!(
        class_of(&aide),
        &Class::ReportUpward {
            authority: Some("Ủy ban nhân dân tỉnh".into()),
            due: None,
        }
    );
    aide.shows("↑");
}

#[test]
fn typing_narrows_agencies_without_diacritics() {
    let mut aide = Aide::asked_for_the_first_class(LAO_CAI);
    aide.press(KeyCode::Char('2'));
    aide.types("so nong");
    aide.shows("● Sở Nông nghiệp và Môi trường");
    aide.hides("Công an xã");
    aide.enter();
    assert_eq!(agency_of(&aide), "Sở Nông nghiệp và Môi trường");
}

#[test]
fn typing_narrows_authorities_without_diacritics() {
    let mut aide = Aide::asked_for_the_first_class(LAO_CAI);
    aide.press(KeyCode::Char('3'));
    aide.types("bo nong");
    aide.enter();
    assert_eq!(
        class_of(&aide),
        &Class::ReportUpward {
            authority: Some("Bộ Nông nghiệp và Môi trường".into()),
            due: None,
        }
    );
}

#[test]
fn a_date_can_be_typed_and_a_wrong_one_is_refused() {
    let mut aide = Aide::asked_for_the_first_class(QD_1573);
    aide.press(KeyCode::Char('2'));
    aide.press(KeyCode::Tab);
    aide.types("32");
    aide.enter();
    aide.shows("Ngày ghi như 05/12/2026");
    aide.times(2, KeyCode::Backspace);
    aide.types("31/02/2027");
    aide.enter();
    aide.shows("31/02/2027 không có trong lịch");
    assert_eq!(aide.item(1).class, None);
    aide.times(10, KeyCode::Backspace);
    aide.types("5/12/2026");
    aide.enter();
    let Class::VerifyLater { due, .. } = class_of(&aide) else {
        panic!("{:?}", class_of(&aide));
    };
    assert_eq!(due.on, NaiveDate::from_ymd_opt(2026, 12, 5));
    assert_eq!(due.under, None);
    aide.shows("hạn 05/12/2026");
}

#[test]
fn a_typed_day_stays_a_typed_day_when_the_form_is_accepted_again() {
    let mut aide = Aide::asked_for_the_first_class(QD_1573);
    aide.press(KeyCode::Char('2'));
    aide.press(KeyCode::Tab);
    aide.types("5/12/2026");
    aide.enter();
    aide.press(KeyCode::Tab);
    aide.press(KeyCode::Home);
    aide.enter();
    aide.press(KeyCode::Char('2'));
    aide.types("cong an");
    aide.enter();
    let Class::VerifyLater { due, agency } = class_of(&aide) else {
        panic!("{:?}", class_of(&aide));
    };
    assert_eq!(agency.as_ref().unwrap().0, "cong-an");
    assert_eq!(due.on, NaiveDate::from_ymd_opt(2026, 12, 5));
    assert_eq!(due.under, None);
}

#[test]
fn a_new_agency_can_be_typed() {
    let mut aide = Aide::asked_for_the_first_class(LAO_CAI);
    aide.press(KeyCode::Char('2'));
    aide.types("Trạm Y tế xã");
    aide.enter();
    assert_eq!(agency_of(&aide), "Trạm Y tế xã");
    assert_eq!(aide.state().agencies.len(), 4);
    aide.shows_at("Trạm Y tế xã", 250, 70);
}

#[test]
fn a_new_agency_can_be_called_by_part_of_the_name_of_another() {
    let mut aide = Aide::asked_for_the_first_class(LAO_CAI);
    aide.press(KeyCode::Char('2'));
    aide.types("Sở Nông nghiệp");
    aide.shows("● Sở Nông nghiệp và Môi trường");
    aide.shows("○ + Sở Nông nghiệp");
    aide.press(KeyCode::Down);
    aide.enter();
    assert_eq!(agency_of(&aide), "Sở Nông nghiệp");
    assert_eq!(aide.state().agencies.len(), 4);
}

#[test]
fn a_new_authority_can_be_typed_and_stays_when_accepted_again() {
    let mut aide = Aide::asked_for_the_first_class(LAO_CAI);
    aide.press(KeyCode::Char('3'));
    aide.types("Quốc hội");
    aide.enter();
    let typed = Class::ReportUpward {
        authority: Some("Quốc hội".into()),
        due: None,
    };
    assert_eq!(class_of(&aide), &typed);
    aide.press(KeyCode::Tab);
    aide.press(KeyCode::Home);
    aide.enter();
    aide.press(KeyCode::Char('3'));
    aide.shows("● Quốc hội");
    aide.enter();
    assert_eq!(class_of(&aide), &typed);
}

#[test]
fn what_goes_upward_may_have_a_day_and_one_that_is_over_is_refused() {
    let mut aide = Aide::asked_for_the_first_class(LAO_CAI);
    aide.press(KeyCode::Char('3'));
    aide.press(KeyCode::Tab);
    aide.shows("Thời gian giải quyết");
    aide.types("31/02/2027");
    aide.enter();
    aide.shows("31/02/2027 không có trong lịch");
    aide.times(10, KeyCode::Backspace);
    aide.types("1/11/2026");
    aide.enter();
    aide.shows("đã qua");
    assert_eq!(aide.item(1).class, None);
    aide.times(10, KeyCode::Backspace);
    aide.types("31/3/2027");
    aide.enter();
    let given = Class::ReportUpward {
        authority: Some("Ủy ban nhân dân tỉnh".into()),
        due: NaiveDate::from_ymd_opt(2027, 3, 31),
    };
    assert_eq!(class_of(&aide), &given);
    // and it is there when the form is opened again
    aide.press(KeyCode::Tab);
    aide.press(KeyCode::Home);
    aide.enter();
    aide.press(KeyCode::Char('3'));
    aide.shows("31/03/2027");
}

#[test]
fn a_class_is_changed_later_and_both_remain_in_the_record() {
    let mut aide = Aide::asked_for_the_first_class(LAO_CAI);
    aide.classes_now();
    aide.goes_on_until(|next| matches!(next, Next::Call(_)));
    aide.press(KeyCode::Tab);
    aide.press(KeyCode::Home);
    aide.enter();
    aide.shows("Phân loại ý kiến 1");
    aide.press(KeyCode::Char('3'));
    aide.enter();
    assert!(matches!(class_of(&aide), Class::ReportUpward { .. }));
    let item = &aide.record().items[0];
    assert!(matches!(item.class, Some(ClassRecord::ReportUpward { .. })));
    assert!(matches!(
        item.classed[0].class,
        Some(ClassRecord::AnsweredNow)
    ));
}
