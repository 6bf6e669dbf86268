//! Time: pauses, more and less of it, limits, breaks, the plan, corrections, and the time the program was away.

use chrono::TimeDelta;
use crossterm::event::KeyCode;
use doithoai::domain::record::SessionRecord;
use doithoai::domain::regulation::Phase;
use doithoai::domain::session::deviation::Reason;
use doithoai::domain::session::event::Event;
use doithoai::domain::session::next::Next;
use doithoai::domain::session::plan::ClockStart;
use doithoai::domain::session::timing::{Edge, SegmentId};
use doithoai::store::clock::Clock;

use crate::desk::aide::Aide;
use crate::desk::given::*;

#[test]
fn a_pause_stops_the_clock_and_says_so() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    aide.passes(30);
    aide.press(KeyCode::F(5));
    aide.shows("TẠM DỪNG");
    aide.shows("[Space] tính giờ tiếp: bà Nguyễn Thị Ước");
    aide.passes(60);
    assert_eq!(aide.floor().lasted(aide.now()).seconds(), 30);
    aide.press(KeyCode::F(5));
    aide.passes(5);
    assert_eq!(aide.floor().lasted(aide.now()).seconds(), 35);
    aide.shows("còn lại");
    assert_eq!(
        aide.record().turns[0].span.as_ref().unwrap().pauses.len(),
        1
    );
}

#[test]
fn a_minute_more_and_a_minute_less() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    aide.shows("3′00″");
    aide.press(KeyCode::F(8));
    aide.shows("4′00″");
    assert_eq!(aide.floor().left(aide.now()), Some(240_000));
    aide.times(2, KeyCode::F(7));
    aide.shows("2′00″");
    assert_eq!(aide.floor().left(aide.now()), Some(120_000));
}

#[test]
fn a_new_limit_holds_for_all_who_are_left() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    aide.ctrl('p');
    aide.types("doi gioi han");
    aide.enter();
    aide.shows("Giới hạn cho tất cả người còn lại");
    aide.times(5, KeyCode::Backspace);
    aide.types("2:30");
    aide.enter();
    // The one who speaks keeps hers.
    assert!((179_000..=180_000).contains(&aide.floor().left(aide.now()).unwrap()));
    // Whoever is called next, after the question whether this one is to end, has the new one.
    aide.press(KeyCode::F(2));
    aide.press(KeyCode::Down);
    aide.enter();
    assert_eq!(aide.floor().left(aide.now()), Some(150_000));
    aide.shows("2′30″");
}

#[test]
fn no_limit_counts_upward() {
    let mut aide = Aide::before_the_first_speech(LAO_CAI);
    aide.ctrl('p');
    aide.types("doi gioi han");
    aide.enter();
    aide.times(5, KeyCode::Backspace);
    aide.enter();
    aide.space();
    aide.passes(200);
    assert_eq!(aide.floor().left(aide.now()), None);
    aide.shows("đã nói");
}

#[test]
fn a_break_counts_down_and_over() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    aide.ctrl('b');
    aide.shows("Số phút");
    aide.times(2, KeyCode::Backspace);
    aide.types("10");
    aide.enter();
    aide.shows("GIẢI LAO");
    aide.shows("còn lại");
    aide.shows("[Space] hết giải lao, tiếp tục");
    aide.passes(660);
    aide.shows("QUÁ GIỜ");
    aide.space();
    assert!(matches!(aide.last(), [Event::BreakEnded, ..]));
    let rest = &aide.record().breaks[0];
    assert_eq!(rest.planned_ms.unwrap().seconds(), 600);
    assert_eq!(rest.span.actual_ms.seconds(), 660);
}

#[test]
fn a_break_without_a_planned_length_says_how_long_it_has_lasted() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    aide.happens(vec![Event::FloorEnded, Event::BreakBegan { planned: None }]);
    aide.passes(90);
    aide.shows("đã nghỉ");
    aide.hides("còn lại");
}

#[test]
fn minutes_that_are_none_are_not_accepted_for_a_break() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    aide.ctrl('b');
    aide.types("x");
    aide.enter();
    aide.shows("Số phút ghi như");
    assert!(aide.state().present_break().is_none());
}

#[test]
fn the_header_says_how_far_behind_or_ahead_and_when_it_will_end() {
    let mut aide = Aide::before_the_first_speech(LAO_CAI);
    aide.shows("sớm ");
    aide.shows("dự kiến xong");
    aide.space();
    aide.passes(4 * 3600);
    aide.shows("chậm ");
}

#[test]
fn an_equal_share_is_proposed_and_applied() {
    let mut plan = plan(LAO_CAI);
    plan.settings.allowed_minutes = Some(45);
    plan.settings.step_minutes = [("opening", 5), ("announcement", 5), ("conclusion", 5)]
        .map(|(id, minutes)| (doithoai::domain::regulation::StepId(id.into()), minutes))
        .into();
    let mut aide = Aide::of(plan);
    aide.goes_on_until(|next| matches!(next, Next::Call(_)));
    aide.passes(24 * 60);
    let share = aide.session.equal_share(aide.now()).unwrap();
    assert!(share.seconds() < 180, "{share:?}");
    aide.shows("Còn 3 người, mỗi người");
    aide.ctrl_with(KeyCode::F(8));
    let limit = aide.state().limits.of(Phase::Speech).unwrap();
    assert!(
        limit <= share && limit.seconds().is_multiple_of(30),
        "{limit:?}"
    );
    aide.space();
    assert_eq!(aide.floor().limit, Some(limit));
}

#[test]
fn a_time_is_corrected_with_a_reason_and_the_original_is_kept() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    let began = aide.floor().called.wall;
    aide.passes(300);
    aide.space();
    aide.ctrl('u');
    aide.types("phat bieu ba");
    aide.enter();
    aide.shows("Sửa giờ");
    let right = (began + TimeDelta::seconds(120))
        .format("%H:%M:%S")
        .to_string();
    aide.types(&right);
    // No reason, no correction.
    aide.enter();
    aide.shows("Cần ghi: Lý do");
    aide.types("Quên bấm dừng");
    aide.enter();
    assert!(matches!(aide.last(), [Event::TimeCorrected { .. }]));
    let span = aide.record().turns[0].span.clone().unwrap();
    assert_eq!(span.actual_ms.seconds(), 120);
    assert_eq!(span.measured_ended, Some(began + TimeDelta::seconds(300)));
    assert_eq!(span.corrections[0].reason.why, "Quên bấm dừng");
    aide.ctrl('u');
    aide.shows("2′00″");
}

#[test]
fn the_header_says_when_the_session_ended_as_it_was_corrected() {
    let mut aide = Aide::under(LAO_CAI);
    aide.goes_on_until(|next| *next == Next::Close);
    aide.passes(20 * 60);
    aide.goes_on_until(|next| *next == Next::Nothing);
    let closed = aide.state().closed.unwrap().wall;
    aide.shows(&format!("đã kết thúc lúc {}", closed.format("%H:%M")));
    let last = aide.state().agenda.visits().len() - 1;
    aide.happens(vec![Event::TimeCorrected {
        segment: SegmentId::Visit(last.try_into().unwrap()),
        edge: Edge::End,
        by: -20 * 60_000,
        reason: Reason {
            why: "Quên bấm kết thúc".into(),
            ordered_by: "Thư ký".into(),
        },
    }]);
    let ended = closed - TimeDelta::minutes(20);
    aide.shows(&format!("đã kết thúc lúc {}", ended.format("%H:%M")));
}

#[test]
fn a_time_after_now_is_refused() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    aide.passes(60);
    aide.space();
    aide.ctrl('u');
    aide.types("phat bieu ba");
    aide.enter();
    aide.types("11:00");
    aide.press(KeyCode::Tab);
    aide.types("x");
    aide.enter();
    aide.shows("Giờ này đặt kết thúc trước bắt đầu");
    assert!(
        aide.record().turns[0]
            .span
            .as_ref()
            .unwrap()
            .corrections
            .is_empty()
    );
}

#[test]
fn a_clock_started_by_hand_waits_and_is_prompted_for() {
    let mut plan = plan(LAO_CAI);
    plan.settings.clock_starts = ClockStart::ByHand;
    let mut aide = Aide::of(plan);
    aide.goes_on_until(|next| matches!(next, Next::Call(_)));
    aide.space();
    aide.shows("CHƯA TÍNH GIỜ");
    aide.hides("Đã mời");
    aide.passes(6);
    aide.shows("Đã mời bà Nguyễn Thị Ước nhưng chưa tính giờ – Space để bắt đầu");
    aide.shows("[Space] bắt đầu tính giờ: bà Nguyễn Thị Ước");
    aide.space();
    assert!(matches!(aide.last(), [Event::ClockStarted]));
    assert_eq!(aide.floor().lasted(aide.now()).seconds(), 0);
    aide.hides("Đã mời");
}

/// The program dies while the first speaks; it is back so many seconds later.
fn comes_back(aide: &mut Aide, seconds: i64) {
    let last = aide.session.history().last_moment();
    aide.clock = Clock::by_hand(last.wall + TimeDelta::seconds(seconds)).for_run_after(last.run);
    aide.happens(vec![Event::Resumed {
        alive: None,
        went_on: None,
    }]);
    let now = aide.now();
    aide.desk.resume(
        &aide.session,
        now,
        doithoai::tui::desk::draft::Drafts::default(),
    );
}

#[test]
fn after_a_crash_the_gap_is_shown_and_the_speaker_went_on() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    comes_back(&mut aide, 95);
    aide.shows("Phần mềm bị gián đoạn từ 08:0");
    aide.shows("bà Nguyễn Thị Ước");
    aide.shows("Có, vẫn nói tiếp");
    aide.enter();
    assert!(matches!(aide.last(), [Event::AwayJudged { went_on: true }]));
    assert_eq!(aide.floor().lasted(aide.now()).seconds(), 95);
}

#[test]
fn after_a_long_absence_it_is_proposed_that_nobody_went_on() {
    for (seconds, went_on) in [(120, true), (130, false), (10 * 3600, false)] {
        let mut aide = Aide::with_number_one_speaking(LAO_CAI);
        comes_back(&mut aide, seconds);
        aide.enter();
        assert!(
            matches!(aide.last(), [Event::AwayJudged { went_on: judged }] if *judged == went_on),
            "{seconds}"
        );
        let counted = if went_on { seconds } else { 0 };
        let lasted = aide.floor().lasted(aide.now()).seconds();
        assert_eq!(lasted, counted.unsigned_abs(), "{seconds}");
    }
}

#[test]
fn after_a_crash_the_speaker_had_stopped() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    comes_back(&mut aide, 95);
    aide.press(KeyCode::Down);
    aide.enter();
    assert_eq!(aide.floor().lasted(aide.now()).seconds(), 0);
    let interruptions = SessionRecord::of(&aide.session, aide.now()).interruptions;
    assert_eq!(interruptions[0].went_on, Some(false));
}

#[test]
fn a_question_that_was_put_off_is_still_prompted_for_and_answered_among_the_times() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    comes_back(&mut aide, 95);
    aide.press(KeyCode::Esc);
    aide.shows("Phần mềm bị gián đoạn từ 08:0");
    aide.ctrl('u');
    aide.types("gian doan");
    aide.enter();
    aide.shows("Không, đã dừng");
    aide.press(KeyCode::Down);
    aide.enter();
    assert_eq!(aide.floor().lasted(aide.now()).seconds(), 0);
    aide.hides("Phần mềm bị gián đoạn");
}

#[test]
fn a_gap_while_nobody_spoke_is_told_and_asks_nothing() {
    let mut aide = Aide::before_the_first_speech(LAO_CAI);
    comes_back(&mut aide, 95);
    aide.shows("Phần mềm bị gián đoạn từ 08:0");
    aide.space();
    aide.shows("ĐANG PHÁT BIỂU");
}

#[test]
fn a_gap_that_asked_nothing_does_not_stand_before_a_later_one() {
    let mut aide = Aide::before_the_first_speech(LAO_CAI);
    comes_back(&mut aide, 30);
    aide.space();
    comes_back(&mut aide, 95);
    aide.shows("bà Nguyễn Thị Ước");
    aide.press(KeyCode::Down);
    aide.enter();
    assert_eq!(aide.floor().lasted(aide.now()).seconds(), 0);
    let judged: Vec<Option<bool>> = aide
        .record()
        .interruptions
        .iter()
        .map(|known| known.went_on)
        .collect();
    assert_eq!(judged, [None, Some(false)]);
}

#[test]
fn what_was_being_typed_survives_the_question_after_a_crash() {
    use doithoai::tui::desk::dialog::kind::DialogKind;
    use doithoai::tui::desk::draft::{Draft, Drafts};
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    let last = aide.session.history().last_moment();
    aide.clock = Clock::by_hand(last.wall + TimeDelta::seconds(95)).for_run_after(last.run);
    aide.happens(vec![Event::Resumed {
        alive: None,
        went_on: None,
    }]);
    let draft = Draft {
        kind: DialogKind::Note,
        texts: vec!["Bà con đề nghị xem lại".into()],
    };
    let now = aide.now();
    aide.desk.resume(
        &aide.session,
        now,
        Drafts {
            open: Some(draft.clone()),
            set_aside: Vec::new(),
        },
    );
    aide.shows("Có, vẫn nói tiếp");
    // It is kept on disk while the question stands.
    assert_eq!(aide.desk.draft(), Some(draft));
    aide.enter();
    aide.shows("Bà con đề nghị xem lại");
    aide.shows("Chữ đang gõ dở trước khi bị ngắt");
    aide.enter();
    assert_eq!(aide.state().notes[0].text, "Bà con đề nghị xem lại");
}
