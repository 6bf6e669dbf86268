//! Couriers, an engine and a computer that joined, without a network: everything that can go wrong between them happens in any
//! order, and at the end the copy is the journal. The engine keeps what `JetStream` keeps: messages with sequences and ids, one
//! condition, and what a bad disk makes of them.

mod parts;

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::courier::CourierNews;
use crate::store::journal::CopiedLine;
use parts::{SimulatedEngine, SimulatedReader, SimulatedWriter, Stored};

#[derive(Debug, Clone)]
enum Mishap {
    /// The desk writes.
    Act(usize),
    /// The disk of the desk refuses its last line, which is taken back, and takes another one.
    TakeBack,
    Cut(usize),
    Mend(usize),
    KillCourier(usize),
    /// Everybody loses the connection and gets it again.
    KillEngine,
    WipeEngine,
    Lose(usize),
    Change(usize),
    /// Ids are remembered for a while only.
    ForgetIds,
    CutReader,
    MendReader,
    KillReader,
    /// Time passes: so many steps of everybody.
    Pass(u8),
    /// The next answer of the engine is lost.
    LoseAnswer(usize),
}

fn happening(writers: usize) -> impl Strategy<Value = Mishap> {
    prop_oneof![
        8 => (0..writers).prop_map(Mishap::Act),
        1 => Just(Mishap::TakeBack),
        1 => (0..writers).prop_map(Mishap::Cut),
        2 => (0..writers).prop_map(Mishap::Mend),
        2 => (0..writers).prop_map(Mishap::KillCourier),
        1 => Just(Mishap::KillEngine),
        1 => Just(Mishap::WipeEngine),
        1 => (0_usize..40).prop_map(Mishap::Lose),
        1 => (0_usize..40).prop_map(Mishap::Change),
        1 => Just(Mishap::ForgetIds),
        1 => Just(Mishap::CutReader),
        2 => Just(Mishap::MendReader),
        1 => Just(Mishap::KillReader),
        6 => (1_u8..20).prop_map(Mishap::Pass),
        2 => (0..writers).prop_map(Mishap::LoseAnswer),
    ]
}

struct SimulatedWorld {
    engine: SimulatedEngine,
    writers: Vec<SimulatedWriter>,
    reader: SimulatedReader,
    next: u32,
    was_taken_back: bool,
    was_killed: bool,
}

impl SimulatedWorld {
    fn with(writers: Vec<SimulatedWriter>) -> Self {
        Self {
            engine: SimulatedEngine::default(),
            writers,
            reader: SimulatedReader::new(),
            next: 0,
            was_taken_back: false,
            was_killed: false,
        }
    }

    fn step(&mut self) -> bool {
        let mut moved = false;
        for writer in &mut self.writers {
            moved |= writer.step(&mut self.engine, false);
        }
        moved | self.reader.step(&self.engine)
    }

    fn name(&mut self, writer: usize) -> String {
        self.next += 1;
        format!("{writer}-{}", self.next)
    }

    fn happens(&mut self, happening: &Mishap) {
        match happening {
            Mishap::Act(writer) => {
                let name = self.name(*writer);
                self.writers[*writer].writes(name);
            }
            Mishap::TakeBack => {
                let name = self.name(0);
                let writer = &mut self.writers[0];
                if writer.journal.len() > 1 {
                    writer.journal.pop();
                    writer.sees_disk(0);
                    writer.writes(name);
                    self.was_taken_back = true;
                }
            }
            Mishap::Cut(writer) => self.writers[*writer].reached(false),
            Mishap::Mend(writer) => self.writers[*writer].reached(true),
            Mishap::KillCourier(writer) => {
                self.was_killed = true;
                self.writers[*writer].restart();
            }
            Mishap::KillEngine | Mishap::WipeEngine => {
                if matches!(happening, Mishap::WipeEngine) {
                    self.engine = SimulatedEngine::default();
                }
                for writer in &mut self.writers {
                    let up = writer.up;
                    writer.reached(false);
                    writer.reached(up);
                }
                let up = self.reader.up;
                self.reader.reached(up);
            }
            Mishap::Lose(at) => {
                if let Some(stored) = self.engine.stored.get_mut(*at) {
                    *stored = Stored::Gone;
                }
            }
            Mishap::Change(at) => {
                if let Some(stored) = self.engine.stored.get_mut(*at) {
                    *stored = Stored::Changed;
                }
            }
            Mishap::ForgetIds => self.engine.ids.clear(),
            Mishap::CutReader => self.reader.reached(false),
            Mishap::MendReader => self.reader.reached(true),
            Mishap::KillReader => self.reader.restart(),
            Mishap::Pass(steps) => {
                for _ in 0..*steps {
                    self.step();
                }
            }
            Mishap::LoseAnswer(writer) => {
                self.writers[*writer].step(&mut self.engine, true);
            }
        }
    }

    /// Every cable is whole, everything is looked through once more, and everybody comes to rest.
    fn heals(&mut self) {
        for _ in 0..3 {
            for writer in &mut self.writers {
                writer.reached(true);
            }
            self.reader.reached(true);
            let mut steps = 0;
            while self.step() {
                steps += 1;
                assert!(steps < 100_000, "nobody comes to rest");
            }
        }
    }
}

fn hashes(lines: &[CopiedLine]) -> Vec<&str> {
    lines.iter().map(|line| line.hash.as_str()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_cut_killed_wiped_lost_or_changed_the_copy_is_the_journal_in_the_end(
        happenings in prop::collection::vec(happening(1), 1..90)
    ) {
        let mut world = SimulatedWorld::with(vec![SimulatedWriter::with(Vec::new())]);
        world.happens(&Mishap::Act(0));
        for happening in &happenings {
            world.happens(happening);
        }
        world.heals();
        let writer = &world.writers[0];
        if writer.fenced {
            // A line that the desk took back and that only a killed courier knew of cannot be told from one of somebody else:
            // then nothing is handed over any more, and nothing is lost.
            prop_assert!(world.was_taken_back && world.was_killed);
            return Ok(());
        }
        prop_assert_eq!(hashes(&world.reader.replica), hashes(&writer.journal));
        prop_assert!(writer.courier.is_level());
    }

    #[test]
    fn two_writers_are_never_mixed_and_the_one_that_stops_is_told(
        common in 1_usize..4,
        happenings in prop::collection::vec(happening(2), 1..90)
    ) {
        let mut first = SimulatedWriter::with(Vec::new());
        for at in 0..common {
            first.writes(format!("c-{at}"));
        }
        let second = SimulatedWriter::with(first.journal.clone());
        let mut world = SimulatedWorld::with(vec![first, second]);
        for happening in &happenings {
            // What a desk takes back is told apart above.
            if !matches!(happening, Mishap::TakeBack) {
                world.happens(happening);
            }
        }
        world.heals();
        let of = |lines: &[CopiedLine]| -> BTreeSet<char> {
            let names = lines.iter().filter_map(|line| line.hash.chars().next());
            names.filter(|name| *name != 'c').collect()
        };
        for chain in world.reader.kept.iter().chain([&world.reader.replica]) {
            prop_assert!(of(chain).len() <= 1, "{:?}", hashes(chain));
        }
        let diverged = world.writers.iter().filter(|writer| !of(&writer.journal).is_empty()).count();
        if diverged == 2 {
            prop_assert!(world.writers.iter().any(|writer| writer.fenced));
        }
        for writer in &world.writers {
            prop_assert_eq!(writer.fenced, writer.told.iter().any(|news| {
                matches!(news, CourierNews::Fenced(_) | CourierNews::Ahead(_))
            }));
            if !writer.fenced {
                prop_assert_eq!(hashes(&world.reader.replica), hashes(&writer.journal));
            }
        }
    }
}

#[test]
fn an_engine_that_lost_its_disk_gets_every_line_again_and_says_so_once() {
    let mut world = SimulatedWorld::with(vec![SimulatedWriter::with(Vec::new())]);
    for _ in 0..5 {
        world.happens(&Mishap::Act(0));
    }
    world.heals();
    world.happens(&Mishap::Lose(1));
    world.happens(&Mishap::Change(4));
    world.heals();
    let refilled = world.writers[0].told.iter().filter_map(|news| match news {
        CourierNews::Refilled(lines) => Some(*lines),
        CourierNews::Level(_) | CourierNews::Fenced(_) | CourierNews::Ahead(_) => None,
    });
    assert_eq!(
        refilled.sum::<usize>(),
        1,
        "the last one has nothing behind it"
    );
    world.happens(&Mishap::WipeEngine);
    world.heals();
    assert_eq!(world.engine.stored.len(), 5);
    assert_eq!(
        hashes(&world.reader.replica),
        hashes(&world.writers[0].journal)
    );
}
