//! What holds for every script, however wild: nothing panics, nothing is lost, everything can be taken back, and the one
//! key always leads on.

use doithoai::domain::session::Session;
use doithoai::domain::session::command::Command;
use doithoai::domain::session::item::{Class, ItemId};
use doithoai::domain::session::rejection::Rejection;
use doithoai::domain::session::state::State;
use doithoai::domain::session::timing::Span;
use doithoai::domain::time::SessionTime;
use doithoai::store::clock::Clock;
use doithoai::store::journal::{Journal, read};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

use crate::session::given::{self, *};
use crate::session::scripts::{Deed, hall_plan, script};

/// Plays a deed; the aide's refused ones change nothing.
fn play(hall: &mut Hall, deed: Deed) {
    let command = match deed {
        Deed::Next => hall.command_of(hall.session.next()),
        Deed::Alternative => hall
            .session
            .alternative()
            .and_then(|next| next.command(&hall.session)),
        Deed::Ask(command) => Some(command),
        Deed::Pass(millis) => {
            hall.clock.pass(millis);
            None
        }
        Deed::SetWall(minutes) => {
            let shown = hall.clock.now().wall;
            hall.clock
                .set_wall(shown + chrono::TimeDelta::minutes(minutes));
            None
        }
        Deed::ComeBack { after, alive } => {
            let last = hall.session.history().last_moment();
            let later = |by| last.wall + chrono::TimeDelta::seconds(by);
            hall.clock = Clock::by_hand(later(after)).for_run_after(last.run);
            if hall.state().agenda.began().is_some() {
                let event = hall.session.coming_back(alive.map(later), hall.clock.now());
                hall.happens(vec![event]);
            }
            None
        }
    };
    if let Some(Ok(events)) = command.map(|command| hall.asks(command)) {
        assert!(!events.is_empty(), "an act without events");
        hall.happens(events);
    }
}

fn played(plan: doithoai::domain::session::plan::Plan, deeds: Vec<Deed>) -> Hall {
    let mut hall = Hall::of(plan);
    for deed in deeds {
        play(&mut hall, deed);
    }
    hall
}

fn spans(state: &State) -> impl Iterator<Item = &Span> {
    let clocks = state.turns.iter().filter_map(|turn| turn.clock.as_ref());
    let visits = state.agenda.visits().iter().map(|visit| &visit.span);
    clocks
        .chain(visits)
        .chain(state.breaks.iter().map(|rest| &rest.span))
}

fn is_sound(span: &Span, now: SessionTime) -> Result<(), TestCaseError> {
    let end = span.ended().unwrap_or(now);
    prop_assert!(span.began().line <= end.line, "{span:?}");
    prop_assert!(end.line <= now.line, "{span:?} {now:?}");
    prop_assert!(span.lasted(now) <= end.since(span.began()));
    for pause in span.pauses() {
        prop_assert!(pause.to.is_none_or(|to| pause.from.line <= to.line));
    }
    for (one, next) in span.pauses().iter().zip(span.pauses().iter().skip(1)) {
        prop_assert!(
            one.to.is_some_and(|to| to.line <= next.from.line),
            "{span:?}"
        );
    }
    Ok(())
}

fn ascends<T: Ord>(ids: impl IntoIterator<Item = T>) -> bool {
    let ids: Vec<T> = ids.into_iter().collect();
    ids.is_sorted_by(|one, next| one < next)
}

/// What holds in every state.
fn is_sane(session: &Session, now: SessionTime) -> Result<(), TestCaseError> {
    let state = session.state();
    prop_assert!(ascends(state.turns.iter().map(|turn| turn.id)));
    prop_assert!(ascends(state.items.iter().map(|item| item.id)));
    let mut numbers: Vec<_> = state.queue.people().iter().collect();
    numbers.sort_by_key(|person| person.registration.number);
    prop_assert!(ascends(
        numbers.iter().map(|person| person.registration.number)
    ));

    let open = state.turns.iter().filter(|turn| turn.ended.is_none());
    prop_assert_eq!(open.count(), usize::from(state.floor().is_some()));
    let open = state.breaks.iter().filter(|rest| rest.span.is_open());
    prop_assert_eq!(open.count(), usize::from(state.present_break().is_some()));
    prop_assert!(state.floor().is_none() || state.present_break().is_none());
    let open = state
        .agenda
        .visits()
        .iter()
        .filter(|visit| visit.span.is_open());
    let running = state.agenda.present().is_some() && state.closed.is_none();
    prop_assert_eq!(open.count(), usize::from(running));

    let present = state.agenda.present();
    prop_assert!(present.is_none_or(|step| session.regulation().step(step).is_some()));
    for turn in &state.turns {
        prop_assert!(turn.items.iter().all(|id| state.item(*id).is_some()));
        prop_assert!(turn.ended.is_none_or(|end| turn.called.line <= end.line));
    }
    for item in &state.items {
        prop_assert!(ascends(&item.turns), "{:?}", item);
        prop_assert!(item.turns.iter().all(|id| state.turn(*id).is_some()));
    }
    for span in spans(state) {
        is_sound(span, now)?;
    }
    if state.closed.is_some() {
        prop_assert_eq!(session.missing(), vec![]);
        prop_assert!(state.floor().is_none() && state.present_break().is_none());
    }
    Ok(())
}

/// The one key and its alternative are never offered in vain: what stops them is the gate or the question for a reason.
fn leads_on(hall: &Hall) -> Result<(), TestCaseError> {
    for next in [Some(hall.session.next()), hall.session.alternative()] {
        let Some(command) = next.clone().and_then(|next| next.command(&hall.session)) else {
            continue;
        };
        match hall.asks(command) {
            Ok(_) | Err(Rejection::GateShut(_) | Rejection::NeedsReason(_)) => {}
            Err(refusal) => prop_assert!(false, "{:?} was refused: {:?}", next, refusal),
        }
    }
    Ok(())
}

fn with_reason(mut command: Command) -> Command {
    if let Command::EnterStep { reason, .. } | Command::Close { reason } = &mut command {
        *reason = Some(given::reason());
    }
    command
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 64,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn every_state_is_sane_and_the_one_key_leads_on(plan in hall_plan(), deeds in script()) {
        let mut hall = Hall::of(plan);
        for deed in deeds {
            play(&mut hall, deed);
            is_sane(&hall.session, hall.now())?;
            leads_on(&hall)?;
        }
        let entries = hall.session.history().entries();
        prop_assert!(entries.is_sorted_by_key(|entry| entry.at.line));
        let record = hall.record();
        prop_assert_eq!(record.turns.len(), hall.state().turns.len());
    }

    #[test]
    fn undoing_everything_comes_back_to_the_beginning_and_redoing_to_the_end(
        plan in hall_plan(), deeds in script()
    ) {
        let begun = Hall::of(plan.clone());
        let mut hall = played(plan, deeds);
        let end = hall.state().clone();
        let mut undone = 0;
        while hall.asks(Command::Undo).is_ok() {
            hall.does(Command::Undo);
            undone += 1;
            is_sane(&hall.session, hall.now())?;
        }
        prop_assert_eq!(hall.state(), begun.state());
        for _ in 0..undone {
            hall.does(Command::Redo);
        }
        prop_assert_eq!(hall.state(), &end);
    }

    #[test]
    fn replaying_the_records_gives_an_equal_session(plan in hall_plan(), deeds in script()) {
        let hall = played(plan, deeds);
        prop_assert_eq!(&hall.replayed(), &hall.session);
        // Also after they went through a journal.
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal.ron");
        let entries = hall.session.history().entries();
        drop(Journal::create(&path, entries.iter().map(|entry| &entry.record)).unwrap());
        let reading = read(&path).unwrap();
        prop_assert!(reading.damage.is_none() && reading.torn.is_none());
        let mut records = reading.records.into_iter();
        let mut session = Session::open(records.next().unwrap()).unwrap();
        session.apply_all(records);
        prop_assert_eq!(session, hall.session);
    }

    #[test]
    fn from_every_state_the_one_key_closes_the_session(plan in hall_plan(), deeds in script()) {
        let mut hall = played(plan, deeds);
        for _ in 0..300 {
            let Some(command) = hall.command_of(hall.session.next()) else {
                break;
            };
            hall.passes(1);
            match hall.asks(command.clone()) {
                Ok(events) => hall.happens(events),
                Err(Rejection::NeedsReason(_)) => {
                    hall.does(with_reason(command));
                }
                Err(Rejection::GateShut(_)) => {
                    let open: Vec<ItemId> = hall
                        .state()
                        .items
                        .iter()
                        .filter(|item| item.class != Some(Class::AnsweredNow))
                        .map(|item| item.id)
                        .collect();
                    for item in open {
                        hall.does(answered_now(item));
                    }
                    if hall.asks(Command::NoTimeForRest).is_ok() {
                        hall.does(Command::NoTimeForRest);
                    }
                    hall.sets_aside_what_is_left();
                }
                Err(refusal) => prop_assert!(false, "{:?}: {:?}", command, refusal),
            }
        }
        prop_assert!(hall.state().closed.is_some(), "{:?}", hall.session.next());
        is_sane(&hall.session, hall.now())?;
    }
}
