//! What others than the desk do, as the aide sees it: told quietly, beside what she did herself, and never in the way of her
//! next key.

use crossterm::event::KeyCode;
use doithoai::domain::request::{
    RegistrationForm, Request, RequestRefusal, StationCommand, StationKind,
};
use doithoai::domain::session::event::{Event, RequestId, StationId};
use doithoai::domain::session::item::ItemId;
use doithoai::domain::session::plan::Number;
use doithoai::domain::session::queue::Standing;
use doithoai::domain::session::rejection::Rejection;
use doithoai::domain::time::Millis;
use doithoai::store::hall_sheet::{HallAddress, HallEntry};
use doithoai::tui::desk::Severity;

use crate::desk::aide::Aide;
use crate::desk::given::plan;

const LAO_CAI: &str = "lao-cai-7-qc-tu-2025";

fn sheet(pin: &str) -> HallAddress {
    let row = |row: usize| {
        let sign = |column: usize| {
            if (row + column).is_multiple_of(2) {
                '#'
            } else {
                '.'
            }
        };
        (0..25).map(sign).collect()
    };
    HallAddress {
        url: "http://192.168.1.10:8080".into(),
        is_only_here: false,
        venue: None,
        entry: Some(HallEntry {
            url: "http://192.168.1.10:8080/register".into(),
            pin: pin.into(),
            squares: (0..25).map(row).collect(),
        }),
    }
}

impl Aide {
    fn sees_halls(&mut self, halls: Vec<HallAddress>) {
        let now = self.now();
        self.desk.show_halls(halls, &self.session, now);
    }
}

#[test]
fn the_code_for_cameras_stands_on_the_desk_in_the_smallest_window_with_address_and_number() {
    let mut aide = Aide::under(LAO_CAI);
    aide.sees_halls(vec![sheet("135790")]);
    for (width, height) in [(80, 24), (120, 40), (200, 60)] {
        let screen = aide.screen(width, height);
        assert!(screen.contains("135790"), "{screen}");
        assert!(
            screen.contains("http://192.168.1.10:8080/register"),
            "{screen}"
        );
        // every other square is black, in two rows of squares a cell
        let cells = screen.matches(['▀', '▄']).count();
        assert!(cells >= 25 * 12, "{cells}\n{screen}");
    }
    // The number that a device used up is not to be read any more.
    aide.sees_halls(vec![sheet("246802")]);
    aide.shows("246802");
    aide.hides("135790");
    // And where nothing is offered any more, that is told.
    aide.sees_halls(Vec::new());
    assert!(!aide.desk.shows_halls());
    aide.shows("doithoai hall");
}

#[test]
fn several_halls_are_turned_over_with_tab_and_what_only_shows_says_so() {
    let mut aide = Aide::under(LAO_CAI);
    let other = HallAddress {
        venue: Some("Nậm Cưởm".into()),
        entry: None,
        is_only_here: true,
        ..sheet("1")
    };
    aide.sees_halls(vec![sheet("135790"), other]);
    aide.shows("1/2");
    aide.press(KeyCode::Tab);
    aide.shows("Nậm Cưởm");
    aide.shows("--register");
    aide.hides("135790");
    aide.press(KeyCode::Tab);
    aide.shows("135790");
    // The prescribed next act is never kept waiting by what is only read.
    let before = aide.acts();
    aide.passes(5);
    aide.space();
    assert!(aide.acts() > before);
}

impl Aide {
    /// A station asks for something, and the desk takes it as the program does.
    fn station(
        &mut self,
        kind: StationKind,
        command: StationCommand,
    ) -> Result<(), RequestRefusal> {
        let station: StationId = kind.station(None);
        let request = Request {
            id: RequestId(format!("{}-{}", station.0, self.acts())),
            station,
            at: self.clock.now().wall,
            based_on: self.session.history().last_seq(),
            command,
        };
        self.desk.station_asked(&request.station);
        let now = self.clock.now();
        let next = self.session.next();
        let events = request.decide(&self.session, now)?;
        let (by, id) = (request.station.clone(), request.id.clone());
        let record = self.session.record_of(events, now, by, id);
        self.session.apply(record.clone());
        let changed = self.session.next() != next;
        self.desk
            .station_did(&request, &record, &self.session, now, changed);
        Ok(())
    }
}

fn absent(number: u32) -> StationCommand {
    StationCommand::MarkPerson {
        number: Number(number),
        was: Standing::Waiting,
        standing: Standing::Absent,
    }
}

fn answer(text: &str) -> StationCommand {
    StationCommand::SummariseAnswer {
        item: ItemId(1),
        was: String::new(),
        answer: text.into(),
    }
}

#[test]
fn who_did_what_is_told_beside_what_the_aide_did_until_her_next_key() {
    let mut aide = Aide::before_the_first_speech(LAO_CAI);
    aide.desk.notify(Severity::Good, "việc của tôi".into());
    let door = StationKind::Registration;
    aide.station(door, absent(2)).unwrap();
    aide.shows("việc của tôi");
    aide.shows("bàn đăng ký: đánh dấu vắng");
    // The next one takes the place of the one before, and a key takes both away.
    aide.station(door, absent(3)).unwrap();
    let screen = aide.screen(80, 24);
    assert_eq!(screen.matches("bàn đăng ký:").count(), 1, "{screen}");
    aide.press(KeyCode::Down);
    aide.hides("bàn đăng ký:");
}

#[test]
fn a_large_window_tells_of_the_last_acts_whose_they_were() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    aide.station(StationKind::Registration, absent(2)).unwrap();
    aide.press(KeyCode::Down);
    aide.shows_at("bàn đăng ký: đánh dấu vắng", 200, 60);
}

#[test]
fn the_one_key_does_not_do_something_else_because_of_what_came_in_between() {
    // given an aide who is about to call number 1, and a door that marks 1 absent
    let mut aide = Aide::before_the_first_speech(LAO_CAI);
    aide.clock.pass(Millis(900));
    aide.station(StationKind::Registration, absent(1)).unwrap();
    let acts = aide.acts();
    // when her finger was on its way already
    aide.at_once(KeyCode::Char(' '));
    // then nobody is called, and she is told
    assert_eq!(aide.acts(), acts);
    aide.shows("bàn đăng ký vừa đổi việc tiếp theo");
    // and once she has read it, number 2 is
    aide.clock.pass(Millis(900));
    aide.space();
    assert!(matches!(
        aide.last().last(),
        Some(Event::FloorGiven { .. } | Event::ClockStarted)
    ));
    assert_eq!(aide.standing(2), Standing::Spoke);
}

#[test]
fn what_changes_nothing_of_the_next_act_is_not_in_the_way_of_it() {
    let mut aide = Aide::before_the_first_speech(LAO_CAI);
    aide.station(StationKind::Registration, absent(3)).unwrap();
    aide.space();
    assert_eq!(aide.standing(1), Standing::Spoke);
}

#[test]
fn the_aide_who_writes_about_an_item_sees_that_the_secretary_did() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    aide.ctrl('a');
    aide.types("giao ");
    aide.station(StationKind::Secretary, answer("xã sửa trong quý I"))
        .unwrap();
    // Her own words stay, and the form says what stands there now.
    aide.shows("giao");
    aide.shows("thư ký: ý kiến 1");
    aide.shows("xã sửa trong quý I");
}

#[test]
fn her_undo_passes_over_what_stations_did_and_says_what_stands_on_hers() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    aide.station(StationKind::Secretary, answer("xã sửa"))
        .unwrap();
    aide.ctrl('z');
    // The item came with calling number 1, and the secretary wrote on it.
    aide.shows("thư ký đã");
    assert_eq!(aide.item(1).answer.as_deref(), Some("xã sửa"));
    aide.station(StationKind::Secretary, StationCommand::Undo)
        .unwrap();
    aide.press(KeyCode::Down);
    aide.ctrl('z');
    assert!(aide.state().items.is_empty());
    assert_eq!(
        aide.station(StationKind::Secretary, StationCommand::Undo),
        Err(RequestRefusal::Rejected(Rejection::NothingToUndo))
    );
}

#[test]
fn a_station_is_shut_out_from_the_palette_and_let_in_again() {
    let mut aide = Aide::under(LAO_CAI);
    aide.ctrl('p');
    aide.types("diem cau");
    aide.shows("Chưa có trạm nào gửi việc");
    aide.press(KeyCode::Esc);
    let register = || {
        StationCommand::Register(RegistrationForm {
            name: "Lò Thị Mỷ".into(),
            ..RegistrationForm::default()
        })
    };
    aide.station(StationKind::Registration, register()).unwrap();
    for (line, refused) in [
        ("Ngắt bàn đăng ký", true),
        ("Cho bàn đăng ký làm lại", false),
    ] {
        aide.ctrl('p');
        aide.types("diem cau");
        aide.enter();
        aide.shows(line);
        aide.enter();
        let asked = aide.station(StationKind::Registration, register());
        assert_eq!(asked.is_err(), refused, "{line}");
    }
}

#[test]
fn where_there_are_several_halls_it_is_asked_and_told_who_sits_where() {
    let one = Aide::of(plan(LAO_CAI));
    let mut several = plan(LAO_CAI);
    several.venue = Some("Hội trường xã".into());
    std::sync::Arc::make_mut(&mut several.speakers[1]).venue = Some("Bản Lếch".into());
    let mut aide = Aide::of(several);
    aide.shows_at("Bản Lếch", 200, 60);
    aide.shows_at("Hội trường xã", 200, 60);
    aide.press(KeyCode::F(9));
    aide.shows("Điểm cầu");
    // In one hall nobody is asked.
    let mut one = one;
    one.press(KeyCode::F(9));
    one.hides("Điểm cầu");
    let link = StationCommand::LinkVenue {
        venue: "Bản Lếch".into(),
        link: doithoai::domain::session::venue::VenueLink::Lost,
    };
    aide.press(KeyCode::Esc);
    aide.station(StationKind::Venue, link).unwrap();
    aide.shows("mất kết nối với Bản Lếch từ 08:");
}

#[test]
fn what_could_not_be_reached_and_can_be_again_is_told_and_nothing_else_is_wiped_away() {
    use doithoai::tui::desk::words::StationMessage;
    let mut aide = Aide::under(LAO_CAI);
    let again = "lại gửi và nhận được bình thường";
    aide.desk
        .stations_unreachable(StationMessage::NotRead, "đĩa đầy");
    aide.shows("đĩa đầy");
    aide.desk.stations_reachable();
    aide.hides("đĩa đầy");
    aide.shows(again);
    // What was told in between stays.
    aide.desk
        .stations_unreachable(StationMessage::NotAnswered, "đĩa đầy");
    aide.desk.notify(Severity::Good, "việc của tôi".into());
    aide.desk.stations_reachable();
    aide.shows("việc của tôi");
    aide.hides(again);
}

#[test]
fn a_name_that_no_station_has_is_not_offered_to_be_shut_out() {
    let mut aide = Aide::under(LAO_CAI);
    for name in [
        "\u{1b}]0;x\u{7}",
        "registration-\u{202e}abc",
        &"x".repeat(9000),
    ] {
        aide.desk.station_asked(&StationId(name.into()));
    }
    aide.ctrl('p');
    aide.types("diem cau");
    aide.shows("Chưa có trạm nào gửi việc");
}
