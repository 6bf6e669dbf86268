//! Stories of a station: what it sent and what became of it, and its screen in every size.

use doithoai::domain::i18n::Lang;
use doithoai::domain::request::{
    Answer, AnswerWords, RegistrationForm, Request, RequestOutcome, StationCommand, StationKind,
};
use doithoai::domain::session::Session;
use doithoai::domain::session::event::{JournalEntry, RequestId, Seq};
use doithoai::domain::time::Wall;
use doithoai::store::clock::Clock;
use doithoai::store::inbox::{DeskSign, INBOX_NAME, Outbox, RequestQueue};
use doithoai::store::profiles;
use doithoai::tui::desk::Desk;
use doithoai::tui::station::sent::{SentRequests, SentState};
use doithoai::tui::station::view::{self, StationParts, StationStanding};
use doithoai::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::desk::given::plan;

const LAO_CAI: &str = "lao-cai-7-qc-tu-2025";

fn wall() -> Wall {
    "2026-11-25T08:15:00+07:00".parse().unwrap()
}

fn session() -> Session {
    let regulation = profiles::load(LAO_CAI, None).unwrap();
    let first = JournalEntry::new(
        Seq(1),
        Clock::by_hand(wall()).now(),
        Session::opening(plan(LAO_CAI), regulation),
    );
    Session::open(first).unwrap()
}

fn request(id: &str) -> Request {
    Request {
        id: RequestId(id.into()),
        station: StationKind::Registration.station(None),
        at: wall(),
        based_on: Seq(1),
        command: StationCommand::Register(RegistrationForm {
            name: "Vàng Thị Sua".into(),
            ..RegistrationForm::default()
        }),
    }
}

fn take(session: &mut Session, request: &Request) {
    let now = Clock::by_hand(wall()).now();
    let events = request.decide(session, now).unwrap();
    let record = session.record_of(events, now, request.station.clone(), request.id.clone());
    session.apply(record);
}

fn refusal(id: &str) -> Answer {
    Answer {
        request: RequestId(id.into()),
        at: wall(),
        outcome: RequestOutcome::Refused,
        says: AnswerWords {
            vi: "không được".into(),
            en: "no".into(),
        },
    }
}

fn sent_in(folder: &std::path::Path) -> SentRequests {
    SentRequests::of(StationKind::Registration.station(None), folder)
}

fn asked(folder: &std::path::Path) -> Vec<String> {
    let mut queue = RequestQueue::of(folder);
    queue.look().unwrap();
    let mut ids = Vec::new();
    while let Some(next) = queue.next() {
        ids.push(next.id.0.clone());
        let id = next.id.0.clone();
        queue.answer(&refusal(&id)).unwrap();
    }
    ids
}

#[test]
fn what_the_journal_has_is_taken_and_what_the_desk_refused_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session();
    let mut sent = sent_in(folder.path());
    for id in ["a", "b", "c"] {
        sent.send(request(id)).unwrap();
    }
    assert!(sent.look(&session).unwrap().is_empty());
    // Taken without an answer that could be read, and refused with one.
    take(&mut session, &request("a"));
    Outbox::of(folder.path()).append(&refusal("b")).unwrap();
    let settled = sent.look(&session).unwrap();
    assert_eq!(settled.len(), 2);
    assert!(matches!(settled[0].state, SentState::Taken(Seq(2))));
    assert!(matches!(&settled[1].state, SentState::Refused(answer) if answer.says.en == "no"));
    assert!(sent.look(&session).unwrap().is_empty());
    // A station that is started again knows all three.
    let mut again = sent_in(folder.path());
    assert_eq!(again.look(&session).unwrap().len(), 2);
    assert_eq!(again.all().len(), 3);
    assert_eq!(again.all()[2].state, SentState::Waiting);
}

#[test]
fn where_the_session_goes_on_elsewhere_what_waits_is_asked_there_and_nothing_else() {
    let (old, new) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut session = session();
    let mut sent = sent_in(old.path());
    for id in ["a", "b"] {
        sent.send(request(id)).unwrap();
    }
    take(&mut session, &request("a"));
    sent.look(&session).unwrap();
    sent.go_on_in(new.path()).unwrap();
    assert_eq!(asked(new.path()), ["b"]);
    let settled = sent.look(&session).unwrap();
    assert!(matches!(settled[0].state, SentState::Refused(_)));
}

#[test]
fn an_inbox_that_somebody_took_away_is_written_again_with_what_waits() {
    let folder = tempfile::tempdir().unwrap();
    let session = session();
    let mut sent = sent_in(folder.path());
    sent.send(request("a")).unwrap();
    sent.look(&session).unwrap();
    std::fs::remove_file(folder.path().join(INBOX_NAME)).unwrap();
    sent.look(&session).unwrap();
    assert_eq!(asked(folder.path()), ["a"]);
}

fn screen(
    kind: StationKind,
    lang: Lang,
    (width, height): (u16, u16),
    desk_sign: DeskSign,
) -> String {
    let folder = tempfile::tempdir().unwrap();
    let session = session();
    let now = session.stamp(Clock::by_hand(wall()).now());
    let mut sent = sent_in(folder.path());
    sent.send(request("a")).unwrap();
    let words = doithoai::tui::desk::words::SOURCES.read(lang);
    let basis =
        doithoai::domain::deadlines::Basis::of(doithoai::store::calendars::load(None).unwrap());
    let typing = doithoai::tui::vn_input::Typing::default();
    let desk = Desk::new(words, lang, typing, basis).at_station(view::mode_of(kind));
    let station = kind.station(None);
    let says = doithoai::tui::station::words::SOURCES.read(lang);
    let parts = StationParts {
        live: Some((&session, now)),
        desk: &desk,
        sent: sent.all(),
        kind,
        words: &says,
        lang,
    };
    let standing = StationStanding {
        name: "a",
        station: Some(&station),
        desk: desk_sign,
        unreachable: None,
        damaged: false,
        now: wall(),
    };
    let area = Rect::new(0, 0, width, height);
    let mut buf = Buffer::empty(area);
    let view = view::view(&parts, &standing, area);
    view::draw(&view, area, &mut buf, &Theme::plain());
    let mut text = String::new();
    for row in 0..height {
        for column in 0..width {
            text.push_str(buf[(column, row)].symbol());
        }
        text.push('\n');
    }
    text
}

#[test]
fn each_kind_of_station_has_its_list_its_keys_and_what_it_sent_in_every_size() {
    for lang in [Lang::Vi, Lang::En] {
        for size in [(60, 16), (80, 24), (120, 40), (200, 60)] {
            let door = screen(StationKind::Registration, lang, size, DeskSign::Silent);
            assert!(
                door.contains("[F9]") && door.contains("Vàng Thị Sua"),
                "{door}"
            );
            let secretary = screen(StationKind::Secretary, lang, size, DeskSign::Runs);
            assert!(
                secretary.contains("Ctrl+N") && !secretary.contains("[F9]"),
                "{secretary}"
            );
            let venue = screen(StationKind::Venue, lang, size, DeskSign::Runs);
            assert!(venue.contains("F5"), "{venue}");
            // No key of the desk stands there.
            assert!(!door.contains("[Space]") && !secretary.contains("[1]"));
        }
    }
    let silent = screen(
        StationKind::Registration,
        Lang::Vi,
        (120, 40),
        DeskSign::Silent,
    );
    assert!(
        silent.contains("Bàn điều hành chưa chạy") && silent.contains("đang chờ"),
        "{silent}"
    );
    for size in [(1, 1), (20, 5), (59, 15)] {
        screen(StationKind::Secretary, Lang::Vi, size, DeskSign::Runs);
    }
}

#[test]
fn who_is_registered_while_the_desk_is_not_heard_of_has_a_number_to_write_down_that_says_it_is_provisional()
 {
    let next = session().state().queue.next_number().0;
    for (lang, words) in [(Lang::Vi, "tạm số"), (Lang::En, "provisional no.")] {
        let told = format!("{words} {next}");
        for size in [(80, 24), (120, 40)] {
            for sign in [DeskSign::Silent, DeskSign::Unheard] {
                let offline = screen(StationKind::Venue, lang, size, sign);
                assert!(offline.contains(&told), "{offline}");
            }
            // Whether the desk ended or the cable is cut is told apart.
            let cut = screen(StationKind::Venue, lang, size, DeskSign::Unheard);
            let says = ["Mất kết nối với bàn", "No connection to the desk"];
            assert!(says.iter().any(|words| cut.contains(words)), "{cut}");
            let level = screen(StationKind::Venue, lang, size, DeskSign::Runs);
            assert!(!level.contains(words), "{level}");
        }
    }
}
