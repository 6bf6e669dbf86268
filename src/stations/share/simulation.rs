//! Desks, couriers, an engine and a computer that joined, without a network: everything that can go wrong between them happens in
//! any order, and at the end the copy is the journal. Desk and copy are real journals in real folders; the engine keeps what
//! `JetStream` keeps: messages with sequences and ids, one condition, and what a bad disk makes of them.
//!
//! `DOITHOAI_HISTORIES=5000` tells so many histories instead of the few of every day.

#![cfg(test)]

mod desk;
mod parts;
mod reader;

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::courier::CourierNews;
use crate::domain::time::Millis;
use crate::store::journal::CopiedLine;
use desk::{NoteLeft, SimulatedDesk};
use parts::{SimulatedEngine, SimulatedWriter, Stored};
use reader::SimulatedReader;

#[derive(Debug, Clone)]
enum Mishap {
    /// The desk writes.
    Act(usize),
    /// A line stands in the desk's journal for so many steps of everybody; then its disk refuses it.
    Refuse(usize, u8),
    /// The desk is killed while it writes, or its power is cut: so many thousandths of a line are left, and this of its note.
    KillDesk(usize, usize, NoteLeft),
    EndDesk(usize),
    OpenDesk(usize),
    /// The desk's engine, courier, and all others have a while.
    LongWhile,
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
    /// So many bytes of a torn line are left.
    KillReader(usize),
    /// Time passes: so many steps of everybody.
    Pass(u8),
    /// The next answer of the engine is lost.
    LoseAnswer(usize),
}

fn note_left() -> impl Strategy<Value = NoteLeft> {
    prop_oneof![
        6 => Just(NoteLeft::Whole),
        1 => Just(NoteLeft::Older),
        1 => Just(NoteLeft::Empty),
        1 => Just(NoteLeft::Zeros),
        1 => Just(NoteLeft::Gone),
    ]
}

fn happening(writers: usize) -> impl Strategy<Value = Mishap> {
    let killed_at = prop_oneof![Just(0_usize), Just(1000), Just(999), 0_usize..1000];
    prop_oneof![
        8 => (0..writers).prop_map(Mishap::Act),
        2 => (0..writers, 0_u8..6).prop_map(|(writer, steps)| Mishap::Refuse(writer, steps)),
        2 => (0..writers, killed_at, note_left())
            .prop_map(|(writer, at, note)| Mishap::KillDesk(writer, at, note)),
        1 => (0..writers).prop_map(Mishap::EndDesk),
        3 => (0..writers).prop_map(Mishap::OpenDesk),
        1 => Just(Mishap::LongWhile),
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
        1 => (0_usize..200).prop_map(Mishap::KillReader),
        6 => (1_u8..20).prop_map(Mishap::Pass),
        2 => (0..writers).prop_map(Mishap::LoseAnswer),
    ]
}

struct SimulatedWorld {
    engine: SimulatedEngine,
    writers: Vec<SimulatedWriter>,
    reader: SimulatedReader,
    next: u32,
    /// Texts that a desk never said were saved.
    unsaved: Vec<String>,
}

impl SimulatedWorld {
    fn with(desks: Vec<SimulatedDesk>) -> Self {
        Self {
            engine: SimulatedEngine::default(),
            writers: desks.into_iter().map(SimulatedWriter::with).collect(),
            reader: SimulatedReader::new(),
            next: 0,
            unsaved: Vec::new(),
        }
    }

    fn step(&mut self) -> bool {
        let mut moved = false;
        for writer in &mut self.writers {
            moved |= writer.step(&mut self.engine, false);
        }
        moved | self.reader.step(&self.engine)
    }

    fn steps(&mut self, count: u8) {
        for _ in 0..count {
            self.step();
        }
    }

    fn name(&mut self, writer: usize) -> String {
        self.next += 1;
        format!("{writer}-{}", self.next)
    }

    fn happens(&mut self, happening: &Mishap) {
        match happening {
            Mishap::Act(writer) => {
                let name = self.name(*writer);
                self.writers[*writer].desk.writes(&name);
            }
            Mishap::Refuse(writer, steps) => {
                let name = self.name(*writer);
                if let Some(start) = self.writers[*writer].desk.is_writing(&name) {
                    self.steps(*steps);
                    self.writers[*writer].desk.takes_back(start);
                    self.unsaved.push(name);
                }
            }
            Mishap::KillDesk(writer, at, note) => {
                let name = self.name(*writer);
                self.writers[*writer].desk.is_killed(&name, *at, *note);
            }
            Mishap::EndDesk(writer) => self.writers[*writer].desk.ends(),
            Mishap::OpenDesk(writer) => self.writers[*writer].desk.opens(),
            Mishap::LongWhile => {
                for writer in &mut self.writers {
                    writer.now = writer.now.saturating_add(Millis::of_minutes(1));
                }
            }
            Mishap::Cut(writer) => self.writers[*writer].reached(false),
            Mishap::Mend(writer) => self.writers[*writer].reached(true),
            Mishap::KillCourier(writer) => self.writers[*writer].restart(),
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
            Mishap::KillReader(torn) => self.reader.restart(*torn),
            Mishap::Pass(steps) => self.steps(*steps),
            Mishap::LoseAnswer(writer) => {
                self.writers[*writer].step(&mut self.engine, true);
            }
        }
    }

    /// Every desk runs, every cable is whole, everything is looked through once more, and everybody comes to rest.
    fn heals(&mut self) {
        for writer in &mut self.writers {
            writer.desk.opens();
        }
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

    /// Every line of the engine, as text.
    fn engine_holds(&self) -> Vec<String> {
        let stored = self.engine.stored.iter();
        stored
            .filter_map(|stored| match stored {
                Stored::Line(line) => Some(String::from_utf8(line.bytes.clone()).unwrap()),
                Stored::Changed | Stored::Gone => None,
            })
            .collect()
    }
}

/// The lines of a journal.
fn lines(bytes: &[u8]) -> Vec<CopiedLine> {
    let whole = bytes.split_inclusive(|byte| *byte == b'\n');
    whole
        .map(|line| CopiedLine::of(line.strip_suffix(b"\n").unwrap()).unwrap())
        .collect()
}

/// How many histories are told.
fn histories(everyday: u32) -> u32 {
    let said = std::env::var("DOITHOAI_HISTORIES").ok();
    said.and_then(|said| said.parse().ok()).unwrap_or(everyday)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: histories(300), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_cut_killed_wiped_torn_lost_or_changed_the_copy_is_the_journal_in_the_end(
        happenings in prop::collection::vec(happening(1), 1..90)
    ) {
        let mut world = SimulatedWorld::with(vec![SimulatedDesk::begins("0-0")]);
        for happening in &happenings {
            world.happens(happening);
        }
        world.heals();
        let writer = &world.writers[0];
        prop_assert!(!writer.fenced, "{:?}", writer.told);
        prop_assert!(writer.courier.is_level());
        prop_assert!(writer.desk.has_what_it_acknowledged());
        let journal = writer.desk.bytes();
        prop_assert!(world.reader.bytes() == journal);
        let held = world.engine_holds();
        for line in lines(&journal) {
            let text = String::from_utf8(line.bytes).unwrap();
            prop_assert!(held.contains(&text), "{text}");
        }
        // What a disk refused never left the computer, and no copy was ever taken for another chain.
        for unsaved in &world.unsaved {
            let quoted = format!("\"{unsaved}\"");
            prop_assert!(!held.iter().any(|line| line.contains(&quoted)), "{unsaved}");
        }
        prop_assert!(world.reader.kept.is_empty());
    }

    #[test]
    fn two_writers_are_never_mixed_and_the_one_that_stops_is_told(
        common in 1_usize..4,
        happenings in prop::collection::vec(happening(2), 1..90)
    ) {
        let mut first = SimulatedDesk::begins("c-0");
        for at in 1..common {
            first.writes(&format!("c-{at}"));
        }
        let second = first.copied();
        let mut world = SimulatedWorld::with(vec![first, second]);
        for happening in &happenings {
            world.happens(happening);
        }
        world.heals();
        // Whose lines stand there beside those that both have.
        let of = |bytes: &[u8]| -> BTreeSet<char> {
            let mut names = BTreeSet::new();
            for line in String::from_utf8(bytes.to_vec()).unwrap().lines() {
                for writer in ['0', '1'] {
                    if line.contains(&format!("\"{writer}-")) {
                        names.insert(writer);
                    }
                }
            }
            names
        };
        let kept = world.reader.kept.iter().map(|kept| std::fs::read(kept).unwrap());
        for chain in kept.chain([world.reader.bytes()]) {
            prop_assert!(of(&chain).len() <= 1);
        }
        let diverged = world.writers.iter().filter(|writer| !of(&writer.desk.bytes()).is_empty());
        if diverged.count() == 2 {
            prop_assert!(world.writers.iter().any(|writer| writer.fenced));
        }
        for writer in &world.writers {
            prop_assert!(writer.desk.has_what_it_acknowledged());
            prop_assert_eq!(writer.fenced, writer.told.iter().any(|news| {
                matches!(news, CourierNews::Fenced(_) | CourierNews::Ahead(_))
            }));
            if !writer.fenced {
                prop_assert!(world.reader.bytes() == writer.desk.bytes());
            }
        }
    }
}

#[test]
fn an_engine_that_lost_its_disk_gets_every_line_again_and_says_so_once() {
    let mut world = SimulatedWorld::with(vec![SimulatedDesk::begins("0-0")]);
    for _ in 0..4 {
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
    assert_eq!(world.reader.bytes(), world.writers[0].desk.bytes());
}

#[test]
fn a_line_that_is_lost_again_after_it_was_handed_over_again_is_handed_over_once_more() {
    let mut world = SimulatedWorld::with(vec![SimulatedDesk::begins("0-0")]);
    for _ in 0..3 {
        world.happens(&Mishap::Act(0));
    }
    world.heals();
    world.happens(&Mishap::Lose(0));
    world.heals();
    for _ in 0..3 {
        // Ids are remembered all the while, also that of the line which is gone.
        let last = world.engine.stored.len() - 1;
        world.happens(&Mishap::Lose(last));
        world.heals();
        assert_eq!(world.engine.stored.len(), last + 2);
    }
    assert_eq!(world.reader.bytes(), world.writers[0].desk.bytes());
}
