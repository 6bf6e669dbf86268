//! The desk's window as a mirrored display: the hall's own picture, all keys of the desk, and nothing private whatever lies
//! open.

mod fields;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use doithoai::documents::plan_import;
use doithoai::domain::deadlines::Basis;
use doithoai::domain::i18n::Lang;
use doithoai::domain::session::next::Next;
use doithoai::domain::session::plan::Plan;
use doithoai::domain::time::Millis;
use doithoai::tui::desk::input::Press;
use doithoai::tui::desk::words::{DeskWords, SOURCES};
use doithoai::tui::desk::{Desk, Effect, view};
use doithoai::tui::theme::Theme;
use doithoai::tui::vn_input::Typing;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::projector::stage::{Stage, drawn, following, rows};

const SECRET: &str = "ZQX-BÍ-MẬT";

fn marked() -> Plan {
    let mut plan = plan_import::sample().unwrap();
    for speaker in plan.speakers.iter_mut().map(std::sync::Arc::make_mut) {
        speaker.phone = Some(format!("{SECRET} phone"));
        speaker.address = Some(format!("{SECRET} address"));
    }
    for opinion in &mut plan.opinions {
        opinion.prepared_answer = Some(format!("{SECRET} prepared"));
    }
    plan
}

fn press(desk: &mut Desk, stage: &mut Stage, code: KeyCode, modifiers: KeyModifiers) {
    let press = Press::alone(KeyEvent::new(code, modifiers));
    let now = stage.clock.now();
    if let Some(Effect::Perform(command)) = desk.press(press, &stage.session, now) {
        stage.act(command.clone());
        let at = stage.session.stamp(stage.clock.now());
        desk.after_command(&command, Ok(()), &stage.session, at);
    }
}

fn screen(desk: &Desk, stage: &Stage) -> Buffer {
    let area = Rect::new(0, 0, 100, 28);
    let mut buffer = Buffer::empty(area);
    let now = stage.session.stamp(stage.clock.now());
    let view = view::view(&stage.session, desk, now, area);
    view::draw(&view, area, &mut buffer, &Theme::plain());
    buffer
}

#[test]
fn the_mirrored_window_is_the_halls_picture_and_shows_nothing_that_lies_open_on_the_desk() {
    // given a desk whose window is mirrored, and a plan with a mark in every private field
    let words: DeskWords = SOURCES.read(Lang::Vi);
    let mut desk = Desk::new(words, Lang::Vi, Typing::default(), Basis::default());
    let mut stage = Stage::of(marked());
    press(&mut desk, &mut stage, KeyCode::F(12), KeyModifiers::NONE);
    let dialogs = [
        (KeyCode::Char('n'), KeyModifiers::CONTROL),
        (KeyCode::Char('a'), KeyModifiers::CONTROL),
        (KeyCode::Char('p'), KeyModifiers::CONTROL),
        (KeyCode::Char('o'), KeyModifiers::CONTROL),
        (KeyCode::Char('g'), KeyModifiers::CONTROL),
        (KeyCode::F(3), KeyModifiers::NONE),
        (KeyCode::F(6), KeyModifiers::NONE),
    ];
    let mut seen = 0;
    // when the session goes on, and at every moment something else lies open with a secret typed into it
    while following(&stage.session).is_some() {
        stage.clock.pass(Millis::of_seconds(9));
        // then the picture is the hall's own
        let hall = rows(&drawn(&stage.view(), 100, 27, &Theme::plain()));
        let mirrored = rows(&screen(&desk, &stage));
        assert!(mirrored.starts_with(hall.trim_end()), "{mirrored}\n{hall}");
        for (code, modifiers) in dialogs {
            press(&mut desk, &mut stage, code, modifiers);
            for letter in SECRET.chars() {
                press(
                    &mut desk,
                    &mut stage,
                    KeyCode::Char(letter),
                    KeyModifiers::NONE,
                );
            }
            // and nothing private is in it
            let shown = rows(&screen(&desk, &stage));
            assert!(!shown.contains(SECRET), "{shown}");
            assert!(!shown.contains("ZQX"), "{shown}");
            press(&mut desk, &mut stage, KeyCode::Esc, KeyModifiers::NONE);
            stage.clock.pass(Millis::of_seconds(2));
            seen += 1;
        }
        let records = stage.session.history().entries().len();
        stage.goes_on();
        // and the keys go on working: what was done is done on the desk, too
        assert!(stage.session.history().entries().len() > records);
    }
    assert!(seen > 500);
}

fn types(desk: &mut Desk, stage: &mut Stage, text: &str) {
    for letter in text.chars() {
        press(desk, stage, KeyCode::Char(letter), KeyModifiers::NONE);
    }
}

#[test]
fn a_prepared_answer_is_not_echoed_when_it_is_edited_instead_of_typed_over() {
    let words: DeskWords = SOURCES.read(Lang::Vi);
    let mut desk = Desk::new(words, Lang::Vi, Typing::default(), Basis::default());
    let mut stage = Stage::of(marked());
    // given an item with a prepared answer, answered now on a mirrored window
    stage.goes_on_until(|session| {
        matches!(session.next(), Next::Class(item)
            if session.state().item(item).is_some_and(|item| session.prepared_answer(item).is_some()))
    });
    press(&mut desk, &mut stage, KeyCode::F(12), KeyModifiers::NONE);
    stage.pass(2);
    press(
        &mut desk,
        &mut stage,
        KeyCode::Char('1'),
        KeyModifiers::NONE,
    );
    // when its end is edited
    for code in [KeyCode::End, KeyCode::Backspace, KeyCode::Char('x')] {
        press(&mut desk, &mut stage, code, KeyModifiers::NONE);
        let shown = rows(&screen(&desk, &stage));
        assert!(
            !shown.contains("ZQX") && !shown.contains("prepare"),
            "{shown}"
        );
    }
    // and when it is left and opened again with what was typed
    press(&mut desk, &mut stage, KeyCode::Esc, KeyModifiers::NONE);
    stage.pass(2);
    press(
        &mut desk,
        &mut stage,
        KeyCode::Char('a'),
        KeyModifiers::CONTROL,
    );
    assert!(!rows(&screen(&desk, &stage)).contains("ZQX"));
}

#[test]
fn of_a_private_field_the_wall_tells_only_how_much_was_typed() {
    let words: DeskWords = SOURCES.read(Lang::Vi);
    let mut desk = Desk::new(words, Lang::Vi, Typing::default(), Basis::default());
    let mut stage = Stage::of(marked());
    stage.goes_on_until(|session| session.state().floor().is_some());
    press(&mut desk, &mut stage, KeyCode::F(12), KeyModifiers::NONE);
    stage.pass(2);
    press(
        &mut desk,
        &mut stage,
        KeyCode::Char('n'),
        KeyModifiers::CONTROL,
    );
    types(&mut desk, &mut stage, "Đất");
    let shown = strip(&desk, &stage);
    assert!(shown.contains("đã gõ 3 chữ"), "{shown}");
    assert!(!shown.contains("Đất"), "{shown}");
    // and F12 turns the window back while the form lies open, with everything that was typed
    stage.pass(2);
    press(&mut desk, &mut stage, KeyCode::F(12), KeyModifiers::NONE);
    assert!(rows(&screen(&desk, &stage)).contains("Đất"));
}

/// The last rows of the mirrored window.
fn strip(desk: &Desk, stage: &Stage) -> String {
    let shown = rows(&screen(desk, stage));
    let rows: Vec<&str> = shown.lines().rev().take(7).collect();
    rows.join(
        "
",
    )
}

#[test]
fn on_a_mirrored_window_a_class_with_its_agency_can_be_chosen() {
    let words: DeskWords = SOURCES.read(Lang::Vi);
    let mut desk = Desk::new(words, Lang::Vi, Typing::default(), Basis::default());
    let mut stage = Stage::of(marked());
    stage.goes_on_until(|session| matches!(session.next(), Next::Class(_)));
    press(&mut desk, &mut stage, KeyCode::F(12), KeyModifiers::NONE);
    stage.pass(5);
    press(
        &mut desk,
        &mut stage,
        KeyCode::Char('2'),
        KeyModifiers::NONE,
    );
    // then the strip names the field and what would be taken, and arrows choose another
    let first = strip(&desk, &stage);
    press(&mut desk, &mut stage, KeyCode::Down, KeyModifiers::NONE);
    assert_ne!(strip(&desk, &stage), first);
    // and the class is given
    stage.pass(2);
    press(&mut desk, &mut stage, KeyCode::Enter, KeyModifiers::NONE);
    let items = &stage.session.state().items;
    let classed = items.iter().filter(|item| item.class.is_some()).count();
    assert_eq!(classed, 1, "{}", strip(&desk, &stage));
}

/// A desk on a mirrored window, in a session that was played up to somewhere.
fn mirrored(
    plan: Plan,
    there: impl Fn(&doithoai::domain::session::Session) -> bool,
) -> (Desk, Stage) {
    let words: DeskWords = SOURCES.read(Lang::Vi);
    let mut desk = Desk::new(words, Lang::Vi, Typing::default(), Basis::default());
    let mut stage = Stage::of(plan);
    stage.goes_on_until(there);
    stage.pass(5);
    press(&mut desk, &mut stage, KeyCode::F(12), KeyModifiers::NONE);
    stage.pass(5);
    (desk, stage)
}

#[test]
fn what_a_citizen_says_is_read_while_it_is_written_down_on_the_shared_screen() {
    let (mut desk, mut stage) = mirrored(marked(), |session| session.state().floor().is_some());
    press(&mut desk, &mut stage, KeyCode::F(4), KeyModifiers::NONE);
    types(&mut desk, &mut stage, "Đường trục thôn");
    let shown = strip(&desk, &stage);
    assert!(shown.contains("Đường trục thôn"), "{shown}");
}

#[test]
fn of_whatever_lies_open_on_the_shared_screen_the_line_that_enter_takes_is_seen() {
    use doithoai::domain::session::plan::Number;
    let speaks = |session: &doithoai::domain::session::Session| session.state().floor().is_some();
    // A list: its title, which of how many, and the line that would be taken, which moves with the arrows.
    let (mut desk, mut stage) = mirrored(marked(), speaks);
    press(
        &mut desk,
        &mut stage,
        KeyCode::Char('s'),
        KeyModifiers::CONTROL,
    );
    let shown = strip(&desk, &stage);
    let first = stage.session.regulation().steps[0].title.vi.clone();
    assert!(shown.contains(&format!("● 1. {first}")), "{shown}");
    assert!(shown.contains("1/6"), "{shown}");
    press(&mut desk, &mut stage, KeyCode::Down, KeyModifiers::NONE);
    let shown = strip(&desk, &stage);
    assert!(shown.contains("● 2. ") && shown.contains("2/6"), "{shown}");
    // and what fits nothing says so
    types(&mut desk, &mut stage, "zzz");
    let shown = strip(&desk, &stage);
    assert!(!shown.contains("● "), "{shown}");
    // Leaving the session, ending somebody's turn, the scenes, the palette: each with its first line.
    let cases: [(KeyCode, KeyModifiers); 6] = [
        (KeyCode::Char('q'), KeyModifiers::CONTROL),
        (KeyCode::F(2), KeyModifiers::NONE),
        (KeyCode::Insert, KeyModifiers::NONE),
        (KeyCode::Char('p'), KeyModifiers::CONTROL),
        (KeyCode::F(6), KeyModifiers::NONE),
        (KeyCode::F(3), KeyModifiers::NONE),
    ];
    for (code, modifiers) in cases {
        let (mut desk, mut stage) = mirrored(marked(), speaks);
        press(&mut desk, &mut stage, code, modifiers);
        assert!(desk.open_dialog().is_some(), "{code:?}");
        let shown = strip(&desk, &stage);
        assert!(shown.contains("● "), "{code:?}\n{shown}");
        // its own window shows the same words
        let line = shown
            .lines()
            .find_map(|line| line.trim().strip_prefix("● "))
            .unwrap()
            .trim()
            .to_owned();
        press(&mut desk, &mut stage, KeyCode::F(12), KeyModifiers::NONE);
        let own = rows(&screen(&desk, &stage));
        let word = line.split([' ', '.', ',']).next_back().unwrap();
        assert!(own.contains(word), "{line}\n{own}");
    }
    // Where names are masked, a person is a number.
    let mut plan = marked();
    plan.settings.mask_names = true;
    let (mut desk, mut stage) = mirrored(plan, speaks);
    let name = |stage: &Stage, number: u32| {
        let queue = &stage.session.state().queue;
        queue
            .person(Number(number))
            .unwrap()
            .registration
            .name
            .clone()
    };
    for (code, modifiers) in cases {
        press(&mut desk, &mut stage, code, modifiers);
        let shown = strip(&desk, &stage);
        for number in 1..=6 {
            let name = name(&stage, number);
            assert!(!shown.contains(&name), "{name}\n{shown}");
        }
        stage.pass(2);
        press(&mut desk, &mut stage, KeyCode::Esc, KeyModifiers::NONE);
        stage.pass(2);
    }
}
