//! The aide's acts, the requests of three stations and kills at every step between them, in any order: the journal is whole,
//! each request is answered once, followers see what the desk has, and nobody takes back what others did.

mod invariants;

use doithoai::domain::request::{
    Answer, AnswerWords, RegistrationForm, Request, RequestOutcome, StationCommand, StationKind,
};
use doithoai::domain::session::Session;
use doithoai::domain::session::command::Command;
use doithoai::domain::session::event::{NotePlace, RequestId, StationId};
use doithoai::domain::session::item::{Class, Item, Raiser};
use doithoai::domain::session::next::Next;
use doithoai::domain::session::plan::Number;
use doithoai::domain::session::queue::Standing;
use doithoai::domain::session::venue::VenueLink;
use doithoai::domain::time::Millis;
use doithoai::store::inbox::{INBOX_NAME, Inbox, OUTBOX_NAME, RequestQueue};
use doithoai::store::journal::follow::{Follower, News};
use doithoai::store::sessions::{OpenSession, RequestError};
use proptest::prelude::*;
use proptest::sample::select;

use self::invariants::all_is_well;
use crate::journal::given::*;

/// Where the desk is killed while it takes a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kill {
    Never,
    BeforeTheJournal,
    /// So many bytes of the last line did not reach the disk.
    InTheJournal(u8),
    BeforeTheAnswer,
    InTheAnswer(u8),
    AfterTheAnswer,
}

#[derive(Debug, Clone, Copy)]
enum Happens {
    Aide(u8),
    /// A station asks for something.
    Asks(usize, u8),
    /// A station asks once more what it asked last.
    AsksAgain(usize),
    /// A station looks at the journal, and bases on it what it asks from then on.
    Looks(usize),
    Takes(Kill),
    /// The desk is killed while nothing is done.
    Killed,
    /// Somebody else, or a station that was killed while it wrote.
    Junk(u8),
}

fn kill() -> impl Strategy<Value = Kill> {
    prop_oneof![
        4 => Just(Kill::Never),
        1 => Just(Kill::BeforeTheJournal),
        1 => (1_u8..200).prop_map(Kill::InTheJournal),
        1 => Just(Kill::BeforeTheAnswer),
        1 => (1_u8..120).prop_map(Kill::InTheAnswer),
        1 => Just(Kill::AfterTheAnswer),
    ]
}

fn happens() -> impl Strategy<Value = Happens> {
    prop_oneof![
        5 => any::<u8>().prop_map(Happens::Aide),
        8 => (0_usize..3, any::<u8>()).prop_map(|(who, what)| Happens::Asks(who, what)),
        2 => (0_usize..3).prop_map(Happens::AsksAgain),
        4 => (0_usize..3).prop_map(Happens::Looks),
        8 => kill().prop_map(Happens::Takes),
        1 => Just(Happens::Killed),
        1 => select(&[0_u8, 1, 2][..]).prop_map(Happens::Junk),
    ]
}

/// A station with what it has seen of the session.
struct Station {
    id: StationId,
    follower: Follower,
    seen: Option<Session>,
    asked: Vec<Request>,
}

impl Station {
    fn looks(&mut self) {
        match self.follower.look(Millis::ZERO).unwrap() {
            News::Nothing => {}
            News::More(records) => {
                let seen = self.seen.as_mut().unwrap();
                for record in records {
                    seen.apply(record);
                }
            }
            News::Anew(records) => {
                let mut records = records.into_iter();
                let mut session = Session::open(records.next().unwrap()).unwrap();
                session.apply_all(records);
                self.seen = Some(session);
            }
        }
    }

    /// What it asks for, by what it has seen.
    fn command(&self, what: u8) -> Option<StationCommand> {
        let state = self.seen.as_ref()?.state();
        let people = state.queue.people();
        let item = state
            .items
            .get(usize::from(what / 16) % state.items.len().max(1));
        let text = format!("ghi {}", self.asked.len());
        let (kind, _) = StationKind::of(&self.id)?;
        if what.is_multiple_of(5) {
            return Some(StationCommand::Undo);
        }
        if what.is_multiple_of(11) {
            return Some(StationCommand::Redo);
        }
        if kind == StationKind::Secretary {
            return written_down(what, item, text);
        }
        if kind == StationKind::Venue && what.is_multiple_of(3) {
            let link = if what.is_multiple_of(2) {
                VenueLink::Ready
            } else {
                VenueLink::Lost
            };
            return Some(StationCommand::LinkVenue {
                venue: "Bản Lếch".into(),
                link,
            });
        }
        if what.is_multiple_of(2) {
            let person = people.get(usize::from(what / 8) % people.len().max(1))?;
            let standing = select_standing(what);
            return Some(StationCommand::MarkPerson {
                number: person.registration.number,
                was: person.standing,
                standing,
            });
        }
        Some(StationCommand::Register(RegistrationForm {
            name: format!("Người {}", self.asked.len()),
            within_scope: Some(true),
            ..RegistrationForm::default()
        }))
    }
}

/// What a secretary asks for.
fn written_down(what: u8, item: Option<&Item>, text: String) -> Option<StationCommand> {
    let answer = item.map(|item| StationCommand::SummariseAnswer {
        item: item.id,
        was: item.answer.clone().unwrap_or_default(),
        answer: text.clone(),
    });
    let edit = item.map(|item| StationCommand::EditItem {
        item: item.id,
        was: item.text.clone(),
        text: text.clone(),
    });
    let note = Some(StationCommand::Note {
        text,
        item: None,
        place: NotePlace::default(),
    });
    match what % 3 {
        0 => answer,
        1 => edit,
        _ => note,
    }
}

fn select_standing(what: u8) -> Standing {
    match what % 4 {
        0 => Standing::Absent,
        1 => Standing::Withdrew,
        2 => Standing::Waiting,
        _ => Standing::WrittenSlip,
    }
}

/// The desk, as often as it is started anew.
struct World {
    place: Place,
    desk: Option<(OpenSession, RequestQueue)>,
    stations: Vec<Station>,
    asked: usize,
}

impl World {
    fn new() -> Self {
        let place = Place::laid_down();
        let mut stations = Vec::new();
        for kind in StationKind::ALL {
            stations.push(Station {
                id: kind.station((kind == StationKind::Venue).then_some("Bản Lếch")),
                follower: Follower::of(&place.journal()),
                seen: None,
                asked: Vec::new(),
            });
        }
        let mut world = Self {
            place,
            desk: None,
            stations,
            asked: 0,
        };
        world.desk();
        world
    }

    fn desk(&mut self) -> &mut (OpenSession, RequestQueue) {
        let place = &self.place;
        self.desk.get_or_insert_with(|| {
            let sitting = place.open();
            assert!(sitting.read_only().is_none());
            (sitting, RequestQueue::of(&place.folder))
        })
    }

    fn killed(&mut self) {
        self.desk = None;
    }

    fn aide(&mut self, what: u8) {
        let (sitting, _) = self.desk();
        sitting.clock_mut().pass(Millis(700));
        let (now, _) = sitting.now();
        let session = sitting.session();
        let last = session.state().items.last().map(|item| item.id);
        let speaker = session.state().queue.people().first();
        let by = Raiser::Citizen(speaker.map_or(Number(1), |person| person.registration.number));
        let command = match what % 8 {
            0 => Some(Command::Undo),
            1 => Some(Command::Redo),
            2 => Some(Command::RaiseItem {
                by,
                text: format!("việc {what}"),
                opinion: None,
            }),
            3 => last.map(|item| Command::EditItem {
                item,
                text: format!("sửa {what}"),
            }),
            _ => {
                let next = session.next();
                if let Next::Class(item) = next {
                    Some(Command::ClassItem {
                        item,
                        class: Class::AnsweredNow,
                    })
                } else {
                    next.command(session)
                }
            }
        };
        if let Some(command) = command {
            // What is refused changes nothing.
            let _ = sitting.perform(command, now);
        }
    }

    fn asks(&mut self, who: usize, what: u8) {
        let station = &mut self.stations[who];
        if station.seen.is_none() {
            station.looks();
        }
        let Some(command) = station.command(what) else {
            return;
        };
        self.asked += 1;
        let request = Request {
            id: RequestId(format!("{}-{}", station.id.0, self.asked)),
            station: station.id.clone(),
            at: wall(),
            based_on: station.seen.as_ref().unwrap().history().last_seq(),
            command,
        };
        Inbox::of(&self.place.folder).append(&request).unwrap();
        station.asked.push(request);
    }

    /// The desk takes the next request, as far as it comes; true while there was one.
    fn takes(&mut self, kill: Kill) -> bool {
        self.desk().1.look().unwrap();
        let Some(request) = self.desk().1.next().cloned() else {
            return false;
        };
        if kill == Kill::BeforeTheJournal {
            self.killed();
            return true;
        }
        let (sitting, queue) = self.desk();
        sitting.clock_mut().pass(Millis(40));
        let (now, _) = sitting.now();
        let before = sitting.saved();
        let outcome = match sitting.perform_request(&request, now) {
            Ok(seq) => {
                let entry = sitting.session().history().entry(seq).unwrap();
                RequestOutcome::of_record(&entry.record)
            }
            Err(RequestError::Refused(_)) => RequestOutcome::Refused,
            Err(RequestError::NotWritten(error)) => panic!("{error}"),
        };
        let wrote = sitting.saved() > before;
        if let Kill::InTheJournal(bytes) = kill {
            self.killed();
            if wrote {
                cut(&self.place.journal(), bytes);
            }
            return true;
        }
        if kill == Kill::BeforeTheAnswer {
            self.killed();
            return true;
        }
        queue
            .answer(&Answer {
                request: request.id.clone(),
                at: now.wall,
                outcome,
                says: AnswerWords::default(),
            })
            .unwrap();
        if let Kill::InTheAnswer(bytes) = kill {
            self.killed();
            cut(&self.place.folder.join(OUTBOX_NAME), bytes);
        } else if kill == Kill::AfterTheAnswer {
            self.killed();
        }
        true
    }

    fn junk(&self, kind: u8) {
        let path = self.place.folder.join(INBOX_NAME);
        let mut bytes = std::fs::read(&path).unwrap_or_default();
        match kind {
            0 => bytes.extend_from_slice(b"what is this\n"),
            1 => bytes.extend_from_slice(b"(id:\"torn\",station:\"secr"),
            _ => bytes.extend_from_slice(b"\xff\xfe\n"),
        }
        std::fs::write(&path, bytes).unwrap();
    }

    fn happens(&mut self, what: Happens) {
        match what {
            Happens::Aide(what) => self.aide(what),
            Happens::Asks(who, what) => self.asks(who, what),
            Happens::AsksAgain(who) => {
                if let Some(request) = self.stations[who].asked.last() {
                    Inbox::of(&self.place.folder).append(request).unwrap();
                }
            }
            Happens::Looks(who) => self.stations[who].looks(),
            Happens::Takes(kill) => {
                self.takes(kill);
            }
            Happens::Killed => self.killed(),
            Happens::Junk(kind) => self.junk(kind),
        }
    }
}

/// The last line of a file did not reach the disk whole.
fn cut(path: &std::path::Path, bytes: u8) {
    let file = std::fs::OpenOptions::new().write(true).open(path).unwrap();
    let length = file.metadata().unwrap().len();
    let text = std::fs::read(path).unwrap();
    let last = text[..text.len() - 1]
        .iter()
        .rposition(|byte| *byte == b'\n')
        .map_or(0, |at| at + 1) as u64;
    file.set_len(length.saturating_sub(u64::from(bytes)).max(last))
        .unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_in_whatever_order_nothing_is_lost_or_done_twice(
        script in proptest::collection::vec(happens(), 5..70),
    ) {
        let mut world = World::new();
        for what in script {
            world.happens(what);
        }
        all_is_well(&mut world);
    }
}
