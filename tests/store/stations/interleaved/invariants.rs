//! What holds at every moment of every history, whatever was killed in between.

use std::collections::BTreeMap;

use doithoai::domain::request::{Answer, RequestOutcome};
use doithoai::domain::session::event::Event;
use doithoai::store::inbox::OUTBOX_NAME;
use doithoai::store::journal;

use super::{Kill, World};

pub(super) fn all_is_well(world: &mut World) {
    // everything that was asked is taken in the end
    while world.takes(Kill::Never) {}
    let (sitting, _) = world.desk();
    let session = sitting.session().clone();
    world.killed();

    // then the journal is whole, and is what the desk had
    let reading = journal::read(&world.place.journal()).unwrap();
    assert!(reading.damage.is_none() && reading.torn.is_none());
    let replayed = doithoai::store::sessions::session_of(&reading).unwrap();
    assert_eq!(replayed.state(), session.state());

    // each request is answered once, and as the journal has it
    let outbox = std::fs::read(world.place.folder.join(OUTBOX_NAME)).unwrap_or_default();
    let mut answers: BTreeMap<String, Vec<Answer>> = BTreeMap::new();
    for line in outbox.split(|byte| *byte == b'\n') {
        let text = std::str::from_utf8(line).unwrap_or_default();
        if let Ok(answer) = ron::from_str::<Answer>(text) {
            answers
                .entry(answer.request.0.clone())
                .or_default()
                .push(answer);
        }
    }
    let mut recorded: BTreeMap<String, usize> = BTreeMap::new();
    for record in &reading.records {
        if let Some(request) = &record.request {
            *recorded.entry(request.0.clone()).or_default() += 1;
            assert!(record.by.is_some());
        }
    }
    let mut asked = 0;
    for station in &world.stations {
        for request in &station.asked {
            asked += 1;
            let answered = answers.get(&request.id.0).map_or(0, Vec::len);
            assert_eq!(answered, 1, "{request:?}");
            let times = recorded.get(&request.id.0).copied().unwrap_or_default();
            match answers[&request.id.0][0].outcome {
                RequestOutcome::Taken { seq, .. } => {
                    assert_eq!(times, 1);
                    let entry = replayed.history().entry(seq).unwrap();
                    assert_eq!(entry.record.request.as_ref(), Some(&request.id));
                    assert_eq!(entry.record.by.as_ref(), Some(&station.id));
                }
                RequestOutcome::Refused => assert_eq!(times, 0),
            }
        }
    }
    assert_eq!(answers.len(), asked);

    // nobody took back what somebody else did
    for record in &reading.records {
        if let [Event::Undone { act } | Event::Redone { act }] = record.events.as_slice() {
            let target = replayed.history().entry(*act).unwrap();
            assert_eq!(target.record.by, record.by, "{record:?}");
        }
    }
    // and no number was given to two people
    let mut numbers: Vec<u32> = replayed
        .state()
        .queue
        .people()
        .iter()
        .map(|person| person.registration.number.0)
        .collect();
    let count = numbers.len();
    numbers.sort_unstable();
    numbers.dedup();
    assert_eq!(numbers.len(), count);
    let items = &replayed.state().items;
    assert!(items.is_sorted_by(|one, other| one.id < other.id));

    // and whoever follows sees the same
    for station in &mut world.stations {
        station.looks();
        assert_eq!(station.seen.as_ref().unwrap().state(), replayed.state());
    }
}
