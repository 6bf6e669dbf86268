//! The program was away, after a crash or a power cut, and the aide says whether the speaker went on.

use doithoai::domain::session::command::Command;
use doithoai::domain::session::deviation::{Departure, Reason};
use doithoai::domain::session::next::Next;
use doithoai::domain::session::plan::Number;
use doithoai::domain::session::rejection::Rejection;
use doithoai::domain::time::Wall;
use doithoai::store::clock::Clock;

use crate::session::given::*;

/// The program dies; so many seconds after its last record it is back. The sign of life was left so many seconds after.
fn comes_back_after(hall: &mut Hall, seconds: i64, alive: Option<i64>) {
    let last = hall.session.history().last_moment();
    let later = |by: i64| -> Wall { last.wall + chrono::TimeDelta::seconds(by) };
    hall.clock = Clock::by_hand(later(seconds)).for_run_after(last.run);
    let event = hall.session.coming_back(alive.map(later), hall.clock.now());
    hall.happens(vec![event]);
}

fn judged(went_on: bool) -> Command {
    Command::JudgeAway { went_on }
}

#[test]
fn the_speaker_went_on() {
    let mut hall = Hall::with_number_one_speaking(LAO_CAI);
    comes_back_after(&mut hall, 95, None);
    assert_eq!(hall.floor().lasted(hall.now()), seconds(95));
    hall.does(judged(true));
    assert_eq!(hall.refuses(judged(true)), Rejection::NotAway);
    hall.passes(5);
    assert_eq!(hall.floor().lasted(hall.now()), seconds(100));
}

#[test]
fn a_night_in_which_nobody_spoke_counts_for_no_step() {
    // Given a step that goes on, and nobody at the floor
    let mut hall = Hall::under(LAO_CAI);
    hall.space();
    hall.passes(20);
    let step = hall.state().agenda.present().unwrap().clone();
    let lasted = |hall: &Hall| hall.state().agenda.lasted(&step, hall.now());
    let before = lasted(&hall);
    // when the program is away for a few minutes, then the step went on
    comes_back_after(&mut hall, 180, None);
    assert!(lasted(&hall) > before);
    let before = lasted(&hall);
    // when it is away until the next day, then it did not
    comes_back_after(&mut hall, 24 * 3600, None);
    assert_eq!(lasted(&hall), before);
    hall.passes(5);
    assert_eq!(lasted(&hall), before.saturating_add(seconds(5)));
}

#[test]
fn the_speaker_did_not_go_on() {
    // Given a sign of life fifteen seconds after the last record.
    let mut hall = Hall::with_number_one_speaking(LAO_CAI);
    comes_back_after(&mut hall, 95, Some(15));
    let away = *hall.state().open_away().unwrap();
    assert_eq!(away.to.since(away.from), seconds(80));
    hall.passes(10);
    hall.does(judged(false));
    // Then the speech counts to the sign of life, and from coming back.
    assert_eq!(hall.floor().lasted(hall.now()), seconds(25));
    assert_eq!(hall.record().interruptions[0].went_on, Some(false));
}

#[test]
fn a_sign_of_life_from_before_the_last_record_does_not_count() {
    let mut hall = Hall::with_number_one_speaking(LAO_CAI);
    comes_back_after(&mut hall, 95, Some(-3600));
    let away = *hall.state().open_away().unwrap();
    assert_eq!(away.to.since(away.from), seconds(95));
    // Nor does one from the future, by a clock that was wrong.
    let mut hall = Hall::with_number_one_speaking(LAO_CAI);
    comes_back_after(&mut hall, 95, Some(7200));
    let away = *hall.state().aways.last().unwrap();
    assert_eq!(away.to.since(away.from), seconds(0));
}

#[test]
fn through_an_absence_of_less_than_ten_seconds_whoever_spoke_went_on_and_nobody_is_asked() {
    for (gone, is_asked) in [(0, false), (9, false), (10, true)] {
        let mut hall = Hall::with_number_one_speaking(LAO_CAI);
        comes_back_after(&mut hall, 40 + gone, Some(40));
        assert_eq!(hall.state().away_to_judge().is_some(), is_asked, "{gone}");
        assert_eq!(
            hall.floor().lasted(hall.now()),
            seconds(40 + u64::try_from(gone).unwrap())
        );
        // and a longer one that is still to be judged stays so, also when the program goes away for a moment meanwhile
        comes_back_after(&mut hall, 100, None);
        comes_back_after(&mut hall, 5, None);
        let judged = |gone: i64| {
            let open = hall
                .state()
                .aways
                .iter()
                .filter(|away| away.went_on.is_none());
            open.count() == usize::from(gone >= 10) + 1
        };
        assert!(judged(gone));
        let asked = hall.state().open_away().unwrap();
        let length = if is_asked { 10 } else { 100 };
        assert_eq!(asked.to.since(asked.from), seconds(length));
        assert_eq!(hall.replayed().state(), hall.state());
    }
}

#[test]
fn a_speech_that_was_paused_stays_paused() {
    for went_on in [true, false] {
        let mut hall = Hall::with_number_one_speaking(LAO_CAI);
        hall.passes(30);
        hall.does(Command::PauseClock);
        comes_back_after(&mut hall, 600, None);
        hall.does(judged(went_on));
        hall.passes(60);
        hall.does(Command::ResumeClock);
        hall.passes(10);
        assert_eq!(hall.floor().lasted(hall.now()), seconds(40));
    }
}

#[test]
fn the_pause_pressed_on_coming_back_goes_on_after_the_judgement() {
    let mut hall = Hall::with_number_one_speaking(LAO_CAI);
    hall.passes(30);
    hall.does(Command::ShiftLimit { seconds: 60 });
    comes_back_after(&mut hall, 600, None);
    hall.does(Command::PauseClock);
    hall.passes(20);
    hall.does(judged(false));
    assert!(hall.floor().clock.as_ref().unwrap().is_paused());
    assert_eq!(hall.floor().lasted(hall.now()), seconds(30));
}

#[test]
fn whoever_spoke_then_is_judged_also_when_another_speaks_by_now() {
    let mut hall = Hall::with_number_one_speaking(LAO_CAI);
    hall.passes(30);
    hall.does(Command::ShiftLimit { seconds: 60 });
    comes_back_after(&mut hall, 600, None);
    hall.does(call(2));
    hall.passes(20);
    hall.does(judged(false));
    let now = hall.now();
    assert_eq!(hall.state().turns[0].lasted(now), seconds(30));
    assert_eq!(hall.state().turns[1].lasted(now), seconds(20));
}

#[test]
fn two_absences_are_judged_one_after_the_other() {
    let mut hall = Hall::with_number_one_speaking(LAO_CAI);
    comes_back_after(&mut hall, 100, None);
    comes_back_after(&mut hall, 1000, Some(20));
    assert_eq!(
        hall.state()
            .open_away()
            .unwrap()
            .to
            .since(hall.state().open_away().unwrap().from),
        seconds(100)
    );
    hall.does(judged(true));
    hall.does(judged(false));
    assert_eq!(hall.refuses(judged(false)), Rejection::NotAway);
    assert_eq!(hall.floor().lasted(hall.now()), seconds(120));
    let said: Vec<_> = hall.state().aways.iter().map(|away| away.went_on).collect();
    assert_eq!(said, [Some(true), Some(false)]);
}

#[test]
fn a_standstill_counts_in_no_step_and_does_not_put_off_the_end() {
    // Given the second speaker at the floor and a third waiting when the power goes for twenty minutes.
    let mut hall = Hall::before_the_first_speech(LAO_CAI);
    hall.spaces_until(|next| *next == Next::Call(Number(2)));
    hall.space();
    hall.passes(60);
    hall.does(Command::ShiftLimit { seconds: 60 });
    let step = hall.state().agenda.present().unwrap().clone();
    let (spent, ahead) = (
        hall.state().agenda.lasted(&step, hall.now()),
        hall.session.pace(hall.now()).unwrap(),
    );
    comes_back_after(&mut hall, 20 * 60, None);
    // When the aide says that it stopped.
    hall.does(judged(false));
    // Then the step has lasted as long as before, the end is put off by the standstill and by nothing more, and the record
    // tells of a stretch that does not count.
    assert_eq!(hall.state().agenda.lasted(&step, hall.now()), spent);
    let pace = hall.session.pace(hall.now()).unwrap();
    assert_eq!(
        pace.forecast_end - ahead.forecast_end,
        chrono::TimeDelta::minutes(20)
    );
    assert_eq!(pace.behind - ahead.behind, 20 * 60_000);
    let record = hall.record();
    let held = record.steps.iter().find(|held| held.id == step).unwrap();
    assert_eq!(held.actual_ms, spent);
    assert_eq!(held.visits.last().unwrap().pauses.len(), 1);
    // When she says that the speaker went on, it counts.
    hall.does(Command::Undo);
    hall.does(judged(true));
    assert_eq!(
        hall.state().agenda.lasted(&step, hall.now()),
        spent.saturating_add(seconds(20 * 60))
    );
}

#[test]
fn a_standstill_is_left_out_of_the_step_it_fell_in() {
    // Given an absence that is judged only after the speech was answered, in another step.
    let mut hall = Hall::with_number_one_speaking(QD_1573);
    hall.passes(30);
    hall.does(Command::ShiftLimit { seconds: 60 });
    let speeches = hall.state().agenda.present().unwrap().clone();
    let spent = hall.state().agenda.lasted(&speeches, hall.now());
    comes_back_after(&mut hall, 600, None);
    hall.passes(10);
    hall.does(Command::EndFloor);
    hall.spaces(1);
    assert_ne!(hall.state().agenda.present(), Some(&speeches));
    hall.does(judged(false));
    // Then it is the step of the speeches that did not count: ten seconds of it came after, and ten before the answer.
    let now = hall.now();
    assert_eq!(
        hall.state().agenda.lasted(&speeches, now),
        spent.saturating_add(seconds(20))
    );
    let present = hall.state().agenda.visits().last().unwrap();
    assert!(present.span.pauses().is_empty());
}

#[test]
fn nobody_is_asked_whether_a_paused_speaker_went_on() {
    let mut hall = Hall::with_number_one_speaking(LAO_CAI);
    hall.passes(30);
    hall.does(Command::PauseClock);
    comes_back_after(&mut hall, 600, None);
    assert!(hall.state().away_to_judge().is_none());
    // Nor is it after she speaks again; an absence in which she speaks is asked about.
    hall.does(Command::ResumeClock);
    assert!(hall.state().away_to_judge().is_none());
    comes_back_after(&mut hall, 100, None);
    let (away, turn) = hall.state().away_to_judge().unwrap();
    assert_eq!(away.to.since(away.from), seconds(100));
    assert_eq!(turn.id, hall.floor().id);
    // And her word is about that one.
    hall.does(judged(true));
    let said: Vec<_> = hall.state().aways.iter().map(|away| away.went_on).collect();
    assert_eq!(said, [None, Some(true)]);
}

#[test]
fn undoing_the_judgement_asks_again() {
    let mut hall = Hall::with_number_one_speaking(LAO_CAI);
    comes_back_after(&mut hall, 95, None);
    hall.does(judged(false));
    hall.does(Command::Undo);
    assert!(hall.state().open_away().is_some());
    assert_eq!(hall.floor().lasted(hall.now()), seconds(95));
    // Coming back is no act: what is undone next is the call.
    hall.does(Command::Undo);
    assert_eq!(hall.state().floor(), None);
    assert_eq!(hall.state().aways.len(), 1);
}

#[test]
fn before_the_session_begins_nothing_is_missed() {
    let mut hall = Hall::under(LAO_CAI);
    comes_back_after(&mut hall, 3600, None);
    assert_eq!(hall.state().open_away(), None);
}

#[test]
fn a_session_that_was_left_over_a_night_is_held_on_the_day_it_ended_and_not_for_the_night() {
    // given a session whose program was simply ended in the evening, and opened again the next morning
    for (regulation, wants_one_sitting) in [(LAO_CAI, false), (DIEN_BIEN, true)] {
        let mut hall = Hall::with_number_one_speaking(regulation);
        let first = hall.session.held_on();
        hall.does(Command::EndFloor);
        comes_back_after(&mut hall, 20 * 3600, None);
        let second = first.succ_opt().unwrap();
        assert_eq!(hall.session.held_on(), second);
        let held = hall.session.held_time(hall.now()).unwrap();
        assert!(held < seconds(3600), "{held:?}");
        // when it is closed
        hall.spaces_until(|next| *next == Next::Close);
        let close = |reason| Command::Close { reason };
        if wants_one_sitting {
            let refused = hall.refuses(close(None));
            assert_eq!(refused, Rejection::NeedsReason(vec![Departure::Adjourned]));
        }
        let reason = Reason {
            why: "mất điện".into(),
            ordered_by: "Chủ tịch".into(),
        };
        hall.does(close(Some(reason)));
        // then that is what counts
        assert_eq!(hall.session.held_on(), second);
        let adjourned = hall.state().deviations.iter();
        let adjourned = adjourned.filter(|one| one.departure == Departure::Adjourned);
        assert_eq!(adjourned.count(), usize::from(wants_one_sitting));
        assert_eq!(hall.replayed().state(), hall.state());
    }
}
