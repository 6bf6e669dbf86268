//! The projector as a process of its own beside a desk: a real journal, a real terminal, the clock of the computer.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use doithoai::documents::plan_import;
use doithoai::domain::hall_view::{HallWords, ProjectorView, view};
use doithoai::domain::i18n::Lang;
use doithoai::domain::session::command::Command;
use doithoai::domain::session::scene::Scene;
use doithoai::domain::time::Millis;
use doithoai::store::clock::Clock;
use doithoai::store::journal;
use doithoai::store::profiles;
use doithoai::store::sessions::{OpenSession, Purpose, SessionStore, id_of};
use doithoai::tui::theme::Theme;

use crate::projector::stage::{drawn, following, rows};
use crate::projector::wall::Wall;

/// A computer with a session on it, and the desk that runs it.
struct Computer {
    data: tempfile::TempDir,
    folder: PathBuf,
}

impl Computer {
    fn with_session() -> Self {
        let data = tempfile::tempdir().unwrap();
        let folder = lay_down(data.path());
        Self { data, folder }
    }

    fn name(&self) -> String {
        id_of(&self.folder)
    }

    fn desk(&self) -> OpenSession {
        OpenSession::open(&self.folder, Clock::system()).unwrap()
    }

    fn wall(&self, size: (u16, u16)) -> Wall {
        Wall::starts(self.data.path(), &self.name(), size)
    }
}

fn lay_down(data: &Path) -> PathBuf {
    let plan = plan_import::sample().unwrap();
    let regulation = profiles::load(&plan.regulation.0, None).unwrap();
    SessionStore::at(data)
        .create(plan, regulation, Purpose::Held, &Clock::system())
        .unwrap()
}

fn does(desk: &mut OpenSession, command: Command) {
    let now = desk.now().0;
    desk.perform(command, now).unwrap();
}

/// Whether the wall shows, to the second, what the desk's own copy of the view shows now.
fn is_same(desk: &OpenSession, wall: &Wall, seen: &str) -> bool {
    let words = HallWords::of(Lang::Vi);
    let view = view(desk.session(), desk.now().1, &words, Lang::Vi);
    let (width, height) = wall.size();
    rows(&drawn(&view, width, height, &Theme::plain())) == seen
}

fn follows(desk: &OpenSession, wall: &Wall, what: &str) {
    wall.shows(what, |seen| is_same(desk, wall, seen));
}

#[test]
fn beside_the_desk_it_shows_every_act_to_the_second() {
    // given a desk and a wall on one session
    let computer = Computer::with_session();
    let mut desk = computer.desk();
    let mut wall = computer.wall((120, 40));
    follows(&desk, &wall, "the plan");
    // when the session is played into the dialogue, then each act is on the wall
    for number in 0..26 {
        let command = following(desk.session()).unwrap();
        let act = format!("{number}: {command:?}");
        does(&mut desk, command);
        follows(&desk, &wall, &act);
    }
    // and so is whatever else the aide does
    for command in [
        Command::PauseClock,
        Command::ResumeClock,
        Command::ShiftLimit { seconds: 60 },
        Command::SetScene {
            scene: Some(Scene::Agenda),
        },
        Command::SetScene {
            scene: Some(Scene::Blank),
        },
        Command::Undo,
        Command::SetScene {
            scene: Some(Scene::Conclusion(None)),
        },
        Command::ShowHall {
            message: Some("Xin mời bà Nguyễn Thị Ước".into()),
        },
        Command::ShowHall { message: None },
        Command::BeginBreak {
            planned: Some(Millis::of_minutes(10)),
        },
        Command::EndBreak,
    ] {
        let act = format!("{command:?}");
        if desk.session().decide(command.clone(), desk.now().0).is_ok() {
            does(&mut desk, command);
            follows(&desk, &wall, &act);
        }
    }
    // and a window of another size is filled anew
    wall.resizes((80, 24));
    follows(&desk, &wall, "a smaller window");
    wall.resizes((190, 50));
    follows(&desk, &wall, "a larger window");
    wall.types(b"q");
    assert!(wall.ends());
}

#[test]
fn it_starts_before_the_session_and_outlives_the_desk() {
    // given a wall for a session that is not there yet
    let data = tempfile::tempdir().unwrap();
    let name = "2026-11-25-01";
    let mut wall = Wall::starts(data.path(), name, (80, 24));
    let words = HallWords::of(Lang::Vi);
    let waiting = ProjectorView::waiting_for(name, &words);
    let waiting = rows(&drawn(&waiting, 80, 24, &Theme::plain()));
    wall.shows("that it waits", |seen| seen == waiting);
    // when it is laid down and a desk begins it
    let computer = Computer {
        folder: lay_down(data.path()),
        data,
    };
    assert_eq!(computer.name(), name);
    let mut desk = computer.desk();
    follows(&desk, &wall, "the plan");
    while desk.session().state().floor().is_none() {
        let command = following(desk.session()).unwrap();
        does(&mut desk, command);
    }
    follows(&desk, &wall, "a speech");
    // and the desk crashes in the middle of a line, and another one comes back
    let (_, before) = desk.now();
    drop(desk);
    let journal = computer.folder.join(journal::FILE_NAME);
    let mut torn = OpenOptions::new().append(true).open(&journal).unwrap();
    torn.write_all("(seq:99,at:(wall:\"20\u{1ebf}".as_bytes())
        .unwrap();
    wall.shows("the clock that runs on", |seen| seen.contains("còn lại"));
    let mut desk = computer.desk();
    assert!(desk.torn().is_some());
    assert!(desk.now().1.line >= before.line);
    follows(&desk, &wall, "the speech that went on");
    does(&mut desk, Command::EndFloor);
    follows(&desk, &wall, "the end of the speech");
    assert!(wall.is_running());
    // and a wall that starts later shows the same
    let mut later = Wall::starts(computer.data.path(), name, (80, 24));
    follows(&desk, &later, "a wall that starts later");
    for wall in [&mut wall, &mut later] {
        wall.types(b"\x03");
        assert!(wall.ends());
    }
}

#[test]
fn it_goes_along_when_the_desk_goes_on_in_another_folder() {
    // given a wall beside a desk whose disk fails
    let computer = Computer::with_session();
    let mut desk = computer.desk();
    let mut wall = computer.wall((80, 24));
    follows(&desk, &wall, "the plan");
    let stick = tempfile::tempdir().unwrap();
    desk.move_to(stick.path()).unwrap();
    // when it goes on elsewhere, then the wall goes with it
    let message = Some("Xin mời bà Nguyễn Thị Ước".to_owned());
    does(&mut desk, Command::ShowHall { message });
    follows(&desk, &wall, "the message written elsewhere");
    // also when that disk is pulled out, and the desk goes on a third time
    let store = SessionStore::at(computer.data.path());
    desk = desk.on_computer(&store);
    let third = tempfile::tempdir().unwrap();
    drop(stick);
    desk.move_to(third.path()).unwrap();
    does(&mut desk, Command::ShowHall { message: None });
    follows(&desk, &wall, "what was written at the third place");
    // and a wall that starts now finds the way as well
    let later = computer.wall((80, 24));
    follows(&desk, &later, "a wall that starts later");
    wall.types(b"q");
    assert!(wall.ends());
}

#[test]
fn a_repaired_journal_is_shown_as_it_is_then() {
    let computer = Computer::with_session();
    let mut desk = computer.desk();
    let wall = computer.wall((60, 14));
    for number in 1..=3 {
        let message = Some(format!(
            "Thông báo số {number} gửi bà con trong hội trường này"
        ));
        does(&mut desk, Command::ShowHall { message });
    }
    wall.shows("the third", |seen| seen.contains("số 3"));
    drop(desk);
    let path = computer.folder.join(journal::FILE_NAME);
    let text = String::from_utf8(std::fs::read(&path).unwrap()).unwrap();
    std::fs::write(&path, text.replace("số 2", "số 9")).unwrap();
    let reading = journal::read(&path).unwrap();
    assert!(reading.damage.is_some());
    journal::repair(&path, &reading).unwrap();
    wall.shows("the first", |seen| seen.contains("số 1"));
}

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "what is measured is the time of the computer"
)]
fn an_act_is_on_the_wall_within_a_tenth_of_a_second() {
    const ACTS: u32 = 200;
    // given a wall on which texts are plain, so that they can be read
    let computer = Computer::with_session();
    let mut desk = computer.desk();
    let wall = computer.wall((60, 14));
    follows(&desk, &wall, "the plan");
    // when two hundred messages are sent, none at the same phase of the wall's looks
    let mut delays: Vec<Duration> = (0..ACTS)
        .map(|number| {
            let text = format!("Thông báo số {number} gửi bà con trong hội trường này");
            let sought = format!("số {number} ");
            does(
                &mut desk,
                Command::ShowHall {
                    message: Some(text),
                },
            );
            let acknowledged = Instant::now();
            wall.shows(&sought, |seen| seen.contains(&sought));
            acknowledged.elapsed()
        })
        .collect();
    delays.sort();
    let at = |percent: usize| delays[delays.len() * percent / 100];
    // then all but a few are there at once
    let told = format!("p50 {:?}, p95 {:?}, p99 {:?}", at(50), at(95), at(99));
    assert!(at(95) < Duration::from_millis(100), "{told}");
}
