//! A new plan before the session begins, and people and opinions that come later: nobody stands in the queue twice, and the
//! journal keeps what was planned before.

use std::sync::Arc;

use doithoai::domain::session::command::{Command, Newcomer};
use doithoai::domain::session::event::Event;
use doithoai::domain::session::plan::{Agency, AgencyId, Number, Opinion, OpinionId, Registration};
use doithoai::domain::session::plan_update::{Additions, PlanPart, additions, compare};
use doithoai::domain::session::rejection::Rejection;

use crate::session::given::{ALL, DAN_TIEN, Hall, LAO_CAI, QD_1573, plan, reason, speaker};

fn replace(plan: doithoai::domain::session::plan::Plan) -> Command {
    Command::ReplacePlan {
        plan: Box::new(plan),
        regulation: None,
    }
}

fn person(number: u32, name: &str) -> Arc<Registration> {
    let mut person = plan(DAN_TIEN).speakers[0].as_ref().clone();
    person.number = Number(number);
    name.clone_into(&mut person.name);
    Arc::new(person)
}

#[test]
fn what_is_added_changed_and_gone_is_told_by_name() {
    let old = plan(DAN_TIEN);
    let mut new = old.clone();
    new.title = "Tên khác".into();
    new.speakers.remove(0);
    new.speakers.push(person(9, "Vàng Thị Mới"));
    let changes = compare(&old, &new);
    assert_eq!(changes.changed, [PlanPart::Matter("title")]);
    assert_eq!(
        changes.added,
        [PlanPart::Speaker {
            number: 9,
            name: "Vàng Thị Mới".into()
        }]
    );
    assert_eq!(changes.gone.len(), 1);
    assert!(compare(&old, &old).is_empty());
}

#[test]
fn somebody_who_stands_in_a_list_twice_is_told_once_for_each_place() {
    // given a plan in which one person is registered under two numbers with two matters
    let mut old = plan(DAN_TIEN);
    old.speakers = vec![
        person(1, "Lý Thị Hai Lần"),
        person(2, "Giàng A Một"),
        person(3, "Lý Thị Hai Lần"),
    ];
    // then the same plan changes nothing
    assert!(compare(&old, &old.clone()).is_empty());
    let named = |number| PlanPart::Speaker {
        number,
        name: "Lý Thị Hai Lần".into(),
    };
    // and the second place gone is one person gone, one more is one more, another number is a change
    let mut new = old.clone();
    new.speakers.remove(2);
    assert_eq!(compare(&old, &new).gone, [named(3)]);
    let changes = compare(&new, &old);
    assert_eq!((changes.added.len(), changes.changed.len()), (1, 0));
    new = old.clone();
    new.speakers[2] = person(7, "Lý Thị Hai Lần");
    let changes = compare(&old, &new);
    assert_eq!(changes.changed, [named(7)]);
    assert!(changes.added.is_empty() && changes.gone.is_empty());
}

#[test]
fn who_signs_and_which_laws_bind_are_told_when_they_change() {
    let old = plan(DAN_TIEN);
    let mut new = old.clone();
    let mut signatory = new.chair.clone();
    signatory.name = "Người Ký Thay".into();
    new.signatory = Some(signatory);
    new.laws = Some(Vec::new());
    let changes = compare(&old, &new);
    assert_eq!(changes.changed, [PlanPart::Matter("regulation")]);
    assert!(
        changes
            .added
            .contains(&PlanPart::Official("Người Ký Thay".into()))
    );
}

#[test]
fn before_it_begins_the_plan_is_replaced_and_the_journal_keeps_both() {
    // given a session that has not begun, to which somebody came in person
    let mut hall = Hall::under(DAN_TIEN);
    hall.does(Command::Register {
        newcomer: Newcomer {
            honorific: "Bà".into(),
            name: "Lò Thị Đến".into(),
            village: "bản Mới".into(),
            subject: None,
        },
        within_scope: None,
        reason: None,
    });
    let before = hall.session.plan().clone();
    let newcomer = hall
        .state()
        .queue
        .people()
        .last()
        .unwrap()
        .registration
        .number;
    // when the office brings a plan with another title, one person more under the number of the newcomer, and the newcomer
    let mut new = before.clone();
    new.title = "Đối thoại lần hai".into();
    new.speakers.push(person(newcomer.0, "Vàng Thị Mới"));
    let mut known = person(77, "Lò Thị Đến");
    Arc::make_mut(&mut known).village = "bản Mới".into();
    new.speakers.push(known);
    hall.does(replace(new));
    // then the plan is the new one, nobody is there twice, and no number is
    assert_eq!(hall.session.plan().title, "Đối thoại lần hai");
    let people = hall.state().queue.people();
    let names: Vec<&str> = people
        .iter()
        .map(|p| p.registration.name.as_str())
        .collect();
    assert_eq!(
        names.iter().filter(|name| **name == "Lò Thị Đến").count(),
        1
    );
    assert!(names.contains(&"Vàng Thị Mới"));
    let mut numbers: Vec<u32> = people.iter().map(|p| p.registration.number.0).collect();
    numbers.sort_unstable();
    numbers.dedup();
    assert_eq!(numbers.len(), people.len());
    // and the first record still holds the old plan
    let first = &hall.session.history().entries()[0].record.events[0];
    assert!(matches!(first, Event::Opened { plan, .. } if **plan == before));
    // and taking it back brings the old plan back
    hall.does(Command::Undo);
    assert_eq!(hall.session.plan().title, before.title);
    hall.does(Command::Redo);
    assert_eq!(hall.session.plan().title, "Đối thoại lần hai");
}

#[test]
fn once_it_has_begun_the_plan_stays_and_people_and_opinions_can_still_come() {
    let mut hall = Hall::before_the_first_speech(DAN_TIEN);
    let mut new = hall.session.plan().clone();
    new.title = "Tên khác".into();
    assert_eq!(hall.refuses(replace(new.clone())), Rejection::AlreadyBegun);
    // given a file with everybody of before, one more, an opinion of a new agency
    new.speakers.push(person(1, "Vàng Thị Mới"));
    new.agencies.push(Agency {
        id: AgencyId("tram-thu-y".into()),
        name: "Trạm Thú y".into(),
        spoken_for_by: None,
    });
    new.opinions.push(Opinion {
        id: OpinionId(1),
        from: "Thôn Mới".into(),
        village: String::new(),
        text: "Dịch tả lợn".into(),
        topic: None,
        agency: Some(AgencyId("tram-thu-y".into())),
        prepared_answer: None,
    });
    let people: Vec<Registration> = hall
        .state()
        .queue
        .people()
        .iter()
        .map(|person| person.registration.as_ref().clone())
        .collect();
    let additions = additions(hall.session.plan(), people.iter(), &new);
    assert_eq!((additions.people.len(), additions.opinions.len()), (1, 1));
    // when it is imported
    let next = hall.state().queue.next_number();
    hall.does(Command::Import {
        additions: Box::new(additions.clone()),
        within_scope: None,
        reason: None,
    });
    // then they are there under numbers of their own, with the agency
    let last = hall.state().queue.people().last().unwrap();
    assert_eq!(
        (last.registration.number, last.registration.name.as_str()),
        (next, "Vàng Thị Mới")
    );
    let opinion = hall.session.plan().opinions.last().unwrap();
    assert_eq!(opinion.text, "Dịch tả lợn");
    assert!(
        hall.state()
            .agencies
            .iter()
            .any(|one| one.name == "Trạm Thú y")
    );
    // and the same file brings nothing a second time
    let people: Vec<Registration> = hall
        .state()
        .queue
        .people()
        .iter()
        .map(|person| person.registration.as_ref().clone())
        .collect();
    let again =
        doithoai::domain::session::plan_update::additions(hall.session.plan(), people.iter(), &new);
    assert!(again.is_empty());
    assert_eq!(
        hall.refuses(Command::Import {
            additions: Box::new(again),
            within_scope: None,
            reason: None,
        }),
        Rejection::NothingNew
    );
}

#[test]
fn the_same_plan_again_is_no_act() {
    let hall = Hall::under(LAO_CAI);
    assert_eq!(
        hall.refuses(replace(hall.session.plan().clone())),
        Rejection::SameAsBefore
    );
}

/// One more person, as a file brings them.
fn one_more(hall: &Hall) -> Additions {
    let mut new = hall.session.plan().clone();
    new.speakers.push(speaker(99, "Vàng Thị Mới", None).into());
    let people: Vec<Registration> = hall
        .state()
        .queue
        .people()
        .iter()
        .map(|person| person.registration.as_ref().clone())
        .collect();
    additions(hall.session.plan(), people.iter(), &new)
}

#[test]
fn people_out_of_a_file_are_asked_for_the_scope_only_where_the_text_asks_for_it() {
    for regulation in ALL {
        let mut hall = Hall::with_number_one_speaking(regulation);
        let additions = Box::new(one_more(&hall));
        let import = |within_scope, reason| Command::Import {
            additions: additions.clone(),
            within_scope,
            reason,
        };
        if regulation == QD_1573 {
            // nobody said whether it fits, or it does not and nobody said why
            assert_eq!(hall.refuses(import(None, None)), Rejection::NeedsScope);
            assert!(hall.asks(import(Some(false), None)).is_err());
            let outside = hall.asks(import(Some(false), Some(reason()))).unwrap();
            assert!(outside.iter().any(|event| event.name() == "Deviated"));
            hall.does(import(Some(true), None));
            let last = hall.state().queue.people().last().unwrap();
            assert_eq!(last.within_scope, Some(true));
        } else {
            // whatever somebody says of the scope is nothing that the text asks for
            for answered in [None, Some(true), Some(false)] {
                let events = hall.asks(import(answered, None)).unwrap();
                assert!(
                    events.iter().all(|event| event.name() != "Deviated"),
                    "{regulation} {answered:?}"
                );
            }
            hall.does(import(Some(false), None));
            let last = hall.state().queue.people().last().unwrap();
            assert_eq!(last.within_scope, None, "{regulation}");
        }
        assert_eq!(hall.record().deviations, [], "{regulation}");
    }
}
