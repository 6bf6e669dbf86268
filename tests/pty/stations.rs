//! The desk and a station beside it, both the real program: somebody registers at the door and hears their number, the
//! secretary writes the answer, and either of the two is killed in between.

use doithoai::domain::i18n::Lang;
use doithoai::domain::session::event::Event;
use doithoai::store::journal::JournalReading;
use doithoai::tui::desk::words::{FlowMessage, FormMessage, RefusalMessage, StationMessage};
use doithoai::tui::station::words::{SOURCES, StationScreenMessage, StationScreenWords};

use crate::aide::{Aide, before, words};
use crate::computer::{Computer, ROOMY};
use crate::keys::{ENTER, F2, SPACE, ctrl};
use crate::terminal::Terminal;

const F9: &str = "\x1b[20~";
const SMALL: (u16, u16) = (80, 24);

fn said() -> StationScreenWords {
    SOURCES.read(Lang::Vi)
}

/// What of a sentence certainly stands in one row.
fn beginning(sentence: &str) -> String {
    sentence.chars().take(24).collect()
}

fn station(computer: &Computer, id: &str, kind: &str, size: (u16, u16)) -> Terminal {
    let mut terminal = computer.open(&["station", id, "--as", kind], size);
    let title = said()[StationScreenMessage::SentTitle].to_string();
    terminal.wait_for_text(&title);
    terminal
}

/// Registers somebody by name.
fn registers(door: &mut Terminal, name: &str) {
    door.press(F9);
    let title = words().forms[FormMessage::Register].to_string();
    door.wait_for_text(&title);
    door.press(name);
    door.wait_for_text(name);
    door.press(ENTER);
    let sent = said()[StationScreenMessage::Register].render(&[("name", &name)]);
    door.wait_for_text(&sent);
}

fn by(reading: &JournalReading) -> Vec<Option<String>> {
    let records = reading.records.iter();
    records
        .map(|record| record.by.as_ref().map(|station| station.0.clone()))
        .collect()
}

fn registered(reading: &JournalReading, name: &str) -> usize {
    let events = reading.records.iter().flat_map(|record| &record.events);
    events
        .filter(|event| {
            matches!(event, Event::Registered { registration, .. } if registration.name == name)
        })
        .count()
}

#[test]
fn whoever_registers_at_the_door_hears_their_number_and_the_aide_sees_who_did_it() {
    let (computer, id) = Computer::with_session("lao-cai-7-qc-tu-2025");
    let people = computer.reading(&id).records.len();
    assert_eq!(people, 1);
    let mut aide = Aide::at(&computer, &id);
    let mut door = station(&computer, &id, "registration", SMALL);
    registers(&mut door, "Vàng Thị Sua");
    let told = before(&words().stations[StationMessage::TakenNumber]);
    door.wait_for("the number", |screen| {
        let text = screen.contents();
        text.contains(&told) && text.contains("Vàng Thị Sua")
    });
    let name = words().stations[StationMessage::Registration].to_string();
    aide.terminal.wait_for("who did what", |screen| {
        let text = screen.contents();
        text.contains(&format!("{name}:")) && text.contains("Vàng Thị Sua")
    });
    assert!(by(&computer.reading(&id)).contains(&Some("registration".to_owned())));

    // She is marked absent with one key, and taken back with another.
    door.press(F2);
    let absent = words().standings[doithoai::tui::desk::words::StandingMessage::Absent].to_string();
    door.wait_for("absent", |screen| {
        screen.contents().matches(&absent).count() >= 2
    });
    door.press(ctrl('z'));
    let undone = said()[StationScreenMessage::Undo].to_string();
    door.wait_for_text(&undone);
    aide.terminal.wait_for("taken back", |screen| {
        !screen.contents().contains(&format!("Sua {absent}"))
    });

    // The aide shuts the door out: what it asks for then is refused in words.
    aide.press(ctrl('p'));
    aide.terminal
        .wait_for_text(&before(&words().flow[FlowMessage::PaletteTitle]));
    aide.press("diem cau");
    let act = &words().acts[&doithoai::tui::desk::action::Action::Stations];
    aide.terminal.wait_for_text(&act.name.to_string());
    aide.press(ENTER);
    let shut = words().stations[StationMessage::DoShutOut].render(&[("station", &name)]);
    aide.terminal.wait_for_text(&shut);
    aide.press(ENTER);
    door.wait_for_text(&beginning(said()[StationScreenMessage::ShutOut].as_str()));
    door.press(F2);
    door.wait_for("the refusal", |screen| {
        let refusal = beginning(words().stations[StationMessage::ShutOut].as_str());
        screen.contents().matches(&refusal).count() >= 2
    });
}

#[test]
fn a_kill_of_the_desk_or_of_the_station_loses_no_request_and_does_none_twice() {
    let (computer, id) = Computer::with_session("lao-cai-7-qc-tu-2025");
    let mut door = station(&computer, &id, "registration", ROOMY);
    // While the desk does not run it waits, and says so.
    door.wait_for_text(&said()[StationScreenMessage::DeskSilent].to_string());
    registers(&mut door, "Vàng Thị Sua");
    door.wait_for_text(&said()[StationScreenMessage::Waiting].to_string());
    // The station is killed, then the desk opens and takes it, and is killed in its turn.
    door.kill();
    let mut aide = Aide::at(&computer, &id);
    aide.terminal.wait_until("the request taken", |_| {
        registered(&computer.reading(&id), "Vàng Thị Sua") == 1
    });
    aide.terminal.kill();
    // The station that comes back knows what became of it.
    let mut door = station(&computer, &id, "registration", ROOMY);
    door.wait_for_text(&said()[StationScreenMessage::Taken].to_string());
    registers(&mut door, "Sùng A Lử");
    let mut aide = Aide::at(&computer, &id);
    let told = before(&words().stations[StationMessage::TakenNumber]);
    door.wait_for("the number", |screen| {
        screen.contents().matches(&told).count() >= 2
    });
    aide.press(SPACE);
    let reading = computer.reading(&id);
    assert!(reading.damage.is_none() && reading.torn.is_none());
    assert_eq!(registered(&reading, "Vàng Thị Sua"), 1);
    assert_eq!(registered(&reading, "Sùng A Lử"), 1);
    // The answer follows its record.
    let outbox = || std::fs::read_to_string(computer.session(&id).join("outbox.ron")).unwrap();
    door.wait_until("both answers", |_| outbox().lines().count() >= 2);
    let outbox = outbox();
    assert_eq!(outbox.lines().count(), 2, "{outbox}");
}

#[test]
fn what_was_typed_at_a_station_is_there_after_it_was_killed() {
    let (computer, id) = Computer::with_session("lao-cai-7-qc-tu-2025");
    let mut door = station(&computer, &id, "registration", SMALL);
    door.press(F9);
    door.wait_for_text(&words().forms[FormMessage::Register].to_string());
    door.press("Vàng Thị Sua");
    door.wait_for_text("Vàng Thị Sua");
    door.wait_until("the draft on the disk", |_| {
        let files = std::fs::read_dir(computer.session(&id)).unwrap();
        files.flatten().any(|entry| {
            let text = std::fs::read_to_string(entry.path()).unwrap_or_default();
            entry.file_name().to_string_lossy().contains("draft") && text.contains("Sua")
        })
    });
    door.kill();
    let mut door = computer.open(&["station", &id, "--as", "registration"], SMALL);
    door.wait_for_text("Vàng Thị Sua");
}

#[test]
fn the_secretary_writes_the_answer_and_is_told_when_somebody_else_was_faster() {
    let (computer, id) = Computer::with_session("lao-cai-7-qc-tu-2025");
    let mut aide = Aide::at(&computer, &id);
    let item = aide.go_on_until_an_item_is_to_be_classed();
    let mut secretary = station(&computer, &id, "secretary", ROOMY);
    let title = words().forms[FormMessage::Answer].render(&[("item", &item)]);
    secretary.press(ctrl('a'));
    secretary.wait_for_text(&title);
    // Meanwhile the aide writes one.
    aide.press(ctrl('a'));
    aide.terminal.wait_for_text(&title);
    aide.press("giao phòng Kinh tế");
    aide.terminal.wait_for_text("giao phòng Kinh tế");
    aide.act(ENTER);
    secretary.press("xã sửa trong quý I");
    secretary.wait_for_text("xã sửa trong quý I");
    secretary.press(ENTER);
    // Both texts are told, and hers is still there.
    let told = before(&words().stations[StationMessage::TextChanged]);
    secretary.wait_for("both texts", |screen| {
        let text = screen.contents();
        text.contains(&told)
            && text.contains("giao phòng Kinh tế")
            && text.contains("xã sửa trong quý I")
    });
    // Having read it, she writes over it; the aide cannot take hers back, and passes over it.
    secretary.press(ENTER);
    aide.terminal.wait_until("her answer in the journal", |_| {
        by(&computer.reading(&id)).contains(&Some("secretary".to_owned()))
    });
    aide.press(ctrl('z'));
    let refused = before(&words().stations[StationMessage::StoodOn]);
    let nothing = words().refusals[RefusalMessage::NothingToUndo].to_string();
    aide.terminal.wait_for("why not", |screen| {
        let text = screen.contents();
        text.contains(&refused) || text.contains(&nothing)
    });
}

#[test]
fn where_answers_cannot_be_written_it_is_told_each_time_and_when_it_is_over() {
    let (computer, id) = Computer::with_session("lao-cai-7-qc-tu-2025");
    let mut aide = Aide::at(&computer, &id);
    let mut door = station(&computer, &id, "registration", ROOMY);
    registers(&mut door, "Vàng Thị Sua");
    let outbox = computer.session(&id).join("outbox.ron");
    let failed = before(&words().stations[StationMessage::NotAnswered]);
    let again = words().stations[StationMessage::Reachable].to_string();
    for name in ["Lò Thị Mỷ", "Lý A Sùng"] {
        let told = before(&words().stations[StationMessage::TakenNumber]);
        door.wait_until("the answer", |_| outbox.is_file());
        // Larger than it may be: nothing of it is taken by the disk.
        let answers = std::fs::read(&outbox).unwrap();
        let file = std::fs::OpenOptions::new()
            .write(true)
            .open(&outbox)
            .unwrap();
        file.set_len(80 * 1024 * 1024).unwrap();
        registers(&mut door, name);
        door.wait_for("the number all the same", |screen| {
            let text = screen.contents();
            text.contains(&told) && text.contains(name)
        });
        aide.terminal.wait_for_text(&failed);
        let screen = aide.terminal.text();
        assert!(
            !screen.contains("full") && screen.contains("outbox.ron"),
            "{screen}"
        );
        std::fs::write(&outbox, answers).unwrap();
        aide.terminal.wait_for_text(&again);
    }
}

#[test]
fn a_station_that_would_have_no_name_says_so_at_once() {
    let (computer, id) = Computer::with_session("lao-cai-7-qc-tu-2025");
    let long = "Nậm Cưởm ".repeat(10);
    let ran = computer.run(&["station", &id, "--as", "secretary", "--name", &long]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("--name"), "{}", ran.err);
}
