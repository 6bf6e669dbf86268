//! What can be entered and what cannot, undo and redo, corrections; pure.

use doithoai::domain::follow_up::{
    AnswerOutcome, DueState, FollowUpEvent, IssuedPaper, Ledger, LedgerCommand, LedgerRejection,
};
use doithoai::domain::regulation::DocumentKind;

use crate::support::days::{day, letter, on};
use crate::support::ledger_office::Office;

#[test]
fn a_notice_in_the_future_or_before_the_session_is_refused_and_a_second_one_needs_a_reason() {
    let mut office = Office::after("qd-1573-2025", "25/11/2026", 4);
    office.is_on("27/11/2026");
    let notice = |date| Office::notice(letter("12/TB-UBND", date));
    let refused = |date| office.tries(notice(date)).unwrap_err();
    assert_eq!(
        refused("28/11/2026"),
        LedgerRejection::InFuture {
            day: day("28/11/2026"),
            today: day("27/11/2026")
        }
    );
    assert_eq!(
        refused("24/11/2026"),
        LedgerRejection::BeforeSession {
            day: day("24/11/2026"),
            ended: day("25/11/2026")
        }
    );
    office.enters(notice("26/11/2026"));
    assert_eq!(
        office.tries(notice("27/11/2026")).unwrap_err(),
        LedgerRejection::NoticeIssued {
            on: day("26/11/2026")
        }
    );
    office.enters(LedgerCommand::IssueNotice {
        letter: letter("13/TB-UBND", "27/11/2026"),
        extended: vec![],
        correction: Some("Ghi nhầm số".into()),
    });
    let notice = office.ledger.state().notice.clone().unwrap();
    assert_eq!(notice.letter, letter("13/TB-UBND", "27/11/2026"));
    assert_eq!(notice.corrected.len(), 1);
}

#[test]
fn an_unfinished_session_has_nothing_to_follow_up() {
    let mut office = Office::after("qd-1573-2025", "25/11/2026", 4);
    office.promises.closed = false;
    assert_eq!(
        office.tries(Office::notice(on("25/11/2026"))).unwrap_err(),
        LedgerRejection::SessionOpen
    );
}

#[test]
fn what_was_undone_counts_for_nothing_and_comes_back_until_something_new_is_entered() {
    // given a notice and an answer
    let mut office = Office::after("qd-1573-2025", "25/11/2026", 4);
    office.is_on("30/11/2026");
    office.enters(Office::notice(on("26/11/2026")));
    office.enters(Office::answer(3, on("30/11/2026")));
    assert!(office.promise(3).state.is_done());
    // when the answer is undone, and the notice too
    office.enters(LedgerCommand::Undo);
    assert!(!office.promise(3).state.is_done());
    office.enters(LedgerCommand::Undo);
    assert_eq!(office.promise(3).state, DueState::AwaitsNotice);
    assert_eq!(
        office.tries(LedgerCommand::Undo).unwrap_err(),
        LedgerRejection::NothingToUndo
    );
    // then both come back in their order
    office.enters(LedgerCommand::Redo);
    assert!(matches!(office.promise(3).state, DueState::Due { .. }));
    office.enters(LedgerCommand::Redo);
    assert!(office.promise(3).state.is_done());
    // and after something new nothing comes back any more
    office.enters(LedgerCommand::Undo);
    office.enters(Office::answer(4, on("30/11/2026")));
    assert_eq!(
        office.tries(LedgerCommand::Redo).unwrap_err(),
        LedgerRejection::NothingToRedo
    );
    // and the same entries amount to the same ledger
    let entries = office.ledger.entries().iter();
    let again = Ledger::replay(entries.map(|state| state.entry.clone()));
    assert_eq!(again, office.ledger);
}

#[test]
fn an_answer_is_corrected_with_a_reason_reopened_and_given_again() {
    let mut office = Office::after("lao-cai-7-qc-tu-2025", "25/11/2026", 4);
    office.is_on("10/12/2026");
    office.enters(Office::answer(3, letter("45/KT", "08/12/2026")));
    assert!(matches!(
        office
            .tries(Office::answer(3, on("09/12/2026")))
            .unwrap_err(),
        LedgerRejection::Answered { item: 3, .. }
    ));
    office.enters(LedgerCommand::Answer {
        item: 3,
        letter: letter("46/KT", "09/12/2026"),
        outcome: AnswerOutcome::Partly,
        text: None,
        told: Some(day("10/12/2026")),
        correction: Some("Ghi nhầm số văn bản".into()),
    });
    let promise = office.promise(3);
    assert_eq!(promise.progress.answers.len(), 2);
    assert_eq!(promise.progress.told, Some(day("10/12/2026")));
    // when the petitioner is not content
    office.enters(LedgerCommand::Reopen {
        item: 3,
        reason: "Người kiến nghị chưa đồng ý".into(),
    });
    let promise = office.promise(3);
    assert!(!promise.state.is_done() && promise.progress.answer().is_none());
    office.enters(Office::answer(3, on("10/12/2026")));
    assert!(office.promise(3).state.is_done());
}

#[test]
fn what_was_answered_in_the_session_is_followed_up_once_it_is_opened_again() {
    let mut office = Office::after("lao-cai-7-qc-tu-2025", "25/11/2026", 4);
    office.is_on("27/11/2026");
    assert_eq!(
        office
            .tries(Office::answer(1, on("27/11/2026")))
            .unwrap_err(),
        LedgerRejection::NotPromised(1)
    );
    office.enters(LedgerCommand::Reopen {
        item: 1,
        reason: "Trả lời chưa rõ".into(),
    });
    assert!(!office.promise(1).state.is_done());
    office.enters(Office::answer(1, on("27/11/2026")));
    assert!(office.promise(1).state.is_done());
}

#[test]
fn what_cannot_be_is_refused_and_says_why() {
    let mut office = Office::after("qd-1573-2025", "25/11/2026", 4);
    office.is_on("27/11/2026");
    let refuses = |command| office.tries(command).unwrap_err();
    let answer_with = |outcome| LedgerCommand::Answer {
        item: 3,
        letter: on("27/11/2026"),
        outcome,
        text: None,
        told: None,
        correction: None,
    };
    assert_eq!(
        refuses(Office::answer(99, on("27/11/2026"))),
        LedgerRejection::NoItem(99)
    );
    assert_eq!(
        refuses(answer_with(AnswerOutcome::Refused {
            ground: "  ".into()
        })),
        LedgerRejection::GroundMissing
    );
    assert_eq!(
        refuses(answer_with(AnswerOutcome::PassedOn { to: String::new() })),
        LedgerRejection::AddresseeMissing
    );
    assert_eq!(
        refuses(LedgerCommand::Tell {
            item: 3,
            on: day("27/11/2026")
        }),
        LedgerRejection::NotAnswered(3)
    );
    assert_eq!(
        refuses(LedgerCommand::Reopen {
            item: 3,
            reason: "x".into()
        }),
        LedgerRejection::NotAnswered(3)
    );
    assert_eq!(
        refuses(LedgerCommand::Assign {
            item: 3,
            agency: "Phòng Kinh tế".into(),
            on: day("27/11/2026")
        }),
        LedgerRejection::SameAgency
    );
    assert_eq!(
        refuses(LedgerCommand::AgreeDay {
            item: 3,
            day: day("26/11/2026"),
            reason: "x".into()
        }),
        LedgerRejection::DayPast {
            day: day("26/11/2026"),
            today: day("27/11/2026")
        }
    );
    assert_eq!(refuses(LedgerCommand::Redo), LedgerRejection::NothingToRedo);
    let mut early = answer_with(AnswerOutcome::Settled);
    if let LedgerCommand::Answer { told, .. } = &mut early {
        *told = Some(day("26/11/2026"));
    }
    assert!(matches!(
        refuses(early),
        LedgerRejection::ToldBeforeAnswer { .. }
    ));
}

#[test]
fn a_timetable_is_an_answer_and_a_new_promise() {
    let mut office = Office::after("lao-cai-7-qc-tu-2025", "25/11/2026", 4);
    office.is_on("01/12/2026");
    office.enters(LedgerCommand::Answer {
        item: 3,
        letter: on("01/12/2026"),
        outcome: AnswerOutcome::Timetable {
            until: Some(day("15/01/2027")),
        },
        text: None,
        told: None,
        correction: None,
    });
    assert!(office.promise(3).state.is_done());
    office.is_on("18/01/2027");
    assert_eq!(office.promise(3).state, DueState::Overdue { days: 3 });
}

#[test]
fn what_an_earlier_ledger_holds_of_an_attachment_still_reads_and_a_plain_one_is_written_as_then() {
    let then = r#"FileAttached(attachment:(file:"01-a.pdf",original:"a.pdf",sum:"00",bytes:4,item:Some(3)))"#;
    let event: FollowUpEvent = ron::from_str(then).unwrap();
    let FollowUpEvent::FileAttached { attachment } = &event else {
        panic!("{event:?}");
    };
    assert_eq!((attachment.item, attachment.paper), (Some(3), None));
    assert_eq!(ron::to_string(&event).unwrap(), then);
}

#[test]
fn a_paper_cannot_go_out_in_the_future_or_before_the_session_and_the_notice_keeps_its_own_act() {
    let mut office = Office::after("dien-bien", "25/11/2026", 4);
    office.is_on("30/11/2026");
    let sent = |kind, item, date| LedgerCommand::IssuePaper {
        paper: IssuedPaper {
            item,
            ..IssuedPaper::every(kind)
        },
        letter: letter("9", date),
    };
    assert!(matches!(
        office.tries(sent(DocumentKind::SettlementReport, None, "01/12/2026")),
        Err(LedgerRejection::InFuture { .. })
    ));
    assert!(matches!(
        office.tries(sent(DocumentKind::Minutes, None, "24/11/2026")),
        Err(LedgerRejection::BeforeSession { .. })
    ));
    assert_eq!(
        office.tries(sent(DocumentKind::PetitionerLetter, Some(99), "30/11/2026")),
        Err(LedgerRejection::NoItem(99))
    );
    // the notice that is marked as sent is the notice from which days are counted
    office.enters(sent(DocumentKind::ConclusionNotice, None, "27/11/2026"));
    assert_eq!(
        office.ledger.state().notice.as_ref().unwrap().letter,
        letter("9", "27/11/2026")
    );
    // a letter before the answer tells nobody of it; one after does, once
    office.enters(sent(DocumentKind::PetitionerLetter, Some(3), "28/11/2026"));
    office.enters(Office::answer(3, on("30/11/2026")));
    assert_eq!(office.ledger.state().promises[&3].told, None);
    office.enters(sent(DocumentKind::PetitionerLetter, Some(3), "30/11/2026"));
    assert_eq!(
        office.ledger.state().promises[&3].told,
        Some(day("30/11/2026"))
    );
    // taken back together
    office.enters(LedgerCommand::Undo);
    let state = office.ledger.state();
    assert_eq!(state.promises[&3].told, None);
    assert_eq!(
        state
            .papers
            .values()
            .map(|letter| letter.on)
            .collect::<Vec<_>>(),
        [day("28/11/2026")]
    );
}
